// Policies of support: the fields are Điều 20 to 28 of Luật 17/2023/QH15, eight general ones and agriculture; the
// conditions Điều 18. Each policy names the document it rests on and the days it is in force.
import { COOPERATIVE_KINDS } from './cooperative.ts'
import type { Option, Register, RowOf } from './kit/register.ts'

export const SUPPORT_FIELDS = [
  {
    value: 'people',
    label: { vi: 'Nhân lực, thông tin, tư vấn', en: 'People, information, advice' },
  },
  { value: 'land', label: { vi: 'Đất đai', en: 'Land' } },
  { value: 'tax', label: { vi: 'Thuế, phí và lệ phí', en: 'Taxes and fees' } },
  { value: 'credit', label: { vi: 'Tiếp cận vốn, bảo hiểm', en: 'Capital and insurance' } },
  {
    value: 'technology',
    label: {
      vi: 'Khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số',
      en: 'Science, technology, innovation, digital change',
    },
  },
  {
    value: 'market',
    label: { vi: 'Tiếp cận và nghiên cứu thị trường', en: 'Markets' },
  },
  {
    value: 'infrastructure',
    label: { vi: 'Kết cấu hạ tầng, trang thiết bị', en: 'Infrastructure and equipment' },
  },
  {
    value: 'risk',
    label: { vi: 'Tư vấn tài chính, đánh giá rủi ro', en: 'Financial advice, risks' },
  },
  { value: 'agriculture', label: { vi: 'Lĩnh vực nông nghiệp', en: 'Agriculture' } },
] as const satisfies readonly Option[]

export const SUPPORT_LEVELS = [
  { value: 'central', label: { vi: 'Trung ương', en: 'Central' } },
  { value: 'province', label: { vi: 'Tỉnh', en: 'Province' } },
  { value: 'commune', label: { vi: 'Xã, phường', en: 'Commune' } },
] as const satisfies readonly Option[]

/** Luật 17/2023/QH15, Điều 18: one of these is enough. */
export const SUPPORT_CONDITIONS = [
  { value: 'more-members', label: { vi: 'Tăng số lượng thành viên', en: 'Growing members' } },
  {
    value: 'more-internal',
    label: { vi: 'Tăng tỷ lệ giao dịch nội bộ', en: 'Growing share of internal transactions' },
  },
  {
    value: 'more-indivisible',
    label: { vi: 'Tăng quỹ chung, tài sản chung không chia', en: 'Growing common fund or assets' },
  },
  { value: 'training', label: { vi: 'Bồi dưỡng, đào tạo thành viên', en: 'Trains its members' } },
  {
    value: 'new-in-difficult-area',
    label: { vi: 'Mới thành lập ở địa bàn khó khăn', en: 'Newly set up in a difficult area' },
  },
] as const satisfies readonly Option[]

export const supportPolicy = {
  name: 'support-policy',
  label: { vi: 'Chính sách hỗ trợ', en: 'Support policies' },
  one: { vi: 'chính sách', en: 'policy' },
  about: {
    vi: 'Các chính sách hỗ trợ hợp tác xã đang và đã áp dụng trên địa bàn tỉnh, kèm văn bản quy định và điều kiện. Thêm khi có chính sách mới; chính sách hết hiệu lực thì ghi ngày cuối.',
    en: 'Policies of support in the province with their documents and conditions. Add a new one; where one ends, enter its last day.',
  },
  group: 'support',
  key: ['code'],
  title: 'name',
  since: 'fromDay',
  order: ['code', 'asc'],
  write: 'keeper',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Ký hiệu', en: 'Code' },
      heads: ['Mã chính sách', 'Mã'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên chính sách', en: 'Name' },
      heads: ['Chính sách', 'Nội dung chính sách'],
      search: true,
      listed: true,
    },
    field: {
      kind: 'choice',
      options: SUPPORT_FIELDS,
      label: { vi: 'Nhóm chính sách', en: 'Field' },
      listed: true,
    },
    level: {
      kind: 'choice',
      options: SUPPORT_LEVELS,
      label: { vi: 'Cấp ban hành', en: 'Level' },
    },
    document: {
      kind: 'text',
      label: { vi: 'Văn bản quy định', en: 'Document' },
      heads: ['Số, ký hiệu văn bản', 'Căn cứ'],
      search: true,
      listed: true,
    },
    kinds: {
      kind: 'choices',
      options: COOPERATIVE_KINDS,
      label: { vi: 'Dành cho', en: 'For' },
      heads: ['Đối tượng', 'Đối tượng hỗ trợ'],
    },
    conditions: {
      kind: 'choices',
      options: SUPPORT_CONDITIONS,
      label: { vi: 'Điều kiện (đáp ứng một trong các điều kiện)', en: 'Conditions (one of them)' },
      heads: ['Điều kiện', 'Điều kiện hỗ trợ'],
    },
    content: {
      kind: 'text',
      long: true,
      label: { vi: 'Nội dung, mức hỗ trợ', en: 'What is given' },
      optional: true,
    },
    needsAudit: {
      kind: 'flag',
      label: { vi: 'Yêu cầu kiểm toán', en: 'Asks for an audit' },
      optional: true,
    },
    agency: { kind: 'agency', label: { vi: 'Cơ quan thực hiện', en: 'Carried out by' }, optional: true },
    fromDay: { kind: 'date', label: { vi: 'Áp dụng từ ngày', en: 'In force from' }, listed: true },
    toDay: { kind: 'date', label: { vi: 'Đến hết ngày', en: 'Until' }, optional: true, listed: true },
    file: { kind: 'file', label: { vi: 'Tệp văn bản', en: 'File' }, optional: true },
  },
  views: [
    { label: { vi: 'Của tỉnh', en: 'Of the province' }, address: 'level=province' },
    { label: { vi: 'Nông nghiệp', en: 'Agriculture' }, address: 'field=agriculture' },
  ],
} as const satisfies Register

export type SupportPolicy = RowOf<typeof supportPolicy>
