// What other rooms ask about papers on their way.
import type { Sql } from '../store/database.ts'
import type { Kind, State } from './dossier.ts'
import { printNumber } from './number.ts'

export interface DossierOf {
  id: string
  state: State
  /** "05"; null until it is issued. */
  number: string | null
  /** "BC-STC"; null until it is issued. */
  symbol: string | null
  signedOn: string | null
  fileHash: string | null
}

/** The paper of a subject: the one under way or issued last; null when there is none but withdrawn ones. */
export async function findDossierOf(
  sql: Sql,
  tenantId: number,
  kind: Kind,
  subjectId: string,
): Promise<DossierOf | null> {
  const [row] = await listDossiersOf(sql, tenantId, kind, [subjectId])
  return row ?? null
}

/** The same of many subjects: each at most once. */
export async function listDossiersOf(
  sql: Sql,
  tenantId: number,
  kind: Kind,
  subjectIds: readonly string[],
): Promise<(DossierOf & { subjectId: string })[]> {
  const rows = await sql<(Omit<DossierOf, 'number'> & { subjectId: string; number: number | null })[]>`
    select distinct on (subject_id) subject_id as "subjectId", id, state, number, symbol, signed_on as "signedOn",
           file_hash as "fileHash"
    from dossier
    where tenant_id = ${tenantId} and kind = ${kind} and subject_id = any(${subjectIds as string[]}::uuid[])
      and state <> 'withdrawn'
    order by subject_id, state = 'issued', opened_at desc, id`
  return rows.map((row) => ({ ...row, number: row.number === null ? null : printNumber(row.number) }))
}
