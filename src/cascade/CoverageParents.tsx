// What a plan carries out, on the page of its coverage: what is cited and missing here, what a person named.
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { type Plan, PlanList } from '../plan/plan.ts'
import { planName } from '../task/parts.tsx'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Coverage, JudgementVersion, type Parent } from './coverage.ts'

const w = words.cascade.coverage

/** What the plan carries out: here, still under review, or cited and missing. */
export function Parents({ data: { child, parents, whyNot } }: { data: Coverage }) {
  const missing = parents.filter(({ plan }) => !plan?.isPublished)
  const said = parents.filter(({ how }) => how === 'said')
  const [isAdding, setAdding] = useState(false)
  const client = useQueryClient()
  const again = () =>
    Promise.all(['coverage', 'chain'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const drop = useMutation({
    mutationFn: ({ plan, version }: Parent) =>
      send(`/api/plans/${child.id}/parents/${plan?.id}`, { method: 'DELETE', version, answer: z.null() }),
    onSuccess: again,
  })
  return (
    <Stack gap="xs">
      {missing.map(({ number, day, issuer, plan }) => (
        <Alert
          key={`${number} ${plan?.id}`}
          variant="light"
          color="orange"
          p="sm"
          styles={{ message: { color: '#8a4700' } }}
        >
          <Group gap="sm" justify="space-between">
            <Text size="sm" style={{ flex: '1 1 240px' }}>
              ⚠ {plan ? w.inReview(number) : w.notHere(number)}{' '}
              {[issuer, day && /^\d{4}-\d\d-\d\d$/u.test(day) ? words.day(day) : null]
                .filter(Boolean)
                .join(', ')}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              to={plan ? '/plans/$id/review' : '/plans'}
              params={{ id: plan?.id } as never}
            >
              {plan ? w.review : w.load}
            </Button>
          </Group>
        </Alert>
      ))}
      {said.map((one) => (
        <Group key={one.plan?.id} gap="xs">
          <Text size="sm">{w.said(one.plan ? planName(one.plan) : one.number)}</Text>
          {whyNot === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={drop.isPending}
              onClick={() => drop.mutate(one)}
            >
              {w.unsay}
            </Button>
          )}
        </Group>
      ))}
      {drop.error && <Failure error={drop.error} />}
      {whyNot === null &&
        (isAdding ? (
          <AddParent childId={child.id} onDone={() => void again().then(() => setAdding(false))} />
        ) : (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {w.say}
            </Button>
          </div>
        ))}
    </Stack>
  )
}

function AddParent({ childId, onDone }: { childId: string; onDone: () => void }) {
  const plans = useQuery({
    queryKey: ['plans', 'published'],
    queryFn: async () => {
      const all: Plan[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: z.infer<typeof PlanList> = await get(
          `/api/plans?status=published${after ? `&after=${encodeURIComponent(after)}` : ''}`,
          PlanList,
        )
        all.push(...page.plans)
        after = page.next
      }
      return all
    },
  })
  const add = useMutation({
    mutationFn: (parentId: string) =>
      send(`/api/plans/${childId}/parents`, { body: { parentId }, answer: JudgementVersion }),
    onSuccess: onDone,
  })
  return (
    <>
      <Select
        label={w.sayLabel}
        searchable
        data={(plans.data ?? [])
          .filter(({ id }) => id !== childId)
          .map((plan) => ({ value: plan.id, label: planName(plan) }))}
        onChange={(id) => id && add.mutate(id)}
        nothingFoundMessage={words.task.nothingFound}
        disabled={add.isPending}
      />
      {add.error && <Failure error={add.error} />}
    </>
  )
}
