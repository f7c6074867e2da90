// Saved filters of one person: nobody else's are ever read or changed.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import {
  type FilterChange,
  type FilterForm,
  filterKey,
  MOST_FILTERS,
  type SavedFilter,
  searchIn,
  stateOf,
} from './saved-filter.ts'

const FILTER = (sql: Sql) => sql`id, path, name, address, is_start as "isStart", version`

export const listFilters = (sql: Sql, { tenantId, accountId }: Actor) => sql<SavedFilter[]>`
  select ${FILTER(sql)} from saved_filter
  where tenant_id = ${tenantId} and account_id = ${accountId}
  order by name collate "vi-x-icu", id`

/** The account's row, so that what a person saves in two windows follows each other. */
const lockAccount = (tx: Sql, { tenantId, accountId }: Actor) => tx`
  select 1 from account where tenant_id = ${tenantId} and id = ${accountId} for no key update`

/** Refuses the fifty-first of a page, and a name in use there. */
export async function saveFilter(tx: Sql, actor: Actor, form: FilterForm, at: Date): Promise<SavedFilter> {
  const { tenantId, accountId } = actor
  await lockAccount(tx, actor)
  const there = (await listFilters(tx, actor)).filter(({ path }) => path === form.path)
  if (there.length >= MOST_FILTERS)
    throw new Refusal('conflict', 'filter.too-many', words.savedFilter.tooMany(MOST_FILTERS))
  refuseTaken(there, form.name, null)
  const { path, name } = form
  const filter = { id: randomUUID(), path, name, address: stateOf(searchIn(form.address)) }
  await tx`
    insert into saved_filter (tenant_id, id, account_id, path, name, name_key, address, created_at)
    values (${tenantId}, ${filter.id}, ${accountId}, ${path}, ${name}, ${filterKey(name)}, ${filter.address}, ${at})`
  await audit(tx, actor, at, 'filter.save', ['filter', filter.id], { path, name })
  return { ...filter, isStart: false, version: 1 }
}

/** Renames, or makes it the one (or no longer the one) that opens first. Refuses an old version and a name in use. */
export async function changeFilter(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  change: FilterChange,
  at: Date,
): Promise<SavedFilter> {
  const { tenantId, accountId } = actor
  await lockAccount(tx, actor)
  const all = await listFilters(tx, actor)
  const before = getFilter(all, id, seen)
  const after = { ...before, ...change, version: seen + 1 }
  const onPage = all.filter(({ path }) => path === before.path)
  refuseTaken(onPage, after.name, id)
  if (after.isStart)
    await tx`
      update saved_filter set is_start = false
      where tenant_id = ${tenantId} and account_id = ${accountId} and is_start and id <> ${id}`
  await tx`
    update saved_filter set name = ${after.name}, name_key = ${filterKey(after.name)}, is_start = ${after.isStart},
      version = ${after.version}
    where tenant_id = ${tenantId} and id = ${id}`
  await audit(tx, actor, at, 'filter.change', ['filter', id], change)
  return after
}

export async function deleteFilter(tx: Sql, actor: Actor, id: string, seen: number, at: Date): Promise<void> {
  await lockAccount(tx, actor)
  const { name } = getFilter(await listFilters(tx, actor), id, seen)
  await tx`delete from saved_filter where tenant_id = ${actor.tenantId} and id = ${id}`
  await audit(tx, actor, at, 'filter.delete', ['filter', id], { name })
}

function getFilter(all: readonly SavedFilter[], id: string, seen: number): SavedFilter {
  const filter = all.find((one) => one.id === id)
  if (!filter) throw new Refusal('missing', 'filter.missing', words.refusal.missing)
  if (filter.version !== seen) throw new Refusal('stale', 'filter.stale', words.refusal.stale)
  return filter
}

function refuseTaken(all: readonly SavedFilter[], name: string, except: string | null) {
  const isTaken = all.some((one) => one.id !== except && filterKey(one.name) === filterKey(name))
  const message = words.savedFilter.taken(name)
  if (isTaken) throw new Refusal('conflict', 'filter.taken', message, [{ at: 'name', message }])
}
