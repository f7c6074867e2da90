// `indicator compute --on DATE [--plan ID]`: every indicator (or those of one plan) as the registers stood on that day, one
// line each, beside a running server. Nothing is recorded.

import { readDay } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { IndicatorRow } from '../indicator/indicator.ts'
import { readRows } from '../indicator/knowing.ts'
import { refuseToCome } from '../indicator/page.ts'
import * as queries from '../indicator/queries.ts'
import type { Database } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

export const INDICATOR_FLAGS = { on: { type: 'string' }, plan: { type: 'string' } } as const
/** So many are computed at once. */
const BATCH = 200
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu
const w = words.indicator.cli

export const indicatorCompute = ({ flags }: Given, io: Surroundings): Promise<number> => {
  const day = dayIn(String(flags.on ?? ''))
  const plan = typeof flags.plan === 'string' ? flags.plan : null
  if (!day) throw new Refusal('invalid', 'indicator.on', w.dayMissing)
  if (plan !== null && !UUID.test(plan)) throw new Refusal('invalid', 'indicator.plan', w.planOdd)
  return io.withStore(async (sql) => {
    refuseToCome(day, io.now().today)
    const provinces = await sql<{ id: number; name: string }[]>`select id, name from tenant order by id`
    if (provinces.length === 0) io.err(words.cli.noProvince)
    let printed = 0
    for (const { id, name } of provinces) {
      const began = performance.now()
      const rows = await readAll(sql, id, plan, day)
      if (plan !== null && rows.length === 0) continue
      printed += rows.length
      io.out(w.province(name, words.day(day), rows.length, Math.round(performance.now() - began)))
      for (const row of rows) io.out(lineOf(row))
    }
    if (plan !== null && printed === 0) io.err(w.planNone)
    return provinces.length > 0 && (plan === null || printed > 0) ? 0 : 1
  })
}

/** "2026-12-14" or "14/12/2026". */
const dayIn = (text: string): string | null =>
  readDay(/^(\d{4})-(\d\d)-(\d\d)$/u.test(text) ? text.split('-').reverse().join('/') : text)

async function readAll(sql: Database, tenantId: number, plan: string | null, day: string) {
  const all: IndicatorRow[] = []
  for (let after: string | undefined; ; ) {
    const asked = { limit: BATCH, ...(plan ? { planId: plan } : {}), ...(after ? { after } : {}) }
    const page = await queries.listIndicators(sql, tenantId, asked)
    all.push(...(await readRows(sql, tenantId, page, day)))
    if (page.length < BATCH) return all
    after = page.at(-1)?.id
  }
}

function lineOf({ name, unit, decimals, now, target }: IndicatorRow): string {
  const figure = (value: number) => words.number(Number(value.toFixed(decimals)))
  const value = now.value === null ? w.unknown : `${figure(now.value)} ${unit}`
  const parts =
    now.computed?.whole != null ? [w.parts(figure(now.computed.part ?? 0), figure(now.computed.whole))] : []
  const source = now.source ? [w.sources[now.source]] : []
  const beside = now.disagrees && now.typed !== null ? [w.disagrees(figure(now.typed))] : []
  const aim = target ? [w.target(target.toYear, w.statuses[target.status])] : []
  return [`  ${name}: ${value}`, ...parts, ...source, ...beside, ...aim].join(' · ')
}
