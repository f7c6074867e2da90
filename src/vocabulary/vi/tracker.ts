import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const tracker = /* @__PURE__ */ inLanguage('tracker', {
  title: 'Nhập bảng theo dõi đang dùng',
  intro:
    'Thả vào đây bảng Excel đơn vị đang dùng để theo dõi nhiệm vụ. Hệ thống đọc từng dòng, kiểm tra trước, nêu rõ dòng nào chưa nhập được và vì sao; chỉ ghi khi đồng chí bấm nhập.',
  accepted: 'Tệp .xlsx hoặc .csv, tối đa 25.000 dòng có nội dung.',
  choose: 'Chọn tệp bảng theo dõi',
  dropHere: 'Thả để đọc bảng theo dõi',
  oneAtATime: 'Mỗi lần chỉ nạp một tệp, không nạp cả thư mục. Đồng chí thả lại từng tệp.',
  reading: 'Đang đọc tệp…',
  checking: 'Đang kiểm tra các dòng…',
  earlier: 'Các lần nhập',
  noneYet: 'Chưa có lần nhập nào. Bảng theo dõi đã nhập sẽ nằm ở đây, kèm số dòng và kế hoạch đã tạo.',
  statuses: { open: 'Chưa nhập', done: 'Đã nhập' },
  runLine: (name: string, at: string) => `${name}, ${at}`,
  doneLine: (fresh: number, known: number, faulty: number) =>
    `${number.format(fresh)} dòng đã nhập, ${number.format(known)} dòng đã có từ trước, ${number.format(faulty)} dòng có lỗi.`,
  goOn: 'Tiếp tục',
  dropOf: (name: string) => `Xóa lần nhập "${name}"`,
  another: 'Nhập bảng khác',
  noFile: 'Không có tệp nào trong yêu cầu. Hãy chọn tệp bảng theo dõi rồi gửi lại.',
  unnamed: 'Bảng theo dõi',
  noSheet: 'Tệp không có trang tính này. Hãy chọn lại trang tính.',
  refused: {
    empty: 'Tệp không có ô nào có nội dung. Hãy kiểm tra và nạp lại.',
    type: 'Tệp này không phải bảng Excel (.xlsx) hoặc .csv. Hãy mở bảng theo dõi bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
    macros:
      'Bảng tính có chứa macro nên không được nhận, để bảo đảm an toàn. Hãy mở bằng Excel, lưu lại dạng .xlsx (không macro) rồi nạp lại.',
    encrypted: 'Bảng tính được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu, lưu lại rồi nạp lại.',
    tooLarge: (rows: number, sheets: number) =>
      `Bảng tính có hơn ${number.format(rows)} dòng có nội dung hoặc hơn ${number.format(sheets)} trang tính. Hãy chia bảng theo năm hoặc theo lĩnh vực rồi nhập từng phần; dòng trùng sẽ được nhận ra.`,
  },
  missing: {
    duty: 'Chưa chỉ ra cột nội dung nhiệm vụ.',
    lead: 'Chưa chỉ ra cột cơ quan chủ trì. Nếu bảng không có cột này, hãy chọn một cơ quan cho mọi dòng.',
    target: 'Chưa chọn kế hoạch để nhập vào.',
  },
  incomplete: 'Chưa đủ thông tin để đọc các dòng. Đồng chí xem các mục được nêu.',
  titleForm: 'Tên bảng theo dõi cần từ 5 đến 300 ký tự.',
  overseerMissing: 'Chưa chọn cơ quan theo dõi. Hãy chọn cơ quan sẽ xác nhận kết quả.',
  fieldTwice: (field: string) =>
    `Hai cột cùng được chọn là "${field}". Mỗi nội dung này chỉ lấy từ một cột, hãy bỏ chọn ở một cột.`,
  asOfAhead: 'Ngày số liệu không thể sau hôm nay. Hãy chọn lại ngày.',
  alreadyDone: 'Lần nhập này đã hoàn thành. Muốn nhập tiếp, hãy nạp lại tệp; các dòng đã có sẽ được nhận ra.',
  changedMeanwhile:
    'Từ lúc kiểm tra đến nay dữ liệu trong hệ thống đã thay đổi (có người vừa nhập hoặc sửa danh mục), chưa có gì được ghi. Hãy xem lại kết quả kiểm tra rồi bấm nhập lần nữa.',
  nothingNew: 'Không có dòng mới nào để nhập: mọi dòng đã có trong hệ thống hoặc đang có lỗi.',
  planWithoutOverseer: 'Kế hoạch này chưa có cơ quan theo dõi nên không nhập vào được.',

  columns: 'Mỗi cột là gì',
  columnsHint:
    'Hệ thống đề xuất theo tên cột và nội dung. Đồng chí sửa chỗ chưa đúng rồi lưu; lần sau gặp bảng cùng tiêu đề sẽ không hỏi lại.',
  remembered: 'Các cột được đọc như đồng chí đã chọn; gặp bảng cùng tiêu đề sẽ không hỏi lại.',
  changeColumns: 'Xem hoặc sửa các cột',
  saveColumns: 'Lưu và kiểm tra',
  samples: 'Ví dụ',
  ignored: 'Không đọc',
  meaningOf: (letter: string, heading: string) => `Cột ${letter} (${heading}) đọc là`,
  hiddenColumn: 'cột ẩn',
  noHeadFound: 'Chưa nhận ra hàng tiêu đề của bảng. Đồng chí chỉ ra hàng tiêu đề theo số hàng trong Excel.',
  sheet: 'Trang tính',
  sheetLine: (name: string, rows: number, isHidden: boolean) =>
    `${name} (${number.format(rows)} hàng${isHidden ? ', trang ẩn' : ''})`,
  headRow: 'Hàng tiêu đề',
  headRows: 'Số hàng tiêu đề',
  topRows: 'Các hàng đầu bảng',
  includeHidden: 'Đọc cả hàng và cột đang ẩn hoặc bị lọc',
  hiddenRows: (n: number) => `Trang tính có ${number.format(n)} hàng đang ẩn hoặc bị lọc.`,
  asOf: 'Số liệu tính đến ngày',
  year: 'Năm của các mốc không ghi năm',
  severalLeads: 'Dòng ghi nhiều cơ quan chủ trì',
  severalLeadsChoices: {
    ask: 'Báo lỗi để chọn một cơ quan',
    first: 'Cơ quan đầu tiên chủ trì, các cơ quan còn lại phối hợp',
    each: 'Giao cho từng cơ quan',
  },
  defaultLead: 'Chủ trì của các dòng không ghi cơ quan',
  noDefaultLead: 'Không đặt, báo lỗi các dòng ấy',
  allowAgain: 'Dòng trùng nội dung với nhiệm vụ đã có ở nơi khác là việc khác, vẫn nhập',
  fields: {
    number: 'Số thứ tự, mã',
    section: 'Nhóm, lĩnh vực',
    duty: 'Nội dung nhiệm vụ',
    lead: 'Cơ quan chủ trì',
    coordinating: 'Cơ quan phối hợp',
    deliverable: 'Sản phẩm',
    due: 'Thời hạn',
    state: 'Tình trạng',
    'tick-pending': 'Đánh dấu: chưa thực hiện',
    'tick-active': 'Đánh dấu: đang thực hiện',
    'tick-overdue': 'Đánh dấu: quá hạn',
    'tick-done': 'Đánh dấu: đã hoàn thành',
    'tick-done-late': 'Đánh dấu: hoàn thành chậm',
    percent: 'Phần trăm',
    completedOn: 'Ngày hoàn thành',
    result: 'Kết quả',
    note: 'Ghi chú',
    documentNumber: 'Số văn bản giao',
    documentDay: 'Ngày văn bản giao',
  },
  states: {
    pending: 'Chưa thực hiện',
    active: 'Đang thực hiện',
    overdue: 'Quá hạn, chưa hoàn thành',
    done: 'Đã hoàn thành',
    'done-late': 'Hoàn thành chậm',
    suspended: 'Tạm dừng',
    closed: 'Không thực hiện nữa',
  },

  target: 'Nhập vào',
  targetNew: 'Bảng theo dõi mới',
  targetPlan: 'Kế hoạch đã công bố',
  planTitle: 'Tên bảng theo dõi',
  planNumber: 'Số, ký hiệu (nếu có)',
  overseer: 'Cơ quan theo dõi, xác nhận kết quả',
  plan: 'Kế hoạch',

  checked: 'Kết quả kiểm tra',
  notYetWritten: 'Chưa có gì được ghi.',
  figures: {
    rows: 'Dòng nhiệm vụ',
    fresh: 'Nhập được',
    known: 'Đã có',
    faulty: 'Có lỗi',
  },
  becomes: (assignments: number) => `thành ${number.format(assignments)} lượt giao`,
  joined: (n: number) =>
    `Trong đó ${number.format(n)} dòng là nhiệm vụ đã có trong kế hoạch này: chỉ ghi tình trạng, không tạo thêm.`,
  changed: (n: number) =>
    `${number.format(n)} dòng đã có nay ghi khác trước. Thay đổi chỉ được nêu, không ghi đè: từ khi nhập, hệ thống là nơi cập nhật.`,
  skipped: {
    headings: (n: number) => `${number.format(n)} hàng là tên nhóm`,
    repeatedHeads: (n: number) => `${number.format(n)} hàng lặp lại tiêu đề`,
    sums: (n: number) => `${number.format(n)} hàng cộng`,
    foot: (n: number) => `${number.format(n)} hàng ngoài bảng`,
    hidden: (n: number) => `${number.format(n)} hàng ẩn`,
    continued: (n: number) => `${number.format(n)} hàng chỉ là phần dưới của ô gộp`,
  },
  notDuties: 'Hàng không phải nhiệm vụ:',
  footRows: 'Các hàng ngoài bảng',
  remarks: {
    dayTaken: (n: number) =>
      `${number.format(n)} dòng hoàn thành không ghi ngày: lấy ngày hạn nếu hạn đã qua, nếu không thì lấy ngày số liệu.`,
    dueUnread: (n: number) =>
      `${number.format(n)} dòng có thời hạn không phải là ngày: giữ nguyên chữ, không tính quá hạn.`,
    overdueNotYet: (n: number) =>
      `${number.format(n)} dòng ghi quá hạn nhưng không có hạn hoặc hạn chưa qua: nhập là đang thực hiện.`,
    onTimeButLate: (n: number) =>
      `${number.format(n)} dòng ghi hoàn thành nhưng ngày hoàn thành sau thời hạn: được tính là hoàn thành chậm.`,
    lateButInTime: (n: number) =>
      `${number.format(n)} dòng ghi hoàn thành chậm nhưng ngày hoàn thành còn trong hạn: được tính là đúng hạn.`,
    dueBeforeGiven: (n: number) => `${number.format(n)} dòng có thời hạn trước ngày văn bản giao.`,
    groupState: (n: number) =>
      `${number.format(n)} dòng giao cho nhiều cơ quan: tình trạng của dòng được ghi cho từng cơ quan.`,
    outside: (n: number) =>
      `${number.format(n)} dòng của công an, quân đội: chỉ ghi ngày, nội dung kết quả không được lưu.`,
  },
  rowsOf: { faulty: 'Các dòng có lỗi', fresh: 'Các dòng nhập được', known: 'Các dòng đã có' },
  allKinds: 'Mọi lỗi',
  faultKind: 'Loại lỗi',
  kinds: {
    noDuty: 'Thiếu nội dung',
    noLead: 'Thiếu chủ trì',
    unknownAgency: 'Không nhận ra cơ quan',
    severalLeads: 'Nhiều chủ trì',
    impossibleDate: 'Ngày không có thật',
    beforeGiven: 'Hoàn thành trước khi giao',
    inFuture: 'Ngày sau hôm nay',
    dayWithoutDone: 'Có ngày hoàn thành, chưa hoàn thành',
    percentRange: 'Tỷ lệ ngoài 0–100',
    percentAgainstState: 'Tỷ lệ trái với tình trạng',
    unknownState: 'Không nhận ra tình trạng',
    twoStates: 'Hai tình trạng',
    twiceInSheet: 'Trùng trong bảng',
    twiceInSystem: 'Trùng trong hệ thống',
    tooLong: 'Quá dài',
    formula: 'Công thức lỗi',
  },
  faults: {
    noDuty: (_: string, __: readonly string[]): string =>
      'Dòng có số thứ tự hoặc cơ quan nhưng không có nội dung nhiệm vụ. Hãy ghi nội dung, hoặc xóa dòng.',
    noLead: (_: string, __: readonly string[]): string =>
      'Dòng không ghi cơ quan chủ trì. Hãy ghi cơ quan chủ trì; nếu là tên nhóm, hãy để chữ đậm hoặc đánh số La Mã.',
    unknownAgency: (_: string, [name = '', ...near]: readonly string[]) =>
      near.length > 0
        ? `Danh mục không có cơ quan "${name}". Gần nhất: ${near.join('; ')}. Hãy chọn cơ quan ở mục "Tên chưa nhận ra", hoặc sửa tên trong bảng.`
        : `Danh mục không có cơ quan "${name}". Hãy chọn cơ quan ở mục "Tên chưa nhận ra", bổ sung danh mục, hoặc sửa tên trong bảng.`,
    severalLeads: (_: string, names: readonly string[]) =>
      `Ô ghi ${number.format(names.length)} cơ quan chủ trì (${names.join('; ')}). Mỗi nhiệm vụ có một cơ quan chủ trì: giữ một cơ quan và chuyển các cơ quan còn lại sang cột phối hợp, hoặc đổi cách đọc ở mục "Dòng ghi nhiều cơ quan chủ trì".`,
    impossibleDate: (cell: string, _: readonly string[]) =>
      `"${cell}" không phải là một ngày có thật hoặc không đọc được là ngày. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 28/02/2026.`,
    beforeGiven: (cell: string, [given = '']: readonly string[]) =>
      `Ngày hoàn thành "${cell}" trước ngày văn bản giao ${printDay(given)}. Hãy đối chiếu hai ngày.`,
    inFuture: (cell: string, _: readonly string[]) =>
      `"${cell}" là ngày sau hôm nay, chưa thể xảy ra. Hãy sửa ngày, hoặc xóa nếu đây là ngày dự kiến.`,
    dayWithoutDone: (cell: string, _: readonly string[]) =>
      `Dòng có ngày hoàn thành "${cell}" nhưng tình trạng chưa hoàn thành. Hãy sửa tình trạng, hoặc xóa ngày.`,
    percentRange: (cell: string, _: readonly string[]) =>
      `"${cell}" không phải là tỷ lệ từ 0 đến 100. Hãy ghi lại, ví dụ 60 hoặc 60%.`,
    percentAgainstState: (cell: string, [word = '']: readonly string[]) =>
      `Tỷ lệ "${cell}" trái với tình trạng "${word}". Hãy sửa một trong hai cột.`,
    unknownState: (cell: string, _: readonly string[]) =>
      `Không nhận ra tình trạng "${cell}". Hãy chọn nghĩa ở mục "Tình trạng chưa nhận ra", hoặc ghi: Chưa thực hiện, Đang thực hiện, Đã hoàn thành, Hoàn thành chậm, Tạm dừng.`,
    twoStates: (_: string, __: readonly string[]): string =>
      'Dòng được đánh dấu nhiều tình trạng trái nhau. Hãy giữ một dấu.',
    twiceInSheet: (_: string, [row = '']: readonly string[]) =>
      `Dòng này giống hàng ${row}: cùng nội dung, cơ quan và thời hạn. Hãy xóa một dòng, hoặc ghi rõ chỗ khác nhau.`,
    twiceInSystem: (_: string, [plan = '']: readonly string[]) =>
      `Nhiệm vụ này đã được giao cho cơ quan ấy trong "${plan}". Nếu là cùng một việc thì không cần nhập; nếu là việc khác, hãy ghi rõ chỗ khác nhau hoặc cho phép nhập ở phần cài đặt.`,
    tooLong: (_: string, [has = '', most = '']: readonly string[]) =>
      `Ô dài ${number.format(Number(has))} ký tự, tối đa ${number.format(Number(most))}. Hãy rút gọn, phần chi tiết để ở văn bản kèm theo.`,
    formula: (cell: string, [why = '']: readonly string[]) =>
      why === 'unsaved'
        ? 'Ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nạp lại.'
        : `Ô là công thức bị lỗi (${cell}). Hãy sửa công thức hoặc gõ thẳng giá trị.`,
  },
  row: 'Hàng',
  cell: 'Ô',
  lead: 'Chủ trì',
  due: 'Thời hạn',
  state: 'Tình trạng',
  moreAgencies: (n: number) => `và ${number.format(n)} cơ quan khác`,
  joinedMark: 'đã có trong kế hoạch, chỉ ghi tình trạng',
  unchanged: 'Không có gì khác so với lần nhập trước.',
  changes: 'Bảng nay ghi khác',
  change: (field: string, before: string, after: string) =>
    `${field}: ${before || 'để trống'} → ${after || 'để trống'}`,
  openItem: 'Mở nhiệm vụ',
  noFaulty: 'Không dòng nào có lỗi.',
  noFresh: 'Không có dòng mới nào.',
  noKnown: 'Chưa dòng nào của bảng này từng được nhập.',
  faultsFile: 'Tải các dòng lỗi (.xlsx)',
  allFile: 'Tải cả bảng kèm cột Lỗi (.xlsx)',
  faultFile: (name: string) => `${name} - dòng lỗi.xlsx`,

  settleNames: 'Tên chưa nhận ra',
  settleNamesHint: 'Chọn một lần cho mọi dòng; lựa chọn được nhớ cho các bảng cùng tiêu đề.',
  settleWords: 'Tình trạng chưa nhận ra',
  settleWord: (word: string) => `"${word}" nghĩa là`,
  settleName: (name: string) => `"${name}" là`,
  inRows: (n: number) => `${number.format(n)} dòng`,
  onlyHelps: 'chỉ phối hợp, không chặn việc nhập',
  chooseAgency: 'Chọn cơ quan',
  chooseState: 'Chọn tình trạng',
  saveSettled: 'Lưu và kiểm tra lại',

  run: (fresh: number) => `Nhập ${number.format(fresh)} dòng`,
  runExplain: (faulty: number) =>
    faulty > 0
      ? `${number.format(faulty)} dòng có lỗi được để lại, không ảnh hưởng các dòng khác. Sửa xong nạp lại bảng: dòng đã nhập sẽ không bị nhập hai lần.`
      : 'Mọi dòng đều nhập được.',
  running: 'Đang ghi. Đồng chí có thể rời trang này; việc nhập hoặc ghi trọn vẹn, hoặc không ghi gì.',
  done: (fresh: number, assignments: number) =>
    `Đã nhập ${number.format(fresh)} dòng, thành ${number.format(assignments)} lượt giao.`,
  openPlan: 'Mở kế hoạch',
  openWork: 'Mở danh sách công việc',
  fromPlans: 'Nhập bảng theo dõi',
  fromSheet: (file: string, row: number) => `Nhập từ bảng theo dõi ${file}, dòng ${number.format(row)}`,
  givenBy: (paper: string) => `Văn bản giao: ${paper}`,
  dayTaken: 'Bảng không ghi ngày hoàn thành',
  sheetHeading: (file: string) => `Bảng theo dõi ${file}`,

  cli: {
    usage:
      'Cách dùng: chutri tracker import TỆP.xlsx [--plan MÃ | --title "TÊN"] [--overseer MÃ_CƠ_QUAN] [--as TÊN_ĐĂNG_NHẬP] [--dry-run] [--skip-faulty]',
    noAgency: (code: string) => `Danh mục không có cơ quan mang mã hoặc tên "${code}".`,
    noPlan: (id: string) => `Không có kế hoạch đã công bố nào mang mã "${id}".`,
    noTarget: 'Hãy nêu nơi nhập: --plan MÃ, hoặc --title "TÊN" kèm --overseer MÃ_CƠ_QUAN.',
    person: (name: string) => `Nhập dưới tên: ${name}`,
    columns: (list: string) => `Các cột: ${list}`,
    unused: (list: string) =>
      `Các cột chưa dùng: ${list}. Nếu cần, hãy nhập tệp này ở trang "Nhập bảng theo dõi đang dùng" và chọn ý nghĩa cho cột, lần sau lệnh này nhớ.`,
    counts: (rows: number, fresh: number, known: number, faulty: number) =>
      `${number.format(rows)} dòng nhiệm vụ: ${number.format(fresh)} nhập được, ${number.format(known)} đã có, ${number.format(faulty)} có lỗi.`,
    fault: (place: string, message: string) => `  ${place}: ${message}`,
    change: (row: number, message: string) => `  Hàng ${number.format(row)}, đã có, nay ghi khác: ${message}`,
    dry: 'Chỉ kiểm tra, chưa ghi gì.',
    faultsStop: (n: number) =>
      `Chưa ghi gì vì còn ${number.format(n)} dòng có lỗi. Sửa bảng rồi chạy lại, hoặc thêm --skip-faulty để nhập các dòng còn lại.`,
    done: (fresh: number, assignments: number, plan: string) =>
      `Đã nhập ${number.format(fresh)} dòng, thành ${number.format(assignments)} lượt giao, vào kế hoạch ${plan}.`,
  },
})
