// Who came to a training, fair or dialogue, and from which cooperative.
import type { Register, RowOf } from './kit/register.ts'
import { GENDERS } from './member.ts'

export const participant = {
  name: 'participant',
  label: { vi: 'Người tham dự', en: 'Participants' },
  one: { vi: 'người tham dự', en: 'participant' },
  about: {
    vi: 'Danh sách người dự từng lớp tập huấn, hội chợ, đối thoại. Nhập từ danh sách điểm danh bằng Excel, hoặc thêm từng người. Số điện thoại được che.',
    en: 'Who came to each course, fair or dialogue. Import the list of attendance, or add them one by one. Telephones are masked.',
  },
  group: 'learning',
  key: ['event', 'number'],
  title: 'name',
  order: ['name', 'asc'],
  place: 'cooperative.place',
  write: 'keeper',
  columns: {
    event: {
      kind: 'ref',
      of: 'learning-event',
      label: { vi: 'Lớp, hội nghị', en: 'Event' },
      heads: ['Mã lớp', 'Ký hiệu lớp'],
      listed: true,
    },
    number: {
      kind: 'code',
      label: { vi: 'Số thứ tự', en: 'Number' },
      heads: ['STT', 'TT'],
    },
    name: {
      kind: 'text',
      label: { vi: 'Họ và tên', en: 'Name' },
      heads: ['Họ tên'],
      search: true,
      listed: true,
    },
    gender: { kind: 'choice', options: GENDERS, label: { vi: 'Giới tính', en: 'Gender' }, optional: true },
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'HTX', 'Đơn vị'],
      optional: true,
      listed: true,
    },
    isManager: {
      kind: 'flag',
      label: { vi: 'Là cán bộ quản lý', en: 'Is a manager' },
      heads: ['Cán bộ quản lý'],
      listed: true,
    },
    position: { kind: 'text', label: { vi: 'Chức vụ', en: 'Position' }, optional: true },
    phone: {
      kind: 'text',
      label: { vi: 'Điện thoại', en: 'Telephone' },
      personal: { vi: 'Liên hệ về lớp học, gửi tài liệu', en: 'To send materials' },
      heads: ['Số điện thoại', 'SĐT'],
      optional: true,
    },
    certificate: {
      kind: 'flag',
      label: { vi: 'Được cấp chứng nhận', en: 'Got a certificate' },
      optional: true,
    },
  },
  views: [
    { label: { vi: 'Cán bộ quản lý', en: 'Managers' }, address: 'isManager=true' },
    { label: { vi: 'Nữ', en: 'Women' }, address: 'gender=female' },
  ],
} as const satisfies Register

export type Participant = RowOf<typeof participant>
