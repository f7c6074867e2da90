// Questions about events of training and dialogue. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { EventPage, TrainedShare } from './learning.ts'

type EventHead = Omit<EventPage, 'participants' | 'petitions' | 'today' | 'whyNotAdd'>

export async function getEvent(sql: Sql, tenantId: number, id: string): Promise<EventHead> {
  const [row] = await sql<EventHead[]>`
    select event.id, event.code, event.name, event.kind, event.held_on as "heldOn", event.ended_on as "endedOn",
           jsonb_build_object('id', agency.id, 'name', agency.name) as agency,
           case when place.id is null then null else jsonb_build_object('id', place.id, 'name', place.name) end as place,
           event.venue, event.participants::float8 as said, event.budget::float8 as budget,
           (select count(*) from participant one where one.tenant_id = ${tenantId} and one.event = event.id and not one.is_void)::int as count,
           (select count(*) from participant one where one.tenant_id = ${tenantId} and one.event = event.id and not one.is_void
              and one.is_manager)::int as managers,
           (select count(distinct one.cooperative) from participant one where one.tenant_id = ${tenantId}
              and one.event = event.id and not one.is_void)::int as cooperatives
    from learning_event event
    join agency on agency.tenant_id = ${tenantId} and agency.id = event.agency
    left join agency place on place.tenant_id = ${tenantId} and place.id = event.place
    where event.tenant_id = ${tenantId} and event.id = ${id} and not event.is_void`
  if (!row) throw new Refusal('missing', 'learning-event.missing', words.refusal.missing)
  return row
}

export const listParticipants = (sql: Sql, tenantId: number, eventId: string, limit: number) => sql<
  EventPage['participants']
>`
  select participant.id, participant.number, participant.name, participant.is_manager as "isManager",
         participant.position, participant.certificate,
         case when cooperative.id is null then null
              else jsonb_build_object('id', cooperative.id, 'name', cooperative.name) end as cooperative
  from participant
  left join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = participant.cooperative
  where participant.tenant_id = ${tenantId} and participant.event = ${eventId} and not participant.is_void
  order by lpad(participant.number, 8, '0'), participant.id limit ${limit}`

/** Names and numbers that are taken, for lines that come on top. */
export const listTaken = (sql: Sql, tenantId: number, eventId: string) => sql<
  { number: string; name: string; cooperative: string | null }[]
>`
  select number, name, cooperative from participant
  where tenant_id = ${tenantId} and event = ${eventId} and not is_void`

/** Cooperatives whose number is one of these, or whose name without diacritics is. */
export const listNamed = (sql: Sql, tenantId: number, keys: readonly string[]) => sql<
  { id: string; name: string; code: string; key: string }[]
>`
  select id, name, code, fold(name) as key from cooperative
  where tenant_id = ${tenantId} and not is_void
    and (code = any(${keys as string[]}) or fold(name) = any(${keys as string[]}))`

/** By year of the updates, the latest first. */
export const listTrained = (sql: Sql, tenantId: number) => sql<TrainedShare['years']>`
  with said as (
    select year, sum(least(trained_managers, managers))::int as trained, sum(managers)::int as managers,
           count(*)::int as cooperatives
    from yearly_update
    where tenant_id = ${tenantId} and not is_void and managers > 0 and trained_managers is not null
    group by year
  ),
  held as (
    select extract(year from event.held_on)::int as year, count(distinct event.id)::int as events,
           count(distinct (fold(participant.name), participant.cooperative))
             filter (where participant.is_manager and participant.cooperative is not null)::int as attended
    from learning_event event
    left join participant on participant.tenant_id = ${tenantId} and participant.event = event.id
      and not participant.is_void
    where event.tenant_id = ${tenantId} and not event.is_void and event.kind = 'training'
    group by 1
  )
  select coalesce(said.year, held.year) as year, coalesce(said.trained, 0) as trained,
         coalesce(said.managers, 0) as managers, coalesce(said.cooperatives, 0) as cooperatives,
         coalesce(held.attended, 0) as attended, coalesce(held.events, 0) as events
  from said full join held on held.year = said.year
  order by 1 desc limit 10`
