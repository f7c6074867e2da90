// Which cooperative has which part in a value chain.
import type { Option, Register, RowOf } from './kit/register.ts'

export const CHAIN_ROLES = [
  { value: 'supply', label: { vi: 'Cung ứng vật tư, giống', en: 'Supplies' } },
  { value: 'grow', label: { vi: 'Sản xuất nguyên liệu', en: 'Grows' } },
  { value: 'process', label: { vi: 'Sơ chế, chế biến', en: 'Processes' } },
  { value: 'sell', label: { vi: 'Tiêu thụ', en: 'Sells' } },
  { value: 'service', label: { vi: 'Dịch vụ cho chuỗi', en: 'Serves the chain' } },
] as const satisfies readonly Option[]

export const chainLink = {
  name: 'chain-link',
  label: { vi: 'Tham gia chuỗi', en: 'Part in chains' },
  one: { vi: 'lượt tham gia', en: 'part' },
  about: {
    vi: 'Hợp tác xã nào tham gia chuỗi giá trị nào, với vai trò gì, theo hợp đồng ký ngày nào.',
    en: 'Which cooperative has which part in which value chain, since when.',
  },
  group: 'market',
  key: ['chain', 'cooperative', 'role'],
  title: 'cooperative',
  since: 'signedOn',
  order: ['signedOn', 'desc'],
  place: 'cooperative.place',
  write: 'place',
  columns: {
    chain: {
      kind: 'ref',
      of: 'value-chain',
      label: { vi: 'Chuỗi giá trị', en: 'Value chain' },
      heads: ['Mã chuỗi', 'Chuỗi'],
      listed: true,
    },
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX'],
      listed: true,
    },
    role: { kind: 'choice', options: CHAIN_ROLES, label: { vi: 'Vai trò', en: 'Part' }, listed: true },
    signedOn: {
      kind: 'date',
      label: { vi: 'Ngày ký', en: 'Signed on' },
      heads: ['Ngày ký hợp đồng'],
      listed: true,
    },
    endedOn: { kind: 'date', label: { vi: 'Ngày kết thúc', en: 'Ended on' }, optional: true, listed: true },
    contract: {
      kind: 'text',
      label: { vi: 'Số hợp đồng', en: 'Contract' },
      heads: ['Hợp đồng'],
      optional: true,
      search: true,
    },
  },
  views: [
    { label: { vi: 'Đang tham gia', en: 'In force' }, address: 'endedOn=-' },
    { label: { vi: 'Sản xuất nguyên liệu', en: 'Growing' }, address: 'role=grow&endedOn=-' },
  ],
} as const satisfies Register

export type ChainLink = RowOf<typeof chainLink>
