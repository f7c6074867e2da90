import { expect, test } from 'vitest'
import { eligibility, type Facts, type Policy, type Subject, type Yearly } from './eligibility.ts'

const POLICY: Policy = {
  kinds: ['cooperative', 'union', 'group'],
  conditions: ['more-members', 'more-internal', 'more-indivisible', 'training', 'new-in-difficult-area'],
  ...{ needsAudit: null, fromDay: '2024-07-01', toDay: null, document: '12/NQ-HĐND' },
}
const HTX: Subject = { code: '4900000001', kind: 'cooperative', status: 'active', registeredOn: '2020-05-04' }
const year = (n: number, more: Partial<Yearly> = {}): Yearly => ({
  ...{ year: n, members: 50, revenue: 1000, memberRevenue: 600 },
  ...{ indivisibleFund: 100, indivisibleAssets: 10, audited: true, ...more },
})
const FACTS: Facts = {
  today: '2026-11-21',
  updates: [year(2025, { members: 55 }), year(2024)],
  ...{ trained: 0, sanction: false },
}
const verdicts = (policy: Policy, subject: Subject, facts: Facts) => {
  const found = eligibility(policy, subject, facts)
  return {
    whole: found.verdict,
    ...Object.fromEntries([...found.all, ...found.oneOf].map(({ code, verdict }) => [code, verdict])),
  }
}

test('one condition of Điều 18 is enough; each is told with its fact and article', () => {
  expect(verdicts(POLICY, HTX, FACTS)).toEqual({
    ...{ whole: 'met', 'in-force': 'met', kind: 'met', status: 'met', sanction: 'met' },
    ...{ 'more-members': 'met', 'more-internal': 'not-met', 'more-indivisible': 'not-met' },
    ...{ training: 'unknown', 'new-in-difficult-area': 'unknown' },
  })
  const { oneOf } = eligibility(POLICY, HTX, FACTS)
  expect(oneOf[0]).toMatchObject({
    article: 'Luật 17/2023/QH15, Điều 18',
    fact: { year: 2025, n: 55, before: 2024, of: 50 },
  })
})

test('a sanction is asked, never assumed', () => {
  expect(verdicts(POLICY, HTX, { ...FACTS, sanction: null }).whole).toBe('unknown')
  expect(verdicts(POLICY, HTX, { ...FACTS, sanction: true })).toMatchObject({
    whole: 'not-met',
    sanction: 'not-met',
  })
})

test.each<[string, Partial<Facts>, Partial<Policy>, Partial<Subject>, string]>([
  ['no update of two years: not known', { updates: [year(2025)] }, {}, {}, 'unknown'],
  [
    'figures empty: not known',
    { updates: [year(2025, { members: null, revenue: null, indivisibleFund: null }), year(2024)] },
    {},
    {},
    'unknown',
  ],
  [
    'no condition met, all known',
    { updates: [year(2025), year(2024)] },
    { conditions: ['more-members', 'more-internal'] },
    {},
    'not-met',
  ],
  [
    'common assets alone grew',
    { updates: [year(2025, { indivisibleAssets: 11 }), year(2024)] },
    { conditions: ['more-indivisible'] },
    {},
    'met',
  ],
  ['no sessions on record is no "no"', { trained: 0 }, { conditions: ['training'] }, {}, 'unknown'],
  ['people at sessions', { trained: 2 }, { conditions: ['training'] }, {}, 'met'],
  ['a policy without conditions', {}, { conditions: [] }, {}, 'met'],
  ['a policy that has ended', {}, { toDay: '2026-11-20' }, {}, 'not-met'],
  ['its last day', {}, { toDay: '2026-11-21' }, {}, 'met'],
  ['not for this kind', {}, { kinds: ['union'] }, {}, 'not-met'],
  ['suspended: a person decides', {}, {}, { status: 'suspended' }, 'unknown'],
  ['ended', {}, {}, { status: 'ended' }, 'not-met'],
  ['audit asked and done', {}, { needsAudit: true }, {}, 'met'],
  [
    'audit asked, not said',
    { updates: [year(2025, { members: 55, audited: null }), year(2024)] },
    { needsAudit: true },
    {},
    'unknown',
  ],
  ['a group with its certificate', { updates: [], sanction: null }, {}, { kind: 'group' }, 'met'],
  [
    'a group whose certificate was revoked',
    { updates: [] },
    {},
    { kind: 'group', status: 'tax-revoked' },
    'not-met',
  ],
])('%s', (_, facts, policy, subject, whole) => {
  expect(eligibility({ ...POLICY, ...policy }, { ...HTX, ...subject }, { ...FACTS, ...facts }).verdict).toBe(
    whole,
  )
})
