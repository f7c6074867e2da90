import { printDay, printMoment } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const succession = /* @__PURE__ */ inLanguage('succession', {
  ofProvince: (name: string, province: string) => `${name} (tỉnh ${province})`,
  unitOf: (name: string, parent: string) => `${name} (${parent})`,
  membersOf: (committee: string) => `Thành viên ${committee}`,
  groupNameForm: 'Tên nhóm cần từ 2 đến 200 ký tự.',
  groupEmpty: 'Hãy chọn loại cơ quan, cơ quan cấp trên, ban chỉ đạo hoặc ít nhất một cơ quan cho nhóm.',
  groupTaken: (name: string) => `Đã có nhóm tên "${name}". Hãy đặt tên khác hoặc sửa nhóm đã có.`,
  groupUnknown: 'Nhóm có cơ quan không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  groupUsed:
    'Nhóm đang được dùng trong một bản soát xét hoặc một quyết định chuyển việc nên chưa xóa được. Đồng chí có thể sửa quy tắc của nhóm.',
  textLong: 'Nội dung này dài quá giới hạn cho phép. Hãy rút gọn.',
  memberNobody: 'Hãy chọn cơ quan hoặc ghi họ tên người tham gia.',
  memberUnknown: 'Cơ quan này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  untilBeforeSince: 'Ngày thôi tham gia phải sau ngày bắt đầu.',
  startsAfterEnd: (day: string) =>
    `Cơ quan này kết thúc từ ngày ${printDay(day)}, nên ngày bắt đầu phải sớm hơn.`,
  nowIs: (name: string, successor: string) => `${name}, nay là ${successor}`,
  nowOne: (successor: string) => `Nay là ${successor}`,
  nowUndecided: 'Cơ quan kế thừa: quyết định sau',
  overseenFrom: (reason: string) => `Từ nay cơ quan theo dõi kế hoạch này. ${reason}`,
  passedBy: (document: string, why: string) =>
    `Theo ${document || 'sắp xếp tổ chức'}.${why ? ` Lý do: ${why}` : ''}`,
  assignmentsToday: (then: number, now: number) =>
    `Khi ban hành là ${number.format(then)} lượt giao; việc của cơ quan đã sắp xếp lại chuyển cho cơ quan kế thừa, nay là ${number.format(now)} lượt giao.`,
  formerExplain:
    'Tên của cơ quan thời điểm ban hành được ghi là cơ quan trước đây, việc chuyển cho cơ quan kế thừa từ ngày ghi bên dưới. Ngày là ngày chung cả nước, mỗi tỉnh có thể khác: hãy sửa theo nghị quyết của tỉnh.',
  unmatchedAddressees: 'Nơi nhận báo cáo (một cơ quan sẽ theo dõi kế hoạch)',
  endedFrom: (name: string, basis: string) => `${name} kết thúc${basis ? ` (${basis})` : ''} từ ngày`,
  endedFromOf: (name: string) => `Ngày kết thúc của ${name}`,
  formerDays: (name: string) =>
    `Ngày kết thúc ghi cho "${name}" không hợp lệ: ngày phải đã qua, và sớm hơn ngày cơ quan kế thừa kết thúc.`,
  fromReview: 'Xác định khi soát xét kế hoạch, theo danh mục sắp xếp tổ chức năm 2025',
  dayAhead: 'Ngày này chưa tới. Hãy chọn hôm nay hoặc một ngày đã qua.',
  dayMissing: 'Hãy ghi ngày có hiệu lực.',
  documentMissing: 'Hãy ghi số, ký hiệu của văn bản quyết định.',
  actWrong: 'Việc sắp xếp còn chỗ cần sửa.',
  doneAlready: (day: string) =>
    `Việc sắp xếp này đã có hiệu lực từ ngày ${printDay(day)} nên không sửa, không hủy được. Nếu cần, hãy ghi một việc sắp xếp mới.`,
  notDoneYet: (day: string) =>
    `Việc sắp xếp này có hiệu lực từ ngày ${printDay(day)}; trước ngày đó hãy sửa ngay trong việc sắp xếp.`,
  decidedAlready: (name: string) => `Cơ quan này đã được ${name} quyết định. Hãy tải lại trang để xem.`,
  groupWithout: 'Nhóm nhận việc chưa có cơ quan nào trong danh mục. Hãy chọn nhóm khác hoặc một cơ quan.',
  overseerWanted: (n: number) =>
    `Cơ quan này đang theo dõi ${number.format(n)} kế hoạch. Một nhóm không theo dõi được kế hoạch: hãy chọn cơ quan cho từng kế hoạch đó.`,
  tabs: { directory: 'Danh mục', reorganisations: 'Sắp xếp tổ chức', groups: 'Nhóm cơ quan' },
  which: 'Xem cơ quan',
  living: (n: number) => `Đang hoạt động (${number.format(n)})`,
  ended: (n: number) => `Đã kết thúc (${number.format(n)})`,
  since: (day: string) => `từ ngày ${printDay(day)}`,
  endedOn: (day: string) => `kết thúc từ ngày ${printDay(day)}`,
  nowOf: (name: string) => `nay là ${name}`,
  now: 'Nay là',
  formerName: (name: string, until: string) => `Trước ngày ${printDay(until)} tên là ${name}`,
  validFrom: 'Hoạt động từ ngày',
  validFromHint: 'Để trống nếu đã có từ trước khi dùng hệ thống.',
  renameHint: 'Đổi tên theo quyết định thì ghi ở Sắp xếp tổ chức, để tên cũ còn đúng với thời gian của nó.',
  facts: 'Thông tin cơ quan',
  belongs: (n: number) => `Trực thuộc (${number.format(n)})`,
  story: 'Quá trình sắp xếp',

  groupsTitle: 'Nhóm cơ quan',
  addGroup: 'Thêm nhóm',
  editGroup: 'Sửa nhóm',
  deleteGroup: 'Xóa nhóm',
  noGroups:
    'Nhóm do tỉnh đặt sẽ hiện ở đây, ví dụ "Các sở khối kinh tế". Văn bản ghi tên nhóm thì mỗi cơ quan trong nhóm nhận một lượt giao. Bấm "Thêm nhóm" để đặt tên và chọn quy tắc.',
  printedForms: (forms: string) => `Trong văn bản còn ghi: ${forms}`,
  fixedGroups: 'Nhóm có sẵn',
  fixedGroupsExplain: 'Hệ thống nhận các cách gọi chung sau và thành viên của từng ban chỉ đạo.',
  memberCount: (n: number) => (n === 0 ? 'Chưa có cơ quan nào' : `${number.format(n)} cơ quan`),
  andMore: (n: number) => ` và ${number.format(n)} cơ quan khác`,
  ruleKinds: (kinds: string) => `Loại: ${kinds}`,
  ruleUnder: (name: string) => `trực thuộc ${name}`,
  ruleCommittee: (name: string) => `thành viên ${name}`,
  rulePlus: (names: string) => `thêm ${names}`,
  ruleMinus: (names: string) => `trừ ${names}`,
  groupName: 'Tên nhóm',
  groupForms: 'Cách ghi khác trong văn bản',
  groupFormsHint: 'Nhấn Enter hoặc dấu ; sau mỗi cách ghi.',
  groupKinds: 'Gồm các loại cơ quan',
  groupUnder: 'Trực thuộc',
  groupCommittee: 'Thành viên ban chỉ đạo',
  clearCommittee: 'Bỏ chọn ban chỉ đạo',
  groupPlus: 'Thêm cơ quan',
  groupMinus: 'Trừ cơ quan',

  committee: 'Ban chỉ đạo',
  setUpBy: (number: string, day: string | null) =>
    `Thành lập theo Quyết định ${number}${day ? ` ngày ${printDay(day)}` : ''}`,
  noDecision: 'Chưa ghi quyết định thành lập.',
  enterDocument: 'Ghi quyết định thành lập',
  changeDocument: 'Sửa quyết định thành lập',
  addMember: 'Thêm thành viên',
  editMember: 'Sửa thành viên',
  deleteMember: 'Xóa vì ghi nhầm',
  noMembers: 'Chưa có thành viên. Thêm cơ quan hoặc người tham gia, chức vụ và lĩnh vực phụ trách.',
  member: 'Thành viên',
  person: 'Họ và tên',
  position: 'Chức vụ trong ban',
  field: 'Lĩnh vực phụ trách',
  term: 'Thời gian',
  from: (since: string | null, until: string | null) =>
    [since && `từ ${printDay(since)}`, until && `đến trước ${printDay(until)}`].filter(Boolean).join(' '),
  memberSince: 'Từ ngày',
  memberUntil: 'Thôi từ ngày',
  conclusions: 'Kết luận đã thành việc',
  noConclusions:
    'Chưa có kết luận nào. Nạp thông báo kết luận ở trang Kế hoạch, rồi gắn vào đây để theo dõi việc ban đã kết luận.',
  linkConclusion: 'Gắn kết luận',
  conclusion: 'Văn bản kết luận',
  conclusionHint: 'Chọn trong các văn bản đã nạp, gõ số hoặc trích yếu.',
  doneOf: (done: number, all: number) =>
    `Đã hoàn thành ${number.format(done)}/${number.format(all)} lượt giao`,
  stillDraft: 'Đang soát xét, chưa công bố',

  record: 'Ghi việc sắp xếp',
  changeAct: 'Sửa việc sắp xếp',
  noActs:
    'Sáp nhập, chia tách, đổi tên, giải thể cơ quan sẽ hiện ở đây theo ngày có hiệu lực. Bấm "Ghi việc sắp xếp": hệ thống cho xem trước việc nào chuyển, ai chuyển theo, rồi mới ghi.',
  pending: (n: number) => `Chờ quyết định chuyển việc (${number.format(n)})`,
  pendingExplain: 'Mỗi cơ quan quyết định một lần cho toàn bộ việc còn mở; việc đã xong giữ tên cơ quan cũ.',
  decide: 'Quyết định',
  decideOn: (name: string) => `Quyết định chuyển việc của ${name}`,
  goesOn: (day: string) => `Tách từ ngày ${printDay(day)}, vẫn hoạt động`,
  endedBy: (day: string, document: string) =>
    `Kết thúc từ ngày ${printDay(day)}${document ? ` theo ${document}` : ''}`,
  holds: {
    leading: (n: number) => `chủ trì ${number.format(n)} lượt giao đang mở`,
    coordinating: (n: number) => `phối hợp ${number.format(n)} lượt giao đang mở`,
    overseen: (n: number) => `theo dõi ${number.format(n)} kế hoạch`,
    coordinated: (n: number) => `có tên phối hợp ở ${number.format(n)} nhiệm vụ`,
    seats: (n: number) => `${number.format(n)} chỗ trong ban chỉ đạo`,
    rows: (n: number) => `${number.format(n)} bản ghi trong các sổ`,
    people: (n: number) => `${number.format(n)} người`,
    units: (n: number) => `${number.format(n)} đơn vị nội bộ`,
    nothing: 'không còn việc đang mở',
    assignments: (n: number) => `${number.format(n)} lượt giao`,
  },
  actTitle: (kind: string, day: string) => `${kind} từ ngày ${printDay(day)}`,
  states: { prepared: 'Chờ hiệu lực', done: 'Đã có hiệu lực' },
  byDocument: (document: string, day: string | null) =>
    document ? `Theo ${document}${day ? ` ngày ${printDay(day)}` : ''}` : 'Chưa ghi văn bản',
  takes: (what: string) => `nhận: ${what}`,
  decidedTo: 'nhận việc theo quyết định',
  decisionLine: ({
    agency,
    to,
    why,
    decidedBy,
    decidedAt,
    exceptions,
  }: {
    agency: { name: string }
    to: string
    why: string
    decidedBy: string
    decidedAt: string
    exceptions: number
  }) =>
    `${decidedBy} quyết định ngày ${printMoment(decidedAt).slice(0, 10)}: việc của ${agency.name} chuyển cho ${to}${exceptions ? `, trừ ${number.format(exceptions)} ngoại lệ` : ''}${why ? `. Lý do: ${why}` : ''}.`,
  recordedBy: (name: string, moment: string) => `${name} ghi lúc ${moment}`,
  preparedExplain: (day: string) =>
    `Việc này tự có hiệu lực ngày ${printDay(day)}. Trước ngày đó sửa hoặc hủy được.`,
  undo: 'Hủy việc này',
  undoSure: 'Chắc chắn hủy',
  noSuccessor: 'Chưa có cơ quan kế thừa',
  isNew: 'thành lập mới',
  whatHappens: 'Việc sắp xếp',
  kindExplain: {
    merge:
      'Một hoặc nhiều cơ quan nhập vào một cơ quan có sẵn hoặc thành lập mới. Việc đang mở chuyển hết cho cơ quan đó.',
    split:
      'Một cơ quan tách thành nhiều cơ quan; chọn lại chính nó nếu vẫn hoạt động. Sau khi ghi, đồng chí quyết định việc nào về đâu.',
    rename: 'Cơ quan giữ nguyên, chỉ đổi tên. Tên cũ vẫn đúng với văn bản và báo cáo trước ngày đổi.',
    abolish:
      'Cơ quan kết thúc, có thể không có hoặc có nhiều cơ quan nhận việc. Sau khi ghi, đồng chí quyết định việc nào về đâu.',
  },
  oldAgencies: {
    merge: 'Cơ quan được sáp nhập, hợp nhất',
    split: 'Cơ quan được chia, tách',
    rename: 'Cơ quan đổi tên',
    abolish: 'Cơ quan giải thể, kết thúc',
  },
  newName: 'Tên mới',
  successor: 'Cơ quan kế thừa',
  successorNumber: (n: number) => `Cơ quan kế thừa ${number.format(n)}`,
  chooseSuccessor: 'Chọn trong danh mục hoặc thành lập mới',
  found: 'Thành lập mới…',
  addSuccessor: 'Thêm cơ quan kế thừa',
  removeSuccessor: 'Bỏ cơ quan này',
  takesLabel: 'Nhận phần việc',
  effectiveOn: 'Có hiệu lực từ ngày',
  effectiveHint: 'Ngày chưa tới: hệ thống tự thực hiện khi đến ngày.',
  documentNumber: 'Số, ký hiệu văn bản',
  documentHint: 'Văn bản quyết định việc này.',
  documentOn: 'Ngày văn bản',
  documentOnHint: 'Có thể để trống.',
  note: 'Ghi chú',
  consequences: 'Việc sẽ chuyển',
  movesOpen: 'Việc đang mở chuyển đi; việc đã xong giữ tên này.',
  staysHere: 'Vẫn hoạt động.',
  keepsAll: 'Giữ nguyên mọi việc.',
  receives: (n: number) => `nhận ${number.format(n)} lượt giao đang mở`,
  decideAfter: 'Ghi xong, cơ quan cũ nằm ở đầu trang này chờ đồng chí quyết định việc nào về đâu.',
  peopleMove: (n: number, all: number) =>
    `Chuyển tài khoản sang cơ quan kế thừa: ${number.format(n)}/${number.format(all)} người`,
  confirmAct: 'Ghi',

  goesTo: 'Việc đang mở chuyển cho',
  goesToHint: 'Áp dụng cho mọi việc đang mở, trừ các ngoại lệ bên dưới.',
  likely: 'Đề xuất',
  otherAgencies: 'Cơ quan khác',
  everyMember: 'Từng cơ quan của một nhóm',
  eachOf: (group: string) => `Từng cơ quan: ${group}`,
  keepHere: (name: string) => `${name} giữ lại`,
  why: 'Lý do',
  exceptions: 'Ngoại lệ',
  exceptionsHint: 'Kế hoạch hoặc việc nào chuyển cho cơ quan khác thì chọn ở đây.',
  asDecided: 'Theo quyết định chung',
  oversees: 'đang theo dõi kế hoạch này',
  overseerFor: 'hãy chọn cơ quan theo dõi',
  goesToOf: (name: string) => `${name} chuyển cho`,
  showDuties: 'Chọn từng việc',
  hideDuties: 'Thu gọn',
  people: (n: number) => `Tài khoản của cơ quan cũ (${number.format(n)})`,
  accountStays: 'Giữ ở cơ quan cũ',
  allFollow: 'Tất cả theo quyết định chung',
  confirmDecision: 'Quyết định',

  standing: 'Tình hình tại một ngày',
  standingOn: (day: string) => `Tình hình tại ngày ${printDay(day)}`,
  standingDay: 'Ngày',
  standingHint: 'Tính lại từ các bước có hiệu lực đến ngày này.',
  standingEmpty: (day: string) => `Đến ngày ${printDay(day)} chưa có lượt giao nào.`,
  overseenThen: (name: string) => `Cơ quan theo dõi khi đó: ${name}`,
  agencyThen: 'Cơ quan khi đó',
  planColumn: 'Kế hoạch',
  columns: { all: 'Lượt giao', done: 'Đã hoàn thành', within: 'Còn trong hạn', overdue: 'Quá hạn' },
  meanPercent: 'Tiến độ bình quân',
  coordinatingToo: (n: number) => `và phối hợp ${number.format(n)} lượt giao`,
  ofAssigned: (done: number, all: number, share: string) =>
    `Đã hoàn thành ${number.format(done)}/${number.format(all)} lượt giao (${share})`,
  ofAnswerable: (done: number, all: number, share: string) =>
    `Đã hoàn thành ${number.format(done)}/${number.format(all)} lượt giao đã xong hoặc quá hạn (${share})`,
  closedBeside: (n: number) => `Ngoài ra ${number.format(n)} lượt giao đã đóng, không tính vào tỷ lệ.`,
  dueBy: (day: string) => `Hạn ${printDay(day)}`,
  kinds: {
    merge: 'Sáp nhập, hợp nhất',
    split: 'Chia, tách',
    rename: 'Đổi tên',
    abolish: 'Giải thể, kết thúc hoạt động',
  },
  passed: (
    n: Record<
      | 'transferred'
      | 'closed'
      | 'given'
      | 'overseen'
      | 'coordinated'
      | 'seats'
      | 'difficulties'
      | 'accounts'
      | 'rows',
      number
    >,
  ) =>
    n.transferred + n.given + n.overseen + n.coordinated + n.seats + n.difficulties + n.accounts + n.rows ===
    0
      ? 'Không có việc nào phải chuyển.'
      : `Chuyển ${[
          n.transferred && `${number.format(n.transferred)} lượt giao`,
          n.given &&
            `${number.format(n.closed)} lượt giao của nhóm thành ${number.format(n.given)} lượt giao`,
          n.overseen && `${number.format(n.overseen)} kế hoạch theo dõi`,
          n.coordinated && `${number.format(n.coordinated)} nhiệm vụ phối hợp`,
          n.seats && `${number.format(n.seats)} chỗ trong ban chỉ đạo`,
          n.difficulties && `${number.format(n.difficulties)} khó khăn chờ giải quyết`,
          n.accounts && `${number.format(n.accounts)} tài khoản`,
          n.rows && `${number.format(n.rows)} bản ghi trong các sổ`,
        ]
          .filter(Boolean)
          .join(', ')}.`,
  file: {
    usage: 'Cách dùng: chutri agency apply TỆP.json [--dry-run] [--by TÊN_ĐĂNG_NHẬP] [--province MÃ_TỈNH]',
    day: 'Ngày ghi dạng 2025-03-01.',
    noJson: 'Tệp không phải JSON hợp lệ. Hãy kiểm tra dấu phẩy, dấu ngoặc và bảng mã UTF-8.',
    wrongForm: 'Tệp chưa đúng mẫu (xem docs/reorganisation-file.md):',
    unknown: 'Có tên không tìm thấy hoặc chưa đủ rõ:',
    several: (name: string) => `Có nhiều cơ quan tên "${name}". Hãy ghi mã của cơ quan.`,
    notFound: (name: string, day: string) => `Không tìm thấy "${name}" vào ngày ${printDay(day)}.`,
    actAt: (at: number, why: string) => `Việc thứ ${number.format(at)}: ${why}`,
    head: (province: string, acts: number, by: string) =>
      `${province}: tệp có ${number.format(acts)} việc sắp xếp, ghi dưới tên ${by}.`,
    act: (at: number, kind: string, day: string, old: string, successors: string, document: string) =>
      `${number.format(at)}. ${kind} từ ngày ${printDay(day)} (${document}): ${old}${successors ? ` → ${successors}` : ''}`,
    known: 'Đã có, bỏ qua.',
    prepared: (day: string) => `Chờ đến ngày ${printDay(day)} mới có hiệu lực.`,
    undecided: (n: number, waiting: number) =>
      `${number.format(n)} cơ quan với ${number.format(waiting)} lượt giao đang mở chờ người quyết định, ở trang Sắp xếp tổ chức.`,
    dry: (n: number) => `Chạy thử: sẽ ghi ${number.format(n)} việc. Chưa ghi gì.`,
    applied: (n: number, known: number) =>
      `Đã ghi ${number.format(n)} việc, bỏ qua ${number.format(known)} việc đã có.`,
    nothingWritten: 'Chưa ghi gì.',
    whichProvince: 'Không rõ tỉnh nào. Hãy ghi mã tỉnh, ví dụ --province 75.',
    whichAuthor: 'Không có quản trị hoặc đầu mối với tên đăng nhập này. Hãy ghi --by TÊN_ĐĂNG_NHẬP.',
  },
  faults: {
    nobody: 'Hãy chọn cơ quan.',
    twice: 'Một cơ quan được chọn hai lần.',
    mergeOne: 'Sáp nhập, hợp nhất cần đúng một cơ quan kế thừa.',
    mergeItself: 'Hãy chọn ít nhất một cơ quan khác với cơ quan kế thừa.',
    oneOld: 'Hãy chọn đúng một cơ quan.',
    splitTwo: 'Chia, tách cần ít nhất hai cơ quan kế thừa.',
    renameName: 'Hãy ghi tên mới của cơ quan.',
    abolishItself: 'Cơ quan giải thể không thể là cơ quan kế thừa.',
    unknown: 'Có cơ quan không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
    endedAlready: (name: string, day: string) => `${name} đã kết thúc từ ngày ${printDay(day)}.`,
    notYet: (name: string, day: string) =>
      `${name} chỉ có từ ngày ${printDay(day)}: ngày có hiệu lực phải sau đó.`,
    tookOver: (name: string, day: string) =>
      `${name} đã nhận việc của cơ quan khác từ ngày ${printDay(day)}: ngày kết thúc phải sau đó.`,
    preparedElsewhere: (name: string, day: string) =>
      `${name} đã nằm trong một việc sắp xếp chờ hiệu lực ngày ${printDay(day)}. Hãy sửa hoặc hủy việc đó trước.`,
    successorMissing: 'Hãy chọn cơ quan kế thừa, hoặc ghi tên cơ quan thành lập mới.',
    notThere: (name: string, day: string) => `${name} không hoạt động vào ngày ${printDay(day)}.`,
    endsBefore: (name: string, day: string) =>
      `${name} sẽ kết thúc từ ngày ${printDay(day)} theo một việc sắp xếp khác.`,
    nameTaken: (name: string) => `Danh mục đã có "${name}". Hãy chọn cơ quan đó thay vì thành lập mới.`,
    codeTaken: (code: string) => `Mã ${code} đang thuộc về cơ quan khác.`,
    sameName: 'Tên mới và mã mới giống như hiện nay.',
    renamedSince: (day: string) =>
      `Cơ quan đã đổi tên từ ngày ${printDay(day)}: ngày có hiệu lực phải sau đó.`,
    decisionElsewhere: 'Quyết định nói về một cơ quan không thuộc việc sắp xếp này.',
    unknownGroup: 'Nhóm nhận việc không còn. Hãy tải lại trang rồi chọn lại.',
    toItself: (name: string) => `${name} kết thúc trong chính việc này nên không nhận việc được.`,
    exceptionForm: 'Mỗi ngoại lệ là một kế hoạch hoặc một lượt giao.',
  },
})
