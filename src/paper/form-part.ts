// The parts of an official document found among its lines: head, number, date, type, text, signature, recipients,
// appendices (Decree 30/2020/NĐ-CP, article 8). What is not surely found stays null: nothing is said of it.
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import { type Form, type FormLine, isCapitals, isMostly, sideBySideLines } from './form.ts'

/** A legal document ("79/2025/NĐ-CP") follows Decree 78/2025/NĐ-CP; the parts both have are checked. */
export type FormProfile = 'state' | 'party' | 'normative'

export interface FormParts {
  profile: FormProfile
  nation: FormLine | null
  motto: FormLine | null
  superior: FormLine[]
  issuer: FormLine[]
  /** The ruled line under the name: drawn, bordered, underlined; "hyphens" is one made of signs; null: none is seen. */
  rules: Record<'issuer' | 'motto', 'drawn' | 'signs' | null>
  number: FormLine | null
  date: FormLine | null
  type: FormLine | null
  subject: FormLine[]
  about: FormLine | null
  addressees: FormLine | null
  basis: FormLine[]
  body: FormLine[]
  /** The last line of the text, when it stands in no table. */
  end: FormLine | null
  authority: FormLine[]
  signer: FormLine | null
  recipientsHead: FormLine | null
  recipients: FormLine[]
  appendices: { head: FormLine; title: FormLine[]; reference: FormLine | null }[]
}

const NATION = /^CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/iu
const MOTTO = /^Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc$/iu
const PARTY = /^ĐẢNG CỘNG SẢN VIỆT NAM$/iu
const NUMBER = /^Số\s*:?\s*(?:[\d\s.…_]*[-/]\s*\p{L}|[\d\s.…_]*\/\s*\d{4}\s*\/)/u
const YEARED = /^Số\s*:?\s*[\d\s.…_]*\/\s*\d{4}\s*\/+\s*\p{L}/u
const DATE = /^[^,]{2,60},?\s+ngày(?!\p{L}).{0,12}(?:tháng.{0,24}|[/-].{0,12})$/iu
const SIGNS = /^[-–_=*.\s]{3,}$/u
const TYPES = new Set(DOCUMENT_TYPES.map(([name]) => name))
/** How far the head reaches. */
const HEAD = 60

const words = (line: FormLine): string => line.text.trim()
const isRule = ({ text, drawn, paragraph }: FormLine) =>
  SIGNS.test(text.trim()) || (text.trim() === '' && (drawn || paragraph.bordered === true))

function ruleAround(lines: readonly FormLine[], of: readonly FormLine[]): 'drawn' | 'signs' | null {
  const [line] = of
  if (!line) return null
  const near = line.cell
    ? lines.filter(({ cell }) => cell?.table === line.cell?.table)
    : lines.slice(lines.indexOf(line), lines.indexOf(line) + 4)
  const own = near.filter(({ cell }) => cell?.column === line.cell?.column)
  // Shapes hang where they like, also in a neighbouring cell.
  const isDrawn = (each: FormLine) =>
    each.drawn ||
    each.paragraph.bordered ||
    (each.text.trim() !== '' && isMostly(each, (form) => form.underline === true))
  if (near.some(({ drawn }) => drawn) || own.some(isDrawn)) return 'drawn'
  return own.some(({ text }) => /^[-–_=]{3,}$/u.test(text.trim())) ? 'signs' : null
}

/** The names in the cell left of the nation's: the one in bold issues, over it the body it belongs to. */
function names(lines: readonly FormLine[], nation: FormLine | null, number: FormLine | null) {
  const cell = nation?.cell
  if (!cell || cell.column === 0) return { superior: [], issuer: [] }
  const left = lines.filter(
    (line) =>
      line.cell?.table === cell.table &&
      line.cell.column < cell.column &&
      line.cell.row <= cell.row + 1 &&
      (!number || line.n < number.n || line.cell.row <= cell.row),
  )
  const until = left.findIndex((line) => NUMBER.test(words(line)) || /^V\/v/iu.test(words(line)))
  const named = left
    .slice(0, until < 0 ? undefined : until)
    .filter((line) => words(line) && !isRule(line) && /\p{L}/u.test(line.text))
  const bold = named.findIndex((line) => isMostly(line, (form) => form.bold === true))
  if (bold >= 0) return { superior: named.slice(0, bold), issuer: named.slice(bold) }
  return { superior: named.slice(0, -1), issuer: named.slice(-1) }
}

const isTypeName = (line: FormLine): boolean => TYPES.has(words(line).toLowerCase())

function titleAt(lines: readonly FormLine[], from: number) {
  const at = lines.findIndex((line, i) => i > from && i < from + HEAD && !line.cell && isTypeName(line))
  const subject: FormLine[] = []
  for (const line of at < 0 ? [] : lines.slice(at + 1, at + 8)) {
    if (!words(line)) {
      if (subject.length || line.drawn) break
      continue
    }
    // The subject stands in the middle; whatever is laid out otherwise is text already.
    if (isRule(line) || line.cell || line.paragraph.align !== 'center') break
    if (/^(?:Kính gửi|Căn cứ|Phần|Chương|\(|[IVX]+\.)/u.test(words(line))) break
    subject.push(line)
  }
  return { at, type: lines[at] ?? null, subject }
}

/** Where the text is divided first: what says "Căn cứ" behind it is part of a duty. */
const BEGINS = /^(?:[IVX]+\s*[.)]|1\s*[.)]|(?:Phần|Chương|Mục|Điều)(?!\p{L}))/u

/** "Căn cứ …" lines that name a document and stop; the sentence that opens the text is none of them. */
function basisOf(lines: readonly FormLine[]): FormLine[] {
  const until = lines.findIndex((line) => BEGINS.test(words(line)))
  const said = lines.slice(0, until < 0 ? undefined : until)
  const first = said.findIndex((line) => words(line).startsWith('Căn cứ'))
  if (first < 0) return []
  const found: FormLine[] = []
  for (const line of said.slice(first)) {
    if (!/^(?:Căn cứ|Thực hiện|Theo|Xét|Thi hành|Để)(?!\p{L})/u.test(words(line))) break
    if (
      /:$|như sau|ban hành (?:kế hoạch|chương trình|quyết định)|xây dựng kế hoạch|(?:xin )?báo cáo kết quả/iu.test(
        words(line),
      )
    )
      break
    found.push(line)
  }
  return found
}

const RECIPIENTS = /^Nơi nhận\s*:?$/iu

function recipientsOf(lines: readonly FormLine[]) {
  // The last one before the appendices: forms in an appendix have a "Nơi nhận" of their own.
  const at = lines.findIndex((line) => RECIPIENTS.test(words(line)))
  const head = lines[at] ?? null
  if (!head) return { at, head, list: [] }
  const list: FormLine[] = []
  for (const line of lines.slice(at + 1)) {
    if (line.cell?.table !== head.cell?.table || line.cell?.column !== head.cell?.column) break
    if (!head.cell && !/^[-–+]/u.test(words(line))) break
    if (words(line) && !SIGNS.test(words(line))) list.push(line)
    if (/^[-–+]?\s*Lưu(?!\p{L})/u.test(words(line))) break
  }
  return { at, head, list }
}

function signatureOf(lines: readonly FormLine[], recipients: FormLine | null) {
  const cell = recipients?.cell
  if (!cell) return { authority: [], signer: null }
  const right = lines.filter(
    (line) => line.cell?.table === cell.table && line.cell.column > cell.column && /\p{L}/u.test(line.text),
  )
  const authority = right.filter(isCapitals)
  const rest = right.filter((line) => !isCapitals(line) && !/^[[(]/u.test(words(line)))
  return { authority, signer: authority.length ? (rest.at(-1) ?? null) : null }
}

const APPENDIX = /^Phụ lục(?:\s+(?:số\s+)?[IVXLC\d]{1,5})?\s*[.:]?$/iu

function appendicesOf(lines: readonly FormLine[]): FormParts['appendices'] {
  return lines.flatMap((head, at) => {
    if (!APPENDIX.test(words(head)) || head.cell) return []
    const next = lines.slice(at + 1, at + 8).filter((line) => words(line))
    const before = next.findIndex((line) => /^\(|^[-–_]{3}/u.test(words(line)) || line.cell)
    const reference = next.find((line) => /^\(?(?:Ban hành )?kèm theo/iu.test(words(line))) ?? null
    return [{ head, title: next.slice(0, before < 0 ? 0 : before), reference }]
  })
}

/** So many lines from the top a head without a table may reach. */
const TABBED_HEAD = 15

/** Heads and signatures are also laid out by tabs. */
const apart = (lines: readonly FormLine[]): FormLine[] =>
  lines.flatMap((line, at) =>
    !line.cell && (at < TABBED_HEAD || /^Nơi nhận/iu.test(words(line))) ? sideBySideLines(line) : [line],
  )

export function findParts(form: Form): FormParts {
  const lines = apart(form.lines)
  const top = lines.filter((line) => words(line)).slice(0, HEAD)
  const of = (pattern: RegExp) => top.find((line) => pattern.test(words(line))) ?? null
  const nation = of(NATION)
  const party = of(PARTY)
  const number = of(NUMBER)
  const isYeared = number !== null && YEARED.test(words(number))
  const profile: FormProfile = isYeared ? 'normative' : party && !nation ? 'party' : 'state'
  const date = of(DATE)
  const about = top.find(({ text, cell }) => cell && /^V\/v(?!\p{L})/iu.test(text.trim())) ?? null
  const over = profile === 'party' ? party : nation
  const headEnd = Math.max(...[over, number, date, about].map((line) => (line ? lines.indexOf(line) : -1)))
  const title = about ? { at: -1, type: null, subject: [] } : titleAt(lines, headEnd)
  const { at: endAt, head: recipientsHead, list: recipients } = recipientsOf(lines)
  const from = Math.max(headEnd, title.at + title.subject.length) + 1
  const text = lines.slice(from, endAt < 0 ? undefined : endAt).filter((line) => words(line))
  const addressees = text.find((line) => /^Kính gửi/iu.test(words(line))) ?? null
  const basis = basisOf(text)
  const isFraming = (line: FormLine) => basis.includes(line) || line === addressees || line.cell !== null
  const { authority, signer } = signatureOf(lines, recipientsHead)
  const last = text.at(-1)
  return {
    profile,
    nation: over,
    motto: of(MOTTO),
    ...names(lines, over, number),
    rules: {
      issuer: ruleAround(lines, names(lines, over, number).issuer.slice(-1)),
      motto: ruleAround(
        lines,
        [profile === 'party' ? over : of(MOTTO)].filter((line) => line !== null),
      ),
    },
    number,
    date,
    type: title.type,
    subject: title.subject,
    about,
    addressees,
    basis,
    body: text.filter((line) => !isFraming(line)),
    end: recipientsHead?.cell && last && !last.cell ? last : null,
    authority,
    signer,
    recipientsHead,
    recipients,
    appendices: endAt < 0 ? [] : appendicesOf(lines.slice(endAt)),
  }
}
