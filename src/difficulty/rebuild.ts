// What a difficulty caches derived again from its steps and compared, for `chutri rebuild`.
import type { Database } from '../store/database.ts'
import { type Folded, foldSteps, type PastStep } from './difficulty.ts'

export interface RebuiltDifficulties {
  /** Steps folded. */
  facts: number
  /** One line for each difficulty that was not in line: as cached, as derived. */
  differences: string[]
  /** Of these, stories whose steps cannot follow each other: a person has to look. */
  broken: number
}

/** Beside a running server: looks at one moment of the data; to mend it holds writers of difficulties back. */
export const rebuildDifficulties = (
  sql: Database,
  tenantId: number,
  { isMending }: { isMending: boolean },
): Promise<RebuiltDifficulties> =>
  sql.begin(isMending ? 'read write' : 'isolation level repeatable read read only', async (tx) => {
    if (isMending) await tx`lock table difficulty in share row exclusive mode`
    const rows = await tx<(Folded & { id: string })[]>`
      select id, status, type, joined_into as "joinedInto", addressee_id as "addresseeId", due_on as "dueOn",
             next_id as "nextId", next_days as "nextDays", with_leaders as "withLeaders", waiting_since as "waitingSince"
      from difficulty where tenant_id = ${tenantId} order by id`
    const steps = await tx<(PastStep & { difficultyId: string })[]>`
      select difficulty_id as "difficultyId", kind, on_day as "onDay", type, target_id as "targetId",
             addressee_id as "addresseeId", due_on as "dueOn", next_id as "nextId", next_days as "nextDays"
      from difficulty_step where tenant_id = ${tenantId} order by difficulty_id, seq`
    const past = Map.groupBy(steps, ({ difficultyId }) => difficultyId)
    const found: RebuiltDifficulties = { facts: steps.length, differences: [], broken: 0 }
    for (const { id, ...cached } of rows) {
      const derived = derive(past.get(id) ?? [])
      const line = derived === null ? 'steps do not follow' : differenceOf(cached, derived)
      if (line === null) continue
      found.differences.push(`difficulty ${id}: ${line}`)
      if (derived === null) found.broken += 1
      else if (isMending)
        await tx`
          update difficulty set status = ${derived.status}, type = ${derived.type}, joined_into = ${derived.joinedInto},
            addressee_id = ${derived.addresseeId}, due_on = ${derived.dueOn}, next_id = ${derived.nextId},
            next_days = ${derived.nextDays}, with_leaders = ${derived.withLeaders}, waiting_since = ${derived.waitingSince}
          where tenant_id = ${tenantId} and id = ${id}`
    }
    return found
  })

function derive(steps: readonly PastStep[]): Folded | null {
  try {
    return foldSteps(steps)
  } catch {
    return null
  }
}

function differenceOf(cached: Folded, derived: Folded): string | null {
  const parts = (Object.keys(derived) as (keyof Folded)[])
    .filter((name) => cached[name] !== derived[name])
    .map((name) => `${name} ${cached[name]} -> ${derived[name]}`)
  return parts.length === 0 ? null : parts.join(', ')
}
