// A duty whose product is a paper: the paper is opened from the duty's page, and closes the duty when it is issued.
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { findAssignmentPage } from '../task/assignment.ts'
import { givenOf, type Now, standingOf } from '../task/record.ts'
import { foldSteps, permit } from '../task/task.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import * as words from '../vocabulary/words.ts'
import { blankPaper } from './blank.ts'
import type { DutyPaperForm, OfAssignment } from './exchange.ts'
import { fullNumber } from './number.ts'
import { openDossier } from './record.ts'
import * as story from './story.ts'

/** Types of paper that a duty's product may name, the longest first: "chương trình hành động" before "chương trình". */
const TYPES = DOCUMENT_TYPES.map(([name]) => name).sort((a, b) => b.length - a.length)

/** "Kế hoạch của UBND tỉnh" -> KẾ HOẠCH; what names no type is left to the person. */
export function proposalFor(
  deliverables: readonly string[],
  quote: string,
): { type: string | null; subject: string } {
  const said = deliverables.map((one) => one.toLowerCase().normalize('NFC'))
  const type = TYPES.find((name) => said.some((one) => one.includes(name))) ?? null
  return { type: type?.toUpperCase() ?? null, subject: quote.replace(/^[\s\-–+•]+/u, '').slice(0, 300) }
}

async function readWork(sql: Sql, actor: Actor, id: string, today: string) {
  const found = await findAssignmentPage(sql, actor.tenantId, id, today)
  if (!found) throw new Refusal('missing', 'work.missing', words.refusal.missing)
  const { row, steps } = found
  return { row, may: permit('report', standingOf(row, foldSteps(givenOf(row), steps)), actor) }
}

/** Opens the paper of a duty. Refuses whoever may not report on the duty, with the reason: its issue is a report. */
export async function openDutyPaper(
  tx: Sql,
  actor: Actor,
  assignmentId: string,
  { agencyId, type, subject }: DutyPaperForm,
  now: Now,
): Promise<{ id: string; version: number }> {
  const { row, may } = await readWork(tx, actor, assignmentId, now.today)
  if ('why' in may) throw new Refusal(may.kind, 'dossier.duty-report', may.why)
  const issuerId = agencyId ?? row.agencyId
  const issuing = await story.findIssuing(tx, actor.tenantId, issuerId)
  if (!issuing || issuing.endedOn || !(issuerId === row.agencyId || issuing.kind === 'province-committee'))
    throw new Refusal('forbidden', 'dossier.issuer', words.signing.notIssuer)
  const { province, ...agency } = issuing
  const paper = blankPaper({ province, agency, type, subject, today: now.today })
  const made = { kind: 'duty-paper', subjectId: assignmentId, agencyId: issuerId } as const
  return openDossier(
    tx,
    actor,
    { ...made, drafterId: row.agencyId, planId: row.planId, assignmentId, paper },
    now,
  )
}

/** What the page of the assignment shows of its papers. */
export async function readOfAssignment(
  sql: Sql,
  actor: Actor,
  id: string,
  today: string,
): Promise<OfAssignment> {
  const [{ row, may }, papers] = await Promise.all([
    readWork(sql, actor, id, today),
    story.listOfAssignment(sql, actor.tenantId, id),
  ])
  const underWay = papers.some(({ state }) => state !== 'issued' && state !== 'withdrawn')
  return {
    whyNotOpen: 'why' in may ? may.why : underWay ? words.signing.underWay : null,
    proposal: proposalFor(row.deliverables, row.duty || row.quote),
    papers: papers.map(({ number, symbol, profile, ...paper }) => ({
      ...paper,
      number: number && symbol ? fullNumber(number, symbol, profile) : null,
    })),
  }
}
