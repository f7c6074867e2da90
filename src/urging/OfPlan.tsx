// On the page of a plan: how its due days are reminded of.
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { LadderEdit, LadderSaid } from './LadderFields.tsx'
import { PlanLadder } from './urging.ts'

const w = words.urging.ladder

export default function OfPlan({ id }: SlotProps) {
  const path = `/api/plans/${id}/ladder`
  const { data, error, refetch } = useQuery({
    queryKey: ['urging', 'ladder', id],
    queryFn: () => get(path, PlanLadder),
  })
  return (
    <Part title={w.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <LadderSaid ladder={data} />
          <Text size="sm">{data.isOwn ? w.own : w.followsProvince}</Text>
          <LadderEdit path={path} ladder={data} whyNot={data.whyNot} />
        </>
      )}
    </Part>
  )
}
