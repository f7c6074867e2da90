import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../document/read-document.ts'
import { readPlan } from '../reading/read-plan.ts'
import { type Part, readParts } from './reading-parts.ts'

const BODY = `Số: 12/KH-UBND
Thử Nghiệm, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển thư viện cộng đồng năm 2026

I. NHIỆM VỤ
1. Bố trí kinh phí mua sách cho các điểm đọc ở vùng cao.
2. Vận động doanh nghiệp đóng góp sách cho thư viện xã.

II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch này.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Hư Cấu
`
const ROWS = [
  ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm', 'Thời gian hoàn thành'],
  [
    1,
    'Bố trí kinh phí mua sách cho các điểm đọc ở vùng cao',
    'Sở Tài chính',
    'Sở Nội vụ',
    'Quyết định',
    '30/6/2026',
  ],
  [2, 'Vận động doanh nghiệp đóng góp sách cho thư viện xã', 'Sở Công Thương', '', 'Báo cáo', 'Quý III/2026'],
]
const part = async (name: string, bytes: Uint8Array): Promise<Part> => ({
  name,
  document: await readDocument(bytes, name),
})
const body = () => part('ke-hoach.txt', Buffer.from(BODY))
const annex = async (title: string[][]) =>
  part(
    'phu-luc.xlsx',
    Buffer.from(await writeXlsx({ sheets: [{ name: 'Phu luc', rows: [...title, ...ROWS] }] })),
  )

describe('body and annex in two files', () => {
  test.each([
    ['with a heading', [['PHỤ LỤC'], ['DANH MỤC NHIỆM VỤ']]],
    ['without one', []],
  ])('an annex %s gives the duties of the body their leads and days', async (_, title) => {
    const { document, draft, places } = readParts([await body(), await annex(title)])
    expect(draft.document.number).toBe('12/KH-UBND')
    const rows = draft.tasks.filter(({ origin }) => origin === 'appendix')
    expect(rows.map(({ lead, due }) => [lead, due.to])).toEqual([
      [['Sở Tài chính'], '2026-06-30'],
      [['Sở Công Thương'], '2026-09-30'],
    ])
    const [one, two] = draft.tasks
    expect(rows.map(({ repeats }) => repeats)).toEqual([one?.id, two?.id])
    // Lines are counted through, every quote stands at its span, and each file knows where it begins.
    expect(document.lines.map(({ n }) => n)).toEqual(document.lines.map((__, i) => i))
    for (const { quote, spans } of draft.tasks)
      expect(spans.map(({ line, from, to }) => document.lines[line]?.text.slice(from, to)).join(' ')).toBe(
        quote,
      )
    expect(places[1]?.firstLine).toBe(places[0]?.lines)
    expect(rows.every(({ spans }) => spans.every(({ line }) => line >= (places[1]?.firstLine ?? 0)))).toBe(
      true,
    )
    expect(new Set(draft.tasks.map(({ id }) => id)).size).toBe(draft.tasks.length)
    expect(new Set(draft.unread).size).toBe(draft.unread.length)
  })

  test('one file is read as it always was', async () => {
    const one = await body()
    expect(readParts([one])).toMatchObject({ document: one.document, draft: readPlan(one.document) })
  })

  test('tables and pages of two files are told apart', async () => {
    const { document } = readParts([await annex([]), await annex([])])
    const tables = new Set(document.lines.map(({ cell }) => cell?.table))
    expect(tables.size).toBe(2)
  })
})
