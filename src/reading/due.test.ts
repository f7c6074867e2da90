import { expect, test } from 'vitest'
import { duePeriod, findDue, lastDayOf, readDue } from './due.ts'

const CELLS: [phrase: string, kind: string, from: string | null, to: string | null][] = [
  ['Trong quý III năm 2027', 'quarter', '2027-07-01', '2027-09-30'],
  ['Quý I/2026', 'quarter', '2026-01-01', '2026-03-31'],
  ['Quý IV/2026 - Quý II/2027', 'quarter', '2026-10-01', '2027-06-30'],
  ['Tháng 02/2028', 'month', '2028-02-01', '2028-02-29'],
  ['6 tháng đầu năm 2026', 'month', '2026-01-01', '2026-06-30'],
  ['trước ngày 30/9/2026', 'date', null, '2026-09-30'],
  ['Chậm nhất ngày 05 tháng 3 năm 2027', 'date', null, '2027-03-05'],
  ['2026 - 2028', 'years', '2026-01-01', '2028-12-31'],
  ['Năm 2026 và những năm tiếp theo', 'years', '2026-01-01', null],
  ['2027', 'year', '2027-01-01', '2027-12-31'],
  ['Thường xuyên, hằng năm', 'ongoing', null, null],
  ['Hằng năm', 'annual', null, null],
  ['Theo tiến độ dự án', 'conditional', null, null],
  ['Ngay sau khi được phê duyệt', 'conditional', null, null],
  ['kịp thời', 'none', null, null],
  ['', 'none', null, null],
]

test.each(CELLS)('a due cell: %s', (phrase, kind, from, to) => {
  expect(readDue(phrase)).toMatchObject({ kind, from, to })
})

const SENTENCES: [sentence: string, text: string, kind: string][] = [
  ['Lập danh sách hộ nuôi ong, gửi về Sở trước ngày 10/8/2026.', 'trước ngày 10/8/2026', 'date'],
  ['Định kỳ hằng năm kiểm kê kho giống.', 'Định kỳ hằng năm', 'annual'],
  ['Báo cáo số liệu trước ngày 05 hằng tháng.', 'trước ngày 05 hằng tháng', 'ongoing'],
  ['Kiểm tra đột xuất các bến đò.', 'đột xuất', 'ongoing'],
  [
    'Cấp giống sau khi có kết quả khảo nghiệm của trạm.',
    'sau khi có kết quả khảo nghiệm của trạm',
    'conditional',
  ],
  ['Khẩn trương sửa chữa các cống.', '', 'none'],
  ['Bố trí chi thường xuyên cho thư viện.', '', 'none'],
]

test.each(SENTENCES)('words of time in: %s', (sentence, text, kind) => {
  expect(findDue(sentence)).toMatchObject({ text, kind })
})

test('a day that does not exist is no due date', () => {
  expect(readDue('trước ngày 31/4/2026').kind).not.toBe('date')
})

test('a heading may set the period of all below it', () => {
  expect(duePeriod('Giai đoạn 2027 - 2029')).toMatchObject({
    kind: 'years',
    from: '2027-01-01',
    to: '2029-12-31',
  })
  expect(duePeriod('Nhiệm vụ giai đoạn sau')).toBeNull()
})

test.each([
  ['trước ngày 15/12/2026', '2026-12-14'],
  ['Trước 15/12/2026', '2026-12-14'],
  ['trước ngày 01 tháng 3 năm 2026', '2026-02-28'],
  ['chậm nhất ngày 15/12/2026', '2026-12-15'],
  ['đến hết ngày 15/12/2026', '2026-12-15'],
  ['Quý II năm 2026', '2026-06-30'],
])('the last day still in time of "%s" is %s', (phrase, day) => {
  expect(lastDayOf(readDue(phrase))).toBe(day)
})
