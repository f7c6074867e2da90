// A page as it is drawn, whatever drew it: words and ruled lines with their places. A PDF with a text layer and a
// recognised scan both come to this form, and `layout.ts` makes lines of it.
// Points (1/72 inch), origin at the top left of the upright page.

export interface Word {
  text: string
  /** Left edge. */
  x: number
  /** Top edge. */
  y: number
  width: number
  height: number
  bold?: boolean
  italic?: boolean
}

/** A straight drawn line, as of a table; nearly horizontal or nearly vertical. */
export interface Rule {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface Page {
  /** From 1. */
  number: number
  width: number
  height: number
  words: Word[]
  rules: Rule[]
  /** A picture fills most of the page, or shapes do that may be letters. */
  pictured?: true
}
