// The directory: forms shared by server and browser, who exists on a day, and how a printed name finds its agency.
import { z } from 'zod'
import { nameKey } from '../base/text.ts'
import { AGENCY_KINDS, GROUP_BY_NAME, GROUP_KINDS, GROUPS, type Group } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import type { AgencyGroup } from './group.ts'

export const AgencyKindForm = z.enum(AGENCY_KINDS)
const Day = z.iso.date()

/** Who has the open work of an agency that ended: one agency, every member of a group, or nobody was named yet. */
export const Successor = z.union([z.object({ agency: z.uuid() }), z.object({ group: z.string() })]).nullable()
export type Successor = z.infer<typeof Successor>

export const Agency = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  kind: AgencyKindForm,
  parentId: z.uuid().nullable(),
  aliases: z.array(z.string()),
  /** First day it exists; null: since before anything recorded here. */
  validFrom: Day.nullable(),
  /** First day it no longer exists; null: it exists. */
  endedOn: Day.nullable(),
  /** The former province it belonged to ("Bình Phước"); null: this one. */
  province: z.string().nullable(),
  /** Earlier names, each with the first day on which it no longer held. */
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
  successor: Successor,
  version: z.number().int(),
})
export type Agency = z.infer<typeof Agency>

/** Where the pages read the whole directory, ended agencies too, and the name they keep it under. */
export const ALL_AGENCIES = { key: ['agencies', 'all'], path: '/api/agencies?ended=true' } as const

/** What a name that was just given knows of its past: nothing. */
export const NEW_AGENCY = {
  validFrom: null,
  endedOn: null,
  province: null,
  formerNames: [],
  successor: null,
} satisfies Partial<Agency>

/** After every act that is recorded: who exists on it has no end in sight. */
export const LATEST = '9999-12-31'

/** Whether it exists on `day`; the day it ends is no longer one of its days. */
export const existsOn = ({ validFrom, endedOn }: Pick<Agency, 'validFrom' | 'endedOn'>, day: string) =>
  (validFrom === null || validFrom <= day) && (endedOn === null || day < endedOn)

/** The name it bore on `day`. */
export const nameOn = ({ name, formerNames }: Pick<Agency, 'name' | 'formerNames'>, day: string): string =>
  formerNames
    .filter(({ until }) => day < until)
    .reduce<{ name: string; until: string } | null>(
      (first, other) => (first === null || other.until < first.until ? other : first),
      null,
    )?.name ?? name

/** "Sở Tài chính (tỉnh Bình Phước)": an agency of a former province is told apart from today's of the same name. */
export const fullName = ({ name, province }: Pick<Agency, 'name' | 'province'>): string =>
  province && !name.includes(province)
    ? name.endsWith(' tỉnh')
      ? `${name} ${province}`
      : words.succession.ofProvince(name, province)
    : name

/** "Phòng Tổng hợp (Sở Nội vụ)": a unit is shown under the agency it belongs to. */
export function placedName(agency: Agency, byId: ReadonlyMap<string, Agency>): string {
  const parent = agency.kind === 'unit' && agency.parentId ? byId.get(agency.parentId) : undefined
  return parent ? words.succession.unitOf(agency.name, parent.name) : fullName(agency)
}

/** The older order of QCVN 102 has the province on the right and is filled up with zeros: "000.01.05.H56". */
const OLD_ORDER = /^[0-9]+(\.[0-9]+)*\.[A-Z][0-9]{2}$/

/** "000.01.05.H56" and "H56.05.01" are one code; the order of QĐ 20/2020 is kept. */
export const plainCode = (code: string): string =>
  OLD_ORDER.test(code)
    ? code
        .split('.')
        .reverse()
        .join('.')
        .replace(/(\.0+)+$/u, '')
    : code

/** QĐ 20/2020/QĐ-TTg: at most 35 characters, groups of A–Z and 0–9 joined by full stops. */
export const AgencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .max(35, { error: () => words.agency.faults.codeForm })
  .regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/, { error: () => words.agency.faults.codeForm })
  .overwrite(plainCode)

const nameForm = { error: () => words.agencyPages.nameForm }
export const AgencyName = z.string().trim().min(2, nameForm).max(200, nameForm)

const aliasForm = { error: () => words.agencyPages.aliasForm }
export const Aliases = z.array(z.string().trim().min(1, aliasForm).max(200, aliasForm)).max(30, aliasForm)

export const AgencyForm = z.object({
  name: AgencyName,
  code: AgencyCode.nullable(),
  kind: AgencyKindForm,
  parentId: z.uuid().nullable(),
  aliases: Aliases,
  validFrom: Day.nullable().default(null),
})
/** As it is sent: without a day the agency exists since before anything recorded. */
export type AgencyForm = z.input<typeof AgencyForm>

const SHORT: readonly [RegExp, string][] = [
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'uỷ ban nhân dân'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/(?<!\p{L})mttq(?!\p{L})/gu, 'mặt trận tổ quốc'],
  [/(?<!\p{L})htx(?!\p{L})/gu, 'hợp tác xã'],
  [/(?<!\p{L})bhxh(?!\p{L})/gu, 'bảo hiểm xã hội'],
  [/^(uỷ ban )?mặt trận tổ quốc( việt nam)?/u, 'mặt trận tổ quốc'],
  // Whose heads are named carries the duty for the agency.
  [/^(thủ trưởng|giám đốc|lãnh đạo|chủ tịch|chánh) (?=sở|ban|uỷ ban nhân dân|văn phòng|thanh tra)/u, ''],
  // "tỉnh X" and "tỉnh" name the same provincial agency; "và" is often left out in print.
  [/ (tỉnh|thành phố)( .*)?$/u, ''],
  [/ và /gu, ' '],
]

/** Names that differ only in writing share this key: "Sở Văn hóa, Thể thao và Du lịch tỉnh" = "Sở Văn hoá Thể thao Du lịch". */
export function agencyKey(name: string): string {
  let key = nameKey(name)
  for (const [pattern, plain] of SHORT) key = key.replace(pattern, plain)
  return key.trim()
}

/** What a printed name stands for: one agency, a group (a word of the vocabulary or the id of a named one), or nothing we know. */
export type Match = { agency: string } | { group: string } | null

export interface Directory {
  /** Those a name may mean: existing on the directory's day and of its province. */
  agencies: readonly Agency[]
  byKey: ReadonlyMap<string, Agency>
  /** Every one, ended ones too. */
  byId: ReadonlyMap<string, Agency>
  groups: readonly AgencyGroup[]
  byForm: ReadonlyMap<string, AgencyGroup>
  day: string
  today: string
  province: string | null
  /** The name of this province, which some names end with: "Báo Sông Mơ". */
  here: string
  /** This province as it is today. */
  now: Directory
}

export interface DirectoryOf {
  /** The former province whose agencies are meant; null: this one. */
  province?: string | null
  groups?: readonly AgencyGroup[]
  /** What a name of a document of `day` may also mean, when nothing of its own day bore it. */
  today?: string
  here?: string
}

/** A name of its own day wins over today's and over one given up; an agency over a unit, a name over an alias. */
const CLAIMS = { unit: 0, alias: 1, name: 2, today: 0, ofItsDay: 10 } as const

/** The directory as it was on `day` (a document's own day, or today). */
export function directoryOf(
  all: readonly Agency[],
  day: string,
  { province = null, groups = [], today = day, here = '' }: DirectoryOf = {},
): Directory {
  const byId = new Map(all.map((agency) => [agency.id, agency]))
  const listed = all.filter((agency) => agency.province === province)
  const agencies = listed.filter((agency) => existsOn(agency, day))
  const claims = new Map<string, { agency: Agency | null; claim: number }>()
  const put = (agency: Agency, printed: string, claim: number) => {
    const other = claims.get(printed)
    if (!other || claim > other.claim) claims.set(printed, { agency, claim })
    // Every department has its "Phòng Tổng hợp": a name of several is nobody's.
    else if (claim === other.claim && other.agency !== agency) other.agency = null
  }
  for (const agency of listed) {
    const isOfItsDay = existsOn(agency, day)
    if (!isOfItsDay && !existsOn(agency, today)) continue
    const tier = isOfItsDay ? CLAIMS.ofItsDay : CLAIMS.today
    const own = nameOn(agency, day)
    const others = [agency.name, ...agency.formerNames.map(({ name }) => name), ...agency.aliases]
    for (const name of new Set([own, ...others])) {
      const key = agencyKey(name)
      if (agency.kind !== 'unit') put(agency, key, tier + (name === own ? CLAIMS.name : CLAIMS.alias))
      else {
        put(agency, key, tier + CLAIMS.unit)
        for (const above of parentKeys(agency, byId)) put(agency, `${key} ${above}`, tier + CLAIMS.name)
      }
    }
  }
  const byKey = new Map<string, Agency>()
  for (const [key, { agency }] of claims) if (agency) byKey.set(key, agency)
  const byForm = new Map(
    groups.flatMap((group) => [group.name, ...group.forms].map((form) => [agencyKey(form), group] as const)),
  )
  let now: Directory | null = null
  const directory: Directory = {
    ...{ agencies, byKey, byId, groups, byForm, day, today, province, here },
    get now() {
      now ??= day === today && province === null ? directory : directoryOf(all, today, { groups, here })
      return now
    },
  }
  return directory
}

/** How a unit's agency is printed behind it: "Phòng Kinh tế, UBND xã Suối Mơ", "Phòng Kinh tế xã Suối Mơ". */
function parentKeys(unit: Agency, byId: ReadonlyMap<string, Agency>): string[] {
  const parent = unit.parentId ? byId.get(unit.parentId) : undefined
  if (!parent) return []
  return [parent.name, ...parent.aliases].flatMap((name) => {
    const key = agencyKey(name)
    return [key, key.replace(/^uỷ ban nhân dân (?=\S)/u, '')]
  })
}

/** Looks the printed name up; a collective name becomes its group. Never guesses by likeness. */
export function matchName(printed: string, directory: Directory): Match {
  const key = agencyKey(printed)
  const agency =
    directory.byKey.get(key) ?? directory.byKey.get(key.replace(/ (thuộc|của|trực thuộc) /gu, ' '))
  if (agency) return { agency: agency.id }
  const named = directory.byForm.get(key) ?? directory.byForm.get(key.replace(/^(các|toàn thể) /u, ''))
  if (named) return { group: named.id }
  const plain = printed
    .normalize('NFC')
    .trim()
    .replace(/(ủy|uỷ) ban nhân dân/giu, 'UBND')
  const group = GROUP_BY_NAME.find(([pattern]) => pattern.test(plain))?.[1]
  if (!group) return null
  // The districts are gone, and of former days and provinces only those agencies are known that somebody entered.
  const mayBeUnknown = group === 'districts' || directory.province !== null || directory.day < directory.today
  return mayBeUnknown && membersOf(group, directory).length === 0 ? null : { group }
}

const isWord = (group: string): group is Group => (GROUPS as readonly string[]).includes(group)

/** The agencies that a group stands for on the directory's day. */
export function membersOf(group: string, directory: Directory): Agency[] {
  if (isWord(group)) return directory.agencies.filter((agency) => GROUP_KINDS[group].includes(agency.kind))
  const named = directory.groups.find(({ id }) => id === group)
  if (!named) return []
  const { kinds, under, plus, minus } = named.rule
  const sits = new Set(
    named.members
      .filter(({ since, until }) => existsOn({ validFrom: since, endedOn: until }, directory.day))
      .map(({ agencyId }) => agencyId),
  )
  const isMember = (agency: Agency) =>
    plus.includes(agency.id) ||
    sits.has(agency.id) ||
    ((kinds.length > 0 || under !== null) &&
      (kinds.length === 0 || kinds.includes(agency.kind)) &&
      (under === null || agency.parentId === under))
  return directory.agencies.filter((agency) => isMember(agency) && !minus.includes(agency.id))
}

/** What a group is called on the screen. */
export const groupName = (group: string, groups: readonly AgencyGroup[]): string =>
  isWord(group) ? words.agency.groups[group] : (groups.find(({ id }) => id === group)?.name ?? '')

/** Agencies most like an unmatched name by shared words, best first: proposals for a person. */
export function likeliest(printed: string, directory: Pick<Directory, 'agencies'>, most = 6): Agency[] {
  const wanted = new Set(agencyKey(printed).split(' '))
  const score = (agency: Agency) =>
    Math.max(
      ...[agency.name, ...agency.aliases].map((name) => {
        const have = new Set(agencyKey(name).split(' '))
        const shared = [...have].filter((word) => wanted.has(word)).length
        return (2 * shared) / (have.size + wanted.size)
      }),
    )
  return directory.agencies
    .map((agency) => ({ agency, likeness: score(agency) }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ agency }) => agency)
}
