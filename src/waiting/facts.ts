// Gathers the facts: of the whole province at once, or of what some assignments wait for.
import { listOpenDifficultyWaits } from '../difficulty/listing.ts'
import type { Sql } from '../store/database.ts'
import * as queries from './queries.ts'
import type { AssignmentFact, Facts } from './waits.ts'

/** `isWhole` false: there were more facts than are ever read; what is shown is true, and not all. */
export type Gathered = Facts & { isWhole: boolean }

/** Assignments as they come in, each once. */
class Rows {
  readonly #rows = new Map<string, queries.Row>()

  keep(rows: readonly queries.Row[]): void {
    for (const row of rows) this.#rows.set(row.id, row)
  }

  /** Of these the ones that are not here yet. */
  missing(ids: readonly string[]): string[] {
    return [...new Set(ids)].filter((id) => !this.#rows.has(id))
  }

  /** With whoever confirms: the agency that has the lead of a sub-duty, else the plan's overseer. */
  async facts(sql: Sql, tenantId: number): Promise<AssignmentFact[]> {
    const rows = [...this.#rows.values()]
    const absent = this.missing(rows.flatMap(({ parentId }) => parentId ?? []))
    const parents = await ofSome(absent, (ids) => queries.listAgenciesOf(sql, tenantId, ids))
    const leads = new Map([...parents, ...rows].map(({ id, agencyId }) => [id, agencyId]))
    return rows.map(({ planOverseerId, ...row }) => ({
      ...row,
      overseerId: (row.parentId ? leads.get(row.parentId) : undefined) ?? planOverseerId,
    }))
  }
}

/** Every wait of the province. */
export async function gatherAll(sql: Sql, tenantId: number): Promise<Gathered> {
  const [toAnswer, parts, events, prerequisites, difficulties] = await Promise.all([
    queries.listToAnswer(sql, tenantId),
    queries.listParts(sql, tenantId),
    queries.listPendingEvents(sql, tenantId, null),
    queries.listOpenPrerequisites(sql, tenantId, null),
    listOpenDifficultyWaits(sql, tenantId),
  ])
  const rows = new Rows()
  rows.keep(toAnswer)
  rows.keep(parts)
  const itemIds = [...events, ...prerequisites].map(({ itemId }) => itemId)
  const leads = parts.flatMap(({ parentId }) => parentId ?? [])
  const troubled = difficulties.map(({ assignmentId }) => assignmentId)
  const [required, ofItems, others] = await Promise.all([
    ofSome(distinct(prerequisites.map((one) => one.requiresItemId)), (ids) =>
      queries.listRequired(sql, tenantId, ids),
    ),
    ofSome(distinct(itemIds), (ids) => queries.listHeldUpOfItems(sql, tenantId, ids)),
    ofSome(rows.missing([...leads, ...troubled]), (ids) => queries.listAssignments(sql, tenantId, ids)),
  ])
  rows.keep(ofItems)
  rows.keep(others)
  const bearers = await ofSome(rows.missing(required.flatMap(({ assignmentIds }) => assignmentIds)), (ids) =>
    queries.listAssignments(sql, tenantId, ids),
  )
  rows.keep(bearers)
  const lists = [toAnswer, parts, events, prerequisites, difficulties, required, ofItems, others, bearers]
  return {
    assignments: await rows.facts(sql, tenantId),
    ...{ events, prerequisites, required, difficulties },
    isWhole: lists.every(({ length }) => length < queries.MOST_FACTS),
  }
}

/** A page about one assignment needs no more of what lies behind it than this. */
const MOST_NEAR = 500

/** What these assignments wait for, and what that waits for in turn, to the end or to MOST_NEAR assignments. */
export async function gatherFrom(sql: Sql, tenantId: number, ids: readonly string[]): Promise<Gathered> {
  const ahead = await queries.listAhead(sql, tenantId, ids, MOST_NEAR + 1)
  const near = ahead.slice(0, MOST_NEAR)
  const found = await queries.listAssignments(sql, tenantId, near)
  const rows = new Rows()
  rows.keep(found)
  const items = distinct(found.map(({ itemId }) => itemId))
  const [events, prerequisites, difficulties] = await Promise.all([
    ofSome(items, (some) => queries.listPendingEvents(sql, tenantId, some)),
    ofSome(items, (some) => queries.listOpenPrerequisites(sql, tenantId, some)),
    ofSome(near, (some) => listOpenDifficultyWaits(sql, tenantId, some)),
  ])
  const required = await ofSome(distinct(prerequisites.map((one) => one.requiresItemId)), (some) =>
    queries.listRequired(sql, tenantId, some),
  )
  return {
    assignments: await rows.facts(sql, tenantId),
    ...{ events, prerequisites, required, difficulties },
    isWhole: ahead.length <= MOST_NEAR,
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Of nothing nothing has to be asked. */
async function ofSome<T>(
  ids: readonly string[],
  list: (ids: readonly string[]) => PromiseLike<readonly T[]>,
) {
  return ids.length ? await list(ids) : []
}
