// Every word a person reads, in Vietnamese. Grouped by room; functions where a word depends on a figure.

import { printDay, printMoment } from './date.ts'

const number = new Intl.NumberFormat('vi-VN', { useGrouping: 'always' })
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 })

/** Steps as `task/` names them; the words stand above the rooms and cannot ask there. */
type StepName =
  | 'receive'
  | 'assign'
  | 'report'
  | 'report-outside'
  | 'approve'
  | 'return'
  | 'confirm'
  | 'ask-extension'
  | 'extend'
  | 'refuse-extension'
  | 'suspend'
  | 'resume'
  | 'close'
  | 'reopen'

/** What the sentence about a step needs beside its kind. */
interface StepDetail {
  percent?: number | null
  nothing?: boolean
  to?: string | null
  until?: string | null
  happenedOn?: string | null
}

/** The same of the room `difficulty/`. */
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

export const vi = {
  product: 'Chủ Trì',
  number: (n: number) => number.format(n),

  day: printDay,
  moment: printMoment,

  percent: (share: number) =>
    `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(share * 100)}%`,

  common: {
    save: 'Lưu',
    cancel: 'Hủy',
    close: 'Đóng',
    delete: 'Xóa',
    edit: 'Sửa',
    search: 'Tìm',
    none: 'Không có',
    more: 'Xem thêm',
    loading: 'Đang tải…',
    retry: 'Thử lại',
    failed: 'Không thực hiện được',
    offline: 'Không kết nối được máy chủ. Đồng chí kiểm tra mạng rồi thử lại.',
    diff: { out: 'bỏ', in: 'thêm' },
    clearDay: 'Xóa ngày',
    skipToContent: 'Chuyển đến nội dung chính',
    menu: 'Trình đơn',
    shortcuts: 'Phím tắt',
    language: 'Ngôn ngữ',
  },

  api: {
    description:
      'Giao diện lập trình của Chủ Trì. Mọi thay đổi gửi kèm If-Match (phiên bản đã xem), mọi lần tạo mới gửi kèm Idempotency-Key. Từ chối được trả về dạng application/problem+json.',
  },

  refusal: {
    signIn: 'Đồng chí chưa đăng nhập hoặc phiên làm việc đã hết hạn. Mời đồng chí đăng nhập để tiếp tục.',
    foreignOrigin:
      'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy thao tác trên chính trang Chủ Trì.',
    invalid: 'Thông tin gửi lên chưa đúng. Đồng chí xem các mục được nêu và sửa lại.',
    tooLarge: 'Tệp lớn hơn 50 MB nên không nhận được. Hãy chia nhỏ tệp hoặc giảm dung lượng ảnh trong tệp.',
    tooMany: 'Đã có quá nhiều yêu cầu trong thời gian ngắn. Đồng chí chờ một phút rồi thử lại.',
    unreadable: 'Máy chủ không đọc được yêu cầu này. Đồng chí tải lại trang và thử lại.',
    brokenPage: 'Trang này gặp lỗi ngoài dự kiến, những gì đã lưu vẫn còn. Hãy thử lại hoặc tải lại trang.',
    fault: (id: string) =>
      `Hệ thống gặp lỗi ngoài dự kiến, chưa có gì được ghi. Khi báo lỗi, đồng chí nêu mã ${id}.`,
    versionMissing: 'Thiếu phiên bản đã xem (If-Match) nên không thể ghi thay đổi.',
    keyMissing: 'Thiếu khóa chống gửi trùng (Idempotency-Key, 8 đến 100 ký tự).',
    keyReused: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác. Hãy tải lại trang và thực hiện lại.',
    stale:
      'Người khác đã thay đổi nội dung này sau khi đồng chí mở trang. Hãy tải lại để xem bản mới rồi thực hiện lại.',
    missing: 'Không tìm thấy nội dung này. Có thể nó đã bị xóa hoặc không thuộc đơn vị của đồng chí.',
    serverRunning:
      'Đã có một máy chủ Chủ Trì đang chạy trên thư mục dữ liệu này. Hãy dùng máy chủ đó, hoặc đặt DATA_DIR khác.',
    portTaken: (port: number) =>
      `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt PORT khác.`,
  },

  identity: {
    roles: {
      admin: 'Quản trị hệ thống',
      leader: 'Lãnh đạo tỉnh',
      focal: 'Đầu mối theo dõi',
      head: 'Thủ trưởng đơn vị',
      officer: 'Chuyên viên',
    },
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu hoặc mã dùng một lần',
    wrong:
      'Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên, đồng chí nhờ quản trị hệ thống cấp lại mã dùng một lần.',
    inactive: 'Tài khoản này đã ngừng sử dụng. Đồng chí liên hệ quản trị hệ thống của tỉnh.',
    codeExpired: 'Mã dùng một lần đã hết hạn. Đồng chí nhờ quản trị hệ thống cấp mã mới.',
    newPassword: 'Mật khẩu mới',
    newPasswordAgain: 'Nhập lại mật khẩu mới',
    newPasswordHint: 'Ít nhất 10 ký tự. Nên dùng một câu dễ nhớ với riêng đồng chí.',
    passwordsDiffer: 'Hai lần nhập mật khẩu chưa giống nhau.',
    passwordShort: 'Mật khẩu cần ít nhất 10 ký tự.',
    setPassword: 'Đặt mật khẩu',
    setPasswordFirst: 'Đồng chí vừa đăng nhập bằng mã dùng một lần. Hãy đặt mật khẩu riêng để tiếp tục.',
    mustSetPassword: 'Đồng chí cần đặt mật khẩu riêng trước khi làm việc tiếp.',
    forbidden: (who: string) =>
      `Việc này dành cho: ${who}. Nếu đồng chí được giao, hãy nhờ quản trị hệ thống đổi vai trò.`,
  },

  accounts: {
    title: 'Tài khoản',
    loginForm: 'Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
    loginTaken: (login: string) => `Tên đăng nhập "${login}" đã có người dùng. Hãy chọn tên khác.`,
    lastAdmin: 'Đây là quản trị hệ thống cuối cùng đang hoạt động nên không thể ngừng hoặc đổi vai trò.',
    person: 'Họ và tên',
    position: 'Chức vụ',
    role: 'Vai trò',
    agency: 'Cơ quan, đơn vị',
    state: 'Tình trạng',
    add: 'Thêm tài khoản',
    edit: 'Sửa tài khoản',
    reset: 'Cấp lại mã',
    resetExplain: (name: string) =>
      `Cấp mã dùng một lần mới cho ${name}? Mật khẩu cũ và các phiên đang mở sẽ hết hiệu lực ngay.`,
    stop: 'Ngừng sử dụng',
    resume: 'Cho sử dụng lại',
    codesTitle: 'Mã dùng một lần',
    codesExplain: (days: number) =>
      `Mã chỉ hiện một lần này, dùng được trong ${days} ngày. Đồng chí in ra và trao tận tay từng người.`,
    print: 'In phiếu',
    empty:
      'Chưa có tài khoản nào. Thêm từng người bằng nút "Thêm tài khoản", hoặc nạp cả danh sách từ tệp Excel ở trang Cơ quan.',
    noAgency: 'Không thuộc cơ quan, đơn vị nào',
    nameForm: 'Họ và tên cần từ 2 đến 100 ký tự.',
    positionForm: 'Chức vụ không quá 200 ký tự.',
    agencyMissing:
      'Vai trò này cần thuộc một cơ quan, đơn vị. Chỉ quản trị hệ thống và lãnh đạo tỉnh được để trống.',
    agencyUnknown: 'Cơ quan, đơn vị này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
    states: {
      active: 'Đang sử dụng',
      waiting: 'Chờ đặt mật khẩu',
      expired: 'Mã đã hết hạn',
      stopped: 'Đã ngừng',
    },
    search: 'Tìm theo họ tên, tên đăng nhập, chức vụ, cơ quan, đơn vị',
    notFound: (search: string) =>
      `Không có tài khoản nào khớp "${search}". Hãy thử từ khác, không cần gõ dấu.`,
    actions: 'Thao tác',
    editOf: (name: string) => `Sửa tài khoản của ${name}`,
    code: 'Mã dùng một lần',
    codesDone: 'Đã in hoặc đã ghi lại',
    slipAddress: 'Địa chỉ',
    slipNote: (days: number) =>
      `Mã dùng được một lần trong ${days} ngày. Sau khi đăng nhập, đồng chí đặt mật khẩu riêng rồi hủy phiếu này.`,
    chooseAgency: 'Chọn cơ quan, đơn vị',
    clearAgency: 'Bỏ chọn cơ quan, đơn vị',
    resetStopped: 'Tài khoản này đã ngừng sử dụng. Hãy cho sử dụng lại trước khi cấp mã mới.',
  },

  agency: {
    title: 'Cơ quan, đơn vị',
    sheet: 'Danh mục',
    exampleSheet: 'Ví dụ',
    choicesSheet: 'Lựa chọn',
    chooseFromList: 'Hãy chọn một giá trị trong danh sách.',
    columns: {
      name: 'Tên cơ quan, đơn vị',
      code: 'Mã',
      kind: 'Loại',
      parent: 'Trực thuộc',
      aliases: 'Tên gọi khác',
      person: 'Họ và tên cán bộ',
      position: 'Chức vụ',
      login: 'Tên đăng nhập',
      role: 'Vai trò',
    },
    kinds: {
      'province-committee': 'UBND cấp tỉnh',
      office: 'Văn phòng',
      department: 'Sở, ban, ngành',
      party: 'Cơ quan Đảng',
      front: 'Mặt trận, đoàn thể',
      union: 'Liên minh, hội',
      police: 'Công an',
      army: 'Quân sự',
      central: 'Cơ quan ngành dọc',
      press: 'Báo chí',
      commune: 'UBND cấp xã',
      unit: 'Đơn vị nội bộ',
      committee: 'Ban chỉ đạo',
      district: 'UBND cấp huyện',
      collective: 'Nhóm cơ quan trước đây',
    },
    groups: {
      departments: 'Tất cả sở, ban, ngành',
      communes: 'UBND tất cả xã, phường',
      agencies: 'Tất cả sở, ban, ngành và UBND cấp xã',
      fronts: 'Mặt trận, đoàn thể và các hội',
      press: 'Các cơ quan báo chí',
      districts: 'UBND các huyện, quận, thị xã',
    },
    example: [
      {
        name: 'Sở Tài chính',
        code: 'H00.01',
        kind: 'Sở, ban, ngành',
        parent: '',
        aliases: 'Sở TC',
        person: 'Nguyễn Văn Ví Dụ',
        position: 'Giám đốc',
        login: '',
        role: 'Thủ trưởng đơn vị',
      },
      {
        name: 'Phòng Tổng hợp',
        code: 'H00.01.01',
        kind: 'Đơn vị nội bộ',
        parent: 'Sở Tài chính',
        aliases: '',
        person: 'Trần Thị Minh Họa',
        position: 'Chuyên viên',
        login: '',
        role: 'Chuyên viên',
      },
    ],
    taken: (name: string) =>
      `Tên hoặc mã của "${name}" đã có trong danh mục. Hãy kiểm tra lại tên, mã và cơ quan cấp trên.`,
    faults: {
      noHeading: (column: string) =>
        `Không tìm thấy cột "${column}" ở dòng đầu của trang tính thứ nhất. Hãy dùng tệp mẫu tải về từ trang này.`,
      unreadable:
        'Tệp này không đọc được như một bảng tính Excel (.xlsx) hoặc CSV mã UTF-8. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
      nameMissing: 'Thiếu tên cơ quan, đơn vị.',
      codeForm: 'Mã gồm chữ in hoa A–Z và chữ số, các nhóm cách nhau bằng dấu chấm, không quá 35 ký tự.',
      otherCode: (code: string) => `Cơ quan này đã có mã khác là ${code}.`,
      codeTaken: (name: string) => `Mã này đã thuộc về "${name}".`,
      twice: 'Dòng này trùng với một dòng phía trên.',
      kindUnknown: (kind: string) => `Không có loại "${kind}". Hãy chọn trong danh sách của tệp mẫu.`,
      parentUnknown: (parent: string) =>
        `Không tìm thấy cơ quan "${parent}" ở các dòng phía trên hoặc trong danh mục.`,
      roleUnknown: (role: string) => `Không có vai trò "${role}". Hãy chọn trong danh sách của tệp mẫu.`,
      personMissing: 'Có tên đăng nhập hoặc vai trò nhưng thiếu họ và tên.',
      loginTaken: (login: string) => `Tên đăng nhập "${login}" đã có người dùng.`,
    },
  },

  review: {
    personUnknown:
      'Người được chọn không còn trong danh bạ của tỉnh. Đồng chí chọn lại lãnh đạo phụ trách hoặc người theo dõi.',
    outcomes: {
      assign: 'Giao',
      each: 'Giao cho từng thành viên',
      orientation: 'Định hướng',
      merged: 'Gộp',
    },
    proposed: 'Hệ thống đề xuất',
    problems: {
      'no-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ chưa có cơ quan chủ trì. Hãy chọn cơ quan hoặc chuyển thành định hướng.`,
      'several-leads': (n: number) =>
        `${number.format(n)} nhiệm vụ có nhiều cơ quan chủ trì. Hãy chọn một cơ quan, hoặc giao cho từng thành viên.`,
      'unmatched-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ có cơ quan chủ trì chưa có trong danh mục. Hãy xác định cơ quan tương ứng.`,
      'group-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ giao cho cả nhóm cơ quan. Hãy giao cho từng thành viên hoặc chọn một cơ quan.`,
      nobody: (n: number) =>
        `${number.format(n)} nhiệm vụ giao cho nhóm chưa có cơ quan nào trong danh mục. Hãy bổ sung danh mục hoặc chọn cơ quan khác.`,
      'lost-merge': (n: number) =>
        `${number.format(n)} nhiệm vụ được gộp vào một nhiệm vụ đã bị xóa. Hãy chọn lại.`,
    },
    problemShort: {
      'no-lead': 'Chưa có chủ trì',
      'several-leads': 'Nhiều cơ quan chủ trì',
      'unmatched-lead': 'Cơ quan chưa có trong danh mục',
      'group-lead': 'Giao cho cả nhóm',
      nobody: 'Nhóm chưa có thành viên',
      'lost-merge': 'Gộp vào nhiệm vụ đã bị xóa',
    },
    nothingTracked: 'Chưa có nhiệm vụ nào được giao. Hãy giao ít nhất một nhiệm vụ.',
    noOverseer: 'Chưa chọn cơ quan theo dõi kế hoạch (cơ quan xác nhận kết quả).',
    incomplete: 'Kế hoạch chưa đủ điều kiện công bố. Đồng chí xử lý các mục sau rồi công bố lại.',
    pasted: 'Văn bản đã dán',
    nothingDropped:
      'Chưa có tệp hoặc văn bản nào. Hãy chọn một tệp (Word, PDF, Excel, trang web, văn bản) hoặc dán nội dung kế hoạch.',
    strike: (name: string) => `Bỏ "${name}" khỏi chủ trì`,
    leadIs: (name: string) => `${name} chủ trì`,
    faults: {
      noSuchItem: 'Nhiệm vụ này không còn trong bản soát xét. Hãy tải lại trang.',
      noSuchLead: 'Cơ quan này không có trong phần chủ trì của nhiệm vụ. Hãy tải lại trang.',
      mergeCircle: 'Không thể gộp một nhiệm vụ vào chính nó hoặc vào một nhiệm vụ đã gộp.',
      mergeChain: 'Đã có nhiệm vụ khác gộp vào nhiệm vụ này nên không thể gộp tiếp.',
      idTaken: 'Mã nhiệm vụ bị trùng. Hãy tải lại trang.',
      splitOutside: 'Điểm tách nằm ngoài câu. Hãy đặt con trỏ vào giữa câu rồi tách.',
      published: 'Kế hoạch đã công bố nên không sửa được ở bước soát xét.',
      nothingToUndo: 'Không còn thao tác nào để hoàn tác.',
    },
  },

  menu: {
    dashboard: 'Toàn cảnh',
    waiting: 'Điểm nghẽn',
    work: 'Việc của đơn vị',
    difficulties: 'Khó khăn, vướng mắc',
    plans: 'Kế hoạch',
    mentions: 'Nhắc đến tôi',
    agencies: 'Cơ quan',
    people: 'Làm thay, bàn giao',
    daysOff: 'Ngày nghỉ',
    accounts: 'Tài khoản',
  },

  cli: {
    help: `Chủ Trì: biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành

  chutri serve                   chạy máy chủ (PORT, HOST, DATA_DIR, DATABASE_URL)
  chutri extract TỆP [--json]    đọc một kế hoạch và in ra nhiệm vụ, cơ quan chủ trì, thời hạn
  chutri code TÊN_ĐĂNG_NHẬP      cấp mã dùng một lần khi quản trị quên mật khẩu
  chutri agency apply TỆP.json [--dry-run]  ghi các việc sắp xếp tổ chức từ tệp; --dry-run chỉ in ra, không ghi
  chutri rebuild [--verify]      dựng lại số đếm, trạng thái từ các bước đã ghi; --verify chỉ so sánh
  chutri tracker import TỆP      nhập bảng theo dõi Excel đang dùng; --dry-run chỉ kiểm tra
  chutri --help                  trang này`,
    unusable: (name: string, value: string) =>
      `Biến ${name}="${value}" không dùng được. Hãy sửa lại hoặc bỏ trống.`,
    cannotStart: (why: string) =>
      `Không khởi động được máy chủ (${why}). Hãy kiểm tra HOST, DATA_DIR và DATABASE_URL.`,
    codeUsage: 'Cách dùng: chutri code TÊN_ĐĂNG_NHẬP',
    newCode: (login: string, code: string) =>
      `Mã dùng một lần của ${login}: ${code}. Mật khẩu cũ và các phiên đang mở đã hết hiệu lực.`,
    noAccount: (login: string) => `Không có tài khoản "${login}". Đồng chí kiểm tra lại tên đăng nhập.`,
    noProvince: 'Chưa thiết lập tỉnh nào. Hãy mở trang web và thiết lập trước.',
    severalProvinces: 'Có nhiều tỉnh trong cơ sở dữ liệu. Hãy thêm --as TÊN_ĐĂNG_NHẬP của người nhập.',
    noAdmin: 'Tỉnh chưa có quản trị hệ thống nào đang dùng. Hãy thêm --as TÊN_ĐĂNG_NHẬP.',
    console: 'Máy chủ (dòng lệnh)',
    extractUsage: 'Cách dùng: chutri extract TỆP [--json]',
    noFile: (file: string) =>
      `Không mở được tệp "${file}". Đồng chí kiểm tra lại đường dẫn và quyền đọc tệp.`,
    section: 'Mục',
    task: 'Nhiệm vụ',
    lead: 'Chủ trì',
    due: 'Thời hạn',
    noLead: '(chưa rõ)',
    noNumber: '(không có số)',
    findings: 'Điểm cần xem lại:',
    counts: (
      n: Record<
        'tasks' | 'indicators' | 'reporting' | 'references' | 'findings' | 'unread' | 'unsure',
        number
      >,
    ) =>
      [
        `${number.format(n.tasks)} nhiệm vụ`,
        `${number.format(n.indicators)} chỉ tiêu`,
        `${number.format(n.reporting)} chế độ báo cáo`,
        `${number.format(n.references)} văn bản viện dẫn`,
        `${number.format(n.findings)} điểm cần xem lại`,
        `${number.format(n.unread)} dòng chưa thành nội dung nào`,
        `${number.format(n.unsure)} mục cần xem kỹ (nhiệm vụ mang dấu "?")`,
      ].join(' · '),
    unknown: (command: string) => `Không có lệnh "${command}". Gõ "chutri --help" để xem các lệnh.`,
    ready: (url: string) => `Chủ Trì đang chạy tại ${url} (nhấn Ctrl-C để dừng)`,
    setupCode: (code: string) =>
      `Mở trang trên bằng trình duyệt của máy này để thiết lập. Từ máy khác, dùng mã thiết lập: ${code}`,
    recognising: (page: number, of: number) =>
      `Đang nhận dạng trang ${number.format(page)}/${number.format(of)}`,
    scanned: (pages: string) => `[ảnh chụp, trang ${pages}]`,
    rebuildUsage: 'Cách dùng: chutri rebuild [--verify]',
    rebuilt: (name: string, facts: number, assignments: number, items: number, seconds: number) =>
      `${name}: dựng lại từ ${number.format(facts)} bước của ${number.format(assignments)} lượt giao, ${number.format(items)} nhiệm vụ trong ${number.format(Math.round(seconds * 10) / 10)} giây`,
    differences: (n: number, isMended: boolean) =>
      isMended
        ? `Đã sửa ${number.format(n)} chỗ lệch.`
        : `Có ${number.format(n)} chỗ lệch. Chạy "chutri rebuild" (không có --verify) để sửa.`,
    brokenStories: (n: number) =>
      `${number.format(n)} lượt giao có các bước không nối được với nhau; không tự sửa. Hãy gửi các dòng trên cho người bảo trì.`,
    allInLine: 'Mọi số đếm và trạng thái khớp với các bước đã ghi.',
  },

  task: {
    statuses: {
      assigned: 'Chưa tiếp nhận',
      active: 'Đang thực hiện',
      reported: 'Chờ duyệt',
      approved: 'Chờ xác nhận',
      done: 'Đã hoàn thành',
      suspended: 'Tạm dừng',
      closed: 'Đã đóng',
    },
    steps: {
      receive: 'Tiếp nhận',
      assign: 'Phân công',
      report: 'Báo cáo kết quả',
      'report-outside': 'Ghi đã báo cáo ngoài hệ thống',
      approve: 'Duyệt báo cáo',
      return: 'Trả lại',
      confirm: 'Xác nhận hoàn thành',
      'ask-extension': 'Xin gia hạn',
      extend: 'Gia hạn',
      'refuse-extension': 'Không gia hạn',
      suspend: 'Tạm dừng',
      resume: 'Tiếp tục',
      close: 'Đóng',
      reopen: 'Mở lại',
    },
    notNow: (step: StepName, status: string) =>
      status === 'done' && step !== 'resume'
        ? 'Việc đã hoàn thành và được xác nhận. Nếu cần làm tiếp, cơ quan theo dõi mở lại việc.'
        : status === 'closed'
          ? 'Việc đã đóng nên không còn bước nào. Nếu cần làm tiếp, cơ quan theo dõi mở lại việc.'
          : status === 'suspended'
            ? 'Việc đang tạm dừng. Cơ quan theo dõi cho tiếp tục thì mới thực hiện được bước này.'
            : {
                receive: 'Việc đã được tiếp nhận.',
                assign: 'Không phân công được ở bước này.',
                'report-outside': 'Đã có báo cáo đang chờ nên không ghi thêm.',
                'ask-extension': 'Báo cáo đã được duyệt nên không cần gia hạn.',
                extend: 'Báo cáo đã được duyệt nên không cần gia hạn.',
                'refuse-extension': 'Không có đề nghị gia hạn nào đang chờ.',
                suspend: 'Không tạm dừng được ở bước này.',
                resume: 'Việc không tạm dừng nên không cần cho tiếp tục.',
                close: 'Không đóng được ở bước này.',
                reopen: 'Việc chưa hoàn thành hoặc đóng nên không cần mở lại.',
                report:
                  'Đã có báo cáo đang chờ. Hãy chờ kết quả, hoặc nhờ thủ trưởng trả lại để báo cáo lại.',
                approve: 'Chưa có báo cáo nào chờ duyệt.',
                return: 'Chưa có báo cáo nào để trả lại.',
                confirm: 'Chưa xác nhận được: đơn vị cần báo cáo 100% và thủ trưởng đơn vị duyệt trước.',
              }[step],
    notRelated: {
      bearer: 'Việc này giao cho cơ quan khác. Chỉ người của cơ quan được giao thực hiện được bước này.',
      agency: 'Bước này do thủ trưởng của chính cơ quan được giao thực hiện.',
      overseer: 'Bước này do cơ quan theo dõi kế hoạch thực hiện.',
    },
    needsRole: (roles: string) => `Bước này dành cho: ${roles}. Hãy nhờ người có vai trò đó thực hiện.`,
    notHere: {
      inside:
        'Cơ quan này báo cáo ngoài hệ thống (công an, quân đội). Ở đây chỉ ghi ngày đã báo cáo, không ghi nội dung và không kèm tệp.',
      outside:
        'Bước này chỉ dành cho nhiệm vụ của công an, quân đội. Hãy báo cáo kết quả ngay tại trang này.',
    },
    notAsked: 'Chưa có đề nghị gia hạn nào để trả lời.',
    dayAhead: 'Ngày đã báo cáo không thể sau hôm nay. Đồng chí kiểm tra lại ngày.',
    untracked:
      'Nhiệm vụ này đã được đính chính thành nội dung không theo dõi nên không mở lại được. Nếu cần theo dõi, hãy đính chính lại nhiệm vụ.',
    noDueToExtend: 'Việc này không có thời hạn nên không cần xin gia hạn.',
    extensionEarlier: (dueOn: string) =>
      `Ngày gia hạn phải sau thời hạn hiện nay (${printDay(dueOn)}). Đồng chí chọn ngày khác.`,
    assignNobody: 'Hãy chọn người hoặc phòng được phân công.',
    assignStranger:
      'Chỉ phân công cho người đang làm việc hoặc phòng của chính cơ quan được giao. Đồng chí chọn lại trong danh sách.',
    twiceInOne: 'Một việc xuất hiện hai lần trong cùng lượt gửi. Hãy tải lại trang rồi chọn lại.',
    ownReport: {
      approve:
        'Báo cáo do chính đồng chí lập nên cần một người khác có vai trò thủ trưởng của đơn vị duyệt. Nếu lập nhầm, đồng chí trả lại để người khác báo cáo.',
      confirm: 'Báo cáo do chính đồng chí lập nên cần người khác của cơ quan theo dõi xác nhận.',
    },
    textRequired: {
      report: 'Hãy ghi kết quả thực hiện.',
      return: 'Hãy ghi lý do trả lại để đơn vị biết cần bổ sung gì.',
      'ask-extension': 'Hãy ghi lý do xin gia hạn.',
      'refuse-extension': 'Hãy ghi lý do không gia hạn.',
      suspend: 'Hãy ghi lý do tạm dừng.',
      close: 'Hãy ghi lý do đóng việc.',
      reopen: 'Hãy ghi lý do mở lại.',
    },
    percentForm: 'Mức độ hoàn thành là một số nguyên từ 0 đến 100.',
    fileEmpty: 'Tệp không có nội dung (0 byte). Đồng chí kiểm tra lại rồi chọn tệp khác.',
    fileMissing: 'Chưa chọn tệp nào.',
    fileNameLong: 'Tên tệp dài quá 200 ký tự. Hãy đổi tên ngắn hơn rồi đính kèm lại.',
    fileUnknown: (name: string) => `Tệp "${name}" chưa được tải lên. Hãy đính kèm lại.`,

    workTitle: 'Việc của đơn vị',
    workTitleOf: (agency: string) => `Việc của ${agency}`,
    workTitleAll: 'Việc của tất cả đơn vị',
    states: {
      all: 'Tất cả',
      open: 'Chưa hoàn thành',
      overdue: 'Quá hạn',
      soon: 'Đến hạn trong 7 ngày',
      within: 'Chưa hoàn thành, trong hạn',
      undated: 'Không có thời hạn',
      'to-receive': 'Chưa tiếp nhận',
      'to-approve': 'Chờ duyệt',
      'to-confirm': 'Chờ xác nhận',
      done: 'Đã hoàn thành',
      'done-on-time': 'Hoàn thành đúng hạn',
      'done-late': 'Hoàn thành quá hạn',
      suspended: 'Tạm dừng',
      closed: 'Đã đóng',
      answerable: 'Đã hoàn thành hoặc quá hạn',
    },
    stateTabs: 'Lọc theo tình trạng',
    searchLabel: 'Tìm trong nội dung nhiệm vụ',
    searchHint:
      'Có thể gõ không dấu. Nhấn / để tìm, j k để chuyển dòng, x để chọn, Shift+x để chọn cả đoạn, Enter để mở.',
    agency: 'Cơ quan',
    allAgencies: 'Tất cả cơ quan',
    plan: 'Kế hoạch',
    allPlans: 'Tất cả kế hoạch',
    oneItem: 'Chỉ một nhiệm vụ',
    clearFilter: 'Bỏ lọc',
    nothingFound: 'Không có',
    columns: {
      quote: 'Nhiệm vụ',
      agency: 'Cơ quan',
      due: 'Thời hạn',
      status: 'Tình trạng',
      action: 'Việc cần làm',
    },
    section: (section: string) => `Mục ${section}`,
    noDue: 'Không có thời hạn',
    daysLate: (n: number) => `Quá hạn ${number.format(n)} ngày`,
    dueToday: 'Đến hạn hôm nay',
    daysLeft: (n: number) => `Còn ${number.format(n)} ngày`,
    approvedOn: (day: string) => `Đơn vị duyệt ngày ${day}`,
    completedOn: (day: string) => `Hoàn thành ngày ${day}`,
    completedLate: 'quá hạn',
    percentDone: (n: number) => `${n}%`,
    open: 'Xem',
    nextPage: 'Trang sau',
    firstPage: 'Về trang đầu',
    emptyStart:
      'Chưa có việc nào. Việc xuất hiện ở đây sau khi một kế hoạch được công bố và giao cho cơ quan này.',
    emptyState: {
      open: 'Không còn việc nào chưa hoàn thành.',
      overdue: 'Không có việc nào quá hạn.',
      soon: 'Không có việc nào đến hạn trong 7 ngày tới.',
      'to-receive': 'Mọi việc được giao đều đã tiếp nhận.',
      'to-approve': 'Không có báo cáo nào chờ thủ trưởng duyệt.',
      'to-confirm': 'Không có việc nào chờ cơ quan theo dõi xác nhận.',
      other: 'Không có việc nào ở mục này.',
    },
    emptySearch: 'Không có việc nào khớp với điều kiện đang lọc. Hãy bớt điều kiện hoặc đổi từ khóa.',

    clause: 'Trích trong kế hoạch',
    clauseLines: (from: number, to: number) =>
      from === to ? `Dòng ${number.format(from)}` : `Dòng ${number.format(from)} đến ${number.format(to)}`,
    edited: 'Nội dung giao (đã chỉnh khi soát xét)',
    merged: 'Gộp từ nơi khác trong kế hoạch',
    facts: 'Thông tin giao việc',
    lead: 'Chủ trì',
    printedAs: (names: string) => `Trong văn bản ghi: ${names}`,
    coordinating: 'Phối hợp',
    overseer: 'Cơ quan theo dõi, xác nhận',
    deliverables: 'Sản phẩm',
    dueLabel: 'Thời hạn',
    dueWords: (text: string) => `Trong văn bản ghi: ${text}`,
    timeline: 'Quá trình thực hiện',
    timelineEmpty: 'Chưa có bước nào. Bước đầu tiên là tiếp nhận hoặc báo cáo của cơ quan được giao.',
    sentence: (
      kind: StepName | 'transfer' | 'schedule',
      { percent, nothing, to, until, happenedOn }: StepDetail,
    ) =>
      ({
        receive: 'tiếp nhận việc',
        assign: `phân công${to ? ` cho ${to}` : ''}`,
        report: nothing ? 'báo cáo không phát sinh' : `báo cáo đạt ${percent ?? 0}%`,
        'report-outside': `ghi đã báo cáo ngoài hệ thống${happenedOn ? ` ngày ${printDay(happenedOn)}` : ''}`,
        approve: 'duyệt báo cáo',
        return: 'trả lại báo cáo',
        confirm: 'xác nhận hoàn thành',
        'ask-extension': `xin gia hạn${until ? ` đến ${printDay(until)}` : ''}`,
        extend: `gia hạn${until ? ` đến ${printDay(until)}` : ''}`,
        'refuse-extension': 'không gia hạn',
        suspend: 'tạm dừng việc',
        resume: `cho tiếp tục${until ? `, thời hạn mới ${printDay(until)}` : ''}`,
        close: 'đóng việc',
        reopen: 'mở lại việc',
        transfer: `chuyển việc${to ? ` sang ${to}` : ''}`,
        schedule: until ? `ấn định thời hạn ${printDay(until)}` : 'bỏ thời hạn',
      })[kind],
    inPlaceOf: (name: string) => `thay ${name}`,
    nextTitle: 'Bước tiếp theo',
    allDone: 'Việc đã hoàn thành và được xác nhận.',
    waitingFor: {
      assigned: 'Chờ cơ quan được giao tiếp nhận.',
      active: 'Cơ quan được giao đang thực hiện.',
      reported: 'Báo cáo đang chờ thủ trưởng của cơ quan được giao duyệt.',
      approved: 'Đơn vị đã duyệt kết quả, đang chờ cơ quan theo dõi xác nhận.',
      suspended: 'Việc đang tạm dừng theo quyết định của cơ quan theo dõi.',
      closed: 'Việc đã đóng theo quyết định của cơ quan theo dõi.',
    },
    taken: {
      receive: 'Đã tiếp nhận. Khi có kết quả, đồng chí báo cáo ngay tại trang này.',
      report: 'Đã gửi báo cáo. Thủ trưởng đơn vị sẽ duyệt.',
      approve: 'Đã duyệt báo cáo.',
      return: 'Đã trả lại kèm lý do.',
      confirm: 'Đã xác nhận hoàn thành.',
      assign: 'Đã phân công.',
      'report-outside': 'Đã ghi ngày báo cáo ngoài hệ thống.',
      'ask-extension': 'Đã gửi đề nghị gia hạn. Cơ quan theo dõi sẽ trả lời.',
      extend: 'Đã gia hạn.',
      'refuse-extension': 'Đã trả lời không gia hạn kèm lý do.',
      suspend: 'Đã tạm dừng việc.',
      resume: 'Đã cho tiếp tục.',
      close: 'Đã đóng việc.',
      reopen: 'Đã mở lại việc.',
    },
    reportNow: 'Đã có kết quả, báo cáo ngay',
    reportText: 'Kết quả thực hiện',
    reportTextHint: 'Nêu việc đã làm, số và ngày của văn bản, số liệu chính. Bản nháp được giữ trên máy này.',
    progress: 'Mức độ hoàn thành',
    progressRequired: 'Hãy chọn mức độ hoàn thành.',
    full: 'Đã hoàn thành (100%)',
    part: 'Hoàn thành một phần',
    percentLabel: 'Tỷ lệ đã hoàn thành (%)',
    evidence: 'Tài liệu minh chứng',
    evidenceHint: 'Thả tệp vào đây hoặc bấm để chọn. Mỗi tệp không quá 50 MB.',
    chooseFiles: 'Chọn tệp',
    uploading: (name: string) => `Đang tải lên ${name}…`,
    removeFile: (name: string) => `Bỏ tệp ${name}`,
    tooManyFiles: (most: number) =>
      `Mỗi báo cáo kèm tối đa ${number.format(most)} tệp, các tệp còn lại chưa được nhận. Hãy nén chung thành một tệp hoặc bỏ bớt.`,
    fileSize: (bytes: number) =>
      bytes < 1_048_576
        ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB`
        : `${number.format(Math.round(bytes / 104_857.6) / 10)} MB`,
    sendReport: 'Gửi báo cáo',
    note: 'Ý kiến (bắt buộc khi trả lại)',
    reload: 'Tải bản mới',
    draftKept: 'Nội dung đồng chí đang soạn vẫn được giữ.',
    backToList: 'Danh sách việc',
  },

  agencyPages: {
    nameForm: 'Tên cơ quan, đơn vị cần từ 2 đến 200 ký tự.',
    aliasForm: 'Mỗi tên gọi khác không quá 200 ký tự, một cơ quan có tối đa 30 tên.',
    parentGone: 'Cơ quan cấp trên này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
    underItself: 'Một cơ quan không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    severalParents: (name: string) =>
      `Có nhiều cơ quan cùng tên "${name}". Hãy ghi mã của cơ quan vào cột này.`,
    severalNames: (name: string) =>
      `Có nhiều cơ quan cùng tên "${name}". Hãy ghi mã, hoặc ghi cơ quan cấp trên vào cột này.`,
    codeByHand: (name: string) =>
      `"${name}" đã có trong danh mục nhưng chưa có mã. Hãy bổ sung mã ở trang Cơ quan rồi nạp lại.`,
    differs: (name: string) =>
      `"${name}" đã có với nội dung khác ở cột này. Hãy sửa ở trang Cơ quan, hoặc để trống ô này rồi nạp lại.`,
    personTwice:
      'Người này đã có ở một dòng trên. Nếu là hai người trùng tên, hãy ghi tên đăng nhập riêng cho từng người.',
    add: 'Thêm cơ quan',
    edit: 'Sửa cơ quan, đơn vị',
    editOf: (name: string) => `Sửa ${name}`,
    import: 'Nạp từ Excel',
    search: 'Tìm theo tên, mã, tên gọi khác',
    count: (n: number) => `${number.format(n)} cơ quan, đơn vị`,
    notFound: (search: string) => `Không có cơ quan nào khớp "${search}". Hãy thử từ khác, không cần gõ dấu.`,
    empty: [
      'Danh mục cơ quan, đơn vị của tỉnh sẽ hiện ở đây. Kế hoạch ghi tên cơ quan nào, hệ thống tìm tên đó trong danh mục để giao việc.',
      'Cách nhanh nhất: bấm "Nạp từ Excel", tải tệp mẫu, điền các sở, ban, ngành, xã, phường cùng cán bộ rồi thả lại; hệ thống kiểm tra trước khi nạp và in mã dùng một lần cho từng người.',
      'Hoặc bấm "Thêm cơ quan" để nhập từng cơ quan.',
    ],
    parentHint: 'Để trống nếu là cơ quan độc lập. Phòng, chi cục thì chọn cơ quan cấp trên.',
    clearParent: 'Bỏ chọn cơ quan cấp trên',
    codeHint: 'Mã định danh theo Quyết định 20/2020/QĐ-TTg nếu có, ví dụ H00.01.',
    aliasHint: 'Mọi cách gọi trong văn bản, ví dụ "Sở TC". Nhấn Enter hoặc dấu ; sau mỗi tên.',
    clearAliases: 'Xóa hết tên gọi khác',
    template: 'Tải tệp mẫu',
    templateHint: ' (.xlsx) có sẵn danh sách chọn và ví dụ.',
    fill: 'Điền mỗi cơ quan một dòng. Cán bộ điền ngay trên dòng cơ quan, người thứ hai điền ở dòng tiếp theo với cùng tên cơ quan.',
    fillNoPeople:
      'Điền mỗi cơ quan một dòng, để trống các cột về cán bộ: tài khoản do quản trị hệ thống nạp.',
    dropHint: 'Thả tệp vào trang này. Hệ thống kiểm tra trước và chưa ghi gì cho đến khi đồng chí bấm "Nạp".',
    choose: 'Chọn tệp',
    orDrop: 'hoặc thả tệp .xlsx, .csv vào trang này',
    drop: 'Thả tệp để kiểm tra danh mục',
    wouldAdd: (agencies: number, people: number, known: number) =>
      `Sẽ thêm ${number.format(agencies)} cơ quan, đơn vị và ${number.format(people)} tài khoản; ${number.format(known)} dòng thuộc cơ quan đã có.`,
    nothingNew: 'Tệp không có gì mới so với danh mục nên không cần nạp.',
    carryOut: 'Nạp',
    codesFollow: (n: number) =>
      `Sau khi nạp, mã dùng một lần của ${number.format(n)} người sẽ hiện ra để in.`,
    added: (agencies: number, people: number) =>
      `Đã nạp ${number.format(agencies)} cơ quan, đơn vị và ${number.format(people)} tài khoản.`,
    codesLost:
      'Tệp này đã được nạp ở lần gửi trước nên mã không hiện lại. Hãy cấp lại mã cho từng người ở trang Tài khoản.',
    row: 'Dòng',
    column: 'Cột',
    fault: 'Cần sửa',
    templateName: 'mau-danh-muc-co-quan.xlsx',
    noFile: 'Chưa có tệp nào được gửi lên. Hãy chọn tệp Excel (.xlsx) hoặc CSV.',
    emptySheet:
      'Trang tính thứ nhất chưa có dòng nào dưới dòng tiêu đề. Hãy điền danh mục vào đó (trang "Ví dụ" chỉ để tham khảo).',
    tooManyRows: (most: number) => `Tệp có quá ${number.format(most)} dòng. Hãy chia thành nhiều tệp.`,
    peopleForbidden:
      'Tệp có cột họ và tên cán bộ. Chỉ quản trị hệ thống được nạp tài khoản: hãy bỏ các cột về cán bộ, hoặc chuyển tệp cho quản trị hệ thống.',
    importFaults: (n: number) =>
      `Tệp còn ${number.format(n)} chỗ cần sửa nên chưa có gì được nạp. Hãy sửa trong tệp rồi nạp lại.`,
    place: (row: number, column: string) => `Dòng ${row}, cột "${column}"`,
  },

  setup: {
    sampleProvince: 'tỉnh Sông Mơ',
    done: 'Tỉnh đã được thiết lập trước đó. Đồng chí đăng nhập để làm việc.',
    provinceUnknown: 'Hãy chọn tỉnh, thành phố trong danh sách.',
    codeMissing:
      'Thiết lập từ máy khác cần mã thiết lập. Mã hiện trên màn hình nơi khởi động máy chủ Chủ Trì.',
    codeWrong: 'Mã thiết lập không đúng. Hãy xem lại mã mới nhất trên màn hình nơi khởi động máy chủ.',
    sampleAdminOnly: 'Tỉnh đã được thiết lập nên chỉ quản trị hệ thống mới mở được tỉnh mẫu.',
    sampleExists: 'Tỉnh mẫu đã có sẵn. Hãy chọn một người của tỉnh mẫu để xem.',
    sampleMissing: 'Tỉnh mẫu đã được gỡ trước đó.',
    removeForbidden:
      'Chỉ gỡ được tỉnh mẫu từ chính máy chủ, hoặc khi đăng nhập là quản trị hệ thống của tỉnh mẫu.',
    welcome:
      'Biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành. Đồng chí thiết lập tỉnh của mình, hoặc xem thử tỉnh mẫu trước.',
    code: 'Mã thiết lập',
    codeHint: 'Đồng chí đang mở từ máy khác. Mã hiện trên màn hình nơi khởi động máy chủ Chủ Trì.',
    realTitle: 'Thiết lập tỉnh',
    realExplain:
      'Chọn tỉnh, thành phố và tạo tài khoản quản trị đầu tiên. Danh mục cơ quan được nạp ở bước sau.',
    province: 'Tỉnh, thành phố',
    provincePlaceholder: 'Gõ để tìm trong 34 tỉnh, thành phố',
    adminName: 'Họ và tên quản trị hệ thống',
    loginHint: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
    password: 'Mật khẩu',
    showPassword: 'Hiện mật khẩu',
    setUp: 'Thiết lập',
    sampleTitle: 'Tỉnh mẫu',
    sampleExplain:
      'Tỉnh Sông Mơ không có thật: hơn 60 cơ quan, hơn 40 cán bộ, hai kế hoạch đã công bố và diễn biến thực hiện trong năm. Có thể gỡ bất cứ lúc nào, không ảnh hưởng đến tỉnh thật.',
    openSample: 'Xem thử tỉnh mẫu',
    opening:
      'Đang dựng tỉnh mẫu: danh mục cơ quan, hai kế hoạch, diễn biến thực hiện. Thường mất dưới một phút.',
    orSample: 'hoặc xem tỉnh mẫu',
    peopleExplain: 'Chọn một người của tỉnh mẫu để vào ngay, không cần mật khẩu.',
    roleExplain: {
      admin: 'Quản lý danh mục cơ quan và tài khoản',
      leader: 'Xem toàn cảnh, nơi vướng mắc, chậm tiến độ',
      focal: 'Đưa kế hoạch vào, giao việc, xác nhận kết quả',
      head: 'Duyệt báo cáo của đơn vị mình',
      officer: 'Nhận việc và báo cáo kết quả',
    },
    banner: 'Tỉnh mẫu: dữ liệu hư cấu.',
    bannerExplain: 'Mọi cơ quan, cán bộ và số liệu ở đây đều không có thật.',
    switchPerson: 'Đổi người',
    remove: 'Gỡ tỉnh mẫu',
    removeTitle: 'Gỡ tỉnh mẫu?',
    removeExplain:
      'Toàn bộ cơ quan, cán bộ, kế hoạch và diễn biến của tỉnh mẫu sẽ bị xóa, mọi người đang xem đều bị đăng xuất. Tỉnh thật không bị ảnh hưởng. Có thể mở lại tỉnh mẫu sau.',
    notOfSample: 'Chỉ người của tỉnh mẫu được vào không cần mật khẩu. Hãy đăng nhập bằng tên và mật khẩu.',
  },

  planPages: {
    plans: 'Kế hoạch',
    load: 'Nạp kế hoạch',
    paste: 'Dán văn bản',
    dropHere: 'Thả tệp vào đây để đọc kế hoạch (Word, PDF, Excel, trang web, văn bản thuần)',
    reading: (name: string) => `Đang đọc "${name}"…`,
    empty:
      'Chưa có kế hoạch nào. Kéo thả tệp vào trang này hoặc bấm "Nạp kế hoạch". Hệ thống đọc nhiệm vụ, cơ quan chủ trì, thời hạn để đồng chí soát xét rồi công bố.',
    emptyForReaders:
      'Chưa có kế hoạch nào được công bố. Khi cơ quan đầu mối nạp và công bố kế hoạch, kế hoạch sẽ hiện ở đây.',
    pasteText: 'Nội dung văn bản',
    pasteHint: 'Dán toàn văn, kể cả phần số, ký hiệu và nơi nhận. Ctrl + Enter để đọc.',
    pasteName: 'Tên gọi (không bắt buộc)',
    pastedText: 'Văn bản đã dán',
    readText: 'Đọc văn bản',
    statuses: { draft: 'Đang soát xét', published: 'Đã công bố' },
    draftSince: (moment: string) => `Nạp lúc ${moment}, chưa công bố`,
    tracks: (tracked: number, assignments: number) =>
      `Theo dõi ${number.format(tracked)} nhiệm vụ, ${number.format(assignments)} lượt giao`,
    deleteDraft: 'Xóa bản soát xét',
    deleteDraftOf: (name: string) => `Xóa bản soát xét: ${name}`,
    deleteExplain: (name: string) =>
      `Xóa bản soát xét "${name}" cùng mọi thao tác đã làm? Kế hoạch đã công bố không bị ảnh hưởng.`,

    source: 'Văn bản',
    notices: 'Lưu ý khi đọc tệp',
    marks: {
      task: 'Nhiệm vụ',
      indicator: 'Chỉ tiêu',
      reporting: 'Chế độ báo cáo',
      reference: 'Văn bản viện dẫn',
      unread: 'Chưa thành nội dung nào',
    },
    sides: {
      items: 'Nhiệm vụ',
      unread: 'Chưa dùng',
      findings: 'Lỗi văn bản',
      indicators: 'Chỉ tiêu',
      reporting: 'Báo cáo',
      references: 'Viện dẫn',
      source: 'Văn bản',
    },
    lead: 'Chủ trì',
    coordinating: 'Phối hợp',
    due: 'Thời hạn',
    deliverables: 'Sản phẩm',
    quote: 'Nội dung nhiệm vụ',
    mergedInto: 'Gộp vào',
    joins: 'Gồm cả nhiệm vụ số',
    numbered: (n: number) => `nhiệm vụ số ${number.format(n)}`,
    byHand: 'Thêm thủ công',
    notInDirectory: 'chưa có trong danh mục',
    until: (day: string) => `đến hết ngày ${day}`,
    before: (day: string) => `trước ngày ${day}`,
    noItems:
      'Không đọc được nhiệm vụ nào. Bôi đen đoạn nêu nhiệm vụ ở văn bản bên trái rồi nhấn "a" để thêm.',

    thisItem: 'Nhiệm vụ này',
    wholePlan: 'Cả kế hoạch',
    scope: 'Quyết định áp dụng cho:',
    choices: 'Lựa chọn',
    fallsOn: (n: number, title: string) =>
      `Quyết định tiếp theo áp dụng cho ${number.format(n)} nhiệm vụ${title ? ` (${title})` : ''}. Nhấn Esc để thu hẹp.`,
    leftOver: (n: number) => `Còn ${number.format(n)} nhiệm vụ chưa quyết định.`,
    allDecided: 'Không còn nhiệm vụ nào phải quyết định. Nhấn "p" để công bố.',
    byProposal: (n: number) => `${number.format(n)} nhiệm vụ theo đề xuất của hệ thống.`,
    nothingYet: 'Chưa có nhiệm vụ nào.',
    willMake: (tracked: number, assignments: number) =>
      `Sẽ theo dõi ${number.format(tracked)} nhiệm vụ, ${number.format(assignments)} lượt giao`,
    saving: 'Đang lưu…',
    saved: 'Đã lưu',
    reloaded:
      'Bản soát xét đã được người khác thay đổi nên vừa được tải lại. Thao tác cuối chưa được ghi, đồng chí xem lại và thực hiện lại nếu cần.',
    chooseOne:
      'Nhiệm vụ có nhiều cơ quan chủ trì: nhấn số để chọn một, hoặc "t" để giao cho từng thành viên.',
    selectFirst: 'Hãy bôi đen đoạn văn bản cần thêm rồi nhấn "a".',
    allNamesKnown: 'Mọi tên cơ quan đều đã có trong danh mục.',
    namesWaiting: (n: number) => `${number.format(n)} tên cơ quan chủ trì chưa có trong danh mục.`,
    didOutcome: (n: number, outcome: string) => `${outcome}: ${number.format(n)} nhiệm vụ.`,
    didChoose: (label: string) => `Đã chọn: ${label}.`,
    didAdd: (section: string) => (section ? `Đã thêm nhiệm vụ vào mục ${section}.` : 'Đã thêm nhiệm vụ.'),
    didDelete: 'Đã xóa nhiệm vụ khỏi bản soát xét.',
    didUndo: 'Đã hoàn tác.',
    didChange: 'Đã ghi thay đổi.',
    didSplit: 'Đã tách thành hai nhiệm vụ.',
    didLead: 'Đã chọn cơ quan chủ trì.',
    didMerge: (n: number) => `Đã gộp ${number.format(n)} nhiệm vụ.`,
    didNames: (added: number, mapped: number) =>
      `Đã thêm ${number.format(added)} cơ quan vào danh mục, xác định ${number.format(mapped)} tên.`,

    keys: {
      next: 'Xuống',
      previous: 'Lên',
      nextUndecided: 'Mục chưa quyết định tiếp theo',
      previousUndecided: 'Mục chưa quyết định trước đó',
      widen: 'Mở rộng',
      widest: 'Mở rộng hết',
      narrow: 'Thu hẹp',
      assign: 'Giao',
      each: 'Từng thành viên',
      orientation: 'Định hướng',
      merge: 'Gộp',
      choose: 'Chọn',
      lead: 'Chủ trì',
      names: 'Xác định tên',
      edit: 'Sửa',
      split: 'Tách',
      add: 'Thêm đoạn đã chọn',
      delete: 'Xóa',
      undo: 'Hoàn tác',
      head: 'Sửa thông tin',
      publish: 'Công bố',
      help: 'Phím tắt',
      nextUnsure: 'Mục cần xem kỹ tiếp theo',
      previousUnsure: 'Mục cần xem kỹ trước đó',
      every: 'Kỳ',
      event: 'Sự kiện',
      completion: 'Hoàn thành khi',
      people: 'Phụ trách',
    },
    keyGroups: {
      move: 'Di chuyển',
      decide: 'Quyết định',
      change: 'Sửa bản soát xét',
      finish: 'Hoàn tất',
      follow: 'Cách theo dõi',
    },
    keyHelp: {
      next: 'Nhiệm vụ sau',
      previous: 'Nhiệm vụ trước',
      nextUndecided: 'Nhiệm vụ chưa quyết định tiếp theo',
      previousUndecided: 'Nhiệm vụ chưa quyết định trước đó',
      widen: 'Mở rộng phạm vi: nhiệm vụ, mục, phần, cả kế hoạch',
      widest: 'Mở rộng phạm vi đến mức rộng nhất',
      narrow: 'Thu hẹp phạm vi',
      assign: 'Giao cho một cơ quan chủ trì',
      each: 'Giao cho từng thành viên của nhóm cơ quan',
      orientation: 'Chuyển thành định hướng, không theo dõi',
      merge: 'Gộp vào một nhiệm vụ khác',
      choose: 'Chọn phương án đánh số đang hiện',
      lead: 'Chọn cơ quan chủ trì từ danh mục',
      names: 'Xác định các tên chưa có trong danh mục, Enter để ghi tất cả',
      edit: 'Sửa nội dung, cơ quan, thời hạn, sản phẩm',
      split: 'Tách thành hai nhiệm vụ',
      add: 'Thêm nhiệm vụ từ đoạn văn bản đang bôi đen',
      delete: 'Xóa nhiệm vụ khỏi bản soát xét',
      undo: 'Hoàn tác thao tác cuối',
      head: 'Sửa số, trích yếu, cơ quan và ngày ban hành',
      publish: 'Công bố kế hoạch, Enter để xác nhận',
      help: 'Bảng phím tắt này',
      nextUnsure: 'Nhiệm vụ cần xem kỹ tiếp theo',
      previousUnsure: 'Nhiệm vụ cần xem kỹ trước đó',
      every: 'Lặp lại theo kỳ: nhiệm vụ, mục hoặc cả kế hoạch',
      event: 'Chờ sự kiện rồi mới tính thời hạn',
      completion: 'Nhiệm vụ giao cho từng thành viên hoàn thành khi nào',
      people: 'Lãnh đạo phụ trách, người theo dõi',
    },
    eitherKey: (one: string, other: string) => `${one} hoặc ${other}`,
    keysOff: 'Phím tắt không có tác dụng khi đang nhập liệu hoặc khi hộp thoại đang mở.',

    editTitle: 'Sửa nhiệm vụ',
    leadHint: 'Gõ để tìm trong danh mục, không cần dấu. Nhấn Enter sau mỗi cơ quan.',
    onePerLine: 'Mỗi sản phẩm một dòng.',
    dueText: 'Thời hạn như văn bản ghi',
    dueKind: 'Loại thời hạn',
    dueFrom: 'Từ ngày',
    dueTo: 'Đến hết ngày',
    dueKinds: {
      none: 'Không nêu thời hạn',
      date: 'Ngày cụ thể',
      month: 'Trong tháng',
      quarter: 'Trong quý',
      year: 'Trong năm',
      years: 'Nhiều năm',
      annual: 'Hằng năm',
      ongoing: 'Thường xuyên, định kỳ',
      conditional: 'Khi có điều kiện',
    },
    saveWithKey: 'Lưu (Ctrl + Enter)',
    splitTitle: 'Tách nhiệm vụ',
    splitHint: 'Đặt con trỏ vào đầu nhiệm vụ thứ hai rồi nhấn Enter.',
    firstPiece: 'Nhiệm vụ thứ nhất',
    secondPiece: 'Nhiệm vụ thứ hai',
    splitHere: 'Tách tại đây',
    leadTitle: 'Chọn cơ quan chủ trì',
    leadOfMany: (n: number) => `Chọn cơ quan chủ trì cho ${number.format(n)} nhiệm vụ`,
    mergeTitle: (n: number) => (n > 1 ? `Gộp ${number.format(n)} nhiệm vụ vào` : 'Gộp nhiệm vụ này vào'),
    noAgencyFound: 'Không tìm thấy cơ quan nào như vậy trong danh mục. Hãy thử gõ ít chữ hơn.',
    noItemFound: 'Không tìm thấy nhiệm vụ nào như vậy. Hãy thử gõ ít chữ hơn.',

    headTitle: 'Thông tin văn bản',
    number: 'Số, ký hiệu',
    title: 'Trích yếu',
    issuer: 'Cơ quan ban hành',
    date: 'Ngày ban hành',
    dateHint: 'Ví dụ 04/05/2026; thiếu ngày thì ghi 05/2026 hoặc 2026.',
    dateWrong: 'Ngày này không có trong lịch. Hãy ghi dạng 04/05/2026, 05/2026 hoặc 2026.',

    namesTitle: 'Tên cơ quan chưa có trong danh mục',
    namesExplain:
      'Mỗi tên được xác định một lần cho mọi chỗ trong kế hoạch. Đồng chí xem đề xuất, đổi nếu cần rồi nhấn Enter.',
    unmatchedLeads: 'Cơ quan chủ trì',
    unmatchedCoordinating: 'Cơ quan phối hợp (để nguyên vẫn công bố được)',
    times: (n: number) => `${number.format(n)} chỗ`,
    meaningOf: (name: string) => `"${name}" là`,
    addToDirectory: (kind: string) => `Thêm vào danh mục (${kind})`,
    leaveName: 'Để lại, xử lý sau',
    settleNames: (added: number, mapped: number) =>
      added && mapped
        ? `Thêm ${number.format(added)} cơ quan, xác định ${number.format(mapped)} tên`
        : added
          ? `Thêm ${number.format(added)} cơ quan`
          : mapped
            ? `Xác định ${number.format(mapped)} tên`
            : 'Chưa chọn tên nào',

    publishTitle: 'Công bố kế hoạch',
    overseer: 'Cơ quan theo dõi kế hoạch',
    overseerHint: 'Nhận báo cáo và xác nhận kết quả. Gõ để tìm, không cần dấu.',
    missing: 'Chưa công bố được vì còn thiếu',
    publishNow: 'Công bố',

    noIndicators: 'Văn bản này không có chỉ tiêu nào đọc được.',
    noReporting: 'Văn bản này không có chế độ báo cáo nào đọc được.',
    noReferences: 'Văn bản này không viện dẫn văn bản nào có số, ký hiệu.',
    noFindings: 'Không phát hiện lỗi nào trong văn bản.',
    noUnread: 'Mọi dòng của văn bản đều đã được dùng.',
    unreadExplain: 'Các dòng sau chưa trở thành nội dung nào. Nếu có dòng nêu nhiệm vụ, bấm "Thêm" bên cạnh.',
    makeTask: 'Thêm',
    makeTaskOf: (text: string) => `Thêm thành nhiệm vụ: ${text}`,
    everyYear: 'hằng năm',
    notNamed: 'không nêu',
    frequencies: {
      annual: 'Hằng năm',
      semiannual: '6 tháng một lần',
      quarterly: 'Hằng quý',
      monthly: 'Hằng tháng',
      weekly: 'Hằng tuần',
      periodic: 'Định kỳ',
      adhoc: 'Đột xuất, khi có yêu cầu',
    },
    relations: { implements: 'Triển khai văn bản này', basis: 'Căn cứ', cites: 'Viện dẫn' },
    severities: { error: 'Lỗi', minor: 'Nên xem lại' },

    stillDraft: 'Kế hoạch này đang được soát xét, chưa công bố nên chưa có việc nào được giao.',
    openReview: 'Mở bản soát xét',
    doneOf: (done: number, all: number) =>
      `Hoàn thành ${number.format(done)}/${number.format(all)} lượt giao`,
    openWork: (isDone: boolean): string => (isDone ? 'Đã hoàn thành, xem việc' : 'Đang thực hiện, xem việc'),
    seeSource: 'Xem trong văn bản',
    seeSourceOf: (n: number) => `Xem trong văn bản: nhiệm vụ số ${number.format(n)}`,
  },

  dashboard: {
    title: 'Toàn cảnh',
    counted: (day: string) => `Số liệu tính đến ngày ${day}.`,
    clickable: 'Bấm vào con số để xem danh sách.',
    empty:
      'Chưa có lượt giao nào. Số liệu xuất hiện ở đây sau khi một kế hoạch được công bố ở trang Kế hoạch.',
    emptyFilter: 'Không có lượt giao nào theo điều kiện đang lọc.',
    blockers: 'Nơi đang vướng mắc',
    mostOverdue: 'Quá hạn lâu nhất',
    waitingConfirm: 'Chờ cơ quan theo dõi xác nhận',
    waitingApprove: 'Chờ thủ trưởng đơn vị duyệt',
    nothingOverdue: 'Không có lượt giao nào quá hạn.',
    nothingWaiting: 'Không có lượt giao nào đang chờ.',
    seeAll: (n: number) => `Xem cả ${number.format(n)} lượt giao`,
    matrixOf: (unit: string) => `Kết quả theo thời hạn, đếm theo ${unit}`,
    inTime: 'Đúng hạn, trong hạn',
    late: 'Quá hạn',
    total: 'Cộng',
    done: 'Đã hoàn thành',
    notDone: 'Chưa hoàn thành',
    ofWhichUndated: 'trong đó không có thời hạn',
    ofAssigned: 'Đã hoàn thành trên tổng số đã giao',
    ofAnswerable: 'Đã hoàn thành trên số phải hoàn thành đến nay (đã hoàn thành + quá hạn)',
    noRatio: 'Chưa tính được vì mẫu số bằng 0',
    byAgency: 'Theo cơ quan',
    byPlan: 'Theo kế hoạch',
    assigned: 'Đã giao',
    share: 'Hoàn thành / đã giao',
    bar: 'Cơ cấu',
    parts: {
      'done-on-time': 'Hoàn thành đúng hạn',
      'done-late': 'Hoàn thành quá hạn',
      within: 'Chưa hoàn thành, trong hạn',
      overdue: 'Chưa hoàn thành, quá hạn',
    },
    allRows: (n: number) => `Xem cả ${number.format(n)} dòng`,
    assignments: (n: number) => `${number.format(n)} lượt giao`,
    onlyThis: (name: string) => `Chỉ xem ${name}`,
  },

  document: {
    kinds: {
      picture: 'tệp ảnh',
      program: 'tệp chương trình',
      rtf: 'tệp RTF',
      rar: 'tệp nén RAR',
      sevenZip: 'tệp nén 7z',
      zip: 'tệp nén',
      slides: 'tệp trình chiếu',
      openDocument: 'tệp OpenDocument',
      mail: 'thư điện tử (.msg)',
      oldOffice: 'tệp Office phiên bản cũ',
    },
    notRead: (kind: string, cure: string) => `Hệ thống chưa đọc được ${kind}. ${cure}`,
    empty: 'Tệp không có nội dung. Hãy kiểm tra và nạp lại tệp có văn bản.',
    tooLong:
      'Văn bản dài hơn 5 triệu ký tự, vượt xa một kế hoạch. Hãy tách phần có nhiệm vụ ra tệp riêng rồi nạp lại.',
    encrypted: 'Tệp được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu, lưu lại rồi nạp lại.',
    notWord: (extension: string) =>
      `Tệp mang đuôi .${extension} nhưng không phải tệp Word hoặc đã hỏng. Hãy mở bằng Word, lưu lại dạng .docx rồi nạp lại.`,
    brokenWord:
      'Nội dung tệp Word bị hỏng nên không đọc được. Hãy mở bằng Word, lưu lại dạng .docx rồi nạp lại.',
    broken:
      'Tệp bị hỏng hoặc tải lên chưa trọn vẹn nên không mở được. Hãy mở bằng Word, lưu lại dạng .docx rồi nạp lại.',
    bomb: 'Sau khi giải nén, tệp quá lớn so với một văn bản nên không được mở. Hãy kiểm tra lại tệp và lưu lại dạng .docx.',
    binary:
      'Hệ thống không nhận ra loại tệp này, hoặc tệp đã hỏng. Hãy mở tệp bằng Word, lưu lại dạng .docx rồi nạp lại.',
    secret: (mark: string) =>
      `Văn bản mang dấu độ mật "${mark}" nên không được đưa vào hệ thống này và không có gì được lưu lại. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    comments: (n: number) =>
      `Văn bản có ${number.format(n)} ghi chú bên lề (comment), phần này không được đọc.`,
    embedded: (n: number) =>
      `Văn bản có ${number.format(n)} phần nhúng từ tệp khác, phần này không được đọc. Nếu có nhiệm vụ ở đó, hãy nạp riêng tệp ấy.`,
    onlyPictures:
      'Tệp Word chỉ có ảnh chụp trang, không có chữ. Hãy xuất tệp thành PDF rồi nạp lại để hệ thống nhận dạng chữ.',
    oldExcel:
      'Hệ thống chưa đọc được bảng tính Excel kiểu cũ (.xls, .xlsb). Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
    brokenExcel:
      'Nội dung bảng tính bị hỏng nên không đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
    sheetTooLarge:
      'Bảng tính lớn hơn 30 trang tính hoặc 5.000 hàng, vượt xa một kế hoạch. Hãy tách phần có nhiệm vụ ra tệp riêng rồi nạp lại.',
    hiddenSheets: (n: number) => `Bảng tính có ${number.format(n)} trang tính ẩn, phần này không được đọc.`,
    hiddenRows: (n: number) =>
      `Bảng tính có ${number.format(n)} hàng ẩn, phần này không được đọc. Nếu cần, hãy bỏ ẩn hoặc bỏ lọc rồi nạp lại.`,
    emptyFormulas: (n: number) =>
      `Bảng tính có ${number.format(n)} ô công thức chưa có kết quả, để trống khi đọc. Hãy mở bằng Excel rồi lưu lại để có đủ số liệu.`,
    oldWord:
      'Tệp Word kiểu cũ (.doc): số thứ tự tự động và ô gộp trong bảng không đọc được. Nếu có thể, hãy lưu lại dạng .docx rồi nạp lại để đọc đủ.',
    brokenOldWord:
      'Tệp .doc bị hỏng hoặc quá phức tạp nên không đọc được. Hãy mở bằng Word, lưu lại dạng .docx rồi nạp lại.',
    converted: (encoding: string) =>
      `Văn bản dùng bảng mã ${encoding}, đã được chuyển sang Unicode. Hãy đối chiếu với bản gốc.`,
    setAside: (n: number) =>
      `${number.format(n)} dòng thuộc phần khung của trang web (trình đơn, liên kết, bình luận) được để riêng, không đọc.`,
    brokenPdf:
      'Tệp PDF bị hỏng hoặc không có trang nào nên không mở được. Hãy xuất lại tệp PDF từ văn bản gốc, hoặc nạp tệp .docx.',
    encryptedPdf:
      'Tệp PDF được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu, lưu lại tệp PDF rồi nạp lại.',
    heavyPdf:
      'Tệp PDF quá lớn hoặc quá phức tạp so với một văn bản nên không được mở. Hãy xuất lại tệp PDF từ văn bản gốc, hoặc nạp tệp .docx.',
    scanned: (pages: string) =>
      `Trang ${pages} được nhận dạng từ ảnh chụp, chữ và số có thể sai. Đồng chí đối chiếu với bản giấy trước khi duyệt.`,
    scanRepaired: (n: number, examples: string) =>
      `Máy đã sửa ${number.format(n)} chỗ nhận dạng sai (${examples}). Đồng chí kiểm tra lại.`,
    scanLost: (pages: string) =>
      `Không nhận dạng được trang ${pages}. Đồng chí nhập phần này từ bản giấy hoặc quét lại trang.`,
    scanFailed:
      'Không nhận dạng được chữ trong tệp ảnh chụp. Hãy quét lại rõ hơn (200–300 dpi), hoặc nạp tệp .docx của văn bản.',
    scanTooLong: (pages: number, most: number) =>
      `Tệp có ${number.format(pages)} trang ảnh chụp, nhiều hơn ${number.format(most)} trang nhận dạng được một lần. Hãy tách phần có nhiệm vụ ra tệp riêng rồi nạp lại.`,
    cures: {
      picture: 'Hãy lưu ảnh thành tệp PDF rồi nạp lại để hệ thống nhận dạng chữ, hoặc nạp tệp .docx.',
      program: 'Hãy nạp kế hoạch ở dạng .docx hoặc PDF.',
      rtf: 'Hãy mở bằng Word, lưu lại dạng .docx rồi nạp lại.',
      rar: 'Hãy giải nén rồi nạp từng tệp bên trong.',
      sevenZip: 'Hãy giải nén rồi nạp từng tệp bên trong.',
      zip: 'Hãy giải nén rồi nạp từng tệp bên trong.',
      slides: 'Hãy xuất tệp thành PDF rồi nạp lại.',
      openDocument: 'Hãy mở bằng Word hoặc LibreOffice, lưu lại dạng .docx hoặc .xlsx rồi nạp lại.',
      mail: 'Hãy lưu tệp đính kèm về máy rồi nạp tệp ấy.',
      oldOffice: 'Hãy mở bằng phần mềm đã soạn tệp, lưu lại dạng .docx hoặc PDF rồi nạp lại.',
    },
  },

  findings: {
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
  },

  reading: {
    rules: {
      heading: 'Đề mục của văn bản',
      reference: 'Số, ký hiệu của văn bản được viện dẫn',
      figure: 'Con số kèm đơn vị tính trong câu',
      report: 'Câu quy định việc báo cáo',
      named: 'Câu nêu rõ cơ quan thực hiện',
      ordered: 'Tên cơ quan đứng sau chữ "giao"',
      opening: 'Tên cơ quan đứng sau cụm từ mở đầu câu',
      brackets: 'Tên cơ quan ghi trong ngoặc ở cuối câu',
      line: 'Tên cơ quan ghi ở dòng riêng có nhãn',
      row: 'Một dòng của bảng',
      above: 'Tên cơ quan lấy từ đề mục hoặc câu dẫn phía trên',
      unnamed: 'Câu nêu việc phải làm, không nêu cơ quan',
    },
    doubts: {
      scanned: 'Chữ được nhận dạng từ ảnh. Hãy đối chiếu với bản giấy, nhất là số, ngày và tên cơ quan.',
      statement:
        'Câu này có thể chỉ nhận định, không giao việc. Nếu đúng vậy thì chuyển thành định hướng hoặc xóa.',
      introduction: 'Câu này có thể chỉ dẫn vào các việc bên dưới. Nếu đúng vậy thì xóa hoặc gộp.',
      secondBearer:
        'Trong câu còn một cơ quan khác có việc riêng. Hãy xem có cần tách thành hai nhiệm vụ không.',
      oddName: 'Tên cơ quan đọc được có thể thừa hoặc thiếu chữ. Hãy kiểm tra phần chủ trì và phối hợp.',
      product: 'Sản phẩm có thể chỉ được nhắc đến, không phải kết quả phải nộp. Hãy kiểm tra phần sản phẩm.',
      time: 'Câu có mốc thời gian chưa đọc được hoặc có nhiều mốc. Hãy kiểm tra thời hạn.',
      period: 'Chỉ tiêu không nêu rõ năm hoặc giai đoạn. Hãy kiểm tra mốc đạt chỉ tiêu.',
      sense: 'Câu nói "từ", "đến", "giảm" hoặc "còn". Hãy kiểm tra con số là mức phải đạt hay mức thay đổi.',
      addressee: 'Không rõ báo cáo gửi cơ quan nào. Hãy kiểm tra nơi nhận báo cáo.',
      twoDates: 'Câu nêu nhiều ngày. Hãy kiểm tra ngày nào là hạn báo cáo.',
      label:
        'Số thứ tự của đề mục không rõ, hoặc đề mục dài như một đoạn văn. Hãy kiểm tra mục này thuộc phần nào.',
    },
    unsure: 'Cần xem kỹ',
    reasons: 'Vì sao cần xem kỹ',
    readBy: 'Cách đọc',
    unsureTasks: (n: number) => `Mục cần xem kỹ (${number.format(n)})`,
    unsureHere: (n: number, all: number) =>
      `${number.format(n)}/${number.format(all)} mục dưới đây cần xem kỹ.`,
    allSure: 'Không còn nhiệm vụ nào cần xem kỹ.',
    publishUnsure: (n: number) =>
      `${number.format(n)} nhiệm vụ còn dấu "cần xem kỹ". Vẫn công bố được, nhưng đồng chí nên xem lại trước.`,
    fromPicture: 'Nhận dạng từ ảnh',
    pageFromPicture: (page: number) => `Trang ${page}, nhận dạng từ ảnh`,
    accepted:
      'Đọc được tệp Word (.docx, .doc), PDF, Excel (.xlsx), trang web (.html) và văn bản (.txt, .md), tối đa 50 MB. Bản quét (PDF từ ảnh) được nhận dạng chữ, mất vài giây mỗi trang; chữ nhận dạng được đánh dấu để đối chiếu với bản giấy.',
    atPage: (page: number, of: number) => `Đang nhận dạng trang ${number.format(page)}/${number.format(of)}`,
    ofFile: (name: string) => `Tiến độ đọc "${name}"`,
    inQueue: 'Đang chờ đến lượt, trước đó còn tệp khác đang được đọc.',
    mayLeave:
      'Đồng chí có thể rời trang này. Đọc xong, bản soát xét nằm trong danh sách kế hoạch. Muốn thôi thì bấm "Dừng đọc".',
    stop: 'Dừng đọc',
    stopOf: (name: string) => `Dừng đọc "${name}"`,
    didStop: (name: string) => `Đã dừng đọc "${name}". Không có gì được lưu lại.`,
    ended: (name: string) => `Đã đọc xong "${name}".`,
    refused: (name: string) => `Không đọc được "${name}"`,
    open: 'Mở bản soát xét',
    dismiss: 'Đóng thông báo',
    cancelled: 'Việc đọc tệp đã dừng theo yêu cầu. Không có gì được lưu lại.',
    missing: 'Không có tệp nào đang được đọc theo yêu cầu này, hoặc tệp đã đọc xong.',
    busy: 'Máy chủ đang đọc nhiều tệp lớn cùng lúc. Đồng chí vui lòng nạp lại tệp sau ít phút.',
    stopped: 'Máy chủ vừa dừng khi chưa đọc xong tệp. Không có gì được lưu lại. Hãy nạp lại tệp.',
    tooLong:
      'Đọc tệp mất quá nhiều thời gian nên đã dừng. Không có gì được lưu lại. Hãy tách tệp thành các phần ngắn hơn rồi nạp lại.',
    memory:
      'Tệp cần quá nhiều bộ nhớ để đọc nên đã dừng. Không có gì được lưu lại. Hãy tách tệp thành các phần ngắn hơn rồi nạp lại.',
    crashed:
      'Việc đọc tệp bị ngắt giữa chừng, có thể do tệp bị hỏng. Không có gì được lưu lại. Hãy lưu lại tệp ở dạng .docx hoặc dán nội dung văn bản.',
    oneAtATime:
      'Mỗi lần chỉ nạp một tệp, không nạp cả thư mục. Các tệp vừa thả chưa được nạp; đồng chí thả lại từng tệp.',
    notices: (n: number) => `Lưu ý khi đọc tệp (${number.format(n)})`,
  },

  itemPage: {
    notYours: {
      overseer: 'Việc này do cơ quan theo dõi kế hoạch thực hiện.',
      lead: 'Việc này do cơ quan chủ trì nhiệm vụ hoặc cơ quan theo dõi kế hoạch thực hiện.',
    },
    shareMissing: 'Hãy ghi tỷ lệ phải hoàn thành, từ 1 đến 100%.',
    wordReason: 'Hãy ghi căn cứ kết luận.',
    dutyMissing: 'Hãy ghi phần việc cơ quan phối hợp phải làm.',
    personUnknown: 'Người được chọn không còn làm việc. Đồng chí chọn lại trong danh sách.',
    agencyUnknown: 'Có cơ quan không còn trong danh bạ. Đồng chí tải lại trang rồi chọn lại.',
    leadsItself: (agency: string) => `${agency} đang chủ trì nhiệm vụ này nên không giao việc phối hợp.`,
    partThere: (agency: string) =>
      `${agency} đã có việc phối hợp của nhiệm vụ này. Hãy mở việc đó để gia hạn hoặc trao đổi thêm.`,
    duePast: 'Thời hạn của việc phối hợp phải từ hôm nay trở đi.',
    eventAhead: 'Sự kiện chưa diễn ra thì chưa ghi được. Ngày của sự kiện không thể sau hôm nay.',
    dueBeforeEvent: 'Thời hạn không thể trước ngày của sự kiện.',
    noEvent: 'Nhiệm vụ này không chờ sự kiện nào.',
    noWord: 'Nhiệm vụ này hoàn thành theo các lượt giao, không theo kết luận của cơ quan theo dõi.',
    eventText: (on: string, text: string) => `Sự kiện ngày ${printDay(on)}${text ? `: ${text}` : ''}`,
    title: (section: string) => `Nhiệm vụ, mục ${section}`,
    states: { open: 'Chưa hoàn thành', done: 'Đã hoàn thành', closed: 'Đã đóng' },
    facts: 'Thông tin nhiệm vụ',
    lead: 'Chủ trì',
    each: 'Từng cơ quan trong nhóm',
    due: 'Thời hạn',
    noDue: 'Không có thời hạn',
    doneOn: (day: string) => `Hoàn thành ngày ${printDay(day)}`,
    every: {
      month: 'Mỗi tháng một lượt',
      quarter: 'Mỗi quý một lượt',
      half: 'Mỗi sáu tháng một lượt',
      year: 'Mỗi năm một lượt',
    },
    leader: 'Lãnh đạo phụ trách',
    follower: 'Người theo dõi',
    nobody: 'Chưa có',
    choosePeople: 'Đổi người phụ trách',
    completionLabel: 'Nhiệm vụ hoàn thành khi',
    completions: {
      all: 'tất cả cơ quan hoàn thành',
      share: (n: number) => `${number.format(n)}% cơ quan hoàn thành`,
      word: 'cơ quan theo dõi kết luận',
    },
    shareOption: 'một tỷ lệ cơ quan hoàn thành',
    shareLabel: 'Tỷ lệ phải hoàn thành (%)',
    changeCompletion: 'Đổi cách tính',
    wordSaid: (by: string, on: string) => `${by} kết luận hoàn thành ngày ${printDay(on)}`,
    sayWord: 'Kết luận hoàn thành',
    takeBackWord: 'Rút kết luận',
    wordText: 'Căn cứ kết luận',
    eventLabel: 'Chờ sự kiện',
    eventOn: (day: string) => `Đã diễn ra ngày ${printDay(day)}`,
    eventOpen: 'Chưa ghi nhận. Thời hạn bắt đầu tính khi ghi nhận sự kiện.',
    recordEvent: 'Ghi nhận sự kiện',
    eventDay: 'Ngày của sự kiện',
    eventDue: 'Thời hạn sau sự kiện (để trống nếu không có)',
    eventNote: 'Văn bản hoặc ghi chú',
    leading: (done: number, all: number) =>
      `Lượt giao chủ trì: ${number.format(done)}/${number.format(all)} đã hoàn thành`,
    helping: (done: number, all: number) =>
      `Việc phối hợp: ${number.format(done)}/${number.format(all)} đã hoàn thành`,
    noHelping: 'Chưa có việc phối hợp nào. Cơ quan chủ trì hoặc cơ quan theo dõi giao tại đây.',
    addSubDuty: 'Giao việc phối hợp',
    subDutyAgencies: 'Cơ quan phối hợp',
    subDutyText: 'Phần việc',
    subDutyDue: 'Thời hạn',
    notTracked: 'Mục này không được giao theo dõi nên không có lượt giao.',
    formerly: (name: string) => `trước đây giao ${name}`,
    filter: 'Lọc theo tên cơ quan',
    back: 'Về kế hoạch',
    statusShare: (name: string, n: number, all: number) =>
      `${name}: ${number.format(n)}/${number.format(all)} lượt giao`,
  },

  succession: {
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
    pendingExplain:
      'Mỗi cơ quan quyết định một lần cho toàn bộ việc còn mở; việc đã xong giữ tên cơ quan cũ.',
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
        | 'accounts',
        number
      >,
    ) =>
      n.transferred + n.given + n.overseen + n.coordinated + n.seats + n.difficulties + n.accounts === 0
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
  },

  follow: {
    titles: {
      every: 'Việc lặp lại theo kỳ',
      event: 'Việc chờ sự kiện',
      completion: 'Khi nào nhiệm vụ hoàn thành',
      people: 'Người phụ trách',
    },
    everyLabel: 'Mở lượt báo cáo',
    everyFact: 'Theo kỳ',
    everyChoices: {
      period: 'Theo kỳ báo cáo của kế hoạch',
      month: 'Hằng tháng',
      quarter: 'Hằng quý',
      half: '6 tháng một lần',
      year: 'Hằng năm',
      once: 'Không lặp lại, làm một lần',
    },
    eventLabel: 'Thời hạn chỉ tính từ khi',
    eventHint: 'Ví dụ: sau khi Nghị quyết được ban hành. Để trống nếu không chờ sự kiện nào.',
    peopleHint: 'Để trống thì theo người phụ trách của cả kế hoạch, chọn khi công bố.',
    noPerson: 'Không tìm thấy người này trong danh sách tài khoản đang hoạt động.',
    apply: (n: number) => `Áp dụng cho ${number.format(n)} nhiệm vụ`,
    concerned: {
      every: (n: number) => `${number.format(n)} nhiệm vụ chưa có thời hạn`,
      event: (n: number) => `${number.format(n)} nhiệm vụ khi có điều kiện`,
      completion: (n: number) => `${number.format(n)} nhiệm vụ giao cho từng thành viên`,
      people: (n: number) => `${number.format(n)} nhiệm vụ được theo dõi`,
    },
    did: {
      every: (n: number) => `Đã chọn kỳ cho ${number.format(n)} nhiệm vụ.`,
      event: (n: number) => `Đã ghi sự kiện cho ${number.format(n)} nhiệm vụ.`,
      completion: (n: number) => `Đã chọn điều kiện hoàn thành cho ${number.format(n)} nhiệm vụ.`,
      people: (n: number) => `Đã chọn người phụ trách cho ${number.format(n)} nhiệm vụ.`,
    },
    notCollective: 'Chỉ nhiệm vụ giao cho từng thành viên mới cần chọn khi nào hoàn thành.',
    notFollowed: 'Nhiệm vụ này là định hướng hoặc đã gộp nên không được theo dõi.',
    parts: 'Giao việc phối hợp có thời hạn cho các cơ quan phối hợp',
    partsHint: 'Mỗi cơ quan phối hợp của nhiệm vụ có thời hạn nhận một việc của riêng mình.',
    partDays: 'Xong trước chủ trì (ngày)',
    everyOfPlan: 'Kỳ báo cáo của kế hoạch',
    reportDays: 'Nộp sau khi hết kỳ (ngày)',
    makesTitle: 'Công bố sẽ tạo ra',
    makes: {
      tracked: (all: number) => `nhiệm vụ được theo dõi, trong ${number.format(all)} nhiệm vụ của văn bản`,
      assignments: 'lượt giao chủ trì (nhiệm vụ × cơ quan)',
      parts: 'việc phối hợp',
      periodic: 'nhiệm vụ lặp lại theo kỳ',
      waiting: 'nhiệm vụ chờ sự kiện',
      undated: 'nhiệm vụ không có thời hạn',
    },
    proposed: (n: number) =>
      `${number.format(n)} nhiệm vụ theo kỳ hoặc chờ sự kiện là đề xuất từ cách ghi thời hạn ("hằng năm", "thường xuyên", "sau khi có…"). Đổi bằng phím r hoặc b ở bản soát xét.`,
  },

  addition: {
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
    named: (number: string, issued: string | null) =>
      issued ? `${number} ngày ${printDay(issued)}` : number,
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
  },

  correction: {
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
  },

  daysOff: {
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
  },

  difficulty: {
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
      raised:
        'Cơ quan đầu mối xem xét: gộp các khó khăn trùng nhau, cho ý kiến, rồi chuyển nơi có thẩm quyền.',
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
  },

  waiting: {
    title: 'Điểm nghẽn',
    explain:
      'Việc nào đang chờ ai, từ bao giờ, chỉ theo những gì đã ghi trong hệ thống: báo cáo chờ duyệt, kết quả chờ xác nhận, xin gia hạn, phần phối hợp chưa xong, vướng mắc chưa giải quyết, sự kiện chưa ghi nhận, nhiệm vụ phải xong trước.',
    view: 'Xem',
    views: { all: 'Toàn tỉnh', own: 'Đơn vị tôi đang chờ', at: 'Đang chờ đơn vị tôi' },
    counted: (waiting: string, today: string) =>
      `${waiting}, tính đến ${today}. Mỗi lượt giao chỉ đếm một lần.`,
    waiters: (assignments: number, items: number) =>
      `${number.format(assignments)} lượt giao của ${number.format(items)} nhiệm vụ đang chờ`,
    waitingItems: (items: number) => `${number.format(items)} nhiệm vụ đang chờ`,
    longest: (days: number) => (days === 0 ? 'từ hôm nay' : `lâu nhất ${number.format(days)} ngày`),
    days: (days: number) => (days === 0 ? 'từ hôm nay' : `${number.format(days)} ngày`),
    since: (day: string, working: number) => `từ ${day}, ${number.format(working)} ngày làm việc`,
    sinceDays: (day: string, days: number) =>
      days === 0 ? 'Chờ từ hôm nay' : `Chờ từ ${day}, ${number.format(days)} ngày`,
    reasons: {
      approve: 'Chờ duyệt báo cáo',
      confirm: 'Chờ xác nhận kết quả',
      extension: 'Chờ trả lời xin gia hạn',
      part: 'Chờ phần phối hợp',
      event: 'Chờ sự kiện',
      record: 'Chờ ghi nhận sự kiện',
      difficulty: 'Có vướng mắc',
      answer: 'Chờ giải quyết vướng mắc',
      prerequisite: 'Chờ nhiệm vụ phải xong trước',
      result: 'Chờ kết quả thực hiện',
      word: 'Chờ kết luận hoàn thành',
      do: 'Chưa làm xong',
    },
    shortReasons: {
      approve: 'duyệt',
      confirm: 'xác nhận',
      extension: 'gia hạn',
      part: 'phối hợp',
      event: 'sự kiện',
      record: 'ghi nhận',
      difficulty: 'vướng mắc',
      answer: 'giải quyết',
      prerequisite: 'xong trước',
      result: 'kết quả',
      word: 'kết luận',
    },
    kinds: {
      item: 'Nhiệm vụ',
      event: 'Sự kiện chưa ghi nhận',
      difficulty: 'Vướng mắc',
    },
    noOverseer: (plan: string) => `Kế hoạch chưa có cơ quan theo dõi: ${plan}`,
    nobody: 'Chưa rõ ai xử lý',
    reasonCount: (reason: string, n: number) => `${reason}: ${number.format(n)}`,
    holdFor: (reason: string, days: number, working: number, since: string) =>
      days === 0
        ? `${reason} từ hôm nay`
        : `${reason} ${number.format(days)} ngày (${number.format(working)} ngày làm việc, từ ${since})`,
    late: (n: number) => `${number.format(n)} việc quá hạn`,
    due: (day: string) => `hạn ${day}`,
    overdue: (day: string, days: number) => `hạn ${day}, quá hạn ${number.format(days)} ngày`,
    part: (label: string) => `Phần phối hợp: ${label}`,
    lies: (agency: string, reason: string) => `${agency}: ${reason}`,
    waitsFor: 'chờ',
    chain: (n: number) => `Chuỗi chờ dài nhất: ${number.format(n)} việc`,
    chainMore: (n: number) => `${number.format(n)} bước chờ trước đó`,
    open: 'Mở',
    openOf: (name: string) => `Mở: ${name}`,
    allHolds: (n: number) => `Xem cả ${number.format(n)} việc`,
    ranked: 'Ai, việc gì đang giữ nhiều việc nhất',
    rankedBy: 'Xếp theo',
    byAgency: 'Theo cơ quan',
    byThing: 'Theo từng việc',
    asPicture: 'Sơ đồ',
    onlyCircles: 'Không cơ quan nào đang giữ riêng việc gì; các việc đang chờ lẫn nhau được nêu ở trên.',
    holdsAt: (agency: string) => `Đang nằm tại ${agency}`,
    nothingAt: (agency: string) => `Không có việc nào đang chờ ${agency}.`,
    onlyAt: (agency: string) => `Chỉ xem những gì đang nằm tại ${agency}.`,
    onlyItem: (item: string) => `Chỉ xem nhiệm vụ: ${item}`,
    clear: 'Bỏ lọc',
    empty:
      'Không có việc nào đang chờ. Khi một báo cáo chờ duyệt, một phần phối hợp chưa xong hay một vướng mắc chưa được giải quyết, việc đó hiện ở đây, kèm tên người đang giữ.',
    emptyFilter: 'Trong phạm vi này không có việc nào đang chờ. Hãy chọn cơ quan hoặc kế hoạch khác để xem.',
    nothing: 'Không có việc nào đang chờ.',
    notWhole:
      'Có quá nhiều việc đang chờ nên chỉ tính một phần. Hãy lọc theo cơ quan hoặc kế hoạch để xem đầy đủ hơn.',
    circles: (n: number) => `Chờ lẫn nhau: ${number.format(n)} vòng`,
    circlesExplain:
      'Những việc này chờ nhau theo vòng tròn, không ai ở ngoài gỡ được. Hãy gỡ một điều kiện trong vòng, hoặc cho một việc làm trước.',
    circleSince: (day: string, days: number) =>
      days === 0 ? 'Khép vòng từ hôm nay' : `Khép vòng từ ${day}, ${number.format(days)} ngày`,
    wayMore: (n: number) => `… và ${number.format(n)} bước nữa`,
    backToFirst: '↺ và việc cuối lại chờ việc đầu.',
    members: (n: number) => `Trong vòng có ${number.format(n)} việc chờ lẫn nhau.`,
    wholeWay: (n: number) => `Xem cả chuỗi: ${number.format(n)} bước chờ`,
    closesCircle: 'Đã ghi. Điều kiện này khép một vòng chờ lẫn nhau',
    picture: 'Sơ đồ chờ',
    inWords: 'Đọc sơ đồ bằng chữ',
    folds: {
      things: 'Mỗi ô là một việc hoặc một cơ quan; mũi tên chỉ từ việc đang chờ đến nơi nó chờ.',
      groups: 'Những lượt giao của một cơ quan cùng chờ một việc được gộp vào một ô.',
      agencies:
        'Mỗi ô là một cơ quan cùng mọi việc đang nằm tại đó; trên mũi tên là số việc đang chờ và số ngày chờ lâu nhất. Hai mũi tên ngược chiều không phải là vòng chờ lẫn nhau. Bấm vào ô để xem từng việc.',
    },
    linesLeft: (n: number) => `Còn ${number.format(n)} mũi tên nhỏ hơn không vẽ, xem ở phần chữ bên dưới.`,
    legend: 'Khung đậm, "gốc": không chờ ai. Khung đứt, "chờ lẫn nhau": nằm trong một vòng chờ.',
    root: 'gốc',
    inCircle: '⟳ chờ lẫn nhau',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    zoomFit: 'Vừa khung',
    moreAgencies: (n: number) => `+${number.format(n)} cơ quan khác`,
    together: (n: number) => `${number.format(n)} lượt giao cùng chờ`,
    ownWaiting: (n: number) => `${number.format(n)} lượt giao đang chờ`,
    lineLabel: (reasons: string, days: number) =>
      days === 0 ? `${reasons}, hôm nay` : `${reasons}, ${number.format(days)} ngày`,
    lineCount: (n: number, days: number) =>
      days === 0 ? `${number.format(n)} việc` : `${number.format(n)} việc, ${number.format(days)} ngày`,
    wordsOfLine: (from: string, to: string, why: string) => `${from} → ${to} (${why})`,
    seeAll: (n: number) => `Xem cả ${number.format(n)} điểm nghẽn`,
    waitsForAgency: 'Đang chờ cơ quan này',
    agencyWaits: 'Cơ quan này đang chờ',
    strip: 'Đang chờ',
    endsWith: 'Gốc:',
    waitedBy: 'Đang chờ việc này',
    before: 'Phải xong trước',
    beforeEmpty: 'Chưa ghi nhiệm vụ nào phải xong trước nhiệm vụ này.',
    requiredBy: 'Các nhiệm vụ đang chờ nhiệm vụ này',
    requiredState: { done: 'Đã hoàn thành, không còn phải chờ', closed: 'Đã đóng, không còn phải chờ' },
    saidBy: (name: string, reason: string) => `${name}: ${reason}`,
    add: 'Ghi nhiệm vụ phải xong trước',
    addTitle: 'Nhiệm vụ này phải chờ nhiệm vụ nào xong trước?',
    findItem: 'Tìm nhiệm vụ (có dấu hoặc không dấu)',
    chooseItem: 'Chọn nhiệm vụ phải xong trước',
    foundNothing: 'Không có nhiệm vụ đang mở nào khớp với từ tìm. Hãy thử từ khác.',
    addReason: 'Vì sao phải chờ',
    remove: 'Gỡ',
    removeOf: (label: string) => `Gỡ: ${label}`,
    removeTitle: 'Gỡ điều kiện phải xong trước',
    removeReason: 'Vì sao không còn phải chờ',
    reasonForm: 'Hãy ghi lý do, từ 3 đến 1.000 ký tự.',
    notYours:
      'Chỉ đầu mối, thủ trưởng hoặc quản trị của cơ quan theo dõi kế hoạch và thủ trưởng cơ quan chủ trì nhiệm vụ mới được ghi, gỡ việc phải xong trước.',
    faults: {
      itself: 'Một nhiệm vụ không thể chờ chính nó. Hãy chọn nhiệm vụ khác.',
      untracked:
        'Nhiệm vụ định hướng hoặc đã gộp không được theo dõi nên không có việc phải xong trước. Hãy chọn nhiệm vụ được theo dõi.',
      unknown: 'Không tìm thấy nhiệm vụ được chọn. Hãy tìm lại và chọn trong danh sách.',
      known: 'Điều kiện này đã được ghi từ trước. Hãy tải lại trang để xem.',
      removed: 'Điều kiện này đã được gỡ từ trước. Hãy tải lại trang để xem.',
    },
  },

  discussion: {
    title: (n: number) => `Trao đổi (${number.format(n)})`,
    titleLoading: 'Trao đổi',
    empty: 'Đồng chí chưa viết gì.',
    tooLong: (most: number) =>
      `Nội dung dài quá ${number.format(most)} ký tự. Hãy viết ngắn lại hoặc tách làm hai.`,
    tooManyNamed: (most: number) =>
      `Mỗi lần trao đổi nhắc tên được nhiều nhất ${number.format(most)} cơ quan, cá nhân. Hãy bớt tên hoặc tách làm hai.`,
    notAuthor: 'Chỉ người viết mới rút lại được lời trao đổi này.',
    alreadyWithdrawn: 'Lời trao đổi này đã được rút lại.',
    dayOver:
      'Chỉ rút lại được trong ngày viết. Nếu cần nói lại cho đúng, đồng chí viết thêm một lời trao đổi mới.',
    outside:
      'Việc của công an, quân sự không trao đổi trên hệ thống này; hệ thống chỉ ghi ngày. Đồng chí trao đổi theo quy định riêng.',
    nameUnknown: 'Có tên được nhắc không còn trong danh mục. Hãy tải lại trang rồi chọn lại tên sau dấu @.',
    nameInactive: (name: string) =>
      `Tài khoản của ${name} đã ngừng sử dụng nên không nhận được. Hãy nhắc người khác hoặc nhắc cả cơ quan.`,
    nameEnded: (name: string) =>
      `${name} đã được sắp xếp lại, không còn hoạt động. Hãy nhắc cơ quan kế thừa.`,
    reaches: (n: number, first: string) =>
      n === 0 ? 'Chưa có ai dùng tài khoản' : `${number.format(n)} người: ${first}`,
    write: 'Viết trao đổi',
    writeHint: 'Gõ @ để nhắc một cơ quan hoặc một người, không cần gõ dấu. Gửi nhanh bằng Ctrl + Enter.',
    names: 'Cơ quan, cá nhân',
    namesFound: (n: number) => `${number.format(n)} lựa chọn. Dùng phím mũi tên và Enter để chọn.`,
    namesNone: 'Không có cơ quan, cá nhân nào khớp. Thử gõ ít chữ hơn.',
    unreached: (names: string) =>
      `Đã ghi, nhưng ${names} chưa có ai dùng tài khoản nên chưa ai nhận được. Đồng chí liên hệ trực tiếp.`,
    send: 'Gửi trao đổi',
    willReach: (n: number) => `Sẽ nhắc ${number.format(n)} cơ quan, cá nhân.`,
    older: 'Xem trao đổi cũ hơn',
    nothingYet: 'Chưa có trao đổi nào. Hỏi, trả lời và nhắc nhau ở đây để mọi người cùng thấy.',
    withdrawn: (at: string) => `Đã rút lại lúc ${at}`,
    withdraw: 'Rút lại',
    withdrawSure: 'Lời này sẽ bị gạch ngang, ai cũng vẫn thấy là đã có. Rút lại?',
    answer: 'Trả lời',
    reached: (who: string) => `Đã nhắc: ${who}`,
    readBy: (name: string, read: number, reached: number) =>
      reached === 1
        ? `${name} (${read === 1 ? 'đã xem' : 'chưa xem'})`
        : `${name} (${number.format(read)}/${number.format(reached)} người đã xem)`,
    mentions: {
      title: 'Nhắc đến tôi',
      which: 'Chọn danh sách',
      unread: (n: number) => `Chưa xem (${number.format(n)})`,
      all: 'Tất cả',
      isUnread: 'Chưa xem',
      named: (through: string | null) => (through ? `nhắc đến ${through}` : 'nhắc đến đồng chí'),
      noneUnread:
        'Không còn lời nhắc nào chưa xem. Khi ai đó gõ @ kèm tên đồng chí hoặc cơ quan, lời nhắc hiện ở đây.',
      none: 'Chưa ai nhắc đến đồng chí. Khi ai đó gõ @ kèm tên đồng chí hoặc cơ quan, lời nhắc hiện ở đây.',
      read: 'Đã xem',
      readAll: 'Đánh dấu đã xem tất cả',
      open: { plan: 'Mở kế hoạch', item: 'Mở nhiệm vụ', assignment: 'Mở việc', difficulty: 'Mở vướng mắc' },
      count: (n: number) => `Nhắc đến tôi: ${number.format(n)} lời chưa xem`,
    },
  },

  savedFilter: {
    title: 'Bộ lọc đã lưu',
    here: (name: string) => `Bộ lọc: ${name}`,
    none: 'Chưa lưu bộ lọc nào. Lọc danh sách theo ý mình rồi lưu lại để lần sau mở ngay.',
    isStart: '(mở đầu tiên)',
    save: 'Lưu bộ lọc đang xem…',
    manage: 'Đổi tên, xóa, chọn mở đầu tiên…',
    saveTitle: 'Lưu bộ lọc đang xem',
    manageTitle: 'Bộ lọc đã lưu',
    name: 'Tên bộ lọc',
    nameHint: 'Ví dụ: Việc quá hạn của phòng tôi. Muốn gửi cho người khác thì gửi địa chỉ của trang.',
    nameForm: 'Tên bộ lọc cần từ 1 đến 80 ký tự.',
    rename: 'Đổi tên',
    delete: (name: string) => `Xóa bộ lọc ${name}`,
    start: 'Mở đầu tiên sau khi đăng nhập',
    startHint: 'Chỉ một bộ lọc được mở đầu tiên. Bỏ chọn thì trở lại trang mở đầu thường lệ.',
    tooMany: (most: number) =>
      `Mỗi người lưu được nhiều nhất ${number.format(most)} bộ lọc. Hãy xóa bớt rồi lưu lại.`,
    taken: (name: string) => `Đồng chí đã có bộ lọc tên "${name}". Hãy đặt tên khác hoặc xóa bộ lọc cũ.`,
  },

  searchPage: {
    title: 'Tìm kiếm',
    box: 'Tìm văn bản, nhiệm vụ, cơ quan (Ctrl+K)',
    boxHint: 'Tìm kiếm (Ctrl+K)',
    field: 'Số, ký hiệu, trích yếu, câu chữ trong văn bản, nhiệm vụ, cơ quan',
    start:
      'Gõ số, ký hiệu (147/KH-UBND), vài chữ trong văn bản, nhiệm vụ hoặc tên cơ quan, có dấu hay không dấu đều được. Kết quả đúng dấu và đúng cụm từ đứng trước.',
    nothing: (q: string) =>
      `Không tìm thấy gì cho "${q}". Hãy thử ít chữ hơn, bỏ bớt chữ phụ, hoặc gõ không dấu.`,
    near: (q: string) => `Không có chỗ nào đúng như "${q}". Dưới đây là những chỗ gần giống.`,
    groups: 'Nhóm kết quả',
    allKinds: 'Mọi nhóm',
    kinds: {
      plan: 'Văn bản',
      item: 'Nhiệm vụ',
      difficulty: 'Khó khăn, vướng mắc',
      agency: 'Cơ quan, đơn vị',
    },
    proposal: 'Đề xuất:',
    count: (kind: string, n: number, isMore: boolean) => `${kind} (${number.format(n)}${isMore ? '+' : ''})`,
    seeAll: (kind: string) => `Xem thêm trong nhóm ${kind}`,
    narrow: 'Còn nhiều kết quả khác. Hãy gõ thêm chữ để thu hẹp.',
    draft: 'Bản soát xét',
    furtherLines: (n: number) => `và ${number.format(n)} đoạn khác trong văn bản này`,
    openWork: 'Mở việc được giao',
    assignments: (n: number) => `Xem ${number.format(n)} lượt giao`,
    notTracked: 'Không theo dõi',
    aliases: 'Tên gọi khác:',
    formerNames: 'Tên cũ:',
    ended: (day: string) => `không còn từ ${printDay(day)}`,
  },

  standing: {
    menu: { following: 'Theo dõi', items: 'Nhiệm vụ', calendar: 'Lịch thời hạn' },
    units: { assignment: 'lượt giao', item: 'nhiệm vụ' },
    unitTitles: { assignment: 'Lượt giao', item: 'Nhiệm vụ' },
    unitHints: {
      assignment: 'Mỗi nhiệm vụ giao cho một cơ quan chủ trì trong một kỳ là một lượt giao.',
      item: 'Nhiệm vụ giao chung cho nhiều cơ quan chỉ đếm một lần.',
      itemOfAgency: 'Chỉ đếm nhiệm vụ do riêng cơ quan này chủ trì, không kể nhiệm vụ giao chung.',
    },
    ofItems: (n: number) => `${number.format(n)} nhiệm vụ`,
    countBy: 'Đếm theo',
    shared: 'Giao chung cho nhiều cơ quan',
    coordinating: 'Việc phối hợp (đếm riêng)',
    itemStates: {
      all: 'Tất cả',
      open: 'Chưa hoàn thành',
      overdue: 'Quá hạn',
      soon: 'Đến hạn trong 7 ngày',
      within: 'Chưa hoàn thành, trong hạn',
      undated: 'Không có thời hạn',
      done: 'Đã hoàn thành',
      'done-on-time': 'Hoàn thành đúng hạn',
      'done-late': 'Hoàn thành quá hạn',
      closed: 'Đã đóng',
      answerable: 'Đã hoàn thành hoặc quá hạn',
    },
    items: {
      title: 'Nhiệm vụ của các kế hoạch',
      lead: 'Cơ quan chủ trì',
      waiting: 'Chỉ nhiệm vụ chờ sự kiện',
      overseen: 'Chỉ nhiệm vụ thuộc kế hoạch do cơ quan này theo dõi',
      columns: { quote: 'Nhiệm vụ', lead: 'Chủ trì', due: 'Thời hạn', state: 'Tình trạng' },
      many: (n: number) => `${number.format(n)} cơ quan cùng chủ trì`,
      nobody: 'Chưa giao cơ quan nào',
      progress: (done: number, all: number) =>
        `${number.format(done)}/${number.format(all)} lượt giao đã hoàn thành`,
      rules: {
        all: 'xong khi mọi lượt giao hoàn thành',
        share: (percent: number) => `xong khi ${number.format(percent)}% lượt giao hoàn thành`,
        word: 'xong khi cơ quan theo dõi kết luận',
      },
      toConfirm: (n: number) => `${number.format(n)} lượt giao chờ cơ quan theo dõi xác nhận`,
      period: (key: string) => `kỳ ${key}`,
      event: (event: string) => `Chờ sự kiện: ${event}`,
      states: { open: 'Chưa hoàn thành', done: 'Đã hoàn thành', closed: 'Đã đóng' },
      doneOn: (day: string) => `Hoàn thành ngày ${day}`,
      empty:
        'Chưa có nhiệm vụ nào. Nhiệm vụ xuất hiện ở đây sau khi một kế hoạch được công bố ở trang Kế hoạch.',
      emptyFilter: 'Không có nhiệm vụ nào khớp với điều kiện đang lọc. Hãy bớt điều kiện hoặc đổi từ khóa.',
    },
    agency: {
      contacts: 'Người liên hệ',
      noContacts:
        'Cơ quan này chưa có tài khoản nào đang sử dụng. Quản trị hệ thống cấp tài khoản ở trang Tài khoản.',
      bears: 'Đang đảm nhận',
      mostOverdue: 'Quá hạn lâu nhất',
      list: 'Danh sách việc',
      calendar: 'Lịch thời hạn',
      empty:
        'Cơ quan này chưa được giao việc nào. Số liệu xuất hiện sau khi một kế hoạch giao việc cho cơ quan được công bố.',
      open: (name: string) => `Xem tình hình của ${name}`,
    },
    following: {
      title: 'Theo dõi kế hoạch',
      titleOf: (agency: string) => `Kế hoạch do ${agency} theo dõi`,
      toDecide: 'Cần giải quyết',
      extensions: 'Xin gia hạn',
      events: 'Chờ ghi sự kiện',
      toChase: 'Cần đôn đốc',
      plans: 'Từng kế hoạch',
      agencies: 'Từng cơ quan',
      empty:
        'Chưa có kế hoạch nào do cơ quan của đồng chí theo dõi. Khi công bố một kế hoạch, người công bố chọn cơ quan theo dõi; kế hoạch đó sẽ hiện ở đây.',
    },
    paper: {
      word: 'Xuất Word',
      excel: 'Xuất Excel',
      wordOf: (what: string) => `Xuất Word: ${what}`,
      excelOf: (what: string) => `Xuất Excel: ${what}`,
      by: {
        assignment: 'Mỗi lượt giao một dòng',
        item: 'Mỗi nhiệm vụ một dòng',
      },
      print: 'In trang này',
      columns: {
        ordinal: 'TT',
        content: 'Nhiệm vụ',
        plan: 'Văn bản giao',
        lead: 'Chủ trì',
        coordinating: 'Phối hợp',
        deliverable: 'Sản phẩm',
        due: 'Thời hạn',
        standing: 'Tình hình thực hiện',
        late: 'Số ngày quá hạn',
        difficulty: 'Vướng mắc, kiến nghị',
      },
      status: (status: string, percent: number) => (percent > 0 ? `${status}, đạt ${percent}%` : status),
      report: (day: string, text: string) => `Báo cáo ngày ${day}: ${text}`,
      outside: (day: string) => `Đã báo cáo ngoài hệ thống ngày ${day}`,
      moreDifficulties: (n: number) => `Và ${number.format(n)} vướng mắc khác.`,
      subDuty: (text: string) => `(Việc phối hợp) ${text}`,
      manyLeads: (printed: string, n: number) =>
        printed ? `${printed} (${number.format(n)} cơ quan)` : `${number.format(n)} cơ quan`,
      doneOf: (done: number, all: number) =>
        `Hoàn thành ${number.format(done)}/${number.format(all)} lượt giao`,
      lateOne: (agency: string, days: number) => `${agency} (${number.format(days)} ngày)`,
      late: (n: number, names: string, more: number) =>
        `quá hạn ${number.format(n)}: ${names}${more > 0 ? ` và ${number.format(more)} cơ quan khác` : ''}`,
      sheet: 'Tình hình',
      fileNames: { table: 'bang-tinh-hinh', overdue: 'danh-sach-qua-han' },
      titles: {
        table: 'Bảng tình hình thực hiện nhiệm vụ',
        overdue: 'Danh sách nhiệm vụ quá hạn',
      },
      allPlans: 'Các kế hoạch đang theo dõi',
      planTitle: (number: string, title: string) => `${number}: ${title}`,
      asOf: (day: string, filter: string) => `(Số liệu tính đến ngày ${day}${filter ? `; ${filter}` : ''})`,
      filter: {
        agency: (name: string) => `cơ quan: ${name}`,
        person: (name: string) => `người thực hiện: ${name}`,
        overseer: (name: string) => `kế hoạch do ${name} theo dõi`,
        roles: { lead: 'việc chủ trì', coordinating: 'việc phối hợp' },
        period: (key: string) => `kỳ ${key}`,
        due: (day: string) => `đến hạn ngày ${day}`,
        extension: 'đang xin gia hạn',
        item: (quote: string) => `nhiệm vụ: ${quote}`,
        search: (text: string) => `tìm "${text}"`,
        state: (state: string) => `tình trạng: ${state}`,
      },
      rows: (assignments: number, items: number) =>
        `Bảng có ${number.format(assignments)} lượt giao của ${number.format(items)} nhiệm vụ.`,
      share: (part: number, whole: number) =>
        whole === 0
          ? '0/0'
          : `${number.format(part)}/${number.format(whole)} (${share.format(part / whole)})`,
      ratios: (unit: string, ofAssigned: string, ofAnswerable: string, overdue: number) =>
        `Đếm theo ${unit}, mọi tình trạng: hoàn thành ${ofAssigned} so với tổng số đã giao; ${ofAnswerable} so với số phải hoàn thành đến nay (đã hoàn thành + quá hạn); quá hạn ${number.format(overdue)}.`,
      tooManyRows: (most: number) =>
        `Danh sách có quá ${number.format(most)} dòng nên chưa lập được tệp. Hãy lọc theo kế hoạch, cơ quan hoặc tình trạng rồi xuất từng phần.`,
    },
    calendar: {
      title: 'Lịch thời hạn',
      titleOf: (agency: string) => `Lịch thời hạn của ${agency}`,
      month: (month: number, year: string) => `Tháng ${month} năm ${year}`,
      before: 'Tháng trước',
      after: 'Tháng sau',
      thisMonth: 'Tháng này',
      weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
      today: 'Hôm nay',
      whose: 'Việc của',
      everybody: 'Mọi người',
      mine: 'Chỉ việc phân công cho tôi',
      due: (n: number) => `${number.format(n)} lượt giao đến hạn`,
      overdue: (n: number) => `${number.format(n)} quá hạn`,
      done: (n: number) => `${number.format(n)} đã xong`,
      more: (n: number) => `và ${number.format(n)} việc khác`,
      isDone: 'đã xong',
      isLate: 'quá hạn',
      empty: 'Không có việc nào đến hạn trong tháng này theo điều kiện đang lọc.',
    },
    feed: {
      done: (text: string) => `✓ ${text}`,
      standing: (status: string, percent: number) =>
        percent > 0 ? `Tình trạng: ${status}, đạt ${percent}%` : `Tình trạng: ${status}`,
      name: (who: string) => `Thời hạn của ${who} (Chủ Trì)`,
      taken:
        'Đồng chí đã có địa chỉ lịch này, hoặc cơ quan không còn trong danh mục. Hãy tải lại trang để xem.',
      missing:
        'Địa chỉ lịch này không còn dùng được: đã được đổi, đã thu hồi, hoặc tài khoản đã ngừng sử dụng. Hãy lấy địa chỉ mới ở trang Lịch thời hạn.',
      title: 'Đưa lịch vào điện thoại, Outlook, Google',
      explain:
        'Mỗi địa chỉ là một lịch tự cập nhật. Ai có địa chỉ đều đọc được lịch, nên đồng chí chỉ dán vào ứng dụng lịch của mình, không gửi cho người khác.',
      chooseAgency: 'Muốn lịch của một cơ quan, đồng chí chọn cơ quan đó ở đầu trang.',
      ownName: 'Việc phân công cho tôi hoặc tôi theo dõi',
      makeOwn: 'Tạo địa chỉ cho việc của tôi',
      makeOf: (agency: string) => `Tạo địa chỉ cho ${agency}`,
      once: 'Địa chỉ chỉ hiện một lần này. Đồng chí sao chép rồi dán vào mục "Thêm lịch từ URL" của ứng dụng lịch.',
      address: 'Địa chỉ lịch',
      copy: 'Sao chép',
      copied: 'Đã sao chép',
      open: 'Mở bằng ứng dụng lịch',
      since: (moment: string) => `Địa chỉ tạo lúc ${moment}`,
      renew: 'Đổi địa chỉ',
      renewOf: (name: string) => `Đổi địa chỉ của lịch "${name}"`,
      renewExplain: 'Địa chỉ cũ ngừng hoạt động ngay. Ứng dụng lịch cần được dán địa chỉ mới.',
      takeBack: 'Thu hồi',
      takeBackOf: (name: string) => `Thu hồi lịch "${name}"`,
      takeBackExplain: 'Địa chỉ ngừng hoạt động ngay và ứng dụng lịch sẽ không cập nhật nữa.',
      lost: 'Địa chỉ đã được tạo ở lần gửi trước nên không hiện lại. Hãy bấm "Đổi địa chỉ" để lấy địa chỉ mới.',
    },
  },

  tracker: {
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
      tooLong:
        'Đọc bảng tính mất quá nhiều thời gian nên đã dừng. Không có gì được ghi. Hãy chia bảng thành các phần nhỏ hơn rồi nhập lại.',
      tooHeavy:
        'Bảng tính cần quá nhiều bộ nhớ để đọc nên đã dừng. Không có gì được ghi. Hãy xóa các hàng, cột và định dạng thừa rồi nhập lại.',
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
    alreadyDone:
      'Lần nhập này đã hoàn thành. Muốn nhập tiếp, hãy nạp lại tệp; các dòng đã có sẽ được nhận ra.',
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
      noDuty: (_: string, __: readonly string[]) =>
        'Dòng có số thứ tự hoặc cơ quan nhưng không có nội dung nhiệm vụ. Hãy ghi nội dung, hoặc xóa dòng.',
      noLead: (_: string, __: readonly string[]) =>
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
      twoStates: (_: string, __: readonly string[]) =>
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
      counts: (rows: number, fresh: number, known: number, faulty: number) =>
        `${number.format(rows)} dòng nhiệm vụ: ${number.format(fresh)} nhập được, ${number.format(known)} đã có, ${number.format(faulty)} có lỗi.`,
      fault: (place: string, message: string) => `  ${place}: ${message}`,
      change: (row: number, message: string) =>
        `  Hàng ${number.format(row)}, đã có, nay ghi khác: ${message}`,
      dry: 'Chỉ kiểm tra, chưa ghi gì.',
      faultsStop: (n: number) =>
        `Chưa ghi gì vì còn ${number.format(n)} dòng có lỗi. Sửa bảng rồi chạy lại, hoặc thêm --skip-faulty để nhập các dòng còn lại.`,
      done: (fresh: number, assignments: number, plan: string) =>
        `Đã nhập ${number.format(fresh)} dòng, thành ${number.format(assignments)} lượt giao, vào kế hoạch ${plan}.`,
    },
  },

  steps: {
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
      all: () => 'mọi cơ quan được giao hoàn thành',
      share: (share: number) => `${number.format(share)}% cơ quan được giao hoàn thành`,
      word: () => 'cơ quan theo dõi kết luận',
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
        open
          ? `${period} (còn ${number.format(open)}/${number.format(n)} việc)`
          : `${period} (đã trả lời đủ)`,
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
      notYours:
        'Bàn giao công việc do thủ trưởng đơn vị của người bàn giao hoặc quản trị hệ thống thực hiện.',
      oneself: 'Người nhận phải là một người khác.',
      elsewhere:
        'Việc đã phân công chỉ bàn giao được cho người cùng cơ quan. Hãy chọn người cùng cơ quan với người bàn giao.',
      stopForAdmin:
        'Chỉ quản trị hệ thống ngừng được tài khoản. Hãy bàn giao trước, rồi đề nghị quản trị hệ thống ngừng tài khoản.',
      changed:
        'Số việc của người bàn giao đã thay đổi sau khi đồng chí mở trang. Hãy xem lại số mới rồi bàn giao.',
      nothing: (name: string) => `${name} không còn giữ việc nào nên không có gì để bàn giao.`,
    },
  },

  dissemination: {
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
  },

  notice: {
    fresh: (n: number) => `${number.format(n)} thông báo mới`,
    none: 'Không có thông báo mới',
    seen: 'Đã xem',
    rest: (n: number) => `Xem thêm ${number.format(n)}`,
    older: 'Thông báo đã xem',
    onlyFresh: 'Chỉ thông báo mới',
    items: (n: number, plan: string) => `${number.format(n)} nhiệm vụ mới, ${plan}`,
    changed: (fields: string) => `Thay đổi: ${fields}`,
    kinds: {
      corrected: 'Đính chính',
      given: 'Giao mới',
      withdrawn: 'Thôi giao',
      transferred: 'Chuyển giao',
    },
  },

  planDetail: {
    tabs: {
      items: 'Nhiệm vụ',
      documents: 'Các văn bản',
      corrections: 'Đính chính',
      indicators: 'Chỉ tiêu',
      reporting: 'Báo cáo',
      references: 'Viện dẫn',
      findings: 'Lỗi văn bản',
      source: 'Toàn văn',
    },
    document: 'Văn bản',
    filter: 'Lọc nhiệm vụ',
    filters: {
      all: 'Tất cả',
      open: 'Chưa hoàn thành',
      overdue: 'Có lượt quá hạn',
      waiting: 'Chờ sự kiện',
      done: 'Đã hoàn thành',
      closed: 'Đã đóng',
      untracked: 'Không theo dõi',
    },
    section: 'Mục',
    allSections: 'Tất cả các mục',
    search: 'Tìm trong nội dung, cơ quan',
    nothing: 'Kế hoạch chưa có nhiệm vụ nào. Bổ sung ở thẻ "Các văn bản".',
    nothingFound: 'Không có nhiệm vụ nào như vậy. Hãy bỏ bớt điều kiện lọc.',
    itemsDone: (done: number, all: number) =>
      `Hoàn thành ${number.format(done)}/${number.format(all)} nhiệm vụ`,
    overdue: (n: number, all: number) => `${number.format(n)}/${number.format(all)} lượt giao quá hạn`,
    corrected: (n: number) => `Đã đính chính ${number.format(n)} lần`,
    correctOf: (n: number) => `Đính chính nhiệm vụ số ${number.format(n)}`,
    peopleHint: 'Dùng cho mọi nhiệm vụ của kế hoạch chưa chọn người phụ trách riêng.',
  },
}

/** What every language has. */
export type Words = typeof vi
