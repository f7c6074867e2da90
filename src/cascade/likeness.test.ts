import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, sharedWords, weightsOf, wordsOf } from './likeness.ts'

const TEXTS = [
  'Tổ chức tập huấn kỹ năng quản trị cho cán bộ hợp tác xã nông nghiệp',
  'Tập huấn kỹ năng quản trị cho giám đốc hợp tác xã trên địa bàn',
  'Rà soát quỹ đất để hợp tác xã thuê làm kho bảo quản nông sản',
  'Xây dựng chuyên mục phát thanh về kinh tế tập thể',
].map(wordsOf)
const weightOf = weightsOf(TEXTS)
const [training, same, land, radio] = TEXTS as [
  (typeof TEXTS)[number],
  (typeof TEXTS)[number],
  (typeof TEXTS)[number],
  (typeof TEXTS)[number],
]

test('who says the same is liker than who only speaks of the same people', () => {
  expect(likeness(training, same, weightOf)).toBeGreaterThan(0.4)
  expect(likeness(training, land, weightOf)).toBeLessThan(0.2)
  expect(likeness(training, radio, weightOf)).toBe(0)
})

test('the shared words are shown as printed, joined where they stand together', () => {
  expect(sharedWords(training, same)).toEqual(['tập huấn kỹ năng quản trị', 'hợp tác xã'])
  expect(sharedWords(same, training)).toEqual(['Tập huấn kỹ năng quản trị', 'hợp tác xã'])
})

test('tones are told apart, their places are not', () => {
  expect([...wordsOf('hòa giải').pairs.keys()]).toEqual([...wordsOf('hoà giải').pairs.keys()])
  expect([...wordsOf('kinh tế').pairs.keys()]).not.toEqual([...wordsOf('kinh tê').pairs.keys()])
})

const VOCABULARY = [
  'kinh',
  'tế',
  'tập',
  'thể',
  'hợp',
  'tác',
  'xã',
  'của',
  'các',
  'đào',
  'tạo',
  'nông',
  'sản',
  ',',
  '.',
]
const Text = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 30 }).map((all) => all.join(' '))

test('always between 0 and 1, the same both ways, and every word shown stands in both', () => {
  fc.assert(
    fc.property(Text, Text, fc.array(Text, { maxLength: 4 }), (one, other, more) => {
      const [a, b] = [wordsOf(one), wordsOf(other)]
      const weight = weightsOf([a, b, ...more.map(wordsOf)])
      const score = likeness(a, b, weight)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(likeness(b, a, weight)).toBeCloseTo(score)
      for (const words of sharedWords(a, b)) expect(a.text).toContain(words)
      expect(sharedWords(a, b).length === 0).toBe(sharedWords(b, a).length === 0)
    }),
  )
})

test('a text is like itself as soon as it has three words of its own', () => {
  const a = wordsOf('Đào tạo nghề cho lao động nông thôn')
  expect(likeness(a, a, weightsOf([a, ...TEXTS]))).toBe(1)
})
