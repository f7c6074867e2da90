// Every word a person reads, in Vietnamese. Grouped by room; functions where a word depends on a figure.

const number = new Intl.NumberFormat('vi-VN', { useGrouping: 'always' })

export const vi = {
  product: 'Chủ Trì',
  number: (n: number) => number.format(n),
  /** "2026-05-04" -> "04/05/2026". */
  day: (day: string) => day.split('-').reverse().join('/'),
  moment: (iso: string) =>
    new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(
      new Date(iso),
    ),
  percent: (share: number) =>
    `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(share * 100)}%`,

  common: {
    save: 'Lưu',
    cancel: 'Hủy',
    close: 'Đóng',
    delete: 'Xóa',
    edit: 'Sửa',
    add: 'Thêm',
    back: 'Quay lại',
    search: 'Tìm',
    all: 'Tất cả',
    none: 'Không có',
    more: 'Xem thêm',
    loading: 'Đang tải…',
    retry: 'Thử lại',
    download: 'Tải về',
    yes: 'Có',
    no: 'Không',
    of: (part: number, whole: number) => `${number.format(part)}/${number.format(whole)}`,
    failed: 'Không thực hiện được',
    offline: 'Không kết nối được máy chủ. Đồng chí kiểm tra mạng rồi thử lại.',
    skipToContent: 'Đến nội dung chính',
    menu: 'Trình đơn',
    shortcuts: 'Phím tắt',
  },

  api: {
    description:
      'Giao diện lập trình của Chủ Trì. Mọi thay đổi gửi kèm If-Match (phiên bản đã xem), mọi lần tạo mới gửi kèm Idempotency-Key. Từ chối được trả về dạng application/problem+json.',
  },

  refusal: {
    signIn: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đồng chí đăng nhập lại để tiếp tục.',
    foreignOrigin: 'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy thao tác trên chính trang Chủ Trì.',
    invalid: 'Thông tin gửi lên chưa đúng. Đồng chí xem các mục được nêu và sửa lại.',
    tooLarge: 'Tệp lớn hơn 50 MB nên không nhận được. Hãy chia nhỏ hoặc giảm dung lượng ảnh trong tệp.',
    tooMany: 'Có quá nhiều lần thử trong thời gian ngắn. Đồng chí chờ một phút rồi thử lại.',
    unreadable: 'Yêu cầu không đọc được. Đồng chí tải lại trang và thử lại.',
    fault: (id: string) => `Hệ thống gặp lỗi ngoài dự kiến, chưa có gì được ghi. Khi báo lỗi, đồng chí nêu mã ${id}.`,
    versionMissing: 'Thiếu phiên bản đã xem (If-Match) nên không thể ghi thay đổi.',
    keyMissing: 'Thiếu khóa chống gửi trùng (Idempotency-Key, 8 đến 100 ký tự).',
    keyReused: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác. Hãy tải lại trang và thực hiện lại.',
    stale: 'Nội dung đã được người khác thay đổi sau khi đồng chí mở. Hãy tải lại để xem bản mới rồi thực hiện lại.',
    missing: 'Không tìm thấy nội dung này. Có thể nó đã bị xóa hoặc không thuộc đơn vị của đồng chí.',
    serverRunning: 'Đã có một máy chủ Chủ Trì đang chạy trên thư mục dữ liệu này. Hãy dùng máy chủ đó, hoặc đặt DATA_DIR khác.',
    portTaken: (port: number) => `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt PORT khác.`,
  },

  identity: {
    roles: {
      admin: 'Quản trị hệ thống',
      leader: 'Lãnh đạo tỉnh',
      focal: 'Đầu mối theo dõi',
      head: 'Thủ trưởng đơn vị',
      officer: 'Chuyên viên',
    },
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu hoặc mã dùng một lần',
    wrong: 'Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên, đồng chí nhờ quản trị hệ thống cấp lại mã dùng một lần.',
    inactive: 'Tài khoản này đã ngừng sử dụng. Đồng chí liên hệ quản trị hệ thống của tỉnh.',
    codeExpired: 'Mã dùng một lần đã hết hạn. Đồng chí nhờ quản trị hệ thống cấp mã mới.',
    newPassword: 'Mật khẩu mới',
    newPasswordAgain: 'Nhập lại mật khẩu mới',
    newPasswordHint: 'Ít nhất 10 ký tự. Nên dùng một câu dễ nhớ với riêng đồng chí.',
    passwordsDiffer: 'Hai lần nhập mật khẩu chưa giống nhau.',
    passwordShort: 'Mật khẩu cần ít nhất 10 ký tự.',
    setPassword: 'Đặt mật khẩu',
    setPasswordFirst: 'Đồng chí đăng nhập bằng mã dùng một lần, hãy đặt mật khẩu riêng để tiếp tục.',
    mustSetPassword: 'Đồng chí cần đặt mật khẩu riêng trước khi làm việc tiếp.',
    forbidden: (who: string) => `Việc này dành cho: ${who}. Nếu đồng chí được giao, hãy nhờ quản trị hệ thống đổi vai trò.`,
  },
}
