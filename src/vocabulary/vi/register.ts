import { inLanguage } from '../language.ts'

export const register = /* @__PURE__ */ inLanguage('register', {
  notKeeper:
    'Chỉ cơ quan được giao quản lý sổ này mới thực hiện được. Đồng chí liên hệ quản trị viên để biết cơ quan nào quản lý.',
  notYours:
    'Chỉ cơ quan quản lý sổ và xã, phường, đặc khu của chính bản ghi này mới thực hiện được. Đồng chí liên hệ một trong các cơ quan đó.',
  notRevealed:
    'Thông tin cá nhân chỉ mở cho cơ quan quản lý sổ và xã, phường, đặc khu của chính bản ghi này.',
  notAtThisStep:
    'Bản ghi không ở tình trạng thực hiện được bước này. Đồng chí tải lại trang để xem tình trạng hiện tại.',
})
