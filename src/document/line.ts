// The form in which every document leaves this folder, whatever it came in as: lines of NFC text with their
// place. Reading, the review screen and every citation point into these lines and never into the file.

/** Where a line stands inside a table of the document; row and column count from 0, spans from 1. */
export interface Cell {
  table: number
  row: number
  column: number
  rowSpan: number
  columnSpan: number
}

export interface Line {
  /** Its index in the document, from 0: what a `Span` points at. */
  n: number
  /** NFC text as a reader sees it; a printed or automatic label ("1.", "a)", "-") stands in front of it. */
  text: string
  cell?: Cell
  /** A blank line stands before it in the file. */
  gap?: boolean
  /** The page it stands on, from 1, where the file has pages. */
  page?: number
  /** Recognised from a picture of the page: a person must compare it with the picture. */
  scanned?: true
  /** A footnote or endnote, printed behind the paragraph that cites it; no part of the text that runs on. */
  note?: true
  /** No words of the document: a page number or running head, or the frame of the web page it stood in. */
  aside?: 'page' | 'web'
  bold?: boolean
  italic?: boolean
  align?: 'left' | 'center' | 'right' | 'both'
}

export type Door = 'docx' | 'text' | 'pdf' | 'scan' | 'doc' | 'xlsx'

export interface SourceDocument {
  door: Door
  lines: Line[]
  /** What the reader of the file should know: encodings converted, parts left out. Sentences for the screen. */
  notices: string[]
}
