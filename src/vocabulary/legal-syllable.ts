// Which strings of letters can be a Vietnamese syllable: initials, rhymes and the tones a rhyme may bear.

const INITIALS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '))
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn
  uông uôt uơ uy uya uych uyn uynh uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y ych yn ynh yt yêm yên yêng yêt yêu`.split(/\s+/u),
)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const ACUTE = '\u0301'
const DOT_BELOW = '\u0323'

/** "huyện", "Thuỷ", "nghị" → true; "viêc", "họach", "été" → false. Any case, any composition, one word. */
export function isSyllable(word: string): boolean {
  if (word.length > 14) return false
  const spread = word.toLowerCase().normalize('NFD')
  const tones = spread.match(TONES) ?? []
  if (tones.length > 1) return false
  const tone = tones[0]
  const bare = spread.replace(TONES, '').normalize('NFC')
  if (/(?:ch|[cpt])$/u.test(bare) && tone !== ACUTE && tone !== DOT_BELOW) return false
  for (let cut = 0; cut <= 3 && cut < bare.length; cut++) {
    const initial = bare.slice(0, cut)
    const rhyme = bare.slice(cut)
    if (!INITIALS.has(initial) || !RHYMES.has(rhyme)) continue
    const front = /^[eêiy]/u.test(rhyme)
    if (/^(?:c|ng)$/u.test(initial) && front) continue
    if (initial === 'g' && /^[eê]/u.test(rhyme)) continue
    if (/^(?:k|gh|ngh)$/u.test(initial) && !front) continue
    return true
  }
  return false
}
