import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const document = /* @__PURE__ */ inLanguage('document', {
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
  notPdf:
    'Tệp này không phải PDF. Văn bản đã ký phải là tệp PDF: hãy quét văn bản, hoặc xuất PDF từ hệ thống ký số, rồi tải lên lại.',
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
  sheetTooLong:
    'Đọc bảng tính mất quá nhiều thời gian nên đã dừng. Không có gì được ghi. Hãy chia bảng thành các phần nhỏ hơn rồi nhập lại.',
  sheetTooHeavy:
    'Bảng tính cần quá nhiều bộ nhớ để đọc nên đã dừng. Không có gì được ghi. Hãy xóa các hàng, cột và định dạng thừa rồi nhập lại.',
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
  encryptedPdf: 'Tệp PDF được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu, lưu lại tệp PDF rồi nạp lại.',
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
})
