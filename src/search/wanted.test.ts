import { describe, expect, test } from 'vitest'
import { isOneSlip, lexemesOf, nearWords, stringsOf, wantedOf } from './wanted.ts'

const wanted = (plain: string, marked = plain) => {
  const found = wantedOf({ plain, marked })
  if (!found) throw new Error('nothing wanted')
  return found
}

describe('what is asked', () => {
  test('nothing, when there is no word', () => {
    expect(wantedOf({ plain: '  ', marked: '  ' })).toBeNull()
  })

  test('both placements of the tone', () => {
    expect(wanted(' hoa binh ', ' hoà bình ').marked).toEqual([
      ['hòa', 'bình'],
      ['hoà', 'bình'],
    ])
    expect(wanted(' hop tac ', ' hợp tác ')).toMatchObject({ marked: [['hợp', 'tác']], hasMarks: true })
    expect(wanted(' 147 kh ').hasMarks).toBe(false)
  })

  test('no more than twenty words of a pasted page', () => {
    expect(wanted(Array.from({ length: 500 }, (_, n) => `w${n}`).join(' ')).words).toHaveLength(20)
  })

  test('the phrase by its pairs, the words, the words with marks; all of this province alone', () => {
    const lexemes = lexemesOf(7, wanted(' hop tac xa ', ' hợp tác xã '))
    expect(lexemes.phrase).toBe("'7.hop_tac' & '7.tac_xa'")
    expect(lexemes.words).toBe("'7.hop' & '7.tac' & '7.xa'")
    expect(lexemes.exact).toBe("(('7.hợp' & '7.tác' & '7.xã')) & '7.hop_tac' & '7.tac_xa'")
    expect(lexemesOf(7, wanted(' xa ')).phrase).toBe("'7.xa'")
  })

  test('near: one word less of three, one slip of the keyboard of fewer', () => {
    expect(lexemesOf(1, wanted(' a b c d ')).near()).toEqual([
      "('1.b_c' & '1.c_d') | ('1.a' & '1.c_d') | ('1.a_b' & '1.d') | ('1.a_b' & '1.b_c')",
      "('1.b' & '1.c' & '1.d') | ('1.a' & '1.c' & '1.d') | ('1.a' & '1.b' & '1.d') | ('1.a' & '1.b' & '1.c')",
    ])
    expect(lexemesOf(1, wanted(' ke haoch ')).near()[0]).toContain("('1.ke_hoach')")
    expect(lexemesOf(1, wanted(' xqzw ')).near()).toEqual([''])
  })

  test('strings keep whole words, the last one may be unfinished where texts are short', () => {
    expect(stringsOf(wanted(' so tai '))).toMatchObject({
      words: [' so ', ' tai '],
      begun: [' so ', ' tai'],
    })
  })
})

test.each([
  ['hoach', 'haoch', true],
  ['hoach', 'hoac', true],
  ['hoac', 'hoach', true],
  ['hoach', 'hiach', true],
  ['hoach', 'hoach', false],
  ['hoach', 'haohc', false],
  ['a', '', true],
  ['ab', 'ba', true],
  ['tai', 'thai', true],
  ['tai', 'thoi', false],
])('%s and %s are one slip apart: %s', (a, b, is) => {
  expect(isOneSlip(a, b)).toBe(is)
})

test('near words are syllables without marks', () => {
  expect(nearWords('haoch')).toContain('hoach')
  expect(nearWords('hop')).not.toContain('hop')
})
