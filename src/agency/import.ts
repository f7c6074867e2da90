// The directory and its people from a sheet: rows -> what would change, fault by fault; then carried out in one go.
// One row is an agency, or a person of an agency, or both. Nothing is written while any row has a fault.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { nameKey, searchKey } from '../base/text.ts'
import { codeKey, hashPassword, makeCode } from '../identity/password.ts'
import { insertAccount } from '../identity/queries.ts'
import type { Sql } from '../store/database.ts'
import { AGENCY_KINDS, type AgencyKind, kindByName } from '../vocabulary/agency-kind.ts'
import { ROLES, type Role } from '../vocabulary/role.ts'
import { words } from '../vocabulary/words.ts'
import { type Agency, AgencyCode, agencyKey } from './agency.ts'
import { insertAgency } from './queries.ts'

export const COLUMNS = [
  'name',
  'code',
  'kind',
  'parent',
  'aliases',
  'person',
  'position',
  'login',
  'role',
] as const
export type Column = (typeof COLUMNS)[number]
export type SheetRow = Record<Column, string>

export const ImportFault = z.object({ row: z.number().int(), column: z.enum(COLUMNS), message: z.string() })
export type ImportFault = z.infer<typeof ImportFault>

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

const labelToValue = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  new Map(
    values.flatMap(
      (value) =>
        [
          [nameKey(labels[value]), value],
          [nameKey(value), value],
        ] as [string, T][],
    ),
  )

/** `rows` in the order of the sheet; `firstRow` is the sheet's number of the first of them. */
export function planImport(
  rows: readonly SheetRow[],
  existing: { agencies: readonly Agency[]; logins: ReadonlySet<string> },
  firstRow = 2,
): ImportPlan {
  const kinds = labelToValue(AGENCY_KINDS, words.agency.kinds)
  const roles = labelToValue(ROLES, words.identity.roles)
  const plan: ImportPlan = { agencies: [], people: [], known: 0, faults: [] }
  const byName = new Map<string, string>()
  const byCode = new Map<string, string>()
  for (const agency of existing.agencies) {
    for (const name of [agency.name, ...agency.aliases]) byName.set(agencyKey(name), agency.id)
    if (agency.code) byCode.set(agency.code, agency.id)
  }
  const knownBefore = new Set(existing.agencies.map((agency) => agency.id))
  const logins = new Set(existing.logins)

  rows.forEach((row, index) => {
    const at = firstRow + index
    const fault = (column: Column, message: string) => plan.faults.push({ row: at, column, message })
    if (Object.values(row).every((cell) => cell === '')) return
    const agencyId = readAgency(row, at, fault)
    if (row.person) readPerson(row, at, agencyId, fault)
    else if (row.login || row.role) fault('person', words.agency.faults.personMissing)
  })
  return plan

  function readAgency(
    row: SheetRow,
    at: number,
    fault: (column: Column, message: string) => void,
  ): string | null {
    if (!row.name) {
      fault('name', words.agency.faults.nameMissing)
      return null
    }
    const code = row.code ? AgencyCode.safeParse(row.code) : null
    if (code && !code.success) {
      fault('code', words.agency.faults.codeForm)
      return null
    }
    const known =
      (code ? byCode.get(code.data) : undefined) ?? (row.parent ? undefined : byName.get(agencyKey(row.name)))
    if (known) {
      // The same agency on a further row brings another person; with another code it is a contradiction.
      const earlier =
        plan.agencies.find((agency) => agency.id === known) ??
        existing.agencies.find((agency) => agency.id === known)
      if (earlier && code && earlier.code && earlier.code !== code.data)
        fault('code', words.agency.faults.otherCode(earlier.code))
      if (earlier && agencyKey(earlier.name) !== agencyKey(row.name) && !row.person)
        fault('code', words.agency.faults.codeTaken(earlier.name))
      if (!row.person && !knownBefore.has(known)) fault('name', words.agency.faults.twice)
      plan.known++
      return known
    }
    const kind = row.kind ? kinds.get(nameKey(row.kind)) : kindByName(row.name)
    if (!kind) {
      fault('kind', words.agency.faults.kindUnknown(row.kind))
      return null
    }
    const parentId = row.parent
      ? (byCode.get(row.parent.toUpperCase()) ?? byName.get(agencyKey(row.parent)))
      : null
    if (parentId === undefined) {
      fault('parent', words.agency.faults.parentUnknown(row.parent))
      return null
    }
    const agency: NewAgency = {
      id: randomUUID(),
      row: at,
      name: row.name,
      code: code?.data ?? null,
      kind,
      parentId,
      aliases: row.aliases
        .split(';')
        .map((alias) => alias.trim())
        .filter(Boolean),
    }
    plan.agencies.push(agency)
    if (agency.code) byCode.set(agency.code, agency.id)
    if (!parentId || !byName.has(agencyKey(agency.name))) byName.set(agencyKey(agency.name), agency.id)
    return agency.id
  }

  function readPerson(
    row: SheetRow,
    at: number,
    agencyId: string | null,
    fault: (column: Column, message: string) => void,
  ) {
    const role = row.role ? roles.get(nameKey(row.role)) : 'officer'
    if (!role) return fault('role', words.agency.faults.roleUnknown(row.role))
    const wanted = row.login.toLowerCase()
    if (wanted && !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(wanted)) return fault('login', words.accounts.loginForm)
    if (wanted && logins.has(wanted)) return fault('login', words.agency.faults.loginTaken(wanted))
    const login = wanted || freeLogin(row.person, logins)
    logins.add(login)
    plan.people.push({ row: at, agencyId, name: row.person, position: row.position, login, role })
  }
}

/** "Nguyễn Thị Mai Anh" -> "anhntm", and "anhntm2" when that is taken. */
function freeLogin(person: string, taken: ReadonlySet<string>): string {
  const parts = searchKey(person)
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
  const base = `${parts.at(-1) ?? 'canbo'}${parts
    .slice(0, -1)
    .map((part) => part[0])
    .join('')}`
  for (let n = 1; ; n++) {
    const login = n === 1 ? base : `${base}${n}`
    if (!taken.has(login)) return login
  }
}

export interface PrintedCode {
  name: string
  agency: string
  login: string
  code: string
}

/** Days for which a printed code opens the account. */
export const CODE_DAYS = 30

/** Writes the plan inside the caller's transaction; returns the one-time codes to print, which are kept nowhere. */
export async function carryOutImport(
  tx: Sql,
  tenantId: number,
  plan: ImportPlan,
  existing: readonly Agency[],
  at: Date,
): Promise<PrintedCode[]> {
  for (const agency of plan.agencies) await insertAgency(tx, tenantId, agency.id, agency, at)
  const names = new Map([...existing, ...plan.agencies].map((agency) => [agency.id, agency.name]))
  const expires = new Date(at.getTime() + CODE_DAYS * 86_400_000)
  const codes: PrintedCode[] = []
  for (const person of plan.people) {
    const code = makeCode()
    const inserted = await insertAccount(tx, {
      tenantId,
      id: randomUUID(),
      ...person,
      passwordHash: null,
      codeHash: await hashPassword(codeKey(code)),
      codeExpiresAt: expires,
      at,
    })
    if (!inserted) throw new Error(`login ${person.login} was free a moment ago`)
    codes.push({
      name: person.name,
      agency: person.agencyId ? (names.get(person.agencyId) ?? '') : '',
      login: person.login,
      code,
    })
  }
  return codes
}
