// Everything cached about work derived again from its facts and compared: the columns of assignments from their steps,
// the states of items from their assignments, the counters from both. Mends in one transaction when asked to.
import { asJson, type Database, type Sql } from '../store/database.ts'
import { COUNTED_ITEM_STATE, COUNTED_STATE, CountChanges, NOBODY, rebuildCounts } from './counts.ts'
import { refreshItems, staleItems } from './item-queries.ts'
import { givenOf, listPastSteps } from './record.ts'
import { type Folded, foldSteps, type PastStep } from './task.ts'

export interface Rebuilt {
  /** Steps folded, assignments and items looked at. */
  facts: number
  assignments: number
  items: number
  /** One line for each thing that was not in line: what, as cached, as derived. */
  differences: string[]
  /** Of these, stories whose steps cannot follow each other: a person has to look. */
  broken: number
}

/** Assignments folded, and items looked at, at a time. */
const BATCH = 2000

interface Origin {
  givenTo: string
  givenDue: string | null
  givenUnit: string | null
}
type Cached = Omit<Folded, 'author'> & Origin & { id: string }

/** Works beside a running server: it looks at one moment of the data; to mend it holds writers of work back. */
export const rebuildWork = (
  sql: Database,
  tenantId: number,
  { isMending }: { isMending: boolean },
): Promise<Rebuilt> =>
  sql.begin(isMending ? 'read write' : 'isolation level repeatable read read only', async (tx) => {
    if (isMending) await tx`lock table assignment, item in share row exclusive mode`
    const found: Rebuilt = { facts: 0, assignments: 0, items: 0, differences: [], broken: 0 }
    for await (const rows of batches(tx, tenantId)) await compare(tx, tenantId, rows, found, isMending)
    await compareItems(tx, tenantId, found, isMending)
    await compareCounts(tx, tenantId, found, isMending)
    return found
  })

async function* batches(tx: Sql, tenantId: number): AsyncGenerator<Cached[]> {
  let after = NOBODY
  for (;;) {
    const rows = await tx<Cached[]>`
      select id, given_to as "givenTo", given_due as "givenDue", given_unit as "givenUnit", status, percent, completed_on as "completedOn",
             agency_id as "agencyId", due_on as "dueOn", unit_id as "unitId", person_id as "personId",
             extension_until as "extensionUntil"
      from assignment where tenant_id = ${tenantId} and id > ${after} order by id limit ${BATCH}`
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id ?? after
  }
}

async function compare(tx: Sql, tenantId: number, rows: Cached[], found: Rebuilt, isMending: boolean) {
  const past = await listPastSteps(
    tx,
    tenantId,
    rows.map(({ id }) => id),
  )
  const wrong: (Omit<Folded, 'author'> & { id: string })[] = []
  for (const { id, givenTo, givenDue, givenUnit, ...cached } of rows) {
    const steps = past.get(id) ?? []
    found.facts += steps.length
    const derived = derive({ givenTo, givenDue, givenUnit }, steps)
    const line = derived === null ? 'steps do not follow' : differenceOf(cached, derived)
    if (line === null) continue
    found.differences.push(`assignment ${id}: ${line}`)
    if (derived) wrong.push({ id, ...derived })
    else found.broken++
  }
  found.assignments += rows.length
  if (isMending && wrong.length)
    await tx`
      update assignment set status = now.status, percent = now.percent, completed_on = now."completedOn",
        agency_id = now."agencyId", due_on = now."dueOn", unit_id = now."unitId", person_id = now."personId",
        extension_until = now."extensionUntil"
      from jsonb_to_recordset(${tx.json(asJson(wrong))}) as now
        (id uuid, status text, percent int, "completedOn" date, "agencyId" uuid, "dueOn" date, "unitId" uuid,
         "personId" uuid, "extensionUntil" date)
      where assignment.tenant_id = ${tenantId} and assignment.id = now.id`
}

/** null when the steps on file cannot follow each other: nothing is derived from such a story. */
function derive(given: Origin, steps: readonly PastStep[]) {
  try {
    const { author: _, ...folded } = foldSteps(givenOf(given), steps)
    return folded
  } catch {
    return null
  }
}

function differenceOf(cached: object, derived: object): string | null {
  const seen = cached as Record<string, unknown>
  const parts = Object.entries(derived).filter(([name, value]) => (seen[name] ?? null) !== (value ?? null))
  return parts.length === 0
    ? null
    : parts.map(([name, value]) => `${name} ${seen[name]} -> ${value}`).join(', ')
}

async function compareItems(tx: Sql, tenantId: number, found: Rebuilt, isMending: boolean) {
  let after = NOBODY
  for (;;) {
    const batch = await staleItems(tx, tenantId, after, BATCH)
    if (!batch) return
    found.items += batch.items
    for (const { id, line } of batch.stale) found.differences.push(`item ${id}: ${line}`)
    // The counters are made anew below: what this collects is not wanted.
    const ids = batch.stale.map(({ id }) => id)
    if (isMending) await refreshItems(tx, tenantId, ids, new CountChanges())
    after = batch.last
  }
}

interface CountRow {
  place: string
  kept: number
  derived: number
}

async function compareCounts(tx: Sql, tenantId: number, found: Rebuilt, isMending: boolean) {
  const rows = await tx<CountRow[]>`
    select concat_ws(' ', 'assignment_count', plan_id, agency_id, role, due_on, state) as place,
           coalesce(kept.n, 0) as kept, coalesce(derived.n, 0) as derived
    from (select plan_id, agency_id, role, due_on, state, n from assignment_count
          where tenant_id = ${tenantId} and n <> 0) kept
    full join (select plan_id, agency_id, role, coalesce(due_on, 'infinity') as due_on, ${COUNTED_STATE(tx)} as state,
                      count(*)::int as n
               from assignment where tenant_id = ${tenantId} group by 1, 2, 3, 4, 5) derived
      using (plan_id, agency_id, role, due_on, state)
    where kept.n is distinct from derived.n
    union all
    select concat_ws(' ', 'item_count', plan_id, lead_id, due_on, state), coalesce(kept.n, 0), coalesce(derived.n, 0)
    from (select plan_id, lead_id, due_on, state, n from item_count where tenant_id = ${tenantId} and n <> 0) kept
    full join (select plan_id, coalesce(lead_id, ${NOBODY}::uuid) as lead_id, coalesce(due_on, 'infinity') as due_on,
                      ${COUNTED_ITEM_STATE(tx)} as state, count(*)::int as n
               from item where tenant_id = ${tenantId} and outcome in ('assign', 'each') group by 1, 2, 3, 4) derived
      using (plan_id, lead_id, due_on, state)
    where kept.n is distinct from derived.n`
  for (const { place, kept, derived } of rows) found.differences.push(`${place}: ${kept} -> ${derived}`)
  if (isMending && found.differences.length > 0) {
    await rebuildCounts(tx, tenantId)
    const everyone = await tx<{ id: string }[]>`select id from agency where tenant_id = ${tenantId}`
    const moved = new CountChanges()
    for (const { id } of everyone) moved.touch(id)
    await moved.write(tx, tenantId)
  }
}
