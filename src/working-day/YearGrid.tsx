// A year as twelve small months. A day off is a filled square, a make-up day a ringed one, a weekend struck faintly: told
// apart without colour. The picture has its sentence; the list below has every entry, for reading and for the keyboard.
import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { addDays, isWeekend, months, weekdayOf } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'
import type { DayKind, DayOff } from './day-off.ts'
import './year-grid.css'

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

type Look = DayKind | 'weekend' | 'plain'

export function YearGrid({
  year,
  days,
  onPick,
}: {
  year: number
  days: readonly DayOff[]
  /** A click on a day; null for whoever only reads. */
  onPick: ((day: string) => void) | null
}) {
  const entered = new Map(days.map((day) => [day.day, day]))
  const n = (kind: DayKind) => days.filter((day) => day.kind === kind).length
  return (
    <Stack gap="sm">
      <Legend />
      <p className="only-read-aloud">
        {words.daysOff.grid(year)}: {words.daysOff.gridSummary(n('off'), n('working'))}
      </p>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing="md" aria-hidden>
        {MONTHS.map((month) => (
          <Month key={month} {...{ year, month, entered, onPick }} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}

function Legend() {
  const looks: [Look, string][] = [
    ['off', words.daysOff.kinds.off],
    ['working', words.daysOff.kinds.working],
    ['weekend', words.daysOff.weekend],
  ]
  return (
    <Group gap="lg">
      {looks.map(([look, label]) => (
        <Group key={look} gap={6}>
          <span className={`day-cell day-${look}`} aria-hidden>
            1
          </span>
          <Text size="sm">{label}</Text>
        </Group>
      ))}
    </Group>
  )
}

interface MonthProps {
  year: number
  month: number
  entered: ReadonlyMap<string, DayOff>
  onPick: ((day: string) => void) | null
}

function Month({ year, month, entered, onPick }: MonthProps) {
  const { from, to } = months(year, month, month)
  const days = Array.from({ length: Number(to.slice(8)) }, (_, i) => addDays(from, i))
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {words.daysOff.month(month)}
      </Text>
      <div className="month-grid">
        {words.daysOff.weekdays.map((name) => (
          <span key={name} className="weekday-name">
            {name}
          </span>
        ))}
        {days.map((day, index) => (
          <Fragment key={day}>
            {index === 0 && weekdayOf(day) > 1 && (
              <span style={{ gridColumn: `span ${weekdayOf(day) - 1}` }} />
            )}
            <Day {...{ day, entry: entered.get(day), onPick }} />
          </Fragment>
        ))}
      </div>
    </div>
  )
}

function Day({
  day,
  entry,
  onPick,
}: { day: string; entry: DayOff | undefined } & Pick<MonthProps, 'onPick'>) {
  const look: Look = entry?.kind ?? (isWeekend(day) ? 'weekend' : 'plain')
  const shown = {
    className: `day-cell day-${look}`,
    title: entry ? `${words.day(day)}: ${entry.name}` : undefined,
    children: Number(day.slice(8)),
  }
  // For the pointer alone: by keyboard every day is reached from the list and its button.
  return onPick ? (
    <button type="button" tabIndex={-1} onClick={() => onPick(day)} {...shown} />
  ) : (
    <span {...shown} />
  )
}
