import { expect, test } from 'vitest'
import { type Clock, clockDays, clockFigures } from './clock.ts'

const clock = (today: string, rest: Partial<Clock> = {}): Clock => ({
  ...{ from: '2026-11-20', dueOn: '2026-11-26', today, missingYears: [] },
  daysOff: [{ day: '2026-11-24', kind: 'off' as const, name: 'Nghỉ' }],
  ...rest,
})
const looks = (of: Clock) =>
  clockDays(of).map(({ look, isDue, isToday }) => look + (isDue ? '!' : '') + (isToday ? '*' : ''))

test('sent on Friday: Saturday and Sunday off, then the days up to the last', () => {
  expect(looks(clock('2026-11-20'))).toEqual(['off', 'off', 'left', 'off', 'left', 'left!'])
  expect(looks(clock('2026-11-25'))).toEqual(['off', 'off', 'gone', 'off', 'left*', 'left!'])
  expect(looks(clock('2026-11-30'))).toEqual([
    'off',
    'off',
    'gone',
    'off',
    'gone',
    'gone!',
    'late',
    'off',
    'off',
    'late*',
  ])
})

test('the figures count working days only, and today as still to come', () => {
  expect(clockFigures(clock('2026-11-20'))).toEqual({ all: 3, gone: 0, left: 3 })
  expect(clockFigures(clock('2026-11-25'))).toEqual({ all: 3, gone: 1, left: 1 })
  expect(clockFigures(clock('2026-11-26'))).toEqual({ all: 3, gone: 2, left: 0 })
  expect(clockFigures(clock('2026-11-30'))).toEqual({ all: 3, gone: 3, left: -2 })
})

test('a clock set back, and one that has stood for years', () => {
  expect(clockFigures(clock('2026-11-10')).gone).toBe(0)
  expect(looks(clock('2026-11-10'))).toHaveLength(6)
  const days = clockDays(clock('2030-01-01'))
  expect([days.length, days.at(-1)?.isToday]).toEqual([120, true])
})
