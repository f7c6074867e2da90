import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const discussion = /* @__PURE__ */ inLanguage('discussion', {
  title: (n: number) => `Trao đổi (${number.format(n)})`,
  titleLoading: 'Trao đổi',
  empty: 'Đồng chí chưa viết gì.',
  tooLong: (most: number) =>
    `Nội dung dài quá ${number.format(most)} ký tự. Hãy viết ngắn lại hoặc tách làm hai.`,
  tooManyNamed: (most: number) =>
    `Mỗi lần trao đổi nhắc tên được nhiều nhất ${number.format(most)} cơ quan, cá nhân. Hãy bớt tên hoặc tách làm hai.`,
  notAuthor: 'Chỉ người viết mới rút lại được lời trao đổi này.',
  alreadyWithdrawn: 'Lời trao đổi này đã được rút lại.',
  dayOver:
    'Chỉ rút lại được trong ngày viết. Nếu cần nói lại cho đúng, đồng chí viết thêm một lời trao đổi mới.',
  outside:
    'Việc của công an, quân sự không trao đổi trên hệ thống này; hệ thống chỉ ghi ngày. Đồng chí trao đổi theo quy định riêng.',
  nameUnknown: 'Có tên được nhắc không còn trong danh mục. Hãy tải lại trang rồi chọn lại tên sau dấu @.',
  nameInactive: (name: string) =>
    `Tài khoản của ${name} đã ngừng sử dụng nên không nhận được. Hãy nhắc người khác hoặc nhắc cả cơ quan.`,
  nameEnded: (name: string) => `${name} đã được sắp xếp lại, không còn hoạt động. Hãy nhắc cơ quan kế thừa.`,
  reaches: (n: number, first: string) =>
    n === 0 ? 'Chưa có ai dùng tài khoản' : `${number.format(n)} người: ${first}`,
  write: 'Viết trao đổi',
  writeHint: 'Gõ @ để nhắc một cơ quan hoặc một người, không cần gõ dấu. Gửi nhanh bằng Ctrl + Enter.',
  names: 'Cơ quan, cá nhân',
  namesFound: (n: number) => `${number.format(n)} lựa chọn. Dùng phím mũi tên và Enter để chọn.`,
  namesNone: 'Không có cơ quan, cá nhân nào khớp. Thử gõ ít chữ hơn.',
  unreached: (names: string) =>
    `Đã ghi, nhưng ${names} chưa có ai dùng tài khoản nên chưa ai nhận được. Đồng chí liên hệ trực tiếp.`,
  send: 'Gửi trao đổi',
  willReach: (n: number) => `Sẽ nhắc ${number.format(n)} cơ quan, cá nhân.`,
  older: 'Xem trao đổi cũ hơn',
  nothingYet: 'Chưa có trao đổi nào. Hỏi, trả lời và nhắc nhau ở đây để mọi người cùng thấy.',
  withdrawn: (at: string) => `Đã rút lại lúc ${at}`,
  withdraw: 'Rút lại',
  withdrawSure: 'Lời này sẽ bị gạch ngang, ai cũng vẫn thấy là đã có. Rút lại?',
  answer: 'Trả lời',
  reached: (who: string) => `Đã nhắc: ${who}`,
  readBy: (name: string, read: number, reached: number) =>
    reached === 1
      ? `${name} (${read === 1 ? 'đã xem' : 'chưa xem'})`
      : `${name} (${number.format(read)}/${number.format(reached)} người đã xem)`,
  mentions: {
    title: 'Nhắc đến tôi',
    which: 'Chọn danh sách',
    unread: (n: number) => `Chưa xem (${number.format(n)})`,
    all: 'Tất cả',
    isUnread: 'Chưa xem',
    named: (through: string | null) => (through ? `nhắc đến ${through}` : 'nhắc đến đồng chí'),
    noneUnread:
      'Không còn lời nhắc nào chưa xem. Khi ai đó gõ @ kèm tên đồng chí hoặc cơ quan, lời nhắc hiện ở đây.',
    none: 'Chưa ai nhắc đến đồng chí. Khi ai đó gõ @ kèm tên đồng chí hoặc cơ quan, lời nhắc hiện ở đây.',
    read: 'Đã xem',
    readAll: 'Đánh dấu đã xem tất cả',
    open: { plan: 'Mở kế hoạch', item: 'Mở nhiệm vụ', assignment: 'Mở việc', difficulty: 'Mở vướng mắc' },
    count: (n: number) => `Nhắc đến tôi: ${number.format(n)} lời chưa xem`,
  },
})
