// Sessions at which a plan was made known (quán triệt, tuyên truyền), as server and browser exchange them; who may record
// them, and the share they reached.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import { MOST_FILES, StoredFile } from '../task/work.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

/** Hội nghị trực tiếp · hội nghị trực tuyến · văn bản · truyền thông. */
export const FORMS = ['meeting', 'online', 'document', 'media'] as const
export type Form = (typeof FORMS)[number]

const Agency = z.object({ id: z.uuid(), name: z.string() })
const Count = z.number().int()
const Day = z.iso.date()
const Text = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(most, { error: () => words.dissemination.tooLong(most) })

const MOST_PEOPLE = 100_000_000
const People = (least: number, error: () => string) =>
  z.int({ error }).min(least, { error }).max(MOST_PEOPLE, { error })

const session = {
  heldOn: Day,
  form: z.enum(FORMS),
  content: Text(5000).min(1, { error: () => words.dissemination.contentMissing }),
  /** How many people it was meant for. */
  target: People(1, () => words.dissemination.targetForm),
  /** How many of them came, or were reached. */
  reached: People(0, () => words.dissemination.reachedForm),
  note: Text(5000).default(''),
  files: z
    .array(
      z.object({
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        name: z.string().normalize('NFC').trim().min(1).max(200),
      }),
    )
    .max(MOST_FILES)
    .default([]),
}
const Reason = Text(2000).min(1, { error: () => words.dissemination.reasonMissing })

export const SessionForm = z.object({ agencyId: z.uuid(), ...session })
export type SessionForm = z.infer<typeof SessionForm>
/** The agency stays: a session of another agency is another session. */
export const SessionCorrection = z.object({ ...session, reason: Reason })
export type SessionCorrection = z.infer<typeof SessionCorrection>
export const Cancellation = z.object({ reason: Reason })

/** What a correction may change, as it is kept before and after. */
export interface SessionFacts {
  heldOn: string
  form: Form
  content: string
  target: number
  reached: number
  note: string
  files: string[]
  cancelled: boolean
}
export const FACTS = ['heldOn', 'form', 'content', 'target', 'reached', 'note', 'files', 'cancelled'] as const

const Facts = z.object({
  heldOn: Day,
  form: z.enum(FORMS),
  content: z.string(),
  target: Count,
  reached: Count,
  note: z.string(),
  files: z.array(z.string()),
  cancelled: z.boolean(),
})

export const Session = z.object({
  id: z.uuid(),
  version: Count,
  agency: Agency,
  heldOn: Day,
  form: z.enum(FORMS),
  content: z.string(),
  target: Count,
  reached: Count,
  note: z.string(),
  files: z.array(StoredFile),
  cancelled: z.boolean(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  corrections: z.array(
    z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string(), before: Facts, after: Facts }),
  ),
  /** Why this reader may not correct it; null when they may. */
  whyNot: z.string().nullable(),
})
export type Session = z.infer<typeof Session>

export const SessionList = z.object({ sessions: z.array(Session), next: z.string().nullable() })

/** One agency: its sessions that were not cancelled, for how many people and how many of them were reached. */
export const AgencyShare = z.object({
  agency: Agency,
  /** Bears duties of the plan. */
  isBearer: z.boolean(),
  sessions: Count,
  target: Count,
  reached: Count,
  whyNot: z.string().nullable(),
})
export type AgencyShare = z.infer<typeof AgencyShare>

export const Dissemination = z.object({
  plan: z.object({
    id: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    overseer: Agency.nullable(),
  }),
  today: Day,
  /** Bearers and whoever else held a session, by name. */
  agencies: z.array(AgencyShare),
  /** Bearers whose work is not told in this system. */
  outside: z.array(Agency),
})
export type Dissemination = z.infer<typeof Dissemination>

export const SessionVersion = z.object({ id: z.uuid(), version: Count })

export interface Totals {
  /** Bearers of the plan that have held one, and all of them. */
  held: number
  bearers: number
  sessions: number
  target: number
  reached: number
}

export function totalsOf(agencies: readonly AgencyShare[]): Totals {
  const bearers = agencies.filter(({ isBearer }) => isBearer)
  const sum = (of: 'sessions' | 'target' | 'reached') => agencies.reduce((all, one) => all + one[of], 0)
  return {
    held: bearers.filter(({ sessions }) => sessions > 0).length,
    bearers: bearers.length,
    sessions: sum('sessions'),
    target: sum('target'),
    reached: sum('reached'),
  }
}

/** null where nobody was meant to be reached yet: a share of nothing is no share. */
export const shareOf = ({ target, reached }: { target: number; reached: number }): number | null =>
  target > 0 ? reached / target : null

const OWN: readonly Role[] = ['officer', 'head', 'focal']
const OVERSEER: readonly Role[] = ['focal', 'head', 'admin']

/**
 * Why this person may not record or correct a session of the agency, worded for the screen; null when they may: people of
 * the agency or its units, and those of the agency that oversees the plan.
 */
export function whyNotRecord(
  { capacities }: { capacities: readonly Capacity[] },
  { agencyId, agencyKind, overseerId }: { agencyId: string; agencyKind: string; overseerId: string | null },
): string | null {
  if (REPORTS_OUTSIDE.includes(agencyKind)) return words.dissemination.outside
  const isOf = (capacity: Capacity, agency: string | null) =>
    agency !== null && (capacity.agencyId === agency || capacity.unitOf === agency)
  const may = capacities.some(
    (capacity) =>
      (isOf(capacity, agencyId) && OWN.includes(capacity.role)) ||
      (isOf(capacity, overseerId) && OVERSEER.includes(capacity.role)),
  )
  return may ? null : words.dissemination.notYours
}
