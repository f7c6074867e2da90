// A difficulty on the way of the work: the one table of its steps (which may follow which status, and who may take it)
// and the fold that gives its status. Pure, shared by server and browser. Nothing here is ever answered by silence: the
// clock alone can only hand a difficulty upwards.
import type { Capacity } from '../http/actor.ts'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/** Chờ đầu mối xem xét · Đã gộp · Đã chuyển, chờ giải quyết · Đã có trả lời · Đã kết thúc · Đã rút. */
export const STATUSES = ['raised', 'joined', 'sent', 'answered', 'closed', 'withdrawn'] as const
export type Status = (typeof STATUSES)[number]

/** Steps that people take on a difficulty that is there. */
export const STEP_KINDS = [
  'join',
  'unjoin',
  'opine',
  'send',
  'extend',
  'return',
  'answer',
  'close',
  'reopen',
  'withdraw',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** raise begins it; escalate is what the clock does; transfer is written by a reorganisation of the addressee. */
export type FactKind = StepKind | 'raise' | 'escalate' | 'transfer'

/**
 * raiser: of an agency that bears one of its assignments, or one of its units · any-raiser: the same of those joined into
 * it too · focal: of the plan's overseer · addressee: of the agency it was sent to · province: whoever leads the province.
 */
export type Relation = 'raiser' | 'any-raiser' | 'focal' | 'addressee' | 'province'

interface Right {
  relation: Relation
  roles: readonly Role[]
}

interface Rule {
  by: readonly Right[]
  /** Not once the clock has laid it before the leaders: their page shows it until somebody has answered. */
  beforeLeaders?: true
}

export const MAY_RAISE: readonly Role[] = ['officer', 'head', 'focal']
const RAISER: Rule = { by: [{ relation: 'raiser', roles: MAY_RAISE }] }
const ANY_RAISER: Rule = { by: [{ relation: 'any-raiser', roles: MAY_RAISE }] }
const FOCAL: Rule = { by: [{ relation: 'focal', roles: ['focal', 'head'] }] }
const DECIDER: Rule = {
  by: [
    { relation: 'addressee', roles: ['head'] },
    { relation: 'province', roles: ['leader'] },
  ],
}

/** step -> status it may be taken from -> who may. */
export const STEPS: Record<StepKind, Partial<Record<Status, Rule>>> = {
  join: { raised: FOCAL },
  unjoin: { joined: FOCAL },
  opine: { raised: FOCAL, sent: FOCAL },
  send: { raised: FOCAL, sent: FOCAL },
  extend: { sent: { ...FOCAL, beforeLeaders: true } },
  return: { sent: DECIDER },
  answer: { sent: DECIDER },
  close: { answered: FOCAL },
  reopen: { answered: ANY_RAISER, closed: ANY_RAISER },
  withdraw: { raised: RAISER },
}

/** What the rules look at in a difficulty. */
export interface Standing {
  status: Status
  withLeaders: boolean
  focalId: string | null
  addresseeId: string | null
  /** Agencies that bear its assignments now. */
  raiserIds: readonly string[]
  /** Those of the difficulties joined into it. */
  joinedRaiserIds: readonly string[]
}

export interface No {
  kind: 'conflict' | 'forbidden'
  why: string
}

const no = (kind: No['kind'], why: string): No => ({ kind, why })
const rolesSaid = (roles: readonly Role[]) => roles.map((role) => words.identity.roles[role]).join(', ')

/** Whether the capacity is of the agency, or of one of its units. */
const isOf = ({ agencyId, unitOf }: Capacity, agency: string | null) =>
  agency !== null && (agencyId === agency || unitOf === agency)

function stands(capacity: Capacity, relation: Relation, standing: Standing): boolean {
  const { raiserIds, joinedRaiserIds, focalId, addresseeId } = standing
  switch (relation) {
    case 'raiser':
      return raiserIds.some((id) => isOf(capacity, id))
    case 'any-raiser':
      return [...raiserIds, ...joinedRaiserIds].some((id) => isOf(capacity, id))
    case 'focal':
      return isOf(capacity, focalId)
    // The head of a unit does not answer for the agency.
    case 'addressee':
      return addresseeId !== null && capacity.agencyId === addresseeId
    case 'province':
      return capacity.role === 'leader'
  }
}

/** In which capacity this person may take the step, or why not: the own one first, then those stood in for. */
export function permit(step: StepKind, standing: Standing, capacities: readonly Capacity[]): Capacity | No {
  const rule = STEPS[step][standing.status]
  if (!rule) return no('conflict', words.difficulty.notNow(step, standing.status))
  if (rule.beforeLeaders && standing.withLeaders) return no('conflict', words.difficulty.withLeaders)
  let missing: readonly Role[] = []
  for (const capacity of capacities) {
    const related = rule.by.filter(({ relation }) => stands(capacity, relation, standing))
    if (related.some(({ roles }) => roles.includes(capacity.role))) return capacity
    // Of the right agency but of another role: nearer to a yes, and so the reason that helps.
    if (missing.length === 0) missing = related.flatMap(({ roles }) => roles)
  }
  if (missing.length) return no('forbidden', words.task.needsRole(rolesSaid(missing)))
  return no('forbidden', words.difficulty.notRelated[rule.by[0]?.relation ?? 'focal'])
}

/** Why this person may not take the step now, worded for the screen; null when they may. */
export function whyNot(step: StepKind, standing: Standing, capacities: readonly Capacity[]): string | null {
  const may = permit(step, standing, capacities)
  return 'why' in may ? may.why : null
}

/** What raising looks at in an assignment. */
export interface Bearing {
  agencyId: string
  overseerId: string | null
  /** Police and army: what keeps their duties back is not written down here (state secrets). */
  isOutside: boolean
  isOpen: boolean
}

/**
 * In which capacity this person may raise a difficulty on these assignments, or why not. All of them are open, of one
 * agency, and of plans that one agency oversees: it is this agency that looks at the difficulty first.
 */
export function permitRaise(bearings: readonly Bearing[], capacities: readonly Capacity[]): Capacity | No {
  const [first] = bearings
  if (!first) return no('conflict', words.difficulty.noAssignment)
  if (bearings.some(({ agencyId }) => agencyId !== first.agencyId))
    return no('conflict', words.difficulty.severalBearers)
  const bearer = capacities.filter((capacity) => isOf(capacity, first.agencyId))
  if (bearer.length === 0) return no('forbidden', words.difficulty.notRelated.raiser)
  const may = bearer.find(({ role }) => MAY_RAISE.includes(role))
  if (!may) return no('forbidden', words.task.needsRole(rolesSaid(MAY_RAISE)))
  if (first.isOutside) return no('conflict', words.difficulty.outside)
  if (bearings.some(({ isOpen }) => !isOpen)) return no('conflict', words.difficulty.assignmentOver)
  if (first.overseerId === null) return no('conflict', words.difficulty.noOverseer)
  if (bearings.some(({ overseerId }) => overseerId !== first.overseerId))
    return no('conflict', words.difficulty.severalOverseers)
  return may
}

export interface PastStep {
  kind: FactKind
  onDay: string
  /** Of raise and opine: its type. */
  type: DifficultyType | null
  /** Of join and unjoin: into which, out of which. */
  targetId: string | null
  /** Of send, transfer, and of an escalation to a further agency: who is to decide. */
  addresseeId: string | null
  dueOn: string | null
  /** Of send and transfer: to whom it goes when the time has run out, and with how many working days. */
  nextId: string | null
  nextDays: number | null
}

export interface Folded {
  status: Status
  type: DifficultyType
  joinedInto: string | null
  addresseeId: string | null
  dueOn: string | null
  nextId: string | null
  nextDays: number | null
  /** The clock has run out where nobody further was named: it lies before the overseer and the leaders. */
  withLeaders: boolean
  /** Since when it lies where it lies; null where nobody has to act. */
  waitingSince: string | null
}

const NOWHERE = { addresseeId: null, dueOn: null, nextId: null, nextDays: null, withLeaders: false } as const

/** Everything a difficulty caches follows from the steps on file, the first of which raises it. */
export function foldSteps(steps: readonly PastStep[]): Folded {
  const [first, ...rest] = steps
  if (first?.kind !== 'raise' || !first.type) throw new Error('a difficulty begins by being raised')
  return rest.reduce(after, {
    ...NOWHERE,
    status: 'raised',
    type: first.type,
    joinedInto: null,
    waitingSince: first.onDay,
  } as Folded)
}

function mayFollow(kind: FactKind, { status, withLeaders }: Folded): boolean {
  if (kind === 'raise') return false
  if (kind === 'transfer') return status === 'sent'
  if (kind === 'escalate') return status === 'sent' && !withLeaders
  const rule = STEPS[kind][status]
  return rule !== undefined && !(rule.beforeLeaders && withLeaders)
}

function after(fold: Folded, step: PastStep): Folded {
  const { kind, onDay } = step
  if (!mayFollow(kind, fold)) throw new Error(`step ${kind} cannot follow ${fold.status}`)
  switch (kind) {
    case 'join':
      return { ...fold, status: 'joined', joinedInto: step.targetId, waitingSince: null }
    case 'opine':
      return { ...fold, type: step.type ?? fold.type }
    case 'send':
      return {
        ...{ ...fold, status: 'sent', withLeaders: false, waitingSince: onDay },
        ...{ addresseeId: step.addresseeId, dueOn: step.dueOn, nextId: step.nextId, nextDays: step.nextDays },
      }
    case 'extend':
      return { ...fold, dueOn: step.dueOn }
    case 'escalate':
      if (step.addresseeId === null) return { ...fold, withLeaders: true }
      return {
        ...{ ...fold, addresseeId: step.addresseeId, dueOn: step.dueOn, waitingSince: onDay },
        ...{ nextId: null, nextDays: null },
      }
    // A new name over the same door: whoever takes over has waited for no longer and no less.
    case 'transfer':
      return { ...fold, addresseeId: step.addresseeId, nextId: step.nextId, nextDays: step.nextDays }
    case 'answer':
      return { ...fold, status: 'answered', waitingSince: onDay }
    case 'close':
      return { ...fold, status: 'closed', waitingSince: null }
    case 'withdraw':
      return { ...fold, status: 'withdrawn', waitingSince: null }
    default:
      // unjoin, return, reopen: back to the focal agency.
      return { ...fold, ...NOWHERE, status: 'raised', joinedInto: null, waitingSince: onDay }
  }
}
