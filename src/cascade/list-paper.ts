// The list of plans that agencies owe, for Word and Excel: all of them, or only who is missing. Pure.
import type { PaperColumn, TablePaper } from '../paper/table.ts'
import * as words from '../vocabulary/words.ts'
import { type Owing, shareOf } from './sub-plan.ts'

const w = words.cascade.subPlans.paper
const COLUMNS: readonly (PaperColumn & { key: keyof typeof w.columns })[] = (
  [
    ['ordinal', 'mark', 12],
    ['agency', 'text', 30],
    ['due', 'day', 26],
    ['number', 'text', 18],
    ['issuedOn', 'day', 26],
    ['late', 'number', 18],
    ['standing', 'text', 30],
  ] as const
).map(([key, kind, width]) => ({ key, label: w.columns[key], kind, width }))

export function subPlanPaper(
  head: Pick<TablePaper, 'issuer' | 'place' | 'day'>,
  planTitle: string,
  owing: readonly Owing[],
  show: 'all' | 'missing',
): TablePaper {
  const share = shareOf(owing)
  const shown = owing.filter(({ state, isAsked }) => show === 'all' || (state === 'owed' && isAsked))
  return {
    ...head,
    title: w.titles[show],
    subtitle: [planTitle, w.asOf(words.day(head.day))],
    columns: COLUMNS,
    rows: shown.map((one, at) => [
      String(at + 1),
      one.agency.name,
      one.dueOn && { day: one.dueOn },
      one.number,
      one.issuedOn && { day: one.issuedOn },
      one.daysLate,
      standingOf(one),
    ]),
    totals: [
      w.total(share.issued, share.of),
      ...(share.late ? [w.late(share.late, share.owed)] : []),
      ...(share.excused ? [w.excused(share.excused)] : []),
    ],
    sheet: w.sheet,
  }
}

const standingOf = ({ state, reason, from, isAsked }: Owing): string =>
  [
    isAsked ? words.cascade.subPlans.states[state] : words.cascade.subPlans.unasked,
    ...(reason ? [reason] : []),
    ...(from.length ? [words.cascade.subPlans.follows(from.join(', '))] : []),
  ].join('. ')
