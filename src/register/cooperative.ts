// Cooperatives, unions of cooperatives, cooperative groups and credit funds: a mirror of the national system of
// cooperatives (key: the number of the certificate, which is the tax code, Nghị định 92/2024 Điều 45) and beside it what
// the plans ask for.
import type { Option, Register, RowOf } from './kit/register.ts'

export const COOPERATIVE_KINDS = [
  { value: 'cooperative', label: { vi: 'Hợp tác xã', en: 'Cooperative' } },
  { value: 'union', label: { vi: 'Liên hiệp hợp tác xã', en: 'Union of cooperatives' } },
  { value: 'group', label: { vi: 'Tổ hợp tác', en: 'Cooperative group' } },
  { value: 'credit-fund', label: { vi: 'Quỹ tín dụng nhân dân', en: 'People’s credit fund' } },
] as const satisfies readonly Option[]

/** Nghị định 92/2024/NĐ-CP, Điều 27. */
export const LEGAL_STATUSES = [
  { value: 'active', label: { vi: 'Đang hoạt động', en: 'Active' } },
  { value: 'suspended', label: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' } },
  {
    value: 'tax-revoked',
    label: { vi: 'Bị thu hồi do cưỡng chế về quản lý thuế', en: 'Revoked for tax enforcement' },
  },
  {
    value: 'dissolving',
    label: {
      vi: 'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
      en: 'Being dissolved, divided, consolidated or merged',
    },
  },
  { value: 'bankrupt', label: { vi: 'Đang làm thủ tục phá sản', en: 'In bankruptcy proceedings' } },
  {
    value: 'ended',
    label: { vi: 'Đã giải thể, phá sản, chấm dứt tồn tại', en: 'Dissolved, bankrupt, no longer existing' },
  },
  {
    value: 'not-at-address',
    label: { vi: 'Không hoạt động tại địa chỉ đã đăng ký', en: 'Not at its registered address' },
  },
] as const satisfies readonly Option[]

export const SECTORS = [
  { value: 'agriculture', label: { vi: 'Nông, lâm, ngư nghiệp', en: 'Agriculture, forestry, fishery' } },
  { value: 'industry', label: { vi: 'Công nghiệp, xây dựng', en: 'Industry, construction' } },
  { value: 'services', label: { vi: 'Thương mại, dịch vụ', en: 'Trade, services' } },
] as const satisfies readonly Option[]

export const cooperative = {
  name: 'cooperative',
  label: { vi: 'Hợp tác xã', en: 'Cooperatives' },
  one: { vi: 'hợp tác xã', en: 'cooperative' },
  about: {
    vi: 'Hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác và quỹ tín dụng nhân dân của tỉnh. Nhập tệp xuất từ Hệ thống thông tin quốc gia về hợp tác xã, hoặc thêm từng đơn vị.',
    en: 'Cooperatives, unions, groups and credit funds of the province. Import the export of the national system, or add them one by one.',
  },
  group: 'cooperative',
  key: ['code'],
  title: 'name',
  since: 'registeredOn',
  order: ['name', 'asc'],
  place: 'place',
  write: 'place',
  columns: {
    code: {
      kind: 'code',
      rule: 'tax-code',
      label: { vi: 'Mã số', en: 'Number' },
      help: {
        vi: 'Mã số hợp tác xã, đồng thời là mã số thuế. Tổ hợp tác chưa đăng ký thì ghi ký hiệu do xã, phường đặt.',
        en: 'Also its tax code. A group that is not registered gets a sign from its commune.',
      },
      heads: ['Mã số HTX', 'Mã số thuế', 'MST', 'Mã số hợp tác xã'],
      search: true,
      listed: true,
    },
    name: {
      kind: 'text',
      label: { vi: 'Tên', en: 'Name' },
      heads: ['Tên HTX', 'Tên hợp tác xã'],
      search: true,
      listed: true,
    },
    kind: {
      kind: 'choice',
      label: { vi: 'Loại hình', en: 'Kind' },
      options: COOPERATIVE_KINDS,
      listed: true,
    },
    status: {
      kind: 'choice',
      label: { vi: 'Tình trạng pháp lý', en: 'Legal status' },
      heads: ['Tình trạng', 'Trạng thái'],
      options: LEGAL_STATUSES,
      listed: true,
    },
    place: {
      kind: 'place',
      label: { vi: 'Xã, phường', en: 'Commune, ward' },
      heads: ['Xã', 'Phường/xã', 'Xã/Phường'],
      listed: true,
    },
    address: {
      kind: 'text',
      label: { vi: 'Địa chỉ', en: 'Address' },
      optional: true,
      heads: ['Địa chỉ trụ sở chính', 'Trụ sở'],
    },
    sector: {
      kind: 'choice',
      label: { vi: 'Lĩnh vực', en: 'Sector' },
      options: SECTORS,
      heads: ['Ngành nghề', 'Ngành'],
      listed: true,
    },
    registeredOn: {
      kind: 'date',
      label: { vi: 'Ngày đăng ký', en: 'Registered on' },
      heads: ['Ngày thành lập', 'Ngày cấp'],
    },
    charterCapital: { kind: 'money', label: { vi: 'Vốn điều lệ', en: 'Charter capital' }, optional: true },
    members: {
      kind: 'number',
      unit: { vi: 'thành viên', en: 'members' },
      min: 0,
      label: { vi: 'Số thành viên chính thức', en: 'Official members' },
      heads: ['Số thành viên', 'Tổng số thành viên'],
      optional: true,
      listed: true,
    },
    director: {
      kind: 'text',
      label: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
      heads: ['Người đại diện', 'Giám đốc'],
      optional: true,
    },
    womanDirector: { kind: 'flag', label: { vi: 'Nữ lãnh đạo', en: 'Led by a woman' }, optional: true },
    phone: {
      kind: 'text',
      label: { vi: 'Điện thoại', en: 'Telephone' },
      personal: { vi: 'Liên hệ công việc với hợp tác xã', en: 'To reach the cooperative' },
      optional: true,
    },
    highTech: {
      kind: 'flag',
      label: { vi: 'Ứng dụng công nghệ cao', en: 'Uses high technology' },
      optional: true,
    },
    valueChain: {
      kind: 'flag',
      label: { vi: 'Tham gia chuỗi giá trị', en: 'In a value chain' },
      optional: true,
    },
    parentUnion: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Thuộc liên hiệp', en: 'Member of union' },
      optional: true,
    },
    business: {
      kind: 'text',
      label: { vi: 'Ngành, nghề kinh doanh chính', en: 'Main business' },
      heads: ['Ngành nghề kinh doanh', 'Ngành nghề kinh doanh chính', 'Lĩnh vực hoạt động chính'],
      optional: true,
    },
    email: { kind: 'text', label: { vi: 'Thư điện tử', en: 'E-mail' }, heads: ['Email'], optional: true },
    website: { kind: 'text', label: { vi: 'Trang thông tin điện tử', en: 'Website' }, optional: true },
    accountingSoftware: {
      kind: 'flag',
      label: { vi: 'Sử dụng phần mềm kế toán', en: 'Uses accounting software' },
      optional: true,
    },
    // The two below bear on who may be supported (Luật 17/2023/QH15, Điều 18).
    difficultArea: {
      kind: 'flag',
      label: { vi: 'Thuộc địa bàn khó khăn', en: 'In a difficult area' },
      heads: ['Địa bàn khó khăn', 'Địa bàn có điều kiện kinh tế - xã hội khó khăn'],
      optional: true,
    },
    underSanction: {
      kind: 'flag',
      label: { vi: 'Đang chấp hành xử phạt hoặc án hình sự', en: 'Serving a sanction or sentence' },
      help: {
        vi: 'Xử phạt về hành vi bị nghiêm cấm (khoản 2 Điều 7 Luật Hợp tác xã) hoặc hình phạt do Tòa án tuyên',
        en: 'For a forbidden act (Article 7.2 of the law on cooperatives), or a sentence of a court',
      },
      optional: true,
    },
  },
  states: {
    column: 'status',
    first: 'active',
    steps: {
      suspend: {
        label: { vi: 'Tạm ngừng kinh doanh', en: 'Suspend' },
        from: ['active'],
        to: 'suspended',
        by: 'place',
      },
      resume: {
        label: { vi: 'Hoạt động trở lại', en: 'Resume' },
        from: ['suspended', 'not-at-address', 'tax-revoked'],
        to: 'active',
        by: 'place',
      },
      absent: {
        label: { vi: 'Ghi nhận không ở địa chỉ đăng ký', en: 'Record as not at its address' },
        from: ['active', 'suspended'],
        to: 'not-at-address',
        by: 'place',
      },
      revoke: {
        label: { vi: 'Thu hồi do cưỡng chế thuế', en: 'Revoke for tax enforcement' },
        from: ['active', 'suspended', 'not-at-address'],
        to: 'tax-revoked',
        by: 'keeper',
      },
      dissolve: {
        label: { vi: 'Bắt đầu giải thể, chia, hợp nhất, sáp nhập', en: 'Begin to dissolve or reorganise' },
        from: ['active', 'suspended', 'not-at-address', 'tax-revoked'],
        to: 'dissolving',
        by: 'place',
      },
      'go-bankrupt': {
        label: { vi: 'Mở thủ tục phá sản', en: 'Open bankruptcy' },
        from: ['active', 'suspended', 'not-at-address', 'tax-revoked', 'dissolving'],
        to: 'bankrupt',
        by: 'keeper',
      },
      end: {
        label: { vi: 'Chấm dứt tồn tại', en: 'End' },
        from: ['dissolving', 'bankrupt', 'tax-revoked'],
        to: 'ended',
        by: 'keeper',
      },
    },
  },
  views: [
    { label: { vi: 'Đang hoạt động', en: 'Active' }, address: 'status=active' },
    {
      label: { vi: 'Ngừng hoạt động', en: 'Stopped' },
      address: 'status=suspended,not-at-address,tax-revoked',
    },
    { label: { vi: 'Do nữ lãnh đạo', en: 'Led by women' }, address: 'womanDirector=true&status=active' },
    { label: { vi: 'Ứng dụng công nghệ cao', en: 'High technology' }, address: 'highTech=true' },
    { label: { vi: 'Tham gia chuỗi giá trị', en: 'In value chains' }, address: 'valueChain=true' },
    { label: { vi: 'Tổ hợp tác', en: 'Groups' }, address: 'kind=group' },
  ],
} as const satisfies Register

export type Cooperative = RowOf<typeof cooperative>
