import { expect, test } from 'vitest'
import type { DraftTask, Unjudged } from './draft.ts'
import { readReporting } from './reporting.ts'

function duties(quote: string, lead = 'Sở Xây dựng') {
  const task: Unjudged<DraftTask> = {
    id: 't1',
    quote,
    spans: [{ line: 0, from: 0, to: quote.length }],
    origin: 'organisation',
    section: 'IV.1',
    lead: [lead],
    coordinating: [],
    deliverables: [],
    due: { text: '', kind: 'none', from: null, to: null },
    repeats: null,
  }
  return readReporting([task]).map(({ from, to, frequency, due }) => [from, to, frequency, due])
}

test.each<[sentence: string, expected: (string | null)[][]]>([
  [
    'Định kỳ báo cáo kết quả thực hiện về Sở Tài chính trước ngày 15/12 hằng năm.',
    [['Sở Xây dựng', 'Sở Tài chính', 'annual', '12-15']],
  ],
  // "gửi A để tổng hợp, báo cáo B" makes two.
  [
    'Báo cáo kết quả thực hiện gửi Sở Tài chính để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.',
    [
      ['Sở Xây dựng', 'Sở Tài chính', 'periodic', null],
      ['Sở Tài chính', 'Ủy ban nhân dân tỉnh', 'periodic', null],
    ],
  ],
  // Whom one helps to report is the addressee, unless another is led up to.
  [
    'Tổng hợp kết quả, tham mưu Ủy ban nhân dân tỉnh báo cáo Chính phủ theo quy định.',
    [['Sở Xây dựng', 'Ủy ban nhân dân tỉnh', 'periodic', null]],
  ],
  ['Thực hiện chế độ thông tin, báo cáo theo quy định.', [['Sở Xây dựng', '', 'periodic', null]]],
  [
    'Hoàn thành, báo cáo kết quả Ủy ban nhân dân tỉnh trong tháng 11/2026.',
    [['Sở Xây dựng', 'Ủy ban nhân dân tỉnh', 'adhoc', '2026-11-30']],
  ],
  [
    'Báo cáo kết quả trước ngày 15/11 hằng năm và báo cáo đột xuất khi có yêu cầu gửi Sở Y tế.',
    [
      ['Sở Xây dựng', 'Sở Y tế', 'annual', '11-15'],
      ['Sở Xây dựng', 'Sở Y tế', 'adhoc', null],
    ],
  ],
  [
    'Kịp thời kiến nghị cấp có thẩm quyền tháo gỡ khó khăn, vướng mắc.',
    [['Sở Xây dựng', 'cấp có thẩm quyền', 'adhoc', null]],
  ],
  // Approval, a list of kinds of work and a paper called a report are no reporting.
  ['Lập dự toán và báo cáo cấp có thẩm quyền phê duyệt.', []],
  ['Số hóa công tác tổng hợp, tham mưu, báo cáo, đánh giá.', []],
  ['Công bố báo cáo thường niên về chợ quê.', []],
  ['Bồi dưỡng báo cáo viên của tỉnh.', []],
])('%s', (sentence, expected) => {
  expect(duties(sentence)).toEqual(expected)
})

test('each term of a report is a duty of its own; marks of Markdown hide no day', () => {
  expect(
    duties(
      'Định kỳ hằng tháng (*trước ngày 16*), 6 tháng (trước **ngày 16/6**), năm (trước ngày 20/11) hoặc khi có yêu cầu, báo cáo tình hình thực hiện gửi Sở Y tế.',
    ),
  ).toEqual([
    ['Sở Xây dựng', 'Sở Y tế', 'monthly', null],
    ['Sở Xây dựng', 'Sở Y tế', 'semiannual', '06-16'],
    ['Sở Xây dựng', 'Sở Y tế', 'annual', '11-20'],
    ['Sở Xây dựng', 'Sở Y tế', 'adhoc', null],
  ])
  expect(duties('Báo cáo kết quả về Bộ Y tế, đồng gửi Ủy ban nhân dân tỉnh.')).toEqual([
    ['Sở Xây dựng', 'Bộ Y tế, Ủy ban nhân dân tỉnh', 'periodic', null],
  ])
})

test('two days a year are two duties', () => {
  expect(
    duties(
      'Báo cáo kết quả về Sở Y tế trước ngày 15/6/2026 (báo cáo 6 tháng) và trước ngày 15/12/2026 (báo cáo năm).',
    ),
  ).toEqual([
    ['Sở Xây dựng', 'Sở Y tế', 'semiannual', '2026-06-15'],
    ['Sở Xây dựng', 'Sở Y tế', 'annual', '2026-12-15'],
  ])
})

test('copies without end are read, however many', () => {
  const [first] = duties(`Báo cáo kết quả gửi ${'Sở Y tế, đồng gửi '.repeat(60_000)}`)
  expect(first?.slice(0, 2)).toEqual(['Sở Xây dựng', 'Sở Y tế, Sở Y tế'])
})

test('the words of a report stay exact behind a sign of two units', () => {
  const quote = 'Họp dân. Thăm hỏi 😀😀 các hộ. **Định kỳ** báo cáo kết quả về Sở Y tế.'
  const [duty] = readReporting([
    {
      id: 't1',
      quote,
      spans: [{ line: 0, from: 0, to: quote.length }],
      origin: 'body',
      section: '',
      lead: [],
      coordinating: [],
      deliverables: [],
      due: { text: '', kind: 'none', from: null, to: null },
      repeats: null,
    },
  ])
  expect(duty?.quote).toBe('**Định kỳ** báo cáo kết quả về Sở Y tế.')
})
