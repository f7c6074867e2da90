import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const steps = /* @__PURE__ */ inLanguage('steps', {
  outsideText:
    'Nhiệm vụ của công an, quân đội chỉ ghi ngày, không ghi nội dung hay lý do ở đây. Hãy để trống phần chữ rồi thực hiện lại.',
  outsideFiles:
    'Cơ quan công an, quân đội báo cáo ngoài hệ thống nên không nhận tệp ở đây. Tệp chưa được lưu lại.',
  beforeGiven: (day: string) =>
    `Ngày đã báo cáo không thể trước ngày giao việc (${printDay(day)}). Đồng chí kiểm tra lại ngày.`,
  untilPast: 'Ngày gia hạn đã qua. Đồng chí chọn hôm nay hoặc một ngày sau đó.',

  calendar: {
    monthLevelControl: 'Chọn tháng',
    yearLevelControl: 'Chọn năm',
    previousMonth: 'Tháng trước',
    nextMonth: 'Tháng sau',
    previousYear: 'Năm trước',
    nextYear: 'Năm sau',
    previousDecade: 'Mười năm trước',
    nextDecade: 'Mười năm sau',
  },
  chooseDay: 'Hãy chọn ngày.',
  figureHalf: 'Mỗi số liệu cần có tên và giá trị. Hãy ghi đủ hoặc bỏ dòng đó.',
  roles: { lead: 'Chủ trì', coordinating: 'Phối hợp' },
  period: (key: string) => {
    const [year = '', part = ''] = key.split('-')
    if (part === '') return `Năm ${year}`
    if (part.startsWith('Q'))
      return `Quý ${['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1] ?? part} năm ${year}`
    if (part.startsWith('H')) return `${part === 'H1' ? '6 tháng đầu' : '6 tháng cuối'} năm ${year}`
    return `Tháng ${Number(part)} năm ${year}`
  },
  window: (from: string, to: string) => `Số liệu từ ${printDay(from)} đến ${printDay(to)}`,
  asksUntil: (day: string) => `Xin gia hạn đến ${printDay(day)}`,
  askedBy: (name: string, day: string) => `${name} đề nghị ngày ${day}`,
  waitsForOverseer: 'Đang chờ cơ quan theo dõi trả lời.',
  outsideMark: 'Báo cáo ngoài hệ thống',

  // Steps and their forms.
  reason: 'Lý do',
  remark: 'Ghi chú (không bắt buộc)',
  newDay: 'Thời hạn mới',
  resumeDay: 'Thời hạn mới (để trống nếu giữ thời hạn cũ)',
  outsideDay: 'Ngày đã báo cáo',
  outsideDayHint: 'Chỉ ghi ngày. Nội dung và tài liệu để trong hệ thống riêng của công an, quân đội.',
  assignTo: 'Người hoặc phòng thực hiện',
  assignToHint: 'Gõ tên để tìm',
  people: 'Người',
  units: 'Phòng, đơn vị trực thuộc',
  colleague: (name: string, open: number) => `${name}: đang giữ ${number.format(open)} việc`,
  opens: (step: string) => `${step}…`,
  more: 'Thêm',
  otherSteps: 'Các bước khác',
  youActFor: (name: string) => `Đồng chí đang làm bước này thay ${name}.`,
  explain: {
    assign:
      'Người hoặc phòng được chọn thấy việc này trong danh sách của mình. Trách nhiệm vẫn thuộc cơ quan.',
    'ask-extension': 'Cơ quan theo dõi sẽ trả lời. Thời hạn chỉ đổi khi được đồng ý.',
    suspend: 'Việc tạm dừng không tính quá hạn cho đến khi được cho tiếp tục.',
    close: 'Việc đóng không tính vào số phải hoàn thành. Có thể mở lại khi cần.',
    reopen: 'Việc trở lại tình trạng đang thực hiện.',
  },
  nothing: 'Không phát sinh',
  nothingHint: 'Trong kỳ không có nội dung phải báo cáo.',
  nothingText: 'Giải thích (không bắt buộc)',
  figures: {
    name: 'Tên số liệu',
    value: 'Giá trị',
    unit: 'Đơn vị tính',
    add: 'Thêm số liệu',
    remove: (name: string) => `Bỏ số liệu ${name}`,
    line: (name: string, value: number, unit: string) =>
      `${name}: ${new Intl.NumberFormat('vi-VN', { useGrouping: 'always', maximumFractionDigits: 10 }).format(value)}${unit ? ` ${unit}` : ''}`,
  },

  // The page of an assignment.
  subDuty: 'Phần việc phối hợp',
  subDutyPlain: 'Phối hợp thực hiện nhiệm vụ này.',
  toParent: 'Xem việc của cơ quan chủ trì',
  coordinator: 'Cơ quan phối hợp',
  confirmer: 'Cơ quan xác nhận',
  givenTo: (name: string) => `Ban đầu giao cho ${name}`,
  givenOn: (day: string) => `Giao ngày ${printDay(day)}`,
  givenDue: (day: string | null) =>
    day ? `Thời hạn khi giao: ${printDay(day)}` : 'Khi giao chưa có thời hạn',
  inCharge: 'Người phụ trách',
  nobodyInCharge: 'Chưa phân công',
  periodLabel: 'Kỳ báo cáo',
  eventOn: (event: string, day: string) => `Tính từ sự kiện "${event}" ngày ${printDay(day)}`,
  eventOpen: (event: string) => `Chờ sự kiện: ${event}`,
  whenDone: 'Nhiệm vụ hoàn thành khi',
  completions: {
    all: (): string => 'mọi cơ quan được giao hoàn thành',
    share: (share: number) => `${number.format(share)}% cơ quan được giao hoàn thành`,
    word: (): string => 'cơ quan theo dõi kết luận',
  },
  itemDone: (day: string) => `Nhiệm vụ đã hoàn thành ngày ${printDay(day)}`,
  toItem: 'Xem cả nhiệm vụ',
  others: (n: number) => `${number.format(n)} lượt giao khác của nhiệm vụ này`,
  roundDone: (done: number, all: number, late: number) =>
    `${number.format(done)}/${number.format(all)} lượt giao đã hoàn thành${late ? `, ${number.format(late)} quá hạn` : ''}`,
  showRows: (n: number) => `Xem ${number.format(n)} cơ quan`,
  foldRows: 'Thu gọn',
  allOfRound: (n: number) => `Mở danh sách ${number.format(n)} lượt giao`,
  countsFrom: (day: string) => `tính từ ngày ${printDay(day)}`,
  sharedReport: (n: number) => `báo cáo chung cho ${number.format(n)} việc`,
  together: (n: number) => `cùng lúc với ${number.format(n - 1)} việc khác`,

  // The worklist.
  moreFilters: (n: number) => (n ? `Lọc thêm (${number.format(n)})` : 'Lọc thêm'),
  oneBatch: 'Chỉ các việc cùng một lần báo cáo hoặc quyết định',
  dueThatDay: (day: string) => `Chỉ việc có thời hạn ngày ${printDay(day)}`,
  overseen: 'Chỉ việc thuộc kế hoạch do một cơ quan theo dõi',
  otherWays: 'Việc khác',
  roleFilter: 'Lượt giao',
  bothRoles: 'Chủ trì và phối hợp',
  periodFilter: 'Kỳ báo cáo',
  anyPeriod: 'Mọi kỳ',
  mineOnly: 'Việc tôi phụ trách',
  askedOnly: 'Đang xin gia hạn',
  bulk: {
    title: 'Việc đã chọn',
    chosen: (n: number) => `Đã chọn ${number.format(n)} việc.`,
    most: (n: number) => `Mỗi lượt tối đa ${number.format(n)} việc.`,
    clear: 'Bỏ chọn',
    all: (n: number) => `Chọn cả ${number.format(n)} việc trên trang này`,
    one: (quote: string) => `Chọn: ${quote}`,
    nothing: 'Không có bước nào đồng chí thực hiện được trên các việc đã chọn.',
    button: (step: string, n: number) => `${step} (${number.format(n)})`,
    sharedReport: 'Báo cáo chung',
    dialogTitle: (step: string) => `${step}: các việc đã chọn`,
    able: (n: number, all: number) =>
      `Thực hiện được với ${number.format(n)}/${number.format(all)} việc đã chọn.`,
    unable: (n: number, why: string) => `${number.format(n)} việc không thực hiện được: ${why}`,
    andMore: (n: number) => `và ${number.format(n)} việc khác`,
    send: (step: string, n: number) => `${step} ${number.format(n)} việc`,
    sharedExplain: (n: number, plans: number) =>
      `Nội dung, số liệu và tài liệu dưới đây được ghi vào báo cáo của cả ${number.format(n)} việc, thuộc ${number.format(plans)} kế hoạch.`,
    doneAll: (step: string, n: number) => `${step}: đã xong ${number.format(n)} việc.`,
    doneSome: (step: string, n: number, left: number) =>
      `${step}: đã xong ${number.format(n)} việc, còn ${number.format(left)} việc chưa được, lý do ghi ở từng dòng.`,
  },

  answer: {
    title: 'Trả lời theo kỳ',
    titleOf: (agency: string) => `Trả lời theo kỳ của ${agency}`,
    noAgency: 'Trang này dành cho người của cơ quan được giao báo cáo theo kỳ.',
    empty:
      'Cơ quan chưa có việc nào phải báo cáo theo kỳ. Việc xuất hiện ở đây khi kế hoạch giao nhiệm vụ thường xuyên hoặc định kỳ.',
    allAnswered: 'Mọi việc của kỳ này đã có trả lời.',
    periodChoice: (period: string, open: number, n: number) =>
      open ? `${period} (còn ${number.format(open)}/${number.format(n)} việc)` : `${period} (đã trả lời đủ)`,
    dueOn: (day: string) => `Hạn trả lời: ${printDay(day)}`,
    answered: (n: number, all: number) => `Đã trả lời ${number.format(n)}/${number.format(all)} việc`,
    choose: 'Cách trả lời',
    same: 'Như kỳ trước',
    result: 'Đã thực hiện',
    outside: 'Đã báo cáo ngoài hệ thống',
    before: (period: string, text: string) => `${period}: ${text}`,
    placeholder: 'Kết quả trong kỳ, số liệu chính',
    more: 'Thêm số liệu, tài liệu',
    bar: 'Gửi trả lời',
    chosen: (n: number, all: number) =>
      `Đã chọn cách trả lời cho ${number.format(n)}/${number.format(all)} việc.`,
    lacking: (n: number) => `${number.format(n)} việc chưa ghi kết quả.`,
    send: (n: number) => `Gửi ${number.format(n)} báo cáo`,
    restNothing: (n: number) => `${number.format(n)} việc còn lại: Không phát sinh`,
    sent: (n: number, refused: number) =>
      `Đã gửi ${number.format(n)} báo cáo, thủ trưởng đơn vị sẽ duyệt.${refused ? ` ${number.format(refused)} việc chưa gửi được, lý do ghi ở từng việc.` : ''}`,
    answeredTitle: (n: number) => `Đã trả lời (${number.format(n)})`,
  },

  desk: {
    title: 'Chờ quyết định',
    kindsLabel: 'Loại việc chờ quyết định',
    kinds: { approve: 'Báo cáo chờ duyệt', confirm: 'Kết quả chờ xác nhận', extension: 'Đề nghị gia hạn' },
    kind: (name: string, n: number) => `${name} (${number.format(n)})`,
    empty: {
      approve:
        'Không có báo cáo nào chờ duyệt. Báo cáo của người trong đơn vị xuất hiện ở đây để thủ trưởng duyệt.',
      confirm:
        'Không có kết quả nào chờ xác nhận. Kết quả các đơn vị đã duyệt xuất hiện ở đây để cơ quan theo dõi xác nhận.',
      extension:
        'Không có đề nghị gia hạn nào. Đề nghị của các đơn vị xuất hiện ở đây để cơ quan theo dõi trả lời.',
    },
    all: (step: string, n: number) => `${step}: cả ${number.format(n)} việc`,
    allExplain: (n: number, left: number) =>
      `${number.format(n)} báo cáo hiện trên trang này được đồng ý cùng lúc.${left ? ` ${number.format(left)} báo cáo không thuộc quyền của đồng chí được giữ lại.` : ''}`,
    decided: (step: string, n: number) => `${step}: đã xong ${number.format(n)} việc.`,
    outside: 'Báo cáo ngoài hệ thống, ở đây chỉ ghi ngày.',
  },

  standIn: {
    title: 'Làm thay khi vắng mặt',
    intro:
      'Người được cử làm thay thực hiện được mọi bước của người vắng mặt trong những ngày đã ghi. Mỗi bước đều ghi rõ làm thay ai.',
    add: 'Cử người làm thay',
    absent: 'Người vắng mặt',
    absentIs: (name: string) => `Người vắng mặt: ${name}`,
    person: 'Người làm thay',
    fromDay: 'Từ ngày',
    toDay: 'Đến hết ngày',
    explain: 'Người làm thay không tự duyệt báo cáo của mình hoặc của người vắng mặt.',
    typeName: 'Gõ họ tên, chức vụ hoặc cơ quan',
    typeMore: 'Còn nhiều người khác. Hãy gõ thêm để tìm.',
    empty: 'Chưa có ai được cử làm thay.',
    states: { now: 'Đang làm thay', coming: 'Sắp tới', past: 'Đã hết hạn', ended: 'Đã kết thúc sớm' },
    span: (from: string, to: string) => `${printDay(from)} đến ${printDay(to)}`,
    endedOn: (day: string) => `kết thúc ngày ${printDay(day)}`,
    line: (standIn: string, absent: string) => `${standIn} làm thay ${absent}`,
    end: 'Kết thúc làm thay',
    cancel: 'Hủy lần làm thay',
    endOf: (name: string) => `Kết thúc làm thay của ${name}`,
    endExplain: (standIn: string, absent: string) => `${standIn} thôi làm thay ${absent} ngay từ bây giờ.`,
    actingFor: (names: string) => `Đang làm thay ${names}`,
    actingUntil: (name: string, place: string, day: string) =>
      `Làm thay ${name} (${place}) đến hết ${printDay(day)}`,
    isReplaced: (name: string, day: string) => `${name} đang làm thay đồng chí đến hết ${printDay(day)}`,
    dayMissing: 'Hãy chọn ngày.',
    absentMissing: 'Hãy chọn người vắng mặt.',
    personMissing: 'Hãy chọn người làm thay.',
    reasonMissing: 'Hãy ghi lý do, ví dụ: đi công tác, nghỉ phép, học tập.',
    reasonLong: 'Lý do không quá 500 ký tự.',
    notYours:
      'Việc này do chính người vắng mặt, thủ trưởng của đơn vị người đó hoặc quản trị hệ thống thực hiện.',
    oneself: 'Không ai làm thay cho chính mình. Hãy chọn một người khác.',
    elsewhere:
      'Người làm thay phải cùng cơ quan hoặc thuộc cơ quan cấp trên. Trường hợp khác do quản trị hệ thống quyết định.',
    fromPast: 'Ngày bắt đầu đã qua. Việc làm thay chỉ tính từ hôm nay trở đi.',
    toBeforeFrom: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    tooLong: (days: number) => `Mỗi lần làm thay không quá ${number.format(days)} ngày.`,
    over: 'Lần làm thay này đã kết thúc.',
    gone: 'Tài khoản này không còn hoạt động. Hãy tải lại trang rồi chọn lại.',
    overlap: (name: string, from: string, to: string) =>
      `Đã có ${name} làm thay từ ${printDay(from)} đến ${printDay(to)}. Hãy kết thúc lần đó trước, hoặc chọn ngày khác.`,
    standInAway: (name: string, from: string, to: string) =>
      `Người được chọn cũng vắng mặt, đã có ${name} làm thay từ ${printDay(from)} đến ${printDay(to)}. Hãy chọn người khác.`,
    absentStandsIn: (name: string, from: string, to: string) =>
      `Người vắng mặt đang được giao làm thay ${name} từ ${printDay(from)} đến ${printDay(to)}. Hãy kết thúc lần đó và chọn người khác làm thay ${name} trước.`,
  },

  handOver: {
    title: 'Bàn giao công việc',
    intro:
      'Khi có người chuyển công tác hoặc nghỉ, mọi việc đang mở và các nhiệm vụ, kế hoạch người đó phụ trách, theo dõi được chuyển cho người khác trong một lần. Việc đã xong giữ nguyên.',
    search: 'Tìm người',
    holds: 'Đang giữ',
    holdsNothing: 'Không giữ việc nào',
    parts: {
      assignments: (n: number) => `${number.format(n)} lượt giao đang mở`,
      itemsLed: (n: number) => `${number.format(n)} nhiệm vụ, là lãnh đạo phụ trách`,
      itemsFollowed: (n: number) => `${number.format(n)} nhiệm vụ, là người theo dõi`,
      plansLed: (n: number) => `${number.format(n)} kế hoạch, là lãnh đạo phụ trách`,
      plansFollowed: (n: number) => `${number.format(n)} kế hoạch, là người theo dõi`,
    },
    open: 'Bàn giao',
    openOf: (name: string) => `Bàn giao công việc của ${name}`,
    preview: 'Sẽ chuyển:',
    to: 'Người nhận',
    stop: 'Ngừng luôn tài khoản của người bàn giao',
    stopForAdminHint: 'Chỉ quản trị hệ thống ngừng được tài khoản.',
    done: (from: string, to: string) => `Đã bàn giao công việc của ${from} cho ${to}.`,
    fromMissing: 'Hãy chọn người bàn giao.',
    toMissing: 'Hãy chọn người nhận bàn giao.',
    reasonMissing: 'Hãy ghi lý do, ví dụ: chuyển công tác theo Quyết định số … ngày ….',
    notYours: 'Bàn giao công việc do thủ trưởng đơn vị của người bàn giao hoặc quản trị hệ thống thực hiện.',
    oneself: 'Người nhận phải là một người khác.',
    elsewhere:
      'Việc đã phân công chỉ bàn giao được cho người cùng cơ quan. Hãy chọn người cùng cơ quan với người bàn giao.',
    stopForAdmin:
      'Chỉ quản trị hệ thống ngừng được tài khoản. Hãy bàn giao trước, rồi đề nghị quản trị hệ thống ngừng tài khoản.',
    changed:
      'Số việc của người bàn giao đã thay đổi sau khi đồng chí mở trang. Hãy xem lại số mới rồi bàn giao.',
    nothing: (name: string) => `${name} không còn giữ việc nào nên không có gì để bàn giao.`,
  },
})
