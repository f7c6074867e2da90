// Steps that people take, one or many in one act: what the table of steps, the form and the day allow.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import {
  dayAfter,
  type Fact,
  isOutside,
  type Locked,
  type Now,
  type Opened,
  open,
  standingOf,
  write,
} from './record.ts'
import { type Folded, permit, textFault } from './task.ts'
import type { StepForm, StepsTaken, StepTaken } from './work.ts'

/** Takes a step on an assignment whose version `seen` is current. Refuses what the table of steps does not allow. */
export async function takeStep(
  tx: Sql,
  actor: Actor,
  assignmentId: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<StepTaken> {
  const opened = (await open(tx, actor.tenantId, [assignmentId])).get(assignmentId)
  const fact = factOf(opened, actor, seen, form, now, null)
  if (fact instanceof Refusal) throw fact
  if ((await findStrangers(tx, actor.tenantId, [fact])).size) throw strange()
  const [taken] = await write(tx, actor, [fact], now)
  if (!taken) throw new Error('a step was written and not answered')
  return taken
}

/**
 * Takes the steps that can be taken, in one act; for every other row says why not. A file that is not there refuses
 * the whole: it is wrong for every row.
 */
export async function takeSteps(
  tx: Sql,
  actor: Actor,
  steps: readonly { id: string; version: number; form: StepForm }[],
  now: Now,
): Promise<StepsTaken> {
  const opened = await open(
    tx,
    actor.tenantId,
    steps.map(({ id }) => id),
  )
  const batchId = randomUUID()
  const allowed: Fact[] = []
  const why = new Map<string, string>()
  for (const { id, version, form } of steps) {
    const fact = factOf(opened.get(id), actor, version, form, now, batchId)
    if (fact instanceof Refusal) why.set(id, fact.message)
    else allowed.push(fact)
  }
  const strangers = await findStrangers(tx, actor.tenantId, allowed)
  for (const id of strangers) why.set(id, strange().message)
  const facts = allowed.filter(({ opened: { row } }) => !strangers.has(row.id))
  const taken = await write(tx, actor, facts, now)
  const byId = new Map(facts.map((fact, i) => [fact.opened.row.id, taken[i] ?? null]))
  return {
    results: steps.map(({ id }) => ({ id, taken: byId.get(id) ?? null, why: why.get(id) ?? null })),
  }
}

function factOf(
  opened: Opened | undefined,
  actor: Actor,
  seen: number,
  form: StepForm,
  { today }: Now,
  batchId: string | null,
): Fact | Refusal {
  if (!opened) return new Refusal('missing', 'work.missing', words.refusal.missing)
  const { row, folded } = opened
  if (row.version !== seen) return new Refusal('stale', 'work.stale', words.refusal.stale)
  const capacity = permit(form.kind, standingOf(row, folded), actor)
  if ('why' in capacity) return new Refusal(capacity.kind, `step.${form.kind}`, capacity.why)
  if (form.kind === 'reopen' && row.outcome !== 'assign' && row.outcome !== 'each')
    return new Refusal('conflict', 'step.reopen.untracked', words.task.untracked)
  const text = 'text' in form ? form.text : ''
  const wrongText = textFault(form.kind, text, isOutside(row))
  if (wrongText)
    return new Refusal('invalid', `step.${form.kind}.text`, wrongText, [{ at: 'text', message: wrongText }])
  const wrongDay = dayFault(form, { ...folded, givenOn: row.givenOn }, today)
  if (wrongDay) return new Refusal('invalid', `step.${form.kind}.day`, wrongDay)
  const fact = { opened, kind: form.kind, onDay: dayAfter(opened.past, today), capacity, batchId }
  switch (form.kind) {
    case 'assign':
      return { ...fact, text, toAgencyId: form.toAgencyId, toAccountId: form.toAccountId }
    case 'report':
      return {
        ...fact,
        text,
        percent: form.percent,
        nothing: form.nothing,
        figures: form.figures,
        files: form.files,
      }
    case 'report-outside':
      return { ...fact, text, happenedOn: form.happenedOn }
    case 'ask-extension':
    case 'extend':
    case 'resume':
      return { ...fact, text, dueOn: form.until }
    default:
      return { ...fact, text }
  }
}

/** What is wrong with the day of a form, in a sentence; null when nothing is. */
function dayFault(
  form: StepForm,
  { dueOn, givenOn }: Pick<Folded, 'dueOn'> & Pick<Locked, 'givenOn'>,
  today: string,
): string | null {
  switch (form.kind) {
    case 'report-outside':
      if (form.happenedOn < givenOn) return words.steps.beforeGiven(givenOn)
      return form.happenedOn > today ? words.task.dayAhead : null
    case 'ask-extension':
      return dueOn === null ? words.task.noDueToExtend : laterDay(form.until, dueOn, today)
    case 'extend':
    case 'resume':
      return form.until === null ? null : laterDay(form.until, dueOn, today)
    default:
      return null
  }
}

function laterDay(until: string, dueOn: string | null, today: string): string | null {
  if (dueOn !== null && until <= dueOn) return words.task.extensionEarlier(dueOn)
  return until < today ? words.steps.untilPast : null
}

const strange = () => new Refusal('invalid', 'step.assign.stranger', words.task.assignStranger)

/**
 * Assignments that would be laid on somebody from elsewhere: work is given to people and units of the agency that
 * bears it, and to nobody else.
 */
async function findStrangers(tx: Sql, tenantId: number, facts: readonly Fact[]): Promise<Set<string>> {
  const given = facts.filter(({ kind }) => kind === 'assign')
  if (given.length === 0) return new Set()
  const wanted = given.map(({ opened, toAccountId, toAgencyId }) => ({
    id: opened.row.id,
    agencyId: opened.row.agencyId,
    toAccountId,
    toAgencyId,
  }))
  const strangers = await tx<{ id: string }[]>`
    select wanted.id from jsonb_to_recordset(${tx.json(asJson(wanted))}) as wanted
      (id uuid, "agencyId" uuid, "toAccountId" uuid, "toAgencyId" uuid)
    left join agency unit on unit.tenant_id = ${tenantId} and unit.id = wanted."toAgencyId"
      and unit.parent_id = wanted."agencyId" and unit.kind = 'unit'
    left join account on account.tenant_id = ${tenantId} and account.id = wanted."toAccountId" and account.is_active
    left join agency own on own.tenant_id = ${tenantId} and own.id = account.agency_id
      and (own.id = wanted."agencyId" or (own.parent_id = wanted."agencyId" and own.kind = 'unit'))
    where (wanted."toAgencyId" is not null and unit.id is null)
       or (wanted."toAccountId" is not null and own.id is null)`
  return new Set(strangers.map(({ id }) => id))
}
