// All registers at a glance, and who keeps them.
import { Refusal } from '../../base/refusal.ts'
import type { Actor } from '../../http/actor.ts'
import { audit } from '../../store/audit.ts'
import type { Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { rightsOf, whyNotCreate } from './access.ts'
import type { KeepersForm, Overview } from './exchange.ts'
import { listAllKeepers } from './queries.ts'
import { columnName, type Register } from './register.ts'

/** Counts by state, the last change and import, and what the actor may do; four statements for all registers. */
export async function readOverview(
  sql: Sql,
  { tenantId, capacities }: Actor,
  all: readonly Register[],
): Promise<Overview> {
  const names = all.map(({ name }) => name)
  const counts = all.map(
    ({ name, states }, i) => sql`
      ${i ? sql`union all` : sql``}
      select ${name} as name, ${states ? sql`${sql(columnName(states.column))}` : sql`''`} as state, count(*)::int as n
      from ${sql(columnName(name))} where tenant_id = ${tenantId} and not is_void group by 2`,
  )
  const [counted, keepers, changes, imports] = await Promise.all([
    sql<{ name: string; state: string; n: number }[]>`${counts}`,
    listAllKeepers(sql, tenantId),
    sql<{ name: string; at: Date; actor: string }[]>`
      select asked.name, last.at, last.actor from unnest(${names}::text[]) asked (name)
      cross join lateral (
        select at, actor from audit_event
        where tenant_id = ${tenantId} and subject_kind = asked.name and action like 'register.%'
        order by at desc limit 1) last`,
    sql<{ name: string; at: Date; actor: string; fileName: string }[]>`
      select asked.name, last.at, last.actor, last.file_name as "fileName" from unnest(${names}::text[]) asked (name)
      cross join lateral (
        select at, actor, file_name from register_batch
        where tenant_id = ${tenantId} and register = asked.name
        order by at desc, id limit 1) last`,
  ])
  return all.map((register) => {
    const { name, states } = register
    const own = counted.filter((row) => row.name === name)
    const change = changes.find((row) => row.name === name)
    const batch = imports.find((row) => row.name === name)
    const rights = rightsOf(
      register,
      capacities,
      keepers.filter((row) => row.register === name).map(({ agencyId }) => agencyId),
    )
    return {
      name,
      count: own.reduce((sum, { n }) => sum + n, 0),
      states: states ? Object.fromEntries(own.map(({ state, n }) => [state, n])) : {},
      lastChange: change ? { at: change.at.toISOString(), actor: change.actor } : null,
      lastImport: batch ? { at: batch.at.toISOString(), actor: batch.actor, fileName: batch.fileName } : null,
      may: { create: whyNotCreate(register, rights), places: rights.keeps ? null : [...rights.places] },
      keeps: rights.keeps,
    }
  })
}

/** Names the agencies that keep a register. Refuses (412) when others were named since they were seen. */
export async function setKeepers(
  tx: Sql,
  actor: Actor,
  register: Register,
  { agencyIds, seen }: KeepersForm,
  at: Date,
): Promise<void> {
  const { tenantId } = actor
  // One change of keepers at a time in the province.
  await tx`select 1 from tenant where id = ${tenantId} for no key update`
  const now = await tx<{ id: string }[]>`
    select agency_id as id from register_keeper
    where tenant_id = ${tenantId} and register = ${register.name} order by agency_id`
  const before = now.map(({ id }) => id)
  if (before.join() !== [...new Set(seen)].sort().join())
    throw new Refusal('stale', 'register.keepers-stale', words.register.keepersChanged)
  const wanted = [...new Set(agencyIds)]
  const there = await tx`
    select 1 from agency where tenant_id = ${tenantId} and id = any(${wanted}::uuid[])`
  if (there.length !== wanted.length)
    throw new Refusal('invalid', 'register.keeper-unknown', words.register.keeperUnknown, [
      { at: 'agencyIds', message: words.register.keeperUnknown },
    ])
  await tx`delete from register_keeper where tenant_id = ${tenantId} and register = ${register.name}`
  await tx`
    insert into register_keeper (tenant_id, register, agency_id)
    select ${tenantId}::int, ${register.name}, id from unnest(${wanted}::uuid[]) named (id)`
  await audit(tx, actor, at, 'keeper.name', ['register', register.name], { before, after: wanted })
}
