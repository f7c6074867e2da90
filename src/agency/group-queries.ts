// Questions and changes about named groups and committees.
import { Refusal } from '../base/refusal.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { Committee, CommitteeForm, Conclusion, Member, MemberForm } from './committee.ts'
import type { AgencyGroup, GroupForm, GroupRule } from './group.ts'

/** The groups somebody named, and for every committee with agencies in it the group of its members. */
export async function listGroups(sql: Sql, tenantId: number): Promise<AgencyGroup[]> {
  const [groups, committees, members] = await Promise.all([
    sql<{ id: string; name: string; forms: string[]; rule: GroupRule; version: number }[]>`
      select id, name, forms, rule, version from agency_group where tenant_id = ${tenantId}
      order by name collate "vi-x-icu", id`,
    sql<{ id: string; name: string; aliases: string[] }[]>`
      select id, name, aliases from agency where tenant_id = ${tenantId} and kind = 'committee'
      order by name collate "vi-x-icu", id`,
    sql<{ committeeId: string; agencyId: string; since: string | null; until: string | null }[]>`
      select committee_id as "committeeId", agency_id as "agencyId", since, until from committee_member
      where tenant_id = ${tenantId} and agency_id is not null order by committee_id, since nulls first, id`,
  ])
  const sitting = (committeeId: string | null) =>
    members
      .filter((member) => member.committeeId === committeeId)
      .map(({ agencyId, since, until }) => ({ agencyId, since, until }))
  return [
    ...groups.map((group) => ({ ...group, members: sitting(group.rule.committee) })),
    ...committees.flatMap(({ id, name, aliases }) => {
      const seats = sitting(id)
      const rule: GroupRule = { kinds: [], under: null, committee: id, plus: [], minus: [] }
      const forms = aliases.map((alias) => words.succession.membersOf(alias))
      return seats.length
        ? [{ id, name: words.succession.membersOf(name), forms, rule, members: seats, version: 0 }]
        : []
    }),
  ]
}

/** Refuses when another group bears the name, or when the rule names what is not in the directory. */
export async function insertGroup(
  sql: Sql,
  tenantId: number,
  id: string,
  form: GroupForm,
  at: Date,
): Promise<void> {
  await refuseUnknown(sql, tenantId, form.rule)
  const rows = await sql`
    insert into agency_group (tenant_id, id, name, forms, rule, created_at)
    values (${tenantId}, ${id}, ${form.name}, ${form.forms}, ${sql.json(asJson(form.rule))}, ${at})
    on conflict do nothing returning id`
  if (rows.length === 0) throw groupTaken(form)
}

/** Refuses a stale version, a name that is taken, a rule that names what is not there. */
export async function updateGroup(
  sql: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: GroupForm,
): Promise<void> {
  await lockGroup(sql, tenantId, id, seen)
  await refuseUnknown(sql, tenantId, form.rule)
  const [clash] = await sql`
    select 1 from agency_group where tenant_id = ${tenantId} and id <> ${id} and name = ${form.name}`
  if (clash) throw groupTaken(form)
  await sql`
    update agency_group set name = ${form.name}, forms = ${form.forms}, rule = ${sql.json(asJson(form.rule))},
      version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`
}

/** Refuses while a draft under review or a decision still speaks of the group. */
export async function deleteGroup(sql: Sql, tenantId: number, id: string, seen: number): Promise<void> {
  await lockGroup(sql, tenantId, id, seen)
  const [used] = await sql`
    select 1 from succession where tenant_id = ${tenantId} and to_group = ${id}
    union all
    select 1 from plan_edit
    join plan on plan.tenant_id = plan_edit.tenant_id and plan.id = plan_edit.plan_id
    where plan_edit.tenant_id = ${tenantId} and plan.tenant_id = ${tenantId} and plan.status = 'draft'
      and plan_edit.edit -> 'to' ->> 'group' = ${id}
    limit 1`
  if (used) throw new Refusal('conflict', 'group.used', words.succession.groupUsed)
  await sql`delete from agency_group where tenant_id = ${tenantId} and id = ${id}`
}

async function lockGroup(sql: Sql, tenantId: number, id: string, seen: number): Promise<void> {
  const [there] = await sql<{ version: number }[]>`
    select version from agency_group where tenant_id = ${tenantId} and id = ${id} for no key update`
  if (!there) throw new Refusal('missing', 'group.missing', words.refusal.missing)
  if (there.version !== seen) throw new Refusal('stale', 'group.stale', words.refusal.stale)
}

const groupTaken = ({ name }: GroupForm) =>
  new Refusal('conflict', 'group.taken', words.succession.groupTaken(name))

async function refuseUnknown(sql: Sql, tenantId: number, rule: GroupRule): Promise<void> {
  const wanted = [...new Set([rule.under, rule.committee, ...rule.plus, ...rule.minus])].filter(
    (id) => id !== null,
  )
  if (wanted.length === 0) return
  const rows = await sql<{ id: string }[]>`
    select id from agency where tenant_id = ${tenantId} and id = any(${wanted}::uuid[])`
  if (rows.length === wanted.length) return
  throw new Refusal('invalid', 'group.unknown-agency', words.succession.groupUnknown)
}

/** Refuses when the agency is no committee. */
export async function getCommittee(sql: Sql, tenantId: number, id: string): Promise<Committee> {
  const [row] = await sql<{ decisionNumber: string; decisionOn: string | null; version: number }[]>`
    select coalesce(committee.decision_number, '') as "decisionNumber", committee.decision_on as "decisionOn",
           coalesce(committee.version, 0) as version
    from agency
    left join committee on committee.tenant_id = agency.tenant_id and committee.agency_id = agency.id
    where agency.tenant_id = ${tenantId} and agency.id = ${id} and agency.kind = 'committee'`
  if (!row) throw new Refusal('missing', 'committee.missing', words.refusal.missing)
  return {
    ...row,
    members: await listMembers(sql, tenantId, id),
    conclusions: await listConclusions(sql, tenantId, id),
  }
}

async function listMembers(sql: Sql, tenantId: number, id: string): Promise<Member[]> {
  const rows = await sql<(Omit<Member, 'agency'> & { agencyId: string | null; agencyName: string | null })[]>`
    select member.id, member.agency_id as "agencyId", agency.name as "agencyName", member.person, member.position,
           member.field, member.since, member.until, member.version
    from committee_member member
    left join agency on agency.tenant_id = member.tenant_id and agency.id = member.agency_id
    where member.tenant_id = ${tenantId} and member.committee_id = ${id}
    order by member.until nulls first, member.since nulls first, member.id`
  return rows.map(({ agencyId, agencyName, ...member }) => ({
    ...member,
    agency: agencyId ? { id: agencyId, name: agencyName ?? '' } : null,
  }))
}

const listConclusions = async (sql: Sql, tenantId: number, id: string): Promise<Conclusion[]> => [
  ...(await sql<Conclusion[]>`
    select plan.id, plan.number, plan.type, plan.title, plan.issued, plan.status,
           coalesce(sum(counted.n), 0)::int as assignments,
           coalesce(sum(counted.n) filter (where counted.state in ('done-on-time', 'done-late')), 0)::int as done
    from committee_conclusion
    join plan on plan.tenant_id = committee_conclusion.tenant_id and plan.id = committee_conclusion.plan_id
    left join assignment_count counted on counted.tenant_id = plan.tenant_id and counted.plan_id = plan.id
    where committee_conclusion.tenant_id = ${tenantId} and committee_conclusion.committee_id = ${id}
    group by plan.tenant_id, plan.id
    order by plan.issued desc nulls last, plan.created_at desc, plan.id`),
]

/** Enters or changes the deciding document. `seen` 0: there was none yet. */
export async function saveCommittee(
  sql: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: CommitteeForm,
): Promise<void> {
  const before = await getCommittee(sql, tenantId, id)
  const rows =
    seen === 0
      ? await sql`
          insert into committee (tenant_id, agency_id, decision_number, decision_on)
          values (${tenantId}, ${id}, ${form.decisionNumber}, ${form.decisionOn}) on conflict do nothing returning version`
      : await sql`
          update committee set decision_number = ${form.decisionNumber}, decision_on = ${form.decisionOn},
            version = version + 1
          where tenant_id = ${tenantId} and agency_id = ${id} and version = ${seen} returning version`
  if (rows.length === 0 || before.version !== seen)
    throw new Refusal('stale', 'committee.stale', words.refusal.stale)
}

/** A committee has its row from its first member on, document or not. */
export async function insertMember(
  sql: Sql,
  tenantId: number,
  committeeId: string,
  id: string,
  form: MemberForm,
): Promise<void> {
  await getCommittee(sql, tenantId, committeeId)
  await refuseUnknownMember(sql, tenantId, form)
  await sql`
    insert into committee (tenant_id, agency_id) values (${tenantId}, ${committeeId}) on conflict do nothing`
  await sql`
    insert into committee_member (tenant_id, id, committee_id, agency_id, person, position, field, since, until)
    values (${tenantId}, ${id}, ${committeeId}, ${form.agencyId}, ${form.person}, ${form.position}, ${form.field},
            ${form.since}, ${form.until})`
}

export async function updateMember(
  sql: Sql,
  tenantId: number,
  committeeId: string,
  id: string,
  seen: number,
  form: MemberForm,
): Promise<void> {
  await refuseUnknownMember(sql, tenantId, form)
  const rows = await sql`
    update committee_member set agency_id = ${form.agencyId}, person = ${form.person}, position = ${form.position},
      field = ${form.field}, since = ${form.since}, until = ${form.until}, version = version + 1
    where tenant_id = ${tenantId} and committee_id = ${committeeId} and id = ${id} and version = ${seen} returning id`
  if (rows.length === 0) await refuseGone(sql, tenantId, committeeId, id)
}

/** Only for what was entered by mistake: who leaves the committee gets a last day. */
export async function deleteMember(
  sql: Sql,
  tenantId: number,
  committeeId: string,
  id: string,
  seen: number,
): Promise<void> {
  const rows = await sql`
    delete from committee_member
    where tenant_id = ${tenantId} and committee_id = ${committeeId} and id = ${id} and version = ${seen} returning id`
  if (rows.length === 0) await refuseGone(sql, tenantId, committeeId, id)
}

async function refuseGone(sql: Sql, tenantId: number, committeeId: string, id: string): Promise<never> {
  const [there] = await sql`
    select 1 from committee_member where tenant_id = ${tenantId} and committee_id = ${committeeId} and id = ${id}`
  if (there) throw new Refusal('stale', 'member.stale', words.refusal.stale)
  throw new Refusal('missing', 'member.missing', words.refusal.missing)
}

async function refuseUnknownMember(sql: Sql, tenantId: number, { agencyId }: MemberForm): Promise<void> {
  if (agencyId === null) return
  const [there] = await sql`select 1 from agency where tenant_id = ${tenantId} and id = ${agencyId}`
  if (there) return
  const message = words.succession.memberUnknown
  throw new Refusal('invalid', 'member.unknown-agency', message, [{ at: 'agencyId', message }])
}

/** Links a plan to the committee whose conclusion it is; linking it again changes nothing. */
export async function linkConclusion(
  sql: Sql,
  tenantId: number,
  committeeId: string,
  planId: string,
  by: { accountId: string; at: Date },
): Promise<void> {
  await getCommittee(sql, tenantId, committeeId)
  const [plan] = await sql`select 1 from plan where tenant_id = ${tenantId} and id = ${planId}`
  if (!plan) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  await sql`
    insert into committee (tenant_id, agency_id) values (${tenantId}, ${committeeId}) on conflict do nothing`
  await sql`
    insert into committee_conclusion (tenant_id, committee_id, plan_id, at, account_id)
    values (${tenantId}, ${committeeId}, ${planId}, ${by.at}, ${by.accountId}) on conflict do nothing`
}

export async function unlinkConclusion(
  sql: Sql,
  tenantId: number,
  committeeId: string,
  planId: string,
): Promise<void> {
  const rows = await sql`
    delete from committee_conclusion
    where tenant_id = ${tenantId} and committee_id = ${committeeId} and plan_id = ${planId} returning plan_id`
  if (rows.length === 0) throw new Refusal('missing', 'conclusion.missing', words.refusal.missing)
}
