import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number, share } from './format.ts'

const points = (hundredths: number) => number.format(hundredths / 100)

export const rating = /* @__PURE__ */ inLanguage('rating', {
  title: 'Xếp loại cơ quan và người đứng đầu',
  rubricTitle: 'Bộ tiêu chí xếp loại',
  openRubric: 'Bộ tiêu chí',
  openRatings: 'Bảng xếp loại',
  sample: {
    title: 'Bộ tiêu chí mẫu, chưa được ban hành',
    late: 'Đúng thời hạn',
    undone: 'Hoàn thành nhiệm vụ',
    returned: 'Chất lượng kết quả',
    report: 'Kỷ luật báo cáo',
    bands: {
      excellent: 'Hoàn thành xuất sắc',
      good: 'Hoàn thành tốt',
      done: 'Hoàn thành',
      failed: 'Không hoàn thành',
    },
  },
  notPublished:
    'Đang tính theo bộ tiêu chí mẫu, chưa được ban hành. Kết quả chỉ để tham khảo, chưa phải là xếp loại.',
  ruledBy: (title: string, document: string, day: string) =>
    `Tính theo ${title} (${document}, hiệu lực từ ${printDay(day)})`,

  every: { month: 'Tháng', quarter: 'Quý', half: '6 tháng', year: 'Năm' },
  everyLabel: 'Độ dài kỳ',
  previous: 'Kỳ trước',
  next: 'Kỳ sau',
  periodLine: (period: string, from: string, to: string) => `${period}: số liệu từ ${from} đến ${to}`,
  running: (today: string) => `Kỳ này chưa kết thúc. Điểm tạm tính đến ngày ${printDay(today)}.`,
  by: { agency: 'Theo cơ quan', head: 'Theo người đứng đầu' },
  byLabel: 'Xếp loại ai',
  search: 'Tìm cơ quan, người đứng đầu',
  bandFilter: 'Mức xếp loại',
  allBands: 'Tất cả các mức',
  kindFilter: 'Loại cơ quan',
  allKinds: 'Tất cả các loại',
  empty:
    'Kỳ này chưa có việc nào đến hạn, hoàn thành hay phải báo cáo nên chưa có gì để xếp loại. Hãy chọn kỳ khác, hoặc chờ cơ quan báo cáo kết quả.',
  emptyOwn:
    'Cơ quan của đồng chí chưa có việc nào đến hạn, hoàn thành hay phải báo cáo trong kỳ này. Hãy chọn kỳ khác.',
  nothingFits: 'Không có dòng nào khớp với bộ lọc. Hãy bỏ bớt điều kiện lọc.',
  tooLittle: 'Chưa đủ dữ liệu',
  tooLittleWhy: (n: number, minimum: number) =>
    `Chỉ có ${number.format(n)} việc để xét, cần ít nhất ${number.format(minimum)} nên chưa xếp loại`,
  tooManyTop: (band: string, most: number) =>
    `Số xếp "${band}" nhiều hơn mức bộ tiêu chí cho phép (${number.format(most)}). Người có thẩm quyền xem xét, điều chỉnh và ghi lý do.`,
  outside: (names: string) => `${names}: báo cáo ngoài hệ thống, không xếp loại ở đây.`,
  bandsTitle: 'Kết quả theo mức',
  bandCount: (n: number, all: number) => `${number.format(n)}/${number.format(all)}`,
  okOf: (ok: number, units: number) => `${number.format(ok)}/${number.format(units)} đạt`,
  bandLine: (band: string, n: number, all: number) =>
    `${band}: ${number.format(n)}/${number.format(all)} (${all ? share.format(n / all) : '0%'})`,
  columns: {
    rank: 'Hạng',
    agency: 'Cơ quan',
    head: 'Người đứng đầu',
    duties: 'Số việc xét',
    score: 'Điểm',
    computed: 'Điểm hệ thống tính',
    changed: 'Điểm sau điều chỉnh',
    band: 'Xếp loại',
    criteria: 'Từng tiêu chí',
  },
  scoreOf: (score: number) => `${points(score)}/100 điểm`,
  criterion: (name: string, most: number) => `${name} (${number.format(most)} điểm)`,
  criterionBar: (name: string, got: number, most: number, ok: number, units: number) =>
    units === 0
      ? `${name}: ${points(got)}/${points(most)} điểm, không phát sinh việc phải xét`
      : `${name}: ${points(got)}/${points(most)} điểm, ${number.format(ok)}/${number.format(units)} lượt đạt`,
  changedMark: (computed: number) => `Đã điều chỉnh, hệ thống tính ${points(computed)}`,
  proposedMark: (score: number) => `Đang đề nghị ${points(score)}, chờ lãnh đạo duyệt`,
  objectionsMark: (n: number) => `${number.format(n)} ý kiến chưa trả lời`,
  nowMark: (score: number) => `Sau khi khóa, số liệu đã thay đổi: nay tính được ${points(score)}`,
  nowGone: 'Sau khi khóa, số liệu đã thay đổi: nay không còn việc nào để xét.',
  headOf: (name: string, from: string, to: string) => `${name} (${from} – ${to})`,
  assumed: 'Lấy theo tài khoản lãnh đạo đơn vị, chưa ghi ngày nhận nhiệm vụ',
  open: (name: string) => `Xem cách tính điểm của ${name}`,
  word: 'Tải Word',
  excel: 'Tải Excel',

  // One rating opened.
  explainTitle: (name: string) => `Cách tính điểm: ${name}`,
  computedFrom: (duties: number, reports: number) =>
    [
      duties > 0 || reports === 0 ? `${number.format(duties)} lượt giao` : '',
      reports > 0 ? `${number.format(reports)} lượt báo cáo` : '',
    ]
      .filter(Boolean)
      .join(' và ')
      .replace(/^/, 'Từ '),
  lostNothing: 'Không bị trừ điểm.',
  noUnits: 'Không phát sinh việc phải xét trong kỳ nên được trọn điểm.',
  lost: (n: number) => `Trừ ${points(n)}`,
  sum: (lost: number, score: number) =>
    `100 điểm, trừ tổng cộng ${points(lost)} điểm, còn ${points(score)} điểm.`,
  ways: {
    share: (percent: number) =>
      `Điểm chia đều cho từng lượt giao hoặc báo cáo; mỗi lỗi trừ ${number.format(percent)}% phần điểm của lượt đó.`,
    each: (percent: number, cap: number) =>
      `Mỗi lỗi trừ ${number.format(percent)}% số điểm của tiêu chí, tổng cộng không quá ${number.format(cap)}%.`,
  },
  faults: {
    late: 'Chậm thời hạn',
    undone: 'Quá hạn chưa hoàn thành',
    returned: 'Kết quả bị trả lại',
    report: 'Báo cáo chậm',
  },
  said: {
    late: (due: string, done: string | null, days: number) =>
      done
        ? `Hạn ${due}, hoàn thành ngày ${done}, chậm ${number.format(days)} ngày`
        : `Hạn ${due}, chưa hoàn thành, đã chậm ${number.format(days)} ngày`,
    reportLate: (due: string, sent: string | null, days: number) =>
      sent
        ? `Hạn gửi ${due}, gửi ngày ${sent}, chậm ${number.format(days)} ngày`
        : `Hạn gửi ${due}, chưa gửi, đã chậm ${number.format(days)} ngày`,
    reportInTime: (due: string, sent: string) => `Hạn gửi ${due}, gửi ngày ${sent}`,
    inTime: (due: string | null, done: string | null) =>
      [due ? `Hạn ${due}` : 'Không có thời hạn', done ? `hoàn thành ngày ${done}` : '']
        .filter(Boolean)
        .join(', '),
    returned: (n: number, days: string) => `Bị trả lại ${number.format(n)} lần: ngày ${days}`,
    notReturned: 'Không bị trả lại',
  },
  causes: {
    extended: 'Được gia hạn (tính theo thời hạn mới)',
    suspended: 'Đang tạm dừng vào ngày đến hạn',
    difficulty: 'Đã nêu khó khăn trước hạn và được cấp có thẩm quyền trả lời',
    inherited: 'Nhận bàn giao khi việc đã quá hạn',
    'return-late': 'Đã báo cáo đủ trong hạn, bị trả lại sau khi hết hạn',
  },
  excused: (why: string) => `Nguyên nhân khách quan, không trừ điểm: ${why}`,
  excuse: {
    suspended: (day: string) => `tạm dừng vào ngày đến hạn ${printDay(day)}`,
    difficulty: (day: string) => `khó khăn nêu ngày ${printDay(day)} đã được trả lời`,
    inherited: (day: string) => `nhận bàn giao ngày ${printDay(day)}, khi đã quá hạn`,
    'return-late': (day: string) => `báo cáo đủ trong hạn, bị trả lại ngày ${printDay(day)}`,
    extended: (day: string) => `được cơ quan nhận báo cáo gia hạn đến ${printDay(day)}`,
    passed: (day: string) => `từ ngày ${printDay(day)} đã nhập vào báo cáo của cơ quan tiếp nhận`,
    confirmed: (reason: string) => reason,
  },
  seeDifficulty: 'Xem khó khăn này',
  seeStep: 'Xem diễn biến của việc này',
  seeReport: 'Xem báo cáo này',
  confirmedBy: (name: string, at: string) => `${name} xác nhận lúc ${at}`,
  confirm: 'Xác nhận nguyên nhân khách quan',
  confirmOf: (what: string) => `Xác nhận nguyên nhân khách quan: ${what}`,
  confirmHint: 'Lỗi này sẽ không bị trừ điểm. Lý do và người xác nhận được lưu cùng kết quả.',
  withdraw: 'Bỏ xác nhận',
  withdrawHint: 'Lỗi này sẽ bị trừ điểm trở lại. Lần xác nhận trước vẫn được lưu.',
  others: (n: number) => `Xem ${number.format(n)} lượt không bị trừ điểm`,
  hideOthers: 'Ẩn các lượt không bị trừ điểm',
  reason: 'Lý do',

  changeTitle: 'Điều chỉnh điểm',
  change: 'Đề nghị điều chỉnh',
  changeHint:
    'Điểm hệ thống tính vẫn được giữ và hiển thị bên cạnh. Điểm mới chỉ có giá trị sau khi lãnh đạo duyệt.',
  newScore: 'Điểm đề nghị (0 đến 100)',
  changeLine: (before: number, after: number, by: string, at: string) =>
    `${points(before)} thành ${points(after)} điểm, ${by} đề nghị lúc ${at}`,
  changeStates: {
    proposed: 'Chờ lãnh đạo duyệt',
    approved: 'Đã duyệt',
    refused: 'Không duyệt',
    withdrawn: 'Đã rút',
  },
  decidedBy: (state: string, by: string, at: string) => `${state}: ${by}, ${at}`,
  approve: 'Duyệt',
  refuse: 'Không duyệt',
  takeBack: 'Rút đề nghị',
  decisionReason: 'Ý kiến khi quyết định (bắt buộc khi không duyệt)',
  noChanges: 'Chưa có đề nghị điều chỉnh nào.',

  objectionTitle: 'Ý kiến của cơ quan',
  object: 'Gửi ý kiến',
  objectHint: 'Nêu rõ việc nào, vì sao chưa đúng và đề nghị gì. Ý kiến và câu trả lời đều được lưu.',
  objectionText: 'Nội dung ý kiến',
  about: 'Về việc',
  aboutAll: 'Kết quả chung của kỳ',
  objectedBy: (by: string, at: string) => `${by}, ${at}`,
  answer: 'Trả lời',
  answerText: 'Nội dung trả lời',
  accepted: 'Tiếp thu',
  notAccepted: 'Không tiếp thu',
  verdict: 'Kết luận',
  answered: (verdict: string, by: string, at: string) => `${verdict}: ${by}, ${at}`,
  noObjections: 'Cơ quan chưa có ý kiến nào.',
  waits: 'Chưa trả lời',

  // Locking.
  lock: 'Khóa kỳ',
  lockHint:
    'Kết quả của mọi cơ quan, người đứng đầu và toàn bộ căn cứ tính điểm được giữ nguyên từ lúc này. Số liệu thay đổi về sau không làm đổi kết quả đã khóa.',
  unlock: 'Mở khóa',
  unlockHint: 'Điểm sẽ được tính lại theo số liệu hiện tại. Lần khóa trước vẫn được lưu cùng lý do mở.',
  locked: (by: string, at: string, reason: string) =>
    `Đã khóa lúc ${at}, người khóa: ${by}. Lý do: ${reason}`,
  opened: (by: string, at: string, reason: string) =>
    `Đã mở khóa lúc ${at}, người mở: ${by}. Lý do: ${reason}`,
  since: 'Thay đổi sau khi khóa',
  sinceLine: (fault: string, before: string, after: string) => `${fault}: trước ${before}, nay ${after}`,
  sinceLost: (n: number | null) => (n === null ? 'không bị trừ' : `trừ ${points(n)}`),
  sinceScore: (before: number, after: number) =>
    `Điểm khi khóa ${points(before)}, nếu tính lại theo số liệu hiện tại là ${points(after)}.`,

  // The rubric.
  version: (from: string, document: string) => `Hiệu lực từ ${printDay(from)}, ${document}`,
  draft: 'Bản dự thảo',
  draftBy: (by: string, at: string) => `${by} soạn lúc ${at}`,
  publishedBy: (by: string, at: string) => `${by} ban hành lúc ${at}`,
  inForce: 'Đang có hiệu lực',
  newDraft: 'Soạn dự thảo mới',
  newDraftHint: 'Dự thảo bắt đầu từ bộ tiêu chí đang có hiệu lực, hoặc từ bản mẫu nếu chưa có.',
  rubricNote:
    'Luật chưa quy định tiêu chí xếp loại cơ quan; mức điểm, trọng số do tỉnh quyết định. Nghị định 335/2025/NĐ-CP (với cán bộ, công chức) chia 90, 70, 50 điểm và trừ 25% cho mỗi lần chậm hoặc không đạt chất lượng.',
  name: 'Tên bộ tiêu chí',
  criteriaTitle: (sum: number) => `Tiêu chí (cộng lại ${number.format(sum)}/100 điểm)`,
  criterionName: 'Tên tiêu chí',
  criterionPoints: 'Số điểm',
  criterionFault: 'Xét điều gì',
  criterionWay: 'Cách trừ',
  wayNames: { share: 'Theo tỷ lệ', each: 'Theo từng lỗi' },
  criterionPercent: 'Mỗi lỗi trừ (%)',
  criterionCap: 'Trừ nhiều nhất (%)',
  nth: (label: string, n: number) => `${label}, dòng ${number.format(n)}`,
  addCriterion: 'Thêm tiêu chí',
  removeOf: (name: string) => `Bỏ ${name}`,
  bandsEdit: 'Các mức xếp loại',
  bandName: 'Tên mức',
  bandFrom: 'Từ (điểm)',
  addBand: 'Thêm mức',
  causesTitle: 'Được coi là nguyên nhân khách quan',
  causesHint: 'Ngoài ra, người có trách nhiệm có thể xác nhận từng trường hợp và ghi lý do.',
  minimum: 'Số việc ít nhất để xếp loại',
  minimumHint: 'Ít hơn số này thì ghi "Chưa đủ dữ liệu".',
  coordinating: 'Tính cả việc phối hợp',
  outsideLabel: 'Công an, quân sự',
  outsideNames: { exclude: 'Không xếp loại', days: 'Chỉ xét theo ngày hoàn thành' },
  topShare: 'Mức cao nhất không quá (% số được xếp mức thứ hai)',
  topShareHint: 'Để trống nếu không giới hạn. Vượt thì hệ thống nhắc, người có thẩm quyền quyết định.',
  kinds: 'Loại cơ quan được xếp loại',
  try: 'Thử với số liệu kỳ này',
  trialTitle: (period: string) => `Thử với ${period}`,
  trialNone: (n: number) => `Không cơ quan nào đổi mức (${number.format(n)} cơ quan có việc để xét).`,
  trialMoved: (moved: number, n: number) =>
    `${number.format(moved)}/${number.format(n)} cơ quan đổi mức so với bộ tiêu chí đang tính:`,
  trialLine: (before: string, after: string) => `${before} thành ${after}`,
  trialScore: (band: string, score: number) => `${band} (${points(score)})`,
  trialBand: (band: string, before: number, after: number) =>
    `${band}: hiện nay ${number.format(before)}, nếu áp dụng ${number.format(after)}`,
  publish: 'Ban hành',
  publishTitle: 'Ban hành bộ tiêu chí',
  publishHint: 'Sau khi ban hành, bản này không sửa được nữa. Muốn đổi, đồng chí soạn bản mới.',
  documentNumber: 'Số, ký hiệu văn bản quyết định',
  documentOn: 'Ngày văn bản',
  validFrom: 'Áp dụng cho các kỳ kết thúc từ ngày',
  dropDraft: 'Xóa dự thảo',
  dropHint: 'Dự thảo này sẽ bị xóa và không lấy lại được. Các bản đã ban hành không thay đổi.',
  tryPeriod: 'Kỳ lấy số liệu',
  office: 'Cơ quan theo dõi xếp loại',
  officeHint:
    'Đầu mối và lãnh đạo của cơ quan này soạn bộ tiêu chí, xác nhận nguyên nhân khách quan, đề nghị điều chỉnh và khóa kỳ. Lãnh đạo tỉnh duyệt.',
  officeNone: 'Chưa chọn cơ quan nào',
  savedDraft: 'Đã lưu dự thảo.',
  saveFirst: 'Hãy lưu dự thảo trước khi ban hành.',

  heads: 'Người đứng đầu',
  headsTitle: 'Người đứng đầu các cơ quan',
  headsHint:
    'Khi người đứng đầu thay đổi trong kỳ, mỗi người chỉ được xét những ngày của mình. Ngày không có ai đứng đầu thì không tính cho ai.',
  headName: 'Họ và tên',
  headPosition: 'Chức vụ',
  headFrom: 'Từ ngày',
  headUntil: 'Đến hết ngày (để trống nếu còn giữ chức vụ)',
  headAdd: 'Ghi người đứng đầu',
  headEdit: (name: string) => `Sửa ${name}`,
  headDrop: 'Xóa dòng này',
  headLine: (from: string, until: string | null) =>
    until ? `từ ${printDay(from)} đến ${printDay(until)}` : `từ ${printDay(from)}`,
  headsNone:
    'Chưa ghi người đứng đầu nào. Khi chưa ghi, hệ thống lấy tài khoản lãnh đạo duy nhất của cơ quan.',
  headsMissing: (names: string) =>
    `Chưa xác định được người đứng đầu: ${names}. Hãy ghi họ tên và ngày nhận nhiệm vụ.`,

  notYours: {
    'see-all': 'Bảng xếp loại chung do lãnh đạo tỉnh và cơ quan theo dõi xếp loại xem.',
    'see-own': 'Đồng chí chỉ xem được kết quả của cơ quan mình.',
    draft: 'Việc này do lãnh đạo tỉnh, quản trị hoặc cơ quan theo dõi xếp loại thực hiện.',
    publish: 'Chỉ lãnh đạo tỉnh hoặc quản trị mới ban hành được bộ tiêu chí.',
    'set-office': 'Chỉ quản trị mới chọn được cơ quan theo dõi xếp loại.',
    heads: 'Việc này do lãnh đạo tỉnh, quản trị hoặc cơ quan theo dõi xếp loại thực hiện.',
    confirm: 'Chỉ lãnh đạo tỉnh hoặc cơ quan theo dõi xếp loại mới xác nhận được nguyên nhân khách quan.',
    propose: 'Chỉ lãnh đạo tỉnh hoặc cơ quan theo dõi xếp loại mới đề nghị điều chỉnh điểm được.',
    decide: 'Chỉ lãnh đạo tỉnh mới duyệt được đề nghị điều chỉnh.',
    lock: 'Chỉ lãnh đạo tỉnh hoặc cơ quan theo dõi xếp loại mới khóa, mở khóa được kỳ.',
    object: 'Chỉ người của cơ quan được xếp loại mới gửi được ý kiến.',
    answer: 'Chỉ lãnh đạo tỉnh hoặc cơ quan theo dõi xếp loại mới trả lời được ý kiến.',
  },
  refusal: {
    ownAgency:
      'Đây là kết quả của chính cơ quan theo dõi xếp loại. Việc này do lãnh đạo tỉnh thực hiện để bảo đảm khách quan.',
    locked: 'Kỳ này đã khóa nên không thay đổi được. Nếu cần, người có thẩm quyền mở khóa và ghi lý do.',
    lockedAlready: 'Kỳ này đã được khóa. Hãy tải lại trang để xem kết quả.',
    published: 'Bộ tiêu chí này đã ban hành nên không sửa được. Hãy soạn một dự thảo mới.',
    documentAhead: 'Ngày văn bản chưa đến. Hãy kiểm tra lại ngày của văn bản quyết định.',
    sameDay: (day: string) =>
      `Đã có một bộ tiêu chí áp dụng từ ngày ${printDay(day)}. Hãy chọn ngày khác cho bản này.`,
    agency: 'Cơ quan này không có trong danh mục hoặc đã kết thúc hoạt động. Hãy chọn lại.',
    termOrder: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.',
    termClash: (name: string) =>
      `Trong những ngày này cơ quan đã ghi người đứng đầu là ${name}. Hãy sửa ngày của một trong hai người.`,
    causeThere: 'Lỗi này đã được xác nhận có nguyên nhân khách quan. Hãy tải lại trang.',
    same: 'Điểm đề nghị bằng điểm hiện tại nên chưa có gì để điều chỉnh.',
    changeThere: 'Đang có một đề nghị chờ lãnh đạo duyệt. Hãy rút hoặc chờ quyết định rồi đề nghị lại.',
    notProposer: 'Chỉ người đã đề nghị mới rút được đề nghị này.',
    ownChange: 'Đồng chí là người đề nghị nên không tự duyệt được. Hãy để lãnh đạo khác quyết định.',
    decided: 'Đề nghị này đã được quyết định. Hãy tải lại trang.',
    answered: 'Ý kiến này đã được trả lời. Hãy tải lại trang.',
    running: 'Kỳ này chưa kết thúc nên chưa khóa được. Hãy khóa sau ngày cuối kỳ.',
    noRubric: 'Kỳ này chưa có bộ tiêu chí được ban hành nên chưa khóa được. Hãy ban hành bộ tiêu chí trước.',
    openEnds: (n: number) =>
      `Còn ${number.format(n)} đề nghị hoặc ý kiến chưa được trả lời. Hãy giải quyết hết rồi khóa kỳ.`,
    noSubject: 'Kỳ này không có việc nào để xét cho cơ quan hoặc người này.',
  },
  form: {
    name: 'Hãy ghi tên, từ 1 đến 120 ký tự.',
    whole: (from: number, to: number) =>
      `Hãy ghi số nguyên từ ${number.format(from)} đến ${number.format(to)}.`,
    sum: (n: number) => `Các tiêu chí cộng lại ${number.format(n)} điểm. Hãy sửa để đủ 100 điểm.`,
    bands: 'Các mức phải xếp từ cao xuống thấp, mức cuối cùng từ 0 điểm.',
    period: 'Kỳ không đúng dạng. Ví dụ: 2026, 2026-H1, 2026-Q3, 2026-11.',
    reason: 'Hãy ghi lý do để người xem sau hiểu vì sao.',
    long: (most: number) => `Nội dung dài quá ${number.format(most)} ký tự. Hãy viết gọn lại.`,
    score: 'Điểm từ 0 đến 100, nhiều nhất hai chữ số sau dấu phẩy.',
    about: 'Hãy chọn một việc hoặc một báo cáo.',
    objection: 'Hãy ghi nội dung ý kiến.',
    answer: 'Hãy ghi nội dung trả lời.',
    verdict: 'Hãy chọn tiếp thu hay không tiếp thu.',
    document: 'Hãy ghi số, ký hiệu văn bản quyết định.',
    documentDay: 'Hãy chọn ngày của văn bản.',
    validFrom: 'Hãy chọn ngày bắt đầu áp dụng.',
    agency: 'Hãy chọn cơ quan.',
    head: 'Hãy ghi họ và tên người đứng đầu.',
    from: 'Hãy chọn ngày bắt đầu.',
  },
  paper: {
    title: { agency: 'BẢNG TỔNG HỢP XẾP LOẠI CƠ QUAN', head: 'BẢNG TỔNG HỢP XẾP LOẠI NGƯỜI ĐỨNG ĐẦU' },
    by: (title: string, document: string, day: string) =>
      `Theo ${title}, ban hành kèm theo ${document} ngày ${printDay(day)}`,
    locked: (at: string, by: string) => `Số liệu đã khóa lúc ${at}, người khóa: ${by}`,
    asOf: (day: string) => `Số liệu đến ngày ${day}, kỳ chưa khóa`,
    cell: (got: string, ok: number, units: number) =>
      `${got} (${number.format(ok)}/${number.format(units)} lượt giao đạt)`,
    nothing: (got: string) => `${got} (không phát sinh)`,
    total: (n: number, all: number) =>
      `Được xếp loại: ${number.format(n)}/${number.format(all)}${n < all ? '; còn lại chưa đủ dữ liệu' : ''}.`,
    inBand: (band: string, n: number, all: number) =>
      `${band}: ${number.format(n)}/${number.format(all)} (${all ? share.format(n / all) : '0%'})`,
    sheet: 'Xếp loại',
    file: 'xep-loai',
  },
})
