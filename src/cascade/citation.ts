// Which clause of which document a duty cites: "mục III.2 Kế hoạch số 147/KH-UBND", "điểm a khoản 2 mục III Chương trình
// hành động số 27-CTr/TU". Text in, citations out. Pure.
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'

export interface Citation {
  /** From the top, joined by points: "III.2.a". */
  section: string
  /** As printed: "147/KH-UBND", or only "147". */
  number: string
  /** The type before the number, as an abbreviation ("KH"); '' when none is printed. */
  type: string
  /** As printed, for whoever reads. */
  printed: string
}

const NAMES = DOCUMENT_TYPES.map(([name]) => name).sort((a, b) => b.length - a.length)
const ABBREVIATION = new Map(DOCUMENT_TYPES)
const LABEL = '[IVXLC]+(?:\\.\\d+)*(?:\\.[a-zđ])?|\\d+(?:\\.\\d+)*(?:\\.[a-zđ])?|[a-zđ]'
const PART = `(?:điểm|khoản|tiểu mục|mục|phần|chương|điều)\\s+(?:${LABEL})(?![\\p{L}\\d])\\)?`
const CLAUSE = `${PART}(?:\\s*,?\\s*(?:của\\s+)?${PART})*`
const DOCUMENT = `(${NAMES.join('|')})(?:\\s+(?:hành động|công tác))?(?:\\s+số)?\\s*:?\\s*(\\d+(?:\\s*[-/]\\s*\\p{Lu}[\\p{L}\\d&]*(?:\\s*[-/]\\s*\\p{Lu}[\\p{L}\\d&]*)*)?)`
/** "Phụ lục II (ban hành) kèm theo": the sections of an only appendix begin with PL, those of the second with PLII. */
const APPENDIX = '(phụ lục)(?:\\s+(?:số\\s+)?([IVX]+|\\d+)(?![\\p{L}\\d]))?(?:\\s+(?:ban hành\\s+)?kèm theo)?'
const OF = '\\s*,?\\s*(?:(?:của|tại|thuộc)\\s+)?'
/** The clause first, the document first, or an appendix as a whole; where the parts stand among what was found. */
const PATTERNS: readonly [
  pattern: RegExp,
  at: Partial<Record<'clause' | 'appendix' | 'type' | 'number', number>>,
][] = [
  [
    new RegExp(`(${CLAUSE})${OF}(?:${APPENDIX}${OF})?${DOCUMENT}`, 'giu'),
    { clause: 1, appendix: 2, type: 4, number: 5 },
  ],
  [new RegExp(`${DOCUMENT}\\s*(?:,|\\(|tại)\\s*(${CLAUSE})`, 'giu'), { clause: 3, type: 1, number: 2 }],
  [new RegExp(`(?<!(?:${PART})\\s*)${APPENDIX}${OF}${DOCUMENT}`, 'giu'), { appendix: 1, type: 3, number: 4 }],
]

/** "điểm a khoản 2 mục III" -> "III.2.a"; what is named last stands on top, unless the larger part is named first. */
function sectionOf(clause: string): string {
  const parts = [
    ...clause.matchAll(new RegExp(`(điểm|khoản|tiểu mục|mục|phần|chương|điều)\\s+(${LABEL})`, 'giu')),
  ]
  const labels = parts.map(([, name = '', label = '']) => ({ rank: RANK[name.toLowerCase()] ?? 0, label }))
  return labels
    .sort((a, b) => a.rank - b.rank)
    .map(({ label }) => label)
    .join('.')
}
const RANK: Record<string, number> = { chương: 0, phần: 0, điều: 1, mục: 1, 'tiểu mục': 2, khoản: 3, điểm: 4 }

export function citationsIn(text: string): Citation[] {
  return PATTERNS.flatMap(([pattern, at]) =>
    [...text.matchAll(pattern)].map((match) => {
      const part = (name: keyof typeof at): string => (at[name] ? (match[at[name]] ?? '') : '')
      const appendix = part('appendix') ? `PL${match[(at.appendix ?? 0) + 1] ?? ''}` : ''
      return {
        section: [appendix, sectionOf(part('clause'))].filter(Boolean).join('.'),
        number: part('number').replace(/\s+/gu, ''),
        type: ABBREVIATION.get(part('type').toLowerCase()) ?? '',
        printed: match[0].trim(),
      }
    }),
  )
}

/** "147 /KH-UBND" and "147/kh-ubnd" are one number; so are "27-CTr/TU" and "27/CTr-TU" (both are printed). */
export const numberKey = (number: string): string =>
  number.toLowerCase().replace(/\s+/gu, '').replace(/[-/]/gu, '-')

/** Whether a citation means this document: its whole number, or the figure alone beside the same type. */
export function means(
  { number, type }: Pick<Citation, 'number' | 'type'>,
  document: { number: string | null; type: string },
): boolean {
  if (!document.number) return false
  if (/[-/]/u.test(number)) return numberKey(number) === numberKey(document.number)
  return type === document.type && Number.parseInt(document.number, 10) === Number(number)
}

/** "III.2.a" stands in "III.2", "III.20" does not. */
export const isIn = (section: string, cited: string): boolean => {
  const [own, wanted] = [section.toLowerCase(), cited.toLowerCase()]
  return own === wanted || own.startsWith(`${wanted}.`)
}
