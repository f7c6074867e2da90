// Where a duty stands as a row says it: its state in words or crosses, the percentage, the day; and what contradicts what.
import { addDays } from '../base/calendar.ts'
import type { SheetState } from '../vocabulary/tracker-words.ts'
import { flat, type RowReading, textOf } from './row-reading.ts'
import type { Placed } from './rows.ts'
import type { Settings } from './tracker.ts'
import { isTick, readDay, readDueCell, readPercent, readState } from './value.ts'

export interface Standing {
  state: SheetState
  percent: number | null
  completedOn: string | null
  /** What the cell of the state says besides. */
  rest: string
  unknownWords: string[]
}

type Said = SheetState | 'several' | null

const TICKED = ['pending', 'active', 'overdue', 'done', 'done-late'] as const
const isDone = (state: Said): boolean => state === 'done' || state === 'done-late'

/** A day of the row; what is none, or lies ahead, is a fault. */
export function readRowDay(reading: RowReading, field: 'documentDay' | 'completedOn'): string | null {
  const { settings, today } = reading.context
  const placed = reading.cell(field)
  if (!placed) return null
  let read = readDay(placed.cell, settings.year)
  if (read === 'unread' && field === 'completedOn') {
    // "Tháng 5/2026": done at the latest on its last day.
    const stretch = readDueCell(placed.cell, settings.year)
    if (typeof stretch !== 'string' && stretch.to !== null) {
      const isRunning = stretch.to > settings.asOf && (stretch.from ?? '') <= settings.asOf
      read = { day: isRunning ? settings.asOf : stretch.to }
    }
  }
  if (typeof read === 'string') {
    reading.complain('impossibleDate', placed)
    return null
  }
  if (read.day > today) reading.complain('inFuture', placed, [today])
  return read.day
}

export function readStanding(reading: RowReading, documentDay: string | null): Standing {
  const { context } = reading
  const stateCell = reading.cell('state')
  const percentCell = reading.cell('percent')
  const said = readWords(reading, stateCell)
  const { state, tickDay } = said
  let percent: number | null = null
  if (percentCell) {
    const read = readPercent(percentCell.cell, context.shareColumns.has(percentCell.column))
    // Where shares and percentages stand in one column, the 1 of a done duty is the whole.
    if (typeof read === 'number') percent = read === 1 && isDone(state) ? 100 : read
    else reading.complain('percentRange', percentCell, [read])
  }
  const dayCell = reading.cell('completedOn') ?? tickDay
  const completedOn = readRowDay(reading, 'completedOn') ?? dayOfTick(reading, tickDay)
  if (completedOn !== null && documentDay !== null && completedOn < documentDay && dayCell)
    reading.complain('beforeGiven', dayCell, [documentDay])
  const words = textOf(stateCell ? [stateCell] : [])
  if (state !== 'several') {
    if (percentCell && percent !== null && contradicts(state, percent, completedOn))
      reading.complain('percentAgainstState', percentCell, [words, state ?? 'done'])
    if (state !== null && !isDone(state) && completedOn !== null && dayCell)
      reading.complain('dayWithoutDone', dayCell, [state])
  }
  const hasResult = reading.cells('result').length > 0 || said.rest !== ''
  return {
    state: state === null || state === 'several' ? derived(percent, completedOn, hasResult) : state,
    ...{ percent, completedOn, rest: said.rest, unknownWords: said.unknownWords },
  }
}

/** The state in words and crosses. */
function readWords(reading: RowReading, stateCell: Placed | undefined) {
  const words = new Set<SheetState>()
  const unknownWords: string[] = []
  let rest = ''
  let tickDay: Placed | undefined
  if (stateCell) {
    const text = flat(stateCell.cell.text)
    const read = readState(text, reading.context.states)
    if (read) {
      words.add(read.state)
      rest = read.rest
    } else {
      unknownWords.push(text)
      reading.complain('unknownState', stateCell)
    }
  }
  let first = stateCell
  for (const state of TICKED) {
    const ticked = reading.cell(`tick-${state}`)
    if (!ticked) continue
    first ??= ticked
    words.add(state)
    if (ticked.cell.day !== undefined && isDone(state)) tickDay = ticked
    else if (!isTick(ticked.cell)) rest = [rest, flat(ticked.cell.text)].filter(Boolean).join('\n')
  }
  const state = oneOf(words)
  if (state === 'several') reading.complain('twoStates', first ?? 'state', [...words])
  return { state, rest, tickDay, unknownWords }
}

function dayOfTick(reading: RowReading, ticked: Placed | undefined): string | null {
  const day = ticked?.cell.day ?? null
  if (ticked && day !== null && day > reading.context.today)
    reading.complain('inFuture', ticked, [reading.context.today])
  return day
}

/** "Hoàn thành" and "quá hạn" crossed together are one word: hoàn thành chậm; so are "đang" and "quá hạn". */
function oneOf(words: ReadonlySet<SheetState>): Said {
  const said = [...words]
  if (said.length <= 1) return said[0] ?? null
  const is = (...states: SheetState[]) =>
    said.length === states.length && states.every((state) => words.has(state))
  if (is('done', 'overdue') || is('done', 'done-late')) return 'done-late'
  if (is('active', 'overdue') || is('pending', 'overdue')) return 'overdue'
  return 'several'
}

/** Done at 60 %, not begun at 20 %, under way at 100 %; without a word the day of completion says done. */
function contradicts(state: SheetState | null, percent: number, completedOn: string | null): boolean {
  if (isDone(state) || (state === null && completedOn !== null)) return percent < 100
  if (state === 'pending') return percent > 0
  return (state === 'active' || state === 'overdue') && percent === 100
}

/** What a row without a word of its state says by its other columns. */
function derived(percent: number | null, completedOn: string | null, hasResult: boolean): SheetState {
  if (completedOn !== null || percent === 100) return 'done'
  return (percent ?? 0) > 0 || hasResult ? 'active' : 'pending'
}

/** The day a done duty counts from; without one in the sheet the due day where it has passed, else that of the figures. */
export function completionOf(
  { state, completedOn }: Pick<Standing, 'state' | 'completedOn'>,
  dueOn: string | null,
  givenOn: string | null,
  { asOf }: Pick<Settings, 'asOf'>,
): { completedOn: string | null; isDayTaken: boolean } {
  if (!isDone(state)) return { completedOn: null, isDayTaken: false }
  if (completedOn !== null) return { completedOn, isDayTaken: false }
  const isPast = dueOn !== null && addDays(dueOn, 1) <= asOf
  const taken = isPast && state === 'done' ? dueOn : asOf
  return { completedOn: givenOn !== null && taken < givenOn ? givenOn : taken, isDayTaken: true }
}
