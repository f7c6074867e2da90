// What every rule of findings works with, and what it gives back.

import type { DraftTask, Finding, Heading, Indicator, Quoted } from './draft.ts'
import type { Zones } from './header.ts'
import type { Node } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

export interface Everything {
  zones: Zones
  root: Node
  headings: readonly Heading[]
  tasks: readonly DraftTask[]
  indicators: readonly Indicator[]
  paragraphs: readonly Paragraph[]
  /** Numbers of the lines recognised from a picture. */
  scanned: ReadonlySet<number>
}

/** A place and what is wrong there; with a severity of its own where the rule cannot be as sure as usual. */
export interface Fault extends Quoted {
  note: string
  severity?: Finding['severity']
}

export type FindFaults = (read: Everything) => Fault[]

export const fault = (
  { quote, spans }: Quoted,
  note: string,
  severity?: Finding['severity'] | undefined,
): Fault => ({ quote, spans, note, ...(severity && { severity }) })

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

export function* nodesOf(root: Node): Generator<Node> {
  for (const child of root.children) {
    yield child
    yield* nodesOf(child)
  }
}

/** The words from `from` to `to` with a few whole words on either side: enough to be found again. */
export function quoteAround(paragraph: Paragraph, from: number, to: number): Quoted {
  const { text } = paragraph
  const start = text.lastIndexOf(' ', Math.max(0, from - 10))
  const end = text.indexOf(' ', Math.min(text.length, to + 12))
  return quoteOf(paragraph, Math.max(0, start), end < 0 ? text.length : Math.max(to, end))
}
