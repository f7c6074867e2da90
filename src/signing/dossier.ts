// A paper on its way to a number and a signature (hồ sơ trình ký): the one table of its steps, which may follow which
// state and who may take it, and the fold that gives its state. Pure, shared by server and browser. Silence is never
// consent: an agency whose time has run out stands there as one that has not answered.
import type { Capacity } from '../http/actor.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/** Kế hoạch · kế hoạch của cơ quan · báo cáo · công văn · văn bản là sản phẩm của nhiệm vụ. */
export const KINDS = ['plan', 'sub-plan', 'report', 'letter', 'duty-paper'] as const
export type Kind = (typeof KINDS)[number]

/**
 * Whether papers of the kind go through opinions and appraisal as a rule: leaving them out then wants a reason. Reports
 * and letters go straight to whoever signs, unless somebody asks; a province may demand otherwise.
 */
export const IS_CONSULTED: Record<Kind, boolean> = {
  plan: true,
  'sub-plan': true,
  report: false,
  letter: false,
  'duty-paper': true,
}

/** Đang soạn · Đang lấy ý kiến · Đang thẩm định · Chờ ký · Đã ban hành · Đã rút. */
export const STATES = ['draft', 'opinions', 'appraisal', 'submitted', 'issued', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export const STEP_KINDS = [
  'ask',
  'answer',
  'reply',
  'send',
  'appraise',
  'submit',
  'issue',
  'return',
  'recall',
  'withdraw',
  'reopen',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** open begins it; lapse is what the clock does; transfer is written by a reorganisation of an agency that has to act. */
export type FactKind = StepKind | 'open' | 'lapse' | 'transfer'

/** Đồng ý · Đồng ý, có đề nghị sửa · Không đồng ý. */
export const STANCES = ['agree', 'agree-changes', 'disagree'] as const
export type Stance = (typeof STANCES)[number]

/** Tiếp thu · tiếp thu một phần · giải trình. */
export const REPLIES = ['accept', 'partly', 'explain'] as const
export type Reply = (typeof REPLIES)[number]

/** Đủ điều kiện trình · đủ điều kiện sau khi hoàn thiện · chưa đủ điều kiện. */
export const RESULTS = ['fit', 'changes', 'unfit'] as const
export type Result = (typeof RESULTS)[number]

/**
 * drafter: of the agency that writes it, or of the one that issues it · asked: of an agency whose opinion was asked ·
 * appraiser: of the agency it was sent to for appraisal · issuer: of the agency that signs · province: whoever leads the
 * province.
 */
export type Relation = 'drafter' | 'asked' | 'appraiser' | 'issuer' | 'province'

interface Right {
  relation: Relation
  roles: readonly Role[]
}
type Rule = readonly Right[]

/** Roles that act for an agency that writes, answers or appraises. */
export const WRITERS: readonly Role[] = ['officer', 'head', 'focal']
const DRAFTER: Rule = [{ relation: 'drafter', roles: WRITERS }]
const APPRAISER: Rule = [{ relation: 'appraiser', roles: WRITERS }]
const SIGNER: Rule = [
  { relation: 'issuer', roles: ['head'] },
  { relation: 'drafter', roles: ['head'] },
  { relation: 'province', roles: ['leader'] },
]
/** An opinion that came on paper is recorded by whoever asked for it. */
const ANSWERER: Rule = [{ relation: 'asked', roles: WRITERS }, ...DRAFTER]

/** step -> state it may be taken from -> who may. An opinion that comes late is recorded as late until it is issued. */
export const STEPS: Record<StepKind, Partial<Record<State, Rule>>> = {
  ask: { draft: DRAFTER, opinions: DRAFTER },
  answer: { opinions: ANSWERER, draft: ANSWERER, appraisal: ANSWERER, submitted: ANSWERER },
  reply: { opinions: DRAFTER, draft: DRAFTER, appraisal: DRAFTER, submitted: DRAFTER },
  send: { draft: DRAFTER },
  appraise: { appraisal: APPRAISER },
  submit: { draft: DRAFTER },
  issue: { submitted: DRAFTER },
  return: { appraisal: APPRAISER, submitted: SIGNER },
  recall: { opinions: DRAFTER, appraisal: DRAFTER, submitted: DRAFTER },
  withdraw: { draft: DRAFTER, opinions: DRAFTER, appraisal: DRAFTER, submitted: DRAFTER },
  reopen: { withdrawn: DRAFTER },
}

/** The text changes only while nobody has it before them. */
export const isEditable = (state: State): boolean => state === 'draft'

/** An agency that was asked, as the rules see it. */
export interface Opinion {
  id: string
  agencyId: string
  agencyKind: AgencyKind
  round: number
  askedOn: string
  dueOn: string
  stance: Stance | null
  answeredOn: string | null
  isLate: boolean
  /** The day on which its time had run out without an answer. */
  lapsedOn: string | null
  recalled: boolean
  reply: Reply | null
}

/** Its time still runs. */
export const isOpen = ({ stance, lapsedOn, recalled }: Opinion): boolean =>
  stance === null && lapsedOn === null && !recalled

/** Whether it may still be answered, in time or late. */
export const mayAnswer = ({ stance, recalled }: Opinion): boolean => stance === null && !recalled

/** Opinions of the Front that nobody has answered yet: a paper does not go to be signed before (Luật MTTQVN, phản biện). */
export const unansweredFront = (opinions: readonly Opinion[]): Opinion[] =>
  opinions.filter(({ agencyKind, stance, reply }) => agencyKind === 'front' && stance && !reply)

/** What the rules look at in a dossier. */
export interface Standing {
  state: State
  agencyId: string
  drafterId: string
  appraiserId: string | null
  /** Agencies whose opinion may still come. */
  askedIds: readonly string[]
  /** The provincial committee issues it: whoever leads the province may return it. */
  isOfProvince: boolean
}

export interface No {
  kind: 'conflict' | 'forbidden'
  why: string
}

const isOf = ({ agencyId, unitOf }: Capacity, agency: string | null) =>
  agency !== null && (agencyId === agency || unitOf === agency)

function stands(capacity: Capacity, relation: Relation, standing: Standing): boolean {
  const { agencyId, drafterId, appraiserId, askedIds, isOfProvince } = standing
  switch (relation) {
    case 'drafter':
      return isOf(capacity, drafterId) || isOf(capacity, agencyId)
    case 'asked':
      return askedIds.some((id) => isOf(capacity, id))
    case 'appraiser':
      return isOf(capacity, appraiserId)
    case 'issuer':
      return isOf(capacity, agencyId)
    case 'province':
      return isOfProvince && capacity.role === 'leader'
  }
}

/** In which capacity this person may take the step, or why not: the own one first, then those stood in for. */
export function permit(step: StepKind, standing: Standing, capacities: readonly Capacity[]): Capacity | No {
  const rule = STEPS[step][standing.state]
  if (!rule) return { kind: 'conflict', why: words.signing.notNow(step, standing.state) }
  if (step === 'answer' && standing.askedIds.length === 0)
    return { kind: 'conflict', why: words.signing.nobodyAsked }
  let missing: readonly Role[] = []
  for (const capacity of capacities) {
    const related = rule.filter(({ relation }) => stands(capacity, relation, standing))
    if (related.some(({ roles }) => roles.includes(capacity.role))) return capacity
    if (missing.length === 0) missing = related.flatMap(({ roles }) => roles)
  }
  if (missing.length) {
    const named = [...new Set(missing)].map((role) => words.identity.roles[role]).join(', ')
    return { kind: 'forbidden', why: words.task.needsRole(named) }
  }
  return { kind: 'forbidden', why: words.signing.notRelated[rule[0]?.relation ?? 'drafter'] }
}

/** Why this person may not take the step now, worded for the screen; null when they may. */
export function whyNot(step: StepKind, standing: Standing, capacities: readonly Capacity[]): string | null {
  const may = permit(step, standing, capacities)
  return 'why' in may ? may.why : null
}

/** Whether this person may change the text, in which capacity, or why not. */
export function permitEdit(standing: Standing, capacities: readonly Capacity[]): Capacity | No {
  if (!isEditable(standing.state)) return { kind: 'conflict', why: words.signing.notEditable(standing.state) }
  return permit('ask', standing, capacities)
}

export interface PastStep {
  kind: FactKind
  onDay: string
  /** Of ask: who was asked, until when. */
  asked?: readonly { id: string; agencyId: string; agencyKind: AgencyKind; dueOn: string }[]
  opinionId?: string | null
  stance?: Stance | null
  reply?: Reply | null
  /** Of transfer: whose place passes to whom; of send: who appraises. */
  fromAgencyId?: string | null
  toAgencyId?: string | null
  dueOn?: string | null
  result?: Result | null
}

export interface Folded {
  state: State
  /** How often the text went out; each time is kept. */
  round: number
  opinions: Opinion[]
  hasAsked: boolean
  appraiserId: string | null
  appraiseBy: string | null
  /** The last appraisal's result; null while there is none. */
  appraisal: Result | null
  /** Since when it lies where it lies. */
  waitingSince: string
}

/** Everything a dossier caches follows from the steps on file, the first of which opens it. */
export function foldSteps(steps: readonly PastStep[]): Folded {
  const [first, ...rest] = steps
  if (first?.kind !== 'open') throw new Error('a dossier begins by being opened')
  return rest.reduce(after, {
    ...{ state: 'draft', round: 0, opinions: [], hasAsked: false, appraiserId: null, appraiseBy: null },
    ...{ appraisal: null, waitingSince: first.onDay },
  } as Folded)
}

function mayFollow(kind: FactKind, { state }: Folded): boolean {
  if (kind === 'open') return false
  if (kind === 'lapse') return state === 'opinions'
  if (kind === 'transfer') return state !== 'issued' && state !== 'withdrawn'
  return STEPS[kind][state] !== undefined
}

const put = (fold: Folded, id: string | null | undefined, change: Partial<Opinion>): Folded => ({
  ...fold,
  opinions: fold.opinions.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

/** Back on the drafter's table once nobody is waited for any more. */
const settled = (fold: Folded, onDay: string): Folded =>
  fold.state === 'opinions' && !fold.opinions.some(isOpen)
    ? { ...fold, state: 'draft', waitingSince: onDay }
    : fold

const recalled = (fold: Folded): Folded => ({
  ...fold,
  opinions: fold.opinions.map((one) => (isOpen(one) ? { ...one, recalled: true } : one)),
  appraiserId: null,
  appraiseBy: null,
})

function after(fold: Folded, step: PastStep): Folded {
  const { kind, onDay } = step
  if (!mayFollow(kind, fold)) throw new Error(`step ${kind} cannot follow ${fold.state}`)
  const back: Folded = { ...recalled(fold), state: 'draft', waitingSince: onDay }
  switch (kind) {
    case 'ask': {
      const round = fold.state === 'draft' ? fold.round + 1 : fold.round
      const asked = (step.asked ?? []).map((one) => ({
        ...{ ...one, round, askedOn: onDay, stance: null, answeredOn: null, isLate: false },
        ...{ lapsedOn: null, recalled: false, reply: null },
      }))
      return {
        ...{ ...fold, state: 'opinions', round, hasAsked: true, waitingSince: onDay },
        opinions: [...fold.opinions, ...asked],
      }
    }
    case 'answer': {
      const opinion = fold.opinions.find(({ id }) => id === step.opinionId)
      if (!opinion || !mayAnswer(opinion)) throw new Error('nobody waits for this opinion')
      const isLate = opinion.lapsedOn !== null || onDay > opinion.dueOn
      return settled(put(fold, opinion.id, { stance: step.stance ?? null, answeredOn: onDay, isLate }), onDay)
    }
    case 'lapse':
      return settled(put(fold, step.opinionId, { lapsedOn: onDay }), onDay)
    case 'reply':
      return put(fold, step.opinionId, { reply: step.reply ?? null })
    case 'send':
      return {
        ...{ ...fold, state: 'appraisal', round: fold.round + 1, waitingSince: onDay },
        ...{ appraiserId: step.toAgencyId ?? null, appraiseBy: step.dueOn ?? null },
      }
    case 'appraise':
      return {
        ...fold,
        state: 'draft',
        appraisal: step.result ?? null,
        appraiseBy: null,
        waitingSince: onDay,
      }
    case 'submit':
      return { ...fold, state: 'submitted', round: fold.round + 1, waitingSince: onDay }
    case 'issue':
      return { ...fold, state: 'issued', waitingSince: onDay }
    case 'withdraw':
      return { ...recalled(fold), state: 'withdrawn', waitingSince: onDay }
    case 'transfer': {
      const passed = (id: string) => (id === step.fromAgencyId ? (step.toAgencyId ?? id) : id)
      return {
        ...fold,
        opinions: fold.opinions.map((one) =>
          mayAnswer(one) ? { ...one, agencyId: passed(one.agencyId) } : one,
        ),
        appraiserId: fold.appraiserId && passed(fold.appraiserId),
      }
    }
    default:
      // return, recall, reopen: back on the drafter's table.
      return back
  }
}
