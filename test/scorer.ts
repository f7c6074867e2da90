// A program that scores drafts against annotations, given with the real plans; and what a run of it prints.

import { pathToFileURL } from 'node:url'
import type { DraftPlan } from '../src/reading/draft.ts'
import { type Certainty, certaintyOf } from './certainty.ts'

type Metrics = Record<string, unknown>
interface Scorer {
  score(predicted: DraftPlan, gold: DraftPlan): { metrics: Metrics }
  merge(list: Metrics[]): Metrics
  figures(metrics: Metrics): Record<string, { f1: number; hit: number; gold: number }>
}

const share = (n: number, of: number): string =>
  `${((100 * n) / Math.max(1, of)).toFixed(1)} %  (${n} of ${of})`

export interface Scores {
  /** F1 of each measure over all plans. */
  f1: Record<string, number>
  certainty: Certainty
  /** The table, a line a measure. */
  table: string[]
}

/** Scores all plans of one kind together; `file` is the scorer. */
export async function scoresOf(
  file: string,
  pairs: Iterable<{ read: DraftPlan; annotated: DraftPlan }>,
): Promise<Scores> {
  const scorer = (await import(pathToFileURL(file).href)) as Scorer
  const all: Metrics[] = []
  const certainty: Certainty = { items: 0, unsure: 0, sureButWrong: 0 }
  for (const { read, annotated } of pairs) {
    all.push(scorer.score(read, annotated).metrics)
    const { items, unsure, sureButWrong } = certaintyOf(read, annotated)
    certainty.items += items
    certainty.unsure += unsure
    certainty.sureButWrong += sureButWrong
  }
  const figures = Object.entries(scorer.figures(scorer.merge(all)))
  const { items, unsure, sureButWrong } = certainty
  return {
    f1: Object.fromEntries(figures.map(([name, { f1 }]) => [name, f1])),
    certainty,
    table: [
      ...figures.map(
        ([name, { f1, hit, gold }]) => `${name.padEnd(42)} ${f1.toFixed(3)}  (${hit} of ${gold})`,
      ),
      `${'unsure items'.padEnd(42)} ${share(unsure, items)}`,
      `${'sure items that are wrong'.padEnd(42)} ${share(sureButWrong, items - unsure)}`,
    ],
  }
}

/** The measures that have fallen below what was accepted. */
export const fallenBelow = (accepted: Record<string, number>, { f1 }: Scores): [string, number][] =>
  Object.entries(accepted).filter(([name, least]) => (f1[name] ?? 0) < least)
