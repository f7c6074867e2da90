// What stands in the papers of a report, read from where it lies.
import { findIssuer } from '../agency/queries.ts'
import type { Sql } from '../store/database.ts'
import { readYears } from './answers.ts'
import { readContent } from './content.ts'
import type { PaperSource } from './paper.ts'
import * as queries from './queries.ts'
import { isSent } from './report.ts'

/** All that stands in the papers of one report. */
export async function readPaperSource(
  sql: Sql,
  tenantId: number,
  row: queries.ReportRow,
  today: string,
): Promise<PaperSource> {
  const round = await queries.getRound(sql, tenantId, row.roundId, { agencyIds: [], today })
  const [content, reports, agency, [tenant]] = await Promise.all([
    readContent(sql, tenantId, row, round, today),
    row.consolidatedAt ? queries.listReports(sql, tenantId, row.roundId).execute() : [],
    findIssuer(sql, tenantId, row.agencyId),
    sql<{ name: string }[]>`select name from tenant where id = ${tenantId}`,
  ])
  return {
    province: tenant?.name ?? '',
    agency: agency ?? { name: row.agencyName, kind: row.agencyKind, parentName: null },
    addressee: row.toName,
    plan: { number: round.planNumber, title: round.planTitle },
    ...{ title: round.title, kind: round.kind, from: round.from, to: round.to, day: row.sentOn ?? today },
    content,
    missing: reports
      .filter(
        ({ id, toId, state }) =>
          id !== row.id && toId === row.agencyId && state !== 'passed' && !isSent(state),
      )
      .map(({ agencyName, dueOn }) => ({ agency: agencyName, dueOn })),
    years: await readYears(sql, tenantId, row, round, content, today),
  }
}
