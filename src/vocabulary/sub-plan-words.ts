// How a duty asks agencies for a plan of their own ("tổ chức xây dựng kế hoạch thực hiện"), and what only sounds like it.
// Patterns over NFC text; all are looked for within one sentence.

const DOCUMENT = '(?:kế hoạch|chương trình hành động|chương trình công tác|chương trình)'
/** "kế hoạch, chương trình", "chương trình hoặc kế hoạch", "chương trình/kế hoạch". */
const DOCUMENTS = `${DOCUMENT}(?:\\s*(?:,|/|và|hoặc)\\s*(?:${DOCUMENT}|đề án))*`
const MAKE = '(?:xây dựng|ban hành|lập)'
const MAKES = `${MAKE}(?:\\s*(?:,|và)\\s*(?:${MAKE}|triển khai|tổ chức triển khai))*(?:\\s+các)?`
const CARRY = '(?:tổ chức\\s+)?(?:triển khai(?:\\s+thực hiện)?|thực hiện|thi hành|hành động)'
const THIS =
  '(?:kế hoạch|chương trình|đề án|nghị quyết|chỉ thị|quyết định)\\s+(?:này|nêu trên|của tỉnh|của Ủy ban|số\\s+\\d)'
/** The document itself, named without its number: "kế hoạch thực hiện Chương trình của cơ quan". */
const IT =
  '(?:kế hoạch|chương trình|đề án|nghị quyết|chỉ thị)(?=\\s*(?:[.,;:)]|$)|\\s+(?:của|tại|trên|trước|gửi|phù hợp|xong)(?!\\p{L}))'
/** What may stand behind "kế hoạch thực hiện" when it is this plan, and not some other work, that is carried out. */
const BEHIND = `(?=\\s*(?:[.,;:)]|$)|\\s+(?:phù hợp|sát|cụ thể|chi tiết|hằng năm|hàng năm|của|tại|trên|ở|với|bảo đảm|đảm bảo|trong|trước|chậm nhất|xong|gửi|và|để|hoặc|nhiệm vụ|các nhiệm vụ|các nội dung|nội dung|những|nghiêm túc|hiệu quả|theo|${THIS}|${IT}))`
/** Whose plan it is, or how it is made: "kế hoạch cụ thể", "kế hoạch của cơ quan mình". */
const OWN =
  '(?:cụ thể|chi tiết|riêng|của\\s+(?:cơ quan|đơn vị|địa phương|ngành|mình|từng)|cấp mình|công tác (?:hằng|hàng) năm của)'

/** "tổ chức xây dựng chương trình, kế hoạch thực hiện phù hợp với …", "ban hành kế hoạch của cơ quan". */
export const ASKS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:tổ chức\\s+)?${MAKES}\\s+${DOCUMENTS}\\s+(?:${OWN}(?!\\p{L})|(?:hành động\\s+)?(?:cụ thể\\s+|chi tiết\\s+)?${CARRY}${BEHIND})`,
    'iu',
  ),
  // "căn cứ Kế hoạch này, các sở xây dựng kế hoạch …"
  new RegExp(
    `(?<!\\p{L})căn cứ\\s+(?:[^.;]{0,40}\\s)?${THIS}(?!\\p{L})[^.;]{0,160}?(?<!\\p{L})${MAKES}\\s+${DOCUMENTS}(?!\\p{L})`,
    'iu',
  ),
  // "cụ thể hóa nhiệm vụ của Kế hoạch này vào chương trình, kế hoạch hằng năm"
  new RegExp(
    `(?<!\\p{L})cụ thể h(?:óa|oá)(?!\\p{L})[^.;]{0,160}?(?<!\\p{L})(?:vào|thành|bằng|trong)\\s+(?:các\\s+)?${DOCUMENTS}(?!\\p{L})`,
    'iu',
  ),
]

/** Behind what was found: the plan is one of something else ("kế hoạch đào tạo", "kế hoạch, dự toán"). */
export const OF_SOMETHING_ELSE =
  /^\s*(?:,\s*(?:dự toán|quyết toán)|(?:đào tạo|bồi dưỡng|tập huấn|sử dụng|vốn|kinh phí|tài chính|đầu tư|tuyển dụng|sản xuất|kinh doanh|thanh tra|kiểm tra|giám sát|truyền thông|lựa chọn nhà thầu|chuyển đổi|phát triển)(?!\p{L}))/iu

/** Before it: somebody else's plan is prepared, helped with, or only spoken of. */
export const NOT_THEIR_OWN =
  /(?<!\p{L})(?:tham mưu|(?<!chương )trình|phối hợp|giúp|đề xuất|hướng dẫn|đôn đốc|kiểm tra|theo dõi|góp ý|tham gia|là (?:căn cứ|cơ sở)|làm (?:căn cứ|cơ sở)|năng lực|đã|việc)(?!\p{L})[^.;:]{0,90}$/iu

/** Within it: the plan is prepared for somebody else to issue. */
export const FOR_ANOTHER = /(?<!\p{L})(?:tham mưu|(?<!chương )trình)(?!\p{L})/iu
