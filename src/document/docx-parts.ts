// The parts of a Word file beside its text: styles, definitions of automatic numbers, page headers.

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { normalise } from '../base/text.ts'
import type { Line } from './line.ts'
import type { Level, NumberingDefinitions } from './numbering.ts'

export interface Style {
  basedOn: string | null
  list: string | null
  depth: number | null
  bold: boolean
  italic: boolean
  align: Line['align']
  /** Fonts of the encodings from before Unicode tell how to read the characters. */
  font: string
}

export type Attributes = Record<string, string>
export const on = (attributes: Attributes): boolean =>
  !['0', 'false', 'off'].includes(attributes['w:val'] ?? '1')

export function walk(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  close: (name: string) => void,
  text: (value: string) => void,
): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagPlain) => open(tag.name, tag.attributes))
  parser.on('closetag', (tag: SaxesTagPlain) => close(tag.name))
  parser.on('text', text)
  parser.write(xml).close()
}

export const ALIGN: Record<string, Line['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
}

export function readStyles(xml: string): { styles: Map<string, Style>; standard: string | null } {
  const styles = new Map<string, Style>()
  let standard: string | null = null
  let style: Style | null = null
  if (xml)
    walk(
      xml,
      (name, attributes) => {
        if (name === 'w:style') {
          style = {
            basedOn: null,
            list: null,
            depth: null,
            bold: false,
            italic: false,
            align: undefined,
            font: '',
          }
          const id = attributes['w:styleId'] ?? ''
          styles.set(id, style)
          if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1') standard = id
        } else if (!style) return
        else if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null
        else if (name === 'w:numId') style.list = attributes['w:val'] ?? null
        else if (name === 'w:ilvl') style.depth = Number(attributes['w:val'] ?? 0)
        else if (name === 'w:b') style.bold = on(attributes)
        else if (name === 'w:rFonts') style.font = attributes['w:hAnsi'] ?? attributes['w:ascii'] ?? ''
        else if (name === 'w:i') style.italic = on(attributes)
        else if (name === 'w:jc') style.align = ALIGN[attributes['w:val'] ?? '']
      },
      (name) => {
        if (name === 'w:style') style = null
      },
      () => {},
    )
  return { styles, standard }
}

export function readNumbering(xml: string): NumberingDefinitions {
  const definitions: NumberingDefinitions = {
    abstracts: new Map(),
    lists: new Map(),
    overrides: new Map(),
  }
  if (!xml) return definitions
  let levels: Map<number, Level> | null = null
  let level: Level | null = null
  let list = ''
  let overridden = 0
  walk(
    xml,
    (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        levels = new Map()
        definitions.abstracts.set(attributes['w:abstractNumId'] ?? '', levels)
      } else if (name === 'w:num') {
        levels = null
        level = null
        list = attributes['w:numId'] ?? ''
      } else if (name === 'w:abstractNumId') definitions.lists.set(list, value)
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0)
      else if (name === 'w:startOverride') {
        const own = definitions.overrides.get(list) ?? new Map<number, number>()
        own.set(overridden, Number(value))
        definitions.overrides.set(list, own)
      } else if (name === 'w:lvl' && levels) {
        level = { start: 1, format: 'decimal', text: '', restart: null }
        levels.set(Number(attributes['w:ilvl'] ?? 0), level)
      } else if (!level) return
      else if (name === 'w:start') level.start = Number(value)
      else if (name === 'w:numFmt') level.format = value
      else if (name === 'w:lvlText') level.text = value
      else if (name === 'w:lvlRestart') level.restart = Number(value)
    },
    () => {},
    () => {},
  )
  return definitions
}

/** What stands in the page headers, one text per paragraph; words of a watermark count. */
export function readHeader(xml: string): string[] {
  const texts: string[] = []
  let text = ''
  let inText = false
  walk(
    xml,
    (name, attributes) => {
      if (name === 'w:t') inText = true
      else if (name === 'w:p') {
        texts.push(text)
        text = ''
      } else if (name === 'v:textpath') texts.push(attributes.string ?? '')
    },
    (name) => {
      if (name === 'w:t') inText = false
    },
    (value) => {
      if (inText) text += value
    },
  )
  texts.push(text)
  return texts.map((each) => normalise(each).trim()).filter((each) => each !== '')
}
