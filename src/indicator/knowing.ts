// What is known of indicators: computed, counted, typed, beside each other; year by year; and how targets stand.
import type { Sql } from '../store/database.ts'
import { faultsOf } from './check.ts'
import { computeMany, NOTHING } from './compile.ts'
import { dataDayOf, registersIn, windowYear } from './formula.ts'
import type { Figure, IndicatorRow, Known, SeriesPoint, Target } from './indicator.ts'
import * as queries from './queries.ts'
import { type StatusRule, standing } from './status.ts'
import { aimOf, lastDayOf, lineOf, wholeDay } from './target.ts'

type Of = Pick<queries.IndicatorRecord, 'id' | 'way' | 'formula' | 'decimals'>

/** Asked about one indicator on one day. */
export const keyOf = (id: string, day: string) => `${id} ${day}`

/** Computed or counted figures of many indicators, each on its own days: one statement for each register and day. */
export async function figuresOn(
  sql: Sql,
  tenantId: number,
  wanted: readonly { of: Of; day: string }[],
  areaId: string | null = null,
): Promise<Map<string, Figure>> {
  const figures = new Map<string, Figure>()
  const days = [...new Set(wanted.map(({ day }) => day))]
  // A formula whose register or column is there no more gives nothing, rather than a fault on every page.
  const sound = wanted.filter(({ of }) => of.formula && faultsOf(of.formula).length === 0)
  const registers = new Set(sound.flatMap(({ of }) => (of.formula ? registersIn(of.formula) : [])))
  // A register nobody has entered anything into says nothing: "0 of 400" would be a figure.
  const begun = await queries.listBegun(sql, tenantId, [...registers])
  const formulas = sound.filter(
    ({ of }) => of.formula && registersIn(of.formula).every((name) => begun.has(name)),
  )
  const objects = [...new Set(wanted.filter(({ of }) => of.way === 'objects').map(({ of }) => of.id))]
  // Days that are asked about the same indicators go in one statement.
  const together = Map.groupBy(days, (day) =>
    formulas
      .filter((one) => one.day === day)
      .map(({ of }) => of.id)
      .sort()
      .join(' '),
  )
  await Promise.all([
    ...[...together].map(async ([ids, on]) => {
      const own = ids
        .split(' ')
        .flatMap((id) => formulas.find(({ of }) => of.id === id)?.of ?? [])
        .filter((of, i, all) => all.indexOf(of) === i)
      if (own.length === 0) return
      const asked = own.flatMap(({ formula }) => formula ?? [])
      const computed = await computeMany(sql, asked, { tenantId, days: on, areaId })
      for (const [d, day] of on.entries())
        for (const [i, { id }] of own.entries())
          figures.set(keyOf(id, day), computed[d]?.[i]?.total ?? NOTHING)
    }),
    (async () => {
      if (objects.length === 0) return
      for (const row of await queries.countObjects(sql, tenantId, objects, days))
        if (row.isBegun && (areaId ? !row.isAll && row.areaId === areaId : row.isAll))
          figures.set(keyOf(row.indicatorId, row.day), { value: row.n, part: null, whole: null })
    })(),
  ])
  return figures
}

const rounded = (value: number, decimals: number) => value.toFixed(decimals)

/** The two values of one moment, side by side. */
export function known(
  { way, decimals }: Pick<Of, 'way' | 'decimals'>,
  {
    day,
    computed,
    typed,
    beside,
  }: { day: string; computed: Figure | null; typed: number | null; beside: Figure | null },
): Known {
  const value = computed?.value ?? typed
  return {
    value,
    source:
      value === null ? null : computed?.value == null ? 'typed' : way === 'objects' ? 'objects' : 'computed',
    day,
    computed,
    typed,
    disagrees:
      typed !== null && beside?.value != null && rounded(beside.value, decimals) !== rounded(typed, decimals),
  }
}

/**
 * What is known of each on a day. The typed value is the latest approved one by then; whether it differs is asked of the day
 * it is of.
 */
export async function readKnown(
  sql: Sql,
  tenantId: number,
  indicators: readonly Of[],
  day: string,
): Promise<Map<string, Known>> {
  const approved = await queries.listApproved(
    sql,
    tenantId,
    indicators.map(({ id }) => id),
  )
  const typed = new Map(
    approved.filter((one) => !one.isSnapshot && one.day <= day).map((one) => [one.indicatorId, one]),
  )
  const wanted = indicators.flatMap((of) => {
    const beside = typed.get(of.id)
    return [{ of, day }, ...(beside && beside.day !== day ? [{ of, day: beside.day }] : [])]
  })
  const figures = await figuresOn(sql, tenantId, wanted)
  return new Map(
    indicators.map((of) => {
      const beside = typed.get(of.id)
      const computed = figures.get(keyOf(of.id, day)) ?? null
      return [
        of.id,
        known(of, {
          ...{ day: computed || !beside ? day : beside.day, computed, typed: beside?.value ?? null },
          beside: beside ? (figures.get(keyOf(of.id, beside.day)) ?? null) : null,
        }),
      ]
    }),
  )
}

/** How the targets of many indicators stand: the value of today beside that of the day each target began. */
export async function readTargets(
  sql: Sql,
  tenantId: number,
  indicators: readonly queries.IndicatorRecord[],
  now: ReadonlyMap<string, Known>,
  { today, rule }: { today: string; rule: StatusRule },
): Promise<Map<string, Target[]>> {
  const ids = indicators.map(({ id }) => id)
  const byId = new Map(indicators.map((one) => [one.id, one]))
  const [rows, approved] = await Promise.all([
    queries.listTargets(sql, tenantId, ids),
    queries.listApproved(sql, tenantId, ids),
  ])
  const aims = rows.map((row) => aimOf(row, wholeDay(row.issued), today))
  const figures = await figuresOn(
    sql,
    tenantId,
    rows.flatMap((row, i) => {
      const of = byId.get(row.indicatorId)
      const from = aims[i]?.from ?? today
      return of && !row.area && from < today ? [{ of, day: from }] : []
    }),
  )
  const targets = new Map<string, Target[]>(ids.map((id) => [id, []]))
  for (const [i, row] of rows.entries()) {
    const aim = aims[i]
    const of = byId.get(row.indicatorId)
    if (!aim || !of) continue
    const typed = approved.filter(
      (one) => one.indicatorId === row.indicatorId && !one.isSnapshot && one.day <= aim.from,
    )
    const base = figures.get(keyOf(of.id, aim.from))?.value ?? typed.at(-1)?.value ?? null
    // Of one commune's target nothing is said from the province's value.
    const value = row.area ? null : (now.get(of.id)?.value ?? null)
    const { id, fromYear, toYear, isYearly, op, min, max, text, plan, area, version } = row
    targets.get(of.id)?.push({
      ...{ id, fromYear, toYear, isYearly, op, min, max, text, plan, area, version },
      ...standing(aim, { direction: of.direction, value, base, today, dataDay: dataDayIn(of, today), rule }),
    })
  }
  return targets
}

const dataDayIn = ({ formula }: Pick<Of, 'formula'>, today: string) => formula && dataDayOf(formula, today)

/** The target next to come; when all are over the last one. */
export const nextTarget = (targets: readonly Target[], today: string): Target | null =>
  targets.find(({ toYear, area }) => !area && toYear >= Number(today.slice(0, 4))) ??
  targets.filter(({ area }) => !area).at(-1) ??
  null

/** Rows of a list with what is known of them. */
export async function readRows(
  sql: Sql,
  tenantId: number,
  indicators: readonly queries.IndicatorRecord[],
  today: string,
): Promise<IndicatorRow[]> {
  const [now, rule] = await Promise.all([
    readKnown(sql, tenantId, indicators, today),
    queries.readRule(sql, tenantId),
  ])
  const targets = await readTargets(sql, tenantId, indicators, now, { today, rule })
  return indicators.map(({ formula: _, ready: __, ...indicator }) => ({
    ...indicator,
    now: now.get(indicator.id) ?? known(indicator, { day: today, computed: null, typed: null, beside: null }),
    target: nextTarget(targets.get(indicator.id) ?? [], today),
  }))
}

const MOST_YEARS = 12
export const FEWEST_YEARS = 5

/** Year by year: the values of the years gone, and the target line of those to come. */
export async function readSeries(
  sql: Sql,
  tenantId: number,
  of: Of,
  targets: readonly Target[],
  today: string,
): Promise<SeriesPoint[]> {
  const present = windowYear(today)
  const approved = await queries.listApproved(sql, tenantId, [of.id])
  const yearly = approved.filter(({ period }) => /^\d{4}$/.test(period))
  const own = targets.filter(({ area }) => !area)
  const first = Math.min(
    present - FEWEST_YEARS + 1,
    ...yearly.map(({ period }) => Number(period)),
    ...own.map(({ fromYear }) => fromYear),
  )
  const last = Math.max(present, ...own.map(({ toYear }) => toYear))
  const from = Math.max(first, present - MOST_YEARS + 1)
  const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i)
  const dayIn = (year: number) => (year < present ? lastDayOf(String(year)) : today)
  // Of the running year there is nothing yet where a figure is of the whole year.
  const lastKnown = Math.min(present, Number((dataDayIn(of, today) ?? `${present}`).slice(0, 4)))
  const figures = await figuresOn(
    sql,
    tenantId,
    years.filter((year) => year <= lastKnown).map((year) => ({ of, day: dayIn(year) })),
  )
  return years.map((year) => {
    const ofYear = yearly.filter(({ period }) => period === String(year))
    const typed = ofYear.find(({ isSnapshot }) => !isSnapshot)?.value ?? null
    const snapshot = ofYear.find(({ isSnapshot }) => isSnapshot)?.value ?? null
    const day = dayIn(year)
    const computed = year <= lastKnown ? (figures.get(keyOf(of.id, day)) ?? null) : null
    return {
      ...known(of, { day, computed, typed, beside: computed }),
      ...lineOf(own, year),
      ...{ year, snapshot },
      snapshotMoved:
        snapshot !== null &&
        computed?.value != null &&
        rounded(snapshot, of.decimals) !== rounded(computed.value, of.decimals),
    }
  })
}
