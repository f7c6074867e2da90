import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const correction = /* @__PURE__ */ inLanguage('correction', {
  reasonMissing: 'Hãy ghi lý do đính chính: các cơ quan liên quan được báo kèm lý do này.',
  nothing: 'Chưa có gì khác với nội dung đang ghi. Hãy sửa ít nhất một mục rồi ghi lại.',
  notOverseer: (overseer: string) =>
    `Chỉ đầu mối hoặc quản trị của cơ quan theo dõi kế hoạch (${overseer}) được đính chính, bổ sung. Hãy chuyển ý kiến tới cơ quan đó.`,
  spansOutside: 'Đoạn trích nằm ngoài văn bản. Hãy bôi đen lại đoạn nêu nhiệm vụ trong văn bản.',
  shareMissing: 'Hãy ghi tỷ lệ phần trăm số cơ quan phải hoàn thành.',
  oneLead: 'Giao cho một cơ quan thì phải chọn đúng một cơ quan chủ trì.',
  noLead: 'Hãy chọn ít nhất một cơ quan chủ trì.',
  agencyUnknown: 'Có cơ quan không còn trong danh mục. Hãy tải lại trang và chọn lại.',
  mergeMissing: 'Hãy chọn nhiệm vụ khác của cùng kế hoạch để gộp vào.',
  leadDone: (agency: string) =>
    `${agency} đã được xác nhận hoàn thành nên không chuyển sang cơ quan khác được. Nếu xác nhận nhầm, hãy mở lại việc đó trước rồi đính chính.`,
  passedOn: (given: string, now: string) =>
    `Việc từng giao cho ${given} nay do ${now} thực hiện. Hãy giữ ${now} trong danh sách chủ trì, hoặc chuyển việc trở lại ở trang của việc đó.`,

  title: 'Đính chính',
  correct: 'Đính chính',
  noneOfItem: 'Nhiệm vụ chưa có lần đính chính nào.',
  noneOfPlan:
    'Kế hoạch chưa có lần đính chính nào. Khi phát hiện chỗ đọc sai so với văn bản, bấm "Đính chính" ở nhiệm vụ đó.',
  because: (reason: string) => `Lý do: ${reason}`,
  lines: (lines: string) => `dòng ${lines}`,
  fields: {
    quote: 'Nội dung',
    section: 'Mục',
    spans: 'Chỗ trích trong văn bản',
    leadPrinted: 'Tên chủ trì như văn bản ghi',
    coordinatingPrinted: 'Tên phối hợp như văn bản ghi',
    deliverables: 'Sản phẩm',
    due: 'Thời hạn',
    outcome: 'Cách giao',
    mergedInto: 'Gộp vào',
    bearers: 'Cơ quan chủ trì',
    coordinators: 'Cơ quan phối hợp',
    completion: 'Hoàn thành khi',
    every: 'Mở lượt báo cáo',
    event: 'Chờ sự kiện',
  },
  pageTitle: (section: string) => (section ? `Đính chính nhiệm vụ, mục ${section}` : 'Đính chính nhiệm vụ'),
  back: 'Về nhiệm vụ',
  explain:
    'Đính chính khi hệ thống đọc sai so với văn bản. Văn bản thay đổi thì không đính chính mà bổ sung văn bản mới. Việc đã hoàn thành và báo cáo đã gửi vẫn giữ nguyên.',
  reason: 'Lý do đính chính',
  reasonHint: 'Các cơ quan liên quan được báo kèm lý do này.',
  willCorrect: (fields: string) => `Sẽ đính chính: ${fields}.`,
  unchanged: 'Chưa có gì khác với nội dung đang ghi.',
  send: 'Đính chính và báo các cơ quan',
  failed: 'Chưa đính chính được',
  noTarget: 'Chưa chọn nhiệm vụ để gộp vào.',
  pickTarget: 'Chọn nhiệm vụ để gộp vào',
  selectHint: 'Bôi đen đoạn đúng trong văn bản rồi bấm nút bên cạnh để thay nội dung và chỗ trích.',
  take: 'Lấy đoạn đã chọn',
  noSource: 'Nhiệm vụ này được nhập tay theo số văn bản nên không có toàn văn ở đây.',
  members: (n: number) => `Các cơ quan chủ trì (${number.format(n)})`,
  group: 'Nhóm cơ quan',
  addGroup: (n: number) => `Thêm cả nhóm (${number.format(n)})`,
  clearMembers: 'Bỏ hết',
  dayNotBinding:
    'Ngày này không thành hạn của lượt giao, vì loại thời hạn không phải ngày cụ thể, hoặc nhiệm vụ theo kỳ, chờ sự kiện. Hãy chọn loại thời hạn khác nếu đây là hạn chót.',
  agencyEnded: (name: string) =>
    `${name} không nhận thêm việc được nữa (đã sắp xếp lại, hoặc là đơn vị nội bộ). Hãy chọn cơ quan đang hoạt động.`,
})
