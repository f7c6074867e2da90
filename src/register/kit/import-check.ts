// The rows of a file held against the register: which are new, which change what, which are at fault and why. Piece by piece,
// so that neither the memory nor the other users of the server feel fifty thousand rows.
import { createHash, randomUUID } from 'node:crypto'
import type { Agency } from '../../agency/agency.ts'
import { columnLetter } from '../../document/sheet-head.ts'
import type { Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import type { Rights } from './access.ts'
import { checkRows, uniqueSets } from './check.ts'
import { placePath } from './filter.ts'
import type {
  CellFault,
  CellRemark,
  FaultKind,
  ImportSettings,
  Progress,
  RowKind,
  Summary,
} from './import.ts'
import type { Ask, ReadRow } from './import-desk.ts'
import * as queries from './import-queries.ts'
import { type Column, type Register, say, type Value, type Values } from './register.ts'
import { checkValues, cleanValues, warningsOf } from './values.ts'
import type { NewRow, RowChange } from './write.ts'

export interface CheckedRow {
  n: number
  kind: RowKind
  /** Of a row that is there, or of the one it becomes. */
  id: string
  version: number
  key: string
  title: string
  changes: { column: string; before: Value; after: Value }[]
  faults: CellFault[]
  remarks: CellRemark[]
}

export interface Checked {
  rows: CheckedRow[]
  summary: Summary
  /** Rows of ours that the file speaks of. */
  named: string[]
  /** In an order in which rows come after those they point to; empty where only the outcome was asked. */
  inserts: NewRow[]
  updates: RowChange[]
}

export interface Asked {
  sql: Sql
  tenantId: number
  register: Register
  rights: Rights
  agencies: readonly Agency[]
  today: string
  /** Whether the rows are to be written: otherwise their values are let go. */
  keeps: boolean
  tell?: (phase: Progress['phase'], done: number, of: number) => void
}

const PIECE = 2000

export async function checkImport(ask: Ask, settings: ImportSettings, asked: Asked): Promise<Checked> {
  return new Check(ask, settings, asked).run()
}

/** A row while it is checked. */
interface Draft extends CheckedRow {
  /** All values of a new row. */
  values: Values | null
  /** References to rows of this very file. */
  waits: { column: string; text: string }[]
}

const isSame = (column: Column | undefined, a: Value, b: Value): boolean => {
  // No sheet keeps the order of a list of choices, nor two blanks beside each other.
  const plain = (value: Value) =>
    column?.kind === 'choices' && Array.isArray(value)
      ? [...value].sort()
      : typeof value === 'string'
        ? value.replace(/[^\S\n]+/gu, ' ')
        : (value ?? null)
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

const asText = (value: Value | undefined): string =>
  Array.isArray(value) ? value.join('; ') : value === null || value === undefined ? '' : String(value)

class Check {
  readonly #ask: Ask
  readonly #settings: ImportSettings
  readonly #asked: Asked
  readonly #drafts: Draft[] = []
  /** Where each column of the register stands in the sheet. */
  readonly #letters: ReadonlyMap<string, string>
  readonly #byKey = new Map<string, Draft[]>()
  readonly #named: string[] = []
  readonly #inserts: NewRow[] = []
  readonly #updates: RowChange[] = []
  /** References found so far: column, words -> rows. */
  readonly #pointed = new Map<string, Map<string, string[]>>()
  readonly #places = new Map<string, string>()
  #hidden = 0
  #foot: string[] = []

  constructor(ask: Ask, settings: ImportSettings, asked: Asked) {
    this.#ask = ask
    this.#settings = settings
    this.#asked = asked
    this.#letters = new Map(settings.columns.map((name, at) => [name, columnLetter(at)]))
  }

  async run(): Promise<Checked> {
    const { register, agencies, today, tell } = this.#asked
    const settings = this.#settings
    for (let from = 0, of = 1; from < of; from += PIECE) {
      const order = { settings, register: register.name, agencies: [...agencies], today, from, count: PIECE }
      const piece = await this.#ask<'piece'>({ is: 'piece', ...order })
      of = piece.of
      this.#hidden = piece.hidden
      this.#foot = piece.foot
      await this.#take(piece.rows)
      tell?.('comparing', Math.min(of, from + PIECE), of)
    }
    this.#refuseTwice()
    this.#settleWaiting()
    await this.#checkUnique()
    return this.#finish()
  }

  async #take(rows: readonly ReadRow[]): Promise<void> {
    const { sql, tenantId, register } = this.#asked
    const refs = await this.#lookUp(rows)
    const keyed = rows.flatMap((row, index) => {
      const values = cleanValues(register, { ...row.values, ...refs[index]?.found })
      return register.key.every((name) => values[name] != null) ? [{ index, values }] : []
    })
    const existing = await queries.listExisting(sql, tenantId, register, keyed)
    await this.#lookUpPlaces(rows, refs)
    rows.forEach((row, index) => {
      const found = refs[index] ?? { found: {}, faults: [], waits: [] }
      row.faults.push(...found.faults)
      this.#takeRow(
        row,
        cleanValues(register, { ...row.values, ...found.found }),
        found.waits,
        existing.get(index) ?? null,
      )
    })
  }

  /** References of these rows looked up: by code, by name; in the register itself also among the rows of the file. */
  async #lookUp(rows: readonly ReadRow[]) {
    const { sql, tenantId, register } = this.#asked
    const all = rows.map(() => ({
      found: {} as Values,
      faults: [] as CellFault[],
      waits: [] as Draft['waits'],
    }))
    for (const [name, column] of Object.entries(register.columns)) {
      if (column.kind !== 'ref') continue
      const other = findRegister(column.of)
      if (!other) continue
      const known = this.#pointed.get(name) ?? new Map<string, string[]>()
      this.#pointed.set(name, known)
      const texts = [...new Set(rows.flatMap(({ refs }) => refs[name] ?? []))].filter(
        (text) => !known.has(text),
      )
      if (texts.length > 0) {
        for (const text of texts) known.set(text, [])
        for (const { id, text } of await queries.listPointed(sql, tenantId, other, texts)) {
          const ids = known.get(text) ?? []
          if (!ids.includes(id)) known.set(text, [...ids, id])
        }
      }
      rows.forEach((row, index) => {
        const text = row.refs[name]
        const place = all[index]
        if (text === undefined || !place) return
        const [only, ...others] = known.get(text) ?? []
        if (only && others.length === 0) place.found[name] = only
        else if (only) place.faults.push(this.#fault('ambiguousRef', name, text, [say(other.label)]))
        else if (other.name === register.name && !register.key.includes(name))
          place.waits.push({ column: name, text })
        else place.faults.push(this.#fault('unknownRef', name, text, [say(other.label)]))
      })
    }
    return all
  }

  /** Whose rows these are, where that is said by the row they point to. */
  async #lookUpPlaces(rows: readonly ReadRow[], refs: readonly { found: Values }[]) {
    const { sql, tenantId, register, rights } = this.#asked
    const path = placePath(register)
    if (rights.keeps || !path) return
    const ids = rows.flatMap((_, index) => {
      const id = refs[index]?.found[path[0]]
      return typeof id === 'string' && !this.#places.has(id) ? [id] : []
    })
    for (const [id, place] of await queries.listPlaces(sql, tenantId, register, [...new Set(ids)]))
      this.#places.set(id, place)
  }

  #placeOf(values: Values): string | null {
    const { register } = this.#asked
    const path = placePath(register)
    const value = path ? values[path[0]] : register.place ? values[register.place] : null
    if (typeof value !== 'string') return null
    return path ? (this.#places.get(value) ?? null) : value
  }

  #fault(kind: FaultKind, column: string, cell: string, about: string[] = []): CellFault {
    return { kind, column, letter: this.#letters.get(column) ?? '', cell, about }
  }

  #takeRow(row: ReadRow, given: Values, waits: Draft['waits'], existing: queries.Existing | null) {
    const { register } = this.#asked
    const { key, title } = register
    const draft: Draft = {
      ...{ n: row.n, kind: 'same', id: existing?.id ?? randomUUID(), version: existing?.version ?? 0 },
      key: key.map((name) => row.refs[name] ?? asText(given[name])).join(' · '),
      title: register.columns[title]?.personal
        ? ''
        : (row.refs[title] ?? asText(given[title] ?? existing?.values[title])),
      ...{ changes: [], faults: row.faults, remarks: row.remarks, values: null, waits },
    }
    this.#drafts.push(draft)
    if (existing) this.#named.push(existing.id)
    const keyFaults = draft.faults.some(({ column }) => key.includes(column))
    const unnamed = key.filter((name) => given[name] == null)
    if (unnamed.length > 0) {
      if (!keyFaults)
        draft.faults.push(this.#fault('keyMissing', unnamed[0] ?? '', '', [this.#labels(unnamed).join(', ')]))
    } else {
      const same = JSON.stringify(key.map((name) => given[name]))
      const others = this.#byKey.get(same)
      if (others) others.push(draft)
      else this.#byKey.set(same, [draft])
      if (existing) this.#compare(draft, row, given, existing)
      else this.#complete(draft, row, given)
    }
    const after = existing ? { ...existing.values, ...given } : given
    for (const { at, message } of warningsOf(register, after))
      if (given[at] !== undefined)
        draft.remarks.push({ ...this.#fault('value', at, asText(given[at]), [message]), kind: 'value' })
  }

  #labels = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const column = this.#asked.register.columns[name]
      return column ? [say(column.label)] : []
    })

  /** What the file says otherwise than the row that is there. */
  #compare(draft: Draft, row: ReadRow, given: Values, { values: held, place }: queries.Existing) {
    const { register, today } = this.#asked
    const changed: Values = {}
    const isClearing = this.#settings.blanks === 'clear'
    const stated = this.#givenState(draft, given, held)
    for (const name of [...Object.keys(given), ...(isClearing ? row.blank : [])]) {
      if (register.key.includes(name) || (name === register.states?.column && !stated)) continue
      const after = given[name] ?? null
      const before = held[name] ?? null
      if (isSame(register.columns[name], before, after)) continue
      changed[name] = after
      draft.changes.push({ column: name, before, after })
    }
    const values = { ...held, ...changed }
    for (const { at, message } of checkValues(register, values, { day: today, held }))
      if (at in changed) draft.faults.push(this.#fault('value', at, asText(changed[at]), [message]))
    if (draft.changes.length > 0 || draft.waits.length > 0)
      this.#refuseOthers(draft, [place, this.#placeOf(values)])
    draft.values = changed
    this.#settle(draft, draft.changes.length > 0 ? 'changed' : 'same')
  }

  /** A new row from what the file says; columns it does not have are empty. */
  #complete(draft: Draft, row: ReadRow, given: Values) {
    const { register, today } = this.#asked
    const { states, columns } = register
    const stated = states ? this.#givenState(draft, given, { [states.column]: states.first }) : false
    const values: Values = Object.fromEntries(Object.keys(columns).map((name) => [name, given[name] ?? null]))
    if (states && (!stated || values[states.column] === null)) values[states.column] = states.first
    for (const name of row.masked)
      if (columns[name]?.kind !== 'file') draft.faults.push(this.#fault('masked', name, '•••'))
    const atFault = new Set([
      ...draft.faults.map(({ column }) => column),
      ...draft.waits.map(({ column }) => column),
    ])
    const absent: string[] = []
    for (const { at, message } of checkValues(register, values, { day: today })) {
      if (atFault.has(at)) continue
      if (this.#letters.has(at)) draft.faults.push(this.#fault('value', at, asText(values[at]), [message]))
      else absent.push(at)
    }
    if (absent.length > 0)
      draft.faults.push(this.#fault('columnMissing', '', '', [this.#labels(absent).join(', ')]))
    this.#refuseOthers(draft, [this.#placeOf(values)])
    draft.values = values
    this.#settle(draft, 'fresh')
  }

  /** Whether the state of the file counts; where it does not and says otherwise, that is told. */
  #givenState(draft: Draft, given: Values, held: Values): boolean {
    const { states, columns } = this.#asked.register
    if (!states || given[states.column] == null) return false
    if (this.#settings.source === 'national') return true
    const [said, now] = [given[states.column], held[states.column]]
    if (said !== now) {
      const column = columns[states.column]
      const label = (value: Value | undefined) => {
        const option =
          column?.kind === 'choice' ? column.options.find((one) => one.value === value) : undefined
        return option ? say(option.label) : asText(value)
      }
      draft.remarks.push({
        ...this.#fault('value', states.column, label(said), [label(now)]),
        kind: 'stateLeft',
      })
    }
    return false
  }

  #refuseOthers(draft: Draft, places: readonly (string | null)[]) {
    const { rights } = this.#asked
    if (rights.keeps) return
    if (places.every((place) => place !== null && rights.places.includes(place))) return
    draft.faults.push(
      this.#fault('notYours', this.#asked.register.place ?? '', '', [words.register.notYours]),
    )
  }

  #settle(draft: Draft, kind: RowKind) {
    draft.kind = draft.faults.length > 0 ? 'faulty' : kind
  }

  #refuseTwice() {
    for (const same of this.#byKey.values()) {
      if (same.length < 2) continue
      const rows = same.map(({ n }) => n).join(', ')
      for (const draft of same) {
        draft.faults.push(this.#fault('twice', this.#asked.register.key.at(-1) ?? '', draft.key, [rows]))
        draft.kind = 'faulty'
      }
    }
    for (const draft of this.#drafts) if (draft.faults.length > 0) draft.kind = 'faulty'
  }

  /** References to rows that this very file adds; a circle of them cannot be written. */
  #settleWaiting() {
    const waiting = this.#drafts.filter(({ waits }) => waits.length > 0)
    if (waiting.length === 0) return
    const { register } = this.#asked
    const byText = new Map<string, Draft[]>()
    for (const draft of this.#drafts)
      if (draft.version === 0)
        for (const text of new Set([draft.key, draft.title]))
          byText.set(text, [...(byText.get(text) ?? []), draft])
    const aims = new Map<Draft, Draft[]>()
    for (const draft of waiting) {
      for (const { column, text } of draft.waits) {
        const [only, ...others] = byText.get(text) ?? []
        if (!only || others.length > 0 || only.kind === 'faulty') {
          draft.faults.push(
            this.#fault(others.length > 0 ? 'ambiguousRef' : 'unknownRef', column, text, [
              say(register.label),
            ]),
          )
          draft.kind = 'faulty'
          continue
        }
        aims.set(draft, [...(aims.get(draft) ?? []), only])
        if (draft.values) draft.values[column] = only.id
        if (draft.version > 0) {
          draft.changes.push({ column, before: null, after: only.id })
          if (draft.kind === 'same') draft.kind = 'changed'
        }
      }
    }
    this.#order(aims)
  }

  /** Rows stand after those they point to. */
  #order(aims: ReadonlyMap<Draft, readonly Draft[]>) {
    const level = new Map<Draft, number>()
    const depth = (draft: Draft, path: readonly Draft[]): number => {
      const known = level.get(draft)
      if (known !== undefined) return known
      if (path.includes(draft)) return Number.POSITIVE_INFINITY
      const below = (aims.get(draft) ?? []).map((aim) => depth(aim, [...path, draft]))
      const own = below.length > 0 ? 1 + Math.max(...below) : 0
      if (own === Number.POSITIVE_INFINITY && draft.kind !== 'faulty') {
        const { column, text } = draft.waits[0] ?? { column: '', text: '' }
        draft.faults.push(this.#fault('circle', column, text))
        draft.kind = 'faulty'
      }
      level.set(draft, own)
      return own
    }
    for (const draft of aims.keys()) depth(draft, [])
    // A row left out takes those with it that point to it.
    for (let isMoving = true; isMoving; ) {
      isMoving = false
      for (const [draft, below] of aims)
        if (draft.kind !== 'faulty' && below.some(({ kind }) => kind === 'faulty')) {
          const { column, text } = draft.waits[0] ?? { column: '', text: '' }
          draft.faults.push(this.#fault('unknownRef', column, text, [say(this.#asked.register.label)]))
          draft.kind = 'faulty'
          isMoving = true
        }
    }
    this.#levels = level
  }
  #levels: ReadonlyMap<Draft, number> = new Map()

  /** Columns besides the key that no two rows may share. */
  async #checkUnique() {
    const { sql, tenantId, register } = this.#asked
    if (uniqueSets(register).length < 2) return
    const others = uniqueSets(register).flat()
    const own = Object.entries(register.columns).flatMap(([name, column]) =>
      column.kind === 'ref' || !others.includes(name) ? [name] : [],
    )
    const open = this.#drafts.filter(({ kind, values }) => values && (kind === 'fresh' || kind === 'changed'))
    const rows = open.map(({ id, values }) => ({
      id,
      values: Object.fromEntries(
        Object.entries(values ?? {}).filter(([name]) => !own.includes(name) && !register.key.includes(name)),
      ),
    }))
    for (const [index, faults] of await checkRows(sql, tenantId, register, rows)) {
      const draft = open[index]
      if (!draft) continue
      for (const { at, message } of faults)
        draft.faults.push(this.#fault('value', at, asText(draft.values?.[at]), [message]))
      draft.kind = 'faulty'
    }
  }

  async #finish(): Promise<Checked> {
    const { sql, tenantId, register, rights, keeps } = this.#asked
    const hash = createHash('sha256')
    const counts = { fresh: 0, changed: 0, same: 0, faulty: 0 }
    const kinds = new Map<FaultKind, number>()
    const remarks = new Map<CellRemark['kind'], number>()
    const changes = new Map<string, number>()
    const add = <K>(map: Map<K, number>, key: K) => void map.set(key, (map.get(key) ?? 0) + 1)
    for (const draft of this.#drafts) {
      counts[draft.kind]++
      for (const kind of new Set(draft.faults.map((fault) => fault.kind))) add(kinds, kind)
      for (const kind of new Set(draft.remarks.map((remark) => remark.kind))) add(remarks, kind)
      if (draft.kind === 'changed') for (const { column } of draft.changes) add(changes, column)
      const id = draft.version > 0 ? `${draft.id} ${draft.version}` : ''
      hash.update(`${draft.n} ${draft.kind} ${id} ${draft.changes.map(({ column }) => column).join(',')}\n`)
    }
    if (keeps) this.#collect()
    for (const draft of this.#drafts) draft.values = null
    const places = rights.keeps ? null : rights.places
    const missing = await queries.countUnnamed(sql, tenantId, register, this.#named, places)
    return {
      rows: this.#drafts,
      named: this.#named,
      inserts: this.#inserts,
      updates: this.#updates,
      summary: {
        ...{ rows: this.#drafts.length, ...counts, missing },
        remarked: this.#drafts.filter((draft) => draft.remarks.length > 0).length,
        kinds: [...kinds].map(([kind, rows]) => ({ kind, rows })),
        remarks: [...remarks].map(([kind, rows]) => ({ kind, rows })),
        changes: [...changes].map(([column, rows]) => ({ column, rows })),
        hidden: this.#hidden,
        foot: this.#foot,
        digest: hash.digest('hex'),
      },
    }
  }

  #collect() {
    const { since } = this.#settings
    const fresh = this.#drafts.filter(({ kind }) => kind === 'fresh')
    if (this.#levels.size > 0) fresh.sort((a, b) => (this.#levels.get(a) ?? 0) - (this.#levels.get(b) ?? 0))
    for (const { id, values } of fresh) if (values) this.#inserts.push({ id, values })
    for (const { id, version, kind, values } of this.#drafts)
      if (kind === 'changed' && values) this.#updates.push({ id, version, values, since })
  }
}
