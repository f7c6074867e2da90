// The documents of a plan in their order: the plan itself, its annexes, conclusions and letters that came later. A
// further one is dropped here, or a duty typed with its source.
import { Anchor, Button, Group, Paper, Stack, Text, Tooltip } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { MOST_BYTES } from '../base/limit.ts'
import { FileDrop, useFileChooser } from '../ui/FileDrop.tsx'
import * as words from '../vocabulary/words.ts'
import { FilesDialog } from './FilesDialog.tsx'
import type { PlanDetail, PlanDocument } from './plan.ts'
import { ACCEPT, Uploads, uploadForm, useUploads } from './Uploads.tsx'

const w = words.addition

/** "25/TB-UBND ngày 10/10/2026: Kết luận …" */
export function documentName({
  number,
  issued,
  title,
  fileName,
}: Pick<PlanDocument, 'number' | 'issued' | 'title' | 'fileName'>): string {
  const head = number ? w.named(number, issued) : ''
  return [head, title || (number ? '' : fileName)].filter(Boolean).join(': ')
}

interface Props {
  detail: PlanDetail
  onSource: (documentId: string) => void
  onType: () => void
}

export function PlanDocuments({ detail, onSource, onType }: Props) {
  const { plan, documents, drafts, whyNotCorrect } = detail
  const navigate = useNavigate()
  const uploads = useUploads(whyNotCorrect === null, (id) => {
    void navigate({ to: '/plans/$id/review', params: { id } as never })
  })
  const upload = (files: readonly File[]) => {
    const [first] = files
    const tooLarge = files.find(({ size }) => size > MOST_BYTES)
    if (tooLarge) return uploads.refuse(tooLarge.name, words.refusal.tooLarge)
    if (first) uploads.upload(uploadForm(files, { addsTo: plan.id }), w.files(first.name, files.length - 1))
  }
  const [ordering, setOrdering] = useState<File[] | null>(null)
  const chooser = useFileChooser(ACCEPT, w.load, (file) => upload([file]), setOrdering)
  const isFree = whyNotCorrect === null && !uploads.isOnItsWay
  return (
    <Stack gap="sm">
      <Tooltip label={whyNotCorrect} disabled={!whyNotCorrect} multiline maw={320}>
        <Group gap="xs">
          <Button size="sm" disabled={!isFree} onClick={chooser.open}>
            {w.load}
          </Button>
          <Button size="sm" variant="default" disabled={whyNotCorrect !== null} onClick={onType}>
            {w.type}
          </Button>
        </Group>
      </Tooltip>
      {chooser.input}
      <FileDrop
        label={w.dropHere}
        onFile={isFree ? (file) => upload([file]) : null}
        onFiles={setOrdering}
        onOther={() => uploads.tell(words.reading.noFolder)}
      />
      {whyNotCorrect === null && <Text size="sm">{w.explain}</Text>}
      <Uploads uploads={uploads} />
      {ordering && (
        <FilesDialog
          files={ordering}
          onRead={(files) => {
            setOrdering(null)
            upload(files)
          }}
          onClose={() => setOrdering(null)}
        />
      )}
      {drafts.map(({ id, name }) => (
        <Paper key={id} withBorder p="sm">
          <Text size="sm">
            {w.draft}{' '}
            <Anchor component={Link} to="/plans/$id/review" params={{ id } as never} size="sm">
              {name}
            </Anchor>
          </Text>
        </Paper>
      ))}
      <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
        {documents.map((one, at) => (
          <Document key={one.id} document={one} number={at + 1} onSource={onSource} />
        ))}
      </Stack>
    </Stack>
  )
}

function Document({
  document: { id, ...one },
  number,
  onSource,
}: {
  document: PlanDocument
  number: number
  onSource: (id: string) => void
}) {
  return (
    <Paper withBorder p="sm" component="li">
      <Text size="sm" fw={600}>
        {number}. {documentName(one)}
      </Text>
      <Text size="sm" c="gray.7">
        {[one.issuer, number === 1 ? '' : w.addedBy(words.moment(one.addedAt), one.addedBy ?? '')]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="sm">{one.hasLines ? w.holds(one.items) : w.holdsTyped(one.items)}</Text>
      <Group gap="md" mt={4}>
        {one.hasLines && (
          <Anchor component="button" type="button" size="sm" onClick={() => onSource(id)}>
            {words.planPages.seeSource}
          </Anchor>
        )}
        {one.files.map((name, n) => (
          // The files of a document keep their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Anchor key={n} href={`/api/plans/${id}/file?n=${n}`} size="sm">
            {w.download(name)}
          </Anchor>
        ))}
      </Group>
    </Paper>
  )
}
