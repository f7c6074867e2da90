// One paper on its way as its page shows it, read piece by piece.
import type { OfficialPaper } from '../paper/official.ts'
import type { Sql } from '../store/database.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import type { Kind, Reply, Result, Stance, State } from './dossier.ts'
import type { StoryStep } from './exchange.ts'

export interface DossierRow {
  id: string
  version: number
  kind: Kind
  state: State
  title: string
  agencyId: string
  agencyName: string
  agencyKind: AgencyKind
  drafterId: string
  drafterName: string
  appraiserId: string | null
  appraiserName: string | null
  appraiseBy: string | null
  appraisal: Result | null
  hasAsked: boolean
  round: number
  openedOn: string
  waitingSince: string
  planId: string | null
  planNumber: string | null
  planTitle: string | null
  assignmentId: string | null
  paper: OfficialPaper
  number: number | null
  symbol: string | null
  signedOn: string | null
  signer: string | null
  fileHash: string | null
  fileName: string | null
}

export async function findDossier(sql: Sql, tenantId: number, id: string): Promise<DossierRow | null> {
  const [row] = await sql<DossierRow[]>`
    select dossier.id, dossier.version, dossier.kind, dossier.state, dossier.title, issuer.id as "agencyId",
           issuer.name as "agencyName", issuer.kind as "agencyKind", drafter.id as "drafterId",
           drafter.name as "drafterName", appraiser.id as "appraiserId", appraiser.name as "appraiserName",
           dossier.appraise_by as "appraiseBy", dossier.appraisal, dossier.has_asked as "hasAsked", dossier.round,
           dossier.opened_on as "openedOn", dossier.waiting_since as "waitingSince", plan.id as "planId",
           plan.number as "planNumber", plan.title as "planTitle", dossier.assignment_id as "assignmentId", dossier.paper,
           dossier.number, dossier.symbol, dossier.signed_on as "signedOn", dossier.signer,
           dossier.file_hash as "fileHash", dossier.file_name as "fileName"
    from dossier
    join agency issuer on issuer.tenant_id = dossier.tenant_id and issuer.id = dossier.agency_id
    join agency drafter on drafter.tenant_id = dossier.tenant_id and drafter.id = dossier.drafter_id
    left join agency appraiser on appraiser.tenant_id = dossier.tenant_id and appraiser.id = dossier.appraiser_id
    left join plan on plan.tenant_id = dossier.tenant_id and plan.id = dossier.plan_id
    where dossier.tenant_id = ${tenantId} and dossier.id = ${id}`
  return row ?? null
}

const FILES = (sql: Sql, tenantId: number) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('hash', hash, 'name', name, 'media', media, 'size', size) order by name)
            from dossier_file
            where dossier_file.tenant_id = ${tenantId} and dossier_file.step_id = step.id), '[]')`

export interface OpinionRow {
  id: string
  agencyId: string
  agencyName: string
  askedId: string
  askedName: string
  kind: AgencyKind
  round: number
  askedOn: string
  dueOn: string
  stance: Stance | null
  answeredOn: string | null
  isLate: boolean
  lapsedOn: string | null
  recalled: boolean
  reply: Reply | null
}

/** The agencies asked, the last round first. */
export const listOpinions = (sql: Sql, tenantId: number, dossierId: string) => sql<OpinionRow[]>`
  select one.id, agency.id as "agencyId", agency.name as "agencyName", asked.id as "askedId", asked.name as "askedName",
         agency.kind, one.round, one.asked_on as "askedOn", one.due_on as "dueOn", one.stance,
         one.answered_on as "answeredOn", one.is_late as "isLate", one.lapsed_on as "lapsedOn", one.recalled, one.reply
  from dossier_opinion one
  join agency on agency.tenant_id = one.tenant_id and agency.id = one.agency_id
  join agency asked on asked.tenant_id = one.tenant_id and asked.id = one.asked_id
  where one.tenant_id = ${tenantId} and one.dossier_id = ${dossierId}
  order by one.round desc, agency.name collate "vi-x-icu", one.id`

export type StepRow = StoryStep & { opinionId: string | null }

/** What has happened to it, in order. */
export async function listSteps(sql: Sql, tenantId: number, dossierId: string): Promise<StepRow[]> {
  const rows = await sql<(Omit<StepRow, 'at'> & { at: Date })[]>`
    select step.id, step.kind, step.actor, person.name as "inPlaceOf", agency.name as agency, step.at,
           step.on_day as "onDay", step.text, step.opinion_id as "opinionId", asked.name as "opinionOf", step.stance,
           step.reply, target.name as "toAgency", step.days, step.due_on as "dueOn", step.result, step.document,
           step.skip_opinions as "skipOpinions", step.skip_appraisal as "skipAppraisal", step.consequence,
           (select count(*)::int from dossier_opinion of_it
            where of_it.tenant_id = ${tenantId} and of_it.step_id = step.id) as asked,
           ${FILES(sql, tenantId)} as files
    from dossier_step step
    left join agency on agency.tenant_id = step.tenant_id and agency.id = step.agency_id
    left join account person on person.tenant_id = step.tenant_id and person.id = step.for_account_id
    left join agency target on target.tenant_id = step.tenant_id and target.id = step.to_agency_id
    left join dossier_opinion one on one.tenant_id = step.tenant_id and one.id = step.opinion_id
    left join agency asked on asked.tenant_id = one.tenant_id and asked.id = one.agency_id
    where step.tenant_id = ${tenantId} and step.dossier_id = ${dossierId}
    order by step.seq`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** When the text went out: each time it can be read again. */
export const listRounds = (sql: Sql, tenantId: number, dossierId: string) => sql<
  { round: number; kind: 'ask' | 'send' | 'submit'; onDay: string }[]
>`
  select dossier_text.round, step.kind, step.on_day as "onDay"
  from dossier_text
  join dossier_step step on step.tenant_id = dossier_text.tenant_id and step.id = dossier_text.step_id
  where dossier_text.tenant_id = ${tenantId} and dossier_text.dossier_id = ${dossierId}
  order by dossier_text.round`

/** The text that went out in a round; round 0 is the one of now. */
export async function findText(
  sql: Sql,
  tenantId: number,
  dossierId: string,
  round: number,
): Promise<OfficialPaper | null> {
  const [row] = await sql<{ paper: OfficialPaper }[]>`
    select paper from dossier_text
    where tenant_id = ${tenantId} and dossier_id = ${dossierId} and round = ${round} and ${round}::int > 0
    union all
    select paper from dossier where tenant_id = ${tenantId} and id = ${dossierId} and ${round}::int = 0`
  return row?.paper ?? null
}

/** Bytes of a file attached to a step of this dossier. */
export async function findStepFile(
  sql: Sql,
  tenantId: number,
  dossierId: string,
  stepId: string,
  hash: string,
): Promise<{ name: string; media: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; media: string; bytes: Uint8Array }[]>`
    select dossier_file.name, dossier_file.media, file.bytes
    from dossier_file
    join dossier_step step on step.tenant_id = dossier_file.tenant_id and step.id = dossier_file.step_id
    join file on file.tenant_id = dossier_file.tenant_id and file.hash = dossier_file.hash
    where dossier_file.tenant_id = ${tenantId} and dossier_file.step_id = ${stepId} and dossier_file.hash = ${hash}
      and step.dossier_id = ${dossierId}`
  return row ?? null
}

/** The signed paper. */
export async function findSigned(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; bytes: Uint8Array }[]>`
    select dossier.file_name as name, file.bytes
    from dossier join file on file.tenant_id = dossier.tenant_id and file.hash = dossier.file_hash
    where dossier.tenant_id = ${tenantId} and dossier.id = ${id}`
  return row ?? null
}

/** Papers of an assignment, the last first. */
export const listOfAssignment = (sql: Sql, tenantId: number, assignmentId: string) => sql<
  {
    id: string
    title: string
    state: State
    number: number | null
    symbol: string | null
    profile: OfficialPaper['profile']
    signedOn: string | null
    fileName: string | null
  }[]
>`
  select id, title, state, number, symbol, paper ->> 'profile' as profile, signed_on as "signedOn",
         file_name as "fileName"
  from dossier
  where tenant_id = ${tenantId} and assignment_id = ${assignmentId}
  order by opened_at desc, id
  limit 50`

/** What a blank paper is made of: the agency that issues it, under which province. */
export async function findIssuing(sql: Sql, tenantId: number, agencyId: string) {
  const [row] = await sql<
    {
      name: string
      kind: AgencyKind
      parentName: string | null
      aliases: string[]
      endedOn: string | null
      province: string
    }[]
  >`
    select agency.name, agency.kind, parent.name as "parentName", agency.aliases, agency.ended_on as "endedOn",
           tenant.name as province
    from agency
    join tenant on tenant.id = agency.tenant_id
    left join agency parent on parent.tenant_id = ${tenantId} and parent.id = agency.parent_id
    where agency.tenant_id = ${tenantId} and agency.id = ${agencyId}`
  return row ?? null
}

/** The provincial committee, for which other agencies write. */
export async function findProvinceCommittee(sql: Sql, tenantId: number) {
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from agency
    where tenant_id = ${tenantId} and kind = 'province-committee' and ended_on is null
    order by id limit 1`
  return row ?? null
}
