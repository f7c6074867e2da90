// Questions and changes about comments and those they reach. `sql` is the connection or the transaction.
import type { Sql } from '../store/database.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import type { Named, NamedKind, Subject, SubjectKind } from './discussion.ts'

/** What the comment is about: whether it is there, and whether the duty's agency reports outside this system. */
export async function findSubject(
  sql: Sql,
  tenantId: number,
  { kind, id }: Subject,
): Promise<{ isOutside: boolean } | null> {
  const [row] = await SUBJECT[kind](sql, tenantId, id)
  return row ?? null
}

const outside = REPORTS_OUTSIDE as string[]

const SUBJECT: Record<
  SubjectKind,
  (sql: Sql, tenantId: number, id: string) => Promise<{ isOutside: boolean }[]>
> = {
  plan: (sql, tenantId, id) => sql<{ isOutside: boolean }[]>`
    select false as "isOutside" from plan where tenant_id = ${tenantId} and id = ${id}`,
  // An item of several agencies is talked about as long as one of them reports here.
  item: (sql, tenantId, id) => sql<{ isOutside: boolean }[]>`
    select coalesce((
      select bool_and(agency.kind = any(${outside})) from assignment
      join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
      where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead'
    ), false) as "isOutside"
    from item where tenant_id = ${tenantId} and id = ${id}`,
  assignment: (sql, tenantId, id) => sql<{ isOutside: boolean }[]>`
    select agency.kind = any(${outside}) as "isOutside" from assignment
    join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
    where assignment.tenant_id = ${tenantId} and assignment.id = ${id}`,
  // Agencies that report outside raise none.
  difficulty: (sql, tenantId, id) => sql<{ isOutside: boolean }[]>`
    select false as "isOutside" from difficulty where tenant_id = ${tenantId} and id = ${id}`,
}

export interface NewComment {
  id: string
  subject: Subject
  accountId: string
  agencyId: string | null
  body: string
  at: Date
  onDay: string
}

export const insertComment = (sql: Sql, tenantId: number, comment: NewComment) => sql`
  insert into comment (tenant_id, id, subject_kind, subject_id, account_id, agency_id, body, at, on_day)
  values (${tenantId}, ${comment.id}, ${comment.subject.kind}, ${comment.subject.id}, ${comment.accountId},
          ${comment.agencyId}, ${comment.body}, ${comment.at}, ${comment.onDay})`

export interface Reached {
  accountId: string
  agencyId: string | null
  forAccountId: string | null
}

/**
 * Who the names reach on this day: a person and whoever stands in for them, of an agency everybody with an account in
 * use there or in its units. Somebody named and of a named agency is reached as themselves.
 */
export const listReached = (
  sql: Sql,
  tenantId: number,
  { people, agencies, today }: { people: readonly string[]; agencies: readonly string[]; today: string },
) => sql<Reached[]>`
  select distinct on ("accountId") "accountId", "agencyId", "forAccountId"
  from (
    select account.id as "accountId", null::uuid as "agencyId", null::uuid as "forAccountId", 1 as nearness
    from account
    where account.tenant_id = ${tenantId} and account.is_active and account.id = any(${people as string[]}::uuid[])
    union all
    select stand_in.stand_in_id, null, stand_in.account_id, 2
    from stand_in
    join account on account.tenant_id = stand_in.tenant_id and account.id = stand_in.stand_in_id and account.is_active
    where stand_in.tenant_id = ${tenantId} and stand_in.account_id = any(${people as string[]}::uuid[])
      and ${today} between stand_in.from_day and stand_in.to_day and stand_in.ended_on is null
    union all
    select account.id, named.id, null, 3
    from account
    join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id
    join unnest(${agencies as string[]}::uuid[]) named (id)
      on named.id = own.id or (own.kind = 'unit' and named.id = own.parent_id)
    where account.tenant_id = ${tenantId} and account.is_active
  ) reached
  order by "accountId", nearness, "agencyId"`

/** Those of the agencies where nobody, in its units neither, has an account in use. */
export const listEmptyAgencies = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { name: string }[]
>`
  select agency.name from agency
  where agency.tenant_id = ${tenantId} and agency.id = any(${ids as string[]}::uuid[])
    and not exists (
      select 1 from account
      join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id
      where account.tenant_id = ${tenantId} and account.is_active
        and (own.id = agency.id or (own.kind = 'unit' and own.parent_id = agency.id)))
  order by agency.name collate "vi-x-icu"`

export const insertMentions = (
  sql: Sql,
  tenantId: number,
  { commentId, at, reached }: { commentId: string; at: Date; reached: readonly Reached[] },
) => sql`
  insert into mention (tenant_id, comment_id, account_id, agency_id, for_account_id, at)
  select ${tenantId}::int, ${commentId}::uuid, "accountId", "agencyId", "forAccountId", ${at}::timestamptz
  from jsonb_to_recordset(${sql.json(reached as never)}) as new
    ("accountId" uuid, "agencyId" uuid, "forAccountId" uuid)`

export interface CommentRow {
  id: string
  version: number
  accountId: string
  name: string
  position: string
  agency: string | null
  body: string
  at: Date
  onDay: string
  withdrawnAt: Date | null
}

const COMMENT = (sql: Sql) => sql`
  comment.id, comment.version, comment.account_id as "accountId", account.name, account.position,
  agency.name as agency, comment.body, comment.at, comment.on_day as "onDay", comment.withdrawn_at as "withdrawnAt"`

/** Newest first; `before` is the place of the last one of the page before. */
export const listComments = (
  sql: Sql,
  tenantId: number,
  subject: Subject,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
) => sql<CommentRow[]>`
  select ${COMMENT(sql)} from comment
  join account on account.tenant_id = comment.tenant_id and account.id = comment.account_id
  left join agency on agency.tenant_id = comment.tenant_id and agency.id = comment.agency_id
  where comment.tenant_id = ${tenantId} and comment.subject_kind = ${subject.kind} and comment.subject_id = ${subject.id}
    ${before ? sql`and (comment.at, comment.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
  order by comment.at desc, comment.id desc limit ${limit}`

export async function countComments(sql: Sql, tenantId: number, subject: Subject): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*) as n from comment
    where tenant_id = ${tenantId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}`
  return row?.n ?? 0
}

/** Under a lock until the end of the transaction. */
export async function lockComment(tx: Sql, tenantId: number, id: string): Promise<CommentRow | null> {
  const [row] = await tx<CommentRow[]>`
    select ${COMMENT(tx)} from comment
    join account on account.tenant_id = comment.tenant_id and account.id = comment.account_id
    left join agency on agency.tenant_id = comment.tenant_id and agency.id = comment.agency_id
    where comment.tenant_id = ${tenantId} and comment.id = ${id}
    for no key update of comment`
  return row ?? null
}

export const withdraw = (
  tx: Sql,
  tenantId: number,
  id: string,
  { at, version }: { at: Date; version: number },
) => tx`
  update comment set withdrawn_at = ${at}, version = ${version}
  where tenant_id = ${tenantId} and id = ${id}`

/** Of these comments: through which agency, or to whom in person, how many were reached and how many have read it. */
export const listReading = (sql: Sql, tenantId: number, comments: readonly string[]) => sql<
  {
    commentId: string
    agencyId: string | null
    accountId: string | null
    name: string
    reached: number
    read: number
  }[]
>`
  select mention.comment_id as "commentId", mention.agency_id as "agencyId", person.id as "accountId",
         coalesce(agency.name, person.name) as name, count(*) as reached, count(mention.read_at) as read
  from mention
  left join agency on agency.tenant_id = mention.tenant_id and agency.id = mention.agency_id
  left join account person on person.tenant_id = mention.tenant_id and mention.agency_id is null
    and person.id = coalesce(mention.for_account_id, mention.account_id)
  where mention.tenant_id = ${tenantId} and mention.comment_id = any(${comments as string[]}::uuid[])
  group by mention.comment_id, mention.agency_id, agency.name, person.id, person.name
  order by mention.comment_id, agency.name collate "vi-x-icu" nulls last, person.name collate "vi-x-icu"`

/** Names as they are now, and whether somebody is still reached by them: a person in use, an agency that exists. */
export async function listNames(
  sql: Sql,
  tenantId: number,
  named: readonly Named[],
  today: string,
): Promise<Map<string, { name: string; isActive: boolean }>> {
  const ids = (wanted: NamedKind) => named.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const rows = await sql<{ kind: NamedKind; id: string; name: string; isActive: boolean }[]>`
    select 'agency' as kind, id, name, ended_on is null or ended_on > ${today} as "isActive" from agency
    where tenant_id = ${tenantId} and id = any(${ids('agency')}::uuid[])
    union all
    select 'person', id, name, is_active from account
    where tenant_id = ${tenantId} and id = any(${ids('person')}::uuid[])`
  return new Map(rows.map(({ kind, id, ...rest }) => [`${kind} ${id}`, rest]))
}

export interface NameRow {
  kind: NamedKind
  id: string
  name: string
  position: string
  agency: string | null
  /** Of an agency: how many people it reaches, and the first of them, head and focal officer before the others. */
  people: number
  first: string[]
}

/**
 * Agencies that exist and people in use whose name holds all the words: names that begin so first, agencies that reach
 * nobody last.
 */
export const listNameOptions = (
  sql: Sql,
  tenantId: number,
  { search, today, limit }: { search: string; today: string; limit: number },
) => sql<NameRow[]>`
  with wanted as (
    select btrim(typed) as text, string_to_array(btrim(typed), ' ') as words from plain_words(${search}) typed
  ),
  reachable as (
    select own.id from account
    join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id
    where account.tenant_id = ${tenantId} and account.is_active
    union
    select own.parent_id from account
    join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id and own.kind = 'unit'
    where account.tenant_id = ${tenantId} and account.is_active
  ),
  found as (
    select 'agency' as kind, agency.id, agency.name, '' as position, null as agency, agency.plain as key,
           agency.id in (select id from reachable) as "isReachable"
    from agency where agency.tenant_id = ${tenantId} and (agency.ended_on is null or agency.ended_on > ${today})
    union all
    select 'person', account.id, account.name, account.position, agency.name, account.plain, true
    from account left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
    where account.tenant_id = ${tenantId} and account.is_active
  ),
  chosen as (
    select found.*, case when wanted.text = '' then true else strpos(plain_words(found.name), ' ' || wanted.text) = 1 end as begins
    from found, wanted
    where (select bool_and(strpos(found.key, ' ' || word) > 0) from unnest(wanted.words) word) is not false
    order by begins desc, kind, found."isReachable" desc, length(found.name), found.name collate "vi-x-icu", found.id
    limit ${limit}
  )
  select chosen.kind, chosen.id, chosen.name, chosen.position, chosen.agency,
         coalesce(reached.n, 0) as people, coalesce(reached.first, '{}') as first
  from chosen
  left join lateral (
    select count(*) as n, (array_agg(account.name order by
      case account.role when 'head' then 0 when 'focal' then 1 else 2 end, account.name collate "vi-x-icu"))[1:2] as first
    from account
    join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id
    where account.tenant_id = ${tenantId} and account.is_active and chosen.kind = 'agency'
      and (own.id = chosen.id or (own.kind = 'unit' and own.parent_id = chosen.id))
  ) reached on true
  order by chosen.begins desc, chosen.kind, chosen."isReachable" desc, length(chosen.name),
           chosen.name collate "vi-x-icu", chosen.id`

export interface MentionDbRow {
  comment: string
  kind: SubjectKind
  id: string
  planNumber: string | null
  planTitle: string | null
  /** Of the duty or the difficulty. */
  text: string | null
  holder: string | null
  author: string
  authorAgency: string | null
  through: string | null
  at: Date
  body: string
  withdrawn: boolean
  read: boolean
}

export const listMentions = (
  sql: Sql,
  tenantId: number,
  accountId: string,
  page: { unread: boolean; before: { at: string; id: string } | null; limit: number },
) => sql<MentionDbRow[]>`
  select mention.comment_id as comment, comment.subject_kind as kind, comment.subject_id as id,
         plan.number as "planNumber", plan.title as "planTitle", coalesce(item.quote, difficulty.text) as text,
         holder.name as holder,
         author.name as author, of_author.name as "authorAgency", coalesce(through.name, absent.name) as through,
         mention.at, comment.body, comment.withdrawn_at is not null as withdrawn, mention.read_at is not null as read
  from mention
  join comment on comment.tenant_id = mention.tenant_id and comment.id = mention.comment_id
  join account author on author.tenant_id = mention.tenant_id and author.id = comment.account_id
  left join agency of_author on of_author.tenant_id = mention.tenant_id and of_author.id = comment.agency_id
  left join agency through on through.tenant_id = mention.tenant_id and through.id = mention.agency_id
  left join account absent on absent.tenant_id = mention.tenant_id and absent.id = mention.for_account_id
  left join assignment on assignment.tenant_id = mention.tenant_id and comment.subject_kind = 'assignment'
    and assignment.id = comment.subject_id
  left join difficulty on difficulty.tenant_id = mention.tenant_id and comment.subject_kind = 'difficulty'
    and difficulty.id = comment.subject_id
  left join agency holder on holder.tenant_id = mention.tenant_id
    and holder.id = coalesce(assignment.agency_id, difficulty.agency_id)
  left join item on item.tenant_id = mention.tenant_id
    and item.id = case comment.subject_kind when 'assignment' then assignment.item_id when 'item' then comment.subject_id end
  left join plan on plan.tenant_id = mention.tenant_id
    and plan.id = case comment.subject_kind when 'plan' then comment.subject_id else coalesce(item.plan_id, difficulty.plan_id) end
  where mention.tenant_id = ${tenantId} and mention.account_id = ${accountId}
    ${page.unread ? sql`and mention.read_at is null` : sql``}
    ${page.before ? sql`and (mention.at, mention.comment_id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : sql``}
  order by mention.at desc, mention.comment_id desc limit ${page.limit}`

export async function countUnread(sql: Sql, tenantId: number, accountId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*) as n from mention
    where tenant_id = ${tenantId} and account_id = ${accountId} and read_at is null`
  return row?.n ?? 0
}

/** Marks as read what is not; returns how many that were. */
export async function markRead(
  tx: Sql,
  tenantId: number,
  accountId: string,
  which: { comments: readonly string[] } | { until: string },
  at: Date,
): Promise<number> {
  const rows = await tx`
    update mention set read_at = ${at}
    where tenant_id = ${tenantId} and account_id = ${accountId} and read_at is null
      and ${'until' in which ? tx`at <= ${which.until}::timestamptz` : tx`comment_id = any(${which.comments as string[]}::uuid[])`}
    returning comment_id`
  return rows.length
}

/** Nothing is left to read in what was struck. */
export const markWithdrawn = (tx: Sql, tenantId: number, commentId: string, at: Date) => tx`
  update mention set read_at = ${at} where tenant_id = ${tenantId} and comment_id = ${commentId} and read_at is null`
