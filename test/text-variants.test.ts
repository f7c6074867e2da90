// One plan, however it comes: in every encoding, broken at every width, in the frame of a web page. The duties are the same.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/document/read-document.ts'
import { readPlan } from '../src/reading/read-plan.ts'
import { LEGACY_LETTERS, type LegacyEncoding } from '../src/vocabulary/legacy-encoding.ts'

const folder = join(import.meta.dirname, 'corpus')
const plans = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'source.txt')))
  .map((name) => [name, readFileSync(join(folder, name, 'source.txt'), 'utf8').normalize('NFC')] as const)

async function duties(text: string | Buffer, name = 'a.txt'): Promise<string[]> {
  const plan = readPlan(await readDocument(typeof text === 'string' ? Buffer.from(text) : text, name))
  return plan.tasks.map((task) =>
    [task.origin, task.section, task.quote, task.lead.join(';'), task.due.text]
      .join(' | ')
      .normalize('NFC')
      // Only the old encodings know no capital with a tone, and a soft wrap may fall at a mark of Markdown.
      .replace(/[*\s]+/gu, ' ')
      .replaceAll('Uỷ ban', 'Ủy ban'),
  )
}

function written(encoding: LegacyEncoding, text: string): Buffer {
  const signs = new Map<string, string>()
  for (const [sign, letter] of LEGACY_LETTERS[encoding]) if (!signs.has(letter)) signs.set(letter, sign)
  const typed = encoding === 'TCVN3' ? text.replaceAll('Ủy', 'Uỷ') : text
  return Buffer.from(
    [...typed.replace(/[–—]/gu, '-').replace(/[“”]/gu, '"').replaceAll('…', '...')]
      .map((letter) => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter)
      .join(''),
    'latin1',
  )
}

function wrapped(text: string, width: number, first = '', next = ''): string {
  return text
    .split('\n')
    .flatMap((row) => {
      const rows: string[] = []
      let line = ''
      for (const word of row.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > width) {
          rows.push(line)
          line = next + word
        } else line = line === '' ? (row === '' ? '' : first) + word : `${line} ${word}`
      }
      return [...rows, line]
    })
    .join('\n')
}

describe.each(plans)('%s', (_, text) => {
  const plain = text.replace(/[–—]/gu, '-').replace(/[“”]/gu, '"').replaceAll('…', '...')

  test.each([
    ['NFD', text.normalize('NFD')],
    ['CRLF', text.replace(/\r?\n/gu, '\r\n')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le').swap16()],
  ])('%s', async (_name, variant) => {
    expect(await duties(variant)).toEqual(await duties(text))
  })

  test.each(['TCVN3', 'VNI'] as const)('%s', async (encoding) => {
    const lower = (all: string[]): string[] => all.map((each) => each.toLowerCase())
    // TCVN3 has no capital with a tone: "Ứng dụng" is "ứng dụng" in it.
    expect(lower(await duties(written(encoding, text)))).toEqual(lower(await duties(plain)))
  })

  test('broken at any width, with or without indentation', async () => {
    const expected = await duties(text)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 72, max: 100 }),
        fc.constantFrom(['', ''], ['    ', ''], ['', '   ']),
        async (width, [first, next]) => {
          expect(await duties(wrapped(text, width, first, next))).toEqual(expected)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('in the frame of a web page', async () => {
    const page = `Trang chủ › Văn bản\nĐăng nhập\nTải về\n\n${text}\n\nChia sẻ: Facebook\nVăn bản liên quan\nKế hoạch khác của tỉnh\n`
    expect(await duties(page)).toEqual(await duties(text))
    const source = await readDocument(Buffer.from(page), 'a.txt')
    const unread = readPlan(source).unread.map((n) => source.lines[n]?.text)
    expect(unread).toContain('Kế hoạch khác của tỉnh')
  })
})
