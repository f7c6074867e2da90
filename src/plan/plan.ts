// Plans as server and browser exchange them.
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { AgencyGroup } from '../agency/group.ts'
import type { Line } from '../document/line.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { ITEM_STATES } from '../task/item.ts'
import { EVERY } from '../task/period.ts'
import { COMPLETIONS } from '../task/task.ts'
import { Edit, OUTCOMES } from './review.ts'

export const PlanStatus = z.enum(['draft', 'published'])

const Named = z.object({ id: z.uuid(), name: z.string() })
const Overseer = Named.nullable()

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
  overseer: Overseer,
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  /** The published plan that this document adds duties to; null for a plan of its own. */
  addsTo: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }).nullable(),
  /** Of a published plan: all items, those tracked, and the assignments still asked for; 0 in a draft. */
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
  /** Of a document that adds to a published plan: how that plan was published, and its duties. */
  target: z
    .object({
      id: z.uuid(),
      number: z.string().nullable(),
      title: z.string(),
      overseer: Overseer,
      every: z.enum(EVERY),
      reportDays: z.number().int(),
      subDutyDays: z.number().int().nullable(),
      items: z.array(
        z.object({ id: z.uuid(), section: z.string(), quote: z.string(), leadPrinted: z.array(z.string()) }),
      ),
    })
    .nullable(),
})
export type ReviewData = z.infer<typeof ReviewData>

const Place = z.object({ line: z.number(), from: z.number(), to: z.number() })

export const PublishedItem = z.object({
  id: z.uuid(),
  /** The document whose lines the spans count in. */
  documentId: z.uuid(),
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
  state: z.enum(ITEM_STATES),
  dueOn: z.iso.date().nullable(),
  doneOn: z.iso.date().nullable(),
  /** Of an open one whose agencies have finished, the day they had: it waits for the overseer alone. */
  approvedOn: z.iso.date().nullable(),
  every: z.enum(EVERY).nullable(),
  event: z.string().nullable(),
  eventOn: z.iso.date().nullable(),
  completion: z.enum(COMPLETIONS),
  share: z.number().int().nullable(),
  /** The item's own, else the plan's. */
  leader: Named.nullable(),
  follower: Named.nullable(),
  /** How many leading assignments are asked for, how many of them are done, how many are overdue today. */
  assignments: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  /** How often it was corrected. */
  corrections: z.number().int(),
  /** The only assignment, where there is just one. */
  assignmentId: z.uuid().nullable(),
  leadName: z.string().nullable(),
})
export type PublishedItem = z.infer<typeof PublishedItem>

const Heading = z.object({ section: z.string(), label: z.string(), title: z.string(), level: z.number() })

/** One of the files a plan consists of, in their order: its own, then those that came later. */
export const PlanDocument = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  type: z.string(),
  title: z.string(),
  issuer: z.string(),
  issued: z.string().nullable(),
  fileName: z.string(),
  /** The files it was read from, in their order; its lines can be shown. A typed duty's document has neither. */
  files: z.array(z.string()),
  hasLines: z.boolean(),
  items: z.number().int(),
  addedAt: z.iso.datetime(),
  addedBy: z.string().nullable(),
  headings: z.array(Heading),
})
export type PlanDocument = z.infer<typeof PlanDocument>

/** A published plan: its items where they stand, and what was read beside them. */
export const PlanDetail = z.object({
  plan: Plan,
  documents: z.array(PlanDocument),
  /** Documents that would add to it and are still being reviewed. */
  drafts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  items: z.array(PublishedItem),
  draft: Draft,
  /** Who is in charge where an item has nobody of its own; why this person may not change that. */
  leader: Named.nullable(),
  follower: Named.nullable(),
  whyNotPeople: z.string().nullable(),
  /** Why this person may not correct the plan or add to it; null when they may. */
  whyNotCorrect: z.string().nullable(),
})
export type PlanDetail = z.infer<typeof PlanDetail>

export const PlanSource = z.object({ lines: Lines, notices: z.array(z.string()), draft: Draft })
export type PlanSource = z.infer<typeof PlanSource>
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
