// What a bench finds, as one table that grows line by line, or as one object.

export interface Measure {
  value: number
  unit: string
  /** The same asked of the rival, in the same unit; null where there is none. */
  rival: number | null
  /** value / rival: of requests a second more is better, of milliseconds and MB less. */
  ratio: number | null
  /** Requests of ours and of the rival that failed: then the figures say little. */
  failed?: number
  note?: string
}

const rounded = (n: number): number => Math.round(n * 100) / 100

/** Of at least one figure the one that this share of them does not exceed (the nearest rank, nothing in between). */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
export const median = (figures: readonly number[]): number => percentile(figures, 0.5)

/** Milliseconds of one call. */
export async function timed(call: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now()
  await call()
  return performance.now() - began
}

export const measureOf = (
  value: number,
  unit: string,
  rival: number | null = null,
  also: Pick<Measure, 'failed' | 'note'> & { ratio?: number } = {},
): Measure => ({
  value: rounded(value),
  unit,
  rival: rival === null ? null : rounded(rival),
  ...also,
  ratio: rival ? rounded(also.ratio ?? value / rival) : null,
})

const figure = (n: number | null, unit = ''): string => {
  if (n === null) return ''
  const digits = Math.abs(n) < 100 ? 2 : 0
  const number = n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${number} ${unit}`.trim()
}

/** `goals`: what is aimed at, in words, beside the measures of those names. */
export class Table {
  readonly #found: Record<string, Measure> = {}
  readonly #goals: Readonly<Record<string, string>>
  readonly #isJson: boolean

  constructor(goals: Readonly<Record<string, string>>, isJson: boolean) {
    this.#goals = goals
    this.#isJson = isJson
    this.#line('', 'ours', 'rival', 'ratio', 'goal', '')
  }

  add(name: string, found: Measure): void {
    this.#found[name] = found
    const { value, unit, rival, ratio, failed = 0, note = '' } = found
    const mark = failed ? '! ' : ''
    this.#line(
      name,
      mark + figure(value, unit),
      figure(rival, unit),
      mark + figure(ratio),
      this.#goals[name] ?? '',
      [failed ? `${failed} requests FAILED` : '', note].filter((part) => part).join('; '),
    )
  }

  /** With `--json` everything at once. */
  end(): void {
    if (this.#isJson) process.stdout.write(`${JSON.stringify(this.#found)}\n`)
  }

  #line(name: string, ours: string, rival: string, ratio: string, goal: string, note: string): void {
    if (this.#isJson) return
    const cells = [
      name.padEnd(22),
      ours.padStart(20),
      rival.padStart(20),
      ratio.padStart(9),
      goal.padStart(14),
    ]
    process.stdout.write(`${`${cells.join('')}  ${note}`.trimEnd()}\n`)
  }
}
