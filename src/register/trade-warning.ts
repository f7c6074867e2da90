// Trade-remedy warnings: what is under inquiry, where, since when (Luật 17/2023/QH15, Điều 25 names warning of them among
// the support for markets). Whom one touches is found by HS code, product and market.
import type { Option, Register, RowOf } from './kit/register.ts'

/** The three remedies of trade, and inquiries into their evasion. */
export const WARNING_KINDS = [
  { value: 'dumping', label: { vi: 'Chống bán phá giá', en: 'Anti-dumping' } },
  { value: 'subsidy', label: { vi: 'Chống trợ cấp', en: 'Anti-subsidy' } },
  { value: 'safeguard', label: { vi: 'Tự vệ', en: 'Safeguard' } },
  { value: 'evasion', label: { vi: 'Chống lẩn tránh biện pháp phòng vệ', en: 'Anti-circumvention' } },
  { value: 'other', label: { vi: 'Cảnh báo khác', en: 'Other' } },
] as const satisfies readonly Option[]

export const tradeWarning = {
  name: 'trade-warning',
  label: { vi: 'Cảnh báo phòng vệ thương mại', en: 'Trade-remedy warnings' },
  one: { vi: 'cảnh báo', en: 'warning' },
  about: {
    vi: 'Cảnh báo về nguy cơ bị điều tra, áp dụng biện pháp phòng vệ thương mại. Thêm khi nhận được thông báo; mã HS, từ khóa sản phẩm và thị trường quyết định hợp tác xã nào được báo.',
    en: 'Warnings of trade-remedy inquiries and measures. Add one when it comes; HS codes, words of products and markets decide who is told.',
  },
  group: 'market',
  key: ['code'],
  title: 'title',
  since: 'issuedOn',
  order: ['issuedOn', 'desc'],
  write: 'keeper',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Số cảnh báo', en: 'Number' },
      heads: ['Số', 'Ký hiệu'],
      search: true,
    },
    title: {
      kind: 'text',
      label: { vi: 'Trích yếu', en: 'Title' },
      heads: ['Tiêu đề', 'Tên cảnh báo'],
      search: true,
      listed: true,
    },
    kind: {
      kind: 'choice',
      options: WARNING_KINDS,
      label: { vi: 'Biện pháp', en: 'Measure' },
      heads: ['Loại'],
      listed: true,
    },
    issuedBy: {
      kind: 'text',
      label: { vi: 'Cơ quan cảnh báo', en: 'Issued by' },
      heads: ['Nơi ban hành'],
      listed: true,
    },
    issuedOn: {
      kind: 'date',
      label: { vi: 'Ngày cảnh báo', en: 'Issued on' },
      heads: ['Ngày ban hành'],
      listed: true,
    },
    document: {
      kind: 'text',
      label: { vi: 'Văn bản', en: 'Document' },
      heads: ['Số văn bản'],
      optional: true,
      search: true,
    },
    hsCodes: {
      kind: 'texts',
      label: { vi: 'Mã HS', en: 'HS codes' },
      help: { vi: 'Ghi nhóm 4 số hoặc mã đầy đủ', en: 'Four digits of a heading, or all of them' },
      optional: true,
      listed: true,
    },
    productWords: {
      kind: 'texts',
      label: { vi: 'Từ khóa sản phẩm', en: 'Words of products' },
      heads: ['Sản phẩm'],
      optional: true,
      search: true,
    },
    markets: { kind: 'texts', label: { vi: 'Thị trường', en: 'Markets' }, optional: true, listed: true },
    content: {
      kind: 'text',
      long: true,
      label: { vi: 'Nội dung', en: 'Content' },
      optional: true,
      search: true,
    },
    endsOn: { kind: 'date', label: { vi: 'Hết hiệu lực ngày', en: 'Ends on' }, optional: true },
    file: { kind: 'file', label: { vi: 'Tệp cảnh báo', en: 'File' }, optional: true },
  },
  views: [{ label: { vi: 'Chống bán phá giá', en: 'Anti-dumping' }, address: 'kind=dumping' }],
} as const satisfies Register

export type TradeWarning = RowOf<typeof tradeWarning>
