// Petitions of cooperatives on their way to an answer: who may take which step, and how the steps are read. The clock, the
// hand-over upwards and the fold are those of a difficulty (difficulty/): a petition has the same facts under its own names.
import { type FactKind as DifficultyFact, type Folded, foldSteps } from '../difficulty/difficulty.ts'
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/** Đã tiếp nhận · Đã chuyển, chờ trả lời · Đã có trả lời · Đã báo lại hợp tác xã · Đã rút: the states of the register. */
export const PETITION_STATUSES = ['received', 'sent', 'answered', 'told', 'withdrawn'] as const
export type PetitionStatus = (typeof PETITION_STATUSES)[number]

export const PETITION_STEPS = [
  'send',
  'extend',
  'return',
  'answer',
  'tell',
  'reopen',
  'withdraw',
  'to-difficulty',
] as const
export type PetitionStep = (typeof PETITION_STEPS)[number]
/** receive begins it; escalate is what the clock does; transfer is written by a reorganisation. */
export type PetitionFact = PetitionStep | 'receive' | 'escalate'

/** keeper: of an agency that keeps the register · place: the commune of the cooperative · addressee: who is to answer. */
type Relation = 'keeper' | 'place' | 'addressee' | 'province'
interface Right {
  relation: Relation
  roles: readonly Role[]
}
const WRITERS: readonly Role[] = ['officer', 'head', 'focal']
const KEEPER: Right = { relation: 'keeper', roles: WRITERS }
const PLACE: Right = { relation: 'place', roles: WRITERS }
const ADDRESSEE: Right = { relation: 'addressee', roles: WRITERS }
/** Who answers binds the agency: its head, or whoever leads the province. */
const DECIDERS: readonly Right[] = [
  { relation: 'addressee', roles: ['head'] },
  { relation: 'province', roles: ['leader'] },
]

export const STEPS: Record<PetitionStep, Partial<Record<PetitionStatus, readonly Right[]>>> = {
  send: { received: [KEEPER], sent: [KEEPER] },
  extend: { sent: [KEEPER] },
  return: { sent: DECIDERS },
  answer: { sent: DECIDERS },
  tell: { answered: [KEEPER, PLACE] },
  reopen: { answered: [KEEPER], told: [KEEPER] },
  withdraw: { received: [KEEPER, PLACE] },
  'to-difficulty': { received: [KEEPER], sent: [KEEPER, ADDRESSEE] },
}

/** What the rules look at in a petition. */
export interface PetitionStanding {
  status: PetitionStatus
  withLeaders: boolean
  addresseeId: string | null
  /** The commune that governs the cooperative. */
  placeId: string | null
  /** It goes with a difficulty of a plan, whose answer comes back by itself. */
  isDifficulty: boolean
  /** Agencies that keep the register; none named: whoever is focal. */
  keeperIds: readonly string[]
}

export interface No {
  kind: 'conflict' | 'forbidden'
  why: string
}
const no = (kind: No['kind'], why: string): No => ({ kind, why })

const isOf = ({ agencyId, unitOf }: Capacity, agency: string | null) =>
  agency !== null && (agencyId === agency || unitOf === agency)

function stands(capacity: Capacity, relation: Relation, standing: PetitionStanding): boolean {
  switch (relation) {
    case 'keeper':
      return standing.keeperIds.length
        ? standing.keeperIds.some((id) => isOf(capacity, id))
        : capacity.role === 'focal'
    case 'place':
      return isOf(capacity, standing.placeId)
    case 'addressee':
      return isOf(capacity, standing.addresseeId)
    case 'province':
      return capacity.role === 'leader'
  }
}

/** In which capacity this person may take the step now, or why not: the own one first, then those stood in for. */
export function permit(
  step: PetitionStep,
  standing: PetitionStanding,
  capacities: readonly Capacity[],
): Capacity | No {
  const { status, isDifficulty, withLeaders } = standing
  const rights = STEPS[step][status]
  if (!rights) return no('conflict', words.petition.notNow(words.petition.statuses[status]))
  if (isDifficulty && status === 'sent') return no('conflict', words.petition.goesWithDifficulty)
  if (step === 'extend' && withLeaders) return no('conflict', words.difficulty.withLeaders)
  let missing: readonly Role[] = []
  for (const capacity of capacities) {
    const related = rights.filter(({ relation }) => stands(capacity, relation, standing))
    if (related.some(({ roles }) => roles.includes(capacity.role))) return capacity
    if (missing.length === 0) missing = related.flatMap(({ roles }) => roles)
  }
  if (missing.length)
    return no('forbidden', words.task.needsRole(missing.map((role) => words.identity.roles[role]).join(', ')))
  return no('forbidden', words.petition.notRelated[rights[0]?.relation ?? 'keeper'])
}

/** Why this person may not take the step now, worded for the screen; null when they may. */
export function whyNot(
  step: PetitionStep,
  standing: PetitionStanding,
  capacities: readonly Capacity[],
): string | null {
  const may = permit(step, standing, capacities)
  return 'why' in may ? may.why : null
}

export interface PastFact {
  kind: PetitionFact
  onDay: string
  addresseeId: string | null
  dueOn: string | null
  nextId: string | null
  nextDays: number | null
}

/** A petition that becomes a difficulty lies at the agency that looks at it first, without a day of its own. */
const AS_DIFFICULTY: Record<PetitionFact, DifficultyFact> = {
  receive: 'raise',
  send: 'send',
  extend: 'extend',
  return: 'return',
  answer: 'answer',
  tell: 'close',
  reopen: 'reopen',
  withdraw: 'withdraw',
  escalate: 'escalate',
  'to-difficulty': 'send',
}
const STATUS: Record<Folded['status'], PetitionStatus> = {
  raised: 'received',
  joined: 'received',
  sent: 'sent',
  answered: 'answered',
  closed: 'told',
  withdrawn: 'withdrawn',
}

export interface PetitionFolded
  extends Pick<Folded, 'addresseeId' | 'dueOn' | 'nextId' | 'nextDays' | 'withLeaders' | 'waitingSince'> {
  status: PetitionStatus
}

/** Where a petition stands after these facts, the first of which receives it. */
export function foldFacts(facts: readonly PastFact[]): PetitionFolded {
  const { status, addresseeId, dueOn, nextId, nextDays, withLeaders, waitingSince } = foldSteps(
    facts.map((fact) => ({ ...fact, kind: AS_DIFFICULTY[fact.kind], type: 'other', targetId: null })),
  )
  return { status: STATUS[status], addresseeId, dueOn, nextId, nextDays, withLeaders, waitingSince }
}

interface RowFacts {
  status: PetitionStatus
  receivedOn: string
  agencyId: string | null
  dueOn: string | null
  answeredOn: string | null
}

/**
 * What a row of the register says had happened before anybody took a step here: received, and, where it was brought in
 * from elsewhere, sent, answered, told or withdrawn.
 */
export function factsOfRow({ status, receivedOn, agencyId, dueOn, answeredOn }: RowFacts): PastFact[] {
  const none = { addresseeId: null, dueOn: null, nextId: null, nextDays: null }
  const receive: PastFact = { ...none, kind: 'receive', onDay: receivedOn }
  if (status === 'received') return [receive]
  if (status === 'withdrawn') return [receive, { ...none, kind: 'withdraw', onDay: receivedOn }]
  const send: PastFact = { ...none, kind: 'send', onDay: receivedOn, addresseeId: agencyId, dueOn }
  const answer: PastFact = { ...none, kind: 'answer', onDay: answeredOn ?? receivedOn }
  const tell: PastFact = { ...answer, kind: 'tell' }
  const order = ['sent', 'answered', 'told']
  return [receive, ...[send, answer, tell].slice(0, order.indexOf(status) + 1)]
}
