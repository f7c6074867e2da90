// Rows of a sheet and the rows that earlier imports brought in: which are the same, and what the sheet now says
// otherwise. Nothing that was brought in is ever brought in again; what changed is shown, not written.
import { printDay } from '../vocabulary/date.ts'
import type { TrackedRow } from './duty-row.ts'
import { type KnownRow, wordKey } from './tracker.ts'

/** What an earlier import wrote down of a row. */
export interface TrackedValues {
  number: string
  duty: string
  lead: string
  coordinating: string
  due: string
  state: string
  percent: string
  completedOn: string
  result: string
}

export interface Tracked {
  rowKey: string
  dutyKey: string
  agencyIds: string[]
  planId: string
  itemId: string
  assignmentId: string | null
  values: TrackedValues
}

/** As it is kept and compared. */
export const valuesOf = (row: TrackedRow, nameOf: ReadonlyMap<string, string>): TrackedValues => ({
  number: row.number,
  duty: row.duty,
  lead: row.leadPrinted.join('; ') || row.bearers.map((id) => nameOf.get(id) ?? '').join('; '),
  coordinating: row.coordinatingPrinted.join('; '),
  due: row.due.text,
  state: row.state,
  percent: row.percent === null ? '' : String(row.percent),
  completedOn: row.completedOn && !row.isDayTaken ? printDay(row.completedOn) : '',
  result: row.result,
})

interface Keyed {
  row: TrackedRow
  rowKey: string
}

/**
 * The same row by its key; else by its duty and agency under another number; by its number and duty on another agency;
 * by its number and agency where the words were mended. Each only where one row and one record are left for it.
 */
export function recognise(
  rows: readonly Keyed[],
  tracked: readonly Tracked[],
  nameOf: ReadonlyMap<string, string>,
): { fresh: Keyed[]; known: KnownRow[] } {
  const known: KnownRow[] = []
  let rest = [...rows]
  let records = new Set(tracked)
  const bearersOf = ({ bearers }: TrackedRow) => [...bearers].sort().join(',')
  const agenciesOf = ({ agencyIds }: Tracked) => [...agencyIds].sort().join(',')
  const meet = (row: Keyed, record: Tracked) => {
    records.delete(record)
    known.push({
      n: row.row.n,
      number: row.row.number,
      duty: row.row.duty,
      planId: record.planId,
      itemId: record.itemId,
      assignmentId: record.assignmentId,
      changes: changesOf(record, row.row, nameOf),
    })
  }
  /** Pairs what shares a key, each side having it once. */
  const pair = (
    ofRow: (row: Keyed) => string | null,
    ofRecord: (record: Tracked) => string | null,
    fits: (row: Keyed, record: Tracked) => boolean = () => true,
  ) => {
    if (records.size === 0 || rest.length === 0) return
    const found = Map.groupBy(records, ofRecord)
    const asked = Map.groupBy(rest, ofRow)
    rest = rest.filter((row) => {
      const key = ofRow(row)
      const [record, ...more] = key === null ? [] : (found.get(key) ?? [])
      if (!record || more.length > 0 || asked.get(key)?.length !== 1 || !fits(row, record)) return true
      meet(row, record)
      return false
    })
    records = new Set(records)
  }

  const byKey = Map.groupBy(records, ({ rowKey }) => rowKey)
  rest = rest.filter((row) => {
    const [record] = byKey.get(row.rowKey) ?? []
    if (!record || !records.has(record)) return true
    meet(row, record)
    return false
  })
  pair(
    ({ row }) => `${row.dutyKey}\n${bearersOf(row)}`,
    (record) => `${record.dutyKey}\n${agenciesOf(record)}`,
  )
  const numbered = (number: string) => (number === '' ? null : wordKey(number))
  pair(
    ({ row }) => numbered(row.number) && `${numbered(row.number)}\n${row.dutyKey}`,
    ({ values, dutyKey }) => numbered(values.number) && `${numbered(values.number)}\n${dutyKey}`,
  )
  pair(
    ({ row }) => numbered(row.number) && `${numbered(row.number)}\n${bearersOf(row)}`,
    (record) => numbered(record.values.number) && `${numbered(record.values.number)}\n${agenciesOf(record)}`,
    ({ row }, record) => likeness(row.dutyKey, record.dutyKey) >= ALIKE,
  )
  return { fresh: rest, known }
}

/** From so many shared words on, a duty of the same number and agency is the same with its words mended. */
const ALIKE = 0.8

function likeness(a: string, b: string): number {
  const one = new Set(a.split(' '))
  const other = new Set(b.split(' '))
  const shared = [...one].filter((word) => other.has(word)).length
  return (2 * shared) / (one.size + other.size)
}

function changesOf(
  record: Tracked,
  row: TrackedRow,
  nameOf: ReadonlyMap<string, string>,
): KnownRow['changes'] {
  const now = valuesOf(row, nameOf)
  const isSame = {
    number: wordKey(record.values.number) === wordKey(now.number),
    duty: record.dutyKey === row.dutyKey,
    lead: [...record.agencyIds].sort().join() === [...row.bearers].sort().join(),
  }
  return (Object.keys(now) as (keyof TrackedValues)[]).flatMap((field) => {
    const before = record.values[field]
    const after = now[field]
    const unchanged =
      field in isSame ? isSame[field as keyof typeof isSame] : wordKey(before) === wordKey(after)
    return unchanged ? [] : [{ field, before, after }]
  })
}
