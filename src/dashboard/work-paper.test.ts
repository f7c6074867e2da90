import { expect, test } from 'vitest'
import { issuerOf } from '../paper/issuer.ts'
import { daysLate, type PaperRow, paperColumns, standingOf, workPaper } from './work-paper.ts'

const row = (more: Partial<PaperRow> = {}): PaperRow => ({
  itemId: '1',
  quote: 'Rà soát quy hoạch',
  section: 'II.1',
  planNumber: '147/KH-UBND',
  planTitle: 'Kế hoạch',
  role: 'lead',
  duty: '',
  period: '',
  agency: 'Sở A',
  leadPrinted: ['UBND các xã'],
  coordinating: [],
  deliverables: [],
  dueOn: '2026-11-10',
  dueText: 'trước 11/11',
  status: 'active',
  percent: 40,
  completedOn: null,
  isOverdue: true,
  report: null,
  outsideOn: null,
  difficulties: [],
  lines: [],
  ...more,
})
const labels = (...given: Parameters<typeof paperColumns>) => paperColumns(...given).map(({ label }) => label)
const ADDED = ['Tình hình thực hiện', 'Số ngày quá hạn', 'Vướng mắc, kiến nghị']

test('our own columns, and those of an annex with what it lacks', () => {
  const own = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Sản phẩm', 'Thời hạn']
  expect(labels(null, false)).toEqual([...own, ...ADDED])
  expect(labels(null, true)).toEqual([...own.toSpliced(2, 0, 'Văn bản giao'), ...ADDED])
  const annex = {
    tables: [0],
    columns: [
      { kind: 'due', label: 'Tiến độ', column: 0 },
      { kind: 'content', label: 'Đầu việc', column: 1 },
      { kind: 'other', label: 'Kinh phí', column: 2 },
      { kind: 'coordinating', label: 'Cơ quan phối hợp', column: 3 },
    ],
  } as const
  expect(labels({ ...annex, tables: [0], columns: [...annex.columns] }, false)).toEqual([
    ...['TT', 'Tiến độ', 'Chủ trì', 'Đầu việc', 'Kinh phí', 'Cơ quan phối hợp', ...ADDED],
  ])
})

test.each([
  [{}, 11],
  [{ isOverdue: false }, null],
  [{ dueOn: null }, null],
  [{ completedOn: '2026-11-12', isOverdue: false }, 2],
  [{ completedOn: '2026-11-10', isOverdue: false }, null],
] as const)('days late of %j: %s', (more, days) => {
  expect(daysLate(row(more), '2026-11-21')).toBe(days)
})

test.each([
  [{}, 'Đang thực hiện, đạt 40%.'],
  [{ status: 'assigned', percent: 0 }, 'Chưa tiếp nhận.'],
  [{ status: 'done', completedOn: '2026-11-09', percent: 100 }, 'Hoàn thành ngày 09/11/2026.'],
  [
    { status: 'approved', percent: 100, report: { text: 'Đã ban hành.  ', onDay: '2026-11-02' } },
    'Chờ xác nhận. Báo cáo ngày 02/11/2026: Đã ban hành.',
  ],
  [
    { status: 'approved', outsideOn: '2026-11-02', report: null },
    'Chờ xác nhận. Đã báo cáo ngoài hệ thống ngày 02/11/2026.',
  ],
] as const)('%j stands: %s', (more, said) => {
  expect(standingOf(row(more))).toBe(said)
})

const paper = (rows: PaperRow[], by: 'assignment' | 'item') =>
  workPaper({
    ...issuerOf('tỉnh Sông Mơ', null),
    ...{ day: '2026-11-21', title: 'Bảng', subtitle: [], totals: [], rows, by },
    ...{ annex: null, withPlan: false, printed: () => '' },
  }).rows

test('many bearers go by the name the plan prints; sub-duties stand apart, periods too', () => {
  const communes = Array.from({ length: 7 }, (_, at) => row({ agency: `UBND xã ${at + 1}`, dueOn: null }))
  const rows = [
    ...communes,
    row({
      role: 'coordinating',
      duty: 'Cung cấp số liệu',
      difficulties: ['Thiếu vốn'],
    }),
    row({ itemId: '2', period: '2026-Q3', dueText: 'Hằng quý', dueOn: null }),
    row({ itemId: '2', period: '2026-Q4' }),
    row({ itemId: '2', period: '2026-Q4', agency: 'Sở B', dueOn: '2026-10-09', isOverdue: false }),
  ]
  const made = paper(rows, 'item')
  expect(made.map(([, content, lead, , , due]) => [content, lead, due])).toEqual([
    ['Rà soát quy hoạch', 'UBND các xã (7 cơ quan)', 'trước 11/11'],
    ['(Việc phối hợp) Cung cấp số liệu', 'Sở A', { day: '2026-11-10' }],
    ['Rà soát quy hoạch', 'Sở A', 'Hằng quý'],
    ['Rà soát quy hoạch', 'Sở A; Sở B', '09/10/2026; 10/11/2026'],
  ])
  expect(made[1]?.at(-1)).toBe('Thiếu vốn')
  expect(paper(rows, 'assignment')).toHaveLength(11)
  const many = Array.from({ length: 5 }, (_, at) => `Vướng ${at + 1}`)
  const stuck = paper([row({ difficulties: many }), row({ difficulties: many })], 'item')
  expect(String(stuck[0]?.at(-1)).split('\n')).toEqual([
    ...['Vướng 1', 'Vướng 2', 'Vướng 3', 'Và 2 vướng mắc khác.'],
  ])
})

test.each([
  [null, null, 'Ủy ban nhân dân tỉnh Sông Mơ', 'Sông Mơ'],
  ['department', 'Ủy ban nhân dân tỉnh Sông Mơ', 'Sở Tài chính', 'Sông Mơ'],
  ['commune', null, 'Ủy ban nhân dân xã Suối Mơ', 'Suối Mơ'],
  ['unit', 'Sở Tài chính', 'Phòng Ngân sách', 'Sông Mơ'],
  ['police', null, 'Công an tỉnh', 'Sông Mơ'],
  ['province-committee', null, 'Ủy ban nhân dân tỉnh Sông Mơ', 'Sông Mơ'],
] as const)('a paper of a %s is headed by %s, %s', (kind, superior, name, place) => {
  const agencies = {
    department: 'Sở Tài chính',
    commune: 'UBND xã Suối Mơ',
    unit: 'Phòng Ngân sách',
    police: 'Công an tỉnh',
    'province-committee': 'UBND tỉnh',
  }
  const agency = kind && { name: agencies[kind], kind, parentName: 'Sở Tài chính' }
  expect(issuerOf('tỉnh Sông Mơ', agency)).toEqual({ issuer: { superior, name }, place })
})
