// Our own documents of further shapes, annotated before any rule was written for them, and plans written and annotated
// by people who did not know the program: read, measured together, printed, and compared with the accepted figures.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../src/document/read-document.ts'
import type { DraftPlan, DraftTask } from '../src/reading/draft.ts'
import { readPlan } from '../src/reading/read-plan.ts'
import accepted from './corpus-accepted.json' with { type: 'json' }

const key = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** How many of `found` stand in `expected`, each counted once. */
function shared(found: readonly string[], expected: readonly string[]): number {
  const left = [...expected]
  return found.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

class Measures {
  readonly #counts = new Map<string, { hit: number; found: number; expected: number }>()

  add(name: string, found: readonly string[], expected: readonly string[]): void {
    const count = this.#counts.get(name) ?? { hit: 0, found: 0, expected: 0 }
    count.hit += shared(found, expected)
    count.found += found.length
    count.expected += expected.length
    this.#counts.set(name, count)
  }

  f1(): Record<string, number> {
    return Object.fromEntries(
      [...this.#counts].map(([name, { hit, found, expected }]) => [
        name,
        (2 * hit) / Math.max(1, found + expected),
      ]),
    )
  }
}

function measure(measures: Measures, found: DraftPlan, expected: DraftPlan): void {
  const fields = ({ document: { signer, recipients: _, ...head } }: DraftPlan): string[] =>
    Object.entries({ ...head, ...signer }).map(([name, value]) => `${name} ${key(JSON.stringify(value))}`)
  measures.add('document', fields(found), fields(expected))
  measures.add('recipients', found.document.recipients.map(key), expected.document.recipients.map(key))
  const references = (plan: DraftPlan): string[] =>
    plan.references.map((each) => `${each.number} ${each.date} ${each.relation}`)
  measures.add('references', references(found), references(expected))
  const outline = (plan: DraftPlan): string[] =>
    plan.outline.map((each) => `${each.label} ${key(each.title)}`.toLowerCase())
  measures.add('outline', outline(found), outline(expected))
  const quotes = (plan: DraftPlan): string[] => plan.tasks.map((task) => key(task.quote))
  measures.add('tasks', quotes(found), quotes(expected))
  const byQuote = new Map(found.tasks.map((task) => [key(task.quote), task]))
  for (const own of expected.tasks) {
    const task = byQuote.get(key(own.quote))
    if (!task) continue
    const due = ({ due: { kind, from, to } }: DraftTask): string[] => [`${kind} ${from} ${to}`]
    measures.add('lead', task.lead.map(key), own.lead.map(key))
    measures.add('coordinating', task.coordinating.map(key), own.coordinating.map(key))
    measures.add('due', due(task), due(own))
    measures.add('section', [task.section.toLowerCase()], [own.section.toLowerCase()])
  }
}

test.each(['shapes', 'fresh'] as const)('%s are read no worse than accepted', async (set) => {
  const folder = join(import.meta.dirname, 'corpus', set)
  const measures = new Measures()
  for (const name of readdirSync(folder)) {
    const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.')) ?? ''
    const found = readPlan(await readDocument(readFileSync(join(folder, name, source)), source))
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as DraftPlan
    measure(measures, found, expected)
  }
  const total = measures.f1()
  console.log(
    [set as string]
      .concat(Object.entries(total).map(([name, f1]) => `${name.padEnd(42)} ${f1.toFixed(3)}`))
      .join('\n'),
  )
  expect(Object.entries(accepted[set]).filter(([name, least]) => (total[name] ?? 0) < least)).toEqual([])
})
