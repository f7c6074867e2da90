// The reorganisation of 2025 as proposals: an agency that no longer exists -> the ones that may have its work.
// Only ever proposed to a person, never applied: splits and provincial exceptions are the rule.
import type { Group } from './agency-kind.ts'
import rows from './succession.json' with { type: 'json' }

/**
 * merged, renamed: one agency has it all · split: several, each a part · regional: a body of several provinces ·
 * varies: differs from province to province.
 */
export type Relation = 'merged' | 'renamed' | 'split' | 'regional' | 'varies'

export interface SuccessorFact {
  name: string
  /** The part it took; left out: the main body, or all. */
  takes?: string
  /** From memory only. */
  sure?: false
  /** It followed on the successor before it in the list, from this day on. */
  from?: string
}

export interface Succession {
  old: string
  aliases: string[]
  level: 'province' | 'district' | 'central'
  relation: Relation
  successors: SuccessorFact[]
  /** The common day; each province has its own resolution. */
  effective: string | null
  sure: boolean
  /** From this day on there is a body of the old name again. */
  restored?: string
  /** The only province of which it is known. */
  only?: string
  basis?: string
}

export const SUCCESSIONS = rows as readonly Succession[]

/** NQ 203/2025/QH15: no district tier from this day on. */
export const DISTRICT_TIER_ENDED = '2025-07-01'
export const DISTRICT_BASIS = 'Nghị quyết số 203/2025/QH15'
/** NQ 202/2025/QH15: the merged provinces work from this day on. */
export const PROVINCES_MERGED = '2025-07-01'
export const PROVINCE_BASIS = 'Nghị quyết số 202/2025/QH15'

/** Collective names of the abolished district tier -> the group that took most of its work (01/7/2025). */
export const SUCCEEDED_GROUPS: readonly [RegExp, Group][] = [
  [/(ubnd|ủy ban nhân dân|uỷ ban nhân dân) (các |cấp )?(huyện|quận|thị xã|thành phố thuộc)/iu, 'communes'],
]
