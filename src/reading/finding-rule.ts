// What every rule of findings works with.

import type { DraftTask, Finding, Heading, Span } from './draft.ts'
import type { Zones } from './header.ts'
import type { Node } from './outline.ts'
import type { Paragraph } from './paragraph.ts'

export interface Everything {
  zones: Zones
  root: Node
  headings: readonly Heading[]
  tasks: readonly DraftTask[]
  paragraphs: readonly Paragraph[]
}

export type Rule = (read: Everything) => Finding[]

export const finding = (
  rule: string,
  quoted: { quote: string; spans: Span[] },
  note: string,
  severity: Finding['severity'] = 'error',
): Finding => ({ rule, severity, ...quoted, note })

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

export function* nodesOf(root: Node): Generator<Node> {
  for (const child of root.children) {
    yield child
    yield* nodesOf(child)
  }
}
