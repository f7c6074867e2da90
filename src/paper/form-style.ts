// How a word and its paragraph look in a Word file: what the file's defaults, its styles, each based on another, its
// theme and the place itself say, the nearer over the farther (ECMA-376, part 1, 17.7.2).
import { childOf, type Element, eachElement, settingOf, switchOf } from '../document/xml.ts'

export interface RunForm {
  /** Points. */
  size?: number
  bold?: boolean
  italic?: boolean
  capitals?: boolean
  underline?: boolean
  hidden?: boolean
  /** "auto" or six hexadecimal digits. */
  color?: string
  /** Of Latin letters without marks, and of all others. */
  ascii?: string
  other?: string
}

export interface ParagraphForm {
  align?: 'left' | 'center' | 'right' | 'both'
  /** Millimetres. */
  firstLine?: number
  /** Points. */
  before?: number
  after?: number
  /** Multiple of a single line; null when it is given in points. */
  line?: number | null
  numbered?: boolean
  /** A line drawn over or under the paragraph. */
  bordered?: boolean
}

interface Written {
  basedOn: string | undefined
  run: RunForm
  paragraph: ParagraphForm
}

export interface FormStyles {
  /** Of a paragraph style and, within tables, the table's; null is the standard one. */
  paragraph(id: string | null, table: string | null): { run: RunForm; paragraph: ParagraphForm }
  character(id: string): RunForm
  run(properties: Element | undefined): RunForm
}

const TWIPS_PER_MM = 1440 / 25.4
const mm = (twips: number): number => twips / TWIPS_PER_MM

/** 1134 twips or, in the strict dialect, "20mm". */
export function lengthOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return undefined
  if (value.endsWith('mm')) return number
  if (value.endsWith('cm')) return number * 10
  if (value.endsWith('in')) return number * 25.4
  return value.endsWith('pt') ? (number * 25.4) / 72 : mm(number)
}
const pointsOf = (value: string | undefined): number | undefined => {
  const length = lengthOf(value)
  return length === undefined ? undefined : (length * 72) / 25.4
}

/** Leaves out what is not said. */
const only = <T extends object>(said: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as T

const ALIGN: Record<string, NonNullable<ParagraphForm['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
}

function lineOf(spacing: Element | undefined): number | null | undefined {
  const { 'w:line': line, 'w:lineRule': rule = 'auto' } = spacing?.attributes ?? {}
  if (line === undefined) return undefined
  return rule === 'auto' ? Number.parseFloat(line) / 240 : null
}

const isOn = (value: string | undefined) => value !== undefined && value !== '0' && value !== 'false'

export function paragraphForm(properties: Element | undefined): ParagraphForm {
  if (!properties) return {}
  const spacing = childOf(properties, 'w:spacing')
  const indent = childOf(properties, 'w:ind')?.attributes
  const hanging = lengthOf(indent?.['w:hanging'])
  const frame = childOf(properties, 'w:framePr')?.attributes['w:xAlign']
  const list = settingOf(childOf(properties, 'w:numPr'), 'w:numId')
  const border = childOf(properties, 'w:pBdr')?.children.some(
    ({ name, attributes }) => /:(?:top|bottom|between)$/u.test(name) && attributes['w:val'] !== 'none',
  )
  // "Automatic" space is that of a web page: 14 points.
  const auto = (side: string) => isOn(spacing?.attributes[`w:${side}Autospacing`])
  return only<ParagraphForm>({
    align: ALIGN[frame ?? settingOf(properties, 'w:jc') ?? ''],
    firstLine: hanging === undefined ? lengthOf(indent?.['w:firstLine']) : -hanging,
    before: auto('before') ? 14 : pointsOf(spacing?.attributes['w:before']),
    after: auto('after') ? 14 : pointsOf(spacing?.attributes['w:after']),
    line: lineOf(spacing),
    numbered: list === undefined ? undefined : list !== '0',
    bordered: border || undefined,
  })
}

function runForm(properties: Element | undefined, fontOf: (theme: string) => string | undefined): RunForm {
  if (!properties || properties.children.length === 0) return {}
  const size = settingOf(properties, 'w:sz')
  const fonts = childOf(properties, 'w:rFonts')?.attributes ?? {}
  const underline = settingOf(properties, 'w:u')
  return only<RunForm>({
    size: size === undefined ? undefined : Number.parseFloat(size) / 2,
    bold: switchOf(properties, 'w:b'),
    italic: switchOf(properties, 'w:i'),
    capitals: switchOf(properties, 'w:caps'),
    hidden: switchOf(properties, 'w:vanish'),
    underline: underline === undefined ? undefined : underline !== 'none',
    color: settingOf(properties, 'w:color')?.toLowerCase(),
    ascii: fontOf(fonts['w:asciiTheme'] ?? '') ?? fonts['w:ascii'],
    other: fontOf(fonts['w:hAnsiTheme'] ?? '') ?? fonts['w:hAnsi'],
  })
}

/** "minorHAnsi" -> the font the theme gives the text, "majorAscii" -> that of the headings. */
function themeFonts(xml: string): (theme: string) => string | undefined {
  const of = (kind: string) =>
    new RegExp(`<a:${kind}Font>[\\s\\S]*?<a:latin[^>]*typeface="([^"]*)"`, 'u').exec(xml)?.[1]
  const fonts: Record<string, string | undefined> = { minor: of('minor'), major: of('major') }
  return (theme) => (/(?:HAnsi|Ascii)$/u.test(theme) ? fonts[theme.slice(0, 5)] || undefined : undefined)
}

/** What Word takes where a file says nothing. */
const RUN_DEFAULT: RunForm = { size: 10, ascii: 'Times New Roman', other: 'Times New Roman', color: 'auto' }
const LONGEST_CHAIN = 32
/** Marks of changes hold the look of before. */
const FORM_NOISE: ReadonlySet<string> = new Set(
  'w:lang w:proofErr w:rPrChange w:pPrChange w:tcPrChange w:trPrChange w:tblPrChange w:sectPrChange w:bookmarkStart w:bookmarkEnd'.split(
    ' ',
  ),
)

/** As `eachElement`, with the look of things left in. */
export const eachFormElement = (xml: string, depth: number, take: (element: Element) => void): void =>
  eachElement(xml, depth, take, FORM_NOISE)

export function readFormStyles(stylesXml: string, themeXml: string): FormStyles {
  const written = new Map<string, Written>()
  const fontOf = themeFonts(themeXml)
  const run = (properties: Element | undefined) => runForm(properties, fontOf)
  let standard: string | null = null
  let defaults: Written = { basedOn: undefined, run: {}, paragraph: {} }
  if (stylesXml)
    eachFormElement(stylesXml, 1, (element) => {
      if (element.name === 'w:docDefaults') {
        const of = (kind: string) => childOf(childOf(element, `w:${kind}Default`), `w:${kind}`)
        defaults = { basedOn: undefined, run: run(of('rPr')), paragraph: paragraphForm(of('pPr')) }
      }
      if (element.name !== 'w:style') return
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = element.attributes
      if (type === 'paragraph' && isOn(isDefault)) standard = id
      written.set(id, {
        basedOn: settingOf(element, 'w:basedOn'),
        run: run(childOf(element, 'w:rPr')),
        paragraph: paragraphForm(childOf(element, 'w:pPr')),
      })
    })
  /** The nearest last. */
  const chainOf = (id: string | null): Written[] => {
    const chain: Written[] = []
    let at = written.get(id ?? '')
    while (at && chain.length < LONGEST_CHAIN) {
      chain.unshift(at)
      at = written.get(at.basedOn ?? '')
    }
    return chain
  }
  const known = new Map<string, { run: RunForm; paragraph: ParagraphForm }>()
  return {
    run,
    paragraph(id, table) {
      const own = id !== null && written.has(id) ? id : standard
      const key = `${own}\n${table}`
      const found = known.get(key)
      if (found) return found
      const made = { run: { ...RUN_DEFAULT }, paragraph: {} }
      for (const each of [defaults, ...chainOf(table), ...chainOf(own)]) {
        Object.assign(made.run, each.run)
        Object.assign(made.paragraph, each.paragraph)
      }
      known.set(key, made)
      return made
    },
    character: (id) => Object.assign({}, ...chainOf(id).map((each) => each.run)),
  }
}
