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
    search: 'Tìm theo tên, tên đăng nhập, chức vụ, đơn vị',
    notFound: (search: string) =>
      `Không có tài khoản nào khớp "${search}". Hãy thử từ khác, không cần gõ dấu.`,
    actions: 'Thao tác',
    editOf: (name: string) => `Sửa tài khoản của ${name}`,
    code: 'Mã dùng một lần',
    codesDone: 'Đã in hoặc đã chép',
    slipAddress: 'Địa chỉ',
    slipNote: (days: number) =>
      `Mã dùng được một lần trong ${days} ngày. Sau khi đăng nhập, đồng chí đặt mật khẩu riêng rồi hủy phiếu này.`,
    chooseAgency: 'Chọn cơ quan, đơn vị',
    clearAgency: 'Bỏ chọn đơn vị',
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
    differs: (name: string) =>
      `"${name}" đã có với nội dung khác ở cột này. Hãy sửa ở trang Cơ quan, hoặc để trống ô này rồi nạp lại.`,
    personTwice: 'Người này đã có ở một dòng trên. Nếu là hai người trùng tên, hãy ghi tên đăng nhập riêng.',
    add: 'Thêm cơ quan',
    edit: 'Sửa cơ quan, đơn vị',
    editOf: (name: string) => `Sửa ${name}`,
    import: 'Nạp từ Excel',
    search: 'Tìm theo tên, mã, tên gọi khác',
    count: (n: number) => `${number.format(n)} cơ quan, đơn vị`,
    notFound: (search: string) => `Không có cơ quan nào khớp "${search}". Hãy thử từ khác, không cần gõ dấu.`,
    empty: [
      'Danh mục cơ quan của tỉnh sẽ ở đây. Kế hoạch in tên cơ quan nào, hệ thống tìm tên đó trong danh mục để giao việc.',
      'Cách nhanh nhất: bấm "Nạp từ Excel", tải tệp mẫu, điền các sở, ban, ngành, xã, phường cùng cán bộ rồi thả lại; hệ thống kiểm tra trước khi nạp và in mã đăng nhập cho từng người.',
      'Hoặc bấm "Thêm cơ quan" để nhập từng cơ quan.',
    ],
    parentHint: 'Để trống nếu là cơ quan độc lập. Phòng, chi cục chọn cơ quan chủ quản.',
    clearParent: 'Bỏ chọn cơ quan trực thuộc',
    codeHint: 'Mã định danh theo Quyết định 20/2020/QĐ-TTg nếu có, ví dụ H00.01.',
    aliasHint: 'Mọi cách gọi trong văn bản, ví dụ "Sở TC". Nhấn Enter hoặc dấu ; sau mỗi tên.',
    clearAliases: 'Xóa hết tên gọi khác',
    template: 'Tải tệp mẫu',
    templateHint: ' (.xlsx) có sẵn danh sách chọn và ví dụ.',
    fill: 'Điền mỗi cơ quan một dòng. Cán bộ điền ngay trên dòng cơ quan, người thứ hai điền ở dòng tiếp theo với cùng tên cơ quan.',
    fillNoPeople:
      'Điền mỗi cơ quan một dòng, để trống các cột về cán bộ: tài khoản do quản trị hệ thống nạp.',
    dropHint: 'Thả tệp vào đây. Hệ thống kiểm tra trước và chưa ghi gì cho đến khi đồng chí bấm "Nạp".',
    choose: 'Chọn tệp',
    orDrop: 'hoặc thả tệp .xlsx, .csv vào đây',
    wouldAdd: (agencies: number, people: number, known: number) =>
      `Sẽ thêm ${number.format(agencies)} cơ quan, đơn vị và ${number.format(people)} tài khoản; ${number.format(known)} dòng thuộc cơ quan đã có.`,
    nothingNew: 'Tệp không có gì mới so với danh mục nên không cần nạp.',
    carryOut: 'Nạp',
    codesFollow: (n: number) => `Sau khi nạp, mã dùng một lần của ${number.format(n)} người hiện ra để in.`,
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
}
