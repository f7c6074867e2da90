// The page of one indicator, and its figure on a day: what the routes answer with.
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { whyNotDecide, whyNotDefine, whyNotEnter } from './access.ts'
import { faultsOf } from './check.ts'
import { computeOn, hasArea, NOTHING } from './compile.ts'
import { forecast } from './forecast.ts'
import type { Formula } from './formula.ts'
import type { FigureAnswer, IndicatorPage, Value } from './indicator.ts'
import { known, readKnown, readSeries, readTargets } from './knowing.ts'
import * as queries from './queries.ts'
import { sentenceOf } from './sentence.ts'

/** An indicator as it is told: without what only the server needs. */
export const told = ({ ready: _, ...indicator }: queries.IndicatorRecord) => indicator

export async function readPage(sql: Sql, actor: Actor, id: string, today: string): Promise<IndicatorPage> {
  const { tenantId } = actor
  const indicator = await queries.getIndicator(sql, tenantId, id)
  const [values, rule, waiting, plans, changes] = await Promise.all([
    readKnown(sql, tenantId, [indicator], today),
    queries.readRule(sql, tenantId),
    queries.countWaiting(sql, tenantId, id),
    queries.listPlansOf(sql, tenantId, id),
    queries.listChanges(sql, tenantId, id),
  ])
  const targets = (await readTargets(sql, tenantId, [indicator], values, { today, rule })).get(id) ?? []
  const series = await readSeries(sql, tenantId, indicator, targets, today)
  // A year not over yet says nothing about a whole one.
  const whole = series.flatMap(({ year, day, value }) =>
    day < today && value !== null ? [{ year, value }] : [],
  )
  const first = (whole.at(-1)?.year ?? Number(today.slice(0, 4))) + 1
  const last = series.at(-1)?.year ?? first
  const owner = indicator.agency?.id ?? null
  return {
    indicator: told(indicator),
    sentence: indicator.formula ? sentenceOf(indicator.formula) : null,
    now: values.get(id) ?? known(indicator, { day: today, computed: null, typed: null, beside: null }),
    ...{ targets, series, waiting, plans },
    forecast: forecast(whole, first, Math.min(last, first + 9)),
    byArea: indicator.formula
      ? isSound(indicator.formula) && hasArea(indicator.formula)
      : indicator.way === 'objects',
    history: changes.map(({ act, at, actor: by, reason, before, after }) => ({
      ...{ at: at.toISOString(), actor: by, reason, text: sentenceOfChange(act, before, after) },
    })),
    may: {
      define: whyNotDefine(actor) === null,
      enter: whyNotEnter(actor, { owner, areaId: null }) === null,
      decide: whyNotDecide(actor, { owner, enteredById: null }) === null,
    },
  }
}

const isSound = (formula: Formula): boolean => faultsOf(formula).length === 0

/** What a change changed, in a sentence. */
function sentenceOfChange(act: string, before: unknown, after: unknown): string {
  const w = words.indicator.history
  const sentence = w.acts[act as keyof typeof w.acts] ?? act
  if (act !== 'change') return sentence
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>]
  const names = (Object.keys(w.fields) as (keyof typeof w.fields)[]).filter(
    (field) => JSON.stringify(old?.[field]) !== JSON.stringify(now?.[field]),
  )
  return names.length ? w.changed(names.map((field) => w.fields[field]).join(', ')) : sentence
}

/** A figure of a day and a commune, with its communes when asked. Refuses a day to come, and a formula that fits no more. */
export async function readFigure(
  sql: Sql,
  tenantId: number,
  { way, formula, id, name }: Pick<queries.IndicatorRecord, 'way' | 'formula' | 'id' | 'name'>,
  { day, areaId, byArea, today }: { day: string; areaId: string | null; byArea: boolean; today: string },
): Promise<FigureAnswer> {
  refuseToCome(day, today)
  const [area = null] = areaId ? await queries.listAreas(sql, tenantId, [areaId]) : []
  if (formula) {
    refuseUnsound(formula)
    if (byArea && !hasArea(formula))
      throw new Refusal('conflict', 'indicator.no-areas', words.indicator.noAreas)
    const { total, areas } = await computeOn(sql, tenantId, formula, { day, areaId, byArea })
    const names = await queries.listAreas(sql, tenantId, [...areas.keys()])
    return {
      ...{ ...total, day, area, sentence: sentenceOf(formula) },
      areas: names.map((one) => ({ areaId: one.id, area: one.name, ...(areas.get(one.id) ?? NOTHING) })),
    }
  }
  if (way !== 'objects') throw new Refusal('conflict', 'indicator.not-computed', words.indicator.notComputed)
  const counts = await queries.countObjects(sql, tenantId, [id], [day])
  const own = counts.filter(({ isAll, areaId: of }) => !isAll && of !== null)
  const names = byArea
    ? await queries.listAreas(
        sql,
        tenantId,
        own.flatMap(({ areaId: of }) => of ?? []),
      )
    : []
  const value = counts.find((row) => (areaId ? row.areaId === areaId : row.isAll))?.n ?? 0
  return {
    ...{ value, part: null, whole: null, day, area, sentence: name },
    areas: names.map((one) => ({
      ...{ areaId: one.id, area: one.name, part: null, whole: null },
      value: own.find((row) => row.areaId === one.id)?.n ?? 0,
    })),
  }
}

export function refuseToCome(day: string, today: string) {
  if (day > today) throw new Refusal('invalid', 'indicator.day-to-come', words.indicator.dayToCome)
}
export function refuseUnsound(formula: Formula) {
  const faults = faultsOf(formula)
  if (faults.length) throw new Refusal('conflict', 'indicator.formula', words.indicator.formulaFaults, faults)
}

/** A value with what the one who asks may do with it. */
export function valueAnswer(
  { enteredById, digest: _, enteredAt, decidedAt, ...row }: queries.ValueRow,
  { actor, owner }: { actor: Actor; owner: string | null },
): Value {
  const isOpen = row.state === 'draft' || row.state === 'returned'
  return {
    ...row,
    enteredAt: enteredAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    may: {
      change: isOpen && whyNotEnter(actor, { owner, areaId: row.area?.id ?? null }) === null,
      decide: row.state === 'draft' && whyNotDecide(actor, { owner, enteredById }) === null,
    },
  }
}
