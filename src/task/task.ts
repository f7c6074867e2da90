// Items and assignments: what the parts of the program hand each other. Rules of the steps follow below.
import type { Due, Origin, Span } from '../reading/draft.ts'

/** One item of a plan being published, with the agencies that will bear it. */
export interface NewItem {
  id: string
  ordinal: number
  section: string
  origin: Origin
  outcome: 'assign' | 'each' | 'orientation' | 'merged'
  quote: string
  spans: Span[]
  leadPrinted: string[]
  coordinatingPrinted: string[]
  deliverables: string[]
  due: Due
  mergedInto: string | null
  /** Agencies that each get an assignment: one for assign, all members for each, none otherwise. */
  bearers: string[]
  coordinators: string[]
}
