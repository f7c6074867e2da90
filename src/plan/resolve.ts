// The review seen against the directory: who would bear each item, what is proposed, and what still stops publishing.
// Pure: the review screen shows it, publishing refuses by it.

import {
  type Agency,
  agencyKey,
  type Directory,
  directoryOf,
  fullName,
  groupName,
  likeliest,
  type Match,
  matchName,
  membersOf,
  placedName,
} from '../agency/agency.ts'
import { formersOf, provinceOf } from '../agency/former.ts'
import type { AgencyGroup } from '../agency/group.ts'
import type { DocumentHead, Due } from '../reading/draft.ts'
import { GROUPS, type Group } from '../vocabulary/agency-kind.ts'
import { SUCCEEDED_GROUPS } from '../vocabulary/succession.ts'
import * as words from '../vocabulary/words.ts'
import type { Edit, NameTarget, Outcome, Review, ReviewItem } from './review.ts'

/** Why an item cannot be published yet. */
export type Problem = 'no-lead' | 'several-leads' | 'unmatched-lead' | 'group-lead' | 'nobody' | 'lost-merge'

export interface ResolvedLead {
  printed: string
  match: Match
}

export interface ResolvedItem extends ReviewItem {
  /** Decided by a person or proposed; null while undecided. */
  outcome: Outcome | null
  isProposed: boolean
  leads: ResolvedLead[]
  /** The agencies that will each get an assignment. */
  bearers: string[]
  coordinators: string[]
  /** Items joined into this one. */
  joins: string[]
  problem: Problem | null
}

export interface Resolution {
  items: ResolvedItem[]
  /** Printed names of leads that mean nothing in the directory yet, commonest first. */
  unmatchedLeads: { printed: string; count: number }[]
  /** Printed names of coordinating agencies without a match: kept as printed, they stop nothing. */
  unmatchedCoordinating: { printed: string; count: number }[]
  /** Assignments that publishing would make. */
  assignments: number
  /** How many these are once what ended has passed on to who follows: the same for a plan of today. */
  assignmentsToday: number
  tracked: number
}

/** The whole day a document bears, when it is one; "2023" alone is none. */
export const dayOfIssue = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null

/** The directory that a document's names are looked up in: of the day it bears, of the province that issued it. */
export function directoryFor(
  { date, issuer }: Pick<DocumentHead, 'date' | 'issuer'>,
  known: {
    agencies: readonly Agency[]
    groups: readonly AgencyGroup[]
    today: string
    here: string
    formerProvinces: readonly string[]
  },
): Directory {
  const { agencies, groups, today, here, formerProvinces } = known
  const day = dayOfIssue(date) ?? today
  const province = provinceOf(issuer, dayOfIssue(date), formerProvinces)
  return directoryOf(agencies, day < today ? day : today, { province, groups, today, here })
}

/** What a printed name means in this plan: a person's word first, then the directory. */
const meaningOf = (printed: string, names: Review['names'], directory: Directory): Match =>
  names.get(agencyKey(printed)) ?? matchName(printed, directory)

/** The items of the review with their bearers, what is proposed for them and what is still wanting. */
export function resolve(review: Review, directory: Directory): Resolution {
  const match = memo((printed: string) => meaningOf(printed, review.names, directory))
  const byId = new Map(review.items.map((item) => [item.id, item]))
  const targets = new Map(review.items.map((item) => [item.id, mergeTarget(item, byId)]))
  const items = review.items.map((item) =>
    resolveItem(joined(item, review.items, targets), targets.get(item.id) ?? null),
  )
  const tracked = items.filter((item) => item.outcome === 'assign' || item.outcome === 'each')
  return {
    items,
    unmatchedLeads: unmatched(
      items.filter((item) => item.problem === 'unmatched-lead').flatMap((item) => item.lead),
    ),
    unmatchedCoordinating: unmatched(tracked.flatMap((item) => item.coordinating)),
    assignments: tracked.reduce((sum, item) => sum + item.bearers.length, 0),
    assignmentsToday: tracked.reduce((sum, item) => sum + countToday(item.bearers, directory), 0),
    tracked: tracked.length,
  }

  function resolveItem(item: ReviewItem & { joins: string[] }, into: string | null): ResolvedItem {
    const already = alreadyIn(item, byId)
    const target = already ? null : into
    const leads = item.lead.map((printed) => ({ printed, match: match(printed) }))
    const repeats = target ?? already
    const outcome = item.outcome ?? (repeats ? 'merged' : proposed(leads))
    const resolved: ResolvedItem = {
      ...item,
      already,
      outcome,
      isProposed: item.outcome === null && outcome !== null,
      mergedInto: outcome === 'merged' ? target : null,
      leads,
      bearers: [],
      coordinators: agenciesOf(item.coordinating),
      problem: null,
    }
    if (outcome === 'merged') return { ...resolved, problem: repeats ? null : 'lost-merge' }
    if (outcome === 'orientation') return resolved
    if (leads.length === 0) return { ...resolved, problem: 'no-lead' }
    if (outcome === 'each') {
      if (leads.some((lead) => !lead.match)) return { ...resolved, problem: 'unmatched-lead' }
      const bearers = [...new Set(leads.flatMap((lead) => bearersOf(lead.match)))]
      return { ...resolved, bearers, problem: bearers.length === 0 ? 'nobody' : null }
    }
    const lead = leads.length === 1 ? leads[0] : leads.find(({ printed }) => printed === item.chosenLead)
    // An unmatched name is settled first: two printed names may turn out to be one agency.
    if (!lead)
      return {
        ...resolved,
        problem: leads.some((other) => !other.match) ? 'unmatched-lead' : 'several-leads',
      }
    if (!lead.match) return { ...resolved, problem: 'unmatched-lead' }
    if (!('agency' in lead.match) || isCollective(lead.match, directory))
      return { ...resolved, problem: 'group-lead' }
    const others = agenciesOf(item.lead.filter((printed) => printed !== lead.printed))
    const bearer = lead.match.agency
    return {
      ...resolved,
      bearers: [bearer],
      coordinators: [...new Set([...others, ...resolved.coordinators])].filter((id) => id !== bearer),
    }
  }

  /** One agency: giao. Only groups: giao cho từng thành viên. Everything else is a person's choice. */
  function proposed(leads: ResolvedLead[]): Outcome | null {
    if (leads.length > 0 && leads.every(({ match }) => isCollective(match, directory))) return 'each'
    return leads.length === 1 && leads[0]?.match ? 'assign' : null
  }

  function bearersOf(found: Match): string[] {
    if (!found) return []
    return 'agency' in found ? [found.agency] : membersOf(found.group, directory).map((agency) => agency.id)
  }

  function agenciesOf(printed: readonly string[]): string[] {
    return [
      ...new Set(
        printed.flatMap((name) => {
          const found = match(name)
          return found && 'agency' in found ? [found.agency] : []
        }),
      ),
    ]
  }

  function unmatched(names: readonly string[]) {
    const counts = new Map<string, { printed: string; count: number }>()
    for (const printed of names) {
      if (match(printed)) continue
      const entry = counts.get(agencyKey(printed)) ?? { printed, count: 0 }
      counts.set(agencyKey(printed), { ...entry, count: entry.count + 1 })
    }
    return [...counts.values()].sort((a, b) => b.count - a.count)
  }
}

/**
 * How many assignments those of these agencies are today, along the successors that somebody decided on: one that two
 * of them became holds both; as member of a group it gets none beside what it has by name.
 */
function countToday(ids: readonly string[], directory: Directory): number {
  const holders: string[] = []
  const members = new Set<string>()
  const follow = (id: string, hops: number) => {
    const successor = directory.byId.get(id)?.successor
    if (!successor || hops === 0) holders.push(id)
    else if ('agency' in successor) follow(successor.agency, hops - 1)
    else for (const member of membersOf(successor.group, directory.now)) members.add(member.id)
  }
  for (const id of ids) follow(id, 30)
  return holders.length + [...members].filter((id) => !holders.includes(id)).length
}

/** What the agencies and groups of the directory are called beside a printed name; of a former one, who follows. */
export function labelsOf(directory: Directory): Map<string, string> {
  const { byId, groups } = directory
  const followed = (agency: Agency): string => {
    const name = placedName(agency, byId)
    const { successor } = agency
    if (!successor) return name
    return words.succession.nowIs(
      name,
      'agency' in successor
        ? fullName(byId.get(successor.agency) ?? agency)
        : groupName(successor.group, groups),
    )
  }
  return new Map([
    ...[...byId.values()].map((agency) => [agency.id, followed(agency)] as const),
    ...[...GROUPS, ...groups.map(({ id }) => id)].map((group) => [group, groupName(group, groups)] as const),
  ])
}

/** Those that may be chosen: of the document's own day, and of today. */
export const choosable = ({ agencies, now }: Directory): Agency[] => [
  ...new Map([...agencies, ...now.agencies].map((agency) => [agency.id, agency])).values(),
]

/** Those whom reports of a former province's plan go to and who mean nothing in the directory yet. */
export function unmatchedAddressees(
  reporting: readonly { to: string }[],
  names: Review['names'],
  directory: Directory,
): { printed: string; count: number }[] {
  const counts = new Map<string, number>()
  if (directory.province !== null)
    for (const { to } of reporting)
      if (to && !meaningOf(to, names, directory)) counts.set(to, (counts.get(to) ?? 0) + 1)
  return [...counts].map(([printed, count]) => ({ printed, count }))
}

/** A group, or a collective of former days: each member has the work. */
const isCollective = (match: Match, { byId }: Directory): boolean =>
  match !== null && ('group' in match || byId.get(match.agency)?.kind === 'collective')

function memo<T>(read: (key: string) => T): (key: string) => T {
  const seen = new Map<string, T>()
  return (key) => {
    if (!seen.has(key)) seen.set(key, read(key))
    return seen.get(key) as T
  }
}

/** Into which item this one is joined: a person's word, or the proposal of reading while nobody has decided. */
function mergeTarget(item: ReviewItem, byId: ReadonlyMap<string, ReviewItem>): string | null {
  const wanted = item.outcome === 'merged' ? item.mergedInto : item.outcome === null ? item.repeats : null
  if (!wanted) return null
  const target = byId.get(wanted)
  // The duty that an annex row repeats was itself joined with another: the row goes with it.
  if (item.outcome === null && target?.outcome === 'merged' && target.mergedInto !== item.id)
    return mergeTarget(target, byId)
  return target && target.outcome !== 'merged' && target.repeats === null ? wanted : null
}

/** The item of the plan added to that says the same: this one's own, or that of the duty it repeats here. */
function alreadyIn(item: ReviewItem, byId: ReadonlyMap<string, ReviewItem>): string | null {
  if (item.already) return item.already
  const wanted = item.outcome === 'merged' ? item.mergedInto : item.outcome === null ? item.repeats : null
  const other = wanted ? byId.get(wanted) : undefined
  return other && (other.outcome === null || other.outcome === 'merged') ? other.already : null
}

/** An item with what it lacks taken from the items joined into it: the annex row gives the body's duty its date. */
function joined(
  item: ReviewItem,
  all: readonly ReviewItem[],
  targets: ReadonlyMap<string, string | null>,
): ReviewItem & { joins: string[] } {
  const parts = all.filter((other) => targets.get(other.id) === item.id)
  const first = <T>(own: T, isEmpty: (value: T) => boolean, of: (part: ReviewItem) => T): T =>
    isEmpty(own) ? (parts.map(of).find((value) => !isEmpty(value)) ?? own) : own
  const empty = (list: string[]) => list.length === 0
  return {
    ...item,
    lead: first(item.lead, empty, (part) => part.lead),
    coordinating: first(item.coordinating, empty, (part) => part.coordinating),
    deliverables: first(item.deliverables, empty, (part) => part.deliverables),
    due: first(
      item.due,
      (due: Due) => due.kind === 'none',
      (part) => part.due,
    ),
    joins: parts.map((part) => part.id),
  }
}

/** One way out of an item's problem, chosen by its number on the keyboard. */
export interface Choice {
  label: string
  edit: Edit
}

/** What the reviewer may choose for the item at hand, likeliest first, at most nine. */
export function choicesFor(item: ResolvedItem, directory: Directory): Choice[] {
  if (item.problem === 'unmatched-lead') {
    const printed = item.leads.find((lead) => !lead.match)?.printed
    if (!printed) return []
    const targets = targetsFor(printed, directory).map(
      ({ label, to }): Choice => ({ label, edit: { kind: 'name', printed, to } }),
    )
    if (item.lead.length < 2) return targets
    // Among several leads a name that means nobody may also be struck out.
    const lead = item.lead.filter((name) => name !== printed)
    const strike: Choice = {
      label: words.review.strike(printed),
      edit: { kind: 'change', ids: [item.id], lead },
    }
    return [...targets.slice(0, 8), strike]
  }
  if (item.leads.length > 1)
    return item.leads
      .filter((lead) => lead.match && 'agency' in lead.match)
      .slice(0, 9)
      .map(({ printed }) => ({
        label: words.review.leadIs(printed),
        edit: { kind: 'lead', id: item.id, lead: printed },
      }))
  return []
}

/**
 * What a printed name without a match may mean. A collective name, or one of the abolished district tier: groups; a
 * name that stands for a group is no single agency of like name. Else the successors of 2025, then agencies of like
 * name, those of its own day first.
 */
export function targetsFor(printed: string, directory: Directory): { label: string; to: NameTarget }[] {
  const isCollective = /^(các|những|toàn thể)\s|(?<!\p{L})(cấp xã|địa phương)/iu.test(printed)
  const named = isCollective ? directory.groups.map(({ id }) => id) : []
  const groups = new Set<Group>([
    ...SUCCEEDED_GROUPS.filter(([pattern]) => pattern.test(printed)).map(([, group]) => group),
    ...(isCollective ? (['departments', 'communes', 'agencies'] as const) : []),
  ])
  // Of a former province there may be nobody to stand for: the dialog of the names proposes its agencies as a whole.
  const isThere = (group: string) => directory.province === null || membersOf(group, directory).length > 0
  if (groups.size || named.length)
    return [...groups, ...named].filter(isThere).map((group) => ({
      label: groupName(group, directory.groups),
      to: { group } as NameTarget,
    }))
  const agencies = [
    ...successorsOf(printed, directory),
    ...likeliest(printed, directory),
    ...likeliest(printed, directory.now),
  ]
  return [...new Map(agencies.map((agency) => [agency.id, agency])).values()]
    .slice(0, 9)
    .map((agency) => ({ label: placedName(agency, directory.byId), to: { agency: agency.id } }))
}

/** Those that have the work of the named one today. */
export const successorsOf = (printed: string, directory: Directory): Agency[] =>
  formersOf(printed, { ...directory, day: EARLIEST }).flatMap(({ to }) =>
    to && 'agency' in to ? (directory.byId.get(to.agency) ?? []) : [],
  )

/** Before any reorganisation that the vocabulary knows. */
const EARLIEST = '2000-01-01'

export interface Missing {
  code: 'undecided' | 'nothing-tracked' | 'no-overseer'
  message: string
  items: string[]
}

/** Exactly what stops publishing, in sentences; empty when nothing does. */
export function missingToPublish(resolution: Resolution, overseerId: string | null): Missing[] {
  const missing: Missing[] = []
  for (const [problem, say] of Object.entries(words.review.problems) as [Problem, (n: number) => string][]) {
    const items = resolution.items.filter((item) => item.problem === problem).map((item) => item.id)
    if (items.length) missing.push({ code: 'undecided', message: say(items.length), items })
  }
  if (resolution.tracked === 0)
    missing.push({ code: 'nothing-tracked', message: words.review.nothingTracked, items: [] })
  if (!overseerId) missing.push({ code: 'no-overseer', message: words.review.noOverseer, items: [] })
  return missing
}

/** The items of a section and of all below it: "III" holds "III.1.a"; "PL" holds "PL.II.4". */
export const inSection = (items: readonly ResolvedItem[], section: string): ResolvedItem[] =>
  items.filter((item) => item.section === section || item.section.startsWith(`${section}.`))

/** Whom a section-wide outcome falls on: the undecided ones; all of them once none is undecided. */
export function reachOfOutcome(items: readonly ResolvedItem[]): string[] {
  const undecided = items.filter((item) => item.problem !== null)
  return (undecided.length ? undecided : items).map((item) => item.id)
}

/** The agency that most reports of the plan go to: proposed as the one that oversees it. */
export function proposeOverseer(
  addressees: readonly string[],
  directory: Directory,
  names: Review['names'] = new Map(),
): string | null {
  const counts = new Map<string, number>()
  for (const printed of addressees) {
    const found = meaningOf(printed, names, directory)
    if (found && 'agency' in found) counts.set(found.agency, (counts.get(found.agency) ?? 0) + 1)
  }
  const committee = new Set(
    directory.agencies.filter((agency) => agency.kind === 'province-committee').map((agency) => agency.id),
  )
  const ranked = [...counts].filter(([id]) => !committee.has(id)).sort((a, b) => b[1] - a[1])
  return ranked[0]?.[0] ?? null
}
