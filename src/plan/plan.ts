// Plans as server and browser exchange them.
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { AgencyGroup } from '../agency/group.ts'
import type { Line } from '../document/line.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { EVERY } from '../task/period.ts'
import { Edit, OUTCOMES } from './review.ts'

export const PlanStatus = z.enum(['draft', 'published'])

export const Plan = z.object({
  id: z.uuid(),
  status: PlanStatus,
  fileName: z.string(),
  number: z.string().nullable(),
  type: z.string(),
  title: z.string(),
  issuer: z.string(),
  issued: z.string().nullable(),
  periodFrom: z.number().int().nullable(),
  periodTo: z.number().int().nullable(),
  overseer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  /** Of a published plan: all items, those tracked, and the assignments they made; 0 in a draft. */
  items: z.number().int(),
  tracked: z.number().int(),
  assignments: z.number().int(),
})
export type Plan = z.infer<typeof Plan>

export const PlanList = z.object({ plans: z.array(Plan), next: z.string().nullable() })

// The source and the draft were made by reading/ and are only stored: their form is checked there, once.
const Lines = z.custom<Line[]>((value) => Array.isArray(value))
const Draft = z.custom<DraftPlan>((value) => typeof value === 'object' && value !== null)

/** Everything the review screen works with; further edits are folded in the browser. */
export const ReviewData = z.object({
  plan: Plan,
  lines: Lines,
  notices: z.array(z.string()),
  draft: Draft,
  edits: z.array(Edit),
  agencies: z.array(Agency),
  groups: z.array(AgencyGroup),
  today: z.iso.date(),
  /** This province by name, and the former ones it holds now: their plans name agencies of their time. */
  here: z.string(),
  formerProvinces: z.array(z.string()),
  /** The agency of whoever reviews, which will oversee the plan; null for a person of none. */
  overseerId: z.uuid().nullable(),
})
export type ReviewData = z.infer<typeof ReviewData>

const Place = z.object({ line: z.number(), from: z.number(), to: z.number() })

export const PublishedItem = z.object({
  id: z.uuid(),
  section: z.string(),
  origin: z.enum(['body', 'appendix', 'organisation']),
  outcome: z.enum(OUTCOMES),
  quote: z.string(),
  spans: z.array(Place),
  leadPrinted: z.array(z.string()),
  coordinatingPrinted: z.array(z.string()),
  deliverables: z.array(z.string()),
  dueText: z.string(),
  dueTo: z.iso.date().nullable(),
  mergedInto: z.uuid().nullable(),
  /** How many assignments it has, and how many of them are done. */
  assignments: z.number().int(),
  done: z.number().int(),
  /** The only assignment, where there is just one. */
  assignmentId: z.uuid().nullable(),
  leadName: z.string().nullable(),
})
export type PublishedItem = z.infer<typeof PublishedItem>

/** A published plan: its items where they stand, and what was read beside them. */
export const PlanDetail = z.object({
  plan: Plan,
  items: z.array(PublishedItem),
  /** Heading titles by section label. */
  headings: z.array(
    z.object({ section: z.string(), label: z.string(), title: z.string(), level: z.number() }),
  ),
  draft: Draft,
})
export type PlanDetail = z.infer<typeof PlanDetail>

export const PlanSource = z.object({ lines: Lines, notices: z.array(z.string()) })
export const NewPlan = z.object({ id: z.uuid(), version: z.number().int() })
export type NewPlan = z.infer<typeof NewPlan>

/** How far a document is: pages recognised and pages in all (0 of 0 when it needs no recognising). */
export const ReadingState = z.object({
  key: z.string(),
  fileName: z.string(),
  isWaiting: z.boolean(),
  done: z.number().int(),
  of: z.number().int(),
  /** Ended while nobody listened: the draft it became, or the sentence why it became none. */
  planId: z.uuid().nullable(),
  problem: z.string().nullable(),
})
export type ReadingState = z.infer<typeof ReadingState>
export const ReadingList = z.object({ readings: z.array(ReadingState) })

/** How a plan is laid on the agencies when it is published. */
export const Publication = z.object({
  overseerId: z.uuid(),
  /** Days before the lead's own day on which a coordinating agency's part is due; null: no parts are given. */
  subDutyDays: z.number().int().min(0).max(365).nullable().default(0),
  /** What "theo kỳ báo cáo" means in this plan, and how many days after its window a report is due. */
  every: z.enum(EVERY).default('year'),
  reportDays: z.number().int().min(0).max(60).default(0),
  leaderId: z.uuid().nullable().default(null),
  followerId: z.uuid().nullable().default(null),
})
export type Publication = z.infer<typeof Publication>

export const Version = z.object({ version: z.number().int() })
export const Published = z.object({ id: z.uuid(), assignments: z.number().int(), version: z.number().int() })
