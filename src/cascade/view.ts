// What the pages show of owed plans, from the rows of the database: who owes today, by when, what became of it.
import { nameKey } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { readAsked } from './asked.ts'
import { means } from './citation.ts'
import * as queries from './queries.ts'
import {
  type Candidate,
  type Clause,
  daysLateOf,
  debtsOf,
  isOverseer,
  type Owing,
  type SubPlans,
  whyNotRecord,
} from './sub-plan.ts'

interface Now {
  at: Date
  today: string
}

/** All that a plan asks for below it; refuses a plan that is not there or not published. */
export async function readSubPlans(
  sql: Sql,
  actor: Actor,
  plan: queries.PlanHead,
  now: Now,
): Promise<SubPlans> {
  const { tenantId } = actor
  const [items, bearers, rows, followed, citing] = await Promise.all([
    queries.listItems(sql, tenantId, plan.id),
    queries.countBearers(sql, tenantId, plan.id),
    queries.listOwed(sql, tenantId, plan.id),
    queries.listFollowed(sql, tenantId, now.today, now.at),
    queries.listCiting(sql, tenantId, plan.id),
  ])
  const owing = await readOwing(sql, actor, plan, rows, followed, now.today)
  const clauses: Clause[] = []
  const others: SubPlans['others'] = []
  for (const { itemDue, dueOn, decision, ...item } of items) {
    const asked = readAsked(item.quote)
    if (asked || decision)
      clauses.push({ ...item, asked, decision, dueOn: decision === 'owed' ? dueOn : itemDue })
    else if (item.bearers > 0) others.push({ itemId: item.itemId, section: item.section, quote: item.quote })
  }
  const { overseerId, overseerName, id, number, title } = plan
  return {
    plan: {
      ...{ id, number, title },
      overseer: overseerId && overseerName ? { id: overseerId, name: overseerName } : null,
    },
    today: now.today,
    whyNotDecide: isOverseer(actor, overseerId)
      ? null
      : words.cascade.subPlans.notOverseer(overseerName ?? words.common.none),
    clauses,
    others,
    bearers,
    owing,
    candidates: candidatesOf(citing, plan, owing),
  }
}

/** Agencies by kind and name, each with what it owes this plan. */
export async function readOwing(
  sql: Sql,
  actor: Actor,
  plan: Pick<queries.PlanHead, 'id' | 'overseerId'>,
  rows: readonly queries.OwedRow[],
  followed: Awaited<ReturnType<typeof queries.listFollowed>>,
  today: string,
): Promise<Owing[]> {
  const debts = new Map(debtsOf(rows, plan.id, followed).map((debt) => [debt.agencyId, debt]))
  const ids = [...debts.values()].flatMap(({ agencyId, from }) => [agencyId, ...from])
  const agencies = await queries.listAgenciesById(sql, actor.tenantId, [...new Set(ids)])
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]))
  return agencies.flatMap(({ id, name, endedOn }): Owing[] => {
    const debt = debts.get(id)
    if (!debt) return []
    // An own row that is still owed elsewhere is not what was settled here.
    const { own, state, section, dueOn, isAsked, from } = debt
    const issuedOn = own?.issuedOn ?? null
    return [
      {
        agency: { id, name },
        ...{ state, isAsked, section, dueOn },
        daysLate: daysLateOf({ state, dueOn, issuedOn }, today),
        number: own?.number ?? null,
        issuedOn,
        fileName: own?.fileName ?? null,
        child: own?.childId
          ? { id: own.childId, number: own.childNumber, title: own.childTitle ?? '' }
          : null,
        dossierId: own?.dossierId ?? null,
        reason: own?.reason ?? '',
        settledBy: own?.settledBy ?? null,
        from: from.map((one) => nameOf.get(one) ?? ''),
        isEnded: endedOn !== null && endedOn <= today && state === 'owed',
        version: own?.version ?? 0,
        whyNot: whyNotRecord(actor, { agencyId: id, overseerId: plan.overseerId }),
      },
    ]
  })
}

/** Plans in the system that say they carry this one out, with the owing agency whose name they print as issuer. */
function candidatesOf(
  citing: Awaited<ReturnType<typeof queries.listCiting>>,
  plan: queries.PlanHead,
  owing: readonly Owing[],
): Candidate[] {
  const taken = new Set(owing.flatMap(({ child }) => child?.id ?? []))
  const found = new Map<string, Candidate>()
  for (const { id, number, title, issuer, issued, cites } of citing) {
    if (taken.has(id) || found.has(id) || !means({ number: cites, type: '' }, plan)) continue
    const printed = nameKey(issuer)
    const agency = owing
      .filter(({ agency: { name } }) => printed.startsWith(nameKey(name)))
      .sort((a, b) => b.agency.name.length - a.agency.name.length)[0]
    found.set(id, { id, number, title, issuer, issued, agencyId: agency?.agency.id ?? null })
  }
  return [...found.values()]
}

/** What an agency owes over all plans, its own and what came to it. */
export async function readOwedBy(sql: Sql, actor: Actor, agencyId: string, now: Now) {
  const { tenantId } = actor
  const followed = await queries.listFollowed(sql, tenantId, now.today, now.at)
  // Whoever is followed on by this agency, however far back.
  const sources = new Set([agencyId])
  for (let before = 0; before < sources.size; ) {
    before = sources.size
    for (const one of followed) if (one.to.some((to) => sources.has(to))) sources.add(one.agencyId)
  }
  const rows = await queries.listOwedBy(sql, tenantId, [...sources])
  const owed: { plan: Pick<queries.PlanHead, 'id' | 'number' | 'title'>; owing: Owing }[] = []
  for (const planId of new Set(rows.map((row) => row.planId))) {
    const plan = await queries.getPlanHead(sql, tenantId, planId)
    const own = rows.filter((row) => row.planId === planId)
    const owing = (await readOwing(sql, actor, plan, own, followed, now.today)).find(
      ({ agency }) => agency.id === agencyId,
    )
    const { id, number, title } = plan
    if (owing) owed.push({ plan: { id, number, title }, owing })
  }
  return owed
}
