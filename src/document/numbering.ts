// Automatic numbers of a Word file: definitions from numbering.xml in, the printed label of the next paragraph out.

export interface Level {
  start: number
  format: string
  /** "%1.%2." — %n is the number of level n. */
  text: string
  /** Counting begins again after a level up to this one; 0 never. */
  restart: number | null
}

export interface NumberingDefinitions {
  /** abstract id → level → definition */
  abstracts: Map<string, Map<number, Level>>
  /** list id → abstract id */
  lists: Map<string, string>
  /** list id → level → start of its own */
  overrides: Map<string, Map<number, number>>
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
    default:
      return String(value)
  }
}

/** Counts through the document; lists that share a definition share its counters, as Word does. */
export class NumberingCounter {
  readonly #definitions: NumberingDefinitions
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(definitions: NumberingDefinitions) {
    this.#definitions = definitions
  }

  /** "" when the list is unknown or prints nothing. */
  next(list: string, depth: number): string {
    const abstract = this.#definitions.lists.get(list)
    const levels = abstract === undefined ? undefined : this.#definitions.abstracts.get(abstract)
    const level = levels?.get(depth)
    if (abstract === undefined || !levels || !level) return ''
    const counts = this.#counts.get(abstract) ?? []
    this.#counts.set(abstract, counts)

    const own = this.#definitions.overrides.get(list)?.get(depth)
    const first = `${list}/${depth}`
    if (own !== undefined && !this.#begun.has(first)) counts[depth] = own
    else counts[depth] = (counts[depth] ?? level.start - 1) + 1
    this.#begun.add(first)

    for (let deeper = depth + 1; deeper < 9; deeper++) {
      const restart = levels.get(deeper)?.restart ?? null
      if (restart === null || (restart !== 0 && depth < restart)) counts[deeper] = undefined
    }

    if (level.format === 'none') return ''
    if (level.format === 'bullet') return /^[-–+*•]$/u.test(level.text) ? level.text : '-'
    return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = levels.get(at)
      return shown ? figure(counts[at] ?? shown.start, shown.format) : ''
    })
  }
}
