// The reorganisation of 2025 as proposals: an agency that no longer exists -> the ones that may have its work.
// Only ever proposed to a person, never applied: splits and provincial exceptions are the rule.
import type { Group } from './agency-kind.ts'
import rows from './succession.json' with { type: 'json' }

export interface Succession {
  old: string
  aliases: string[]
  successors: string[]
  /** The common day; each province has its own resolution. */
  effective: string | null
  sure: boolean
}

export const SUCCESSIONS: readonly Succession[] = rows

/** Collective names of the abolished district tier -> the group that took most of its work (01/7/2025). */
export const SUCCEEDED_GROUPS: readonly [RegExp, Group][] = [
  [/(ubnd|ủy ban nhân dân|uỷ ban nhân dân) (các |cấp )?(huyện|quận|thị xã|thành phố thuộc)/iu, 'communes'],
]
