import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { joinParagraphs } from './paragraph.ts'
import { readReferences } from './reference.ts'

const paragraphs = (...texts: string[]) => joinParagraphs(readText(texts.join('\n\n')))
const MENTIONS: [text: string, number: string, type: string, date: string | null][] = [
  [
    'Theo Nghị định số 12/2026/NĐ-CP ngày 05 tháng 02 năm 2026 của Chính phủ',
    '12/2026/NĐ-CP',
    'NĐ',
    '2026-02-05',
  ],
  ['Kế hoạch số 7 /KH-UBND, ngày 9/3/2026 của UBND tỉnh', '7/KH-UBND', 'KH', '2026-03-09'],
  ['Công văn số 310/SNV-TCCB ngày 01/4/2026', '310/SNV-TCCB', 'CV', '2026-04-01'],
  ['Luật số 20/2024/QH15', '20/2024/QH15', 'Luật', null],
  ['tiêu chuẩn TCVN 9999:2026 về bao bì', 'TCVN 9999:2026', 'TCVN', null],
  ['Chương trình 15-CTr/TU ngày 31/02/2026', '15-CTr/TU', 'CTr', null],
]

test.each(MENTIONS)('%s', (text, number, type, date) => {
  expect(readReferences([], [], paragraphs(text), null)).toMatchObject([
    { number, type, date, relation: 'cites' },
  ])
})

test.each(['mạng 4G/5G', 'trực 24/7', 'giai đoạn 2026/2027', 'Điều 5/khoản 2'])('no document: %s', (text) => {
  expect(readReferences([], [], paragraphs(text), null)).toEqual([])
})

test('what a plan carries out, rests on and cites', () => {
  const found = readReferences(
    paragraphs('Thực hiện Đề án số 3/ĐA-UBND'),
    paragraphs(
      'Căn cứ Quyết định số 8/QĐ-TTg ngày 02/01/2026 của Thủ tướng Chính phủ;',
      'Thực hiện Nghị quyết số 4-NQ/TU ngày 03/01/2026 của Tỉnh ủy, Sở Y tế ban hành Kế hoạch phòng dịch.',
    ),
    paragraphs('Theo Thông tư số 2/2026/TT-BYT và Nghị quyết số 4-NQ/TU'),
    null,
  )
  expect(found.map(({ number, relation }) => [number, relation])).toEqual([
    ['3/ĐA-UBND', 'implements'],
    ['8/QĐ-TTg', 'basis'],
    ['4-NQ/TU', 'implements'],
    ['2/2026/TT-BYT', 'cites'],
  ])
})

test('the document itself is not among them', () => {
  expect(
    readReferences(
      [],
      [],
      paragraphs('(Kèm theo Kế hoạch số 9/KH-UBND)', 'Kế hoạch số 5/KH-SYT'),
      '5/KH-SYT',
    ),
  ).toEqual([])
})
