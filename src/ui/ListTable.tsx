// A list as a table, told as data. Plain HTML: Mantine's table brings scroll bars of its own with it, 22 kB packed.
import type { ReactNode } from 'react'

export interface Column<Row> {
  /** What the head says. */
  head: ReactNode
  /** In pixels; the column without one takes the rest. */
  width?: number
  /** Figures stand under each other by their ends. */
  isFigure?: boolean
  /** Where the list is sorted by this column. */
  sorted?: 'ascending' | 'descending' | undefined
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  isChosen?: (row: Row) => boolean
}

export function ListTable<Row extends { id: string }>({ columns, rows, isChosen }: Props<Row>) {
  return (
    <table className="list-table">
      <thead>
        <tr>
          {columns.map(({ head, width, isFigure, sorted }, index) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have their fixed order
              key={index}
              style={{ width }}
              className={isFigure ? 'is-figure' : undefined}
              aria-sort={sorted}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={isChosen?.(row) ? 'is-chosen' : undefined}>
            {columns.map(({ cell, isFigure }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have their fixed order
              <td key={index} className={isFigure ? 'is-figure' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
