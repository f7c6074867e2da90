// What the page of an assignment shows of its papers, put there by main.tsx: each with where it stands or its number, and
// the way to write one. A duty that ends in a paper is closed by its issue.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Failure, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { OfAssignment as Schema } from './exchange.ts'
import { NewPaperDialog } from './NewPaperDialog.tsx'
import { StateBadge } from './parts.tsx'
import { KEY } from './use-dossier.ts'

const w = words.signing

export default function OfAssignment({ id }: SlotProps) {
  const whyNot = useWhyNot('paper.draft')
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'of', id],
    queryFn: () => get(`/api/dossiers/of-assignment/${id}`, Schema),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { papers, proposal, whyNotOpen } = data
  const mayOpen = !whyNot && !whyNotOpen
  if (papers.length === 0 && !mayOpen) return null
  return (
    <Part title={w.ofAssignment}>
      {papers.length === 0 && <Text size="sm">{w.noneHere}</Text>}
      {papers.map((paper) => (
        <Group key={paper.id} gap="xs" align="flex-start">
          <Anchor component={Link} to="/papers/$id" params={{ id: paper.id } as never} size="sm">
            {paper.title}
          </Anchor>
          <StateBadge state={paper.state} />
          {paper.number && paper.signedOn && (
            <Text size="sm">{w.numbered(paper.number, words.day(paper.signedOn))}</Text>
          )}
          {paper.fileName && (
            <Anchor size="sm" href={`/api/dossiers/${paper.id}/signed.pdf`}>
              {w.signedFile}
            </Anchor>
          )}
        </Group>
      ))}
      {mayOpen && (
        <Group>
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {w.dutyPaper}
          </Button>
        </Group>
      )}
      {isOpen && <NewPaperDialog duty={{ assignmentId: id, ...proposal }} onClose={() => setOpen(false)} />}
    </Part>
  )
}
