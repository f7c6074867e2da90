import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { linesOfPages } from './layout.ts'
import type { Page, Rule, Word } from './page.ts'

const LETTER = 6
/** Words of a line of text from `x` on, six points a letter. */
const row = (text: string, x: number, y: number, more: Partial<Word> = {}): Word[] => {
  let at = x
  return text.split(' ').map((word) => {
    const placed = { text: word, x: at, y, width: word.length * LETTER, height: 14, ...more }
    at += (word.length + 1) * LETTER
    return placed
  })
}
const pageOf = (words: Word[], rules: Rule[] = [], number = 1): Page => ({
  number,
  width: 600,
  height: 800,
  words,
  rules,
})
const texts = (...pages: Page[]): string[] => linesOfPages(pages).map((line) => line.text)
/** A line that reaches the right edge at 542. */
const full = (start: string, x: number): string => {
  let text = start
  while (x + (text.length + 4) * LETTER <= 540) text += ' abc'
  return `${text}${'d'.repeat(Math.floor((542 - x) / LETTER) - text.length)}`
}

describe('paragraphs', () => {
  test('a full line goes on, an indented one begins anew, a label too', () => {
    const [one, two] = [full('Giao phòng', 100), full('và các', 70)]
    const lines = texts(
      pageOf([
        ...row(one, 100, 100),
        ...row(two, 70, 116),
        ...row('đơn vị.', 70, 132),
        ...row(full('Đoạn hai', 100), 100, 148),
        ...row('hết.', 70, 164),
        ...row('- Mục', 100, 180),
        ...row('- Mục sau', 100, 196),
      ]),
    )
    expect(lines).toEqual([`${one} ${two} đơn vị.`, `${full('Đoạn hai', 100)} hết.`, '- Mục', '- Mục sau'])
  })

  test('a sentence goes on over the page break, past the page number', () => {
    const first = full('Câu này', 100)
    const bottom = [
      ...row('Dòng đầu.', 100, 100),
      ...row(full('Dòng dài', 100), 100, 116),
      ...row('hết.', 70, 132),
    ]
    expect(
      texts(
        pageOf([...bottom, ...row(first, 100, 700)]),
        pageOf([...row('2', 300, 30), ...row('còn tiếp.', 70, 100)], [], 2),
      ).at(-1),
    ).toBe(`${first} còn tiếp.`)
  })

  test('a name broken at its hyphen is whole again', () => {
    const first = `${full('Thực hiện Chương trình', 100).slice(0, -6)} số 10-`
    expect(
      texts(
        pageOf([...row(first, 100, 100), ...row('CTr/TU của Tỉnh ủy', 70, 116), ...row('a b', 70, 700)]),
      )[0],
    ).toMatch(/số 10-CTr\/TU của Tỉnh ủy$/u)
  })
})

const frame = (xs: number[], ys: number[]): Rule[] => [
  ...ys.map((y) => ({ x1: xs[0] ?? 0, y1: y, x2: xs.at(-1) ?? 0, y2: y })),
  ...xs.map((x) => ({ x1: x, y1: ys[0] ?? 0, x2: x, y2: ys.at(-1) ?? 0 })),
]

describe('tables', () => {
  test('cells keep their place; words wrapped in a cell are one line', () => {
    const lines = linesOfPages([
      pageOf(
        [
          ...row('TT', 55, 105),
          ...row('Nội dung', 105, 105),
          ...row('1', 55, 135),
          ...row('Nạo vét kênh mương cấp', 105, 135),
          ...row('ba', 105, 150),
        ],
        frame([50, 100, 250], [100, 130, 170]),
      ),
    ])
    expect(lines.map((line) => [line.cell?.row, line.cell?.column, line.text])).toEqual([
      [0, 0, 'TT'],
      [0, 1, 'Nội dung'],
      [1, 0, '1'],
      [1, 1, 'Nạo vét kênh mương cấp ba'],
    ])
  })

  test('where no line parts them, cells are merged', () => {
    const rules = frame([50, 100, 250], [100, 130, 160, 190]).filter(
      (rule) => rule.y1 !== 160 || rule.y2 !== 160,
    )
    rules.push({ x1: 100, y1: 160, x2: 250, y2: 160 })
    const lines = linesOfPages([
      pageOf(
        [
          ...row('A', 55, 105),
          ...row('B', 105, 105),
          ...row('C', 55, 150),
          ...row('D', 105, 135),
          ...row('E', 105, 165),
        ],
        rules,
      ),
    ])
    expect(lines.find((line) => line.text === 'C')?.cell).toMatchObject({ row: 1, rowSpan: 2 })
  })

  test('an underline is no table', () => {
    const lines = linesOfPages([pageOf(row('KẾ HOẠCH', 270, 100), [{ x1: 270, y1: 116, x2: 330, y2: 116 }])])
    expect(lines[0]?.cell).toBeUndefined()
  })
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('what a damaged file places at %s does no harm', (bad) => {
  const rules = [...frame([50, 100, 250], [100, 130]), { x1: bad, y1: 0, x2: 9, y2: bad }]
  const lost = { text: 'B', x: bad, y: bad, width: bad, height: bad }
  expect(texts(pageOf([...row('A', 55, 105), lost], rules))).toContain('A')
})

test('any words and rules give lines, each word once', () => {
  const place = fc.double({ min: -50, max: 900, noNaN: true })
  const size = fc.double({ min: 0, max: 60, noNaN: true })
  const word = fc.record({
    text: fc.constantFrom('một', 'II.', '-', '1.', 'Sở', 'A)'),
    x: place,
    y: place,
    width: size,
    height: size,
  })
  const rule = fc.record({ x1: place, y1: place, x2: place, y2: place })
  fc.assert(
    fc.property(
      fc.array(fc.record({ words: fc.array(word), rules: fc.array(rule) }), { maxLength: 4 }),
      (drawn) => {
        const pages = drawn.map(({ words, rules }, i) => pageOf(words, rules, i + 1))
        const lines = linesOfPages(pages)
        expect(lines.map((line) => line.n)).toEqual(lines.map((_, i) => i))
        const given = pages.reduce(
          (sum, page) => sum + page.words.reduce((all, each) => all + each.text.length, 0),
          0,
        )
        expect(lines.reduce((sum, line) => sum + line.text.replace(/ /gu, '').length, 0)).toBeLessThanOrEqual(
          given,
        )
      },
    ),
    { numRuns: runs(200) },
  )
})

describe('footnotes', () => {
  const small = { height: 9 }
  const noted = (text: string, x: number, y: number, figure: string): Word[] => {
    const words = row(text, x, y)
    const last = words.at(-1) as Word
    return [...words, { text: figure, x: last.x + last.width, y, width: 4, ...small }]
  }
  const first = full('Sở Công Thương', 70)

  test('stand apart from the sentence that goes on over the page break, their figures from its words', () => {
    const lines = linesOfPages([
      pageOf([
        ...row(first, 70, 600),
        ...noted(full('lập danh mục làng nghề', 70).slice(0, -1), 70, 616, '1'),
        { text: '1', x: 70, y: 700, width: 4, ...small },
        ...row(full('Theo nghị quyết', 80), 80, 701, { height: 12 }),
        ...row('của tỉnh.', 70, 715, { height: 12 }),
        { text: '2', x: 70, y: 730, width: 4, ...small },
        ...row('Không ai nhắc đến.', 80, 731, { height: 12 }),
      ]),
      pageOf([...row('trước tháng sáu.', 70, 100)], [], 2),
    ])
    expect(lines.map((line) => [line.text.replace(/ abc.*?(?= |$)/gu, ''), line.note ?? false])).toEqual([
      [expect.stringMatching(/^Sở Công Thương.* lập danh mục làng nghề.*[^1] trước tháng sáu\.$/u), false],
      [expect.stringMatching(/^\[1\] Theo nghị quyết.* của tỉnh\..*$/u), true],
    ])
  })

  test('a square metre is no footnote, nor a figure that no note repeats', () => {
    const lines = linesOfPages([
      pageOf([
        ...noted('Xây kho 50 m', 70, 100, '2'),
        ...noted('Lập danh sách', 70, 130, '3'),
        { text: '2', x: 70, y: 700, width: 4, ...small },
        ...row('Kho mới.', 80, 701, { height: 12 }),
      ]),
    ])
    expect(lines.some((line) => line.note)).toBe(false)
    expect(lines.map((line) => line.text).join(' ')).toBe('Xây kho 50 m2 Lập danh sách3 2 Kho mới.')
  })
})
