// `urge [--dry-run]`: what the server tells by itself every morning, at the moment and to be seen. With --dry-run it only
// prints who would be told what; without, it records the reminders and puts the lists in line to be mailed.

import type { Database } from '../store/database.ts'
import { listAgencyNames } from '../task/worklist.ts'
import { listUntold, readLadders, tellRungs } from '../urging/ladder-queries.ts'
import { readSetting } from '../urging/mail-queries.ts'
import { queueMorning } from '../urging/mail-send.ts'
import { textOf } from '../urging/morning.ts'
import { readMornings } from '../urging/morning-queries.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

/** So many lists are made at once. */
const BATCH = 500
const w = words.urging.cli

export const urge = ({ flags }: Given, io: Surroundings): Promise<number> =>
  io.withStore(async (sql) => {
    const now = io.now()
    const isDry = flags['dry-run'] === true
    const provinces = await sql<{ id: number; name: string }[]>`select id, name from tenant order by id`
    if (provinces.length === 0) io.err(words.cli.noProvince)
    for (const { id, name } of provinces) {
      io.out(w.province(name, words.day(now.today)))
      await printRungs(sql, id, now.today, io)
      await printLists(sql, id, now.today, io)
      if (isDry) continue
      const [told, mails] = await sql.begin(async (tx) => [
        await tellRungs(tx, id, now),
        await queueMorning(tx, id, now),
      ])
      io.out(w.done(told ?? 0, mails ?? 0))
    }
    return provinces.length > 0 ? 0 : 1
  })

/** How many assignments of each agency are reminded of on each rung. */
async function printRungs(sql: Database, tenantId: number, today: string, io: Surroundings) {
  const untold = await listUntold(sql, tenantId, today)
  io.out(w.untold(untold.length))
  const names = await listAgencyNames(sql, tenantId, [...new Set(untold.map(({ agencyId }) => agencyId))])
  for (const { id, name } of names) {
    const own = Map.groupBy(
      untold.filter(({ agencyId }) => agencyId === id),
      ({ rung }) => rung,
    )
    for (const [rung, rows] of [...own].sort(([a], [b]) => a - b)) io.out(w.rung(name, rows.length, rung))
  }
}

/** The lists of everybody who has something to do. */
async function printLists(sql: Database, tenantId: number, today: string, io: Surroundings) {
  const people = await sql<{ id: string }[]>`
    select id from account where tenant_id = ${tenantId} and is_active order by agency_id, name collate "vi-x-icu", id`
  const [ladders, { baseUrl }] = await Promise.all([readLadders(sql, tenantId), readSetting(sql, tenantId)])
  let concerned = 0
  for (let from = 0; from < people.length; from += BATCH) {
    const ids = people.slice(from, from + BATCH).map(({ id }) => id)
    const lists = await readMornings(sql, tenantId, ids, { today, ladders })
    for (const id of ids) {
      const list = lists.get(id)
      if (!list || list.sections.length === 0) continue
      concerned += 1
      io.out('')
      io.out(textOf(list, baseUrl || io.address()).trimEnd())
    }
  }
  io.out('')
  io.out(w.people(concerned, people.length))
}
