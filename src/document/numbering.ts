// Automatic numbers of a Word file: definitions from numbering.xml in, the printed label of the next paragraph out.

import { CARDINALS } from '../vocabulary/cardinal.ts'
import { childOf, type Element, eachElement, numberOf, settingOf, switchOf } from './xml.ts'

export interface Level {
  start: number
  format: string
  /** "%1.%2." — %n is the number of level n. */
  text: string
  /** Counting begins again after a level up to this one; 0 never. */
  restart: number | null
  /** The paragraph style that is set in this level wherever it stands. */
  style: string | null
  /** Every number is shown in figures, whatever its own level says. */
  figures: boolean
  /** Nothing stands between label and words. */
  glued: boolean
}

type Levels = Map<number, Level>

export interface NumberingDefinitions {
  /** abstract id → level → definition */
  abstracts: Map<string, Levels>
  /** list id → abstract id */
  lists: Map<string, string>
  /** list id → level → start of its own */
  starts: Map<string, Map<number, number>>
  /** list id → level → definition of its own */
  levels: Map<string, Levels>
}

const DEEPEST_LEVEL = 8
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const levelNumber = (value: string | undefined): number => numberOf(value, 0, DEEPEST_LEVEL, 0)

/** "001, 002, 003, …": only the count of figures is said. */
function formatOf(level: Element): string {
  const choice = childOf(childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt')
  const custom = choice?.attributes['w:format']
  if (custom) return /^0+1(?=,)/u.exec(custom)?.[0] ?? 'decimal'
  return settingOf(level, 'w:numFmt') ?? 'decimal'
}

function readLevel(level: Element): Level {
  const restart = settingOf(level, 'w:lvlRestart')
  return {
    start: numberOf(settingOf(level, 'w:start'), 0, 32_767, 0),
    format: formatOf(level),
    text: settingOf(level, 'w:lvlText') ?? '',
    restart: restart === undefined ? null : numberOf(restart, 0, 9, 0),
    style: settingOf(level, 'w:pStyle') ?? null,
    figures: switchOf(level, 'w:isLgl') ?? false,
    glued: settingOf(level, 'w:suff') === 'nothing',
  }
}

/**
 * `xml` is numbering.xml, "" when the file has none; `listOfStyle` gives the list a numbering style stands for, since
 * a definition may only point there.
 */
export function readNumbering(
  xml: string,
  listOfStyle: (style: string) => string | undefined = () => undefined,
): NumberingDefinitions {
  const definitions: NumberingDefinitions = {
    abstracts: new Map(),
    lists: new Map(),
    starts: new Map(),
    levels: new Map(),
  }
  if (!xml) return definitions
  /** style → the definition that is its home; abstract id → the style it points to */
  const homes = new Map<string, string>()
  const pointers = new Map<string, string>()
  eachElement(xml, 1, (element) => {
    if (element.name === 'w:abstractNum') {
      const id = element.attributes['w:abstractNumId'] ?? ''
      const levels: Levels = new Map()
      for (const child of element.children)
        if (child.name === 'w:lvl') levels.set(levelNumber(child.attributes['w:ilvl']), readLevel(child))
      definitions.abstracts.set(id, levels)
      const home = settingOf(element, 'w:styleLink')
      if (home) homes.set(home, id)
      const pointer = settingOf(element, 'w:numStyleLink')
      if (pointer) pointers.set(id, pointer)
    } else if (element.name === 'w:num') {
      const id = element.attributes['w:numId'] ?? ''
      definitions.lists.set(id, settingOf(element, 'w:abstractNumId') ?? '')
      for (const child of element.children) {
        if (child.name !== 'w:lvlOverride') continue
        const depth = levelNumber(child.attributes['w:ilvl'])
        const start = settingOf(child, 'w:startOverride')
        if (start !== undefined) ownOf(definitions.starts, id).set(depth, numberOf(start, 0, 32_767, 1))
        const level = childOf(child, 'w:lvl')
        if (level) ownOf(definitions.levels, id).set(depth, readLevel(level))
      }
    }
  })
  for (const [list, abstract] of definitions.lists) {
    const style = pointers.get(abstract)
    if (style === undefined) continue
    const home = homes.get(style) ?? definitions.lists.get(listOfStyle(style) ?? '')
    if (home !== undefined) definitions.lists.set(list, home)
  }
  return definitions
}

function ownOf<V>(map: Map<string, Map<number, V>>, id: string): Map<number, V> {
  const own = map.get(id) ?? new Map<number, V>()
  map.set(id, own)
  return own
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function roman(value: number): string {
  let rest = value
  let out = ''
  for (const [worth, sign] of ROMAN)
    while (rest >= worth) {
      out += sign
      rest -= worth
    }
  return out
}

/** As Word counts, in every language: a … z, aa, bb; "đ" is no letter of its lists. */
const letters = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

function figure(value: number, format: string): string {
  if (value < 1 || value > 3999) return String(value)
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'numberInDash':
      return `- ${value} -`
    case 'vietnameseCounting':
      return CARDINALS[value] ?? String(value)
    case 'cardinalText':
      return capital(CARDINALS[value] ?? String(value))
    case 'ordinalText':
      return `Thứ ${value === 1 ? 'nhất' : value === 4 ? 'tư' : (CARDINALS[value] ?? value)}`
    case 'none':
      return ''
    default:
      return /^0+1$/u.test(format) ? String(value).padStart(format.length, '0') : String(value)
  }
}

const capital = (word: string): string => (word[0]?.toUpperCase() ?? '') + word.slice(1)

/** Where a paragraph stands in a list, as it says itself or through its style. */
export interface Listed {
  list: string
  /** The level the paragraph itself names. */
  depth?: number | undefined
  /** Its style and the one that names the list, nearest first: a level may be made for a style. */
  styles?: readonly (string | null | undefined)[]
  /** The level its style names. */
  styleDepth?: number | undefined
}

/** Counts through the document; lists that share a definition share its counters, as Word does. */
export class NumberingCounter {
  readonly #definitions: NumberingDefinitions
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(definitions: NumberingDefinitions) {
    this.#definitions = definitions
  }

  /** The label of the next paragraph of a list; "" when the list is unknown or prints nothing. */
  next({ list, depth: said, styles = [], styleDepth }: Listed): { label: string; glued: boolean } {
    const nothing = { label: '', glued: false }
    const abstract = this.#definitions.lists.get(list)
    const shared = abstract === undefined ? undefined : this.#definitions.abstracts.get(abstract)
    if (abstract === undefined || !shared) return nothing
    const changed = this.#definitions.levels.get(list)
    const levelAt = (depth: number): Level | undefined => changed?.get(depth) ?? shared.get(depth)
    const madeFor = (style: string | null | undefined): number | undefined =>
      style ? DEPTHS.find((each) => levelAt(each)?.style === style) : undefined
    const depth = said ?? madeFor(styles[0]) ?? styleDepth ?? madeFor(styles[1]) ?? 0
    const level = levelAt(depth)
    if (!level) return nothing
    const counts = this.#counts.get(abstract) ?? []
    this.#counts.set(abstract, counts)

    const start = this.#definitions.starts.get(list)?.get(depth)
    const first = `${list}/${depth}`
    if (start !== undefined && !this.#begun.has(first)) counts[depth] = start
    else counts[depth] = (counts[depth] ?? (start ?? level.start) - 1) + 1
    this.#begun.add(first)

    // A level that was passed over has begun all the same: "II." then "1.1." goes on with "2."
    for (let above = 0; above < depth; above++) counts[above] ??= levelAt(above)?.start ?? 1
    for (let deeper = depth + 1; deeper <= DEEPEST_LEVEL; deeper++) {
      const restart = levelAt(deeper)?.restart ?? null
      if (restart === null || (restart !== 0 && depth < restart)) counts[deeper] = undefined
    }

    if (level.format === 'bullet')
      return { ...nothing, label: level.text === '' || /^[-–+*•]$/u.test(level.text) ? level.text : '-' }
    const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = levelAt(at)
      if (!shown || at > depth) return ''
      return figure(counts[at] ?? shown.start, level.figures ? 'decimal' : shown.format)
    })
    return { label: label.trim(), glued: level.glued }
  }
}
