import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const indicator = /* @__PURE__ */ inLanguage('indicator', {
  form: {
    long: 'Nội dung quá dài. Đề nghị rút gọn.',
    name: 'Tên cần từ 2 đến 300 ký tự.',
    unit: 'Cần ghi đơn vị tính, ví dụ “hợp tác xã”, “%”, không quá 60 ký tự.',
    reason: 'Cần ghi lý do, ít nhất 5 ký tự, để người sau biết vì sao.',
    period: 'Kỳ số liệu ghi là năm (2026), nửa năm (2026-H1), quý (2026-Q3) hoặc tháng (2026-11).',
    source: 'Cần ghi nguồn số liệu: văn bản, báo cáo, biên bản.',
    formulaMissing: 'Chỉ tiêu tính từ sổ cần có công thức; chỉ tiêu nhập tay hoặc đếm danh mục thì để trống.',
    years: 'Năm cuối không được trước năm đầu.',
    bounds: 'Cần ghi mức phải đạt; với khoảng thì ghi cả hai đầu, đầu dưới không lớn hơn đầu trên.',
    percent: 'Ngưỡng ghi bằng phần trăm, số nguyên.',
    thresholds: 'Ngưỡng chậm phải thấp hơn ngưỡng đúng tiến độ.',
    days: 'Ngày thôi tính không được trước ngày bắt đầu tính.',
  },
  /** The fault of a formula, and its place. */
  check: {
    at: (place: readonly string[], message: string) =>
      place.length ? `${place.join(', ')}: ${message}` : message,
    sides: { part: 'Tử số', whole: 'Mẫu số' },
    nth: (n: number) => `Phần ${n}`,
    condition: (n: number) => `Điều kiện ${n}`,
    noRegister: (name: string) => `Không có sổ “${name}”. Đề nghị chọn lại sổ.`,
    noColumn: (path: string, register: string) =>
      `Sổ “${register}” không có cột “${path}”. Đề nghị chọn lại cột.`,
    personal: (label: string) => `Cột “${label}” là dữ liệu cá nhân, không dùng để tính chỉ tiêu.`,
    noAmount: (label: string) => `Cột “${label}” không phải số, không tính tổng hay bình quân được.`,
    noDistinct: (label: string) =>
      `Cột “${label}” có nhiều giá trị trong một dòng, không đếm khác nhau được.`,
    wrongTest: (label: string, kind: string) => `Cột “${label}” là ${kind}, không dùng được phép so này.`,
    noOption: (value: string, label: string) => `“${value}” không phải là một lựa chọn của cột “${label}”.`,
    noBound: (label: string) => `Cần ghi ít nhất một đầu của khoảng cho cột “${label}”.`,
    wrongBound: (bound: string, label: string, kind: string) =>
      `“${bound}” không so được với cột “${label}” là ${kind}.`,
    turned: (label: string) => `Khoảng của cột “${label}” có đầu dưới lớn hơn đầu trên.`,
    units: (one: string, other: string) =>
      `Không cộng trừ được “${one}” với “${other}”: hai đơn vị khác nhau. Có thể nhân một phần với hệ số đổi đơn vị.`,
    shareUnits: (part: string, whole: string) =>
      `Tử số tính bằng “${part}” còn mẫu số tính bằng “${whole}”: tỷ lệ % cần cùng đơn vị. Nếu là bình quân, chọn “thương”.`,
    kinds: {
      text: 'cột chữ',
      texts: 'cột nhiều giá trị chữ',
      code: 'mã số',
      number: 'cột số',
      money: 'cột tiền',
      date: 'cột ngày',
      year: 'cột năm',
      flag: 'cột có hoặc không',
      choice: 'cột lựa chọn',
      choices: 'cột nhiều lựa chọn',
      place: 'cột xã, phường',
      agency: 'cột cơ quan',
      ref: 'cột chỉ sang sổ khác',
      file: 'cột tệp',
    },
  },
  status: {
    noValue: 'Chưa có số liệu để so với mức phải đạt.',
    reached: 'Số liệu hiện tại đã đạt mức đề ra.',
    missed: (day: string) => `Thời hạn đã hết ngày ${day} mà chưa đạt.`,
    early: (time: string) => `Mới qua ${time} thời gian, chưa đủ để nhận xét.`,
    outside: 'Số liệu nằm ngoài khoảng phải giữ.',
    noBase: 'Chưa biết giá trị đầu kỳ nên không tính được đã giảm bao nhiêu phần.',
    away: 'Số liệu đã rời khỏi mức phải đạt so với đầu kỳ.',
    pace: (way: string, time: string, pace: string, onTrack: string, slow: string) =>
      `Đi được ${way} quãng đường trong ${time} thời gian, bằng ${pace}% tiến độ (từ ${onTrack}% là đúng tiến độ, từ ${slow}% là chậm, dưới nữa là có nguy cơ không đạt).`,
  },
  forecast: {
    tooFew: (points: number, least: number) =>
      `Mới có số liệu của ${number.format(points)} năm trọn vẹn; cần ít nhất ${number.format(least)} năm để dự báo.`,
  },
  target: {
    printed: (figure: string, unit: string, years: string, isYearly: boolean) =>
      `${figure} ${unit} (${isYearly ? 'hằng năm ' : ''}${years})`,
  },
  sentence: {
    count: (rows: string) => `số ${rows}`,
    distinct: (label: string, rows: string) => `số “${label}” khác nhau của ${rows}`,
    sum: (label: string, rows: string) => `tổng “${label}” của ${rows}`,
    average: (label: string, rows: string) => `bình quân “${label}” của ${rows}`,
    max: (label: string, rows: string) => `“${label}” lớn nhất của ${rows}`,
    share: (part: string, whole: string) => `tỷ lệ % của ${part} trên ${whole}`,
    ratio: (part: string, whole: string) => `${part} chia cho ${whole}`,
    plus: ' cộng ',
    minus: (from: string, less: string) => `${from} trừ ${less}`,
    times: (of: string, by: string) => `${of} nhân ${by}`,
    where: (conditions: string) => ` (${conditions})`,
    and: '; ',
    or: ' hoặc ',
    through: (label: string, of: string) => `${label} của ${of}`,
    is: (label: string, value: string) => `${label}: ${value}`,
    not: (label: string, value: string) => `${label} không phải ${value}`,
    flagged: (label: string) => `${label}: có`,
    notFlagged: (label: string) => `${label}: không`,
    known: (label: string) => `${label}: đã ghi`,
    unknown: (label: string) => `${label}: chưa ghi`,
    between: (label: string, from: string, to: string) => `${label} từ ${from} đến ${to}`,
    from: (label: string, from: string) => `${label} từ ${from} trở đi`,
    to: (label: string, to: string) => `${label} đến ${to}`,
    words: {
      '@day': 'ngày tính',
      '@year-start': 'đầu năm của ngày tính',
      '@window-start': '15/12 năm trước của kỳ số liệu',
      '@window-end': '14/12 của kỳ số liệu',
      '@year': 'năm của ngày tính',
      '@year-1': 'năm trước của ngày tính',
      '@data-year': 'năm số liệu gần nhất đã chốt 14/12',
      '@data-year-1': 'năm trước năm số liệu gần nhất',
    },
  },
})
