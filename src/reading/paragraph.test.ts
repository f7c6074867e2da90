import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { joinParagraphs, quoteOf, sliceQuote } from './paragraph.ts'

const read = (text: string) => joinParagraphs(readText(text))
const texts = (text: string): string[] => read(text).map((each) => each.text)

test('a page break inside a sentence is joined, a heading is not', () => {
  expect(texts('Nạo vét kênh và\n\nsửa cống trước mùa mưa.')).toEqual([
    'Nạo vét kênh và sửa cống trước mùa mưa.',
  ])
  expect(texts('1. Mục đích\n\nNạo vét kênh.')).toEqual(['1. Mục đích', 'Nạo vét kênh.'])
})

test('marks of Markdown are seen past and stay in the quote', () => {
  const [paragraph] = read('## **Trồng rừng** và <p>chăm *cây*</p>')
  expect(paragraph?.text).toBe('Trồng rừng và chăm cây')
  expect(paragraph && quoteOf(paragraph).quote).toBe('Trồng rừng** và <p>chăm *cây')
})

test('a quote over two lines has two spans, a part of it its own', () => {
  const [paragraph] = read('Kiểm tra đê điều\nvà cống thoát nước.')
  const quote = paragraph && quoteOf(paragraph, 9)
  expect(quote).toEqual({
    quote: 'đê điều và cống thoát nước.',
    spans: [
      { line: 0, from: 9, to: 16 },
      { line: 1, from: 0, to: 19 },
    ],
  })
  expect(quote && sliceQuote(quote, 8, 15)).toEqual({
    quote: 'và cống',
    spans: [{ line: 1, from: 0, to: 7 }],
  })
})

test('lines broken at a fixed width', () => {
  const words =
    'Rà soát hiện trạng các công trình thủy lợi nhỏ do xã quản lý, lập danh sách công trình hư hỏng. '
  const lines = (words.repeat(6).match(/.{1,70}(?:\s|$)/gu) ?? []).map((line) => line.trim())
  expect(texts(`I. NHIỆM VỤ\n1. ${lines.join('\n')}\n2. Sửa chữa.`)).toHaveLength(3)
})
