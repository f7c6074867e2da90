// Items and assignments: the forms that server and browser share, and the one table of the steps: which step may
// follow which status, and who may take it. Everything cached of an assignment is a fold over the steps taken.
import type { Capacity } from '../http/actor.ts'
import type { Due, Origin, Span } from '../reading/draft.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import type { Every } from './period.ts'

/** When an item that several agencies bear is done: by all of them, by a share of them, or on the overseer's word. */
export const COMPLETIONS = ['all', 'share', 'word'] as const
export type Completion = (typeof COMPLETIONS)[number]

/** One item of a plan being published, with the agencies that will bear it. */
export interface NewItem {
  id: string
  ordinal: number
  section: string
  origin: Origin
  outcome: 'assign' | 'each' | 'orientation' | 'merged'
  quote: string
  spans: Span[]
  leadPrinted: string[]
  coordinatingPrinted: string[]
  deliverables: string[]
  due: Due
  mergedInto: string | null
  /** Agencies that each get an assignment: one for assign, all members for each, none otherwise. */
  bearers: string[]
  coordinators: string[]
  /** Left out: all. */
  completion?: { rule: Completion; share: number | null }
  /** How often it comes back; null once. */
  every?: Every | null
  /** What it waits for before its time runs. */
  event?: string | null
  leaderId?: string | null
  followerId?: string | null
  /** The document whose lines the spans count in; left out: the plan's own. */
  documentId?: string | null
}

/** Chưa tiếp nhận · Đang thực hiện · Chờ duyệt · Chờ xác nhận · Đã hoàn thành · Tạm dừng · Đã đóng. */
export const STATUSES = ['assigned', 'active', 'reported', 'approved', 'done', 'suspended', 'closed'] as const
export type Status = (typeof STATUSES)[number]

/** Steps that people take on one assignment. */
export const STEP_KINDS = [
  'receive',
  'assign',
  'report',
  'report-outside',
  'approve',
  'return',
  'confirm',
  'ask-extension',
  'extend',
  'refuse-extension',
  'suspend',
  'resume',
  'close',
  'reopen',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** What a decision about something else writes: a reorganisation passes work on, an event or a correction sets a day. */
export const ACT_KINDS = ['transfer', 'schedule'] as const
export type ActKind = (typeof ACT_KINDS)[number]
export type FactKind = StepKind | ActKind

/**
 * bearer: of the agency that bears it or one of its units · agency: of that agency itself · overseer: of the plan's
 * overseeing agency, of the leading agency where the assignment is a coordinating one.
 */
type Relation = 'bearer' | 'agency' | 'overseer'

interface Right {
  relation: Relation
  roles: readonly Role[]
}

interface Rule {
  by: readonly Right[]
  /** A second pair of eyes: whoever wrote the report may not take this step. */
  notAuthor?: true
  /** outside: only for agencies that report outside this system; inside: only for the others. */
  where?: 'inside' | 'outside'
  /** An extension has been asked for and not decided. */
  asked?: true
}

const BEARER: Right = { relation: 'bearer', roles: ['officer', 'head', 'focal'] }
const HEAD: Right = { relation: 'agency', roles: ['head'] }
/** Roles that act for the overseeing agency. */
export const OVERSEER_ROLES: readonly Role[] = ['focal', 'head', 'admin']
const OVERSEER: Right = { relation: 'overseer', roles: OVERSEER_ROLES }
const STAFF: Rule = { by: [BEARER] }
const ABOVE: Rule = { by: [OVERSEER] }
const DISTRIBUTE: Rule = { by: [{ relation: 'bearer', roles: ['head', 'focal'] }] }
const INSIDE: Rule = { ...STAFF, where: 'inside' }
const OUTSIDE: Rule = { by: [BEARER, OVERSEER], where: 'outside' }
const DECIDE: Rule = { ...ABOVE, asked: true }

/**
 * step -> status it may be taken from -> who may. A report straight from "assigned" implies the receipt: an officer
 * who has the result at hand says so once. A head may return the own report, which takes it back. Police and army
 * duties are reported outside this system: only the day is kept.
 */
export const STEPS: Record<StepKind, Partial<Record<Status, Rule>>> = {
  receive: { assigned: STAFF },
  // Whoever answers for it inside the agency may change as long as it is open: a leaving person hands over all of it.
  assign: {
    assigned: DISTRIBUTE,
    active: DISTRIBUTE,
    reported: DISTRIBUTE,
    approved: DISTRIBUTE,
    suspended: DISTRIBUTE,
  },
  report: { assigned: INSIDE, active: INSIDE },
  'report-outside': { assigned: OUTSIDE, active: OUTSIDE },
  approve: { reported: { by: [HEAD], notAuthor: true } },
  return: { reported: { by: [HEAD] }, approved: ABOVE },
  confirm: { approved: { ...ABOVE, notAuthor: true } },
  'ask-extension': { assigned: STAFF, active: STAFF, reported: STAFF },
  extend: { assigned: ABOVE, active: ABOVE, reported: ABOVE },
  'refuse-extension': { assigned: DECIDE, active: DECIDE, reported: DECIDE },
  suspend: { assigned: ABOVE, active: ABOVE, reported: ABOVE, approved: ABOVE },
  resume: { suspended: ABOVE },
  close: { assigned: ABOVE, active: ABOVE, reported: ABOVE, approved: ABOVE, suspended: ABOVE },
  reopen: { done: ABOVE, closed: ABOVE },
}

/** What is open may change hands or get another day; what is done or closed stays with the agency of its day. */
export const isOpen = (status: Status): boolean => status !== 'done' && status !== 'closed'

/** The agency has finished; what may be missing is the overseer's confirmation. */
export const isFinished = (status: Status): boolean => status === 'approved' || status === 'done'

/** Kinds of agency whose reports do not belong in this system (state secrets: only the day is kept). */
export const REPORTS_OUTSIDE: readonly string[] = ['police', 'army']

/** Steps that say why, so that whoever is told "no" knows what to do. */
const WITH_REASON = ['return', 'ask-extension', 'refuse-extension', 'suspend', 'close', 'reopen'] as const

export const needsReason = (kind: StepKind): kind is (typeof WITH_REASON)[number] =>
  (WITH_REASON as readonly StepKind[]).includes(kind)

/**
 * What is wrong with the words of a step, in a sentence; null when nothing is. On duties of police and army no step
 * carries any word: what they do must not slip in with a reason (Luật Bảo vệ bí mật nhà nước 117/2025/QH15 Điều 5).
 */
export function textFault(kind: StepKind, text: string, isOutside: boolean): string | null {
  if (isOutside) return text.trim() === '' ? null : words.steps.outsideText
  return needsReason(kind) && text.trim() === '' ? words.task.textRequired[kind] : null
}

/** What the rules look at in an assignment. */
export interface Standing {
  status: Status
  agencyId: string
  /** Who confirms: the plan's overseer, or the leading agency of a coordinating assignment. */
  overseerId: string | null
  /** Account that wrote the report now on the table. */
  author: string | null
  /** The day until which an extension is asked for; null when none is. */
  extensionUntil: string | null
  /** Its agency is of REPORTS_OUTSIDE. */
  isOutside: boolean
}

/** What the rules look at in a person. */
export interface Doer {
  accountId: string
  capacities: readonly Capacity[]
}

interface No {
  kind: 'conflict' | 'forbidden'
  why: string
}

/** Why this step may not be taken now: a conflict with the status, or not this person's to take. */
export function refusalOf(step: StepKind, standing: Standing, actor: Doer): No | null {
  const may = permit(step, standing, actor)
  return 'why' in may ? may : null
}

/** In which capacity this person may take the step, or why not: the own one first, then those stood in for. */
export function permit(step: StepKind, standing: Standing, actor: Doer): Capacity | No {
  const rule = STEPS[step][standing.status]
  if (!rule) return { kind: 'conflict', why: words.task.notNow(step, standing.status) }
  if (rule.where && (rule.where === 'outside') !== standing.isOutside)
    return { kind: 'conflict', why: words.task.notHere[rule.where] }
  if (rule.asked && !standing.extensionUntil) return { kind: 'conflict', why: words.task.notAsked }
  // The reason nearest to a yes is the one that helps: of those in whose place one acts, too.
  let nearest = { distance: Number.POSITIVE_INFINITY, why: words.task.notRelated[firstOf(rule)] }
  for (const capacity of actor.capacities) {
    const no = closedTo(step, rule, standing, actor.accountId, capacity)
    if (no === null) return capacity
    if (no.distance < nearest.distance) nearest = no
  }
  return { kind: 'forbidden', why: nearest.why }
}

const firstOf = (rule: Rule): Relation => rule.by[0]?.relation ?? 'overseer'

function closedTo(
  step: StepKind,
  rule: Rule,
  standing: Standing,
  accountId: string,
  capacity: Capacity,
): { distance: number; why: string } | null {
  const related = rule.by.filter((right) => stands(capacity, right.relation, standing))
  if (related.length === 0) return { distance: 3, why: words.task.notRelated[firstOf(rule)] }
  if (!related.some((right) => right.roles.includes(capacity.role))) {
    const roles = [...new Set(related.flatMap((right) => right.roles))]
    const named = roles.map((role) => words.identity.roles[role]).join(', ')
    return { distance: 2, why: words.task.needsRole(named) }
  }
  // Neither one's own report, nor that of the person in whose place one acts.
  const isOwn = standing.author !== null && [accountId, capacity.forAccountId].includes(standing.author)
  if (!rule.notAuthor || !isOwn) return null
  return { distance: 1, why: words.task.ownReport[step === 'confirm' ? 'confirm' : 'approve'] }
}

/** Why `actor` may not take `step` now, worded for the screen; null when they may. */
export const whyNot = (step: StepKind, standing: Standing, actor: Doer): string | null =>
  refusalOf(step, standing, actor)?.why ?? null

/** In this order the step that moves the assignment on is looked for: the one button of a row. */
const ONWARD = ['refuse-extension', 'confirm', 'approve', 'receive', 'report', 'report-outside'] as const

/** The step that is this person's to take; a wish for more time is decided before anything else. */
export function nextStep(standing: Standing, actor: Doer): StepKind | null {
  const step = ONWARD.find((one) => !refusalOf(one, standing, actor)) ?? null
  return step === 'refuse-extension' ? 'extend' : step
}

function stands(capacity: Capacity, relation: Relation, { agencyId, overseerId }: Standing): boolean {
  const isOf = (agency: string | null) =>
    agency !== null && (capacity.agencyId === agency || capacity.unitOf === agency)
  if (relation === 'bearer') return isOf(agencyId)
  if (relation === 'overseer') return isOf(overseerId)
  return capacity.agencyId === agencyId
}

export interface PastStep {
  kind: FactKind
  accountId: string
  onDay: string
  /** Of a report: how much of the work is done, 0–100. */
  percent: number | null
  /** The day the thing itself happened, where it was recorded later. */
  happenedOn?: string | null
  /** Of assign and extensions, transfer and schedule: to whom, until when. */
  toAgencyId?: string | null
  toAccountId?: string | null
  dueOn?: string | null
}

/** What an assignment was given with: it never changes. */
export interface Given {
  agencyId: string
  dueOn: string | null
  /** The internal unit named as lead; left out: none. */
  unitId?: string | null
}

export interface Folded {
  status: Status
  /** The last percentage approved by the agency; a report still on the table does not count. */
  percent: number
  /** The day the agency approved its full report: from then on the time is the overseer's, not the agency's. */
  completedOn: string | null
  author: string | null
  agencyId: string
  dueOn: string | null
  unitId: string | null
  personId: string | null
  extensionUntil: string | null
}

interface Fold extends Folded {
  reportedPercent: number
  /** What a return from the overseer goes back to. */
  percentBefore: number
  /** What a suspension or closing ended. */
  statusBefore: Status
}

/** Everything an assignment caches follows from what it was given with and the steps on file. */
export function foldSteps(given: Given, steps: readonly PastStep[]): Folded {
  const fold = steps.reduce(after, {
    ...{ status: 'assigned', percent: 0, completedOn: null, author: null, unitId: null, personId: null },
    ...{ extensionUntil: null, reportedPercent: 0, percentBefore: 0, statusBefore: 'assigned' },
    ...given,
  } as Fold)
  const { reportedPercent: _, percentBefore: __, statusBefore: ___, ...folded } = fold
  return folded
}

/** Whether the fact fits the status at all, whoever writes it. */
export function mayFollow(kind: FactKind, status: Status): boolean {
  if (kind === 'transfer') return isOpen(status)
  // A deadline that was misread is put right for what is done, too: it may have been in time after all.
  return kind === 'schedule' ? status !== 'closed' : STEPS[kind][status] !== undefined
}

function after(fold: Fold, step: PastStep): Fold {
  if (!mayFollow(step.kind, fold.status)) throw new Error(`step ${step.kind} cannot follow ${fold.status}`)
  const { status } = fold
  switch (step.kind) {
    case 'receive':
      return { ...fold, status: 'active' }
    case 'assign':
      return {
        ...fold,
        status: status === 'assigned' ? 'active' : status,
        unitId: step.toAgencyId ?? null,
        personId: step.toAccountId ?? null,
      }
    case 'report':
      return { ...fold, status: 'reported', author: step.accountId, reportedPercent: step.percent ?? 0 }
    case 'report-outside':
      return {
        ...fold,
        status: 'approved',
        percentBefore: fold.percent,
        percent: 100,
        completedOn: step.happenedOn ?? step.onDay,
        author: null,
      }
    case 'approve': {
      const isFull = fold.reportedPercent === 100
      return {
        ...fold,
        status: isFull ? 'approved' : 'active',
        percentBefore: fold.percent,
        percent: fold.reportedPercent,
        completedOn: isFull ? (step.happenedOn ?? step.onDay) : null,
        author: isFull ? fold.author : null,
      }
    }
    case 'return':
      return {
        ...fold,
        status: 'active',
        percent: status === 'approved' ? fold.percentBefore : fold.percent,
        completedOn: null,
        author: null,
      }
    case 'confirm':
      return { ...fold, status: 'done', extensionUntil: null }
    case 'ask-extension':
      return { ...fold, extensionUntil: step.dueOn ?? null }
    case 'extend':
      return { ...fold, dueOn: step.dueOn ?? null, extensionUntil: null }
    case 'refuse-extension':
      return { ...fold, extensionUntil: null }
    case 'suspend':
      return { ...fold, status: 'suspended', statusBefore: status }
    case 'resume':
      return { ...fold, status: fold.statusBefore, dueOn: step.dueOn ?? fold.dueOn }
    case 'close':
      return { ...fold, status: 'closed', extensionUntil: null }
    case 'reopen':
      return {
        ...fold,
        status: 'active',
        percent: status === 'done' ? fold.percentBefore : fold.percent,
        completedOn: null,
        author: null,
      }
    case 'transfer':
      // Who answered inside the old agency does not answer inside the new one.
      return { ...fold, agencyId: step.toAgencyId ?? fold.agencyId, unitId: null, personId: null }
    case 'schedule':
      return { ...fold, dueOn: step.dueOn ?? null, extensionUntil: null }
  }
}
