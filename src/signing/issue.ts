// A paper that was signed elsewhere comes back: number, date, signer and the signed file are recorded, the text is closed
// with them, and the room it belongs to is told. A duty whose product is this paper gets its report.
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { audit } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import { takeStep as takeWorkStep } from '../task/steps.ts'
import { StepForm as WorkStepForm } from '../task/work.ts'
import * as words from '../vocabulary/words.ts'
import { type Kind, permit } from './dossier.ts'
import type { IssueForm, StepTaken } from './exchange.ts'
import { fullNumber, printNumber, seriesOf, yearOf } from './number.ts'
import { openLocked, record, standingOf } from './record.ts'

/** What the room of its kind is told. */
export interface IssuedDossier {
  id: string
  kind: Kind
  subjectId: string
  agencyId: string
  planId: string | null
  assignmentId: string | null
  title: string
  paper: OfficialPaper
  /** "05". */
  number: string
  symbol: string
  signedOn: string
  signer: string
  fileHash: string
  fileName: string
}

/** Runs in the transaction of the issue; a Refusal takes the issue back with its sentence. */
export type OnIssued = Partial<
  Record<Kind, (tx: Sql, actor: Actor, dossier: IssuedDossier, now: Now) => Promise<void>>
>

/** The number after the last one of its series; numbers left out are not filled, they would stand out of order. */
export async function nextNumber(
  sql: Sql,
  tenantId: number,
  agencyId: string,
  year: number,
  series: string,
): Promise<number> {
  const [row] = await sql<{ last: number | null }[]>`
    select max(number) as last from dossier
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and year = ${year} and series = ${series}`
  return (row?.last ?? 0) + 1
}

/** What bears this number already: a paper issued here, or a plan that was loaded and prints it. */
async function findTaken(
  tx: Sql,
  tenantId: number,
  { agencyId, series, year, number, symbol }: Wanted,
): Promise<{ title: string; signedOn: string | null } | null> {
  const [own] = await tx<{ title: string; signedOn: string | null }[]>`
    select title, signed_on as "signedOn" from dossier
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and year = ${year} and series = ${series}
      and number = ${number}`
  if (own) return own
  const printed = [`${number}/${symbol}`, `${printNumber(number)}/${symbol}`].map((one) => one.toLowerCase())
  const [plan] = await tx<{ title: string; signedOn: string | null }[]>`
    select title, issued as "signedOn" from plan
    where tenant_id = ${tenantId} and status = 'published' and left(issued, 4) = ${String(year)}
      and lower(replace(number, ' ', '')) = any(${printed})
      and lower(issuer) = (select lower(name) from agency where tenant_id = ${tenantId} and id = ${agencyId})`
  return plan ?? null
}

interface Wanted {
  agencyId: string
  series: string
  year: number
  number: number
  symbol: string
}

/**
 * Records that the paper was signed and issued. Refuses a number already used by the agency in this series and year,
 * naming the paper that has it, and a day that has not come.
 */
export async function issueDossier(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: IssueForm,
  file: { hash: string; name: string },
  now: Now,
  onIssued: OnIssued,
): Promise<StepTaken & { consequence: string | null }> {
  const { tenantId } = actor
  const opened = await openLocked(tx, tenantId, id)
  const { row, folded } = opened
  if (row.version !== seen) throw new Refusal('stale', 'dossier.stale', words.refusal.stale)
  const capacity = permit('issue', standingOf(row, folded), actor.capacities)
  if ('why' in capacity) throw new Refusal(capacity.kind, 'dossier.issue', capacity.why)
  if (form.signedOn > now.today) {
    const message = words.signing.signedTomorrow
    throw new Refusal('invalid', 'dossier.signed-on', message, [{ at: 'signedOn', message }])
  }
  const { agencyId } = row
  const { number, symbol, signedOn, signer } = form
  const wanted = { agencyId, series: seriesOf(row.paper), year: yearOf(signedOn), number, symbol }
  // One agency gives one number after the other.
  await tx`select 1 from agency where tenant_id = ${tenantId} and id = ${agencyId} for no key update`
  const taken = await findTaken(tx, tenantId, wanted)
  if (taken) {
    const free = await nextNumber(tx, tenantId, agencyId, wanted.year, wanted.series)
    const message = words.signing.numberUsed({
      ...{ number: fullNumber(number, symbol, row.paper.profile), year: wanted.year, title: taken.title },
      ...{ signedOn: taken.signedOn, free: printNumber(Math.max(free, number + 1)) },
    })
    throw new Refusal('conflict', 'dossier.number-used', message, [{ at: 'number', message }])
  }
  const paper: OfficialPaper = {
    ...{ ...row.paper, number: printNumber(number), symbol, date: signedOn },
    signature: { ...row.paper.signature, name: signer },
  }
  await tx`
    update dossier set paper = ${tx.json(asJson(paper))}, number = ${number}, symbol = ${symbol},
      series = ${wanted.series}, year = ${wanted.year}, signed_on = ${signedOn}, signer = ${signer},
      file_hash = ${file.hash}, file_name = ${file.name}, issued_at = ${now.at}
    where tenant_id = ${tenantId} and id = ${id}`
  const issued: IssuedDossier = {
    ...{ id, kind: row.kind, subjectId: row.subjectId, agencyId, planId: row.planId, title: row.title },
    ...{ assignmentId: row.assignmentId, paper, number: printNumber(number), symbol, signedOn, signer },
    ...{ fileHash: file.hash, fileName: file.name },
  }
  const consequence = row.kind === 'duty-paper' ? await reportDuty(tx, actor, issued, now) : null
  await onIssued[row.kind]?.(tx, actor, issued, now)
  const text = fullNumber(number, symbol, paper.profile)
  const step = await record(
    tx,
    tenantId,
    opened,
    { actor, capacity },
    { kind: 'issue', text, consequence },
    now,
  )
  await audit(tx, actor, now.at, 'dossier.issue', ['dossier', id], { ...form, file, consequence })
  return { ...step, consequence }
}

/**
 * The report of the duty whose product the paper is: all of it, with number, day and the signed file. Returns why it could
 * not be written: the paper is issued all the same.
 */
async function reportDuty(
  tx: Sql,
  actor: Actor,
  { assignmentId, number, symbol, signedOn, title, paper, fileHash, fileName }: IssuedDossier,
  now: Now,
): Promise<string | null> {
  if (!assignmentId) return null
  const [work] = await tx<{ version: number }[]>`
    select version from assignment where tenant_id = ${actor.tenantId} and id = ${assignmentId} for update`
  if (!work) return null
  const text = words.signing.dutyReport(
    title,
    fullNumber(Number(number), symbol, paper.profile),
    words.day(signedOn),
  )
  const files = [{ hash: fileHash, name: fileName }]
  try {
    const report = WorkStepForm.parse({ kind: 'report', text, percent: 100, files })
    await takeWorkStep(tx, actor, assignmentId, work.version, report, now)
    return null
  } catch (error) {
    // Nothing was written yet when the table of steps says no.
    if (error instanceof Refusal) return error.message
    throw error
  }
}
