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

const table = (text: string) =>
  linesOfText(text)
    .filter((line) => line.cell)
    .map(({ text, cell }) => [`${cell?.row},${cell?.column}`, text])

const ROWS = [
  ['0,0', 'TT'],
  ['0,1', 'Nội dung'],
  ['0,2', 'Đơn vị chủ trì'],
  ['0,3', 'Thời gian'],
  ['1,0', '1'],
  ['1,1', 'Trồng cây ven đê và chăm sóc'],
  ['1,2', 'Sở Xây dựng'],
  ['1,3', 'Quý I'],
  ['2,0', '2'],
  ['2,1', 'Nạo vét kênh'],
  ['2,3', 'Quý II'],
]

test.each([
  [
    'Markdown',
    '| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|:---:|---|---|\n| 1 | Trồng cây ven đê và chăm sóc | Sở Xây dựng | Quý I |\n| 2 | Nạo vét kênh | | Quý II |',
  ],
  [
    'Markdown without outer bars',
    'TT | Nội dung | Đơn vị chủ trì | Thời gian\n--- | --- | --- | ---\n1 | Trồng cây ven đê và chăm sóc | Sở Xây dựng | Quý I\n2 | Nạo vét kênh | | Quý II',
  ],
  [
    'a drawn frame',
    '+----+--------------+----------------+-----------+\n| TT | Nội dung     | Đơn vị chủ trì | Thời gian |\n+====+==============+================+===========+\n| 1  | Trồng cây    | Sở             | Quý I     |\n|    | ven đê và    | Xây dựng       |           |\n|    | chăm sóc     |                |           |\n+----+--------------+----------------+-----------+\n| 2  | Nạo vét kênh |                | Quý II    |\n+----+--------------+----------------+-----------+',
  ],
  [
    'columns set by spaces',
    'TT   Nội dung            Đơn vị chủ trì   Thời gian\n1    Trồng cây ven đê    Sở Xây dựng      Quý I\n     và chăm sóc\n2    Nạo vét kênh                         Quý II',
  ],
  [
    'cells between bars, one of them empty',
    '|\nTT\n|\nNội dung\n|\nĐơn vị chủ trì\n|\nThời gian\n|\n|\n1\n|\nTrồng cây ven đê và chăm sóc\n|\nSở Xây dựng\n|\nQuý I\n|\n|\n2\n|\nNạo vét kênh\n|\n|\nQuý II\n|',
  ],
  [
    'HTML inside the text',
    'Bảng:\n<table><tr><td>TT<td>Nội dung<td>Đơn vị chủ trì<td>Thời gian</tr>\n<tr><td>1<td>Trồng cây ven đê và chăm sóc<td>Sở Xây dựng<td>Quý I</tr>\n<tr><td>2<td>Nạo vét kênh<td><td>Quý II</tr></table>',
  ],
])('a table: %s', (_, text) => {
  expect(table(text)).toEqual(ROWS)
})

test('a table that lost its lines, one cell a line, an empty cell a blank line', () => {
  const text =
    'TT\nNội dung\nĐơn vị chủ trì\nThời gian\nI\nCÔNG TRÌNH\n1\nTrồng cây\nSở Xây dựng\nQuý I\n2\nNạo vét\n\nQuý II\nHết.'
  expect(table(text).slice(4)).toEqual([
    ['1,0', 'I'],
    ['1,1', 'CÔNG TRÌNH'],
    ['2,0', '1'],
    ['2,1', 'Trồng cây'],
    ['2,2', 'Sở Xây dựng'],
    ['2,3', 'Quý I'],
    ['3,0', '2'],
    ['3,1', 'Nạo vét'],
    ['3,3', 'Quý II'],
  ])
  expect(linesOfText(text).at(-1)).toMatchObject({ text: 'Hết.' })
})

test('a title over all columns spans them', () => {
  const lines = linesOfText(
    '| TT | Việc | Chủ trì |\n|--|--|--|\n| I | Công trình |\n| 1 | Trồng cây | Sở A |',
  )
  expect(lines.find((line) => line.text === 'Công trình')?.cell).toMatchObject({ column: 1, columnSpan: 2 })
})

test('links, escapes, entities and lists of Markdown read as they are shown', () => {
  expect(
    linesOfText(
      '1\\. Theo [Kế hoạch 5/KH-UBND](https://vi.du/5) &amp; quy định\n* Trồng cây\n* Nạo vét\n\n> Lưu ý<br>chung',
    ).map((line) => line.text),
  ).toEqual(['1. Theo Kế hoạch 5/KH-UBND & quy định', '- Trồng cây', '- Nạo vét', 'Lưu ý', 'chung'])
})

test('numbers and heads of pages are set aside, numbers of a table are not', () => {
  const page = (n: number) => `UBND XÃ TAM HÒA\n${'Rà soát công trình thủy lợi.\n'.repeat(22)}\n- ${n} -\n`
  const lines = linesOfText(`KẾ HOẠCH\n${page(1)}${page(2)}\fUBND XÃ TAM HÒA\nHết.\n\n3`)
  expect(lines.filter((line) => line.aside).map((line) => line.text)).toEqual([
    '- 1 -',
    'UBND XÃ TAM HÒA',
    '- 2 -',
    'UBND XÃ TAM HÒA',
    '3',
  ])
  expect(linesOfText('1\nTrồng cây\n2\nNạo vét').some((line) => line.aside)).toBe(false)
})
