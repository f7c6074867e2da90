import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Capacity } from '../http/actor.ts'
import { ROLES, type Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Bearing,
  type FactKind,
  type Folded,
  foldSteps,
  type PastStep,
  permit,
  permitRaise,
  STATUSES,
  STEP_KINDS,
  STEPS,
  type Standing,
  type Status,
  type StepKind,
  whyNot,
} from './difficulty.ts'
import { STATE_NAMES, STATES, tally } from './exchange.ts'

const capacity = (role: Role, agencyId: string | null, unitOf: string | null = null): Capacity => ({
  forAccountId: null,
  role,
  agencyId,
  unitOf,
})
const PEOPLE: Record<string, Capacity> = {
  raiser: capacity('officer', 'raiser'),
  'raiser unit': capacity('officer', 'a room', 'raiser'),
  'raiser head': capacity('head', 'raiser'),
  joined: capacity('officer', 'joined'),
  focal: capacity('focal', 'focal'),
  'focal head': capacity('head', 'focal'),
  'focal officer': capacity('officer', 'focal'),
  addressee: capacity('head', 'addressee'),
  'addressee officer': capacity('officer', 'addressee'),
  'addressee unit head': capacity('head', 'a room', 'addressee'),
  leader: capacity('leader', null),
  admin: capacity('admin', 'focal'),
  stranger: capacity('head', 'other'),
}
const standing = (status: Status, rest: Partial<Standing> = {}): Standing => ({
  ...{ status, withLeaders: false, focalId: 'focal', addresseeId: 'addressee' },
  ...{ raiserIds: ['raiser'], joinedRaiserIds: ['joined'] },
  ...rest,
})
const may = (step: StepKind, at: Standing) =>
  Object.keys(PEOPLE).filter((name) => whyNot(step, at, [PEOPLE[name] as Capacity]) === null)

const FOCAL = ['focal', 'focal head']
const DECIDERS = ['addressee', 'leader']
const RAISERS = ['raiser', 'raiser unit', 'raiser head']
const EXPECTED: [StepKind, Status, string[]][] = [
  ['join', 'raised', FOCAL],
  ['unjoin', 'joined', FOCAL],
  ['opine', 'raised', FOCAL],
  ['opine', 'sent', FOCAL],
  ['send', 'raised', FOCAL],
  ['send', 'sent', FOCAL],
  ['extend', 'sent', FOCAL],
  ['return', 'sent', DECIDERS],
  ['answer', 'sent', DECIDERS],
  ['close', 'answered', FOCAL],
  ['reopen', 'answered', [...RAISERS, 'joined']],
  ['reopen', 'closed', [...RAISERS, 'joined']],
  ['withdraw', 'raised', RAISERS],
]

describe('who may take which step when', () => {
  const pairs = STEP_KINDS.flatMap((step) => STATUSES.map((status) => [step, status] as const))
  test.each(pairs)('%s while %s', (step, status) => {
    const expected = EXPECTED.find(([kind, at]) => kind === step && at === status)?.[2]
    expect(may(step, standing(status))).toEqual(expected ?? [])
    if (!expected)
      for (const person of Object.values(PEOPLE))
        expect(permit(step, standing(status), [person])).toEqual({
          kind: 'conflict',
          why: words.difficulty.notNow(step, status),
        })
  })

  test('every refusal is a sentence', () => {
    for (const [step, status] of pairs)
      for (const person of Object.values(PEOPLE)) {
        const why = whyNot(step, standing(status), [person])
        if (why !== null) expect(why).toMatch(/^\p{Lu}.{20,}\.$/u)
      }
  })

  test('of the right agency but of another role, one is told the role', () => {
    expect(whyNot('send', standing('raised'), [PEOPLE['focal officer'] as Capacity])).toContain(
      words.identity.roles.focal,
    )
    expect(whyNot('send', standing('raised'), [PEOPLE.stranger as Capacity])).toBe(
      words.difficulty.notRelated.focal,
    )
  })

  test('a stand-in acts in the place of the absent, and is told in whose', () => {
    const own = PEOPLE['addressee officer'] as Capacity
    const absent = { ...(PEOPLE.addressee as Capacity), forAccountId: 'the head' }
    expect(permit('answer', standing('sent'), [own, absent])).toBe(absent)
    expect(permit('answer', standing('sent'), [])).toMatchObject({ kind: 'forbidden' })
  })

  test('no more time once it lies before the leaders, but an answer', () => {
    const late = standing('sent', { withLeaders: true })
    expect(may('extend', late)).toEqual([])
    expect(may('answer', late)).toEqual(DECIDERS)
    expect(may('send', late)).toEqual(FOCAL)
  })

  test('where the plan has no overseer and nobody is asked, nobody acts, not even people without agency', () => {
    const alone = standing('raised', { focalId: null, addresseeId: null })
    for (const step of STEP_KINDS) expect(may(step, alone)).toEqual(step === 'withdraw' ? RAISERS : [])
  })
})

describe('raising', () => {
  const bearing = (rest: Partial<Bearing> = {}): Bearing => ({
    ...{ agencyId: 'raiser', overseerId: 'focal', isOutside: false, isOpen: true },
    ...rest,
  })
  const whyNotRaise = (bearings: Bearing[], person: Capacity) => {
    const answer = permitRaise(bearings, [person])
    return 'why' in answer ? answer.why : null
  }

  test.each(ROLES)('as %s of the agency', (role) => {
    const why = whyNotRaise([bearing()], capacity(role, 'raiser'))
    expect(why === null).toBe(['officer', 'head', 'focal'].includes(role))
  })

  test('of a unit of the agency, yes; of another agency, no', () => {
    expect(whyNotRaise([bearing(), bearing()], PEOPLE['raiser unit'] as Capacity)).toBeNull()
    expect(whyNotRaise([bearing()], PEOPLE.stranger as Capacity)).toBe(words.difficulty.notRelated.raiser)
  })

  test.each<[string, Bearing[], string]>([
    ['nothing', [], words.difficulty.noAssignment],
    ['two bearers', [bearing(), bearing({ agencyId: 'other' })], words.difficulty.severalBearers],
    ['police and army', [bearing({ isOutside: true })], words.difficulty.outside],
    ['work that is over', [bearing(), bearing({ isOpen: false })], words.difficulty.assignmentOver],
    ['nobody overseeing', [bearing({ overseerId: null })], words.difficulty.noOverseer],
    ['two overseers', [bearing(), bearing({ overseerId: 'other' })], words.difficulty.severalOverseers],
  ])('not on %s', (_, bearings, why) => {
    expect(whyNotRaise(bearings, PEOPLE.raiser as Capacity)).toBe(why)
  })
})

const step = (kind: FactKind, rest: Partial<PastStep> = {}): PastStep => ({
  ...{ kind, onDay: '2026-11-02', type: null, targetId: null, addresseeId: null, dueOn: null },
  ...{ nextId: null, nextDays: null },
  ...rest,
})
const RAISE = step('raise', { type: 'funding', onDay: '2026-11-01' })
const SEND = step('send', {
  addresseeId: 'A',
  dueOn: '2026-11-09',
  nextId: 'B',
  nextDays: 3,
  onDay: '2026-11-03',
})

test.each<[string, PastStep[], Partial<Folded>]>([
  ['raised', [], { status: 'raised', type: 'funding', waitingSince: '2026-11-01' }],
  ['joined', [step('join', { targetId: 'X' })], { status: 'joined', joinedInto: 'X', waitingSince: null }],
  [
    'taken out again',
    [step('join', { targetId: 'X' }), step('unjoin', { targetId: 'X', onDay: '2026-11-05' })],
    { status: 'raised', joinedInto: null, waitingSince: '2026-11-05' },
  ],
  ['put under another type', [step('opine', { type: 'land' })], { status: 'raised', type: 'land' }],
  ['an opinion only', [step('opine')], { type: 'funding', waitingSince: '2026-11-01' }],
  [
    'sent',
    [SEND],
    {
      status: 'sent',
      addresseeId: 'A',
      dueOn: '2026-11-09',
      nextId: 'B',
      nextDays: 3,
      waitingSince: '2026-11-03',
    },
  ],
  [
    'extended',
    [SEND, step('extend', { dueOn: '2026-11-16' })],
    { dueOn: '2026-11-16', waitingSince: '2026-11-03' },
  ],
  [
    'handed on by the clock to the next level',
    [SEND, step('escalate', { addresseeId: 'B', dueOn: '2026-11-13', onDay: '2026-11-10' })],
    {
      ...{ status: 'sent', addresseeId: 'B', dueOn: '2026-11-13', nextId: null, nextDays: null },
      ...{ withLeaders: false, waitingSince: '2026-11-10' },
    },
  ],
  [
    'laid before the leaders: it still lies where it lay',
    [SEND, step('escalate')],
    { status: 'sent', addresseeId: 'A', dueOn: '2026-11-09', withLeaders: true, waitingSince: '2026-11-03' },
  ],
  [
    'of a reorganised addressee: the clock runs on',
    [SEND, step('transfer', { addresseeId: 'C', nextId: null })],
    { status: 'sent', addresseeId: 'C', dueOn: '2026-11-09', nextId: null, waitingSince: '2026-11-03' },
  ],
  [
    'given back',
    [SEND, step('return', { onDay: '2026-11-05' })],
    { status: 'raised', addresseeId: null, dueOn: null, nextId: null, waitingSince: '2026-11-05' },
  ],
  [
    'answered after the leaders had it',
    [SEND, step('escalate'), step('answer', { onDay: '2026-11-20' })],
    { status: 'answered', addresseeId: 'A', waitingSince: '2026-11-20' },
  ],
  ['closed', [SEND, step('answer'), step('close')], { status: 'closed', waitingSince: null }],
  [
    'not solved',
    [SEND, step('escalate'), step('answer'), step('close'), step('reopen', { onDay: '2026-12-01' })],
    { status: 'raised', addresseeId: null, withLeaders: false, waitingSince: '2026-12-01' },
  ],
  ['withdrawn', [step('withdraw')], { status: 'withdrawn', waitingSince: null }],
])('fold: %s', (_, past, expected) => expect(foldSteps([RAISE, ...past])).toMatchObject(expected))

test('a step that cannot follow is a bug, not a status', () => {
  expect(() => foldSteps([])).toThrow('begins by being raised')
  expect(() => foldSteps([RAISE, step('answer')])).toThrow('answer cannot follow raised')
  expect(() => foldSteps([RAISE, RAISE])).toThrow()
  expect(() => foldSteps([RAISE, SEND, step('escalate'), step('escalate')])).toThrow(
    'escalate cannot follow sent',
  )
  expect(() => foldSteps([RAISE, step('transfer')])).toThrow()
})

/** Any facts that the table (and, for the clock and reorganisations, the fold) let follow each other. */
const SEQUENCE = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 20 })), { maxLength: 30 })
  .map((choices) => {
    const facts: PastStep[] = [RAISE]
    for (const [choice, days] of choices) {
      const { status, withLeaders } = foldSteps(facts)
      const kinds: FactKind[] = STEP_KINDS.filter((kind) => {
        const rule = STEPS[kind][status]
        return rule && !(rule.beforeLeaders && withLeaders)
      })
      if (status === 'sent') kinds.push('transfer', ...(withLeaders ? [] : (['escalate'] as const)))
      const kind = kinds[choice % kinds.length]
      if (!kind) break
      const onDay = `2026-12-${String(days + 1).padStart(2, '0')}`
      const isSent = ['send', 'transfer'].includes(kind) || (kind === 'escalate' && days % 2 === 0)
      facts.push(
        step(kind, {
          onDay,
          addresseeId: isSent ? `agency ${days}` : null,
          dueOn: ['send', 'extend', 'escalate'].includes(kind) ? '2026-12-30' : null,
          targetId: ['join', 'unjoin'].includes(kind) ? 'another' : null,
        }),
      )
    }
    return facts
  })

test('any steps that are allowed fold, and what the fold says hangs together', () => {
  fc.assert(
    fc.property(SEQUENCE, (facts) => {
      const fold = foldSteps(facts)
      const { status, addresseeId, dueOn, joinedInto, waitingSince, withLeaders } = fold
      expect(joinedInto !== null).toBe(status === 'joined')
      expect(waitingSince !== null).toBe(['raised', 'sent', 'answered'].includes(status))
      if (status === 'sent') expect([addresseeId, dueOn]).not.toContain(null)
      if (status === 'raised') expect([addresseeId, dueOn, withLeaders]).toEqual([null, null, false])
      expect(STATUSES).toContain(status)
      if (withLeaders)
        expect(facts.some(({ kind, addresseeId: to }) => kind === 'escalate' && to === null)).toBe(true)
    }),
  )
})

test('nothing is answered but by the step of a person: whatever the clock and reorganisations do', () => {
  fc.assert(
    fc.property(SEQUENCE, (facts) => {
      const { status } = foldSteps(facts)
      const last = facts.findLast(({ kind }) => ['answer', 'reopen', 'return', 'send'].includes(kind))
      expect(['answered', 'closed'].includes(status)).toBe(last?.kind === 'answer')
    }),
  )
  // The machine's own facts change who is asked and when, never whether there is an answer.
  for (const kind of ['escalate', 'transfer'] as const)
    expect(foldSteps([RAISE, SEND, step(kind, { addresseeId: 'B' })]).status).toBe('sent')
})

test('every tab of the list has the rows its definition says, and every difficulty is in "all"', () => {
  const cells = STATUSES.flatMap((status) =>
    [true, false].flatMap((isOverdue) =>
      [true, false].map((withLeaders) => ({ status, isOverdue, withLeaders, n: 1 })),
    ),
  )
  const counts = tally(cells)
  expect(counts.all).toBe(cells.length)
  for (const name of STATE_NAMES) {
    const { statuses } = STATES[name]
    expect(counts[name]).toBe((['overdue', 'leaders'].includes(name) ? 2 : 4) * statuses.length)
  }
})
