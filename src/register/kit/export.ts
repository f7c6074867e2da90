// A list of a register as a file, in the columns of its template: streamed, so that a register of any size takes no memory.
import type { CellValue } from 'hucre'
import { writeCsv } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Sql } from '../../store/database.ts'
import { findRegister } from '../registers.ts'
import { sheetColumns } from './import.ts'
import { codeColumn } from './import-queries.ts'
import { type Asked, eachRow, readLabels } from './queries.ts'
import { columnName, type Register, say, type Values } from './register.ts'
import { type Called, cellOf, formatOf, headOf, type TemplateNames, textOf, widthOf } from './sheet-out.ts'
import { masked } from './values.ts'

/** Communes and agencies of today as choice lists have them; a name of two by its code. */
export async function listNames(sql: Sql, tenantId: number): Promise<TemplateNames> {
  const rows = await sql<{ name: string; kind: string }[]>`
    select case when count(*) over (partition by name) > 1 and code is not null then code else name end as name, kind
    from agency where tenant_id = ${tenantId} and ended_on is null and kind <> 'unit' and province is null
    order by name collate "vi-x-icu", id`
  return {
    places: rows.filter(({ kind }) => kind === 'commune').map(({ name }) => name),
    agencies: rows.map(({ name }) => name),
  }
}

/** What the ids in these values are called in a sheet: agencies by a name that is theirs alone, rows by their code. */
export async function callersOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  values: readonly Values[],
): Promise<Called> {
  const called = new Map(Object.entries(await readLabels(sql, tenantId, [{ register, values }])))
  const shared = await sql<{ id: string; code: string }[]>`
    select id, code from agency
    where tenant_id = ${tenantId} and id = any(${[...called.keys()]}::uuid[]) and code is not null
      and exists (select 1 from agency other where other.tenant_id = ${tenantId} and other.id <> agency.id
                    and other.name = agency.name and other.kind <> 'unit')`
  for (const { id, code } of shared) called.set(id, code)
  for (const [name, column] of Object.entries(register.columns)) {
    const other = column.kind === 'ref' ? findRegister(column.of) : null
    const code = other && codeColumn(other)
    if (!other || !code) continue
    const ids = [...new Set(values.flatMap((one) => (typeof one[name] === 'string' ? [one[name]] : [])))]
    if (ids.length === 0) continue
    const rows = await sql<{ id: string; code: string }[]>`
      select id, ${sql(columnName(code))} as code from ${sql(columnName(other.name))}
      where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`
    for (const { id, code } of rows) called.set(id, code)
  }
  return called
}

export interface ExportOrder {
  /** The list as its address says it. */
  asked: Asked
  /** Personal columns in full: the caller has asked whether one may, and logged it. */
  isFull: boolean
  today: string
}

async function* cellsOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  { asked, isFull, today }: ExportOrder,
): AsyncGenerator<CellValue[][]> {
  const columns = sheetColumns(register)
  for await (const rows of eachRow(sql, tenantId, register, asked, { today })) {
    const all = rows.map(({ values }) => values)
    const called = await callersOf(sql, tenantId, register, all)
    yield all.map((values) => {
      const shown = isFull ? values : masked(register, values)
      return columns.map(([name, column]) => cellOf(column, shown[name] ?? null, called))
    })
  }
}

export function exportXlsx(
  sql: Sql,
  tenantId: number,
  register: Register,
  order: ExportOrder,
): ReadableStream<Uint8Array> {
  async function* rows() {
    for await (const piece of cellsOf(sql, tenantId, register, order)) yield* piece
  }
  return writeXlsxStream(rows(), {
    name: say(register.label).slice(0, 31),
    freezePane: { rows: 1 },
    columns: sheetColumns(register).map(([, column]) => {
      const numFmt = formatOf(column)
      return { header: say(column.label), width: widthOf(column), ...(numFmt && { numFmt }) }
    }),
  })
}

/** UTF-8 with a mark at the front and semicolons: what a Vietnamese Excel opens as a table. */
export async function* exportCsv(
  sql: Sql,
  tenantId: number,
  register: Register,
  order: ExportOrder,
): AsyncGenerator<string> {
  const form = { delimiter: ';', lineSeparator: '\r\n' }
  yield `\ufeff${writeCsv([headOf(register)], form)}\r\n`
  for await (const piece of cellsOf(sql, tenantId, register, order))
    yield `${writeCsv(
      piece.map((row) => row.map(textOf)),
      form,
    )}\r\n`
}
