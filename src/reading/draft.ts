// The draft plan: what reading makes of a document's lines. The keys follow the published form of an
// extracted plan; `id`, `spans`, `repeats`, `cure`, `confidence` and `unread` are ours.

/** `from` and `to` are UTF-16 offsets into the text of line `line`. */
export interface Span {
  line: number
  from: number
  to: number
}

/** Words of the source. Over a soft wrap or a page break a quote has several spans, joined by one space. */
export interface Quoted {
  quote: string
  spans: Span[]
}

export interface Signer {
  onBehalfOf: string | null
  capacity: string | null
  position: string
  name: string
}

/** The rule that read an item, as `words.reading.rules` names it. */
export type RuleName =
  | 'heading'
  | 'reference'
  | 'figure'
  | 'report'
  /** The bearer of a duty: in its own words, after "giao", behind an opening clause, in the brackets at its end, */
  | 'named'
  | 'ordered'
  | 'opening'
  | 'brackets'
  /** in a labelled line, in a row of a table, from the lines above, or nobody named. */
  | 'line'
  | 'row'
  | 'above'
  | 'unnamed'

/** Why a person should look twice at an item, as `words.reading.doubts` says it. */
export type Doubt =
  | 'scanned'
  | 'statement'
  | 'introduction'
  | 'secondBearer'
  | 'oddName'
  | 'product'
  | 'time'
  | 'period'
  | 'sense'
  | 'addressee'
  | 'twoDates'
  | 'label'

export interface Confidence {
  rule: RuleName
  /** No reason for doubt was found. */
  sure: boolean
  doubts: Doubt[]
}

/** An item before it is known how far it can be relied on. */
export type Unjudged<T extends { confidence: Confidence }> = Omit<T, 'confidence'>

export interface DocumentHead {
  number: string | null
  type: string
  title: string
  issuer: string
  place: string
  /** "2026-05-04", "2026-04" when the day is blank, "2026" when day and month are. */
  date: string | null
  signer: Signer
  period: { from: number | null; to: number | null } | null
  recipients: string[]
}

export type Relation = 'implements' | 'basis' | 'cites'

export interface Reference {
  number: string
  type: string
  date: string | null
  issuer: string | null
  relation: Relation
  spans: Span[]
  confidence: Confidence
}

export interface Heading {
  label: string
  title: string
  level: number
  /** Labels joined from the top, as tasks carry it in `section`. */
  section: string
  spans: Span[]
  confidence: Confidence
}

export type Operator = '>=' | '<=' | '=' | 'range' | '~'

export interface Target {
  /** "2030", "2026-2030", "annual" or null. */
  period: string | null
  op: Operator
  value: number
  max: number | null
  unit: string
}

export interface Indicator extends Quoted {
  id: string
  name: string
  section: string
  targets: Target[]
  confidence: Confidence
}

export type DueKind =
  | 'date'
  | 'month'
  | 'quarter'
  | 'year'
  | 'years'
  | 'annual'
  | 'ongoing'
  | 'conditional'
  | 'none'

export interface Due {
  text: string
  kind: DueKind
  /** Calendar days "yyyy-mm-dd" as printed; `lastDayOf` tells which one is still in time. */
  from: string | null
  to: string | null
}

export type Origin = 'body' | 'appendix' | 'organisation'

export interface DraftTask extends Quoted {
  id: string
  origin: Origin
  section: string
  lead: string[]
  coordinating: string[]
  deliverables: string[]
  due: Due
  /** The duty of the body that an annex row repeats, when reading is sure enough to propose it. */
  repeats: string | null
  confidence: Confidence
}

export type Frequency = 'annual' | 'semiannual' | 'quarterly' | 'monthly' | 'weekly' | 'periodic' | 'adhoc'

export interface ReportingDuty extends Quoted {
  id: string
  from: string
  to: string
  frequency: Frequency
  /** "12-15" every year, "2026-05-18" once, or null. */
  due: string | null
  confidence: Confidence
}

export interface Finding {
  rule: string
  severity: 'error' | 'minor'
  quote: string
  /** What is wrong here. */
  note: string
  /** What to do about it. */
  cure: string
  spans: Span[]
}

export interface DraftPlan {
  document: DocumentHead
  references: Reference[]
  outline: Heading[]
  indicators: Indicator[]
  tasks: DraftTask[]
  reporting: ReportingDuty[]
  findings: Finding[]
  /** Numbers of the lines that became nothing above: shown to the reviewer, never dropped without a word. */
  unread: number[]
}
