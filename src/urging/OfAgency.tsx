// On the page of an agency, for whoever oversees: what is overdue of it, and a letter about it.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Failure, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Made, useLetters } from './Letters.tsx'
import { UrgedList } from './urging.ts'

const w = words.urging

export default function OfAgency({ id }: SlotProps) {
  const whyNot = useWhyNot('urging.letter')
  const letters = useLetters()
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'urging', 'agency', id],
    queryFn: () => get(`/api/urging/agencies?agency=${id}`, UrgedList),
    enabled: !whyNot,
  })
  if (whyNot || (data && data.overseer === null)) return null
  const [row] = data?.agencies ?? []
  return (
    <Part title={w.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && !row?.overdue && <Text size="sm">{w.letter.nothingOverdue}</Text>}
      {row && row.overdue > 0 && (
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {w.overdueOf(row.overdue, row.whole)}
          </Text>
          {row.daysLate !== null && <Text size="sm">{w.oldest(row.daysLate)}</Text>}
          <Button size="xs" loading={letters.isPending} onClick={() => letters.mutate({ agencies: [id] })}>
            {w.letter.write(1)}
          </Button>
        </Group>
      )}
      {letters.error && <Failure error={letters.error} />}
      {letters.data && <Made made={letters.data} />}
      {row?.letter && (
        <Anchor component={Link} to={`/papers/${row.letter.dossierId}`} size="sm">
          {w.letter.last(words.day(row.letter.onDay), row.letter.overdue)}
        </Anchor>
      )}
      <Anchor component={Link} to="/urging" size="sm">
        {w.letter.toAll}
      </Anchor>
    </Part>
  )
}
