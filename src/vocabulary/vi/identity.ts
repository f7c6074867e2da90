import { inLanguage } from '../language.ts'

export const identity = /* @__PURE__ */ inLanguage('identity', {
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
  wrong:
    'Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên, đồng chí nhờ quản trị hệ thống cấp lại mã dùng một lần.',
  inactive: 'Tài khoản này đã ngừng sử dụng. Đồng chí liên hệ quản trị hệ thống của tỉnh.',
  codeExpired: 'Mã dùng một lần đã hết hạn. Đồng chí nhờ quản trị hệ thống cấp mã mới.',
  newPassword: 'Mật khẩu mới',
  newPasswordAgain: 'Nhập lại mật khẩu mới',
  newPasswordHint: 'Ít nhất 10 ký tự. Nên dùng một câu dễ nhớ với riêng đồng chí.',
  passwordsDiffer: 'Hai lần nhập mật khẩu chưa giống nhau.',
  passwordShort: 'Mật khẩu cần ít nhất 10 ký tự.',
  setPassword: 'Đặt mật khẩu',
  setPasswordFirst: 'Đồng chí vừa đăng nhập bằng mã dùng một lần. Hãy đặt mật khẩu riêng để tiếp tục.',
  mustSetPassword: 'Đồng chí cần đặt mật khẩu riêng trước khi làm việc tiếp.',
  forbidden: (who: string) =>
    `Việc này dành cho: ${who}. Nếu đồng chí được giao, hãy nhờ quản trị hệ thống đổi vai trò.`,
})
