// Products of cooperatives and enterprises: marks, markets, OCOP stars. The six groups and the stars are those of the
// OCOP programme as provinces use them; no decision is cited, since none was at hand to compare with.
import type { Option, Register, RowOf } from './kit/register.ts'

export const PRODUCT_CATEGORIES = [
  { value: 'food', label: { vi: 'Thực phẩm', en: 'Food' } },
  { value: 'drink', label: { vi: 'Đồ uống', en: 'Drinks' } },
  {
    value: 'herbs',
    label: { vi: 'Dược liệu và sản phẩm từ dược liệu', en: 'Medicinal plants and what is made of them' },
  },
  { value: 'craft', label: { vi: 'Thủ công mỹ nghệ', en: 'Crafts' } },
  { value: 'ornamental', label: { vi: 'Sinh vật cảnh', en: 'Ornamental plants and animals' } },
  {
    value: 'tourism',
    label: {
      vi: 'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
      en: 'Community and eco-tourism',
    },
  },
  { value: 'other', label: { vi: 'Sản phẩm khác', en: 'Other' } },
] as const satisfies readonly Option[]

export const MARK_KINDS = [
  { value: 'mark', label: { vi: 'Nhãn hiệu', en: 'Mark' } },
  { value: 'collective', label: { vi: 'Nhãn hiệu tập thể', en: 'Collective mark' } },
  { value: 'certification', label: { vi: 'Nhãn hiệu chứng nhận', en: 'Certification mark' } },
  { value: 'origin', label: { vi: 'Chỉ dẫn địa lý', en: 'Geographical indication' } },
] as const satisfies readonly Option[]

export const product = {
  name: 'product',
  label: { vi: 'Sản phẩm', en: 'Products' },
  one: { vi: 'sản phẩm', en: 'product' },
  about: {
    vi: 'Sản phẩm của hợp tác xã và doanh nghiệp: nhãn hiệu, thị trường, sao OCOP. Nhập từ tệp Excel, hoặc thêm từng sản phẩm. Thị trường và mã HS dùng để báo cảnh báo phòng vệ thương mại đến đúng hợp tác xã.',
    en: 'Products of cooperatives and enterprises: marks, markets, OCOP stars. Import a sheet, or add them one by one. Markets and HS codes decide who is told of trade-remedy warnings.',
  },
  group: 'market',
  key: ['code'],
  title: 'name',
  order: ['name', 'asc'],
  place: 'cooperative.place',
  write: 'place',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Mã sản phẩm', en: 'Code' },
      heads: ['Mã'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên sản phẩm', en: 'Name' },
      heads: ['Sản phẩm', 'Tên'],
      search: true,
      listed: true,
    },
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX', 'Chủ thể'],
      optional: true,
      listed: true,
    },
    enterprise: {
      kind: 'ref',
      of: 'enterprise',
      label: { vi: 'Doanh nghiệp', en: 'Enterprise' },
      heads: ['MST doanh nghiệp'],
      optional: true,
    },
    category: {
      kind: 'choice',
      options: PRODUCT_CATEGORIES,
      label: { vi: 'Nhóm sản phẩm', en: 'Group' },
      heads: ['Nhóm', 'Ngành hàng'],
      listed: true,
    },
    hsCode: {
      kind: 'code',
      label: { vi: 'Mã HS', en: 'HS code' },
      help: { vi: 'Ghi liền các chữ số, ví dụ 090220', en: 'Digits only, such as 090220' },
      heads: ['HS'],
      optional: true,
    },
    markets: {
      kind: 'texts',
      label: { vi: 'Thị trường', en: 'Markets' },
      heads: ['Thị trường xuất khẩu', 'Thị trường tiêu thụ'],
      optional: true,
      listed: true,
    },
    brand: {
      kind: 'text',
      label: { vi: 'Nhãn hiệu, thương hiệu', en: 'Brand' },
      heads: ['Thương hiệu'],
      optional: true,
      search: true,
    },
    markKind: {
      kind: 'choice',
      options: MARK_KINDS,
      label: { vi: 'Loại bảo hộ', en: 'Protected as' },
      optional: true,
    },
    markNumber: {
      kind: 'text',
      label: { vi: 'Số văn bằng bảo hộ', en: 'Number of protection' },
      optional: true,
    },
    ocopStars: {
      kind: 'number',
      unit: { vi: 'sao', en: 'stars' },
      min: 1,
      max: 5,
      label: { vi: 'Sao OCOP', en: 'OCOP stars' },
      heads: ['Hạng sao', 'OCOP', 'Hạng sao OCOP'],
      optional: true,
      listed: true,
    },
    ocopYear: {
      kind: 'year',
      label: { vi: 'Năm công nhận OCOP', en: 'OCOP since' },
      heads: ['Năm công nhận'],
      optional: true,
    },
    yearlyOutput: {
      kind: 'text',
      label: { vi: 'Sản lượng một năm', en: 'Output of a year' },
      heads: ['Sản lượng'],
      optional: true,
    },
  },
  views: [
    {
      label: { vi: 'Có nhãn hiệu tập thể, chứng nhận, chỉ dẫn địa lý', en: 'Shared marks' },
      address: 'markKind=collective,certification,origin',
    },
    { label: { vi: 'Có sao OCOP', en: 'With OCOP stars' }, address: 'ocopStars=1..' },
    { label: { vi: 'OCOP từ 4 sao', en: 'OCOP, 4 stars and more' }, address: 'ocopStars=4..' },
  ],
} as const satisfies Register

export type Product = RowOf<typeof product>
