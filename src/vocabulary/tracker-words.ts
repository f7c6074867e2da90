// How offices keep their tracking sheets: the headings of the columns, the words of the column "Tình trạng", and what
// stands below the last row. Headings and words are compared in lower case, of one composition, spaces squeezed.

/** What a column of a tracking sheet holds. `tick-…`: a cross in the column stands for the state in its heading. */
export const TRACKER_FIELDS = [
  'number',
  'section',
  'duty',
  'lead',
  'coordinating',
  'deliverable',
  'due',
  'state',
  'tick-pending',
  'tick-active',
  'tick-overdue',
  'tick-done',
  'tick-done-late',
  'percent',
  'completedOn',
  'result',
  'note',
  'documentNumber',
  'documentDay',
] as const
export type TrackerField = (typeof TRACKER_FIELDS)[number]

/** Where a row stands, as the sheet says it. */
export const SHEET_STATES = [
  'pending',
  'active',
  'overdue',
  'done',
  'done-late',
  'suspended',
  'closed',
] as const
export type SheetState = (typeof SHEET_STATES)[number]

const OF_WORK = '(?: (?:thực hiện|xử lý|triển khai|nhiệm vụ|hoàn thành|công việc|đến nay|hiện nay|báo cáo))*'
const PAPER = '(?:văn bản|vb|công văn|quyết định|kế hoạch|chỉ đạo)'

/** Headings that are sure by their words alone; the narrowest first. Others are told by label and values together. */
export const TRACKER_LABELS: readonly (readonly [TrackerField, string])[] = [
  [
    'number',
    'tt|stt|số tt|số thứ tự|sốtt|mã(?: số)?(?: nhiệm vụ| nv| việc)?|mã hiệu|ký hiệu (?:nhiệm vụ|việc)',
  ],
  [
    'documentNumber',
    `(?:số(?:,? ?/? ?(?:ký hiệu|kí hiệu|kh))?(?:,? ngày)? (?:của )?)?${PAPER} giao(?: việc| nhiệm vụ)?|số(?:,? ?/? ?(?:ký hiệu|kí hiệu|kh))? (?:của )?${PAPER}(?: giao| chỉ đạo| đến)?|số,? ?(?:ký|kí) hiệu|số hiệu|${PAPER} (?:chỉ đạo|giao|đến)|căn cứ giao|nguồn giao`,
  ],
  [
    'documentDay',
    `ngày(?:,? tháng)?(?: năm)? (?:của )?(?:${PAPER}|ban hành|giao|ký|đến|nhận)(?: ${PAPER})?(?: giao| việc| nhiệm vụ)*|ngày,? tháng(?:,? năm)?|(?:thời gian|thời điểm) giao(?: việc| nhiệm vụ)?`,
  ],
  [
    'completedOn',
    'ngày (?:đã )?(?:hoàn thành|hoàn tất|xong|kết thúc|ht)(?: thực tế)?|ngày thực tế hoàn thành|ngày (?:có|trả|báo cáo) kết quả|(?:thời gian|thời điểm|ngày) (?:thực tế )?(?:đã )?hoàn thành thực tế|hoàn thành (?:ngày|thực tế)|thời gian thực tế',
  ],
  [
    'percent',
    '(?:(?:tỷ lệ|tỉ lệ|mức(?: độ)?|tiến độ|khối lượng|kết quả) ?)?(?:%|phần trăm)(?: (?:hoàn thành|thực hiện|tiến độ|khối lượng|đạt|công việc))*|(?:tỷ lệ|tỉ lệ|mức độ|khối lượng)(?: (?:hoàn thành|thực hiện|đạt))+|(?:tiến độ|kết quả) %',
  ],
  ['state', `(?:tình trạng|trạng thái|hiện trạng)${OF_WORK}|(?:mức độ|đánh giá) (?:thực hiện|tiến độ)`],
  [
    'section',
    'lĩnh vực|nhóm(?: nhiệm vụ| việc| lĩnh vực| giải pháp)?|phần|mục|chương trình(?:,? nhóm)?|khối',
  ],
  [
    'note',
    `ghi chú|lý do(?: chậm| quá hạn)?|nguyên nhân(?: chậm)?|(?:khó khăn|tồn tại)(?:,? vướng mắc)?|vướng mắc|(?:đề xuất|kiến nghị)(?:,? (?:đề xuất|kiến nghị))?`,
  ],
  [
    'duty',
    '(?:nội dung|nhiệm vụ|công việc|việc)(?: (?:chỉ đạo|được giao|giao|phải làm|theo dõi|thực hiện|nhiệm vụ|công việc))+|trích yếu(?: nội dung)?',
  ],
  [
    'due',
    'hạn (?:xử lý|trả lời|báo cáo|giao|cuối)|thời hạn (?:xử lý|giao|báo cáo|được giao)|ngày (?:đến )?hạn|ngày phải (?:hoàn thành|xong)|hạn',
  ],
  [
    'lead',
    '(?:cơ quan|đơn vị|sở|phòng)(?:,? (?:cơ quan|đơn vị|sở|ngành|địa phương))* (?:thực hiện|chủ trì|được giao|đầu mối|xử lý|tham mưu)(?: chính| thực hiện)*|chủ trì|đơn vị|cơ quan|cơ quan, đơn vị|đầu mối',
  ],
  [
    'result',
    `(?:tóm tắt |nội dung )?(?:tình hình(?:,|/| và)? ?)?kết quả${OF_WORK}(?: đạt được| cụ thể)?|(?:nội dung|việc) (?:đã )?(?:thực hiện|làm)|diễn biến|${PAPER} kết quả|báo cáo kết quả|sản phẩm (?:đã )?hoàn thành|tình hình${OF_WORK}`,
  ],
]

/** Headings under which one office keeps a state, another a percentage, a day or a report: the values tell. */
export const TOLD_BY_VALUES =
  /^(?:tiến độ|kết quả|tình hình|tình trạng|hoàn thành|đánh giá|trạng thái|mức độ|tỷ lệ|tỉ lệ)(?![\p{L}])/iu

/** Words of the column "Tình trạng", whole, brackets and full stop left out; the narrowest first. */
export const STATE_WORDS: readonly (readonly [SheetState, string])[] = [
  [
    'closed',
    '(?:không|thôi|dừng|ngừng|kết thúc)(?: còn)?(?: tiếp tục)? (?:thực hiện|triển khai|theo dõi|giao)(?: nữa)?|dừng|hủy(?: bỏ)?|huỷ(?: bỏ)?|đưa ra khỏi (?:danh mục|danh sách|kế hoạch)|rút khỏi (?:danh mục|chương trình)',
  ],
  ['suspended', '(?:đã |đang )?(?:tạm (?:dừng|hoãn|ngừng|đình chỉ)|hoãn)(?: thực hiện| triển khai| lại)?'],
  [
    'done-late',
    '(?:đã )?(?:hoàn thành|hoàn tất|thực hiện|ht|xong)(?: nhưng)? (?:quá hạn|chậm(?: (?:tiến độ|hạn|so với hạn))?|muộn|trễ(?: hạn)?|không đúng hạn|sau hạn|sau thời hạn)|(?:quá hạn|chậm|trễ hạn)(?:,| -| nhưng)? đã hoàn thành|htqh|hoàn thành qh',
  ],
  [
    'overdue',
    '(?:đã )?quá (?:hạn|thời hạn)(?:,? (?:chưa|đang) (?:hoàn thành|thực hiện|xong|xử lý))?|(?:chưa (?:hoàn thành|thực hiện|xong)|đang (?:thực hiện|triển khai|xử lý))(?:,| -)? (?:đã )?(?:quá hạn|chậm(?: tiến độ)?|trễ hạn)|chậm(?: tiến độ| hạn| muộn)?|trễ(?: hạn)?|muộn|qh|chưa hoàn thành qh',
  ],
  [
    'pending',
    'chưa(?: (?:thực hiện|triển khai|bắt đầu|làm|tiến hành|xử lý|tiếp nhận|có kết quả|báo cáo))?|mới giao|cth',
  ],
  [
    'active',
    'đang(?: (?:thực hiện|triển khai|tiến hành|xử lý|làm|tham mưu|xây dựng|soạn thảo|hoàn thiện|trình|lấy ý kiến|chờ|chờ ý kiến|chờ phê duyệt))?(?:,?(?: còn)? (?:trong hạn|đúng hạn|đúng tiến độ|đảm bảo tiến độ|bảo đảm tiến độ|chưa đến hạn))?|(?:còn |đang )?trong hạn(?: xử lý)?|chưa (?:đến|tới) (?:thời )?hạn|chưa (?:hoàn thành|xong)|(?:bảo đảm |đảm bảo |đúng )tiến độ|chờ (?:phê )?duyệt|(?:thực hiện )?thường xuyên|đth|chưa ht',
  ],
  [
    'done',
    '(?:đã )?(?:hoàn thành|hoàn tất|xong)(?:,? (?:đúng hạn|trước hạn|sớm hạn|đúng tiến độ|trong hạn|vượt tiến độ|nhiệm vụ|100 ?%))?|đã (?:thực hiện|làm|xử lý|thực hiện xong|xử lý xong|kết thúc)|(?:hoàn thành )?đúng hạn|ht|đht|xong',
  ],
]

/** What offices put under a heading that is itself a state. */
export const TICKS = /^(?:x+|v|có|true|ok|1|[✓✔☑√☒×•●■])$/iu

/** Rows below the table: who made it, who signs, whom it goes to, sums. */
export const TRACKER_FOOT =
  /^(?:(?:người|cán bộ|chuyên viên) (?:lập|tổng hợp|theo dõi|báo cáo)|(?:tm|kt|tl|tuq|q)\. ?\p{Lu}|nơi nhận|thủ trưởng (?:cơ quan|đơn vị)|giám đốc$|phó giám đốc$|chủ tịch$|phó chủ tịch$|chánh văn phòng$|ghi chú ?:|lưu ?:|ký tên|\(ký|.{0,30}, ?ngày [\d….]{1,4} ?tháng )/iu
export const TRACKER_SUM = /^(?:tổng(?: cộng| số)?|cộng)(?: (?:chung|nhiệm vụ|số nhiệm vụ))?\s*(?:$|[:(\d])/iu

/** "(Tính đến ngày 15/10/2026)", "Số liệu đến hết ngày 15/10/2026". */
export const AS_OF =
  /(?:tính đến|số liệu(?: cập nhật)?(?: tính)? đến|cập nhật(?: đến)?|đến(?: hết)?) (?:hết )?(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu
