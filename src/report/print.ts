// How joined words and figures are put into sentences, on screen and on paper. Pure.
import * as words from '../vocabulary/words.ts'
import type { Joined, Said, Source } from './consolidate.ts'
import { type Counts, type Figures, ratiosOf, type Share } from './figures.ts'

const w = words.report

/** "12/20 (60%)"; nothing to divide by is said so. */
export const shareText = ({ part, whole }: Share): string =>
  whole === 0 ? w.noShare : w.share(part, whole, words.percent(part / whole))

/** Both counts with both ratios, in two sentences. */
export function resultText({ assignments, items }: Pick<Figures, 'assignments' | 'items'>): string {
  if (assignments.all === 0 && items.all === 0) return w.noDuties
  return [w.resultOf.items(partsOf(items)), w.resultOf.assignments(partsOf(assignments))].join('\n')
}

const partsOf = (counts: Counts) => {
  const { ofAssigned, ofAnswerable } = ratiosOf(counts)
  return { ...counts, ofAssigned: shareText(ofAssigned), ofAnswerable: shareText(ofAnswerable) }
}

/** More names than these make no sentence: they are counted here and named in the tables behind. */
export const MOST_NAMES = 12

/** Who says it; all of them, or very many, are not named one by one. */
export function namesOf(by: readonly Source[], all: number): string {
  const names = [...new Set(by.map(({ agency }) => agency))]
  if (names.length > 3 && names.length === all) return w.allAgencies(all)
  return names.length > MOST_NAMES ? w.someAgencies(names.length) : names.join(', ')
}

const line = ({ text, by }: Said, all: number): string =>
  w.saidBy(text.replace(/[.;,\s]+$/u, ''), namesOf(by, all))

/** The words of one duty as they are printed when nobody writes others. */
export function printJoined(joined: Joined): string {
  const { said, nothing, next, figures } = joined
  const all = new Set([...said.flatMap(({ by }) => by), ...nothing].map(({ agencyId }) => agencyId)).size
  const lines = [
    ...said.map((one) => line(one, all)),
    ...figures.map(({ name, unit, sum, by }) => w.figureSum(name, sum, unit, by.length)),
    ...next.map((one) => w.nextIs(line(one, all))),
  ]
  if (nothing.length > 0) lines.push(nothingText(nothing))
  return lines.join('\n')
}

/** How many had nothing to report of a duty, and who, where they can be named. */
export const nothingText = (nothing: readonly Source[]): string =>
  nothing.length > MOST_NAMES
    ? w.nothingFromMany(nothing.length)
    : w.nothingFrom(nothing.length, namesOf(nothing, 0))

/** General texts of several reports. */
export const printSaid = (said: readonly Said[], all: number): string =>
  said.map((one) => line(one, all)).join('\n')
