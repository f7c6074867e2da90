// The table of a register as SQL. What `npm run register:table NAME` prints becomes a committed migration; a test compares
// every table with its definition. Each row carries its own last change; what a change replaced goes to `register_past`.
import { type Column, columnName, type Register } from './register.ts'

const TYPES: Record<Column['kind'], string> = {
  text: 'text',
  texts: 'text[]',
  code: 'text',
  number: 'numeric',
  money: 'numeric',
  date: 'date',
  year: 'int',
  flag: 'boolean',
  choice: 'text',
  choices: 'text[]',
  place: 'uuid',
  agency: 'uuid',
  ref: 'uuid',
  file: 'text',
}

/**
 * Columns every register has. `since`: the day from which this form of the row counts · `act`: how it came to be
 * ('create' 'change' 'import' 'void' 'restore', or the name of a step) · `is_void`: entered by mistake, counts nowhere.
 */
const OWN: readonly [name: string, type: string][] = [
  ['tenant_id', 'int not null'],
  ['id', 'uuid not null'],
  ['version', 'int not null'],
  ['since', 'date not null'],
  ['act', 'text not null'],
  ['at', 'timestamptz not null'],
  ['account_id', 'uuid'],
  ['actor', 'text not null'],
  ['reason', 'text not null'],
  ['batch_id', 'uuid'],
  ['is_void', 'boolean not null'],
]

export interface TableColumn {
  name: string
  type: string
  isRequired: boolean
}

/** The columns of a register's table, in order, without `search`. */
export function tableColumns({ columns }: Register): TableColumn[] {
  const own = OWN.map(([name, type]) => ({
    name,
    type: type.replace(' not null', ''),
    isRequired: type.endsWith('not null'),
  }))
  const rest = Object.entries(columns).flatMap(([key, column]) => {
    const name = columnName(key)
    const one = { name, type: TYPES[column.kind], isRequired: !column.optional }
    // A file keeps the name under which it came.
    return column.kind === 'file'
      ? [one, { name: `${name}_name`, type: 'text', isRequired: !column.optional }]
      : [one]
  })
  return [...own, ...rest]
}

/** The text the search field looks through; null when nothing is searched. Personal columns are never part of it. */
export function searchOf({ columns }: Register): string | null {
  const parts = Object.entries(columns)
    .filter(([, column]) => column.search && !column.personal)
    .map(([key, column]) =>
      column.kind === 'texts' || column.kind === 'choices'
        ? `join_texts(${columnName(key)})`
        : `coalesce(${columnName(key)}, '')`,
    )
  return parts.length ? `fold(${parts.join(` || ' ' || `)})` : null
}

/** How values of a column are ordered: texts as in a Vietnamese dictionary. */
export const COLLATION: Partial<Record<Column['kind'], string>> = {
  text: ' collate "vi-x-icu"',
  code: ' collate "C"',
}

/** The list as it opens, without sorting the whole register for it. */
function orderIndex({ name, columns, order: [column, direction] }: Register): string {
  const table = columnName(name)
  const kind = columns[column]?.kind
  const by = `${columnName(column)}${(kind && COLLATION[kind]) ?? ''}`
  const way = direction === 'desc' ? ' desc' : ''
  return `create index ${table}_in_order on ${table} (tenant_id, ${by}${way}, id${way}) where not is_void;`
}

/** `create table` and its indexes; forward only, tenant first in every key (Citus keeps the same schema). */
export function tableOf(register: Register): string {
  const { name, columns, key } = register
  const table = columnName(name)
  const search = searchOf(register)
  const references = Object.entries(columns).flatMap(([column, { kind, ...rest }]) => {
    const of =
      kind === 'ref' && 'of' in rest
        ? `${columnName(rest.of)} (tenant_id, id)`
        : kind === 'place' || kind === 'agency'
          ? 'agency (tenant_id, id)'
          : kind === 'file'
            ? 'file (tenant_id, hash)'
            : null
    return of
      ? [
          `  constraint ${table}_${columnName(column)} foreign key (tenant_id, ${columnName(column)}) references ${of}`,
        ]
      : []
  })
  const lines = [
    ...tableColumns(register).map(
      (column) => `  ${column.name} ${column.type}${column.isRequired ? ' not null' : ''}`,
    ),
    ...(search ? [`  search text generated always as (${search}) stored`] : []),
    '  primary key (tenant_id, id)',
    ...references,
  ]
  const unique = (parts: readonly string[]) =>
    `create unique index ${table}_${parts.map(columnName).join('_')}_once on ${table} (tenant_id, ${parts.map(columnName).join(', ')}) where not is_void;`
  const others = Object.entries(columns).filter(
    ([column, { unique: isUnique }]) => isUnique && key[0] !== column,
  )
  const pointed = Object.entries(columns).filter(
    ([column, { kind }]) => ['ref', 'place', 'agency'].includes(kind) && key[0] !== column,
  )
  return [
    `-- table: tenant. ${register.label.en}.`,
    `create table ${table} (`,
    `${lines.join(',\n')}\n);`,
    unique(key),
    ...others.map(([column]) => unique([column])),
    ...pointed.map(
      ([column]) =>
        `create index ${table}_by_${columnName(column)} on ${table} (tenant_id, ${columnName(column)});`,
    ),
    orderIndex(register),
    ...(search ? [`create index ${table}_search on ${table} using gin (search gin_trgm_ops);`] : []),
  ].join('\n')
}
