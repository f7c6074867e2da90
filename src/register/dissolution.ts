// Dissolution files: from the decision to the end. What is owed, and what the cooperative has, stand in registers of
// their own. The days of the procedure are the office's to enter: none is laid down here.
import type { Option, Register, RowOf } from './kit/register.ts'

/** Not a closed list of the law: what fits none of them is told in words. */
export const DISSOLUTION_CAUSES = [
  { value: 'members', label: { vi: 'Theo nghị quyết của đại hội thành viên', en: 'By its members' } },
  // Luật 17/2023/QH15, Điều 103: for instance twelve months below the least number of members.
  {
    value: 'revoked',
    label: { vi: 'Bị thu hồi giấy chứng nhận đăng ký', en: 'Its certificate was revoked' },
  },
  { value: 'court', label: { vi: 'Theo quyết định của Tòa án', en: 'By a court' } },
  { value: 'other', label: { vi: 'Lý do khác', en: 'Another cause' } },
] as const satisfies readonly Option[]

export const DISSOLUTION_STATES = [
  { value: 'decided', label: { vi: 'Đã quyết định giải thể', en: 'Decided' } },
  { value: 'notified', label: { vi: 'Đã thông báo', en: 'Announced' } },
  { value: 'settling', label: { vi: 'Đang xử lý nợ, tài sản', en: 'Settling debts and assets' } },
  { value: 'submitted', label: { vi: 'Đã nộp hồ sơ giải thể', en: 'File submitted' } },
  { value: 'ended', label: { vi: 'Đã giải thể', en: 'Dissolved' } },
  { value: 'stopped', label: { vi: 'Dừng giải thể', en: 'Called off' } },
] as const satisfies readonly Option[]

export const dissolution = {
  name: 'dissolution',
  label: { vi: 'Hồ sơ giải thể', en: 'Dissolutions' },
  one: { vi: 'hồ sơ giải thể', en: 'dissolution' },
  about: {
    vi: 'Hồ sơ giải thể của từng hợp tác xã, từ quyết định đến khi kết thúc. Mở hồ sơ khi có nghị quyết hoặc quyết định giải thể; nợ và tài sản nhập ở hai sổ riêng.',
    en: 'Dissolutions from the decision to the end. Open one once it is decided; debts and assets have registers of their own.',
  },
  group: 'cooperative',
  key: ['cooperative', 'decidedOn'],
  title: 'cooperative',
  since: 'decidedOn',
  order: ['decidedOn', 'desc'],
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
    cause: {
      kind: 'choice',
      options: DISSOLUTION_CAUSES,
      label: { vi: 'Lý do', en: 'Cause' },
      heads: ['Lý do giải thể'],
      listed: true,
    },
    status: {
      kind: 'choice',
      options: DISSOLUTION_STATES,
      label: { vi: 'Tình trạng hồ sơ', en: 'State' },
      listed: true,
    },
    decision: {
      kind: 'text',
      label: { vi: 'Số nghị quyết, quyết định', en: 'Number of the decision' },
      heads: ['Số quyết định'],
      optional: true,
      search: true,
    },
    decidedOn: {
      kind: 'date',
      label: { vi: 'Ngày quyết định', en: 'Decided on' },
      listed: true,
    },
    councilOn: {
      kind: 'date',
      label: { vi: 'Ngày lập hội đồng giải thể', en: 'Council set up on' },
      optional: true,
    },
    deadlineOn: {
      kind: 'date',
      label: { vi: 'Hạn thực hiện thủ tục', en: 'To be done by' },
      help: { vi: 'Ghi theo quyết định giải thể', en: 'As the decision says' },
      optional: true,
      listed: true,
    },
    submittedOn: {
      kind: 'date',
      label: { vi: 'Ngày nộp hồ sơ', en: 'Submitted on' },
      optional: true,
    },
    endedOn: { kind: 'date', label: { vi: 'Ngày kết thúc', en: 'Ended on' }, optional: true },
    file: { kind: 'file', label: { vi: 'Tệp quyết định', en: 'File of the decision' }, optional: true },
    note: {
      kind: 'text',
      long: true,
      label: { vi: 'Vướng mắc, ghi chú', en: 'What stands in the way' },
      heads: ['Ghi chú', 'Vướng mắc'],
      optional: true,
      search: true,
    },
  },
  states: {
    column: 'status',
    first: 'decided',
    steps: {
      notify: {
        label: { vi: 'Đã thông báo giải thể', en: 'Announce' },
        from: ['decided'],
        to: 'notified',
        by: 'place',
      },
      settle: {
        label: { vi: 'Bắt đầu xử lý nợ, tài sản', en: 'Begin to settle' },
        from: ['notified'],
        to: 'settling',
        by: 'place',
        needs: ['councilOn'],
      },
      submit: {
        label: { vi: 'Nộp hồ sơ giải thể', en: 'Submit the file' },
        from: ['settling'],
        to: 'submitted',
        by: 'place',
        needs: ['submittedOn'],
      },
      return: {
        label: { vi: 'Trả lại hồ sơ', en: 'Return the file' },
        from: ['submitted'],
        to: 'settling',
        by: 'keeper',
      },
      end: {
        label: { vi: 'Hoàn tất giải thể', en: 'Complete' },
        from: ['submitted'],
        to: 'ended',
        by: 'keeper',
        needs: ['endedOn'],
      },
      stop: {
        label: { vi: 'Dừng giải thể', en: 'Call off' },
        from: ['decided', 'notified', 'settling', 'submitted'],
        to: 'stopped',
        by: 'keeper',
      },
    },
  },
  views: [
    {
      label: { vi: 'Đang giải quyết', en: 'Under way' },
      address: 'status=decided,notified,settling,submitted',
    },
    { label: { vi: 'Đã giải thể', en: 'Dissolved' }, address: 'status=ended' },
  ],
} as const satisfies Register

export type Dissolution = RowOf<typeof dissolution>
