// Lines of a document as paragraphs and tables of texts, for reading papers back.
import type { Line } from '../src/document/line.ts'

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()

export function blocks(lines: readonly Line[]): { plain: string[]; tables: string[][][] } {
  const plain: string[] = []
  const tables = new Map<number, string[][]>()
  for (const { text, cell } of lines) {
    if (!cell) {
      if (text.trim()) plain.push(squeeze(text))
      continue
    }
    const table = tables.get(cell.table) ?? []
    tables.set(cell.table, table)
    table[cell.row] ??= []
    const row = table[cell.row] as string[]
    row[cell.column] = squeeze(`${row[cell.column] ?? ''} ${text}`)
  }
  const whole = (table: string[][]) => {
    const width = Math.max(...table.map((row) => row.length))
    return table.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
  }
  return { plain, tables: [...tables.values()].map(whole) }
}
