// Gathers the facts: of the whole province at once, or from some assignments onward, level by level.
import { listOpenDifficultyWaits } from '../difficulty/listing.ts'
import type { Sql } from '../store/database.ts'
import * as queries from './queries.ts'
import type {
  AssignmentFact,
  DifficultyFact,
  EventFact,
  Facts,
  PrerequisiteFact,
  RequiredFact,
} from './waits.ts'

/** `isWhole` false: there were more facts than are ever read; what is shown is true, and not all. */
export type Gathered = Facts & { isWhole: boolean }

/** Every wait of the province. */
export async function gatherAll(sql: Sql, tenantId: number): Promise<Gathered> {
  const [toAnswer, parts, events, prerequisites, difficulties] = await Promise.all([
    queries.listToAnswer(sql, tenantId),
    queries.listParts(sql, tenantId, null),
    queries.listPendingEvents(sql, tenantId, null),
    queries.listOpenPrerequisites(sql, tenantId, null),
    listOpenDifficultyWaits(sql, tenantId),
  ])
  const known = new Map([...toAnswer, ...parts].map((fact) => [fact.id, fact]))
  const required = await queries.listRequired(sql, tenantId, distinct(prerequisites, 'requiresItemId'))
  const wanted = [
    ...parts.flatMap(({ parentId }) => parentId ?? []),
    ...required.flatMap(({ assignmentIds }) => assignmentIds),
    ...difficulties.map(({ assignmentId }) => assignmentId),
  ].filter((id) => !known.has(id))
  const [some, ofItems] = await Promise.all([
    queries.listAssignments(sql, tenantId, [...new Set(wanted)]),
    queries.listHeldUpOfItems(sql, tenantId, [
      ...new Set([...distinct(events, 'itemId'), ...distinct(prerequisites, 'itemId')]),
    ]),
  ])
  for (const fact of [...some, ...ofItems]) known.set(fact.id, fact)
  const lists = [toAnswer, parts, events, prerequisites, difficulties, required, some, ofItems]
  return {
    assignments: [...known.values()],
    ...{ events, prerequisites, required, difficulties },
    isWhole: lists.every(({ length }) => length < queries.MOST_FACTS),
  }
}

/** A page about one assignment needs no more of what lies behind it than this. */
const MOST_NEAR = 500

/** What these assignments wait for, and what that waits for in turn, to the end or to MOST_NEAR assignments. */
export async function gatherFrom(sql: Sql, tenantId: number, ids: readonly string[]): Promise<Gathered> {
  const assignments = new Map<string, AssignmentFact>()
  const events = new Map<string, EventFact>()
  const prerequisites: PrerequisiteFact[] = []
  const required = new Map<string, RequiredFact>()
  const difficulties: DifficultyFact[] = []
  const asked = new Set<string>()
  let next = [...ids]
  while (next.length && assignments.size < MOST_NEAR) {
    const level = await queries.listAssignments(sql, tenantId, next)
    for (const fact of level) assignments.set(fact.id, fact)
    const items = [...new Set(level.map(({ itemId }) => itemId))].filter((id) => !asked.has(id))
    for (const id of items) asked.add(id)
    const levelIds = level.map(({ id }) => id)
    const [parts, pending, before, troubles] = await Promise.all([
      queries.listParts(sql, tenantId, levelIds),
      queries.listPendingEvents(sql, tenantId, items),
      queries.listOpenPrerequisites(sql, tenantId, items),
      listOpenDifficultyWaits(sql, tenantId, levelIds),
    ])
    for (const event of pending) events.set(event.itemId, event)
    prerequisites.push(...before)
    difficulties.push(...troubles)
    const unread = distinct(before, 'requiresItemId').filter((id) => !required.has(id))
    const results = unread.length ? await queries.listRequired(sql, tenantId, unread) : []
    for (const fact of results) required.set(fact.itemId, fact)
    next = [...parts.map(({ id }) => id), ...results.flatMap(({ assignmentIds }) => assignmentIds)].filter(
      (id) => !assignments.has(id),
    )
  }
  return {
    assignments: [...assignments.values()],
    events: [...events.values()],
    prerequisites,
    required: [...required.values()],
    difficulties,
    isWhole: next.length === 0,
  }
}

const distinct = <K extends string>(rows: readonly Record<K, string>[], key: K): string[] => [
  ...new Set(rows.map((row) => row[key])),
]
