// A clock in working days as a row of days: gone by filled, left open, overdue crossed, days off faint, the last day
// framed and today marked below: told apart without colour.
import { Group, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { type Clock, type ClockDay, clockDays, clockFigures } from './clock.ts'
import { MissingYears, TimeLeft } from './parts.tsx'
import './clock.css'

const w = words.difficulty

export function ClockPicture({ clock, addressee }: { clock: Clock; addressee: string }) {
  const { all, gone, left } = clockFigures(clock)
  const said = `${w.clockOf(addressee, words.day(clock.dueOn))} ${w.clockSpan(gone, all)}`
  return (
    <Stack gap="xs">
      <Text size="sm">
        {said} <TimeLeft days={left} dueOn={clock.dueOn} today={clock.today} />
      </Text>
      <div className="clock" role="img" aria-label={said}>
        {clockDays(clock).map((day) => (
          <Day key={day.day} {...day} />
        ))}
      </div>
      <Legend />
      <MissingYears years={clock.missingYears} />
    </Stack>
  )
}

function Day({ day, look, isDue, isToday, name }: ClockDay) {
  const marks = [`clock-${look}`, isDue && 'clock-due', isToday && 'clock-today'].filter(Boolean).join(' ')
  return (
    <span
      className={`clock-day ${marks}`}
      title={[words.day(day), name].filter(Boolean).join(': ')}
      aria-hidden
    >
      {look === 'late' ? '×' : Number(day.slice(8))}
    </span>
  )
}

function Legend() {
  const looks = [
    ['clock-gone', w.legend.gone],
    ['clock-left', w.legend.left],
    ['clock-left clock-due', w.legend.due],
    ['clock-left clock-today', w.legend.today],
    ['clock-late', w.legend.late],
    ['clock-off', w.legend.off],
  ] as const
  return (
    <Group gap="md" aria-hidden>
      {looks.map(([look, label]) => (
        <Group key={look} gap={4}>
          <span className={`clock-day ${look}`}>{look === 'clock-late' ? '×' : ''}</span>
          <Text size="xs" c="gray.7">
            {label}
          </Text>
        </Group>
      ))}
    </Group>
  )
}
