// Support as server and browser exchange it: of one cooperative with what its eligibility is judged by, and of the province.
import { z } from 'zod'

const Day = z.iso.date()
const Count = z.number().int()
const Amount = z.number()

export const PolicyForm = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  field: z.string(),
  kinds: z.array(z.string()),
  conditions: z.array(z.string()),
  needsAudit: z.boolean().nullable(),
  fromDay: Day,
  toDay: Day.nullable(),
  document: z.string(),
})
export type PolicyForm = z.infer<typeof PolicyForm>

const Yearly = z.object({
  year: Count,
  members: Amount.nullable(),
  revenue: Amount.nullable(),
  memberRevenue: Amount.nullable(),
  indivisibleFund: Amount.nullable(),
  indivisibleAssets: Amount.nullable(),
  audited: z.boolean().nullable(),
})

export const Received = z.object({
  id: z.uuid(),
  policy: z.string(),
  field: z.string(),
  year: Count,
  receivedOn: Day,
  amount: Amount,
  source: z.string(),
  content: z.string(),
})
export type Received = z.infer<typeof Received>

export const Loan = z.object({
  id: z.uuid(),
  contract: z.string(),
  amount: Amount,
  repaid: Amount,
  dueOn: Day,
  status: z.string(),
})
export type Loan = z.infer<typeof Loan>

export const Need = z.object({
  id: z.uuid(),
  field: z.string(),
  content: z.string(),
  statedOn: Day,
  status: z.string(),
})
export type Need = z.infer<typeof Need>

export const SupportOf = z.object({
  today: Day,
  subject: z.object({ code: z.string(), kind: z.string(), status: z.string(), registeredOn: Day }),
  /** The last two, the later first. */
  updates: z.array(Yearly),
  trained: Count,
  /** In force today. */
  policies: z.array(PolicyForm),
  /** The last first; at most a hundred. */
  received: z.array(Received),
  loans: z.array(Loan),
  needs: z.array(Need),
})
export type SupportOf = z.infer<typeof SupportOf>

// The province ------------------------------------------------------------------------------------------------------

const Cell = z.object({ year: Count, key: z.string(), n: Count, cooperatives: Count, amount: Amount })
export type Cell = z.infer<typeof Cell>

export const Gap = z.object({
  field: z.string(),
  /** Needs stated, of how many cooperatives; of them those without an outcome, met and declined. */
  stated: Count,
  cooperatives: Count,
  open: Count,
  met: Count,
  declined: Count,
  /** Cooperatives that stated a need here and received support of this field since. */
  served: Count,
  given: Amount,
})
export type Gap = z.infer<typeof Gap>

export const Fund = z.object({
  loans: Count,
  lent: Amount,
  repaid: Amount,
  outstanding: Amount,
  overdue: Count,
  overdueAmount: Amount,
  writtenOff: Count,
  writtenOffAmount: Amount,
  /** Those overdue, the longest first. */
  late: z.array(Loan.extend({ cooperativeId: z.uuid(), cooperative: z.string(), daysLate: Count })),
})
export type Fund = z.infer<typeof Fund>

export const SupportPicture = z.object({
  today: Day,
  bySource: z.array(Cell),
  byField: z.array(Cell),
  /** Of each year, whatever the source. */
  byYear: z.array(Cell),
  fund: Fund,
  gaps: z.array(Gap),
})
export type SupportPicture = z.infer<typeof SupportPicture>
