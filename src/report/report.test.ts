import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Capacity } from '../http/actor.ts'
import { ROLES } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import {
  foldReport,
  mayFollow,
  permit,
  REPORT_ACTS,
  REPORT_STATES,
  REPORT_STEPS,
  type ReportFact,
  type ReportStanding,
  STEPS,
  whyNotStep,
} from './report.ts'

const standing = (more: Partial<ReportStanding> = {}): ReportStanding => ({
  ...{ state: 'draft', agencyId: 'commune', toId: 'focal', dueOn: '2026-12-14', authorId: 'writer' },
  ...{ hasHead: true, isClosed: false },
  ...more,
})
const who = (
  accountId: string,
  role: Capacity['role'],
  agencyId: string,
  forAccountId: string | null = null,
) => ({
  accountId,
  capacities: [{ forAccountId, role, agencyId, unitOf: null }],
})
const may = (
  step: (typeof REPORT_STEPS)[number],
  of: ReportStanding,
  by: ReturnType<typeof who>,
  day = '2026-12-01',
) => whyNotStep(step, of, by, day)

test('every step in every state by every role is either open or refused with a sentence', () => {
  for (const state of REPORT_STATES)
    for (const step of REPORT_STEPS)
      for (const role of ROLES)
        for (const agency of ['commune', 'focal', 'other']) {
          const no = permit(step, standing({ state }), who('x', role, agency), '2026-12-01')
          if ('why' in no) expect(no.why.length).toBeGreaterThan(10)
          else expect(STEPS[step][state]).toBeDefined()
        }
})

describe('who may', () => {
  test('the author does not approve, neither in the own nor in another place; another head does', () => {
    const submitted = standing({ state: 'submitted' })
    expect(may('approve', submitted, who('writer', 'head', 'commune'))).toBe(words.report.ownReport)
    expect(may('approve', submitted, who('x', 'head', 'commune', 'writer'))).toBe(words.report.ownReport)
    expect(may('approve', submitted, who('x', 'head', 'commune'))).toBeNull()
    expect(may('approve', submitted, who('x', 'officer', 'commune'))).not.toBeNull()
  })

  test('where there is no head the writers approve themselves', () => {
    const submitted = standing({ state: 'submitted', hasHead: false })
    expect(may('approve', submitted, who('writer', 'officer', 'commune'))).toBeNull()
  })

  test('the receiver accepts, locks and unlocks; the agency does not', () => {
    const focal = who('f', 'focal', 'focal')
    for (const [step, state] of [
      ['accept', 'approved'],
      ['lock', 'accepted'],
      ['unlock', 'locked'],
      ['return', 'approved'],
      ['extend', 'draft'],
    ] as const) {
      expect(may(step, standing({ state }), focal)).toBeNull()
      expect(may(step, standing({ state }), who('h', 'head', 'commune'))).toBe(
        words.report.notRelated.receiver,
      )
    }
  })

  test('a round that is over takes nothing after its day but by exception', () => {
    const over = standing({ isClosed: true })
    expect(may('submit', over, who('writer', 'officer', 'commune'), '2026-12-15')).toBe(words.report.closed)
    expect(may('submit', over, who('writer', 'officer', 'commune'), '2026-12-14')).toBeNull()
  })
})

const GIVEN = { agencyId: 'a', toId: 'b', dueOn: '2026-12-14' }
const fact = (kind: ReportFact, more: object = {}) => ({
  ...{ kind, accountId: 'x', onDay: '2026-12-01', text: 'vì', toAgencyId: null, dueOn: null },
  ...more,
})

test('the fold: handed in, accepted, locked, unlocked, passed on', () => {
  const steps = [fact('submit'), fact('approve'), fact('accept'), fact('lock')]
  expect(foldReport(GIVEN, steps)).toMatchObject({ state: 'locked', sentOn: '2026-12-01', lockReason: 'vì' })
  expect(foldReport(GIVEN, [...steps, fact('unlock')])).toMatchObject({ state: 'draft', sentOn: null })
  const passed = foldReport(GIVEN, [fact('submit'), fact('pass', { toAgencyId: 'c' })])
  expect(passed).toMatchObject({ state: 'draft', agencyId: 'c', authorId: null })
  expect(foldReport(GIVEN, [fact('extend', { dueOn: '2026-12-20' })]).dueOn).toBe('2026-12-20')
})

test('a story of facts that may follow each other always folds; one that may not throws', () => {
  const kinds = [...REPORT_STEPS, ...REPORT_ACTS]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 20 }), (wanted) => {
      const told: ReturnType<typeof fact>[] = []
      for (const kind of wanted) {
        const { state } = foldReport(GIVEN, told)
        if (mayFollow(kind, state)) told.push(fact(kind))
        else expect(() => foldReport(GIVEN, [...told, fact(kind)])).toThrow()
      }
      const { state, sentOn } = foldReport(GIVEN, told)
      expect(sentOn !== null).toBe(['approved', 'accepted', 'locked'].includes(state))
    }),
  )
})
