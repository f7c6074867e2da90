// Labels that say what follows about a duty: lines of an item ("Cơ quan chủ trì: …") and columns of a table.

export type FieldKind = 'content' | 'lead' | 'coordinating' | 'due' | 'deliverable' | 'ordinal' | 'other'

const ORG = '(?:cơ quan|đơn vị|tổ chức|bộ phận|địa phương|người|cá nhân|đồng chí|thành viên)'
/** "Cơ quan, đơn vị", "Cơ quan/tổ chức". */
const ORGS = `${ORG}(?:(?:,|/| và|, hoặc)?\\s*(?:các )?${ORG}){0,4}`
/** Before "chủ trì" and "phối hợp" only: with another verb these would be names ("Sở Xây dựng", "Phòng Tham mưu"). */
const UNIT = `(?:${ORG}|sở|ban|ngành|phòng)`
const UNITS = `${UNIT}(?:(?:,|/| và|, hoặc)?\\s*(?:các )?${UNIT}){0,4}`
const ACTS = '(?:thực hiện|tham mưu|trình|soạn thảo|triển khai)'
const LEAD = [
  `(?:${UNITS},? )?(?:được giao )?chủ trì(?: chính)?(?:(?:,|/)? ${ACTS}){0,3}`,
  `(?:${UNITS} )?chủ trì(?:,|/| và)\\s*(?:${UNITS} )?phối hợp(?: thực hiện)?`,
  `${ORGS} (?:được giao |được phân công |chịu )?(?:${ACTS}|đầu mối|phụ trách|trách nhiệm|chủ quản)(?: chính)?(?:,? ${ACTS}){0,2}`,
  '(?:chịu )?trách nhiệm(?: thực hiện)?|phụ trách|đầu mối(?: thực hiện)?',
  'phân công(?: nhiệm vụ| chủ trì| thực hiện| trách nhiệm)?|tổ chức thực hiện',
].join('|')
const COORDINATING = `(?:${UNITS} )?phối hợp(?: chính)?(?: thực hiện| triển khai)?|${ORGS} (?:tham gia|cùng thực hiện|hỗ trợ)`
const DUE =
  '(?:thời gian|thời hạn|thời điểm|tiến độ|hạn|mốc thời gian|lộ trình)(?:(?:,|/| -)? (?:thời gian|tiến độ|thời hạn))?(?:(?:,|/)? ?(?:thực hiện|hoàn thành|triển khai|tổ chức|báo cáo|trình|kết thúc|ban hành|dự kiến)){0,3}|hoàn thành|năm (?:thực hiện|hoàn thành)'
const DELIVERABLE =
  '(?:dự kiến )?(?:kết quả|sản phẩm)(?:(?:,|/| và| -)? ?(?:kết quả|sản phẩm))?(?: (?:đầu ra|dự kiến|đạt được|thực hiện|hoàn thành|cần đạt|phải đạt|chủ yếu|chính|cụ thể)){0,2}|hình thức văn bản|loại văn bản'
const WORK = '(?:nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đầu việc)'
const CONTENT = `(?:các |danh mục |tên )?(?:${WORK}|(?<=tên )(?:đề án|văn bản)|đề án(?=,? ${WORK}))(?:(?:,|/| và|\\s*[-–])?\\s*(?:các )?(?:${WORK}|đề án|dự án)){0,3}(?: (?:cụ thể|chủ yếu|trọng tâm|thực hiện|triển khai|cần thực hiện|chính|được giao|kế hoạch)){0,2}|việc cần (?:làm|thực hiện)`
const ORDINAL = 'tt|stt|số tt|số thứ tự|sốtt'
const OTHER =
  '(?:các )?thông số[^:]{0,60}|tần suất[^:]{0,40}|(?:điểm|vị trí) (?:quan trắc|lấy mẫu|khảo sát)[^:]{0,40}|thời kỳ[^:]{0,30}|thời gian bắt đầu|đơn vị được[^:]{0,30}|(?:nguồn )?kinh phí(?: thực hiện| dự kiến)?|địa điểm(?: tổ chức| thực hiện)?|hình thức(?: thực hiện| tổ chức)?|ghi chú|đối tượng(?: áp dụng| thực hiện)?|phạm vi(?: thực hiện)?|thành phần(?: tham dự)?|số lượng|nguồn vốn|căn cứ(?: pháp lý| thực hiện)?|quy mô|mục tiêu|người theo dõi|lãnh đạo (?:phụ trách|theo dõi|chỉ đạo)(?: .{0,20})?'

const KINDS: [FieldKind, string][] = [
  ['ordinal', ORDINAL],
  ['lead', LEAD],
  ['coordinating', COORDINATING],
  ['due', DUE],
  ['deliverable', DELIVERABLE],
  ['content', CONTENT],
  ['other', OTHER],
]
const WHOLE: [FieldKind, RegExp][] = KINDS.map(([kind, words]) => [
  kind,
  new RegExp(`^(?:các )?(?:${words})\\s*(?:\\([^)]*\\))?\\s*[:.]?$`, 'iu'),
])
const LINE: [FieldKind, RegExp][] = KINDS.filter(([kind]) => kind !== 'ordinal').map(([kind, words]) => [
  kind,
  new RegExp(`^\\s*(?:[+*•]\\s*)?(?:${words})\\s*:\\s*`, 'iu'),
])
/** A further label inside a line: "Chủ trì: …; - Phối hợp: …". */
const INNER = new RegExp(
  `(?<=[;.,])\\s{0,3}[-–+•]?\\s{0,3}(?=(?:${[LEAD, COORDINATING, DUE, DELIVERABLE, OTHER].join('|')})\\s*:)`,
  'giu',
)

/** "Đơn vị chủ trì" → lead; null for words that are no label. */
export function columnKind(title: string): FieldKind | null {
  const trimmed = title.trim().replace(/\s+/gu, ' ')
  return WHOLE.find(([, pattern]) => pattern.test(trimmed))?.[0] ?? null
}

/** "Đơn vị chủ trì: Sở X" → lead, with the length of the label. */
export function fieldOf(text: string): { kind: FieldKind; length: number } | null {
  for (const [kind, pattern] of LINE) {
    const match = pattern.exec(text)
    if (match) return { kind, length: match[0].length }
  }
  return null
}

export interface LabelledPart {
  kind: FieldKind
  /** Where the label begins. */
  label: number
  /** The words after the label: from here to `to`. */
  from: number
  to: number
}

/** Labelled parts inside a line, each up to the next: "…. Thời gian: tháng 3; chủ trì: Sở A". */
export function innerFieldsOf(text: string): LabelledPart[] {
  const parts: LabelledPart[] = []
  for (const match of text.matchAll(INNER)) {
    const at = match.index + match[0].length
    const next = fieldOf(text.slice(at, at + 120))
    const last = parts.at(-1)
    if (!next || (last && at <= last.from)) continue
    if (last) last.to = match.index
    parts.push({ kind: next.kind, label: match.index, from: at + next.length, to: text.length })
  }
  return parts
}

/** All labelled parts of a line that begins with a label: "Chủ trì: A; Phối hợp: B" → lead A, coordinating B. */
export function fieldsOf(text: string): LabelledPart[] {
  const first = fieldOf(text)
  if (!first) return []
  const opening = { kind: first.kind, label: 0, from: first.length, to: text.length }
  if (first.kind === 'content') return [opening]
  const more = innerFieldsOf(text.slice(first.length)).map(({ kind, label, from, to }) => ({
    kind,
    label: label + first.length,
    from: from + first.length,
    to: to + first.length,
  }))
  return [{ ...opening, to: more[0]?.label ?? text.length }, ...more]
}
