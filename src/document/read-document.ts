// Bytes and a file name in, the lines of the document out; what cannot or must not be read is refused with a reason.

import { Refusal } from '../base/refusal.ts'
import { readDocx } from './docx.ts'
import type { Line, SourceDocument } from './line.ts'
import { decodeText, linesOfText } from './plain-text.ts'
import { findSecrecyMark } from './secrecy.ts'
import { listEntries, readEntry } from './zip.ts'

export const MAX_BYTES = 50 * 1024 * 1024

const SAVE_AS = 'đề nghị mở tệp và lưu lại dạng .docx rồi gửi lại'
const refuse = (code: string, message: string): Refusal => new Refusal('invalid', `document.${code}`, message)
const unread = (what: string): Refusal =>
  refuse('type', `Hệ thống chưa đọc được ${what}; ${SAVE_AS} (hoặc dán nội dung văn bản vào ô nhập).`)

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
/** First bytes of what is surely something else, and how to call it. */
const OTHERS: [signature: number[], what: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'tệp PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'tệp ảnh'],
  [[0xff, 0xd8, 0xff], 'tệp ảnh'],
  [[0x47, 0x49, 0x46, 0x38], 'tệp ảnh'],
  [[0x49, 0x49, 0x2a, 0x00], 'tệp ảnh'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tệp ảnh'],
  [[0x42, 0x4d], 'tệp ảnh'],
  [[0x4d, 0x5a], 'tệp chương trình'],
  [[0x7f, 0x45, 0x4c, 0x46], 'tệp chương trình'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'tệp RTF'],
  [[0x52, 0x61, 0x72, 0x21], 'tệp nén RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'tệp nén 7z'],
]
/** Parts that tell which other office file a zip is. */
const OFFICE: [prefix: string, what: string][] = [
  ['xl/', 'bảng tính Excel'],
  ['ppt/', 'tệp trình chiếu'],
  ['content.xml', 'tệp OpenDocument'],
]

const begins = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

function includesWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))
}

/** Pasted words, or the text of a .txt or .md file. */
export function readText(text: string): SourceDocument {
  return guarded({ door: 'text', lines: linesOfText(text), notices: [] })
}

export function readDocument(bytes: Uint8Array, fileName: string): SourceDocument {
  if (bytes.length === 0) throw empty()
  if (bytes.length > MAX_BYTES)
    throw new Refusal(
      'too-large',
      'document.too-large',
      'Tệp lớn hơn 50 MB; đề nghị bỏ bớt hình ảnh hoặc tách tệp rồi gửi lại.',
    )
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (begins(bytes, OLE)) {
    if (includesWide(bytes, 'EncryptedPackage'))
      throw refuse(
        'encrypted',
        'Tệp được đặt mật khẩu nên không mở được; đề nghị bỏ mật khẩu, lưu lại dạng .docx rồi gửi lại.',
      )
    throw unread('tệp Office đời cũ (.doc, .xls)')
  }
  if (begins(bytes, ZIP)) return readZip(bytes)
  // "BM" and "MZ" are also how a text may begin, so these count only in a file that is no text.
  const text = decodeText(bytes)
  for (const [signature, what] of OTHERS)
    if (begins(bytes, signature) && (signature.length > 2 || text === null)) throw unread(what)
  if (text !== null && /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)[\s>]/iu.test(text))
    throw refuse(
      'html',
      `Tệp là trang web (HTML) chứ không phải văn bản Word; đề nghị mở tệp bằng Word, lưu lại dạng .docx rồi gửi lại (hoặc dán nội dung văn bản vào ô nhập).`,
    )
  if (['docx', 'docm', 'dotx'].includes(extension))
    throw refuse('broken', `Tệp mang đuôi .${extension} nhưng không phải tệp Word hoặc đã hỏng; ${SAVE_AS}.`)
  if (text === null)
    throw refuse(
      'binary',
      'Tệp không phải văn bản Unicode đọc được; đề nghị lưu lại dạng .docx hoặc văn bản UTF-8 rồi gửi lại.',
    )
  return readText(text)
}

function readZip(bytes: Uint8Array): SourceDocument {
  const entries = listEntries(bytes)
  const part = (name: string): string => {
    const entry = entries.find((each) => each.name === name)
    return entry ? new TextDecoder().decode(readEntry(bytes, entry)) : ''
  }
  const main = part('word/document.xml')
  if (!main) {
    const other = OFFICE.find(([prefix]) => entries.some((each) => each.name.startsWith(prefix)))
    throw unread(other ? other[1] : 'tệp nén')
  }
  const headers = entries.filter((each) => /^word\/header\d*\.xml$/u.test(each.name))
  try {
    const { lines, headerTexts, notices } = readDocx({
      document: main,
      styles: part('word/styles.xml'),
      numbering: part('word/numbering.xml'),
      headers: headers.map((each) => part(each.name)),
    })
    return guarded({ door: 'docx', lines, notices }, headerTexts)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('broken', `Nội dung tệp Word bị hỏng nên không đọc được; ${SAVE_AS}.`)
  }
}

const empty = (): Refusal =>
  refuse('empty', 'Tệp không có nội dung; đề nghị kiểm tra và gửi lại tệp có văn bản.')

function guarded(source: SourceDocument, headerTexts: string[] = []): SourceDocument {
  if (!source.lines.some((line: Line) => /\p{L}/u.test(line.text))) throw empty()
  const mark = findSecrecyMark(source.lines, headerTexts)
  if (mark !== null)
    throw refuse(
      'secret',
      `Văn bản mang dấu độ mật “${mark}” nên không được đưa vào hệ thống này; đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    )
  return source
}
