// Printed indicators of a plan and the definitions behind them: what is suggested, what was decided, what publishing makes.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { LinkTo, PlanIndicator, PlanIndicators, Suggestions } from './indicator.ts'
import { figuresOn, keyOf, readKnown, readTargets } from './knowing.ts'
import * as queries from './queries.ts'
import { define, defineReady, type Now, refuseNotDefine } from './record.ts'
import { factorBetween, suggest } from './suggest.ts'
import { boundsOf, directionOf, printTarget, yearsOf } from './target.ts'

/** The years a plan runs: as printed, else from its issue to the latest year its figures name. */
export function yearsOfPlan(
  { issued, periodFrom, periodTo, indicators }: queries.PlanRow,
  today: string,
): { from: number; to: number } {
  const named = indicators.flatMap(({ targets }) =>
    targets.flatMap(({ period }) => (period?.match(/\d{4}/gu) ?? []).map(Number)),
  )
  const from = periodFrom ?? Number((issued ?? today).slice(0, 4))
  return { from, to: Math.max(from, periodTo ?? Math.max(from, ...named)) }
}

/** Makes (or finds) the definition that a printed indicator is to be; null: none. */
async function definitionOf(
  tx: Sql,
  actor: Actor,
  printed: queries.PrintedIndicator,
  to: LinkTo,
  now: Now,
): Promise<string | null> {
  if ('none' in to) return null
  if ('indicator' in to) return (await queries.getIndicator(tx, actor.tenantId, to.indicator)).id
  if ('ready' in to) return defineReady(tx, actor, to.ready, now)
  const form = {
    ...{ code: '', ...to.make, direction: directionOf(printed.targets), description: '' },
    ...{ decimals: to.make.unit === '%' ? 1 : 0, way: 'typed' as const, formula: null, agencyId: null },
  }
  return define(tx, actor, form, now)
}

/** Keeps one link and the targets it brings; what an earlier link of it brought counts no more. */
async function link(
  tx: Sql,
  actor: Actor,
  plan: queries.PlanRow,
  { printed, to, seen }: { printed: queries.PrintedIndicator; to: LinkTo; seen: number },
  now: Now,
): Promise<string | null> {
  const { tenantId, name } = actor
  const indicatorId = await definitionOf(tx, actor, printed, to, now)
  const row = { planId: plan.id, printedId: printed.id, indicatorId, actor: name, at: now.at }
  if (!(await queries.setLink(tx, tenantId, row, seen)))
    throw new Refusal('stale', 'indicator.link-stale', words.refusal.stale)
  await queries.voidPrinted(tx, tenantId, plan.id, printed.id)
  if (indicatorId) {
    const years = yearsOfPlan(plan, now.today)
    const { unit } = await queries.getIndicator(tx, tenantId, indicatorId)
    const targets = printed.targets.map((target, printedNo) => ({
      ...{ id: randomUUID(), indicatorId, planId: plan.id, printedId: printed.id, printedNo, areaId: null },
      ...{
        op: target.op,
        ...boundsOf(target, factorBetween(target.unit, unit)),
        ...yearsOf(target.period, years),
      },
      text: printed.quote.slice(0, 2000),
    }))
    await queries.insertTargets(tx, tenantId, targets)
  }
  await audit(tx, actor, now.at, 'indicator.link', ['plan', plan.id], { printed: printed.id, indicatorId })
  return indicatorId
}

export interface Linked {
  linked: number
  /** Names of printed indicators that stay without a definition. */
  open: string[]
}

/**
 * Links what a plan prints, when it is published: a person's word first, then what is suggested without doubt. The rest
 * stays open and can be linked later.
 */
export async function linkPlan(
  tx: Sql,
  actor: Actor,
  planId: string,
  decided: ReadonlyMap<string, LinkTo>,
  now: Now,
): Promise<Linked> {
  const plan = await queries.getPlan(tx, actor.tenantId, planId)
  const open: string[] = []
  let linked = 0
  for (const printed of plan.indicators) {
    // A definition made for one printed indicator is there for the next that means the same.
    const to = decided.get(printed.id) ?? sureOf(printed, await queries.listKnown(tx, actor.tenantId))
    if (to && (await link(tx, actor, plan, { printed, to, seen: 0 }, now))) linked += 1
    else if (!to) open.push(printed.name)
  }
  return { linked, open }
}

function sureOf(printed: queries.PrintedIndicator, known: Parameters<typeof suggest>[1]): LinkTo | null {
  const { suggestions, sure } = suggest(printed, known)
  return sure ? (suggestions[0]?.to ?? null) : null
}

/** Of a published plan: one printed indicator, by a person. Refuses what the plan does not print. */
export async function linkLater(
  tx: Sql,
  actor: Actor,
  planId: string,
  { printedId, to, seen }: { printedId: string; to: LinkTo; seen: number },
  now: Now,
): Promise<void> {
  refuseNotDefine(actor)
  const plan = await queries.getPlan(tx, actor.tenantId, planId)
  if (plan.status !== 'published')
    throw new Refusal('conflict', 'indicator.plan-draft', words.indicator.planDraft)
  const printed = plan.indicators.find(({ id }) => id === printedId)
  if (!printed) throw new Refusal('missing', 'indicator.not-printed', words.indicator.notPrinted)
  await link(tx, actor, plan, { printed, to, seen }, now)
}

/** For the review screen. */
export async function readSuggestions(sql: Sql, tenantId: number, planId: string): Promise<Suggestions> {
  const [plan, known] = await Promise.all([
    queries.getPlan(sql, tenantId, planId),
    queries.listKnown(sql, tenantId),
  ])
  return {
    printed: plan.indicators.map((printed) => ({ printedId: printed.id, ...suggest(printed, known) })),
  }
}

/** What a plan prints, what stands behind it, what is known of it today and how its targets stand. */
export async function readPlanIndicators(
  sql: Sql,
  tenantId: number,
  planId: string,
  { today, mayLink }: { today: string; mayLink: boolean },
): Promise<PlanIndicators> {
  const [plan, links, known, rule] = await Promise.all([
    queries.getPlan(sql, tenantId, planId),
    queries.listLinks(sql, tenantId, planId),
    queries.listKnown(sql, tenantId),
    queries.readRule(sql, tenantId),
  ])
  const typed = await queries.listIndicators(sql, tenantId, { planId, limit: 500 })
  const ids = [...new Set([...links.flatMap((one) => one.indicatorId ?? []), ...typed.map(({ id }) => id)])]
  const indicators = await queries.listByIds(sql, tenantId, ids)
  const byId = new Map(indicators.map((one) => [one.id, one]))
  const values = await readKnown(sql, tenantId, indicators, today)
  const targets = await readTargets(sql, tenantId, indicators, values, { today, rule })
  const printedOf = await queries.listPrintedOf(sql, tenantId, planId)
  const years = yearsOfPlan(plan, today)
  const about = (id: string | null) => {
    const one = id ? byId.get(id) : undefined
    return one
      ? {
          indicator: { id: one.id, name: one.name, unit: one.unit, decimals: one.decimals, way: one.way },
          now: values.get(one.id) ?? null,
        }
      : { indicator: null, now: null }
  }
  const ofPlan = (id: string, printedId: string | null) =>
    (targets.get(id) ?? []).filter(
      (target) => target.plan?.id === planId && (printedOf.get(target.id) ?? null) === printedId,
    )
  const printed: PlanIndicator[] = plan.indicators.map((one) => {
    const decided = links.find(({ printedId }) => printedId === one.id)
    return {
      ...{ printedId: one.id, section: one.section, name: one.name },
      printed: one.targets.map((target) =>
        printTarget({ op: target.op, ...boundsOf(target) }, target.unit, yearsOf(target.period, years)),
      ),
      ...about(decided?.indicatorId ?? null),
      isNone: decided !== undefined && decided.indicatorId === null,
      targets: decided?.indicatorId ? ofPlan(decided.indicatorId, one.id) : [],
      suggestions: decided?.indicatorId ? [] : suggest(one, known).suggestions,
      version: decided?.version ?? 0,
    }
  })
  // Targets that people set for this plan by hand.
  const byHand: PlanIndicator[] = typed
    .filter(({ id }) => ofPlan(id, null).length > 0)
    .map((one) => ({
      ...{ printedId: null, section: '', name: one.name, isNone: false, suggestions: [], version: 0 },
      printed: ofPlan(one.id, null).map((target) => printTarget(target, one.unit, target)),
      ...about(one.id),
      targets: ofPlan(one.id, null),
    }))
  const all = [...printed, ...byHand]
  return {
    day: today,
    indicators: all,
    counts: {
      printed: plan.indicators.length,
      linked: printed.filter(({ indicator }) => indicator).length,
      withValue: all.filter(({ now }) => now?.value != null).length,
    },
    mayLink: mayLink && plan.status === 'published',
  }
}

/**
 * For reports: what is known of each printed indicator that is linked, year by year, in the unit the plan prints. Computed
 * where it can be, otherwise the approved value of that very year.
 */
export async function readByYear(
  sql: Sql,
  tenantId: number,
  planId: string,
  years: readonly { key: string; day: string }[],
): Promise<Map<string, (number | null)[]>> {
  const links = (await queries.listLinks(sql, tenantId, planId)).filter(({ indicatorId }) => indicatorId)
  if (links.length === 0) return new Map()
  const ids = [...new Set(links.flatMap(({ indicatorId }) => indicatorId ?? []))]
  const [plan, indicators, approved] = await Promise.all([
    queries.getPlan(sql, tenantId, planId),
    queries.listByIds(sql, tenantId, ids),
    queries.listApproved(sql, tenantId, ids),
  ])
  const figures = await figuresOn(
    sql,
    tenantId,
    indicators.flatMap((of) => years.map(({ day }) => ({ of, day }))),
  )
  return new Map(
    links.flatMap(({ printedId, indicatorId }) => {
      const of = indicators.find(({ id }) => id === indicatorId)
      const printed = plan.indicators.find(({ id }) => id === printedId)
      if (!of || !printed) return []
      const factor = factorBetween(printed.targets[0]?.unit ?? '', of.unit)
      const values = years.map(({ key, day }) => {
        const typed = approved.find(
          (one) => one.indicatorId === of.id && !one.isSnapshot && one.period === key,
        )
        const value = figures.get(keyOf(of.id, day))?.value ?? typed?.value ?? null
        return value === null
          ? null
          : Number((value / factor).toFixed(factor === 1 ? of.decimals : of.decimals + 3))
      })
      return [[printedId, values] as const]
    }),
  )
}
