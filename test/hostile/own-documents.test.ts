// Our own documents, and the real ones of CHUTRI_CORPUS, shuffled, cut and repeated: reading gives a plan for all of
// it, never an error, and every quote stands where its spans say.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/base/refusal.ts'
import type { SourceDocument } from '../../src/document/line.ts'
import { readText } from '../../src/document/read-document.ts'
import type { DraftPlan } from '../../src/reading/draft.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { runs, TIME } from '../nightly.ts'

const corpus = join(import.meta.dirname, '..', 'corpus')
const texts = [corpus, join(corpus, 'shapes')].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && readdirSync(join(folder, each.name)).includes('source.txt'))
    .map((each) => readFileSync(join(folder, each.name, 'source.txt'), 'utf8')),
)
const given = process.env.CHUTRI_CORPUS
if (given)
  for (const folder of ['gold', 'real'].map((name) => join(given, name)))
    for (const name of readdirSync(folder))
      if (/\.(?:txt|md)$/u.test(name)) texts.push(readFileSync(join(folder, name), 'utf8'))
const rows = texts.flatMap((text) => text.split('\n'))

function expectWhole(source: SourceDocument, plan: DraftPlan): void {
  for (const { quote, spans } of [...plan.tasks, ...plan.indicators, ...plan.reporting]) {
    const words = spans.map(({ line, from, to }) => source.lines[line]?.text.slice(from, to)).join(' ')
    expect(words).toBe(quote)
  }
  for (const each of [...plan.outline, ...plan.references, ...plan.findings])
    for (const { line, from, to } of each.spans) {
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(source.lines[line]?.text.length ?? -1)
    }
  for (const n of plan.unread) expect(source.lines[n]).toBeDefined()
}

function read(text: string): void {
  let source: SourceDocument
  try {
    source = readText(text)
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    return
  }
  expectWhole(source, readPlan(source))
}

/** Some of the words, as a hand that slips or a page that is torn leaves them. */
const cutRow = (row: string, at: number): string => row.slice(0, Math.floor((at * row.length) / 100))

describe('any pieces of our own documents in any order', () => {
  test('lines of one document shuffled, with some missing', TIME, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts).chain((text) => fc.shuffledSubarray(text.split('\n'), { minLength: 1 })),
        (lines) => read(lines.join('\n')),
      ),
      { numRuns: runs(120) },
    )
  })

  test('lines of all documents mixed, some cut, some joined without a break', TIME, () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...rows), fc.nat(100), fc.constantFrom('\n', '\n\n', ' ', '\t', '')),
          {
            minLength: 1,
            maxLength: 80,
          },
        ),
        (pieces) => read(pieces.map(([row, at, end]) => `${cutRow(row, at)}${end}`).join('')),
      ),
      { numRuns: runs(200) },
    )
  })

  test('a document broken off at any place', TIME, () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(1000), (text, at) =>
        read(text.slice(0, Math.floor((at * text.length) / 1000))),
      ),
      { numRuns: runs(100) },
    )
  })
})
