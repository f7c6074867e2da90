// Words about what a duty is to produce: what is drawn up, the verbs that draw it up, and where its name ends.

/** Papers, agreements and systems that count as a product. */
export const PRODUCTS = [
  'kế hoạch',
  'chương trình',
  'đề án',
  'dự án',
  'quy chế',
  'quy định',
  'văn bản',
  'báo cáo',
  'phương án',
  'lộ trình',
  'hồ sơ',
  'danh sách',
  'danh mục',
  'dự toán',
  '(?:hệ )?cơ sở dữ liệu',
  'hệ thống(?= (?:thông tin|dữ liệu|cơ sở dữ liệu|quản lý|giám sát|phần mềm|chỉ số|chỉ tiêu|tiêu chí|báo cáo|điều hành|theo dõi|văn bản|số|điện tử|trực tuyến|cảnh báo|truy xuất))',
  'thỏa thuận',
  'thoả thuận',
  'biên bản',
  'bản ghi nhớ',
  'cơ chế',
  'chính sách',
  'chiến lược',
  'quy hoạch',
  'khung',
  'nghị quyết',
  'quyết định',
  'chỉ thị',
  'hướng dẫn',
  'tờ trình',
  'bộ tiêu chí',
  'bộ chỉ số',
  'bộ tài liệu',
  'bộ nhận diện',
  'nền tảng',
  'cẩm nang',
  'tài liệu',
  'sổ tay',
  'sổ [^,;.]{0,30}điện tử',
  'kịch bản',
  'phần mềm',
  'ứng dụng(?! công nghệ| khoa học| CNTT| các| kỹ thuật)',
  'cổng',
  'trang thông tin',
  'chuyên trang',
  'bản đồ',
  'mẫu',
  'quy ước',
  'hương ước',
  'kho dữ liệu',
  'quy trình',
  'thiết kế',
  'ấn phẩm',
] as const

/** Policies and systems: readers differ on whether these are a product or only the work. */
export const SOFT_PRODUCT =
  /^(?:các |một số |những )?(?:cơ chế|chính sách|hệ thống|nền tảng|kho|(?:hệ )?cơ sở dữ liệu|cổng|trang|chuyên trang|phần mềm|ứng dụng|bộ nhận diện|lộ trình|hồ sơ)(?!\p{L})/iu

/** Verbs that draw a paper or a system up; "trình" is none inside "chương trình". */
export const DRAWING_VERBS = [
  'xây dựng',
  'ban hành(?: mới)?',
  'biên soạn',
  'đề xuất',
  'lập(?:,| và) giao',
  'lập',
  'thiết lập',
  'ký(?: kết)?(?: mới)?(?: ít nhất \\d+)?',
  'dự thảo',
  'soạn thảo',
  'hoàn thiện',
  '(?<!(?:chương|quy|quá|lộ|công|tiến|giáo|tờ|hành|lịch) )trình(?: ban hành)?',
  'công bố',
  '(?:phát triển|hình thành)(?= (?:các |một số )?(?:nền tảng|hệ thống (?:quản lý|thông tin|dữ liệu|giám sát)|kho dữ liệu|(?:hệ )?cơ sở dữ liệu|cổng))',
  'cụ thể h(?:óa|oá) (?:thành|bằng)',
  'sửa đổi, bổ sung',
  'điều chỉnh(?:, bổ sung)?(?= (?:quy hoạch|kế hoạch))',
] as const

/** What may stand between the verb and the product: "xây dựng và tổ chức triển khai hiệu quả các …". */
export const AFTER_DRAWING =
  '(?:,?\\s+(?:và|mới|hoàn chỉnh|thống nhất|theo thẩm quyền|hoàn thiện|bổ sung|tổ chức|triển khai|thực hiện|ban hành|vận hành|duy trì|khai thác|áp dụng|sử dụng|ứng dụng|số hóa|cập nhật|phát triển|quản lý|hiệu quả|có hiệu quả|đồng bộ|kịp thời|tham mưu))*'

/** Too general to be a product without words of their own. */
export const TOO_PLAIN =
  /^(?:các |một số |những )?(?:hệ thống|(?:cơ chế|chính sách)(?:,? (?:cơ chế|chính sách))*|văn bản|nền tảng|báo cáo|hồ sơ|ứng dụng|hướng dẫn|quy định|tài liệu|thiết kế|mẫu|hệ thống (?:pháp luật|chính trị|chính sách|văn bản pháp luật)(?![^,]*(?:cơ sở|số)).*)$/u

/** Words behind which no longer the product is named but its purpose, its fate or the next action. */
export const NAME_ENDS: readonly RegExp[] = [
  /,\s*(?:bảo đảm|đảm bảo|phù hợp|góp phần|tạo|nhằm|trình|gửi|báo cáo|đáp ứng|thúc đẩy|nâng cao|khuyến khích|phục vụ|từng bước|tham mưu|theo|để|trong đó|đặc biệt|chú trọng|ưu tiên|làm cơ sở|qua đó|kịp thời|sẵn sàng|hoàn thành|nơi)(?!\p{L})/iu,
  /\s(?:phù hợp|nhằm|để|đáp ứng|(?<!không |phương án |kế hoạch |cơ chế )(?:bảo đảm|đảm bảo)|gắn với|trên cơ sở|khi|sau khi|trước (?:ngày|khi|tháng)|gửi|(?<!(?:chương|quy|quá|lộ|công|tiến|giáo|tờ) )trình|(?:đã )?được(?! (?:giao|phân công|phân cấp|đầu tư|ưu tiên|công nhận))|trong quá trình|theo(?! hướng)|đối với|tại (?:cơ quan|đơn vị|địa phương|địa bàn|khoản|Điều|Quyết định)|làm cơ sở|thông qua)(?!\p{L})/iu,
  /\s*\((?:hoàn thành|trước|trong|thời gian|theo|nếu)(?!\p{L})/iu,
]

/** A verb of the next action behind a comma or "và"; in a list of nouns ("công tác A, kiểm tra B") it is none. */
export const NEXT_ACTION =
  /(?:,|\s+và)\s+(?:chủ động|tổ chức|triển khai|định kỳ|báo cáo (?!tổng)|đôn đốc|quản lý|phát triển|hướng dẫn|thực hiện|phê duyệt|kiểm tra|giám sát|tham mưu|cân đối|theo dõi|tuyên truyền|khai thác|vận hành|bố trí|chỉ đạo|đẩy mạnh|tăng cường|thiết lập|cập nhật|tiến tới|lồng ghép|gửi|không)(?!\p{L})/giu

/** Such a verb is a noun in a short name: "kế hoạch quan trắc, cảnh báo và giám sát môi trường". */
export const NOUN_TOO =
  /(?:quản lý|phát triển|hướng dẫn|kiểm tra|giám sát|theo dõi|tuyên truyền|khai thác|vận hành)$/iu
