// How long reading takes, from the bytes of a .docx to its findings, beside mammoth's .docx → HTML on the same
// files in the same run; and how the time grows with the length of a text. Prints tables; `--json` one object.
// CHUTRI_CORPUS adds the annotated plans to our own documents. Asserts nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import mammoth from 'mammoth'
import { readDocument, readText } from '../src/document/read-document.ts'
import { readPlan } from '../src/reading/read-plan.ts'

const ROUNDS = 24

/** Files under `folder`, at most one folder deep, that end with `ending`. */
const filesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => join(entry.parentPath, entry.name))
    : []

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Milliseconds of one call once warm: the median of several. */
async function timed(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return median(times.slice(Math.floor(ROUNDS / 2)))
}

interface Measure {
  value: number
  unit: string
  rival: number | null
  ratio: number | null
}
const result: Record<string, Measure> = {}
const measure = (name: string, value: number, unit: string, rival: number | null = null): void => {
  const rounded = (n: number): number => Math.round(n * 100) / 100
  result[name] = {
    value: rounded(value),
    unit,
    rival: rival === null ? null : rounded(rival),
    ratio: rival === null || rival === 0 ? null : rounded(value / rival),
  }
}

const own = join(import.meta.dirname, '..', 'test', 'corpus')
const corpus = process.env.CHUTRI_CORPUS
const files = [...filesIn(own, '.docx'), ...(corpus ? filesIn(join(corpus, 'gold'), '.docx') : [])]
let ours = 0
let rivals = 0
let characters = 0
for (const file of files) {
  const bytes = readFileSync(file)
  const source = await readDocument(bytes, file)
  const size = source.lines.reduce((sum, line) => sum + line.text.length, 0)
  const reading = await timed(async () => readPlan(await readDocument(bytes, file)))
  const rival = await timed(() => mammoth.convertToHtml({ buffer: bytes }))
  const name = basename(file) === 'source.docx' ? basename(join(file, '..')) : basename(file)
  measure(`${name}, ${Math.round(size / 1000)} kB`, reading, 'ms', rival)
  ours += reading
  rivals += rival
  characters += size
}
measure('all .docx together', ours, 'ms', rivals)
measure('per 10 kB of text', (ours / characters) * 10_000, 'ms', (rivals / characters) * 10_000)

// A plan of 40 kB and more of it: twice the text should take twice the time. The rival is what straight
// proportion to the 40 kB plan would take.
const paragraphs = filesIn(own, '.txt').map((file) => readFileSync(file, 'utf8'))
const text = paragraphs.join('\n\n')
let base = 0
for (const kilobytes of [40, 80, 160, 320, 640, 1280]) {
  const long = text.repeat(Math.ceil((kilobytes * 1000) / text.length)).slice(0, kilobytes * 1000)
  const time = await timed(async () => readPlan(readText(long)))
  if (base === 0) base = time / kilobytes
  measure(`text of ${kilobytes} kB`, time, 'ms', kilobytes === 40 ? null : base * kilobytes)
}

if (process.argv.includes('--json')) console.log(JSON.stringify(result))
else {
  console.log(`${'reading'.padEnd(34)}${'ours'.padStart(10)}${'rival'.padStart(12)}${'ratio'.padStart(8)}`)
  for (const [name, { value, unit, rival, ratio }] of Object.entries(result))
    console.log(
      `${name.padEnd(34)}${`${value.toFixed(1)} ${unit}`.padStart(10)}` +
        `${(rival === null ? '' : `${rival.toFixed(1)} ${unit}`).padStart(12)}${(ratio?.toFixed(2) ?? '').padStart(8)}`,
    )
  console.log('rival: mammoth .docx → HTML; for texts, straight proportion to the first')
}
