// The waiting graph as server and browser exchange it. It counts assignments (lượt giao) and says of how many items.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import { ITEM_STATES } from '../task/item.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { NODE_KINDS, REASONS } from './waits.ts'

const Day = z.iso.date()
const Count = z.number().int()
export const Named = z.object({ id: z.uuid(), name: z.string() })
const Plan = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Waiters = z.object({ assignments: Count, items: Count })
const Reason = z.enum(REASONS)

/** The whole state of the page: its address and the server's query are the same. */
export const WaitingFilter = z.object({
  /** Whose assignments wait: an agency, or "all". Left out: one's own for officers and heads, all for the others. */
  agency: z.union([z.uuid(), z.literal('all')]).optional(),
  plan: z.uuid().optional(),
  item: z.uuid().optional(),
  /** Only what lies with this agency. */
  at: z.uuid().optional(),
})
export type WaitingFilter = z.infer<typeof WaitingFilter>

/** The filter in an address; what is not understood is left out. */
export function readWaitingFilter(search: Record<string, unknown>): WaitingFilter {
  const known = Object.entries(WaitingFilter.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name])
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return WaitingFilter.parse(Object.fromEntries(known))
}

export const waitingAddress = (filter: Record<string, string | number | boolean | undefined>): string =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()

/** Blockers in an answer, and things told of each unless one agency is asked for. */
export const BLOCKERS = 20
export const HOLDS = 3

export const WaitingQuery = WaitingFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).default(BLOCKERS),
  /** Blockers (things, where one agency is asked for) left out at the beginning. */
  after: z.coerce.number().int().min(0).default(0),
  /** Without the drawing, for a short list. */
  brief: z.stringbool().default(false),
})
export type WaitingQuery = z.infer<typeof WaitingQuery>

/** A node in words: what it is, whose, and of which plan. Kind and id say where to open it. */
export const Thing = z.object({
  key: z.string(),
  kind: z.enum(NODE_KINDS),
  id: z.uuid(),
  label: z.string(),
  agency: Named.nullable(),
  plan: Plan.nullable(),
  /** Whether it is the part of a coordinating agency; the last day of an assignment, of the answer to a difficulty. */
  isPart: z.boolean(),
  dueOn: Day.nullable(),
})
export type Thing = z.infer<typeof Thing>

export const Hold = z.object({
  thing: Thing,
  agency: Named.nullable(),
  /** "do": nothing but the work itself is missing. */
  reason: z.enum([...REASONS, 'do']),
  since: Day,
  days: Count,
  workingDays: Count,
  waiters: Waiters,
  /** From the one that waits furthest behind to the thing itself. */
  chain: z.array(Thing),
  /** Things of the chain left out at its beginning. */
  chainMore: Count,
})
export type Hold = z.infer<typeof Hold>

export const Blocker = z.object({
  /** null: nobody oversees the plan, or nobody was named to decide. */
  agency: Named.nullable(),
  plan: Plan.nullable(),
  waiters: Waiters,
  since: Day,
  days: Count,
  /** How many things lie there for which reason. */
  reasons: z.array(z.object({ reason: z.enum([...REASONS, 'do']), n: Count })),
  /** Things there whose own last day has gone by. */
  late: Count,
  holdCount: Count,
  holds: z.array(Hold),
})
export type Blocker = z.infer<typeof Blocker>

export const Circle = z.object({
  /** Each waits for the next, the last for the first, for the reason beside it. */
  way: z.array(z.object({ thing: Thing, reason: Reason })),
  wayMore: Count,
  memberCount: Count,
  since: Day,
  days: Count,
  waiters: Waiters,
})
export type Circle = z.infer<typeof Circle>

const Box = z.object({
  key: z.string(),
  kind: z.enum([...NODE_KINDS, 'group', 'rest']),
  label: z.string(),
  agency: Named.nullable(),
  thing: Thing.nullable(),
  n: Count,
  isRoot: z.boolean(),
  isInCircle: z.boolean(),
})
const Line = z.object({
  from: z.string(),
  to: z.string(),
  reasons: z.array(Reason),
  since: Day,
  days: Count,
  n: Count,
  isInCircle: z.boolean(),
})
export const Drawing = z.object({
  fold: z.enum(['things', 'groups', 'agencies']),
  boxes: z.array(Box),
  lines: z.array(Line),
})
export type Drawing = z.infer<typeof Drawing>
export type Box = z.infer<typeof Box>
export type Line = z.infer<typeof Line>

export const Waiting = z.object({
  today: Day,
  /** false: more facts than are ever read; what is told is true, and not all. */
  isWhole: z.boolean(),
  /** The agencies whose waiting is counted, null for all. */
  agency: Named.nullable(),
  plan: Plan.nullable(),
  item: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  at: Named.nullable(),
  waiting: Waiters,
  blockers: z.array(Blocker),
  blockerCount: Count,
  /** The things that most wait for, with whichever agency they lie. */
  things: z.array(Hold),
  circles: z.array(Circle),
  circleCount: Count,
  drawing: Drawing.nullable(),
})
export type Waiting = z.infer<typeof Waiting>

const Told = z.object({
  ...{ from: Thing, to: Thing, reason: Reason, since: Day, days: Count, workingDays: Count },
})

/** One assignment: what it waits for, with whom that ends, and who waits for it. */
export const AssignmentWaits = z.object({
  today: Day,
  isWhole: z.boolean(),
  /** Its own waits. */
  waits: z.array(Told),
  /** Everything behind those, nearest first. */
  behind: z.array(Told),
  /** With whom it ends: nodes that wait for nobody; a thing is named with whoever has it. */
  roots: z.array(Thing),
  /** The circle it is in or waits for, if any. */
  circle: z.array(Thing),
  /** Who waits for it directly. */
  waitedBy: z.array(z.object({ thing: Thing, reason: Reason, since: Day, days: Count })),
})
export type AssignmentWaits = z.infer<typeof AssignmentWaits>

/** What must be done before an item, and what cannot go on before it. */
export const Prerequisites = z.object({
  today: Day,
  itemVersion: Count,
  requires: z.array(
    z.object({
      item: Thing,
      state: z.enum(ITEM_STATES),
      reason: z.string(),
      by: z.string(),
      since: Day,
      days: Count,
    }),
  ),
  requiredBy: z.array(z.object({ item: Thing, since: Day })),
  /** The circle it is in by now, once round; empty when none. */
  circle: z.array(Thing),
  /** Why the reader may not enter or remove any; null when they may. */
  whyNot: z.string().nullable(),
})
export type Prerequisites = z.infer<typeof Prerequisites>

const reason = z
  .string()
  .normalize('NFC')
  .trim()
  .min(3, { error: () => words.waiting.reasonForm })
  .max(1000, { error: () => words.waiting.reasonForm })
export const PrerequisiteForm = z.object({ requiresItemId: z.uuid(), reason })
export type PrerequisiteForm = z.infer<typeof PrerequisiteForm>
export const PrerequisiteRemoval = z.object({ reason })

export const PrerequisiteChanged = z.object({
  itemVersion: Count,
  /** The circle that this closes, once round; empty when none. */
  circle: z.array(Thing),
})
export type PrerequisiteChanged = z.infer<typeof PrerequisiteChanged>

/** Items that can be named as what must be done first. */
export const RequirableItems = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      section: z.string(),
      plan: Plan,
      lead: z.string().nullable(),
    }),
  ),
})
export type RequirableItems = z.infer<typeof RequirableItems>

/** Who may say what must be done first: those who confirm the item's results, and the head of the one that leads it. */
const AT_OVERSEER: readonly Role[] = ['focal', 'head', 'admin']
const AT_LEAD: readonly Role[] = ['head']

/** Why somebody may not enter or remove what must be done before this item; null when they may. */
export function whyNotPrerequisite(
  capacities: readonly Capacity[],
  { overseerId, leadId }: { overseerId: string | null; leadId: string | null },
): string | null {
  const may = ({ role, agencyId, unitOf }: Capacity) =>
    (AT_OVERSEER.includes(role) && overseerId !== null && [agencyId, unitOf].includes(overseerId)) ||
    (AT_LEAD.includes(role) && leadId !== null && agencyId === leadId)
  return capacities.some(may) ? null : words.waiting.notYours
}
