// One rating opened up: every unit it was found from, what each fault cost, and, of a locked period, what the facts say
// since. Pure.
import type { Snapshot } from './queries.ts'
import { type About, aboutId } from './rate.ts'
import type { Explained } from './rating.ts'

/** One fault of one thing, as a key. */
export const keyOf = (one: About & { fault: string | null }): string => `${aboutId(one)} ${one.fault}`

/** Points lost by the key of the fault; a fault may cost nothing and still be there. */
function costsOf({ result, units }: Snapshot): Map<string, number> {
  const costs = new Map<string, number>()
  for (const { deductions } of result.criteria)
    for (const { unit, points } of deductions) {
      const of = units[unit]
      if (of) costs.set(keyOf(of), (costs.get(keyOf(of)) ?? 0) + points)
    }
  return costs
}

/** null: nothing differs. */
export function differencesOf(stored: Snapshot, now: Snapshot | undefined): Explained['now'] {
  const before = costsOf(stored)
  const after = now ? costsOf(now) : new Map<string, number>()
  const units = new Map([...stored.units, ...(now?.units ?? [])].map((unit) => [keyOf(unit), unit]))
  const differences = [...units].flatMap(([key, { assignmentId, reportId = null, fault }]) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    return was === is ? [] : [{ assignmentId, reportId, fault, before: was, after: is }]
  })
  const score = now?.result.score ?? null
  return score === stored.result.score && differences.length === 0 ? null : { score, differences }
}

/** The words of the duty, or the title of the round that the report answers. */
export const wordsOf = (
  { duties, reports }: Explained,
  { assignmentId, reportId }: About,
): string | undefined =>
  reportId
    ? reports.find(({ id }) => id === reportId)?.title
    : duties.find(({ id }) => id === assignmentId)?.quote
