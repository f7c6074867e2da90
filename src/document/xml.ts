// XML of an office file in, its elements out as plain trees, one block at a time so that a long document is never held
// whole. Whatever prefixes the writer chose, names come out with the usual ones ("w:p").

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'

export type Attributes = Record<string, string>

export interface Element {
  name: string
  attributes: Attributes
  children: Element[]
  /** Its own characters; kept only for the elements that carry words. */
  text: string
}

/** Word itself nests about 30 deep; tables in tables in boxes reach 100. Trees are walked by recursion. */
const DEEPEST = 400
const MOST_ELEMENTS = 6_000_000
const WORDS = new Set(['w:t', 'w:instrText', 'm:t'])
/** Half of a usual file, and never asked for by whoever reads words. */
const NOISE: ReadonlySet<string> = new Set(
  (
    'w:sz w:szCs w:lang w:color w:spacing w:shd w:ind w:bCs w:iCs w:rtl w:bidi w:tcW w:tcMar w:tcBorders ' +
    'w:tblBorders w:tblCellMar w:tblPrEx w:tblLook w:pBdr w:tabs w:bookmarkStart w:bookmarkEnd w:proofErr w:kern ' +
    'w:rPrChange w:pPrChange w:tcPrChange w:trPrChange w:tblPrChange w:sectPr w:lastRenderedPageBreak a:graphicFrameLocks'
  ).split(' '),
)
/** What was deleted is no text of the final document; among properties these only mark that something is. */
const DELETED = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText'])
const PROPERTIES = new Set(['w:rPr', 'w:trPr'])

const USUAL: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'urn:schemas-microsoft-com:vml': 'v:',
}

/** The writer's prefixes that are not the usual ones: "ns0:" → "w:". */
function unusual(attributes: Attributes): Map<string, string> | null {
  const found = new Map<string, string>()
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const usual = USUAL[attributes[name] ?? '']
    const own = name === 'xmlns' ? '' : `${name.slice(6)}:`
    if (usual && usual !== own) found.set(own, usual)
  }
  return found.size > 0 ? found : null
}

/** Gives names their usual prefixes; a document has few names, so each is made once. */
function renamer(prefixes: Map<string, string>): (name: string, isElement: boolean) => string {
  const known = new Map<string, string>()
  return (name, isElement) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const at = name.indexOf(':') + 1
    // Names of attributes without a prefix belong to their element.
    const usual = at > 0 || isElement ? prefixes.get(name.slice(0, at)) : undefined
    const renamed = usual ? usual + name.slice(at) : name
    if (known.size < 1000) known.set(name, renamed)
    return renamed
  }
}

function renamed(attributes: Attributes, rename: (name: string, isElement: boolean) => string): Attributes {
  const usual: Attributes = {}
  for (const name in attributes) usual[rename(name, false)] = attributes[name] ?? ''
  return usual
}

const broken = (): Refusal => new Refusal('invalid', 'document.broken', words.document.brokenWord)

/**
 * Hands over each element that stands `depth` below the root (1: children of the root), whole but for `noise`.
 * @throws Refusal when it is no well-formed XML, or nested or filled beyond any document.
 */
export function eachElement(
  xml: string,
  depth: number,
  take: (element: Element) => void,
  noise = NOISE,
): void {
  const open: Element[] = []
  let rename: ReturnType<typeof renamer> | null = null
  let skipped = 0
  let elements = 0
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw broken()
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++elements > MOST_ELEMENTS)
      throw new Refusal('too-large', 'document.too-long', words.document.tooLong)
    if (open.length + skipped > DEEPEST) throw broken()
    if (open.length === 0) {
      const prefixes = unusual(tag.attributes)
      rename = prefixes && renamer(prefixes)
    }
    const name = rename ? rename(tag.name, true) : tag.name
    const parent = open.at(-1)
    const dropped = DELETED.has(name) && !(parent && PROPERTIES.has(parent.name))
    if (skipped > 0 || dropped || noise.has(name)) {
      skipped++
      return
    }
    const attributes = rename ? renamed(tag.attributes, rename) : tag.attributes
    const element: Element = { name, attributes, children: [], text: '' }
    if (parent && open.length > depth) parent.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped--
      return
    }
    const element = open.pop()
    if (element && open.length === depth) take(element)
  })
  parser.on('text', (value) => {
    const element = open.at(-1)
    if (skipped === 0 && element && WORDS.has(element.name)) element.text += value
  })
  parser.write(xml).close()
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name)

/** The `w:val` of a child: what most properties hold. */
export const settingOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** A property that is on or off: undefined when nothing is said. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const child = childOf(element, name)
  return child && !['0', 'false', 'off'].includes(child.attributes['w:val'] ?? '1')
}

/** A whole number within bounds, whatever the file says. */
export function numberOf(value: string | undefined, least: number, most: number, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? otherwise : Math.min(Math.max(number, least), most)
}
