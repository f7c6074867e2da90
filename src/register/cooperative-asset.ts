// What a cooperative has that did not come from itself alone: works handed over to it, equipment of the State, common assets.
import type { Option, Register, RowOf } from './kit/register.ts'

export const ASSET_KINDS = [
  { value: 'asset', label: { vi: 'Tài sản', en: 'Asset' } },
  { value: 'work', label: { vi: 'Công trình được bàn giao', en: 'Work handed over' } },
] as const satisfies readonly Option[]

export const ASSET_SOURCES = [
  { value: 'own', label: { vi: 'Vốn của hợp tác xã', en: 'Own capital' } },
  { value: 'state', label: { vi: 'Nhà nước hỗ trợ, bàn giao', en: 'From the State' } },
  { value: 'gift', label: { vi: 'Tài trợ, tặng cho', en: 'Given' } },
  { value: 'other', label: { vi: 'Nguồn khác', en: 'Other' } },
] as const satisfies readonly Option[]

export const ASSET_STATES = [
  { value: 'held', label: { vi: 'Hợp tác xã đang quản lý', en: 'Held' } },
  { value: 'handed-over', label: { vi: 'Đã bàn giao', en: 'Handed over' } },
  { value: 'sold', label: { vi: 'Đã thanh lý', en: 'Sold' } },
] as const satisfies readonly Option[]

export const cooperativeAsset = {
  name: 'cooperative-asset',
  label: { vi: 'Tài sản, công trình', en: 'Assets and works' },
  one: { vi: 'tài sản, công trình', en: 'asset' },
  about: {
    vi: 'Tài sản của hợp tác xã và công trình Nhà nước bàn giao cho hợp tác xã quản lý. Thêm khi nhận bàn giao, hoặc khi kiểm kê để giải thể.',
    en: 'Assets of cooperatives, and works the State handed over to them. Add them when they are handed over, or counted for a dissolution.',
  },
  group: 'cooperative',
  key: ['cooperative', 'name'],
  title: 'name',
  since: 'receivedOn',
  order: ['name', 'asc'],
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
    name: {
      kind: 'text',
      label: { vi: 'Tên tài sản, công trình', en: 'Name' },
      heads: ['Tên tài sản', 'Tên công trình'],
      search: true,
      listed: true,
    },
    kind: { kind: 'choice', options: ASSET_KINDS, label: { vi: 'Loại', en: 'Kind' }, listed: true },
    status: { kind: 'choice', options: ASSET_STATES, label: { vi: 'Tình trạng', en: 'State' }, listed: true },
    value: {
      kind: 'money',
      label: { vi: 'Giá trị', en: 'Value' },
      heads: ['Nguyên giá', 'Giá trị còn lại'],
      optional: true,
      listed: true,
    },
    source: {
      kind: 'choice',
      options: ASSET_SOURCES,
      label: { vi: 'Nguồn hình thành', en: 'Source' },
      listed: true,
    },
    isIndivisible: {
      kind: 'flag',
      label: { vi: 'Tài sản chung không chia', en: 'Common, not divided' },
      optional: true,
    },
    receivedOn: { kind: 'date', label: { vi: 'Ngày nhận', en: 'Received on' }, optional: true },
    handedTo: {
      kind: 'agency',
      label: { vi: 'Bàn giao cho', en: 'Handed to' },
      optional: true,
    },
    handedOn: {
      kind: 'date',
      label: { vi: 'Ngày bàn giao, thanh lý', en: 'Handed over or sold on' },
      optional: true,
    },
    note: { kind: 'text', long: true, label: { vi: 'Ghi chú', en: 'Note' }, optional: true },
  },
  states: {
    column: 'status',
    first: 'held',
    steps: {
      'hand-over': {
        label: { vi: 'Bàn giao', en: 'Hand over' },
        from: ['held'],
        to: 'handed-over',
        by: 'place',
        needs: ['handedTo', 'handedOn'],
      },
      sell: {
        label: { vi: 'Thanh lý', en: 'Sell' },
        from: ['held'],
        to: 'sold',
        by: 'place',
        needs: ['handedOn'],
      },
    },
  },
  views: [
    { label: { vi: 'Công trình được bàn giao', en: 'Works handed over' }, address: 'kind=work' },
    { label: { vi: 'Đang quản lý', en: 'Held' }, address: 'status=held' },
  ],
} as const satisfies Register

export type CooperativeAsset = RowOf<typeof cooperativeAsset>
