// On the page of an assignment: when it was reminded of, and the letters that named it.
import { Anchor, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { type Urge, UrgeList } from './urging.ts'

/** Nothing while it was never urged. */
export default function OfAssignment({ id }: SlotProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'urges', id],
    queryFn: () => get(`/api/work/${id}/urges`, UrgeList),
  })
  if (!error && !data?.urges.length) return null
  return (
    <Part title={words.urging.urged}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <Stack gap={4}>
        {data?.urges.map((urge) => (
          <Said key={urge.id} urge={urge} />
        ))}
      </Stack>
    </Part>
  )
}

function Said({ urge: { rung, onDay, dueOn, dossierId, document } }: { urge: Urge }) {
  const w = words.urging
  if (rung !== null) {
    const said = rung < 0 ? w.rungBefore : w.rungAfter
    return <Text size="sm">{said(words.day(onDay), Math.abs(rung), words.day(dueOn))}</Text>
  }
  return (
    <Anchor component={Link} to={`/papers/${dossierId}`} size="sm">
      {document
        ? w.byIssued(words.day(onDay), document, words.day(dueOn))
        : w.byLetter(words.day(onDay), words.day(dueOn))}
    </Anchor>
  )
}
