import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCAN_CONFUSIONS } from '../vocabulary/scan-confusion.ts'
import type { Line } from './line.ts'
import { repairLabels } from './scan-label.ts'
import { repairWords } from './scan-words.ts'

const linesOf = (texts: readonly string[]): Line[] => texts.map((text, n) => ({ n, text, scanned: true }))
const repaired = (...texts: string[]): string[] => repairWords(linesOf(texts)).lines.map((line) => line.text)

test('marks above letters that cannot be right are put right in their case, and each change is told', () => {
  const { lines, repairs } = repairWords(linesOf(['II. NỘI DỤNG', 'Quy định chỉ tiết; Tố chức tập huấn.']))
  expect(lines.map((line) => line.text)).toEqual(['II. NỘI DUNG', 'Quy định chi tiết; Tổ chức tập huấn.'])
  expect(repairs).toEqual([
    { from: 'NỘI DỤNG', to: 'NỘI DUNG' },
    { from: 'chỉ tiết', to: 'chi tiết' },
    { from: 'Tố chức', to: 'Tổ chức' },
  ])
})

test('what may be right is left alone', () => {
  const sure = [
    'Không kể hoạch định trước; nơi nhân dân sinh sống.',
    'Chỉ thực hiện khi có đoàn thế giới tham dự.',
    'Giá trị sản xuất. Chỉ tiêu năm 2026.',
  ]
  expect(repaired(...sure)).toEqual(sure)
})

test('the name of a province is known without its accents', () => {
  expect(repaired('ỦY BAN NHÂN DÂN TỈNH LAI CHÃU')).toEqual(['ỦY BAN NHÂN DÂN TỈNH LAI CHÂU'])
})

test('an abbreviation is written as the document nearly always writes it; Roman figures are none', () => {
  const often = Array.from({ length: 6 }, () => 'Báo cáo BCCQ theo quý II và quý II.')
  expect(repaired(...often, 'Gửi BCOCQ trong quý III.').at(-1)).toBe('Gửi BCCQ trong quý III.')
})

test('any text passes, figures stay, and a second pass changes nothing', () => {
  const pieces = fc.constantFrom(
    ...SCAN_CONFUSIONS.slice(0, 40).map(([read]) => read),
    'I.',
    'IH.',
    '1.',
    '2',
    'a }',
    '?',
    '- ',
    'SỞ Y TẾ',
    '15/6/2026',
    '1.430',
    'UBND.các',
  )
  const texts = fc.array(
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(' ')),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(fc.oneof(texts, fc.array(fc.string(), { maxLength: 8 })), (list) => {
      const once = repairWords(linesOf(list))
      const figures = (lines: readonly Line[]): string[] =>
        lines.flatMap((line) => line.text.match(/\d+/gu) ?? [])
      expect(figures(once.lines)).toEqual(figures(linesOf(list)))
      expect(repairWords(once.lines).lines).toEqual(once.lines)
      expect(repairLabels(once.lines).lines).toHaveLength(list.length)
    }),
    { numRuns: 100 },
  )
})
