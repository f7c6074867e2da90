// Bodies named as bearers of duties that no longer exist on the document's date.

import { nameKey } from '../base/text.ts'
import { PROVINCES } from '../vocabulary/province.ts'
import { DISTRICT_TIER_ENDED, PROVINCES_MERGED, SUCCESSIONS } from '../vocabulary/succession.ts'
import * as words from '../vocabulary/words.ts'
import { type Fault, type FindFaults, fault } from './finding-rule.ts'
import { quoteOf } from './paragraph.ts'

interface Ended {
  since: string
  successors: readonly string[]
  sure: boolean
  restored?: string | undefined
}

const REGION = /(?: (?:tỉnh|thành phố|tp)(?: .*)?)$/u
const bare = (name: string): string => nameKey(name).replace(REGION, '')
/** "Sở KH-ĐT" and "Sở KH và ĐT" are one abbreviation. */
const letters = (name: string): string => bare(name).replace(/ và /gu, ' ').replace(/ /gu, '')

const BY_NAME = new Map<string, Ended>()
for (const { old, aliases, level, successors: took, effective, sure, restored } of SUCCESSIONS)
  if (effective !== null && level === 'province') {
    const successors = took.map(({ name }) => name)
    // Its unit in the province has ended, the name without "tỉnh" may be the central body.
    const provincial = nameKey(old).endsWith(' tỉnh')
    const add = (key: string, isSure: boolean): void => {
      if (!BY_NAME.has(key)) BY_NAME.set(key, { since: effective, successors, sure: isSure, restored })
    }
    add(nameKey(old), sure)
    if (!provincial) add(bare(old), sure)
    else add(bare(old), false)
    for (const alias of aliases) add(letters(alias), sure && !(provincial && !/tỉnh/iu.test(alias)))
  }

function succeeded(name: string): Ended | null {
  const key = nameKey(name)
  if (BY_NAME.has(key)) return BY_NAME.get(key) ?? null
  const region = REGION.exec(key)
  if (region) return BY_NAME.get(`${bare(name)} tỉnh`) ?? BY_NAME.get(bare(name)) ?? null
  return BY_NAME.get(letters(name)) ?? null
}

const DISTRICT =
  /^(?:các )?(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|huyện ủy|quận ủy|thị ủy|phòng|văn phòng|thường trực|chủ tịch)(?!\p{L}).*(?<!\p{L})(?:huyện|quận|thị xã)(?!\p{L})|^(?:huyện|quận|thị) ủy(?!\p{L})/u
const OTHER_DISTRICT = /(?<!\p{L})(?:cấp )?(?:huyện|quận|thị xã)(?!\p{L})/u

function ofDistrict(name: string): Ended | null {
  const key = nameKey(name).replace(/uỷ/gu, 'ủy')
  const sure = DISTRICT.test(key)
  if (!sure && !OTHER_DISTRICT.test(key)) return null
  return { since: DISTRICT_TIER_ENDED, successors: [words.findings.communeLevel], sure }
}

const MERGED = new Map(
  PROVINCES.flatMap((province) =>
    province.mergedFrom
      .filter((name) => !PROVINCES.some((other) => other.name === name))
      .map((name) => [nameKey(name), province] as const),
  ),
)
const OF_PROVINCE = /(?:^| )(?:tỉnh|thành phố|tp) (.+)$/u
const ACTING =
  /^(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|sở|công an|bộ chỉ huy|văn phòng)(?!\p{L})/u

function ofProvince(name: string): Ended | null {
  const key = nameKey(name).replace(/uỷ/gu, 'ủy')
  const province = MERGED.get(OF_PROVINCE.exec(key)?.[1] ?? '')
  return province
    ? { since: PROVINCES_MERGED, successors: [`${province.kind} ${province.name}`], sure: ACTING.test(key) }
    : null
}

/** "(cũ)", "trước sắp xếp": the writer knows. */
const KNOWN_OLD = /(?<!\p{L})(?:cũ|trước đây|trước (?:khi )?sắp xếp|trước (?:khi )?sáp nhập)(?!\p{L})/iu

export const dissolvedAgency: FindFaults = ({ zones, tasks, paragraphs }) => {
  const { date } = zones.head
  if (!date) return []
  const found: Fault[] = []
  const times = new Map<string, number>()
  for (const task of tasks)
    for (const name of new Set([...task.lead, ...task.coordinating]))
      times.set(name, (times.get(name) ?? 0) + 1)
  for (const [name, n] of times) {
    if (KNOWN_OLD.test(name)) continue
    const ended = succeeded(name) ?? ofProvince(name) ?? ofDistrict(name)
    // "2025" alone is before "2025-07-01": a blank day accuses nobody.
    if (!ended || date < ended.since || (ended.restored !== undefined && date >= ended.restored)) continue
    const place = paragraphs.find((each) => each.text.includes(name))
    if (!place) continue
    const at = place.text.indexOf(name)
    if (KNOWN_OLD.test(place.text.slice(at + name.length, at + name.length + 30))) continue
    const successors = ended.successors.join(words.findings.or)
    const note = ended.sure
      ? words.findings.dissolved(name, ended.since, successors)
      : words.findings.maybeDissolved(name, successors)
    found.push(
      fault(
        quoteOf(place, at, at + name.length),
        n > 1 ? words.findings.inPlaces(note, n) : note,
        ended.sure ? undefined : 'minor',
      ),
    )
  }
  return found
}
