import { expect, test } from 'vitest'
import type { SheetCell } from '../document/sheet.ts'
import { isShareColumn, readDay, readDueCell, readPercent, readState } from './value.ts'

const cell = (text: string, more: Partial<SheetCell> = {}): SheetCell => ({ text, ...more })

test.each<[string, Partial<SheetCell>, ReturnType<typeof readDay>]>([
  ['15/03/2026', { day: '2026-03-15' }, { day: '2026-03-15' }],
  ['15/3/2026', {}, { day: '2026-03-15' }],
  ['15.3.26', {}, { day: '2026-03-15' }],
  ['15-03-2026', {}, { day: '2026-03-15' }],
  ['ngày 5 tháng 3 năm 2026', {}, { day: '2026-03-05' }],
  ['31/12', {}, { day: '2026-12-31' }],
  ['2026-03-15', {}, { day: '2026-03-15' }],
  ['46.096', { number: 46_096 }, { day: '2026-03-15' }],
  ['15/3/2026 (BC số 12)', {}, { day: '2026-03-15' }],
  ['31/02/2026', {}, 'impossible'],
  ['12/31/2026', {}, 'impossible'],
  ['15/3/0026', {}, 'impossible'],
  ['chưa xong', {}, 'unread'],
])('the day "%s"', (text, more, expected) => expect(readDay(cell(text, more), 2026)).toEqual(expected))

test.each<[string, Partial<SheetCell>, string, string | null]>([
  ['15/03/2026', { day: '2026-03-15' }, 'date', '2026-03-15'],
  ['15/3/2026', {}, 'date', '2026-03-15'],
  ['15/3/26', {}, 'date', '2026-03-15'],
  ['46022', { number: 46_022 }, 'date', '2025-12-31'],
  ['31/12', {}, 'date', '2026-12-31'],
  ['Trước ngày 15/12/2026', {}, 'date', '2026-12-14'],
  ['Chậm nhất ngày 15/12/2026', {}, 'date', '2026-12-15'],
  ['quý II/2026', {}, 'quarter', '2026-06-30'],
  ['Quý 2 năm 2026', {}, 'quarter', '2026-06-30'],
  ['Q2/2026', {}, 'quarter', '2026-06-30'],
  ['tháng 9/2026', {}, 'month', '2026-09-30'],
  ['2026', { number: 2026 }, 'year', '2026-12-31'],
  ['Năm 2026', {}, 'year', '2026-12-31'],
  ['12/2026', {}, 'month', '2026-12-31'],
  ['T6/2026', {}, 'month', '2026-06-30'],
  ['Trong tháng 6', {}, 'month', '2026-06-30'],
  ['hết quý III', {}, 'quarter', '2026-09-30'],
  ['15/6 - 30/6/2026', {}, 'date', '2026-06-30'],
  ['6 tháng đầu năm 2026', {}, 'month', '2026-06-30'],
  ['Thường xuyên', {}, 'ongoing', null],
  ['Hằng năm', {}, 'annual', null],
])('the due cell "%s"', (text, more, kind, to) => {
  const due = readDueCell(cell(text, more), 2026)
  expect(due).toMatchObject({ kind })
  if (to !== null) expect(due).toMatchObject({ to })
})

test.each(['31/02/2026', 'trước ngày 30/02/2026', '31/4', '12/31/2026'])('"%s" is no day', (text) =>
  expect(readDueCell(cell(text), 2026)).toBe('impossible'),
)
test('a due time that no rule can date says so', () => {
  expect(readDueCell(cell('xem chỉ đạo sau'), 2026)).toBe('unread')
})

test.each<[string, Partial<SheetCell>, boolean, number | string]>([
  ['0,5', { number: 0.5 }, false, 50],
  ['50', { number: 50 }, false, 50],
  ['50%', { number: 0.5, isPercent: true }, false, 50],
  ['100%', { number: 1, isPercent: true }, false, 100],
  ['50%', {}, false, 50],
  ['62,5 %', {}, false, 63],
  ['1', { number: 1 }, true, 100],
  ['1', { number: 1 }, false, 1],
  ['120', { number: 120 }, false, 'range'],
  ['-5', { number: -5 }, false, 'range'],
  ['120%', { number: 1.2, isPercent: true }, false, 'range'],
  ['một nửa', {}, false, 'unread'],
])('the percentage "%s"', (text, more, isShare, expected) =>
  expect(readPercent(cell(text, more), isShare)).toBe(expected),
)

test('a column of shares is told by all its figures', () => {
  expect(isShareColumn([cell('0,5', { number: 0.5 }), cell('1', { number: 1 })])).toBe(true)
  expect(isShareColumn([cell('0,5', { number: 0.5 }), cell('50', { number: 50 })])).toBe(false)
  expect(isShareColumn([cell('0', { number: 0 })])).toBe(false)
})

test.each([
  ['Đã hoàn thành', 'done'],
  ['HOÀN THÀNH', 'done'],
  ['Hoàn thành đúng hạn', 'done'],
  ['Hoàn thành chậm', 'done-late'],
  ['Đã hoàn thành (quá hạn)', 'done-late'],
  ['Hoàn thành quá hạn', 'done-late'],
  ['Đang thực hiện', 'active'],
  ['Đang triển khai, trong hạn', 'active'],
  ['Chưa hoàn thành', 'active'],
  ['Chưa thực hiện', 'pending'],
  ['chưa triển khai', 'pending'],
  ['Quá hạn', 'overdue'],
  ['Quá hạn chưa hoàn thành', 'overdue'],
  ['Chậm tiến độ', 'overdue'],
  ['Tạm dừng', 'suspended'],
  ['Không thực hiện nữa', 'closed'],
  ['Đã hoàn thành: Báo cáo số 12/BC-STC', 'done'],
])('"%s" says %s', (text, state) => expect(readState(text, new Map())?.state).toBe(state))

test('what else the cell says is kept; words a person settled are known', () => {
  expect(readState('Đã hoàn thành (Báo cáo số 12/BC-STC)', new Map())).toEqual({
    state: 'done',
    rest: 'Báo cáo số 12/BC-STC',
  })
  expect(readState('Đã hoàn thành việc lấy ý kiến, đang trình', new Map())).toBeNull()
  expect(readState('OK luôn', new Map([['ok luôn', 'done']]))?.state).toBe('done')
})
