// On the page of a plan: who has issued a plan below it, and how far the plan covers the one above.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Chain } from './coverage.ts'
import { ShareOfPlans } from './parts.tsx'
import { SubPlans } from './sub-plan.ts'

const w = words.cascade

export default function PlanSubPlans({ id }: SlotProps) {
  const below = useQuery({
    queryKey: ['sub-plans', id],
    queryFn: () => get(`/api/plans/${id}/sub-plans`, SubPlans),
  })
  const chain = useQuery({
    queryKey: ['chain', id],
    queryFn: () => get(`/api/plans/${id}/chain`, Chain),
  })
  const error = below.error ?? chain.error
  const open = below.data?.clauses.filter(({ decision }) => decision === null).length ?? 0
  return (
    <>
      <Part title={w.subPlans.title}>
        {error && <Failure error={error} />}
        {below.isPending && <Loading />}
        {below.data && below.data.owing.length > 0 && <ShareOfPlans owing={below.data.owing} />}
        {open > 0 && <Text size="sm">{w.subPlans.toDecide(open)}</Text>}
        {below.data?.owing.length === 0 && open === 0 && <Text size="sm">{w.subPlans.noneAsked}</Text>}
        <Anchor component={Link} to="/plans/$id/sub-plans" params={{ id } as never} size="sm">
          {w.subPlans.open}
        </Anchor>
      </Part>
      {chain.data && (chain.data.parents.length > 0 || chain.data.children.length > 0) && (
        <Part title={w.coverage.chain}>
          <Stack gap={4}>
            {chain.data.parents.map((parent) => (
              <Text size="sm" key={`${parent.number} ${parent.plan?.id}`} component="div">
                {parent.plan ? (
                  <>
                    {w.coverage.carriesOut}{' '}
                    <Anchor
                      component={Link}
                      to="/plans/$id"
                      params={{ id: parent.plan.id } as never}
                      size="sm"
                    >
                      {planName(parent.plan)}
                    </Anchor>
                  </>
                ) : (
                  <span>⚠ {w.coverage.notHere(parent.number)}</span>
                )}
              </Text>
            ))}
            {chain.data.children.map((child) => (
              <Text size="sm" key={child.id} component="div">
                {w.coverage.carriedOutBy}{' '}
                <Anchor component={Link} to="/plans/$id" params={{ id: child.id } as never} size="sm">
                  {planName(child)}
                </Anchor>
              </Text>
            ))}
          </Stack>
          {chain.data.parents.length > 0 && (
            <Group gap="md">
              <Anchor component={Link} to="/plans/$id/coverage" params={{ id } as never} size="sm">
                {w.coverage.open}
              </Anchor>
            </Group>
          )}
        </Part>
      )}
      {chain.data?.parents.length === 0 && chain.data.whyNot === null && (
        <Anchor component={Link} to="/plans/$id/coverage" params={{ id } as never} size="sm">
          {w.coverage.openNoParent}
        </Anchor>
      )}
    </>
  )
}
