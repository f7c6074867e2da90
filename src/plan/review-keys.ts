// The keyboard of the review screen: one table, read by the handler and shown by the help.
import * as words from '../vocabulary/words.ts'

export type ReviewAction =
  | 'next'
  | 'previous'
  | 'nextUndecided'
  | 'previousUndecided'
  | 'widen'
  | 'widest'
  | 'narrow'
  | 'assign'
  | 'each'
  | 'orientation'
  | 'merge'
  | 'choose'
  | 'lead'
  | 'names'
  | 'edit'
  | 'split'
  | 'add'
  | 'delete'
  | 'undo'
  | 'head'
  | 'publish'
  | 'help'
  | 'nextUnsure'
  | 'previousUnsure'
  | 'every'
  | 'event'
  | 'completion'
  | 'people'

export type KeyGroup = 'move' | 'decide' | 'follow' | 'change' | 'finish'

/** `keys` as KeyboardEvent.key names them; `shown` where a person reads them better in another form. */
export interface ReviewKey {
  action: ReviewAction
  group: KeyGroup
  keys: readonly string[]
  shown?: string
}

export const REVIEW_KEYS: readonly ReviewKey[] = [
  { action: 'next', group: 'move', keys: ['j', 'ArrowDown'], shown: words.planPages.eitherKey('j', '↓') },
  { action: 'previous', group: 'move', keys: ['k', 'ArrowUp'], shown: words.planPages.eitherKey('k', '↑') },
  { action: 'nextUndecided', group: 'move', keys: ['n'] },
  { action: 'previousUndecided', group: 'move', keys: ['N'], shown: 'Shift + n' },
  { action: 'nextUnsure', group: 'move', keys: ['c'] },
  { action: 'previousUnsure', group: 'move', keys: ['C'], shown: 'Shift + c' },
  { action: 'widen', group: 'decide', keys: ['s'] },
  { action: 'widest', group: 'decide', keys: ['S'], shown: 'Shift + s' },
  { action: 'narrow', group: 'decide', keys: ['Escape'], shown: 'Esc' },
  { action: 'assign', group: 'decide', keys: ['g'] },
  { action: 'each', group: 'decide', keys: ['t'] },
  { action: 'orientation', group: 'decide', keys: ['d'] },
  { action: 'merge', group: 'decide', keys: ['m'] },
  {
    action: 'choose',
    group: 'decide',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 … 9',
  },
  { action: 'lead', group: 'decide', keys: ['l'] },
  { action: 'names', group: 'decide', keys: ['A'], shown: 'Shift + a' },
  { action: 'every', group: 'follow', keys: ['r'] },
  { action: 'event', group: 'follow', keys: ['b'] },
  { action: 'completion', group: 'follow', keys: ['i'] },
  { action: 'people', group: 'follow', keys: ['w'] },
  { action: 'edit', group: 'change', keys: ['e'] },
  { action: 'split', group: 'change', keys: ['x'] },
  { action: 'add', group: 'change', keys: ['a'] },
  { action: 'delete', group: 'change', keys: ['Delete'] },
  { action: 'undo', group: 'change', keys: ['u'] },
  { action: 'head', group: 'change', keys: ['h'] },
  { action: 'publish', group: 'finish', keys: ['p'] },
  { action: 'help', group: 'finish', keys: ['?'] },
]

const BY_KEY = new Map(REVIEW_KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)))

/** The key a person reads on a button. */
export const shownKey = (action: ReviewAction): string => {
  const entry = REVIEW_KEYS.find((key) => key.action === action)
  return entry?.shown ?? entry?.keys[0] ?? ''
}

/** The same for programs that read the screen: "Shift+A". */
export const ariaKeys = (action: ReviewAction): string =>
  (REVIEW_KEYS.find((key) => key.action === action)?.keys ?? [])
    .map((key) => (/^[A-Z]$/.test(key) ? `Shift+${key}` : key))
    .join(' ')

export interface Stroke {
  key: string
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

// Telex: which letter key was struck last to put this mark on a vowel. Tones stand first: "ấ" ends in "s".
const TONES: readonly [string, string][] = [
  ['\u0301', 's'],
  ['\u0300', 'f'],
  ['\u0309', 'r'],
  ['\u0303', 'x'],
  ['\u0323', 'j'],
  ['\u031b', 'w'],
  ['\u0306', 'w'],
]

/**
 * The letter that was struck. A Vietnamese keyboard program works outside text fields too: "d" struck twice
 * arrives as "đ", "u" then "s" as "ú"; a running input method hides the letter and leaves only its place.
 */
export function struckKey({ key, code, shiftKey }: Stroke): string {
  let letter = key
  if (key === 'Process' || key === 'Unidentified') letter = code.replace(/^(Key|Digit)/, '')
  const first = [...letter.normalize('NFC')]
  if (first.length !== 1) return letter
  const parts = letter.normalize('NFD').toLowerCase()
  const tone = TONES.find(([mark]) => parts.includes(mark))?.[1]
  const plain = tone ?? (parts.startsWith('đ') ? 'd' : (parts[0] ?? ''))
  // Caps Lock must not turn "n" into "N": only Shift does.
  return shiftKey ? plain.toUpperCase() : plain
}

/** What a key stroke asks for, with the number of a choice; null when it asks for nothing of ours. */
export function readStroke(stroke: Stroke): { action: ReviewAction; choice: number } | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null
  const key = struckKey(stroke)
  const action = BY_KEY.get(key)
  return action ? { action, choice: action === 'choose' ? Number(key) : 0 } : null
}
