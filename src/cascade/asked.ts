// Does a duty ask those who bear it for a plan of their own? A sentence in, the words that say so out. Pure; what it finds
// is proposed, and a person decides.
import { ASKS, FOR_ANOTHER, NOT_THEIR_OWN, OF_SOMETHING_ELSE } from '../vocabulary/sub-plan-words.ts'

/** Offsets into the quote. */
export interface Asked {
  from: number
  to: number
}

/** "Các sở, ban, ngành căn cứ Kế hoạch này xây dựng kế hoạch thực hiện" -> the words from "căn cứ"; else null. */
export function readAsked(quote: string): Asked | null {
  for (const [at, pattern] of ASKS.entries()) {
    const match = pattern.exec(quote)
    if (!match) continue
    const from = match.index
    const to = from + match[0].length
    if (OF_SOMETHING_ELSE.test(quote.slice(to))) continue
    // Who rests on this plan and makes one makes the own; the words before it belong to others.
    if (at === 0 && NOT_THEIR_OWN.test(quote.slice(0, from))) continue
    if (at > 0 && FOR_ANOTHER.test(match[0])) continue
    return { from, to }
  }
  return null
}
