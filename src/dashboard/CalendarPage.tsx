// The calendar of due days: a month as a grid, on a phone as an agenda; beside it the addresses for calendar programs.
import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { weekdayOf } from '../base/calendar.ts'
import { get } from '../http/client.ts'
import { People } from '../task/item-work.ts'
import { AgencyChoice, ALL, PlanChoice } from '../task/parts.tsx'
import { addressOf, WorkCounts } from '../task/work.ts'
import { Choice } from '../ui/Choice.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { offDays } from '../working-day/day-off.ts'
import { CalendarFeedsPart } from './CalendarFeeds.tsx'
import {
  Calendar,
  type CalendarDay,
  type CalendarEntry,
  type CalendarFilter,
  monthAfter,
  readCalendarFilter,
  weeksOf,
} from './calendar.ts'
import { PrintButton } from './print.tsx'
import './calendar.css'

export function CalendarPage() {
  const filter = readCalendarFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const isWide = useIsWide()
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'calendar', filter],
    queryFn: () => get(`/api/calendar?${addressOf(filter)}`, Calendar),
    placeholderData: keepPreviousData,
  })
  const choices = useQuery({
    queryKey: ['work', 'counts', { agency: ALL }],
    queryFn: () => get(`/api/work/counts?agency=${ALL}`, WorkCounts),
  })
  const change = (next: Partial<CalendarFilter>) =>
    void navigate({ to: '/calendar', search: { ...filter, ...next } as never, replace: true })
  const w = words.standing.calendar
  const chosen = filter.agency ?? data?.agency?.id ?? ALL
  const { agency = chosen, plan, person } = filter
  const list = { agency, plan, person, state: 'all' }
  return (
    <Page title={data?.agency ? w.titleOf(data.agency.name) : w.title} actions={<PrintButton />}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" className="screen-only">
        <AgencyChoice
          counts={choices.data}
          value={chosen}
          onChange={(agency) => change({ agency: agency as CalendarFilter['agency'] })}
        />
        <PlanChoice
          counts={choices.data}
          value={filter.plan}
          onChange={(plan) => change({ plan: plan === ALL ? undefined : plan })}
        />
        <PersonChoice value={filter.person} onChange={(person) => change({ person })} />
      </SimpleGrid>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Months month={data.month} thisMonth={data.today.slice(0, 7)} filter={filter} />
          {isWide ? <MonthGrid calendar={data} list={list} /> : <Agenda calendar={data} list={list} />}
        </>
      )}
      <CalendarFeedsPart agency={data?.agency ?? null} />
    </Page>
  )
}

interface PersonProps {
  value: CalendarFilter['person']
  onChange: (value: CalendarFilter['person']) => void
}

/** Everybody, oneself, or anybody; the names are fetched when somebody looks for one. */
function PersonChoice({ value, onChange }: PersonProps) {
  const [isOpen, setOpen] = useState(false)
  const w = words.standing.calendar
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => get('/api/people', People),
    enabled: isOpen || (value !== undefined && value !== 'me'),
  })
  return (
    <Choice
      label={w.whose}
      options={[
        { value: ALL, label: w.everybody },
        { value: 'me', label: w.mine },
        ...(people.data?.people ?? []).map(({ id, name, agency }) => ({
          value: id,
          label: agency ? `${name}, ${agency}` : name,
        })),
      ]}
      value={value ?? ALL}
      limit={100}
      onOpen={() => setOpen(true)}
      onChange={(next) => onChange(next === ALL ? undefined : next)}
    />
  )
}

function Months({ month, thisMonth, filter }: { month: string; thisMonth: string; filter: CalendarFilter }) {
  const w = words.standing.calendar
  const to = (month: string | undefined) => ({ to: '/calendar', search: { ...filter, month } as never })
  const [year = '', number = ''] = month.split('-')
  return (
    <Group gap="xs">
      <Button
        component={Link}
        {...to(monthAfter(month, -1))}
        variant="default"
        size="xs"
        className="screen-only"
      >
        ‹ {w.before}
      </Button>
      <Title order={2} size="h4" aria-live="polite">
        {w.month(Number(number), year)}
      </Title>
      <Button
        component={Link}
        {...to(monthAfter(month, 1))}
        variant="default"
        size="xs"
        className="screen-only"
      >
        {w.after} ›
      </Button>
      {month !== thisMonth && (
        <Button component={Link} {...to(undefined)} variant="subtle" size="xs" className="screen-only">
          {w.thisMonth}
        </Button>
      )}
    </Group>
  )
}

interface Shown {
  calendar: Calendar
  /** The worklist that a day opens, but for the day. */
  list: object
}

function MonthGrid({ calendar: { month, today, days, daysOff, agency }, list }: Shown) {
  const w = words.standing.calendar
  const isOff = offDays(daysOff)
  const names = new Map(daysOff.map(({ day, name }) => [day, name]))
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <table className="calendar">
      <thead>
        <tr>
          {w.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={[
                  day.startsWith(month) ? '' : 'other-month',
                  isOff(day) ? 'day-off' : '',
                  day === today ? 'today' : '',
                ].join(' ')}
                aria-current={day === today ? 'date' : undefined}
              >
                <Group justify="space-between" gap={4} wrap="nowrap">
                  <Text size="sm" fw={day === today ? 700 : 400} component="span">
                    {Number(day.slice(8))}
                    {day === today && <span className="only-read-aloud"> {w.today}</span>}
                  </Text>
                  <DayCount day={byDay.get(day)} list={list} />
                </Group>
                {names.has(day) && (
                  <Text size="xs" fs="italic">
                    {names.get(day)}
                  </Text>
                )}
                <Entries day={byDay.get(day)} list={list} lines={3} withAgency={!agency} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Agenda({ calendar: { month, today, days, agency }, list }: Shown) {
  const w = words.standing.calendar
  const own = days.filter(({ day }) => day.startsWith(month))
  if (own.length === 0) return <Empty>{w.empty}</Empty>
  return (
    <Stack gap="md">
      {own.map((day) => (
        <section key={day.day} aria-label={words.day(day.day)}>
          <Group justify="space-between" gap="xs" className="agenda-day">
            <Title order={3} size="h6">
              {w.weekdays[weekdayOf(day.day) - 1]}, {words.day(day.day)}
              {day.day === today && ` (${w.today.toLowerCase()})`}
            </Title>
            <DayCount day={day} list={list} />
          </Group>
          <Entries day={day} list={list} lines={3} withAgency={!agency} />
        </section>
      ))}
    </Stack>
  )
}

/** How many are due; of them overdue ones in words, not in colour alone. */
function DayCount({ day, list }: { day: CalendarDay | undefined; list: object }) {
  if (!day) return null
  const w = words.standing.calendar
  const said = [
    w.due(day.all),
    ...(day.overdue ? [w.overdue(day.overdue)] : []),
    ...(day.done ? [w.done(day.done)] : []),
  ].join(', ')
  return (
    <Anchor
      component={Link}
      to="/work"
      search={{ ...list, due: day.day } as never}
      size="xs"
      aria-label={`${words.day(day.day)}: ${said}`}
      title={said}
    >
      <Badge
        component="span"
        size="sm"
        variant={day.overdue ? 'filled' : 'light'}
        color={day.overdue ? 'red.9' : day.done === day.all ? 'gray' : 'lake'}
        c={day.overdue ? undefined : 'dark.9'}
        style={{ cursor: 'pointer' }}
      >
        {day.overdue
          ? `⚠ ${words.number(day.all)}`
          : day.done === day.all
            ? `✓ ${words.number(day.all)}`
            : words.number(day.all)}
      </Badge>
    </Anchor>
  )
}

interface EntriesProps {
  day: CalendarDay | undefined
  list: object
  lines: number
  /** Not where the calendar is one agency's. */
  withAgency: boolean
}

function Entries({ day, list, lines, withAgency }: EntriesProps) {
  if (!day) return null
  const more = day.all - day.entries.length
  return (
    <>
      {day.entries.map((entry) => (
        <Anchor
          key={entry.id}
          component={Link}
          to="/work/$id"
          params={{ id: entry.id } as never}
          size="xs"
          lineClamp={lines}
          c={entry.isOverdue ? 'red.9' : 'dark.9'}
          mt={2}
        >
          <Mark entry={entry} />
          {withAgency && <b>{entry.agency}: </b>}
          {entry.isCoordinating && `(${words.task.coordinating.toLowerCase()}) `}
          {entry.quote}
        </Anchor>
      ))}
      {more > 0 && (
        <Anchor component={Link} to="/work" search={{ ...list, due: day.day } as never} size="xs" mt={2}>
          {words.standing.calendar.more(more)}
        </Anchor>
      )}
    </>
  )
}

function Mark({ entry }: { entry: CalendarEntry }) {
  const w = words.standing.calendar
  if (entry.status === 'done')
    return (
      <span>
        <span aria-hidden>✓ </span>
        <span className="only-read-aloud">{w.isDone}: </span>
      </span>
    )
  if (entry.isOverdue)
    return (
      <span>
        <span aria-hidden>⚠ </span>
        <span className="only-read-aloud">{w.isLate}: </span>
      </span>
    )
  return null
}
