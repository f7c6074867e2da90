// Questions about petitions: the list with its clocks, one of them, its steps.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { PetitionCell, PetitionFilter, PetitionStory } from './petition.ts'
import { tabOf } from './petition.ts'
import type { PetitionStatus } from './petition-rule.ts'
import type { CooperativeRef } from './warning.ts'
import { REF } from './warning-queries.ts'

export const PETITION_PAGE = 50

export interface PetitionRowStored {
  id: string
  version: number
  code: string
  content: string
  field: string
  receivedOn: string
  status: PetitionStatus
  withLeaders: boolean
  waitingSince: string | null
  nextId: string | null
  nextName: string | null
  nextDays: number | null
  cooperative: CooperativeRef | null
  placeId: string | null
  eventId: string | null
  eventName: string | null
  agencyId: string | null
  agencyName: string | null
  ownDueOn: string | null
  /** Of the difficulty it became where it has none of its own. */
  dueOn: string | null
  answer: string | null
  answeredOn: string | null
  difficultyId: string | null
  difficultyStatus: string | null
  difficultyWithLeaders: boolean | null
  difficultyAt: string | null
}

/** Not while it is answered already: the day of a difficulty that is over says nothing. */
const DUE = (sql: Sql) => sql`
  case when petition.status = 'sent' then coalesce(petition.due_on, difficulty.due_on) else petition.due_on end`
const LEADERS = (sql: Sql) => sql`
  (petition.status = 'sent' and (coalesce(way.with_leaders, false)
    or coalesce(difficulty.with_leaders and difficulty.status = 'sent', false)))`
/** With what stands beside the petition; a difficulty that was joined into another one stands where that stands. */
const FROM = (sql: Sql, tenantId: number) => sql`
  from petition
  left join petition_way way on way.tenant_id = ${tenantId} and way.petition_id = petition.id
  left join difficulty own on own.tenant_id = ${tenantId} and own.id = way.difficulty_id
  left join difficulty on difficulty.tenant_id = ${tenantId} and difficulty.id = coalesce(own.joined_into, own.id)
  left join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = petition.cooperative
  left join agency place on place.tenant_id = ${tenantId} and place.id = cooperative.place
  left join learning_event event on event.tenant_id = ${tenantId} and event.id = petition.event
  left join agency on agency.tenant_id = ${tenantId} and agency.id = petition.agency`

const COLUMNS = (sql: Sql, tenantId: number) => sql`
  petition.id, petition.version, petition.code, petition.content, petition.field,
  petition.received_on as "receivedOn", petition.status, ${LEADERS(sql)} as "withLeaders",
  way.waiting_since as "waitingSince", way.next_id as "nextId", way.next_days as "nextDays",
  (select next.name from agency next where next.tenant_id = ${tenantId} and next.id = way.next_id) as "nextName",
  case when cooperative.id is null then null else ${REF(sql)} end as cooperative,
  cooperative.place as "placeId", event.id as "eventId", event.name as "eventName", agency.id as "agencyId",
  agency.name as "agencyName", petition.due_on as "ownDueOn", ${DUE(sql)} as "dueOn", petition.answer,
  petition.answered_on as "answeredOn", way.difficulty_id as "difficultyId", difficulty.status as "difficultyStatus",
  difficulty.with_leaders as "difficultyWithLeaders",
  (select at.name from agency at where at.tenant_id = ${tenantId} and at.id = difficulty.addressee_id) as "difficultyAt"`

const NARROWED = (
  sql: Sql,
  tenantId: number,
  { agency, place, event, cooperative, q }: Omit<PetitionFilter, 'state' | 'after'>,
) => sql`
  petition.tenant_id = ${tenantId} and not petition.is_void
  ${agency ? sql`and petition.agency = ${agency}` : sql``}
  ${place ? sql`and cooperative.place = ${place}` : sql``}
  ${event ? sql`and petition.event = ${event}` : sql``}
  ${cooperative ? sql`and petition.cooperative = ${cooperative}` : sql``}
  ${q ? sql`and petition.search like '%' || fold(${q}) || '%'` : sql``}`

/** What has the nearest day first; then what came first. */
export function listPetitions(
  sql: Sql,
  tenantId: number,
  filter: PetitionFilter,
  {
    today,
    after,
    limit = PETITION_PAGE + 1,
  }: {
    today: string
    after: { due: string; on: string; id: string } | null
    limit?: number
  },
) {
  const { statuses, overdue, withLeaders } = tabOf(filter.state)
  const order = sql`coalesce(${DUE(sql)}, '2999-12-31'::date)`
  return sql<PetitionRowStored[]>`
    select ${COLUMNS(sql, tenantId)} ${FROM(sql, tenantId)}
    where ${NARROWED(sql, tenantId, filter)} and petition.status = any(${statuses as string[]})
      ${overdue ? sql`and ${DUE(sql)} < ${today}` : sql``}
      ${withLeaders ? sql`and ${LEADERS(sql)}` : sql``}
      ${
        after
          ? sql`and (${order}, petition.received_on, petition.id) > (${after.due}::date, ${after.on}::date, ${after.id}::uuid)`
          : sql``
      }
    order by ${order}, petition.received_on, petition.id limit ${limit}`
}

export const countPetitions = (
  sql: Sql,
  tenantId: number,
  filter: Omit<PetitionFilter, 'state' | 'after'>,
  today: string,
) => sql<PetitionCell[]>`
  select petition.status, coalesce(${DUE(sql)} < ${today}, false) as "isOverdue", ${LEADERS(sql)} as "withLeaders",
         count(*)::int as n
  ${FROM(sql, tenantId)}
  where ${NARROWED(sql, tenantId, filter)} group by 1, 2, 3`

export async function getPetition(sql: Sql, tenantId: number, id: string): Promise<PetitionRowStored> {
  const [row] = await sql<PetitionRowStored[]>`
    select ${COLUMNS(sql, tenantId)} ${FROM(sql, tenantId)}
    where petition.tenant_id = ${tenantId} and petition.id = ${id} and not petition.is_void`
  if (!row) throw new Refusal('missing', 'petition.missing', words.refusal.missing)
  return row
}

/** Nobody else takes a step on it until the end of the transaction. */
export async function lockPetition(tx: Sql, tenantId: number, id: string): Promise<PetitionRowStored> {
  await tx`select 1 from petition where tenant_id = ${tenantId} and id = ${id} for no key update`
  return getPetition(tx, tenantId, id)
}

export const listStory = (sql: Sql, tenantId: number, id: string) => sql<PetitionStory[]>`
  select step.id, step.kind, step.actor, agency.name as agency, step.on_day as "onDay", step.text,
         addressee.name as addressee, step.days, step.due_on as "dueOn", next.name as next,
         step.next_days as "nextDays", step.document_number as "documentNumber", step.document_on as "documentOn",
         step.told_way as "toldWay", step.difficulty_id as "difficultyId"
  from petition_step step
  left join agency on agency.tenant_id = ${tenantId} and agency.id = step.agency_id
  left join agency addressee on addressee.tenant_id = ${tenantId} and addressee.id = step.addressee_id
  left join agency next on next.tenant_id = ${tenantId} and next.id = step.next_id
  where step.tenant_id = ${tenantId} and step.petition_id = ${id}
  order by step.seq desc`

export interface Setting {
  days: number
  basis: string
  version: number
}
export async function findSetting(sql: Sql, tenantId: number): Promise<Setting | null> {
  const [row] = await sql<Setting[]>`
    select days, basis, version from petition_setting where tenant_id = ${tenantId}`
  return row ?? null
}
