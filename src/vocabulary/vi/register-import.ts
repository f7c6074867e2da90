import { inLanguage } from '../language.ts'
import { number } from './format.ts'

const list = (names: readonly string[]) => names.join('; ')

export const registerImport = /* @__PURE__ */ inLanguage('registerImport', {
  menu: 'Excel',
  menuTemplate: 'Tải biểu mẫu (.xlsx)',
  menuExport: 'Xuất danh sách này (.xlsx)',
  menuExportCsv: 'Xuất danh sách này (.csv)',
  menuExportFull: 'Xuất đầy đủ thông tin cá nhân (.xlsx, có ghi nhật ký)',
  menuImport: 'Nhập từ tệp',
  menuFiles: 'Tải về',

  title: (register: string) => `Nhập vào sổ: ${register}`,
  noRegister: 'Không có sổ này. Đồng chí mở lại từ trang các sổ.',
  intro:
    'Thả vào đây tệp Excel hoặc CSV. Hệ thống đọc từng dòng, đối chiếu với sổ và nêu rõ dòng nào thêm, dòng nào đổi gì, dòng nào có lỗi; chỉ ghi khi đồng chí bấm nhập.',
  accepted: (rows: number) => `Tệp .xlsx hoặc .csv, tối đa ${number.format(rows)} dòng có nội dung.`,
  template: 'Tải biểu mẫu',
  choose: 'Chọn tệp',
  dropHere: 'Thả để đọc tệp',
  oneAtATime: 'Mỗi lần chỉ nạp một tệp, không nạp cả thư mục. Đồng chí thả lại từng tệp.',
  reading: 'Đang đọc tệp…',
  earlier: 'Các lần nhập',
  noneYet: 'Chưa có lần nhập nào. Các tệp đã nhập vào sổ sẽ nằm ở đây, kèm số dòng đã thêm, đã đổi.',
  statuses: { open: 'Chưa nhập', done: 'Đã nhập' },
  runLine: (name: string, at: string) => `${name}, ${at}`,
  doneLine: (fresh: number, changed: number, same: number, faulty: number) =>
    `${number.format(fresh)} dòng thêm, ${number.format(changed)} dòng đổi, ${number.format(same)} dòng như cũ, ${number.format(faulty)} dòng lỗi để lại.`,
  goOn: 'Tiếp tục',
  dropOf: (name: string) => `Xóa lần nhập "${name}"`,
  another: 'Nhập tệp khác',
  openList: 'Mở danh sách',
  steps: { file: 'Chọn tệp', columns: 'Đối chiếu cột', check: 'Xem trước', done: 'Xong' },

  unnamed: 'Tệp không tên',
  noFile: 'Không có tệp nào trong yêu cầu. Hãy chọn tệp rồi gửi lại.',
  fileNameLong: 'Tên tệp quá dài. Hãy đặt tên ngắn hơn 200 ký tự rồi gửi lại.',
  noSheet: 'Tệp không có trang tính này. Hãy chọn lại trang tính.',
  refused: {
    empty: 'Tệp không có ô nào có nội dung. Hãy kiểm tra và nạp lại.',
    type: 'Tệp này không phải bảng Excel (.xlsx) hoặc .csv. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nạp lại.',
    macros:
      'Bảng tính có chứa macro nên không được nhận, để bảo đảm an toàn. Hãy mở bằng Excel, lưu lại dạng .xlsx (không macro) rồi nạp lại.',
    encrypted: 'Bảng tính được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu, lưu lại rồi nạp lại.',
    tooLarge: (rows: number, sheets: number) =>
      `Bảng tính có hơn ${number.format(rows)} dòng có nội dung hoặc hơn ${number.format(sheets)} trang tính. Hãy chia tệp rồi nhập từng phần; dòng đã có sẽ được nhận ra theo mã.`,
  },
  onlyKeepers:
    'Chỉ cơ quan quản lý sổ mới được nhập tệp của hệ thống quốc gia, vì tệp này đổi cả tình trạng. Hãy chọn nguồn khác, hoặc nhờ cơ quan quản lý sổ nhập.',
  sinceAhead: 'Ngày tính của thay đổi không thể sau hôm nay. Hãy chọn lại ngày.',
  columnTwice: (column: string) =>
    `Hai cột của tệp cùng được chọn là "${column}". Mỗi cột của sổ chỉ lấy từ một cột, hãy bỏ chọn ở một cột.`,
  noColumn: 'Sổ không có cột đã chọn. Đồng chí tải lại trang rồi chọn lại.',
  incomplete: 'Chưa đủ thông tin để đọc các dòng. Đồng chí xem các mục được nêu.',
  missingKey: (columns: string) =>
    `Tệp chưa có cột để nhận ra từng dòng: ${columns}. Hãy chỉ ra cột ấy trong các cột của tệp.`,
  missingDecision: (columns: readonly string[]) =>
    `Chưa rõ các cột này là gì: ${list(columns)}. Hãy chọn cột tương ứng của sổ, hoặc chọn "Không đọc".`,
  alreadyDone: 'Lần nhập này đã hoàn thành. Muốn nhập tiếp, hãy nạp lại tệp; dòng đã có sẽ được nhận ra.',
  changedMeanwhile:
    'Từ lúc xem trước đến nay dữ liệu của sổ đã thay đổi nên kết quả sẽ khác; chưa có gì được ghi. Hãy xem lại kết quả đối chiếu rồi bấm nhập lần nữa.',
  faultsStop: (n: number) =>
    `Chưa ghi gì vì còn ${number.format(n)} dòng có lỗi. Hãy sửa tệp rồi nạp lại, hoặc chọn "Bỏ qua dòng lỗi" để nhập các dòng còn lại.`,
  nothing: 'Không có gì để nhập: các dòng của tệp giống hệt sổ hoặc đang có lỗi.',

  columns: 'Mỗi cột của tệp là gì',
  columnsHint:
    'Hệ thống đề xuất theo tên cột và các lần nhập trước. Đồng chí sửa chỗ chưa đúng rồi lưu; lần sau gặp tên cột ấy sẽ không hỏi lại.',
  remembered: 'Các cột được đọc như đồng chí đã chọn; lần sau gặp tên cột ấy sẽ không hỏi lại.',
  changeColumns: 'Xem hoặc sửa các cột',
  saveColumns: 'Lưu và đối chiếu',
  samples: 'Ví dụ',
  ignored: 'Không đọc',
  undecided: 'Chưa rõ, hãy chọn',
  meaningOf: (letter: string, heading: string) => `Cột ${letter} (${heading}) là`,
  hiddenColumn: 'cột ẩn',
  scaled: (times: number) => `tên cột ghi đơn vị: số được nhân ${number.format(times)}`,
  notInFile: (columns: readonly string[]) =>
    `Sổ còn các cột không có trong tệp: ${list(columns)}. Giá trị đang có được giữ nguyên.`,
  ignoredColumns: (columns: readonly string[]) => `Các cột của tệp không được đọc: ${list(columns)}.`,
  noHeadFound: 'Chưa nhận ra hàng tiêu đề của bảng. Đồng chí chỉ ra hàng tiêu đề theo số hàng trong Excel.',
  sheet: 'Trang tính',
  sheetLine: (name: string, rows: number, isHidden: boolean) =>
    `${name} (${number.format(rows)} hàng${isHidden ? ', trang ẩn' : ''})`,
  headRow: 'Hàng tiêu đề',
  headRows: 'Số hàng tiêu đề',
  topRows: 'Các hàng đầu bảng',
  includeHidden: 'Đọc cả hàng đang ẩn hoặc bị lọc',
  hiddenRows: (n: number) => `Trang tính có ${number.format(n)} hàng đang ẩn hoặc bị lọc.`,
  source: 'Nguồn của tệp',
  sources: {
    national: 'Tệp xuất từ hệ thống quốc gia (được đổi tình trạng)',
    template: 'Biểu mẫu hoặc tệp xuất của hệ thống này',
    other: 'Danh sách khác',
  },
  since: 'Thay đổi tính từ ngày',
  sinceHint: 'Dòng đã đổi sau ngày này thì tính từ ngày đổi gần nhất.',
  blanks: 'Ô trống ở dòng đã có',
  blankChoices: { keep: 'Giữ giá trị của sổ', clear: 'Xóa giá trị của sổ' },

  checked: 'Kết quả đối chiếu',
  notYetWritten: 'Chưa có gì được ghi.',
  phases: {
    idle: 'Đang đọc tệp…',
    comparing: 'Đang đối chiếu với sổ…',
    writing: 'Đang ghi. Đồng chí có thể rời trang này; việc nhập hoặc ghi trọn vẹn, hoặc không ghi gì.',
  },
  figures: {
    fresh: 'Thêm mới',
    changed: 'Thay đổi',
    same: 'Như cũ',
    faulty: 'Có lỗi',
    missing: 'Sổ có, tệp không có',
    remarked: 'Cần để ý',
  },
  missingHint: 'Các bản ghi này chỉ được nêu, không bị đổi hay xóa.',
  ofFile: 'Dòng của tệp',
  changesIn: (column: string, rows: number) => `${column} (${number.format(rows)})`,
  changedColumns: 'Các cột thay đổi:',
  skippedHidden: (n: number) => `${number.format(n)} hàng ẩn không được đọc.`,
  skippedFoot: 'Hàng không thuộc bảng:',
  rowsOf: {
    faulty: 'Các dòng có lỗi',
    fresh: 'Các dòng thêm mới',
    changed: 'Các dòng thay đổi',
    same: 'Các dòng như cũ',
    missing: 'Bản ghi của sổ không có trong tệp',
    remarked: 'Các dòng cần để ý',
  },
  none: {
    faulty: 'Không dòng nào có lỗi.',
    fresh: 'Không có dòng mới nào.',
    changed: 'Không dòng nào khác với sổ.',
    same: 'Không dòng nào giống hệt sổ.',
    missing: 'Mọi bản ghi của sổ đều có trong tệp.',
    remarked: 'Không có gì cần để ý.',
  },
  allKinds: 'Mọi lỗi',
  faultKind: 'Loại lỗi',
  row: 'Hàng',
  change: (column: string, before: string, after: string) =>
    `${column}: ${before || 'để trống'} → ${after || 'để trống'}`,
  openRow: (title: string) => `Mở ${title}`,
  faultsFile: 'Tải các dòng lỗi (.xlsx)',
  faultFile: (name: string) => `${name} - dòng lỗi.xlsx`,
  skipFaulty: (n: number) => `Bỏ qua ${number.format(n)} dòng lỗi, nhập các dòng còn lại`,
  run: (fresh: number, changed: number) =>
    `Nhập: thêm ${number.format(fresh)}, đổi ${number.format(changed)}`,
  done: (fresh: number, changed: number) =>
    `Đã nhập: thêm ${number.format(fresh)} dòng, đổi ${number.format(changed)} dòng.`,

  kinds: {
    formula: 'Công thức lỗi',
    notNumber: 'Không phải số',
    ambiguousNumber: 'Số đọc được hai cách',
    decimals: 'Số lẻ',
    impossibleDate: 'Ngày không có thật',
    unreadDate: 'Không đọc được ngày',
    notYear: 'Không phải năm',
    notFlag: 'Không phải có hoặc không',
    unknownChoice: 'Ngoài danh mục',
    unknownPlace: 'Không nhận ra xã, phường',
    ambiguousPlace: 'Trùng tên xã, phường',
    endedPlace: 'Xã, phường đã chia tách',
    unknownAgency: 'Không nhận ra cơ quan',
    ambiguousAgency: 'Trùng tên cơ quan',
    unknownRef: 'Không tìm thấy trong sổ',
    ambiguousRef: 'Trùng tên trong sổ',
    circle: 'Trỏ vòng quanh',
    tooLong: 'Quá dài',
    masked: 'Thông tin bị che',
    twice: 'Trùng trong tệp',
    keyMissing: 'Thiếu mã',
    columnMissing: 'Thiếu cột bắt buộc',
    notYours: 'Ngoài quyền',
    value: 'Giá trị không hợp lệ',
  },
  faults: {
    formula: (cell: string, [why = '']: readonly string[]) =>
      why === 'unsaved'
        ? 'Ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nạp lại.'
        : `Ô là công thức bị lỗi (${cell}). Hãy sửa công thức hoặc gõ thẳng giá trị.`,
    notNumber: (cell: string, _: readonly string[]) =>
      `"${cell}" không phải là số. Hãy ghi số, ví dụ 1.430 hoặc 2,5.`,
    ambiguousNumber: (cell: string, [grouped = '', decimal = '']: readonly string[]) =>
      `"${cell}" đọc được hai cách: ${grouped} hay ${decimal}. Hãy ghi rõ: ${grouped} nếu là hàng nghìn, ${decimal}0 nếu là số lẻ, hoặc định dạng ô là số.`,
    decimals: (cell: string, [most = '']: readonly string[]) =>
      most === '0'
        ? `"${cell}" có phần lẻ, cột này chỉ nhận số nguyên. Hãy làm tròn hoặc xem lại đơn vị.`
        : `"${cell}" có nhiều hơn ${most} chữ số lẻ. Hãy làm tròn.`,
    impossibleDate: (cell: string, _: readonly string[]) =>
      `"${cell}" không phải là một ngày có thật. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 28/02/2026.`,
    unreadDate: (cell: string, _: readonly string[]) =>
      `Không đọc được "${cell}" thành ngày. Hãy ghi đủ ngày/tháng/năm với năm bốn chữ số, ví dụ 28/02/2026.`,
    notYear: (cell: string, _: readonly string[]) =>
      `"${cell}" không phải là năm. Hãy ghi bốn chữ số, ví dụ 2026.`,
    notFlag: (cell: string, _: readonly string[]) =>
      `"${cell}" không rõ là có hay không. Hãy ghi "Có" hoặc "Không" (hoặc x, 1, 0).`,
    unknownChoice: (cell: string, options: readonly string[]) =>
      `"${cell}" không có trong danh mục. Hãy chọn một trong: ${list(options)}.`,
    unknownPlace: (cell: string, near: readonly string[]) =>
      near.length > 0
        ? `Danh mục không có xã, phường, đặc khu "${cell}". Gần nhất: ${list(near)}. Hãy sửa tên trong tệp.`
        : `Danh mục không có xã, phường, đặc khu "${cell}". Hãy sửa tên trong tệp, hoặc bổ sung tên gọi khác trong danh mục cơ quan.`,
    ambiguousPlace: (cell: string, names: readonly string[]) =>
      `"${cell}" có thể là ${list(names)}. Hãy ghi tên đầy đủ hoặc mã định danh.`,
    endedPlace: (cell: string, _: readonly string[]) =>
      `"${cell}" đã được chia hoặc chưa rõ thuộc đơn vị nào sau sắp xếp. Hãy ghi tên xã, phường, đặc khu hiện nay.`,
    unknownAgency: (cell: string, near: readonly string[]) =>
      near.length > 0
        ? `Danh mục không có cơ quan "${cell}". Gần nhất: ${list(near)}. Hãy sửa tên trong tệp.`
        : `Danh mục không có cơ quan "${cell}". Hãy sửa tên trong tệp, hoặc bổ sung danh mục.`,
    ambiguousAgency: (cell: string, names: readonly string[]) =>
      `"${cell}" có thể là ${list(names)}. Hãy ghi tên đầy đủ hoặc mã định danh.`,
    unknownRef: (cell: string, [register = '']: readonly string[]) =>
      `Sổ "${register}" không có "${cell}". Hãy ghi đúng mã hoặc tên, hoặc nhập sổ ấy trước.`,
    ambiguousRef: (cell: string, [register = '']: readonly string[]) =>
      `Sổ "${register}" có nhiều bản ghi tên "${cell}". Hãy ghi mã.`,
    circle: (cell: string, _: readonly string[]) =>
      `Dòng này và "${cell}" trỏ lẫn nhau nên không ghi được. Hãy để trống một phía.`,
    tooLong: (_: string, [has = '', most = '']: readonly string[]) =>
      `Ô dài ${number.format(Number(has))} ký tự, tối đa ${number.format(Number(most))}. Hãy rút gọn.`,
    masked: (cell: string, _: readonly string[]) =>
      `"${cell}" là thông tin đã bị che khi xuất. Hãy ghi đầy đủ, hoặc xóa ô.`,
    twice: (cell: string, [rows = '']: readonly string[]) =>
      `"${cell}" có ở nhiều dòng của tệp (hàng ${rows}). Mỗi mã chỉ được một dòng; hãy xóa dòng thừa.`,
    keyMissing: (_: string, [columns = '']: readonly string[]) =>
      `Dòng không có ${columns} nên không nhận ra được. Hãy ghi bổ sung, hoặc xóa dòng.`,
    columnMissing: (_: string, [columns = '']: readonly string[]) =>
      `Dòng mới phải có ${columns}, tệp không có cột ấy. Hãy thêm cột, hoặc thêm bản ghi trên hệ thống trước.`,
    notYours: (_: string, [why = '']: readonly string[]): string => why,
    value: (_: string, [message = '']: readonly string[]): string => message,
  },
  remarks: {
    value: (_: string, [message = '']: readonly string[]): string => message,
    stateLeft: (cell: string, [now = '']: readonly string[]) =>
      `Tệp ghi tình trạng "${cell}", sổ đang là "${now}". Tình trạng được giữ nguyên, chỉ đổi bằng thao tác trên bản ghi.`,
    zeroAdded: (cell: string, [code = '']: readonly string[]) =>
      `Excel đã bỏ số 0 ở đầu "${cell}": đọc là ${code}.`,
  },

  instructions: {
    sheet: 'Hướng dẫn',
    choices: 'Danh mục',
    title: (register: string) => `Hướng dẫn điền: ${register}`,
    lines: [
      'Mỗi dòng là một bản ghi. Không đổi tên các cột; có thể bỏ cột không dùng hoặc đổi thứ tự cột.',
      'Dòng đã có trong sổ được nhận ra theo cột khóa; dòng mới được thêm vào.',
      'Ngày ghi theo dạng ngày/tháng/năm. Số ghi dạng số; nếu là chữ thì 1.430 là một nghìn bốn trăm ba mươi, 2,5 là hai phẩy năm.',
      'Nhiều giá trị trong một ô cách nhau bằng dấu chấm phẩy (;).',
      'Tình trạng chỉ đổi bằng thao tác trên hệ thống hoặc bằng tệp của hệ thống quốc gia.',
    ],
    heads: ['Cột', 'Bắt buộc', 'Cách ghi', 'Ghi chú'],
    required: 'Có',
    optional: 'Không',
    key: 'Có, là khóa nhận dòng',
    kinds: {
      text: 'Chữ',
      texts: 'Chữ, cách nhau bằng dấu chấm phẩy',
      code: 'Mã, định dạng ô là văn bản',
      number: 'Số',
      money: 'Số nguyên, đơn vị đồng',
      date: 'Ngày/tháng/năm',
      year: 'Năm, bốn chữ số',
      flag: 'Có hoặc Không',
      choice: 'Chọn trong danh mục',
      choices: 'Một hoặc nhiều mục của danh mục, cách nhau bằng dấu chấm phẩy',
      place: 'Tên xã, phường, đặc khu',
      agency: 'Tên cơ quan như trong danh mục',
      ref: (register: string) => `Mã hoặc tên trong sổ "${register}"`,
      file: 'Không nhập bằng bảng tính',
    },
    unit: (unit: string) => `Đơn vị: ${unit}`,
    personal: (why: string) => `Dữ liệu cá nhân: ${why}`,
    chooseFromList: 'Hãy chọn trong danh sách.',
    enterDay: 'Hãy ghi một ngày, ví dụ 28/02/2026.',
    enterNumber: 'Hãy ghi một số.',
    enterYear: 'Hãy ghi năm từ 1900 đến 2200.',
  },
  templateFile: (register: string) => `Biểu mẫu - ${register}.xlsx`,
  exportFile: (register: string, day: string, ending: string) => `${register} - ${day}.${ending}`,
  yes: 'Có',
  no: 'Không',

  cli: {
    importUsage:
      'Cách dùng: chutri register import TÊN_SỔ TỆP.xlsx [--dry-run] [--as TÊN_ĐĂNG_NHẬP] [--skip-faulty] [--since NGÀY] [--source national|template|other]',
    exportUsage: 'Cách dùng: chutri register export TÊN_SỔ --out TỆP.xlsx',
    noRegister: (name: string, names: readonly string[]) =>
      `Không có sổ "${name}". Các sổ: ${names.join(', ')}.`,
    badSince: (text: string) => `"${text}" không phải là ngày. Ghi dạng 2026-11-21 hoặc 21/11/2026.`,
    badSource: (text: string) => `"${text}" không phải là nguồn. Ghi national, template hoặc other.`,
    person: (name: string) => `Nhập dưới tên: ${name}`,
    columns: (names: readonly string[]) => `Các cột: ${list(names)}`,
    unused: (names: readonly string[]) =>
      `Các cột không được đọc: ${list(names)}. Nếu cần, hãy nhập tệp này trên trang nhập của sổ và chọn ý nghĩa cho cột, lần sau lệnh này nhớ.`,
    counts: (rows: number, fresh: number, changed: number, same: number, faulty: number, missing: number) =>
      `${number.format(rows)} dòng: ${number.format(fresh)} thêm, ${number.format(changed)} đổi, ${number.format(same)} như cũ, ${number.format(faulty)} lỗi; ${number.format(missing)} bản ghi của sổ không có trong tệp.`,
    fault: (place: string, message: string) => `  ${place}: ${message}`,
    remark: (cells: string, more: number, message: string) =>
      `  Để ý ${cells}${more > 0 ? ` và ${number.format(more)} ô khác` : ''}: ${message}`,
    change: (row: number, message: string) => `  Hàng ${number.format(row)}: ${message}`,
    more: (n: number) => `  … và ${number.format(n)} dòng khác.`,
    dry: 'Chỉ đối chiếu, chưa ghi gì.',
    exported: (rows: number, path: string) => `Đã xuất ${number.format(rows)} dòng ra ${path}.`,
  },
})
