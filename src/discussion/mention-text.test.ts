import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { type Named, namedIn, splitBody, tokenOf } from './discussion.ts'
import { bodyOf, choose, lookingFor, type Picks } from './mention-text.ts'

const FINANCE = { kind: 'agency', id: '00000000-0000-4000-8000-000000000001' } as const satisfies Named
const LAN = { kind: 'person', id: '00000000-0000-4000-8000-000000000002' } as const satisfies Named
const OTHER_LAN = { kind: 'person', id: '00000000-0000-4000-8000-000000000003' } as const satisfies Named
const PICKS: Picks = new Map<string, Named>([
  ['Sở Tài chính', FINANCE],
  ['Lan', LAN],
])
const none: Picks = new Map()
const look = (text: string, picks = none) => {
  const caret = text.indexOf('|')
  return lookingFor(text.replace('|', ''), caret, picks)
}

describe('what is being looked for', () => {
  test.each([
    ['@|', { at: 0, query: '' }],
    ['Nhờ @Sở Tài ch|', { at: 4, query: 'Sở Tài ch' }],
    ['(@lan|) xem', { at: 1, query: 'lan' }],
    ['Nhờ @Sở| Tài', { at: 4, query: 'Sở' }],
    ['không có gì|', null],
    ['ten@coquan|', null],
    ['@ |', null],
    ['@Sở\nTài|', null],
    [`@${'a'.repeat(80)}|`, null],
  ])('%s', (text, wanted) => {
    expect(look(text)).toEqual(wanted)
  })

  test('not what was chosen already', () => {
    expect(look('@Sở Tài chính cho ý kiến|', PICKS)).toBeNull()
    expect(look('@Lan|', PICKS)).toBeNull()
    expect(look('@Lanh|', PICKS)).toEqual({ at: 0, query: 'Lanh' })
  })
})

test('a choice stands where it was looked for, with a blank behind it', () => {
  const looking = { at: 4, query: 'so tai' }
  const option = { ...FINANCE, name: 'Sở Tài chính', detail: '' }
  expect(choose('Nhờ @so tai', looking, none, option)).toMatchObject({
    text: 'Nhờ @Sở Tài chính ',
    caret: 18,
  })
  expect(choose('Nhờ @so tai xem', looking, none, option)).toMatchObject({
    text: 'Nhờ @Sở Tài chính xem',
    caret: 17,
  })
})

test('two people of one name are told apart', () => {
  const option = { ...OTHER_LAN, name: 'Lan', detail: 'Chuyên viên, Sở Y tế' }
  const { text, picks } = choose('@Lan và @la', { at: 8, query: 'la' }, new Map([['Lan', LAN]]), option)
  expect(text).toBe('@Lan và @Lan (Chuyên viên, Sở Y tế) ')
  expect(namedIn(bodyOf(text, picks))).toEqual([LAN, OTHER_LAN])
})

describe('the body', () => {
  test('names become ids, the rest stays', () => {
    expect(bodyOf('@Sở Tài chính, @Lan: xem @Lanh và @ai đó', PICKS)).toBe(
      `${tokenOf(FINANCE)}, ${tokenOf(LAN)}: xem @Lanh và @ai đó`,
    )
  })

  test('is split into words and names', () => {
    expect(splitBody(`Nhờ ${tokenOf(LAN)} xem`)).toEqual(['Nhờ ', LAN, ' xem'])
    expect(splitBody('@[agency:not-an-id]')).toEqual(['@[agency:not-an-id]'])
    expect(namedIn(`${tokenOf(LAN)}${tokenOf(LAN)}`)).toEqual([LAN])
  })

  test('loses nothing, whatever is written', () => {
    const part = fc.oneof(
      fc.constantFrom('@Lan', '@Sở Tài chính', '@', ' ', 'Lan', '\n'),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const back = splitBody(bodyOf(text, PICKS))
          .map((piece) =>
            typeof piece === 'string' ? piece : `@${[...PICKS].find(([, { id }]) => id === piece.id)?.[0]}`,
          )
          .join('')
        expect(back).toBe(text)
      }),
      { numRuns: runs(300) },
    )
  })
})
