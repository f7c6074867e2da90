// Questions and changes about mail: the settings, people's choices, what is to be sent.
import type { Sql } from '../store/database.ts'
import type { ChoiceForm, MailForm, MailRow, Security } from './mail.ts'

export interface SettingRow {
  baseUrl: string
  morningAt: string
  quietFrom: string
  quietTo: string
  host: string
  port: number
  security: Security
  user: string
  password: string
  from: string
  version: number
  testedAt: Date | null
  failingSince: Date | null
  failure: string
}

const DEFAULTS: SettingRow = {
  ...{ baseUrl: '', morningAt: '06:30', quietFrom: '21:00', quietTo: '06:00', host: '', port: 587 },
  ...{ security: 'starttls', user: '', password: '', from: '', version: 0 },
  ...{ testedAt: null, failingSince: null, failure: '' },
}

/** With the password: what is answered to a browser must leave it out. */
export async function readSetting(sql: Sql, tenantId: number): Promise<SettingRow> {
  const [row] = await sql<SettingRow[]>`
    select base_url as "baseUrl", to_char(morning_at, 'HH24:MI') as "morningAt", to_char(quiet_from, 'HH24:MI') as "quietFrom",
           to_char(quiet_to, 'HH24:MI') as "quietTo", mail_host as host, mail_port as port, mail_security as security,
           mail_user as user, mail_password as password, mail_from as "from", mail_version as version,
           tested_at as "testedAt", failing_since as "failingSince", failure
    from urging_setting where tenant_id = ${tenantId}`
  return row ?? DEFAULTS
}

/** The row is there (`lockSetting`). With another server the test falls back; the hours alone leave it. */
export const writeSetting = (
  tx: Sql,
  tenantId: number,
  form: MailForm,
  { version, isSameServer }: { version: number; isSameServer: boolean },
) => tx`
  update urging_setting set base_url = ${form.baseUrl}, morning_at = ${form.morningAt}::time,
    quiet_from = ${form.quietFrom}::time, quiet_to = ${form.quietTo}::time, mail_host = ${form.host},
    mail_port = ${form.port}, mail_security = ${form.security}, mail_user = ${form.user},
    mail_password = ${form.password === undefined ? tx`mail_password` : form.password}, mail_from = ${form.from},
    mail_version = ${version}
    ${isSameServer ? tx`` : tx`, tested_at = null, failing_since = null, failure = ''`}
  where tenant_id = ${tenantId}`

export const markTested = (tx: Sql, tenantId: number, { at, version }: { at: Date; version: number }) => tx`
  update urging_setting set tested_at = ${at}, failing_since = null, failure = '', mail_version = ${version}
  where tenant_id = ${tenantId}`

/** The server answers again, or does not: since when, and why. */
export const markServer = (sql: Sql, tenantId: number, failure: string, at: Date) =>
  failure === ''
    ? sql`update urging_setting set failing_since = null, failure = ''
          where tenant_id = ${tenantId} and failing_since is not null`
    : sql`update urging_setting set failing_since = coalesce(failing_since, ${at}), failure = ${failure}
          where tenant_id = ${tenantId}`

export async function countMail(sql: Sql, tenantId: number, since: Date) {
  const [row] = await sql<{ waiting: number; sentToday: number; failed: number; people: number }[]>`
    select (select count(*) from mail where tenant_id = ${tenantId} and state = 'waiting')::int as waiting,
           (select count(*) from mail where tenant_id = ${tenantId} and state = 'sent' and ended_at >= ${since})::int as "sentToday",
           (select count(*) from mail where tenant_id = ${tenantId} and state = 'failed')::int as failed,
           (select count(*) from mail_choice where tenant_id = ${tenantId} and (wants_list or wants_mention))::int as people`
  return row ?? { waiting: 0, sentToday: 0, failed: 0, people: 0 }
}

export async function findChoice(
  sql: Sql,
  tenantId: number,
  accountId: string,
): Promise<(ChoiceForm & { version: number }) | null> {
  const [row] = await sql<(ChoiceForm & { version: number })[]>`
    select address, wants_list as "wantsList", wants_mention as "wantsMention", version from mail_choice
    where tenant_id = ${tenantId} and account_id = ${accountId}`
  return row ?? null
}

export const writeChoice = (
  tx: Sql,
  tenantId: number,
  accountId: string,
  { address, wantsList, wantsMention }: ChoiceForm,
  version: number,
) => tx`
  insert into mail_choice (tenant_id, account_id, address, wants_list, wants_mention, version)
  values (${tenantId}, ${accountId}, ${address}, ${wantsList}, ${wantsMention}, ${version})
  on conflict (tenant_id, account_id) do update set address = excluded.address, wants_list = excluded.wants_list,
    wants_mention = excluded.wants_mention, version = excluded.version`

/** Whether the lists of this day, or of a later one under a clock that was set back, went out already. */
export async function hasMorning(sql: Sql, tenantId: number, day: string): Promise<boolean> {
  const rows = await sql`select 1 from morning where tenant_id = ${tenantId} and day >= ${day} limit 1`
  return rows.length > 0
}

export const keepMorning = (tx: Sql, tenantId: number, day: string, people: number, at: Date) => tx`
  insert into morning (tenant_id, day, people, at) values (${tenantId}, ${day}, ${people}, ${at})
  on conflict do nothing`

/** One list for the day to everybody in use who wants it. Returns how many. */
export async function queueLists(tx: Sql, tenantId: number, day: string, at: Date): Promise<number> {
  const rows = await tx`
    insert into mail (tenant_id, id, account_id, kind, about, state, address, next_at, created_at)
    select ${tenantId}::int, gen_random_uuid(), account.id, 'morning', ${day}, 'waiting', choice.address, ${at}::timestamptz, ${at}::timestamptz
    from mail_choice choice
    join account on account.tenant_id = choice.tenant_id and account.id = choice.account_id and account.is_active
    where choice.tenant_id = ${tenantId} and choice.wants_list
    on conflict do nothing returning id`
  return rows.length
}

/** One mail for every mention since `since` that is unread and was not mailed. Returns how many. */
export async function queueMentions(sql: Sql, tenantId: number, since: Date, at: Date): Promise<number> {
  const rows = await sql`
    insert into mail (tenant_id, id, account_id, kind, about, state, address, next_at, created_at)
    select ${tenantId}::int, gen_random_uuid(), account.id, 'mention', mention.comment_id::text, 'waiting', choice.address,
           ${at}::timestamptz, ${at}::timestamptz
    from mention
    join mail_choice choice on choice.tenant_id = mention.tenant_id and choice.account_id = mention.account_id and choice.wants_mention
    join account on account.tenant_id = mention.tenant_id and account.id = mention.account_id and account.is_active
    where mention.tenant_id = ${tenantId} and mention.read_at is null and mention.at >= ${since}
    on conflict do nothing returning id`
  return rows.length
}

/** Lists of days gone by are never sent: today's says all they said. Returns how many. */
export async function dropOldLists(sql: Sql, tenantId: number, today: string, at: Date): Promise<number> {
  const rows = await sql`
    update mail set state = 'dropped', ended_at = ${at}
    where tenant_id = ${tenantId} and state = 'waiting' and kind = 'morning' and about < ${today} returning id`
  return rows.length
}

export interface DueMail {
  id: string
  accountId: string
  kind: MailRow['kind']
  about: string
  tries: number
  person: string
  /** As chosen now; null when the person has left, or does not want this mail any more. */
  address: string | null
}

/** The next to be sent; a list only on its day. */
export const listDueMail = (
  sql: Sql,
  tenantId: number,
  { at, today, limit }: { at: Date; today: string; limit: number },
) => sql<DueMail[]>`
  select mail.id, mail.account_id as "accountId", mail.kind, mail.about, mail.tries, account.name as person,
         case when account.is_active and case mail.kind when 'morning' then choice.wants_list else choice.wants_mention end
           then choice.address end as address
  from mail
  join account on account.tenant_id = mail.tenant_id and account.id = mail.account_id
  left join mail_choice choice on choice.tenant_id = mail.tenant_id and choice.account_id = mail.account_id
  where mail.tenant_id = ${tenantId} and mail.state = 'waiting' and mail.next_at <= ${at}
    and (mail.kind <> 'morning' or mail.about = ${today})
  order by mail.next_at, mail.id limit ${limit}`

export const endMail = (
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  {
    state,
    address,
    failure,
    at,
  }: { state: 'sent' | 'failed' | 'dropped'; address?: string; failure?: string; at: Date },
) => sql`
  update mail set state = ${state}, ended_at = ${at}, failure = ${failure ?? ''}
    ${address === undefined ? sql`` : sql`, address = ${address}`}
  where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`

export const putOff = (sql: Sql, tenantId: number, id: string, nextAt: Date, failure: string) => sql`
  update mail set tries = tries + 1, next_at = ${nextAt}, failure = ${failure}
  where tenant_id = ${tenantId} and id = ${id}`

export interface MentionText {
  comment: string
  accountId: string
  author: string
  kind: 'plan' | 'item' | 'assignment' | 'difficulty'
  id: string
  body: string
}

/** Of these comments what is still unread by these people. */
export const listMentionTexts = (sql: Sql, tenantId: number, comments: readonly string[]) => sql<
  MentionText[]
>`
  select mention.comment_id as comment, mention.account_id as "accountId", author.name as author,
         comment.subject_kind as kind, comment.subject_id as id, comment.body
  from mention
  join comment on comment.tenant_id = mention.tenant_id and comment.id = mention.comment_id and comment.withdrawn_at is null
  join account author on author.tenant_id = comment.tenant_id and author.id = comment.account_id
  where mention.tenant_id = ${tenantId} and mention.comment_id = any(${comments as string[]}::uuid[])
    and mention.read_at is null`

/** Newest first. */
export const listMail = (
  sql: Sql,
  tenantId: number,
  {
    state,
    before,
    limit,
  }: { state: MailRow['state'] | undefined; before: { at: string; id: string } | null; limit: number },
) => sql<(Omit<MailRow, 'at'> & { at: Date })[]>`
  select mail.id, account.name as person, mail.kind, mail.address, mail.state, mail.tries, mail.failure,
         mail.created_at as at
  from mail join account on account.tenant_id = mail.tenant_id and account.id = mail.account_id
  where mail.tenant_id = ${tenantId} ${state ? sql`and mail.state = ${state}` : sql``}
    ${before ? sql`and (mail.created_at, mail.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
  order by mail.created_at desc, mail.id desc limit ${limit}`

/** Strikes mail that ended before the day. Returns how many. */
export async function deleteMailBefore(tx: Sql, tenantId: number, day: string): Promise<number> {
  const rows = await tx`
    delete from mail where tenant_id = ${tenantId} and state <> 'waiting' and created_at < ${day}::date returning id`
  return rows.length
}
