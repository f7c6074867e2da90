// The printed label at the front of a paragraph: "II.", "2.1.", "a)", "-". Text in, label and its rank out.

export type LabelKind =
  | 'appendix'
  | 'capital'
  | 'roman'
  | 'article'
  | 'number'
  | 'letter'
  | 'paren'
  | 'dash'
  | 'plus'

export interface Label {
  kind: LabelKind
  /** As printed, without its dot or bracket. */
  text: string
  /** Characters up to the words it labels. */
  length: number
  /** Small stands above great. */
  rank: number
}

export const RANK: Record<LabelKind, number> = {
  appendix: 0,
  capital: 0.5,
  roman: 1,
  article: 1.5,
  number: 2,
  letter: 5,
  paren: 6,
  dash: 7,
  plus: 8,
}

const RULES: [LabelKind, RegExp][] = [
  [
    'appendix',
    /^(phụ lục(?:\s+(?:số\s*)?(?:[IVX]{1,5}|\d{1,2}|[A-H]))?)(?=\s*[.:]?\s*$|\s*[.:]\s)\s*[.:]?\s*/iu,
  ],
  ['capital', /^((?:[Pp]hần|PHẦN)\s+(?:thứ|THỨ)\s+\p{L}+)\s*[.:]?\s*(?=\p{L}|$)/u],
  ['capital', /^(?:[Pp]hần|PHẦN|[Cc]hương|CHƯƠNG)\s+([IVX]{1,5}|\d{1,2})\s*[.:]?\s*(?=\p{L}|$)/u],
  ['capital', /^([A-EGH])\s*[.)]\s+(?=\p{L})/u],
  [
    'roman',
    /^(?:(?:phần|mục|chương|PHẦN|MỤC|CHƯƠNG|Phần|Mục|Chương)\s+)?(X{0,3}(?:IX|IV|V?I{1,3}|V|X))\s*[.)/:-]\s*(?=\p{L})(?<!V\/(?=[Vv](?!\p{L})))/u,
  ],
  ['roman', /^((?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+\d{1,2})(?:\s*[.:]\s*(?=\p{Lu})|\s+(?=\p{Lu}{2})|\s*$)/u],
  ['article', /^(điều\s+\d{1,3})\s*[.:]\s*/iu],
  ['number', /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*[.)]?\s+(?=\p{L}|“|")/u],
  ['number', /^(\d{1,2}(?:\.\d{1,2}){0,4})\s*[.)]\s*(?=\p{L}|“|")/u],
  ['number', /^(\d{1,2}(?:\.\d{1,2}){0,3})\s?[-–]\s*(?=\p{Lu}\p{L}*\s)/u],
  ['letter', /^([a-zđ](?:\.?\d{1,2})?)\s*\)\s*/u],
  ['letter', /^([a-zđ])\s*\.\s+(?=\p{Lu})/u],
  ['paren', /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\p{L})/u],
  ['dash', /^([-–—•●▪■])\s*(?=[^\s\-–—])/u],
  ['plus', /^([+◦○])\s*/u],
]

export function readLabel(text: string): Label | null {
  const blank = text.length - text.trimStart().length
  const trimmed = blank > 0 ? text.slice(blank) : text
  for (const [kind, pattern] of RULES) {
    const match = pattern.exec(trimmed)
    const printed = match?.[1]
    if (!match || !printed) continue
    if (kind === 'dash' && !/\p{L}/u.test(trimmed)) return null
    const depth = kind === 'number' ? printed.split('.').length - 1 : 0
    return {
      kind,
      text: kind === 'appendix' ? printed.replace(/\s+/gu, ' ') : printed,
      length: blank + match[0].length,
      rank: RANK[kind] + depth * 0.5,
    }
  }
  return null
}
