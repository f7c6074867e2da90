// Duties to report and the rounds that follow from them: confirmed or typed by people, opened by people or the calendar,
// handed on when an agency is merged.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit, type ChangedBy } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { OVERSEER_ROLES } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import type { RoundForm } from './exchange.ts'
import * as queries from './queries.ts'
import { type Now, type Versioned, writeFacts } from './record.ts'
import {
  chainOf,
  dueAtLevel,
  dueOf,
  type Link,
  periodNamed,
  periodToOpen,
  type RegimeChange,
  type RegimeForm,
  usualLinks,
} from './regime.ts'

const w = words.report

/** Who may ask for reports on a plan: its focal agency, and administrators. */
export function whyNotRequest({ capacities, role }: Actor, overseerId: string | null): string | null {
  if (role === 'admin') return null
  const may = capacities.some(
    (capacity) =>
      overseerId !== null &&
      (capacity.agencyId === overseerId || capacity.unitOf === overseerId) &&
      OVERSEER_ROLES.includes(capacity.role),
  )
  return may ? null : w.notOverseer
}

async function planFor(tx: Sql, actor: Actor, planId: string): Promise<queries.PlanRow> {
  const plan = await queries.getPlan(tx, actor.tenantId, planId)
  if (plan.status === 'draft') throw new Refusal('conflict', 'report.draft-plan', w.draftPlan)
  const why = whyNotRequest(actor, plan.overseerId)
  if (why) throw new Refusal('forbidden', 'report.request', why)
  return plan
}

function refuseCircle(links: readonly Link[]) {
  if (chainOf(links).circle.length > 0 || links.some(({ agencyId, toAgencyId }) => agencyId === toAgencyId))
    throw new Refusal('invalid', 'report.circle', w.circle, [{ at: 'links', message: w.circle }])
}

export async function createRegime(
  tx: Sql,
  actor: Actor,
  planId: string,
  form: RegimeForm,
  { at, today }: Now,
): Promise<Versioned> {
  const { tenantId, accountId } = actor
  await planFor(tx, actor, planId)
  refuseCircle(form.links)
  const id = randomUUID()
  await queries.insertRegime(tx, tenantId, { ...form, id, planId, createdBy: accountId, at, today })
  await queries.setLinks(tx, tenantId, id, form.links)
  await audit(tx, actor, at, 'report.regime', ['report-regime', id], { planId, ...form })
  return { id, version: 1 }
}

export async function changeRegime(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: RegimeChange,
  { at }: Now,
): Promise<Versioned> {
  const { tenantId } = actor
  const before = await queries.lockRegime(tx, tenantId, id)
  await planFor(tx, actor, before.planId)
  if (before.version !== seen) throw new Refusal('stale', 'report.stale', words.refusal.stale)
  refuseCircle(form.links)
  await queries.updateRegime(tx, tenantId, id, form)
  await queries.setLinks(tx, tenantId, id, form.links)
  await audit(tx, actor, at, 'report.regime-change', ['report-regime', id], { before, after: form })
  return { id, version: seen + 1 }
}

/** Links as they hold today: who has ended is followed by whoever came after. */
async function linksToday(
  tx: Sql,
  tenantId: number,
  plan: queries.PlanRow,
  own: readonly Link[],
): Promise<Link[]> {
  if (own.length === 0) {
    const [bearers, province] = await Promise.all([
      queries.listBearers(tx, tenantId, plan.id).execute(),
      queries.findProvinceCommittee(tx, tenantId),
    ])
    return usualLinks(
      bearers.map(({ id }) => id),
      plan.overseerId,
      province,
    )
  }
  const successors = await queries.listSuccessors(tx, tenantId)
  const today = new Map<string, string>()
  for (const { agencyId, toAgencyId } of own) {
    const [from, to] = [lastOf(successors, agencyId), lastOf(successors, toAgencyId)]
    if (from !== to && !today.has(from)) today.set(from, to)
  }
  return [...today].map(([agencyId, toAgencyId]) => ({ agencyId, toAgencyId }))
}

/** Along the chain of successors; a circle of decisions ends where it began. */
export function lastOf(successors: ReadonlyMap<string, string>, agencyId: string): string {
  const seen = new Set<string>()
  let at = agencyId
  for (let next = successors.get(at); next !== undefined && !seen.has(next); next = successors.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

interface Opening {
  plan: queries.PlanRow
  regimeId: string | null
  kind: queries.NewRound['kind']
  title: string
  period: string
  from: string
  to: string
  dueOn: string
  note: string
  links: readonly Link[]
  days: { afterDays: number; beforeDays: number }
}

/** null when the calendar or another person was first. */
async function open(
  tx: Sql,
  by: ChangedBy,
  { plan, links, days, ...round }: Opening,
  { at, today }: Now,
): Promise<Versioned | null> {
  const { tenantId } = by
  const { chain } = chainOf(await linksToday(tx, tenantId, plan, links))
  if (chain.length === 0) throw new Refusal('conflict', 'report.nobody', w.nobodyToAsk)
  const id = randomUUID()
  const opened = { openedOn: today, openedBy: by.accountId, openedName: by.name, at }
  if (!(await queries.insertRound(tx, tenantId, { ...round, id, planId: plan.id, ...opened }))) return null
  await queries.insertReports(
    tx,
    tenantId,
    id,
    chain.map(({ agencyId, toAgencyId, level }) => ({
      ...{ id: randomUUID(), agencyId, toId: toAgencyId, level },
      dueOn: dueAtLevel(round.dueOn, level, days),
    })),
  )
  await audit(tx, by, at, 'report.open', ['report-round', id], {
    planId: plan.id,
    ...round,
    asked: chain.length,
  })
  return { id, version: 1 }
}

/** Asked for by a person: a period of a regime before the calendar does, something extraordinary, or a review of years. */
export async function openRound(
  tx: Sql,
  actor: Actor,
  planId: string,
  form: RoundForm,
  now: Now,
): Promise<Versioned> {
  const plan = await planFor(tx, actor, planId)
  const { tenantId } = actor
  const { note } = form
  if (form.kind !== 'periodic') {
    refuseCircle(form.links)
    const { kind, title, from, to, dueOn, links } = form
    const days = { afterDays: AFTER_DAYS, beforeDays: 0 }
    const opening = { plan, regimeId: null, kind, title, period: '', from, to, dueOn, note, links, days }
    const made = await open(tx, actor, opening, now)
    if (!made) throw new Error('a round without a regime is always new')
    return made
  }
  const regime = (await queries.listRegimes(tx, tenantId, planId)).find(({ id }) => id === form.regimeId)
  if (!regime) throw new Refusal('missing', 'report.missing', words.refusal.missing)
  const period = periodNamed(regime.every, form.period)
  if (!period)
    throw new Refusal('invalid', 'report.period', w.periodForm, [{ at: 'period', message: w.periodForm }])
  const made = await open(tx, actor, openingOf(plan, regime, period, note), now)
  if (!made) throw new Refusal('conflict', 'report.round-there', w.roundThere)
  return made
}

/** Those who consolidate an extraordinary report have so many days more. */
const AFTER_DAYS = 5

const openingOf = (
  plan: queries.PlanRow,
  regime: queries.RegimeRow,
  period: { key: string; from: string; to: string },
  note: string,
): Opening => ({
  ...{ plan, regimeId: regime.id, kind: 'periodic', note, links: regime.links, days: regime },
  title: w.roundTitle(regime.title, period.key),
  ...{ period: period.key, from: period.from, to: period.to, dueOn: dueOf(regime, period) },
})

/** The calendar: opens the rounds whose time has come; done again it finds nothing to do. */
export async function openDueRounds(tx: Sql, tenantId: number, now: Now): Promise<number> {
  let opened = 0
  for (const regime of await queries.listRegimes(tx, tenantId, null)) {
    const period = periodToOpen(regime, now.today)
    if (!period) continue
    const [there] = await tx`
      select 1 from report_round
      where tenant_id = ${tenantId} and regime_id = ${regime.id} and period = ${period.key}`
    if (there) continue
    const plan = await queries.getPlan(tx, tenantId, regime.planId)
    const links = await linksToday(tx, tenantId, plan, regime.links)
    // A plan that nobody bears any more asks nobody.
    if (chainOf(links).chain.length === 0) continue
    const by = { tenantId, accountId: null, name: w.calendar }
    if (await open(tx, by, openingOf(plan, regime, period, ''), now)) opened++
  }
  return opened
}

/** Open reports of agencies that have ended go to whoever was decided; what was handed in stays under its name. */
export async function passReports(tx: Sql, tenantId: number, now: Now): Promise<number> {
  const stranded = await queries.listStranded(tx, tenantId)
  if (stranded.length === 0) return 0
  const successors = await queries.listSuccessors(tx, tenantId)
  let passed = 0
  for (const row of stranded) {
    const facts: queries.NewFact[] = []
    const by = {
      accountId: null,
      forAccountId: null,
      agencyId: null,
      onDay: now.today,
      text: '',
      dueOn: null,
    }
    const put = (kind: 'pass' | 'join' | 'redirect', toAgencyId: string | null) =>
      facts.push({ ...by, id: randomUUID(), reportId: row.id, kind, toAgencyId })
    const next = lastOf(successors, row.agencyId)
    if (row.toId && successors.has(row.toId)) {
      const receiver = lastOf(successors, row.toId)
      put('redirect', receiver === next ? null : receiver)
    }
    if (row.agencyEnded && next !== row.agencyId && row.state !== 'approved') {
      const own = await findOpenReport(tx, tenantId, row.roundId, next)
      if (row.state === 'submitted')
        await queries.forgetTold(tx, tenantId, row.id, row.consolidatedAt !== null)
      if (own) await moveEntries(tx, tenantId, row.id, own)
      put(own ? 'join' : 'pass', next)
    }
    if (facts.length === 0) continue
    await writeFacts(tx, { tenantId }, [{ row, facts }], w.calendar, now.at)
    const changed = { tenantId, accountId: null, name: w.calendar }
    await audit(tx, changed, now.at, 'report.pass', ['report', row.id], {
      facts: facts.map(({ kind, toAgencyId }) => ({ kind, toAgencyId })),
    })
    passed++
  }
  return passed
}

async function findOpenReport(
  tx: Sql,
  tenantId: number,
  roundId: string,
  agencyId: string,
): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    select id from report
    where tenant_id = ${tenantId} and round_id = ${roundId} and agency_id = ${agencyId} and state = 'draft' limit 1`
  return row?.id ?? null
}

/** What had been written already goes along; what the other has written itself stays. */
async function moveEntries(tx: Sql, tenantId: number, fromId: string, toId: string): Promise<void> {
  await tx`
    insert into report_entry (tenant_id, report_id, assignment_id, item_id, written, computed)
    select tenant_id, ${toId}::uuid, assignment_id, item_id, written, null from report_entry
    where tenant_id = ${tenantId} and report_id = ${fromId} and written is not null
    on conflict do nothing`
  await tx`update report set version = version + 1 where tenant_id = ${tenantId} and id = ${toId}`
}
