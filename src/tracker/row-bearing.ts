// Who bears a duty: the names of a row against the directory, as a person settled them or as it stands.
import { type Agency, agencyKey, type Directory, type Match, matchName, membersOf } from '../agency/agency.ts'
import { targetsFor } from '../plan/resolve.ts'
import { readNames } from '../reading/table.ts'
import { flat, type Holder, type RowReading } from './row-reading.ts'
import type { Placed } from './rows.ts'

export interface Bearing {
  leadPrinted: string[]
  coordinatingPrinted: string[]
  /** assign: one agency answers · each: every bearer gets the duty. */
  outcome: 'assign' | 'each'
  bearers: string[]
  coordinators: string[]
}

/** What a printed name means here: a person's word first, then the directory; asked once for each name. */
export function matcher(names: ReadonlyMap<string, Match>, directory: Directory): (printed: string) => Match {
  const seen = new Map<string, Match>()
  return (printed) => {
    let match = seen.get(printed)
    if (match === undefined) {
      match = names.get(agencyKey(printed)) ?? matchName(printed, directory)
      seen.set(printed, match)
    }
    return match
  }
}

export function holdersIn(agencies: readonly Pick<Agency, 'id' | 'kind' | 'parentId'>[]): Holder {
  const units = new Map(
    agencies.flatMap(({ id, kind, parentId }) => (kind === 'unit' && parentId ? [[id, parentId]] : [])),
  )
  return (id) => units.get(id) ?? id
}

/** A cell of several lines is a list of names; bullets are no part of them. */
const nameList = (placed: readonly Placed[]): string =>
  placed
    .flatMap(({ cell }) => cell.text.split(/\n/u))
    .map((line) => flat(line).replace(/^[-–+•*]\s*/u, ''))
    .filter(Boolean)
    .join('; ')
    .replace(/;\s*;/gu, ';')

const NEAREST = 3

/** The bearers, and the names nobody is known by; null with a fault told when the row has none. */
export function readBearing(reading: RowReading): {
  bearing: Bearing | null
  unknownLeads: string[]
  unknownCoordinating: string[]
} {
  const { settings, directory, match, holderOf } = reading.context
  const { lead, coordinating } = readNames(nameList(reading.cells('lead')))
  const helping = nameList(reading.cells('coordinating'))
  const helpers = [...coordinating, ...(helping ? readNames(helping).lead : [])]
  const { heading } = reading.given
  // Rows that stand under their agency: "I. SỞ TÀI CHÍNH".
  const printed = lead.length === 0 && heading && match(heading) ? [heading] : lead

  if (printed.length === 0 && settings.defaultLead) return named([settings.defaultLead], 'assign', helpers)
  if (printed.length === 0) {
    if (!reading.isWrong('lead')) reading.complain('noLead', 'lead')
    return none([])
  }
  const unknown = printed.filter((name) => !match(name))
  for (const name of unknown) {
    const near = targetsFor(name, directory).slice(0, NEAREST)
    reading.complain('unknownAgency', 'lead', [name, ...near.map(({ label }) => label)])
  }
  if (unknown.length > 0) return none(unknown)

  const seen = new Set<string>()
  // Two units of one agency are one assignment: the first that is named does the work.
  const agencies = printed
    .flatMap((name) => agenciesOf(match(name)))
    .filter((id) => !seen.has(holderOf(id)) && seen.add(holderOf(id)))
  if (agencies.length === 0) {
    reading.complain('unknownAgency', 'lead', [printed.join('; ')])
    return none(printed)
  }
  const isGroup = printed.some((name) => {
    const found = match(name)
    return found !== null && 'group' in found
  })
  if (isGroup) return named(agencies, 'each', helpers)
  if (agencies.length === 1 || settings.severalLeads === 'each')
    return named(agencies, agencies.length === 1 ? 'assign' : 'each', helpers)
  if (settings.severalLeads === 'ask') reading.complain('severalLeads', 'lead', printed)
  return named(agencies.slice(0, 1), 'assign', [...printed.slice(1), ...helpers])

  function none(unknownLeads: string[]) {
    return { bearing: null, unknownLeads, unknownCoordinating: [] }
  }

  function named(bearers: string[], outcome: Bearing['outcome'], coordinatingPrinted: string[]) {
    const found = coordinatingPrinted.flatMap((name) => {
      const one = match(name)
      return one && 'agency' in one ? [one.agency] : []
    })
    const coordinators = [...new Set(found)].filter((id) => !bearers.includes(id))
    return {
      bearing: { leadPrinted: printed, coordinatingPrinted, outcome, bearers, coordinators },
      unknownLeads: [],
      unknownCoordinating: coordinatingPrinted.filter((name) => !match(name)),
    }
  }

  function agenciesOf(found: Match): string[] {
    if (!found) return []
    return 'agency' in found ? [found.agency] : membersOf(found.group, directory).map(({ id }) => id)
  }
}
