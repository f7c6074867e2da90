import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { blocks } from '../../test/blocks.ts'
import { readDocument } from '../document/read-document.ts'
import { writeDocx } from './docx.ts'
import { columnWidths, datePlace, printable, TABLE_WIDTH, type TablePaper } from './table.ts'
import { writeXlsx } from './xlsx.ts'

const ROWS = 120
const paper = (rows = ROWS): TablePaper => ({
  issuer: { superior: 'Ủy ban nhân dân tỉnh Sông Mơ', name: 'Sở Tài chính' },
  place: 'Sông Mơ',
  day: '2026-11-21',
  title: 'Bảng tình hình thực hiện nhiệm vụ',
  subtitle: ['Kế hoạch số 12/KH-UBND', '(Số liệu đến ngày 21/11/2026)'],
  columns: [
    { label: 'TT', width: 12, kind: 'mark' },
    { label: 'Nội dung <công việc>', width: 3, kind: 'text' },
    { label: 'Thời hạn', width: 24, kind: 'day' },
    { label: 'Số ngày quá hạn', width: 17, kind: 'number' },
    { label: 'Vướng mắc', width: 2, kind: 'text' },
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `Việc số ${at + 1}: "thửa" & <mốc>\ndòng hai`,
    at % 2 ? { day: '2026-02-05' } : null,
    at === 0 ? 1430 : null,
    at === 1 ? '=CMD()' : '',
  ]),
  totals: ['Tổng số: 120 lượt giao; đã hoàn thành 48/120 (40,0%).'],
  sheet: 'Tình hình',
})

test('Word: head, title, every row with its sentences, figures and days as printed here, and the sums', async () => {
  const { lines, notices } = await readDocument(await writeDocx(paper()), 'bang.docx')
  expect(notices).toEqual([])
  const { plain, tables } = blocks(lines)
  expect(tables[0]).toEqual([
    [
      'ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ SỞ TÀI CHÍNH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Sông Mơ, ngày tháng 11 năm 2026',
    ],
  ])
  expect(plain).toEqual([
    'BẢNG TÌNH HÌNH THỰC HIỆN NHIỆM VỤ',
    'Kế hoạch số 12/KH-UBND',
    '(Số liệu đến ngày 21/11/2026)',
    paper().totals[0],
  ])
  const [head, first, second] = tables[1] ?? []
  expect(tables[1]?.length).toBe(ROWS + 1)
  expect(head).toEqual(['TT', 'Nội dung <công việc>', 'Thời hạn', 'Số ngày quá hạn', 'Vướng mắc'])
  expect(first).toEqual(['1', 'Việc số 1: "thửa" & <mốc> dòng hai', '', '1.430', ''])
  expect(second).toEqual(['2', 'Việc số 2: "thửa" & <mốc> dòng hai', '05/02/2026', '', '=CMD()'])
})

test('Word: A4 on its side, margins of Decree 30, the head row repeated, numbers in the top margin but on page 1', async () => {
  const parts = unzipSync(await writeDocx(paper()))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
  expect(xml).toContain('<w:titlePg/>')
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml).not.toMatch(/[\ue000\ue001]/u)
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const header = (type: string) => {
    const [, id] = new RegExp(`<w:headerReference w:type="${type}" r:id="([^"]+)"`).exec(xml) ?? []
    const relation = relations.split('<Relationship ').find((each) => each.includes(`Id="${id}"`))
    const [, target] = /Target="([^"]+)"/.exec(relation ?? '') ?? []
    return strFromU8(parts[`word/${target}`] ?? new Uint8Array())
  }
  expect(header('default')).toContain('PAGE')
  expect(header('first')).toMatch(/<w:p\b/)
  expect(header('first')).not.toContain('PAGE')
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('Times New Roman')
})

test('Excel: days are dates and figures numbers, a formula stays words, the head row is repeated in print', async () => {
  const bytes = await writeXlsx(paper())
  const [sheet] = (await readXlsx(bytes)).sheets
  const rows = sheet?.rows ?? []
  const head = rows.findIndex((row) => row[0] === 'TT')
  expect(rows[head]).toEqual(paper().columns.map(({ label }) => label))
  expect(rows[head + 1]?.slice(0, 4)).toEqual(['1', 'Việc số 1: "thửa" & <mốc>\ndòng hai', '', 1430])
  expect(rows[head + 2]?.[2]).toEqual(new Date('2026-02-05T00:00:00Z'))
  expect(rows[head + 2]?.[4]).toBe('=CMD()')
  expect(rows[head + ROWS + 1]?.[0]).toBe(paper().totals[0])
  expect(rows[0]?.slice(0, 3)).toContain('ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ')
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape' })
  expect(sheet?.pageSetup?.printTitlesRow?.replaceAll('$', '')).toBe(`${head + 1}:${head + 1}`)
  const { lines } = await readDocument(bytes, 'bang.xlsx')
  expect(lines.filter((line) => line.text === '05/02/2026')).toHaveLength(ROWS / 2)
})

test('the same table gives the same bytes, whenever it is written', async () => {
  const at = Date.now
  for (const write of [writeDocx, writeXlsx]) {
    const first = await write(paper(3))
    try {
      Date.now = () => at() + 400 * 86_400_000
      expect(Buffer.compare(await write(paper(3)), first)).toBe(0)
    } finally {
      Date.now = at
    }
  }
})

test('columns fill the table exactly, however much or little they ask for', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          label: fc.constant(''),
          width: fc.integer({ min: 0, max: 300 }),
          kind: fc.constantFrom('text' as const, 'mark' as const),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      (columns) => {
        const widths = columnWidths(columns, 165)
        expect(widths.reduce((all, width) => all + width, 0)).toBeCloseTo(165, 6)
        expect(Math.min(...widths)).toBeGreaterThan(0)
      },
    ),
  )
})

test('a table without rows, and texts that XML cannot hold', async () => {
  const empty = { ...paper(0), issuer: { superior: null, name: 'UBND xã Suối Mơ' } }
  const { lines } = await readDocument(await writeDocx(empty), 'bang.docx')
  expect(lines.map(({ text }) => text)).toContain('UBND XÃ SUỐI MƠ')
  expect((await readXlsx(await writeXlsx(empty))).sheets[0]?.rows.length).toBeGreaterThan(5)
  expect(printable('a\u0001b\ud800c\u000bd')).toBe('ab\ufffdcd')
  const odd = { ...paper(1), rows: [['1', '\u0000\ud83d', null, null, ']]>&lt;']] }
  const { tables } = blocks((await readDocument(await writeDocx(odd), 'bang.docx')).lines)
  expect(tables[1]?.[1]?.[4]).toBe(']]>&lt;')
})

test('5,000 rows in under two seconds each', async () => {
  const large = paper(5000)
  for (const write of [writeDocx, writeXlsx]) {
    const times: number[] = []
    for (let run = 0; run < 6 && !times.some((time) => time < 2000); run++) {
      const started = performance.now()
      await write(large)
      times.push(performance.now() - started)
    }
    expect(Math.min(...times)).toBeLessThan(2000)
  }
})

test('columns fill the page; fixed ones keep their millimetres', () => {
  const widths = columnWidths(paper().columns)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(TABLE_WIDTH)
  expect([widths[0], widths[2], widths[3]]).toEqual([12, 24, 17])
  expect((widths[1] ?? 0) / (widths[4] ?? 1)).toBeCloseTo(1.5)
})

test.each([
  ['2026-02-05', 'Sông Mơ, ngày      tháng 02 năm 2026'],
  ['2026-03-05', 'Sông Mơ, ngày      tháng 3 năm 2026'],
])('%s in the head', (day, said) => {
  expect(datePlace({ place: 'Sông Mơ', day })).toBe(said)
})
