// Reorganisations from a JSON file, for the command line (the format: docs/reorganisation-file.md). Agencies are named
// as people name them, by code or name as of the act's day; what is recorded already is left alone, so that the same
// file may be applied again.
import { z } from 'zod'
import {
  type Agency,
  AgencyCode,
  AgencyName,
  agencyKey,
  directoryOf,
  existsOn,
  fullName,
  matchName,
  nameOn,
  plainCode,
} from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import { addDays } from '../base/calendar.ts'
import { type Fault, Refusal } from '../base/refusal.ts'
import { nameKey } from '../base/text.ts'
import { AGENCY_KINDS, type AgencyKind, GROUPS, kindByName } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { type ActForm, type DecisionForm, REORGANISATIONS, type SuccessorForm, type Target } from './act.ts'

const Day = z.iso.date({ error: () => words.succession.file.day })
const Name = z.string().trim().min(1).max(300)

const FileSuccessor = z.union([
  Name,
  z.strictObject({
    name: AgencyName,
    code: AgencyCode.nullable().default(null),
    kind: z.string().optional(),
    parent: Name.optional(),
    takes: z.string().trim().max(300).default(''),
  }),
])
const FileTarget = z.union([Name, z.strictObject({ group: Name })])
const FileDecision = z.strictObject({
  old: Name,
  to: FileTarget,
  why: z.string().trim().max(1000).default(''),
  exceptions: z.array(z.strictObject({ plan: Name, to: Name })).default([]),
  /** Sign-in names, or everyone of the old agency. */
  accounts: z.union([z.literal('all'), z.array(Name)]).default([]),
})

export const FileAct = z.strictObject({
  kind: z.enum(REORGANISATIONS),
  effectiveOn: Day,
  document: z.strictObject({ number: Name, on: Day.nullable().default(null) }),
  note: z.string().trim().max(1000).default(''),
  old: z.array(Name).min(1),
  successors: z.array(FileSuccessor).default([]),
  decisions: z.array(FileDecision).default([]),
})
export type FileAct = z.infer<typeof FileAct>

export const ActFile = z.strictObject({ acts: z.array(FileAct).min(1).max(1000) })
export type ActFile = z.infer<typeof ActFile>

/** Text of the file -> its acts. Refuses what is no JSON, and every place that does not fit the format. */
export function readActFile(text: string): ActFile {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Refusal('invalid', 'act-file.json', words.succession.file.noJson)
  }
  const read = ActFile.safeParse(json)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }): Fault => ({ at: path.join('.'), message }))
  throw new Refusal('invalid', 'act-file.form', words.succession.file.wrongForm, faults)
}

/** What names in the file are looked up in. */
export interface Places {
  agencies: readonly Agency[]
  groups: readonly AgencyGroup[]
  plans: readonly { id: string; number: string | null }[]
  accounts: readonly { id: string; login: string; agencyId: string | null }[]
}

/** An act of the file with its agencies found: those of its day, by code or name. Refuses what cannot be told apart. */
export function resolveAct(act: FileAct, places: Places): ActForm {
  const faults: Fault[] = []
  const before = addDays(act.effectiveOn, -1)
  const find = (at: string, printed: string, day: string): string => {
    const found = findAgency(printed, day, places.agencies)
    if (found.length === 1 && found[0]) return found[0].id
    const message = found.length
      ? words.succession.file.several(printed)
      : words.succession.file.notFound(printed, day)
    faults.push({ at, message })
    return ''
  }
  const old = act.old.map((printed, i) => find(`old.${i}`, printed, before))
  const successors = act.successors.map((successor, i): SuccessorForm => {
    const place = `successors.${i}`
    if (typeof successor === 'string')
      return { agencyId: find(place, successor, act.effectiveOn), founded: null, takes: '' }
    const { name, code, parent, takes } = successor
    // By its name alone: a code that is another agency's is a fault of the file.
    const [there] = act.kind === 'rename' ? [] : findAgency(name, act.effectiveOn, places.agencies)
    if (there) return { agencyId: there.id, founded: null, takes }
    const parentId = parent ? find(`${place}.parent`, parent, act.effectiveOn) : null
    const kind = kindOf(successor.kind, name, old, places.agencies)
    if (!kind)
      faults.push({ at: `${place}.kind`, message: words.agency.faults.kindUnknown(successor.kind ?? '') })
    return { agencyId: null, founded: { name, code, kind: kind ?? 'department', parentId }, takes }
  })
  const receiver = (at: string, printed: string) => {
    const own = act.successors.findIndex(
      (successor) =>
        agencyKey(typeof successor === 'string' ? successor : successor.name) === agencyKey(printed),
    )
    return own >= 0 ? { successor: own } : { agency: find(at, printed, act.effectiveOn) }
  }
  const decisions = act.decisions.map((decision, i): DecisionForm => {
    const place = `decisions.${i}`
    const agencyId = find(`${place}.old`, decision.old, before)
    const to: Target =
      typeof decision.to === 'string'
        ? receiver(`${place}.to`, decision.to)
        : { group: findGroup(decision.to.group, places.groups) ?? missing(`${place}.to`, decision.to.group) }
    return {
      ...{ agencyId, to, why: decision.why },
      exceptions: decision.exceptions.map(({ plan, to: other }, n) => ({
        planId: findPlan(plan, places.plans) ?? missing(`${place}.exceptions.${n}.plan`, plan),
        assignmentId: null,
        to: receiver(`${place}.exceptions.${n}.to`, other),
      })),
      accounts: accountsOf(decision.accounts, agencyId, places, missing, place).map((accountId) => ({
        accountId,
        to: 'group' in to ? { agency: agencyId } : to,
      })),
    }
  })
  function missing(at: string, printed: string): string {
    faults.push({ at, message: words.succession.file.notFound(printed, act.effectiveOn) })
    return ''
  }
  if (faults.length) throw new Refusal('invalid', 'act-file.unknown', words.succession.file.unknown, faults)
  const { kind, effectiveOn, note } = act
  return {
    ...{ kind, effectiveOn, note, old, successors, decisions },
    documentNumber: act.document.number,
    documentOn: act.document.on,
  }
}

/** By code, else by name as it was on the day; those of a former province with it in brackets. */
function findAgency(printed: string, day: string, agencies: readonly Agency[]): Agency[] {
  const there = agencies.filter((agency) => existsOn(agency, day))
  const code = plainCode(printed.trim().toUpperCase())
  const byCode = there.filter((agency) => agency.code === code)
  if (byCode.length) return byCode
  const whole = nameKey(printed)
  const former = there.filter((agency) => agency.province && nameKey(fullName(agency)) === whole)
  if (former.length) return former
  const key = agencyKey(printed)
  const own = there.filter((agency) => agency.province === null)
  const byName = own.filter((agency) => agencyKey(nameOn(agency, day)) === key)
  const likely = byName.filter(({ kind }) => kind !== 'unit')
  if (byName.length) return likely.length === 1 ? likely : byName
  const match = matchName(printed, directoryOf(agencies, day))
  return own.filter(({ id }) => match && 'agency' in match && match.agency === id)
}

/** A kind by its code or by what the screens call it; left out: what the name says, or that of the first old agency. */
function kindOf(
  written: string | undefined,
  name: string,
  old: readonly string[],
  agencies: readonly Agency[],
): AgencyKind | null {
  if (written === undefined) {
    const first = agencies.find(({ id }) => id === old[0])
    const byName = kindByName(name)
    return byName === 'department' && first ? first.kind : byName
  }
  const key = nameKey(written)
  return AGENCY_KINDS.find((kind) => kind === written || nameKey(words.agency.kinds[kind]) === key) ?? null
}

const findGroup = (printed: string, groups: readonly AgencyGroup[]): string | undefined =>
  GROUPS.find((group) => group === printed || nameKey(words.agency.groups[group]) === nameKey(printed)) ??
  groups.find(({ name, forms }) => [name, ...forms].some((form) => nameKey(form) === nameKey(printed)))?.id

const findPlan = (printed: string, plans: Places['plans']): string | undefined =>
  plans.find(({ number }) => number !== null && nameKey(number) === nameKey(printed))?.id

function accountsOf(
  wanted: 'all' | string[],
  agencyId: string,
  { accounts, agencies }: Places,
  missing: (at: string, printed: string) => string,
  place: string,
): string[] {
  const units = new Set(
    agencies.filter(({ parentId, kind }) => kind === 'unit' && parentId === agencyId).map(({ id }) => id),
  )
  if (wanted === 'all')
    return accounts
      .filter((one) => one.agencyId === agencyId || units.has(one.agencyId ?? ''))
      .map(({ id }) => id)
  return wanted.map(
    (login, i) =>
      accounts.find((one) => one.login === login.toLowerCase())?.id ??
      missing(`${place}.accounts.${i}`, login),
  )
}
