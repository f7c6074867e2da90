import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Refusal } from '../base/refusal.ts'
import { readDocument } from './read-document.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...parts: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
    .map(([type, target], i) => `<Relationship Id="r${i}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
const document = (inner: string): string => `<w:document ${W}><w:body>${inner}</w:body></w:document>`
const p = (text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
const read = async (bytes: Uint8Array, name = 'a.docx') => (await readDocument(bytes, name)).lines
const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style></w:styles>`

test('the main part and its styles are found by their relations, whatever their names', async () => {
  const bytes = zip({
    '_rels/.rels': relations([`${OFFICE}/officeDocument`, '/word/document2.xml']),
    'word/document2.xml': document(p('Kế hoạch')),
    'word/_rels/document2.xml.rels': relations([`${OFFICE}/styles`, '../shared/own.xml']),
    'shared/own.xml': STYLES,
  })
  for (const name of ['a.docx', 'a.docm', 'a.dotx'])
    expect(await read(bytes, name)).toEqual([{ n: 0, text: 'Kế hoạch', bold: true }])
})

test('without relations the usual names count, in capitals too', async () => {
  const bytes = zip({ 'Word/Document.xml': document(p('Kế hoạch')), 'word/styles.xml': STYLES })
  expect(await read(bytes)).toEqual([{ n: 0, text: 'Kế hoạch', bold: true }])
})

test('a part in UTF-16', async () => {
  const xml = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(document(p('Kế hoạch')), 'utf16le')])
  expect(await read(zipSync({ 'word/document.xml': xml }))).toMatchObject([{ text: 'Kế hoạch' }])
})

test('sizes in the extra field for large files', async () => {
  const bytes = Buffer.from(zip({ 'word/document.xml': document(p('Kế hoạch')) }))
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const end = bytes.indexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(bytes.readUInt32LE(central + 24)), 4)
  extra.writeBigUInt64LE(BigInt(bytes.readUInt32LE(central + 20)), 12)
  bytes.writeUInt32LE(0xffffffff, central + 20)
  bytes.writeUInt32LE(0xffffffff, central + 24)
  bytes.writeUInt16LE(extra.length, central + 30)
  const large = Buffer.concat([bytes.subarray(0, end), extra, bytes.subarray(end)])
  expect(await read(large)).toMatchObject([{ text: 'Kế hoạch' }])
})

test('pages that are only pictures are refused with a way out', async () => {
  const picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
  const refused = await readDocument(zip({ 'word/document.xml': document(picture) }), 'a.docx').catch(
    (e) => e,
  )
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({ code: 'document.pictures' })
})
