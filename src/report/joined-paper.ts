// The consolidated report of a plan and period as a paper, without a person: joined in a transaction that is taken back.
import { Refusal } from '../base/refusal.ts'
import type { OfficialPaper } from '../paper/official.ts'
import type { Database, Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { readContent } from './content.ts'
import { joinBelow } from './joining.ts'
import { reportPaper } from './paper.ts'
import { readPaperSource } from './paper-source.ts'
import { getReport, getRound, listReports } from './queries.ts'
import type { Now } from './record.ts'
import { isSent } from './report.ts'

export interface JoinedPaper {
  paper: OfficialPaper
  sent: number
  asked: number
  missing: string[]
}

/** Refuses when the number names no single published plan, or the plan has no such round. */
export async function joinedPaper(
  sql: Database,
  plan: string,
  period: string,
  now: Now,
): Promise<JoinedPaper> {
  const { tenantId, roundId } = await findRound(sql, plan, period)
  const reports = await listReports(sql, tenantId, roundId)
  const top = reports.find(({ level, state }) => level === 1 && state !== 'passed')
  if (!top) throw new Refusal('missing', 'report.round', words.report.cli.noRound(period))
  const below = reports.filter(({ id, state }) => id !== top.id && state !== 'passed')
  const paper = await readOnly(sql, async (tx) => {
    if (!isSent(top.state)) {
      const round = await getRound(tx, tenantId, roundId, { agencyIds: [], today: now.today })
      await joinBelow(tx, tenantId, top, await readContent(tx, tenantId, top, round, now.today), now)
    }
    return reportPaper(await readPaperSource(tx, tenantId, await getReport(tx, tenantId, top.id), now.today))
  })
  const missing = below.filter(({ state }) => !isSent(state))
  return {
    paper,
    sent: below.length - missing.length,
    asked: below.length,
    missing: missing.map(({ agencyName }) => agencyName),
  }
}

/** Numbers are compared as people write them: "147 /kh-ubnd" is "147/KH-UBND"; real provinces go before the sample. */
async function findRound(
  sql: Sql,
  plan: string,
  period: string,
): Promise<{ tenantId: number; roundId: string }> {
  const key = plan.replace(/\s+/gu, '').toLowerCase()
  const found = await sql<{ tenantId: number; planId: string; isSample: boolean }[]>`
    select plan.tenant_id as "tenantId", plan.id as "planId", tenant.is_sample as "isSample"
    from plan join tenant on tenant.id = plan.tenant_id
    where plan.status = 'published' and plan.adds_to is null and lower(replace(plan.number, ' ', '')) = ${key}`
  const real = found.filter(({ isSample }) => !isSample)
  const [one, other] = real.length > 0 ? real : found
  if (!one || other) throw new Refusal('missing', 'plan.missing', words.report.cli.noPlan(plan))
  const [round] = await sql<{ id: string }[]>`
    select id from report_round
    where tenant_id = ${one.tenantId} and plan_id = ${one.planId} and period = ${period}
    order by opened_on desc limit 1`
  if (!round) throw new Refusal('missing', 'report.round', words.report.cli.noRound(period))
  return { tenantId: one.tenantId, roundId: round.id }
}

class TakenBack extends Error {}

/** What `work` writes is seen by itself alone and then gone. */
async function readOnly<T>(sql: Database, work: (tx: Sql) => Promise<T>): Promise<T> {
  let result: { value: T } | null = null
  try {
    await sql.begin(async (tx) => {
      result = { value: await work(tx) }
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (!result) throw new Error('the work ended without a result')
  return (result as { value: T }).value
}
