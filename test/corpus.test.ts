// The annotated plans: read, scored, and compared with the last accepted figures, which may only rise.
// CHUTRI_CORPUS names a folder with score.mjs and gold/; without it only the project's own documents are read.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/document/read-document.ts'
import type { DraftPlan, DraftTask } from '../src/reading/draft.ts'
import { readPlan } from '../src/reading/read-plan.ts'
import { certaintyOf } from './certainty.ts'
import accepted from './corpus-accepted.json' with { type: 'json' }

type Metrics = Record<string, unknown>
interface Scorer {
  score(predicted: DraftPlan, gold: DraftPlan): { metrics: Metrics }
  merge(list: Metrics[]): Metrics
  figures(metrics: Metrics): Record<string, { f1: number; hit: number; gold: number }>
}

const read = async (file: string): Promise<DraftPlan> =>
  readPlan(await readDocument(readFileSync(file), file))
const parse = (file: string): DraftPlan => JSON.parse(readFileSync(file, 'utf8')) as DraftPlan
const corpus = process.env.CHUTRI_CORPUS
const share = (n: number, of: number): string =>
  `${((100 * n) / Math.max(1, of)).toFixed(1)} %  (${n} of ${of})`

describe('the annotated plans', () => {
  if (!corpus) console.log('corpus: not given')
  for (const door of ['txt', 'docx'] as const)
    test.skipIf(!corpus)(`read from .${door} no worse than accepted`, async () => {
      const gold = join(corpus ?? '', 'gold')
      const scorer = (await import(pathToFileURL(join(corpus ?? '', 'score.mjs')).href)) as Scorer
      const names = readdirSync(gold).filter((name) => name.endsWith(`.${door}`))
      const all: Metrics[] = []
      const certainty = { items: 0, unsure: 0, sureButWrong: 0 }
      for (const name of names) {
        const expected = parse(join(gold, name.replace(/\.[^.]+$/u, '.json')))
        const plan = await read(join(gold, name))
        all.push(scorer.score(plan, expected).metrics)
        const { items, unsure, sureButWrong } = certaintyOf(plan, expected)
        certainty.items += items
        certainty.unsure += unsure
        certainty.sureButWrong += sureButWrong
      }
      const total = scorer.figures(scorer.merge(all))
      console.log(
        [`corpus: ${names.length} × .${door}`]
          .concat(
            Object.entries(total).map(
              ([name, { f1, hit, gold: of }]) => `${name.padEnd(42)} ${f1.toFixed(3)}  (${hit} of ${of})`,
            ),
            [
              `${'unsure items'.padEnd(42)} ${share(certainty.unsure, certainty.items)}`,
              `${'sure items that are wrong'.padEnd(42)} ${share(certainty.sureButWrong, certainty.items - certainty.unsure)}`,
            ],
          )
          .join('\n'),
      )
      expect(certainty.unsure / certainty.items).toBeLessThanOrEqual(0.15)
      expect(certainty.sureButWrong / (certainty.items - certainty.unsure)).toBeLessThanOrEqual(0.015)
      const fallen = Object.entries(accepted[door]).filter(([name, least]) => (total[name]?.f1 ?? 0) < least)
      expect(fallen).toEqual([])
    })
})

/** Shares of the expected duties that are found, and found with the right lead and due date. */
function shares(found: readonly DraftTask[], expected: readonly DraftTask[]) {
  const words = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
  const byQuote = new Map(found.map((task) => [`${task.origin} ${words(task.quote)}`, task]))
  const pairs = expected.map((task) => [task, byQuote.get(`${task.origin} ${words(task.quote)}`)] as const)
  const share = (good: (task: DraftTask, own: DraftTask) => boolean): number =>
    pairs.filter(([task, own]) => own && good(task, own)).length / Math.max(1, expected.length)
  return {
    quotes: share(() => true),
    leads: share((task, own) => words(task.lead.join('; ')) === words(own.lead.join('; '))),
    due: share((task, own) => task.due.kind === own.due.kind && task.due.to === own.due.to),
    invented: (found.length - pairs.filter(([, own]) => own).length) / Math.max(1, found.length),
  }
}

describe('our own documents', () => {
  const folder = join(import.meta.dirname, 'corpus')
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')))
    : []
  test.each(names)('%s', async (name) => {
    const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.'))
    const { quotes, leads, due, invented } = shares(
      (await read(join(folder, name, source ?? ''))).tasks,
      parse(join(folder, name, 'expected.json')).tasks,
    )
    expect(quotes).toBeGreaterThanOrEqual(accepted.own.quotes)
    expect(leads).toBeGreaterThanOrEqual(accepted.own.leads)
    expect(due).toBeGreaterThanOrEqual(accepted.own.due)
    expect(invented).toBeLessThanOrEqual(accepted.own.invented)
  })
  test.skipIf(names.length > 0)('none here yet', () => {})
})
