import { describe, expect, test } from 'vitest'
import { isSameMarket } from '../vocabulary/market.ts'
import {
  hasWords,
  matchAll,
  matchProduct,
  type ProductOf,
  type WarningScope,
  warningState,
} from './warning-match.ts'

const product = (more: Partial<ProductOf> = {}): ProductOf => ({
  ...{ id: 'p', name: 'Mật ong hoa bạc hà', cooperativeId: 'c', hsCode: '0409.00.00', markets: ['Hoa Kỳ'] },
  ...more,
})
const scope = (more: Partial<WarningScope> = {}): WarningScope => ({
  ...{ hsCodes: ['0409'], productWords: [], markets: ['Mỹ'] },
  ...more,
})

describe('a product is touched', () => {
  test.each<[string, Partial<ProductOf>, Partial<WarningScope>, string | null]>([
    ['its code begins with the one said', {}, {}, 'hs'],
    ['dots do not matter', { hsCode: '04090000' }, { hsCodes: ['04.09.00'] }, 'hs'],
    ['its own code is the coarser one', { hsCode: '0409' }, { hsCodes: ['0409.00.90'] }, 'hs-short'],
    ['another chapter', { hsCode: '0902' }, {}, null],
    ['no code and no word', { hsCode: null }, {}, null],
    ['a word of its name', { hsCode: null }, { hsCodes: [], productWords: ['mật ong'] }, 'word'],
    ['the word without diacritics', { hsCode: null }, { hsCodes: [], productWords: ['mat ong'] }, 'word'],
    ['a word before a coarse code', { hsCode: '04' }, { hsCodes: ['0409'], productWords: ['ong'] }, 'word'],
    ['another market', { markets: ['Nhật Bản'] }, {}, null],
    ['one market of several', { markets: ['Nhật Bản', 'USA'] }, {}, 'hs'],
    ['a member of the Union', { markets: ['Đức'] }, { markets: ['EU'] }, 'hs'],
    ['a warning for all markets', { markets: ['Lào'] }, { markets: [] }, 'hs'],
    ['a product whose markets nobody entered', { markets: [] }, {}, 'hs'],
    ['an empty code says nothing', { hsCode: '' }, { hsCodes: [''] }, null],
  ])('%s', (_, own, about, by) => {
    expect(matchProduct(product(own), scope(about))?.by ?? null).toBe(by)
  })

  test('and told which markets they share', () => {
    expect(matchProduct(product({ markets: ['Nhật Bản', 'USA'] }), scope())).toMatchObject({
      ...{ said: '0409', markets: ['USA'], isMarketOpen: false },
    })
    expect(matchProduct(product({ markets: [] }), scope())).toMatchObject({ markets: [], isMarketOpen: true })
  })
})

test.each([
  ['Thịt bò khô', 'bò', true],
  ['Quả bơ sáp', 'bò', false],
  ['Quả bơ sáp', 'bo', true],
  ['Thit bo kho', 'bò', true],
  ['Chè Shan tuyết', 'chè shan', true],
  ['Chè xanh Shan', 'chè shan', false],
  ['Hoà tan', 'hòa tan', true],
  ['Chè', ' ', false],
])('"%s" has "%s": %s', (text, said, has) => expect(hasWords(text, said)).toBe(has))

test('products of one cooperative are one recipient', () => {
  const matches = matchAll(
    [
      product(),
      product({ id: 'q', name: 'Sáp ong' }),
      product({ id: 'r', cooperativeId: 'd', hsCode: '07' }),
    ],
    scope(),
  )
  expect([...matches].map(([id, why]) => [id, why.length])).toEqual([['c', 2]])
})

test('markets go by one name', () => {
  expect(isSameMarket('thị trường Mỹ', 'hoa ky')).toBe(true)
  expect(isSameMarket('Đức', 'Pháp')).toBe(false)
})

test.each([
  [{ sentOn: null, withdrawnOn: null, endsOn: null }, 'unsent'],
  [{ sentOn: '2026-11-01', withdrawnOn: null, endsOn: '2026-11-21' }, 'sent'],
  [{ sentOn: '2026-11-01', withdrawnOn: null, endsOn: '2026-11-20' }, 'ended'],
  [{ sentOn: '2026-11-01', withdrawnOn: '2026-11-02', endsOn: '2026-11-20' }, 'withdrawn'],
])('%o is %s', (warning, state) => expect(warningState(warning, '2026-11-21')).toBe(state))
