import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

const points = (n: number) => `${number.format(n)} điểm`

export const assessment = /* @__PURE__ */ inLanguage('assessment', {
  menu: 'Đánh giá hợp tác xã',
  title: 'Đánh giá, xếp loại hợp tác xã',
  about: (from: string, to: string) =>
    `Số liệu từ ${printDay(from)} đến ${printDay(to)}, lấy từ sổ Cập nhật hằng năm và sổ Hợp tác xã.`,
  yearLabel: 'Năm đánh giá',
  openRubric: 'Bộ tiêu chí',
  openDissolutions: 'Hồ sơ giải thể',
  openSupport: 'Hỗ trợ',
  openList: 'Bảng xếp loại',
  word: 'Tải Word',
  excel: 'Tải Excel',
  groups: {
    finance: 'Tài chính',
    management: 'Quản trị và năng lực',
    community: 'Thành viên và cộng đồng',
  },
  bands: {
    good: 'Tốt',
    fair: 'Khá',
    average: 'Trung bình',
    weak: 'Yếu',
    unrated: 'Không xếp loại',
    none: 'Chưa đủ dữ liệu',
  },
  unrated: {
    young: (months: number) => `Không xếp loại: đăng ký chưa đủ ${number.format(months)} tháng`,
    idle: (months: number) => `Không xếp loại: ngừng hoạt động trên ${number.format(months)} tháng trong năm`,
  },
  states: {
    all: 'Tất cả',
    open: 'Còn thiếu số liệu, điểm',
    ready: 'Chờ xác nhận',
    confirmed: 'Đã xác nhận',
    differs: 'Số liệu đã đổi sau xác nhận',
  },
  sample: {
    title: 'Bộ tiêu chí đề xuất, chưa được ban hành',
    criteria: {
      profit: 'Tỷ lệ lợi nhuận trên doanh thu',
      'revenue-growth': 'Tăng trưởng doanh thu so với năm trước',
      debt: 'Nợ phải trả trên tổng nguồn vốn',
      'fund-growth': 'Tăng quỹ chung không chia',
      duties: 'Chấp hành nghĩa vụ với ngân sách, bảo hiểm xã hội',
      trained: 'Tỷ lệ cán bộ quản lý đã qua đào tạo',
      women: 'Tỷ lệ cán bộ quản lý là nữ',
      technology: 'Ứng dụng công nghệ cao',
      chain: 'Tham gia chuỗi giá trị',
      governance: 'Tổ chức đại hội, điều lệ, chế độ kế toán, công khai',
      'member-growth': 'Tăng số thành viên chính thức',
      'member-revenue': 'Tỷ lệ giao dịch với thành viên',
      income: 'Tăng thu nhập bình quân của lao động',
      workers: 'Tạo việc làm thường xuyên',
      community: 'Đóng góp cho cộng đồng, mức hài lòng của thành viên',
    },
  },
  notPublished:
    'Đang tính theo bộ tiêu chí đề xuất, chưa được ban hành: mọi điểm và ngưỡng chỉ để tham khảo và chưa xác nhận được kết quả. Hãy ban hành bộ tiêu chí của tỉnh.',
  ruledBy: (title: string, document: string, year: number) =>
    `Tính theo ${title} (${document}, áp dụng từ năm ${year}).`,
  running: (to: string) => `Năm này chưa kết thúc: điểm tạm tính, xác nhận được từ ngày ${printDay(to)}.`,
  bandsTitle: 'Kết quả theo mức',
  bandLine: (band: string, n: number, all: number) =>
    `${band}: ${number.format(n)}/${number.format(all)} hợp tác xã`,
  bandCount: (n: number, all: number) => `${number.format(n)}/${number.format(all)}`,
  effective: (n: number, all: number, year: number) =>
    all === 0
      ? `Năm ${year}: chưa có hợp tác xã nào được xếp loại.`
      : `Năm ${year}: ${number.format(n)}/${number.format(all)} hợp tác xã được xếp loại đạt tốt hoặc khá (${number.format(Math.round((1000 * n) / all) / 10)}%).`,
  confirmedOnly: 'Kết quả đã xác nhận các năm',
  search: 'Tìm tên hoặc mã số',
  bandFilter: 'Mức xếp loại',
  allBands: 'Tất cả các mức',
  placeFilter: 'Xã, phường',
  allPlaces: 'Tất cả xã, phường',
  empty:
    'Chưa có hợp tác xã nào để đánh giá trong năm này. Danh sách lấy từ sổ Hợp tác xã: hãy nhập sổ đó và sổ Cập nhật hằng năm trước.',
  nothingFits: 'Không có hợp tác xã nào khớp với bộ lọc. Hãy bỏ bớt điều kiện lọc.',
  columns: {
    cooperative: 'Hợp tác xã',
    code: 'Mã số',
    place: 'Xã, phường',
    points: 'Điểm',
    band: 'Xếp loại',
    state: 'Tình trạng',
    missing: 'Còn thiếu',
    confirm: 'Chọn',
  },
  scoreOf: (score: number) => `${points(score)} trên 100`,
  soFar: (sum: number, open: number, n: number) =>
    `Mới có ${points(sum)}; còn ${number.format(n)} tiêu chí chưa có điểm (tối đa ${points(open)} nữa)`,
  noUpdate: 'Chưa có bản cập nhật của năm',
  adjustedMark: 'Có điều chỉnh',
  differsMark: 'Số liệu đã đổi sau khi xác nhận',
  open: (name: string) => `Xem cách tính điểm của ${name}`,
  choose: (name: string) => `Chọn ${name} để xác nhận`,
  chooseAll: 'Chọn cả trang',
  confirmChosen: (n: number) => `Xác nhận ${number.format(n)} kết quả đã chọn`,
  confirmedNow: (n: number) => `Đã xác nhận ${number.format(n)} kết quả.`,
  refusedTitle: (n: number) => `${number.format(n)} kết quả chưa xác nhận được:`,
  lock: 'Khóa năm',
  lockHint: 'Sau khi khóa không ai sửa được kết quả của năm, cho đến khi mở lại có nêu lý do.',
  unlock: 'Mở khóa',
  unlockHint: 'Nêu lý do mở lại; lý do được lưu cùng kết quả.',
  locked: (by: string, at: string, reason: string) =>
    `Đã khóa lúc ${at}, người khóa: ${by}. Lý do: ${reason}`,
  opened: (by: string, at: string, why: string) => `Đã mở khóa lúc ${at}, người mở: ${by}. Lý do: ${why}`,
  reason: 'Lý do',

  one: {
    title: (name: string, year: number) => `${name}: đánh giá năm ${year}`,
    toRegister: 'Mở trang hợp tác xã',
    toUpdate: 'Mở bản cập nhật của năm',
    noUpdate: 'Hợp tác xã chưa có bản cập nhật của năm này trong sổ Cập nhật hằng năm.',
    addUpdate: 'Thêm bản cập nhật',
    registered: (day: string) => `Đăng ký ngày ${printDay(day)}`,
    idle: (months: number | null, days: number) =>
      months === null
        ? `Theo sổ, trong năm có ${number.format(days)} ngày không ở tình trạng đang hoạt động`
        : `Bản cập nhật ghi ngừng hoạt động ${number.format(months)} tháng`,
    from: {
      register: 'Tính từ số liệu',
      hand: 'Người chấm',
      missing: 'Thiếu số liệu',
      open: 'Chờ chấm điểm',
    },
    criterionLine: (points: number | null, most: number) =>
      points === null
        ? `chưa có điểm/${number.format(most)}`
        : `${number.format(points)}/${number.format(most)}`,
    groupLine: (group: string, got: number, most: number) =>
      `${group}: ${number.format(got)}/${number.format(most)} điểm`,
    measured: {
      value: (value: string) => `Số liệu: ${value}`,
      share: (value: string) => `Tỷ lệ: ${value}%`,
      growth: (value: string) => `So với năm trước: ${value}%`,
      yes: (isYes: boolean): string => (isYes ? 'Có' : 'Không'),
    },
    ladder: (rows: string) => `Thang điểm: ${rows}`,
    rungs: {
      more: (at: string, n: number) => `từ ${at} được ${number.format(n)}`,
      less: (at: string, n: number) => `không quá ${at} được ${number.format(n)}`,
    },
    fact: (label: string, year: number, value: string) => `${label} năm ${year}: ${value}`,
    factOf: (label: string, value: string) => `${label}: ${value}`,
    noFact: 'chưa có',
    yes: 'có',
    no: 'không',
    hand: (by: string, at: string, reason: string) => `${by} chấm lúc ${at}. Lý do: ${reason}`,
    score: 'Chấm điểm',
    scoreSaid: (name: string) => `Chấm điểm: ${name}`,
    scoreHint: 'Sổ không trả lời được tiêu chí này. Ghi số điểm và căn cứ.',
    scorePoints: (most: number) => `Số điểm (0 đến ${number.format(most)})`,
    unscore: 'Bỏ điểm đã chấm',
    unscoreSaid: (name: string) => `Bỏ điểm đã chấm: ${name}`,
    adjust: 'Điều chỉnh tổng điểm',
    adjustHint: 'Điểm hệ thống tính vẫn hiện bên cạnh. Người khác xác nhận kết quả.',
    adjustPoints: 'Tổng điểm sau điều chỉnh (0 đến 100)',
    unadjust: 'Bỏ điều chỉnh',
    adjusted: (score: number, by: string, reason: string) =>
      `Điều chỉnh thành ${points(score)} (${by}). Lý do: ${reason}`,
    computed: (score: number) => `Hệ thống tính: ${points(score)}`,
    confirm: 'Xác nhận kết quả',
    reopen: 'Mở lại để sửa',
    reopenHint: 'Kết quả đã xác nhận chỉ được sửa sau khi mở lại có nêu lý do, rồi người khác xác nhận lại.',
    confirmed: (by: string, at: string) => `Đã xác nhận lúc ${at}, người xác nhận: ${by}.`,
    now: (score: string, band: string) =>
      `Số liệu trong sổ đã thay đổi sau khi xác nhận: nay tính được ${score}, xếp loại ${band}. Nếu cần sửa, hãy mở lại và nêu lý do.`,
    noScore: 'chưa đủ điểm',
    story: 'Quá trình đánh giá',
    storyEmpty: 'Chưa có ai chấm, sửa hay xác nhận. Điểm đang được tính từ số liệu của sổ.',
    steps: {
      score: (criterion: string, n: number | null) => `chấm "${criterion}" ${points(n ?? 0)}`,
      unscore: (criterion: string) => `bỏ điểm đã chấm của "${criterion}"`,
      adjust: (n: number | null) => `điều chỉnh tổng điểm thành ${points(n ?? 0)}`,
      unadjust: (): string => 'bỏ điều chỉnh tổng điểm',
      confirm: (band: string, n: number | null) =>
        `xác nhận xếp loại ${band}${n === null ? '' : ` (${points(n)})`}`,
      reopen: (): string => 'mở lại kết quả',
    },
    because: (reason: string) => `Lý do: ${reason}`,
  },

  rubric: {
    title: 'Bộ tiêu chí đánh giá hợp tác xã',
    about:
      'Mỗi bản ban hành áp dụng từ một năm trở đi và không sửa được nữa. Điểm và ngưỡng do tỉnh quyết định; bản đề xuất dựa theo khung 30–30–40 của Thông tư 01/2020/TT-BKHĐT, chưa rõ khung này có còn áp dụng theo Luật Hợp tác xã 2023 hay không.',
    begin: 'Soạn bản mới',
    beginFrom: 'Soạn bản mới từ bản này',
    draft: 'Bản nháp',
    published: (year: number, document: string) => `Áp dụng từ năm ${year} (${document})`,
    proposal: 'Bản đề xuất',
    edit: 'Sửa bản nháp',
    drop: 'Xóa bản nháp',
    publish: 'Ban hành',
    publishTitle: 'Ban hành bộ tiêu chí',
    documentNumber: 'Số, ký hiệu văn bản ban hành',
    documentOn: 'Ngày văn bản',
    fromYear: 'Áp dụng từ năm',
    name: 'Tên bộ tiêu chí',
    criterion: 'Tiêu chí',
    most: 'Điểm tối đa',
    figure: 'Số liệu',
    whole: 'Trên',
    measure: 'Cách đo',
    measures: {
      value: 'Chính số liệu',
      share: 'Tỷ lệ %',
      growth: 'Tăng so với năm trước, %',
      yes: 'Có hoặc không',
      hand: 'Người chấm',
    },
    better: 'Tốt hơn khi',
    betters: { more: 'cao hơn', less: 'thấp hơn' },
    steps: 'Ngưỡng và điểm, mỗi dòng "ngưỡng = điểm"',
    stepsFault: 'Mỗi dòng ghi "ngưỡng = điểm", ví dụ: 10 = 8',
    group: 'Nhóm',
    add: 'Thêm tiêu chí',
    remove: (name: string) => `Bỏ tiêu chí ${name}`,
    groupPoints: (group: string) => `Điểm nhóm ${group}`,
    bandFrom: (band: string) => `${band} từ`,
    youngMonths: 'Không xếp loại khi đăng ký chưa đủ (tháng)',
    idleMonths: 'Không xếp loại khi ngừng hoạt động trên (tháng)',
    kinds: 'Loại hình được đánh giá',
    createdBy: (by: string, at: string) => `${by} soạn lúc ${at}`,
    bandsLine: (good: number, fair: number, average: number) =>
      `Tốt từ ${number.format(good)}, khá từ ${number.format(fair)}, trung bình từ ${number.format(average)} điểm; dưới đó là yếu.`,
    unratedLine: (young: number, idle: number) =>
      `Không xếp loại: đăng ký chưa đủ ${number.format(young)} tháng, hoặc ngừng hoạt động trên ${number.format(idle)} tháng.`,
    save: 'Lưu bản nháp',
    view: 'Xem',
  },

  paper: {
    title: 'Kết quả đánh giá, xếp loại hợp tác xã',
    sheet: 'Xếp loại',
    file: 'xep-loai-hop-tac-xa',
    year: (year: number, from: string, to: string) =>
      `Năm ${year} (số liệu từ ${printDay(from)} đến ${printDay(to)})`,
    asOf: (day: string) => `Tình hình đến ngày ${printDay(day)}`,
    columns: {
      order: 'TT',
      name: 'Hợp tác xã',
      code: 'Mã số',
      place: 'Xã, phường',
      points: 'Điểm',
      band: 'Xếp loại',
      state: 'Tình trạng',
    },
    total: (confirmed: number, all: number) =>
      `Đã xác nhận ${number.format(confirmed)}/${number.format(all)} hợp tác xã trong danh sách.`,
    inBand: (band: string, n: number, all: number) =>
      `${band}: ${number.format(n)}/${number.format(all)} hợp tác xã.`,
  },

  notYours: {
    score:
      'Chỉ cán bộ của cơ quan giữ sổ Kết quả xếp loại được chấm điểm, điều chỉnh. Hãy trao đổi với cơ quan đó.',
    confirm: 'Chỉ lãnh đạo tỉnh, hoặc lãnh đạo, đầu mối của cơ quan giữ sổ Kết quả xếp loại được xác nhận.',
    reopen:
      'Chỉ lãnh đạo tỉnh, hoặc lãnh đạo, đầu mối của cơ quan giữ sổ Kết quả xếp loại được mở lại kết quả.',
    lock: 'Chỉ lãnh đạo tỉnh, hoặc lãnh đạo, đầu mối của cơ quan giữ sổ Kết quả xếp loại được khóa, mở khóa năm.',
    draft:
      'Chỉ quản trị, lãnh đạo tỉnh, hoặc lãnh đạo, đầu mối của cơ quan giữ sổ Kết quả xếp loại được soạn bộ tiêu chí.',
    publish: 'Chỉ quản trị hoặc lãnh đạo tỉnh được ban hành bộ tiêu chí. Hãy trình lãnh đạo.',
  },
  refusal: {
    missing: 'Không tìm thấy hợp tác xã này trong danh sách đánh giá của năm. Hãy mở lại danh sách.',
    criterion: 'Bộ tiêu chí của năm không có tiêu chí này. Hãy tải lại trang.',
    computed: (name: string) =>
      `Tiêu chí "${name}" đã tính được từ số liệu nên không chấm bằng tay. Nếu số liệu sai, hãy sửa trong sổ.`,
    points: (most: number) => `Điểm của tiêu chí này từ 0 đến ${number.format(most)}.`,
    incomplete:
      'Còn tiêu chí chưa có điểm nên chưa có kết quả. Hãy bổ sung số liệu hoặc chấm các tiêu chí còn thiếu.',
    confirmed: 'Kết quả này đã được xác nhận. Muốn sửa, hãy mở lại và nêu lý do.',
    notConfirmed: 'Kết quả này chưa được xác nhận nên không cần mở lại.',
    ownScore:
      'Đồng chí đã chấm điểm hoặc điều chỉnh kết quả này. Việc xác nhận phải do người khác thực hiện.',
    ownFigures:
      'Đồng chí đã nhập bản cập nhật của hợp tác xã này. Việc xác nhận phải do người khác thực hiện.',
    running: (year: number, to: string) =>
      `Số liệu năm ${year} tính đến ${printDay(to)}. Từ ngày đó mới xác nhận, khóa được.`,
    noRubric:
      'Chưa có bộ tiêu chí nào được ban hành cho năm này nên chưa xác nhận được. Hãy ban hành bộ tiêu chí trước.',
    locked: (year: number, by: string, reason: string) =>
      `Kết quả năm ${year} đã khóa (${by}, lý do: ${reason}). Muốn sửa, hãy đề nghị mở khóa.`,
    lockedAlready: (year: number) => `Kết quả năm ${year} đã được khóa trước đó.`,
    published: 'Bộ tiêu chí này đã ban hành nên không sửa được. Hãy soạn bản mới.',
    rubricMissing: 'Không tìm thấy bản bộ tiêu chí này. Có thể bản nháp đã bị xóa.',
    documentAhead: 'Ngày văn bản không được sau hôm nay.',
    sameYear: (year: number) => `Đã có bản áp dụng từ năm ${year}. Hãy chọn năm khác.`,
  },
  registerReason: (year: number) => `Xác nhận đánh giá năm ${year}`,
  form: {
    name: 'Hãy ghi tên, không quá 200 ký tự.',
    reason: 'Hãy ghi lý do.',
    long: 'Không quá 1.000 ký tự.',
    points: 'Hãy ghi số điểm.',
    document: 'Hãy ghi số, ký hiệu văn bản ban hành.',
    between: (from: number, to: number) => `Số từ ${number.format(from)} đến ${number.format(to)}.`,
    figure: 'Không có số liệu này trong sổ. Hãy chọn trong danh sách.',
    quantity: 'Cần một số liệu bằng số; cột có/không chỉ dùng cho cách đo "Có hoặc không".',
    handSteps: 'Tiêu chí do người chấm không có ngưỡng.',
    noSteps: 'Cần ít nhất một ngưỡng.',
    steps: 'Ngưỡng xếp từ tốt nhất xuống, điểm giảm dần, ngưỡng đầu được trọn điểm của tiêu chí.',
    sum: (n: number) => `Tổng điểm các nhóm phải là 100, đang là ${number.format(n)}.`,
    groupSum: (group: string, n: number, most: number) =>
      `Nhóm ${group}: tổng điểm các tiêu chí là ${number.format(n)}, điểm của nhóm là ${number.format(most)}.`,
    bands: 'Mức tốt phải cao hơn khá, khá cao hơn trung bình.',
    codeTwice: 'Hai tiêu chí trùng mã. Hãy bỏ một tiêu chí rồi thêm lại.',
  },
})
