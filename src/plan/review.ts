// The review: the machine's draft with people's edits folded over it. Pure, the same in server and browser.
// In: draft and edits. Out: items, names and head as they stand. Undo is folding one edit less.
import { z } from 'zod'
import { agencyKey } from '../agency/agency.ts'
import { Refusal } from '../base/refusal.ts'
import { LinkTo } from '../indicator/indicator.ts'
import type {
  DocumentHead,
  Doubt,
  DraftPlan,
  DraftTask,
  Due,
  Origin,
  RuleName,
  Span,
} from '../reading/draft.ts'
import { lastDayOf } from '../reading/due.ts'
import { EVERY } from '../task/period.ts'
import { COMPLETIONS, type Completion } from '../task/task.ts'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'

/** assign: giao (one lead) · each: giao cho từng thành viên · orientation: định hướng · merged: gộp. */
export const OUTCOMES = ['assign', 'each', 'orientation', 'merged'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const SpanForm = z.object({
  line: z.number().int().min(0),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
})
const Day = z.iso.date()
export const DueForm = z.object({
  text: z.string().max(300),
  kind: z.enum(['date', 'month', 'quarter', 'year', 'years', 'annual', 'ongoing', 'conditional', 'none']),
  from: Day.nullable(),
  to: Day.nullable(),
})
const ItemId = z.string().min(1).max(60)
export const Names = z.array(z.string().trim().min(1).max(500)).max(50)
export const Quote = z.string().trim().min(1).max(20_000)

/** What a printed name stands for in this plan, decided by a person. */
export const NameTarget = z.union([
  z.object({ agency: z.uuid() }),
  /** A word of the groups, or the id of a named one. */
  z.object({ group: z.union([z.enum(GROUPS), z.uuid()]) }),
])
export type NameTarget = z.infer<typeof NameTarget>

export const EVERY_CHOICES = ['period', ...EVERY, 'once'] as const
export type EveryChoice = (typeof EVERY_CHOICES)[number]

export const Edit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('outcome'),
    ids: z.array(ItemId).min(1),
    outcome: z.enum(['assign', 'each', 'orientation']),
  }),
  /** Choose which printed lead leads; the others coordinate. */
  z.object({ kind: z.literal('lead'), id: ItemId, lead: z.string().min(1) }),
  z.object({ kind: z.literal('merge'), ids: z.array(ItemId).min(1), into: ItemId }),
  z.object({
    kind: z.literal('change'),
    ids: z.array(ItemId).min(1),
    quote: Quote.optional(),
    lead: Names.optional(),
    coordinating: Names.optional(),
    deliverables: Names.optional(),
    due: DueForm.optional(),
  }),
  /** Says again what the plan that this document adds to says already: `item` of that plan. */
  z.object({ kind: z.literal('already'), ids: z.array(ItemId).min(1), item: z.uuid() }),
  /** How often it comes back: "period" as the plan reports, "once" not at all. */
  z.object({ kind: z.literal('every'), ids: z.array(ItemId).min(1), every: z.enum(EVERY_CHOICES) }),
  /** What it waits for before its time runs; empty: nothing. */
  z.object({
    kind: z.literal('event'),
    ids: z.array(ItemId).min(1),
    event: z.string().normalize('NFC').trim().max(500),
  }),
  /** When a duty that several bear is done. */
  z
    .object({
      kind: z.literal('completion'),
      ids: z.array(ItemId).min(1),
      rule: z.enum(COMPLETIONS),
      share: z.number().int().min(1).max(100).nullable(),
    })
    .refine(({ rule, share }) => (rule === 'share') === (share !== null), {
      error: () => words.correction.shareMissing,
      path: ['share'],
    }),
  /** The leader in charge and who follows it; left out: as it is. */
  z.object({
    kind: z.literal('people'),
    ids: z.array(ItemId).min(1),
    leaderId: z.uuid().nullable().optional(),
    followerId: z.uuid().nullable().optional(),
  }),
  /** Two duties in one item: `at` is where the second begins in the quote. */
  z.object({ kind: z.literal('split'), id: ItemId, at: z.number().int().min(1), newId: ItemId }),
  z.object({
    kind: z.literal('add'),
    id: ItemId,
    after: ItemId.nullable(),
    quote: Quote,
    spans: z.array(SpanForm).max(200),
    section: z.string().max(60),
  }),
  z.object({ kind: z.literal('delete'), ids: z.array(ItemId).min(1) }),
  /** Every place of the plan that prints this name means this agency or group. */
  z.object({ kind: z.literal('name'), printed: z.string().min(1).max(500), to: NameTarget }),
  /** What a printed indicator of the plan is in the province's list: publishing links it and keeps its targets. */
  z.object({ kind: z.literal('indicator'), id: ItemId, to: LinkTo }),
  z.object({
    kind: z.literal('head'),
    number: z.string().trim().min(1).max(60).nullable().optional(),
    title: z.string().trim().min(1).max(1000).optional(),
    issuer: z.string().trim().max(300).optional(),
    date: z
      .string()
      .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
      .nullable()
      .optional(),
  }),
])
export type Edit = z.infer<typeof Edit>

export interface ReviewItem {
  id: string
  origin: Origin
  section: string
  quote: string
  spans: Span[]
  lead: string[]
  coordinating: string[]
  deliverables: string[]
  due: Due
  /** What a person decided; null: nothing yet, resolving may propose something. */
  outcome: Outcome | null
  /** The printed lead a person chose among several. */
  chosenLead: string | null
  mergedInto: string | null
  /** The duty of the body that reading takes this annex row to repeat. */
  repeats: string | null
  /** Of a document that adds to a plan: the item of that plan which says the same; proposed, or a person's word. */
  already: string | null
  /** How it is followed up; null: nobody has decided. follow.ts proposes. */
  every: EveryChoice | null
  event: string | null
  completion: { rule: Completion; share: number | null } | null
  leaderId: string | null
  followerId: string | null
  byHand: boolean
  /** The rule that read it; null for what a person added or an older version read. */
  rule: RuleName | null
  /** Why to look twice at it; a decision on this one item settles them. */
  doubts: readonly Doubt[]
}

export interface Review {
  head: DocumentHead
  items: ReviewItem[]
  /** agencyKey of a printed name -> what a person said it means, however it is spelt elsewhere in the plan. */
  names: ReadonlyMap<string, NameTarget>
  /** Printed indicator -> what a person said it is; of the others indicator/suggest.ts proposes. */
  indicators: ReadonlyMap<string, LinkTo>
}

/**
 * Drafts stored before items were judged have no confidence: they count as sure. `already` was found when the draft
 * was made, among the duties of the plan that it adds to.
 */
export type Stored = Omit<DraftTask, 'confidence'> &
  Partial<Pick<DraftTask, 'confidence'>> & { already?: string }

const UNDECIDED = {
  ...{ outcome: null, chosenLead: null, mergedInto: null },
  ...{ every: null, event: null, completion: null, leaderId: null, followerId: null },
} as const

export function startReview(draft: DraftPlan): Review {
  return {
    head: draft.document,
    items: draft.tasks.map(({ confidence, already, ...task }: Stored) => ({
      ...task,
      ...UNDECIDED,
      already: already ?? null,
      rule: confidence?.rule ?? null,
      doubts: confidence?.doubts ?? [],
      // From here on `to` is the last day still in time, whatever way it was printed.
      due: { ...task.due, to: lastDayOf(task.due) },
      byHand: false,
    })),
    names: new Map(),
    indicators: new Map(),
  }
}

export const foldReview = (draft: DraftPlan, edits: readonly Edit[]): Review =>
  edits.reduce(applyEdit, startReview(draft))

/**
 * Refuses (kind invalid) an edit that speaks of items that are not there or would merge in a circle. A decision on one
 * item settles what was doubtful about it; one on a whole section does not, since nobody looked at each.
 */
export function applyEdit(review: Review, edit: Edit): Review {
  const after = decided(review, edit)
  const own = edit.kind === 'split' ? [edit.id, edit.newId] : ownIds(edit)
  const isSettled = (item: ReviewItem) => own.includes(item.id) && item.doubts.length > 0
  if (!after.items.some(isSettled)) return after
  return { ...after, items: after.items.map((item) => (isSettled(item) ? { ...item, doubts: [] } : item)) }
}

/** How a duty is followed up says nothing about how it was read. */
const FOLLOW_UP: readonly Edit['kind'][] = ['every', 'event', 'completion', 'people']

/** The item whose reading an edit is about, when it is about one. */
function ownIds(edit: Edit): string[] {
  if (edit.kind === 'lead') return [edit.id]
  return 'ids' in edit && edit.ids.length === 1 && !FOLLOW_UP.includes(edit.kind) ? edit.ids : []
}

function decided(review: Review, edit: Edit): Review {
  const change = (ids: readonly string[], make: (item: ReviewItem) => ReviewItem): Review => {
    for (const id of ids) itemOf(review, id)
    return { ...review, items: review.items.map((item) => (ids.includes(item.id) ? make(item) : item)) }
  }
  switch (edit.kind) {
    case 'outcome':
      return change(edit.ids, (item) => ({ ...item, outcome: edit.outcome, mergedInto: null, already: null }))
    case 'lead':
      if (!itemOf(review, edit.id).lead.includes(edit.lead))
        throw refuse('review.no-such-lead', words.review.faults.noSuchLead)
      return change([edit.id], (item) => ({
        ...item,
        outcome: 'assign',
        chosenLead: edit.lead,
        mergedInto: null,
        already: null,
      }))
    case 'merge': {
      if (edit.ids.includes(edit.into) || itemOf(review, edit.into).outcome === 'merged')
        throw refuse('review.merge-circle', words.review.faults.mergeCircle)
      if (review.items.some((item) => item.mergedInto && edit.ids.includes(item.mergedInto)))
        throw refuse('review.merge-chain', words.review.faults.mergeChain)
      return change(edit.ids, (item) => ({
        ...item,
        outcome: 'merged',
        mergedInto: edit.into,
        already: null,
      }))
    }
    case 'already':
      if (review.items.some((item) => item.mergedInto && edit.ids.includes(item.mergedInto)))
        throw refuse('review.merge-chain', words.review.faults.mergeChain)
      return change(edit.ids, (item) => ({
        ...item,
        outcome: 'merged',
        mergedInto: null,
        already: edit.item,
      }))
    // What comes back in periods waits for nothing, and the other way round.
    case 'every':
      return change(edit.ids, (item) => ({
        ...item,
        every: edit.every,
        event: edit.every === 'once' ? item.event : '',
      }))
    case 'event':
      return change(edit.ids, (item) => ({
        ...item,
        event: edit.event,
        every: edit.event ? 'once' : item.every,
      }))
    case 'completion':
      return change(edit.ids, (item) => ({ ...item, completion: { rule: edit.rule, share: edit.share } }))
    case 'people':
      return change(edit.ids, (item) => ({
        ...item,
        leaderId: edit.leaderId === undefined ? item.leaderId : edit.leaderId,
        followerId: edit.followerId === undefined ? item.followerId : edit.followerId,
      }))
    case 'change': {
      const { quote, lead, coordinating, deliverables, due } = edit
      return change(edit.ids, (item) => ({
        ...item,
        quote: quote ?? item.quote,
        lead: lead ?? item.lead,
        chosenLead: lead && !lead.includes(item.chosenLead ?? '') ? null : item.chosenLead,
        coordinating: coordinating ?? item.coordinating,
        deliverables: deliverables ?? item.deliverables,
        due: due ?? item.due,
        // A duty kept as orientation that is given a lead is tracked after all.
        outcome: lead?.length && item.outcome === 'orientation' ? null : item.outcome,
      }))
    }
    case 'split':
      return split(review, edit)
    case 'add': {
      refuseTaken(review, edit.id)
      const at = edit.after === null ? 0 : review.items.indexOf(itemOf(review, edit.after)) + 1
      return { ...review, items: review.items.toSpliced(at, 0, addedItem(edit, review)) }
    }
    case 'delete': {
      for (const id of edit.ids) itemOf(review, id)
      const items = review.items.filter((item) => !edit.ids.includes(item.id))
      // What was merged into a deleted item stands on its own again.
      return {
        ...review,
        items: items.map((item) =>
          item.mergedInto && edit.ids.includes(item.mergedInto)
            ? { ...item, outcome: null, mergedInto: null }
            : item,
        ),
      }
    }
    case 'name':
      return { ...review, names: new Map(review.names).set(agencyKey(edit.printed), edit.to) }
    case 'indicator':
      return { ...review, indicators: new Map(review.indicators).set(edit.id, edit.to) }
    case 'head': {
      const { kind: _, ...fields } = edit
      return {
        ...review,
        head: {
          ...review.head,
          ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
        },
      }
    }
  }
}

const refuse = (code: string, message: string) => new Refusal('invalid', code, message)

function itemOf(review: Review, id: string): ReviewItem {
  const item = review.items.find((other) => other.id === id)
  if (!item) throw refuse('review.no-such-item', words.review.faults.noSuchItem)
  return item
}

function refuseTaken(review: Review, id: string) {
  if (review.items.some((item) => item.id === id))
    throw refuse('review.id-taken', words.review.faults.idTaken)
}

function addedItem(edit: Extract<Edit, { kind: 'add' }>, review: Review): ReviewItem {
  const neighbour = review.items.find((item) => item.id === edit.after)
  return {
    id: edit.id,
    origin: neighbour?.origin ?? 'body',
    section: edit.section,
    quote: edit.quote,
    spans: edit.spans,
    lead: [],
    coordinating: [],
    deliverables: [],
    due: { text: '', kind: 'none', from: null, to: null },
    ...UNDECIDED,
    repeats: null,
    already: null,
    byHand: true,
    rule: null,
    doubts: [],
  }
}

function split(review: Review, edit: Extract<Edit, { kind: 'split' }>): Review {
  refuseTaken(review, edit.newId)
  const item = itemOf(review, edit.id)
  const head = item.quote.slice(0, edit.at).trimEnd()
  const rest = item.quote.slice(edit.at)
  const tail = rest.trimStart()
  if (!head || !tail) throw refuse('review.split-outside', words.review.faults.splitOutside)
  const [headSpans, tailSpans] = splitSpans(item.spans, head.length, edit.at + rest.length - tail.length)
  const pieces: ReviewItem[] = [
    { ...item, quote: head, spans: headSpans },
    {
      ...item,
      id: edit.newId,
      quote: tail,
      spans: tailSpans,
      outcome: item.outcome === 'merged' ? null : item.outcome,
      mergedInto: null,
      repeats: null,
      already: null,
    },
  ]
  return { ...review, items: review.items.flatMap((other) => (other.id === item.id ? pieces : [other])) }
}

/** The spans of quote[0..headEnd) and of quote[tailStart..end); between two spans the quote has one space. */
function splitSpans(spans: readonly Span[], headEnd: number, tailStart: number): [Span[], Span[]] {
  const head: Span[] = []
  const tail: Span[] = []
  let start = 0
  for (const span of spans) {
    const end = start + span.to - span.from
    if (start < headEnd) head.push({ ...span, to: span.from + Math.min(end, headEnd) - start })
    if (end > tailStart) tail.push({ ...span, from: span.from + Math.max(start, tailStart) - start })
    start = end + 1
  }
  return [head, tail]
}
