// A Word document in, where it departs from the form of Decree 30/2020/NĐ-CP (or of the Party) out: also of documents we
// did not make. Each rule is one row of RULES; what is not surely found is not held against the document.
import { dayOf } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'
import { type FormLine, lettersOf, readForm, sizeOf } from './form.ts'
import { faultsOf, PART_LOOKS, type PartName } from './form-look.ts'
import { colors, fonts, margins, orientation, pageNumbers, pageSize } from './form-page.ts'
import { type FormParts, type FormProfile, findParts } from './form-part.ts'
import { type FormPartName, type Rule, type Seen, within } from './form-rule.ts'

const w = words.form

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

const ALL = ['state', 'party', 'normative'] as const
const DECREES = ['state', 'normative'] as const
const STATE = ['state'] as const
const PARTY = ['party'] as const

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
