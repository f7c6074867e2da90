import { expect, test } from 'vitest'
import { decodeText, linesOfText } from './plain-text.ts'

test('UTF-8 with and without its mark, UTF-16 both ways', () => {
  const words = 'Kế hoạch trồng rừng'
  const le = Buffer.from(words, 'utf16le')
  const read = (bytes: Uint8Array) => decodeText(bytes)?.text
  expect(read(Buffer.from(words))).toBe(words)
  expect(read(Buffer.from(`\ufeff${words}`))).toBe(words)
  expect(read(Buffer.concat([Buffer.from([0xff, 0xfe]), le]))).toBe(words)
  expect(read(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(le).swap16()]))).toBe(words)
  expect(decodeText(Uint8Array.of(0x41, 0xff, 0xc0, 0x00, 0x9f))).toBeNull()
})

test('text of two kinds of composition leaves as one', () => {
  expect(linesOfText('Ke\u0302\u0301 hoa\u0323ch')[0]?.text).toBe('Kế hoạch')
})

test('blank lines are gaps, rows with tabs are cells', () => {
  const lines = linesOfText('Một\n\nHai\nTT\tViệc\tNơi làm\n1\t\tSở A')
  expect(
    lines.map(({ n, text, gap, cell }) => [n, text, !!gap, cell ? [cell.row, cell.column] : null]),
  ).toEqual([
    [0, 'Một', false, null],
    [1, 'Hai', true, null],
    [2, 'TT', false, [0, 0]],
    [3, 'Việc', false, [0, 1]],
    [4, 'Nơi làm', false, [0, 2]],
    [5, '1', false, [1, 0]],
    [6, 'Sở A', false, [1, 2]],
  ])
})

test('a crawled table between bars', () => {
  const lines = linesOfText('|\nTT\n|\nViệc\n|\n|\n1\n|\nTrồng\ncây\n|\n\nHết')
  expect(lines.map(({ text, cell }) => [text, cell ? [cell.row, cell.column] : null])).toEqual([
    ['TT', [0, 0]],
    ['Việc', [0, 1]],
    ['1', [1, 0]],
    ['Trồng', [1, 1]],
    ['cây', [1, 1]],
    ['Hết', null],
  ])
})
