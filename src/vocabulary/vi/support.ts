import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

const money = (n: number) => `${number.format(n)} đồng`

export const support = /* @__PURE__ */ inLanguage('support', {
  missing: 'Không tìm thấy hợp tác xã này trong sổ. Có thể dòng trong sổ đã bị hủy.',

  // Dissolution.
  dissolution: {
    title: 'Hồ sơ giải thể hợp tác xã',
    part: 'Giải thể, nợ và tài sản',
    none: 'Không có hồ sơ giải thể, không còn nợ hay tài sản phải bàn giao ghi trong sổ.',
    empty:
      'Không có hồ sơ nào ở mục này. Hồ sơ được mở trong sổ Hồ sơ giải thể khi hợp tác xã có nghị quyết hoặc quyết định giải thể.',
    assessmentOf: (year: number) => `Đánh giá năm ${year}`,
    openFile: 'Mở hồ sơ trong sổ',
    openRegister: 'Mở sổ Hồ sơ giải thể',
    decided: (day: string) => `Quyết định ngày ${printDay(day)}`,
    deadline: (day: string) => `Hạn ${printDay(day)}`,
    stage: (state: string, since: string, days: number) =>
      `${state}: từ ${printDay(since)}, ${number.format(days)} ngày`,
    way: 'Các bước đã qua',
    blocks: {
      council: (): string => 'Chưa ghi ngày lập hội đồng giải thể',
      decision: (): string => 'Chưa ghi số nghị quyết, quyết định giải thể',
      deadline: (): string => 'Chưa ghi hạn thực hiện thủ tục',
      late: (n: number) => `Đã quá hạn ${number.format(n)} ngày`,
      status: (): string =>
        'Tình trạng pháp lý trong sổ Hợp tác xã chưa chuyển sang đang làm thủ tục giải thể',
      debts: (n: number, amount: number) => `Còn ${number.format(n)} khoản nợ, ${money(amount)}`,
      loans: (n: number, amount: number) =>
        `Còn ${number.format(n)} khoản vay Quỹ hỗ trợ phát triển hợp tác xã, dư nợ ${money(amount)}`,
      works: (n: number) => `Còn ${number.format(n)} công trình Nhà nước giao chưa bàn giao lại`,
      'state-assets': (n: number) =>
        `Còn ${number.format(n)} tài sản của Nhà nước hoặc tài sản chung không chia chưa xử lý`,
    },
    blocksTitle: 'Còn vướng',
    noBlocks: 'Sổ không ghi vướng mắc nào.',
    debts: 'Nợ theo chủ nợ',
    noDebts: 'Sổ không ghi khoản nợ nào.',
    debtLine: (kind: string, n: number, amount: number) =>
      `${kind}: còn ${number.format(n)} khoản, ${money(amount)}`,
    settledLine: (n: number, amount: number) => `đã xử lý ${number.format(n)} khoản, ${money(amount)}`,
    debtTotal: (n: number, amount: number) => `Tổng còn nợ: ${number.format(n)} khoản, ${money(amount)}`,
    assets: 'Tài sản, công trình',
    noAssets: 'Sổ không ghi tài sản, công trình nào.',
    heldLine: (n: number, value: number) => `Đang quản lý: ${number.format(n)}, giá trị ${money(value)}`,
    passedLine: (n: number, value: number) =>
      `Đã bàn giao, thanh lý: ${number.format(n)}, giá trị ${money(value)}`,
    states: { 'under-way': 'Đang giải quyết', late: 'Quá hạn', ended: 'Đã xong, đã dừng', all: 'Tất cả' },
    statesTitle: 'Hồ sơ theo bước',
    days: (n: number) => `${number.format(n)} ngày từ quyết định`,
    daysHere: (n: number) => `${number.format(n)} ngày ở bước này`,
    sums: (n: number, works: number) =>
      `Đang giải quyết ${number.format(n)} hồ sơ; còn ${number.format(works)} công trình chưa bàn giao lại.`,
    columns: {
      cooperative: 'Hợp tác xã',
      state: 'Bước',
      days: 'Số ngày',
      deadline: 'Hạn',
      blocks: 'Còn vướng',
    },
    placeFilter: 'Xã, phường',
    allPlaces: 'Tất cả xã, phường',
    noDeadline: 'chưa ghi',
  },

  // Support of one cooperative.
  part: 'Hỗ trợ',
  eligibility: {
    title: 'Đủ điều kiện hưởng chính sách nào',
    hint: 'Xét theo Điều 18 Luật Hợp tác xã 2023 và điều kiện của từng chính sách. Điều gì sổ không ghi thì để "chưa rõ", không suy đoán.',
    policy: 'Chính sách đang áp dụng',
    none: 'Chưa có chính sách nào đang áp dụng trong sổ Chính sách hỗ trợ.',
    sanction: 'Đang bị xử phạt về hành vi bị cấm (Điều 7 khoản 2) hoặc đang chấp hành án?',
    sanctions: { unknown: 'Chưa hỏi', no: 'Không', yes: 'Có' },
    verdicts: { met: 'Đạt', 'not-met': 'Không đạt', unknown: 'Chưa rõ' },
    whole: {
      met: 'Đủ điều kiện theo những gì sổ ghi',
      'not-met': 'Chưa đủ điều kiện',
      unknown: 'Chưa đủ căn cứ để kết luận',
    },
    all: 'Phải đạt tất cả',
    oneOf: 'Đạt một trong các điều kiện',
    conditions: {
      'in-force': 'Chính sách đang có hiệu lực',
      kind: 'Đúng đối tượng',
      status: 'Đang hoạt động',
      certificate: 'Tổ hợp tác có giấy chứng nhận đăng ký',
      sanction: 'Không trong thời gian bị xử phạt, chấp hành án',
      audit: 'Đã kiểm toán',
      'more-members': 'Tăng số lượng thành viên',
      'more-internal': 'Tăng tỷ lệ giao dịch nội bộ',
      'more-indivisible': 'Tăng quỹ chung, tài sản chung không chia',
      training: 'Bồi dưỡng, đào tạo thành viên',
      'new-in-difficult-area': 'Mới thành lập ở địa bàn khó khăn',
    },
    facts: {
      inForce: (from: string, to: string | null) =>
        to ? `từ ${printDay(from)} đến ${printDay(to)}` : `từ ${printDay(from)}`,
      certificate: (code: string, day: string) => `mã số ${code}, đăng ký ngày ${printDay(day)}`,
      growth: (year: number, n: string, before: number, of: string) =>
        `năm ${year}: ${n}; năm ${before}: ${of}`,
      missing: 'sổ Cập nhật hằng năm chưa đủ số liệu của hai năm',
      trained: (n: number) =>
        n === 0
          ? 'sổ chưa ghi ai của hợp tác xã dự tập huấn trong hai năm qua'
          : `${number.format(n)} lượt người dự tập huấn trong hai năm qua`,
      registered: (day: string) =>
        `đăng ký ngày ${printDay(day)}; sổ không ghi địa bàn khó khăn, cần xác minh`,
      audited: (year: number) => `theo bản cập nhật năm ${year}`,
      noUpdate: 'chưa có bản cập nhật nào',
      ask: 'phải hỏi khi xét, không suy đoán',
    },
    article: (article: string) => `Căn cứ: ${article}`,
  },
  received: 'Đã nhận',
  noReceived: 'Sổ chưa ghi khoản hỗ trợ nào.',
  receivedTotal: (n: number, amount: number) => `${number.format(n)} khoản, tổng ${money(amount)}`,
  receivedLine: (day: string, amount: number, source: string, policy: string) =>
    `${printDay(day)}: ${money(amount)}, ${source}, ${policy}`,
  loans: 'Vay Quỹ hỗ trợ phát triển hợp tác xã',
  loanLine: (contract: string, amount: number, repaid: number, due: string) =>
    `${contract}: vay ${money(amount)}, đã trả ${money(repaid)}, hạn ${printDay(due)}`,
  loanLate: 'quá hạn',
  needs: 'Nhu cầu đã nêu',
  noNeeds: 'Sổ chưa ghi nhu cầu nào.',
  needLine: (day: string, field: string, content: string, state: string) =>
    `${printDay(day)}: ${field}. ${content} (${state})`,

  // The province.
  title: 'Hỗ trợ hợp tác xã',
  empty:
    'Chưa có khoản hỗ trợ nào trong sổ. Nhập sổ Chính sách hỗ trợ và sổ Hỗ trợ đã nhận, trang này tự tổng hợp.',
  openReceived: 'Mở sổ Hỗ trợ đã nhận',
  openNeeds: 'Mở sổ Nhu cầu hỗ trợ',
  byYear: 'Hỗ trợ theo năm',
  bySource: 'Theo nguồn',
  byField: 'Theo nhóm chính sách',
  year: 'Năm',
  unit: 'Đơn vị: triệu đồng',
  total: 'Cộng',
  cellLine: (key: string, n: number, cooperatives: number, amount: number) =>
    `${key}: ${number.format(n)} khoản cho ${number.format(cooperatives)} hợp tác xã, ${money(amount)}`,
  millions: (n: number) => `${number.format(Math.round(n / 100_000) / 10)} triệu`,
  yearLine: (year: number, n: number, cooperatives: number, amount: number) =>
    `Năm ${year}: ${number.format(n)} khoản cho ${number.format(cooperatives)} hợp tác xã, ${money(amount)}`,
  fund: {
    title: 'Quỹ hỗ trợ phát triển hợp tác xã',
    empty: 'Sổ chưa ghi khoản vay nào.',
    lent: (n: number, amount: number) => `Đã cho vay ${number.format(n)} khoản, ${money(amount)}`,
    repaid: (amount: number) => `Đã thu hồi gốc ${money(amount)}`,
    outstanding: (amount: number) => `Dư nợ ${money(amount)}`,
    overdue: (n: number, amount: number) => `Quá hạn ${number.format(n)} khoản, ${money(amount)}`,
    writtenOff: (n: number, amount: number) => `Đã xử lý rủi ro ${number.format(n)} khoản, ${money(amount)}`,
    bar: (repaid: number, lent: number) => `Đã thu hồi ${money(repaid)} trên ${money(lent)} cho vay`,
    late: 'Các khoản quá hạn',
    lateLine: (contract: string, amount: number, days: number) =>
      `${contract}: còn ${money(amount)}, quá hạn ${number.format(days)} ngày`,
  },
  gaps: {
    title: 'Nhu cầu đã nêu và hỗ trợ đã có',
    hint: 'Đã được hỗ trợ: có nêu nhu cầu và sau đó nhận hỗ trợ cùng nhóm.',
    empty: 'Sổ chưa ghi nhu cầu nào.',
    columns: {
      field: 'Nhóm',
      stated: 'Nhu cầu đã nêu',
      served: 'Hợp tác xã đã được hỗ trợ',
      open: 'Chưa có kết quả',
      given: 'Giá trị hỗ trợ',
    },
    stated: (n: number, cooperatives: number) =>
      `${number.format(n)} của ${number.format(cooperatives)} hợp tác xã`,
    served: (n: number, of: number) => `${number.format(n)}/${number.format(of)}`,
  },
})
