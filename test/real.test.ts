// Real plans without an annotation of their own, annotated by us: test/corpus/real/*.json name the words by their
// places in the text (marks of Markdown left out, white space as one blank) and hold no sentence of them.
// The rules were mended with each set of three only after its first score had been taken (test/corpus/README.md).

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../src/document/read-document.ts'
import type { DraftPlan } from '../src/reading/draft.ts'
import { readPlan } from '../src/reading/read-plan.ts'
import accepted from './corpus-accepted.json' with { type: 'json' }
import { fallenBelow, scoresOf } from './scorer.ts'

const corpus = process.env.CHUTRI_CORPUS ?? ''
const folder = join(import.meta.dirname, 'corpus', 'real')

/** Pairs of places become the words that stand there. */
function withWords(value: unknown, text: string): unknown {
  if (Array.isArray(value)) {
    const [from, to] = value as unknown[]
    if (value.length === 2 && typeof from === 'number' && typeof to === 'number') return text.slice(from, to)
    return value.map((each) => withWords(each, text))
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withWords(inner, text)]))
}

test.skipIf(!existsSync(join(corpus, 'real'))).each(['first', 'second', 'third'] as const)(
  'real plans, %s set, read no worse than accepted',
  async (set) => {
    const pairs: { read: DraftPlan; annotated: DraftPlan }[] = []
    for (const name of readdirSync(folder)) {
      const { source, read, ...places } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      if (read !== set) continue
      const bytes = readFileSync(join(corpus, 'real', source))
      const text = bytes.toString('utf8').normalize('NFC').replaceAll('*', '').replace(/\s+/gu, ' ')
      pairs.push({
        read: readPlan(await readDocument(bytes, source)),
        annotated: withWords(places, text) as DraftPlan,
      })
    }
    const scores = await scoresOf(join(corpus, 'score.mjs'), pairs)
    console.log([`real plans, ${set} set: ${pairs.length}`, ...scores.table].join('\n'))
    expect(fallenBelow(accepted.real[set], scores)).toEqual([])
  },
)
