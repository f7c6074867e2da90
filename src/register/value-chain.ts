// Value chains: one product from growing to sale, and the enterprise that leads it.
import type { Register, RowOf } from './kit/register.ts'

export const valueChain = {
  name: 'value-chain',
  label: { vi: 'Chuỗi giá trị', en: 'Value chains' },
  one: { vi: 'chuỗi', en: 'value chain' },
  about: {
    vi: 'Chuỗi liên kết sản xuất, chế biến và tiêu thụ một sản phẩm. Thêm chuỗi trước, rồi ghi từng hợp tác xã tham gia ở sổ Tham gia chuỗi.',
    en: 'Chains that grow, process and sell one product. Add the chain first, then each cooperative in it.',
  },
  group: 'market',
  key: ['code'],
  title: 'name',
  since: 'startedOn',
  order: ['name', 'asc'],
  write: 'keeper',
  columns: {
    code: {
      kind: 'code',
      label: { vi: 'Ký hiệu', en: 'Code' },
      heads: ['Mã chuỗi', 'Mã'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên chuỗi', en: 'Name' },
      heads: ['Chuỗi'],
      search: true,
      listed: true,
    },
    product: { kind: 'text', label: { vi: 'Sản phẩm', en: 'Product' }, search: true, listed: true },
    enterprise: {
      kind: 'ref',
      of: 'enterprise',
      label: { vi: 'Doanh nghiệp chủ trì', en: 'Led by' },
      heads: ['Doanh nghiệp'],
      optional: true,
      listed: true,
    },
    startedOn: {
      kind: 'date',
      label: { vi: 'Bắt đầu từ ngày', en: 'Since' },
      heads: ['Ngày bắt đầu'],
      listed: true,
    },
    endedOn: { kind: 'date', label: { vi: 'Kết thúc ngày', en: 'Ended on' }, optional: true },
    output: {
      kind: 'text',
      label: { vi: 'Quy mô, sản lượng', en: 'Size' },
      heads: ['Quy mô'],
      optional: true,
    },
    note: { kind: 'text', long: true, label: { vi: 'Ghi chú', en: 'Note' }, optional: true },
  },
  views: [{ label: { vi: 'Đang hoạt động', en: 'Running' }, address: 'endedOn=-' }],
} as const satisfies Register

export type ValueChain = RowOf<typeof valueChain>
