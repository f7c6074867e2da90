// Questions and changes about the days off of a province.
import type { IsOff } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { type DayOff, type DayOffChange, type DayOffForm, offDays, yearsMissing } from './day-off.ts'

/** Entered days from the first to the last of a span, in order. */
export const listDaysOff = (sql: Sql, tenantId: number, from: string, to: string) => sql<DayOff[]>`
  select day, kind, name, version from day_off
  where tenant_id = ${tenantId} and day between ${from} and ${to}
  order by day`

export const listYears = (sql: Sql, tenantId: number) => sql<{ year: number; n: number }[]>`
  select extract(year from day)::int as year, count(*)::int as n from day_off
  where tenant_id = ${tenantId}
  group by 1 order by 1`

export interface WorkingCalendar {
  isOff: IsOff
  /** Entered days of the span asked for. */
  entered: DayOff[]
  /** Years of a span for which nothing was entered: their holidays are not taken off. */
  missing(from: string, to: string): number[]
}

/** The calendar of a province between two days; both directions of time are asked alike. */
export async function readCalendar(
  sql: Sql,
  tenantId: number,
  from: string,
  to: string,
): Promise<WorkingCalendar> {
  const [entered, years] = await Promise.all([listDaysOff(sql, tenantId, from, to), listYears(sql, tenantId)])
  return {
    isOff: offDays(entered),
    entered: [...entered],
    missing: (first, last) =>
      yearsMissing(
        first,
        last,
        years.map(({ year }) => year),
      ),
  }
}

/** Refuses, naming it, a day that is entered already. */
export async function insertDaysOff(tx: Sql, tenantId: number, days: readonly DayOffForm[]): Promise<void> {
  const added = await tx<{ day: string }[]>`
    insert into day_off (tenant_id, day, kind, name)
    select ${tenantId}::int, day, kind, name
    from jsonb_to_recordset(${tx.json(asJson(days))}) as new (day date, kind text, name text)
    on conflict do nothing returning day`
  const there = new Set(added.map(({ day }) => day))
  const taken = days.find(({ day }) => !there.has(day))
  if (taken) throw new Refusal('conflict', 'day-off.taken', words.daysOff.taken(words.day(taken.day)))
}

export async function getDayOff(sql: Sql, tenantId: number, day: string): Promise<DayOff> {
  const [row] = await sql<DayOff[]>`
    select day, kind, name, version from day_off where tenant_id = ${tenantId} and day = ${day}`
  if (!row) throw new Refusal('missing', 'day-off.missing', words.refusal.missing)
  return row
}

/** Refuses when the entry is gone or the version seen is old. */
export async function updateDayOff(
  tx: Sql,
  tenantId: number,
  day: string,
  seen: number,
  change: DayOffChange,
): Promise<DayOff> {
  const [row] = await tx<DayOff[]>`
    update day_off set kind = ${change.kind}, name = ${change.name}, version = version + 1
    where tenant_id = ${tenantId} and day = ${day} and version = ${seen}
    returning day, kind, name, version`
  return row ?? refuseStale(tx, tenantId, day)
}

/** Refuses when the entry is gone or the version seen is old. */
export async function deleteDayOff(tx: Sql, tenantId: number, day: string, seen: number): Promise<DayOff> {
  const [row] = await tx<DayOff[]>`
    delete from day_off where tenant_id = ${tenantId} and day = ${day} and version = ${seen}
    returning day, kind, name, version`
  return row ?? refuseStale(tx, tenantId, day)
}

async function refuseStale(tx: Sql, tenantId: number, day: string): Promise<never> {
  await getDayOff(tx, tenantId, day)
  throw new Refusal('stale', 'day-off.stale', words.refusal.stale)
}
