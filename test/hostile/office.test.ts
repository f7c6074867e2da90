// Office files that were damaged or built to do harm: each gives a document or a refusal, soon, and nothing else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/base/refusal.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readPlan } from '../../src/reading/read-plan.ts'
import { runs, TIME } from '../nightly.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../fixtures/office', name))
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  )
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

/** "" for a document, the code of the refusal otherwise; anything else is thrown on. */
async function outcome(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  try {
    const source = await readDocument(bytes, name)
    readPlan(source)
    for (const [at, line] of source.lines.entries()) {
      const { rowSpan, columnSpan, row, column } = line.cell ?? {
        rowSpan: 1,
        columnSpan: 1,
        row: 0,
        column: 0,
      }
      if (
        line.n !== at ||
        line.text.trim() === '' ||
        Math.min(rowSpan, columnSpan) < 1 ||
        row < 0 ||
        column < 0
      )
        throw new Error(`line ${at} of ${name} is not well made`)
    }
    return ''
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const PARTS = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml'] as const
const word = unzipSync(fixture('library-plan.docx'))
const book = unzipSync(fixture('annexes.xlsx'))

test.each(['library-plan.docx', 'annexes.xlsx'])('bytes of %s changed or cut off', TIME, async (name) => {
  const whole = fixture(name)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.option(fc.nat(whole.length), { freq: 3 }),
      async (changes, cut) => {
        const bytes = whole.slice(0, cut ?? whole.length)
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        await outcome(bytes, name)
      },
    ),
    { numRuns: runs(60) },
  )
})

/** Tags of a part lost, doubled or moved, and values set to what no program writes. */
const mangled = (xml: string): fc.Arbitrary<string> => {
  const tags = xml.split(/(?=<)/u)
  const change = fc.record({
    at: fc.nat(tags.length - 1),
    how: fc.constantFrom('drop', 'double', 'swap', 'value'),
    to: fc.nat(tags.length - 1),
    value: fc.constantFrom('-1', '0', '999999999', '1e9', 'NaN', '', 'restart', 'continue', 'H1', '7'),
  })
  return fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
    const mixed = [...tags]
    for (const { at, how, to, value } of changes) {
      const tag = mixed[at] ?? ''
      if (how === 'drop') mixed[at] = ''
      else if (how === 'double') mixed[at] = tag + tag
      else if (how === 'swap') [mixed[at], mixed[to]] = [mixed[to] ?? '', tag]
      else mixed[at] = tag.replace(/="[^"]*"/gu, `="${value}"`)
    }
    return mixed.join('')
  })
}
/** The same, but every change leaves well-formed XML, so that reading gets to see it. */
const revalued = (xml: string): fc.Arbitrary<string> => {
  const values = [...xml.matchAll(/(?<=\s\w+:?\w+=")[^"]*(?=")/gu)]
  return fc
    .array(
      fc.tuple(fc.nat(values.length - 1), fc.constantFrom('-1', '0', '3', '99999999999', 'x', 'continue')),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    .map((changes) => {
      const set = new Map(changes)
      let i = 0
      return xml.replace(/(?<=\s\w+:?\w+=")[^"]*(?=")/gu, (value) => {
        const changed = set.get(i++)
        return changed === undefined || value.startsWith('http') ? value : changed
      })
    })
}

test.each(PARTS)('%s with its tags and values mangled', TIME, async (part) => {
  const xml = strFromU8(word[part] as Uint8Array)
  await fc.assert(
    fc.asyncProperty(fc.oneof(mangled(xml), revalued(xml), revalued(xml)), async (changed) => {
      await outcome(zipSync({ ...word, [part]: strToU8(changed) }, { level: 0 }))
    }),
    { numRuns: runs(40) },
  )
})

test('a sheet with its tags and values mangled', TIME, async () => {
  const part = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(book[part] as Uint8Array)
  await fc.assert(
    fc.asyncProperty(fc.oneof(mangled(xml), revalued(xml)), async (changed) => {
      await outcome(zipSync({ ...book, [part]: strToU8(changed) }, { level: 0 }), 'a.xlsx')
    }),
    { numRuns: runs(60) },
  )
})

test('bytes of an old Word file changed', TIME, async () => {
  const whole = fixture('library-plan.doc')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
      async (changes) => {
        const bytes = whole.slice()
        for (const [at, value] of changes) bytes[at] = value
        await outcome(bytes, 'a.doc')
      },
    ),
    { numRuns: runs(15) },
  )
})

test('an old Word file whose chain of sectors runs in a ring', TIME, async () => {
  const ring = Buffer.from(fixture('library-plan.doc'))
  const table = 512 * (1 + ring.readInt32LE(76))
  for (let sector = 0; sector < 100; sector++) ring.writeInt32LE(sector === 0 ? 1 : 0, table + sector * 4)
  expect(await outcome(ring, 'a.doc')).toBe('document.broken')
})

test('100,000 elements in one another', async () => {
  const deep = (name: string): string => `<${name}>`.repeat(100_000) + `</${name}>`.repeat(100_000)
  for (const name of ['w:sdt', 'w:tbl', 'w:p', 'w:x', 'w:del'])
    expect(await outcome(docx(p('Việc') + deep(name)))).toBe('document.broken')
})

test('entities that multiply, and one that names a file', async () => {
  const part = (entity: string, use: string): Record<string, string> => ({
    'word/document.xml': `<!DOCTYPE a [${entity}]><w:document ${W}><w:body>${p(use)}</w:body></w:document>`,
  })
  expect(await outcome(docx('', part('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '&b;')))).toBe(
    'document.broken',
  )
  expect(await outcome(docx('', part('<!ENTITY a SYSTEM "file:///etc/hosts">', '&a;')))).toBe(
    'document.broken',
  )
})

test('styles based on each other, lists that point to each other, a note that cites itself', async () => {
  const style = (id: string, base: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`
  const bytes = docx(
    p('Việc', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>') +
      '<w:p><w:r><w:t>Chú</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
    {
      'word/styles.xml': `<w:styles ${W}>${style('A', 'B')}${style('B', 'A')}</w:styles>`,
      'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:t>Tự</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>`,
    },
  )
  expect(await outcome(bytes)).toBe('')
})

test('spans beyond any table', async () => {
  const cell = (properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p('Việc')}</w:tc>`
  const row = `<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>${cell('<w:gridSpan w:val="99999999"/><w:vMerge/>')}${cell('<w:gridSpan w:val="-5"/>')}</w:tr>`
  expect(await outcome(docx(`<w:tbl>${row.repeat(500)}</w:tbl>`))).toBe('')
})

test('5 MB of paragraphs, of cells and of one list read in proportion', TIME, async () => {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const cells = `<w:tr>${`<w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('ô')}</w:tc>`.repeat(5)}</w:tr>`
  for (const body of [p('chữ', list).repeat(35_000), `<w:tbl>${cells.repeat(10_000)}</w:tbl>`]) {
    const bytes = docx(body, { 'word/numbering.xml': numbering })
    const from = performance.now()
    await readDocument(bytes, 'a.docx')
    expect(performance.now() - from).toBeLessThan(5000)
  }
})

test('a workbook with more sheets or rows than a plan, and one stray cell far away', async () => {
  const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì']
  const sheet = (rows: number) => ({
    name: `S${rows}`,
    rows: [head, ...Array.from({ length: rows }, (_, i) => [i + 1, 'Việc', 'Sở A'])],
  })
  const many = await writeXlsx({ sheets: Array.from({ length: 31 }, (_, i) => sheet(i + 1)) })
  expect(await outcome(many, 'a.xlsx')).toBe('document.sheet-too-large')
  expect(await outcome(await writeXlsx({ sheets: [sheet(6000)] }), 'a.xlsx')).toBe('document.sheet-too-large')
  const parts = unzipSync(await writeXlsx({ sheets: [sheet(3)] }))
  const part = 'xl/worksheets/sheet1.xml'
  const stray = (ref: string): Uint8Array =>
    zipSync({
      ...parts,
      [part]: strToU8(
        strFromU8(parts[part] as Uint8Array).replace(
          '</sheetData>',
          `<row r="${ref.replace(/\D/gu, '')}"><c r="${ref}"><v>1</v></c></row></sheetData>`,
        ),
      ),
    })
  expect(await outcome(stray('A1048576'), 'a.xlsx')).toBe('document.sheet-too-large')
  expect(await outcome(stray('XFD9'), 'a.xlsx')).toBe('')
})

test('a mark of secrecy in the page header of a sheet, in a box of an old Word file', async () => {
  const rows = [
    ['TT', 'Nhiệm vụ'],
    [1, 'Việc'],
  ]
  const marked = await writeXlsx({
    sheets: [{ name: 'S', rows, headerFooter: { oddHeader: '&L&"Arial"&14TỐI MẬT&R&P' } }],
  })
  expect(await outcome(marked, 'a.xlsx')).toBe('document.secret')
  // The box of the fixture holds "DỰ THẢO".
  const old = Buffer.from(fixture('library-plan.doc'))
  const at = old.indexOf(Buffer.from('DỰ THẢO', 'utf16le'))
  old.write('TỐI MẬT', at, 'utf16le')
  expect(await outcome(old, 'a.doc')).toBe('document.secret')
})

test('an old Word file with a password', async () => {
  const locked = Buffer.from(fixture('library-plan.doc'))
  const main = locked.indexOf(Buffer.from([0xec, 0xa5]), 512)
  locked.writeUInt16LE(locked.readUInt16LE(main + 10) | 0x0100, main + 10)
  expect(await outcome(locked, 'a.doc')).toBe('document.encrypted')
})
