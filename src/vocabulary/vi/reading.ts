import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const reading = /* @__PURE__ */ inLanguage('reading', {
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
  noFolder: 'Không nạp được cả thư mục. Hãy mở thư mục, chọn các tệp của một văn bản rồi thả vào đây.',
  notices: (n: number) => `Lưu ý khi đọc tệp (${number.format(n)})`,
})
