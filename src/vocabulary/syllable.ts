// The syllables of Vietnamese: initials × rhymes × tones with the rules of writing them. A lower-case word in, whether
// it can be Vietnamese out; and every syllable there is, generated from the same tables.

/** Tones as combining marks in the order ngang, huyền, sắc, hỏi, ngã, nặng. */
export const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const
export type Tone = (typeof TONES)[number]
/** A rhyme that ends in c, ch, p or t bears sắc or nặng only. */
const STOPPED: readonly Tone[] = ['\u0301', '\u0323']

/** Longer ones first: "ngh" before "ng" before "n". */
const INITIALS = 'ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x'.split(' ')

/** Rhymes that follow any initial, or none. "y" and "yê" stand for "i" and "iê" where the rules below say so. */
const RHYMES = new Set(
  `a ai ao au ay am an ang anh ac ach ap at
ăm ăn ăng ăc ăp ăt âu ây âm ân âng âc âp ât
e eo em en eng ec ep et ê êu êm ên ênh êch êp êt
i ia iu im in inh ich ip it iêu iêm iên iêng iêc iêp iêt
o oi om on ong oc op ot oong ooc ô ôi ôm ôn ông ôc ôp ôt ôông ôôc
ơ ơi ơm ơn ơp ơt u ua ui um un ung uc up ut uôi uôm uôn uông uôc uôt
ư ưa ưi ưu ưm ưn ưng ưc ưt ươi ươu ươm ươn ương ươc ươp ươt
oa oai oao oay oam oan oang oanh oac oach oap oat oăm oăn oăng oăc oăp oăt oe oeo oen oem oet
uê uêch uên uênh uêt uơ uân uâng uât uây uy uya uyu uych uyn uynh uyt uyp uyên uyêt
y yêu yêm yên yêng yêt`.split(/\s+/u),
)
/** "qu" holds the glide: only these follow it. */
const AFTER_QU = new Set(
  `a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt âu ây âm ân âng âp ât
e eo em en eng ec ep et ê êu ên ênh êch êt i ia iu in inh ich it ô ôc ơ ơi ơn ơt y ynh ych yt yên yêt`.split(
    /\s+/u,
  ),
)
/** "kỹ", "lý", "mỹ" beside "kĩ", "lí", "mĩ": where both ways of writing are in use. */
const Y_ALONE = /^[hklmstv]?$/u

/** Before e, ê, i and y: k, gh, ngh; before the rest: c, g, ng. */
const SOFT = /^[eêiy]/u
function mayStand(initial: string, rhyme: string): boolean {
  switch (initial) {
    case 'k':
    case 'gh':
    case 'ngh':
      return SOFT.test(rhyme)
    case 'c':
    case 'ng':
      return !SOFT.test(rhyme)
    case 'g':
      // "gì", "gìn", "giết": the i of "gi" is the i of the rhyme.
      return !SOFT.test(rhyme) || /^i(?:n|ê.+)?$/u.test(rhyme)
    case 'gi':
      return !/^(?:[iy]|ê.)/u.test(rhyme)
    default:
      return true
  }
}

function isRhymeOf(initial: string, rhyme: string): boolean {
  if (initial === 'qu') return AFTER_QU.has(rhyme)
  if (!RHYMES.has(rhyme) || !mayStand(initial, rhyme)) return false
  if (rhyme === 'y') return Y_ALONE.test(initial)
  // "yêu" stands alone, "iêu" behind an initial.
  if (rhyme.startsWith('yê')) return initial === ''
  if (rhyme.startsWith('iê')) return initial !== ''
  return true
}

/** Where the tone mark stands in the rhyme: one place, or two where old and new writing differ ("hòa", "hoà"). */
function tonePlaces(rhyme: string): number[] {
  const marked = [...rhyme].findLastIndex((letter) => /[ăâêôơ]/u.test(letter))
  if (marked >= 0) return [marked]
  if (rhyme.includes('ư')) return [rhyme.indexOf('ư')]
  const vowels = /^[aeiouy]+/u.exec(rhyme)?.[0].length ?? 0
  // "oan", "oai", "uya": the second; "ai", "ia", "ua": the first.
  if (vowels === 3 || (vowels === 2 && rhyme.length > 2)) return [1]
  return /^(?:oa|oe|uy)$/u.test(rhyme) ? [0, 1] : [0]
}

export interface Syllable {
  initial: string
  rhyme: string
  tone: Tone
}

const isStopped = (rhyme: string): boolean => /(?:ch|[cpt])$/u.test(rhyme)

/** A syllable as written: two spellings where old and new tone placement differ, else one. */
export function spell({ initial, rhyme, tone }: Syllable): string[] {
  if (tone === '') return [initial + rhyme]
  // "qu" has its glide in the initial, so the tone is on what follows.
  const places = initial === 'qu' ? tonePlaces(rhyme).slice(-1) : tonePlaces(rhyme)
  return places.map((at) => (initial + rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1)).normalize('NFC'))
}

const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A lower-case NFC word as initial, rhyme and tone; null when no Vietnamese syllable is written so. */
export function splitSyllable(word: string): Syllable | null {
  if (word.length > 8) return null
  const open = word.normalize('NFD')
  const marks = open.match(TONE_MARK) ?? []
  if (marks.length > 1) return null
  const tone = (marks[0] ?? '') as Tone
  const bare = open.replace(TONE_MARK, '').normalize('NFC')
  for (const initial of [...INITIALS, '']) {
    if (!bare.startsWith(initial)) continue
    const rhyme = bare.slice(initial.length)
    if (!isRhymeOf(initial, rhyme) || (isStopped(rhyme) && !STOPPED.includes(tone))) continue
    const syllable = { initial, rhyme, tone }
    if (spell(syllable).includes(word)) return syllable
  }
  return null
}

export const isSyllable = (word: string): boolean => splitSyllable(word) !== null

/** Every syllable in every legal spelling, lower case. */
export function* allSyllables(): Generator<string> {
  for (const initial of ['', ...INITIALS])
    for (const rhyme of new Set([...RHYMES, ...AFTER_QU])) {
      if (!isRhymeOf(initial, rhyme)) continue
      for (const tone of isStopped(rhyme) ? STOPPED : TONES) yield* spell({ initial, rhyme, tone })
    }
}
