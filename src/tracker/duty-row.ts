// One row of a tracking sheet against the directory: what work it is and where it stands, or what is wrong in which
// cell. Pure. Every fault of a row is found, not only the first.
import { type Agency, agencyKey, type Directory, type Match, matchName, membersOf } from '../agency/agency.ts'
import { addDays } from '../base/calendar.ts'
import { nameKey } from '../base/text.ts'
import { targetsFor } from '../plan/resolve.ts'
import { splitDeliverables } from '../reading/deliverable.ts'
import type { Due } from '../reading/draft.ts'
import { NO_DUE } from '../reading/due.ts'
import { readNames } from '../reading/table.ts'
import type { SheetState, TrackerField } from '../vocabulary/tracker-words.ts'
import type { DutyRow, Placed } from './rows.ts'
import {
  columnLetter,
  type FaultKind,
  MOST_DUTY,
  MOST_RESULT,
  type Remark,
  type RowFault,
  type Settings,
  shorten,
} from './tracker.ts'
import { isTick, readDay, readDueCell, readPercent, readState } from './value.ts'

/** What a row says, ready to become work. */
export interface TrackedRow {
  n: number
  number: string
  section: string
  heading: string
  duty: string
  leadPrinted: string[]
  coordinatingPrinted: string[]
  /** assign: one agency answers · each: every bearer gets the duty. */
  outcome: 'assign' | 'each'
  bearers: string[]
  coordinators: string[]
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

/** Who answers for an agency's work: of an internal unit the agency it belongs to. */
export type Holder = (agencyId: string) => string

export function holdersIn(agencies: readonly Pick<Agency, 'id' | 'kind' | 'parentId'>[]): Holder {
  const units = new Map(
    agencies.flatMap(({ id, kind, parentId }) => (kind === 'unit' && parentId ? [[id, parentId]] : [])),
  )
  return (id) => units.get(id) ?? id
}

export interface RowContext {
  settings: Settings
  directory: Directory
  today: string
  /** Headings of the columns, for the faults. */
  headings: readonly string[]
  /** Columns of percentages that write shares of one. */
  shareColumns: ReadonlySet<number>
  names: ReadonlyMap<string, Match>
  states: ReadonlyMap<string, SheetState>
  defaultLead: string | null
  /** What a printed name may mean, remembered: the same name stands in hundreds of rows. */
  match(printed: string): Match
  holderOf: Holder
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

const flat = (text: string) => text.replace(/\s+/gu, ' ').trim()
const textOf = (placed: readonly Placed[] | undefined): string =>
  (placed ?? []).map(({ cell }) => flat(cell.text)).join('; ')

/** A cell of several lines is a list of names; bullets are no part of them. */
const nameList = (text: string): string =>
  text
    .split(/\n/u)
    .map((line) => flat(line).replace(/^[-–+•*]\s*/u, ''))
    .filter(Boolean)
    .join('; ')
    .replace(/;\s*;/gu, ';')

export function readDutyRow(given: DutyRow, context: RowContext): ReadDutyRow {
  const { settings, headings } = context
  const { cells } = given
  const faults: RowFault[] = []
  const remarks: Remark[] = []
  const complain = (kind: FaultKind, placed: Placed | TrackerField, about: string[] = []) => {
    const at = typeof placed === 'string' ? (cells[placed]?.[0] ?? columnOf(placed)) : placed
    faults.push({
      row: given.n,
      column: at ? columnLetter(at.column) : '',
      heading: at ? (headings[at.column] ?? '') : '',
      kind,
      cell: at?.cell ? shorten(at.cell.text, 200) : '',
      about,
    })
  }
  const columnOf = (field: TrackerField): { column: number; cell?: undefined } | undefined => {
    const column = settings.fields.indexOf(field)
    return column < 0 ? undefined : { column }
  }

  for (const [field, list] of Object.entries(cells) as [TrackerField, Placed[]][])
    for (const placed of list)
      if (placed.cell.wrong && !(field === 'number' && placed.cell.wrong === 'unsaved'))
        complain('formula', placed, [placed.cell.wrong])
  /** The first cell of the field that can be read. */
  const cellOf = (field: TrackerField): Placed | undefined => cells[field]?.find(({ cell }) => !cell.wrong)

  const duty = textOf(cells.duty?.filter(({ cell }) => !cell.wrong))
  if (duty === '' && !cells.duty?.some(({ cell }) => cell.wrong)) complain('noDuty', 'duty')
  if (duty.length > MOST_DUTY) complain('tooLong', 'duty', [String(duty.length), String(MOST_DUTY)])

  const bearing = readBearing()
  const due = readDue()
  const documentDay = dayOf('documentDay')
  const where = readStanding()
  const result = ['result', 'note'] as const
  const told = [
    where.rest,
    ...result
      .flatMap((field) => (cells[field] ?? []).filter(({ cell }) => !cell.wrong))
      .map(({ cell }) => cell.text.trim()),
  ].filter(Boolean)
  const [first] = [...(cells.result ?? []), ...(cells.note ?? [])]
  const text = told.join('\n')
  if (text.length > MOST_RESULT && first)
    complain('tooLong', first, [String(text.length), String(MOST_RESULT)])

  const unknown = {
    unknownLeads: bearing.unknown,
    unknownCoordinating: bearing.unknownCoordinating,
    unknownWords: where.unknown,
  }
  if (faults.length > 0) return { row: null, faults, remarks, ...unknown }
  const dueOn = due.kind !== 'none' && !UNDATED.includes(due.kind) ? due.to : null
  const mergedFrom = cells.duty?.[0]?.cell.from ?? (cells.duty ? given.n : null)
  const row: TrackedRow = {
    n: given.n,
    number: textOf(cells.number).replace(/[.)]$/u, '').slice(0, 60),
    section: given.section,
    heading: given.heading,
    duty,
    ...bearing.bearing,
    deliverables: splitDeliverables(textOf(cells.deliverable)),
    due,
    dueOn,
    state: where.state,
    percent: where.percent,
    ...completion(where, dueOn, documentDay),
    result: text,
    documentNumber: textOf(cells.documentNumber).slice(0, 200),
    documentDay,
    mergedFrom,
    dutyKey: nameKey(duty),
  }
  remark(row, where)
  return { row, faults, remarks, ...unknown }

  function readBearing() {
    const leadText = nameList(
      (cells.lead ?? [])
        .filter(({ cell }) => !cell.wrong)
        .map(({ cell }) => cell.text)
        .join('\n'),
    )
    const split = readNames(leadText)
    const coordinatingText = nameList((cells.coordinating ?? []).map(({ cell }) => cell.text).join('\n'))
    let coordinatingPrinted = [
      ...split.coordinating,
      ...(coordinatingText ? readNames(coordinatingText).lead : []),
    ]
    let printed = split.lead
    // Rows that stand under their agency: "I. SỞ TÀI CHÍNH".
    if (printed.length === 0 && given.heading && matchOf(given.heading)) printed = [given.heading]
    const none = {
      bearing: {
        outcome: 'assign' as const,
        bearers: [] as string[],
        coordinators: [] as string[],
        leadPrinted: printed,
        coordinatingPrinted,
      },
      unknown: [] as string[],
      unknownCoordinating: [] as string[],
    }
    if (printed.length === 0 && context.defaultLead)
      return {
        ...none,
        bearing: {
          ...none.bearing,
          bearers: [context.defaultLead],
          ...helpers(coordinatingPrinted, [context.defaultLead]),
        },
      }
    if (printed.length === 0) {
      if (!cells.lead?.some(({ cell }) => cell.wrong)) complain('noLead', 'lead')
      return none
    }
    const matches = printed.map((name) => ({ name, match: matchOf(name) }))
    const unknown = matches.filter(({ match }) => !match).map(({ name }) => name)
    for (const name of unknown)
      complain('unknownAgency', 'lead', [
        name,
        ...targetsFor(name, context.directory)
          .slice(0, 3)
          .map(({ label }) => label),
      ])
    if (unknown.length > 0) return { ...none, unknown }
    const isGroup = matches.some(({ match }) => match && 'group' in match)
    const seen = new Set<string>()
    // Two units of one agency are one assignment: the first that is named does the work.
    const agencies = matches
      .flatMap(({ match }) => bearersOf(match))
      .filter((id) => !seen.has(context.holderOf(id)) && seen.add(context.holderOf(id)))
    let outcome: TrackedRow['outcome'] = isGroup ? 'each' : 'assign'
    let bearers = agencies
    if (!isGroup && agencies.length > 1) {
      if (settings.severalLeads === 'ask') complain('severalLeads', 'lead', printed)
      if (settings.severalLeads === 'each') outcome = 'each'
      else {
        bearers = agencies.slice(0, 1)
        coordinatingPrinted = [...printed.slice(1), ...coordinatingPrinted]
      }
    }
    if (bearers.length === 0) complain('unknownAgency', 'lead', [printed.join('; ')])
    const unknownCoordinating = coordinatingPrinted.filter((name) => !matchOf(name))
    return {
      bearing: { outcome, bearers, leadPrinted: printed, ...helpers(coordinatingPrinted, bearers) },
      unknown,
      unknownCoordinating,
    }
  }

  function helpers(printed: string[], bearers: readonly string[]) {
    const coordinators = [
      ...new Set(
        printed.flatMap((name) => {
          const match = matchOf(name)
          return match && 'agency' in match ? [match.agency] : []
        }),
      ),
    ].filter((id) => !bearers.includes(id))
    return { coordinators, coordinatingPrinted: printed }
  }

  function matchOf(printed: string): Match {
    return context.match(printed)
  }

  function bearersOf(match: Match): string[] {
    if (!match) return []
    return 'agency' in match
      ? [match.agency]
      : membersOf(match.group, context.directory).map((agency: Agency) => agency.id)
  }

  function readDue(): Due {
    const placed = cellOf('due')
    if (!placed) return NO_DUE
    const read = readDueCell(placed.cell, settings.year)
    if (read === 'impossible') complain('impossibleDate', placed)
    if (typeof read !== 'string') return read
    if (read === 'unread') remarks.push('dueUnread')
    return { ...NO_DUE, text: flat(placed.cell.text).slice(0, 500) }
  }

  function dayOf(field: 'documentDay' | 'completedOn'): string | null {
    const placed = cellOf(field)
    if (!placed) return null
    let read = readDay(placed.cell, settings.year)
    if (read === 'unread' && field === 'completedOn') {
      // "Tháng 5/2026": done at the latest on its last day.
      const stretch = readDueCell(placed.cell, settings.year)
      if (typeof stretch !== 'string' && stretch.to !== null)
        read = {
          day:
            stretch.to > settings.asOf && (stretch.from ?? '') <= settings.asOf ? settings.asOf : stretch.to,
        }
    }
    if (typeof read === 'string') {
      complain('impossibleDate', placed)
      return null
    }
    if (read.day > context.today) complain('inFuture', placed, [context.today])
    return read.day
  }

  function readStanding() {
    const words = new Set<SheetState>()
    const unknown: string[] = []
    let rest = ''
    let tickDay: Placed | null = null
    const placed = cellOf('state')
    if (placed) {
      const read = readState(flat(placed.cell.text), context.states)
      if (read) {
        words.add(read.state)
        rest = read.rest
      } else {
        unknown.push(flat(placed.cell.text))
        complain('unknownState', placed)
      }
    }
    for (const state of ['pending', 'active', 'overdue', 'done', 'done-late'] as const) {
      const ticked = cellOf(`tick-${state}`)
      if (!ticked) continue
      words.add(state)
      if (ticked.cell.day !== undefined && (state === 'done' || state === 'done-late')) tickDay = ticked
      else if (!isTick(ticked.cell)) rest = [rest, flat(ticked.cell.text)].filter(Boolean).join('\n')
    }
    const state = oneOf(words)
    if (state === 'several') complain('twoStates', placed ?? firstTick() ?? 'state', [...words])
    const percentCell = cellOf('percent')
    let percent: number | null = null
    if (percentCell) {
      const read = readPercent(percentCell.cell, context.shareColumns.has(percentCell.column))
      // Where shares and percentages stand in one column, the 1 of a done duty is the whole.
      if (typeof read === 'number') percent = read === 1 && isDone(state) ? 100 : read
      else complain('percentRange', percentCell, [read])
    }
    const completedCell = cellOf('completedOn') ?? tickDay
    let completedOn = dayOf('completedOn')
    if (completedOn === null && tickDay) {
      completedOn = tickDay.cell.day ?? null
      if (completedOn !== null && completedOn > context.today) complain('inFuture', tickDay, [context.today])
    }
    if (completedOn !== null && documentDay !== null && completedOn < documentDay && completedCell)
      complain('beforeGiven', completedCell, [documentDay])
    const hasResult = (cells.result ?? []).length > 0 || rest !== ''
    const known: SheetState =
      state !== null && state !== 'several'
        ? state
        : completedOn !== null || percent === 100
          ? 'done'
          : (percent ?? 0) > 0 || hasResult
            ? 'active'
            : 'pending'
    if (state !== null && state !== 'several') {
      const isWrong = isDone(state)
        ? percent !== null && percent < 100
        : state === 'pending'
          ? (percent ?? 0) > 0
          : (state === 'active' || state === 'overdue') && percent === 100
      if (isWrong && percentCell)
        complain('percentAgainstState', percentCell, [textOf(placed ? [placed] : []), state])
      if (!isDone(state) && completedOn !== null && completedCell)
        complain('dayWithoutDone', completedCell, [state])
    }
    return { state: known, percent, completedOn, rest, unknown }
  }

  function firstTick(): Placed | undefined {
    return (['tick-pending', 'tick-active', 'tick-overdue', 'tick-done', 'tick-done-late'] as const)
      .map((field) => cellOf(field))
      .find((each) => each !== undefined)
  }

  function completion(
    { state, completedOn }: { state: SheetState; completedOn: string | null },
    dueOn: string | null,
    givenOn: string | null,
  ): Pick<TrackedRow, 'completedOn' | 'isDayTaken'> {
    if (state !== 'done' && state !== 'done-late') return { completedOn: null, isDayTaken: false }
    if (completedOn !== null) return { completedOn, isDayTaken: false }
    const { asOf } = settings
    const late = dueOn !== null && addDays(dueOn, 1) <= asOf ? asOf : null
    const taken = state === 'done-late' ? (late ?? asOf) : dueOn !== null && dueOn < asOf ? dueOn : asOf
    return { completedOn: givenOn !== null && taken < givenOn ? givenOn : taken, isDayTaken: true }
  }

  function remark(row: TrackedRow, { completedOn }: { completedOn: string | null }) {
    if (row.isDayTaken) remarks.push('dayTaken')
    if (row.state === 'overdue' && (row.dueOn === null || row.dueOn >= settings.asOf))
      remarks.push('overdueNotYet')
    if (completedOn !== null && row.dueOn !== null) {
      if (row.state === 'done' && completedOn > row.dueOn) remarks.push('onTimeButLate')
      if (row.state === 'done-late' && completedOn <= row.dueOn) remarks.push('lateButInTime')
    }
    if (row.dueOn !== null && row.documentDay !== null && row.dueOn < row.documentDay)
      remarks.push('dueBeforeGiven')
    if (row.outcome === 'each' && row.bearers.length > 1 && row.state !== 'pending')
      remarks.push('groupState')
  }
}

const isDone = (state: SheetState | 'several' | null): boolean => state === 'done' || state === 'done-late'

/** "Hoàn thành" and "quá hạn" crossed together are one word: hoàn thành chậm; so are "đang" and "quá hạn". */
function oneOf(words: ReadonlySet<SheetState>): SheetState | 'several' | null {
  const said = [...words]
  if (said.length <= 1) return said[0] ?? null
  const is = (...states: SheetState[]) =>
    said.length === states.length && states.every((state) => words.has(state))
  if (is('done', 'overdue') || is('done', 'done-late')) return 'done-late'
  if (is('active', 'overdue') || is('pending', 'overdue')) return 'overdue'
  return 'several'
}

/** What a printed name means here: a person's word first, then the directory; asked once for each name. */
export function matcher(names: ReadonlyMap<string, Match>, directory: Directory): (printed: string) => Match {
  const seen = new Map<string, Match>()
  return (printed) => {
    let match = seen.get(printed)
    if (match === undefined) {
      match = names.get(agencyKey(printed)) ?? matchName(printed, directory)
      seen.set(printed, match)
    }
    return match
  }
}
