// Who waits for whom: recorded facts in, nodes and waits out. Pure: server and tests hand in the facts.
import { daysBetween } from '../base/calendar.ts'
import type { Status } from '../task/task.ts'

/** plan: stands where a plan has no overseer who could act. */
export const NODE_KINDS = ['assignment', 'item', 'event', 'difficulty', 'agency', 'plan'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

/**
 * Why one waits for the other, by the fact that says so:
 * approve: reported, for its own agency's head · confirm: approved, for the overseer (the lead of a sub-duty) ·
 * extension: more time asked for, for the same · part: the lead's for an open sub-duty · event: for what starts its
 * time · record: the event, for whoever records it · difficulty: for an open difficulty · answer: the difficulty, for
 * the agency where it lies · prerequisite: for another item · result: that item, for its open assignments · word: that
 * item, for the overseer's word.
 */
export const REASONS = [
  'approve',
  'confirm',
  'extension',
  'part',
  'event',
  'record',
  'difficulty',
  'answer',
  'prerequisite',
  'result',
  'word',
] as const
export type Reason = (typeof REASONS)[number]

export interface WaitNode {
  kind: NodeKind
  /** Of the row it stands for; the item's of an event. */
  id: string
  planId: string | null
  itemId: string | null
  /** Whose it is: the bearer's, the recorder's, that of the place where a difficulty lies. */
  agencyId: string | null
  /** Of an assignment: with whom it lies when it waits for nobody. */
  holderId: string | null
}

/** `from` and `to` are places in `nodes`. */
export interface Wait {
  from: number
  to: number
  reason: Reason
  since: string
}

export interface Waits {
  nodes: WaitNode[]
  waits: Wait[]
}

export interface AssignmentFact {
  id: string
  itemId: string
  planId: string
  agencyId: string
  role: 'lead' | 'coordinating'
  parentId: string | null
  status: Status
  givenOn: string
  /** Who confirms it: the plan's overseer, the leading agency of a sub-duty. */
  overseerId: string | null
  /** Day of the report or approval on the table. */
  reportedOn: string | null
  /** Day on which the extension that is not decided yet was asked for. */
  askedOn: string | null
}

export interface EventFact {
  itemId: string
  planId: string
  overseerId: string | null
  /** The day the first assignment was given: since then somebody waits for the event to be recorded. */
  givenOn: string
}

export interface PrerequisiteFact {
  itemId: string
  requiresItemId: string
  since: string
}

/** An item that is required by another and not done. */
export interface RequiredFact {
  itemId: string
  planId: string
  overseerId: string | null
  /** null where a group bears it. */
  leadId: string | null
  /** Open leading assignments of its latest round. */
  assignmentIds: string[]
  /** Of its rule "the overseer's word", once all are done: the day from which that word is due. */
  wordSince: string | null
}

export interface DifficultyFact {
  id: string
  assignmentId: string
  planId: string | null
  itemId: string | null
  /** Where it lies now. */
  agencyId: string | null
  /** Day it was raised on the assignment, and day it came to where it lies. */
  raisedOn: string
  atSince: string
}

export interface Facts {
  assignments: readonly AssignmentFact[]
  events: readonly EventFact[]
  prerequisites: readonly PrerequisiteFact[]
  required: readonly RequiredFact[]
  difficulties: readonly DifficultyFact[]
}

/** In these the agency still has to finish, and what is missing holds it up. */
const HELD_UP: readonly Status[] = ['assigned', 'active', 'reported']
export const isHeldUp = (status: Status): boolean => HELD_UP.includes(status)

/** Calendar days from the day of the fact; a fact recorded ahead of a clock that was set back waits no days. */
export const daysSince = (since: string, today: string): number => Math.max(0, daysBetween(since, today))

export const keyOf = (kind: NodeKind, id: string): string => `${kind}:${id}`

/** The waits that follow from the facts. A fact about an assignment that is not among `assignments` says nothing. */
export function waitsOf(facts: Facts): Waits {
  const places = new Map<string, number>()
  const nodes: WaitNode[] = []
  const waits: Wait[] = []
  const place = (kind: NodeKind, id: string, rest: Partial<WaitNode> = {}): number => {
    const key = keyOf(kind, id)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, nodes.length)
    nodes.push({ kind, id, planId: null, itemId: null, agencyId: null, holderId: null, ...rest })
    return nodes.length - 1
  }
  const wait = (from: number, to: number, reason: Reason, since: string) =>
    waits.push({ from, to, reason, since })
  const agency = (id: string) => place('agency', id, { agencyId: id })
  /** Whoever oversees; where nobody does, the plan itself is in the way. */
  const overseer = (id: string | null, planId: string) =>
    id ? agency(id) : place('plan', planId, { planId })

  const byId = new Map(facts.assignments.map((fact) => [fact.id, fact]))
  const byItem = Map.groupBy(byId.values(), ({ itemId }) => itemId)
  const node = (fact: AssignmentFact) =>
    place('assignment', fact.id, {
      planId: fact.planId,
      itemId: fact.itemId,
      agencyId: fact.agencyId,
      // Only the overseer can set a suspended one going again.
      holderId: fact.status === 'suspended' ? (fact.overseerId ?? fact.agencyId) : fact.agencyId,
    })
  const heldUpOf = (itemId: string) => (byItem.get(itemId) ?? []).filter(({ status }) => isHeldUp(status))

  for (const fact of byId.values()) {
    const { status, overseerId, planId, askedOn, givenOn } = fact
    const reportedOn = fact.reportedOn ?? givenOn
    if (status === 'reported') wait(node(fact), agency(fact.agencyId), 'approve', reportedOn)
    if (status === 'approved') wait(node(fact), overseer(overseerId, planId), 'confirm', reportedOn)
    if (isHeldUp(status) && askedOn) wait(node(fact), overseer(overseerId, planId), 'extension', askedOn)
    const parent = fact.parentId ? byId.get(fact.parentId) : undefined
    const isOpen = status !== 'done' && status !== 'closed'
    if (parent && isOpen && isHeldUp(parent.status)) wait(node(parent), node(fact), 'part', givenOn)
  }
  for (const { itemId, planId, overseerId, givenOn } of facts.events) {
    const waiting = heldUpOf(itemId)
    if (waiting.length === 0) continue
    const event = place('event', itemId, { planId, itemId, agencyId: overseerId })
    wait(event, overseer(overseerId, planId), 'record', givenOn)
    for (const fact of waiting) wait(node(fact), event, 'event', fact.givenOn)
  }
  const required = new Map(facts.required.map((fact) => [fact.itemId, fact]))
  const item = ({ itemId, planId, leadId, overseerId }: RequiredFact) =>
    place('item', itemId, { planId, itemId, agencyId: leadId ?? overseerId })
  for (const { itemId, requiresItemId, since } of facts.prerequisites) {
    const fact = required.get(requiresItemId)
    if (fact && itemId !== requiresItemId)
      for (const waiting of heldUpOf(itemId)) wait(node(waiting), item(fact), 'prerequisite', since)
  }
  for (const fact of required.values()) {
    if (!places.has(keyOf('item', fact.itemId))) continue
    for (const id of fact.assignmentIds) {
      const bearing = byId.get(id)
      if (bearing) wait(item(fact), node(bearing), 'result', bearing.givenOn)
    }
    if (fact.wordSince) wait(item(fact), overseer(fact.overseerId, fact.planId), 'word', fact.wordSince)
  }
  for (const { id, assignmentId, planId, itemId, agencyId, raisedOn, atSince } of facts.difficulties) {
    const held = byId.get(assignmentId)
    if (!held || !isHeldUp(held.status)) continue
    const difficulty = place('difficulty', id, { planId, itemId, agencyId })
    wait(node(held), difficulty, 'difficulty', raisedOn)
    if (agencyId) wait(difficulty, agency(agencyId), 'answer', atSince)
  }
  return { nodes, waits }
}
