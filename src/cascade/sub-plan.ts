// Plans that agencies owe because a duty asks for them: as server and browser exchange them, who owes after
// reorganisations, who may record, and the share that has issued. Pure.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/** Còn phải ban hành · đã ban hành · được miễn. */
export const OWED_STATES = ['owed', 'issued', 'excused'] as const
export type OwedState = (typeof OWED_STATES)[number]

const Named = z.object({ id: z.uuid(), name: z.string() })
const PlanName = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Count = z.number().int()
const Day = z.iso.date()
const w = () => words.cascade.subPlans

/** A duty that asks for plans of their own, or was said to: the words that do, and what the overseer decided. */
export const Clause = z.object({
  itemId: z.uuid(),
  section: z.string(),
  quote: z.string(),
  /** Where in the quote it asks; null where only a person says so. */
  asked: z.object({ from: Count, to: Count }).nullable(),
  decision: z.enum(['owed', 'not']).nullable(),
  /** As decided, else the day of the duty itself. */
  dueOn: Day.nullable(),
  /** How many agencies bear the duty. */
  bearers: Count,
  decidedBy: z.string().nullable(),
  version: Count,
})
export type Clause = z.infer<typeof Clause>

/** One agency that owes a plan, has issued one or need not. */
export const Owing = z.object({
  agency: Named,
  state: z.enum(OWED_STATES),
  /** Asked for by a duty; false: issued of its own accord. */
  isAsked: z.boolean(),
  section: z.string(),
  dueOn: Day.nullable(),
  daysLate: Count.nullable(),
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  fileName: z.string().nullable(),
  child: PlanName.nullable(),
  dossierId: z.uuid().nullable(),
  reason: z.string(),
  settledBy: z.string().nullable(),
  /** The agencies of former days whose plan it owes. */
  from: z.array(z.string()),
  /** It is no more, and nobody has decided who follows. */
  isEnded: z.boolean(),
  /** 0: nothing was recorded for this agency itself yet. */
  version: Count,
  whyNot: z.string().nullable(),
})
export type Owing = z.infer<typeof Owing>

/** A plan in the system that cites this one. */
export const Candidate = PlanName.extend({
  issuer: z.string(),
  issued: z.string().nullable(),
  agencyId: z.uuid().nullable(),
})
export type Candidate = z.infer<typeof Candidate>

export const SubPlans = z.object({
  plan: PlanName.extend({ overseer: Named.nullable() }),
  today: Day,
  whyNotDecide: z.string().nullable(),
  clauses: z.array(Clause),
  /** The other duties that somebody bears, to be named by hand. */
  others: z.array(z.object({ itemId: z.uuid(), section: z.string(), quote: z.string() })),
  /** All agencies that bear duties of the plan. */
  bearers: Count,
  owing: z.array(Owing),
  candidates: z.array(Candidate),
})
export type SubPlans = z.infer<typeof SubPlans>

/** What one agency owes, over all plans. */
export const OwedByAgency = z.object({
  today: Day,
  owed: z.array(z.object({ plan: PlanName, owing: Owing })),
})

const Text = (most: number) => z.string().normalize('NFC').trim().max(most)
const Reason = Text(2000).min(1, { error: () => w().reasonMissing })

/** `to`: those who bear the duty, or all that bear any duty of the plan. */
export const CallForm = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('owed'),
    dueOn: Day.nullable(),
    to: z.enum(['bearers', 'all']).default('bearers'),
  }),
  z.object({ decision: z.literal('not') }),
])
export type CallForm = z.infer<typeof CallForm>
export const NewCall = z.object({ itemId: z.uuid() }).and(CallForm)
export const CallVersion = z.object({ itemId: z.uuid(), version: Count, agencies: Count })

export const SettleForm = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('issued'),
    number: Text(60).min(1, { error: () => w().numberMissing }),
    issuedOn: z.iso.date({ error: () => w().dayMissing }),
    file: z
      .object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: Text(200).min(1) })
      .nullable()
      .default(null),
    childId: z.uuid().nullable().default(null),
  }),
  z.object({ state: z.literal('excused'), reason: Reason }),
  z.object({ state: z.literal('owed'), reason: Reason }),
])
export type SettleForm = z.infer<typeof SettleForm>
export const Settled = z.object({ agencyId: z.uuid(), version: Count })

/** A decision on an agency that ended: where its open things go in this plan. */
export interface Followed {
  agencyId: string
  /** One agency, the members of a group; empty: nobody. */
  to: readonly string[]
  /** Only in this plan. */
  planId: string | null
}

/**
 * Who owes what an agency owed: the agency itself, or along the decisions on who follows; a group's members each. A
 * decision on the plan goes before the one on everything. Never empty, never in a circle.
 */
export function holdersOf(agencyId: string, planId: string, followed: readonly Followed[]): string[] {
  const holders = new Set<string>()
  const seen = new Set<string>()
  const follow = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    const here = followed.filter((one) => one.agencyId === id)
    const next = here.find((one) => one.planId === planId) ?? here.find((one) => one.planId === null)
    const to = (next?.to ?? []).filter((one) => one !== id)
    if (to.length === 0) holders.add(id)
    for (const one of to) follow(one)
  }
  follow(agencyId)
  return holders.size ? [...holders] : [agencyId]
}

export interface OwedRow {
  agencyId: string
  itemId: string | null
  section: string
  dueOn: string | null
  state: OwedState
}

export interface Debt<Row extends OwedRow> {
  agencyId: string
  /** What was recorded for the agency itself. */
  own: Row | null
  state: OwedState
  dueOn: string | null
  section: string
  isAsked: boolean
  /** Agencies of former days whose debt it is. */
  from: string[]
}

/**
 * One entry for each agency that owes a plan today, or whose plan was settled: open debts stand with whoever follows on
 * the agency they were laid on, and whoever has settled owes nothing again.
 */
export function debtsOf<Row extends OwedRow>(
  rows: readonly Row[],
  planId: string,
  followed: readonly Followed[],
): Debt<Row>[] {
  const own = new Map(rows.map((row) => [row.agencyId, row]))
  const debts = new Map<string, Debt<Row>>()
  for (const row of rows)
    if (row.state !== 'owed')
      debts.set(row.agencyId, {
        ...{ agencyId: row.agencyId, own: row, state: row.state, dueOn: row.dueOn, section: row.section },
        ...{ isAsked: row.itemId !== null, from: [] },
      })
  for (const row of rows) {
    if (row.state !== 'owed') continue
    for (const holder of holdersOf(row.agencyId, planId, followed)) {
      const known = debts.get(holder)
      const from = holder === row.agencyId ? [] : [row.agencyId]
      if (!known) {
        const { dueOn, section, state } = row
        debts.set(holder, {
          ...{ agencyId: holder, own: own.get(holder) ?? null, state, dueOn, section, isAsked: true, from },
        })
        continue
      }
      known.from.push(...from)
      known.isAsked = true
      // The earliest day binds.
      if (known.state === 'owed' && row.dueOn && (!known.dueOn || row.dueOn < known.dueOn))
        known.dueOn = row.dueOn
    }
  }
  return [...debts.values()]
}

/** Days past the last day: until it was issued, or until today while it is owed; null while in time or undated. */
export function daysLateOf(
  { state, dueOn, issuedOn }: { state: OwedState; dueOn: string | null; issuedOn: string | null },
  today: string,
): number | null {
  const until = state === 'issued' ? issuedOn : state === 'owed' ? today : null
  return dueOn && until && until > dueOn ? daysBetween(dueOn, until) : null
}

export interface Share {
  issued: number
  owed: number
  excused: number
  /** Issued or still owed: the denominator. */
  of: number
  late: number
}

/** Of those that were asked: who issued, of all that must; the excused apart. */
export function shareOf(owing: readonly Pick<Owing, 'state' | 'isAsked' | 'daysLate'>[]): Share {
  const asked = owing.filter(({ isAsked }) => isAsked)
  const count = (state: OwedState) => asked.filter((one) => one.state === state).length
  const [issued, owed, excused] = [count('issued'), count('owed'), count('excused')]
  const late = asked.filter(({ state, daysLate }) => state === 'owed' && daysLate !== null).length
  return { issued, owed, excused, of: issued + owed, late }
}

const OWN: readonly Role[] = ['officer', 'head', 'focal']
const ABOVE: readonly Role[] = ['focal', 'head', 'admin']

export const isOverseer = (
  { capacities }: { capacities: readonly Capacity[] },
  overseerId: string | null,
): boolean =>
  capacities.some(({ role, agencyId, unitOf }) =>
    agencyId === null
      ? role === 'admin'
      : overseerId !== null && [agencyId, unitOf].includes(overseerId) && ABOVE.includes(role),
  )

/** Why this person may not record or draft the plan of an agency; null: people of it, or of the overseer above. */
export function whyNotRecord(
  actor: { capacities: readonly Capacity[] },
  { agencyId, overseerId }: { agencyId: string; overseerId: string | null },
): string | null {
  const isOwn = actor.capacities.some(
    ({ role, agencyId: own, unitOf }) => OWN.includes(role) && [own, unitOf].includes(agencyId),
  )
  return isOwn || isOverseer(actor, overseerId) ? null : w().notYours
}
