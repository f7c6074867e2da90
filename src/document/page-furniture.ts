// Rows of a text in, the rows that belong to its pages and not to its words out: page numbers, running heads.

/** "Trang 3/12", "- 3 -": nothing else looks like it. */
const SURE_NUMBER =
  /^(?:(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])$/iu
const BARE_NUMBER = /^(\d{1,3})(?:\s*\/\s*\d{1,3})?$/u
/** Rows of words that a page holds at least and at most. */
const PAGE_ROWS = { least: 20, most: 120 }
const LONGEST_HEAD = 120

/**
 * `rows` without line ends; `breaks` holds the rows before which a form feed stands.
 * Gives the rows of the page's own, and the rows that begin a page.
 */
export function findFurniture(
  rows: readonly string[],
  breaks: ReadonlySet<number>,
): { furniture: Set<number>; pageStarts: Set<number> } {
  const furniture = new Set<number>()
  const filled = rows.flatMap((row, i) => (row.trim() === '' ? [] : [i]))
  const text = (place: number): string => (rows[filled[place] ?? -1] ?? '').trim()
  const breakBefore = filled.map((row, place) => {
    for (let at = (filled[place - 1] ?? -1) + 1; at <= row; at++) if (breaks.has(at)) return true
    return false
  })
  const numbers: { place: number; value: number }[] = []
  filled.forEach((row, place) => {
    const words = text(place)
    if (words.length > 24) return
    if (SURE_NUMBER.test(words)) {
      furniture.add(row)
      numbers.push({ place, value: Number(/\d+/u.exec(words)?.[0]) })
    }
    const bare = BARE_NUMBER.exec(words)
    // Numbers between the bars or rows of a table are its cells.
    if (!bare || text(place - 1) === '|' || text(place + 1) === '|') return
    if (breakBefore[place] || breakBefore[place + 1]) furniture.add(row)
    numbers.push({ place, value: Number(bare[1]) })
  })
  // Bare numbers without a form feed: page after page, each a page's length from the last.
  for (let i = 1; i < numbers.length; i++) {
    const [before, here] = [numbers[i - 1], numbers[i]]
    if (!before || !here) continue
    const distance = here.place - before.place
    const sure = furniture.has(filled[before.place] ?? -1)
    if (here.value !== before.value + 1 || distance > PAGE_ROWS.most) continue
    if (!sure && distance < PAGE_ROWS.least) continue
    for (const { place } of [before, here]) furniture.add(filled[place] ?? -1)
  }
  const turns = filled.flatMap((row, place) => (furniture.has(row) || breakBefore[place] ? [place] : []))
  for (const row of runningHeads(filled, text, turns, furniture)) furniture.add(row)

  const pageStarts = new Set<number>()
  let turned = false
  filled.forEach((row, place) => {
    turned ||= (breakBefore[place] ?? false) || furniture.has(row)
    if (furniture.has(row) || !turned) return
    if (place > 0) pageStarts.add(row)
    turned = false
  })
  return { furniture, pageStarts }
}

/** The same short row beside two page turns or more is their running head or foot. */
function runningHeads(
  filled: readonly number[],
  text: (place: number) => string,
  turns: readonly number[],
  furniture: ReadonlySet<number>,
): number[] {
  const seen = new Map<string, Set<number>>()
  turns.forEach((turn) => {
    for (let place = Math.max(0, turn - 2); place <= turn + 2; place++) {
      const words = text(place)
      const row = filled[place] ?? -1
      if (row < 0 || furniture.has(row) || words.length > LONGEST_HEAD) continue
      if (/[\t|;]|^[-–+•]|[.:]$/u.test(words) || !/\p{L}/u.test(words)) continue
      const rows = seen.get(words) ?? new Set<number>()
      rows.add(row)
      seen.set(words, rows)
    }
  })
  // Words that stand elsewhere, too, are words of the text: only the first page may show its head unturned.
  const everywhere = new Map<string, number>()
  for (const [place] of filled.entries()) {
    const words = text(place)
    if (seen.has(words)) everywhere.set(words, (everywhere.get(words) ?? 0) + 1)
  }
  return [...seen].flatMap(([words, rows]) =>
    rows.size > 1 && (everywhere.get(words) ?? 0) <= rows.size + 1 ? [...rows] : [],
  )
}
