// Who waits for whom: recorded facts in, nodes and waits out. Pure: server and tests hand in the facts.
import { daysBetween } from '../base/calendar.ts'
import { isOpen, type Status } from '../task/task.ts'

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
  /** Its last day; of a difficulty the last day for the answer. */
  dueOn: string | null
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
  dueOn: string | null
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
  planId: string
  itemId: string
  /** Where it lies now; null where the plan has no overseer. */
  agencyId: string | null
  /** Day it was raised on the assignment, and day it came to where it lies. */
  raisedOn: string
  atSince: string
  dueOn: string | null
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

/** The graph as it grows, fact by fact. */
class Growing {
  readonly nodes: WaitNode[] = []
  readonly waits: Wait[] = []
  readonly #places = new Map<string, number>()

  wait(from: number, to: number, reason: Reason, since: string): void {
    this.waits.push({ from, to, reason, since })
  }

  place(kind: NodeKind, id: string, rest: Partial<WaitNode> = {}): number {
    const key = keyOf(kind, id)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.nodes.length)
    const bare = { planId: null, itemId: null, agencyId: null, holderId: null, dueOn: null }
    this.nodes.push({ kind, id, ...bare, ...rest })
    return this.nodes.length - 1
  }

  agency(id: string): number {
    return this.place('agency', id, { agencyId: id })
  }

  /** Whoever oversees; where nobody does, the plan itself is in the way. */
  overseer({ overseerId, planId }: { overseerId: string | null; planId: string }): number {
    return overseerId ? this.agency(overseerId) : this.place('plan', planId, { planId })
  }

  assignment({ id, planId, itemId, agencyId, status, overseerId, dueOn }: AssignmentFact): number {
    // Only the overseer can set a suspended one going again.
    const holderId = status === 'suspended' ? (overseerId ?? agencyId) : agencyId
    return this.place('assignment', id, { planId, itemId, agencyId, holderId, dueOn })
  }
}

type Known = ReadonlyMap<string, AssignmentFact>
/** What is held up of an item. */
type HeldUpOf = (itemId: string) => readonly AssignmentFact[]

/** The waits that follow from the facts. A fact about an assignment that is not among `assignments` says nothing. */
export function waitsOf(facts: Facts): Waits {
  const growing = new Growing()
  const known = new Map(facts.assignments.map((fact) => [fact.id, fact]))
  const heldUp = Map.groupBy(
    [...known.values()].filter(({ status }) => isHeldUp(status)),
    ({ itemId }) => itemId,
  )
  const heldUpOf: HeldUpOf = (itemId) => heldUp.get(itemId) ?? []
  for (const fact of known.values()) addSteps(growing, fact, known)
  for (const fact of facts.events) addEvent(growing, fact, heldUpOf)
  addPrerequisites(growing, facts, known, heldUpOf)
  for (const fact of facts.difficulties) addDifficulty(growing, fact, known)
  return { nodes: growing.nodes, waits: growing.waits }
}

/** What its own steps and its place under a lead say. */
function addSteps(growing: Growing, fact: AssignmentFact, known: Known) {
  const { status, askedOn, givenOn } = fact
  const reportedOn = fact.reportedOn ?? givenOn
  const wait = (to: number, reason: Reason, since: string) =>
    growing.wait(growing.assignment(fact), to, reason, since)
  if (status === 'reported') wait(growing.agency(fact.agencyId), 'approve', reportedOn)
  if (status === 'approved') wait(growing.overseer(fact), 'confirm', reportedOn)
  if (isHeldUp(status) && askedOn) wait(growing.overseer(fact), 'extension', askedOn)
  const parent = fact.parentId ? known.get(fact.parentId) : undefined
  if (parent && isOpen(status) && isHeldUp(parent.status))
    growing.wait(growing.assignment(parent), growing.assignment(fact), 'part', givenOn)
}

function addEvent(growing: Growing, fact: EventFact, heldUpOf: HeldUpOf) {
  const waiting = heldUpOf(fact.itemId)
  if (waiting.length === 0) return
  const { itemId, planId, overseerId } = fact
  const event = growing.place('event', itemId, { planId, itemId, agencyId: overseerId })
  growing.wait(event, growing.overseer(fact), 'record', fact.givenOn)
  for (const one of waiting) growing.wait(growing.assignment(one), event, 'event', one.givenOn)
}

function addPrerequisites(growing: Growing, facts: Facts, known: Known, heldUpOf: HeldUpOf) {
  const required = new Map(facts.required.map((fact) => [fact.itemId, fact]))
  const asked = new Map<RequiredFact, number>()
  const target = (fact: RequiredFact): number => {
    const [only, ...others] = fact.assignmentIds
    const bearing = others.length === 0 && only ? known.get(only) : undefined
    if (bearing) return growing.assignment(bearing)
    const { itemId, planId, leadId, overseerId } = fact
    const place = growing.place('item', itemId, { planId, itemId, agencyId: leadId ?? overseerId })
    asked.set(fact, place)
    return place
  }
  for (const { itemId, requiresItemId, since } of facts.prerequisites) {
    const fact = required.get(requiresItemId)
    if (!fact || itemId === requiresItemId) continue
    for (const one of heldUpOf(itemId))
      growing.wait(growing.assignment(one), target(fact), 'prerequisite', since)
  }
  for (const [fact, place] of asked) {
    const bearing = fact.assignmentIds.flatMap((id) => known.get(id) ?? [])
    for (const one of bearing) growing.wait(place, growing.assignment(one), 'result', one.givenOn)
    if (fact.wordSince) growing.wait(place, growing.overseer(fact), 'word', fact.wordSince)
  }
}

function addDifficulty(growing: Growing, fact: DifficultyFact, known: Known) {
  const { id, planId, itemId, agencyId, dueOn } = fact
  const held = known.get(fact.assignmentId)
  if (!held || !isHeldUp(held.status)) return
  const difficulty = growing.place('difficulty', id, { planId, itemId, agencyId, dueOn })
  growing.wait(growing.assignment(held), difficulty, 'difficulty', fact.raisedOn)
  growing.wait(difficulty, growing.overseer({ overseerId: agencyId, planId }), 'answer', fact.atSince)
}
