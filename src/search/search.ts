// Search as server and browser exchange it.
import { z } from 'zod'
import { STATUSES } from '../difficulty/difficulty.ts'

export const HIT_KINDS = ['plan', 'item', 'difficulty', 'agency', 'row'] as const
export type HitKind = (typeof HIT_KINDS)[number]

/** Of what was typed; the rest of a pasted page finds nothing more. */
export const MOST_TYPED = 300

export const SearchQuery = z.object({
  q: z.string().default(''),
  kind: z.enum(HIT_KINDS).optional(),
  /** How many of this kind were shown before. */
  after: z.coerce.number().int().min(0).max(10_000).default(0),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** Text with the found words told apart. */
const Pieces = z.array(z.object({ text: z.string(), isHit: z.boolean() }))
export type Pieces = z.infer<typeof Pieces>

const PlanName = { number: z.string().nullable(), title: z.string() }

const PlanHit = z.object({
  kind: z.literal('plan'),
  id: z.uuid(),
  ...PlanName,
  name: Pieces,
  issuer: z.string(),
  issued: z.string().nullable(),
  isDraft: z.boolean(),
  /** The lines of its text in which the words stand, the best first. */
  lines: z.array(z.object({ n: z.number().int(), text: Pieces })),
  /** How many further ones there are. */
  further: z.number().int(),
})

const ItemHit = z.object({
  kind: z.literal('item'),
  id: z.uuid(),
  plan: z.object({ id: z.uuid(), ...PlanName }),
  section: z.string(),
  quote: Pieces,
  /** Deliverables and agencies as printed, where the words stand there. */
  beside: Pieces,
  /** How many assignments it has, and the only one. */
  assignments: z.number().int(),
  assignmentId: z.uuid().nullable(),
})

const DifficultyHit = z.object({
  kind: z.literal('difficulty'),
  id: z.uuid(),
  plan: z.object({ id: z.uuid(), ...PlanName }),
  agency: z.string(),
  status: z.enum(STATUSES),
  raisedOn: z.iso.date(),
  text: Pieces,
  /** The proposed solution, where the words stand there. */
  proposal: Pieces,
})

const AgencyHit = z.object({
  kind: z.literal('agency'),
  id: z.uuid(),
  name: Pieces,
  code: z.string().nullable(),
  agencyKind: z.string(),
  parent: z.string().nullable(),
  /** The former province it belonged to; null: this one. */
  province: z.string().nullable(),
  /** First day it no longer exists; null: it exists. */
  endedOn: z.iso.date().nullable(),
  aliases: Pieces,
  /** Names of former days, where the words stand in one. */
  formerNames: Pieces,
})

/** A row of a register. */
const RowHit = z.object({
  kind: z.literal('row'),
  id: z.uuid(),
  register: z.string(),
  name: Pieces,
  code: Pieces,
  /** The commune or ward of the row; '' where it has none of its own. */
  place: z.string(),
})

export const Hit = z.discriminatedUnion('kind', [PlanHit, ItemHit, DifficultyHit, AgencyHit, RowHit])
export type Hit = z.infer<typeof Hit>
export type PlanHit = z.infer<typeof PlanHit>
export type ItemHit = z.infer<typeof ItemHit>
export type DifficultyHit = z.infer<typeof DifficultyHit>
export type AgencyHit = z.infer<typeof AgencyHit>
export type RowHit = z.infer<typeof RowHit>

export const SearchGroup = z.object({
  kind: z.enum(HIT_KINDS),
  count: z.number().int(),
  /** There are more than were looked at. */
  isMore: z.boolean(),
  hits: z.array(Hit),
  /** What to send as `after` for the hits behind these. */
  next: z.number().int().nullable(),
})
export type SearchGroup = z.infer<typeof SearchGroup>

export const SearchAnswer = z.object({
  groups: z.array(SearchGroup),
  /** Nothing holds all the words as typed: what is shown comes near. */
  isNear: z.boolean(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
