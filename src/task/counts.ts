// The counters: how many assignments and items stand where, moved in the transaction of the change. Changes are
// collected and written last, in one order, so that two transactions wait for each other and never in a circle.
import { asJson, type Sql } from '../store/database.ts'
import { moveNames, moveStamps } from '../store/stamp.ts'

/** Stands for "no single agency" and "no day" in the keys of the counters. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'
export const NO_DAY = 'infinity'

interface Place {
  planId: string
  agencyId: string
  dueOn: string | null
  state: string
}

/** What is to be added to the counters at the end of a transaction, and whose work was touched. */
export class CountChanges {
  readonly #assignments = new Map<string, number>()
  readonly #items = new Map<string, number>()
  readonly #touched = new Set<string>()
  #isNaming = false

  assignment({ planId, agencyId, role, dueOn, state }: Place & { role: string }, n: number): void {
    this.#touched.add(agencyId)
    add(this.#assignments, [planId, agencyId, role, dueOn ?? NO_DAY, state], n)
  }

  item({ planId, agencyId, dueOn, state }: Omit<Place, 'agencyId'> & { agencyId: string | null }, n: number) {
    if (agencyId) this.#touched.add(agencyId)
    add(this.#items, [planId, agencyId ?? NOBODY, dueOn ?? NO_DAY, state], n)
  }

  /** Something else about the work of this agency changed: pages kept by the stamps are old. */
  touch(agencyId: string): void {
    this.#touched.add(agencyId)
  }

  /** Names changed which any list of work may show: of people and agencies, of duties, of whoever oversees a plan. */
  touchNames(): void {
    this.#isNaming = true
  }

  /**
   * Writes everything collected and moves the stamps of the agencies touched. The last statement but the audit's, and
   * once in a transaction: whoever waits for a stamp then waits for no more than the commit, and nobody in a circle.
   */
  async write(tx: Sql, tenantId: number): Promise<void> {
    const assignments = changed(this.#assignments, ['planId', 'agencyId', 'role', 'dueOn', 'state'])
    const sent: PromiseLike<unknown>[] = []
    if (assignments.length)
      sent.push(tx`
        insert into assignment_count (tenant_id, plan_id, agency_id, role, due_on, state, n)
        select ${tenantId}::int, "planId", "agencyId", role, "dueOn", state, n
        from jsonb_to_recordset(${tx.json(asJson(assignments))}) as change
          ("planId" uuid, "agencyId" uuid, role text, "dueOn" date, state text, n int)
        order by "planId", "agencyId", role, "dueOn", state
        on conflict (tenant_id, plan_id, agency_id, role, due_on, state)
          do update set n = assignment_count.n + excluded.n`)
    const items = changed(this.#items, ['planId', 'agencyId', 'dueOn', 'state'])
    if (items.length)
      sent.push(tx`
        insert into item_count (tenant_id, plan_id, lead_id, due_on, state, n)
        select ${tenantId}::int, "planId", "agencyId", "dueOn", state, n
        from jsonb_to_recordset(${tx.json(asJson(items))}) as change
          ("planId" uuid, "agencyId" uuid, "dueOn" date, state text, n int)
        order by "planId", "agencyId", "dueOn", state
        on conflict (tenant_id, plan_id, lead_id, due_on, state) do update set n = item_count.n + excluded.n`)
    await Promise.all([...sent, moveStamps(tx, tenantId, this.#touched)])
    if (this.#isNaming) await moveNames(tx, tenantId)
  }
}

/**
 * Collects into the changes of a larger transaction, which writes them itself, at its end; with none into new ones that
 * are written at once.
 */
export async function counted<T>(
  tx: Sql,
  tenantId: number,
  shared: CountChanges | undefined,
  collect: (changes: CountChanges) => Promise<T>,
): Promise<T> {
  const changes = shared ?? new CountChanges()
  const result = await collect(changes)
  if (!shared) await changes.write(tx, tenantId)
  return result
}

function add(sums: Map<string, number>, parts: readonly string[], n: number) {
  const key = parts.join(' ')
  sums.set(key, (sums.get(key) ?? 0) + n)
}

const changed = (sums: ReadonlyMap<string, number>, names: readonly string[]) =>
  [...sums]
    .filter(([, n]) => n !== 0)
    .map(([key, n]) => {
      const parts = key.split(' ')
      return { ...Object.fromEntries(names.map((name, i) => [name, parts[i]])), n }
    })

/** `countedState` as the database says it, for a row of assignment. */
export const COUNTED_STATE = (sql: Sql) => sql`
  case when assignment.status not in ('approved', 'done') then assignment.status
       when assignment.completed_on > assignment.due_on then assignment.status || '-late'
       else assignment.status || '-on-time' end`

/** `countedItemState` as the database says it, for a row of item. */
export const COUNTED_ITEM_STATE = (sql: Sql) => sql`
  case when item.state = 'done' then case when item.done_on > item.due_on then 'done-late' else 'done-on-time' end
       when item.state = 'closed' or item.approved_on is null then item.state
       when item.approved_on > item.due_on then 'approved-late' else 'approved-on-time' end`

/** The counters as the cached columns say, for checking and repair. */
export async function rebuildCounts(tx: Sql, tenantId: number): Promise<void> {
  await tx`delete from assignment_count where tenant_id = ${tenantId}`
  await tx`
    insert into assignment_count (tenant_id, plan_id, agency_id, role, due_on, state, n)
    select tenant_id, plan_id, agency_id, role, coalesce(due_on, 'infinity'), ${COUNTED_STATE(tx)}, count(*)
    from assignment where tenant_id = ${tenantId}
    group by 1, 2, 3, 4, 5, 6`
  await tx`delete from item_count where tenant_id = ${tenantId}`
  await tx`
    insert into item_count (tenant_id, plan_id, lead_id, due_on, state, n)
    select tenant_id, plan_id, coalesce(lead_id, ${NOBODY}::uuid), coalesce(due_on, 'infinity'),
           ${COUNTED_ITEM_STATE(tx)}, count(*)
    from item where tenant_id = ${tenantId} and outcome in ('assign', 'each')
    group by 1, 2, 3, 4, 5`
}
