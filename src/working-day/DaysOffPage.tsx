// The days off of a year: the year as a picture, the entries as a list, and for whoever may the ways to enter them.
import { ActionIcon, Button, Group, Table, Text, Tooltip } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { weekdayOf } from '../base/calendar.ts'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DayOffDialog, type Picked } from './DayOffDialog.tsx'
import { DaysOffPaste } from './DaysOffPaste.tsx'
import { type DayOff, DaysOffOfYear, FIRST_YEAR, LAST_YEAR } from './day-off.ts'
import { YearGrid } from './YearGrid.tsx'

const KEY = ['days-off']
const w = words.daysOff

export function DaysOffPage() {
  const whyNot = useWhyNot('day-off.write')
  const { year } = useSearch({ strict: false }) as { year?: unknown }
  const asked = Number(year)
  const isYear = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR
  const navigate = useNavigate()
  const client = useQueryClient()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [isPasting, setPasting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, isYear ? asked : null],
    queryFn: () => get(`/api/days-off${isYear ? `?year=${asked}` : ''}`, DaysOffOfYear),
    placeholderData: keepPreviousData,
  })
  const changed = () => void client.invalidateQueries({ queryKey: KEY })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const go = (to: number) => void navigate({ to: '/days-off', search: { year: to } as never })
  const pick = (day: string) => setPicked(data.days.find((one) => one.day === day) ?? { day })
  const gated = (label: string, isFirst: boolean, act: () => void) => (
    <Gated whyNot={whyNot} label={label} isFirst={isFirst} onClick={act} />
  )
  return (
    <Page
      title={w.title}
      actions={
        <>
          {gated(w.paste, data.days.length === 0, () => setPasting(true))}
          {gated(w.add, data.days.length > 0, () => setPicked({ day: null }))}
        </>
      }
    >
      <Text size="sm">{w.explain}</Text>
      <Year year={data.year} onGo={go} />
      {isPasting && <DaysOffPaste onClose={() => setPasting(false)} onDone={changed} />}
      {data.days.length === 0 && <Empty>{whyNot ? w.emptyToRead(data.year) : w.empty(data.year)}</Empty>}
      <YearGrid year={data.year} days={data.days} onPick={whyNot ? null : pick} />
      {data.days.length > 0 && (
        <Part title={w.list(data.days.length)}>
          <Entries days={data.days} onEdit={whyNot ? null : setPicked} />
        </Part>
      )}
      {picked && (
        <DayOffDialog
          picked={picked}
          year={data.year}
          onClose={() => setPicked(null)}
          onDone={() => {
            setPicked(null)
            changed()
          }}
        />
      )}
    </Page>
  )
}

function Gated({
  whyNot,
  label,
  isFirst,
  onClick,
}: {
  whyNot: string | null
  label: ReactNode
  isFirst: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Button
        variant={isFirst ? 'filled' : 'default'}
        data-disabled={whyNot ? true : undefined}
        aria-disabled={whyNot ? true : undefined}
        onClick={() => whyNot || onClick()}
      >
        {label}
      </Button>
    </Tooltip>
  )
}

function Year({ year, onGo }: { year: number; onGo: (year: number) => void }) {
  const arrow = (to: number, label: string, sign: string) => (
    <ActionIcon
      variant="default"
      aria-label={`${label} (${to})`}
      disabled={to < FIRST_YEAR || to > LAST_YEAR}
      onClick={() => onGo(to)}
    >
      {sign}
    </ActionIcon>
  )
  return (
    <Group gap="xs" role="group" aria-label={w.year}>
      {arrow(year - 1, w.yearBefore, '‹')}
      <Text fw={700} aria-live="polite">
        {w.year} {year}
      </Text>
      {arrow(year + 1, w.yearAfter, '›')}
    </Group>
  )
}

function Entries({ days, onEdit }: { days: readonly DayOff[]; onEdit: ((day: DayOff) => void) | null }) {
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{w.day}</Table.Th>
          <Table.Th>{w.kind}</Table.Th>
          <Table.Th>{w.name}</Table.Th>
          {onEdit && <Table.Th />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((day) => (
          <Table.Tr key={day.day}>
            <Table.Td>
              <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                {words.day(day.day)}
              </Text>
              <Text size="xs" c="gray.7">
                {w.weekdayNames[weekdayOf(day.day) - 1]}
              </Text>
            </Table.Td>
            <Table.Td>{w.kinds[day.kind]}</Table.Td>
            <Table.Td>{day.name}</Table.Td>
            {onEdit && (
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={w.editOf(words.day(day.day))}
                  onClick={() => onEdit(day)}
                >
                  {words.common.edit}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
