import { printDay, printMoment } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const addition = /* @__PURE__ */ inLanguage('addition', {
  noPlan: 'Không có kế hoạch đã công bố này, hoặc văn bản này là một phần của kế hoạch khác.',
  noDocument: 'Văn bản này không thuộc kế hoạch. Hãy tải lại trang và chọn lại văn bản nguồn.',
  numberMissing: 'Hãy ghi số, ký hiệu của văn bản giao nhiệm vụ.',
  dayMissing: 'Hãy ghi ngày ban hành của văn bản giao nhiệm vụ.',
  bySource: (name: string, issued: string | null) =>
    issued ? `Theo ${name} ngày ${printDay(issued)}` : `Theo ${name}`,
  same: (name: string, at: string, isDraft: boolean) =>
    `Tệp này đã được nạp lúc ${printMoment(at)}: "${name}" (${isDraft ? 'đang soát xét' : 'đã công bố'}). Hãy mở văn bản đã có; chỉ nạp lại nếu thật sự cần thêm một bản.`,
  addsTo: 'Bổ sung vào kế hoạch',
  inPlan: 'Đã có trong kế hoạch',
  publishTitle: 'Bổ sung vào kế hoạch',
  publishNow: 'Bổ sung',
  asPlan: (overseer: string) =>
    `Cơ quan theo dõi và kỳ báo cáo theo kế hoạch đã công bố (${overseer}). Các cơ quan được báo về nhiệm vụ mới.`,

  addsToPlan: (name: string) => `Bổ sung cho ${name}`,
  named: (number: string, issued: string | null) => (issued ? `${number} ngày ${printDay(issued)}` : number),
  load: 'Nạp văn bản bổ sung',
  type: 'Nhập một nhiệm vụ',
  dropHere: 'Thả phụ lục, thông báo kết luận, công văn vào đây để bổ sung nhiệm vụ cho kế hoạch này',
  explain:
    'Phụ lục gửi sau, thông báo kết luận, công văn giao thêm việc: nạp tệp để soát xét rồi bổ sung vào kế hoạch, hoặc nhập một nhiệm vụ kèm số văn bản.',
  draft: 'Đang soát xét để bổ sung:',
  addedBy: (moment: string, by: string) => `Bổ sung lúc ${moment}${by ? `, ${by}` : ''}`,
  holds: (n: number) => `${number.format(n)} nhiệm vụ`,
  holdsTyped: (n: number) => `${number.format(n)} nhiệm vụ nhập tay, không kèm tệp`,
  download: (name: string) => `Tải tệp gốc (${name})`,
  typeTitle: 'Nhập nhiệm vụ bổ sung',
  source: 'Văn bản giao nhiệm vụ',
  otherSource: 'Văn bản khác: nhập số và ngày',
  sourceTitle: 'Trích yếu (không bắt buộc)',
  told: 'Các cơ quan được giao nhận thông báo ngay sau khi bổ sung.',
  addWithKey: 'Bổ sung (Ctrl + Enter)',
  selectHint: 'Còn nhiệm vụ chưa được đọc ra? Bôi đen đoạn đó rồi bấm nút bên cạnh.',
  addSelected: 'Thêm thành nhiệm vụ',
  sameTitle: 'Tệp này đã có',
  openSame: 'Mở văn bản đã có',
  loadAnyway: 'Vẫn nạp thêm một bản',
  inFile: (name: string) => `Trong tệp ${name}`,
  files: (first: string, others: number) =>
    others > 0 ? `${first} và ${number.format(others)} tệp khác` : first,
  filesTitle: 'Nhiều tệp của một văn bản',
  filesExplain:
    'Các tệp được đọc nối nhau thành một văn bản: thân văn bản trước, phụ lục sau. Đổi thứ tự nếu cần rồi nhấn Enter. Hai kế hoạch khác nhau thì nạp từng tệp một.',
  up: (name: string) => `Đưa lên trước: ${name}`,
  down: (name: string) => `Đưa xuống sau: ${name}`,
  readFiles: (n: number) => `Đọc ${number.format(n)} tệp thành một văn bản`,
})
