import { inLanguage } from '../language.ts'
import { number } from './format.ts'

/** Steps as `difficulty/` names them; the words stand above the rooms and cannot ask there. */
type DifficultyStepName =
  | 'join'
  | 'unjoin'
  | 'opine'
  | 'send'
  | 'extend'
  | 'return'
  | 'answer'
  | 'close'
  | 'reopen'
  | 'withdraw'

export const difficulty = /* @__PURE__ */ inLanguage('difficulty', {
  title: 'Khó khăn, vướng mắc',
  types: {
    policy: 'Cơ chế, chính sách',
    funding: 'Kinh phí',
    staffing: 'Nhân lực',
    land: 'Đất đai, hạ tầng',
    records: 'Số liệu, hồ sơ',
    coordination: 'Phối hợp giữa các cơ quan',
    other: 'Khác',
  },
  statuses: {
    raised: 'Chờ đầu mối xem xét',
    joined: 'Đã gộp',
    sent: 'Chờ giải quyết',
    answered: 'Đã có trả lời',
    closed: 'Đã kết thúc',
    withdrawn: 'Đã rút',
  },
  states: {
    open: 'Chưa kết thúc',
    raised: 'Chờ đầu mối xem xét',
    sent: 'Chờ giải quyết',
    overdue: 'Quá hạn trả lời',
    leaders: 'Đã báo cáo lãnh đạo',
    answered: 'Đã có trả lời',
    joined: 'Đã gộp',
    closed: 'Đã kết thúc',
    withdrawn: 'Đã rút',
    all: 'Tất cả',
  },
  clockActor: 'Hệ thống',

  notNow: (step: DifficultyStepName, status: string) =>
    status === 'joined'
      ? 'Khó khăn này đã gộp vào một khó khăn khác. Hãy mở khó khăn đó để thực hiện.'
      : status === 'withdrawn'
        ? 'Cơ quan nêu đã rút khó khăn này nên không còn bước nào. Nếu vẫn vướng, hãy nêu khó khăn mới.'
        : {
            join: 'Chỉ gộp được khi khó khăn chưa chuyển đi giải quyết.',
            unjoin: 'Khó khăn này không gộp vào khó khăn nào nên không cần gỡ.',
            opine: 'Khó khăn đã có trả lời nên không ghi thêm ý kiến.',
            send: 'Khó khăn đã có trả lời. Nếu chưa giải quyết được, cơ quan nêu báo lại thì mới chuyển tiếp.',
            extend: 'Chỉ gia hạn được khi khó khăn đang chờ giải quyết.',
            return: 'Chỉ trả lại được khi khó khăn đang chờ giải quyết.',
            answer:
              status === 'raised'
                ? 'Cơ quan đầu mối chưa chuyển khó khăn này đi giải quyết nên chưa trả lời được.'
                : 'Khó khăn này đã có trả lời.',
            close: 'Chỉ kết thúc được sau khi có trả lời.',
            reopen: 'Chỉ báo chưa giải quyết được sau khi đã có trả lời.',
            withdraw: 'Chỉ rút được khi cơ quan đầu mối chưa chuyển khó khăn đi giải quyết.',
          }[step],
  notRelated: {
    raiser: 'Việc này giao cho cơ quan khác. Chỉ người của cơ quan được giao thực hiện được bước này.',
    'any-raiser': 'Bước này do cơ quan đã nêu khó khăn thực hiện.',
    focal: 'Bước này do cơ quan đầu mối theo dõi kế hoạch thực hiện.',
    addressee: 'Bước này do thủ trưởng cơ quan được chuyển đến hoặc lãnh đạo tỉnh thực hiện.',
    province: 'Bước này do lãnh đạo tỉnh thực hiện.',
  },
  withLeaders:
    'Khó khăn đã quá hạn và đã báo cáo lãnh đạo tỉnh nên không gia hạn nữa. Hãy chờ trả lời, hoặc chuyển cơ quan khác giải quyết.',
  noAssignment: 'Hãy chọn ít nhất một việc đang gặp khó khăn.',
  tooManyAssignments: (most: number) =>
    `Mỗi khó khăn gắn với tối đa ${number.format(most)} việc. Hãy bớt việc hoặc nêu thành hai khó khăn.`,
  severalBearers: 'Các việc này giao cho nhiều cơ quan. Mỗi cơ quan nêu khó khăn về việc của mình.',
  outside:
    'Việc của công an, quân đội báo cáo ngoài hệ thống. Khó khăn, vướng mắc cũng gửi theo đường riêng, không ghi ở đây.',
  assignmentOver: 'Có việc đã hoàn thành hoặc đã đóng. Hãy bỏ việc đó ra rồi gửi lại.',
  noOverseer: 'Kế hoạch này chưa có cơ quan theo dõi nên chưa biết gửi cho ai. Hãy báo quản trị hệ thống.',
  severalOverseers:
    'Các việc này thuộc những kế hoạch do các cơ quan khác nhau theo dõi. Hãy nêu riêng cho từng cơ quan theo dõi.',
  textRequired: {
    raise: 'Hãy nêu khó khăn, vướng mắc.',
    proposal:
      'Hãy nêu đề xuất hướng giải quyết. Không có đề xuất thì nơi giải quyết không rõ cần quyết định gì.',
    opine: 'Hãy ghi ý kiến của cơ quan đầu mối.',
    extend: 'Hãy ghi lý do gia hạn.',
    return: 'Hãy ghi lý do trả lại, ví dụ: thuộc thẩm quyền của cơ quan nào.',
    answer: 'Hãy ghi nội dung trả lời.',
    reopen: 'Hãy ghi vì sao chưa giải quyết được.',
  },
  daysForm: (most: number) => `Số ngày làm việc là một số nguyên từ 1 đến ${number.format(most)}.`,
  addresseeRequired: 'Hãy chọn cơ quan giải quyết.',
  addresseeGone: 'Cơ quan đã chọn không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  nextIsSame: 'Cấp tiếp theo phải khác cơ quan giải quyết.',
  sentThere:
    'Khó khăn đang ở chính cơ quan này. Muốn thêm thời gian, hãy gia hạn và ghi lý do; muốn chuyển, hãy chọn cơ quan khác.',
  withdrawJoined:
    'Cơ quan khác nêu cùng khó khăn đã được gộp vào đây nên không rút được. Hãy nhờ cơ quan đầu mối gỡ phần gộp trước.',
  documentTomorrow: 'Ngày văn bản không thể sau hôm nay. Đồng chí kiểm tra lại ngày.',
  joinSelf: 'Không gộp một khó khăn vào chính nó. Hãy chọn khó khăn khác.',
  joinTarget: (status: string): string =>
    status === 'joined'
      ? 'Khó khăn được chọn đã gộp vào khó khăn khác. Hãy gộp thẳng vào khó khăn đó.'
      : 'Khó khăn được chọn đã kết thúc hoặc đã rút nên không gộp vào được.',
  joinFocal: 'Hai khó khăn do hai cơ quan đầu mối theo dõi nên không gộp được.',
  joinChain: 'Đã có khó khăn khác gộp vào đây. Hãy gộp theo chiều ngược lại, hoặc gỡ phần gộp trước.',
  tableTooLong: (most: number) =>
    `Bảng có hơn ${number.format(most)} dòng. Hãy chọn một kế hoạch, một loại hoặc một cơ quan để thu hẹp.`,
  document: (documentNumber: string, day: string) =>
    [
      documentNumber && `Văn bản số ${documentNumber}`,
      day && `${documentNumber ? '' : 'Văn bản '}ngày ${day}`,
    ]
      .filter(Boolean)
      .join(' '),

  sentence: {
    raise: 'nêu khó khăn, vướng mắc',
    join: (agency: string) => `gộp vào khó khăn của ${agency}`,
    joinHere: (agency: string) => `gộp thêm khó khăn của ${agency} vào đây`,
    unjoin: (agency: string) => `gỡ khỏi khó khăn của ${agency}`,
    unjoinHere: (agency: string) => `gỡ khó khăn của ${agency} ra khỏi đây`,
    opine: 'ghi ý kiến của cơ quan đầu mối',
    retype: (type: string) => `xếp vào loại "${type}"`,
    send: (agency: string, days: number, due: string) =>
      `chuyển ${agency} giải quyết trong ${number.format(days)} ngày làm việc, hạn ngày ${due}`,
    next: (agency: string, days: number) =>
      `quá hạn thì chuyển tiếp ${agency}, ${number.format(days)} ngày làm việc`,
    extend: (days: number, due: string) =>
      `gia hạn thêm ${number.format(days)} ngày làm việc, đến ngày ${due}`,
    escalate: (agency: string, days: number, due: string) =>
      `quá hạn chưa có trả lời nên chuyển tiếp ${agency} với ${number.format(days)} ngày làm việc, hạn ngày ${due}`,
    escalateLeaders: 'quá hạn chưa có trả lời nên báo cáo cơ quan đầu mối và lãnh đạo tỉnh',
    transfer: (agency: string) => `do sắp xếp tổ chức, chuyển nơi giải quyết sang ${agency}`,
    return: 'trả lại cơ quan đầu mối',
    answer: 'trả lời',
    close: 'kết thúc',
    reopen: 'báo chưa giải quyết được',
    withdraw: 'rút khó khăn',
  },
  inPlaceOf: (name: string) => `thay ${name}`,

  steps: {
    join: 'Gộp vào đây',
    unjoin: 'Gỡ gộp',
    opine: 'Ghi ý kiến',
    send: 'Chuyển giải quyết',
    extend: 'Gia hạn',
    return: 'Trả lại đầu mối',
    answer: 'Trả lời',
    close: 'Kết thúc',
    reopen: 'Chưa giải quyết được',
    withdraw: 'Rút',
  },
  taken: {
    join: 'Đã gộp. Trả lời sẽ đến với mọi cơ quan đã nêu.',
    unjoin: 'Đã gỡ gộp. Khó khăn trở lại chờ cơ quan đầu mối xem xét.',
    opine: 'Đã ghi ý kiến.',
    send: 'Đã chuyển. Thời hạn bắt đầu tính từ ngày làm việc tiếp theo.',
    extend: 'Đã gia hạn.',
    return: 'Đã trả lại cơ quan đầu mối kèm lý do.',
    answer: 'Đã trả lời. Mọi cơ quan đã nêu thấy trả lời ngay tại việc của mình.',
    close: 'Đã kết thúc.',
    reopen: 'Đã báo lại. Cơ quan đầu mối sẽ xem xét để chuyển tiếp.',
    withdraw: 'Đã rút.',
  },
  waitingFor: {
    raised: 'Cơ quan đầu mối xem xét: gộp các khó khăn trùng nhau, cho ý kiến, rồi chuyển nơi có thẩm quyền.',
    joined: 'Khó khăn này đi cùng khó khăn mà nó gộp vào; trả lời ở đó là trả lời chung.',
    sent: 'Chờ cơ quan được chuyển đến trả lời. Quá hạn thì tự động chuyển lên cấp trên, không coi im lặng là đồng ý.',
    answered: 'Đã có trả lời. Cơ quan đầu mối kết thúc, hoặc cơ quan nêu báo chưa giải quyết được.',
    closed: 'Đã kết thúc. Nếu vẫn vướng, cơ quan nêu báo chưa giải quyết được.',
    withdrawn: 'Cơ quan nêu đã rút khó khăn này.',
  },

  raiseHere: 'Nêu khó khăn, vướng mắc',
  raiseTitle: 'Nêu khó khăn, vướng mắc',
  raiseFrom: 'Nêu từ trang của một việc: mở việc đang gặp khó khăn rồi bấm "Nêu khó khăn, vướng mắc".',
  openWork: 'Mở danh sách việc',
  about: (n: number) => `Việc đang gặp khó khăn (${number.format(n)})`,
  addWork: 'Thêm việc cùng gặp khó khăn này',
  addWorkHint: 'Việc chưa hoàn thành của cùng cơ quan. Gõ để tìm, không cần dấu.',
  noMoreWork: 'Không có việc nào khớp.',
  removeWork: (quote: string) => `Bỏ việc: ${quote}`,
  type: 'Loại',
  typeRequired: 'Hãy chọn loại.',
  text: 'Khó khăn, vướng mắc',
  textHint: 'Nêu rõ vướng ở đâu, số liệu, văn bản liên quan. Bản nháp được giữ trên máy này.',
  proposal: 'Đề xuất hướng giải quyết',
  proposalHint: 'Đề nghị ai quyết định điều gì, trước khi nào.',
  raise: 'Gửi cơ quan đầu mối',

  ofAssignment: (n: number) => `Khó khăn, vướng mắc (${number.format(n)})`,
  noneHere: 'Chưa nêu khó khăn nào về việc này.',
  goesWith: (status: string) => `Đã gộp, khó khăn chung: ${status}`,
  atPlace: (agency: string) => `đang ở ${agency}`,

  list: 'Danh sách khó khăn, vướng mắc',
  search: 'Tìm trong nội dung',
  searchHint: 'Có thể gõ không dấu.',
  allTypes: 'Tất cả các loại',
  raisedBy: 'Cơ quan nêu',
  at: 'Đang ở',
  anywhere: 'Bất kỳ đâu',
  mine: {
    label: 'Của cơ quan tôi',
    raised: 'Cơ quan tôi nêu',
    at: 'Đang chờ cơ quan tôi',
  },
  columns: {
    text: 'Khó khăn, vướng mắc',
    raisedBy: 'Cơ quan nêu',
    at: 'Đang ở',
    due: 'Hạn trả lời',
    status: 'Tình trạng',
  },
  andOthers: (n: number) => `và ${number.format(n)} nơi khác cùng nêu`,
  work: (n: number) => `${number.format(n)} lượt giao`,
  since: (day: string) => `từ ngày ${day}`,
  noClock: 'Chưa đặt hạn',
  workingDays: (n: number) => `${number.format(n)} ngày làm việc`,
  left: (n: number) => `Còn ${number.format(n)} ngày làm việc`,
  today: 'Hết hạn hôm nay',
  late: (n: number) => `Quá hạn ${number.format(n)} ngày làm việc`,
  lateOff: 'Quá hạn',
  reported: 'Đã báo cáo lãnh đạo',
  beforeLeaders: 'Khó khăn quá hạn, chờ lãnh đạo',
  allBeforeLeaders: 'Xem tất cả khó khăn đã báo cáo lãnh đạo',
  empty:
    'Chưa có khó khăn, vướng mắc nào. Cơ quan được giao việc nêu tại trang của việc đó; cơ quan đầu mối gộp, cho ý kiến và chuyển nơi có thẩm quyền.',
  emptySearch: 'Không có khó khăn nào khớp với điều kiện đang lọc. Hãy bớt điều kiện hoặc đổi từ khóa.',
  emptyState: 'Không có khó khăn nào ở mục này.',
  escalate: 'Chuyển cấp trên các khó khăn quá hạn',
  escalateHint: 'Hệ thống tự làm việc này mười phút một lần.',
  escalated: (n: number) =>
    n === 0
      ? 'Không có khó khăn nào quá hạn cần chuyển.'
      : `Đã chuyển ${number.format(n)} khó khăn quá hạn lên cấp trên.`,

  story: 'Diễn biến',
  raisers: (n: number) => (n === 1 ? 'Cơ quan nêu' : `${number.format(n)} khó khăn cùng nêu`),
  raisedOn: (day: string) => `nêu ngày ${day}`,
  answer: 'Trả lời',
  joinedInto: (agency: string) => `Đã gộp vào khó khăn của ${agency}. Trả lời ở đó là trả lời chung.`,
  openMain: 'Mở khó khăn chung',
  likely: 'Có thể trùng',
  likelyHint: 'Cùng loại, câu chữ giống nhau. Mở ra xem trước khi gộp.',
  likeness: (share: string) => `giống ${share}`,
  joinInto: 'Gộp khó khăn này vào đó',
  joinOther: 'Gộp vào khó khăn khác',
  joinOtherHint: 'Gõ để tìm trong các khó khăn chưa kết thúc, không cần dấu.',
  nextTitle: 'Bước tiếp theo',
  addressee: 'Cơ quan giải quyết',
  days: 'Số ngày làm việc',
  nextLevel: 'Quá hạn thì chuyển tiếp',
  nextLevelNone: 'Báo cáo cơ quan đầu mối và lãnh đạo tỉnh',
  nextDays: 'Số ngày làm việc của cấp tiếp theo',
  sendText: 'Nội dung đề nghị',
  opinion: 'Ý kiến của cơ quan đầu mối',
  retype: 'Xếp lại loại',
  extendDays: 'Thêm số ngày làm việc',
  reason: 'Lý do',
  answerText: 'Nội dung trả lời, quyết định',
  documentNumber: 'Số, ký hiệu văn bản (nếu có)',
  documentOn: 'Ngày văn bản',
  note: 'Ghi chú',
  clock: 'Thời hạn trả lời',
  clockOf: (agency: string, due: string) => `${agency} trả lời chậm nhất ngày ${due}.`,
  clockSpan: (gone: number, all: number) =>
    `Đã qua ${number.format(gone)} trên ${number.format(all)} ngày làm việc.`,
  legend: {
    gone: 'Đã qua',
    left: 'Còn lại',
    late: 'Quá hạn',
    off: 'Ngày nghỉ',
    due: 'Hạn',
    today: 'Hôm nay',
  },
  facts: 'Thông tin',
  focal: 'Cơ quan đầu mối',
  waitingAt: 'Đang ở',
  next: 'Khi quá hạn',
  nobody: 'Không phải chờ ai',
  backToList: 'Danh sách khó khăn, vướng mắc',

  table: 'Bảng tổng hợp',
  tableTitle: 'BẢNG TỔNG HỢP KHÓ KHĂN, VƯỚNG MẮC',
  tableAsOf: (day: string, total: number, joined: number) =>
    `Đến ngày ${day}: ${number.format(total)} khó khăn${joined ? `, cùng ${number.format(joined)} lượt nêu trùng đã gộp` : ''}.`,
  tableEmpty: 'Không có khó khăn nào khớp với điều kiện đang lọc nên bảng trống.',
  tableColumns: {
    order: 'TT',
    decider: 'Nơi giải quyết',
    text: 'Khó khăn, vướng mắc',
    raisers: 'Cơ quan nêu',
    items: 'Nhiệm vụ liên quan',
    proposal: 'Đề xuất',
    opinion: 'Ý kiến của cơ quan đầu mối',
    due: 'Hạn trả lời',
    state: 'Tình trạng, trả lời',
  },
  decider: (agency: string) => `Nơi giải quyết: ${agency}`,
  noDecider: 'Cơ quan đầu mối đang xem xét, chưa chuyển',
  print: 'In',
  totalLate: (late: number, sent: number) =>
    `Quá hạn trả lời: ${number.format(late)}/${number.format(sent)} khó khăn đang chờ giải quyết.`,
  ofPlan: (plan: string) => `Kế hoạch ${plan}`,
  word: 'Xuất Word',
  excel: 'Xuất Excel',
  onPaper: (text: string, proposal: string) => `${text} Đề xuất: ${proposal}`,
  fileName: 'tong-hop-kho-khan-vuong-mac',
})
