import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const agencyPages = /* @__PURE__ */ inLanguage('agencyPages', {
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
  fillNoPeople: 'Điền mỗi cơ quan một dòng, để trống các cột về cán bộ: tài khoản do quản trị hệ thống nạp.',
  dropHint: 'Thả tệp vào trang này. Hệ thống kiểm tra trước và chưa ghi gì cho đến khi đồng chí bấm "Nạp".',
  choose: 'Chọn tệp',
  orDrop: 'hoặc thả tệp .xlsx, .csv vào trang này',
  drop: 'Thả tệp để kiểm tra danh mục',
  wouldAdd: (agencies: number, people: number, known: number) =>
    `Sẽ thêm ${number.format(agencies)} cơ quan, đơn vị và ${number.format(people)} tài khoản; ${number.format(known)} dòng thuộc cơ quan đã có.`,
  nothingNew: 'Tệp không có gì mới so với danh mục nên không cần nạp.',
  carryOut: 'Nạp',
  codesFollow: (n: number) => `Sau khi nạp, mã dùng một lần của ${number.format(n)} người sẽ hiện ra để in.`,
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
})
