// Cells of a table in, its targets out: "Chỉ tiêu | Đơn vị tính | 2026 | 2030" with a figure per year, or a list of
// targets in words beside who answers for each. Tables of measurements, prices and results are none.

import { columnKind } from '../vocabulary/field-label.ts'
import type { Operator, Target } from './draft.ts'
import { isPast, type Passage, type PassageContext, periodOf, readPassage } from './indicator.ts'
import { readLabel } from './label.ts'
import { sectionOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'
import { type Grid, gridOf, textAt } from './table.ts'

const NAME =
  /^(?:tên |các |nhóm |nội dung |mục tiêu,? |hệ thống )?(?:chỉ tiêu|chỉ số)(?! giao)(?:$|[\s,/(])/iu
const UNIT = /^(?:đơn vị(?: tính)?|đvt|đ\/v ?t(?:ính)?)$/iu
/** Columns that belong to measurements, prices and past results. */
const OTHER_TABLE =
  /đơn giá|thành tiền|tần suất|số mẫu|quy chuẩn|tiêu chuẩn|qcvn|tcvn|giới hạn|phương pháp|định mức/iu
const PAST = /thực hiện|ước|ƯTH|hiện trạng|kết quả|(?<!\p{L})TH(?!\p{L})|so sánh|tăng|giảm|tỷ lệ|%/iu
const AIMED = /^(?:mục tiêu|kế hoạch|chỉ tiêu giao|chỉ tiêu phấn đấu|giá trị|chỉ tiêu kế hoạch)/iu
const STAGE = /((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/u
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u
const YEARLY = /(?:hằng|hàng|mỗi) năm|bình quân/iu

interface Columns {
  name: number
  unit: number | null
  lead: number | null
  /** Columns of figures, with the period each stands for; null: the plan's own. */
  values: { column: number; period: string | null }[]
  /** The first row below the header. */
  first: number
}

const FIGURE = '(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,9})(?:,\\d+)?'
const VALUE = new RegExp(
  `^(?<op>≥|>=|>|≤|<=|<|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|khoảng|từ|đạt|\\s)*\\s*(?<value>${FIGURE})\\s*%?\\s*(?:(?:-|–|đến)\\s*(?<max>${FIGURE}))?\\s*(?<unit>%|\\p{L}[\\p{L} /²³\\d]{0,30})?(?<up>\\s*trở lên)?\\.?$`,
  'iu',
)
const number = (figure: string): number => Number(figure.replace(/\./gu, '').replace(',', '.'))

function operatorOf(before: string, max: string | undefined, upwards: boolean): Operator {
  if (max !== undefined) return 'range'
  if (upwards || /≥|>|trên|ít nhất|tối thiểu/iu.test(before)) return '>='
  if (/≤|<|dưới|tối đa|không quá/iu.test(before)) return '<='
  return /khoảng/iu.test(before) ? '~' : '='
}

function targetOf(cell: string, unit: string, period: string | null): Target | null {
  const groups = VALUE.exec(cell)?.groups
  if (!groups?.value) return null
  const before = cell.slice(0, cell.search(/\d/u))
  const upwards = groups.up !== undefined || /trở lên$/iu.test(groups.unit ?? '')
  return {
    period: /\/\s*năm$/iu.test(cell) ? 'annual' : period,
    op: operatorOf(before, groups.max, upwards),
    value: number(groups.value),
    max: groups.max === undefined ? null : number(groups.max),
    unit:
      unit ||
      (cell.includes('%') ? '%' : (groups.unit ?? '').replace(/\s*(?:trở lên|\/\s*năm)$/iu, '').trim()),
  }
}

function periodOfColumn(title: string): string | null {
  const stage = STAGE.exec(title)
  if (stage) return `${stage[1]}-${stage[2]}`
  return YEAR.exec(title)?.[1] ?? (YEARLY.test(title) ? 'annual' : null)
}

const periodsOf = (columns: Columns): number =>
  new Set(columns.values.flatMap(({ period }) => period ?? [])).size

/** Titles of the columns, a header of two or three rows read downwards. */
function columnsOf(grid: Grid): Columns | null {
  const width = Math.max(0, ...grid.slice(0, 4).map((row) => row.length))
  let found: Columns | null = null
  for (let rows = 1; rows <= Math.min(3, grid.length); rows++) {
    const titles = Array.from({ length: Math.min(width, 40) }, (_, column) => [
      ...new Set(grid.slice(0, rows).map((row) => textAt(row, column))),
    ])
    if (titles.some((title) => OTHER_TABLE.test(title.join(' ')))) return null
    const name = titles.findIndex((title) => NAME.test(title[0] ?? ''))
    if (name < 0) return null
    const unit = titles.findIndex((title) => UNIT.test(title[0] ?? ''))
    const lead = titles.findIndex((title) => columnKind(title[0] ?? '') === 'lead')
    const values = titles.flatMap((title, column) => {
      const whole = title.join(' ')
      if (column <= name || column === unit || PAST.test(whole)) return []
      // The lowest title tells a year from the stage above it.
      const period =
        title
          .toReversed()
          .map(periodOfColumn)
          .find((each) => each !== null) ?? null
      return period !== null || AIMED.test(title[0] ?? '') ? [{ column, period }] : []
    })
    const columns = { name, unit: unit < 0 ? null : unit, lead: lead < 0 ? null : lead, values, first: rows }
    // A further row belongs to the header when it tells the columns of figures apart.
    if (!found || periodsOf(columns) > periodsOf(found)) found = columns
  }
  return found
}

const YEAR_ONLY = /^(?:năm\s+)?(?:19|20)\d{2}$/iu

/**
 * A header whose spans were lost: years in a second row stand at its beginning and belong below the stage named in the
 * first ("TT | Chỉ tiêu | ĐVT | Giai đoạn 2026 - 2030" over "2026 | 2027 | …").
 */
function aligned(grid: Grid): Grid {
  const [head, years, ...rows] = grid
  if (!head || !years) return grid
  const titles = years.map((_, column) => textAt(years, column))
  const at = head.findIndex((_, column) => STAGE.test(textAt(head, column)))
  const widest = Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
  if (at < 1 || titles.length < 2 || !titles.every((title) => YEAR_ONLY.test(title))) return grid
  if (widest < head.length - 1 + titles.length) return grid
  const under = [...head.slice(0, at), ...titles.map(() => head[at] ?? []), ...head.slice(at + 1)]
  return [under, [...head.slice(0, at), ...years], ...rows]
}

const bracketed = (name: string): string => /\(([^()]{1,30})\)\s*$/u.exec(name)?.[1] ?? ''

/** `labels` and `context` say where the table stands and what period its caption names. */
export function readIndicatorTable(
  cells: readonly Paragraph[],
  labels: readonly string[],
  context: PassageContext,
): Passage[] {
  const grid = aligned(gridOf(cells))
  const columns = columnsOf(grid)
  if (!columns || (columns.values.length === 0 && columns.lead === null)) return []
  const passages: Passage[] = []
  let group: string[] = []
  for (const row of grid.slice(columns.first)) {
    const names = row[columns.name] ?? []
    const ordinal = columns.name > 0 ? textAt(row, columns.name - 1) : ''
    const label = readLabel(`${ordinal.replace(/[.)]+$/u, '')}. x`)?.text ?? ''
    const alone = new Set(row.flat()).size <= 2 && row.flat().length > 0
    const first = row.flat()[0]
    if (alone && (names.length === 0 || textAt(row, columns.name) === textAt(row, 0))) {
      const own = first && readLabel(first.text)
      group = own ? [own.text] : []
      continue
    }
    const rank = /^(?:[IVX]+|[A-H])$/u.test(label)
    const section = sectionOf([...labels, ...(rank ? [] : group), ...(label === '' ? [] : [label])])
    const at = { ...context, section }
    const found =
      columns.values.length > 0
        ? readFigures(row, columns, names, at)
        : names.flatMap((each) => readPassage(each, 0, each.text.length, { ...at, aim: true }))
    if (rank && found.length === 0) group = [label]
    passages.push(...found)
  }
  return passages
}

function readFigures(
  row: Paragraph[][],
  columns: Columns,
  names: readonly Paragraph[],
  context: PassageContext,
): Passage[] {
  const name = names
    .map((each) => each.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (!/\p{L}{2}/u.test(name)) return []
  const unit = columns.unit === null ? bracketed(name) : textAt(row, columns.unit)
  const targets = columns.values.flatMap(({ column, period }) => {
    const target = targetOf(textAt(row, column), unit, period ?? periodOf(name) ?? context.period)
    return target && !isPast(target.period, context.issued) ? [target] : []
  })
  if (targets.length === 0) return []
  const quotes = names.map((each) => quoteOf(each))
  return [
    {
      quote: quotes.map((each) => each.quote).join(' '),
      spans: quotes.flatMap((each) => each.spans),
      name,
      section: context.section,
      targets,
    },
  ]
}
