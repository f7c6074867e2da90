// The annotated plans: read, scored, and compared with the last accepted figures, which may only rise.
// CHUTRI_CORPUS names a folder with score.mjs and gold/; without it only the project's own documents are read.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/document/read-document.ts'
import type { DraftPlan, DraftTask } from '../src/reading/draft.ts'
import { readPlan } from '../src/reading/read-plan.ts'
import accepted from './corpus-accepted.json' with { type: 'json' }
import { fallenBelow, scoresOf } from './scorer.ts'

const read = async (file: string): Promise<DraftPlan> =>
  readPlan(await readDocument(readFileSync(file), file))
const parse = (file: string): DraftPlan => JSON.parse(readFileSync(file, 'utf8')) as DraftPlan
const corpus = process.env.CHUTRI_CORPUS

describe('the annotated plans', () => {
  if (!corpus) console.log('corpus: not given')
  for (const door of ['txt', 'docx', 'pdf', 'scan.pdf'] as const)
    test.skipIf(!corpus)(`read from .${door} no worse than accepted`, async () => {
      const gold = join(corpus ?? '', 'gold')
      const names = readdirSync(gold).filter(
        (name) => name.endsWith(`.${door}`) && (door === 'scan.pdf' || !name.endsWith('.scan.pdf')),
      )
      const pairs: { read: DraftPlan; annotated: DraftPlan }[] = []
      for (const name of names)
        pairs.push({
          read: await read(join(gold, name)),
          annotated: parse(join(gold, `${name.slice(0, -door.length)}json`)),
        })
      const scores = await scoresOf(join(corpus ?? '', 'score.mjs'), pairs)
      console.log([`corpus: ${names.length} × .${door}`, ...scores.table].join('\n'))
      expect(fallenBelow(accepted[door], scores)).toEqual([])
      const { items, unsure, sureButWrong } = scores.certainty
      // What was recognised from a picture is never sure.
      if (door === 'scan.pdf') return
      expect(unsure / items).toBeLessThanOrEqual(0.15)
      expect(sureButWrong / (items - unsure)).toBeLessThanOrEqual(0.015)
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
