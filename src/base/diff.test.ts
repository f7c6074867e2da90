import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffPiece, diffWords } from './diff.ts'

const shown = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `{+${text}+}` })[kind]).join('')

test.each([
  ['trước ngày 30/6/2026', 'trước ngày 30/9/2026', 'trước ngày [-30/6/2026-]{+30/9/2026+}'],
  ['Sở Nội vụ chủ trì', 'Sở Công Thương chủ trì', 'Sở [-Nội vụ -]{+Công Thương +}chủ trì'],
  ['', 'Sở Y tế', '{+Sở Y tế+}'],
  ['Sở Y tế', '', '[-Sở Y tế-]'],
  ['như cũ', 'như cũ', 'như cũ'],
])('%s -> %s', (before, after, diff) => {
  expect(shown(diffWords(before, after))).toBe(diff)
})

test('both texts can be read out of the difference', () => {
  const text = fc
    .array(fc.constantFrom('Sở', 'Nội', 'vụ', 'chủ', 'trì', 'xã'), { maxLength: 30 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after)
      const read = (left: DiffPiece['kind']) =>
        pieces
          .filter(({ kind }) => kind !== left)
          .map((piece) => piece.text.trim())
          .filter(Boolean)
          .join(' ')
      expect(read('out')).toBe(after)
      expect(read('in')).toBe(before)
    }),
  )
})

test('two long texts without a word in common are told apart in no time', () => {
  const long = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`).join(' ')
  const began = performance.now()
  expect(diffWords(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['out', 'in'])
  expect(performance.now() - began).toBeLessThan(1000)
})
