// What a step would do to a selection, told before it is sent: the table of steps asked row by row. Pure.
import * as words from '../vocabulary/words.ts'
import { type Doer, refusalOf, type StepKind } from './task.ts'
import type { WorkRow } from './work.ts'

/** In this order the bar offers them: what many rows need together first. */
export const BULK_STEPS: readonly StepKind[] = [
  'receive',
  'report',
  'report-outside',
  'approve',
  'confirm',
  'return',
  'assign',
  'extend',
  'ask-extension',
  'refuse-extension',
  'suspend',
  'resume',
  'close',
  'reopen',
]

export interface Split {
  able: WorkRow[]
  /** The others, by the sentence that says why. */
  unable: { why: string; rows: WorkRow[] }[]
}

/** Parts the rows into those on which this person may take the step now, and the others with the reason. */
export function splitRows(kind: StepKind, rows: readonly WorkRow[], doer: Doer): Split {
  const able: WorkRow[] = []
  const byWhy = new Map<string, WorkRow[]>()
  const agencyId = kind === 'assign' ? agencyOf(rows, doer) : null
  for (const row of rows) {
    const why = whyNot(kind, row, doer, agencyId)
    if (why === null) able.push(row)
    else byWhy.set(why, [...(byWhy.get(why) ?? []), row])
  }
  return { able, unable: [...byWhy].map(([why, rows]) => ({ why, rows })) }
}

function whyNot(kind: StepKind, row: WorkRow, doer: Doer, agencyId: string | null): string | null {
  const no = refusalOf(kind, standing(row), doer)
  if (no) return no.why
  if (kind === 'ask-extension' && row.dueOn === null) return words.task.noDueToExtend
  return agencyId !== null && row.agency.id !== agencyId ? words.task.assignStranger : null
}

/** A person can only take work of one agency: of the one most of the rows belong to. */
function agencyOf(rows: readonly WorkRow[], doer: Doer): string | null {
  const counts = new Map<string, number>()
  for (const row of rows)
    if (!refusalOf('assign', standing(row), doer))
      counts.set(row.agency.id, (counts.get(row.agency.id) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** What the table of steps looks at, from a row of a list. */
export const standing = ({ agency, ...row }: WorkRow) => ({ ...row, agencyId: agency.id })
