// Parts of statements about a register's rows: what names a row, derived columns, conditions, orders. The rows are
// called `r`.
import { searchKey } from '../../base/text.ts'
import type { Fragment, Sql } from '../../store/database.ts'
import { findRegister } from '../registers.ts'
import { type Condition, placePath, type Wanted } from './filter.ts'
import { type Column, columnName, type Derived, type Register } from './register.ts'
import { COLLATION, searchOf } from './table.ts'
import { fileName } from './values.ts'

const at = (sql: Sql, alias: string, name: string) => sql(`${alias}.${columnName(name)}`)
const joined = (sql: Sql, parts: readonly Fragment[], by: Fragment): Fragment =>
  parts.length ? parts.reduce((all, one) => sql`${all}${by}${one}`) : sql``

/** A title that is itself a reference is followed so far. */
const MOST_DEPTH = 3

/** What names a row, as text: its title column, of a reference what names that. */
export function titleOf(sql: Sql, tenantId: number, register: Register, alias: string, depth = 0): Fragment {
  const column = register.columns[register.title]
  const value = at(sql, alias, register.title)
  if (column?.personal) return sql`'•••••'`
  if (column?.kind === 'ref' && depth < MOST_DEPTH) {
    const other = findRegister(column.of)
    const inner = `t${depth}`
    if (other)
      return sql`(select ${titleOf(sql, tenantId, other, inner, depth + 1)}
                  from ${sql(columnName(other.name))} ${sql(inner)}
                  where ${sql(inner)}.tenant_id = ${tenantId} and ${sql(inner)}.id = ${value})`
  }
  if (column?.kind === 'place' || column?.kind === 'agency')
    return sql`(select named.name from agency named where named.tenant_id = ${tenantId} and named.id = ${value})`
  if (column?.kind === 'date') return sql`to_char(${value}, 'DD/MM/YYYY')`
  if (column?.kind === 'choice')
    return sql`case ${value} ${joined(
      sql,
      column.options.map((option) => sql`when ${option.value} then ${option.label.vi}`),
      sql` `,
    )} else ${value} end`
  if (column?.kind === 'texts' || column?.kind === 'choices') return sql`join_texts(${value})`
  return sql`${value}::text`
}

/** A derived column; as `derive` of values.ts gives it. */
export function derivedSql(sql: Sql, rule: Derived): Fragment {
  const of = (name: string) => sql`${at(sql, 'r', name)}`
  if ('sum' in rule) return sql`(${joined(sql, rule.sum.map(of), sql` + `)})`
  if ('difference' in rule) return sql`(${of(rule.difference[0])} - ${of(rule.difference[1])})`
  return sql`round(${of(rule.share[0])}::numeric * 100 / nullif(${of(rule.share[1])}, 0), 2)`
}

/** The governing agency of a row: its own place, or that of the row it points to; null where it has none. */
export function placeOf(sql: Sql, tenantId: number, register: Register): Fragment {
  const path = placePath(register)
  if (!path) return register.place ? sql`${at(sql, 'r', register.place)}` : sql`null::uuid`
  const [reference, column] = path
  const pointed = register.columns[reference]
  const other = pointed?.kind === 'ref' ? findRegister(pointed.of) : null
  if (!other) return sql`null::uuid`
  return sql`(select up.${sql(columnName(column))} from ${sql(columnName(other.name))} up
              where up.tenant_id = ${tenantId} and up.id = ${at(sql, 'r', reference)})`
}

const like = (word: string) => `%${word.replace(/[\\%_]/gu, '\\$&')}%`
/** Further words of a pasted line would find nothing more. */
const MOST_WORDS = 8

/** Every word somewhere in the searched columns, or in the title where none is searched; `isNow`: they have the search column of the table. */
function searched(sql: Sql, tenantId: number, register: Register, q: string, isNow: boolean): Fragment[] {
  const text = searchOf(register)
  const found = searchKey(q).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  const field = !text
    ? sql`fold(${titleOf(sql, tenantId, register, 'r')})`
    : isNow
      ? sql`r.search`
      : sql`${sql.unsafe(text)}`
  // The index knows pieces of three letters; for fewer, LIKE only costs more.
  return found.map((word) =>
    word.length < 3 ? sql`strpos(${field}, ${word}) > 0` : sql`${field} like ${like(word)}`,
  )
}

const CASTS: Partial<Record<Column['kind'], string>> = {
  number: 'numeric',
  money: 'numeric',
  year: 'int',
  date: 'date',
}

function conditionSql(sql: Sql, tenantId: number, register: Register, condition: Condition): Fragment {
  const { columns, derived = {} } = register
  const column = columns[condition.column]
  const rule = derived[condition.column]
  const value = column
    ? sql`${at(sql, 'r', condition.column)}`
    : rule
      ? derivedSql(sql, rule)
      : placeOf(sql, tenantId, register)
  const isMany = column?.kind === 'texts' || column?.kind === 'choices'
  switch (condition.is) {
    case 'empty':
      return isMany ? sql`cardinality(coalesce(${value}, '{}')) = 0` : sql`${value} is null`
    case 'flag':
      // What nobody has entered is not yes; whoever looks for "no" wants what was said to be no.
      return condition.value ? sql`${value}` : sql`${value} = false`
    case 'one-of': {
      const values = [...condition.values]
      if (column && isMany) return sql`${value} && ${values}::text[]`
      if (column?.kind === 'choice') return sql`${value} = any(${values}::text[])`
      // A member of these places: by the rows it may point to, which an index finds.
      const path = column ? null : placePath(register)
      const pointed = path && register.columns[path[0]]
      const other = pointed?.kind === 'ref' ? findRegister(pointed.of) : null
      if (path && other)
        return sql`${at(sql, 'r', path[0])} = any(array(select up.id from ${sql(columnName(other.name))} up
          where up.tenant_id = ${tenantId} and up.${sql(columnName(path[1]))} = any(${values}::uuid[])))`
      return sql`${value} = any(${values}::uuid[])`
    }
    case 'range': {
      const cast = sql.unsafe((column && CASTS[column.kind]) ?? 'numeric')
      const from = condition.from === null ? sql`` : sql`and ${value} >= ${condition.from}::text::${cast}`
      const to = condition.to === null ? sql`` : sql`and ${value} <= ${condition.to}::text::${cast}`
      return sql`(true ${from} ${to})`
    }
    case 'containing': {
      const file = column?.kind === 'file' ? at(sql, 'r', fileName(condition.column)) : null
      const text = isMany ? sql`join_texts(${value})` : file ? sql`${file}` : value
      return sql`fold(${text}) like fold(${like(condition.text)}::text)`
    }
  }
}

/** All conditions of a list, each with "and" before it. */
export function whereOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  { q, conditions, on }: Pick<Wanted, 'q' | 'conditions' | 'on'>,
): Fragment {
  const all = [
    ...conditions.map((condition) => conditionSql(sql, tenantId, register, condition)),
    ...searched(sql, tenantId, register, q, on === null),
  ]
  return all.reduce<Fragment>((before, one) => sql`${before} and ${one}`, sql``)
}

export interface Order {
  by: Fragment
  /** What the rows are joined with for it, as `o`. */
  join: Fragment
  /** Which of two alike comes first. */
  id: Fragment
  /** The type of what it is ordered by, for the cursor. */
  type: string
  /** Never empty: then an index gives the order. */
  isRequired: boolean
  isDescending: boolean
}

/** Texts as in a dictionary, choices in the order of their list, references by what they are called. */
export function orderOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  { column: name, isDescending }: Wanted['order'],
): Order {
  const { columns, derived = {} } = register
  const column = columns[name]
  const rule = derived[name]
  const isRequired = column !== undefined && !column.optional
  const id = sql`r.id`
  const join = sql``
  const text = (by: Fragment, join = sql``): Order => ({
    ...{ by: sql`${by} collate "vi-x-icu"`, join, id, type: 'text', isRequired: false, isDescending },
  })
  if (rule) return { by: derivedSql(sql, rule), join, id, type: 'numeric', isRequired: false, isDescending }
  const value = sql`${at(sql, 'r', name)}`
  switch (column?.kind) {
    case 'text':
    case 'code':
      return {
        by: sql`${value}${sql.unsafe(COLLATION[column.kind] ?? '')}`,
        ...{ join, id, type: 'text', isRequired, isDescending },
      }
    case 'texts':
    case 'choices':
      return text(sql`join_texts(${value})`)
    case 'choice': {
      const values = column.options.map((option) => option.value)
      return {
        by: sql`array_position(${values}::text[], ${value})`,
        ...{ join, id, type: 'int', isRequired: false, isDescending },
      }
    }
    case 'place':
    case 'agency':
      return text(sql`o.name`, sql`left join agency o on o.tenant_id = ${tenantId} and o.id = ${value}`)
    case 'ref': {
      const other = findRegister(column.of)
      if (!other) return text(sql`${value}::text`)
      const table = sql(columnName(other.name))
      return text(
        titleOf(sql, tenantId, other, 'o'),
        sql`left join ${table} o on o.tenant_id = ${tenantId} and o.id = ${value}`,
      )
    }
    case 'flag':
      return { by: sql`${value}::int`, join, id, type: 'int', isRequired, isDescending }
    case 'file':
      return text(sql`${at(sql, 'r', fileName(name))}`)
    default:
      return { by: value, join, id, type: (column && CASTS[column.kind]) ?? 'text', isRequired, isDescending }
  }
}

/** `order by` of a list; what is empty comes last either way. */
export function orderBy(sql: Sql, { by, id, isRequired, isDescending }: Order): Fragment {
  const way = isDescending ? sql`desc` : sql``
  return isRequired ? sql`${by} ${way}, ${id} ${way}` : sql`${by} ${way} nulls last, ${id} ${way}`
}

/** The rows behind the last one shown: by what it is ordered by (as text; null: nothing) and its id. */
export function afterSql(sql: Sql, order: Order, [value, at]: readonly [string | null, string]): Fragment {
  const { by, id, isRequired, isDescending } = order
  const beyond = isDescending ? sql`<` : sql`>`
  if (value === null) return sql`and ${by} is null and ${id} ${beyond} ${at}::uuid`
  const last = sql`${value}::text::${sql.unsafe(order.type)}`
  if (isRequired) return sql`and (${by}, ${id}) ${beyond} (${last}, ${at}::uuid)`
  return sql`and (${by} ${beyond} ${last} or (${by} = ${last} and ${id} ${beyond} ${at}::uuid) or ${by} is null)`
}
