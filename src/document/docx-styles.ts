// styles.xml of a Word file in; what a paragraph or a run inherits through its style out.

import type { Line } from './line.ts'
import { childOf, type Element, eachElement, numberOf, settingOf, switchOf } from './xml.ts'

/** What can be said of a run; undefined: nothing is said. */
export interface RunLook {
  bold?: boolean | undefined
  italic?: boolean | undefined
  /** Shown in capitals, whatever was typed. */
  capitals?: boolean | undefined
  hidden?: boolean | undefined
  /** The font's name: those of the encodings from before Unicode tell how to read the characters. */
  font?: string | undefined
}

export interface Style extends RunLook {
  name: string
  /** "0" takes the number away that a style below would give. */
  list?: string | undefined
  depth?: number | undefined
  /** The style of the chain that names the list. */
  lister?: string | undefined
  align?: Line['align']
}

interface WrittenStyle extends Style {
  id: string
  basedOn: string | undefined
}

export interface Styles {
  /** Everything the style says or inherits; the file's standard paragraph style for null. */
  of(id: string | null): Style
  standard: string | null
}

const ALIGN: Record<string, Line['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
}
export const alignOf = (properties: Element | undefined): Line['align'] =>
  ALIGN[settingOf(properties, 'w:jc') ?? '']

export function lookOf(properties: Element | undefined): RunLook {
  if (!properties || properties.children.length === 0) return {}
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  return {
    bold: switchOf(properties, 'w:b'),
    italic: switchOf(properties, 'w:i'),
    capitals: switchOf(properties, 'w:caps'),
    hidden: switchOf(properties, 'w:vanish'),
    font: fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'],
  }
}

/** The list and level of `w:numPr`, as far as it names them. */
export function listOf(properties: Element | undefined): Pick<Style, 'list' | 'depth'> {
  const numbering = childOf(properties, 'w:numPr')
  const depth = settingOf(numbering, 'w:ilvl')
  return {
    list: settingOf(numbering, 'w:numId'),
    depth: depth === undefined ? undefined : numberOf(depth, 0, 8, 0),
  }
}

function readStyle(element: Element): WrittenStyle {
  const paragraph = childOf(element, 'w:pPr')
  const id = element.attributes['w:styleId'] ?? ''
  const listed = listOf(paragraph)
  return {
    id,
    lister: listed.list === undefined ? undefined : id,
    name: (settingOf(element, 'w:name') ?? '').toLowerCase(),
    basedOn: settingOf(element, 'w:basedOn'),
    align: alignOf(paragraph),
    ...listed,
    ...lookOf(childOf(element, 'w:rPr')),
  }
}

/** Adds to `style` what it leaves open and `base` says. */
function inherit(style: Style, base: Style): Style {
  const whole = { ...base, ...style }
  for (const key of Object.keys(base) as (keyof Style)[])
    if (style[key] === undefined) Object.assign(whole, { [key]: base[key] })
  return whole
}

/** Word itself follows no more than a dozen; the bound also ends styles based on each other in a ring. */
const LONGEST_CHAIN = 32

export function readStyles(xml: string): Styles {
  const written = new Map<string, WrittenStyle>()
  let standard: string | null = null
  if (xml)
    eachElement(xml, 1, (element) => {
      if (element.name !== 'w:style') return
      const style = readStyle(element)
      written.set(style.id, style)
      const isDefault = element.attributes['w:default'] ?? '0'
      if (element.attributes['w:type'] === 'paragraph' && isDefault !== '0' && isDefault !== 'false')
        standard = style.id
    })
  const known = new Map<string | null, Style>()
  function resolve(id: string | null): Style {
    let whole: Style = { name: '' }
    let at = written.get(id ?? standard ?? '')
    for (let length = 0; at && length < LONGEST_CHAIN; length++) {
      whole = length === 0 ? at : inherit(whole, at)
      at = at.basedOn === undefined ? undefined : written.get(at.basedOn)
    }
    return whole
  }
  return {
    standard,
    of(id) {
      const found = known.get(id) ?? resolve(id)
      known.set(id, found)
      return found
    },
  }
}
