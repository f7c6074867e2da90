// Dissolution files: their way so far, what still stands in the way, what is owed and held. The steps themselves are those
// of the register of dissolutions; nothing is written here. The rules look at what was entered, not at limits of the law:
// the deadline is the one of the decision.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'

const Day = z.iso.date()
const Count = z.number().int()

export const Debts = z.array(
  z.object({
    kind: z.string(),
    /** Still owed, frozen ones too. */
    open: Count,
    openAmount: z.number(),
    settled: Count,
    settledAmount: z.number(),
  }),
)
export type Debts = z.infer<typeof Debts>

export const Assets = z.object({
  held: Count,
  heldValue: z.number(),
  /** Of those held: works handed over by the State, and other assets of the State or common to all. */
  worksHeld: Count,
  stateHeld: Count,
  passedOn: Count,
  passedValue: z.number(),
})
export type Assets = z.infer<typeof Assets>

export const Loans = z.object({ open: Count, amount: z.number() })

/** What a file is judged by. */
export interface File {
  status: string
  decision: string | null
  decidedOn: string
  councilOn: string | null
  deadlineOn: string | null
  /** Legal status of the cooperative. */
  legalStatus: string
  debts: { open: number; amount: number }
  loans: { open: number; amount: number }
  assets: Pick<Assets, 'held' | 'worksHeld' | 'stateHeld'>
}

export const UNDER_WAY = ['decided', 'notified', 'settling', 'submitted'] as const
export const isUnderWay = (status: string): boolean => (UNDER_WAY as readonly string[]).includes(status)

/** Each rule: whether it stands in the way, and the figures its sentence says. First what the others wait for. */
const RULES = [
  { code: 'council', holds: (f) => f.councilOn === null },
  { code: 'decision', holds: (f) => f.decision === null },
  { code: 'deadline', holds: (f) => f.deadlineOn === null },
  {
    code: 'late',
    holds: (f, today) => f.deadlineOn !== null && f.deadlineOn < today,
    n: (f, today) => (f.deadlineOn ? daysBetween(f.deadlineOn, today) : 0),
  },
  { code: 'status', holds: (f) => f.legalStatus !== 'dissolving' && f.legalStatus !== 'ended' },
  { code: 'debts', holds: (f) => f.debts.open > 0, n: (f) => f.debts.open, amount: (f) => f.debts.amount },
  { code: 'loans', holds: (f) => f.loans.open > 0, n: (f) => f.loans.open, amount: (f) => f.loans.amount },
  { code: 'works', holds: (f) => f.assets.worksHeld > 0, n: (f) => f.assets.worksHeld },
  { code: 'state-assets', holds: (f) => f.assets.stateHeld > 0, n: (f) => f.assets.stateHeld },
] as const satisfies readonly {
  code: string
  holds: (file: File, today: string) => boolean
  n?: (file: File, today: string) => number
  amount?: (file: File) => number
}[]

export const BLOCKS = RULES.map(({ code }) => code)
export type BlockCode = (typeof RULES)[number]['code']

export const Block = z.object({
  code: z.enum(BLOCKS as [BlockCode, ...BlockCode[]]),
  n: z.number(),
  amount: z.number(),
})
export type Block = z.infer<typeof Block>

/** What still stands in the way of a file that is under way; of one that ended or was called off: nothing. */
export function blocksOf(file: File, today: string): Block[] {
  if (!isUnderWay(file.status)) return []
  return RULES.filter((rule) => rule.holds(file, today)).map((rule) => ({
    code: rule.code,
    n: 'n' in rule ? rule.n(file, today) : 0,
    amount: 'amount' in rule ? rule.amount(file) : 0,
  }))
}

export const Stage = z.object({
  status: z.string(),
  since: Day,
  /** Days it stood there, or stands there until today. */
  days: Count,
})
export type Stage = z.infer<typeof Stage>

/** The way of a file: each state with the day from which it held; two forms of the row in one state are one stage. */
export function stagesOf(forms: readonly { status: string; since: string }[], today: string): Stage[] {
  const stages: { status: string; since: string }[] = []
  for (const form of forms) if (stages.at(-1)?.status !== form.status) stages.push({ ...form })
  return stages.map(({ status, since }, at) => ({
    ...{ status, since },
    days: Math.max(0, daysBetween(since, stages[at + 1]?.since ?? today)),
  }))
}

export const DissolutionFile = z.object({
  id: z.uuid(),
  cause: z.string(),
  status: z.string(),
  decision: z.string().nullable(),
  decidedOn: Day,
  councilOn: Day.nullable(),
  deadlineOn: Day.nullable(),
  note: z.string().nullable(),
  stages: z.array(Stage),
  blocks: z.array(Block),
})
export type DissolutionFile = z.infer<typeof DissolutionFile>

/** Of one cooperative. */
export const OfCooperative = z.object({
  today: Day,
  files: z.array(DissolutionFile),
  debts: Debts,
  assets: Assets,
  loans: Loans,
})
export type OfCooperative = z.infer<typeof OfCooperative>

export const DissolutionQuery = z.object({
  place: z.uuid().optional(),
  state: z.enum(['under-way', 'late', 'ended', 'all']).default('under-way'),
})
export type DissolutionQuery = z.infer<typeof DissolutionQuery>

export const DissolutionRow = z.object({
  id: z.uuid(),
  cooperative: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  place: z.object({ id: z.uuid(), name: z.string() }),
  status: z.string(),
  cause: z.string(),
  decidedOn: Day,
  deadlineOn: Day.nullable(),
  /** From the decision, and in the present state. */
  days: Count,
  daysHere: Count,
  blocks: z.array(Block),
})
export type DissolutionRow = z.infer<typeof DissolutionRow>

export const Dissolutions = z.object({
  today: Day,
  rows: z.array(DissolutionRow),
  /** How many files stand in each state, whatever the filter. */
  states: z.record(z.string(), Count),
  late: Count,
  /** Of those under way: what is owed, by kind of creditor, and what is still to be handed on. */
  debts: Debts,
  works: Count,
  places: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type Dissolutions = z.infer<typeof Dissolutions>
