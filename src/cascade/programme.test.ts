import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf, type ProgrammeRow, partsOf, roundsAhead } from './programme.ts'

const row = (more: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  ...{
    assignmentId: null,
    itemId: 'i',
    section: 'III.1',
    quote: 'Nhiệm vụ',
    planId: 'p',
    planNumber: '1/KH-UBND',
  },
  ...{ planTitle: 'Kế hoạch', role: 'lead', deliverables: [], dueOn: '2026-05-04', dueText: '', every: null },
  ...{ period: '', status: 'active', percent: 0, completedOn: null, who: null },
  ...more,
})

test('by quarter and month, what came from before first, what has no day last', () => {
  const days = ['2026-12-31', null, '2025-11-30', '2026-01-15', '2026-03-31', '2026-01-02']
  const parts = partsOf(
    days.map((dueOn) => row({ dueOn })),
    2026,
  )
  expect(
    parts.map(({ name, months }) => [name, months.map(({ month, rows }) => [month, rows.length])]),
  ).toEqual([
    ['carried', [[null, 1]]],
    [
      'q1',
      [
        ['2026-01', 2],
        ['2026-03', 1],
      ],
    ],
    ['q4', [['2026-12', 1]]],
    ['undated', [[null, 1]]],
  ])
})

test('every row stands in exactly one part', () => {
  const DueOn = fc.option(
    fc
      .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  )
  fc.assert(
    fc.property(fc.array(DueOn), (days) => {
      const parts = partsOf(
        days.map((dueOn) => row({ dueOn })),
        2026,
      )
      expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(days.length)
      expect(parts.flatMap(({ months }) => months.flatMap(({ rows }) => rows))).toHaveLength(days.length)
    }),
  )
})

test('rounds to come: those that fall due in the year, after the window given last', () => {
  expect(roundsAhead('quarter', '2026-03-14', { reportDays: 1, year: 2026 })).toEqual([
    { period: '2026-Q2', dueOn: '2026-06-15' },
    { period: '2026-Q3', dueOn: '2026-09-15' },
    { period: '2026-Q4', dueOn: '2026-12-15' },
  ])
  expect(roundsAhead('year', '2026-12-14', { reportDays: 0, year: 2026 })).toEqual([])
  expect(roundsAhead('year', '2026-12-14', { reportDays: 0, year: 2027 })).toEqual([
    { period: '2027', dueOn: '2027-12-14' },
  ])
  expect(roundsAhead('half', '2026-06-14', { reportDays: 30, year: 2026 })).toEqual([])
})

test('figures count lượt giao and nhiệm vụ apart', () => {
  const rows = [row(), row({ role: 'coordinating', itemId: 'j' }), row({ period: '2026-Q2', status: 'done' })]
  expect(figuresOf(rows)).toEqual({ rows: 3, lead: 2, coordinating: 1, items: 2, plans: 1, done: 1 })
})
