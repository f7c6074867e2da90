import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const savedFilter = /* @__PURE__ */ inLanguage('savedFilter', {
  title: 'Bộ lọc đã lưu',
  here: (name: string) => `Bộ lọc: ${name}`,
  none: 'Chưa lưu bộ lọc nào. Lọc danh sách theo ý mình rồi lưu lại để lần sau mở ngay.',
  isStart: '(mở đầu tiên)',
  save: 'Lưu bộ lọc đang xem…',
  manage: 'Đổi tên, xóa, chọn mở đầu tiên…',
  saveTitle: 'Lưu bộ lọc đang xem',
  manageTitle: 'Bộ lọc đã lưu',
  name: 'Tên bộ lọc',
  nameHint: 'Ví dụ: Việc quá hạn của phòng tôi. Muốn gửi cho người khác thì gửi địa chỉ của trang.',
  nameForm: 'Tên bộ lọc cần từ 1 đến 80 ký tự.',
  rename: 'Đổi tên',
  delete: (name: string) => `Xóa bộ lọc ${name}`,
  start: 'Mở đầu tiên sau khi đăng nhập',
  startHint: 'Chỉ một bộ lọc được mở đầu tiên. Bỏ chọn thì trở lại trang mở đầu thường lệ.',
  tooMany: (most: number) =>
    `Mỗi người lưu được nhiều nhất ${number.format(most)} bộ lọc. Hãy xóa bớt rồi lưu lại.`,
  taken: (name: string) => `Đồng chí đã có bộ lọc tên "${name}". Hãy đặt tên khác hoặc xóa bộ lọc cũ.`,
})
