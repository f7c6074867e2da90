// What a cooperative owes, by creditor; kept above all where one is to be dissolved.
import type { Option, Register, RowOf } from './kit/register.ts'

export const CREDITOR_KINDS = [
  { value: 'bank', label: { vi: 'Ngân hàng, tổ chức tín dụng', en: 'Bank' } },
  { value: 'tax', label: { vi: 'Thuế, phí, lệ phí', en: 'Taxes and fees' } },
  { value: 'insurance', label: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' } },
  { value: 'budget', label: { vi: 'Ngân sách nhà nước', en: 'State budget' } },
  { value: 'fund', label: { vi: 'Quỹ hỗ trợ phát triển hợp tác xã', en: 'Development fund' } },
  { value: 'supplier', label: { vi: 'Doanh nghiệp, nhà cung cấp', en: 'Supplier' } },
  { value: 'member', label: { vi: 'Thành viên, người lao động', en: 'Members, workers' } },
  { value: 'other', label: { vi: 'Chủ nợ khác', en: 'Other' } },
] as const satisfies readonly Option[]

export const DEBT_STATES = [
  { value: 'owed', label: { vi: 'Còn nợ', en: 'Owed' } },
  { value: 'frozen', label: { vi: 'Được khoanh nợ', en: 'Frozen' } },
  { value: 'settled', label: { vi: 'Đã trả xong', en: 'Settled' } },
  { value: 'cancelled', label: { vi: 'Được xóa nợ', en: 'Cancelled' } },
] as const satisfies readonly Option[]

export const cooperativeDebt = {
  name: 'cooperative-debt',
  label: { vi: 'Nợ tồn đọng', en: 'Outstanding debts' },
  one: { vi: 'khoản nợ', en: 'debt' },
  about: {
    vi: 'Các khoản nợ tồn đọng của hợp tác xã theo từng chủ nợ. Thêm khi rà soát hợp tác xã yếu kém, ngừng hoạt động hoặc khi lập hồ sơ giải thể.',
    en: 'What cooperatives owe, by creditor. Add it when weak and stopped ones are reviewed, or a dissolution begins.',
  },
  group: 'cooperative',
  key: ['cooperative', 'creditor', 'content'],
  title: 'creditor',
  since: 'asOfOn',
  order: ['amount', 'desc'],
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
    creditor: { kind: 'text', label: { vi: 'Chủ nợ', en: 'Creditor' }, search: true, listed: true },
    creditorKind: {
      kind: 'choice',
      options: CREDITOR_KINDS,
      label: { vi: 'Loại chủ nợ', en: 'Kind of creditor' },
      listed: true,
    },
    content: {
      kind: 'text',
      label: { vi: 'Nội dung khoản nợ', en: 'What for' },
      heads: ['Nội dung', 'Khoản nợ'],
      search: true,
    },
    amount: {
      kind: 'money',
      label: { vi: 'Số nợ', en: 'Amount' },
      heads: ['Số tiền', 'Dư nợ'],
      listed: true,
    },
    asOfOn: {
      kind: 'date',
      label: { vi: 'Tính đến ngày', en: 'As of' },
      listed: true,
    },
    status: { kind: 'choice', options: DEBT_STATES, label: { vi: 'Tình trạng', en: 'State' }, listed: true },
    settledOn: {
      kind: 'date',
      label: { vi: 'Ngày trả xong, được xóa', en: 'Settled on' },
      optional: true,
    },
    note: { kind: 'text', long: true, label: { vi: 'Ghi chú', en: 'Note' }, optional: true },
  },
  states: {
    column: 'status',
    first: 'owed',
    steps: {
      freeze: {
        label: { vi: 'Ghi nhận khoanh nợ', en: 'Record as frozen' },
        from: ['owed'],
        to: 'frozen',
        by: 'keeper',
      },
      thaw: {
        label: { vi: 'Hết thời gian khoanh nợ', en: 'No longer frozen' },
        from: ['frozen'],
        to: 'owed',
        by: 'keeper',
      },
      settle: {
        label: { vi: 'Ghi nhận đã trả xong', en: 'Record as settled' },
        from: ['owed', 'frozen'],
        to: 'settled',
        by: 'place',
        needs: ['settledOn'],
      },
      cancel: {
        label: { vi: 'Ghi nhận được xóa nợ', en: 'Record as cancelled' },
        from: ['owed', 'frozen'],
        to: 'cancelled',
        by: 'keeper',
        needs: ['settledOn'],
      },
    },
  },
  views: [
    { label: { vi: 'Còn nợ', en: 'Owed' }, address: 'status=owed,frozen' },
    { label: { vi: 'Nợ thuế, bảo hiểm', en: 'Taxes and insurance' }, address: 'creditorKind=tax,insurance' },
  ],
} as const satisfies Register

export type CooperativeDebt = RowOf<typeof cooperativeDebt>
