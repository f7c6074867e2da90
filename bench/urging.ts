// The morning lists of a whole province: five thousand people of two hundred agencies, fifty thousand assignments.
import { randomUUID } from 'node:crypto'
import type { Database } from '../src/store/database.ts'
import { readLadders } from '../src/urging/ladder-queries.ts'
import { textOf } from '../src/urging/morning.ts'
import { readMornings } from '../src/urging/morning-queries.ts'
import { type Measure, measureOf, timed } from './measure.ts'
import { TENANT } from './work-data.ts'

/** As many as mail makes at once. */
const BATCH = 500

/** Adds people until there are so many, spread over the agencies: in each a head, a focal officer, else officers. */
async function addPeople(sql: Database, people: number): Promise<void> {
  const [row] = await sql<{ n: number }[]>`select count(*) as n from account where tenant_id = ${TENANT}`
  const ids = Array.from({ length: Math.max(0, people - (row?.n ?? 0)) }, () => randomUUID())
  await sql`
    insert into account (tenant_id, id, login, name, agency_id, role, created_at)
    select ${TENANT}, new.id, 'morning' || n, 'Người số ' || n, agency.id,
           case n / agency.total when 0 then 'head' when 1 then 'focal' else 'officer' end, now()
    from unnest(${ids}::uuid[]) with ordinality as new (id, n)
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as total
          from agency where tenant_id = ${TENANT}) agency on agency.place = n % agency.total`
  await sql`analyze account`
}

/** Over a province made by makeWork: every list with its text, as they are made for the mail of one morning. */
export async function measureMornings(
  sql: Database,
  { people = 5000, today }: { people?: number; today: string },
): Promise<Record<string, Measure>> {
  await addPeople(sql, people)
  const ids = (
    await sql<{ id: string }[]>`
    select id from account where tenant_id = ${TENANT} and is_active order by agency_id, id limit ${people}`
  ).map(({ id }) => id)
  let lists = 0
  let rows = 0
  const ms = await timed(async () => {
    for (let from = 0; from < ids.length; from += BATCH) {
      const ladders = await readLadders(sql, TENANT)
      const made = await readMornings(sql, TENANT, ids.slice(from, from + BATCH), { today, ladders })
      for (const list of made.values()) {
        if (list.sections.length > 0) lists += 1
        rows += list.sections.reduce((sum, section) => sum + section.rows.length, 0)
        textOf(list, 'https://kehoach.example')
      }
    }
  })
  const one = await timed(async () =>
    readMornings(sql, TENANT, ids.slice(0, 1), { today, ladders: await readLadders(sql, TENANT) }),
  )
  // The floor: the bare rows of everybody's agency that are due within a week or past, without rules, places or words.
  const bare = await timed(
    () => sql`
      select account.id, assignment.id, item.quote, assignment.due_on from account
      join assignment on assignment.tenant_id = ${TENANT} and assignment.agency_id = account.agency_id
        and assignment.status in ('assigned', 'active') and assignment.due_on <= ${today}::date + 7
      join item on item.tenant_id = ${TENANT} and item.id = assignment.item_id
      where account.tenant_id = ${TENANT} and account.is_active`,
  )
  const note = `${ids.length} people, ${lists} lists, ${rows} rows`
  return {
    'morning lists': measureOf(ms / 1000, 's', bare / 1000, { note }),
    'morning list, one person': measureOf(one, 'ms', null),
  }
}
