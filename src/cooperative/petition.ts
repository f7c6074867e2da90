// Petitions as server and browser exchange them: the list with its clock, the page of one, the forms of its steps.
import { z } from 'zod'
import { MOST_WORKING_DAYS } from '../difficulty/exchange.ts'
import { DIFFICULTY_TYPES } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import { PETITION_STATUSES, PETITION_STEPS, type PetitionStatus } from './petition-rule.ts'
import { CooperativeRef } from './warning.ts'
import { WAYS } from './warning-match.ts'

const Day = z.iso.date()
const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Note = z.string().normalize('NFC').trim().max(10_000)
const required = (message: () => string) => Note.min(1, { error: message })
const daysForm = { error: () => words.difficulty.daysForm(MOST_WORKING_DAYS) }
const WorkingDays = z.int(daysForm).min(1, daysForm).max(MOST_WORKING_DAYS, daysForm)

interface StateOf {
  statuses: readonly PetitionStatus[]
  overdue?: true
  withLeaders?: true
}
/** What the word in the address (?state=…) selects. */
export const PETITION_TABS = {
  open: { statuses: ['received', 'sent', 'answered'] },
  received: { statuses: ['received'] },
  sent: { statuses: ['sent'] },
  overdue: { statuses: ['sent'], overdue: true },
  leaders: { statuses: ['sent'], withLeaders: true },
  answered: { statuses: ['answered'] },
  told: { statuses: ['told'] },
  withdrawn: { statuses: ['withdrawn'] },
  all: { statuses: PETITION_STATUSES },
} as const satisfies Record<string, StateOf>
export type PetitionTab = keyof typeof PETITION_TABS
export const TAB_NAMES = Object.keys(PETITION_TABS) as [PetitionTab, ...PetitionTab[]]
export const tabOf = (tab: PetitionTab): StateOf => PETITION_TABS[tab]

export const PetitionFilter = z.object({
  state: z.enum(TAB_NAMES).default('open'),
  /** Who is to answer. */
  agency: z.uuid().optional(),
  /** The commune of the cooperative. */
  place: z.uuid().optional(),
  event: z.uuid().optional(),
  cooperative: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(200).optional(),
})
export type PetitionFilter = z.infer<typeof PetitionFilter>

/** What the counts know of a petition. */
export interface PetitionCell {
  status: PetitionStatus
  isOverdue: boolean
  withLeaders: boolean
  n: number
}
export const tallyPetitions = (cells: readonly PetitionCell[]): Record<PetitionTab, number> =>
  Object.fromEntries(
    TAB_NAMES.map((name) => {
      const { statuses, overdue, withLeaders } = tabOf(name)
      const n = cells
        .filter((cell) => statuses.includes(cell.status))
        .filter((cell) => (!overdue || cell.isOverdue) && (!withLeaders || cell.withLeaders))
        .reduce((sum, cell) => sum + cell.n, 0)
      return [name, n]
    }),
  ) as Record<PetitionTab, number>

export const PetitionRow = z.object({
  id: z.uuid(),
  code: z.string(),
  content: z.string(),
  receivedOn: Day,
  status: z.enum(PETITION_STATUSES),
  withLeaders: z.boolean(),
  cooperative: CooperativeRef.nullable(),
  event: Named.nullable(),
  agency: Named.nullable(),
  /** Of the petition, or of the difficulty it became. */
  dueOn: Day.nullable(),
  workingDaysLeft: Count.nullable(),
  difficultyId: z.uuid().nullable(),
})
export type PetitionRow = z.infer<typeof PetitionRow>

export const PetitionList = z.object({
  rows: z.array(PetitionRow),
  next: z.string().nullable(),
  counts: z.record(z.enum(TAB_NAMES), Count),
  today: Day,
  missingYears: z.array(Count),
  /** Working days in which the province answers, as it entered them. */
  setting: z.object({ days: Count, basis: z.string(), version: Count }).nullable(),
  whyNotSet: z.string().nullable(),
})
export type PetitionList = z.infer<typeof PetitionList>

export const PetitionStory = z.object({
  id: z.uuid(),
  kind: z.enum([...PETITION_STEPS, 'receive', 'escalate']),
  actor: z.string(),
  agency: z.string().nullable(),
  onDay: Day,
  text: z.string(),
  addressee: z.string().nullable(),
  days: Count.nullable(),
  dueOn: Day.nullable(),
  next: z.string().nullable(),
  nextDays: Count.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: Day.nullable(),
  toldWay: z.enum(WAYS).nullable(),
  difficultyId: z.uuid().nullable(),
})
export type PetitionStory = z.infer<typeof PetitionStory>

export const Petition = PetitionRow.extend({
  version: Count,
  field: z.string(),
  answer: z.string().nullable(),
  answeredOn: Day.nullable(),
  waitingSince: Day.nullable(),
  next: Named.extend({ days: Count }).nullable(),
  difficulty: z
    .object({ id: z.uuid(), status: z.string(), withLeaders: z.boolean(), waitingAt: z.string().nullable() })
    .nullable(),
  steps: z.array(PetitionStory),
  clock: z
    .object({
      from: Day,
      dueOn: Day,
      today: Day,
      daysOff: z.array(z.object({ day: Day, kind: z.enum(['off', 'working']), name: z.string() })),
      missingYears: z.array(Count),
    })
    .nullable(),
  /** The usual number of working days; null while nobody has entered it. */
  settingDays: Count.nullable(),
  today: Day,
  whyNot: z.record(z.enum(PETITION_STEPS), z.string().nullable()),
})
export type Petition = z.infer<typeof Petition>

const SendForm = z
  .object({
    kind: z.literal('send'),
    addresseeId: z.uuid({ error: () => words.difficulty.addresseeRequired }),
    days: WorkingDays,
    nextId: z.uuid().nullable().default(null),
    nextDays: WorkingDays.nullable().default(null),
    text: Note.default(''),
  })
  .refine(({ nextId, nextDays }) => (nextId === null) === (nextDays === null), {
    ...daysForm,
    path: ['nextDays'],
  })
  .refine(({ addresseeId, nextId }) => addresseeId !== nextId, {
    error: () => words.difficulty.nextIsSame,
    path: ['nextId'],
  })

export const PetitionStepForm = z.discriminatedUnion('kind', [
  SendForm,
  z.object({
    kind: z.literal('extend'),
    days: WorkingDays,
    text: required(() => words.petition.reasonMissing),
  }),
  z.object({ kind: z.literal('return'), text: required(() => words.petition.reasonMissing) }),
  z.object({
    kind: z.literal('answer'),
    text: required(() => words.petition.answerMissing),
    documentNumber: z.string().normalize('NFC').trim().max(100).default(''),
    documentOn: Day.nullable().default(null),
  }),
  /** The cooperative was told the answer: on which day, by which way. */
  z.object({
    kind: z.literal('tell'),
    on: Day,
    way: z.enum(WAYS, { error: () => words.warning.wayMissing }),
    text: Note.default(''),
  }),
  z.object({ kind: z.literal('reopen'), text: required(() => words.petition.reasonMissing) }),
  z.object({ kind: z.literal('withdraw'), text: required(() => words.petition.reasonMissing) }),
  z.object({
    kind: z.literal('to-difficulty'),
    assignmentIds: z
      .array(z.uuid())
      .min(1, { error: () => words.difficulty.noAssignment })
      .max(50),
    type: z.enum(DIFFICULTY_TYPES),
    proposal: required(() => words.difficulty.textRequired.proposal),
  }),
])
export type PetitionStepForm = z.infer<typeof PetitionStepForm>

export const PetitionTaken = z.object({
  version: Count,
  status: z.enum(PETITION_STATUSES),
  difficultyId: z.uuid().nullable(),
})

export const SettingForm = z.object({
  days: WorkingDays,
  /** The document that says so. */
  basis: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => words.petition.basisMissing })
    .max(300),
})
export type SettingForm = z.infer<typeof SettingForm>
