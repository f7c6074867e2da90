// The paper as it will print, in the form of Decree 30/2020; number and day blank until it is issued. Long tables and long
// texts are cut short here: the exported paper has all of it.
import {
  addresseeLines,
  appendixLabel,
  authorityLines,
  basisLines,
  closedBody,
  dateLine,
  headingLine,
  numberLine,
  PARTY_NATION,
  recipientLines,
  superiorLine,
} from '../paper/official-text.ts'
import { MOTTO, NATION } from '../paper/table.ts'
import { printDay } from '../vocabulary/date.ts'
import * as words from '../vocabulary/words.ts'
import type { ShownBlock, ShownPaper } from './exchange.ts'
import './signing.css'

const w = words.signing
const MOST_BLOCKS = 400
type Cell = ShownPaper['appendices'][number]['rows'][number][number]

const cellText = (cell: Cell): string =>
  cell === null
    ? ''
    : typeof cell === 'object'
      ? printDay(cell.day)
      : typeof cell === 'number'
        ? words.number(cell)
        : cell

export function Sheet({ paper }: { paper: ShownPaper }) {
  const { issuer, profile, type, subject, body, appendices } = paper
  const isParty = profile === 'party'
  const to = addresseeLines(paper)
  return (
    <article className="sheet" aria-label={w.preview} lang="vi">
      <div className="sheet-pair">
        <div>
          {issuer.superior && <p>{superiorLine(issuer.superior)}</p>}
          <b>{issuer.name.toUpperCase()}</b>
          {isParty ? '*' : <div className="sheet-line" />}
          <p style={{ whiteSpace: 'pre-wrap' }}>{numberLine(paper)}</p>
          {type === null && <p>V/v {subject}</p>}
        </div>
        <div>
          <b>{isParty ? PARTY_NATION : NATION}</b>
          {!isParty && <b>{MOTTO}</b>}
          <div className="sheet-line" />
          <p style={{ whiteSpace: 'pre-wrap' }}>
            <i>{dateLine(paper)}</i>
          </p>
        </div>
      </div>
      {type !== null && (
        <div className="sheet-title">
          <p>{type.toUpperCase()}</p>
          <p>{subject}</p>
          <div className="sheet-line" />
        </div>
      )}
      {to.length > 0 && (
        <div className="sheet-to">
          {to.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div className="sheet-text">
        {basisLines(paper).map((line) => (
          <p key={line}>
            <i>{line}</i>
          </p>
        ))}
        {(body.length > MOST_BLOCKS ? body.slice(0, MOST_BLOCKS) : closed(body)).map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is written anew as a whole
          <Block key={at} block={block} />
        ))}
        {body.length > MOST_BLOCKS && <p className="sheet-note">{w.moreBlocks(body.length - MOST_BLOCKS)}</p>}
      </div>
      <div className="sheet-foot">
        <div className="sheet-recipients">
          <p>
            <b>
              <i>Nơi nhận:</i>
            </b>
          </p>
          {recipientLines(paper).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className="sheet-right">
          {authorityLines(profile, paper.signature).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="sheet-name">{paper.signature.name}</p>
        </div>
      </div>
      {appendices.map((appendix, at) => (
        <div key={`${appendix.title} ${appendix.total}`} className="sheet-appendix">
          <div className="sheet-title">
            <p>{appendixLabel(paper as never, at)}</p>
            <p>{appendix.title.toUpperCase()}</p>
          </div>
          <Table {...appendix} />
          {appendix.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      ))}
    </article>
  )
}

/** With the sign that ends a text; a shown table is a table with fewer rows. */
const closed = (body: readonly ShownBlock[]) => closedBody(body) as ShownBlock[]

function Block({ block }: { block: ShownBlock }) {
  if (block.kind === 'table') return <Table {...block} />
  if (block.kind === 'paragraph') return <p>{block.italics ? <i>{block.text}</i> : block.text}</p>
  const line = headingLine(block)
  return <p>{block.level === 3 ? line : <b>{line}</b>}</p>
}

type Shown = Pick<ShownPaper['appendices'][number], 'columns' | 'rows' | 'total'>

function Table({ columns, rows, total }: Shown) {
  return (
    <>
      <table>
        <thead>
          <tr>
            {columns.map(({ label }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have their fixed order
              <th key={at}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have their fixed order
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={column}>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className="sheet-note">{w.moreRows(total - rows.length)}</p>}
    </>
  )
}
