import { inLanguage } from '../language.ts'

export const setup = /* @__PURE__ */ inLanguage('setup', {
  sampleProvince: 'tỉnh Sông Mơ',
  done: 'Tỉnh đã được thiết lập trước đó. Đồng chí đăng nhập để làm việc.',
  provinceUnknown: 'Hãy chọn tỉnh, thành phố trong danh sách.',
  codeMissing: 'Thiết lập từ máy khác cần mã thiết lập. Mã hiện trên màn hình nơi khởi động máy chủ Chủ Trì.',
  codeWrong: 'Mã thiết lập không đúng. Hãy xem lại mã mới nhất trên màn hình nơi khởi động máy chủ.',
  sampleAdminOnly: 'Tỉnh đã được thiết lập nên chỉ quản trị hệ thống mới mở được tỉnh mẫu.',
  sampleExists: 'Tỉnh mẫu đã có sẵn. Hãy chọn một người của tỉnh mẫu để xem.',
  sampleMissing: 'Tỉnh mẫu đã được gỡ trước đó.',
  removeForbidden:
    'Chỉ gỡ được tỉnh mẫu từ chính máy chủ, hoặc khi đăng nhập là quản trị hệ thống của tỉnh mẫu.',
  welcome:
    'Biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành. Đồng chí thiết lập tỉnh của mình, hoặc xem thử tỉnh mẫu trước.',
  code: 'Mã thiết lập',
  codeHint: 'Đồng chí đang mở từ máy khác. Mã hiện trên màn hình nơi khởi động máy chủ Chủ Trì.',
  realTitle: 'Thiết lập tỉnh',
  realExplain:
    'Chọn tỉnh, thành phố và tạo tài khoản quản trị đầu tiên. Danh mục cơ quan được nạp ở bước sau.',
  province: 'Tỉnh, thành phố',
  provincePlaceholder: 'Gõ để tìm trong 34 tỉnh, thành phố',
  adminName: 'Họ và tên quản trị hệ thống',
  loginHint: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
  password: 'Mật khẩu',
  showPassword: 'Hiện mật khẩu',
  setUp: 'Thiết lập',
  sampleTitle: 'Tỉnh mẫu',
  sampleExplain:
    'Tỉnh Sông Mơ không có thật: hơn 60 cơ quan, hơn 40 cán bộ, hai kế hoạch đã công bố và diễn biến thực hiện trong năm. Có thể gỡ bất cứ lúc nào, không ảnh hưởng đến tỉnh thật.',
  openSample: 'Xem thử tỉnh mẫu',
  opening:
    'Đang dựng tỉnh mẫu: danh mục cơ quan, hai kế hoạch, diễn biến thực hiện. Thường mất dưới một phút.',
  orSample: 'hoặc xem tỉnh mẫu',
  peopleExplain: 'Chọn một người của tỉnh mẫu để vào ngay, không cần mật khẩu.',
  roleExplain: {
    admin: 'Quản lý danh mục cơ quan và tài khoản',
    leader: 'Xem toàn cảnh, nơi vướng mắc, chậm tiến độ',
    focal: 'Đưa kế hoạch vào, giao việc, xác nhận kết quả',
    head: 'Duyệt báo cáo của đơn vị mình',
    officer: 'Nhận việc và báo cáo kết quả',
  },
  banner: 'Tỉnh mẫu: dữ liệu hư cấu.',
  bannerExplain: 'Mọi cơ quan, cán bộ và số liệu ở đây đều không có thật.',
  switchPerson: 'Đổi người',
  remove: 'Gỡ tỉnh mẫu',
  removeTitle: 'Gỡ tỉnh mẫu?',
  removeExplain:
    'Toàn bộ cơ quan, cán bộ, kế hoạch và diễn biến của tỉnh mẫu sẽ bị xóa, mọi người đang xem đều bị đăng xuất. Tỉnh thật không bị ảnh hưởng. Có thể mở lại tỉnh mẫu sau.',
  notOfSample: 'Chỉ người của tỉnh mẫu được vào không cần mật khẩu. Hãy đăng nhập bằng tên và mật khẩu.',
})
