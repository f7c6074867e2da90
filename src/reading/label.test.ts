import { expect, test } from 'vitest'
import { readLabel } from './label.ts'

test.each([
  ['II. NHIỆM VỤ', 'roman', 'II'],
  ['I.MỤC ĐÍCH', 'roman', 'I'],
  ['3. Trồng rừng', 'number', '3'],
  ['2.1 Chính sách đất', 'number', '2.1'],
  ['4.2.1. Nước sạch', 'number', '4.2.1'],
  ['đ) Sửa cống', 'letter', 'đ'],
  ['- Nạo vét', 'dash', '-'],
  ['+ Kênh mương', 'plus', '+'],
  ['PHỤ LỤC II', 'appendix', 'PHỤ LỤC II'],
  ['Điều 5. Hiệu lực', 'article', 'Điều 5'],
  ['1- Tổ chức học tập', 'number', '1'],
  ['MỤC 2. QUY ĐỊNH CHUNG', 'roman', 'MỤC 2'],
])('%s', (text, kind, label) => {
  expect(readLabel(text)).toMatchObject({ kind, text: label })
})

test.each([
  '1.430 tổ hợp tác',
  '20/11 là hạn cuối',
  'Vườn ươm',
  '--------',
  'Cây 4. không',
  'V/v trồng cây',
  '10 - 15 cây',
  'Mục 2 của Kế hoạch',
])('no label: %s', (text) => {
  expect(readLabel(text)).toBeNull()
})
