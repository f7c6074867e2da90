// A table that leaves the house on paper: who issues it, what it says of itself, its columns, rows and sums. Pure data,
// written as Word by docx.ts and as Excel by xlsx.ts. No clock: the day is handed in, so the same table gives the same bytes.

/** A calendar day, printed dd/mm/yyyy; in Excel a date. */
export interface PaperDay {
  day: string
}
export type PaperCell = string | number | PaperDay | null

export interface PaperColumn {
  label: string
  /** Millimetres; of sentences their share of what the others leave. */
  width: number
  /** Names, sentences · short words, centred · whole figures, to the right · days. */
  kind: 'text' | 'mark' | 'number' | 'day'
  /** Of figures that are not whole: places behind the comma. */
  decimals?: number
}

/** The left half of the head (Decree 30/2020/NĐ-CP, Appendix I): over it the body it belongs to, where there is one. */
export interface Issuer {
  superior: string | null
  name: string
}

export interface TablePaper {
  issuer: Issuer
  /** "Sông Mơ": before the date, which stays blank for whoever signs. */
  place: string
  /** "yyyy-mm-dd": the day the table was made; only its month and year are printed in the head. */
  day: string
  title: string
  /** Under the title: what of, and as of when. */
  subtitle: readonly string[]
  columns: readonly PaperColumn[]
  rows: readonly (readonly PaperCell[])[]
  /** Under the table: sums, each with numerator and denominator. */
  totals: readonly string[]
  /** Name of the Excel sheet. */
  sheet: string
}

/** Millimetres of an A4 page lying on its side; the margins are those of Appendix I (20–25, 30–35, 15–20). */
export const PAGE = { width: 297, height: 210, top: 20, bottom: 20, left: 30, right: 15 } as const
export const TABLE_WIDTH = PAGE.width - PAGE.left - PAGE.right

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
export const FONT = 'Times New Roman'

/** "Sông Mơ, ngày      tháng 11 năm 2026": 0 before January and February only (Appendix I). */
export function datePlace({ place, day }: Pick<TablePaper, 'place' | 'day'>): string {
  const [year, month] = day.split('-').map(Number)
  return `${place}, ngày      tháng ${(month ?? 0) < 3 ? `0${month}` : month} năm ${year}`
}

/** What a column of sentences needs at the least, in millimetres. */
const NARROWEST = 14

/** Millimetres of each column; together exactly `whole`. Columns that ask for more than there is shrink alike. */
export function columnWidths(columns: readonly PaperColumn[], whole: number = TABLE_WIDTH): number[] {
  const isText = ({ kind }: PaperColumn) => kind === 'text'
  // A width that nobody has thought of may not make the others vanish.
  const asked = (column: PaperColumn) => Math.max(column.width, 0.5)
  const sum = (of: readonly PaperColumn[]) => of.reduce((all, column) => all + asked(column), 0)
  const texts = columns.filter(isText)
  const fixed = sum(columns) - sum(texts)
  const share = texts.length && Math.max(whole - fixed, texts.length * NARROWEST)
  const shrink = fixed + share > whole || !texts.length ? whole / (fixed + share) : 1
  return columns.map(
    (column) => (isText(column) ? (asked(column) / sum(texts)) * share : asked(column)) * shrink,
  )
}

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000\ue001\ufffe\uffff]/gu

/** Without what XML cannot hold (control characters, half a surrogate pair) and the two signs that docx.ts marks places by. */
export const printable = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, '')
