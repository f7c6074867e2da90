import { inLanguage } from '../language.ts'

export const accounts = /* @__PURE__ */ inLanguage('accounts', {
  title: 'Tài khoản',
  loginForm: 'Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
  loginTaken: (login: string) => `Tên đăng nhập "${login}" đã có người dùng. Hãy chọn tên khác.`,
  lastAdmin: 'Đây là quản trị hệ thống cuối cùng đang hoạt động nên không thể ngừng hoặc đổi vai trò.',
  person: 'Họ và tên',
  position: 'Chức vụ',
  role: 'Vai trò',
  agency: 'Cơ quan, đơn vị',
  state: 'Tình trạng',
  add: 'Thêm tài khoản',
  edit: 'Sửa tài khoản',
  reset: 'Cấp lại mã',
  resetExplain: (name: string) =>
    `Cấp mã dùng một lần mới cho ${name}? Mật khẩu cũ và các phiên đang mở sẽ hết hiệu lực ngay.`,
  stop: 'Ngừng sử dụng',
  resume: 'Cho sử dụng lại',
  codesTitle: 'Mã dùng một lần',
  codesExplain: (days: number) =>
    `Mã chỉ hiện một lần này, dùng được trong ${days} ngày. Đồng chí in ra và trao tận tay từng người.`,
  print: 'In phiếu',
  empty:
    'Chưa có tài khoản nào. Thêm từng người bằng nút "Thêm tài khoản", hoặc nạp cả danh sách từ tệp Excel ở trang Cơ quan.',
  noAgency: 'Không thuộc cơ quan, đơn vị nào',
  nameForm: 'Họ và tên cần từ 2 đến 100 ký tự.',
  positionForm: 'Chức vụ không quá 200 ký tự.',
  agencyMissing:
    'Vai trò này cần thuộc một cơ quan, đơn vị. Chỉ quản trị hệ thống và lãnh đạo tỉnh được để trống.',
  agencyUnknown: 'Cơ quan, đơn vị này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  states: {
    active: 'Đang sử dụng',
    waiting: 'Chờ đặt mật khẩu',
    expired: 'Mã đã hết hạn',
    stopped: 'Đã ngừng',
  },
  search: 'Tìm theo họ tên, tên đăng nhập, chức vụ, cơ quan, đơn vị',
  notFound: (search: string) => `Không có tài khoản nào khớp "${search}". Hãy thử từ khác, không cần gõ dấu.`,
  actions: 'Thao tác',
  editOf: (name: string) => `Sửa tài khoản của ${name}`,
  code: 'Mã dùng một lần',
  codesDone: 'Đã in hoặc đã ghi lại',
  slipAddress: 'Địa chỉ',
  slipNote: (days: number) =>
    `Mã dùng được một lần trong ${days} ngày. Sau khi đăng nhập, đồng chí đặt mật khẩu riêng rồi hủy phiếu này.`,
  chooseAgency: 'Chọn cơ quan, đơn vị',
  clearAgency: 'Bỏ chọn cơ quan, đơn vị',
  resetStopped: 'Tài khoản này đã ngừng sử dụng. Hãy cho sử dụng lại trước khi cấp mã mới.',
})
