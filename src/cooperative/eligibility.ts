// Who may be supported, condition by condition, with the fact and the article: Luật Hợp tác xã 17/2023/QH15, Điều 18. Pure.
// What no register says is "unknown", never assumed: that a sanction is being served is asked each time.

const ARTICLE = 'Luật 17/2023/QH15, Điều 18'

export type Verdict = 'met' | 'not-met' | 'unknown'

/** What a policy asks for (the register of support policies). */
export interface Policy {
  kinds: readonly string[]
  /** Conditions of Điều 18 of which one is enough; empty: none. */
  conditions: readonly string[]
  needsAudit: boolean | null
  fromDay: string
  toDay: string | null
  document: string
}

export interface Subject {
  code: string
  kind: string
  status: string
  registeredOn: string
}

/** Figures of one yearly update; null: not entered. */
export interface Yearly {
  year: number
  members: number | null
  revenue: number | null
  memberRevenue: number | null
  indivisibleFund: number | null
  indivisibleAssets: number | null
  audited: boolean | null
}

export interface Facts {
  today: string
  /** The last two updates, the later first. */
  updates: readonly Yearly[]
  /** Its people at training sessions of the last two years. */
  trained: number
  /** Whether it serves a sanction for a forbidden act (Điều 7 khoản 2) or a sentence: as asked; null: not asked yet. */
  sanction: boolean | null
}

export type ConditionCode = ('in-force' | 'kind' | 'status' | 'certificate' | 'sanction' | 'audit') | OneOf
export type OneOf =
  | ('more-members' | 'more-internal' | 'more-indivisible')
  | ('training' | 'new-in-difficult-area')

/** A fact in figures; the screen says what they are. */
export interface Said {
  year?: number
  before?: number
  day?: string
  until?: string | null
  n?: number | null
  of?: number | null
  text?: string
}

export interface Condition {
  code: ConditionCode
  verdict: Verdict
  article: string
  fact: Said
}

export interface Eligibility {
  verdict: Verdict
  /** Every one of these. */
  all: Condition[]
  /** One of these; empty where the policy asks for none. */
  oneOf: Condition[]
}

const yes = (holds: boolean | null): Verdict => (holds === null ? 'unknown' : holds ? 'met' : 'not-met')

/** Whether a figure grew from the update before to the last; null: one of them is missing, or no year follows the other. */
function grew(now: number | null | undefined, before: number | null | undefined): boolean | null {
  return now === null || now === undefined || before === null || before === undefined ? null : now > before
}

const internal = (one: Yearly | undefined): number | null =>
  one && one.revenue !== null && one.revenue > 0 && one.memberRevenue !== null
    ? Math.round((1000 * one.memberRevenue) / one.revenue) / 10
    : null

/** Either of two grew: one that did is enough, and only two that are known not to have say no. */
const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a || b ? true : a === null || b === null ? null : false

const JUDGES: Record<OneOf, (subject: Subject, facts: Facts) => [boolean | null, Said]> = {
  'more-members': (_, { updates: [now, before] }) => [
    grew(now?.members, before?.members),
    { ...years(now, before), n: now?.members ?? null, of: before?.members ?? null },
  ],
  'more-internal': (_, { updates: [now, before] }) => [
    grew(internal(now), internal(before)),
    { ...years(now, before), n: internal(now), of: internal(before) },
  ],
  'more-indivisible': (_, { updates: [now, before] }) => {
    const fund = grew(now?.indivisibleFund, before?.indivisibleFund)
    const assets = grew(now?.indivisibleAssets, before?.indivisibleAssets)
    const name = assets && !fund ? 'indivisibleAssets' : 'indivisibleFund'
    return [
      either(fund, assets),
      { ...years(now, before), n: now?.[name] ?? null, of: before?.[name] ?? null },
    ]
  },
  // It may have trained its members by itself: no session on record is no "no".
  training: (_, { trained }) => [trained > 0 ? true : null, { n: trained }],
  // Which areas are difficult stands in no register, and "newly" has no figure in the law.
  'new-in-difficult-area': ({ registeredOn }) => [null, { day: registeredOn }],
}

const years = (now: Yearly | undefined, before: Yearly | undefined): Said => ({
  ...(now && { year: now.year }),
  ...(before && { before: before.year }),
})

const isOneOf = (code: string): code is OneOf => code in JUDGES

const joined = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('not-met') ? 'not-met' : verdicts.includes('unknown') ? 'unknown' : 'met'

/** Whether a cooperative may have what a policy gives; each condition with its verdict, the fact and the article. */
export function eligibility(policy: Policy, subject: Subject, facts: Facts): Eligibility {
  const { today, updates, sanction } = facts
  const all: Condition[] = [
    {
      code: 'in-force',
      verdict: yes(policy.fromDay <= today && (policy.toDay === null || today <= policy.toDay)),
      article: policy.document,
      fact: { day: policy.fromDay, until: policy.toDay },
    },
    {
      code: 'kind',
      verdict: yes(policy.kinds.includes(subject.kind)),
      article: policy.document,
      fact: { text: subject.kind },
    },
    {
      code: 'status',
      // Neither the law nor the register settles what a suspended one may have: a person does.
      verdict: subject.status === 'active' ? 'met' : subject.status === 'ended' ? 'not-met' : 'unknown',
      article: policy.document,
      fact: { text: subject.status },
    },
    // A cooperative group needs its certificate of registration; its number is what it stands under in the register.
    ...(subject.kind === 'group'
      ? [
          {
            code: 'certificate' as const,
            verdict: yes(subject.status === 'tax-revoked' ? false : subject.code !== ''),
            article: ARTICLE,
            fact: { text: subject.code, day: subject.registeredOn },
          },
        ]
      : [
          {
            code: 'sanction' as const,
            verdict: yes(sanction === null ? null : !sanction),
            article: ARTICLE,
            fact: {},
          },
        ]),
    ...(policy.needsAudit
      ? [
          {
            code: 'audit' as const,
            verdict: yes(updates[0]?.audited ?? null),
            article: policy.document,
            fact: updates[0] ? { year: updates[0].year } : {},
          },
        ]
      : []),
  ]
  // The five of Điều 18 are asked of cooperatives and unions; of a group, its certificate.
  const oneOf =
    subject.kind === 'group'
      ? []
      : policy.conditions.filter(isOneOf).map((code): Condition => {
          const [holds, fact] = JUDGES[code](subject, facts)
          return { code, verdict: yes(holds), article: ARTICLE, fact }
        })
  const oneVerdict: Verdict =
    oneOf.length === 0 || oneOf.some(({ verdict }) => verdict === 'met')
      ? 'met'
      : oneOf.every(({ verdict }) => verdict === 'not-met')
        ? 'not-met'
        : 'unknown'
  return { verdict: joined([...all.map(({ verdict }) => verdict), oneVerdict]), all, oneOf }
}
