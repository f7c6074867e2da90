// `tracker import FILE [--plan ID | --title NAME] [--overseer CODE] [--as LOGIN] [--dry-run] [--skip-faulty]`: a running
// tracking sheet brought in beside a running server. In: the flags. Out: counts and a line for each fault.
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import { importTracker, type TrackerOutcome } from '../tracker/import-tracker.ts'
import { sayFault } from '../tracker/tracker.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

const said = words.tracker

export const TRACKER_FLAGS = {
  plan: { type: 'string' },
  title: { type: 'string' },
  overseer: { type: 'string' },
  as: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'skip-faulty': { type: 'boolean' },
} as const

/** 1 when faults kept rows out of a real run, or when it was refused; 0 otherwise. */
export async function tracker({ words: [path = ''], flags }: Given, io: Surroundings): Promise<number> {
  const text = (flag: keyof typeof TRACKER_FLAGS) => (typeof flags[flag] === 'string' ? flags[flag] : null)
  const isDry = flags['dry-run'] === true
  const skipsFaulty = flags['skip-faulty'] === true
  const bytes = readBytes(path)
  if (!bytes) {
    io.err(words.cli.noFile(path))
    return 1
  }
  const order = {
    ...{ bytes, fileName: basename(path), isDry, skipsFaulty },
    ...{ login: text('as'), planId: text('plan'), title: text('title'), overseer: text('overseer') },
  }
  const outcome = await io.withStore((sql) => importTracker(sql, order, io.now()))
  for (const line of linesOf(outcome)) io.out(line)
  const { imported, checked } = outcome
  if (imported) io.out(said.cli.done(imported.fresh, imported.assignments, imported.planId))
  else if (isDry) io.out(said.cli.dry)
  else if (checked.rows.length === 0) io.out(said.nothingNew)
  else io.err(said.cli.faultsStop(checked.faulty.length))
  return isDry || skipsFaulty || checked.faulty.length === 0 ? 0 : 1
}

function readBytes(path: string): Uint8Array | null {
  try {
    // A film of some gigabytes is not even looked at.
    if (statSync(path).size > MOST_BYTES)
      throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

function linesOf({ person, columns, unused, checked }: TrackerOutcome): string[] {
  const { summary, faulty, known } = checked
  return [
    said.cli.person(person),
    said.cli.columns(columns.join('; ')),
    ...(unused.length ? [said.cli.unused(unused.join('; '))] : []),
    said.cli.counts(summary.rows, summary.fresh, summary.known, summary.faulty),
    ...faulty.flatMap(({ faults }) =>
      faults.map((fault) => said.cli.fault(`${fault.column}${fault.row}`, sayFault(fault))),
    ),
    ...known.flatMap(({ n, changes }) =>
      changes.map(({ field, before, after }) => {
        const label = said.fields[field]
        const value = (text: string) =>
          field === 'state' ? (said.states[text as keyof typeof said.states] ?? text) : text
        return said.cli.change(n, said.change(label, value(before), value(after)))
      }),
    ),
    ...summary.remarks.map(({ remark, rows }) => said.remarks[remark](rows)),
  ]
}
