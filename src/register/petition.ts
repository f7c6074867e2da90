// What cooperatives ask of agencies, at dialogues or by themselves, with the day by which an answer is due. How many
// days that is stays with the office: no rule found fits all of them.
import type { Option, Register, RowOf } from './kit/register.ts'
import { SUPPORT_FIELDS } from './support-policy.ts'

export const PETITION_FIELDS = [
  ...SUPPORT_FIELDS,
  { value: 'procedure', label: { vi: 'Thủ tục hành chính', en: 'Procedures' } },
  { value: 'other', label: { vi: 'Nội dung khác', en: 'Other' } },
] as const satisfies readonly Option[]

export const PETITION_STATES = [
  { value: 'received', label: { vi: 'Đã tiếp nhận', en: 'Received' } },
  { value: 'sent', label: { vi: 'Đã chuyển cơ quan trả lời', en: 'Sent to the agency' } },
  { value: 'answered', label: { vi: 'Đã có trả lời', en: 'Answered' } },
  { value: 'told', label: { vi: 'Đã báo cho hợp tác xã', en: 'Cooperative told' } },
  { value: 'withdrawn', label: { vi: 'Đã rút', en: 'Withdrawn' } },
] as const satisfies readonly Option[]

export const petition = {
  name: 'petition',
  label: { vi: 'Kiến nghị', en: 'Petitions' },
  one: { vi: 'kiến nghị', en: 'petition' },
  about: {
    vi: 'Kiến nghị của hợp tác xã tại hội nghị đối thoại hoặc gửi riêng, cơ quan trả lời và hạn trả lời. Thêm khi tiếp nhận; chuyển cơ quan có thẩm quyền rồi ghi nội dung trả lời.',
    en: 'What cooperatives ask at dialogues or by themselves, who answers and by when. Add it when it comes, send it on, then enter the answer.',
  },
  group: 'learning',
  key: ['code'],
  title: 'code',
  since: 'receivedOn',
  order: ['receivedOn', 'desc'],
  place: 'cooperative.place',
  write: 'place',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Số kiến nghị', en: 'Number' },
      heads: ['Số', 'Ký hiệu'],
      search: true,
      listed: true,
    },
    event: {
      kind: 'ref',
      of: 'learning-event',
      label: { vi: 'Nêu tại', en: 'Raised at' },
      heads: ['Hội nghị'],
      optional: true,
    },
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX'],
      optional: true,
      listed: true,
    },
    receivedOn: {
      kind: 'date',
      label: { vi: 'Ngày tiếp nhận', en: 'Received on' },
      heads: ['Ngày nêu'],
    },
    content: {
      kind: 'text',
      long: true,
      label: { vi: 'Nội dung kiến nghị', en: 'Petition' },
      heads: ['Nội dung'],
      search: true,
      listed: true,
    },
    field: { kind: 'choice', options: PETITION_FIELDS, label: { vi: 'Lĩnh vực', en: 'Field' } },
    agency: {
      kind: 'agency',
      label: { vi: 'Cơ quan trả lời', en: 'Answered by' },
      heads: ['Cơ quan giải quyết', 'Thẩm quyền'],
      optional: true,
      listed: true,
    },
    dueOn: {
      kind: 'date',
      label: { vi: 'Hạn trả lời', en: 'Answer due on' },
      heads: ['Hạn'],
      optional: true,
      listed: true,
    },
    status: {
      kind: 'choice',
      options: PETITION_STATES,
      label: { vi: 'Tình trạng', en: 'State' },
      listed: true,
    },
    answer: {
      kind: 'text',
      long: true,
      label: { vi: 'Nội dung trả lời', en: 'Answer' },
      heads: ['Trả lời'],
      optional: true,
    },
    answeredOn: { kind: 'date', label: { vi: 'Ngày trả lời', en: 'Answered on' }, optional: true },
    document: {
      kind: 'text',
      label: { vi: 'Văn bản trả lời', en: 'Document of the answer' },
      optional: true,
    },
  },
  states: {
    column: 'status',
    first: 'received',
    // Taken in cooperative/, where the clock runs and rights hang on who is to answer.
    steps: {
      send: {
        label: { vi: 'Chuyển cơ quan trả lời', en: 'Send to the agency' },
        from: ['received', 'sent'],
        to: 'sent',
        by: 'room',
        needs: ['agency'],
      },
      return: {
        label: { vi: 'Trả lại nơi tiếp nhận', en: 'Return' },
        from: ['sent'],
        to: 'received',
        by: 'room',
      },
      answer: {
        label: { vi: 'Ghi nhận trả lời', en: 'Record the answer' },
        from: ['sent'],
        to: 'answered',
        by: 'room',
        needs: ['answer', 'answeredOn'],
      },
      tell: {
        label: { vi: 'Báo cho hợp tác xã', en: 'Tell the cooperative' },
        from: ['answered'],
        to: 'told',
        by: 'room',
      },
      reopen: {
        label: { vi: 'Đề nghị trả lời lại', en: 'Ask again' },
        from: ['answered', 'told'],
        to: 'received',
        by: 'room',
      },
      withdraw: {
        label: { vi: 'Rút kiến nghị', en: 'Withdraw' },
        from: ['received'],
        to: 'withdrawn',
        by: 'room',
      },
    },
  },
  views: [
    { label: { vi: 'Chưa trả lời', en: 'Unanswered' }, address: 'status=received,sent' },
    { label: { vi: 'Chưa báo cho hợp tác xã', en: 'Not told yet' }, address: 'status=answered' },
  ],
} as const satisfies Register

export type Petition = RowOf<typeof petition>
