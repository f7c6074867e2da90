// What kind of difficulty keeps work back; the labels stand in words.difficulty.types.
export const DIFFICULTY_TYPES = [
  'policy',
  'funding',
  'staffing',
  'land',
  'records',
  'coordination',
  'other',
] as const
export type DifficultyType = (typeof DIFFICULTY_TYPES)[number]
