// Loans of the fund that supports the development of cooperatives (NĐ 45/2021/NĐ-CP, changed by NĐ 253/2025/NĐ-CP).
// Interest is that of the contract. That a loan is overdue is asked with a day, never stored.
import type { Option, Register, RowOf } from './kit/register.ts'

export const LOAN_STATES = [
  { value: 'lent', label: { vi: 'Đang vay', en: 'Lent' } },
  { value: 'extended', label: { vi: 'Được gia hạn', en: 'Extended' } },
  { value: 'repaid', label: { vi: 'Đã tất toán', en: 'Repaid' } },
  { value: 'written-off', label: { vi: 'Đã xử lý rủi ro', en: 'Written off' } },
] as const satisfies readonly Option[]

export const fundLoan = {
  name: 'fund-loan',
  label: { vi: 'Vay Quỹ hỗ trợ phát triển hợp tác xã', en: 'Loans of the development fund' },
  one: { vi: 'khoản vay', en: 'loan' },
  about: {
    vi: 'Các khoản Quỹ hỗ trợ phát triển hợp tác xã cho vay: hợp đồng, số tiền, lãi suất, hạn trả và số đã trả. Thêm khi giải ngân; cập nhật số đã trả theo từng kỳ.',
    en: 'Loans of the development fund: contract, amount, interest, due day and what was repaid. Add one when it is paid out.',
  },
  group: 'support',
  key: ['contract'],
  title: 'contract',
  since: 'lentOn',
  order: ['dueOn', 'asc'],
  place: 'cooperative.place',
  write: 'keeper',
  columns: {
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX', 'Bên vay'],
      listed: true,
    },
    contract: {
      kind: 'code',
      label: { vi: 'Số hợp đồng', en: 'Contract' },
      heads: ['Hợp đồng', 'Số HĐ'],
      search: true,
      listed: true,
    },
    purpose: { kind: 'text', label: { vi: 'Mục đích vay', en: 'Purpose' }, optional: true, search: true },
    amount: {
      kind: 'money',
      label: { vi: 'Số tiền vay', en: 'Amount' },
      heads: ['Số tiền cho vay'],
      listed: true,
    },
    rate: {
      kind: 'number',
      unit: { vi: '%/năm', en: '% a year' },
      decimals: 2,
      min: 0,
      label: { vi: 'Lãi suất', en: 'Interest' },
    },
    lentOn: { kind: 'date', label: { vi: 'Ngày vay', en: 'Lent on' }, heads: ['Ngày giải ngân'] },
    dueOn: { kind: 'date', label: { vi: 'Hạn trả', en: 'Due on' }, heads: ['Ngày đến hạn'], listed: true },
    repaid: {
      kind: 'money',
      label: { vi: 'Đã trả gốc', en: 'Principal repaid' },
      heads: ['Số đã trả'],
    },
    repaidOn: { kind: 'date', label: { vi: 'Ngày tất toán', en: 'Repaid on' }, optional: true },
    status: { kind: 'choice', options: LOAN_STATES, label: { vi: 'Tình trạng', en: 'State' }, listed: true },
    note: { kind: 'text', long: true, label: { vi: 'Ghi chú', en: 'Note' }, optional: true },
  },
  derived: {
    outstanding: {
      difference: ['amount', 'repaid'],
      unit: { vi: 'đồng', en: 'đồng' },
      label: { vi: 'Dư nợ gốc', en: 'Outstanding' },
      listed: true,
    },
    repaidShare: { share: ['repaid', 'amount'], label: { vi: 'Tỷ lệ đã trả', en: 'Share repaid' } },
  },
  states: {
    column: 'status',
    first: 'lent',
    steps: {
      extend: {
        label: { vi: 'Gia hạn nợ', en: 'Extend' },
        from: ['lent', 'extended'],
        to: 'extended',
        by: 'keeper',
      },
      repay: {
        label: { vi: 'Tất toán', en: 'Record as repaid' },
        from: ['lent', 'extended'],
        to: 'repaid',
        by: 'keeper',
        needs: ['repaidOn'],
      },
      'write-off': {
        label: { vi: 'Xử lý rủi ro', en: 'Write off' },
        from: ['lent', 'extended'],
        to: 'written-off',
        by: 'keeper',
      },
    },
  },
  views: [
    { label: { vi: 'Còn dư nợ', en: 'Outstanding' }, address: 'status=lent,extended' },
    { label: { vi: 'Đã tất toán', en: 'Repaid' }, address: 'status=repaid' },
  ],
} as const satisfies Register

export type FundLoan = RowOf<typeof fundLoan>
