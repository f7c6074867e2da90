import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Line } from '../document/line.ts'
import { readText } from '../document/read-document.ts'
import { annexCells, annexHead } from './annex-head.ts'

type Printed = string | [text: string, columnSpan: number, rowSpan?: number]

/** Rows of cells as the lines of a table; `null` is covered by a merged cell. */
function table(rows: (Printed | null)[][], number = 0, from = 0): Line[] {
  const lines: Line[] = []
  rows.forEach((row, at) => {
    row.forEach((printed, column) => {
      if (printed === null) return
      const [text, columnSpan, rowSpan = 1] = typeof printed === 'string' ? [printed, 1] : printed
      lines.push({
        n: from + lines.length,
        text,
        cell: { table: number, row: at, column, rowSpan, columnSpan },
      })
    })
  })
  return lines
}
const said = (lines: Line[]) =>
  annexHead(lines)?.columns.map(({ kind, label }) => `${kind}: ${label}`) ?? null

test('labels in their order, with what was not read as "other"', () => {
  const lines = table([
    ['STT', 'Nhiệm vụ trọng tâm', 'Sản phẩm', 'Cơ quan chủ trì', 'Kinh phí', 'Thời gian hoàn thành', 'Loại'],
    ['1', 'Xây dựng đề án', 'Đề án', 'Sở A', '200 triệu', 'Quý II', 'x'],
  ])
  expect(said(lines)).toEqual([
    'ordinal: STT',
    'content: Nhiệm vụ trọng tâm',
    'deliverable: Sản phẩm',
    'lead: Cơ quan chủ trì',
    'other: Kinh phí',
    'due: Thời gian hoàn thành',
    'other: Loại',
  ])
  const head = annexHead(lines)
  const at = annexCells(lines, head ?? { tables: [] })
  expect([at(8, 4), at(8, 6), at(99, 4)]).toEqual(['200 triệu', 'x', ''])
})

test('a head of two rows: a group gives way to its parts, unless it says it all', () => {
  const lines = table([
    [['TT', 1, 2], ['Nội dung công việc', 1, 2], ['Phân công', 2], null, ['Thời hạn', 2], null],
    [null, null, 'Chủ trì', 'Phối hợp', '2026', '2027'],
    ['1', 'Rà soát', 'Sở A', 'Sở B', 'x', ''],
  ])
  expect(said(lines)).toEqual([
    'ordinal: TT',
    'content: Nội dung công việc',
    'lead: Chủ trì',
    'coordinating: Phối hợp',
    'due: Thời hạn',
  ])
})

test('the longest table that assigns; one of figures is none', () => {
  const head = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Thời hạn']
  const short = table([head, ['1', 'a', 'b', 'c']], 0)
  const figures = table([['TT', 'Chỉ tiêu', 'Năm 2026'], ...Array(9).fill(['1', 'HTX', '20'])], 1, 100)
  const long = table([['Số TT', ...head.slice(1)], ...Array(5).fill(['1', 'a', 'b', 'c'])], 2, 200)
  expect(annexHead(figures)).toBeNull()
  expect(annexHead([])).toBeNull()
  expect(annexHead([...short, ...figures, ...long])).toMatchObject({ tables: [2] })
  const more = table([head, ...Array(6).fill(['2', 'd', 'e', 'f'])], 3, 300)
  expect(annexHead([...short, ...long, ...more])).toMatchObject({ tables: [0, 3] })
})

test('the annex of one of our own plans', () => {
  const text = readFileSync(join(import.meta.dirname, '../../test/corpus/annex-83/source.txt'), 'utf8')
  const { lines } = readText(text)
  expect(annexHead(lines)?.columns.map(({ label }) => label)).toEqual([
    'TT',
    'Nhiệm vụ',
    'Cơ quan chủ trì',
    'Cơ quan phối hợp',
    'Sản phẩm hoàn thành',
    'Thời gian hoàn thành',
  ])
})
