// A paper as lines of plain text, for comparing what went out with what stands there now.
import type { OfficialPaper } from '../paper/official.ts'
import { printDay } from '../vocabulary/date.ts'

type Cell = OfficialPaper['appendices'][number]['rows'][number][number]

const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? printDay(cell.day) : String(cell)
const rowText = (row: readonly Cell[]): string => row.map(cellText).join(' | ')

/** What people write and read; head, number and date are not of the text. */
export function textOf(paper: OfficialPaper): string {
  const { authority, for: whom, title } = paper.signature
  return [
    [paper.type, paper.subject].filter(Boolean).join('\n'),
    paper.addressees.length > 0 && `Kính gửi: ${paper.addressees.join('; ')}`,
    ...paper.basis.map((one) => `Căn cứ: ${one}`),
    ...paper.body.map((block) => {
      if (block.kind === 'heading') return [block.label, block.text].filter(Boolean).join(' ')
      return block.kind === 'paragraph' ? block.text : block.rows.map(rowText).join('\n')
    }),
    [authority, whom, title].filter(Boolean).join(' '),
    paper.recipients.length > 0 && `Nơi nhận: ${paper.recipients.join('; ')}`,
    ...paper.appendices.flatMap(({ title: name, rows, notes }) => [name, ...rows.map(rowText), ...notes]),
  ]
    .filter(Boolean)
    .join('\n')
}
