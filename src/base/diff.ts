// What became of a text, word by word: the longest run of words that both share stays, the rest went out or came in.

export interface DiffPiece {
  kind: 'same' | 'out' | 'in'
  text: string
}

/** Two long texts that share little are shown one after the other: beyond this the comparison would take too long. */
const MOST_CELLS = 4_000_000

/** A word with the space behind it. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? []

/** "trước ngày 30/6", "trước ngày 30/9" -> same "trước ngày ", out "30/6", in "30/9". */
export function diffWords(before: string, after: string): DiffPiece[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const isSame = (i: number, j: number) => a[i]?.trimEnd() === b[j]?.trimEnd()
  let head = 0
  while (head < a.length && head < b.length && isSame(head, head)) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && isSame(a.length - 1 - tail, b.length - 1 - tail))
    tail++
  const pieces: DiffPiece[] = []
  const put = (kind: DiffPiece['kind'], words: readonly string[]) => {
    const text = words.join('')
    const last = pieces.at(-1)
    if (!text) return
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  put('same', b.slice(0, head))
  between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), put)
  put('same', b.slice(b.length - tail))
  return pieces
}

/** The part in the middle, by the longest common subsequence of words. */
function between(
  a: readonly string[],
  b: readonly string[],
  put: (kind: DiffPiece['kind'], words: readonly string[]) => void,
) {
  if (a.length * b.length > MOST_CELLS) {
    put('out', a)
    put('in', b)
    return
  }
  const width = b.length + 1
  const shared = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => shared[i * width + j] ?? 0
  const isSame = (i: number, j: number) => a[i]?.trimEnd() === b[j]?.trimEnd()
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      shared[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && isSame(i, j)) {
      put('same', [b[j] ?? ''])
      i++
      j++
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) put('out', [a[i++] ?? ''])
    else put('in', [b[j++] ?? ''])
  }
}
