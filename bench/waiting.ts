// The waiting graph of a whole made-up province, from the questions to the answer as the page asks it. A tenth of the
// work waits for an approval; to that come open parts, events and requirements.
import type { Database } from '../src/store/database.ts'
import { tellWaits } from '../src/waiting/answer.ts'
import { tellAssignment } from '../src/waiting/assignment-waits.ts'
import { gatherAll } from '../src/waiting/facts.ts'
import { waitsOf } from '../src/waiting/waits.ts'
import { type Measure, measureOf, median, timed } from './measure.ts'
import { TENANT } from './work-data.ts'

/** So many times in each round everything is asked. */
const REPEATS = 5

/** One in thirty items has an open part of the next agency, one in three hundred waits for an event, another item. */
async function makeWaits(sql: Database, now: Date, today: string): Promise<void> {
  await sql`
    insert into assignment (tenant_id, id, plan_id, item_id, agency_id, given_to, ordinal, role, parent_id, given_on, status, created_at)
    select ${TENANT}, gen_random_uuid(), plan_id, item_id, other.id, other.id, ordinal, 'coordinating', assignment.id,
           assignment.given_on, 'active', assignment.created_at
    from assignment
    join lateral (select id from agency where agency.tenant_id = ${TENANT} and agency.id > assignment.agency_id order by id limit 1) other on true
    where assignment.tenant_id = ${TENANT} and ordinal % 30 = 15`
  await sql`update item set event = 'Sau khi có hướng dẫn' where tenant_id = ${TENANT} and ordinal % 300 = 16`
  await sql`
    insert into prerequisite (tenant_id, item_id, requires_item_id, reason, on_day, account_id, at)
    select ${TENANT}, item.id, other.id, 'đo', ${today}, (select min(id::text)::uuid from account where tenant_id = ${TENANT}), ${now}
    from item join item other on other.tenant_id = ${TENANT} and other.ordinal = item.ordinal + 300
    where item.tenant_id = ${TENANT} and item.ordinal % 300 = 17`
  await sql`vacuum analyze`
}

/**
 * The rival: the same edges (who or what waits, for whom or what, since when) as bare rows, one statement for each kind,
 * all at once. No graph, no roots, circles, ranks, names, working days or drawing.
 */
const listEdges = (sql: Database) =>
  Promise.all([
    sql`
      select assignment.id, plan.overseer_id,
             (select max(on_day) from step
              where step.tenant_id = ${TENANT} and step.assignment_id = assignment.id and step.kind in ('report', 'approve', 'ask-extension')) as since
      from assignment join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
      where assignment.tenant_id = ${TENANT}
        and (assignment.status in ('reported', 'approved') or assignment.extension_until is not null)`,
    sql`
      select parent_id, id, agency_id, given_on from assignment
      where tenant_id = ${TENANT} and parent_id is not null and status not in ('done', 'closed')`,
    sql`
      select assignment.id, item.id, plan.overseer_id, assignment.given_on
      from item
      join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
      join assignment on assignment.tenant_id = item.tenant_id and assignment.item_id = item.id
      where item.tenant_id = ${TENANT} and item.event is not null and item.event_on is null and item.state = 'open'
        and assignment.status in ('assigned', 'active', 'reported')`,
    sql`
      select held.id, awaited.id, awaited.agency_id, prerequisite.on_day
      from prerequisite
      join item on item.tenant_id = prerequisite.tenant_id and item.id = prerequisite.item_id and item.state = 'open'
      join item required on required.tenant_id = prerequisite.tenant_id and required.id = prerequisite.requires_item_id
        and required.state = 'open'
      join assignment held on held.tenant_id = item.tenant_id and held.item_id = item.id
        and held.status in ('assigned', 'active', 'reported')
      join assignment awaited on awaited.tenant_id = required.tenant_id and awaited.item_id = required.id
        and awaited.status not in ('done', 'closed')
      where prerequisite.tenant_id = ${TENANT}`,
    sql`
      select of_it.assignment_id, difficulty.id, difficulty.waiting_since
      from difficulty
      join difficulty_assignment of_it on of_it.tenant_id = difficulty.tenant_id and of_it.difficulty_id = difficulty.id
      where difficulty.tenant_id = ${TENANT} and difficulty.status in ('raised', 'sent')`,
  ])

/** In: a copy of the made-up province of its own, in which it writes. Without HTTP. */
export async function measureWaiting(
  sql: Database,
  { rounds, now, today }: { rounds: number; now: Date; today: string },
): Promise<Record<string, Measure>> {
  await makeWaits(sql, now, today)
  const graph = async () => waitsOf(await gatherAll(sql, TENANT))
  const page = { limit: 20, after: 0, brief: false }
  const short = { limit: 5, after: 0, brief: true }
  const tell = async (part: typeof page) =>
    tellWaits(sql, TENANT, await graph(), { agencies: null }, part, today)
  const waits = await graph()
  const first = waits.waits.find(({ reason }) => reason === 'prerequisite')
  const waiter = first && waits.nodes[first.from]?.id
  const asks = {
    page: () => tell(page),
    short: () => tell(short),
    // A province of a few items has no requirements.
    one: async () => waiter && tellAssignment(sql, TENANT, waiter, today),
    rival: () => listEdges(sql),
  }
  const times: Record<keyof typeof asks, number[]> = { page: [], short: [], one: [], rival: [] }
  const names = Object.keys(asks) as (keyof typeof asks)[]
  for (const name of names) await asks[name]()
  for (let n = 0; n < rounds * REPEATS; n++)
    for (const name of names) times[name].push(await timed(asks[name]))
  const edges = (await listEdges(sql)).reduce((sum, { length }) => sum + length, 0)
  const { blockerCount, circleCount } = await tell(page)
  const size = `${waits.nodes.length} nodes, ${waits.waits.length} waits; ${blockerCount} hold others up, ${circleCount} circles`
  const found = (name: keyof typeof asks, rival: number | null, note: string) =>
    measureOf(median(times[name]), 'ms', rival, {
      note: [note, `worst ${Math.max(...times[name]).toFixed(0)} ms`].join('; '),
    })
  const rival = median(times.rival)
  return {
    waiting: found('page', rival, `${size}; rival ${edges} edges`),
    'waiting, short list': found('short', rival, "on the leader's page"),
    ...(waiter ? { 'waiting, one': found('one', null, 'what one assignment waits for') } : {}),
  }
}
