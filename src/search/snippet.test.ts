import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { snippetOf } from './snippet.ts'

const shown = (text: string, words: string[], letters?: number) =>
  snippetOf(text, words, letters)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')

test.each([
  ['the phrase', 'Phát triển hợp tác xã kiểu mới', ['hop', 'tac', 'xa'], 'Phát triển [hợp tác xã] kiểu mới'],
  ['only the phrase, where it stands', 'xã có hợp tác xã', ['hop', 'tac', 'xa'], 'xã có [hợp tác xã]'],
  ['the words, where it does not', 'xã hợp nhất', ['hop', 'xa'], '[xã hợp] nhất'],
  ['a number', 'Kế hoạch số 147 /KH-UBND', ['147', 'kh', 'ubnd'], 'Kế hoạch số [147 /KH-UBND]'],
  ['leading zeros', 'ngày 05/6/2025', ['5', '6'], 'ngày [05/6]/2025'],
  ['a word begun', 'Sở Tài chính', ['so', 'tai', 'ch'], '[Sở Tài chính]'],
  ['nothing', 'Sở Tài chính', ['xe'], 'Sở Tài chính'],
])('%s', (_, text, words, marked) => {
  expect(shown(text, words)).toBe(marked)
})

test('a long text is cut at blanks around what was found', () => {
  const text = `${'trước '.repeat(60)}đích ${'sau '.repeat(60)}`
  const cut = shown(text, ['dich'], 100)
  expect(cut).toMatch(/^… (trước )+\[đích\]( sau)+ …$/u)
  expect(cut.length).toBeLessThan(120)
})

test('whatever the text: its letters, in order, and never an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 60 }),
      (text, words, letters) => {
        const pieces = snippetOf(text, words, letters)
        const said = pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/^… /u, '')
          .replace(/ …$/u, '')
        expect(text).toContain(said)
      },
    ),
    { numRuns: runs(200) },
  )
})
