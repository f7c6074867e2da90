import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const register = /* @__PURE__ */ inLanguage('register', {
  personal: 'dữ liệu cá nhân',
  byRoom:
    'Sổ này không nhập bằng tay: dòng của sổ do hệ thống ghi khi kết quả được xác nhận ở trang liên quan.',
  notKeeper:
    'Chỉ cơ quan được giao quản lý sổ này mới thực hiện được. Đồng chí liên hệ quản trị viên để biết cơ quan nào quản lý.',
  notYours:
    'Chỉ cơ quan quản lý sổ và xã, phường, đặc khu của chính bản ghi này mới thực hiện được. Đồng chí liên hệ một trong các cơ quan đó.',
  notRevealed:
    'Thông tin cá nhân chỉ mở cho cơ quan quản lý sổ và xã, phường, đặc khu của chính bản ghi này.',
  notMoved:
    'Chuyển bản ghi sang xã, phường khác do cơ quan quản lý sổ thực hiện. Đồng chí liên hệ cơ quan đó.',
  notAtThisStep:
    'Bản ghi không ở tình trạng thực hiện được bước này. Đồng chí tải lại trang để xem tình trạng hiện tại.',
  ofRoom: 'Bước này thực hiện tại trang riêng của nghiệp vụ, không thực hiện ở sổ đăng ký.',
  isVoid: 'Bản ghi này đã được hủy vì ghi nhầm. Hãy khôi phục trước khi thay đổi.',
  notVoid: 'Bản ghi này đang có hiệu lực, không cần khôi phục.',
  pointedAt: (n: number, register: string) =>
    `Chưa hủy được: còn ${number.format(n)} bản ghi ở sổ "${register}" dựa vào bản ghi này. Hãy xử lý các bản ghi đó trước.`,
  faulty: (n: number) =>
    n === 1
      ? 'Có 1 mục chưa đúng. Đồng chí xem mục được nêu và sửa lại.'
      : `Có ${number.format(n)} mục chưa đúng. Đồng chí xem các mục được nêu và sửa lại.`,
  sinceBefore: (day: string) =>
    `Bản ghi đang được tính từ ngày ${printDay(day)}; thay đổi không thể tính từ trước ngày đó.`,
  sinceAfter: (day: string) => `Thay đổi không thể tính từ sau ngày ${printDay(day)}.`,
  reasonMissing: 'Đồng chí ghi lý do.',
  keepersChanged: 'Người khác đã thay đổi danh sách cơ quan quản lý. Hãy tải lại để xem danh sách mới.',
  keeperUnknown: 'Có cơ quan không còn trong danh mục. Hãy tải lại rồi chọn lại.',
  filterWrong: (column: string) =>
    `Không hiểu điều kiện lọc ở cột "${column}". Hãy bỏ điều kiện đó và chọn lại.`,
  listWrong: 'Không hiểu cách sắp xếp hoặc các cột được chọn. Hãy mở lại danh sách.',
  isPersonal: (column: string) => `Cột "${column}" là dữ liệu cá nhân nên không lọc và sắp xếp theo được.`,
  place: 'Xã, phường, đặc khu',
  noFile: 'Chưa chọn tệp.',
  faults: {
    required: (column: string) => `Chưa có "${column}".`,
    text: 'Đây phải là chữ.',
    long: (most: number) => `Dài quá ${number.format(most)} ký tự.`,
    number: 'Đây phải là số, ví dụ 1430 hoặc 2,5.',
    tooLarge: 'Số này quá lớn.',
    min: (min: number) => `Không được nhỏ hơn ${number.format(min)}.`,
    max: (max: number) => `Không được lớn hơn ${number.format(max)}.`,
    decimals: (n: number) => (n === 0 ? 'Đây phải là số nguyên.' : `Chỉ ghi đến ${n} chữ số thập phân.`),
    year: 'Đây phải là một năm, ví dụ 2026.',
    date: 'Đây phải là một ngày có thật, dạng ngày/tháng/năm.',
    flag: 'Đây phải là Có hoặc Không.',
    choice: 'Giá trị này không có trong danh mục vào ngày đó. Hãy chọn lại.',
    unknown: 'Không tìm thấy nội dung được chọn. Có thể nó đã bị hủy; hãy chọn lại.',
    noPlace: 'Đây phải là một xã, phường hoặc đặc khu.',
    taken: (column: string) => `Đã có bản ghi khác cùng "${column}".`,
    twice: (column: string) => `Có hai dòng cùng "${column}".`,
    needed: (column: string) => `Bước này cần có "${column}".`,
  },
  story: {
    nothing: 'trống',
    unknown: 'không còn trong danh mục',
    yes: 'Có',
    no: 'Không',
    money: (figure: string) => `${figure} đồng`,
    create: (who: string, day: string) => `${who} ghi mới, tính từ ngày ${day}.`,
    change: (who: string, day: string) => `${who} thay đổi, tính từ ngày ${day}.`,
    step: (who: string, step: string, day: string) => `${who} thực hiện "${step}", tính từ ngày ${day}.`,
    void: (who: string) => `${who} hủy vì ghi nhầm; bản ghi không được tính vào ngày nào.`,
    restore: (who: string) => `${who} khôi phục; bản ghi được tính lại như trước khi hủy.`,
    passOn: (who: string, day: string) =>
      `Chuyển theo việc sắp xếp tổ chức từ ngày ${day}, do ${who} ghi nhận.`,
    imported: (who: string, file: string, day: string) =>
      `${who} nhập từ tệp "${file}", tính từ ngày ${day}.`,
    importedChange: (who: string, file: string, day: string) =>
      `${who} cập nhật từ tệp "${file}", tính từ ngày ${day}.`,
  },
  codes: {
    taxForm: 'Mã số thường gồm 10 chữ số, hoặc 10 chữ số và 3 chữ số của đơn vị phụ thuộc (0123456789-001).',
    taxDigit: 'Chữ số thứ mười không khớp với chín chữ số đầu. Đồng chí kiểm tra lại xem có gõ nhầm không.',
    businessPlace: 'Mã địa điểm kinh doanh thường gồm 5 chữ số, từ 00001 đến 99999.',
  },
})
