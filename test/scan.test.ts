import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../src/base/refusal.ts'
import { readDocument, refuseSecretPaper } from '../src/document/read-document.ts'
import { ranges } from '../src/document/scan.ts'
import { readPlan } from '../src/reading/read-plan.ts'

const file = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'fixtures/scan', name))
const SLOW = 120_000

/** A PDF of pages: each a text in Helvetica, or nothing, or a picture of random dots. */
function pdfOf(pages: ('blank' | 'dots' | string)[]): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body) + 3
  const kids = pages.map((page) => {
    const dots = page === 'dots'
    const width = 90
    let seed = 7
    const picture = dots
      ? Array.from({ length: width * width }, () => {
          seed = (seed * 1103515245 + 12345) % 2147483648
          return (seed >> 16) % 256
        })
          .map((value) => value.toString(16).padStart(2, '0'))
          .join('')
      : ''
    const image = dots
      ? add(
          `<</Type/XObject/Subtype/Image/Width ${width}/Height ${width}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode/Length ${picture.length + 1}>>\nstream\n${picture}>\nendstream`,
        )
      : 0
    const lines = page.split('\n').map((line, i) => `BT /F 12 Tf 72 ${760 - i * 18} Td (${line}) Tj ET`)
    const drawing = dots ? 'q 595 0 0 842 0 0 cm /I Do Q' : page === 'blank' ? '' : lines.join('\n')
    const content = add(`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`)
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>${dots ? `/XObject<</I ${image} 0 R>>` : ''}>>/Contents ${content} 0 R>>`,
    )
  })
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ]
  let body = '%PDF-1.4\n'
  const starts = all.map((object, i) => {
    const start = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const xref = body.length
  body += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

async function refusalOf(read: Promise<unknown>): Promise<Refusal> {
  const error = await read.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw error ?? new Error('nothing was refused')
  return error
}

test('a scanned plan is read: duties, leads, dates, the cells of its table; every line is marked', {
  timeout: SLOW,
}, async () => {
  const progress: [number, number][] = []
  const source = await readDocument(file('market-inspection.pdf'), 'ke-hoach.pdf', (done, of) =>
    progress.push([done, of]),
  )
  expect(source.door).toBe('scan')
  expect(source.lines.every((line) => line.scanned && line.page === 1)).toBe(true)
  expect(source.notices[0]).toContain('Trang 1')
  expect(progress).toEqual([
    [0, 1],
    [1, 1],
  ])
  const plan = readPlan(source)
  expect(plan.document.number).toBe('84/KH-SCT')
  expect(plan.document.date).toBe('2026-05-14')
  expect(plan.outline.map((heading) => heading.label)).toEqual(['I', 'II', 'III'])
  const duties = plan.tasks.map((task) => [task.lead.join('; '), task.due.to])
  expect(duties).toEqual(
    expect.arrayContaining([
      ['Phòng Quản lý thương mại', '2026-06-15'],
      ['Văn phòng Sở', '2026-06-30'],
      ['Phòng Quản lý năng lượng', '2026-07-30'],
      ['Thanh tra Sở', '2026-09-30'],
      ['Văn phòng Sở', '2026-12-15'],
    ]),
  )
})

test('a mark of secrecy stamped on a scan is seen; an attachment that is a scan is not recognised', {
  timeout: SLOW,
}, async () => {
  expect((await refusalOf(readDocument(file('secret.pdf'), 'a.pdf'))).code).toBe('document.secret')
  const started = performance.now()
  await refuseSecretPaper(file('market-inspection.pdf'), 'a.pdf')
  expect(performance.now() - started).toBeLessThan(5000)
})

test('of a mixed file only the pages without words are recognised; a blank page and a photograph give nothing', {
  timeout: SLOW,
}, async () => {
  const text = 'KE HOACH\nI. NHIEM VU\n1. Van phong lap danh sach, hoan thanh trong nam 2026.'
  const source = await readDocument(pdfOf([text, text, 'dots', 'blank', text]), 'a.pdf')
  expect(source.door).toBe('pdf')
  expect(source.lines.filter((line) => line.page === 3 || line.page === 4)).toEqual([])
  expect(source.lines.find((line) => line.page === 1)?.scanned).toBeUndefined()
})

test('a file of nothing but pictures without words is refused with a sentence', {
  timeout: SLOW,
}, async () => {
  const refusal = await refusalOf(readDocument(pdfOf(['dots']), 'a.pdf'))
  expect(refusal.code).toMatch(/^document\.(?:empty|scan-failed)$/)
  expect(refusal.message).toMatch(/\p{L}/u)
})

test('more scanned pages than anybody waits for are refused before the first is recognised', async () => {
  const pages = Array.from({ length: 201 }, () => 'dots' as const)
  expect((await refusalOf(readDocument(pdfOf(pages), 'a.pdf'))).code).toBe('document.scan-too-long')
})

test('pages are named in ranges', () => {
  expect(ranges([4, 1, 2, 3, 7])).toBe('1–4, 7')
})
