// Papers on their way as they are written: opened, their text changed, steps taken, lapsed by the clock, issued. Each keeps
// the cached columns and the audit in its transaction. Reading: queries.ts, listing.ts.
import { randomUUID } from 'node:crypto'
import { addWorkingDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { typeInText } from '../paper/official-text.ts'
import { audit } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import { mediaOf } from '../task/evidence.ts'
import type { Now } from '../task/record.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import {
  type FactKind,
  type Folded,
  foldSteps,
  IS_CONSULTED,
  type Kind,
  mayAnswer,
  type PastStep,
  permit,
  permitEdit,
  type Reply,
  type Result,
  type Stance,
  type Standing,
  unansweredFront,
  WRITERS,
} from './dossier.ts'
import { applyEdit, type PaperEdit, type StepForm, type StepTaken } from './exchange.ts'
import { getRule } from './rule-queries.ts'

export interface NewDossier {
  kind: Kind
  /** What it belongs to in the room of its kind; left out, nothing but itself. */
  subjectId: string | null
  /** Who issues it. */
  agencyId: string
  /** Who writes it; left out: the agency of whoever opens it, else the one that issues it. */
  drafterId?: string | null
  planId: string | null
  assignmentId: string | null
  paper: OfficialPaper
}

/** "Báo cáo kết quả …": what lists and the search call it. */
export const titleOf = ({ type, subject }: Pick<OfficialPaper, 'type' | 'subject'>): string =>
  [typeInText(type), subject].filter(Boolean).join(' ')

/** No number, date or name stands in a text before it is issued. */
const blank = (paper: OfficialPaper): OfficialPaper => ({
  ...{ ...paper, number: null, date: null },
  signature: { ...paper.signature, name: '' },
})

/**
 * A new paper on its way. What may be opened is the caller's room to say. Refuses a second one under way for the same
 * subject: two people write one text.
 */
export async function openDossier(
  tx: Sql,
  actor: Actor,
  made: NewDossier,
  { at, today }: Now,
): Promise<{ id: string; version: number }> {
  const { tenantId } = actor
  const id = randomUUID()
  const { kind, agencyId, planId, assignmentId } = made
  const paper = blank(made.paper)
  const rows = await tx`
    insert into dossier (tenant_id, id, kind, subject_id, agency_id, drafter_id, plan_id, assignment_id, title, paper,
                         opened_on, opened_at, opened_by, state, waiting_since)
    values (${tenantId}, ${id}, ${kind}, ${made.subjectId ?? id}, ${agencyId}, ${made.drafterId ?? actor.agencyId ?? agencyId},
            ${planId}, ${assignmentId}, ${titleOf(paper)}, ${tx.json(asJson(paper))}, ${today}, ${at}, ${actor.accountId},
            'draft', ${today})
    on conflict do nothing returning id`
  if (rows.length === 0) throw new Refusal('conflict', 'dossier.under-way', words.signing.underWay)
  const own = actor.capacities[0] ?? null
  await insertStep(tx, tenantId, id, 1, { actor, capacity: own }, { kind: 'open' }, { at, today })
  await audit(tx, actor, at, 'dossier.open', ['dossier', id], { kind, agencyId, planId, assignmentId })
  return { id, version: 1 }
}

/** What a step writes beyond who took it and when. */
interface Fact {
  kind: FactKind
  text?: string
  opinionId?: string | null
  stance?: Stance | null
  reply?: Reply | null
  fromAgencyId?: string | null
  toAgencyId?: string | null
  days?: number | null
  dueOn?: string | null
  result?: Result | null
  document?: string | null
  skipOpinions?: string | null
  skipAppraisal?: string | null
  consequence?: string | null
  asked?: readonly { id: string; agencyId: string; agencyKind: AgencyKind; dueOn: string }[]
}

/** Who takes it; null is the clock itself. */
type By = { actor: Actor; capacity: Capacity | null } | null

export interface Locked {
  id: string
  kind: Kind
  subjectId: string
  agencyId: string
  agencyKind: AgencyKind
  drafterId: string
  planId: string | null
  assignmentId: string | null
  title: string
  paper: OfficialPaper
  version: number
}

export interface Opened {
  row: Locked
  past: PastStep[]
  folded: Folded
}

/** The dossier under its lock, with what its steps say. Refuses what is not there. */
export async function openLocked(tx: Sql, tenantId: number, id: string): Promise<Opened> {
  const [row] = await tx<Locked[]>`
    select dossier.id, dossier.kind, dossier.subject_id as "subjectId", dossier.agency_id as "agencyId",
           agency.kind as "agencyKind", dossier.drafter_id as "drafterId", dossier.plan_id as "planId",
           dossier.assignment_id as "assignmentId", dossier.title, dossier.paper, dossier.version
    from dossier
    join agency on agency.tenant_id = dossier.tenant_id and agency.id = dossier.agency_id
    where dossier.tenant_id = ${tenantId} and dossier.id = ${id}
    for update of dossier`
  if (!row) throw new Refusal('missing', 'dossier.missing', words.refusal.missing)
  const past = await listPastSteps(tx, tenantId, id)
  return { row, past, folded: foldSteps(past) }
}

/** The facts of a dossier in order, each question with the agencies it asked. */
export async function listPastSteps(sql: Sql, tenantId: number, id: string): Promise<PastStep[]> {
  const [steps, asked] = await Promise.all([
    sql<(PastStep & { id: string })[]>`
      select id, kind, on_day as "onDay", opinion_id as "opinionId", stance, reply, from_agency_id as "fromAgencyId",
             to_agency_id as "toAgencyId", due_on as "dueOn", result
      from dossier_step where tenant_id = ${tenantId} and dossier_id = ${id}
      order by seq`,
    sql<{ id: string; stepId: string; agencyId: string; agencyKind: AgencyKind; dueOn: string }[]>`
      select dossier_opinion.id, dossier_opinion.step_id as "stepId", dossier_opinion.asked_id as "agencyId",
             agency.kind as "agencyKind", dossier_opinion.due_on as "dueOn"
      from dossier_opinion
      join agency on agency.tenant_id = dossier_opinion.tenant_id and agency.id = dossier_opinion.asked_id
      where dossier_opinion.tenant_id = ${tenantId} and dossier_opinion.dossier_id = ${id}
      order by dossier_opinion.id`,
  ])
  return steps.map(({ id: stepId, ...step }) => ({
    ...step,
    asked: asked.filter((one) => one.stepId === stepId).map(({ stepId: _, ...one }) => one),
  }))
}

export const standingOf = (
  row: Pick<Locked, 'agencyId' | 'agencyKind' | 'drafterId'>,
  { state, appraiserId, opinions }: Folded,
): Standing => ({
  ...{ state, appraiserId, agencyId: row.agencyId, drafterId: row.drafterId },
  askedIds: opinions.filter(mayAnswer).map(({ agencyId }) => agencyId),
  isOfProvince: row.agencyKind === 'province-committee',
})

/** Changes the text of a draft whose version `seen` is current. */
export async function editPaper(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  edit: PaperEdit,
  { at }: Now,
): Promise<number> {
  const { row, folded } = await openLocked(tx, actor.tenantId, id)
  if (row.version !== seen) throw new Refusal('stale', 'dossier.stale', words.refusal.stale)
  const capacity = permitEdit(standingOf(row, folded), actor.capacities)
  if ('why' in capacity) throw new Refusal(capacity.kind, 'dossier.edit', capacity.why)
  const paper = blank(applyEdit(row.paper, edit))
  await tx`
    update dossier set paper = ${tx.json(asJson(paper))}, title = ${titleOf(paper)}, version = ${seen + 1}
    where tenant_id = ${actor.tenantId} and id = ${id}`
  await audit(tx, actor, at, 'dossier.edit', ['dossier', id], { version: seen + 1 })
  return seen + 1
}

/** Takes a step on a dossier whose version `seen` is current; keeps the cached columns and the audit. */
export async function takeStep(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<StepTaken> {
  const { tenantId } = actor
  const opened = await openLocked(tx, tenantId, id)
  const { row, folded } = opened
  if (row.version !== seen) throw new Refusal('stale', 'dossier.stale', words.refusal.stale)
  const standing = standingOf(row, folded)
  const capacity = permit(form.kind, narrowed(form, standing, folded), actor.capacities)
  if ('why' in capacity) throw new Refusal(capacity.kind, `dossier.${form.kind}`, capacity.why)
  const fact = await factOf(tx, tenantId, form, opened, capacity, now)
  const taken = await record(tx, tenantId, opened, { actor, capacity }, fact, now)
  if ('files' in form) await attach(tx, tenantId, taken.id, form.files)
  const { asked, ...said } = fact
  await audit(tx, actor, now.at, `dossier.${form.kind}`, ['dossier', id], {
    ...{ step: taken.id, from: folded.state, to: taken.state },
    ...said,
    ...(asked ? { asked: asked.map(({ agencyId }) => agencyId) } : {}),
  })
  return taken
}

/** An answer is one agency's: only whoever that one asks may give it, not every agency that was asked. */
const narrowed = (form: StepForm, standing: Standing, { opinions }: Folded): Standing =>
  form.kind === 'answer'
    ? { ...standing, askedIds: opinions.filter(({ id }) => id === form.opinionId).map((one) => one.agencyId) }
    : standing

/** Writes the fact behind those on file, brings the cached columns up to the new fold, keeps the text that went out. */
export async function record(
  tx: Sql,
  tenantId: number,
  { row, past, folded }: Opened,
  by: By,
  fact: Fact,
  when: Now,
): Promise<StepTaken> {
  // A step never counts before the one it follows, even where the clock was set back.
  const onDay = past.reduce((day, step) => (step.onDay > day ? step.onDay : day), when.today)
  const now = foldSteps([...past, { ...fact, onDay }])
  const step = await insertStep(tx, tenantId, row.id, past.length + 1, by, fact, { ...when, today: onDay })
  for (const one of fact.asked ?? [])
    await tx`
      insert into dossier_opinion (tenant_id, id, dossier_id, step_id, round, asked_id, agency_id, asked_on, due_on)
      values (${tenantId}, ${one.id}, ${row.id}, ${step}, ${now.round}, ${one.agencyId}, ${one.agencyId}, ${onDay},
              ${one.dueOn})`
  await keepFold(tx, tenantId, row.id, now)
  if (now.round > folded.round)
    await tx`
      insert into dossier_text (tenant_id, dossier_id, round, step_id, paper)
      values (${tenantId}, ${row.id}, ${now.round}, ${step}, ${tx.json(asJson(row.paper))})`
  await tx`
    update dossier set version = ${row.version + 1} where tenant_id = ${tenantId} and id = ${row.id}`
  return { id: step, version: row.version + 1, state: now.state }
}

/** What a dossier and its opinions cache of the fold. */
export async function keepFold(tx: Sql, tenantId: number, id: string, now: Folded): Promise<void> {
  for (const opinion of now.opinions)
    await tx`
      update dossier_opinion set agency_id = ${opinion.agencyId}, stance = ${opinion.stance},
        answered_on = ${opinion.answeredOn}, is_late = ${opinion.isLate}, lapsed_on = ${opinion.lapsedOn},
        recalled = ${opinion.recalled}, reply = ${opinion.reply}
      where tenant_id = ${tenantId} and id = ${opinion.id}`
  await tx`
    update dossier set state = ${now.state}, round = ${now.round}, appraiser_id = ${now.appraiserId},
      appraise_by = ${now.appraiseBy}, appraisal = ${now.appraisal}, has_asked = ${now.hasAsked},
      waiting_since = ${now.waitingSince}
    where tenant_id = ${tenantId} and id = ${id}`
}

async function insertStep(
  tx: Sql,
  tenantId: number,
  dossierId: string,
  seq: number,
  by: By,
  fact: Fact,
  { at, today }: Now,
): Promise<string> {
  const id = randomUUID()
  await tx`
    insert into dossier_step (tenant_id, id, dossier_id, seq, kind, account_id, for_account_id, actor, agency_id, at,
                              on_day, text, opinion_id, stance, reply, from_agency_id, to_agency_id, days, due_on, result,
                              document, skip_opinions, skip_appraisal, consequence)
    values (${tenantId}, ${id}, ${dossierId}, ${seq}, ${fact.kind}, ${by?.actor.accountId ?? null},
            ${by?.capacity?.forAccountId ?? null}, ${by?.actor.name ?? words.signing.clockActor},
            ${by?.capacity?.agencyId ?? null}, ${at}, ${today}, ${fact.text ?? ''}, ${fact.opinionId ?? null},
            ${fact.stance ?? null}, ${fact.reply ?? null}, ${fact.fromAgencyId ?? null}, ${fact.toAgencyId ?? null},
            ${fact.days ?? null}, ${fact.dueOn ?? null}, ${fact.result ?? null}, ${fact.document || null},
            ${fact.skipOpinions || null}, ${fact.skipAppraisal || null}, ${fact.consequence ?? null})`
  return id
}

/** What the form means on this day, or why it cannot be meant. */
async function factOf(
  tx: Sql,
  tenantId: number,
  form: StepForm,
  { row, folded }: Opened,
  capacity: Capacity,
  { today }: Now,
): Promise<Fact> {
  switch (form.kind) {
    case 'ask': {
      const kinds = await refuseGone(tx, tenantId, form.agencyIds, 'agencyIds')
      const waited = folded.opinions.filter((one) => mayAnswer(one) && one.round === folded.round)
      if (folded.state === 'opinions' && waited.some((one) => form.agencyIds.includes(one.agencyId)))
        throw new Refusal('conflict', 'dossier.asked-already', words.signing.askedAlready)
      if (form.agencyIds.includes(row.drafterId))
        throw fault('dossier.ask-self', words.signing.askSelf, 'agencyIds')
      const dueOn = await dueAfter(tx, tenantId, today, form.days)
      const asked = form.agencyIds.map((agencyId) => ({
        ...{ id: randomUUID(), agencyId, agencyKind: kinds.get(agencyId) ?? 'department', dueOn },
      }))
      return { kind: 'ask', text: form.text, days: form.days, dueOn, asked }
    }
    case 'answer': {
      const opinion = folded.opinions.find(({ id }) => id === form.opinionId)
      if (!opinion) throw new Refusal('missing', 'dossier.opinion-missing', words.refusal.missing)
      if (!mayAnswer(opinion))
        throw new Refusal(
          'conflict',
          'dossier.answered',
          opinion.recalled ? words.signing.questionRecalled : words.signing.answeredAlready,
        )
      // Whoever records it for the other agency shows the paper on which it came.
      const isOwn = [capacity.agencyId, capacity.unitOf].includes(opinion.agencyId)
      if (!isOwn && form.document === '')
        throw fault('dossier.answer-document', words.signing.documentRequired, 'document')
      const { kind, opinionId, stance, text, document } = form
      return { kind, opinionId, stance, text, document }
    }
    case 'reply': {
      const opinion = folded.opinions.find(({ id }) => id === form.opinionId)
      if (!opinion) throw new Refusal('missing', 'dossier.opinion-missing', words.refusal.missing)
      if (!opinion.stance)
        throw new Refusal('conflict', 'dossier.reply-to-nothing', words.signing.replyToNothing)
      return form
    }
    case 'send': {
      await refuseGone(tx, tenantId, [form.toAgencyId], 'toAgencyId')
      await refuseSkip(tx, tenantId, row.kind, folded, form)
      return { ...form, dueOn: await dueAfter(tx, tenantId, today, form.days) }
    }
    case 'appraise': {
      const { files: _, ...fact } = form
      return fact
    }
    case 'submit': {
      const front = unansweredFront(folded.opinions)
      if (front.length > 0)
        throw new Refusal('conflict', 'dossier.front', words.signing.frontFirst(front.length))
      await refuseSkip(tx, tenantId, row.kind, folded, form)
      return form
    }
    default:
      return form
  }
}

const fault = (code: string, message: string, at: string) =>
  new Refusal('invalid', code, message, [{ at, message }])

/** Opinions and appraisal are left out only where the province lets it, and where they are usual with a reason. */
async function refuseSkip(
  tx: Sql,
  tenantId: number,
  kind: Kind,
  { hasAsked, appraisal, state }: Folded,
  form: { kind: 'send' | 'submit'; skipOpinions: string; skipAppraisal?: string },
) {
  const rule = await getRule(tx, tenantId, kind)
  if (!hasAsked) {
    if (!rule.maySkipOpinions)
      throw new Refusal('conflict', 'dossier.opinions-needed', words.signing.opinionsNeeded)
    if (form.skipOpinions === '' && IS_CONSULTED[kind])
      throw fault('dossier.skip-opinions', words.signing.skipRequired.opinions, 'skipOpinions')
  }
  if (form.kind === 'submit' && state === 'draft') {
    if (appraisal === 'unfit')
      throw new Refusal('conflict', 'dossier.appraised-unfit', words.signing.appraisedUnfit)
    if (appraisal === null) {
      if (!rule.maySkipAppraisal)
        throw new Refusal('conflict', 'dossier.appraisal-needed', words.signing.appraisalNeeded)
      if (!form.skipAppraisal && IS_CONSULTED[kind])
        throw fault('dossier.skip-appraisal', words.signing.skipRequired.appraisal, 'skipAppraisal')
    }
  }
}

/** Only agencies that are there now; their kinds. */
async function refuseGone(tx: Sql, tenantId: number, ids: readonly string[], at: string) {
  const known = await tx<{ id: string; kind: AgencyKind }[]>`
    select id, kind from agency
    where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[]) and ended_on is null and kind <> 'unit'`
  if (known.length < ids.length) throw fault('dossier.agency-gone', words.signing.agencyGone, at)
  return new Map(known.map(({ id, kind }) => [id, kind]))
}

/** Far enough that any clock ends within it. */
const HORIZON = '2100-12-31'

async function dueAfter(tx: Sql, tenantId: number, from: string, days: number): Promise<string> {
  const { isOff } = await readCalendar(tx, tenantId, from, HORIZON)
  return addWorkingDays(from, days, isOff)
}

async function attach(tx: Sql, tenantId: number, stepId: string, files: { hash: string; name: string }[]) {
  // The same bytes twice are one paper.
  const byHash = new Map(files.map((file) => [file.hash, { ...file, media: mediaOf(file.name) }]))
  const stored = await tx`
    insert into dossier_file (tenant_id, step_id, hash, name, media, size)
    select ${tenantId}::int, ${stepId}::uuid, file.hash, new.name, new.media, file.size
    from jsonb_to_recordset(${tx.json(asJson([...byHash.values()]))}) as new (hash text, name text, media text)
    join file on file.tenant_id = ${tenantId} and file.hash = new.hash
    returning hash`
  if (stored.length < byHash.size)
    throw new Refusal('invalid', 'dossier.file-missing', words.signing.fileMissing)
}

/** What the clock brings: agencies whose last day has passed without an answer are recorded as silent. */
export async function lapseOpinions(tx: Sql, tenantId: number, when: Now): Promise<number> {
  const due = await tx<{ id: string; dossierId: string }[]>`
    select dossier_opinion.id, dossier_opinion.dossier_id as "dossierId"
    from dossier_opinion
    join dossier on dossier.tenant_id = dossier_opinion.tenant_id and dossier.id = dossier_opinion.dossier_id
    where dossier_opinion.tenant_id = ${tenantId} and dossier_opinion.answered_on is null
      and dossier_opinion.lapsed_on is null and not dossier_opinion.recalled and dossier_opinion.due_on < ${when.today}
      and dossier.state = 'opinions'
    order by dossier_opinion.dossier_id, dossier_opinion.id`
  for (const { id, dossierId } of due) {
    const opened = await openLocked(tx, tenantId, dossierId)
    // Answered or recalled before the lock was ours.
    const opinion = opened.folded.opinions.find((one) => one.id === id)
    if (opened.folded.state !== 'opinions' || !opinion || !mayAnswer(opinion) || opinion.lapsedOn) continue
    const fact: Fact = { kind: 'lapse', opinionId: id, toAgencyId: opinion.agencyId, dueOn: opinion.dueOn }
    const taken = await record(tx, tenantId, opened, null, fact, when)
    const clock = { tenantId, accountId: null, name: words.signing.clockActor }
    await audit(tx, clock, when.at, 'dossier.lapse', ['dossier', dossierId], {
      ...{ step: taken.id, opinion: id, agency: opinion.agencyId, dueOn: opinion.dueOn },
    })
  }
  return due.length
}

/** Whoever opens a blank one: of the agency that will write it. */
export const mayWrite = (actor: Actor): Capacity | null =>
  actor.capacities.find(({ role, agencyId }) => WRITERS.includes(role) && agencyId !== null) ?? null

/**
 * What a reorganisation brings: who was asked or appraises passes its place on, and papers it was writing are written by
 * whoever follows. What was answered, issued or withdrawn stays as it was. Done again it finds nothing to do.
 */
export async function passDossiers(
  tx: Sql,
  actor: Actor,
  { from, to, why }: { from: string; to: string; why: string },
  when: Now,
): Promise<number> {
  const { tenantId } = actor
  const rows = await tx<{ id: string }[]>`
    select id from dossier
    where tenant_id = ${tenantId} and state not in ('issued', 'withdrawn')
      and (appraiser_id = ${from} or drafter_id = ${from} or agency_id = ${from}
        or id in (select dossier_id from dossier_opinion
                  where tenant_id = ${tenantId} and agency_id = ${from} and answered_on is null and not recalled))
    order by id`
  const capacity = actor.capacities[0] ?? null
  for (const { id } of rows) {
    const opened = await openLocked(tx, tenantId, id)
    const fact: Fact = { kind: 'transfer', text: why, fromAgencyId: from, toAgencyId: to }
    await tx`
      update dossier set drafter_id = case when drafter_id = ${from} then ${to}::uuid else drafter_id end,
        agency_id = case when agency_id = ${from} then ${to}::uuid else agency_id end
      where tenant_id = ${tenantId} and id = ${id}`
    const taken = await record(tx, tenantId, opened, { actor, capacity }, fact, when)
    await audit(tx, actor, when.at, 'dossier.transfer', ['dossier', id], { step: taken.id, from, to })
  }
  return rows.length
}
