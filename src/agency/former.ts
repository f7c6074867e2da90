// Who an old document means by a name that nobody bears any more, and who has the work since: proposals out of the
// vocabulary of 2025, for a person to accept or change. Pure. What is accepted is carried out by succession/.
import { z } from 'zod'
import { nameKey } from '../base/text.ts'
import { GROUP_BY_NAME, type Group, kindByName } from '../vocabulary/agency-kind.ts'
import {
  DISTRICT_BASIS,
  DISTRICT_TIER_ENDED,
  PROVINCE_BASIS,
  PROVINCES_MERGED,
  SUCCEEDED_GROUPS,
  SUCCESSIONS,
  type Succession,
} from '../vocabulary/succession.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Agency,
  AgencyKindForm,
  AgencyName,
  agencyKey,
  type Directory,
  groupName,
  likeliest,
  membersOf,
  Successor,
} from './agency.ts'

/** An agency of former days: it ended on `on`, by the document `basis`, and the next in the chain followed on it. */
export const Former = z.object({
  name: AgencyName,
  kind: AgencyKindForm,
  province: z.string().max(60).nullable(),
  on: z.iso.date(),
  basis: z.string().trim().max(200),
})
export type Former = z.infer<typeof Former>

/** A chain of former agencies, the one that the document names first, and who has the work of the last one today. */
export const FormerForm = z.object({
  printed: z.string().trim().min(1).max(500),
  chain: z.array(Former).min(1).max(4),
  to: Successor,
})
export type FormerForm = z.infer<typeof FormerForm>

export interface Proposal extends Omit<FormerForm, 'printed'> {
  /** The part of the work that this successor took. */
  takes: string
  /** One successor, and known for sure: may be taken over without a second thought. */
  isSure: boolean
}

/** "tỉnh Bình Phước" or "Bình Phước" in the name of the issuer -> that former province of ours, before it was merged. */
export function provinceOf(
  issuer: string,
  issued: string | null,
  formerProvinces: readonly string[],
): string | null {
  if (!issued || issued >= PROVINCES_MERGED) return null
  const key = nameKey(issuer)
  return formerProvinces.find((name) => key.endsWith(` ${nameKey(name)}`)) ?? null
}

/** The names under which a printed one may stand in the vocabulary: as it is, and without its province at the end. */
function keysOf(printed: string, { province, here }: Directory): string[] {
  const key = agencyKey(printed)
  const endings = [province, here].flatMap((name) => (name ? [` ${nameKey(name)}`] : []))
  return [key, ...endings.filter((end) => key.endsWith(end)).map((end) => key.slice(0, -end.length))]
}

const livingOf = (name: string, { now, here }: Directory): Agency | undefined =>
  now.byKey.get(agencyKey(name)) ?? now.byKey.get(`${agencyKey(name)} ${nameKey(here)}`)

/**
 * What a name of an old document may mean, likeliest first: the agency of its day and who followed on it. Empty when
 * the document is of today, or when nothing is known of such a name.
 */
export function formersOf(printed: string, directory: Directory): Proposal[] {
  const { day, today, province } = directory
  if (day >= today) return []
  const group = groupOf(printed, directory)
  if (group) return group
  const keys = keysOf(printed, directory)
  const row = SUCCESSIONS.find(
    ({ old, aliases, effective, only }) =>
      [old, ...aliases].some((name) => keys.includes(agencyKey(name))) &&
      (only === undefined || only === directory.here || only === province) &&
      day < (effective ?? PROVINCES_MERGED),
  )
  const found = row ? byRow(printed, row, directory) : province ? bySameName(printed, keys, directory) : []
  return found.length && !found.some(({ to }) => to === null)
    ? [...found, undecided(found[0] as Proposal)]
    : found
}

const undecided = (like: Proposal): Proposal => ({ ...like, to: null, takes: '', isSure: false })

/** Nothing but the merger of the provinces happened to it: the agency of the same name, else one of like name. */
function bySameName(printed: string, keys: string[], directory: Directory): Proposal[] {
  const chain = [former(printed, directory, PROVINCES_MERGED, PROVINCE_BASIS)]
  const same = keys.flatMap((key) => directory.now.byKey.get(key) ?? []).at(0)
  if (same) return [{ chain, to: { agency: same.id }, takes: '', isSure: true }]
  const alike = likeliest(printed, directory.now, 4)
  return [...alike.map(({ id }) => ({ agency: id })), null].map((to) => ({
    ...{ chain, to },
    takes: '',
    isSure: false,
  }))
}

function byRow(printed: string, row: Succession, directory: Directory): Proposal[] {
  const on = row.effective ?? PROVINCES_MERGED
  const basis = row.basis ?? ''
  const isSequence = row.successors.some(({ from }) => from !== undefined)
  const ways = isSequence ? [row.successors] : row.successors.map((successor) => [successor])
  return ways.flatMap((way): Proposal[] => {
    const last = way.at(-1)
    if (!last) return []
    const chain = [former(printed, directory, on, basis)]
    for (const [at, next] of way.entries()) {
      const until = way[at + 1]?.from
      if (until) chain.push(former(next.name, directory, until, basis))
    }
    // Until the provinces merged, the successor was that of the former province.
    const end = chain.at(-1)?.on ?? on
    if (directory.province && end < PROVINCES_MERGED)
      chain.push(former(last.name, directory, PROVINCES_MERGED, PROVINCE_BASIS))
    const living = livingOf(last.name, directory)
    if (!living && !directory.province) return []
    const isOne = ways.length === 1 && (row.relation === 'merged' || row.relation === 'renamed')
    return [
      {
        chain,
        to: living ? { agency: living.id } : null,
        takes: last.takes ?? '',
        isSure: isOne && row.sure && row.effective !== null && living !== undefined,
      },
    ]
  })
}

const former = (name: string, { province }: Directory, on: string, basis: string): Former => ({
  name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`.slice(0, 200),
  kind: kindByName(name),
  ...{ province, on, basis },
})

const MEMBERS = /^(các |toàn thể )?(đồng chí )?thành viên /iu

/** A collective of former days passes on as one: to every member of today's group. */
function groupOf(printed: string, directory: Directory): Proposal[] | null {
  const { province, now } = directory
  const collective = (on: string, basis: string) => ({
    ...former(printed, directory, on, basis),
    kind: 'collective' as const,
  })
  const hasMembers = (group: string) => membersOf(group, now).length > 0
  const proposals = (chain: Former[], groups: readonly string[], isSure: boolean): Proposal[] =>
    [...groups.filter(hasMembers).map((group) => ({ group })), null].map((to) => ({
      ...{ chain, to },
      takes: '',
      isSure: isSure && to !== null,
    }))
  const district = SUCCEEDED_GROUPS.find(([pattern]) => pattern.test(printed))?.[1]
  if (district)
    return directory.day < DISTRICT_TIER_ENDED
      ? proposals([collective(DISTRICT_TIER_ENDED, DISTRICT_BASIS)], [district], true)
      : null
  if (directory.day >= PROVINCES_MERGED) return null
  if (MEMBERS.test(printed)) {
    const committees = now.groups.filter(({ rule }) => rule.committee !== null).map(({ id }) => id)
    return proposals([collective(PROVINCES_MERGED, province ? PROVINCE_BASIS : '')], committees, false)
  }
  const plain = printed.normalize('NFC').replace(/(ủy|uỷ) ban nhân dân/giu, 'UBND')
  const group: Group | undefined = GROUP_BY_NAME.find(([pattern]) => pattern.test(plain))?.[1]
  if (!group) return null
  return proposals([collective(PROVINCES_MERGED, PROVINCE_BASIS)], [group], true)
}

/** "Nay là Sở Tài chính": beside the printed name itself. */
export function proposalLabel({ to, takes }: Proposal, directory: Directory): string {
  if (!to) return words.succession.nowUndecided
  const successor =
    'agency' in to ? (directory.byId.get(to.agency)?.name ?? '') : groupName(to.group, directory.groups)
  return words.succession.nowOne(takes ? `${successor} (${takes})` : successor)
}
