// Every word a person reads, in Vietnamese. Grouped by room; functions where a word depends on a figure.

const number = new Intl.NumberFormat('vi-VN', { useGrouping: 'always' })

export const vi = {
  product: 'Chủ Trì',
  number: (n: number) => number.format(n),
  /** "2026-05-04" -> "04/05/2026". */
  day: (day: string) => day.split('-').reverse().join('/'),
  moment: (iso: string) =>
    new Intl.DateTimeFormat('vi-VN', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Ho_Chi_Minh',
    }).format(new Date(iso)),
  percent: (share: number) =>
    `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(share * 100)}%`,

  common: {
    save: 'Lưu',
    cancel: 'Hủy',
    close: 'Đóng',
    delete: 'Xóa',
    edit: 'Sửa',
    add: 'Thêm',
    back: 'Quay lại',
    search: 'Tìm',
    all: 'Tất cả',
    none: 'Không có',
    more: 'Xem thêm',
    loading: 'Đang tải…',
    retry: 'Thử lại',
    download: 'Tải về',
    yes: 'Có',
    no: 'Không',
    of: (part: number, whole: number) => `${number.format(part)}/${number.format(whole)}`,
    failed: 'Không thực hiện được',
    offline: 'Không kết nối được máy chủ. Đồng chí kiểm tra mạng rồi thử lại.',
    skipToContent: 'Đến nội dung chính',
    menu: 'Trình đơn',
    shortcuts: 'Phím tắt',
  },

  api: {
    description:
      'Giao diện lập trình của Chủ Trì. Mọi thay đổi gửi kèm If-Match (phiên bản đã xem), mọi lần tạo mới gửi kèm Idempotency-Key. Từ chối được trả về dạng application/problem+json.',
  },

  refusal: {
    signIn: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đồng chí đăng nhập lại để tiếp tục.',
    foreignOrigin:
      'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy thao tác trên chính trang Chủ Trì.',
    invalid: 'Thông tin gửi lên chưa đúng. Đồng chí xem các mục được nêu và sửa lại.',
    tooLarge: 'Tệp lớn hơn 50 MB nên không nhận được. Hãy chia nhỏ hoặc giảm dung lượng ảnh trong tệp.',
    tooMany: 'Có quá nhiều lần thử trong thời gian ngắn. Đồng chí chờ một phút rồi thử lại.',
    unreadable: 'Yêu cầu không đọc được. Đồng chí tải lại trang và thử lại.',
    fault: (id: string) =>
      `Hệ thống gặp lỗi ngoài dự kiến, chưa có gì được ghi. Khi báo lỗi, đồng chí nêu mã ${id}.`,
    versionMissing: 'Thiếu phiên bản đã xem (If-Match) nên không thể ghi thay đổi.',
    keyMissing: 'Thiếu khóa chống gửi trùng (Idempotency-Key, 8 đến 100 ký tự).',
    keyReused: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác. Hãy tải lại trang và thực hiện lại.',
    stale:
      'Nội dung đã được người khác thay đổi sau khi đồng chí mở. Hãy tải lại để xem bản mới rồi thực hiện lại.',
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
    setPasswordFirst: 'Đồng chí đăng nhập bằng mã dùng một lần, hãy đặt mật khẩu riêng để tiếp tục.',
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
    agency: 'Đơn vị',
    state: 'Tình trạng',
    active: 'Đang sử dụng',
    inactive: 'Đã ngừng',
    waiting: 'Chờ đặt mật khẩu',
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
    noAgency: 'Không thuộc đơn vị nào',
    expired: 'Mã đã hết hạn',
    nameForm: 'Họ và tên cần từ 2 đến 100 ký tự.',
    positionForm: 'Chức vụ không quá 200 ký tự.',
    agencyMissing:
      'Vai trò này cần thuộc một cơ quan, đơn vị. Chỉ quản trị hệ thống và lãnh đạo tỉnh được để trống.',
    agencyUnknown: 'Cơ quan, đơn vị này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
    resetStopped: 'Tài khoản này đã ngừng sử dụng. Hãy cho sử dụng lại trước khi cấp mã mới.',
  },

  agency: {
    title: 'Cơ quan, đơn vị',
    sheet: 'Danh mục',
    exampleSheet: 'Ví dụ',
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
    },
    groups: {
      departments: 'Tất cả sở, ban, ngành',
      communes: 'UBND tất cả xã, phường',
      agencies: 'Tất cả sở, ban, ngành và UBND cấp xã',
      fronts: 'Mặt trận, đoàn thể và các hội',
      press: 'Các cơ quan báo chí',
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
      `Tên hoặc mã của "${name}" đã có trong danh mục. Hãy kiểm tra lại tên, mã và nơi trực thuộc.`,
    faults: {
      noHeading: (column: string) =>
        `Không thấy cột "${column}" ở dòng đầu của trang tính thứ nhất. Hãy dùng tệp mẫu tải về từ trang này.`,
      unreadable:
        'Tệp này không đọc được như một bảng tính Excel (.xlsx) hoặc CSV mã UTF-8. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
      nameMissing: 'Thiếu tên cơ quan, đơn vị.',
      codeForm: 'Mã gồm chữ in hoa A–Z và chữ số, các nhóm cách nhau bằng dấu chấm, không quá 35 ký tự.',
      otherCode: (code: string) => `Cơ quan này đã có mã khác là ${code}.`,
      codeTaken: (name: string) => `Mã này đã thuộc về "${name}".`,
      twice: 'Dòng này trùng với một dòng ở trên.',
      kindUnknown: (kind: string) => `Không có loại "${kind}". Hãy chọn trong danh sách của tệp mẫu.`,
      parentUnknown: (parent: string) =>
        `Không thấy cơ quan "${parent}" ở trên dòng này hoặc trong danh mục.`,
      roleUnknown: (role: string) => `Không có vai trò "${role}". Hãy chọn trong danh sách của tệp mẫu.`,
      personMissing: 'Có tên đăng nhập hoặc vai trò nhưng thiếu họ và tên.',
      loginTaken: (login: string) => `Tên đăng nhập "${login}" đã có người dùng.`,
    },
  },

  review: {
    outcomes: {
      assign: 'Giao',
      each: 'Giao cho từng thành viên',
      orientation: 'Định hướng',
      merged: 'Gộp',
    },
    outcomeExplain: {
      assign: 'Một cơ quan chủ trì, được theo dõi đến khi hoàn thành.',
      each: 'Mỗi cơ quan trong nhóm nhận một lượt giao và tự báo cáo.',
      orientation: 'Giữ lại, trích dẫn được, không theo dõi.',
      merged: 'Nhập vào một nhiệm vụ khác, giữ cả hai nơi trích dẫn.',
    },
    undecided: 'Chưa quyết định',
    proposed: 'Đề xuất của máy',
    problems: {
      'no-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ chưa có cơ quan chủ trì. Hãy chọn cơ quan hoặc chuyển thành định hướng.`,
      'several-leads': (n: number) =>
        `${number.format(n)} nhiệm vụ có nhiều cơ quan chủ trì. Hãy chọn một cơ quan, hoặc giao cho từng thành viên.`,
      'unmatched-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ có cơ quan chủ trì không thấy trong danh mục. Hãy chỉ ra cơ quan tương ứng.`,
      'group-lead': (n: number) =>
        `${number.format(n)} nhiệm vụ giao cho cả nhóm cơ quan. Hãy giao cho từng thành viên hoặc chọn một cơ quan.`,
      nobody: (n: number) =>
        `${number.format(n)} nhiệm vụ giao cho nhóm chưa có cơ quan nào trong danh mục. Hãy bổ sung danh mục hoặc chọn cơ quan khác.`,
      'lost-merge': (n: number) =>
        `${number.format(n)} nhiệm vụ được gộp vào một nhiệm vụ không còn. Hãy chọn lại.`,
    },
    problemShort: {
      'no-lead': 'Chưa có chủ trì',
      'several-leads': 'Nhiều cơ quan chủ trì',
      'unmatched-lead': 'Cơ quan chưa có trong danh mục',
      'group-lead': 'Giao cho cả nhóm',
      nobody: 'Nhóm chưa có thành viên',
      'lost-merge': 'Gộp vào nhiệm vụ không còn',
    },
    nothingTracked: 'Chưa có nhiệm vụ nào được giao. Hãy giao ít nhất một nhiệm vụ.',
    noOverseer: 'Chưa chọn cơ quan theo dõi kế hoạch (cơ quan xác nhận kết quả).',
    incomplete: 'Kế hoạch chưa đủ điều kiện công bố. Đồng chí xử lý các mục sau rồi công bố lại.',
    pasted: 'Văn bản dán vào',
    nothingDropped: 'Chưa có tệp hoặc văn bản nào. Hãy chọn một tệp .docx, .txt hoặc dán nội dung kế hoạch.',
    leadIs: (name: string) => `${name} chủ trì`,
    faults: {
      noSuchItem: 'Nhiệm vụ này không còn trong bản soát xét. Hãy tải lại trang.',
      noSuchLead: 'Cơ quan này không có trong dòng chủ trì của nhiệm vụ.',
      mergeCircle: 'Không thể gộp một nhiệm vụ vào chính nó hoặc vào một nhiệm vụ đã gộp.',
      mergeChain: 'Nhiệm vụ này đang nhận gộp từ nhiệm vụ khác nên không thể gộp tiếp.',
      idTaken: 'Mã nhiệm vụ bị trùng. Hãy tải lại trang.',
      splitOutside: 'Điểm tách nằm ngoài câu. Hãy đặt con trỏ vào giữa câu rồi tách.',
      published: 'Kế hoạch đã công bố nên không sửa được ở bước soát xét.',
      nothingToUndo: 'Không còn thao tác nào để hoàn tác.',
    },
  },

  menu: {
    dashboard: 'Toàn cảnh',
    work: 'Việc của đơn vị',
    plans: 'Kế hoạch',
    agencies: 'Cơ quan',
    accounts: 'Tài khoản',
  },

  cli: {
    help: `Chủ Trì: biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành

  chutri serve                   chạy máy chủ (PORT, HOST, DATA_DIR, DATABASE_URL)
  chutri extract TỆP [--json]    đọc một kế hoạch và in ra nhiệm vụ, cơ quan chủ trì, thời hạn
  chutri --help                  trang này`,
    unknown: (command: string) => `Không có lệnh "${command}". Gõ "chutri --help" để xem các lệnh.`,
    ready: (url: string) => `Chủ Trì đang chạy tại ${url} (nhấn Ctrl-C để dừng)`,
    setupCode: (code: string) =>
      `Mở trang trên bằng trình duyệt của máy này để thiết lập. Từ máy khác, dùng mã thiết lập: ${code}`,
  },

  task: {
    statuses: {
      assigned: 'Chưa tiếp nhận',
      active: 'Đang thực hiện',
      reported: 'Chờ duyệt',
      approved: 'Chờ xác nhận',
      done: 'Đã hoàn thành',
    },
    steps: {
      receive: 'Tiếp nhận',
      report: 'Báo cáo kết quả',
      approve: 'Duyệt báo cáo',
      return: 'Trả lại',
      confirm: 'Xác nhận hoàn thành',
    },
    notNow: (step: 'receive' | 'report' | 'approve' | 'return' | 'confirm', status: string) =>
      status === 'done'
        ? 'Việc đã hoàn thành và được xác nhận nên không còn bước nào.'
        : {
            receive: 'Việc đã được tiếp nhận.',
            report: 'Đã có báo cáo đang chờ. Hãy chờ kết quả, hoặc nhờ thủ trưởng trả lại để báo cáo lại.',
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
    ownReport: {
      receive: '',
      report: '',
      return: '',
      approve:
        'Báo cáo do chính đồng chí lập nên cần một thủ trưởng khác của đơn vị duyệt. Nếu lập nhầm, đồng chí trả lại để người khác báo cáo.',
      confirm: 'Báo cáo do chính đồng chí lập nên cần người khác của cơ quan theo dõi xác nhận.',
    },
    textRequired: {
      report: 'Hãy ghi kết quả thực hiện.',
      return: 'Hãy ghi lý do trả lại để đơn vị biết cần bổ sung gì.',
    },
    percentForm: 'Mức độ hoàn thành là một số nguyên từ 0 đến 100.',
    fileEmpty: 'Tệp không có nội dung (0 byte). Đồng chí kiểm tra lại rồi chọn tệp khác.',
    fileMissing: 'Chưa chọn tệp nào.',
    fileNameLong: 'Tên tệp dài quá 200 ký tự. Hãy đổi tên ngắn hơn rồi đính kèm lại.',
    fileUnknown: (name: string) => `Tệp "${name}" chưa được tải lên. Hãy đính kèm lại.`,
  },

  agencyPages: {
    nameForm: 'Tên cơ quan, đơn vị cần từ 2 đến 200 ký tự.',
    aliasForm: 'Mỗi tên gọi khác không quá 200 ký tự, một cơ quan có tối đa 30 tên.',
    parentGone: 'Cơ quan trực thuộc này không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
    underItself: 'Một cơ quan không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    severalParents: (name: string) =>
      `Có nhiều cơ quan cùng tên "${name}". Hãy ghi mã của cơ quan vào cột này.`,
    severalNames: (name: string) =>
      `Có nhiều cơ quan cùng tên "${name}". Hãy ghi mã, hoặc ghi cơ quan cấp trên vào cột này.`,
    codeByHand: (name: string) =>
      `"${name}" đã có trong danh mục nhưng chưa có mã. Hãy bổ sung mã ở trang Cơ quan rồi nạp lại.`,
    personTwice: 'Người này đã có ở một dòng trên. Nếu là hai người trùng tên, hãy ghi tên đăng nhập riêng.',
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
      'Biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành. Đồng chí thiết lập tỉnh của mình, hoặc xem thử một tỉnh mẫu trước.',
    code: 'Mã thiết lập',
    codeHint: 'Đồng chí đang mở từ máy khác. Mã hiện trên màn hình nơi khởi động máy chủ Chủ Trì.',
    realTitle: 'Thiết lập tỉnh',
    realExplain: 'Chọn tỉnh, thành phố và tạo tài khoản quản trị đầu tiên. Danh mục cơ quan nạp ở bước sau.',
    province: 'Tỉnh, thành phố',
    provincePlaceholder: 'Gõ để tìm trong 34 tỉnh, thành phố',
    adminName: 'Họ và tên quản trị hệ thống',
    loginHint: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối.',
    password: 'Mật khẩu',
    showPassword: 'Hiện mật khẩu',
    setUp: 'Thiết lập',
    sampleTitle: 'Tỉnh mẫu',
    sampleExplain:
      'Tỉnh Sông Mơ không có thật: hơn 60 cơ quan, hơn 40 cán bộ, hai kế hoạch đã công bố và diễn biến thực hiện trong năm. Gỡ bỏ được bằng một nút, không ảnh hưởng đến tỉnh thật.',
    openSample: 'Xem thử tỉnh mẫu',
    opening:
      'Đang dựng tỉnh mẫu: danh mục cơ quan, hai kế hoạch, diễn biến thực hiện. Thường mất dưới một phút.',
    orSample: 'hoặc xem tỉnh mẫu',
    peopleExplain: 'Chọn một người của tỉnh mẫu để vào ngay, không cần mật khẩu.',
    roleExplain: {
      admin: 'Quản lý danh mục cơ quan và tài khoản',
      leader: 'Xem toàn cảnh, nơi vướng mắc và chậm',
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
      'Toàn bộ cơ quan, cán bộ, kế hoạch và diễn biến của tỉnh mẫu sẽ bị xóa, mọi người đang xem đều bị thoát ra. Tỉnh thật không bị ảnh hưởng. Có thể mở lại tỉnh mẫu sau.',
    notOfSample: 'Chỉ người của tỉnh mẫu được vào không cần mật khẩu. Hãy đăng nhập bằng tên và mật khẩu.',
  },

  planPages: {
    plans: 'Kế hoạch',
    load: 'Nạp kế hoạch',
    paste: 'Dán văn bản',
    dropHere: 'Thả tệp vào đây để đọc kế hoạch (.docx, .txt, .md)',
    reading: (name: string) => `Đang đọc "${name}"…`,
    empty:
      'Chưa có kế hoạch nào. Kéo thả tệp Word (.docx) vào trang này hoặc nhấn "Nạp kế hoạch". Hệ thống đọc nhiệm vụ, cơ quan chủ trì, thời hạn để đồng chí soát xét rồi công bố.',
    emptyForReaders:
      'Chưa có kế hoạch nào được công bố. Khi cơ quan đầu mối nạp và công bố kế hoạch, kế hoạch sẽ hiện ở đây.',
    pasteText: 'Nội dung văn bản',
    pasteHint: 'Dán toàn văn, kể cả phần số, ký hiệu và nơi nhận. Ctrl + Enter để đọc.',
    pasteName: 'Tên gọi (không bắt buộc)',
    pastedText: 'văn bản đã dán',
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
    mergedInto: 'Nhập vào',
    joins: 'Đã nhận gộp từ nhiệm vụ số',
    numbered: (n: number) => `nhiệm vụ số ${number.format(n)}`,
    byHand: 'Thêm tay',
    notInDirectory: 'chưa có trong danh mục',
    until: (day: string) => `đến hết ${day}`,
    before: (day: string) => `trước ngày ${day}`,
    noItems:
      'Không đọc được nhiệm vụ nào. Bôi đen đoạn nêu nhiệm vụ ở văn bản bên trái rồi nhấn "a" để thêm.',

    thisItem: 'Nhiệm vụ này',
    wholePlan: 'Cả kế hoạch',
    scope: 'Quyết định áp dụng cho:',
    choices: 'Lựa chọn',
    fallsOn: (n: number, title: string) =>
      `Quyết định tiếp theo áp dụng cho ${number.format(n)} nhiệm vụ${title ? ` (${title})` : ''}. Esc để thu hẹp.`,
    leftOver: (n: number) => `Còn ${number.format(n)} nhiệm vụ chưa quyết định.`,
    allDecided: 'Mọi nhiệm vụ đã có quyết định. Nhấn "p" để công bố.',
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
    },
    keyGroups: {
      move: 'Di chuyển',
      decide: 'Quyết định',
      change: 'Sửa bản soát xét',
      finish: 'Hoàn tất',
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
    },
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
    noAgencyFound: 'Không có cơ quan nào như vậy trong danh mục. Thử gõ ít chữ hơn.',
    noItemFound: 'Không có nhiệm vụ nào như vậy. Thử gõ ít chữ hơn.',

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
      [
        added ? `Thêm ${number.format(added)} cơ quan` : '',
        mapped ? `xác định ${number.format(mapped)} tên` : '',
      ]
        .filter(Boolean)
        .join(', ') || 'Chưa chọn tên nào',

    publishTitle: 'Công bố kế hoạch',
    publishMakes: (items: number, tracked: number, assignments: number) =>
      `${number.format(items)} nhiệm vụ, trong đó theo dõi ${number.format(tracked)} nhiệm vụ với ${number.format(assignments)} lượt giao. Các cơ quan thấy việc của mình ngay sau khi công bố.`,
    overseer: 'Cơ quan theo dõi kế hoạch',
    overseerHint: 'Nhận báo cáo và xác nhận kết quả. Gõ để tìm, không cần dấu.',
    missing: 'Chưa công bố được vì còn thiếu',
    publishNow: 'Công bố',

    noIndicators: 'Văn bản này không có chỉ tiêu nào đọc được.',
    noReporting: 'Văn bản này không có chế độ báo cáo nào đọc được.',
    noReferences: 'Văn bản này không viện dẫn văn bản nào có số, ký hiệu.',
    noFindings: 'Không phát hiện lỗi nào trong văn bản.',
    noUnread: 'Mọi dòng của văn bản đều đã được dùng.',
    unreadExplain:
      'Các dòng sau chưa trở thành nội dung nào. Nếu có dòng nêu nhiệm vụ, nhấn "Thêm" bên cạnh.',
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
    progress: 'Tiến độ',
    doneOf: (done: number, all: number) =>
      `Hoàn thành ${number.format(done)}/${number.format(all)} lượt giao`,
    openWork: (isDone: boolean) => (isDone ? 'Đã hoàn thành, xem việc' : 'Đang thực hiện, xem việc'),
    seeSource: 'Xem trong văn bản',
    seeSourceOf: (n: number) => `Xem nhiệm vụ số ${number.format(n)} trong văn bản`,
  },
}
