// The page of one item (nhiệm vụ) as server and browser exchange it, and who may change what of it.
import { z } from 'zod'
import type { Actor } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { ITEM_STATES } from './item.ts'
import { EVERY } from './period.ts'
import { COMPLETIONS, STATUSES } from './task.ts'
import { DocumentRef } from './work.ts'

const Day = z.iso.date()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Note = z.string().normalize('NFC').trim().max(10_000)

/** What may be done to an item after publishing, beside the steps of its assignments. */
export const ITEM_ACTS = ['people', 'completion', 'event', 'word', 'sub-duty'] as const
export type ItemAct = (typeof ITEM_ACTS)[number]

/** overseer: of the plan's overseeing agency · lead: of the agency that leads the item. */
type ItemRelation = 'overseer' | 'lead'
const OVERSEER = { relation: 'overseer', roles: ['focal', 'head', 'admin'] } as const
const LEAD = { relation: 'lead', roles: ['head', 'focal'] } as const

const ACTS: Record<ItemAct, readonly { relation: ItemRelation; roles: readonly Role[] }[]> = {
  people: [OVERSEER],
  completion: [OVERSEER],
  event: [OVERSEER],
  word: [OVERSEER],
  'sub-duty': [LEAD, OVERSEER],
}

interface ItemStanding {
  overseerId: string | null
  leadId: string | null
}

/** Why this person may not, in a sentence; null when they may. */
export function whyNotItem(
  act: ItemAct,
  item: ItemStanding,
  { capacities }: Pick<Actor, 'capacities'>,
): string | null {
  const isOf = (wanted: string | null, agencyId: string | null, unitOf: string | null) =>
    wanted !== null && (agencyId === wanted || unitOf === wanted)
  const may = capacities.some(({ role, agencyId, unitOf }) =>
    ACTS[act].some(
      ({ relation, roles }) =>
        roles.includes(role) && isOf(relation === 'lead' ? item.leadId : item.overseerId, agencyId, unitOf),
    ),
  )
  return may ? null : words.itemPage.notYours[act === 'sub-duty' ? 'lead' : 'overseer']
}

export const ItemPeople = z.object({ leaderId: z.uuid().nullable(), followerId: z.uuid().nullable() })
export type ItemPeople = z.infer<typeof ItemPeople>

export const ItemCompletion = z
  .object({ completion: z.enum(COMPLETIONS), share: z.number().int().min(1).max(100).nullable() })
  .refine(({ completion, share }) => (completion === 'share') === (share !== null), {
    error: () => words.itemPage.shareMissing,
    path: ['share'],
  })
export type ItemCompletion = z.infer<typeof ItemCompletion>

export const EventForm = z.object({
  eventOn: Day,
  /** The last day that follows from the event; null when the plan sets none. */
  dueOn: Day.nullable(),
  text: Note.default(''),
})
export type EventForm = z.infer<typeof EventForm>

/** The overseer's word that the item is done; `done` false takes it back. */
export const WordForm = z.object({
  done: z.boolean(),
  text: Note.min(1, { error: () => words.itemPage.wordReason }),
})
export type WordForm = z.infer<typeof WordForm>

export const SubDutyForm = z.object({
  agencyIds: z.array(z.uuid()).min(1).max(200),
  duty: Note.min(1, { error: () => words.itemPage.dutyMissing }).max(2000),
  dueOn: Day,
})
export type SubDutyForm = z.infer<typeof SubDutyForm>

export const ItemAssignment = z.object({
  id: z.uuid(),
  role: z.enum(['lead', 'coordinating']),
  agency: Named,
  givenTo: Named,
  duty: z.string(),
  period: z.string(),
  periodTo: Day.nullable(),
  status: z.enum(STATUSES),
  percent: z.number().int(),
  dueOn: Day.nullable(),
  daysLeft: z.number().int().nullable(),
  completedOn: Day.nullable(),
  person: Named.nullable(),
})
export type ItemAssignment = z.infer<typeof ItemAssignment>

export const ItemDetail = z.object({
  id: z.uuid(),
  /** The document it stands in: the plan's own, or one that came later. */
  document: DocumentRef,
  version: z.number().int(),
  section: z.string(),
  quote: z.string(),
  outcome: z.enum(['assign', 'each', 'orientation', 'merged']),
  state: z.enum(ITEM_STATES),
  dueOn: Day.nullable(),
  dueText: z.string(),
  doneOn: Day.nullable(),
  /** Of an open one whose agencies have finished, the day they had: it waits for the overseer alone. */
  approvedOn: Day.nullable(),
  completion: z.enum(COMPLETIONS),
  share: z.number().int().nullable(),
  wordOn: Day.nullable(),
  wordBy: z.string().nullable(),
  every: z.enum(EVERY).nullable(),
  event: z.string().nullable(),
  eventOn: Day.nullable(),
  leader: Named.nullable(),
  follower: Named.nullable(),
  lead: Named.nullable(),
  leadPrinted: z.array(z.string()),
  coordinatingPrinted: z.array(z.string()),
  coordinating: z.array(Named),
  deliverables: z.array(z.string()),
  plan: z.object({
    id: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    overseer: Named.nullable(),
  }),
  assignments: z.array(ItemAssignment),
  /** For each act null when this person may, else the reason. */
  whyNot: z.record(z.enum(ITEM_ACTS), z.string().nullable()),
})
export type ItemDetail = z.infer<typeof ItemDetail>
export const ItemVersion = z.object({ version: z.number().int() })
export const People = z.object({
  people: z.array(
    z.object({ id: z.uuid(), name: z.string(), position: z.string(), agency: z.string().nullable() }),
  ),
})
