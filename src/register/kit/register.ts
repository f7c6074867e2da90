// What a register is: one value that says its columns, its states and who keeps it. Table, list, form, history, import and
// export come from it (docs/registers.md). Plain data: there are no hooks, what needs behaviour of its own is a room.
import { language } from '../../vocabulary/language.ts'

/** What a reader sees, in both languages. */
export interface Label {
  vi: string
  en: string
}

export const say = ({ vi, en }: Label): string => (language === 'en' ? en : vi)

/** One value of a choice. Without days it may always be chosen; a value no longer chosen stays on old rows. */
export interface Option {
  value: string
  label: Label
  /** The first day on which it may be chosen. */
  from?: string
  /** The last one. */
  to?: string
}

/** Rules on codes that are told as a warning, never refused: none of them is sure enough. */
export type CodeRule = 'tax-code' | 'business-place'

interface Common {
  label: Label
  /** May be left empty. */
  optional?: true
  /** Two rows that stand may not share it. */
  unique?: true
  /** Personal data, and what it is kept for: masked in lists, reading it is logged (Luật 91/2025/QH15). */
  personal?: Label
  /** Found by the search field, with or without diacritics. */
  search?: true
  /** Shown in the list unless somebody chose other columns. */
  listed?: true
  help?: Label
  /** Other headings this column goes by in sheets from elsewhere. */
  heads?: readonly string[]
}

export type Column = Common &
  (
    | { kind: 'text'; long?: true }
    | { kind: 'texts' }
    | { kind: 'code'; rule?: CodeRule }
    | { kind: 'number'; unit: Label; decimals?: number; min?: number; max?: number }
    /** Whole đồng. */
    | { kind: 'money' }
    | { kind: 'date' }
    | { kind: 'year' }
    | { kind: 'flag' }
    | { kind: 'choice'; options: readonly Option[] }
    | { kind: 'choices'; options: readonly Option[] }
    /** A commune, ward or special zone: the agency that governs it, which passes on with reorganisations. */
    | { kind: 'place' }
    | { kind: 'agency' }
    /** A row of another register, by its id. */
    | { kind: 'ref'; of: string }
    /** A stored file: its hash; its name stands beside it. */
    | { kind: 'file' }
  )

/** Columns with sums and shares of the same row; worked out when read, never stored. Percent for `share`. */
export type Derived = { label: Label; listed?: true } & (
  | { share: readonly [part: string, whole: string] }
  | { sum: readonly string[]; unit: Label }
  | { difference: readonly [from: string, less: string]; unit: Label }
)

/** One way from state to state. Nobody changes a state but by a step; an import from the national system may. */
export interface Transition {
  label: Label
  from: readonly string[]
  to: string
  /** Steps of the place itself, only of those who keep the whole register, or of the room in which they are decided. */
  by: 'place' | 'keeper' | 'room'
  /** Columns that must be filled in by then. */
  needs?: readonly string[]
}

export interface Register {
  /** Its name in addresses, and of its table. */
  name: string
  label: Label
  /** What one row is called. */
  one: Label
  /** What comes here and how, for the empty page. */
  about: Label
  /** The columns by which an import knows a row again. */
  key: readonly string[]
  /** The column that names a row where others point to it. */
  title: string
  columns: Readonly<Record<string, Column>>
  derived?: Readonly<Record<string, Derived>>
  /** The day from which a new row stands, when not the day of entry. */
  since?: string
  states?: { column: string; first: string; steps: Readonly<Record<string, Transition>> }
  /**
   * Who may enter and change rows besides the keepers (agencies named by the administrator): officers of the row's own
   * place, or nobody. `place` is a column of this register, or of a register it points to: "cooperative.place".
   * 'room': nobody enters rows by hand; a room writes them as a consequence of what was decided there.
   */
  place?: string
  write: 'keeper' | 'place' | 'room'
  /** Ready-made lists: what stands behind "?" in the address. */
  views?: readonly { label: Label; address: string }[]
  /** The list begins with this column; descending for years. */
  order: readonly [column: string, direction: 'asc' | 'desc']
  /** Its group on the overview. */
  group: RegisterGroup
}
export type RegisterGroup = 'cooperative' | 'support' | 'market' | 'learning'

type ValueOf<C extends Column> = C['kind'] extends 'number' | 'money' | 'year'
  ? number
  : C['kind'] extends 'flag'
    ? boolean
    : C['kind'] extends 'texts' | 'choices'
      ? string[]
      : C extends { options: readonly { value: infer V }[] }
        ? V
        : string

/** The row of a register as the program holds it. */
export type RowOf<R extends Register> = {
  -readonly [K in keyof R['columns']]: R['columns'][K] extends { optional: true }
    ? ValueOf<R['columns'][K]> | null
    : ValueOf<R['columns'][K]>
}

/** A value of any column. */
export type Value = string | number | boolean | string[] | null
export type Values = Record<string, Value>

/** "femaleMembers" -> "female_members", "value-chain" -> "value_chain": the column or table of a name. */
export const columnName = (name: string): string =>
  name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns of a row that are entered by hand: all but the state. */
export const enteredColumns = ({ columns, states }: Register): [string, Column][] =>
  Object.entries(columns).filter(([name]) => name !== states?.column)

/** What a choice column offers on a day, and whatever the row already holds. */
export const optionsOn = (options: readonly Option[], day: string, held?: Value): Option[] =>
  options.filter(
    ({ value, from, to }) =>
      value === held ||
      (Array.isArray(held) && held.includes(value)) ||
      ((!from || from <= day) && (!to || day <= to)),
  )
