import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const daysOff = /* @__PURE__ */ inLanguage('daysOff', {
  title: 'Ngày nghỉ, ngày làm bù',
  explain:
    'Thời hạn tính theo ngày làm việc bỏ qua thứ Bảy, Chủ nhật và các ngày nghỉ nhập ở đây. Thời hạn đã đặt trước đó không thay đổi.',
  notEntered: (years: string) => `Chưa nhập ngày nghỉ năm ${years}; chỉ trừ thứ Bảy, Chủ nhật.`,
  empty: (year: number) =>
    `Chưa nhập ngày nghỉ nào của năm ${year}. Khi có thông báo nghỉ lễ, Tết chính thức, đồng chí bấm "Dán danh sách" để nhập cả năm, hoặc "Thêm ngày" để nhập từng ngày.`,
  emptyToRead: (year: number) =>
    `Chưa nhập ngày nghỉ nào của năm ${year}. Quản trị hệ thống hoặc đầu mối theo dõi nhập khi có thông báo nghỉ lễ, Tết chính thức.`,
  year: 'Năm',
  yearBefore: 'Năm trước',
  yearAfter: 'Năm sau',
  grid: (year: number) => `Lịch năm ${year}`,
  gridSummary: (off: number, working: number) =>
    `${number.format(off)} ngày nghỉ và ${number.format(working)} ngày làm bù đã nhập`,
  month: (month: number) => `Tháng ${month}`,
  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  weekdayNames: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  kinds: { off: 'Ngày nghỉ', working: 'Ngày làm bù' },
  weekend: 'Thứ Bảy, Chủ nhật',
  list: (n: number) => `Đã nhập ${number.format(n)} ngày`,
  day: 'Ngày',
  lastDay: 'Đến ngày (nếu nghỉ nhiều ngày liền)',
  kind: 'Loại',
  name: 'Tên ngày',
  namePlaceholder: 'Ví dụ: Tết Dương lịch',
  add: 'Thêm ngày',
  edit: 'Sửa ngày',
  editOf: (day: string) => `Sửa ngày ${day}`,
  deleteAsk: (day: string) => `Xóa ngày ${day} khỏi danh sách?`,
  paste: 'Dán danh sách',
  pasteLabel: 'Danh sách ngày, mỗi dòng một ngày hoặc một khoảng',
  pasteHint:
    'Viết ngày/tháng/năm rồi đến tên, ví dụ "01/01/2027 Tết Dương lịch" hoặc "05/02/2027 - 11/02/2027 Tết Nguyên đán". Dòng có chữ "làm bù" là ngày làm việc.',
  check: 'Kiểm tra',
  carryOut: (n: number) => `Nhập ${number.format(n)} ngày`,
  added: (n: number) => `Đã nhập ${number.format(n)} ngày.`,
  wouldAdd: (n: number, known: number) =>
    `Sẽ nhập ${number.format(n)} ngày${known ? `, ${number.format(known)} ngày đã có từ trước` : ''}. Chưa có gì được ghi.`,
  nothingNew: 'Các ngày này đều đã có trong danh sách.',
  importFaults: (n: number) =>
    `Có ${number.format(n)} dòng chưa đúng nên chưa ghi gì. Hãy sửa các dòng được nêu rồi kiểm tra lại.`,
  line: (n: number) => `Dòng ${number.format(n)}`,
  nameForm: 'Hãy ghi tên ngày, từ 1 đến 100 ký tự.',
  dayForm: 'Ngày cần viết theo dạng ngày/tháng/năm, trong khoảng từ năm 2000 đến năm 2100.',
  lineForm: 'Dòng cần bắt đầu bằng ngày/tháng/năm, ví dụ 01/01/2027, rồi đến tên ngày.',
  noSuchDay: 'Trong lịch không có ngày này, hoặc ngày nằm ngoài khoảng từ năm 2000 đến năm 2100.',
  spanForm: (most: number) =>
    `Ngày cuối phải sau ngày đầu và mỗi khoảng không quá ${number.format(most)} ngày. Hãy kiểm tra lại hai ngày.`,
  workedAnyway: 'Ngày làm bù phải rơi vào thứ Bảy hoặc Chủ nhật, vì ngày khác vốn là ngày làm việc.',
  twice: (day: string, line: number) => `Ngày ${day} đã có ở dòng ${number.format(line)}.`,
  taken: (day: string) => `Ngày ${day} đã có trong danh sách. Hãy sửa dòng đang có thay vì thêm mới.`,
  enteredOtherwise: (day: string, name: string) =>
    `Ngày ${day} đã nhập thuộc loại khác (${name}). Hãy sửa hoặc xóa ngày đó trong danh sách trước.`,
  tooLong: 'Danh sách dài quá 20.000 ký tự. Hãy dán từng năm một.',
})
