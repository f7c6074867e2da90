// The directory: forms shared by server and browser, and how a printed name finds its agency.
import { z } from 'zod'
import { nameKey } from '../base/text.ts'
import { AGENCY_KINDS, GROUP_BY_NAME, GROUP_KINDS, type Group } from '../vocabulary/agency-kind.ts'
import { words } from '../vocabulary/words.ts'

export const AgencyKindForm = z.enum(AGENCY_KINDS)

export const Agency = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  kind: AgencyKindForm,
  parentId: z.uuid().nullable(),
  aliases: z.array(z.string()),
  version: z.number().int(),
})
export type Agency = z.infer<typeof Agency>

/** QĐ 20/2020/QĐ-TTg: at most 35 characters, groups of A–Z and 0–9 joined by full stops. */
export const AgencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .max(35, { error: () => words.agency.faults.codeForm })
  .regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/, { error: () => words.agency.faults.codeForm })

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
})
export type AgencyForm = z.infer<typeof AgencyForm>

/** What a printed name stands for: one agency, a group of them, or nothing we know. */
export type Match = { agency: string } | { group: Group } | null

export interface Directory {
  agencies: readonly Agency[]
  byKey: ReadonlyMap<string, Agency>
}

const SHORT: readonly [RegExp, string][] = [
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'uỷ ban nhân dân'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/(?<!\p{L})mttq(?!\p{L})/gu, 'mặt trận tổ quốc'],
  [/(?<!\p{L})htx(?!\p{L})/gu, 'hợp tác xã'],
  [/(?<!\p{L})bhxh(?!\p{L})/gu, 'bảo hiểm xã hội'],
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

/** An agency wins over a unit of its name, and a name over another's alias. */
const claimOf = (agency: Agency, name: string) => (agency.kind === 'unit' ? 0 : name === agency.name ? 2 : 1)

export function directoryOf(agencies: readonly Agency[]): Directory {
  const claims = new Map<string, { agency: Agency | null; claim: number }>()
  for (const agency of agencies)
    for (const name of [agency.name, ...agency.aliases]) {
      const key = agencyKey(name)
      const claim = claimOf(agency, name)
      const other = claims.get(key)
      if (!other || claim > other.claim) claims.set(key, { agency, claim })
      // Every department has its "Phòng Tổng hợp": a name of several is nobody's.
      else if (claim === other.claim && other.agency !== agency) other.agency = null
    }
  const byKey = new Map<string, Agency>()
  for (const [key, { agency }] of claims) if (agency) byKey.set(key, agency)
  return { agencies, byKey }
}

/** Looks the printed name up; a collective name becomes its group. Never guesses by likeness. */
export function matchName(printed: string, directory: Directory): Match {
  const agency = directory.byKey.get(agencyKey(printed))
  if (agency) return { agency: agency.id }
  const plain = printed
    .normalize('NFC')
    .trim()
    .replace(/(ủy|uỷ) ban nhân dân/giu, 'UBND')
  const group = GROUP_BY_NAME.find(([pattern]) => pattern.test(plain))?.[1]
  return group ? { group } : null
}

/** The agencies that a group stands for in this directory. */
export const membersOf = (group: Group, directory: Directory): Agency[] =>
  directory.agencies.filter((agency) => GROUP_KINDS[group].includes(agency.kind))

/** Agencies most like an unmatched name by shared words, best first: proposals for a person. */
export function likeliest(printed: string, directory: Directory, most = 6): Agency[] {
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
