// On the page of a plan: how far it has been made known, and the way to the sessions.
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { disseminationKey, Totals } from './DisseminationPage.tsx'
import { Dissemination } from './dissemination.ts'

export default function PlanDissemination({ id }: SlotProps) {
  const { data, error, refetch } = useQuery({
    queryKey: disseminationKey(id),
    queryFn: () => get(`/api/plans/${id}/dissemination`, Dissemination),
  })
  return (
    <Part title={words.dissemination.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Totals agencies={data.agencies} />}
      <Anchor component={Link} to="/plans/$id/dissemination" params={{ id } as never} size="sm">
        {words.dissemination.open}
      </Anchor>
    </Part>
  )
}
