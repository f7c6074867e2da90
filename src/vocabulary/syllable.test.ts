import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FREE_WORDS, PHRASES } from './phrase.ts'
import { allSyllables, isSyllable, spell, splitSyllable } from './syllable.ts'

const ALL = [...allSyllables()]

const RIGHT =
  `ngành nghề nghiêng ghi ghế gì gìn giếng giết gia giữ quốc quyền quý quá quẩy quỳnh quít khuỷu khuya thuở thuế
ngoằn ngoèo ngoẻo hòa hoà hoàn tòa toà thủy thuỷ úy uý kỹ kĩ lý lí mỹ mĩ yêu yến ý i ê ơ ướt ươm rượu hươu uống ruột
xoong moóc boóc tuýp suýt huých huỳnh nguyệt tuyết khoắng loắt choắt xoáy quay quào phuy đẩy ưỡn ưng ực êm ếch ích
iu ỉu ỉa oái oăm uyên uỵch uể oải ủy quạnh quách kẻ kênh cỡ cờ củng cũng rặng trễ phẳng xốp gạch`.split(
    /\s+/u,
  )
const WRONG =
  `nghành nghề1 gnành kế- cê ngiêm ghà gế đươc viêc họach tòan hòan gìa qúy qủa kòn thưc hiêp tuyêt nhât cac đat
thựcc pháttriển hưóng nguòi tưong việtt`.split(/\s+/u)

test.each(RIGHT)('%s is a syllable', (word) => {
  expect(isSyllable(word)).toBe(true)
})

test.each(WRONG)('%s is none', (word) => {
  expect(isSyllable(word)).toBe(false)
})

test('every word of the vocabulary is made of syllables', () => {
  const words = [...FREE_WORDS, ...[...PHRASES].flatMap((phrase) => phrase.split(' '))]
  expect(words.filter((word) => !isSyllable(word))).toEqual([])
  expect([...PHRASES].filter((phrase) => phrase.split(' ').length !== 2)).toEqual([])
})

test('there are some eighteen thousand, each once', () => {
  expect(new Set(ALL).size).toBe(ALL.length)
  expect(ALL.length).toBeGreaterThan(17_000)
  expect(ALL.length).toBeLessThan(19_000)
})

test('each splits into what it was made of', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), (word) => {
      const parts = splitSyllable(word)
      expect(parts && spell(parts)).toContain(word)
    }),
  )
})

test('a letter more or another order never throws', () => {
  fc.assert(fc.property(fc.string(), (word) => void splitSyllable(word)))
})
