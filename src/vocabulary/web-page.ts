// Words by which a web site's own lines around a document are known. No domain of law: what menus and footers say.

/** A line of a site's frame, whole or from its beginning. */
const FRAME = [
  'trang chủ',
  'đăng nhập',
  'đăng ký',
  'đăng xuất',
  'tìm kiếm',
  'menu',
  'bỏ qua',
  'chia sẻ',
  'facebook',
  'zalo',
  'twitter',
  'tải về',
  'tải xuống',
  'tải văn bản',
  'tải file',
  'download',
  'in trang',
  'bản in',
  'gửi email',
  'lượt xem',
  'số lượt truy cập',
  'quảng cáo',
  'advertisement',
  'xem thêm',
  'xem chi tiết',
  'quay lại',
  'về trang trước',
  'lên đầu trang',
  'văn bản liên quan',
  'văn bản cùng',
  'văn bản mới',
  'văn bản khác',
  'các văn bản khác',
  'tin liên quan',
  'tin cùng chuyên mục',
  'tin khác',
  'tin mới',
  'các tin khác',
  'bài viết liên quan',
  'bình luận',
  'ý kiến bạn đọc',
  'ý kiến của bạn',
  'gửi bình luận',
  'đánh giá bài viết',
  'lược đồ',
  'thuộc tính',
  'nội dung toàn văn',
  'hiệu lực văn bản',
  'bản dịch',
  'theo dõi chúng tôi',
  'đăng ký nhận tin',
  'chính sách bảo mật',
  'chính sách quyền riêng tư',
  'điều khoản sử dụng',
  'trang web này sử dụng cookie',
  'chúng tôi sử dụng cookie',
  'chấp nhận cookie',
  'bản quyền thuộc',
  'bản quyền ©',
  'copyright',
  '©',
]
const LINE = new RegExp(`^[\\s\\p{P}\\p{S}]{0,6}(?:${FRAME.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
const CRUMBS = /^(?:[^›»>/]{2,40}\s[›»>/]\s){1,6}[^›»>/]{2,160}$/u
const MOST_LENGTH = 120

const ALL_OF = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FRAME.join('|')}|email|print|qua|lên|và|thuộc về)(?![\\p{L}\\p{N}])`,
  'giu',
)

/** "Chia sẻ: Facebook | Zalo" → true, "Chia sẻ dữ liệu dân cư" → false: the line says nothing else. */
export function isFrameAlone(text: string): boolean {
  return text.length <= MOST_LENGTH && /\p{L}/u.test(text) && !/[\p{L}]/u.test(text.replace(ALL_OF, ''))
}

/** "Chia sẻ: Facebook | Zalo", "Trang chủ › Văn bản › Kế hoạch" → true. */
export function isFrameLine(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > MOST_LENGTH) return false
  return LINE.test(trimmed) || (/^trang chủ|^home/iu.test(trimmed) && CRUMBS.test(trimmed))
}
