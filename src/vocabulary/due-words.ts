// Words of time of office Vietnamese, as parts of patterns: what bounds a day, what recurs, what waits for something.

/** A bound: the duty may be done before the time named begins or ends. "tính đến" and "kể từ" are bounds of facts. */
export const BY =
  '(?<!(?:tính|từ|kể|vận hành|tiếp nhận) )(?:(?:chậm nhất|muộn nhất)(?: là)?(?: trước| vào| trong| đến(?: hết)?)?|(?:hoàn thành |xong )?(?:trước|(?:cho )?(?<!số liệu )đến(?: hết| cuối| trước)?|hết|tới(?: hết)?)|không (?:quá|muộn hơn|chậm hơn))'

/** A stretch of time in which it is done. */
export const WITHIN = '(?:(?:hoàn thành|xong|thực hiện|triển khai|tổ chức|ban hành) )?(?:ngay )?(?:trong|vào)'

/** "cuối tháng 3", "tuần 2 tháng 3": a part of the month, which as a whole is what can be said for sure. */
export const PART =
  '(?:(?:đầu|giữa|cuối|(?:nửa|tuần|tuần lễ|ngày) (?:đầu|cuối|giữa|thứ \\p{L}{2,4}|\\d)(?: tiên| cùng)?)(?: của)?,? )?'

/** "định kỳ", "định kì" and what scans make of them; "kiểm định kỹ thuật" is another word. */
export const PERIODIC = 'định k(?![ỹỷĩỉ])\\p{L}(?!\\p{L})'
export const YEARLY = '(?:(?:hằng|hàng|mỗi|từng) năm|thường niên)'
export const OFTENER = '(?:hằng|hàng|mỗi|từng) (?:tháng|quý|tuần|ngày)'

/** Names in which "thường xuyên" says nothing about time: "chi thường xuyên". */
export const NOT_OFTEN_AFTER =
  '(?:chi|giáo dục|đầu tư|thường trực|kinh phí|ngân sách|nguồn|vốn|bồi dưỡng|dự toán|biên chế)'

/** "10 ngày làm việc kể từ ngày nhận": counted from something that is yet to come. */
export const COUNTED_FROM =
  '(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|sau ngày|trước ngày|từ thời điểm|sau thời điểm)'

/** Who lets a duty wait: "khi Bộ X có văn bản". */
export const AUTHORITY =
  '(?:các|Chính phủ|Thủ tướng|Quốc hội|Trung ương|Bộ|Tổng|Ban|Đảng|Tỉnh ủy|Thành ủy|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Sở|cấp|cơ quan|đơn vị|Kế hoạch|Đề án|Chương trình|Nghị quyết|Nghị định|Thông tư|Quyết định|Luật)'
export const AUTHORITY_ACTS =
  '(?:ban hành|đề xuất|yêu cầu|phê duyệt|hướng dẫn|triển khai|có (?:văn bản|hướng dẫn|ý kiến|chỉ đạo|kế hoạch|quyết định|yêu cầu|chủ trương|hiệu lực)|thông qua|công bố|giao|bố trí|chấp thuận|hoàn thành|kết thúc)'

/** What a duty follows instead of a day of its own: "theo tiến độ". */
export const FOLLOWED =
  '(?:tiến độ|lộ trình|kế hoạch|hướng dẫn|yêu cầu|chỉ đạo|quy định|thời gian|thời hạn|chương trình|lịch|thực tế|nhu cầu|tình hình|quyết định|văn bản|phân công|đề nghị)'

/** Words after which "đến năm 2030" is the goal of the duty, not a part of a programme's name. */
export const GOAL_AFTER =
  '(?:phấn đấu|mục tiêu|hoàn thành|thực hiện|triển khai|lộ trình|duy trì|đạt|bảo đảm|đảm bảo|và|để|kéo dài|áp dụng|đạt được)'

/** Documents whose own year is no due date: "Luật … năm 2024". */
export const NAMED_PAPER =
  '(?:Luật|Bộ luật|Hiến pháp|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Đề án|Kết luận|Công văn|Thông báo|Báo cáo|Văn bản|Tờ trình|Hướng dẫn)'
