// The history of a row as sentences: who did what, when, from which day on it counts, and what it changed. Pure.
import * as words from '../../vocabulary/words.ts'
import type { Fact } from './exchange.ts'
import { type Column, type Register, say, type Value } from './register.ts'

export interface Told {
  version: number
  /** "Nguyễn Văn A thay đổi 2 mục, tính từ ngày 01/3/2026." */
  sentence: string
  /** "Số thành viên: 12 → 15". */
  changes: { label: string; before: string; after: string }[]
  reason: string
  at: string
}

/** A value as it is read on the page. `labels`: what agencies and rows are called. */
export function printValue(
  column: Column | undefined,
  value: Value,
  labels: Readonly<Record<string, string>>,
): string {
  if (value === null || !column) return value === null ? words.register.story.nothing : String(value)
  const option = (one: string) =>
    column.kind === 'choice' || column.kind === 'choices'
      ? column.options.find((offered) => offered.value === one)
      : undefined
  const named = (one: string) => {
    const offered = option(one)
    return offered ? say(offered.label) : one
  }
  if (Array.isArray(value)) return value.map(named).join('; ')
  if (typeof value === 'boolean') return value ? words.register.story.yes : words.register.story.no
  if (typeof value === 'number') {
    if (column.kind === 'year') return String(value)
    if (column.kind === 'money') return words.register.story.money(words.number(value))
    return column.kind === 'number'
      ? `${words.number(value)} ${say(column.unit)}`.trim()
      : words.number(value)
  }
  if (column.personal) return value
  if (column.kind === 'date') return words.day(value)
  if (column.kind === 'place' || column.kind === 'agency' || column.kind === 'ref')
    return labels[value] ?? words.register.story.unknown
  return named(value)
}

const shownChanges = ({ columns }: Register, { changes }: Fact) =>
  changes.filter(({ column }) => columns[column]?.kind !== 'file')

/** What one fact says. */
export function tellFact(register: Register, fact: Fact, labels: Readonly<Record<string, string>>): Told {
  const { version, act, actor, since, at, reason, batch } = fact
  const { story } = words.register
  const step = register.states?.steps[act]
  const day = words.day(since)
  const sentence = batch
    ? version === 1
      ? story.imported(actor, batch.fileName, day)
      : story.importedChange(actor, batch.fileName, day)
    : step
      ? story.step(actor, say(step.label), day)
      : act === 'create'
        ? story.create(actor, day)
        : act === 'void'
          ? story.void(actor)
          : act === 'restore'
            ? story.restore(actor)
            : act === 'pass-on'
              ? story.passOn(actor, day)
              : story.change(actor, day)
  return {
    ...{ version, sentence, reason, at },
    // Of a file its name says what it is, not its hash.
    changes: shownChanges(register, fact).map(({ column, before, after }) => {
      const one = register.columns[column] ?? register.columns[column.replace(/Name$/, '')]
      return {
        label: one ? say(one.label) : column,
        before: printValue(one, before, labels),
        after: printValue(one, after, labels),
      }
    }),
  }
}
