// The document as read in, its faults out: data for the reviewer, never an error.

import type { DraftTask, Finding, Heading } from './draft.ts'
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

export function findFindings(read: Everything): Finding[] {
  void read
  return []
}
