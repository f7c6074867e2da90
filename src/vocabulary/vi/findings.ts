import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const findings = /* @__PURE__ */ inLanguage('findings', {
  blankNumber: 'Chưa điền số của văn bản',
  numberOnlyInAnnex: 'Phần đầu văn bản không có số, chỉ phụ lục ghi',
  blankDate: 'Chưa điền đủ ngày, tháng ban hành',
  numberTwice: (label: string) => `Số "${label}" được dùng hai lần`,
  glued: (label: string) => `Mục "${label})" dính vào cuối mục trước`,
  gap: (before: number, after: number) => `Sau số ${before} là số ${after}`,
  firstIs: (value: number) => `Mục đầu tiên mang số ${value}`,
  missingAppendix: 'Văn bản nhắc đến phụ lục kèm theo nhưng không có',
  dateOrder: (number: string, date: string, ofNumber: string, ofDate: string) =>
    `${number} (${printDay(date)}) ban hành trước văn bản mà nó thực hiện (${ofNumber}, ${printDay(ofDate)})`,
  twoDates: (number: string, one: string, other: string) =>
    `${number} ghi hai ngày khác nhau: ${printDay(one)} và ${printDay(other)}`,
  annexDiffers: (annex: string, body: string) => `Phụ lục giao ${annex}, thân văn bản giao ${body}`,
  severalLeads: (n: number) => `${number.format(n)} cơ quan cùng chủ trì`,
  dueOutside: (due: string) => `Thời hạn "${due}" nằm ngoài thời kỳ của kế hoạch`,
  cutAtEnd: 'Câu bị cắt ở cuối',
  cutAtStart: 'Câu bị mất phần đầu',
  repeatsBefore: 'Lặp lại đoạn ngay trước',
  repeatsRecent: 'Lặp lại một đoạn vừa viết',
  lostSeparator: 'Thiếu dấu phân cách giữa hai cơ quan',
  doubledWord: (word: string) => `Lặp từ "${word}"`,
  shouldBe: (word: string, right: string) => `"${word}" nên là "${right}"`,
  strange: (word: string) => `"${word}" có ký tự lạ`,
  strangeIn: (letter: string, n: number) => `Ký tự lạ "${letter}" xuất hiện trong ${number.format(n)} chữ`,
  notWord: (word: string) => `"${word}" không phải chữ tiếng Việt viết đúng`,
  runTogether: (word: string, right: string) => `"${word}" viết dính, nên là "${right}"`,
  wordMissing: (word: string, missing: string) => `Sau "${word}" có lẽ thiếu chữ "${missing}"`,
  inPlaces: (note: string, n: number) => `${note} (${number.format(n)} chỗ)`,
  recognised: (n: number, sample: string) =>
    `${number.format(n)} chữ có thể do nhận dạng hoặc chuyển mã sai, ví dụ ${sample}`,
  fromScan: (note: string) => `${note} (đọc từ ảnh quét, cần đối chiếu với bản giấy)`,
  citesLater: (number: string, date: string, own: string) =>
    `${number} (${printDay(date)}) có ngày sau ngày của văn bản này (${printDay(own)})`,
  dueBeforeIssue: (due: string, own: string) =>
    `Thời hạn "${due}" đã qua trước ngày ban hành (${printDay(own)})`,
  twoTypes: (number: string, named: string) => `${number} được gọi là "${named}", không khớp với ký hiệu`,
  annexCoordinates: (annex: string, body: string) =>
    `Phụ lục ghi phối hợp với ${annex}, thân văn bản ghi ${body}`,
  annexDue: (annex: string, body: string) => `Phụ lục ghi thời hạn "${annex}", thân văn bản ghi "${body}"`,
  noLead: 'Không nêu cơ quan chủ trì',
  noLeadOf: (n: number, all: number) =>
    `${number.format(n)} trên ${number.format(all)} nhiệm vụ không nêu cơ quan chủ trì`,
  noDue: 'Không ghi thời hạn',
  noDueOf: (n: number, all: number) =>
    `${number.format(n)} trên ${number.format(all)} nhiệm vụ không ghi thời hạn`,
  leadCoordinates: (name: string) => `${name} vừa chủ trì vừa phối hợp`,
  noUnit: (value: number) => `Chỉ tiêu ${number.format(value)} không có đơn vị tính`,
  dissolved: (name: string, day: string, successors: string) =>
    `"${name}" không còn từ ${printDay(day)}; việc nay thuộc ${successors}`,
  maybeDissolved: (name: string, successors: string) =>
    `"${name}" có thể đã được sắp xếp lại; nơi kế thừa thường là ${successors}`,
  or: ' hoặc ',
  communeLevel: 'UBND cấp xã hoặc cơ quan cấp tỉnh',
  rules: {
    'blank-number': { title: 'Chưa điền số văn bản', cure: 'Lấy số của văn thư trước khi phát hành.' },
    'blank-date': { title: 'Chưa điền ngày ban hành', cure: 'Điền đủ ngày, tháng, năm khi ký.' },
    'duplicate-heading': { title: 'Trùng số mục', cure: 'Đánh lại số của mục sau và các mục kế tiếp.' },
    'broken-numbering': {
      title: 'Đánh số không liền',
      cure: 'Đánh lại số; kiểm tra xem có thiếu mục không.',
    },
    'truncated-sentence': { title: 'Câu thiếu', cure: 'Đối chiếu bản gốc và viết lại cho đủ câu.' },
    'duplicate-paragraph': { title: 'Đoạn lặp', cure: 'Bỏ đoạn chép thừa hoặc viết lại đoạn sau.' },
    'lost-separator': {
      title: 'Thiếu dấu giữa tên cơ quan',
      cure: 'Thêm dấu chấm phẩy giữa hai tên và kiểm tra từng cơ quan.',
    },
    'missing-appendix': {
      title: 'Thiếu phụ lục',
      cure: 'Nạp phụ lục kèm theo, hoặc bỏ câu nhắc đến phụ lục.',
    },
    'impossible-date-order': { title: 'Ngày tháng ngược', cure: 'Tra lại ngày trong văn bản gốc và sửa.' },
    'inconsistent-reference': {
      title: 'Viện dẫn không thống nhất',
      cure: 'Tra văn bản được viện dẫn và ghi thống nhất số, ngày, loại.',
    },
    'body-appendix-mismatch': {
      title: 'Phụ lục khác thân văn bản',
      cure: 'Hỏi đơn vị soạn thảo bên nào đúng rồi sửa cho khớp trước khi giao.',
    },
    spelling: { title: 'Lỗi chính tả', cure: 'Sửa chữ sai; nếu do chép từ web hoặc bản quét thì bỏ qua.' },
    'multiple-leads': {
      title: 'Nhiều cơ quan chủ trì',
      cure: 'Chọn một cơ quan chủ trì, các cơ quan khác phối hợp; hoặc giao riêng từng cơ quan.',
    },
    'task-without-lead': {
      title: 'Nhiệm vụ chưa có chủ trì',
      cure: 'Chọn cơ quan chủ trì khi rà soát, hoặc đánh dấu là định hướng chung.',
    },
    'task-without-deadline': {
      title: 'Nhiệm vụ chưa có thời hạn',
      cure: 'Đặt thời hạn khi giao, hoặc để theo thời kỳ của kế hoạch.',
    },
    'deadline-outside-period': {
      title: 'Thời hạn ngoài thời kỳ',
      cure: 'Đối chiếu thời hạn với thời kỳ ghi ở tên kế hoạch.',
    },
    'lead-also-coordinating': {
      title: 'Vừa chủ trì vừa phối hợp',
      cure: 'Bỏ cơ quan chủ trì khỏi danh sách phối hợp.',
    },
    'indicator-without-unit': {
      title: 'Chỉ tiêu thiếu đơn vị tính',
      cure: 'Bổ sung đơn vị tính để theo dõi được kết quả.',
    },
    'dissolved-agency': {
      title: 'Cơ quan đã sắp xếp lại',
      cure: 'Giao cho cơ quan kế thừa; nếu chưa rõ, hỏi Sở Nội vụ hoặc đơn vị soạn thảo.',
    },
  },
  cure: 'Cách xử lý:',
  more: (n: number) => `và ${number.format(n)} chỗ khác`,
  twoNumbers: (one: string, other: string) => `Một văn bản được ghi hai số, ký hiệu: ${one} và ${other}`,
})
