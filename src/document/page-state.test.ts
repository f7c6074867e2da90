import { expect, test } from 'vitest'
import type { Page } from './page.ts'
import { pageState } from './page-state.ts'

const pageOf = (text: string, more: Partial<Page> = {}): Page => ({
  number: 1,
  width: 595,
  height: 842,
  rules: [],
  words: text
    .split(/\s+/u)
    .filter((each) => each !== '')
    .map((each, i) => ({ text: each, x: (i % 10) * 50, y: Math.floor(i / 10) * 16, width: 40, height: 14 })),
  ...more,
})
const PLAIN =
  'Ủy ban nhân dân tỉnh Sông Lặng giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở, ban, ngành nạo vét 12 km luồng lạch, khối lượng 4.500 m² theo quy định tại Nghị quyết số 12-NQ/TU'

test('text is text, also a short line and a blank page', () => {
  expect(pageState(pageOf(PLAIN))).toBe('text')
  expect(pageState(pageOf(PLAIN.repeat(3), { pictured: true }))).toBe('text')
  expect(pageState(pageOf('Trang 2'))).toBe('text')
  expect(pageState(pageOf(''))).toBe('text')
  expect(
    pageState(
      pageOf('The World Bank supports the province with technical assistance for waterways and ports'),
    ),
  ).toBe('text')
})

test('a picture with nothing or only a stamp on it is a scan', () => {
  expect(pageState(pageOf('', { pictured: true }))).toBe('none')
  expect(
    pageState(pageOf('Người ký: Ủy ban nhân dân tỉnh Thời gian ký: 12.02.2027', { pictured: true })),
  ).toBe('none')
})

test.each([
  [
    'TCVN3',
    'KÕ ho¹ch triÓn khai nhiÖm vô n¨m 2027 cña Uû ban nh©n d©n tØnh S«ng LÆng vÒ b¶o ®¶m an toµn ®­êng thuû néi ®Þa',
  ],
  [
    'VNI',
    'KEÁ HOAÏCH trieån khai nhieäm vuï naêm 2027 cuûa UÛy ban nhaân daân tænh Soâng Laëng veà baûo ñaûm an toaøn',
  ],
  [
    'private use',
    'K\uf0e1 ho\uf0e2ch tri\uf0e3n khai nhi\uf0e4m v\uf0e5 năm 2027 c\uf0e6a ban nhân dân t\uf0e7nh về an toàn đường thủy',
  ],
  [
    'torn',
    'K ế ho ạ ch tri ể n khai nhi ệ m v ụ năm 2027 c ủ a Ủ y ban nhân dân t ỉ nh v ề b ả o đ ả m an toàn đ ườ ng th ủ y',
  ],
  [
    'orphans',
    'Kê ´ hoa . ch triê ̉n khai nhiê ̣ m vu ̣ năm 2027 cu ̉ a U ̉ y ban nhân dân ti ̉ nh vê ̀ ba ̉ o đa ̉ m an toa ̀ n trên sông, trên kênh',
  ],
])('garbled letters: %s', (_, text) => {
  expect(pageState(pageOf(text))).toBe('broken')
})
