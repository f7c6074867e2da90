// One table of a Word file in, its cells out with their places; merged cells are one cell.

import type { Cell } from './line.ts'
import { childOf, type Element, numberOf, settingOf, switchOf } from './xml.ts'

export interface FilledCell {
  cell: Cell
  /** Paragraphs and tables that stand in it. */
  blocks: Element[]
}

/** Word allows 63 columns. */
const MOST_COLUMNS = 64

/** Children of that name, also where a content control or an XML mark stands around them. */
function within(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === 'w:tc' || child.name.endsWith('Pr') ? [] : within(child, name)
  })
}

const isGone = (row: Element): boolean => {
  const properties = childOf(row, 'w:trPr')
  return !!childOf(properties, 'w:del') || (switchOf(properties, 'w:hidden') ?? false)
}

const mergeOf = (properties: Element | undefined, name: string): 'restart' | 'continue' | null => {
  const merge = childOf(properties, name)
  if (!merge) return null
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue'
}

/** `number` is the table's place among the tables of the document. */
export function readTable(table: Element, number: number): FilledCell[] {
  const cells: FilledCell[] = []
  /** column → the cell that is open there downwards */
  const open = new Map<number, Cell>()
  const rows = within(table, 'w:tr').filter((row) => !isGone(row))
  rows.forEach((tableRow, row) => {
    let column = numberOf(settingOf(childOf(tableRow, 'w:trPr'), 'w:gridBefore'), 0, MOST_COLUMNS, 0)
    let left: Cell | null = null
    for (const tableCell of within(tableRow, 'w:tc')) {
      const properties = childOf(tableCell, 'w:tcPr')
      if (childOf(properties, 'w:cellDel')) continue
      const span = numberOf(settingOf(properties, 'w:gridSpan'), 1, MOST_COLUMNS, 1)
      const down = mergeOf(properties, 'w:vMerge')
      const above = down === 'continue' ? open.get(column) : undefined
      let cell: Cell
      if (above) {
        above.rowSpan = row - above.row + 1
        // Rows that disagree about its width: the narrowest hides no other cell.
        above.columnSpan = Math.min(above.columnSpan, span)
        cell = above
      } else if (mergeOf(properties, 'w:hMerge') === 'continue' && left) {
        left.columnSpan = Math.min(left.columnSpan + span, MOST_COLUMNS)
        cell = left
      } else {
        cell = { table: number, row, column, rowSpan: 1, columnSpan: span }
        for (let i = 0; i < span; i++) open.delete(column + i)
        if (down !== null) open.set(column, cell)
      }
      cells.push({ cell, blocks: tableCell.children })
      left = cell
      column += span
    }
  })
  return cells
}
