// The history of a row as sentences. Pure.
import * as words from '../vocabulary/words.ts'
import type { Fact } from './kit/exchange.ts'
import { type Register, say } from './kit/register.ts'
import { type Labels, printValue } from './show.ts'

const w = words.registerPage.story

/** "thêm vào sổ", "nhập từ tệp a.xlsx", "chuyển tình trạng: Tạm ngừng": what follows the name of whoever did it. */
export function sentenceOf(register: Register, { act, batch }: Pick<Fact, 'act' | 'batch'>): string {
  const step = register.states?.steps[act]
  if (step) return w.step(say(step.label))
  if (batch) return w.import(batch.fileName)
  const known: Partial<Record<string, string>> = w.acts
  return known[act] ?? w.other
}

/** One line for each column that changed; of a new row none, for all of it is new. */
export function changesOf(register: Register, fact: Pick<Fact, 'changes'>, labels: Labels): string[] {
  return fact.changes.flatMap(({ column: name, before, after }) => {
    const column = register.columns[name]
    if (!column) return []
    const [from, to] = [printValue(column, before, labels), printValue(column, after, labels)]
    const label = say(column.label)
    if (column.kind === 'file') return [after === null ? w.fileOut(label) : w.fileIn(label)]
    if (from === null) return to === null ? [] : [w.filled(label, to)]
    return [to === null ? w.emptied(label, from) : w.changed(label, from, to)]
  })
}

/** The days on which this form of the row counted. */
export const daysOf = ({ since, until, isVoid }: Pick<Fact, 'since' | 'until' | 'isVoid'>): string =>
  isVoid ? w.countsNever : until ? w.counted(since, until) : w.counts(since)
