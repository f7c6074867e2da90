// Trade-remedy warnings as server and browser exchange them: to whom each was sent, why, who has been told and who not yet.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'
import { MATCHED_BY, WARNING_STATES, WAYS } from './warning-match.ts'

const Day = z.iso.date()
const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })
const WhyNot = z.string().nullable()
const Text = (most: number) => z.string().normalize('NFC').trim().max(most)
const Reason = Text(2000).min(1, { error: () => words.warning.reasonMissing })

export const Why = z.object({
  productId: z.uuid(),
  product: z.string(),
  by: z.enum(MATCHED_BY),
  said: z.string(),
  markets: z.array(z.string()),
  isMarketOpen: z.boolean(),
})

/** A cooperative as lists of this room show it; `place` governs it. */
export const CooperativeRef = z.object({ id: z.uuid(), name: z.string(), code: z.string(), place: Named })
export type CooperativeRef = z.infer<typeof CooperativeRef>

export const WarningRow = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  kind: z.string(),
  issuedBy: z.string(),
  issuedOn: Day,
  endsOn: Day.nullable(),
  state: z.enum(WARNING_STATES),
  sentOn: Day.nullable(),
  /** Cooperatives it was sent to, and those of them who have been told. */
  recipients: Count,
  told: Count,
})
export type WarningRow = z.infer<typeof WarningRow>

export const WarningQuery = z.object({
  state: z.enum([...WARNING_STATES, 'all']).default('all'),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(200).optional(),
})
export type WarningQuery = z.infer<typeof WarningQuery>
export const WARNING_TABS = ['all', ...WARNING_STATES] as const

export const WarningList = z.object({
  rows: z.array(WarningRow),
  next: z.string().nullable(),
  counts: z.record(z.enum(WARNING_TABS), Count),
})
export type WarningList = z.infer<typeof WarningList>

/** Of one commune: who of its cooperatives was told. */
const OfPlace = z.object({ place: Named, recipients: Count, told: Count })

export const Warning = WarningRow.extend({
  document: z.string().nullable(),
  content: z.string(),
  hsCodes: z.array(z.string()),
  productWords: z.array(z.string()),
  markets: z.array(z.string()),
  /** Of the row of the register. */
  rowVersion: Count,
  /** Of the sending; 0 while it was not sent. */
  version: Count,
  sentBy: z.string().nullable(),
  withdrawn: z.object({ on: Day, by: z.string(), reason: z.string() }).nullable(),
  /** Cooperatives that match today and were neither told of it nor left out: after the sending, the new ones. */
  newMatches: Count,
  leftOut: Count,
  places: z.array(OfPlace),
  today: Day,
  may: z.object({ send: WhyNot, withdraw: WhyNot }),
})
export type Warning = z.infer<typeof Warning>

export const Match = z.object({ cooperative: CooperativeRef, why: z.array(Why) })
export type Match = z.infer<typeof Match>
export const Matches = z.object({ matches: z.array(Match) })

export const RecipientQuery = z.object({
  /** no: still to be told · yes: told · out: left out by a person. */
  told: z.enum(['no', 'yes', 'out']).default('no'),
  place: z.uuid().optional(),
  after: z.string().max(400).optional(),
})
export type RecipientQuery = z.infer<typeof RecipientQuery>

export const Recipient = z.object({
  cooperative: CooperativeRef,
  kind: z.enum(['matched', 'added', 'left-out']),
  why: z.array(Why),
  reason: z.string(),
  sentOn: Day,
  actor: z.string(),
  told: z
    .object({ on: Day, way: z.enum(WAYS), note: z.string(), by: z.string(), agency: z.string().nullable() })
    .nullable(),
  /** Why this reader may not record that it was told. */
  whyNotTell: WhyNot,
})
export type Recipient = z.infer<typeof Recipient>
export const Recipients = z.object({ recipients: z.array(Recipient), next: z.string().nullable() })

/** Whom to add: by name or number. */
export const Candidates = z.object({ cooperatives: z.array(CooperativeRef) })

const Picked = z.object({ cooperativeId: z.uuid(), reason: Reason })
export const MOST_PICKED = 500
export const SendForm = z.object({
  /** The version of the register's row that was on the screen. */
  rowVersion: Count,
  /** Beside those that match. */
  added: z.array(Picked).max(MOST_PICKED).default([]),
  /** Of those that match. */
  leftOut: z.array(Picked).max(MOST_PICKED).default([]),
})
export type SendForm = z.infer<typeof SendForm>
export const Sent = z.object({ version: Count, recipients: Count, places: Count })

export const TellForm = z.object({
  cooperativeIds: z
    .array(z.uuid())
    .min(1, { error: () => words.warning.nobodyChosen })
    .max(MOST_PICKED),
  on: Day,
  way: z.enum(WAYS, { error: () => words.warning.wayMissing }),
  note: Text(1000).default(''),
})
export type TellForm = z.infer<typeof TellForm>
export const Told = z.object({ told: Count })

export const ReasonForm = z.object({ reason: Reason })

/** On the page of a cooperative: the warnings it was sent. */
export const OfCooperative = z.object({
  warnings: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      sentOn: Day,
      state: z.enum(WARNING_STATES),
      toldOn: Day.nullable(),
      why: z.array(Why),
    }),
  ),
})
