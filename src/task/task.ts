// Items and assignments: the forms that server and browser share, and the one table of the steps: which step may
// follow which status, and who may take it. Status, percent and completion are a fold over the steps taken.
import type { Due, Origin, Span } from '../reading/draft.ts'
import type { Role } from '../vocabulary/role.ts'
import { words } from '../vocabulary/words.ts'

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
}

/** Chưa tiếp nhận · Đang thực hiện · Chờ duyệt · Chờ xác nhận · Đã hoàn thành. */
export const STATUSES = ['assigned', 'active', 'reported', 'approved', 'done'] as const
export type Status = (typeof STATUSES)[number]

export const STEP_KINDS = ['receive', 'report', 'approve', 'return', 'confirm'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** bearer: of the agency that bears it or one of its units · agency: of that agency itself · overseer: of the plan's overseeing agency. */
type Relation = 'bearer' | 'agency' | 'overseer'

interface Rule {
  relation: Relation
  roles: readonly Role[]
  /** A second pair of eyes: whoever wrote the report may not take this step. */
  notAuthor?: true
}

const STAFF: Rule = { relation: 'bearer', roles: ['officer', 'head', 'focal'] }
const HEAD: Rule = { relation: 'agency', roles: ['head'] }
const OVERSEER: Rule = { relation: 'overseer', roles: ['focal', 'head', 'admin'] }

/**
 * step -> status it may be taken from -> who may. A report straight from "assigned" implies the receipt: an officer
 * who has the result at hand says so once. A head may return the own report, which takes it back.
 */
export const STEPS: Record<StepKind, Partial<Record<Status, Rule>>> = {
  receive: { assigned: STAFF },
  report: { assigned: STAFF, active: STAFF },
  approve: { reported: { ...HEAD, notAuthor: true } },
  return: { reported: HEAD, approved: OVERSEER },
  confirm: { approved: { ...OVERSEER, notAuthor: true } },
}

/** What the rules look at in an assignment. */
export interface Standing {
  status: Status
  agencyId: string
  overseerId: string | null
  /** Account that wrote the report now on the table. */
  author: string | null
}

/** What the rules look at in a person. */
export interface Doer {
  accountId: string
  role: Role
  agencyId: string | null
  /** The agency whose internal unit the person's agency is. */
  unitOf: string | null
}

/** Why this step may not be taken now: a conflict with the status, or not this person's to take. */
export function refusalOf(
  step: StepKind,
  standing: Standing,
  actor: Doer,
): { kind: 'conflict' | 'forbidden'; why: string } | null {
  const rule = STEPS[step][standing.status]
  if (!rule) return { kind: 'conflict', why: words.task.notNow(step, standing.status) }
  const forbidden = (why: string) => ({ kind: 'forbidden' as const, why })
  if (!stands(actor, rule.relation, standing)) return forbidden(words.task.notRelated[rule.relation])
  if (!rule.roles.includes(actor.role))
    return forbidden(words.task.needsRole(rule.roles.map((role) => words.identity.roles[role]).join(', ')))
  if (rule.notAuthor && standing.author === actor.accountId) return forbidden(words.task.ownReport[step])
  return null
}

/** Why `actor` may not take `step` now, worded for the screen; null when they may. */
export const whyNot = (step: StepKind, standing: Standing, actor: Doer): string | null =>
  refusalOf(step, standing, actor)?.why ?? null

/** The step that moves the assignment on and is this person's to take: the one button of a row. */
export const nextStep = (standing: Standing, actor: Doer): StepKind | null =>
  (['confirm', 'approve', 'receive', 'report'] as const).find((step) => !refusalOf(step, standing, actor)) ??
  null

function stands(actor: Doer, relation: Relation, { agencyId, overseerId }: Standing): boolean {
  const isOf = (agency: string | null) =>
    agency !== null && (actor.agencyId === agency || actor.unitOf === agency)
  if (relation === 'bearer') return isOf(agencyId)
  if (relation === 'overseer') return isOf(overseerId)
  return actor.agencyId === agencyId
}

export interface PastStep {
  kind: StepKind
  accountId: string
  onDay: string
  /** Of a report: how much of the work is done, 0–100. */
  percent: number | null
}

export interface Folded {
  status: Status
  /** The last percentage approved by the agency; a report still on the table does not count. */
  percent: number
  /** The day the agency approved its full report: from then on the time is the overseer's, not the agency's. */
  completedOn: string | null
  author: string | null
}

interface Fold extends Folded {
  reportedPercent: number
  /** What a return from the overseer goes back to. */
  percentBefore: number
}

const START: Fold = {
  status: 'assigned',
  percent: 0,
  completedOn: null,
  author: null,
  reportedPercent: 0,
  percentBefore: 0,
}

/** Status follows from the steps on file; the columns of `assignment` only cache it. */
export function foldSteps(steps: readonly PastStep[]): Folded {
  const { status, percent, completedOn, author } = steps.reduce(after, START)
  return { status, percent, completedOn, author }
}

function after(fold: Fold, step: PastStep): Fold {
  if (!STEPS[step.kind][fold.status]) throw new Error(`step ${step.kind} cannot follow ${fold.status}`)
  switch (step.kind) {
    case 'receive':
      return { ...fold, status: 'active' }
    case 'report':
      return { ...fold, status: 'reported', author: step.accountId, reportedPercent: step.percent ?? 0 }
    case 'approve': {
      const isFull = fold.reportedPercent === 100
      return {
        ...fold,
        status: isFull ? 'approved' : 'active',
        percentBefore: fold.percent,
        percent: fold.reportedPercent,
        completedOn: isFull ? step.onDay : null,
        author: isFull ? fold.author : null,
      }
    }
    case 'return':
      return {
        ...fold,
        status: 'active',
        percent: fold.status === 'approved' ? fold.percentBefore : fold.percent,
        completedOn: null,
        author: null,
      }
    case 'confirm':
      return { ...fold, status: 'done' }
  }
}
