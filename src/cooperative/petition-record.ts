// Steps on petitions as they are written: the fact, where it lies now, the row of the register, notices, audit; what the
// clock does; and how the answer to a difficulty comes back to the petition it was raised from.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import { dueAfter, raiseDifficulty } from '../difficulty/queries.ts'
import { listAnswers } from '../difficulty/story.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import type { NewNotice } from '../notice/notice.ts'
import { tell } from '../notice/queries.ts'
import { changeRow, stepRow, updateRows } from '../register/kit/record.ts'
import type { Values } from '../register/kit/register.ts'
import { petition as register } from '../register/petition.ts'
import { audit, type ChangedBy } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import { listKeepers } from './keeper.ts'
import type { PetitionStepForm, SettingForm } from './petition.ts'
import * as queries from './petition-queries.ts'
import {
  factsOfRow,
  foldFacts,
  type PastFact,
  type PetitionFact,
  type PetitionFolded,
  type PetitionStanding,
  permit,
} from './petition-rule.ts'
import type { Way } from './warning-match.ts'

type Row = queries.PetitionRowStored

/** What a step writes beyond who took it and when. */
interface Fact {
  kind: PetitionFact
  text?: string
  addresseeId?: string | null
  days?: number | null
  dueOn?: string | null
  nextId?: string | null
  nextDays?: number | null
  documentNumber?: string | null
  documentOn?: string | null
  toldWay?: Way | null
  difficultyId?: string | null
  /** Of tell: the day on which the cooperative heard it. */
  onDay?: string
}
const NOTHING = {
  ...{ text: '', addresseeId: null, days: null, dueOn: null, nextId: null, nextDays: null },
  ...{ documentNumber: null, documentOn: null, toldWay: null, difficultyId: null },
} satisfies Partial<Fact>

/** Who takes it; null is the clock itself. */
type By = { actor: Actor; capacity: Capacity } | null

export const standingOf = (row: Row, keeperIds: readonly string[]): PetitionStanding => ({
  ...{ status: row.status, withLeaders: row.withLeaders, addresseeId: row.agencyId, placeId: row.placeId },
  ...{ isDifficulty: row.difficultyId !== null, keeperIds },
})

/** Takes a step on a petition whose register row stands at version `seen`. */
export async function takePetitionStep(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: PetitionStepForm,
  now: Now,
): Promise<{ version: number; status: Row['status']; difficultyId: string | null }> {
  const { tenantId } = actor
  const row = await queries.lockPetition(tx, tenantId, id)
  if (row.version !== seen) throw new Refusal('stale', 'petition.stale', words.refusal.stale)
  const capacity = permit(
    form.kind,
    standingOf(row, await listKeepers(tx, tenantId, register.name)),
    actor.capacities,
  )
  if ('why' in capacity) throw new Refusal(capacity.kind, `petition.${form.kind}`, capacity.why)
  const fact = await factOf(tx, actor, row, form, now)
  const folded = await record(tx, tenantId, row, { actor, capacity }, fact, now)
  return {
    ...{ version: await versionOf(tx, tenantId, id), status: folded.status },
    difficultyId: fact.difficultyId ?? null,
  }
}

async function versionOf(tx: Sql, tenantId: number, id: string): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select version from petition where tenant_id = ${tenantId} and id = ${id}`
  return row?.version ?? 0
}

const invalid = (code: string, at: string, message: string) =>
  new Refusal('invalid', code, message, [{ at, message }])

/** What the form means on this day, or why it cannot be meant. */
async function factOf(
  tx: Sql,
  actor: Actor,
  row: Row,
  form: PetitionStepForm,
  { at, today }: Now,
): Promise<Fact> {
  const { tenantId } = actor
  switch (form.kind) {
    case 'send': {
      await refuseAddressees(tx, tenantId, form, row)
      return { ...form, dueOn: await dueAfter(tx, tenantId, today, form.days) }
    }
    case 'extend': {
      const from = row.ownDueOn !== null && row.ownDueOn > today ? row.ownDueOn : today
      return { ...form, dueOn: await dueAfter(tx, tenantId, from, form.days) }
    }
    case 'answer':
      if (form.documentOn !== null && form.documentOn > today)
        throw invalid('petition.document-on', 'documentOn', words.difficulty.documentTomorrow)
      return { ...form, documentNumber: form.documentNumber || null }
    case 'tell':
      if (form.on > today || (row.answeredOn !== null && form.on < row.answeredOn))
        throw invalid('petition.told-on', 'on', words.petition.toldOnForm)
      return { kind: 'tell', text: form.text, toldWay: form.way, onDay: form.on }
    case 'to-difficulty': {
      const { assignmentIds, type, proposal } = form
      const said = [row.cooperative?.name, row.content].filter(Boolean).join(': ')
      const raised = await raiseDifficulty(
        tx,
        actor,
        { assignmentIds, type, proposal, text: said, files: [] },
        { at, today },
      )
      return {
        kind: 'to-difficulty',
        text: proposal,
        difficultyId: raised.id,
        addresseeId: await focalOf(tx, tenantId, raised.id),
      }
    }
    default:
      return form
  }
}

/** The agency that looks at a difficulty first. */
async function focalOf(tx: Sql, tenantId: number, difficultyId: string): Promise<string | null> {
  const [row] = await tx<{ id: string | null }[]>`
    select plan.overseer_id as id from difficulty
    join plan on plan.tenant_id = ${tenantId} and plan.id = difficulty.plan_id
    where difficulty.tenant_id = ${tenantId} and difficulty.id = ${difficultyId}`
  return row?.id ?? null
}

async function refuseAddressees(
  tx: Sql,
  tenantId: number,
  { addresseeId, nextId }: { addresseeId: string; nextId: string | null },
  row: Row,
) {
  const ids = [addresseeId, ...(nextId ? [nextId] : [])]
  const known = await tx`
    select id from agency
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) and ended_on is null and kind <> 'unit'`
  if (known.length < ids.length)
    throw invalid('petition.addressee', 'addresseeId', words.difficulty.addresseeGone)
  // To send it there again would only wind the clock back: that is an extension, with its reason.
  if (row.status === 'sent' && row.agencyId === addresseeId)
    throw new Refusal('conflict', 'petition.sent-there', words.difficulty.sentThere)
}

const listFacts = (sql: Sql, tenantId: number, id: string) => sql<PastFact[]>`
  select kind, on_day as "onDay", addressee_id as "addresseeId", due_on as "dueOn", next_id as "nextId",
         next_days as "nextDays"
  from petition_step where tenant_id = ${tenantId} and petition_id = ${id} order by seq`

/** Writes the fact behind those on file, brings row and way up to the fold, tells whom it concerns. */
async function record(
  tx: Sql,
  tenantId: number,
  row: Row,
  by: By,
  fact: Fact,
  now: Now,
): Promise<PetitionFolded> {
  const { id } = row
  let past: readonly PastFact[] = await listFacts(tx, tenantId, id)
  if (past.length === 0) {
    past = factsOfRow({ ...row, dueOn: row.ownDueOn })
    // What the register knew before the first step here is its story as well.
    for (const [seq, before] of past.entries())
      await insertStep(tx, tenantId, id, seq + 1, null, { ...before, onDay: before.onDay }, now)
  }
  const full = { ...NOTHING, ...fact }
  const onDay = fact.onDay ?? now.today
  const folded = foldFacts([...past, { ...full, onDay }])
  await insertStep(tx, tenantId, id, past.length + 1, by, fact, now)
  await saveRow(tx, tenantId, row, by, fact, folded, now)
  const difficultyId = keptDifficulty(row, fact)
  await tx`
    insert into petition_way (tenant_id, petition_id, next_id, next_days, with_leaders, waiting_since, difficulty_id)
    values (${tenantId}, ${id}, ${folded.nextId}, ${folded.nextDays}, ${folded.withLeaders}, ${folded.waitingSince},
            ${difficultyId})
    on conflict (tenant_id, petition_id) do update set next_id = excluded.next_id, next_days = excluded.next_days,
      with_leaders = excluded.with_leaders, waiting_since = excluded.waiting_since,
      difficulty_id = excluded.difficulty_id`
  const who: ChangedBy = by?.actor ?? clockOf(tenantId)
  await tell(tx, { tenantId, name: who.name }, now.at, await noticesOf(tx, tenantId, row, fact))
  await audit(tx, who, now.at, `petition.${fact.kind}`, ['petition', id], {
    ...{ from: row.status, to: folded.status },
    ...fact,
  })
  return folded
}

/** It goes with its difficulty until it is sent elsewhere, returned or asked anew. */
function keptDifficulty(row: Row, { kind, difficultyId }: Fact): string | null {
  if (difficultyId) return difficultyId
  return ['return', 'reopen', 'send', 'withdraw'].includes(kind) ? null : row.difficultyId
}

async function insertStep(
  tx: Sql,
  tenantId: number,
  petitionId: string,
  seq: number,
  by: By,
  fact: Fact,
  { at, today }: Now,
) {
  const full = { ...NOTHING, ...fact }
  await tx`
    insert into petition_step (tenant_id, id, petition_id, seq, kind, account_id, for_account_id, actor, agency_id, at,
                               on_day, text, addressee_id, days, due_on, next_id, next_days, document_number,
                               document_on, told_way, difficulty_id)
    values (${tenantId}, ${randomUUID()}, ${petitionId}, ${seq}, ${full.kind}, ${by?.actor.accountId ?? null},
            ${by?.capacity.forAccountId ?? null}, ${by?.actor.name ?? words.petition.clockActor},
            ${by?.capacity.agencyId ?? null}, ${at}, ${fact.onDay ?? today}, ${full.text}, ${full.addresseeId},
            ${full.days}, ${full.dueOn}, ${full.nextId}, ${full.nextDays}, ${full.documentNumber},
            ${full.documentOn}, ${full.toldWay}, ${full.difficultyId})`
}

/** The register's row: its state by the step of the register, its other columns with it. */
async function saveRow(
  tx: Sql,
  tenantId: number,
  row: Row,
  by: By,
  fact: Fact,
  folded: PetitionFolded,
  now: Now,
) {
  const values: Values = { agency: folded.addresseeId ?? null, dueOn: folded.dueOn }
  if (fact.kind === 'answer')
    Object.assign(values, {
      ...{ agency: row.agencyId, dueOn: row.ownDueOn, answer: fact.text ?? '', answeredOn: now.today },
      document:
        [fact.documentNumber, fact.documentOn && words.day(fact.documentOn)].filter(Boolean).join(', ') ||
        null,
    })
  if (fact.kind === 'tell') Object.assign(values, { agency: row.agencyId, dueOn: row.ownDueOn })
  if (fact.kind === 'reopen') Object.assign(values, { answer: null, answeredOn: null, document: null })
  const changed = Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        !(name === 'agency' && value === row.agencyId) && !(name === 'dueOn' && value === row.ownDueOn),
    ),
  )
  const step = fact.kind === 'to-difficulty' ? 'send' : fact.kind
  const kitNow = { ...now, isAllowed: true as const }
  const reason = (fact.text ?? '').slice(0, 1000)
  if (by === null) {
    if (Object.keys(changed).length === 0) return
    await updateRows(
      tx,
      clockOf(tenantId),
      register,
      [{ id: row.id, version: row.version, values: changed }],
      { ...now, act: 'change', batchId: null, reason: words.petition.clockReason },
    )
    return
  }
  if (step === 'extend')
    await changeRow(tx, by.actor, register, row.id, row.version, { values: changed, reason }, kitNow)
  else await stepRow(tx, by.actor, register, row.id, row.version, { step, values: changed, reason }, kitNow)
}

/** Whoever has it now; once answered, whoever tells the cooperative. */
async function noticesOf(tx: Sql, tenantId: number, row: Row, fact: Fact): Promise<NewNotice[]> {
  const subject = { kind: 'petition', id: row.id } as const
  const detail = { title: row.content.slice(0, 300), reason: row.cooperative?.name ?? '' }
  if (['send', 'escalate'].includes(fact.kind) && fact.addresseeId)
    return [{ agencyId: fact.addresseeId, kind: 'petition-sent', subject, detail }]
  if (fact.kind === 'answer') {
    const keepers = await listKeepers(tx, tenantId, register.name)
    const tellers = row.placeId ? [row.placeId] : keepers
    return tellers.map((agencyId) => ({ agencyId, kind: 'petition-answered' as const, subject, detail }))
  }
  return []
}

/** The clock, in the books. */
const clockOf = (tenantId: number): ChangedBy => ({
  ...{ tenantId, accountId: null, name: words.petition.clockActor },
})

/**
 * Hands every petition whose time has run out upwards, as a difficulty: to the next level that was named, with its own
 * working days from today, else before the leaders. Never answers. Called as often as one likes.
 */
export async function escalatePetitions(tx: Sql, tenantId: number, now: Now): Promise<number> {
  const late = await tx<{ id: string }[]>`
    select petition.id from petition
    left join petition_way way on way.tenant_id = ${tenantId} and way.petition_id = petition.id
    where petition.tenant_id = ${tenantId} and not petition.is_void and petition.status = 'sent'
      and petition.due_on < ${now.today} and not coalesce(way.with_leaders, false)
    order by petition.id`
  for (const { id } of late) {
    const row = await queries.lockPetition(tx, tenantId, id)
    // Somebody may have answered before the lock was ours.
    if (row.status !== 'sent' || row.withLeaders || row.ownDueOn === null || row.ownDueOn >= now.today)
      continue
    const next = row.nextId !== null && row.nextDays !== null && (await isThere(tx, tenantId, row.nextId))
    const fact: Fact = next
      ? {
          ...{ kind: 'escalate', addresseeId: row.nextId, days: row.nextDays },
          dueOn: await dueAfter(tx, tenantId, now.today, row.nextDays ?? 0),
        }
      : { kind: 'escalate' }
    await record(tx, tenantId, row, null, fact, now)
  }
  return late.length
}

async function isThere(tx: Sql, tenantId: number, agencyId: string): Promise<boolean> {
  const rows = await tx`
    select 1 from agency where tenant_id = ${tenantId} and id = ${agencyId} and ended_on is null`
  return rows.length > 0
}

/**
 * After a step on a difficulty: petitions that became it, or became one joined into it, are answered with its answer, asked
 * anew when it is reopened, and come back to whoever received them when it is withdrawn.
 */
export async function followDifficulty(tx: Sql, actor: Actor, difficultyId: string, now: Now): Promise<void> {
  const { tenantId } = actor
  const linked = await tx<{ id: string; mainId: string; status: string }[]>`
    select way.petition_id as id, main.id as "mainId", main.status from petition_way way
    join difficulty own on own.tenant_id = ${tenantId} and own.id = way.difficulty_id
    join difficulty main on main.tenant_id = ${tenantId} and main.id = coalesce(own.joined_into, own.id)
    where way.tenant_id = ${tenantId} and (own.id = ${difficultyId} or main.id = ${difficultyId})
    order by way.petition_id`
  const capacity: Capacity = { forAccountId: null, role: actor.role, agencyId: actor.agencyId, unitOf: null }
  for (const { id, mainId, status } of linked) {
    const row = await queries.lockPetition(tx, tenantId, id)
    const isAnswered = ['answered', 'closed'].includes(status)
    if (isAnswered && row.status === 'sent') {
      const answer = (await listAnswers(tx, tenantId, [mainId])).get(mainId)
      const { text = '', documentNumber = null, documentOn = null } = answer ?? {}
      await record(
        tx,
        tenantId,
        row,
        { actor, capacity },
        { kind: 'answer', text, documentNumber, documentOn },
        now,
      )
    } else if (status === 'withdrawn' && row.status === 'sent') {
      const text = words.petition.difficultyWithdrawn
      await record(tx, tenantId, row, { actor, capacity }, { kind: 'return', text }, now)
    } else if (!isAnswered && row.status === 'answered') {
      const text = words.petition.difficultyReopened
      await record(tx, tenantId, row, { actor, capacity }, { kind: 'reopen', text }, now)
      const again = await queries.lockPetition(tx, tenantId, id)
      const addresseeId = await focalOf(tx, tenantId, mainId)
      const fact: Fact = { kind: 'to-difficulty', text, addresseeId, difficultyId: row.difficultyId }
      await record(tx, tenantId, again, { actor, capacity }, fact, now)
    }
  }
}

/** How many working days the province gives itself, and by which document. Refuses when somebody else has entered it since. */
export async function saveSetting(tx: Sql, actor: Actor, seen: number, form: SettingForm, { at }: Now) {
  const { tenantId, name } = actor
  const rows = await tx<queries.Setting[]>`
    insert into petition_setting (tenant_id, days, basis, actor, at)
    select ${tenantId}::int, ${form.days}::int, ${form.basis}, ${name}, ${at}::timestamptz where ${seen}::int = 0
    on conflict do nothing returning days, basis, version`
  const [saved] = seen
    ? await tx<queries.Setting[]>`
        update petition_setting
        set days = ${form.days}, basis = ${form.basis}, actor = ${name}, at = ${at}, version = version + 1
        where tenant_id = ${tenantId} and version = ${seen} returning days, basis, version`
    : rows
  if (!saved) throw new Refusal('stale', 'petition.setting-stale', words.refusal.stale)
  await audit(tx, actor, at, 'petition.setting', ['petition-setting', String(tenantId)], form)
  return saved
}
