// Labels that say what follows about a duty: lines of an item ("Cơ quan chủ trì: …") and columns of a table.

export type FieldKind = 'content' | 'lead' | 'coordinating' | 'due' | 'deliverable' | 'ordinal' | 'other'

const LEAD =
  'cơ quan(?:,? (?:đơn vị|tổ chức))?,? chủ trì(?: thực hiện| tham mưu)?|đơn vị chủ trì(?: thực hiện)?|chủ trì(?: thực hiện)?|cơ quan thực hiện|đơn vị thực hiện|đơn vị, cơ quan thực hiện|cơ quan,? đơn vị thực hiện|cơ quan(?:,| và)? đơn vị (?:chịu )?trách nhiệm|cơ quan chịu trách nhiệm|trách nhiệm thực hiện|đơn vị phụ trách|phân công (?:thực hiện|trách nhiệm)|cơ quan tham mưu|đơn vị đầu mối|cơ quan đầu mối|tổ chức thực hiện|phân công(?: nhiệm vụ)?|phân công chủ trì'
const COORDINATING =
  '(?:cơ quan|đơn vị|cơ quan,? đơn vị)(?:,? tổ chức)? phối hợp(?: thực hiện)?|phối hợp(?: thực hiện)?|cơ quan(?:/| và )đơn vị phối hợp'
const DUE =
  'thời gian(?: thực hiện| hoàn thành| triển khai| tổ chức| báo cáo| trình)?(?: dự kiến)?|thời hạn(?: thực hiện| hoàn thành| trình)?|tiến độ(?: thực hiện| hoàn thành)?|hoàn thành|lộ trình(?: thực hiện)?|thời điểm(?: hoàn thành)?|mốc thời gian'
const DELIVERABLE =
  'sản phẩm(?: hoàn thành| dự kiến| đầu ra)?|(?:dự kiến )?(?:kết quả|sản phẩm)(?:,? (?:kết quả|sản phẩm))?(?: đầu ra| dự kiến| đạt được| thực hiện| hoàn thành)?|kết quả(?:/| và )sản phẩm|hình thức văn bản'
const CONTENT =
  'tên (?:hoạt động|công việc|đầu việc|nội dung)|nội dung(?:(?:,| và|/|\\s*[-–]\\s*)? ?(?:nhiệm vụ|công việc|thực hiện|triển khai|hoạt động))*|nhiệm vụ(?:(?:,| và|/|\\s*[-–]\\s*)? ?(?:giải pháp|cụ thể|chủ yếu|trọng tâm|nội dung|thực hiện|công việc|hoạt động))*|tên nhiệm vụ(?:,? (?:giải pháp|đề án))?|công việc|hoạt động|đầu việc|giải pháp(?: thực hiện)?|nội dung thực hiện|tên công việc|các nhiệm vụ'
const ORDINAL = 'tt|stt|số tt|số thứ tự|sốtt'
const OTHER =
  '(?:các )?thông số[^:]{0,60}|tần suất[^:]{0,40}|(?:điểm|vị trí) (?:quan trắc|lấy mẫu|khảo sát)[^:]{0,40}|thời kỳ[^:]{0,30}|đơn vị được[^:]{0,30}|(?:nguồn )?kinh phí(?: thực hiện| dự kiến)?|địa điểm(?: tổ chức| thực hiện)?|hình thức(?: thực hiện| tổ chức)?|ghi chú|đối tượng(?: áp dụng| thực hiện)?|phạm vi(?: thực hiện)?|thành phần(?: tham dự)?|số lượng|nguồn vốn|căn cứ(?: pháp lý| thực hiện)?|quy mô|mục tiêu|người theo dõi|lãnh đạo (?:phụ trách|theo dõi|chỉ đạo)(?: .{0,20})?'

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
  new RegExp(`^\\s*(?:${words})\\s*:\\s*`, 'iu'),
])
/** A further label inside a line: "Chủ trì: …; - Phối hợp: …". */
const INNER = new RegExp(
  `(?<=[;.,])\\s*[-–+•]?\\s*(?=(?:${[LEAD, COORDINATING, DUE, DELIVERABLE, OTHER].join('|')})\\s*:)`,
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
  /** The words after the label: from here to `to`. */
  from: number
  to: number
}

/** All labelled parts of a line that begins with a label: "Chủ trì: A; Phối hợp: B" → lead A, coordinating B. */
export function fieldsOf(text: string): LabelledPart[] {
  const first = fieldOf(text)
  if (!first) return []
  const parts: LabelledPart[] = [{ kind: first.kind, from: first.length, to: text.length }]
  if (first.kind === 'content') return parts
  for (const match of text.matchAll(INNER)) {
    const at = match.index + match[0].length
    const next = fieldOf(text.slice(at))
    const last = parts.at(-1)
    if (!next || !last || at <= last.from) continue
    last.to = match.index
    parts.push({ kind: next.kind, from: at + next.length, to: text.length })
  }
  return parts
}
