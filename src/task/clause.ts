// Cutting a line of the source at the borders of its quotes.

export interface Piece {
  from: number
  text: string
  isMarked: boolean
}

/** "một hai ba", [{from: 4, to: 7}] -> "một ", "hai" (marked), " ba". Overlapping places count once. */
export function markedPieces(line: string, places: readonly { from: number; to: number }[]): Piece[] {
  const pieces: Piece[] = []
  const push = (from: number, to: number, isMarked: boolean) => {
    if (to > from) pieces.push({ from, text: line.slice(from, to), isMarked })
  }
  let at = 0
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, at)
    const end = Math.min(to, line.length)
    if (end <= start) continue
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, line.length, false)
  return pieces
}
