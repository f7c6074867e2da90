// The directory and its people from a sheet: rows -> what would change, fault by fault; then carried out in one go.
// One row is an agency, or a person of an agency, or both. Nothing is written while any row has a fault.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import { nameKey, searchKey } from '../base/text.ts'
import { AccountForm, CODE_DAYS, LoginName, needsAgency, type PrintedCode } from '../identity/identity.ts'
import { makeCodes } from '../identity/password.ts'
import { insertAccount } from '../identity/queries.ts'
import type { Sql } from '../store/database.ts'
import { type AgencyKind, CHOSEN_KINDS, kindByName } from '../vocabulary/agency-kind.ts'
import type { Words } from '../vocabulary/languages.ts'
import { LANGUAGES } from '../vocabulary/languages.ts'
import { ROLES, type Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { type Agency, AgencyCode, AgencyName, Aliases, agencyKey, plainCode } from './agency.ts'
import type { Column, ImportFault, SheetRow } from './columns.ts'
import { insertAgency } from './queries.ts'

interface NewAgency {
  id: string
  row: number
  name: string
  code: string | null
  kind: AgencyKind
  parentId: string | null
  aliases: string[]
}

interface NewPerson {
  row: number
  agencyId: string | null
  name: string
  position: string
  login: string
  role: Role
}

export interface ImportPlan {
  agencies: NewAgency[]
  people: NewPerson[]
  /** Rows whose agency is already in the directory and only carry people, or nothing new. */
  known: number
  faults: ImportFault[]
}

type Complain = (column: Column, message: string) => void

/** A sheet is read in every language, whatever the screens speak. */
const labelToValue = <T extends string>(
  values: readonly T[],
  labelsOf: (words: Words) => Record<T, string>,
) =>
  new Map(
    values.flatMap((value) => [
      ...Object.values(LANGUAGES).map((words): [string, T] => [nameKey(labelsOf(words)[value]), value]),
      [nameKey(value), value] satisfies [string, T],
    ]),
  )

const KINDS = labelToValue(CHOSEN_KINDS, ({ agency }) => agency.kinds)
const ROLE_NAMES = labelToValue(ROLES, ({ identity }) => identity.roles)

/** `rows` in the order of the sheet; `firstRow` is the sheet's number of the first of them. */
export function planImport(
  rows: readonly SheetRow[],
  existing: { agencies: readonly Agency[]; logins: ReadonlySet<string> },
  firstRow = 2,
): ImportPlan {
  const plan: ImportPlan = { agencies: [], people: [], known: 0, faults: [] }
  // A sheet speaks of today: what ended is not meant by it.
  const living = existing.agencies.filter(({ endedOn }) => endedOn === null)
  const directory = new Places(living)
  const knownBefore = new Set(living.map((agency) => agency.id))
  const logins = new Set(existing.logins)
  const people = new Set<string>()

  rows.forEach((row, index) => {
    const at = firstRow + index
    const complain: Complain = (column, message) => plan.faults.push({ row: at, column, message })
    if (Object.values(row).every((cell) => cell === '')) return
    const agencyId = readAgency(row, at, complain)
    if (row.person) readPerson(row, at, agencyId, complain)
    else if (row.login || row.role || row.position) complain('person', words.agency.faults.personMissing)
  })
  return plan

  /** The agency of the row, known or new; null when it names none; undefined when the row is at fault. */
  function readAgency(row: SheetRow, at: number, complain: Complain): string | null | undefined {
    if (!row.name) {
      if (row.person && !row.code && !row.kind && !row.parent && !row.aliases) return null
      complain('name', words.agency.faults.nameMissing)
      return undefined
    }
    const name = AgencyName.safeParse(row.name)
    if (!name.success) return void complain('name', words.agencyPages.nameForm)
    const code = row.code ? AgencyCode.safeParse(row.code).data : null
    if (code === undefined) return void complain('code', words.agency.faults.codeForm)
    const parentId = row.parent ? directory.find(row.parent) : null
    if (parentId === undefined) return void complain('parent', words.agency.faults.parentUnknown(row.parent))
    if (parentId === 'several') return void complain('parent', words.agencyPages.severalParents(row.parent))
    const kind = row.kind ? KINDS.get(nameKey(row.kind)) : kindByName(row.name)
    if (!kind) return void complain('kind', words.agency.faults.kindUnknown(row.kind))
    const aliases = Aliases.safeParse(
      row.aliases
        .split(/[;\n]/u)
        .map((alias) => alias.trim())
        .filter(Boolean),
    )
    if (!aliases.success) return void complain('aliases', words.agencyPages.aliasForm)
    const agency = { id: randomUUID(), row: at, name: row.name, code, kind, parentId, aliases: aliases.data }
    const found = directory.findSame(agency, row.parent !== '')
    if (found === 'several') return void complain('parent', words.agencyPages.severalNames(row.name))
    if (found) return repeatAgency(row, agency, found, complain)
    plan.agencies.push(agency)
    directory.add(agency)
    return agency.id
  }

  /** A further row of an agency brings a person; what it says otherwise must be what is known already. */
  function repeatAgency(row: SheetRow, agency: NewAgency, found: Known, complain: Complain) {
    const { code } = agency
    const keyOf = agencyKey(row.name)
    if (code && found.code && found.code !== code) complain('code', words.agency.faults.otherCode(found.code))
    else if (code && !found.code) complain('code', words.agencyPages.codeByHand(found.name))
    else if (!found.keys.includes(keyOf)) complain('code', words.agency.faults.codeTaken(found.name))
    else if (!row.person && !knownBefore.has(found.id)) complain('name', words.agency.faults.twice)
    const differs = words.agencyPages.differs(found.name)
    if (row.kind && agency.kind !== found.kind) complain('kind', differs)
    if (row.parent && agency.parentId !== found.parentId) complain('parent', differs)
    if (agency.aliases.some((alias) => !found.keys.includes(agencyKey(alias)))) complain('aliases', differs)
    plan.known++
    return found.id
  }

  function readPerson(row: SheetRow, at: number, agencyId: string | null | undefined, complain: Complain) {
    const before = plan.faults.length
    const role = row.role ? ROLE_NAMES.get(nameKey(row.role)) : 'officer'
    if (!role) complain('role', words.agency.faults.roleUnknown(row.role))
    else if (agencyId === null && needsAgency(role)) complain('name', words.accounts.agencyMissing)
    const { name, position } = AccountForm.shape
    if (!name.safeParse(row.person).success) complain('person', words.accounts.nameForm)
    if (!position.safeParse(row.position).success) complain('position', words.accounts.positionForm)
    const wanted = row.login.toLowerCase()
    if (wanted && !LoginName.safeParse(wanted).success) complain('login', words.accounts.loginForm)
    else if (wanted && logins.has(wanted)) complain('login', words.agency.faults.loginTaken(wanted))
    const who = `${agencyId}|${nameKey(row.person)}|${nameKey(row.position)}`
    if (!wanted && people.has(who)) complain('person', words.agencyPages.personTwice)
    if (!role || agencyId === undefined || plan.faults.length > before) return
    const login = wanted || freeLogin(row.person, logins)
    people.add(who)
    logins.add(login)
    plan.people.push({ row: at, agencyId, name: row.person, position: row.position, login, role })
  }
}

interface Known {
  id: string
  name: string
  code: string | null
  kind: AgencyKind
  parentId: string | null
  keys: string[]
}

/** The directory and what earlier rows add to it, by code and by name. */
class Places {
  private readonly byCode = new Map<string, Known>()
  private readonly byKey = new Map<string, Known[]>()

  constructor(agencies: readonly Agency[]) {
    for (const agency of agencies) this.add(agency)
  }

  add(agency: Omit<Known, 'keys'> & { aliases: string[] }) {
    const keys = [...new Set([agency.name, ...agency.aliases].map(agencyKey))]
    const known = { ...agency, keys }
    if (known.code) this.byCode.set(known.code, known)
    for (const key of keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), known])
  }

  /** What a cell names, by code or by name. */
  find(printed: string): string | 'several' | undefined {
    const byCode = this.byCode.get(plainCode(printed.trim().toUpperCase()))
    if (byCode) return byCode.id
    const named = theOne(this.named(printed))
    return named === 'several' ? named : named?.id
  }

  /**
   * The agency a row speaks of: the one of its code, else of its name. Units of one name are told apart by their
   * parent (every commune has its "Phòng Kinh tế"); a department stays itself under whatever parent a row gives it.
   */
  findSame(row: NewAgency, hasParent: boolean): Known | 'several' | undefined {
    const byCode = row.code ? this.byCode.get(row.code) : undefined
    if (byCode) return byCode
    const named = this.named(row.name)
    const placed = hasParent
      ? named.filter(
          (known) => known.parentId === row.parentId || (known.kind !== 'unit' && row.kind !== 'unit'),
        )
      : named
    // Under a new code a name that several units have is one unit more.
    const found = theOne(placed)
    return row.code && found === 'several' ? undefined : found
  }

  private named(name: string): Known[] {
    return this.byKey.get(agencyKey(name)) ?? []
  }
}

/** An agency wins over units of the same name, as in matching printed names. */
function theOne(named: readonly Known[]): Known | 'several' | undefined {
  const agencies = named.filter(({ kind }) => kind !== 'unit')
  const likely = agencies.length === 1 ? agencies : named
  return likely.length > 1 ? 'several' : likely[0]
}

/** "Nguyễn Thị Mai Anh" -> "anhntm". */
export function loginBase(person: string): string {
  const parts = searchKey(person)
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
  const initials = parts.slice(0, -1).map((part) => part[0])
  return `${parts.at(-1) ?? 'canbo'}${initials.join('')}`.slice(0, 30).padEnd(2, '0')
}

/** The base, or "anhntm2" when that is taken. */
function freeLogin(person: string, taken: ReadonlySet<string>): string {
  const base = loginBase(person)
  for (let n = 1; ; n++) {
    const login = n === 1 ? base : `${base}${n}`
    if (!taken.has(login)) return login
  }
}

/** The sign-in names that planning must know to be free or taken. */
export const loginsToCheck = (rows: readonly SheetRow[]): string[] =>
  rows.filter((row) => row.person).map((row) => row.login.toLowerCase() || loginBase(row.person))

/**
 * Writes the plan inside the caller's transaction. `withCodes`: everyone gets a one-time code, returned to be printed
 * and kept nowhere; without, nobody can sign in by password (the sample province).
 */
export async function carryOutImport(
  tx: Sql,
  tenantId: number,
  plan: ImportPlan,
  existing: readonly Agency[],
  at: Date,
  { withCodes = true }: { withCodes?: boolean } = {},
): Promise<PrintedCode[]> {
  const codes = withCodes ? await makeCodes(plan.people.length) : []
  for (const agency of plan.agencies) await insertAgency(tx, tenantId, agency.id, agency, at)
  const names = new Map([...existing, ...plan.agencies].map((agency) => [agency.id, agency.name]))
  const expires = new Date(at.getTime() + CODE_DAYS * 86_400_000)
  const printed: PrintedCode[] = []
  for (const [index, person] of plan.people.entries()) {
    const code = codes[index]
    const login = await insertAccount(tx, {
      tenantId,
      id: randomUUID(),
      ...person,
      passwordHash: null,
      codeHash: code?.hash ?? null,
      codeExpiresAt: code ? expires : null,
      at,
    })
    // Free when the rows were read, taken by somebody else since.
    if (!login) throw new Refusal('conflict', 'account.login-taken', words.accounts.loginTaken(person.login))
    const agency = person.agencyId ? (names.get(person.agencyId) ?? '') : ''
    if (code) printed.push({ name: person.name, agency, login, code: code.code })
  }
  return printed
}
