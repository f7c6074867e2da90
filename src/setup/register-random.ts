// Chance that always falls the same way, so that the sample province is the same one everywhere.
import { addDays, daysBetween } from '../base/calendar.ts'

export interface Chance {
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  /** `share` of 1. */
  happens(share: number): boolean
  one<T>(list: readonly T[]): T
  /** So many of the list, in its order. */
  some<T>(list: readonly T[], count: number): T[]
  /** A day of [from, to]. */
  day(from: string, to: string): string
  id(): string
}

export function chanceOf(seed: number): Chance {
  let state = seed
  // mulberry32: small, and good enough for stories.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const hex = (digits: number) => {
    let text = ''
    while (text.length < digits) text += Math.floor(next() * 16).toString(16)
    return text
  }
  return {
    between,
    happens: (share) => next() < share,
    one: (list) => {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new Error('story: nothing to choose from')
      return found
    },
    some: (list, count) => {
      const left = list.map((item, at) => ({ item, at, by: next() })).sort((a, b) => a.by - b.by)
      const chosen = left.slice(0, count)
      return chosen.sort((a, b) => a.at - b.at).map(({ item }) => item)
    },
    day: (from, to) => addDays(from, between(0, Math.max(0, daysBetween(from, to)))),
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
