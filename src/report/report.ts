// A report of one agency in one round: its states, and the one table of the steps: which may follow which state, and who
// may take it. Everything cached of a report is a fold over its steps. Shared by server and browser.
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/**
 * Đang soạn · Chờ lãnh đạo duyệt · Đã gửi · Đã nhận · Đã khóa · Đã nhập vào báo cáo khác. "approved": by the own head, and
 * with that handed in.
 */
export const REPORT_STATES = ['draft', 'submitted', 'approved', 'accepted', 'locked', 'passed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Handed in: its figures and words stand still. */
export const SENT: readonly ReportState[] = ['approved', 'accepted', 'locked']
export const isSent = (state: ReportState): boolean => SENT.includes(state)

/** What people do. */
export const REPORT_STEPS = ['submit', 'approve', 'return', 'accept', 'lock', 'unlock', 'extend'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

/** What a reorganisation or an issued paper writes: handed on, received by another, joined into another, issued. */
export const REPORT_ACTS = ['pass', 'redirect', 'join', 'issue'] as const
export type ReportAct = (typeof REPORT_ACTS)[number]
export type ReportFact = ReportStep | ReportAct

/** writer: of the agency that reports or one of its units · agency: of that agency itself · receiver: of the one above. */
type Relation = 'writer' | 'agency' | 'receiver'
interface Right {
  relation: Relation
  roles: readonly Role[]
}
interface Rule {
  by: readonly Right[]
  /** A second pair of eyes, where the agency has a head besides the author. */
  notAuthor?: true
}

const WRITER: Right = { relation: 'writer', roles: ['officer', 'head', 'focal', 'leader', 'admin'] }
const HEAD: Right = { relation: 'agency', roles: ['head', 'leader'] }
const RECEIVER: Right = { relation: 'receiver', roles: ['focal', 'head', 'leader', 'admin'] }
const OWN: Rule = { by: [WRITER] }
const ABOVE: Rule = { by: [RECEIVER] }

/** step -> state it may be taken from -> who may. */
export const STEPS: Record<ReportStep, Partial<Record<ReportState, Rule>>> = {
  submit: { draft: OWN },
  approve: { submitted: { by: [HEAD], notAuthor: true } },
  return: { submitted: { by: [HEAD] }, approved: ABOVE, accepted: ABOVE },
  accept: { approved: ABOVE },
  lock: { accepted: ABOVE },
  unlock: { locked: ABOVE },
  extend: { draft: ABOVE, submitted: ABOVE },
}

/** Steps that say why, so that whoever is told "no" knows what to do. */
const WITH_REASON: readonly ReportFact[] = ['return', 'lock', 'unlock', 'extend']
export const reasonWanted = (step: ReportStep): boolean => WITH_REASON.includes(step)

export interface ReportStanding {
  state: ReportState
  agencyId: string
  toId: string | null
  dueOn: string
  authorId: string | null
  /** Somebody of the agency other than the author may approve. */
  hasHead: boolean
  /** The round is over: only a late exception opens it again. */
  isClosed: boolean
}

interface Doer {
  accountId: string
  capacities: readonly Capacity[]
}
interface No {
  kind: 'conflict' | 'forbidden'
  why: string
}

function stands(
  capacity: Capacity,
  relation: Relation,
  { agencyId, toId }: Pick<ReportStanding, 'agencyId' | 'toId'>,
): boolean {
  if (relation === 'agency') return capacity.agencyId === agencyId
  const agency = relation === 'writer' ? agencyId : toId
  return agency !== null && (capacity.agencyId === agency || capacity.unitOf === agency)
}

/** Of the agency that writes it: they alone see a draft. */
export const isWriter = ({ agencyId }: Pick<ReportStanding, 'agencyId'>, { capacities }: Doer): boolean =>
  capacities.some(
    (capacity) =>
      stands(capacity, 'writer', { agencyId, toId: null }) && WRITER.roles.includes(capacity.role),
  )

/** In which capacity this person may take the step now, or why not. */
export function permit(
  step: ReportStep,
  standing: ReportStanding,
  actor: Doer,
  today: string,
): Capacity | No {
  const rule = STEPS[step][standing.state]
  if (!rule) return { kind: 'conflict', why: words.report.notNow(step, standing.state) }
  // Where nobody else could approve, the author's own word is enough; submitting then hands it in at once.
  const roles = ({ relation, roles: named }: Right) =>
    step === 'approve' && relation === 'agency' && !standing.hasHead ? WRITER.roles : named
  const related = actor.capacities.filter((one) =>
    rule.by.some(({ relation }) => stands(one, relation, standing)),
  )
  const able = related.filter((one) =>
    rule.by.some((right) => stands(one, right.relation, standing) && roles(right).includes(one.role)),
  )
  if (related.length === 0)
    return { kind: 'forbidden', why: words.report.notRelated[rule.by[0]?.relation ?? 'writer'] }
  if (able.length === 0) {
    const named = rule.by.flatMap(roles).map((role) => words.identity.roles[role])
    return { kind: 'forbidden', why: words.report.needsRole([...new Set(named)].join(', ')) }
  }
  if (step === 'submit' && standing.isClosed && standing.dueOn < today)
    return { kind: 'conflict', why: words.report.closed }
  if (!rule.notAuthor || !standing.hasHead) return able[0] as Capacity
  const other = able.find(
    ({ forAccountId }) => ![actor.accountId, forAccountId].includes(standing.authorId ?? ''),
  )
  return other ?? { kind: 'forbidden', why: words.report.ownReport }
}

/** Why this person may not take the step now, worded for the screen; null when they may. */
export function whyNotStep(
  step: ReportStep,
  standing: ReportStanding,
  actor: Doer,
  today: string,
): string | null {
  const may = permit(step, standing, actor, today)
  return 'why' in may ? may.why : null
}

export interface PastFact {
  kind: ReportFact
  accountId: string | null
  onDay: string
  text: string
  toAgencyId: string | null
  dueOn: string | null
}
export interface GivenReport {
  agencyId: string
  toId: string | null
  dueOn: string
}
export interface FoldedReport extends GivenReport {
  state: ReportState
  authorId: string | null
  /** The day it was handed in. */
  sentOn: string | null
  lockReason: string | null
}

const FROM_ACT: Record<ReportAct, readonly ReportState[]> = {
  pass: ['draft', 'submitted'],
  redirect: REPORT_STATES.filter((state) => state !== 'passed'),
  join: ['draft', 'submitted'],
  issue: ['approved', 'accepted'],
}
const isAct = (kind: ReportFact): kind is ReportAct => (REPORT_ACTS as readonly string[]).includes(kind)

/** Whether the fact fits the state at all, whoever writes it. */
export const mayFollow = (kind: ReportFact, state: ReportState): boolean =>
  isAct(kind) ? FROM_ACT[kind].includes(state) : STEPS[kind][state] !== undefined

/** Everything a report caches follows from what it was asked with and the steps on file. */
export const foldReport = (given: GivenReport, facts: readonly PastFact[]): FoldedReport =>
  facts.reduce(after, { ...given, state: 'draft', authorId: null, sentOn: null, lockReason: null })

function after(fold: FoldedReport, fact: PastFact): FoldedReport {
  const { kind, onDay, text, toAgencyId, dueOn } = fact
  if (!mayFollow(kind, fold.state)) throw new Error(`report: ${kind} cannot follow ${fold.state}`)
  const opened = { state: 'draft', authorId: null, sentOn: null, lockReason: null } as const
  switch (kind) {
    case 'submit':
      return { ...fold, state: 'submitted', authorId: fact.accountId }
    case 'approve':
      return { ...fold, state: 'approved', sentOn: onDay }
    case 'return':
    case 'unlock':
      return { ...fold, ...opened }
    case 'accept':
      return { ...fold, state: 'accepted' }
    case 'lock':
    case 'issue':
      return { ...fold, state: 'locked', lockReason: text }
    case 'extend':
      return { ...fold, dueOn: dueOn ?? fold.dueOn }
    case 'pass':
      return { ...fold, ...opened, agencyId: toAgencyId ?? fold.agencyId }
    case 'redirect':
      return { ...fold, toId: toAgencyId }
    case 'join':
      return { ...fold, state: 'passed', agencyId: toAgencyId ?? fold.agencyId }
  }
}
