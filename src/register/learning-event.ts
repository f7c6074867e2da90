// Training courses, fairs and dialogues with cooperatives.
import type { Option, Register, RowOf } from './kit/register.ts'
import { SUPPORT_SOURCES } from './support.ts'
import { SUPPORT_FIELDS } from './support-policy.ts'

export const EVENT_KINDS = [
  { value: 'training', label: { vi: 'Tập huấn, bồi dưỡng', en: 'Training' } },
  { value: 'fair', label: { vi: 'Hội chợ, kết nối tiêu thụ', en: 'Fair' } },
  { value: 'dialogue', label: { vi: 'Đối thoại', en: 'Dialogue' } },
] as const satisfies readonly Option[]

export const learningEvent = {
  name: 'learning-event',
  label: { vi: 'Tập huấn, hội chợ, đối thoại', en: 'Training, fairs, dialogues' },
  one: { vi: 'cuộc', en: 'event' },
  about: {
    vi: 'Lớp tập huấn, hội chợ và hội nghị đối thoại với hợp tác xã. Thêm khi có quyết định hoặc giấy mời; danh sách người dự nhập ở sổ Người tham dự.',
    en: 'Courses, fairs and dialogues. Add one once it is decided; who came stands in the register of participants.',
  },
  group: 'learning',
  key: ['code'],
  title: 'name',
  since: 'heldOn',
  order: ['heldOn', 'desc'],
  write: 'keeper',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Ký hiệu', en: 'Code' },
      heads: ['Mã', 'Mã lớp'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên', en: 'Name' },
      heads: ['Tên lớp', 'Tên hội nghị', 'Nội dung'],
      search: true,
      listed: true,
    },
    kind: {
      kind: 'choice',
      options: EVENT_KINDS,
      label: { vi: 'Loại', en: 'Kind' },
      heads: ['Hình thức'],
      listed: true,
    },
    heldOn: {
      kind: 'date',
      label: { vi: 'Ngày tổ chức', en: 'Held on' },
      heads: ['Từ ngày', 'Ngày bắt đầu'],
      listed: true,
    },
    endedOn: {
      kind: 'date',
      label: { vi: 'Ngày kết thúc', en: 'Ended on' },
      heads: ['Đến ngày'],
      optional: true,
    },
    place: {
      kind: 'place',
      label: { vi: 'Tổ chức tại xã, phường', en: 'Held in commune' },
      heads: ['Xã, phường'],
      optional: true,
    },
    venue: { kind: 'text', label: { vi: 'Địa điểm', en: 'Venue' }, optional: true },
    agency: {
      kind: 'agency',
      label: { vi: 'Cơ quan tổ chức', en: 'Held by' },
      heads: ['Đơn vị tổ chức', 'Cơ quan chủ trì'],
      listed: true,
    },
    field: {
      kind: 'choice',
      options: SUPPORT_FIELDS,
      label: { vi: 'Lĩnh vực', en: 'Field' },
      optional: true,
    },
    participants: {
      kind: 'number',
      unit: { vi: 'lượt người', en: 'participants' },
      min: 0,
      label: { vi: 'Số lượt người dự', en: 'Participants' },
      heads: ['Số người dự', 'Số học viên'],
      optional: true,
      listed: true,
    },
    budget: { kind: 'money', label: { vi: 'Kinh phí', en: 'Cost' }, optional: true },
    source: {
      kind: 'choice',
      options: SUPPORT_SOURCES,
      label: { vi: 'Nguồn kinh phí', en: 'Source' },
      heads: ['Nguồn'],
      optional: true,
    },
  },
  views: [
    { label: { vi: 'Tập huấn', en: 'Training' }, address: 'kind=training' },
    { label: { vi: 'Hội chợ', en: 'Fairs' }, address: 'kind=fair' },
    { label: { vi: 'Đối thoại', en: 'Dialogues' }, address: 'kind=dialogue' },
  ],
} as const satisfies Register

export type LearningEvent = RowOf<typeof learningEvent>
