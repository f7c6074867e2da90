// What was found -> the order in which it is shown: why it was found before how new it is.

/** A line or an item, with the plan it stands in. */
export interface Found {
  id: string
  planId: string
  /** Its place in the plan. */
  n: number
  tier: number
  /** Of what is only near: how near, 1 being the same. */
  likeness: number
}

/** plan -> its day, in a form whose order is that of time; plans that are not in it are not this reader's to see. */
export type Days = ReadonlyMap<string, string>

/** The newest first; plans of one moment stay apart. */
const newer = (days: Days, a: string, b: string): number => {
  const [keyA, keyB] = [`${days.get(a)} ${a}`, `${days.get(b)} ${b}`]
  return keyA < keyB ? 1 : keyA > keyB ? -1 : 0
}

/** What was found in two ways counts once, for the better. */
export function rankItems(found: readonly Found[], days: Days): Found[] {
  const best = new Map<string, Found>()
  for (const one of found) {
    const other = best.get(one.id)
    if (days.has(one.planId) && (!other || one.tier < other.tier)) best.set(one.id, one)
  }
  return [...best.values()].sort(
    (a, b) => a.tier - b.tier || b.likeness - a.likeness || newer(days, a.planId, b.planId) || a.n - b.n,
  )
}

export interface FoundPlan {
  id: string
  tier: number
  likeness: number
  /** In its number, title or issuer, not only in its text. */
  isHead: boolean
  lines: Found[]
}

/** Plans by the best that was found of each; at the same rank its head counts for more than its text. */
export function rankPlans(
  heads: readonly { id: string; tier: number; likeness: number }[],
  lines: readonly Found[],
  days: Days,
): FoundPlan[] {
  const plans = new Map<string, FoundPlan>()
  for (const { id, tier, likeness } of heads)
    if (days.has(id)) plans.set(id, { id, tier, likeness, isHead: true, lines: [] })
  for (const line of rankItems(lines, days)) {
    const plan = plans.get(line.planId)
    if (!plan) {
      const { planId: id, tier, likeness } = line
      plans.set(id, { id, tier, likeness, isHead: false, lines: [line] })
      continue
    }
    plan.lines.push(line)
    if (line.tier < plan.tier) Object.assign(plan, { tier: line.tier, isHead: false })
    plan.likeness = Math.max(plan.likeness, line.likeness)
  }
  return [...plans.values()].sort(
    (a, b) =>
      a.tier - b.tier ||
      Number(b.isHead) - Number(a.isHead) ||
      b.likeness - a.likeness ||
      newer(days, a.id, b.id),
  )
}
