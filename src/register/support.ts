// Support received: by whom, under which policy, in which year, how much, from which source (Luật 17/2023/QH15,
// Điều 20 to 28).
import type { Option, Register, RowOf } from './kit/register.ts'

export const SUPPORT_SOURCES = [
  { value: 'central-budget', label: { vi: 'Ngân sách trung ương', en: 'Central budget' } },
  { value: 'province-budget', label: { vi: 'Ngân sách tỉnh', en: 'Budget of the province' } },
  { value: 'commune-budget', label: { vi: 'Ngân sách xã, phường', en: 'Budget of the commune' } },
  {
    value: 'national-programme',
    label: { vi: 'Chương trình mục tiêu quốc gia', en: 'National target programme' },
  },
  { value: 'fund', label: { vi: 'Quỹ hỗ trợ phát triển hợp tác xã', en: 'Development fund' } },
  { value: 'donor', label: { vi: 'Tổ chức, cá nhân tài trợ', en: 'Donors' } },
  { value: 'other', label: { vi: 'Nguồn hợp pháp khác', en: 'Other lawful sources' } },
] as const satisfies readonly Option[]

export const support = {
  name: 'support',
  label: { vi: 'Hỗ trợ đã nhận', en: 'Support received' },
  one: { vi: 'khoản hỗ trợ', en: 'support' },
  about: {
    vi: 'Từng khoản hỗ trợ hợp tác xã đã nhận: theo chính sách nào, năm nào, từ nguồn nào. Nhập tệp Excel của cơ quan thực hiện, hoặc thêm từng khoản.',
    en: 'What cooperatives received: under which policy, in which year, from which source. Import the sheet of the agency, or add it one by one.',
  },
  group: 'support',
  key: ['cooperative', 'policy', 'receivedOn', 'source'],
  title: 'content',
  since: 'receivedOn',
  order: ['receivedOn', 'desc'],
  place: 'cooperative.place',
  write: 'keeper',
  columns: {
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX', 'Đơn vị thụ hưởng'],
      listed: true,
    },
    policy: {
      kind: 'ref',
      of: 'support-policy',
      label: { vi: 'Chính sách', en: 'Policy' },
      heads: ['Ký hiệu chính sách', 'Mã chính sách'],
      listed: true,
    },
    year: { kind: 'year', label: { vi: 'Năm', en: 'Year' }, heads: ['Năm ngân sách'] },
    receivedOn: { kind: 'date', label: { vi: 'Ngày nhận', en: 'Received on' }, listed: true },
    amount: {
      kind: 'money',
      label: { vi: 'Giá trị hỗ trợ', en: 'Amount' },
      heads: ['Số tiền', 'Kinh phí'],
      listed: true,
    },
    source: {
      kind: 'choice',
      options: SUPPORT_SOURCES,
      label: { vi: 'Nguồn', en: 'Source' },
      heads: ['Nguồn kinh phí'],
      listed: true,
    },
    content: {
      kind: 'text',
      label: { vi: 'Nội dung hỗ trợ', en: 'What for' },
      heads: ['Nội dung'],
      search: true,
      listed: true,
    },
    agency: {
      kind: 'agency',
      label: { vi: 'Cơ quan hỗ trợ', en: 'Given by' },
      heads: ['Cơ quan thực hiện'],
      optional: true,
    },
    document: {
      kind: 'text',
      label: { vi: 'Quyết định, hợp đồng', en: 'Decision, contract' },
      optional: true,
      search: true,
    },
  },
  views: [
    { label: { vi: 'Ngân sách tỉnh', en: 'Budget of the province' }, address: 'source=province-budget' },
    {
      label: { vi: 'Chương trình mục tiêu quốc gia', en: 'National target programmes' },
      address: 'source=national-programme',
    },
    { label: { vi: 'Từ 500 triệu đồng', en: 'From 500 million đồng' }, address: 'amount=500000000..' },
  ],
} as const satisfies Register

export type Support = RowOf<typeof support>
