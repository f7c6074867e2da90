// Enterprises that buy from cooperatives, process for them or lead value chains.
import { SECTORS } from './cooperative.ts'
import type { Register, RowOf } from './kit/register.ts'

export const enterprise = {
  name: 'enterprise',
  label: { vi: 'Doanh nghiệp liên kết', en: 'Enterprises' },
  one: { vi: 'doanh nghiệp', en: 'enterprise' },
  about: {
    vi: 'Doanh nghiệp thu mua, chế biến, tiêu thụ cùng hợp tác xã hoặc chủ trì chuỗi giá trị. Nhập từ tệp Excel, hoặc thêm từng doanh nghiệp.',
    en: 'Enterprises that buy, process or sell with cooperatives, or lead value chains. Import a sheet, or add them one by one.',
  },
  group: 'market',
  key: ['code'],
  title: 'name',
  order: ['name', 'asc'],
  place: 'place',
  write: 'place',
  columns: {
    code: {
      kind: 'code',
      rule: 'tax-code',
      label: { vi: 'Mã số thuế', en: 'Tax code' },
      heads: ['MST', 'Mã số doanh nghiệp', 'Mã số'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên doanh nghiệp', en: 'Name' },
      heads: ['Tên', 'Tên công ty'],
      search: true,
      listed: true,
    },
    place: {
      kind: 'place',
      label: { vi: 'Xã, phường', en: 'Commune, ward' },
      help: { vi: 'Doanh nghiệp ngoài tỉnh thì để trống', en: 'Empty for an enterprise from elsewhere' },
      heads: ['Xã', 'Phường/xã', 'Xã/Phường'],
      optional: true,
      listed: true,
    },
    address: { kind: 'text', label: { vi: 'Địa chỉ', en: 'Address' }, heads: ['Trụ sở'], optional: true },
    sector: {
      kind: 'choice',
      options: SECTORS,
      label: { vi: 'Lĩnh vực', en: 'Sector' },
      heads: ['Ngành nghề', 'Ngành'],
      listed: true,
    },
    products: {
      kind: 'texts',
      label: { vi: 'Sản phẩm chính', en: 'Main products' },
      heads: ['Sản phẩm', 'Mặt hàng'],
      optional: true,
      search: true,
      listed: true,
    },
    markets: { kind: 'texts', label: { vi: 'Thị trường', en: 'Markets' }, optional: true },
    representative: {
      kind: 'text',
      label: { vi: 'Người đại diện', en: 'Representative' },
      heads: ['Giám đốc', 'Người đại diện theo pháp luật'],
      optional: true,
    },
    phone: {
      kind: 'text',
      label: { vi: 'Điện thoại', en: 'Telephone' },
      personal: { vi: 'Liên hệ công việc với doanh nghiệp', en: 'To reach the enterprise' },
      optional: true,
    },
    website: { kind: 'text', label: { vi: 'Trang thông tin điện tử', en: 'Website' }, optional: true },
  },
  views: [{ label: { vi: 'Nông, lâm, ngư nghiệp', en: 'Agriculture' }, address: 'sector=agriculture' }],
} as const satisfies Register

export type Enterprise = RowOf<typeof enterprise>
