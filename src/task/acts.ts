// What decisions write about work: a reorganisation passes it on, an event or a correction sets a day, a person leaves,
// a tracking sheet says where it stands. Each names the work; what does not fit its state is passed over.
import { randomUUID } from 'node:crypto'
import type { Actor, Capacity } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import type { CountChanges } from './counts.ts'
import { dayAfter, type Fact, foldWith, type Now, type Opened, open, pastOf, write } from './record.ts'
import { isOpen, type Status } from './task.ts'

/** Which work one act is about, and why. */
interface Act {
  ids: readonly string[]
  text: string
  batchId: string
}

/** What it writes on one of them; null where it does not apply. */
type WriteOn = (opened: Opened) => (Pick<Fact, 'kind' | 'onDay'> & Partial<Fact>) | null

/** Returns how many it was written on. `changes`: see `counted`. */
async function writeAct(
  tx: Sql,
  actor: Actor,
  { ids, text, batchId }: Act,
  now: Now,
  changes: CountChanges | undefined,
  on: WriteOn,
): Promise<number> {
  const facts = [...(await open(tx, actor.tenantId, ids)).values()].flatMap((opened): Fact[] => {
    const fact = on(opened)
    return fact ? [{ opened, text, batchId, capacity: null, ...fact }] : []
  })
  return (await write(tx, actor, facts, now, changes)).length
}

/** A fact never stands before the day on which the work was given. */
const notBefore = ({ row }: Opened, onDay: string): string => (onDay < row.givenOn ? row.givenOn : onDay)

/** Passes open assignments to another agency from a day on, by one decision; what is done or closed stays. */
export const transferWork = (
  tx: Sql,
  actor: Actor,
  { to, onDay, ...act }: Act & { to: string; onDay: string },
  now: Now,
  changes?: CountChanges,
): Promise<number> =>
  writeAct(tx, actor, act, now, changes, (opened) =>
    isOpen(opened.folded.status) && opened.row.agencyId !== to
      ? { kind: 'transfer', onDay: notBefore(opened, onDay), toAgencyId: to }
      : null,
  )

/** Lays open work on another person of its agency, by one decision: whoever answered for it leaves. */
export const reassignWork = (
  tx: Sql,
  actor: Actor,
  {
    to,
    capacity,
    ...act
  }: Act & {
    /** `unitId` is the internal unit the person belongs to; with none, the work stays with the unit it has. */
    to: { accountId: string; unitId: string | null }
    capacity: Capacity | null
  },
  now: Now,
  changes?: CountChanges,
): Promise<number> =>
  writeAct(tx, actor, act, now, changes, ({ past, folded }) =>
    isOpen(folded.status)
      ? {
          ...{ kind: 'assign', capacity, toAccountId: to.accountId, toAgencyId: to.unitId ?? folded.unitId },
          onDay: dayAfter(past, now.today),
        }
      : null,
  )

/** Closes open assignments from a day on, by a decision that gives the work to others instead. */
export const closeWork = (
  tx: Sql,
  actor: Actor,
  { onDay, ...act }: Act & { onDay: string },
  now: Now,
  changes?: CountChanges,
): Promise<number> =>
  writeAct(tx, actor, act, now, changes, (opened) =>
    isOpen(opened.folded.status) ? { kind: 'close', onDay: notBefore(opened, onDay) } : null,
  )

/** Opens closed assignments again, by a decision that asks for the work after all. */
export const reopenWork = (
  tx: Sql,
  actor: Actor,
  act: Act,
  now: Now,
  changes?: CountChanges,
): Promise<number> =>
  writeAct(tx, actor, act, now, changes, ({ past, folded }) =>
    folded.status === 'closed' ? { kind: 'reopen', onDay: dayAfter(past, now.today) } : null,
  )

/**
 * Gives open assignments another day: an event was recorded, or a deadline had been misread. The correction of a
 * misreading (`ended`) puts done ones right as well.
 */
export function scheduleWork(
  tx: Sql,
  actor: Actor,
  { dueOn, ended = false, ...act }: Act & { dueOn: string | null; ended?: boolean },
  now: Now,
  changes?: CountChanges,
): Promise<number> {
  const mayMove = (status: Status) => isOpen(status) || (ended && status === 'done')
  return writeAct(tx, actor, act, now, changes, ({ row, past, folded }) =>
    mayMove(folded.status) && row.dueOn !== dueOn
      ? { kind: 'schedule', dueOn, onDay: dayAfter(past, now.today) }
      : null,
  )
}

/** One step of work that was tracked elsewhere before: `onDay` is the day it counts from. */
export interface PastFact {
  kind: 'receive' | 'report' | 'report-outside' | 'approve' | 'confirm' | 'suspend' | 'close'
  text: string
  percent: number | null
  happenedOn: string | null
}

/**
 * Writes the state in which work comes from elsewhere, as steps of whoever imports it; what stands in the table of
 * steps still holds (a fold that does not fit throws). Assignments by id, each with its steps in order.
 */
export async function importSteps(
  tx: Sql,
  actor: Actor,
  states: ReadonlyMap<string, readonly PastFact[]>,
  now: Now,
  changes?: CountChanges,
): Promise<void> {
  const batchId = randomUUID()
  const opened = await open(tx, actor.tenantId, [...states.keys()])
  const facts = [...opened.values()].flatMap((one) => {
    let last = one
    return (states.get(one.row.id) ?? []).map((step): Fact => {
      const onDay = dayAfter(last.past, now.today)
      const fact: Fact = { ...step, opened: last, onDay, capacity: null, batchId }
      // Each follows on what the one before left, all in one writing.
      last = { row: one.row, past: [...last.past, pastOf(fact, actor)], folded: foldWith(fact, actor) }
      return fact
    })
  })
  await write(tx, actor, facts, now, changes)
}
