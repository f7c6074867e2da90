import { describe, expect, test } from 'vitest'
import { words } from '../vocabulary/words.ts'
import {
  type Doer,
  foldSteps,
  nextStep,
  type PastStep,
  refusalOf,
  STATUSES,
  STEP_KINDS,
  type Standing,
  type Status,
  type StepKind,
  whyNot,
} from './task.ts'

const AGENCY = 'agency'
const OVERSEER = 'overseer'
const person = (
  accountId: string,
  role: Doer['role'],
  agencyId: string | null,
  unitOf: string | null = null,
) => ({
  accountId,
  role,
  agencyId,
  unitOf,
})
const PEOPLE = {
  officer: person('officer', 'officer', AGENCY),
  unitOfficer: person('unitOfficer', 'officer', 'unit', AGENCY),
  head: person('head', 'head', AGENCY),
  unitHead: person('unitHead', 'head', 'unit', AGENCY),
  stranger: person('stranger', 'head', 'other'),
  overseer: person('overseer', 'focal', OVERSEER),
  overseerOfficer: person('overseerOfficer', 'officer', OVERSEER),
  leader: person('leader', 'leader', null),
}
const standing = (status: Status, author: string | null = null): Standing => ({
  status,
  agencyId: AGENCY,
  overseerId: OVERSEER,
  author,
})
const may = (step: StepKind, status: Status) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => !whyNot(step, standing(status), actor))
    .map(([name]) => name)

/** Who may take which step from which status; every other pair is refused to everyone. */
const EXPECTED: [StepKind, Status, string[]][] = [
  ['receive', 'assigned', ['officer', 'unitOfficer', 'head', 'unitHead']],
  ['report', 'assigned', ['officer', 'unitOfficer', 'head', 'unitHead']],
  ['report', 'active', ['officer', 'unitOfficer', 'head', 'unitHead']],
  ['approve', 'reported', ['head']],
  ['return', 'reported', ['head']],
  ['return', 'approved', ['overseer']],
  ['confirm', 'approved', ['overseer']],
]

describe('every step from every status', () => {
  const pairs = STEP_KINDS.flatMap((step) => STATUSES.map((status) => [step, status] as const))
  test.each(pairs)('%s from %s', (step, status) => {
    const expected = EXPECTED.find(([kind, from]) => kind === step && from === status)?.[2]
    expect(may(step, status)).toEqual(expected ?? [])
    if (!expected)
      for (const actor of Object.values(PEOPLE))
        expect(refusalOf(step, standing(status), actor)).toEqual({
          kind: 'conflict',
          why: words.task.notNow(step, status),
        })
  })
  test('every refusal is a sentence', () => {
    for (const [step, status] of pairs)
      for (const actor of Object.values(PEOPLE)) {
        const why = whyNot(step, standing(status, actor.accountId), actor)
        if (why !== null) expect(why).toMatch(/^\p{Lu}.{20,}\.$/u)
      }
  })
})

test('nobody approves or confirms the own report, but may take it back', () => {
  expect(refusalOf('approve', standing('reported', 'head'), PEOPLE.head)?.kind).toBe('forbidden')
  expect(whyNot('return', standing('reported', 'head'), PEOPLE.head)).toBeNull()
  const own = { ...standing('approved', 'overseer'), agencyId: OVERSEER }
  expect(whyNot('confirm', own, PEOPLE.overseer)).toBe(words.task.ownReport.confirm)
})

test('a plan without an overseer lets nobody confirm, not even people without agency', () => {
  const alone = { ...standing('approved'), overseerId: null }
  for (const actor of Object.values(PEOPLE)) expect(whyNot('confirm', alone, actor)).not.toBeNull()
})

test('the one button of a row', () => {
  expect(nextStep(standing('assigned'), PEOPLE.officer)).toBe('receive')
  expect(nextStep(standing('active'), PEOPLE.officer)).toBe('report')
  expect(nextStep(standing('reported'), PEOPLE.officer)).toBeNull()
  expect(nextStep(standing('reported', 'officer'), PEOPLE.head)).toBe('approve')
  expect(nextStep(standing('approved'), PEOPLE.overseer)).toBe('confirm')
  expect(nextStep(standing('done'), PEOPLE.overseer)).toBeNull()
})

const steps = (...kinds: (StepKind | number)[]): PastStep[] =>
  kinds.map((kind, index) => ({
    kind: typeof kind === 'number' ? 'report' : kind,
    accountId: `account ${index}`,
    onDay: `2026-11-0${index + 1}`,
    percent: typeof kind === 'number' ? kind : null,
  }))

test.each<[string, PastStep[], ReturnType<typeof foldSteps>]>([
  ['nothing', [], { status: 'assigned', percent: 0, completedOn: null, author: null }],
  ['received', steps('receive'), { status: 'active', percent: 0, completedOn: null, author: null }],
  ['reported at once', steps(40), { status: 'reported', percent: 0, completedOn: null, author: 'account 0' }],
  [
    'part approved',
    steps('receive', 40, 'approve'),
    { status: 'active', percent: 40, completedOn: null, author: null },
  ],
  [
    'full approved',
    steps('receive', 100, 'approve'),
    { status: 'approved', percent: 100, completedOn: '2026-11-03', author: 'account 1' },
  ],
  [
    'confirmed: complete on the day of the approval',
    steps('receive', 100, 'approve', 'confirm'),
    { status: 'done', percent: 100, completedOn: '2026-11-03', author: 'account 1' },
  ],
  [
    'returned by the head',
    steps('receive', 40, 'approve', 100, 'return'),
    { status: 'active', percent: 40, completedOn: null, author: null },
  ],
  [
    'returned by the overseer: the percentage before comes back',
    steps(40, 'approve', 100, 'approve', 'return'),
    { status: 'active', percent: 40, completedOn: null, author: null },
  ],
  [
    'returned by the overseer, then done: the second approval counts',
    steps(100, 'approve', 'return', 100, 'approve', 'confirm'),
    { status: 'done', percent: 100, completedOn: '2026-11-05', author: 'account 3' },
  ],
])('fold: %s', (_, past, expected) => expect(foldSteps(past)).toEqual(expected))

test('a step that cannot follow is a bug, not a status', () => {
  expect(() => foldSteps(steps('receive', 'confirm'))).toThrow('confirm cannot follow active')
})
