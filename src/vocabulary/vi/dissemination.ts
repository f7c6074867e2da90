import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const dissemination = /* @__PURE__ */ inLanguage('dissemination', {
  title: 'Quán triệt, tuyên truyền',
  open: 'Xem các buổi đã tổ chức, ghi thêm',
  tooLong: (most: number) =>
    `Nội dung dài quá ${number.format(most)} ký tự. Hãy viết gọn lại, phần chi tiết đính kèm tệp.`,
  contentMissing: 'Hãy ghi nội dung đã quán triệt, tuyên truyền.',
  targetForm: 'Số người được mời là số nguyên từ 1 trở lên.',
  reachedForm: 'Số người đã dự là số nguyên từ 0 trở lên.',
  reasonMissing: 'Hãy ghi lý do để người xem sau hiểu vì sao sửa.',
  outside:
    'Công an, quân sự không ghi buổi quán triệt vào hệ thống này. Việc đó báo cáo theo quy định riêng.',
  outsideNames: (names: string) => `${names} báo cáo ngoài hệ thống nên không tính ở đây.`,
  notYours:
    'Chỉ người của cơ quan đã tổ chức, hoặc của cơ quan theo dõi kế hoạch, mới ghi hoặc sửa được buổi này.',
  ahead: 'Ngày tổ chức chưa đến. Buổi quán triệt được ghi sau khi đã tổ chức.',
  draft: 'Kế hoạch này chưa công bố nên chưa ghi được buổi quán triệt.',
  agencyUnknown: 'Cơ quan này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  alreadyCancelled: 'Buổi này đã bị hủy ghi nên không sửa được nữa. Nếu cần, đồng chí ghi một buổi mới.',
  unchanged: 'Chưa có gì khác so với lần ghi trước. Hãy sửa chỗ sai rồi lưu.',
  agency: 'Cơ quan tổ chức',
  heldOn: 'Ngày tổ chức',
  form: 'Hình thức',
  forms: {
    meeting: 'Hội nghị trực tiếp',
    online: 'Hội nghị trực tuyến',
    document: 'Văn bản',
    media: 'Truyền thông',
  },
  content: 'Nội dung',
  contentHint: 'Đã quán triệt phần nào, cho ai.',
  target: 'Số người được mời (đối tượng)',
  reachedLabel: 'Số người đã dự (tiếp nhận)',
  moreThanTarget: 'Số người đã dự lớn hơn số được mời. Nếu đúng như vậy thì cứ lưu.',
  note: 'Ghi chú',
  noteOf: (note: string) => `Ghi chú: ${note}`,
  reason: 'Lý do',
  reasonHint: 'Nội dung trước và sau khi sửa đều được giữ lại cùng lý do này.',
  record: 'Ghi một buổi',
  recordShort: 'Ghi',
  recordFor: (agency: string) => `Ghi buổi của ${agency}`,
  recordTitle: 'Ghi buổi quán triệt, tuyên truyền',
  correct: 'Đính chính',
  correctTitle: 'Đính chính buổi đã ghi',
  cancel: 'Hủy ghi',
  cancelTitle: 'Hủy buổi đã ghi nhầm',
  cancelHint: 'Buổi này vẫn hiện trong danh sách, bị gạch ngang và không tính vào số liệu.',
  isCancelled: 'Đã hủy ghi',
  held: (held: number, bearers: number) =>
    `${number.format(held)}/${number.format(bearers)} cơ quan được giao việc đã tổ chức`,
  reachedOf: (reached: number, target: number, share: string | null) =>
    share === null
      ? 'Chưa có lượt người nào được ghi'
      : `Đã dự ${number.format(reached)}/${number.format(target)} lượt người được mời (${share})`,
  byAgency: 'Theo cơ quan',
  sessionsColumn: 'Số buổi',
  reachedColumn: 'Đã dự/được mời',
  shareColumn: 'Tỷ lệ',
  heldNone: (none: number, bearers: number) =>
    `Chưa tổ chức buổi nào (${number.format(none)}/${number.format(bearers)} cơ quan)`,
  sessions: 'Các buổi đã ghi',
  sessionOf: (agency: string, day: string) => `${agency}, ${printDay(day)}`,
  empty:
    'Chưa có buổi quán triệt, tuyên truyền nào được ghi cho kế hoạch này. Bấm "Ghi một buổi" sau khi cơ quan đã tổ chức.',
  recordedBy: (name: string, at: string) => `${name} ghi lúc ${at}`,
  corrected: (name: string, at: string, reason: string) => `${name} sửa lúc ${at}, lý do: ${reason}.`,
  changed: (what: string, before: string, after: string) => `${what}: "${before}" thành "${after}"`,
  facts: {
    heldOn: 'Ngày',
    form: 'Hình thức',
    content: 'Nội dung',
    target: 'Số được mời',
    reached: 'Số đã dự',
    note: 'Ghi chú',
    files: 'Tệp',
  },
})
