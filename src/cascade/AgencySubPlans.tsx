// On the page of an agency: the plans it owes over all plans above, and its work of the year.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { OwingBadge } from './parts.tsx'
import { OwedByAgency } from './sub-plan.ts'

const w = words.cascade

export default function AgencySubPlans({ id }: SlotProps) {
  const { data, error } = useQuery({
    queryKey: ['sub-plans', 'agency', id],
    queryFn: () => get(`/api/agencies/${id}/sub-plans`, OwedByAgency),
  })
  const missing = data?.owed.filter(({ owing }) => owing.state === 'owed') ?? []
  return (
    <Part title={w.agency.title}>
      {error && <Failure error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <Text size="sm">
          {data.owed.length === 0
            ? w.agency.none
            : w.agency.issued(data.owed.length - missing.length, data.owed.length)}
        </Text>
      )}
      <Stack gap="xs">
        {data?.owed.map(({ plan, owing }) => (
          <Group key={plan.id} gap="xs">
            <OwingBadge owing={owing} />
            <Anchor
              component={Link}
              to="/plans/$id/sub-plans"
              params={{ id: plan.id } as never}
              search={{ q: owing.agency.name, show: 'all' } as never}
              size="sm"
              style={{ overflowWrap: 'anywhere' }}
            >
              {planName(plan)}
            </Anchor>
            <Text size="sm" c="gray.8">
              {owing.number ?? (owing.dueOn && w.subPlans.dueOn(words.day(owing.dueOn)))}
            </Text>
            {owing.state === 'owed' && owing.whyNot === null && (
              <Anchor
                component={Link}
                to="/plans/$id/sub-plans/draft"
                params={{ id: plan.id } as never}
                search={{ agency: id } as never}
                size="sm"
              >
                {w.subPlans.draftShort}
              </Anchor>
            )}
          </Group>
        ))}
      </Stack>
      <Anchor component={Link} to="/agencies/$id/programme" params={{ id } as never} size="sm">
        {w.agency.programme}
      </Anchor>
    </Part>
  )
}
