// Mid-term and final reviews (sơ kết, tổng kết): the same duties and targets year by year. Pure.
import { z } from 'zod'
import { addDays } from '../base/calendar.ts'
import { foldOn } from '../succession/standing.ts'
import { periodAfter, periodAt } from '../task/period.ts'
import type { DutyFacts } from './facts.ts'
import { isPastDue } from './facts.ts'

const Count = z.number().int()
export const YearCell = z.object({ all: Count, done: Count, overdue: Count, percent: Count.nullable() })
export const YearTable = z.object({
  years: z.array(z.string()),
  duties: z.array(
    z.object({
      itemId: z.uuid(),
      section: z.string(),
      quote: z.string(),
      cells: z.array(YearCell),
    }),
  ),
  targets: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      /** As the plan prints it, by year; '' where it names none. */
      planned: z.array(z.string()),
      /** As agencies reported it in that year, summed; null where nobody did. */
      reported: z.array(z.number().nullable()),
      /** As the province's list of indicators knows it: computed from registers, or approved. null: not linked, not known. */
      known: z.array(z.number().nullable()),
    }),
  ),
})
export type YearTable = z.infer<typeof YearTable>

/** The reporting years (15/12 to 14/12) that a window touches. */
export function yearsOf(from: string, to: string): { key: string; from: string; to: string }[] {
  const years = []
  for (let year = periodAt('year', from); year.from <= to; year = periodAfter('year', year)) years.push(year)
  return years
}

/** The day on which a year is looked at: its last one, or today while it runs. */
export const lookAt = (yearTo: string, today: string): string => (yearTo < today ? yearTo : today)

export interface PlannedTarget {
  /** Its id among what the document prints. */
  id: string
  name: string
  targets: { period: string | null; op: string; value: number; max: number | null; unit: string }[]
}

const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()

/** Each duty and target by year; a duty counts from the year in which it was given. */
export function yearTable(
  duties: readonly DutyFacts[],
  targets: readonly PlannedTarget[],
  window: { from: string; to: string },
  today: string,
  print: (target: PlannedTarget['targets'][number]) => string,
  known: ReadonlyMap<string, readonly (number | null)[]>,
): YearTable {
  const years = yearsOf(window.from, window.to)
  const byItem = new Map<string, DutyFacts[]>()
  for (const duty of duties) {
    if (duty.role !== 'lead') continue
    const own = byItem.get(duty.itemId)
    if (own) own.push(duty)
    else byItem.set(duty.itemId, [duty])
  }
  const rows = [...byItem.values()].sort((a, b) => (a[0]?.ordinal ?? 0) - (b[0]?.ordinal ?? 0))
  return {
    years: years.map(({ key }) => key),
    duties: rows.map((own) => ({
      itemId: own[0]?.itemId ?? '',
      section: own[0]?.section ?? '',
      quote: own[0]?.quote ?? '',
      cells: years.map((year) => cellOf(own, year, today)),
    })),
    targets: targets.map(({ id, name, targets: planned }) => ({
      name,
      unit: planned[0]?.unit ?? '',
      planned: years.map(({ key }) =>
        planned
          .filter(({ period }) => isOfYear(period, key))
          .map(print)
          .join('; '),
      ),
      reported: years.map((year) => sumReported(duties, name, year)),
      known: years.map((_, at) => known.get(id)?.[at] ?? null),
    })),
  }
}

function cellOf(own: readonly DutyFacts[], year: { from: string; to: string }, today: string) {
  if (year.from > today) return { all: 0, done: 0, overdue: 0, percent: null }
  const day = lookAt(year.to, today)
  const stood = own.flatMap((duty) => {
    const fold = foldOn(duty.given, duty.steps, day)
    return fold && fold.status !== 'closed' ? [fold] : []
  })
  const percent = stood.reduce((sum, fold) => sum + (fold.status === 'done' ? 100 : fold.percent), 0)
  return {
    all: stood.length,
    done: stood.filter(({ status }) => status === 'done').length,
    overdue: stood.filter(({ status, dueOn, completedOn }) => isPastDue(status, dueOn, completedOn, day))
      .length,
    percent: stood.length ? Math.round(percent / stood.length) : null,
  }
}

/** "2025-2030" belongs to its last year; "annual" to each. */
const isOfYear = (period: string | null, year: string): boolean =>
  period === 'annual' || period === year || (period?.endsWith(`-${year}`) ?? false)

/** The last value of each agency in the year, summed; figures are matched by their names. */
function sumReported(duties: readonly DutyFacts[], name: string, { from, to }: { from: string; to: string }) {
  const wanted = folded(name)
  const values = duties.flatMap(({ steps }) => {
    const said = steps
      .filter(({ onDay }) => onDay >= from && onDay < addDays(to, 1))
      .flatMap(({ figures }) => figures)
      .findLast((figure) => folded(figure.name) === wanted)
    return said ? [said.value] : []
  })
  return values.length ? values.reduce((sum, value) => sum + value, 0) : null
}
