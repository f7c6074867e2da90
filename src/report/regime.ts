// Duties to report (chế độ báo cáo): how often, by which day, who reports to whom; and what reading found of them in the
// plan. Pure.
import { z } from 'zod'
import { addDays, dayOf } from '../base/calendar.ts'
import type { Frequency, ReportingDuty } from '../reading/draft.ts'
import { EVERY, type Every, type Period, periodAt, periodBefore } from '../task/period.ts'
import * as words from '../vocabulary/words.ts'

export const MOST_TITLE = 500
const Text = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(most, { error: () => words.report.tooLong(most) })
const whole = (from: number, to: number) =>
  z
    .int({ error: () => words.report.numberForm(from, to) })
    .min(from, { error: () => words.report.numberForm(from, to) })
    .max(to, { error: () => words.report.numberForm(from, to) })

export const Link = z.object({ agencyId: z.uuid(), toAgencyId: z.uuid() })
export type Link = z.infer<typeof Link>

export const RegimeForm = z.object({
  title: Text(MOST_TITLE).min(1, { error: () => words.report.titleMissing }),
  every: z.enum(EVERY),
  /** Of the month in which the data window ends, moved by `dueMonth` months. */
  dueDay: whole(1, 31),
  dueMonth: whole(-3, 3),
  /** "chậm nhất ngày 15" counts the 15th, "trước ngày 15" does not. */
  dueInclusive: z.boolean(),
  /** Days after that for those who consolidate; days before it for those below a consolidating agency. */
  afterDays: whole(0, 60),
  beforeDays: whole(0, 60),
  /** The round is opened so many days before the last day. */
  openDays: whole(1, 90),
  quote: Text(2000).default(''),
  sourceKey: z.string().max(40).nullable().default(null),
  /** Empty: whoever bears duties of the plan reports to its focal agency, and that one to the province. */
  links: z.array(Link).max(500).default([]),
})
export type RegimeForm = z.infer<typeof RegimeForm>

export const REGIME_STATES = ['active', 'ended'] as const
export const RegimeChange = RegimeForm.omit({ sourceKey: true, quote: true }).extend({
  state: z.enum(REGIME_STATES),
})
export type RegimeChange = z.infer<typeof RegimeChange>

export type DueRule = Pick<RegimeForm, 'dueDay' | 'dueMonth' | 'dueInclusive'>

/** The last day in time for a period: "trước ngày 15/12" of 2026 is 14/12/2026. A 31st that is not there is the last one. */
export function dueOf({ dueDay, dueMonth, dueInclusive }: DueRule, { to }: Pick<Period, 'to'>): string {
  const [year = 0, month = 0] = to.split('-').map(Number)
  const running = year * 12 + month - 1 + dueMonth
  const [y, m] = [Math.floor(running / 12), (running % 12) + 1]
  let day: string | null = null
  for (let date = dueDay; day === null && date > 0; date--) day = dayOf(y, m, date)
  if (day === null) throw new RangeError(`no day ${dueDay} in ${y}-${m}`)
  return dueInclusive ? day : addDays(day, -1)
}

/** The last day of a report by its level: 1 hands up to the top, 2 reports to 1, 3 and below to a consolidating agency. */
export const dueAtLevel = (
  due: string,
  level: number,
  { afterDays, beforeDays }: Pick<RegimeForm, 'afterDays' | 'beforeDays'>,
): string => addDays(due, level === 1 ? afterDays : -beforeDays * Math.max(0, level - 2))

/** The period that is to be asked for on `day`; null while it is too early, or when its last day came before the regime. */
export function periodToOpen(
  regime: DueRule & Pick<RegimeForm, 'every' | 'openDays'> & { createdOn: string },
  day: string,
): (Period & { dueOn: string }) | null {
  const now = periodAt(regime.every, day)
  for (const period of [periodBefore(regime.every, now), now]) {
    const dueOn = dueOf(regime, period)
    if (dueOn < regime.createdOn || dueOn < day) continue
    return addDays(dueOn, -regime.openDays) <= day ? { ...period, dueOn } : null
  }
  return null
}

/** A period by its name, "2026-Q3"; null when there is none. */
export function periodNamed(every: Every, key: string): Period | null {
  const year = Number(/^(\d{4})/.exec(key)?.[1] ?? Number.NaN)
  if (!(year > 1950 && year < 2150)) return null
  for (let period = periodAt(every, `${year}-12-31`); period.to >= `${year - 1}-12-01`; ) {
    if (period.key === key) return period
    period = periodBefore(every, period)
  }
  return null
}

const EVERY_OF: Partial<Record<Frequency, Every>> = {
  annual: 'year',
  semiannual: 'half',
  quarterly: 'quarter',
  monthly: 'month',
  periodic: 'year',
}

/** The month in which the window of this period ends, for a day printed "12-15": how far the printed one lies from it. */
function monthsFrom(every: Every, printed: number): number {
  const ends: Record<Every, readonly number[]> = {
    year: [12],
    half: [6, 12],
    quarter: [3, 6, 9, 12],
    month: [printed],
  }
  const shifts = ends[every].map((end) => ((printed - end + 6 + 12) % 12) - 6)
  return shifts.reduce((near, shift) => (Math.abs(shift) < Math.abs(near) ? shift : near))
}

export interface Proposal {
  key: string
  from: string
  to: string
  quote: string
  form: Pick<RegimeForm, 'title' | 'every' | 'dueDay' | 'dueMonth' | 'dueInclusive'>
  /** The document says the day; else 15/12 and its like are only usual. */
  isDated: boolean
}

/** What reading found, as a form to confirm; nothing for what is asked for once or each week. */
export function proposalOf(
  duty: Pick<ReportingDuty, 'id' | 'from' | 'to' | 'quote' | 'frequency' | 'due'>,
): Proposal | null {
  const every = EVERY_OF[duty.frequency]
  if (!every) return null
  const { quote, from, to, id: key } = duty
  const [month, day] = (duty.due ?? '').split('-').slice(-2).map(Number)
  const isDated = Boolean(month && day)
  const dueMonth = isDated && month ? Math.max(-3, Math.min(3, monthsFrom(every, month))) : 0
  const dueInclusive = isDated && !/trước\s+ngày/iu.test(quote)
  const form = { title: words.report.proposedTitle(every), every, dueDay: day || 15, dueMonth, dueInclusive }
  return { key, from, to, quote, form, isDated }
}

export interface Chained extends Link {
  level: number
}

/**
 * Who reports to whom, from the top: level 1 hands up to an agency that reports to nobody. What leads in a circle is
 * left out and named.
 */
export function chainOf(links: readonly Link[]): { chain: Chained[]; circle: string[] } {
  const to = new Map(links.map(({ agencyId, toAgencyId }) => [agencyId, toAgencyId]))
  const chain: Chained[] = []
  const circle: string[] = []
  for (const { agencyId, toAgencyId } of links) {
    const seen = new Set([agencyId])
    let level = 1
    let at: string | undefined = toAgencyId
    while (at !== undefined && to.has(at) && !seen.has(at)) {
      seen.add(at)
      at = to.get(at)
      level++
    }
    if (at !== undefined && seen.has(at)) circle.push(agencyId)
    else chain.push({ agencyId, toAgencyId, level })
  }
  return { chain: chain.sort((a, b) => a.level - b.level), circle }
}

/** The rule where nothing else was said: bearers to the focal agency, it to the province's committee. */
export function usualLinks(
  bearerIds: readonly string[],
  overseerId: string | null,
  provinceId: string | null,
): Link[] {
  const below = bearerIds
    .filter((id) => id !== overseerId && id !== provinceId)
    .flatMap((agencyId) => (overseerId ? [{ agencyId, toAgencyId: overseerId }] : []))
  return overseerId && provinceId && overseerId !== provinceId
    ? [{ agencyId: overseerId, toAgencyId: provinceId }, ...below]
    : below
}
