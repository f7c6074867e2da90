import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { readPlan } from './read-plan.ts'

const plan = (body: string, head = 'Số: 5/KH-UBND\n\nA, ngày 02 tháng 3 năm 2026'): string[] =>
  readPlan(
    readText(
      `${head}\n\nKẾ HOẠCH\n\nPhòng, chống hạn\n\nI. NHIỆM VỤ\n\n${body}\n\nII. TỔ CHỨC THỰC HIỆN\n\nSở Y tế theo dõi.`,
    ),
  )
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)

const FAULTS: [body: string, rule: string][] = [
  ['1. Làm đươc đập.', 'spelling'],
  ['1. Bổ xung máy bơm.', 'spelling'],
  ['1. Khơi thông các các dòng chảy.', 'spelling'],
  ['1. Đắp đập.\n\n2. Bơm nước.\n\n4. Nạo vét.', 'broken-numbering'],
  ['1. Cấp nước sinh hoạt cho các hộ ở vùng cao khi không\n\n2. Bơm nước.', 'truncated-sentence'],
  [
    '1. Trữ nước trong hồ chứa nhỏ trước mùa khô và cấp cho các thôn vùng cao.\n\n2. Trữ nước trong hồ chứa nhỏ trước mùa khô và cấp cho các thôn vùng cao.',
    'duplicate-paragraph',
  ],
  ['1. Khoan giếng.\n\n- Cơ quan chủ trì: Sở Xây dựng và Giao thông Công an tỉnh.', 'lost-separator'],
  ['1. Làm theo Phụ lục kèm theo Kế hoạch này.', 'missing-appendix'],
  [
    '1. Theo Kế hoạch số 2/KH-UBND ngày 01/02/2026 triển khai thực hiện Nghị quyết số 9-NQ/TU ngày 05/5/2026.',
    'impossible-date-order',
  ],
  [
    '1. Theo Quyết định số 3/QĐ-TTg ngày 01/02/2026.\n\n2. Theo Quyết định số 3/QĐ-TTg ngày 02/02/2026.',
    'inconsistent-reference',
  ],
]

test.each(FAULTS)('%s', (body, rule) => {
  expect(plan(body)).toEqual([rule])
})

test('a sound plan has none', () => {
  expect(
    plan('1. Đắp đập.\n\n2. Bơm nước cho hành vi vi phạm bị đình chỉ, họp ở Đắk Lắk với startup, logistic.'),
  ).toEqual([])
})

test('number and day left blank', () => {
  expect(plan('1. Đắp đập.', 'Số: /KH-UBND\n\nA, ngày tháng 3 năm 2026')).toEqual([
    'blank-number',
    'blank-date',
  ])
})

test('one number for two parts', () => {
  const text = 'KẾ HOẠCH\n\nChống hạn\n\nI. NHIỆM VỤ\n\n1. Đắp đập.\n\nI. KINH PHÍ\n\nNgân sách xã.'
  expect(readPlan(readText(text)).findings.map(({ rule }) => rule)).toEqual(['duplicate-heading'])
})
