import { describe, expect, test } from 'vitest'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Doer,
  type Folded,
  foldSteps,
  nextStep,
  type PastStep,
  permit,
  refusalOf,
  STATUSES,
  STEP_KINDS,
  type Standing,
  type Status,
  type StepKind,
  textFault,
  whyNot,
} from './task.ts'

const AGENCY = 'agency'
const OVERSEER = 'overseer'
const person = (
  accountId: string,
  role: Role,
  agencyId: string | null,
  unitOf: string | null = null,
): Doer => ({ accountId, capacities: [{ forAccountId: null, role, agencyId, unitOf }] })
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
  extensionUntil: '2026-12-31',
  isOutside: false,
})
const may = (step: StepKind, status: Status, of: Partial<Standing> = {}) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => !whyNot(step, { ...standing(status), ...of }, actor))
    .map(([name]) => name)

const STAFF = ['officer', 'unitOfficer', 'head', 'unitHead']
/** Who may take which step from which status; every other pair is refused to everyone. */
const EXPECTED: [StepKind, Status[], string[]][] = [
  ['receive', ['assigned'], STAFF],
  ['assign', ['assigned', 'active', 'reported', 'approved', 'suspended'], ['head', 'unitHead']],
  ['report', ['assigned', 'active'], STAFF],
  ['approve', ['reported'], ['head']],
  ['return', ['reported'], ['head']],
  ['return', ['approved'], ['overseer']],
  ['confirm', ['approved'], ['overseer']],
  ['ask-extension', ['assigned', 'active', 'reported'], STAFF],
  ['extend', ['assigned', 'active', 'reported'], ['overseer']],
  ['refuse-extension', ['assigned', 'active', 'reported'], ['overseer']],
  ['suspend', ['assigned', 'active', 'reported', 'approved'], ['overseer']],
  ['resume', ['suspended'], ['overseer']],
  ['close', ['assigned', 'active', 'reported', 'approved', 'suspended'], ['overseer']],
  ['reopen', ['done', 'closed'], ['overseer']],
]

describe('every step from every status', () => {
  const pairs = STEP_KINDS.flatMap((step) => STATUSES.map((status) => [step, status] as const))
  test.each(pairs)('%s from %s', (step, status) => {
    const expected = EXPECTED.find(([kind, from]) => kind === step && from.includes(status))?.[2]
    expect(may(step, status)).toEqual(expected ?? [])
    if (!expected && step !== 'report-outside')
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

const GIVEN = { agencyId: AGENCY, dueOn: '2026-11-10' }

test.each<[string, PastStep[], Partial<Folded>]>([
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
])('fold: %s', (_, past, expected) => expect(foldSteps(GIVEN, past)).toMatchObject(expected))

test('a step that cannot follow is a bug, not a status', () => {
  expect(() => foldSteps(GIVEN, steps('receive', 'confirm'))).toThrow('confirm cannot follow active')
})

const act = (kind: PastStep['kind'], detail: Partial<PastStep> = {}): PastStep => ({
  ...{ kind, accountId: 'x', onDay: '2026-11-09', percent: null },
  ...detail,
})

test('an extension moves the day only when it is granted', () => {
  const asked = [...steps('receive'), act('ask-extension', { dueOn: '2026-12-01' })]
  expect(foldSteps(GIVEN, asked)).toMatchObject({ dueOn: '2026-11-10', extensionUntil: '2026-12-01' })
  expect(foldSteps(GIVEN, [...asked, act('refuse-extension')])).toMatchObject({
    ...{ dueOn: '2026-11-10', extensionUntil: null },
  })
  expect(foldSteps(GIVEN, [...asked, act('extend', { dueOn: '2026-11-20' })])).toMatchObject({
    ...{ dueOn: '2026-11-20', extensionUntil: null },
  })
})

test('what was suspended goes on where it stood; what was reopened is no longer complete', () => {
  const reported = steps('receive', 100)
  expect(foldSteps(GIVEN, [...reported, act('suspend'), act('resume')]).status).toBe('reported')
  const done = foldSteps(GIVEN, [...steps(40, 'approve', 100, 'approve', 'confirm'), act('reopen')])
  expect(done).toMatchObject({ status: 'active', percent: 40, completedOn: null })
})

test('work that passes to another agency leaves the person behind, and its status stays', () => {
  const given = [
    act('assign', { toAccountId: 'officer', toAgencyId: 'unit' }),
    ...steps(60),
    act('transfer', { toAgencyId: 'other' }),
  ]
  expect(foldSteps(GIVEN, given)).toMatchObject({
    ...{ status: 'reported', agencyId: 'other', personId: null, unitId: null },
  })
})

describe('police and army', () => {
  test('report outside this system: no report with text, only a day', () => {
    expect(may('report', 'active', { isOutside: true })).toEqual([])
    expect(may('report-outside', 'active', { isOutside: true })).toEqual([...STAFF, 'overseer'])
    expect(may('report-outside', 'active')).toEqual([])
  })
  test('the day of the report counts, not that of the note', () => {
    expect(foldSteps(GIVEN, [act('report-outside', { happenedOn: '2026-11-08' })])).toMatchObject({
      ...{ status: 'approved', percent: 100, completedOn: '2026-11-08' },
    })
  })
})

test('words are wanted where somebody is told no, and nowhere on what police and army do', () => {
  for (const step of STEP_KINDS) {
    expect(textFault(step, 'Chờ số liệu', true)).toBe(words.steps.outsideText)
    expect(textFault(step, ' ', true)).toBeNull()
    expect(textFault(step, 'Chờ số liệu', false)).toBeNull()
  }
  expect(STEP_KINDS.filter((step) => textFault(step, ' ', false))).toEqual([
    ...['return', 'ask-extension', 'refuse-extension', 'suspend', 'close', 'reopen'],
  ])
})

describe('standing in', () => {
  const standIn = (accountId: string): Doer => ({
    accountId,
    capacities: [
      { forAccountId: null, role: 'officer', agencyId: AGENCY, unitOf: null },
      { forAccountId: 'head', role: 'head', agencyId: AGENCY, unitOf: null },
    ],
  })
  test('opens the steps of the absent person, and says in whose place', () => {
    expect(permit('approve', standing('reported', 'somebody'), standIn('deputy'))).toMatchObject({
      forAccountId: 'head',
    })
  })
  test('never one’s own report, nor that of the person one stands in for', () => {
    expect(whyNot('approve', standing('reported', 'deputy'), standIn('deputy'))).toBe(
      words.task.ownReport.approve,
    )
    expect(whyNot('approve', standing('reported', 'head'), standIn('deputy'))).toBe(
      words.task.ownReport.approve,
    )
  })
})
