import { describe, expect, test } from 'vitest'
import { citationsIn, isIn, means } from './citation.ts'

describe('citations', () => {
  test.each([
    ['Tập huấn cán bộ (mục III.2 Kế hoạch số 147/KH-UBND)', 'III.2', '147/KH-UBND', 'KH'],
    ['theo mục III.2 Kế hoạch 147', 'III.2', '147', 'KH'],
    ['điểm a khoản 2 mục III Chương trình hành động số 27-CTr/TU', 'III.2.a', '27-CTr/TU', 'CTr'],
    ['khoản 2, mục III của Kế hoạch số 147 /KH-UBND', 'III.2', '147/KH-UBND', 'KH'],
    ['Mục 3, Phần II Chương trình số 05/CTr-UBND', 'II.3', '05/CTr-UBND', 'CTr'],
    ['Kế hoạch số 147/KH-UBND, mục III.2.a', 'III.2.a', '147/KH-UBND', 'KH'],
    ['mục II.2 Phụ lục kèm theo Chương trình số 167/CTr-UBND', 'PL.II.2', '167/CTr-UBND', 'CTr'],
    ['mục 3 Phụ lục II ban hành kèm theo Kế hoạch số 147/KH-UBND', 'PLII.3', '147/KH-UBND', 'KH'],
    ['theo Phụ lục kèm theo Kế hoạch số 147/KH-UBND', 'PL', '147/KH-UBND', 'KH'],
    ['Kế hoạch số 147/KH-UBND (mục II.1)', 'II.1', '147/KH-UBND', 'KH'],
  ])('%s', (text, section, number, type) => {
    expect(citationsIn(text)).toMatchObject([{ section, number, type }])
  })
  test.each(['Thực hiện mục tiêu của Kế hoạch', 'mục III dưới đây', 'Kế hoạch số 147/KH-UBND của tỉnh', ''])(
    'none in: %s',
    (text) => expect(citationsIn(text)).toEqual([]),
  )
})

test('a number means a document however it is spaced, a bare figure only with the type', () => {
  const plan = { number: '147/KH-UBND', type: 'KH' }
  expect(means({ number: '147/kh-ubnd', type: '' }, plan)).toBe(true)
  expect(means({ number: '147', type: 'KH' }, plan)).toBe(true)
  expect(means({ number: '147', type: 'CTr' }, plan)).toBe(false)
  expect(means({ number: '147/KH-SNV', type: 'KH' }, plan)).toBe(false)
  expect(means({ number: '147', type: 'KH' }, { number: null, type: 'KH' })).toBe(false)
})

test('a clause stands in what is cited, not in what only begins alike', () => {
  expect(isIn('III.2', 'III.2')).toBe(true)
  expect(isIn('III.2.a', 'III.2')).toBe(true)
  expect(isIn('III.20', 'III.2')).toBe(false)
  expect(isIn('III', 'III.2')).toBe(false)
})
