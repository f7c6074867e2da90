// An item as read in, how far it can be relied on out: the rule that read it and each reason to look twice.
// A reason is a pattern of wordings in which careful readers differ, or in which this reading has been wrong before.

import type { Line } from '../document/line.ts'
import { AGENCY_START } from '../vocabulary/bearer.ts'
import { opensWithVerb } from '../vocabulary/duty-verb.ts'
import { SOFT_PRODUCT } from '../vocabulary/product.ts'
import { bearerAt, findBearer, hasVerb } from './agency-list.ts'
import type {
  Confidence,
  Doubt,
  DraftTask,
  Heading,
  Indicator,
  Reference,
  ReportingDuty,
  RuleName,
  Span,
  Unjudged,
} from './draft.ts'
import type { TaskDraft } from './task.ts'

type Test<T> = [doubt: Doubt, holds: (item: T) => boolean]
type ReadTask = TaskDraft & { id: string; repeats: string | null }

/** A name that is no name: far too long, with a verb in it, or with a bracket left open. */
function isOddName(name: string): boolean {
  AGENCY_START.lastIndex = 0
  return (
    name.split(/\s+/u).length > 16 ||
    (!AGENCY_START.test(name) && !/^\p{Lu}/u.test(name)) ||
    (name.match(/\(/gu)?.length ?? 0) !== (name.match(/\)/gu)?.length ?? 0) ||
    (hasVerb(name.replace(/^\S+\s+/u, '')) && !/được (?:giao|phân công)|liên quan/u.test(name))
  )
}

/** A sentence after the first that begins with a bearer of its own, which is not among the leads. */
function namesAnother(task: ReadTask): boolean {
  for (const match of task.quote.matchAll(/[.;]\s+/gu)) {
    const found = bearerAt(task.quote, match.index + match[0].length)
    if (found?.agencies.some((name) => !task.lead.includes(name))) return true
  }
  return false
}

const SAYS_TIME =
  /(?:trong|đến|hết|trước|từ|vào) (?:hết )?(?:năm|quý|tháng|ngày)\s+[\dIV]|(?:hằng|hàng|mỗi) (?:năm|quý|tháng)|thường xuyên|định kỳ|(?:sau )?khi (?:có|được|các|Bộ|Chính phủ|Trung ương|cấp)|nếu (?:có|cần)|kể từ/giu

const TASK: Test<ReadTask>[] = [
  ['secondBearer', (task) => task.split || namesAnother(task)],
  ['oddName', ({ lead, coordinating }) => [...lead, ...coordinating].some(isOddName)],
  ['introduction', ({ introduces }) => introduces],
  [
    'statement',
    ({ rule, quote }) =>
      (rule === 'above' || rule === 'unnamed') && !opensWithVerb(quote) && findBearer(quote) === null,
  ],
  [
    'product',
    ({ deliverables, rule }) => rule !== 'row' && deliverables.some((name) => SOFT_PRODUCT.test(name)),
  ],
  [
    'time',
    ({ due, rule, quote }) => {
      if (rule === 'row') return false
      const said = quote.match(SAYS_TIME)?.length ?? 0
      return due.kind === 'none' ? said > 0 : said > 1
    },
  ],
]

const INDICATOR: Test<Unjudged<Indicator>>[] = [
  ['period', ({ targets }) => targets.some((each) => each.period === null)],
  [
    'sense',
    ({ targets, quote }) =>
      targets.some((each) => each.op === '=' && /(?:từ|đến|giảm|còn)\s+\d/iu.test(quote)),
  ],
]

const REPORTING: Test<Unjudged<ReportingDuty>>[] = [
  ['addressee', ({ to }) => to === ''],
  ['twoDates', ({ quote }) => (quote.match(/ngày\s+\d/giu)?.length ?? 0) > 1],
]

const HEADING: Test<Unjudged<Heading>>[] = [
  ['label', ({ label, title }) => label === '' || title.length > 200 || /^[a-zđ]$/u.test(label)],
]

/** Judges the items of one document, whose lines tell what was recognised from a picture. */
export class Judge {
  readonly #lines: readonly Line[]

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  #judge<T extends { spans: Span[] }>(rule: RuleName, item: T, tests: readonly Test<T>[]): Confidence {
    const doubts = tests.filter(([, holds]) => holds(item)).map(([doubt]) => doubt)
    if (item.spans.some((span) => this.#lines[span.line]?.scanned)) doubts.push('scanned')
    return { rule, sure: doubts.length === 0, doubts }
  }

  task(read: ReadTask): DraftTask {
    const { rule, introduces: _, split: __, ...task } = read
    return { ...task, confidence: this.#judge(rule, read, TASK) }
  }

  indicator(read: Unjudged<Indicator>): Indicator {
    return { ...read, confidence: this.#judge('figure', read, INDICATOR) }
  }

  reporting(read: Unjudged<ReportingDuty>): ReportingDuty {
    return { ...read, confidence: this.#judge('report', read, REPORTING) }
  }

  /** Nothing in the wording of a reference has been found to be doubtful: only a picture makes it so. */
  reference(read: Unjudged<Reference>): Reference {
    return { ...read, confidence: this.#judge('reference', read, []) }
  }

  heading(read: Unjudged<Heading>): Heading {
    return { ...read, confidence: this.#judge('heading', read, HEADING) }
  }
}
