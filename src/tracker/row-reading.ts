// A row at work: its cells by field, its faults, and what is looked up for it.
import type { Directory, Match } from '../agency/agency.ts'
import { columnLetter } from '../document/sheet-head.ts'
import type { SheetState, TrackerField } from '../vocabulary/tracker-words.ts'
import type { DutyRow, Placed } from './rows.ts'
import { type FaultKind, type Remark, type RowFault, type Settings, shorten } from './tracker.ts'

/** Who answers for an agency's work: of an internal unit the agency it belongs to. */
export type Holder = (agencyId: string) => string

export interface RowContext {
  settings: Settings
  directory: Directory
  today: string
  /** Headings of the columns, for the faults. */
  headings: readonly string[]
  /** Columns of percentages that write shares of one. */
  shareColumns: ReadonlySet<number>
  states: ReadonlyMap<string, SheetState>
  /** What a printed name may mean, remembered: the same name stands in hundreds of rows. */
  match(printed: string): Match
  holderOf: Holder
  /** Its reports do not belong in this system. */
  isOutside(agencyId: string): boolean
}

export const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()
export const textOf = (placed: readonly Placed[] | undefined): string =>
  (placed ?? []).map(({ cell }) => flat(cell.text)).join('; ')

/** Collects what is wrong with one row, and what the office should know of it. */
export class RowReading {
  readonly faults: RowFault[] = []
  readonly remarks: Remark[] = []
  readonly given: DutyRow
  readonly context: RowContext

  constructor(given: DutyRow, context: RowContext) {
    this.given = given
    this.context = context
  }

  /** Every cell of the field that can be read. */
  cells(field: TrackerField): Placed[] {
    return (this.given.cells[field] ?? []).filter(({ cell }) => !cell.wrong)
  }

  cell(field: TrackerField): Placed | undefined {
    return this.cells(field)[0]
  }

  /** The cell is there and cannot be read, which was said already. */
  isWrong(field: TrackerField): boolean {
    return this.given.cells[field]?.some(({ cell }) => cell.wrong) ?? false
  }

  complain(kind: FaultKind, place: Placed | TrackerField, about: string[] = []): void {
    const { settings, headings } = this.context
    const isField = typeof place === 'string'
    const placed = isField ? this.given.cells[place]?.[0] : place
    const column = placed?.column ?? (isField ? settings.fields.indexOf(place) : -1)
    this.faults.push({
      row: this.given.n,
      column: column < 0 ? '' : columnLetter(column),
      heading: headings[column] ?? '',
      kind,
      cell: placed ? shorten(placed.cell.text, 200) : '',
      about,
    })
  }
}
