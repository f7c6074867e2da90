// Every status with every step; the fold of what happened.
import { describe, expect, test } from 'vitest'
import type { Capacity } from '../http/actor.ts'
import * as words from '../vocabulary/words.ts'
import {
  factsOfRow,
  foldFacts,
  type PastFact,
  PETITION_STATUSES,
  PETITION_STEPS,
  type PetitionStanding,
  permit,
  STEPS,
  whyNot,
} from './petition-rule.ts'

const capacity = (role: Capacity['role'], agencyId: string | null): Capacity => ({
  ...{ forAccountId: null, role, agencyId, unitOf: null },
})
const KEEPER = capacity('officer', 'keeper')
const HEAD = capacity('head', 'asked')
const PLACE = capacity('officer', 'place')
const LEADER = capacity('leader', null)
const standing = (more: Partial<PetitionStanding> = {}): PetitionStanding => ({
  ...{ status: 'received', withLeaders: false, addresseeId: 'asked', placeId: 'place', isDifficulty: false },
  ...{ keeperIds: ['keeper'] },
  ...more,
})

describe.each(PETITION_STATUSES.flatMap((status) => PETITION_STEPS.map((step) => [status, step] as const)))(
  '%s: %s',
  (status, step) => {
    const rights = STEPS[step][status]
    test(rights ? 'may be taken by those it is for alone' : 'cannot be taken by anybody', () => {
      const of = { keeper: KEEPER, place: PLACE, addressee: HEAD, province: LEADER }
      for (const [relation, one] of Object.entries(of)) {
        const may = whyNot(step, standing({ status }), [one]) === null
        expect([relation, may]).toEqual([
          relation,
          rights?.some((right) => right.relation === relation) ?? false,
        ])
      }
      expect(whyNot(step, standing({ status }), [capacity('head', 'stranger')])).not.toBeNull()
    })
  },
)

test('who stands in for a keeper acts as one', () => {
  const standIn = { ...KEEPER, forAccountId: 'away' }
  expect(permit('send', standing(), [capacity('officer', 'stranger'), standIn])).toBe(standIn)
})

test('while nobody keeps the register, the focal officers do', () => {
  expect(whyNot('send', standing({ keeperIds: [] }), [capacity('focal', 'any')])).toBeNull()
  expect(whyNot('send', standing({ keeperIds: [] }), [KEEPER])).toBe(words.petition.notRelated.keeper)
})

test('what goes with a difficulty is answered there', () => {
  const sent = standing({ status: 'sent', isDifficulty: true })
  for (const step of ['answer', 'extend', 'return', 'send'] as const)
    expect(whyNot(step, sent, [KEEPER, HEAD, LEADER])).toBe(words.petition.goesWithDifficulty)
})

test('an officer of the agency asked learns that the head answers', () => {
  expect(permit('answer', standing({ status: 'sent' }), [capacity('officer', 'asked')])).toMatchObject({
    kind: 'forbidden',
  })
})

const fact = (kind: PastFact['kind'], onDay: string, more: Partial<PastFact> = {}): PastFact => ({
  ...{ kind, onDay, addresseeId: null, dueOn: null, nextId: null, nextDays: null },
  ...more,
})

describe('the fold', () => {
  const received = fact('receive', '2026-11-02')
  const sent = fact('send', '2026-11-03', {
    ...{ addresseeId: 'a', dueOn: '2026-11-10', nextId: 'b', nextDays: 3 },
  })

  test('hands on to the next level, then before the leaders', () => {
    const up = fact('escalate', '2026-11-11', { addresseeId: 'b', dueOn: '2026-11-16' })
    expect(foldFacts([received, sent, up])).toMatchObject({
      ...{ status: 'sent', addresseeId: 'b', dueOn: '2026-11-16', nextId: null, withLeaders: false },
    })
    expect(foldFacts([received, sent, up, fact('escalate', '2026-11-17')])).toMatchObject({
      withLeaders: true,
    })
  })

  test('answered, told, asked anew', () => {
    const answered = [received, sent, fact('answer', '2026-11-09')]
    expect(foldFacts(answered)).toMatchObject({ status: 'answered', addresseeId: 'a' })
    expect(foldFacts([...answered, fact('tell', '2026-11-10')])).toMatchObject({ status: 'told' })
    expect(foldFacts([...answered, fact('reopen', '2026-11-10')])).toMatchObject({
      ...{ status: 'received', addresseeId: null, dueOn: null },
    })
  })

  test('of a difficulty has no day of its own', () => {
    const became = fact('to-difficulty', '2026-11-04', { addresseeId: 'focal' })
    expect(foldFacts([received, became])).toMatchObject({ status: 'sent', addresseeId: 'focal', dueOn: null })
  })
})

test.each(PETITION_STATUSES)('a row brought in as %s begins there', (status) => {
  const row = {
    status,
    receivedOn: '2026-11-02',
    agencyId: 'a',
    dueOn: '2026-11-10',
    answeredOn: '2026-11-09',
  }
  expect(foldFacts(factsOfRow(row)).status).toBe(status)
})
