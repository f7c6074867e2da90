// Whose list holds what: one statement for any number of people, so that five thousand lists are as few questions as one.
import { addDays, type IsOff } from '../base/calendar.ts'
import { plainOf, readPieces } from '../discussion/comment.ts'
import { WRITERS } from '../signing/dossier.ts'
import type { Sql } from '../store/database.ts'
import { OVERSEER_ROLES } from '../task/task.ts'
import { SOON_DAYS } from '../task/work-state.ts'
import { readCalendar } from '../working-day/queries.ts'
import { dayOfRung, horizonOf, type Ladder } from './ladder.ts'
import type { Ladders } from './ladder-queries.ts'
import { MOST_ROWS, type Morning, type MorningRow, SECTIONS, type Section } from './morning.ts'

/** Last days from which a plan's reminders have begun by today. */
function soonUntil(ladder: Ladder, today: string, isOff: IsOff): string {
  const first = Math.max(0, ...ladder.before)
  let day = horizonOf(ladder, today)
  while (day > today && (first === 0 || dayOfRung(day, -first, isOff) > today)) day = addDays(day, -1)
  return day
}

interface Row extends MorningRow {
  accountId: string
  section: Section
  n: number
  /** In its section. */
  place: number
}

/** The lists of these active people on the day, each without its text; whoever has nothing to do has an empty one. */
export async function readMornings(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  { today, ladders, most = MOST_ROWS }: { today: string; ladders: Ladders; most?: number },
): Promise<Map<string, Omit<Morning, 'text'>>> {
  const { isOff } = await readCalendar(sql, tenantId, addDays(today, -120), addDays(today, 120))
  const until = soonUntil(ladders.province, today, isOff)
  const own = [...ladders.plans].map(([plan, ladder]) => ({ plan, until: soonUntil(ladder, today, isOff) }))
  const [people, rows] = await Promise.all([
    sql<{ id: string; name: string }[]>`
      select id, name from account where tenant_id = ${tenantId} and is_active and id = any(${ids as string[]}::uuid[])`,
    sql<Row[]>`
      with ${CAPACITIES(sql, tenantId, ids, today)},
      own_ladder as (
        select * from unnest(${own.map(({ plan }) => plan)}::uuid[], ${own.map((one) => one.until)}::date[]) as t (plan_id, until)
      ),
      -- Asked once of every assignment, however many people it concerns.
      returned as materialized (
        select assignment.id from assignment
        cross join lateral (
          select kind from step where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id
            and step.kind in ('report', 'approve', 'return') order by step.seq desc limit 1
        ) last
        where assignment.tenant_id = ${tenantId} and assignment.status = 'active' and last.kind = 'return'
          and assignment.agency_id in (select agency_id from place)
      ),
      bearing as (
        select place.account_id, place.stands_in_for, assignment.id, assignment.due_on, assignment.status,
               coalesce(own_ladder.until, ${until}::date) as until
        from place
        join assignment on assignment.tenant_id = ${tenantId} and assignment.agency_id = place.agency_id
          and assignment.status in ('assigned', 'active')
        left join own_ladder on own_ladder.plan_id = assignment.plan_id
        left join account holder on holder.tenant_id = ${tenantId} and holder.id = assignment.person_id and holder.is_active
        where place.role in ('officer', 'head', 'focal') and (
          holder.id = place.as_id
          or (place.role <> 'officer' and (place.unit_id is null or assignment.unit_id = place.unit_id))
          or (place.role = 'officer' and holder.id is null and assignment.unit_id is not distinct from place.unit_id))
      ),
      told as (
        select account_id, stands_in_for, id, due_on,
               case when due_on < ${today} then 'overdue' when due_on = ${today} then 'today' else 'soon' end as section
        from bearing where due_on <= until
        union all
        select account_id, stands_in_for, bearing.id, due_on, 'returned' from bearing
        where bearing.id in (select id from returned)
        union all
        select place.account_id, place.stands_in_for, assignment.id, assignment.due_on, 'approve'
        from place
        join assignment on assignment.tenant_id = ${tenantId} and assignment.agency_id = place.agency_id
          and assignment.status = 'reported'
        where place.role = 'head' and place.unit_id is null and ${NOT_BY(sql, tenantId)}
        union all
        select place.account_id, place.stands_in_for, assignment.id, assignment.due_on,
               case when assignment.status = 'approved' then 'confirm' else 'extension' end
        from place
        join plan on plan.tenant_id = ${tenantId} and plan.overseer_id = place.agency_id
        join assignment on assignment.tenant_id = ${tenantId} and assignment.plan_id = plan.id
          and (assignment.role = 'lead' or assignment.parent_id is null)
          and ${WAITS_ABOVE(sql)}
        where place.role = any(${OVERSEER_ROLES as string[]}) and (assignment.status <> 'approved' or ${NOT_BY(sql, tenantId)})
        union all
        select place.account_id, place.stands_in_for, assignment.id, assignment.due_on,
               case when assignment.status = 'approved' then 'confirm' else 'extension' end
        from place
        join assignment parent on parent.tenant_id = ${tenantId} and parent.agency_id = place.agency_id
        join assignment on assignment.tenant_id = ${tenantId} and assignment.parent_id = parent.id
          and assignment.role = 'coordinating' and ${WAITS_ABOVE(sql)}
        where place.role = any(${OVERSEER_ROLES as string[]}) and (assignment.status <> 'approved' or ${NOT_BY(sql, tenantId)})
        union all
        select capacity.account_id, capacity.stands_in_for, assignment.id, assignment.due_on, 'led'
        from capacity
        join item on item.tenant_id = ${tenantId}
        join plan on plan.tenant_id = ${tenantId} and plan.id = item.plan_id
          and capacity.as_id in (coalesce(item.leader_id, plan.leader_id), coalesce(item.follower_id, plan.follower_id))
        join assignment on assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead'
          and assignment.status in ('assigned', 'active', 'reported') and assignment.due_on < ${today}
        where capacity.as_id in (
          select leader_id from item where tenant_id = ${tenantId} union select follower_id from item where tenant_id = ${tenantId}
          union select leader_id from plan where tenant_id = ${tenantId} union select follower_id from plan where tenant_id = ${tenantId})
      ),
      once as (
        -- Somebody may be concerned for themselves and for another: then for themselves.
        select account_id, section, id, due_on,
               case when bool_or(stands_in_for is null) then null else min(stands_in_for) end as stands_in_for
        from told group by 1, 2, 3, 4
      ),
      ranked as (
        select once.*, count(*) over (partition by account_id, section) as n,
               row_number() over (partition by account_id, section order by due_on nulls last, id) as place
        from once
      )
      select ranked.account_id as "accountId", ranked.section, ranked.n, 'assignment' as kind, ranked.id,
             case when assignment.duty <> '' then assignment.duty else item.quote end as text,
             coalesce(plan.number, plan.title) as plan, agency.name as agency, ranked.due_on as "dueOn",
             case when assignment.status <> 'approved' then ranked.due_on - ${today}::date end as "daysLeft", assignment.role = 'coordinating' as "isCoordinating", ranked.stands_in_for as "standsInFor", ranked.place
      from ranked
      join assignment on assignment.tenant_id = ${tenantId} and assignment.id = ranked.id
      join item on item.tenant_id = ${tenantId} and item.id = assignment.item_id
      join plan on plan.tenant_id = ${tenantId} and plan.id = assignment.plan_id
      join agency on agency.tenant_id = ${tenantId} and agency.id = assignment.agency_id
      where ranked.place <= ${most}
      union all
      (${OPINIONS(sql, tenantId, today, most)})
      union all
      (${REPORTS(sql, tenantId, today, most)})
      union all
      (${MENTIONS(sql, tenantId, ids, most)})
      order by "accountId", section, place`,
  ])
  await nameThose(sql, tenantId, rows, today)
  const lists = new Map<string, Omit<Morning, 'text'>>()
  const bySection = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.accountId} ${row.section}`
    const all = bySection.get(key)
    if (all) all.push(row)
    else bySection.set(key, [row])
  }
  for (const { id, name } of people)
    lists.set(id, {
      ...{ day: today, person: name },
      sections: SECTIONS.flatMap((section) => {
        const own = bySection.get(`${id} ${section}`)
        return own?.[0] ? [{ name: section, n: own[0].n, rows: own.map(plain) }] : []
      }),
    })
  return lists
}

/** Comments keep ids where a reader sees names. */
async function nameThose(sql: Sql, tenantId: number, rows: Row[], today: string): Promise<void> {
  const mentions = rows.filter(({ section }) => section === 'mention')
  if (mentions.length === 0) return
  const bodies = mentions.map(({ text }) => text)
  const pieces = await readPieces(sql, tenantId, bodies, today)
  for (const [at, row] of mentions.entries()) row.text = plainOf(pieces[at] ?? [])
}

const plain = ({ accountId: _, section: __, n: ___, place: ____, ...row }: Row): MorningRow => row

/**
 * capacity: the people themselves and those in whose place they act today. place: the same by the agencies whose work is
 * theirs; somebody of an internal unit stands in the agency over it with `unit_id`.
 */
const CAPACITIES = (sql: Sql, tenantId: number, ids: readonly string[], today: string) => sql`
  capacity as (
    select account.id as account_id, account.id as as_id, null::text as stands_in_for, account.role, account.agency_id
    from account where account.tenant_id = ${tenantId} and account.is_active and account.id = any(${ids as string[]}::uuid[])
    union all
    select stand_in.stand_in_id, absent.id, absent.name, absent.role, absent.agency_id
    from stand_in
    join account absent on absent.tenant_id = ${tenantId} and absent.id = stand_in.account_id and absent.is_active
    where stand_in.tenant_id = ${tenantId} and stand_in.stand_in_id = any(${ids as string[]}::uuid[])
      and stand_in.ended_on is null and ${today} between stand_in.from_day and stand_in.to_day
  ),
  place as (
    select capacity.account_id, capacity.as_id, capacity.stands_in_for, capacity.role,
           case when agency.kind = 'unit' then agency.parent_id else agency.id end as agency_id,
           case when agency.kind = 'unit' then agency.id end as unit_id
    from capacity join agency on agency.tenant_id = ${tenantId} and agency.id = capacity.agency_id
  )`

/** Nobody decides on a report of their own, nor on one of the person in whose place they act. */
const NOT_BY = (sql: Sql, tenantId: number) => sql`
  not exists (
    select 1 from (
      select account_id from step where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id
        and step.kind = 'report' order by step.seq desc limit 1
    ) author where author.account_id in (place.account_id, place.as_id))`

const WAITS_ABOVE = (sql: Sql) => sql`
  (assignment.status = 'approved'
   or (assignment.extension_until is not null and assignment.status in ('assigned', 'active', 'reported')))`

const OPINIONS = (sql: Sql, tenantId: number, today: string, most: number) => sql`
  select asked.account_id, 'opinion', asked.n, 'paper', asked.dossier_id, dossier.title, '', issuer.name, asked.due_on,
         asked.due_on - ${today}::date, false, asked.stands_in_for, asked.place
  from (
    select once.*, count(*) over (partition by account_id) as n,
           row_number() over (partition by account_id order by due_on, dossier_id) as place
    from (
      select place.account_id, opinion.dossier_id, opinion.due_on,
             case when bool_or(place.stands_in_for is null) then null else min(place.stands_in_for) end as stands_in_for
      from place
      join dossier_opinion opinion on opinion.tenant_id = ${tenantId} and opinion.agency_id = place.agency_id
        and opinion.answered_on is null and not opinion.recalled and opinion.lapsed_on is null
      where place.role = any(${WRITERS as string[]})
      group by 1, 2, 3
    ) once
  ) asked
  join dossier on dossier.tenant_id = ${tenantId} and dossier.id = asked.dossier_id
  join agency issuer on issuer.tenant_id = ${tenantId} and issuer.id = dossier.agency_id
  where asked.place <= ${most}`

/** Reports of the agency to be written, from some days before the last day on; written ones wait for its head. */
const REPORTS = (sql: Sql, tenantId: number, today: string, most: number) => sql`
  select owed.account_id, 'report', owed.n, 'report', owed.id, report_round.title, coalesce(plan.number, plan.title),
         agency.name, owed.due_on, owed.due_on - ${today}::date, false, owed.stands_in_for, owed.place
  from (
    select once.*, count(*) over (partition by account_id) as n,
           row_number() over (partition by account_id order by due_on, id) as place
    from (
      select place.account_id, report.id, report.round_id, report.agency_id, report.due_on,
             case when bool_or(place.stands_in_for is null) then null else min(place.stands_in_for) end as stands_in_for
      from place
      join report on report.tenant_id = ${tenantId} and report.agency_id = place.agency_id
        and report.due_on <= ${addDays(today, SOON_DAYS)}
        and ((report.state = 'draft' and place.role = any(${WRITERS as string[]}))
             or (report.state = 'submitted' and place.role = 'head' and place.unit_id is null
                 and report.author_id is distinct from place.account_id and report.author_id is distinct from place.as_id))
      join report_round on report_round.tenant_id = ${tenantId} and report_round.id = report.round_id
        and report_round.state = 'open'
      group by 1, 2, 3, 4, 5
    ) once
  ) owed
  join report_round on report_round.tenant_id = ${tenantId} and report_round.id = owed.round_id
  join plan on plan.tenant_id = ${tenantId} and plan.id = report_round.plan_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = owed.agency_id
  where owed.place <= ${most}`

const MENTIONS = (sql: Sql, tenantId: number, ids: readonly string[], most: number) => sql`
  select unread.account_id, 'mention', unread.n, unread.subject_kind, unread.subject_id, unread.body,
         '', author.name, null::date, null::int, false, absent.name, unread.place
  from (
    select mention.account_id, mention.for_account_id, comment.subject_kind, comment.subject_id, comment.body,
           comment.account_id as author_id, count(*) over (partition by mention.account_id) as n,
           row_number() over (partition by mention.account_id order by mention.at desc) as place
    from mention join comment on comment.tenant_id = ${tenantId} and comment.id = mention.comment_id
    where mention.tenant_id = ${tenantId} and mention.account_id = any(${ids as string[]}::uuid[])
      and mention.read_at is null and comment.withdrawn_at is null
  ) unread
  join account author on author.tenant_id = ${tenantId} and author.id = unread.author_id
  left join account absent on absent.tenant_id = ${tenantId} and absent.id = unread.for_account_id
  where unread.place <= ${most}`
