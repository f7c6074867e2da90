// Letters that urge are written: one to each agency with something overdue, in one transaction with what they name.
import { randomUUID } from 'node:crypto'
import { addDays, addWorkingDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { openDossier } from '../signing/record.ts'
import { findIssuing } from '../signing/story.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import { ANSWER_DAYS, type LettersMade, type OverdueDuty, urgingLetter } from './letter.ts'
import * as queries from './letter-queries.ts'
import { listOverseen } from './urging-queries.ts'

/** The agency in whose name somebody urges: the own one, not the unit inside it. */
const issuerOf = ({ capacities }: Actor): string | null =>
  capacities
    .filter(({ role }) => role === 'focal' || role === 'head')
    .map(({ agencyId, unitOf }) => unitOf ?? agencyId)
    .find((id) => id !== null) ?? null

/**
 * Refuses whoever oversees no plan, and a plan of another's. Agencies with nothing overdue, and those to whom a letter is
 * being written already, get none and are named.
 */
export async function writeLetters(
  tx: Sql,
  actor: Actor,
  { agencies, plan }: { agencies: readonly string[]; plan?: string | undefined },
  { at, today }: { at: Date; today: string },
): Promise<LettersMade> {
  const { tenantId, accountId } = actor
  const issuerId = issuerOf(actor)
  const issuing = issuerId ? await findIssuing(tx, tenantId, issuerId) : null
  const overseen = issuerId ? await listOverseen(tx, tenantId, [issuerId]) : []
  const plans = overseen.filter(({ id }) => plan === undefined || id === plan)
  if (!issuing || issuerId === null || plans.length === 0)
    throw new Refusal('forbidden', 'urging.not-overseer', words.urging.letter.notOverseer)
  await queries.lockIssuer(tx, tenantId, issuerId)
  const ids = [...new Set(agencies)]
  const scope = { agencies: ids, plans: plans.map(({ id }) => id), today }
  const [counts, duties, waiting, calendar] = await Promise.all([
    queries.countLed(tx, tenantId, scope),
    queries.listOverdue(tx, tenantId, scope),
    queries.listUnderWay(tx, tenantId, { issuer: issuerId, agencies: ids, plan: plan ?? null }),
    readCalendar(tx, tenantId, today, addDays(today, 60)),
  ])
  if (counts.length < ids.length) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  const answerBy = addWorkingDays(today, ANSWER_DAYS, calendar.isOff)
  const underWay = new Map(waiting.map(({ agencyId, dossierId }) => [agencyId, dossierId]))
  const { province, ...own } = issuing
  const made: LettersMade = { letters: [], underWay: [], none: [] }
  for (const { id: agencyId, name, whole, done } of counts) {
    const agency = { id: agencyId, name }
    const overdue: OverdueDuty[] = duties.filter((duty) => duty.agencyId === agencyId)
    const open = underWay.get(agencyId)
    if (overdue.length === 0) made.none.push(agency)
    else if (open) made.underWay.push({ agency, dossierId: open })
    else {
      const paper = urgingLetter({
        ...{ issuing: { province, agency: own }, agency: name, whole, done, overdue, today, answerBy },
        plan: plan ? (plans[0]?.name ?? null) : null,
      })
      const letterId = randomUUID()
      const dossier = await openDossier(
        tx,
        actor,
        {
          ...({ kind: 'letter', subjectId: letterId, agencyId: issuerId, drafterId: issuerId } as const),
          ...{ planId: plan ?? null, assignmentId: null, paper },
        },
        { at, today },
      )
      await queries.insertLetter(tx, tenantId, {
        ...{ id: letterId, agencyId, issuerId, planId: plan ?? null, overdue: overdue.length, whole },
        ...{ onDay: today, dossierId: dossier.id, createdBy: accountId, at },
      })
      await queries.insertLetterUrges(tx, tenantId, { letterId, onDay: today, at, duties: overdue })
      await audit(tx, actor, at, 'urging.letter', ['agency', agencyId], {
        ...{ letterId, dossierId: dossier.id, overdue: overdue.length, whole, plan: plan ?? null },
      })
      made.letters.push({ agency, dossierId: dossier.id, overdue: overdue.length })
    }
  }
  return made
}
