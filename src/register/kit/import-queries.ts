// Questions and changes about imports into registers: files on their way in, remembered headings, the rows of ours that a file
// speaks of.
import { Refusal } from '../../base/refusal.ts'
import { asJson, type Sql } from '../../store/database.ts'
import { forgetFiles } from '../../store/files.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import { placePath } from './filter.ts'
import type { Import, Imported, ImportSettings } from './import.ts'
import { valueNames } from './queries.ts'
import { columnName, type Register, type Values } from './register.ts'
import type { Known } from './sheet-columns.ts'
import { placeOf, titleOf } from './sql.ts'

interface Row extends Omit<Import, 'createdAt' | 'doneAt'> {
  createdAt: Date
  doneAt: Date | null
}

const IMPORT = (sql: Sql) => sql`
  register_import.id, register_import.status, register_import.file_name as "fileName", register_import.counts,
  register_import.version, register_import.created_at as "createdAt", register_import.done_at as "doneAt",
  account.name as "createdBy"`
const IMPORT_FROM = (sql: Sql) => sql`
  from register_import
  join account on account.tenant_id = register_import.tenant_id and account.id = register_import.created_by`

const asImport = ({ createdAt, doneAt, ...row }: Row): Import => ({
  ...row,
  createdAt: createdAt.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
})

const missing = () => new Refusal('missing', 'register-import.missing', words.refusal.missing)

/** Newest first; `before` is the place of the last one of the page before. */
export async function listImports(
  sql: Sql,
  tenantId: number,
  register: string,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<Import[]> {
  const rows = await sql<Row[]>`
    select ${IMPORT(sql)} ${IMPORT_FROM(sql)}
    where register_import.tenant_id = ${tenantId} and register_import.register = ${register}
      ${before ? sql`and (register_import.created_at, register_import.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
    order by register_import.created_at desc, register_import.id desc limit ${limit}`
  return rows.map(asImport)
}

export async function getImport(sql: Sql, tenantId: number, register: string, id: string): Promise<Import> {
  const [row] = await sql<Row[]>`
    select ${IMPORT(sql)} ${IMPORT_FROM(sql)}
    where register_import.tenant_id = ${tenantId} and register_import.register = ${register}
      and register_import.id = ${id}`
  if (!row) throw missing()
  return asImport(row)
}

/** What is needed to read the file again. */
export interface ImportFile {
  id: string
  status: Import['status']
  fileName: string
  fileHash: string
  settings: ImportSettings
  version: number
}

const FILE = (sql: Sql) => sql`
  id, status, file_name as "fileName", file_hash as "fileHash", settings, version from register_import`

export async function getImportFile(
  sql: Sql,
  tenantId: number,
  register: string,
  id: string,
): Promise<ImportFile> {
  const [row] = await sql<ImportFile[]>`
    select ${FILE(sql)} where tenant_id = ${tenantId} and register = ${register} and id = ${id}`
  if (!row) throw missing()
  return row
}

export async function getBytes(sql: Sql, tenantId: number, hash: string): Promise<Uint8Array> {
  const [row] = await sql<{ bytes: Uint8Array }[]>`
    select bytes from file where tenant_id = ${tenantId} and hash = ${hash}`
  if (!row) throw missing()
  return row.bytes
}

export const insertImport = (
  tx: Sql,
  tenantId: number,
  one: {
    id: string
    register: string
    fileName: string
    fileHash: string
    settings: ImportSettings
    by: string
    at: Date
  },
) => tx`
  insert into register_import (tenant_id, id, register, status, file_name, file_hash, settings, created_by, created_at)
  values (${tenantId}, ${one.id}, ${one.register}, 'open', ${one.fileName}, ${one.fileHash},
          ${tx.json(asJson(one.settings))}, ${one.by}, ${one.at})`

/** Locks an open import for a change. Refuses when it is finished, when the version seen is old, or when it is not there. */
export async function lockImport(
  tx: Sql,
  tenantId: number,
  register: string,
  id: string,
  seen: number,
): Promise<ImportFile> {
  const [row] = await tx<ImportFile[]>`
    select ${FILE(tx)} where tenant_id = ${tenantId} and register = ${register} and id = ${id} for update`
  if (!row) throw missing()
  if (row.status !== 'open')
    throw new Refusal('conflict', 'register-import.done', words.registerImport.alreadyDone)
  if (row.version !== seen) throw new Refusal('stale', 'register-import.stale', words.refusal.stale)
  return row
}

export const updateSettings = (tx: Sql, tenantId: number, id: string, settings: ImportSettings) => tx`
  update register_import set settings = ${tx.json(asJson(settings))}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const finishImport = (
  tx: Sql,
  tenantId: number,
  id: string,
  { batchId: _, ...counts }: Imported,
  at: Date,
) => tx`
  update register_import set status = 'done', counts = ${tx.json(asJson(counts))}, done_at = ${at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** Forgets an open import, and the bytes of its file unless something else still needs them. */
export async function deleteImport(tx: Sql, tenantId: number, { id, fileHash }: ImportFile): Promise<void> {
  await tx`delete from register_import where tenant_id = ${tenantId} and id = ${id}`
  await forgetFiles(tx, tenantId, [fileHash])
}

export const insertBatch = (
  tx: Sql,
  tenantId: number,
  batch: {
    id: string
    register: string
    fileName: string
    fileHash: string
    source: string
    counts: object
    by: { accountId: string; name: string }
    at: Date
  },
) => tx`
  insert into register_batch (tenant_id, id, register, file_name, file_hash, source, counts, account_id, actor, at)
  values (${tenantId}, ${batch.id}, ${batch.register}, ${batch.fileName}, ${batch.fileHash}, ${batch.source},
          ${tx.json(asJson(batch.counts))}, ${batch.by.accountId}, ${batch.by.name}, ${batch.at})`

/** Imports into one register follow each other, so that the second sees what the first brought in. */
export const lockRegister = (tx: Sql, tenantId: number, register: string) => tx`
  select pg_advisory_xact_lock(hashtextextended(${`register ${tenantId} ${register}`}, 0))`

/** What people said of a heading, and how its file was to be taken. */
export interface Mapping {
  columns: Known[]
  source: ImportSettings['source']
  blanks: ImportSettings['blanks']
}

/** Of exactly this heading, else null; and what was said of single columns in any heading, the latest first. */
export async function findMapping(
  sql: Sql,
  tenantId: number,
  register: string,
  signature: string,
): Promise<{ exact: Mapping | null; known: Known[] }> {
  const rows = await sql<{ signature: string; fields: Mapping }[]>`
    select signature, fields from register_mapping
    where tenant_id = ${tenantId} and register = ${register}
    order by signature = ${signature} desc, at desc limit 50`
  const [first] = rows
  // The first to say something of a heading is kept: the last one of the list wins in a map.
  const known = rows.flatMap(({ fields }) => fields.columns).reverse()
  return { exact: first?.signature === signature ? first.fields : null, known }
}

export const rememberMapping = (
  tx: Sql,
  tenantId: number,
  register: string,
  signature: string,
  mapping: Mapping,
  at: Date,
) => tx`
  insert into register_mapping (tenant_id, register, signature, fields, at)
  values (${tenantId}, ${register}, ${signature}, ${tx.json(asJson(mapping))}, ${at})
  on conflict (tenant_id, register, signature) do update set fields = excluded.fields, at = excluded.at`

// Rows of ours ---------------------------------------------------------------------------------------------------------

export interface Existing {
  id: string
  version: number
  title: string
  place: string | null
  values: Values
}

/** The rows that stand under these keys, by the index of the key. */
export async function listExisting(
  sql: Sql,
  tenantId: number,
  register: Register,
  keys: readonly { index: number; values: Values }[],
): Promise<Map<number, Existing>> {
  if (keys.length === 0) return new Map()
  const asked = keys.map(({ index, values }) => ({
    index,
    ...Object.fromEntries(register.key.map((name) => [columnName(name), values[name]])),
  }))
  const table = sql(columnName(register.name))
  const same = register.key
    .map((name) => sql`and r.${sql(columnName(name))} = wanted.${sql(columnName(name))}`)
    .reduce((all, one) => sql`${all} ${one}`)
  const names = valueNames(register)
  const rows = await sql<({ index: number } & Omit<Existing, 'values'> & Record<string, unknown>)[]>`
    select (asked.value ->> 'index')::int as index, r.id, r.version,
           coalesce(${titleOf(sql, tenantId, register, 'r')}, '') as title,
           ${placeOf(sql, tenantId, register)} as place,
           ${names.map((name, i) => sql`${i ? sql`,` : sql``} ${sql(`r.${columnName(name)}`)} as ${sql(`v:${name}`)}`)}
    from jsonb_array_elements(${sql.json(asJson(asked))}) asked
    cross join lateral jsonb_populate_record(null::${table}, asked.value) wanted
    join ${table} r on r.tenant_id = ${tenantId} and not r.is_void ${same}`
  return new Map(
    rows.map((row) => {
      const { index, id, version, title, place } = row
      const values = Object.fromEntries(
        names.map((name) => [name, (row[`v:${name}`] ?? null) as Values[string]]),
      )
      return [index, { id, version, title, place, values }]
    }),
  )
}

export interface Pointed {
  id: string
  /** What was written and found. */
  text: string
}

/** The one column by which rows of a register are known outside: its key where it is one column of words. */
export const codeColumn = ({ key: [only, ...others], columns }: Register): string | null =>
  only && others.length === 0 && (columns[only]?.kind === 'code' || columns[only]?.kind === 'text')
    ? only
    : null

/** Rows by their code, else by what they are called, at last without diacritics; several of one name come several times. */
export async function listPointed(
  sql: Sql,
  tenantId: number,
  register: Register,
  texts: readonly string[],
): Promise<Pointed[]> {
  const table = sql(columnName(register.name))
  const code = codeColumn(register)
  const found: Pointed[] = code
    ? await sql<Pointed[]>`
        select r.id, r.${sql(columnName(code))} as text from ${table} r
        where r.tenant_id = ${tenantId} and not r.is_void and r.${sql(columnName(code))} = any(${texts as string[]})`
    : []
  const title = titleOf(sql, tenantId, register, 'r')
  for (const isFolded of [false, true]) {
    const known = new Set(found.map(({ text }) => text))
    const rest = texts.filter((text) => !known.has(text))
    if (rest.length === 0) break
    const named = isFolded
      ? sql<Pointed[]>`
          select r.id, asked.text from ${table} r
          join (select distinct on (text) text, fold(text) as folded from unnest(${rest}::text[]) as given (text)) asked
            on fold(${title}) = asked.folded
          where r.tenant_id = ${tenantId} and not r.is_void`
      : sql<Pointed[]>`
          select r.id, ${title} as text from ${table} r
          where r.tenant_id = ${tenantId} and not r.is_void and ${title} = any(${rest})`
    found.push(...(await named))
  }
  return found
}

/** The agencies that govern the rows these point to, for a register whose place is that of another's row. */
export async function listPlaces(
  sql: Sql,
  tenantId: number,
  register: Register,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const path = placePath(register)
  const column = path ? register.columns[path[0]] : undefined
  const other = column?.kind === 'ref' ? findRegister(column.of) : null
  if (!path || !other || ids.length === 0) return new Map()
  const rows = await sql<{ id: string; place: string }[]>`
    select id, ${sql(columnName(path[1]))} as place from ${sql(columnName(other.name))}
    where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`
  return new Map(rows.map(({ id, place }) => [id, place]))
}

/** Rows of ours that no row of the file speaks of; of those who may write only in places, theirs. */
const UNNAMED = (
  sql: Sql,
  tenantId: number,
  register: Register,
  named: readonly string[],
  places: readonly string[] | null,
) => sql`
  from ${sql(columnName(register.name))} r
  left join unnest(${named as string[]}::uuid[]) as named (id) on named.id = r.id
  where r.tenant_id = ${tenantId} and not r.is_void and named.id is null
    ${places ? sql`and ${placeOf(sql, tenantId, register)} = any(${places as string[]}::uuid[])` : sql``}`

export async function countUnnamed(
  sql: Sql,
  tenantId: number,
  register: Register,
  named: readonly string[],
  places: readonly string[] | null,
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n ${UNNAMED(sql, tenantId, register, named, places)}`
  return row?.n ?? 0
}

export async function listUnnamed(
  sql: Sql,
  tenantId: number,
  register: Register,
  named: readonly string[],
  places: readonly string[] | null,
  { after, limit }: { after: number; limit: number },
): Promise<{ id: string; title: string; key: string }[]> {
  const code = codeColumn(register)
  return sql<{ id: string; title: string; key: string }[]>`
    select r.id, coalesce(${titleOf(sql, tenantId, register, 'r')}, '') as title,
           ${code ? sql`r.${sql(columnName(code))}` : sql`''`} as key
    ${UNNAMED(sql, tenantId, register, named, places)}
    order by title, r.id limit ${limit} offset ${after}`
}

/** Moves whenever the answer of a check may: rows of the register and of those it points to, agencies, keepers. */
export async function readStamp(sql: Sql, tenantId: number, register: Register): Promise<string> {
  const tables = new Set([register.name])
  for (const column of Object.values(register.columns)) if (column.kind === 'ref') tables.add(column.of)
  const counts = [...tables].map(
    (
      name,
    ) => sql`(select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(sum(is_void::int), 0)
                   from ${sql(columnName(name))} where tenant_id = ${tenantId}),`,
  )
  const [row] = await sql<{ stamp: string }[]>`
    select concat_ws(' ', ${counts}
      (select count(*) || ' ' || coalesce(sum(version), 0) from agency where tenant_id = ${tenantId}),
      (select string_agg(agency_id::text, ' ' order by agency_id) from register_keeper
       where tenant_id = ${tenantId} and register = ${register.name})) as stamp`
  return row?.stamp ?? ''
}
