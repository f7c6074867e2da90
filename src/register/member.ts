// Members of cooperatives: kinds of Luật 17/2023/QH15. What says who somebody is stands masked, with what it is kept for.
import type { Option, Register, RowOf } from './kit/register.ts'

/** Official: capital, and use of services or labour. Linked members bring capital alone, or neither. */
export const MEMBER_KINDS = [
  { value: 'official', label: { vi: 'Thành viên chính thức', en: 'Official member' } },
  {
    value: 'linked-capital',
    label: { vi: 'Thành viên liên kết góp vốn', en: 'Linked member with capital' },
  },
  {
    value: 'linked',
    label: { vi: 'Thành viên liên kết không góp vốn', en: 'Linked member without capital' },
  },
] as const satisfies readonly Option[]

export const MEMBER_ROLES = [
  { value: 'member', label: { vi: 'Thành viên', en: 'Member' } },
  { value: 'chair', label: { vi: 'Chủ tịch Hội đồng quản trị', en: 'Chair of the board' } },
  { value: 'board', label: { vi: 'Thành viên Hội đồng quản trị', en: 'Board member' } },
  { value: 'director', label: { vi: 'Giám đốc (Tổng giám đốc)', en: 'Director' } },
  { value: 'deputy', label: { vi: 'Phó giám đốc', en: 'Deputy director' } },
  { value: 'controller', label: { vi: 'Ban kiểm soát, kiểm soát viên', en: 'Controller' } },
  { value: 'accountant', label: { vi: 'Kế toán', en: 'Accountant' } },
] as const satisfies readonly Option[]

export const MEMBER_FORMS = [
  { value: 'person', label: { vi: 'Cá nhân', en: 'Person' } },
  { value: 'household', label: { vi: 'Hộ gia đình', en: 'Household' } },
  { value: 'organisation', label: { vi: 'Tổ chức, pháp nhân', en: 'Organisation' } },
] as const satisfies readonly Option[]

export const GENDERS = [
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
] as const satisfies readonly Option[]

export const member = {
  name: 'member',
  label: { vi: 'Thành viên', en: 'Members' },
  one: { vi: 'thành viên', en: 'member' },
  about: {
    vi: 'Thành viên của từng hợp tác xã theo sổ đăng ký thành viên. Nhập từ tệp của hợp tác xã, hoặc thêm từng người. Số giấy tờ, điện thoại, năm sinh và nơi ở được che; mỗi lần xem đầy đủ đều được ghi lại.',
    en: 'Members of each cooperative by its members’ book. Import its file, or add them one by one. Papers, telephone, year of birth and home are masked; each full view is logged.',
  },
  group: 'cooperative',
  key: ['cooperative', 'number'],
  title: 'name',
  since: 'joinedOn',
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
    number: {
      kind: 'code',
      label: { vi: 'Số trong sổ', en: 'Number in the book' },
      help: {
        vi: 'Số thứ tự trong sổ đăng ký thành viên của hợp tác xã',
        en: 'In the members’ book of the cooperative',
      },
      heads: ['STT', 'TT', 'Số thứ tự', 'Mã thành viên'],
    },
    name: {
      kind: 'text',
      label: { vi: 'Họ tên hoặc tên tổ chức', en: 'Name' },
      heads: ['Họ và tên', 'Họ tên', 'Tên thành viên'],
      search: true,
      listed: true,
    },
    form: {
      kind: 'choice',
      options: MEMBER_FORMS,
      label: { vi: 'Là', en: 'Is' },
      heads: ['Hình thức', 'Đối tượng'],
      optional: true,
    },
    kind: {
      kind: 'choice',
      options: MEMBER_KINDS,
      label: { vi: 'Loại thành viên', en: 'Kind' },
      listed: true,
    },
    role: {
      kind: 'choice',
      options: MEMBER_ROLES,
      label: { vi: 'Chức vụ', en: 'Position' },
      heads: ['Chức danh'],
      listed: true,
    },
    gender: {
      kind: 'choice',
      options: GENDERS,
      label: { vi: 'Giới tính', en: 'Gender' },
      optional: true,
    },
    birthYear: {
      kind: 'year',
      label: { vi: 'Năm sinh', en: 'Year of birth' },
      personal: { vi: 'Thống kê độ tuổi thành viên, cán bộ quản lý', en: 'Statistics by age' },
      optional: true,
    },
    idNumber: {
      kind: 'code',
      label: { vi: 'Số định danh, số giấy tờ pháp lý', en: 'Identity number' },
      personal: {
        vi: 'Đối chiếu danh sách thành viên khi xét hỗ trợ',
        en: 'To compare lists of members when support is considered',
      },
      heads: ['Số CCCD', 'CCCD', 'Số căn cước', 'Số định danh cá nhân', 'CMND/CCCD'],
      optional: true,
    },
    phone: {
      kind: 'text',
      label: { vi: 'Điện thoại', en: 'Telephone' },
      personal: { vi: 'Liên hệ tập huấn, lấy ý kiến thành viên', en: 'To reach members' },
      heads: ['Số điện thoại', 'SĐT'],
      optional: true,
    },
    address: {
      kind: 'text',
      label: { vi: 'Nơi ở, trụ sở', en: 'Address' },
      personal: { vi: 'Liên hệ thành viên', en: 'To reach members' },
      heads: ['Địa chỉ', 'Nơi cư trú'],
      optional: true,
    },
    capital: {
      kind: 'money',
      label: { vi: 'Vốn góp', en: 'Capital' },
      heads: ['Phần vốn góp', 'Số vốn góp'],
      optional: true,
      listed: true,
    },
    joinedOn: {
      kind: 'date',
      label: { vi: 'Ngày vào', en: 'Joined on' },
      heads: ['Ngày tham gia', 'Ngày gia nhập'],
      listed: true,
    },
    leftOn: {
      kind: 'date',
      label: { vi: 'Ngày ra', en: 'Left on' },
      heads: ['Ngày chấm dứt tư cách thành viên'],
      optional: true,
    },
    graduated: {
      kind: 'flag',
      label: { vi: 'Có trình độ cao đẳng, đại học trở lên', en: 'Has a degree' },
      heads: ['Trình độ cao đẳng, đại học'],
      optional: true,
    },
  },
  views: [
    { label: { vi: 'Đang là thành viên', en: 'Members today' }, address: 'leftOn=-' },
    {
      label: { vi: 'Cán bộ quản lý', en: 'Managers' },
      address: 'role=chair,board,director,deputy,controller,accountant&leftOn=-',
    },
    {
      label: { vi: 'Nữ cán bộ quản lý', en: 'Women managers' },
      address: 'role=chair,board,director,deputy,controller,accountant&gender=female&leftOn=-',
    },
    { label: { vi: 'Liên kết góp vốn', en: 'Linked with capital' }, address: 'kind=linked-capital' },
  ],
} as const satisfies Register

export type Member = RowOf<typeof member>
