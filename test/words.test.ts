// Every word of the screens is used: what no file of src/ says any more is deleted.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as vi from '../src/vocabulary/words.ts'

const SRC = join(import.meta.dirname, '../src')
const speaking = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join(SRC, name), 'utf8'))
  .filter((text) => /import \* as words from '[^']*words\.ts'/.test(text))
  .map(plain)

/** Other names for a room are written out: "const w = words.task" and "const { columns } = words.task". */
function plain(text: string): string {
  let written = text.replace(/\s*\n\s*(?=\.)/g, '')
  for (const [, name = '', path = ''] of written.matchAll(/const (\w+) = (words(?:\.\w+)+)\n/g))
    written = written.replace(new RegExp(`(?<![\\w.])${name}(?=\\.)`, 'g'), path)
  for (const [, names = '', path = ''] of written.matchAll(/const \{([^}]+)\} = (words(?:\.\w+)+)\n/g))
    written += names.split(',').map((name) => `\n${path}.${name.trim()} `)
  return written
}

const leaves = (at: string[], value: unknown): string[][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves([...at, key], inner))
    : [at]

/** Named itself, or inside a table that is taken whole or asked by a key ("words.task.steps[step]"). */
function isUsed(path: string[]): boolean {
  const said = (some: string[], after: string) => {
    const pattern = new RegExp(`\\bwords\\.${some.join('\\.')}${after}`)
    return speaking.some((text) => pattern.test(text))
  }
  if (said(path, '(?![\\w])')) return true
  return path.slice(0, -1).some((_, i) => i >= 1 && said(path.slice(0, i + 1), '(?![\\w.])'))
}

test('no word of the screens is left over', () => {
  expect(
    leaves([], vi)
      .filter((path) => !isUsed(path))
      .map((path) => path.join('.')),
  ).toEqual([])
})

// language.ts waits for English: what English itself waits for must not wait for language.ts.
test('English imports nothing that is said in the language in use', () => {
  const own = join(SRC, 'vocabulary/en')
  const imported = readdirSync(own)
    .flatMap((name) => [
      ...readFileSync(join(own, name), 'utf8').matchAll(/^(?:import (?!type)|export .*from).*'(.*)'/gm),
    ])
    .map(([, path = '']) => path)
    .filter((path) => !path.startsWith('./'))
  expect([...new Set(imported)].sort()).toEqual(['../date.ts', '../program.ts'])
})
