// What a duty is to produce: the words of a product cell or line, or documents said to be drawn up in the sentence.

const NOUNS =
  'kế hoạch|chương trình|đề án|dự án|quy chế|quy định|văn bản|báo cáo|phương án|hồ sơ|danh sách|danh mục|dự toán|cơ sở dữ liệu|hệ thống|thỏa thuận|thoả thuận|biên bản|cơ chế|chính sách|chiến lược|khung|nghị quyết|quyết định|tờ trình|bộ tiêu chí|bộ chỉ số|nền tảng|cẩm nang|tài liệu|sổ tay|phần mềm|cổng|bản đồ|mẫu|quy ước|hương ước|kho dữ liệu|quy trình|thiết kế|ấn phẩm'
const VERBS =
  'xây dựng|ban hành|biên soạn|đề xuất|lập|ký(?: kết)?(?: mới)?(?: ít nhất \\d+)?|dự thảo|soạn thảo|hoàn thiện|xây dựng và (?:tổ chức|triển khai|ban hành|vận hành|khai thác hiệu quả)|trình|công bố|xây dựng, (?:hoàn thiện|ban hành|tổ chức triển khai)'
const DRAWN_UP = new RegExp(
  `(?<!\\p{L})(?:${VERBS})(?:\\s+(?:và|mới|hoàn chỉnh|thống nhất|theo thẩm quyền))*\\s+((?:các |một số |bộ |những )?(?:${NOUNS})(?!\\p{L})[^;.:]*)`,
  'giu',
)
/** Where the name of the product ends and its purpose begins. */
const TAIL =
  /\s*(?:,\s*(?:bảo đảm|đảm bảo|phù hợp|góp phần|tạo|nhằm|trình|gửi|báo cáo|đáp ứng|thúc đẩy|nâng cao|khuyến khích|phục vụ|từng bước|tham mưu|hướng dẫn|theo|để|trong đó)|\s(?:phù hợp|theo|nhằm|để|đáp ứng|bảo đảm|đảm bảo|gắn với|trên cơ sở|khi|sau khi|trước|đến năm|gửi|(?<!(?:chương|quy|lộ|công|tiến|giáo) )trình|được|liên quan|trong quá trình|tại|về việc|cho các|đối với)\s|(?:,|\s+và)\s+(?:chủ động|tổ chức|triển khai|định kỳ|báo cáo (?!tổng)|đôn đốc|quản lý|phát triển|hướng dẫn|thực hiện|phê duyệt|kiểm tra|tham mưu|cân đối)).*$/iu

/** A product cell or line: parts are set apart by ";" only. */
export const splitDeliverables = (text: string): string[] =>
  text
    .split(/;/u)
    .map((part) =>
      part
        .replace(/\s+/gu, ' ')
        .replace(/^\s*[-–+•]\s*/u, '')
        .replace(/[.;,\s]+$/u, '')
        .trim(),
    )
    .filter((part) => part !== '')

const TOO_PLAIN = /^(?:các |một số )?(?:hệ thống|chính sách|cơ chế|văn bản|nền tảng)$/iu

export function findDeliverables(sentence: string): string[] {
  const found: string[] = []
  for (const match of sentence.matchAll(DRAWN_UP)) {
    const words = (match[1] ?? '')
      .replace(TAIL, '')
      .replace(/[,\s]+$/u, '')
      .trim()
    if (words === '' || TOO_PLAIN.test(words)) continue
    if (/^(?:các )?(?:cơ chế|chính sách)/iu.test(words) && !/^(?:ban hành|xây dựng)/iu.test(match[0]))
      continue
    if (found.length < 3) found.push(words.split(/\s+/u).slice(0, 28).join(' '))
  }
  return [...new Set(found)]
}
