// A tracking sheet as an office keeps it, made up: title rows, a heading over two rows, group rows, three hundred duties
// in all the ways offices write days, percentages and states, a sum, and the lines of the signature.
import { type Cell, type CellValue, writeXlsx } from 'hucre'

export interface MadeRow {
  duty: CellValue
  lead: CellValue
  helpers?: CellValue
  product?: CellValue
  due?: CellValue
  state?: CellValue
  percent?: CellValue
  doneOn?: CellValue
  result?: CellValue
  paper?: CellValue
  paperDay?: CellValue
  number?: CellValue
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
const LEADS = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Công Thương', 'Liên minh HTX tỉnh', 'UBND xã Suối Mơ']
const WORKS = [
  'Xây dựng kế hoạch tập huấn cho cán bộ hợp tác xã',
  'Rà soát danh mục thủ tục thuộc thẩm quyền',
  'Tham mưu quyết định về mức hỗ trợ',
  'Tổ chức hội nghị sơ kết',
  'Cập nhật cơ sở dữ liệu hợp tác xã',
  'Khảo sát nhu cầu vay vốn',
]

/** The `i`-th of the good rows, of every kind there is. */
export function goodRow(i: number): MadeRow {
  const duty = `${WORKS[i % WORKS.length]} đợt ${i + 1}`
  const lead = LEADS[i % LEADS.length] ?? ''
  const base: MadeRow = { duty, lead, paper: `${i + 10}/VB-MAU`, paperDay: day('2026-01-05') }
  switch (i % 8) {
    case 0:
      return {
        ...base,
        due: day('2026-06-30'),
        state: 'Đã hoàn thành',
        percent: 100,
        doneOn: day('2026-06-20'),
        result: 'Đã trình ký',
      }
    case 1:
      return { ...base, due: 'Quý II/2026', state: 'Hoàn thành chậm', percent: '100%', doneOn: '15/7/2026' }
    case 2:
      return {
        ...base,
        due: '31/12',
        state: 'Đang thực hiện',
        percent: 0.5,
        helpers: 'Sở Nội vụ; Sở Tài chính',
      }
    case 3:
      return { ...base, due: day('2026-12-15'), state: 'Chưa thực hiện' }
    case 4:
      return { ...base, due: '30/9/2026', state: 'Quá hạn', percent: 60, result: 'Đang chờ ý kiến các sở' }
    case 5:
      return { ...base, due: 'Thường xuyên', state: 'Đang thực hiện' }
    case 6:
      return { ...base, due: 'Tháng 11/2026', state: 'Tạm dừng', percent: '30%', product: 'Báo cáo' }
    default:
      return {
        ...base,
        due: day('2026-05-31'),
        state: 'Đã hoàn thành',
        percent: 1,
        doneOn: day('2026-05-31'),
      }
  }
}

/** Twelve rows, each at fault in its own way. */
export const FAULTY: [kind: string, row: Partial<MadeRow>][] = [
  ['noDuty', { duty: null }],
  ['unknownAgency', { lead: 'Sở Nội vụ và Lao động' }],
  ['severalLeads', { lead: 'Sở Nội vụ; Sở Tài chính' }],
  ['impossibleDate', { due: '31/02/2026' }],
  [
    'beforeGiven',
    { paperDay: day('2026-05-05'), doneOn: day('2026-05-04'), state: 'Đã hoàn thành', percent: 100 },
  ],
  ['inFuture', { doneOn: day('2026-12-24'), state: 'Đã hoàn thành', percent: 100 }],
  ['percentRange', { percent: 130, state: 'Đang thực hiện', doneOn: null }],
  ['percentAgainstState', { percent: 60, state: 'Đã hoàn thành', doneOn: day('2026-05-04') }],
  ['unknownState', { state: 'Xanh lá', percent: null, doneOn: null }],
  ['twiceInSheet', goodRow(0)],
  ['tooLong', { duty: `Rà soát ${'rất dài '.repeat(900)}` }],
  ['formula', { due: '#REF!' }],
]

export const HEAD = [
  [
    'TT',
    'Nội dung nhiệm vụ',
    'Cơ quan',
    null,
    'Sản phẩm',
    'Thời hạn',
    'Tình hình thực hiện',
    null,
    null,
    'Kết quả',
    'Văn bản giao',
    null,
  ],
  [
    null,
    null,
    'Chủ trì',
    'Phối hợp',
    null,
    null,
    'Tình trạng',
    '% hoàn thành',
    'Ngày hoàn thành',
    null,
    'Số, ký hiệu',
    'Ngày văn bản',
  ],
] satisfies CellValue[][]
const ACROSS: [number, number][] = [
  [2, 3],
  [6, 8],
  [10, 11],
]
const DOWN = [0, 1, 4, 5, 9]

export const rowOf = (row: MadeRow, number: number): CellValue[] => [
  row.number ?? number,
  row.duty,
  row.lead,
  row.helpers ?? null,
  row.product ?? null,
  row.due ?? null,
  row.state ?? null,
  row.percent ?? null,
  row.doneOn ?? null,
  row.result ?? null,
  row.paper ?? null,
  row.paperDay ?? null,
]

/** The workbook of these rows, with everything an office puts around them. */
export async function trackerFile(rows: readonly MadeRow[], { emptyRows = 0 } = {}): Promise<Uint8Array> {
  const body: CellValue[][] = []
  const merges: { startRow: number; endRow: number; startCol: number; endCol: number }[] = []
  const top: CellValue[][] = [
    ['TỈNH THỬ NGHIỆM'],
    ['BẢNG THEO DÕI NHIỆM VỤ PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2026'],
    ['(Số liệu tính đến ngày 15/11/2026)'],
    [],
    ...HEAD,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)', '(12)'],
  ]
  for (const [from, to] of ACROSS) merges.push({ startRow: 4, endRow: 4, startCol: from, endCol: to })
  for (const column of DOWN) merges.push({ startRow: 4, endRow: 5, startCol: column, endCol: column })
  rows.forEach((row, i) => {
    if (i === 0) body.push(['I', 'Lĩnh vực hợp tác xã'])
    if (i === Math.floor(rows.length / 2)) {
      body.push([...(HEAD[0] ?? [])], [...(HEAD[1] ?? [])])
      body.push(['II', 'Lĩnh vực hội nhập'])
    }
    body.push(rowOf(row, i + 1))
  })
  const foot: CellValue[][] = [
    ...Array.from({ length: emptyRows }, () => [null]),
    [null, `Tổng số: ${rows.length}`],
    [],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, 'GIÁM ĐỐC'],
    [null, 'Nguyễn Văn Mẫu', null, null, null, 'Trần Thị Thử'],
  ]
  const cells = new Map<string, Partial<Cell>>()
  for (const [r, values] of [...top, ...body].entries())
    for (const [c, value] of values.entries())
      if (value === '#REF!') cells.set(`${r},${c}`, { value, type: 'error' })
      else if (value instanceof Date) cells.set(`${r},${c}`, { value, style: { numFmt: 'dd/mm/yyyy' } })
  return writeXlsx({ sheets: [{ name: 'Theo dõi 2026', rows: [...top, ...body, ...foot], merges, cells }] })
}

/** Three hundred rows, the twelve at fault spread among them. */
export const threeHundred = (): MadeRow[] => {
  const rows: MadeRow[] = Array.from({ length: 288 }, (_, i) => goodRow(i))
  for (const [i, [, fault]] of FAULTY.entries())
    rows.splice(20 + i * 23, 0, { ...goodRow(400 + i * 8), ...fault })
  return rows
}
