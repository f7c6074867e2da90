// One row of a tracking sheet against the directory: what work it is and where it stands, or what is wrong in which
// cell. Pure. Every fault of a row is found, not only the first.
import { nameKey } from '../base/text.ts'
import { splitDeliverables } from '../reading/deliverable.ts'
import type { Due } from '../reading/draft.ts'
import { NO_DUE } from '../reading/due.ts'
import type { SheetState, TrackerField } from '../vocabulary/tracker-words.ts'
import { type Bearing, readBearing } from './row-bearing.ts'
import { flat, type RowContext, RowReading, textOf } from './row-reading.ts'
import { completionOf, readRowDay, readStanding } from './row-standing.ts'
import type { DutyRow, Placed } from './rows.ts'
import { MOST_DUTY, MOST_RESULT, type Remark, type RowFault } from './tracker.ts'
import { readDueCell } from './value.ts'

/** What a row says, ready to become work. */
export interface TrackedRow extends Bearing {
  n: number
  number: string
  section: string
  heading: string
  duty: string
  deliverables: string[]
  due: Due
  /** The day that binds, if one does. */
  dueOn: string | null
  state: SheetState
  percent: number | null
  completedOn: string | null
  /** The sheet names no day of completion: it was taken from the due day or the day of the figures. */
  isDayTaken: boolean
  result: string
  documentNumber: string
  documentDay: string | null
  /** The first row of the merged duty cell this row belongs to. */
  mergedFrom: number | null
  dutyKey: string
}

export interface ReadDutyRow {
  row: TrackedRow | null
  faults: RowFault[]
  remarks: Remark[]
  /** Names and words that a person may settle once for all rows. */
  unknownLeads: string[]
  unknownCoordinating: string[]
  unknownWords: string[]
}

/** Of "annual", "ongoing" and the like no day binds until somebody sets one. */
const UNDATED: readonly string[] = ['annual', 'ongoing', 'conditional', 'none']
const MOST_NUMBER = 60
const MOST_DUE = 500
const MOST_PAPER = 200

export function readDutyRow(given: DutyRow, context: RowContext): ReadDutyRow {
  const reading = new RowReading(given, context)
  const { faults, remarks } = reading
  for (const [field, list] of Object.entries(given.cells) as [TrackerField, Placed[]][])
    for (const placed of list)
      if (placed.cell.wrong && !(field === 'number' && placed.cell.wrong === 'unsaved'))
        reading.complain('formula', placed, [placed.cell.wrong])

  const duty = textOf(reading.cells('duty'))
  if (duty === '' && !reading.isWrong('duty')) reading.complain('noDuty', 'duty')
  if (duty.length > MOST_DUTY) reading.complain('tooLong', 'duty', [String(duty.length), String(MOST_DUTY)])
  const { bearing, ...unknown } = readBearing(reading)
  const due = readDue(reading)
  const documentDay = readRowDay(reading, 'documentDay')
  const { rest, unknownWords, ...standing } = readStanding(reading, documentDay)
  const result = readResult(reading, rest)
  const met = { faults, remarks, ...unknown, unknownWords }
  if (faults.length > 0 || !bearing) return { row: null, ...met }

  const dueOn = UNDATED.includes(due.kind) ? null : due.to
  const isOutside = bearing.bearers.every(context.isOutside)
  const row: TrackedRow = {
    n: given.n,
    number: textOf(reading.cells('number')).replace(/[.)]$/u, '').slice(0, MOST_NUMBER),
    section: given.section,
    heading: given.heading,
    duty,
    ...bearing,
    deliverables: splitDeliverables(textOf(reading.cells('deliverable'))),
    due,
    dueOn,
    ...standing,
    ...completionOf(standing, dueOn, documentDay, context.settings),
    // State secrets: of police and army only the day is kept.
    result: isOutside ? '' : result,
    documentNumber: textOf(reading.cells('documentNumber')).slice(0, MOST_PAPER),
    documentDay,
    mergedFrom: given.cells.duty ? (given.cells.duty[0]?.cell.from ?? given.n) : null,
    dutyKey: nameKey(duty),
  }
  if (isOutside && result !== '') remarks.push('outside')
  remarks.push(...remarksOn(row, standing.completedOn, context.settings.asOf))
  return { row, ...met }
}

function readDue(reading: RowReading): Due {
  const placed = reading.cell('due')
  if (!placed) return NO_DUE
  const read = readDueCell(placed.cell, reading.context.settings.year)
  if (typeof read !== 'string') return read
  if (read === 'impossible') reading.complain('impossibleDate', placed)
  else reading.remarks.push('dueUnread')
  return { ...NO_DUE, text: flat(placed.cell.text).slice(0, MOST_DUE) }
}

/** What was done so far, from every column that tells of it. */
function readResult(reading: RowReading, rest: string): string {
  const placed = [...reading.cells('result'), ...reading.cells('note')]
  const text = [rest, ...placed.map(({ cell }) => cell.text.trim())].filter(Boolean).join('\n')
  const [first] = placed
  if (text.length > MOST_RESULT && first)
    reading.complain('tooLong', first, [String(text.length), String(MOST_RESULT)])
  return text
}

function* remarksOn(row: TrackedRow, saidOn: string | null, asOf: string): Generator<Remark> {
  const { dueOn, state } = row
  if (row.isDayTaken) yield 'dayTaken'
  if (state === 'overdue' && (dueOn === null || dueOn >= asOf)) yield 'overdueNotYet'
  if (saidOn !== null && dueOn !== null) {
    if (state === 'done' && saidOn > dueOn) yield 'onTimeButLate'
    if (state === 'done-late' && saidOn <= dueOn) yield 'lateButInTime'
  }
  if (dueOn !== null && row.documentDay !== null && dueOn < row.documentDay) yield 'dueBeforeGiven'
  if (row.outcome === 'each' && row.bearers.length > 1 && state !== 'pending') yield 'groupState'
}
