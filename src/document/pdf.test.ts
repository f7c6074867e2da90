import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, TIME } from '../../test/nightly.ts'
import { Refusal } from '../base/refusal.ts'
import type { Line } from './line.ts'
import { readPdf } from './pdf.ts'
import { readDocument } from './read-document.ts'

// A fictional plan of four pages made by a word processor: portrait with page numbers, the signature cut by a page
// break, a landscape annex whose head is repeated and whose rows and merged cells are cut.
const folder = join(import.meta.dirname, '../../test/fixtures/pdf')
const bytesOf = (name: string): Uint8Array => readFileSync(join(folder, name))
const plan = (await readDocument(bytesOf('plan.pdf'), 'plan.pdf')).lines
const texts = (lines: readonly Line[]): string[] => lines.map((line) => line.text)
const tableOf = (text: string): Line[] => {
  const table = plan.find((line) => line.text === text)?.cell?.table
  return plan.filter((line) => table !== undefined && line.cell?.table === table)
}

const codeOf = async (bytes: Uint8Array, name = 'a.pdf'): Promise<string> => {
  try {
    await readDocument(bytes, name)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return ''
}

describe('a plan printed to PDF', () => {
  test('the head comes side by side, issuer left', () => {
    const head = tableOf('TỈNH SÔNG LẶNG')
    expect(texts(head.filter((line) => line.cell?.column === 0))).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH SÔNG LẶNG',
      'Số: 41/KH-UBND',
    ])
    expect(texts(head.filter((line) => line.cell?.column === 1))).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Sông Lặng, ngày 12 tháng 02 năm 2027',
    ])
  })

  test('wrapped lines are one paragraph, also over the page break', () => {
    expect(texts(plan)).toContain(
      'Bảo đảm an toàn đường thủy nội địa và phát triển bến thuyền du lịch trên địa bàn tỉnh Sông Lặng năm 2027',
    )
    const items = plan.filter((line) => !line.cell && /^[ab]\) /u.test(line.text))
    expect(items).toHaveLength(12)
    for (const line of items) expect(line.text).toMatch(/\.$/u)
  })

  test('page numbers are left out, headings are bold', () => {
    expect(plan.filter((line) => !line.cell && /^\d+$/u.test(line.text))).toEqual([])
    expect(plan.find((line) => line.text === 'II. NHIỆM VỤ')).toMatchObject({ bold: true, page: 1 })
    expect(plan.find((line) => line.text === 'KẾ HOẠCH')).toMatchObject({ bold: true, align: 'center' })
  })

  test('the signature is put together', () => {
    const signature = tableOf('Trần Văn Bến')
    expect(texts(signature.filter((line) => line.cell?.column === 0))).toEqual([
      'Nơi nhận:',
      '- Thường trực Tỉnh ủy;',
      '- Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh;',
      '- Các sở, ban, ngành, đoàn thể tỉnh và các cơ quan ngành dọc;',
      '- Lưu: VT, XD.',
    ])
    expect(texts(signature.filter((line) => line.cell?.column === 1))).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Trần Văn Bến',
    ])
  })

  test('the annex is one table with one head, its cells whole and merged ones spanning', () => {
    const annex = tableOf('Nội dung nhiệm vụ')
    expect(annex.filter((line) => line.text === 'Cơ quan chủ trì')).toHaveLength(1)
    expect(new Set(annex.map((line) => line.page)).size).toBe(2)
    const ordinals = annex.filter((line) => line.cell?.column === 0 && /^\d+$/u.test(line.text))
    expect(texts(ordinals)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)))
    for (const ordinal of ordinals)
      expect(
        annex.filter((line) => line.cell?.row === ordinal.cell?.row && line.cell?.column === 1),
      ).toHaveLength(1)
    expect(annex.find((line) => line.text === 'Công an tỉnh')?.cell).toMatchObject({ column: 2, rowSpan: 3 })
    expect(annex.find((line) => line.text === 'AN TOÀN TRÊN SÔNG')?.cell).toMatchObject({ columnSpan: 5 })
  })
})

describe('what cannot be read', () => {
  test('a password, rubbish, a PDF without pages', async () => {
    expect(await codeOf(bytesOf('locked.pdf'))).toBe('document.encrypted')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nđây không phải là tệp PDF'))).toBe(
      'document.broken',
    )
    const none =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n'
    expect(await codeOf(new TextEncoder().encode(none))).toBe('document.broken')
  })

  test('a file that takes too long is given up', async () => {
    await expect(readPdf(bytesOf('plan.pdf'), () => {}, 0.001)).rejects.toMatchObject({
      code: 'document.bomb',
    })
  })

  test('damaged files give lines or a refusal', TIME, async () => {
    const whole = bytesOf('plan.pdf')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 40 }),
        fc.integer({ min: 100, max: whole.length }),
        async (changes, length) => {
          const bytes = Uint8Array.from(whole.subarray(0, length))
          for (const [at, value] of changes) if (at > 8 && at < length) bytes[at] = value
          await codeOf(bytes)
        },
      ),
      { numRuns: runs(8) },
    )
  })
})
