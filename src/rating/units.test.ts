// What an assignment means in a window: its days, its returns, and what excuses a fault.
import { describe, expect, test } from 'vitest'
import type { FactKind } from '../task/task.ts'
import type { Unit } from './rate.ts'
import { readPeriod } from './rating.ts'
import { CAUSES, type FaultKind } from './rubric.ts'
import { type DutyFacts, type FactStep, unitsOf } from './units.ts'

const Q2 = { from: '2026-03-15', to: '2026-06-14' }
const LATER = '2026-11-21'
const ALL = { causes: [...CAUSES], coordinating: false }

let n = 0
const step = (kind: FactKind, onDay: string, more: Partial<FactStep> = {}): FactStep => ({
  ...{ id: `s${n++}`, kind, onDay, accountId: 'p', percent: null, text: '' },
  ...more,
})
/** Reported in full and approved on the day. */
const done = (onDay: string): FactStep[] => [step('report', onDay, { percent: 100 }), step('approve', onDay)]

const duty = (dueOn: string | null, steps: FactStep[] = [], more: Partial<DutyFacts> = {}): DutyFacts => ({
  ...{ id: 'a', role: 'lead', period: '', difficulties: [], confirmed: [], steps },
  given: { agencyId: 'A', dueOn, unitId: null, givenOn: '2026-01-05' },
  ...more,
})
const units = (of: DutyFacts, { rubric = ALL, window = Q2, today = LATER } = {}): Unit[] =>
  unitsOf(rubric, of, window, today)?.units ?? []
/** "late:1 undone:0" */
const said = (of: DutyFacts, more = {}) => units(of, more).map(({ fault, count }) => `${fault}:${count}`)
const one = (of: DutyFacts, fault: FaultKind, more = {}) =>
  units(of, more).find((unit) => unit.fault === fault)

describe('in the window', () => {
  test.each([
    ['done in time', duty('2026-04-30', done('2026-04-20')), ['late:0', 'undone:0', 'returned:0']],
    ['done before its window', duty('2026-04-30', done('2026-03-10')), []],
    [
      'done early, due after it',
      duty('2026-08-30', done('2026-06-10')),
      ['late:0', 'undone:0', 'returned:0'],
    ],
    ['done late', duty('2026-04-30', done('2026-05-02')), ['late:1', 'undone:0', 'returned:0']],
    ['done after the window', duty('2026-06-14', done('2026-06-15')), ['late:1', 'undone:1']],
    ['never done', duty('2026-04-30'), ['late:1', 'undone:1']],
    ['overdue from before', duty('2026-02-28'), ['undone:1']],
    ['late from before, done now', duty('2026-02-28', done('2026-04-01')), ['undone:0', 'returned:0']],
    ['due later', duty('2026-09-30'), []],
    ['without a day, done', duty(null, done('2026-04-01')), ['undone:0', 'returned:0']],
    ['without a day, open', duty(null), []],
    ['closed', duty('2026-04-30', [step('close', '2026-06-01')]), []],
    ['suspended', duty('2026-04-30', [step('suspend', '2026-06-01')]), []],
    ['coordinating', duty('2026-04-30', [], { role: 'coordinating' }), []],
    [
      'a periodic report in time',
      duty('2026-04-30', done('2026-04-30'), { period: '2026-Q1' }),
      ['report:0'],
    ],
    ['a periodic report missing', duty('2026-04-30', [], { period: '2026-Q1' }), ['report:1']],
  ])('%s', (_, of, expected) => expect(said(of)).toEqual(expected))

  test('while it runs, today counts: due today is not late, due yesterday is', () => {
    expect(said(duty('2026-05-20'), { today: '2026-05-20' })).toEqual([])
    expect(said(duty('2026-05-19'), { today: '2026-05-20' })).toEqual(['late:1', 'undone:1'])
    expect(one(duty('2026-05-10'), 'late', { today: '2026-05-20' })?.daysLate).toBe(10)
  })

  test('coordinating duties count where the rubric says so', () => {
    const rubric = { ...ALL, coordinating: true }
    expect(said(duty('2026-04-30', [], { role: 'coordinating' }), { rubric })).toEqual(['late:1', 'undone:1'])
  })

  test('what its own head returns stays in the house; what the overseer returns counts, in its window', () => {
    const report = (day: string) => step('report', day, { percent: 100 })
    const house = [report('2026-04-01'), step('return', '2026-04-02'), ...done('2026-04-03')]
    expect(one(duty('2026-04-30', house), 'returned')?.count).toBe(0)
    const above = [
      ...done('2026-04-01'),
      step('return', '2026-04-05', { text: 'Thiếu số liệu' }),
      ...done('2026-04-09'),
    ]
    const returned = one(duty('2026-04-30', above), 'returned')
    expect([returned?.count, returned?.steps[0]?.text, returned?.day]).toEqual([
      1,
      'Thiếu số liệu',
      '2026-04-05',
    ])
    const before = [...done('2026-03-01'), step('return', '2026-03-02'), ...done('2026-04-01')]
    expect(one(duty('2026-04-30', before), 'returned')?.count).toBe(0)
  })

  test('the work is of whoever had it at the end of the window', () => {
    const moved = duty('2026-04-30', [step('transfer', '2026-04-10', { toAgencyId: 'B' })])
    expect(unitsOf(ALL, moved, Q2, LATER)?.agencyId).toBe('B')
  })
})

describe('an objective cause', () => {
  const cause = (of: DutyFacts, fault: FaultKind = 'late', rubric = ALL) =>
    one(of, fault, { rubric })?.excuse?.cause
  const without = (name: string) => ({ ...ALL, causes: CAUSES.filter((other) => other !== name) })

  test('an extension moves the day, where the rubric lets it', () => {
    const extended = duty('2026-04-30', [
      step('extend', '2026-04-20', { dueOn: '2026-05-31' }),
      ...done('2026-05-20'),
    ])
    expect(one(extended, 'late')?.count).toBe(0)
    expect(one(extended, 'late', { rubric: without('extended') })?.count).toBe(1)
  })

  test('suspended on its day', () => {
    const suspended = duty('2026-04-30', [
      step('suspend', '2026-04-15'),
      step('resume', '2026-05-15'),
      ...done('2026-05-30'),
    ])
    expect(cause(suspended)).toBe('suspended')
    expect(cause(suspended, 'late', without('suspended'))).toBeUndefined()
  })

  test('taken over when it was overdue', () => {
    const inherited = duty('2026-04-30', [step('transfer', '2026-05-10', { toAgencyId: 'B' })])
    expect([cause(inherited), cause(inherited, 'undone')]).toEqual(['inherited', 'inherited'])
    expect(cause(duty('2026-04-30', [step('transfer', '2026-04-10', { toAgencyId: 'B' })]))).toBeUndefined()
  })

  test('in full by its day, returned afterwards', () => {
    const steps = [...done('2026-04-28'), step('return', '2026-05-05'), ...done('2026-05-12')]
    expect(cause(duty('2026-04-30', steps))).toBe('return-late')
    // The return itself still counts for quality.
    expect(cause(duty('2026-04-30', steps), 'returned')).toBeUndefined()
  })

  test('a difficulty raised by its day and answered; not one raised afterwards, nor one without an answer', () => {
    const held = (raisedOn: string, answeredOn: string | null) =>
      duty('2026-04-30', [], { difficulties: [{ id: 'd', raisedOn, answeredOn }] })
    expect(cause(held('2026-04-20', '2026-05-05'))).toBe('difficulty')
    expect(cause(held('2026-05-01', '2026-05-05'))).toBeUndefined()
    expect(cause(held('2026-04-20', null))).toBeUndefined()
    expect(cause(held('2026-04-20', '2026-06-20'))).toBeUndefined()
  })

  test('confirmed by a person, for that fault alone', () => {
    const of = duty('2026-04-30', [], { confirmed: [{ fault: 'late', reason: 'Bão lũ' }] })
    expect(one(of, 'late')?.excuse).toEqual({ cause: 'confirmed', note: 'Bão lũ', difficultyId: null })
    expect(cause(of, 'undone')).toBeUndefined()
  })
})

test('periods by their keys, with the windows of Decree 09/2019', () => {
  expect(readPeriod('2026')).toEqual({ key: '2026', from: '2025-12-15', to: '2026-12-14', every: 'year' })
  expect(readPeriod('2026-H2')).toMatchObject({ key: '2026-H2', from: '2026-06-15', to: '2026-12-14' })
  expect(readPeriod('2026-Q3')).toMatchObject({ key: '2026-Q3', from: '2026-06-15', to: '2026-09-14' })
  expect(readPeriod('2026-01')).toMatchObject({ key: '2026-01', from: '2025-12-15', to: '2026-01-14' })
  for (const wrong of ['', '26', '2026-13', '2026-Q5', '2026-H3', '1999', '2026-1'])
    expect(readPeriod(wrong)).toBeNull()
})
