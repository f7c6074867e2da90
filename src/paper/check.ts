// A Word document in, where it departs from the form of Decree 30/2020/NĐ-CP (or of the Party) out: also of documents we
// did not make. Each rule is one row of RULES; what is not surely found is not held against the document.
import { dayOf } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'
import { type Form, type FormLine, type FormSection, lettersOf, readForm, sizeOf } from './form.ts'
import { faultsOf, PART_LOOKS, type PartName } from './form-look.ts'
import { type FormParts, type FormProfile, findParts } from './form-part.ts'
import { FONT } from './table.ts'

const w = words.form

/** What a rule is about, as named on screen. */
export type FormPartName = keyof typeof words.form.parts

export interface Departure {
  rule: FormPartName
  found: string
  wanted: string
  /** null for what concerns the document as a whole. */
  where: { paragraph: number; words: string } | null
  /** In how many places. */
  times: number
  basis: string
}

interface Seen {
  rule: FormPartName
  found: string
  wanted: string
  line?: FormLine | null
  basis?: string
}
interface Rule {
  profiles: readonly FormProfile[]
  /** Where in Appendix I the rule stands. */
  point: string
  look: (form: Form, parts: FormParts) => Seen[]
}

const ALL = ['state', 'party', 'normative'] as const
const DECREES = ['state', 'normative'] as const
const STATE = ['state'] as const
const PARTY = ['party'] as const

const TOLERANCE = 0.4
const A4 = [210, 297] as const
type Sides = Record<keyof FormSection['margins'], readonly [number, number]>
const MARGINS: Sides = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] }
/** The same sheet turned, either way: what was its left edge lies on top or below. */
const TURNED: Sides[] = [
  { top: [30, 35], bottom: [15, 20], left: [20, 25], right: [20, 25] },
  { top: [15, 20], bottom: [30, 35], left: [20, 25], right: [20, 25] },
]

const within = (value: number, [low, high]: readonly [number, number], slack = TOLERANCE) =>
  value >= low - slack && value <= high + slack
const isLying = ({ width, height }: FormSection) => width !== null && height !== null && width > height

const pageSize: Rule['look'] = ({ sections }) =>
  sections.flatMap(({ width, height }, at) => {
    if (at > 0 && width === sections[at - 1]?.width && height === sections[at - 1]?.height) return []
    if (width === null || height === null) return [{ rule: 'page', found: w.unstated, wanted: w.a4 }]
    const sheet = [Math.min(width, height), Math.max(width, height)]
    const fits = A4.every((mm, i) => Math.abs(mm - (sheet[i] ?? 0)) <= 1)
    return fits ? [] : [{ rule: 'page', found: w.pageSize(width, height), wanted: w.a4 }]
  })

/** Tables may lie on their side; the text stands (I.2). */
const orientation: Rule['look'] = ({ sections, lines }) => {
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

const margins: Rule['look'] = ({ sections }) => {
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

const fonts: Rule['look'] = ({ lines }) => {
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
const colors: Rule['look'] = ({ lines }) =>
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
const pageNumbers: Rule['look'] = (form, { appendices }) => {
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

const looks: Rule['look'] = (_, parts) =>
  (Object.keys(PART_LOOKS) as PartName[]).flatMap((rule) => {
    const look = PART_LOOKS[rule]
    if (!look.profiles.includes(parts.profile)) return []
    return look.of(parts).flatMap((line) =>
      line === null
        ? []
        : faultsOf(line, look).map((fault): Seen => {
            const basis = w.basis.decree(look.point)
            if ('size' in fault)
              return { rule, found: w.points(fault.size), wanted: w.size(...fault.wanted), line, basis }
            return { rule, found: w.faces[fault.face], wanted: w.faces[fault.wanted], line, basis }
          }),
    )
  })

const missing: Rule['look'] = (_, parts) => {
  const party = parts.profile === 'party'
  const said: [rule: FormPartName, is: unknown][] = [
    [party ? 'partyNation' : 'nation', parts.nation],
    ['motto', party || parts.motto],
    // Looked for beside the nation's name only: elsewhere it is not surely found.
    ['issuer', !parts.nation?.cell || parts.nation.cell.column === 0 || parts.issuer.length],
    ['number', parts.number],
    ['date', parts.date],
    ['type', parts.type ?? parts.about],
    ['recipientsHead', parts.recipientsHead],
    ['authority', !parts.recipientsHead?.cell || parts.authority.length],
  ]
  return said.flatMap(([rule, is]) => (is ? [] : [{ rule, found: w.missing, wanted: w.present }]))
}

const rules: Rule['look'] = (_, { rules: found, motto, issuer, profile }) => {
  const seen: Seen[] = []
  const ask = (rule: 'motto' | 'issuer', line: FormLine | null | undefined) => {
    if (!line || found[rule] === 'drawn') return
    const is = found[rule] === 'signs' ? w.signsForLine : w.noUnderline
    seen.push({ rule, found: is, wanted: w.underline, line })
  }
  ask('motto', motto)
  if (profile !== 'party') ask('issuer', issuer.at(-1))
  return seen
}

const numberForm: Rule['look'] = (_, { number: line }) => {
  if (!line) return []
  const text = line.text.trim()
  const [, colon = '', number = '', , gap = '', sign = '', after = ''] =
    /^Số\s*(:?)\s*((\d+)?[.…_]*)(\s*)([-/])(\s*)/u.exec(text) ?? []
  const found = w.quoted(text)
  const seen: Seen[] = []
  if (!colon) seen.push({ rule: 'number', found: w.noColon, wanted: w.colon, line })
  if (/^\d$/u.test(number)) seen.push({ rule: 'number', found, wanted: w.zero, line })
  if (sign === '-') seen.push({ rule: 'number', found, wanted: w.slash, line })
  const symbol = text.slice(text.indexOf(sign) + 1)
  // A blank before the stroke is room to write the number in.
  if ((/^\d/u.test(number) && gap) || after || /\S\s*-\s+\S|\S\s+-\S/u.test(symbol))
    seen.push({ rule: 'number', found, wanted: w.noSpaces, line })
  return seen
}

const partyNumber: Rule['look'] = (_, { number: line }) =>
  line && !/^Số\s+[\d.…_\s]*-\p{L}/u.test(line.text.trim())
    ? [{ rule: 'number', found: w.quoted(line.text.trim()), wanted: w.hyphen, line, basis: w.basis.party }]
    : []

const partyAuthority: Rule['look'] = (_, { authority, profile }) => {
  const odd = profile === 'party' ? /^(?:TM|KT|TL|TUQ)\./u : /^(?:T\/M|K\/T|T\/L|T\/UQ)/u
  const wanted = profile === 'party' ? w.partyAuthority : w.stateAuthority
  return authority
    .filter(({ text }) => odd.test(text.trim()))
    .map((line) => ({ rule: 'authority', found: w.quoted(line.text.trim()), wanted, line }))
}

const partyStar: Rule['look'] = ({ lines }, { nation, issuer }) => {
  const name = issuer.at(-1)
  const stars = lines.filter(
    ({ text, cell }) => /^\*$/u.test(text.trim()) && cell?.table === nation?.cell?.table,
  )
  return name && !stars.length
    ? [{ rule: 'issuer', found: w.missing, wanted: w.star, line: name, basis: w.basis.party }]
    : []
}

const dateForm: Rule['look'] = (_, { date: line }) => {
  if (!line) return []
  const text = line.text.trim()
  const found = w.quoted(text)
  const [, place = '', day = '', month = '', year = ''] =
    /^(.*?)\s*ngày([\s\d.…_]*)tháng([\s\d.…_]*)năm([\s\d.…_]*)/iu.exec(text) ?? []
  if (!place) return [{ rule: 'date', found, wanted: w.fullDate, line }]
  const seen: Seen[] = []
  const digits = (words: string) => words.replace(/[^\d]/gu, '')
  const [d, m, y] = [digits(day), digits(month), digits(year)]
  if (!place.endsWith(',')) seen.push({ rule: 'date', found, wanted: w.comma, line })
  if (d.length === 1) seen.push({ rule: 'date', found, wanted: w.dayZero, line })
  if (/^[12]$/u.test(m) || /^0[3-9]$/u.test(m)) seen.push({ rule: 'date', found, wanted: w.monthZero, line })
  if (d && m && y && dayOf(Number(y), Number(m), Number(d)) === null)
    seen.push({ rule: 'date', found, wanted: w.realDay, line })
  return seen
}

/** The last words of a line. */
const tailOf = ({ text }: FormLine): string => {
  const words = text.trim().split(/\s+/u)
  return words.length > 5 ? `… ${words.slice(-5).join(' ')}` : words.join(' ')
}

const basisForm: Rule['look'] = (_, { basis }) =>
  basis.length < 2
    ? []
    : basis.flatMap((line, at) => {
        const wanted = at === basis.length - 1 ? '.' : ';'
        const is = line.text.trim().at(-1)
        return is === wanted ? [] : [{ rule: 'basis', found: w.quoted(tailOf(line)), wanted: w.each, line }]
      })

const recipientsForm: Rule['look'] = (_, { recipients, profile }) => {
  const seen: Seen[] = []
  recipients.forEach((line, at) => {
    const text = line.text.trim()
    const next = recipients[at + 1]?.text.trim()
    // Without its dash a line goes on from the one above.
    if (!/^[-–]/u.test(text) || (next !== undefined && !/^[-–]/u.test(next))) return
    if (!text.endsWith(next === undefined ? '.' : ';'))
      seen.push({ rule: 'recipients', found: w.quoted(text), wanted: w.dash, line })
  })
  const last = recipients.at(-1)
  if (last && profile === 'state' && !recipients.some(({ text }) => /Lưu\s*:/u.test(text)))
    seen.push({ rule: 'recipients', found: w.quoted(last.text.trim()), wanted: w.kept, line: last })
  return seen
}

const endSign: Rule['look'] = (_, { end }) =>
  end && !/\.\/\.$/u.test(end.text.trim())
    ? [
        {
          rule: 'end',
          found: w.quoted(tailOf(end)),
          wanted: w.endSign,
          line: end,
          basis: w.basis.forms,
        },
      ]
    : []

const appendixNumbers: Rule['look'] = (_, { appendices }) =>
  appendices
    .filter(
      ({ head }) =>
        /\d/u.test(head.text) || (appendices.length > 1 && /lục\s*[.:]?$/iu.test(head.text.trim())),
    )
    .map(({ head }) => ({ rule: 'appendix', found: w.quoted(head.text.trim()), wanted: w.roman, line: head }))

/** Long enough to be a paragraph of the text, not a heading, a name or a line of verse. */
const SENTENCE = 90
const sentences = ({ body }: FormParts): FormLine[] =>
  body.filter(({ text }) => text.trim().length >= SENTENCE)

const bodySize: Rule['look'] = (_, { body }) =>
  body.flatMap((line) => {
    const size = sizeOf(line)
    return lettersOf(line) > 1 && !within(size, [13, 14], 0)
      ? [{ rule: 'body', found: w.points(size), wanted: w.size(13, 14), line }]
      : []
  })

const bodyAlign: Rule['look'] = (_, parts) =>
  sentences(parts).flatMap((line) => {
    const align = line.paragraph.align ?? 'left'
    return align === 'both' || align === 'center'
      ? []
      : [{ rule: 'align', found: w.notJustified[align], wanted: w.justified, line }]
  })

const bodyIndent: Rule['look'] = (_, parts) =>
  sentences(parts).flatMap((line) => {
    const { numbered, firstLine = 0, align } = line.paragraph
    // A number of Word's own brings an indent of its own; a tab is one by hand; a later line of a paragraph has none.
    if (numbered || align === 'center' || /^[\t]/u.test(line.text) || line.text.trim() !== line.first)
      return []
    return within(firstLine, [10, 10], 0.5) || within(firstLine, [12.7, 12.7], 0.5)
      ? []
      : [{ rule: 'indent', found: w.mm(firstLine), wanted: w.indents, line }]
  })

/** Only where two paragraphs of the text follow each other without an empty one. */
const bodyGap: Rule['look'] = ({ lines }, parts) => {
  const among = new Set(sentences(parts))
  return lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (!next || !among.has(line) || !among.has(next) || line.n === next.n) return []
    const gap = (line.paragraph.after ?? 0) + (next.paragraph.before ?? 0)
    return gap >= 5.9 ? [] : [{ rule: 'gap', found: w.spacing(gap), wanted: `≥ ${w.spacing(6)}`, line: next }]
  })
}

const bodyLine: Rule['look'] = (_, parts) =>
  sentences(parts).flatMap((line) => {
    const { line: multiple = 1 } = line.paragraph
    return multiple === null || within(multiple, [1, 1.5], 0.01)
      ? []
      : [{ rule: 'line', found: w.lines(multiple), wanted: w.range(w.lines(1), w.lines(1.5)), line }]
  })

const RULES: readonly Rule[] = [
  { profiles: ALL, point: 'I.1', look: pageSize },
  { profiles: ALL, point: 'I.2', look: orientation },
  { profiles: DECREES, point: 'I.3', look: margins },
  { profiles: ALL, point: 'I.4', look: fonts },
  { profiles: ALL, point: 'I.4', look: colors },
  { profiles: DECREES, point: 'I.7', look: pageNumbers },
  { profiles: ['state', 'party'], point: 'II', look: missing },
  { profiles: DECREES, point: 'II', look: looks },
  { profiles: DECREES, point: 'II.1.b, II.2.b', look: rules },
  { profiles: STATE, point: 'II.3.c', look: numberForm },
  { profiles: PARTY, point: '', look: partyNumber },
  { profiles: PARTY, point: '', look: partyStar },
  { profiles: ['state', 'party'], point: 'II.7.b', look: partyAuthority },
  { profiles: ['state', 'party'], point: 'II.4.b', look: dateForm },
  { profiles: STATE, point: 'II.6.a', look: basisForm },
  { profiles: STATE, point: 'II.6.e', look: bodySize },
  { profiles: STATE, point: 'II.6.e', look: bodyAlign },
  { profiles: STATE, point: 'II.6.e', look: bodyIndent },
  { profiles: STATE, point: 'II.6.e', look: bodyGap },
  { profiles: STATE, point: 'II.6.e', look: bodyLine },
  { profiles: STATE, point: '', look: endSign },
  { profiles: STATE, point: 'II.9.d', look: recipientsForm },
  { profiles: STATE, point: 'III.1.a', look: appendixNumbers },
]

const FIRST_WORDS = 8
const whereOf = (line: FormLine | null | undefined): Departure['where'] =>
  line
    ? {
        paragraph: line.n,
        words: line.text.trim().split(/\s+/u).slice(0, FIRST_WORDS).join(' ') || line.first,
      }
    : null

/** The same departure in many paragraphs is one, with where it is met first. */
function joined(departures: readonly Departure[]): Departure[] {
  const known = new Map<string, Departure>()
  for (const each of departures) {
    const key = [each.rule, each.found, each.wanted].join('\n')
    const same = known.get(key)
    if (same) same.times++
    else known.set(key, { ...each })
  }
  return [...known.values()]
}

export interface CheckedForm {
  /** Whose form the document was held against. */
  profile: FormProfile
  departures: Departure[]
}

/** @throws Refusal when the bytes are no Word file, or a broken one. */
export function checkDocument(bytes: Uint8Array): CheckedForm {
  const form = readForm(bytes)
  const parts = findParts(form)
  const { profile } = parts
  const found = RULES.filter(({ profiles }) => profiles.includes(profile)).flatMap(({ look, point }) =>
    look(form, parts).map(({ rule, found, wanted, line, basis }): Departure => {
      const where = whereOf(line)
      const stated = profile === 'party' ? w.basis.party : w.basis.decree(point)
      return { rule, found, wanted, where, times: 1, basis: basis ?? stated }
    }),
  )
  return { profile, departures: joined(found) }
}

/** Where the document departs from the form; empty when nowhere. */
export const checkForm = (bytes: Uint8Array): Departure[] => checkDocument(bytes).departures
