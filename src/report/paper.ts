// A report as an official document (BÁO CÁO) with its appendices, and as a table for Excel. Pure: its content in, papers out.
import type { IssuingAgency } from '../paper/issuer.ts'
import { issuerOf } from '../paper/issuer.ts'
import type { OfficialPaper } from '../paper/official.ts'
import type { PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import * as words from '../vocabulary/words.ts'
import type { Joined } from './consolidate.ts'
import type { Content } from './content.ts'
import { isReview, type RoundKind } from './exchange.ts'
import { toldOf } from './facts.ts'
import { type Counts, ratiosOf } from './figures.ts'
import { MOST_NAMES, printJoined, shareText } from './print.ts'
import type { YearTable } from './review.ts'

const w = words.report.paper

export interface PaperSource {
  province: string
  agency: IssuingAgency
  addressee: string | null
  plan: { number: string | null; title: string }
  title: string
  kind: RoundKind
  from: string
  to: string
  /** Its month and year stand in the head. */
  day: string
  content: Content
  /** Asked to report here, and have not yet. */
  missing: { agency: string; dueOn: string }[]
  years: YearTable | null
}

type Block = OfficialPaper['body'][number]
type Appendix = OfficialPaper['appendices'][number]

/** One duty as it is printed, from the own report or joined. */
interface PrintedDuty {
  section: string
  quote: string
  text: string
  rows: { agency: string; text: string; percent: string }[]
  overdue: { agency: string; dueOn: string; lateDays: number }[]
  difficulties: { text: string; agency: string }[]
}

const MOST_CELL = 19_000
/** A cell of an official document holds so much; nobody hands in more of one duty. */
const cut = (text: string): string => (text.length > MOST_CELL ? `${text.slice(0, MOST_CELL)}…` : text)

export function printedDuties({ content, agency }: Pick<PaperSource, 'content' | 'agency'>): PrintedDuty[] {
  if (content.parts.length > 0)
    return content.parts.map(({ section, quote, joined, written }) => ({
      ...{ section, quote, text: written ?? summary(joined) },
      rows: joinedRows(joined),
      overdue: joined.overdueBy,
      difficulties: joined.difficulties.map(({ text, by }) => ({
        text,
        agency: by.map((one) => one.agency).join(', '),
      })),
    }))
  return content.entries.map(({ duty, computed, written }) => {
    const told = toldOf(computed, written)
    const text = told.nothing ? w.nothing : told.text
    const { dueOn, lateDays, isOverdue } = computed
    return {
      ...{ section: duty.section, quote: duty.duty || duty.quote, text },
      rows: [{ agency: agency.name, text, percent: `${told.percent}%` }],
      overdue: isOverdue && dueOn ? [{ agency: agency.name, dueOn, lateDays }] : [],
      difficulties: told.difficulty ? [{ text: told.difficulty, agency: agency.name }] : [],
    }
  })
}

/** Few words stand in the body as they are; of many what most say, the rest in the appendix. */
const FEW = 3
function summary(joined: Joined): string {
  if (joined.said.length <= FEW) return printJoined(joined)
  const first = { ...joined, said: joined.said.slice(0, 1) }
  return `${printJoined(first)}\n${w.moreInAnnex(joined.said.length - 1)}`
}

function joinedRows({ said, nothing }: Joined): PrintedDuty['rows'] {
  const rows = said.flatMap(({ text, by }) =>
    by.map(({ agency, percent }) => ({ agency, text, percent: `${percent}%` })),
  )
  return [
    ...rows,
    ...nothing.map(({ agency, percent }) => ({ agency, text: w.nothing, percent: `${percent}%` })),
  ]
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: cut(line.trim()) }))

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']

function bodyOf(source: PaperSource, duties: readonly PrintedDuty[]): Block[] {
  const told = source.content.texts.map(({ key, computed, written }) => ({ key, text: written ?? computed }))
  const parts = told.filter(({ key, text }) => key === 'results' || text.trim() !== '')
  const opening = w.opening(source.plan.number ?? source.plan.title, source.from, source.to)
  const blocks: Block[] = [{ kind: 'paragraph', text: opening }]
  for (const [at, { key, text }] of parts.entries()) {
    blocks.push({ kind: 'heading', level: 1, label: `${ROMAN[at]}.`, text: w.headings[key] })
    if (key !== 'results') {
      blocks.push(...paragraphs(text))
      continue
    }
    blocks.push({ kind: 'heading', level: 2, label: '1.', text: w.general }, ...paragraphs(text))
    if (duties.length === 0) continue
    blocks.push({ kind: 'heading', level: 2, label: '2.', text: w.byDuty })
    for (const duty of duties) {
      blocks.push({ kind: 'paragraph', text: cut(duty.quote), italics: true })
      blocks.push(...paragraphs(duty.text || w.nothing))
    }
  }
  return [...blocks, { kind: 'paragraph', text: w.closing }]
}

const COUNT: Pick<PaperColumn, 'kind' | 'width'> = { kind: 'number', width: 20 }
const ORDER: PaperColumn = { label: w.columns.order, kind: 'mark', width: 12 }
const wide = (label: string, width: number): PaperColumn => ({ label, kind: 'text', width })

const countCells = (counts: Counts): PaperCell[] => {
  const { ofAssigned, ofAnswerable } = ratiosOf(counts)
  const { all, done, onTime, late, open, overdue } = counts
  return [all, done, onTime, late, open, overdue, shareText(ofAssigned), shareText(ofAnswerable)]
}
const COUNT_COLUMNS: PaperColumn[] = [
  ...(['all', 'done', 'onTime', 'late', 'open', 'overdue'] as const).map((name) => ({
    ...{ label: w.columns[name], ...COUNT },
  })),
  { label: w.columns.ofAssigned, kind: 'mark', width: 30 },
  { label: w.columns.ofAnswerable, kind: 'mark', width: 30 },
]

function agencyTable({ content }: PaperSource): Pick<Appendix, 'columns' | 'rows'> {
  const { rows, assignments } = content.figures
  return {
    columns: [ORDER, wide(w.columns.agency, 1), ...COUNT_COLUMNS],
    rows: [
      ...rows.map((row, at) => [String(at + 1), row.agency, ...countCells(row.assignments)]),
      ...(rows.length > 1 ? [['', w.sum, ...countCells(assignments)]] : []),
    ],
  }
}

const DUTY_COLUMNS: PaperColumn[] = [
  ORDER,
  wide(w.columns.duty, 3),
  wide(w.columns.agency, 2),
  wide(w.columns.result, 4),
  { label: w.columns.percent, kind: 'mark', width: 20 },
]
const dutyRows = (duties: readonly PrintedDuty[]): PaperCell[][] =>
  duties.flatMap(({ quote, rows }, at) =>
    rows.map(({ agency, text, percent }, row) => [
      ...(row === 0 ? [String(at + 1), cut(quote)] : ['', '']),
      ...[agency, cut(text), percent],
    ]),
  )

function yearAppendices(years: YearTable): Appendix[] {
  const perYear = years.years.map((year): PaperColumn => ({ label: year, kind: 'mark', width: 30 }))
  return [
    {
      title: w.annex.years,
      columns: [ORDER, wide(w.columns.duty, 1), ...perYear],
      rows: years.duties.map(({ quote, cells }, at) => [
        String(at + 1),
        cut(quote),
        ...cells.map(({ all, done, percent }) => (all === 0 ? '' : w.yearCell(done, all, percent ?? 0))),
      ]),
      notes: [w.yearNote],
    },
    ...(years.targets.length
      ? [
          {
            title: w.annex.targets,
            columns: [ORDER, wide(w.columns.target, 1), ...perYear],
            rows: years.targets.map(({ name, planned, reported, known }, at) => [
              String(at + 1),
              name,
              ...planned.map((plan, year) => w.targetCell(plan, reported[year] ?? null, known[year] ?? null)),
            ]),
            notes: [w.targetNote],
          },
        ]
      : []),
  ]
}

function appendicesOf(source: PaperSource, duties: readonly PrintedDuty[]): Appendix[] {
  const overdue = duties.flatMap(({ quote, overdue: late }) => late.map((one) => ({ quote, ...one })))
  const difficulties = duties.flatMap(({ quote, difficulties: some }) =>
    some.map((one) => ({ quote, ...one })),
  )
  const annexes: Appendix[] = [
    { title: w.annex.agencies, ...agencyTable(source), notes: [w.countNote] },
    { title: w.annex.duties, columns: DUTY_COLUMNS, rows: dutyRows(duties), notes: [] },
  ]
  if (overdue.length > 0)
    annexes.push({
      title: w.annex.overdue,
      columns: [
        ...[ORDER, wide(w.columns.duty, 2), wide(w.columns.agency, 1)],
        { label: w.columns.due, kind: 'day', width: 28 },
        { label: w.columns.lateDays, ...COUNT },
      ],
      rows: overdue.map(({ quote, agency, dueOn, lateDays }, at) => [
        ...[String(at + 1), cut(quote), agency, { day: dueOn }, lateDays],
      ]),
      notes: [w.overdueNote],
    })
  if (difficulties.length > 0)
    annexes.push({
      title: w.annex.difficulties,
      columns: [ORDER, wide(w.columns.duty, 2), wide(w.columns.difficulty, 3), wide(w.columns.agency, 1)],
      rows: difficulties.map(({ quote, text, agency }, at) => [
        ...[String(at + 1), cut(quote), cut(text), cut(agency)],
      ]),
      notes: [],
    })
  // Few enough to be named in the text are named there.
  if (source.missing.length > MOST_NAMES)
    annexes.push({
      title: w.annex.missing,
      columns: [ORDER, wide(w.columns.agency, 1), { label: w.columns.due, kind: 'day', width: 28 }],
      rows: source.missing.map(({ agency, dueOn }, at) => [String(at + 1), agency, { day: dueOn }]),
      notes: [],
    })
  if (source.years && isReview(source.kind)) annexes.push(...yearAppendices(source.years))
  return annexes
}

/** Who signs, as it is usual for the kind of agency; whoever drafts may choose otherwise. */
function signatureOf({ kind, name }: IssuingAgency): OfficialPaper['signature'] {
  if (kind === 'commune' || kind === 'province-committee')
    return { authority: 'TM.', for: w.committee, title: w.chairman, name: '' }
  if (kind === 'department' || kind === 'office')
    return { authority: null, for: '', title: /^Sở /u.test(name) ? w.director : w.head, name: '' }
  return { authority: null, for: '', title: w.head, name: '' }
}

/** "Sở Tài chính" -> "STC", "UBND xã Suối Mơ" -> "UBND": the usual letters of a symbol. */
export function lettersOf({ kind, name }: Pick<IssuingAgency, 'kind' | 'name'>): string {
  if (kind === 'commune' || kind === 'province-committee') return 'UBND'
  return name
    .replace(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && !/^(và|của|tỉnh)$/iu.test(word))
    .map((word) => (/^\p{Lu}+$/u.test(word) ? word : (word[0] ?? '').toUpperCase()))
    .join('')
}

/** Under "BÁO CÁO" the word is not said again. */
const subjectOf = (title: string): string => {
  const rest = title.replace(/^báo cáo(?: về)? /iu, '')
  return (rest[0] ?? '').toUpperCase() + rest.slice(1)
}

/** The report as it goes out; number, date and signature stay blank until it is issued. */
export function reportPaper(source: PaperSource): OfficialPaper {
  const { issuer, place } = issuerOf(source.province, source.agency)
  const duties = printedDuties(source)
  return {
    profile: 'state',
    ...{ issuer, place, number: null, symbol: `BC-${lettersOf(source.agency)}`, date: null },
    drawnOn: source.day,
    ...{ type: w.type, subject: subjectOf(source.title) },
    addressees: source.addressee ? [source.addressee] : [],
    basis: [],
    body: bodyOf(source, duties),
    signature: signatureOf(source.agency),
    recipients: [w.asAbove, w.kept],
    appendices: appendicesOf(source, duties),
  }
}

export const SHEETS = ['duties', 'agencies'] as const
export type Sheet = (typeof SHEETS)[number]

/** One table of it, for Excel: each answer to each duty, or each agency's figures. */
export function reportTable(source: PaperSource, sheet: Sheet): TablePaper {
  const { issuer, place } = issuerOf(source.province, source.agency)
  const { assignments, items } = source.content.figures
  const total = (counts: Counts, what: string) => {
    const { ofAssigned, ofAnswerable } = ratiosOf(counts)
    return w.totalLine(what, shareText(ofAssigned), shareText(ofAnswerable))
  }
  const duties = printedDuties(source)
  const table = sheet === 'agencies' ? agencyTable(source) : { columns: DUTY_COLUMNS, rows: dutyRows(duties) }
  return {
    ...{ issuer, place, day: source.day, title: w.annex[sheet], ...table },
    subtitle: [source.title, w.window(source.from, source.to)],
    totals: [total(items, w.items), total(assignments, w.assignments)],
    sheet: w.sheets[sheet],
  }
}
