// What a part of a plan is about, told by its title. First match wins.

export type Zone = 'aim' | 'organisation' | 'funding' | 'task'

const ZONES: readonly (readonly [RegExp, Zone])[] = [
  [/kinh phí.*tổ chức thực hiện/iu, 'organisation'],
  [
    /^(?:công tác )?(?:theo dõi,? kiểm tra|tổ chức (?:triển khai )?thực hiện|tổ chức (?:theo dõi|thi hành)|phân công|trách nhiệm|điều khoản thi hành|hiệu lực(?: thi hành)?$)|chế độ (?:thông tin,? )?báo cáo/iu,
    'organisation',
  ],
  [
    /^(?:về )?(?:nguồn )?(?:kinh phí|nguồn lực tài chính|dự toán)|kinh phí (?:và|thực hiện|bảo đảm)/iu,
    'funding',
  ],
  [
    /^(?:(?:thời gian|địa điểm|thành phần|phương pháp|hình thức|trình tự|thời kỳ|quy mô|số lượng|tiêu chuẩn|cách thức|kết cấu)(?:,| và| -|;)?\s*)+(?:thực hiện|tổ chức|tiến hành|triển khai|kiểm tra|giám sát|tham dự|tham gia)?$/iu,
    'aim',
  ],
  [/^nội dung (?:kiểm tra|giám sát|thanh tra|thi|hội thi|đánh giá)$|nhiệm vụ(?:,| và) quyền hạn/iu, 'aim'],
  [/nhiệm vụ|giải pháp|nội dung (?:thực hiện|triển khai|công việc|kế hoạch)|lộ trình/iu, 'task'],
  [
    /tổ chức (?:triển khai )?thực hiện|phân công (?:thực hiện|nhiệm vụ|trách nhiệm)|trách nhiệm (?:thực hiện|của)/iu,
    'organisation',
  ],
  [
    /^(?:về |các |những )?(?:mục đích|yêu cầu|mục tiêu|quan điểm|chỉ tiêu|phạm vi|đối tượng|căn cứ|cơ sở (?:pháp lý|thực tiễn)|sự cần thiết|thực trạng|hiện trạng|thời kỳ|thông số|tần suất|(?:vị trí|điểm) (?:quan trắc|lấy mẫu|khảo sát|lắp đặt|đặt)|thành phần|địa điểm|đánh giá (?:tình hình|thực trạng|chung|kết quả)|tình hình|đặc điểm|bối cảnh|kết quả|tồn tại|hạn chế|nguyên nhân|tầm nhìn|nguyên tắc|khái quát|tổng quan|dự báo|hiệu quả|tiêu chí)(?!\p{L})/iu,
    'aim',
  ],
  [/mục tiêu cụ thể|mục tiêu (?:chung|tổng quát)/iu, 'aim'],
]

export const zoneOf = (title: string): Zone | null =>
  ZONES.find(([pattern]) => pattern.test(title.trim()))?.[1] ?? null

/** What stands above an automatic table of contents. */
export const CONTENTS_TITLE = /^mục lục$/iu

const DESCRIBING =
  /^(?:về |các |những |phần )?(?:(?:khái quát |tóm tắt )?(?:đánh giá|thực trạng|hiện trạng|tình hình|bối cảnh|đặc điểm)(?!\p{L})|kết quả (?:thực hiện|đạt được|triển khai|chủ yếu năm)|(?:những )?(?:tồn tại|hạn chế|khó khăn|thuận lợi|nguyên nhân|bài học)(?!\p{L})|khái quát|tổng quan|sự cần thiết|căn cứ|cơ sở (?:pháp lý|thực tiễn))/iu

/** A part that tells what is or was: its figures are no targets. */
export const describes = (title: string): boolean => DESCRIBING.test(title.trim())
