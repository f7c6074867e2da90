// Rules of the page: paper, margins, font, colour, page numbers (Decree 30/2020/NĐ-CP, Appendix I, I).
import * as words from '../vocabulary/words.ts'
import { type FormLine, type FormSection, sizeOf } from './form.ts'
import { type Rule, type Seen, within } from './form-rule.ts'
import { FONT } from './table.ts'

const w = words.form

const A4 = [210, 297] as const
type Sides = Record<keyof FormSection['margins'], readonly [number, number]>
const MARGINS: Sides = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] }
/** The same sheet turned, either way: what was its left edge lies on top or below. */
const TURNED: Sides[] = [
  { top: [30, 35], bottom: [15, 20], left: [20, 25], right: [20, 25] },
  { top: [15, 20], bottom: [30, 35], left: [20, 25], right: [20, 25] },
]

const isLying = ({ width, height }: FormSection) => width !== null && height !== null && width > height

export const pageSize: Rule['look'] = ({ sections }) =>
  sections.flatMap(({ width, height }, at) => {
    if (at > 0 && width === sections[at - 1]?.width && height === sections[at - 1]?.height) return []
    if (width === null || height === null) return [{ rule: 'page', found: w.unstated, wanted: w.a4 }]
    const sheet = [Math.min(width, height), Math.max(width, height)]
    const fits = A4.every((mm, i) => Math.abs(mm - (sheet[i] ?? 0)) <= 1)
    return fits ? [] : [{ rule: 'page', found: w.pageSize(width, height), wanted: w.a4 }]
  })

/** Tables may lie on their side; the text stands (I.2). */
export const orientation: Rule['look'] = ({ sections, lines }) => {
  const [first] = sections
  const tables = new Set(lines.flatMap(({ cell }) => (cell ? [cell.table] : [])))
  // The head and the signature are two tables.
  return first && isLying(first) && tables.size <= 2
    ? [{ rule: 'orientation', found: w.lying, wanted: w.upright }]
    : []
}

const marginFaults = (margins: FormSection['margins'], bounds: Sides) =>
  (Object.keys(bounds) as (keyof Sides)[]).filter((side) => {
    const value = margins[side]
    return value === null || !within(value, bounds[side])
  })

export const margins: Rule['look'] = ({ sections }) => {
  const seen: Seen[] = []
  sections.forEach((section, at) => {
    if (isLying(section) && TURNED.some((bounds) => !marginFaults(section.margins, bounds).length)) return
    for (const side of marginFaults(section.margins, MARGINS)) {
      const value = section.margins[side]
      const is = w.marginOf(w.sides[side], value === null ? w.unstated : w.mm(value))
      const found = sections.length > 1 ? `${is} (${w.section(at + 1)})` : is
      if (seen.some((each) => each.found === found)) continue
      const [low, high] = MARGINS[side]
      seen.push({ rule: 'margin', found, wanted: w.range(w.mm(low), w.mm(high)) })
    }
  })
  return seen
}

/** Signs, not words: bullets, arrows, formulas. */
const SYMBOLS = /symbol|wingdings|webdings|cambria math|mt extra/iu
/** Fewer letters than this in another font are a slip of the keyboard nobody sees. */
const FEWEST_LETTERS = 5

export const fonts: Rule['look'] = ({ lines }) => {
  const byFont = new Map<string, { letters: number; lines: FormLine[] }>()
  for (const line of lines)
    for (const { text, form } of line.pieces) {
      const of = { ascii: 0, other: 0 }
      for (const sign of text) if (/\p{L}/u.test(sign)) of[sign < '\u0080' ? 'ascii' : 'other']++
      for (const kind of ['ascii', 'other'] as const) {
        const font = form[kind] ?? FONT
        if (!of[kind] || font.toLowerCase().startsWith(FONT.toLowerCase()) || SYMBOLS.test(font)) continue
        const known = byFont.get(font) ?? { letters: 0, lines: [] }
        known.letters += of[kind]
        if (known.lines.at(-1) !== line) known.lines.push(line)
        byFont.set(font, known)
      }
    }
  return [...byFont]
    .filter(([, { letters }]) => letters >= FEWEST_LETTERS)
    .flatMap(([font, found]) =>
      found.lines.map((line) => ({ rule: 'font' as const, found: font, wanted: FONT, line })),
    )
}

const BLACK = new Set(['auto', '000000', 'windowtext'])
export const colors: Rule['look'] = ({ lines }) =>
  lines.flatMap((line) => {
    const odd = line.pieces.find(
      ({ text, form }) =>
        /\p{L}{2}/u.test(text) && !BLACK.has(form.color ?? 'auto') && form.color !== 'ffffff',
    )
    return odd?.form.color
      ? [{ rule: 'color', found: w.colored(odd.form.color), wanted: w.blackText, line }]
      : []
  })

/** A page holds about so many signs; a shorter document may need no number. */
const PAGE_OF_SIGNS = 2600
export const pageNumbers: Rule['look'] = (form, { appendices }) => {
  const signs = form.lines.reduce((all, { text }) => all + text.length, 0)
  if ((form.pages ?? signs / PAGE_OF_SIGNS) <= 1) return []
  const wanted = w.numberOnTop
  const seen: Seen[] = []
  const [first] = form.sections
  const numbers = form.sections.flatMap((section) => section.numbers)
  const onTop = numbers.find(({ place, page }) => place === 'header' && page === 'default')
  const below = numbers.find(({ place }) => place === 'footer')
  if (!onTop) return [{ rule: 'pageNumber', found: below ? w.numberBelow : w.noPageNumber, wanted }]
  if (onTop.line.paragraph.align !== 'center' && !onTop.line.text.startsWith('\t'))
    seen.push({ rule: 'pageNumber', found: w.numberNotCentred, wanted })
  const size = sizeOf(onTop.line)
  if (!within(size, [13, 14], 0))
    seen.push({ rule: 'pageNumber', found: w.points(size), wanted: w.size(13, 14) })
  const shown = first?.titlePage
    ? first.numbers.some(({ page }) => page === 'first')
    : first?.numbers.some(({ page }) => page === 'default')
  if (shown) seen.push({ rule: 'pageNumber', found: w.numberOnFirst, wanted: w.notOnFirst })
  const later = form.sections.slice(1)
  const owned = new Set(appendices.map(({ head }) => head.section))
  if (later.some((section, at) => owned.has(at + 1) && section.startsAt !== 1))
    seen.push({ rule: 'pageNumber', found: w.runsOn, wanted: w.restarts, basis: w.basis.decree('III.1.đ') })
  return seen
}
