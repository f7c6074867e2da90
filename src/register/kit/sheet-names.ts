// Names of communes and agencies as sheets write them -> the agency meant. A commune may be named with or without "UBND" and
// "xã", by a former name or an alias; one that ended is its successor. A name of two is asked about.
import {
  type Agency,
  agencyKey,
  directoryOf,
  fullName,
  likeliest,
  matchName,
  nameOn,
} from '../../agency/agency.ts'
import { searchKey } from '../../base/text.ts'
import type { Read } from './sheet-values.ts'

export interface Names {
  place(text: string): Read
  agency(text: string): Read
}

const TYPE = /^(?:uỷ ban nhân dân )?(?:(?:xã|phường|thị trấn|đặc khu) )?/u
const COMMITTEE = /^uỷ ban nhân dân /u

/** Ways of writing one name, the fullest first: "UBND xã Suối Mơ", "xã Suối Mơ", "Suối Mơ", each also without diacritics. */
function waysOf(name: string): string[] {
  const key = agencyKey(
    name.replace(/(?<!\p{L})(?:P|X|TT)\.\s*(?=\p{Lu})/gu, (short) => SHORT[short.trim()] ?? short),
  )
  const plain = key.replace(COMMITTEE, '')
  const bare = key.replace(TYPE, '')
  return [key, plain, bare, searchKey(plain), searchKey(bare)]
}
const SHORT: Record<string, string> = { 'P.': 'phường ', 'X.': 'xã ', 'TT.': 'thị trấn ' }

/** Follows the successors of an agency to one that stands today; null where it was split or nobody was named. */
function standing(agency: Agency, byId: ReadonlyMap<string, Agency>): Agency | null {
  let at: Agency | undefined = agency
  for (let steps = 0; at?.endedOn && steps < 20; steps++) {
    const next: Agency['successor'] = at.successor
    at = next && 'agency' in next ? byId.get(next.agency) : undefined
  }
  return at && at.endedOn === null ? at : null
}

/** The directory as `listAgencies` gives it, on `today`. */
export function namesOf(agencies: readonly Agency[], today: string): Names {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const byCode = new Map(
    agencies.flatMap((agency) => (agency.code && !agency.endedOn ? [[agency.code, agency]] : [])),
  )
  const communes = agencies.filter(({ kind }) => kind === 'commune')
  /** By way of writing: those it may mean today, and whether one that ended without heir was meant. */
  const meant = new Map<string, { now: Set<Agency>; gone: boolean; isOwn: boolean }>()
  const put = (way: string, agency: Agency, isOwn: boolean) => {
    if (way === '') return
    const entry = meant.get(way) ?? { now: new Set(), gone: false, isOwn }
    // The name of today says more than one somebody else had once.
    if (entry.isOwn && !isOwn) return
    if (isOwn && !entry.isOwn) Object.assign(entry, { now: new Set(), gone: false, isOwn })
    const heir = standing(agency, byId)
    if (heir) entry.now.add(heir)
    else entry.gone = true
    meant.set(way, entry)
  }
  for (const commune of communes) {
    const isHere = commune.endedOn === null
    const names = [commune.name, ...commune.formerNames.map(({ name }) => name), ...commune.aliases]
    for (const name of new Set(names))
      for (const way of waysOf(name)) put(way, commune, isHere && name === commune.name)
  }
  const directory = directoryOf(agencies, today)
  const shown = communes.filter((agency) => agency.endedOn === null)
  const known = { place: new Map<string, Read>(), agency: new Map<string, Read>() }

  function place(text: string): Read {
    const code = byCode.get(text.toUpperCase())
    if (code?.kind === 'commune') return { value: code.id }
    for (const way of waysOf(text)) {
      const entry = meant.get(way)
      if (!entry) continue
      const [only, ...others] = entry.now
      if (only && others.length === 0 && !entry.gone) return { value: only.id }
      if (only) return { fault: 'ambiguousPlace', about: [...entry.now].map(fullName) }
      return { fault: 'endedPlace', about: [] }
    }
    return { fault: 'unknownPlace', about: likeliest(text, { agencies: shown }, 3).map(fullName) }
  }

  function agency(text: string): Read {
    const code = byCode.get(text.toUpperCase())
    if (code) return { value: code.id }
    const match = matchName(text, directory)
    if (match && 'agency' in match) return { value: match.agency }
    const key = searchKey(agencyKey(text))
    const alike = directory.agencies.filter((one) => searchKey(agencyKey(nameOn(one, today))) === key)
    const [only, ...others] = alike
    if (only && others.length === 0) return { value: only.id }
    if (only) return { fault: 'ambiguousAgency', about: alike.map(fullName) }
    return { fault: 'unknownAgency', about: likeliest(text, directory, 3).map(fullName) }
  }

  /** A sheet says the same name a thousand times. */
  const once = (kept: Map<string, Read>, look: (text: string) => Read) => (text: string) => {
    const before = kept.get(text)
    if (before) return before
    const read = look(text)
    kept.set(text, read)
    return read
  }
  return { place: once(known.place, place), agency: once(known.agency, agency) }
}
