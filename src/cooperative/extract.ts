// Look-up extracts: what the register says of a cooperative, on paper and, under the address printed on it, on a public page
// that says what it says today. No certificate (those are issued by the registration office, Nghị định 92/2024, Điều 45),
// and nothing personal: who directs it is left out.
import { z } from 'zod'
import { cooperative } from '../register/cooperative.ts'
import { say } from '../register/kit/register.ts'
import * as words from '../vocabulary/words.ts'

const w = words.extract
const Day = z.iso.date()
const Moment = z.iso.datetime({ offset: true })
const Count = z.number().int()
const Why = z.string().nullable()

/** The columns that go out, in their order. */
export const PUBLIC_COLUMNS = [
  ...['code', 'name', 'kind', 'status', 'sector', 'registeredOn', 'address', 'charterCapital'],
] as const

/** What the register says, as anybody may read it. */
export const PublicFacts = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  sector: z.string(),
  registeredOn: Day,
  address: z.string().nullable(),
  charterCapital: z.number().nullable(),
  place: z.string(),
  /** The day from which the register has it in this state. */
  since: Day,
})
export type PublicFacts = z.infer<typeof PublicFacts>

export const Lookup = z.object({
  province: z.string(),
  today: Day,
  facts: PublicFacts,
  /** The day on which the extract was made. */
  madeOn: Day,
})
export type Lookup = z.infer<typeof Lookup>

/** "<tenant>.<43 letters>": the tenant leads to its rows. */
export const readToken = (token: string): { tenantId: number; token: string } | null => {
  const [, tenant, secret] = /^(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
  return tenant && secret ? { tenantId: Number(tenant), token: secret } : null
}

export const Extract = z.object({
  id: z.uuid(),
  cooperativeId: z.uuid(),
  /** What stands behind "/lookup/". */
  token: z.string(),
  purpose: z.string(),
  by: z.string(),
  at: Moment,
  withdrawn: z.object({ by: z.string(), at: Moment, why: z.string() }).nullable(),
  views: Count,
  lastViewAt: Moment.nullable(),
  version: Count,
})
export type Extract = z.infer<typeof Extract>

export const Extracts = z.object({
  extracts: z.array(Extract),
  may: z.object({ make: Why }),
})

export const ExtractPage = z.object({
  extract: Extract,
  today: Day,
  province: z.string(),
  facts: PublicFacts,
})
export type ExtractPage = z.infer<typeof ExtractPage>

export const ExtractForm = z.object({
  purpose: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => w.form.purpose })
    .max(300, { error: () => w.form.long }),
})
export type ExtractForm = z.infer<typeof ExtractForm>
export const WithdrawForm = z.object({
  reason: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => w.form.reason })
    .max(300, { error: () => w.form.long }),
})
export const Made = z.object({ id: z.uuid(), version: Count })

const { columns } = cooperative
const choice = (options: readonly { value: string; label: { vi: string; en: string } }[], value: string) => {
  const option = options.find((one) => one.value === value)
  return option ? say(option.label) : value
}

/** Every line of the extract: what it is called and what the register says, in the language in use. */
export function factLines(facts: PublicFacts): { label: string; value: string }[] {
  const texts: Record<(typeof PUBLIC_COLUMNS)[number], string | null> = {
    code: facts.code,
    name: facts.name,
    kind: choice(columns.kind.options, facts.kind),
    status: w.statusSince(choice(columns.status.options, facts.status), facts.since),
    sector: choice(columns.sector.options, facts.sector),
    registeredOn: words.day(facts.registeredOn),
    address: [facts.address, facts.place].filter(Boolean).join(', '),
    charterCapital: facts.charterCapital === null ? null : w.money(facts.charterCapital),
  }
  return PUBLIC_COLUMNS.map((name) => ({
    label: say(columns[name].label),
    value: texts[name] ?? w.notEntered,
  }))
}
