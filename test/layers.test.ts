// The order of the house is law: a folder imports only from those above it in this list.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ORDER = [
  'base', // calendar, Vietnamese text, Refusal, config: knows no domain word
  'vocabulary', // data of the field, and the words of the screens
  'ui', // screen parts without domain
  'store', // PostgreSQL, migrations, files, audit
  'http', // server kit and the browser's client
  'identity', // people, accounts, roles
  'working-day', // days off as entered
  'job', // what the server does by itself
  'document', // bytes -> lines with position
  'reading', // lines -> draft plan
  'paper', // documents out: Word, Excel; the form of documents checked
  'agency', // directory, matching of printed names
  'register', // registers: one value in one file each, and the kit that makes pages of them
  'notice', // what agencies are told
  'task', // items, assignments, steps
  'signing', // a paper from its draft to its number: opinions, appraisal, submission, issue
  'difficulty', // what keeps the work back, until somebody has answered
  'cooperative', // yearly assessment, dissolution, support, extracts; petitions, warnings, what each office looks at
  'succession', // reorganisations: who follows on whom, what passes on; reports as of a day
  'plan', // review, publish
  'cascade', // plans that agencies owe, what covers which clause, drafts below, the year's programme
  'report', // periodic reports: duties, rounds, consolidation
  'waiting', // who waits for whom, blockers, what must be done first
  'discussion', // comments and mentions
  'dissemination', // sessions at which a plan was made known
  'urging', // reminders, the morning list, letters that urge
  'search', // over documents, items, agencies
  'tracker', // import of tracking sheets
  'rating', // rubric, points of agencies and heads
  'dashboard', // questions over all of it
  'setup', // first visit, sample province
  'cli', // commands
]

const SRC = join(import.meta.dirname, '../src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && statSync(join(SRC, name)).isFile())
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }))
const room = (name: string) => (name.includes('/') ? (name.split('/')[0] ?? '') : '')

test('every folder has its place in the order, and every place its folder', () => {
  expect([...new Set(files.map((file) => room(file.name)))].filter(Boolean).sort()).toEqual([...ORDER].sort())
})

test.each(files.filter((file) => room(file.name)))(
  '$name imports only from folders above its own',
  ({ name, text }) => {
    const allowed = ORDER.slice(0, ORDER.indexOf(room(name)) + 1)
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const target = relative(SRC, resolve(SRC, dirname(name), path))
      if (target.startsWith('..')) continue
      expect(allowed, `${name} imports ${target}`).toContain(room(target))
    }
  },
)

test('only the configuration and main read the environment and the clock', () => {
  const reading = files
    .filter((file) => !['base/config.ts', 'main.ts'].includes(file.name) && !/\.test\.tsx?$/.test(file.name))
    .filter((file) => /process\.env|new Date\(\)|Date\.now\(/.test(file.text))
  expect(reading.map((file) => file.name)).toEqual([])
})

test('no page imports the database', () => {
  const pages = files.filter(
    (file) => file.name.endsWith('.tsx') && /from '.*(queries|store\/|routes)(\.ts)?/.test(file.text),
  )
  expect(pages.map((file) => file.name)).toEqual([])
})

test('no folder is deeper than src/room', () => {
  expect(files.filter((file) => file.name.split('/').length > 3).map((file) => file.name)).toEqual([])
})
