// What narrows the worklist: words, agency, plan, state, and behind "Lọc thêm" part, person, period, time asked for.
import { Button, Checkbox, Collapse, Group, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Choice } from '../ui/Choice.tsx'
import { countSet, Filters, Limit, SearchField, StateTabs } from '../ui/list.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { AgencyChoice, ALL, PlanChoice } from './parts.tsx'
import { EVERY, periodAt, periodBefore } from './period.ts'
import type { WorkCounts, WorkFilter } from './work.ts'
import type { WorkState } from './work-state.ts'

const w = words.steps
const TABS = [
  'open',
  'overdue',
  'soon',
  'to-receive',
  'to-approve',
  'to-confirm',
  'undated',
  'suspended',
  'closed',
  'done',
  'all',
] as const
/** These stay in sight even when nothing is in them. */
const STEADY: readonly WorkState[] = ['open', 'overdue', 'done', 'all']

interface Props {
  filter: WorkFilter
  counts: WorkCounts | undefined
  /** The agency shown, or "all". */
  agency: string
  /** null until the first list has come. */
  today: string | null
  /** On a phone what else stands above the list. */
  beside: ReactNode
  onChange: (next: Partial<WorkFilter>, replace?: boolean) => void
}

export function WorkFilters({ filter, counts, agency, today, beside, onChange }: Props) {
  const isPhone = useIsPhone()
  const further = countSet([filter.role, filter.person, filter.period, filter.extension])
  const [isOpen, { toggle }] = useDisclosure(further > 0)
  const more = <Further filter={filter} today={today} onChange={onChange} />
  return (
    <>
      <Filters set={further + countSet([filter.q, filter.agency, filter.plan])} beside={beside}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <SearchField
            label={words.task.searchLabel}
            hint={!isPhone && words.task.searchHint}
            value={filter.q}
            onSearch={(q) => onChange({ q }, true)}
          />
          <AgencyChoice counts={counts} value={agency} onChange={(next) => onChange({ agency: next })} />
          <PlanChoice
            counts={counts}
            value={filter.plan}
            onChange={(plan) => onChange({ plan: plan === ALL ? undefined : plan })}
          />
        </SimpleGrid>
        {isPhone && <div style={{ paddingTop: 'var(--mantine-spacing-sm)' }}>{more}</div>}
      </Filters>
      <StateTabs
        to="/work"
        filter={filter}
        states={TABS}
        steady={STEADY}
        names={words.task.states}
        counts={counts?.counts}
      />
      {!isPhone && (
        <Stack gap="sm" className="screen-only">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
              {w.moreFilters(further)}
            </Button>
          </Group>
          <Collapse expanded={isOpen}>{more}</Collapse>
        </Stack>
      )}
      <Limits filter={filter} onChange={onChange} />
    </>
  )
}

/** What an address limits the list to without a field for it. */
function Limits({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const limits: [said: string | undefined | false, off: Partial<WorkFilter>][] = [
    [filter.item && words.task.oneItem, { item: undefined }],
    [filter.batch && w.oneBatch, { batch: undefined }],
    [filter.due && w.dueThatDay(filter.due), { due: undefined }],
    [filter.overseer && w.overseen, { overseer: undefined }],
  ]
  const set = limits.filter(([said]) => said)
  if (set.length === 0) return null
  return (
    <Group gap="md">
      {set.map(([said, off]) => (
        <Limit key={said || ''} said={said || ''} onClear={() => onChange(off)} />
      ))}
    </Group>
  )
}

function Further({ filter, today, onChange }: Pick<Props, 'filter' | 'today' | 'onChange'>) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 4 }} spacing="sm" verticalSpacing="xs">
      <Choice
        label={w.roleFilter}
        options={[
          { value: ALL, label: w.bothRoles },
          { value: 'lead', label: w.roles.lead },
          { value: 'coordinating', label: w.roles.coordinating },
        ]}
        value={filter.role ?? ALL}
        onChange={(role) => onChange({ role: role === ALL ? undefined : (role as WorkFilter['role']) })}
      />
      <Choice
        label={w.periodFilter}
        options={[{ value: ALL, label: w.anyPeriod }, ...periodChoices(today, filter.period)]}
        value={filter.period ?? ALL}
        onChange={(period) => onChange({ period: period === ALL ? undefined : period })}
      />
      <Checkbox
        label={w.mineOnly}
        mt={{ base: 0, sm: 28 }}
        checked={filter.person !== undefined}
        onChange={(event) => onChange({ person: event.currentTarget.checked ? 'me' : undefined })}
      />
      <Checkbox
        label={w.askedOnly}
        mt={{ base: 0, sm: 28 }}
        checked={filter.extension !== undefined}
        onChange={(event) => onChange({ extension: event.currentTarget.checked ? 'asked' : undefined })}
      />
    </SimpleGrid>
  )
}

/** Of each length the period that runs and the two before it; what an address names is there too. */
function periodChoices(today: string | null, named: string | undefined) {
  const keys = EVERY.flatMap((every) => {
    if (today === null) return []
    const now = periodAt(every, today)
    const before = periodBefore(every, now)
    return [now.key, before.key, periodBefore(every, before).key]
  })
  return [...new Set([...(named ? [named] : []), ...keys])].map((key) => ({
    value: key,
    label: w.period(key),
  }))
}
