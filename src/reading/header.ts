// Paragraphs in; the head of the document (number, type, title, issuer, place, date, period), its signer and
// recipients out, and where preamble, body and annexes stand.

import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import { columnKind } from '../vocabulary/field-label.ts'
import { bearerAt } from './agency-list.ts'
import type { DocumentHead, Signer } from './draft.ts'
import { readLabel } from './label.ts'
import { type Paragraph, tailOf } from './paragraph.ts'

export interface Zones {
  head: DocumentHead
  title: Paragraph[]
  preamble: Paragraph[]
  body: Paragraph[]
  /** Each begins with its caption. */
  appendix: Paragraph[]
  /** Number and date lines as printed, for findings. */
  numberLine: Paragraph | null
  dateLine: Paragraph | null
  /** What the head, the signature and the recipients were read from. */
  used: Paragraph[]
}

const TYPE_WORDS = [...DOCUMENT_TYPES].sort((a, b) => b[0].length - a[0].length)
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** "KẾ HOẠCH" alone on its line, or in capitals at its front. */
function typeOf(text: string): { abbreviation: string; rest: string } | null {
  const line = squeeze(text).replace(/[:.]$/u, '')
  for (const [name, abbreviation] of TYPE_WORDS) {
    const upper = name.toUpperCase()
    if (line.toLowerCase() === name) return { abbreviation, rest: '' }
    if (line.startsWith(`${upper} `) && line.length > upper.length + 1)
      return {
        abbreviation,
        rest: line
          .slice(upper.length + 1)
          .replace(/^(?:HÀNH ĐỘNG|CÔNG TÁC|TỔNG THỂ|PHỐI HỢP)(?=\s+\p{Ll}|\s+V[ỀỂ]|$)\s*/u, ''),
      }
  }
  return null
}

const NUMBER_LINE =
  /(?<!\p{L})số\s*:?\s*([\d.…_\s]*[a-zđ]?\s*[-/]\s*(?:\d{4}\s*\/{1,2}\s*)?[\p{Lu}][\p{L}\d&]*(?:\s*[-/]\s*[\p{L}\d&]+)*)/iu
const DATE_LINE = /^(.*?),?\s*ngày\s*(\d{1,2})?[\s.…_]*tháng\s*(\d{1,2})?[\s.…_]*năm\s*((?:19|20)\d{2})/iu
const MOTTO = /^(?:cộng hòa|cộng hoà|độc lập|đảng cộng sản|[-–_*\s]+$)/iu

function readNumber(text: string): string | null {
  const match = NUMBER_LINE.exec(text)
  return match?.[1] ? match[1].replace(/[\s…_]+|\.(?!\d)|(?<!\d)\./gu, '') : null
}

function readDate(text: string): { place: string; date: string } | null {
  const match = DATE_LINE.exec(squeeze(text))
  if (!match || (match[1] ?? '').length > 60) return null
  const [, place = '', day, month, year] = match
  const pad = (value: string): string => value.padStart(2, '0')
  const date = month ? (day ? `${year}-${pad(month)}-${pad(day)}` : `${year}-${pad(month)}`) : year
  return { place: place.replace(/^.*\t/u, '').trim(), date: date ?? '' }
}

/** The plan period its title states: "giai đoạn 2026 - 2030", "năm 2026", "đến năm 2035". */
export function readPeriod(title: string): DocumentHead['period'] {
  const own = title
    .replace(/(?:ngày|tháng)\s+\d[^,;]{0,30}?(?:19|20)\d{2}/giu, '')
    .replace(/\d+\/(?:19|20)\d{2}\/\S+/gu, '')
  const range =
    /(?:giai đoạn|các năm|năm|năm học|thời kỳ|nhiệm kỳ)\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/iu.exec(
      own,
    )
  if (range) return { from: Number(range[1]), to: Number(range[2]) }
  const until = /đến(?: hết)? năm\s+((?:19|20)\d{2})/iu.exec(own)
  if (until) return { from: null, to: Number(until[1]) }
  const year = /(?<!khóa |luật )năm\s+((?:19|20)\d{2})/iu.exec(own)
  return year ? { from: Number(year[1]), to: Number(year[1]) } : null
}

const isUpper = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text)

/** Capitals to normal writing; the document's own spelling of the name wins. */
function sentenceCase(name: string, whole: string): string {
  if (!isUpper(name)) return name
  const at = whole.toLowerCase().indexOf(name.toLowerCase())
  for (let from = at; from >= 0; from = whole.toLowerCase().indexOf(name.toLowerCase(), from + 1)) {
    const found = whole.slice(from, from + name.length)
    if (!isUpper(found)) return found[0]?.toUpperCase() + found.slice(1)
  }
  const lower = name.toLowerCase()
  const proper = lower.replace(
    /(?<=(?:tỉnh|thành phố|huyện|xã|phường|quận|thị xã|tỉnh ủy|thành ủy|huyện ủy)\s)(?!ủy|đoàn)[^,;]+/u,
    (place) => place.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()),
  )
  // "sở y tế" → "Sở Y tế": the word that names the field begins with a capital.
  const named = proper.replace(/(?<=^(?:sở|phòng|cục|chi cục|bộ|viện|hội|ban)\s)\p{Ll}/u, (letter) =>
    letter.toUpperCase(),
  )
  return (named[0]?.toUpperCase() ?? '') + named.slice(1)
}

const REGION_START =
  /^(?:TỈNH(?! ỦY| UỶ| ĐOÀN)|THÀNH PHỐ|HUYỆN(?! ỦY| UỶ)|XÃ|PHƯỜNG|THỊ XÃ(?! ỦY)|QUẬN(?! ỦY))\s/u
const BODY_START =
  /^(?:UBND|HĐND|ỦY BAN|UỶ BAN|HỘI|SỞ|BỘ|BAN|CỤC|TỔNG|CHI|CÔNG|LIÊN|VĂN PHÒNG|TRƯỜNG|TRUNG TÂM|THANH TRA|BẢO HIỂM|KHO BẠC|NGÂN HÀNG|ĐẢNG|TỈNH|THÀNH|HUYỆN|ĐOÀN|MẶT TRẬN|PHÒNG|VIỆN|TÒA ÁN|HIỆP|QUỸ|ĐÀI|BÁO|TỔ )/u
const PLACE_KIND = /(?<!\p{L})(tỉnh|thành phố|huyện|xã|phường|thị xã|quận)\s*$/iu

const fullName = (name: string): string =>
  name.replace(/^UBND(?!\p{L})/iu, 'Ủy ban nhân dân').replace(/^HĐND(?!\p{L})/iu, 'Hội đồng nhân dân')

/** The issuing body: from the left of the head, else from the sentence that issues the plan. */
function readIssuer(headLines: string[], preamble: string, place: string, whole: string): string {
  const names = headLines
    .flatMap((line) => line.split('\t'))
    .map((line) =>
      squeeze(line)
        .replace(/[-–_*]+$/u, '')
        .trim(),
    )
    .filter(
      (line) =>
        line !== '' &&
        isUpper(line) &&
        !MOTTO.test(line) &&
        !/^SỐ\b/u.test(line) &&
        !/^\W*(?:DỰ THẢO|MẪU|PHỤ LỤC|DANH MỤC|BIỂU|BẢNG)(?!\p{L})/u.test(line),
    )
    .map((line) => line.replace(/\s*(?:CỘNG HÒA|CỘNG HOÀ) XÃ HỘI.*$/u, ''))
  let name = ''
  let region = ''
  if (names.length > 0) {
    // A long name goes on over lines: "BAN CHỈ ĐẠO PHÁT TRIỂN⏎DU LỊCH CỘNG ĐỒNG".
    for (let i = names.length - 1; i > 0; i--)
      if (!BODY_START.test(names[i] ?? '') && !REGION_START.test(names[i] ?? ''))
        names.splice(i - 1, 2, `${names[i - 1]} ${names[i]}`)
    const place2 = names.findIndex((line) => REGION_START.test(line))
    if (place2 === 0 && names.length > 1) names.shift()
    const joined =
      place2 > 0
        ? [`${names.slice(0, place2).join(' ')} ${names[place2]}`, ...names.slice(place2 + 1)]
        : names
    name = joined.at(-1) ?? ''
    region = /(?:TỈNH(?! ỦY| UỶ)|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s+.+$/u.exec(joined[0] ?? '')?.[0] ?? ''
    // "TỈNH ỦY …⏎VĂN PHÒNG": whose office it is stands above it.
    const office = joined.length > 1 && /^VĂN PHÒNG$/u.test(name)
    name = office ? `Văn phòng ${fullName(sentenceCase(joined[0] ?? '', whole))}` : sentenceCase(name, whole)
  } else {
    for (const match of preamble.matchAll(/(?:^|[,.;]\s+)(?=\p{Lu})/gu)) {
      const bearer = bearerAt(preamble, match.index + match[0].length)
      if (bearer && /^(?:ban hành|xây dựng|triển khai|tổ chức|lập)/u.test(preamble.slice(bearer.to)))
        name = squeeze(preamble.slice(bearer.from, bearer.to))
    }
  }
  name = fullName(name)
  const bare = place.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/iu, '')
  if (name === '' || bare === '') return name
  if (PLACE_KIND.test(name)) return `${name} ${bare}`
  if (!name.toLowerCase().includes(bare.toLowerCase()) && /^(?:Sở|Ban|Thanh tra|Văn phòng)\s/u.test(name)) {
    const kind = region
      ? sentenceCase(region, whole)
      : `${new RegExp(`thành phố ${bare}`, 'iu').test(whole) ? 'thành phố' : 'tỉnh'} ${bare}`
    return `${name} ${kind[0]?.toLowerCase()}${kind.slice(1)}`
  }
  return name
}

const RECIPIENTS = /^\s*nơi nhận\s*:?/iu
const ON_BEHALF = /^(?:TM\s*\.|T\/M\s*\.?)/u
const CAPACITY = /^(?:(?:KT|TL|TUQ|Q)\s*\.|(?:K\/T|T\/L|T\/UQ)\s*\.?)/u
const POSITION =
  /^(?:QUYỀN\s+)?(?:PHÓ\s+)?(?:TỔNG\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG BAN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHI CỤC TRƯỞNG|THỦ TƯỚNG|THỦ TRƯỞNG)(?:\s+\p{Lu}+)*$/u
const NAME = /^(?:[\p{Lu}][\p{Ll}]*\.?\s+){1,5}[\p{Lu}][\p{Ll}]+$/u

/** "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn A": what should be lines below each other, as lines. */
function signatureLines(text: string): string[] {
  if (!ON_BEHALF.test(text) && !CAPACITY.test(text)) return [text]
  const name = /(?<=\p{Lu}{2}[\s.]*)\s(?=(?:\p{Lu}\p{Ll}+\s*){2,5}$)/u
  return text
    .split(name)
    .flatMap((part) => part.split(IN_ONE_LINE))
    .filter((part) => part !== '')
}
const IN_ONE_LINE =
  /\s+(?=KT\s*\.)|(?<!(?:KT|TL|TUQ|Q|TM|T\/M)\s?\.|PHÓ)\s+(?=(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG)\s*$)/u

function readSigner(tail: readonly Paragraph[]): { signer: Signer; used: Paragraph[] } {
  const signer: Signer = { onBehalfOf: null, capacity: null, position: '', name: '' }
  const used: Paragraph[] = []
  for (const paragraph of tail) {
    let found = false
    for (const text of signatureLines(squeeze(paragraph.text))) {
      if (ON_BEHALF.test(text)) signer.onBehalfOf = text
      else if (CAPACITY.test(text)) signer.capacity = text
      else if (POSITION.test(text)) signer.position = text
      else if (NAME.test(text) && (signer.name === '' || signer.position !== '')) signer.name ||= text
      else continue
      found = true
    }
    if (found) used.push(paragraph)
  }
  return { signer, used }
}

function readRecipients(
  tail: readonly Paragraph[],
  from: number,
): { recipients: string[]; used: Paragraph[] } {
  const recipients: string[] = []
  const used: Paragraph[] = []
  const opening = tail[from]
  if (!opening) return { recipients, used }
  used.push(opening)
  const inline = opening.text.replace(RECIPIENTS, '').trim()
  const take = (text: string): void => {
    for (const part of text.split(/;\s*(?=[-–•]\s)/u)) {
      const name = squeeze(part)
        .replace(/^[-–•+]\s*/u, '')
        .replace(/[;.,:/]+$/u, '')
        .trim()
      if (name !== '') recipients.push(name)
    }
  }
  if (inline) take(inline)
  for (const paragraph of tail.slice(from + 1)) {
    const text = paragraph.text.trim()
    if (!/^[-–•+]/u.test(text)) {
      if (recipients.length > 0 || !!paragraph.cell !== !!opening.cell) break
      if (ON_BEHALF.test(text) || CAPACITY.test(text) || POSITION.test(text)) break
      take(text)
    } else take(text)
    used.push(paragraph)
  }
  return { recipients, used }
}

/** "V/v …", "Về việc …": the subject of an official letter, which has no line for its type. */
const SUBJECT = /^\s*(?:v\/v|về việc)(?!\p{L})/iu
const ADDRESSED = /^\s*kính gửi\s*:?/iu
/** How the sentence begins that says why the letter is written. */
const REASON =
  /^\s*(?:thực hiện|căn cứ|theo|ngày|trên cơ sở|xét|để|sau khi|qua|tiếp theo|trong thời gian|thời gian qua)(?!\p{L})/iu

interface Letter {
  subject: Paragraph
  /** Where the addressees begin, and the words after them. */
  addressed: number
  opening: number
}

function findLetter(paragraphs: readonly Paragraph[], end: number): Letter | null {
  const addressed = paragraphs.findIndex((each, i) => i < Math.max(end, 40) && ADDRESSED.test(each.text))
  if (addressed < 0) return null
  const subject = paragraphs.slice(0, addressed).find((each) => SUBJECT.test(each.text))
  if (!subject) return null
  let opening = addressed + 1
  while (/^\s*[-–•+]/u.test(paragraphs[opening]?.text ?? '') || paragraphs[opening]?.cell) opening++
  return { subject, addressed, opening }
}

const STARTS_BODY = new Set(['roman', 'capital', 'number', 'article'])

/**
 * A body without labels of its own (a sheet, an old file that lost them) begins with the table that assigns duties or
 * behind the words that announce it: "… ban hành Kế hoạch như sau:".
 */
function unlabelledStart(paragraphs: readonly Paragraph[]): number {
  return paragraphs.findIndex((each, i) => {
    const next = paragraphs[i + 1]
    if (each.cell)
      return (
        next?.cell?.table === each.cell.table &&
        columnKind(each.text) !== null &&
        columnKind(next.text) !== null
      )
    const before = paragraphs[i - 1]
    return !!before && !before.cell && /(?<!\p{L})(?:sau|sau đây)\s*:\s*$/u.test(before.text)
  })
}

export function readZones(paragraphs: readonly Paragraph[]): Zones {
  const isFree = (paragraph: Paragraph): boolean => !paragraph.cell
  const labelled = paragraphs.findIndex(
    (each) =>
      isFree(each) && STARTS_BODY.has(readLabel(each.text)?.kind ?? '') && each.text.trim().length > 3,
  )
  const starts = [labelled, unlabelledStart(paragraphs)].filter((each) => each >= 0)
  let headEnd = starts.length > 0 ? Math.min(...starts) : Math.min(paragraphs.length, 40)
  const typeAt = paragraphs.findIndex((each, i) => i < headEnd && typeOf(each.text) !== null)
  // A paper of no type that is an annex from its top.
  const annexAt = paragraphs.findIndex((each) => isFree(each) && readLabel(each.text)?.kind === 'appendix')
  if (typeAt < 0 && annexAt >= 0) headEnd = Math.min(headEnd, annexAt)
  const letter = typeAt < 0 ? findLetter(paragraphs, headEnd) : null
  const type =
    typeAt < 0 ? letter && { abbreviation: 'CV', rest: '' } : typeOf(paragraphs[typeAt]?.text ?? '')
  if (letter && labelled < 0) {
    headEnd = letter.opening
    while (REASON.test(paragraphs[headEnd]?.text ?? '')) headEnd++
  }
  const top = paragraphs.slice(0, letter ? letter.addressed : typeAt < 0 ? headEnd : typeAt)

  // The title goes on over lines of the same dress.
  const title: Paragraph[] = []
  let at = typeAt + 1
  if (typeAt >= 0 && type?.rest) title.push(tailOf(paragraphs[typeAt] as Paragraph, type.rest))
  for (; at < headEnd && typeAt >= 0; at++) {
    const paragraph = paragraphs[at]
    if (!paragraph) break
    const text = squeeze(paragraph.text)
    if (!/\p{L}/u.test(text)) continue
    const before = title.at(-1)
    // A decision names its issuer once more before the preamble.
    if (
      before &&
      /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|BAN CHẤP HÀNH|BAN THƯỜNG VỤ)/u.test(
        text,
      )
    ) {
      at++
      break
    }
    if (!before) title.push(paragraph)
    else if (
      (isUpper(text) && isUpper(squeeze(before.text))) ||
      (paragraph.bold && before.bold && !/[.;:]$/u.test(text))
    )
      title.push(paragraph)
    else break
    if (/[.;]$/u.test(text)) {
      at++
      break
    }
  }
  if (typeAt < 0) at = letter ? letter.opening : top.length
  if (letter) title.push(letter.subject)
  const preamble = paragraphs.slice(at, headEnd).filter(isFree)

  const isAppendix = (each: Paragraph): boolean =>
    !each.cell && readLabel(each.text)?.kind === 'appendix' && each.text.length < 300
  let recipientsAt = paragraphs.findIndex((each, i) => i >= headEnd && RECIPIENTS.test(each.text))
  const signatureAt = paragraphs.findIndex(
    (each, i) =>
      i >= headEnd &&
      (ON_BEHALF.test(each.text.trim()) || (CAPACITY.test(each.text.trim()) && isUpper(each.text))),
  )
  const lastAppendix = paragraphs.findIndex((each, i) => i >= headEnd && isAppendix(each))
  if (recipientsAt < 0) recipientsAt = -1
  const ends = [recipientsAt, signatureAt, lastAppendix].filter((each) => each >= 0)
  const bodyEnd = ends.length > 0 ? Math.min(...ends) : paragraphs.length
  const appendixAt = paragraphs.findIndex((each, i) => i >= bodyEnd && isAppendix(each))
  // A decision that puts a plan in force: the plan follows the signature under a type line of its own.
  const attachedAt = paragraphs.findIndex(
    (each, i) =>
      i > bodyEnd + 2 &&
      (appendixAt < 0 || i < appendixAt) &&
      !each.cell &&
      typeOf(each.text)?.rest === '' &&
      isUpper(each.text.trim()),
  )
  const tailEnd = attachedAt >= 0 ? attachedAt : appendixAt >= 0 ? appendixAt : paragraphs.length
  const tail = paragraphs.slice(bodyEnd, tailEnd)
  const attached =
    attachedAt < 0 ? [] : paragraphs.slice(attachedAt + 1, appendixAt < 0 ? paragraphs.length : appendixAt)
  const attachedFrom = attached.findIndex((each) => STARTS_BODY.has(readLabel(each.text)?.kind ?? ''))
  const opens = attached[attachedFrom]
  if (opens) attached[attachedFrom] = { ...opens, begins: true }

  const numberLine = top.find((each) => readNumber(each.text) !== null) ?? null
  const dateLine = top.find((each) => readDate(each.text) !== null) ?? null
  const dated = dateLine && readDate(dateLine.text)
  const place = dated?.place ?? ''
  const whole = paragraphs.map((each) => squeeze(each.text)).join('\n')
  const left = top.filter(
    (each) => each !== dateLine && each !== letter?.subject && !(each.cell && each.cell.column > 0),
  )
  const { signer, used: signed } = readSigner(tail)
  const { recipients, used: received } = readRecipients(tail, recipientsAt < 0 ? -1 : recipientsAt - bodyEnd)
  const heading = squeeze(title.map((each) => each.text).join(' ')).replace(/[.;]$/u, '')
  const head: DocumentHead = {
    number: numberLine ? readNumber(numberLine.text) : null,
    type: type?.abbreviation ?? '',
    title: heading,
    issuer: readIssuer(
      left.map((each) => each.text),
      squeeze(preamble.map((each) => each.text).join(' ')),
      place,
      whole,
    ),
    place,
    date: dated?.date ?? null,
    signer,
    period: readPeriod(heading),
    recipients,
  }
  return {
    head,
    title,
    preamble,
    body: [...paragraphs.slice(headEnd, bodyEnd), ...(attachedFrom < 0 ? [] : attached.slice(attachedFrom))],
    appendix: appendixAt < 0 ? [] : paragraphs.slice(appendixAt),
    numberLine,
    dateLine,
    used: [
      ...top,
      ...(typeAt < 0 ? [] : [paragraphs[typeAt] as Paragraph]),
      ...title,
      ...(letter ? paragraphs.slice(letter.addressed, letter.opening) : []),
      ...preamble,
      ...signed,
      ...received,
    ],
  }
}
