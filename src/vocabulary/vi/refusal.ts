import { inLanguage } from '../language.ts'

export const refusal = /* @__PURE__ */ inLanguage('refusal', {
  signIn: 'Đồng chí chưa đăng nhập hoặc phiên làm việc đã hết hạn. Mời đồng chí đăng nhập để tiếp tục.',
  foreignOrigin:
    'Yêu cầu đến từ một trang khác nên không được thực hiện. Hãy thao tác trên chính trang Chủ Trì.',
  invalid: 'Thông tin gửi lên chưa đúng. Đồng chí xem các mục được nêu và sửa lại.',
  tooLarge: 'Tệp lớn hơn 50 MB nên không nhận được. Hãy chia nhỏ tệp hoặc giảm dung lượng ảnh trong tệp.',
  tooMany: 'Đã có quá nhiều yêu cầu trong thời gian ngắn. Đồng chí chờ một phút rồi thử lại.',
  unreadable: 'Máy chủ không đọc được yêu cầu này. Đồng chí tải lại trang và thử lại.',
  brokenPage: 'Trang này gặp lỗi ngoài dự kiến, những gì đã lưu vẫn còn. Hãy thử lại hoặc tải lại trang.',
  fault: (id: string) =>
    `Hệ thống gặp lỗi ngoài dự kiến, chưa có gì được ghi. Khi báo lỗi, đồng chí nêu mã ${id}.`,
  versionMissing: 'Thiếu phiên bản đã xem (If-Match) nên không thể ghi thay đổi.',
  keyMissing: 'Thiếu khóa chống gửi trùng (Idempotency-Key, 8 đến 100 ký tự).',
  keyReused: 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác. Hãy tải lại trang và thực hiện lại.',
  stale:
    'Người khác đã thay đổi nội dung này sau khi đồng chí mở trang. Hãy tải lại để xem bản mới rồi thực hiện lại.',
  missing: 'Không tìm thấy nội dung này. Có thể nó đã bị xóa hoặc không thuộc đơn vị của đồng chí.',
  serverRunning:
    'Đã có một máy chủ Chủ Trì đang chạy trên thư mục dữ liệu này. Hãy dùng máy chủ đó, hoặc đặt DATA_DIR khác.',
  portTaken: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt PORT khác.`,
})
