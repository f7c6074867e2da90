// Where the rows go: a new tracked list with a name and an overseer, or a plan that is published.
import { Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Agency } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { type Plan, PlanList } from '../plan/plan.ts'
import * as words from '../vocabulary/words.ts'
import type { RunDetail } from './tracker.ts'

const w = words.tracker

export interface ChosenTarget {
  kind: 'new' | 'plan'
  planId: string | null
  title: string
  number: string
  overseerId: string | null
}

/** What is chosen, or proposed: the plan that holds most of the rows, else a new list called as the sheet is. */
export function chosenTarget({ settings: { target }, title, ownAgencyId }: RunDetail): ChosenTarget {
  const isPlan = target?.kind === 'plan'
  const made = target?.kind === 'new' ? target : null
  return {
    kind: isPlan ? 'plan' : 'new',
    planId: isPlan ? target.planId : null,
    title: made?.title ?? title,
    number: made?.number ?? '',
    overseerId: made?.overseerId ?? ownAgencyId,
  }
}

/** So many pages of published plans are offered, newest first. */
const MOST_PAGES = 20

async function listPublished(): Promise<Plan[]> {
  const plans: Plan[] = []
  let after = ''
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await get(`/api/plans?status=published${after}`, PlanList)
    plans.push(...list.plans)
    if (!list.next) break
    after = `&after=${encodeURIComponent(list.next)}`
  }
  return plans
}

export function TargetForm({
  chosen,
  agencies,
  onChange,
}: {
  chosen: ChosenTarget
  agencies: readonly Agency[]
  onChange: (chosen: ChosenTarget) => void
}) {
  const plans = useQuery({ queryKey: ['plans', 'published', 'names'], queryFn: listPublished })
  const isPlan = chosen.kind === 'plan'
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label={w.target}
        value={chosen.kind}
        onChange={(kind) =>
          onChange({
            ...chosen,
            kind: kind === 'plan' ? 'plan' : 'new',
            planId: kind === 'plan' ? chosen.planId : null,
          })
        }
      >
        <Group gap="lg">
          <Radio value="new" label={w.targetNew} />
          <Radio value="plan" label={w.targetPlan} />
        </Group>
      </Radio.Group>
      {isPlan ? (
        <Select
          label={w.plan}
          required
          searchable
          data={(plans.data ?? []).map((plan) => ({
            value: plan.id,
            label: [plan.number, plan.title || plan.fileName].filter(Boolean).join(' · '),
          }))}
          nothingFoundMessage={words.common.none}
          value={chosen.planId}
          onChange={(planId) => onChange({ ...chosen, planId })}
        />
      ) : (
        <>
          <TextInput
            label={w.planTitle}
            required
            maxLength={300}
            error={chosen.title.trim().length < 5 ? w.titleForm : null}
            value={chosen.title}
            onChange={(event) => onChange({ ...chosen, title: event.currentTarget.value })}
          />
          <TextInput
            label={w.planNumber}
            maxLength={60}
            value={chosen.number}
            onChange={(event) => onChange({ ...chosen, number: event.currentTarget.value })}
          />
          <Select
            label={w.overseer}
            required
            searchable
            data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            nothingFoundMessage={words.common.none}
            error={chosen.overseerId ? null : w.overseerMissing}
            value={chosen.overseerId}
            onChange={(overseerId) => onChange({ ...chosen, overseerId })}
          />
        </>
      )}
    </Stack>
  )
}
