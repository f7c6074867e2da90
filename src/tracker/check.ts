// A mapped sheet against what is there: which rows come in, which were brought in before, which are at fault. Pure, so
// that the dry run and the import are the same reading.
import { createHash } from 'node:crypto'
import { type Agency, agencyKey, directoryOf, type Match } from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import type { TableSheet } from '../document/sheet.ts'
import { bodyRows, columnLetter, headings } from '../document/sheet-head.ts'
import { targetsFor } from '../plan/resolve.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import type { SheetState } from '../vocabulary/tracker-words.ts'
import { type ReadDutyRow, readDutyRow, type TrackedRow } from './duty-row.ts'
import { recognise, type Tracked } from './recognise.ts'
import { holdersIn, matcher } from './row-bearing.ts'
import type { Holder } from './row-reading.ts'
import { type DutyRow, readRows, type SheetHeading } from './rows.ts'
import {
  FAULT_KINDS,
  type KnownRow,
  type Remark,
  type RowFault,
  type Settings,
  type Summary,
  wordKey,
} from './tracker.ts'
import { isShareColumn } from './value.ts'

/** Work of the same words that is there already, on one agency. */
export interface ExistingDuty {
  dutyKey: string
  agencyId: string
  planId: string
  plan: string
  itemId: string
  assignmentId: string
  /** No step has been taken on it, so that the state of the sheet can be recorded. */
  isUntouched: boolean
}

export interface CheckContext {
  agencies: readonly Agency[]
  groups: readonly AgencyGroup[]
  today: string
  /** Rows that earlier imports brought in. */
  tracked: readonly Tracked[]
  existing: readonly ExistingDuty[]
}

export interface Checked {
  rows: (TrackedRow & { rowKey: string; joins: string[] })[]
  known: KnownRow[]
  faulty: { n: number; number: string; duty: string; faults: RowFault[] }[]
  headings: SheetHeading[]
  summary: Summary
}

/** The words of each duty of the sheet, to look for in what is there. */
export function dutiesOf(sheet: TableSheet, settings: Settings): string[] {
  const { rows } = readRows(sheet, settings)
  return [...new Set(rows.map(dutyText).filter(Boolean))]
}

const dutyText = ({ cells }: DutyRow): string =>
  (cells.duty ?? []).map(({ cell }) => cell.text.replace(/\s+/gu, ' ').trim()).join('; ')
const numberText = ({ cells }: DutyRow): string => cells.number?.[0]?.cell.text ?? ''

/** The sheet's own number, the words of the duty and who bears it: what a row is known again by. */
export const rowKeyOf = ({ number, dutyKey, bearers }: TrackedRow, again = 0): string =>
  createHash('sha256')
    .update([wordKey(number), dutyKey, [...bearers].sort().join(','), ...(again ? [again] : [])].join('\n'))
    .digest('hex')

export function checkSheet(sheet: TableSheet, settings: Settings, context: CheckContext): Checked {
  const head = { row: settings.headRow, rows: settings.headRows }
  const directory = directoryOf(context.agencies, context.today, { groups: context.groups })
  const names = new Map<string, Match>(settings.names.map(({ printed, to }) => [agencyKey(printed), to]))
  const read = readRows(sheet, settings)
  const body = bodyRows(sheet, head)
  const shareColumns = new Set(
    settings.fields.flatMap((field, column) =>
      field === 'percent' && isShareColumn(body.flatMap((row) => row.cells[column] ?? [])) ? [column] : [],
    ),
  )
  const outside = new Set(
    context.agencies.filter(({ kind }) => REPORTS_OUTSIDE.includes(kind)).map(({ id }) => id),
  )
  const rowContext = {
    ...{ settings, directory, shareColumns },
    today: context.today,
    headings: headings(sheet, head),
    states: new Map<string, SheetState>(settings.states.map(({ word, state }) => [wordKey(word), state])),
    match: matcher(names, directory),
    holderOf: holdersIn(context.agencies),
    isOutside: (id: string) => outside.has(id),
  }
  const readings = read.rows.map((row) => ({ given: row, ...readDutyRow(row, rowContext) }))
  apartInMerges(readings)
  const keyed = findTwins(readings, rowContext.headings, settings)
  const { known: tracked, fresh } = recognise(
    keyed,
    context.tracked,
    new Map(context.agencies.map(({ id, name }) => [id, name])),
  )
  const met = meetExisting(fresh, readings, context.existing, rowContext)
  const joined = met.rows
  const known = [...tracked, ...met.known]

  const remarks = new Map<Remark, number>()
  const comingIn = new Set(joined.map(({ n }) => n))
  for (const { row, remarks: said } of readings)
    if (row && comingIn.has(row.n))
      for (const remark of said) remarks.set(remark, (remarks.get(remark) ?? 0) + 1)
  const faulty = readings
    .filter(({ faults }) => faults.length > 0)
    .map(({ given, faults }) => ({
      n: given.n,
      number: numberText(given),
      duty: dutyText(given).slice(0, 300),
      faults,
    }))
  return {
    rows: joined,
    known: known.sort((a, b) => a.n - b.n),
    faulty,
    headings: read.headings,
    summary: {
      rows: readings.length,
      fresh: joined.length,
      joined: joined.filter(({ joins }) => joins.length > 0).length,
      assignments: joined.reduce((sum, row) => sum + (row.joins.length || row.bearers.length), 0),
      known: known.length,
      changed: known.filter(({ changes }) => changes.length > 0).length,
      faulty: faulty.length,
      kinds: FAULT_KINDS.map((kind) => ({
        kind,
        rows: faulty.filter(({ faults }) => faults.some((fault) => fault.kind === kind)).length,
      })).filter(({ rows }) => rows > 0),
      states: countStates(joined),
      skipped: read.skipped,
      foot: read.foot.slice(0, 10),
      remarks: [...remarks].map(([remark, rows]) => ({ remark, rows })),
      names: unknownNames(readings, directory),
      words: countWords(readings),
    },
  }
}

type Reading = ReadDutyRow & { given: DutyRow }

/** Rows of one merged duty on one agency are told apart by what each is to produce. */
function apartInMerges(readings: readonly Reading[]) {
  const seen = new Set<string>()
  for (const { row } of readings) {
    if (!row || row.mergedFrom === null) continue
    const key = `${row.mergedFrom} ${[...row.bearers].sort().join(',')}`
    const part = row.deliverables.join('; ')
    if (seen.has(key) && part !== '') {
      row.duty = `${row.duty}: ${part}`
      row.dutyKey = wordKey(row.duty)
      row.mergedFrom = null
    }
    seen.add(key)
  }
}

interface Keyed {
  row: TrackedRow
  rowKey: string
}

/** Rows that say the same for the same day are one; the second is at fault, and says which is the first. */
function findTwins(readings: readonly Reading[], names: readonly string[], { fields }: Settings): Keyed[] {
  const first = new Map<string, number>()
  const times = new Map<string, number>()
  const keyed: Keyed[] = []
  const column = fields.indexOf('duty')
  for (const { row, faults } of readings) {
    if (!row) continue
    const bearers = [...row.bearers].sort().join(',')
    const twin = [row.dutyKey, bearers, row.dueOn ?? row.due.text, row.deliverables.join(';')].join('\n')
    const before = first.get(twin)
    if (before !== undefined) {
      faults.push(faultOf(row, column, names, 'twiceInSheet', [String(before)]))
      continue
    }
    first.set(twin, row.n)
    const plain = rowKeyOf(row)
    const again = times.get(plain) ?? 0
    times.set(plain, again + 1)
    keyed.push({ row, rowKey: rowKeyOf(row, again) })
  }
  return keyed
}

const faultOf = (
  row: TrackedRow,
  column: number,
  names: readonly string[],
  kind: RowFault['kind'],
  about: string[],
): RowFault => ({
  row: row.n,
  column: column < 0 ? '' : columnLetter(column),
  heading: names[column] ?? '',
  kind,
  cell: row.duty.slice(0, 200),
  about,
})

/**
 * Rows whose words an item has already. Of the plan they go into: one on which nothing has happened takes the state of
 * the sheet, any other is known. Elsewhere the row is a fault, unless a person said it is other work of the same words.
 */
function meetExisting(
  fresh: readonly Keyed[],
  readings: readonly Reading[],
  existing: readonly ExistingDuty[],
  {
    headings: names,
    holderOf,
    settings,
  }: { headings: readonly string[]; holderOf: Holder; settings: Settings },
): { rows: Checked['rows']; known: KnownRow[] } {
  const byDuty = Map.groupBy(existing, ({ dutyKey }) => dutyKey)
  const faultsOf = new Map(readings.map(({ row, faults }) => [row, faults]))
  const planId = settings.target?.kind === 'plan' ? settings.target.planId : null
  const column = settings.fields.indexOf('duty')
  const taken = new Set<string>()
  const known: KnownRow[] = []
  const rows = fresh.flatMap(({ row, rowKey }) => {
    const holders = row.bearers.map(holderOf)
    const same = (byDuty.get(row.dutyKey) ?? []).filter(({ agencyId }) => holders.includes(agencyId))
    const here = same.filter((one) => one.planId === planId && !taken.has(one.assignmentId))
    const own = holders.flatMap((id) => here.find(({ agencyId }) => agencyId === id) ?? [])
    const [first] = own
    if (first && own.length === holders.length) {
      for (const { assignmentId } of own) taken.add(assignmentId)
      if (own.every(({ isUntouched }) => isUntouched))
        return [{ ...row, rowKey, joins: own.map(({ assignmentId }) => assignmentId) }]
      const { itemId } = first
      const assignmentId = own.length === 1 ? first.assignmentId : null
      const { n, number, duty } = row
      known.push({ n, number, duty, planId: first.planId, itemId, assignmentId, changes: [] })
      return []
    }
    const [other] = same
    if (!other || settings.allowAgain) return [{ ...row, rowKey, joins: [] }]
    faultsOf.get(row)?.push(faultOf(row, column, names, 'twiceInSystem', [other.plan]))
    return []
  })
  return { rows, known }
}

function countStates(rows: readonly TrackedRow[]): Summary['states'] {
  const counts = new Map<SheetState, number>()
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, n]) => ({ state, rows: n }))
}

/** Commonest first, the leads before those that only help; nobody settles more than this at once. */
const MOST_NAMES = 200

function unknownNames(
  readings: readonly Reading[],
  directory: ReturnType<typeof directoryOf>,
): Summary['names'] {
  const counts = new Map<string, { printed: string; rows: number; isLead: boolean }>()
  for (const { unknownLeads, unknownCoordinating } of readings)
    for (const [list, isLead] of [
      [unknownLeads, true],
      [unknownCoordinating, false],
    ] as const)
      for (const printed of new Set(list)) {
        const key = agencyKey(printed)
        const entry = counts.get(key) ?? { printed, rows: 0, isLead }
        counts.set(key, { ...entry, rows: entry.rows + 1, isLead: entry.isLead || isLead })
      }
  return [...counts.values()]
    .sort((a, b) => Number(b.isLead) - Number(a.isLead) || b.rows - a.rows)
    .slice(0, MOST_NAMES)
    .map((entry) => ({ ...entry, proposals: targetsFor(entry.printed, directory).slice(0, 6) }))
}

function countWords(readings: readonly Reading[]): Summary['words'] {
  const counts = new Map<string, { word: string; rows: number }>()
  for (const { unknownWords } of readings)
    for (const word of unknownWords) {
      const entry = counts.get(wordKey(word)) ?? { word, rows: 0 }
      counts.set(wordKey(word), { ...entry, rows: entry.rows + 1 })
    }
  return [...counts.values()].sort((a, b) => b.rows - a.rows).slice(0, MOST_NAMES)
}
