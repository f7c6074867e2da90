// Corrections (đính chính) as server and browser exchange them: the reading was wrong, the document was not. What an
// item says is one value; a correction is two of them, cut down to the fields that differ. Pure.
import { z } from 'zod'
import { Agency as DirectoryAgency, existsOn } from '../agency/agency.ts'
import { AgencyGroup } from '../agency/group.ts'
import type { Capacity } from '../http/actor.ts'
import { MAY, whyNotAllowed } from '../identity/identity.ts'
import { EVERY } from '../task/period.ts'
import { COMPLETIONS } from '../task/task.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { DueForm, Names, OUTCOMES, Quote, SpanForm } from './review.ts'

const Agency = z.object({ id: z.uuid(), name: z.string() })

/** All of an item that may have been misread. */
export const ItemReading = z.object({
  quote: z.string(),
  section: z.string(),
  spans: z.array(SpanForm),
  leadPrinted: z.array(z.string()),
  coordinatingPrinted: z.array(z.string()),
  deliverables: z.array(z.string()),
  due: DueForm,
  outcome: z.enum(OUTCOMES),
  mergedInto: z.object({ id: z.uuid(), section: z.string(), quote: z.string() }).nullable(),
  /** Who has it now, and who helps. */
  bearers: z.array(Agency),
  coordinators: z.array(Agency),
  completion: z.object({ rule: z.enum(COMPLETIONS), share: z.number().int().nullable() }),
  every: z.enum(EVERY).nullable(),
  event: z.string().nullable(),
})
export type ItemReading = z.infer<typeof ItemReading>
export type ReadingField = keyof ItemReading
export const READING_FIELDS = Object.keys(ItemReading.shape) as ReadingField[]

const Ids = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .transform((ids) => [...new Set(ids)])

/** The words of the reason go to the agencies: without them nobody knows why their work changed. */
const Reason = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => words.correction.reasonMissing })
  .max(2000)

/** What is left out stays as it is. */
export const CorrectionForm = z.object({
  reason: Reason,
  quote: Quote.optional(),
  section: z.string().normalize('NFC').trim().max(60).optional(),
  spans: z.array(SpanForm).max(200).optional(),
  leadPrinted: Names.optional(),
  coordinatingPrinted: Names.optional(),
  deliverables: Names.optional(),
  due: DueForm.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  mergedInto: z.uuid().nullable().optional(),
  bearers: Ids(1000).optional(),
  coordinators: Ids(500).optional(),
  completion: z
    .object({ rule: z.enum(COMPLETIONS), share: z.number().int().min(1).max(100).nullable() })
    .optional(),
  every: z.enum(EVERY).nullable().optional(),
  event: z.string().normalize('NFC').trim().min(1).max(500).nullable().optional(),
})
export type CorrectionForm = z.infer<typeof CorrectionForm>
/** As a page sends it. */
export type CorrectionInput = z.input<typeof CorrectionForm>

export const Correction = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  itemId: z.uuid(),
  /** The duty as it reads now, to know which one it is about. */
  section: z.string(),
  quote: z.string(),
  reason: z.string(),
  before: ItemReading.partial(),
  after: ItemReading.partial(),
  actor: z.string(),
  at: z.iso.datetime(),
})
export type Correction = z.infer<typeof Correction>

export const CorrectionList = z.object({
  corrections: z.array(Correction),
  next: z.string().nullable(),
  /** Why this person may not correct the item or plan asked for; null when they may, and where none was asked for. */
  whyNot: z.string().nullable(),
})

/** Of one item, of the item of one assignment (`work`), of a plan, or all. */
export const CorrectionQuery = z.object({
  item: z.uuid().optional(),
  work: z.uuid().optional(),
  plan: z.uuid().optional(),
  after: z.string().max(200).optional(),
})
export type CorrectionQuery = z.infer<typeof CorrectionQuery>
export const Corrected = z.object({ id: z.uuid(), version: z.number().int() })

/** Who may be given work today: agencies that exist, without their units, and the groups they are in. */
export const Bearing = z.object({
  agencies: z.array(DirectoryAgency),
  groups: z.array(AgencyGroup),
  today: z.iso.date(),
})
export type Bearing = z.infer<typeof Bearing>

export const mayBear = (agency: DirectoryAgency, today: string): boolean =>
  agency.kind !== 'unit' && agency.province === null && existsOn(agency, today)

/** What the page of a correction works with. */
export const ItemToCorrect = z.object({
  id: z.uuid(),
  version: z.number().int(),
  reading: ItemReading,
  plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }),
  documentId: z.uuid(),
  /** Those who have it now are among them, even when they have ended since. */
  bearing: Bearing,
  /** Why this person may not correct it; null when they may. */
  whyNot: z.string().nullable(),
})
export type ItemToCorrect = z.infer<typeof ItemToCorrect>

/** A key of a value that does not hang on the order of its keys, nor on the names beside ids. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
  if ('id' in value) return JSON.stringify(value.id)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${name}:${keyOf(inner)}`)
    .join(',')}}`
}
/** Agencies have no order among themselves. */
const setKey = (agencies: readonly { id: string }[]) =>
  agencies
    .map(({ id }) => id)
    .sort()
    .join()

const isSame = (field: ReadingField, a: ItemReading, b: ItemReading): boolean =>
  field === 'bearers' || field === 'coordinators'
    ? setKey(a[field]) === setKey(b[field])
    : keyOf(a[field]) === keyOf(b[field])

/** The fields in which two readings of an item differ. */
export const changedFields = (before: ItemReading, after: ItemReading): ReadingField[] =>
  READING_FIELDS.filter((field) => !isSame(field, before, after))

/** Only those fields of a reading. */
export const onlyFields = (reading: ItemReading, fields: readonly ReadingField[]): Partial<ItemReading> =>
  Object.fromEntries(fields.map((field) => [field, reading[field]]))

export const isTracked = ({ outcome }: { outcome: string }): boolean =>
  outcome === 'assign' || outcome === 'each'

/**
 * Why somebody may not correct or add to a plan, worded for the screen; null when they may: focal officers and
 * administrators of the agency that oversees it, those who stand in for them, and an administrator of the whole province.
 */
export function whyNotCorrect(
  capacities: readonly Capacity[],
  overseer: { id: string; name: string } | null,
): string | null {
  const roles: readonly Role[] = MAY['plan.correct']
  const able = capacities.filter(({ role }) => roles.includes(role))
  if (able.length === 0) return whyNotAllowed('plan.correct', capacities[0]?.role ?? 'officer')
  const isOf = ({ role, agencyId, unitOf }: Capacity) =>
    agencyId === null ? role === 'admin' : [agencyId, unitOf].includes(overseer?.id ?? null)
  return able.some(isOf) ? null : words.correction.notOverseer(overseer?.name ?? words.common.none)
}
