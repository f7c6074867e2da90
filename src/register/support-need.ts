// What cooperatives say they need, and what became of it.
import type { Option, Register, RowOf } from './kit/register.ts'
import { SUPPORT_FIELDS } from './support-policy.ts'

export const NEED_STATES = [
  { value: 'stated', label: { vi: 'Mới nêu', en: 'Stated' } },
  { value: 'considered', label: { vi: 'Đang xem xét', en: 'Under consideration' } },
  { value: 'met', label: { vi: 'Đã đáp ứng', en: 'Met' } },
  { value: 'declined', label: { vi: 'Không đáp ứng được', en: 'Declined' } },
] as const satisfies readonly Option[]

export const supportNeed = {
  name: 'support-need',
  label: { vi: 'Nhu cầu hỗ trợ', en: 'Needs' },
  one: { vi: 'nhu cầu', en: 'need' },
  about: {
    vi: 'Nhu cầu hợp tác xã nêu: vốn, đất, máy móc, thị trường, đào tạo. Xã, phường ghi khi làm việc với hợp tác xã; cơ quan giữ sổ xem xét và ghi kết quả.',
    en: 'What cooperatives say they need. Communes enter it when they talk with them; those who keep the register say what becomes of it.',
  },
  group: 'support',
  key: ['cooperative', 'field', 'statedOn'],
  title: 'content',
  since: 'statedOn',
  order: ['statedOn', 'desc'],
  place: 'cooperative.place',
  write: 'place',
  columns: {
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX'],
      listed: true,
    },
    field: {
      kind: 'choice',
      options: SUPPORT_FIELDS,
      label: { vi: 'Nhóm nhu cầu', en: 'Field' },
      listed: true,
    },
    content: {
      kind: 'text',
      long: true,
      label: { vi: 'Nội dung nhu cầu', en: 'Need' },
      heads: ['Nội dung', 'Nhu cầu'],
      search: true,
      listed: true,
    },
    amount: {
      kind: 'money',
      label: { vi: 'Kinh phí dự kiến', en: 'Estimated amount' },
      optional: true,
      listed: true,
    },
    statedOn: { kind: 'date', label: { vi: 'Ngày nêu', en: 'Stated on' }, listed: true },
    status: { kind: 'choice', options: NEED_STATES, label: { vi: 'Kết quả', en: 'Outcome' }, listed: true },
    policy: {
      kind: 'ref',
      of: 'support-policy',
      label: { vi: 'Theo chính sách', en: 'Under policy' },
      optional: true,
    },
    answer: { kind: 'text', long: true, label: { vi: 'Ý kiến trả lời', en: 'Answer' }, optional: true },
  },
  states: {
    column: 'status',
    first: 'stated',
    steps: {
      consider: {
        label: { vi: 'Đưa vào xem xét', en: 'Take up' },
        from: ['stated'],
        to: 'considered',
        by: 'keeper',
      },
      meet: {
        label: { vi: 'Ghi nhận đã đáp ứng', en: 'Record as met' },
        from: ['stated', 'considered'],
        to: 'met',
        by: 'keeper',
        needs: ['policy'],
      },
      decline: {
        label: { vi: 'Trả lời không đáp ứng được', en: 'Decline' },
        from: ['stated', 'considered'],
        to: 'declined',
        by: 'keeper',
        needs: ['answer'],
      },
      reconsider: {
        label: { vi: 'Xem xét lại', en: 'Reconsider' },
        from: ['declined'],
        to: 'considered',
        by: 'keeper',
      },
    },
  },
  views: [
    { label: { vi: 'Chưa có kết quả', en: 'Open' }, address: 'status=stated,considered' },
    { label: { vi: 'Nhu cầu vốn', en: 'Capital' }, address: 'field=credit' },
  ],
} as const satisfies Register

export type SupportNeed = RowOf<typeof supportNeed>
