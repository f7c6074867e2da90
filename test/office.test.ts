// Files written by LibreOffice from texts of our own: what stands beside each was written down by reading the file.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import type { Line, SourceDocument } from '../src/document/line.ts'
import { readDocument } from '../src/document/read-document.ts'
import { readPlan } from '../src/reading/read-plan.ts'

const FOLDER = join(import.meta.dirname, 'fixtures/office')
const read = (name: string): Promise<SourceDocument> => readDocument(readFileSync(join(FOLDER, name)), name)

/** "1:2,0 2x1 | text": table, row and column, spans where there are any. */
function printed({ text, cell, note }: Line): string {
  if (!cell) return note ? `note | ${text}` : text
  const { table, row, column, rowSpan, columnSpan } = cell
  const spans = rowSpan * columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : ''
  return `${table}:${row},${column}${spans} | ${text}`
}
const expected = (name: string): string[] => readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n')

test.each(['library-plan.docx', 'contents-and-boxes.docx', 'library-plan.doc', 'annexes.xlsx'])(
  '%s, line by line',
  async (name) => {
    const { lines } = await read(name)
    expect(lines.map(printed)).toEqual(expected(`${name}.txt`))
    expect(lines.map((line) => line.n)).toEqual(lines.map((_, n) => n))
  },
)

test('the duties of the Word file', async () => {
  const plan = readPlan(await read('library-plan.docx'))
  expect(plan.document.number).toBe('88/KH-UBND')
  const of = (section: string) => plan.tasks.find((task) => task.section === section)
  expect(of('II.1.1')).toMatchObject({ lead: ['Sở Văn hóa'], coordinating: ['Sở Tài chính'] })
  expect(of('II.1.1')?.due).toMatchObject({ kind: 'quarter', to: '2026-06-30' })
  expect(of('III.I.2')).toMatchObject({ lead: ['Sở Văn hóa'], quote: 'Số hóa tài liệu - Sách địa chí' })
})

test('a footnote becomes no duty, but what it cites is cited', async () => {
  const plan = readPlan(await read('library-plan.docx'))
  expect(plan.tasks.filter((task) => task.quote.includes('45/SVH-TV'))).toEqual([])
  expect(plan.references.map((each) => [each.number, each.relation])).toEqual([
    ['12-NQ/TU', 'implements'],
    ['45/SVH-TV', 'cites'],
  ])
})

test('an old Word file says what it lost', async () => {
  const { door, notices } = await read('library-plan.doc')
  expect(door).toBe('doc')
  expect(notices).toHaveLength(1)
  expect(notices[0]).toContain('.docx')
})

test('the duties of an old Word file, though its numbers are gone', async () => {
  const plan = readPlan(await read('library-plan.doc'))
  expect(plan.document).toMatchObject({
    number: '88/KH-UBND',
    date: '2026-01-05',
    recipients: ['Như mục III'],
  })
  const found = plan.tasks.find((task) => task.quote === 'Mua sắm giá sách')
  expect(found).toMatchObject({ lead: ['Sở Văn hóa'], coordinating: ['Sở Tài chính'], section: 'I.1' })
})

test('annexes in a workbook: sections, merged leads, dates', async () => {
  const source = await read('annexes.xlsx')
  expect(source.door).toBe('xlsx')
  expect(source.notices).toHaveLength(2)
  const plan = readPlan(source)
  expect(plan.tasks.map(({ section, lead, due }) => [section, lead.join('; '), due.to])).toEqual([
    ['PLI.I.1', 'Sở Khoa học và Công nghệ', '2026-06-30'],
    ['PLI.I.2', 'Sở Khoa học và Công nghệ', '2026-09-30'],
    ['PLI.II.1', 'Văn phòng UBND tỉnh', '2026-09-30'],
    ['PLII.1.1', 'UBND các xã', '2026-03-15'],
  ])
})

test('300 rows of a workbook without any head are 300 duties', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => [
    i + 1,
    `Xây dựng thư viện số ${i + 1}`,
    i % 2 === 0 ? 'Sở Văn hóa' : 'Sở Nội vụ',
    'Sở Tài chính',
    new Date(Date.UTC(2026, i % 12, 1 + (i % 28))),
    'Báo cáo',
  ])
  const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian', 'Sản phẩm']
  const source = await readDocument(
    await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [head, ...rows] }] }),
    'a.xlsx',
  )
  const { tasks } = readPlan(source)
  expect(tasks.map((task) => task.section)).toEqual(rows.map((_, i) => String(i + 1)))
  expect(tasks[1]).toMatchObject({
    lead: ['Sở Nội vụ'],
    coordinating: ['Sở Tài chính'],
    deliverables: ['Báo cáo'],
    due: { kind: 'date', to: '2026-02-02' },
  })
  expect(tasks.every((task) => task.lead.length === 1 && task.due.kind === 'date')).toBe(true)
})
