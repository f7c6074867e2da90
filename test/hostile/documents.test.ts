import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MOST_BYTES } from '../../src/base/limit.ts'
import { Refusal } from '../../src/base/refusal.ts'
import { readDocument, readText } from '../../src/document/read-document.ts'
import * as words from '../../src/vocabulary/words.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

async function refusalOf(read: () => unknown): Promise<Refusal> {
  try {
    await read()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
const codeOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await refusalOf(() => readDocument(bytes, name))).code

test('an empty file, and one of white space', async () => {
  expect(await codeOf(new Uint8Array(), 'a.docx')).toBe('document.empty')
  expect(await codeOf(strToU8('  \n\t\n'), 'a.txt')).toBe('document.empty')
  expect(await codeOf(docx(''), 'a.docx')).toBe('document.empty')
})

test('more than 50 MB', async () => {
  const refusal = await refusalOf(() => readDocument(new Uint8Array(MOST_BYTES + 1), 'a.docx'))
  expect([refusal.code, refusal.kind]).toEqual(['document.too-large', 'too-large'])
})

test('an encrypted file and an old one', async () => {
  const ole = (words: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(words, 'utf16le')])
  expect(await codeOf(ole('EncryptedPackage'), 'a.docx')).toBe('document.encrypted')
  expect(await codeOf(ole('WordDocument'), 'a.doc')).toBe('document.broken')
  expect(await codeOf(ole('Workbook'), 'a.xls')).toBe('document.old-excel')
  expect(await codeOf(ole('PowerPoint Document'), 'a.ppt')).toBe('document.type')
  expect(await codeOf(ole('__substg1.0_001A001E'), 'a.msg')).toBe('document.type')
})

test('a cut zip, a zip with a damaged part, rubbish named .docx', async () => {
  const whole = docx(p('Kế hoạch'.repeat(50)))
  expect(await codeOf(whole.slice(0, whole.length - 30), 'a.docx')).toBe('document.broken')
  const damaged = whole.slice()
  damaged.fill(0xff, 50, 90)
  expect(await codeOf(damaged, 'a.docx')).toBe('document.broken')
  expect(await codeOf(strToU8('đây chỉ là chữ'), 'a.docx')).toBe('document.broken')
  expect(await codeOf(docx('<w:p><w:r>'), 'a.docx')).toBe('document.broken')
})

/** A zip of one part that may lie about its size. */
function zipOf(name: string, content: Uint8Array, declared: number, entries = 1): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(declared, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(declared, 24)
  central.writeUInt16LE(name.length, 28)
  const directory = Buffer.concat(
    Array.from({ length: entries }, () => Buffer.concat([central, Buffer.from(name)])),
  )
  const body = Buffer.concat([local, Buffer.from(name), packed])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

test('a zip bomb: too much declared, more inflated than declared, too many entries', async () => {
  const zeros = new Uint8Array(4_000_000)
  expect(await codeOf(zipOf('word/document.xml', zeros, 2_000_000_000), 'a.docx')).toBe('document.bomb')
  expect(await codeOf(zipOf('word/document.xml', zeros, 1000), 'a.docx')).toBe('document.bomb')
  expect(await codeOf(zipOf('word/document.xml', zeros, 4_000_000, 5000), 'a.docx')).toBe('document.bomb')
})

test('a web page is read as one, whatever its name; one without words is empty', async () => {
  const page = '<!DOCTYPE html><html><body><script>alert(1)</script>%<br></body></html>'
  const { lines } = await readDocument(strToU8(page.replace('%', 'Kế hoạch')), 'a.docx')
  expect(lines.map((line) => line.text)).toEqual(['Kế hoạch'])
  expect(await codeOf(strToU8(page.replace('%', '')), 'a.html')).toBe('document.empty')
})

test('a picture, a PDF, a workbook, rubbish', async () => {
  expect(await codeOf(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.docx')).toBe('document.type')
  expect(await codeOf(strToU8('%PDF-1.7\n'), 'a.pdf')).toBe('document.broken')
  expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'a.xlsx')).toBe('document.broken')
  expect(await codeOf(zipSync({ 'xl/workbook.bin': strToU8('a') }), 'a.xlsb')).toBe('document.old-excel')
  expect(
    await codeOf(
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251),
      'a.txt',
    ),
  ).toBe('document.binary')
})

test('what is of another kind is told what to do with just that kind', async () => {
  const cureOf = async (bytes: Uint8Array) =>
    await readDocument(bytes, 'a.pdf').then(
      () => '',
      (error) => error.message,
    )
  expect(await cureOf(Buffer.from('ffd8ffe000104a464946', 'hex'))).toContain(words.document.cures.picture)
  expect(await cureOf(zipSync({ 'ke-hoach.docx': strToU8('a') }))).toContain(words.document.cures.zip)
  expect(await cureOf(strToU8('{\\rtf1 a}'))).toContain(words.document.cures.rtf)
})

test('a text longer than any plan', async () => {
  expect(await codeOf(strToU8(`KẾ HOẠCH\n${'1. Việc cần làm.\n'.repeat(340_000)}`), 'a.txt')).toBe(
    'document.too-long',
  )
})

test('every refusal is one polite sentence', async () => {
  for (const [bytes, name] of [
    [new Uint8Array(), 'a.txt'],
    [strToU8('%PDF-1.7'), 'a.pdf'],
    [docx(p('MẬT') + p('KẾ HOẠCH')), 'a.docx'],
  ] as const) {
    const { message } = await refusalOf(() => readDocument(bytes, name))
    expect(message).toMatch(/^\p{Lu}.*\. Hãy .*\.$/su)
    expect(message.split('\n')).toHaveLength(1)
  }
})

test.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'Độ mật: Tối mật', 'T U Y Ệ T  M Ậ T', '**MẬT**', 'MẬT - KHẨN'])(
  'a mark of secrecy at the head: %s',
  async (mark) => {
    expect(
      (await refusalOf(() => readText(`UBND TỈNH A\n${mark}\nKẾ HOẠCH\nVề việc B\nI. MỤC ĐÍCH`))).code,
    ).toBe('document.secret')
  },
)

test.each([
  'UBND TỈNH A    MẬT',
  'UBND TỈNH A\tTỐI MẬT',
  '| **UBND TỈNH A** | **MẬT** |',
  'UBND TỈNH A<br>MẬT',
])('a mark that shares its line with another column: %s', async (line) => {
  expect((await refusalOf(() => readText(`${line}\nKẾ HOẠCH\nVề việc B\nI. MỤC ĐÍCH`))).code).toBe(
    'document.secret',
  )
})

test('a mark in a cell, a text box, a page header', async () => {
  const cell = `<w:tbl><w:tr><w:tc><w:tcPr/>${p('UBND TỈNH A')}</w:tc><w:tc><w:tcPr/>${p('MẬT')}</w:tc></w:tr></w:tbl>`
  expect(await codeOf(docx(cell + p('KẾ HOẠCH')), 'a.docx')).toBe('document.secret')
  const box = `<w:p><w:r><w:pict><w:txbxContent>${p('TỐI MẬT')}</w:txbxContent></w:pict></w:r><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>`
  expect(await codeOf(docx(box), 'a.docx')).toBe('document.secret')
  const header = { 'word/header1.xml': `<w:hdr ${W}>${p('MẬT')}</w:hdr>` }
  expect(await codeOf(docx(p('KẾ HOẠCH'), header), 'a.docx')).toBe('document.secret')
})

test('a mark in an old encoding', async () => {
  const text = 'UBND TØNH S¤NG M¥\nMËT\nKÕ ho¹ch\nTrång rõng vµ ch¨m sãc ®ª ®iÒu\nI. Môc ®Ých'
  expect((await refusalOf(() => readText(text))).code).toBe('document.secret')
})

test('words about secrecy are no mark', async () => {
  const text = 'KẾ HOẠCH\nVề bảo vệ bí mật nhà nước\nI. MỤC ĐÍCH\n1. Tuân thủ quy định về tài liệu mật.\nMẬT'
  expect(readText(text).lines).toHaveLength(5)
})

/** Each is as long as a text may be, or longer: the time must grow with the length and not with its square. */
test.each([
  ['one word over and over', 'việc '.repeat(1_000_000)],
  ['half a million short lines', 'việc\n'.repeat(500_000)],
  ['one word of three million letters', 'a'.repeat(3_000_000)],
  ['bars', '|\n'.repeat(150_000)],
  ['open marks', '['.repeat(1_000_000)],
  ['open tags', `<html>${'<table><tr><td>'.repeat(60_000)}<p>việc</p>`],
  ['tags without a name', `<html>${'<'.repeat(500_000)}`],
  ['words of an old encoding', 'céng hoµ x· héi '.repeat(60_000)],
])('%s', { timeout: 20_000 }, async (_, text) => {
  const start = performance.now()
  await readDocument(strToU8(text), 'a.txt').catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  expect(performance.now() - start).toBeLessThan(5000)
})
