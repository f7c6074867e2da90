// Rows of registers as the search over everything finds them: by what their registers mark as searched, never by
// personal columns.
import type { Sql } from '../../store/database.ts'
import { findRegister, REGISTERS } from '../registers.ts'
import { columnName } from './register.ts'
import { titleOf } from './sql.ts'
import { searchOf } from './table.ts'

const SEARCHED = REGISTERS.filter((register) => searchOf(register) !== null)

export interface FoundRow {
  id: string
  register: string
  /** 1: the whole name or code is what was typed · 2: all of it stands together · 3: every word begins one. */
  tier: number
}

/** Rows with all the words (folded, as beginnings of words), of each register so many; the best first. */
export async function searchRows(
  sql: Sql,
  tenantId: number,
  words: readonly string[],
  most: number,
): Promise<FoundRow[]> {
  const phrase = words.join(' ')
  const begins = words
    .map((word) => sql`and (search like ${`${word}%`} or search like ${`% ${word}%`})`)
    .reduce((all, one) => sql`${all} ${one}`)
  const found = await sql<FoundRow[]>`
    ${SEARCHED.map(
      ({ name }, i) => sql`
        ${i ? sql`union all` : sql``}
        (select id, ${name} as register,
                case when search = ${phrase} or starts_with(search, ${`${phrase} `}) or search like ${`% ${phrase}`} then 1
                     when strpos(search, ${phrase}) > 0 then 2 else 3 end as tier
         from ${sql(columnName(name))} where tenant_id = ${tenantId} and not is_void ${begins} limit ${most})`,
    )}`
  const order = new Map(SEARCHED.map(({ name }, i) => [name, i]))
  return found.sort(
    (a, b) =>
      a.tier - b.tier ||
      (order.get(a.register) ?? 0) - (order.get(b.register) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

export interface RowName {
  id: string
  title: string
  code: string
  place: string
}

/** What found rows are called, and where they are. */
export async function listRowNames(
  sql: Sql,
  tenantId: number,
  found: readonly FoundRow[],
): Promise<RowName[]> {
  const parts = [...Map.groupBy(found, ({ register }) => register)].flatMap(([name, rows]) => {
    const register = findRegister(name)
    if (!register) return []
    const [key = ''] = register.key
    const { place } = register
    const code = register.columns[key]?.kind === 'code' && key !== register.title
    const own = place && register.columns[place]
    return [
      sql`
        select r.id, coalesce(${titleOf(sql, tenantId, register, 'r')}, '') as title,
               ${code ? sql(`r.${columnName(key)}`) : sql`''`} as code, ${
                 own
                   ? sql`coalesce((select agency.name from agency
                                   where agency.tenant_id = ${tenantId} and agency.id = r.${sql(columnName(place))}), '')`
                   : sql`''`
               } as place
        from ${sql(columnName(name))} r
        where r.tenant_id = ${tenantId} and r.id = any(${rows.map(({ id }) => id)}::uuid[])`,
    ]
  })
  return parts.length ? sql<RowName[]>`${parts.map((part, i) => (i ? sql`union all ${part}` : part))}` : []
}
