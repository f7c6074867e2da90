// What narrows the worklist: words, agency, plan, state, and behind "Lọc thêm" part, person, period, time asked for.
import { Button, Checkbox, Collapse, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure, useHotkeys } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
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
  onChange: (next: Partial<WorkFilter>, replace?: boolean) => void
}

export function WorkFilters({ filter, counts, agency, today, onChange }: Props) {
  const further = [filter.role, filter.person, filter.period, filter.extension].filter(Boolean).length
  const [isOpen, { toggle }] = useDisclosure(further > 0)
  return (
    <Stack gap="sm" className="screen-only">
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <Search value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined }, true)} />
        <AgencyChoice counts={counts} value={agency} onChange={(next) => onChange({ agency: next })} />
        <PlanChoice
          counts={counts}
          value={filter.plan}
          onChange={(plan) => onChange({ plan: plan === ALL ? undefined : plan })}
        />
      </SimpleGrid>
      <Tabs filter={filter} counts={counts?.counts} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
          {w.moreFilters(further)}
        </Button>
        {filter.item && <Chosen label={words.task.oneItem} onClear={() => onChange({ item: undefined })} />}
        {filter.batch && <Chosen label={w.oneBatch} onClear={() => onChange({ batch: undefined })} />}
      </Group>
      <Collapse expanded={isOpen}>
        <Further filter={filter} today={today} onChange={onChange} />
      </Collapse>
    </Stack>
  )
}

function Chosen({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <Group gap={6}>
      <Text size="sm">{label}</Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={onClear}
        aria-label={`${words.task.clearFilter}: ${label}`}
      >
        {words.task.clearFilter}
      </Button>
    </Group>
  )
}

function Further({ filter, today, onChange }: Pick<Props, 'filter' | 'today' | 'onChange'>) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 4 }} spacing="sm" verticalSpacing="xs">
      <Select
        label={w.roleFilter}
        data={[
          { value: 'lead', label: w.roles.lead },
          { value: 'coordinating', label: w.roles.coordinating },
        ]}
        placeholder={w.bothRoles}
        clearable
        clearButtonProps={{ 'aria-label': words.task.clearFilter }}
        value={filter.role ?? null}
        onChange={(role) => onChange({ role: (role ?? undefined) as WorkFilter['role'] })}
      />
      <Select
        label={w.periodFilter}
        data={periodChoices(today, filter.period)}
        placeholder={w.anyPeriod}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': words.task.clearFilter }}
        value={filter.period ?? null}
        onChange={(period) => onChange({ period: period ?? undefined })}
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

function Search({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const send = useDebouncedCallback(onChange, 300)
  useHotkeys([['/', () => field.current?.focus()]])
  // The address may change under us: back, or a link to another list.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(value)
  }, [value])
  return (
    <TextInput
      ref={field}
      type="search"
      label={words.task.searchLabel}
      description={<Shortcuts />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}

/** A phone has no keys to press. */
const Shortcuts = () => (
  <Text size="xs" c="gray.7" component="span" visibleFrom="md">
    {words.task.searchHint}
  </Text>
)

function Tabs({ filter, counts }: { filter: WorkFilter; counts: WorkCounts['counts'] | undefined }) {
  const shown: WorkState[] = TABS.filter(
    (state) => STEADY.includes(state) || state === filter.state || (counts?.[state] ?? 0) > 0,
  )
  if (!shown.includes(filter.state)) shown.push(filter.state)
  return (
    <Group component="nav" gap={6} aria-label={words.task.stateTabs}>
      {shown.map((state) => (
        <Button
          key={state}
          size="xs"
          variant={state === filter.state ? 'filled' : 'default'}
          component={Link}
          to="/work"
          search={{ ...filter, after: undefined, state } as never}
          aria-current={state === filter.state ? 'page' : undefined}
        >
          {words.task.states[state]}
          {counts && ` (${words.number(counts[state])})`}
        </Button>
      ))}
    </Group>
  )
}
