// Lines of a document in, the mark of secrecy at its head out. A document that carries one is not read at all.
// State secrets have three degrees, and the mark stands by itself.

import type { Line } from './line.ts'

const URGENCY = '(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)'
const DEGREE = '(tuyệt mật|tối mật|mật)'
const MARK = new RegExp(
  `^[\\s([*_]*(?:độ mật|mức độ mật|độ)?\\s*:?\\s*(?:${URGENCY}\\s*[-–,/]?\\s*)?${DEGREE}\\s*(?:[-–,/]?\\s*${URGENCY})?[\\s)\\].*_]*$`,
  'iu',
)
/** "T Ố I   M Ậ T": letters set apart. */
const SPACED = /^(?:\p{L}\s+){2,}\p{L}$/u

/** Where the header zone surely ends: the first part of the text, or the line that names the type. */
const BODY = /^[#*\s]*(?:(?:I|1|A)\s*[.)]\s*\p{L}|(?:căn cứ|thực hiện|điều 1|kính gửi)(?!\p{L}))/iu
const HEAD_LINES = 40
/** Two columns of a head that share one line of a text: "UBND TỈNH A    MẬT", "| UBND TỈNH A | MẬT |". */
const COLUMNS = /\t|\s{2,}|\||<br\s*\/?>/iu

/** A box that stands within a mark's place but is only a word of the text is longer than the mark itself. */
export function isSecrecyMark(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > 60) return false
  return MARK.test(trimmed) || (SPACED.test(trimmed) && MARK.test(spaceless(trimmed)))
}

const spaceless = (text: string): string => text.replace(/\s+/gu, '').replace(/(tuyệt|tối)(?=mật)/iu, '$1 ')

export function findSecrecyMark(lines: readonly Line[], headerTexts: readonly string[] = []): string | null {
  const inHeader = headerTexts.find(isSecrecyMark)
  if (inHeader !== undefined) return inHeader.trim()
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (BODY.test(line.text)) return null
    const mark = [line.text, ...line.text.split(COLUMNS)].find(isSecrecyMark)
    if (mark !== undefined) return mark.trim()
  }
  return null
}
