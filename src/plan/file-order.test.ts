import { expect, test } from 'vitest'
import { inReadingOrder } from './file-order.ts'

test.each([
  [['phu-luc-1.txt', 'ke-hoach.txt'], 'ke-hoach.txt phu-luc-1.txt'],
  [['PL10.pdf', 'PL 2.pdf', 'KH 12.pdf'], 'KH 12.pdf PL 2.pdf PL10.pdf'],
  [['Phụ lục II.docx', 'Kế hoạch.docx'], 'Kế hoạch.docx Phụ lục II.docx'],
  [['giao-viec.xlsx', 'thân.docx'], 'thân.docx giao-viec.xlsx'],
  [['b.docx', 'a.docx'], 'b.docx a.docx'],
  [['plan.docx', 'complete.docx'], 'plan.docx complete.docx'],
])('%s', (names, order) => {
  expect(
    inReadingOrder(names.map((name) => ({ name })))
      .map(({ name }) => name)
      .join(' '),
  ).toBe(order)
})
