import type { Line } from './line.ts'
import type { Repair } from './scan-words.ts'

export function repairLabels(lines: readonly Line[]): { lines: Line[]; repairs: Repair[] } {
  return { lines: [...lines], repairs: [] }
}
