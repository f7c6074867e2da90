// The list of papers on their way and how many stand in each tab. What is not issued yet is seen by those it concerns.
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { Fragment, Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { type Kind, type State, WRITERS } from './dossier.ts'
import { type PaperFilter, TABS, type Tab, type Turn } from './exchange.ts'

type Scope = Omit<PaperFilter, 'after'>

/** Agencies for which this person writes, answers and appraises: own, of a unit its agency too, and of those stood in for. */
export const ownAgencies = ({ capacities }: Actor): string[] => [
  ...new Set(
    capacities
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap(({ agencyId, unitOf }) => [agencyId, unitOf])
      .filter((id) => id !== null),
  ),
]

const leads = ({ capacities }: Actor): boolean => capacities.some(({ role }) => role === 'leader')

/**
 * Whoever writes, issues, was asked, appraises or oversees the plan sees a draft; leaders and administrators see all;
 * what is issued everybody sees.
 */
export function visibleTo(sql: Sql, actor: Actor): Fragment {
  if (leads(actor) || actor.role === 'admin') return sql`true`
  const { tenantId } = actor
  const own = ownAgencies(actor)
  return sql`
    (dossier.state = 'issued' or dossier.drafter_id = any(${own}::uuid[]) or dossier.agency_id = any(${own}::uuid[])
     or dossier.appraiser_id = any(${own}::uuid[])
     or exists (select 1 from dossier_opinion asked
                where asked.tenant_id = ${tenantId} and asked.dossier_id = dossier.id
                  and asked.agency_id = any(${own}::uuid[]))
     or exists (select 1 from dossier_step acted
                where acted.tenant_id = ${tenantId} and acted.dossier_id = dossier.id
                  and acted.agency_id = any(${own}::uuid[]))
     or exists (select 1 from plan
                where plan.tenant_id = ${tenantId} and plan.id = dossier.plan_id
                  and plan.overseer_id = any(${own}::uuid[])))`
}

/** What is this person's to do with it: an answer, an appraisal, the text, a signature to bring back or to give. */
function turnOf(sql: Sql, actor: Actor): Fragment {
  const own = ownAgencies(actor)
  const isLeader = leads(actor)
  return sql`
    case
      when dossier.state in ('draft', 'opinions', 'appraisal', 'submitted') and exists (
        select 1 from dossier_opinion asked
        where asked.tenant_id = ${actor.tenantId} and asked.dossier_id = dossier.id
          and asked.agency_id = any(${own}::uuid[]) and asked.answered_on is null and asked.lapsed_on is null
          and not asked.recalled) then 'answer'
      when dossier.state = 'appraisal' and dossier.appraiser_id = any(${own}::uuid[]) then 'appraise'
      when dossier.state in ('opinions', 'appraisal', 'submitted') and dossier.drafter_id = any(${own}::uuid[]) and exists (
        select 1 from dossier_opinion said
        where said.tenant_id = ${actor.tenantId} and said.dossier_id = dossier.id and said.stance is not null
          and said.reply is null) then 'reply'
      when dossier.state = 'draft' and dossier.drafter_id = any(${own}::uuid[]) then 'write'
      when dossier.state = 'submitted' and (dossier.drafter_id = any(${own}::uuid[])
           or dossier.agency_id = any(${own}::uuid[])) then 'sign'
      when dossier.state = 'submitted' and ${isLeader} and exists (
        select 1 from agency issuer
        where issuer.tenant_id = ${actor.tenantId} and issuer.id = dossier.agency_id
          and issuer.kind = 'province-committee') then 'sign'
    end`
}

function inScope(sql: Sql, { kind, agency, plan, q }: Omit<Scope, 'state'>): Fragment {
  const like = q ? `%${q.replace(/[\\%_]/gu, '\\$&')}%` : ''
  return sql`
    ${kind ? sql`and dossier.kind = ${kind}` : sql``}
    ${agency ? sql`and (dossier.agency_id = ${agency} or dossier.drafter_id = ${agency})` : sql``}
    ${plan ? sql`and dossier.plan_id = ${plan}` : sql``}
    ${q ? sql`and dossier.search like fold(${like}::text)` : sql``}`
}

const inTab = (sql: Sql, tab: Tab, actor: Actor): Fragment =>
  tab === 'all'
    ? sql``
    : tab === 'mine'
      ? sql`and ${turnOf(sql, actor)} is not null`
      : sql`and dossier.state = ${tab}`

export interface ListRow {
  id: string
  kind: Kind
  title: string
  state: State
  agencyId: string
  agencyName: string
  drafterId: string
  drafterName: string
  waitingSince: string
  asked: number
  answered: number
  silent: number
  dueOn: string | null
  number: number | null
  symbol: string | null
  profile: 'state' | 'party'
  signedOn: string | null
  turn: Turn | null
}

/** Keyset: the last row's (waiting_since, id), opaque to the reader. */
export const cursorOf = ({ waitingSince, id }: Pick<ListRow, 'waitingSince' | 'id'>): string =>
  Buffer.from(`${waitingSince} ${id}`).toString('base64url')

function readCursor(cursor: string): { day: string; id: string } {
  const [, day, id] =
    /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!day || !id) throw new Refusal('invalid', 'dossier.cursor', words.refusal.unreadable)
  return { day, id }
}

/** What moved last stands first. */
export function listDossiers(
  sql: Sql,
  actor: Actor,
  { state, ...scope }: Scope,
  page: { after: string | undefined; limit: number },
) {
  const { tenantId } = actor
  const after = page.after ? readCursor(page.after) : null
  return sql<ListRow[]>`
    select dossier.id, dossier.kind, dossier.title, dossier.state, issuer.id as "agencyId", issuer.name as "agencyName",
           drafter.id as "drafterId", drafter.name as "drafterName", dossier.waiting_since as "waitingSince",
           opinion.asked, opinion.answered, opinion.silent,
           case when dossier.state = 'opinions' then opinion.due_on
                when dossier.state = 'appraisal' then dossier.appraise_by end as "dueOn",
           dossier.number, dossier.symbol, dossier.paper ->> 'profile' as profile, dossier.signed_on as "signedOn",
           ${turnOf(sql, actor)} as turn
    from dossier
    join agency issuer on issuer.tenant_id = dossier.tenant_id and issuer.id = dossier.agency_id
    join agency drafter on drafter.tenant_id = dossier.tenant_id and drafter.id = dossier.drafter_id
    cross join lateral (
      select count(*) filter (where not one.recalled)::int as asked,
             count(one.stance)::int as answered,
             count(*) filter (where one.lapsed_on is not null and one.stance is null)::int as silent,
             min(one.due_on) filter (where one.stance is null and one.lapsed_on is null and not one.recalled) as due_on
      from dossier_opinion one
      where one.tenant_id = ${tenantId} and one.dossier_id = dossier.id) opinion
    where dossier.tenant_id = ${tenantId} and ${visibleTo(sql, actor)} ${inScope(sql, scope)}
      ${inTab(sql, state, actor)}
      ${after ? sql`and (dossier.waiting_since, dossier.id) < (${after.day}::date, ${after.id}::uuid)` : sql``}
    order by dossier.waiting_since desc, dossier.id desc
    limit ${page.limit}`
}

/** How many this person finds under each tab. */
export async function countTabs(
  sql: Sql,
  actor: Actor,
  scope: Omit<Scope, 'state'>,
): Promise<Record<Tab, number>> {
  const cells = await sql<{ state: State; isMine: boolean; n: number }[]>`
    select dossier.state, ${turnOf(sql, actor)} is not null as "isMine", count(*)::int as n
    from dossier
    where dossier.tenant_id = ${actor.tenantId} and ${visibleTo(sql, actor)} ${inScope(sql, scope)}
    group by 1, 2`
  const sumOf = (tab: Tab) =>
    cells
      .filter(({ state, isMine }) => tab === 'all' || (tab === 'mine' ? isMine : state === tab))
      .reduce((sum, { n }) => sum + n, 0)
  return Object.fromEntries(TABS.map((tab) => [tab, sumOf(tab)])) as Record<Tab, number>
}

/** Agencies that issue or write any of them, for the choice of the list. */
export const listPaperAgencies = (sql: Sql, tenantId: number) => sql<{ id: string; name: string }[]>`
  select id, name from agency
  where tenant_id = ${tenantId}
    and (id in (select agency_id from dossier where tenant_id = ${tenantId})
      or id in (select drafter_id from dossier where tenant_id = ${tenantId}))
  order by name collate "vi-x-icu", id`

/** Whether this person may see it. */
export async function isVisible(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from dossier
    where dossier.tenant_id = ${actor.tenantId} and dossier.id = ${id} and ${visibleTo(sql, actor)}`
  return row !== undefined
}
