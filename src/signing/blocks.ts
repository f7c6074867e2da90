// Pasted text as blocks of a paper: "I. …", "1. …", "a) …" are headings, every other line a paragraph.
import type { EditedBlock } from './exchange.ts'

const LEVELS: readonly [RegExp, 1 | 2 | 3][] = [
  [/^([IVXLC]+\.)\s+(\S.*)$/u, 1],
  [/^(\d{1,2}\.)\s+(\S.*)$/u, 2],
  [/^(\p{Ll}\))\s+(\S.*)$/u, 3],
]

/** A heading that says more than this is a numbered sentence. */
const LONGEST_HEADING = 200

export function blocksOf(text: string): EditedBlock[] {
  return text
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line): EditedBlock[] => {
      for (const [pattern, level] of LEVELS) {
        const [, label, rest] = pattern.exec(line) ?? []
        if (label && rest && rest.length <= LONGEST_HEADING)
          return [{ kind: 'heading', level, label, text: rest }]
      }
      return pieces(line).map((piece) => ({ kind: 'paragraph', text: piece }))
    })
}

const LONGEST_BLOCK = 20_000

/** A block holds so many letters: what is longer goes on in the next one. */
function pieces(line: string): string[] {
  const found: string[] = []
  for (let rest = line; rest; ) {
    const end = rest.length <= LONGEST_BLOCK ? rest.length : rest.lastIndexOf(' ', LONGEST_BLOCK)
    const cut = end > 0 ? end : LONGEST_BLOCK
    found.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return found
}
