// What stands in the papers of a report, read from where it lies.
import { findIssuer } from '../agency/queries.ts'
import type { Sql } from '../store/database.ts'
import { readYears } from './answers.ts'
import { readContent } from './content.ts'
import type { PaperSource } from './paper.ts'
import * as queries from './queries.ts'

/** All that stands in the papers of one report. */
export async function readPaperSource(
  sql: Sql,
  tenantId: number,
  row: queries.ReportRow,
  today: string,
): Promise<PaperSource> {
  const round = await queries.getRound(sql, tenantId, row.roundId, { agencyIds: [], today })
  const [content, agency, [tenant]] = await Promise.all([
    readContent(sql, tenantId, row, round, today),
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
    years: await readYears(sql, tenantId, row, round, content, today),
  }
}
