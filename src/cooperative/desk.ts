// The page of the collective economy for three people, as server and browser exchange it: what the Liên minh Hợp tác xã and
// a commune have to do, and the pictures a leader looks at.
import { z } from 'zod'
import { PetitionRow } from './petition.ts'
import { CooperativeRef } from './warning.ts'

const Day = z.iso.date()
const Moment = z.iso.datetime()
const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })

/** The window of a year of updates: 15/12 of the year before to 14/12 (NĐ 09/2019/NĐ-CP, Điều 12). */
export const windowOf = (year: number): { from: string; to: string } => ({
  ...{ from: `${year - 1}-12-15`, to: `${year}-12-14` },
})

/**
 * The year whose updates are spoken of: from July on the running one, before that the one whose window closed in December,
 * since what is missing of it is still owed.
 */
export const updateYear = (today: string): number => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month >= 7 ? year : year - 1
}

/** The day an update of the year stands for: the last of its window, never one to come. */
export const standsOnOf = (year: number, today: string): string => {
  const { to } = windowOf(year)
  return to < today ? to : today
}

export const Desk = z.object({
  today: Day,
  year: Count,
  window: z.object({ from: Day, to: Day }),
  /** The commune the page is limited to; null: the whole province. */
  place: Named.nullable(),
  cooperatives: Count,
  updates: z.object({
    owed: Count,
    done: Count,
    /** Those who owe most first. */
    places: z.array(z.object({ place: Named, owed: Count, done: Count })),
  }),
  /** Updated, and not rated yet. */
  ratingsOpen: Count,
  needsOpen: Count,
  dissolutionsOpen: Count,
  petitions: z.object({ received: Count, sent: Count, overdue: Count, answered: Count, leaders: Count }),
  petitionRows: z.array(PetitionRow),
  warnings: z.array(z.object({ id: z.uuid(), title: z.string(), recipients: Count, told: Count })),
  /** Warnings of the register nobody has sent yet. */
  warningsUnsent: Count,
  lastImport: z
    .object({ at: Moment, actor: z.string(), fileName: z.string(), register: z.string() })
    .nullable(),
})
export type Desk = z.infer<typeof Desk>

export const OwedQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  place: z.uuid().optional(),
  after: z.string().max(400).optional(),
})
export const OwedList = z.object({
  year: Count,
  rows: z.array(
    CooperativeRef.extend({
      /** Updated the year before: the form is filled from it. */ hasLast: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
  /** Of whom this person may enter updates; null: all. */
  mayUpdate: z.array(z.uuid()).nullable(),
})
export type OwedList = z.infer<typeof OwedList>

const Part = z.object({ value: z.string(), n: Count })
export const Picture = z.object({
  today: Day,
  /** The last three years, the running one as it stands today. */
  years: z.array(
    z.object({
      year: Count,
      on: Day,
      all: Count,
      active: Count,
      /** From the yearly updates; null while none has come. */
      members: Count.nullable(),
      revenue: z.number().nullable(),
      support: z.object({ amount: z.number(), cooperatives: Count, n: Count }),
    }),
  ),
  kinds: z.array(Part),
  statuses: z.array(Part),
  women: z.object({ part: Count, whole: Count, unknown: Count }),
  highTech: Count,
  inChains: Count,
  /** The last year of which ratings were confirmed. */
  bands: z.object({ year: Count, parts: z.array(Part) }).nullable(),
  petitionsLeaders: Count,
})
export type Picture = z.infer<typeof Picture>

/** The short form of a yearly update: what a commune asks on the telephone. Money is entered in million đồng. */
export const SHORT = [
  { name: 'members', isMoney: false },
  { name: 'workers', isMoney: false },
  { name: 'revenue', isMoney: true },
  { name: 'profit', isMoney: true },
  { name: 'incomePerWorker', isMoney: true },
  { name: 'totalCapital', isMoney: true },
  { name: 'managers', isMoney: false },
  { name: 'trainedManagers', isMoney: false },
  { name: 'womenManagers', isMoney: false },
] as const
export type ShortName = (typeof SHORT)[number]['name']
export const SHORT_NAMES = SHORT.map(({ name }) => name) as [ShortName, ...ShortName[]]

const ShortValues = z.record(z.enum(SHORT_NAMES), z.number().nullable())
export type ShortValues = z.infer<typeof ShortValues>

export const UpdatePage = z.object({
  cooperative: CooperativeRef,
  year: Count,
  window: z.object({ from: Day, to: Day }),
  standsOn: Day,
  today: Day,
  /** Of the year before. */
  last: ShortValues.nullable(),
  /** What was entered for this year. */
  now: z.object({ id: z.uuid(), version: Count, standsOn: Day, values: ShortValues }).nullable(),
  whyNot: z.string().nullable(),
  /** The next one of the same commune that owes its update. */
  next: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  left: Count,
})
export type UpdatePage = z.infer<typeof UpdatePage>

export const UpdateForm = z.object({
  year: z.number().int().min(2000).max(2100),
  standsOn: Day,
  values: ShortValues,
})
export const Updated = z.object({ id: z.uuid(), version: Count })
