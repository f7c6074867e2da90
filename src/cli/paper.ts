// `chutri paper check FILE.docx`: where a document departs from Decree 30/2020/NĐ-CP. Exit code 0: nowhere; 1: somewhere;
// 2: the file cannot be read.
import { readFileSync, statSync } from 'node:fs'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import { checkDocument, type Departure } from '../paper/check.ts'
import * as words from '../vocabulary/words.ts'
import type { Given } from './command.ts'
import type { Io } from './extract.ts'

const w = words.form.cli

function lineOf({ rule, found, wanted, where, times, basis }: Departure): string {
  const said = w.line(words.form.parts[rule], found, wanted)
  const place = where ? [words.form.where(where.paragraph, where.words)] : []
  const often = times > 1 ? [words.form.times(times)] : []
  return `- ${said}\n  ${[...place, ...often, `[${basis}]`].join(' ')}`
}

function readBytes(file: string): Uint8Array {
  const noFile = () => new Refusal('invalid', 'cli.no-file', words.cli.noFile(file))
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw noFile()
  if (size > MOST_BYTES) throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
  try {
    return readFileSync(file)
  } catch {
    throw noFile()
  }
}

/** Prints each departure with where it is, what is there, what the rule wants and where the rule stands. */
export async function paperCheck({ words: [file = ''] }: Given, io: Io): Promise<number> {
  try {
    const { profile, departures } = checkDocument(readBytes(file))
    const said = w.profiles[profile]
    if (departures.length === 0) {
      io.out(w.clean(said))
      return 0
    }
    io.out([w.found(departures.length, said), ...departures.map(lineOf)].join('\n'))
    return 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(error.message)
    return 2
  }
}
