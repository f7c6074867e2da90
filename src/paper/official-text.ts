// The lines of an official document as they are printed (Decree 30/2020/NĐ-CP, Appendix I; of the Party: HD 36-HD/VPTW),
// without their look. Pure; official-docx.ts prints them, `officialText` is the whole as plain text.
import { roman } from '../document/numbering.ts'
import { printDay } from '../vocabulary/date.ts'
import * as vi from '../vocabulary/words.ts'
import type { Appendix, Authority, Block, OfficialPaper, Signature } from './official.ts'
import { MOTTO, NATION, type PaperCell } from './table.ts'

type Profile = OfficialPaper['profile']

export const PARTY_NATION = 'ĐẢNG CỘNG SẢN VIỆT NAM'
/** Room to write number and day in by hand. */
const BLANK = { number: '       ', day: '    ' }

/** "Số: 05/BC-STC", "Số:        /BC-STC" before it is issued; of the Party "Số 36-HD/VPTW". 0 stands before numbers under 10. */
export function numberLine({
  profile,
  number,
  symbol,
}: Pick<OfficialPaper, 'profile' | 'number' | 'symbol'>): string {
  const printed = number === null ? BLANK.number : number.replace(/^\d$/u, '0$&')
  return profile === 'party' ? `Số ${printed}-${symbol}` : `Số: ${printed}/${symbol}`
}

/** "ngày 05 tháng 5 năm 2026": 0 before days under 10 and months 1 and 2 only (Appendix I, II.4.b); blank until signed. */
export function dateWords({ date, drawnOn }: Pick<OfficialPaper, 'date' | 'drawnOn'>): string {
  const [year, month = 0, day = 0] = (date ?? drawnOn).split('-').map(Number)
  const printed = date === null ? BLANK.day : String(day).padStart(2, '0')
  return `ngày ${printed} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

export const dateLine = (paper: Pick<OfficialPaper, 'place' | 'date' | 'drawnOn'>): string =>
  `${paper.place}, ${dateWords(paper)}`

/** The Party writes "T/M", "K/T", "T/L", "T/UQ" where the State writes "TM.", "KT.", "TL.", "TUQ.". */
const PARTY_AUTHORITY: Record<Authority, string> = {
  'TM.': 'T/M',
  'KT.': 'K/T',
  'TL.': 'T/L',
  'TUQ.': 'T/UQ',
  'Q.': 'Q.',
}

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": over the space for the signature (II.7). */
export function authorityLines(profile: Profile, signature: Signature): string[] {
  const { authority, title } = signature
  const said = authority && (profile === 'party' ? PARTY_AUTHORITY[authority] : authority)
  const over = signature.for.split('\n').filter(Boolean)
  // An acting head signs in one line: "Q. GIÁM ĐỐC".
  const lines =
    said && over.length === 0
      ? [`${said} ${title}`]
      : [...over.map((line, at) => (said && at === 0 ? `${said} ${line}` : line)), title]
  return lines.filter(Boolean).map((line) => line.toUpperCase())
}

/** Of the body above usual words are abbreviated (II.2.a): "UBND TỈNH SÔNG MƠ". */
export const superiorLine = (name: string): string =>
  name.toUpperCase().replace(/^(?:ỦY|UỶ) BAN NHÂN DÂN(?!\p{L})/u, 'UBND')

const bare = (text: string): string => text.trim().replace(/[\s.;,/]+$/u, '')
const closed = (texts: readonly string[], between: string): string[] => {
  const said = texts.map(bare).filter(Boolean)
  return said.map((text, at) => text + (at === said.length - 1 ? '.' : between))
}

/** "Kính gửi: Bộ Tài chính" on one line; several each on its own, with a dash (II.9.d). */
export function addresseeLines({ addressees }: Pick<OfficialPaper, 'addressees'>): string[] {
  const [first, ...others] = addressees.map(bare).filter(Boolean)
  if (!first) return []
  if (!others.length) return [`Kính gửi: ${first}`]
  return ['Kính gửi:', ...closed([first, ...others], ';').map((text) => `- ${text}`)]
}

/** Each ends in ";", the last one in "." (II.6.a). */
export const basisLines = ({ basis }: Pick<OfficialPaper, 'basis'>): string[] =>
  closed(
    basis.map((text) => text.replace(/\s+/gu, ' ')),
    ';',
  )

/** "- Như trên;", "- Lưu: VT, TH." */
export const recipientLines = ({ recipients }: Pick<OfficialPaper, 'recipients'>): string[] =>
  closed(recipients, ';').map((text) => `- ${text}`)

/** "Báo cáo", "Công văn" in the middle of a sentence. */
export const typeInText = (type: string | null): string => {
  const lower = (type ?? 'công văn').toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** "(Kèm theo Báo cáo số      /BC-STC ngày      tháng 11 năm 2026 của Sở Tài chính)" */
export const referenceLine = (paper: OfficialPaper): string =>
  `(Kèm theo ${typeInText(paper.type)} ${numberLine(paper).replace(/^Số:? /u, 'số ')} ${dateWords(paper)} của ${paper.issuer.name})`

/** "Phụ lục"; with a Roman number where there are several (III.1.a). */
export const appendixLabel = ({ appendices }: OfficialPaper, at: number): string =>
  appendices.length > 1 ? `Phụ lục ${roman(at + 1)}` : 'Phụ lục'

/** What ends the text of a document: "./." instead of its last sign. A table at the end gets it on a line of its own. */
export function closedBody(body: readonly Block[]): Block[] {
  const last = body.at(-1)
  if (!last) return []
  if (last.kind === 'table') return [...body, { kind: 'paragraph', text: './.' }]
  return [...body.slice(0, -1), { ...last, text: `${bare(last.text)}./.` }]
}

/** "Mục đích" behind its label; either may be empty. */
export const headingLine = ({ label, text }: { label: string; text: string }): string =>
  [label, text].filter(Boolean).join(' ')

const cellText = (cell: PaperCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return vi.number(cell)
  return typeof cell === 'object' ? printDay(cell.day) : cell
}
const tableLines = ({ columns, rows }: Pick<Appendix, 'columns' | 'rows'>): string[] =>
  [columns.map(({ label }) => label), ...rows.map((row) => row.map(cellText))].map((row) => row.join('\t'))

const blockLines = (block: Block): string[] => {
  if (block.kind === 'table') return tableLines(block)
  return [block.kind === 'heading' ? headingLine(block) : block.text]
}

/** The whole document as plain text: for a mail, for a quick look, for search. */
export function officialText(paper: OfficialPaper): string {
  const { issuer, type, subject, signature } = paper
  const lines = [
    ...(issuer.superior ? [superiorLine(issuer.superior)] : []),
    issuer.name.toUpperCase(),
    ...(paper.profile === 'party' ? [PARTY_NATION] : [NATION, MOTTO]),
    numberLine(paper),
    ...(type === null ? [`V/v ${subject}`] : []),
    dateLine(paper),
    ...(type === null ? [] : [type.toUpperCase(), subject]),
    ...addresseeLines(paper),
    ...basisLines(paper),
    ...closedBody(paper.body).flatMap(blockLines),
    ...authorityLines(paper.profile, signature),
    signature.name,
    'Nơi nhận:',
    ...recipientLines(paper),
    ...paper.appendices.flatMap((appendix, at) => [
      appendixLabel(paper, at),
      appendix.title.toUpperCase(),
      referenceLine(paper),
      ...tableLines(appendix),
      ...appendix.notes,
    ]),
  ]
  return lines.filter(Boolean).join('\n')
}
