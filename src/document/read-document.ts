// Bytes and a file name in, the lines of the document out; what cannot or must not be read is refused with a reason.

import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import * as words from '../vocabulary/words.ts'
import { readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { readParts } from './docx-parts.ts'
import { convertLegacyTexts } from './encoding.ts'
import { linesOfHtml } from './html.ts'
import { linesOfPages } from './layout.ts'
import type { Line, SourceDocument } from './line.ts'
import { pageState } from './page-state.ts'
import { readPdf } from './pdf.ts'
import { decodeText, linesOfText } from './plain-text.ts'
import { markScanned, scanPages } from './scan.ts'
import { findSecrecyMark } from './secrecy.ts'
import { setAsideFrame } from './web-page.ts'
import { readWorkbook } from './xlsx.ts'
import { openArchive } from './zip.ts'

/** The longest plan known has 0.1 million; reading takes about half a second a million and nobody else is served meanwhile. */
const MOST_CHARACTERS = 5_300_000

const refuse = (code: string, message: string): Refusal => new Refusal('invalid', `document.${code}`, message)
type FileKind = keyof typeof words.document.kinds
const unread = (what: FileKind): Refusal =>
  refuse('type', words.document.notRead(words.document.kinds[what], words.document.cures[what]))

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const PDF = [0x25, 0x50, 0x44, 0x46]
/** First bytes of what is surely something else, and how to call it. */
const OTHERS: [signature: number[], what: FileKind][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
  [[0x42, 0x4d], 'picture'],
  [[0x4d, 0x5a], 'program'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x52, 0x61, 0x72, 0x21], 'rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'sevenZip'],
]
/** Parts that tell which other office file a zip is. */
const OFFICE: [prefix: string, what: FileKind][] = [
  ['ppt/', 'slides'],
  ['content.xml', 'openDocument'],
]

const begins = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

function includesWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))
}

/** Pasted words, or the text of a .txt or .md file. */
export function readText(text: string): SourceDocument {
  if (text.length > MOST_CHARACTERS && text.normalize('NFC').replace(/\s+/gu, '').length > MOST_CHARACTERS)
    throw tooLong()
  // Conversion comes first: the signs of the old encodings would not outlive what is done to Unicode.
  const { texts, encodings } = convertLegacyTexts(text.split(/\r\n?|\n/u))
  const lines = linesOfText(encodings.length > 0 ? texts.join('\n') : text)
  return guarded(framed({ door: 'text', lines, notices: encodings.map(words.document.converted) }))
}

/** A saved web page. */
function readHtml(html: string): SourceDocument {
  return guarded(framed({ door: 'text', lines: linesOfHtml(html), notices: [] }))
}

function framed(source: SourceDocument): SourceDocument {
  const aside = setAsideFrame(source.lines)
  if (aside > 0) source.notices.push(words.document.setAside(aside))
  return source
}

/** Called while a long reading goes on: pages done and pages in all. */
export type Progress = (done: number, of: number) => void

export interface ReadOptions {
  /** Whether pages that are only a picture are recognised, which takes seconds a page; they are by default. */
  recognise?: boolean
}

/**
 * The lines of any file that can be read.
 * @throws Refusal when it cannot be read, is too large, or carries a secrecy mark.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  progress: Progress = () => {},
  options: ReadOptions = {},
): Promise<SourceDocument> {
  if (bytes.length === 0) throw empty()
  if (bytes.length > MOST_BYTES) throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (begins(bytes, OLE)) return readOle(bytes)
  if (begins(bytes, ZIP)) return readZip(bytes)
  if (begins(bytes, PDF)) return readPages(bytes, progress, options.recognise ?? true)
  // "BM" and "MZ" are also how a text may begin, so these count only in a file that is no text.
  const decoded = decodeText(bytes)
  const text = decoded?.text ?? null
  for (const [signature, what] of OTHERS)
    if (begins(bytes, signature) && (signature.length > 2 || text === null)) throw unread(what)
  // Web pages also come under the name of a Word file.
  if (text !== null && isHtml(text, extension)) return named(readHtml(text), decoded?.encoding)
  if (['docx', 'docm', 'dotx'].includes(extension)) throw refuse('broken', words.document.notWord(extension))
  if (text === null) throw refuse('binary', words.document.binary)
  return named(readText(text), decoded?.encoding)
}

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}>\s*)*<(?:!doctype html|html|head|body|meta)[\s>]/iu
const isHtml = (text: string, extension: string): boolean =>
  HTML_START.test(text.slice(0, 5000)) ||
  (['html', 'htm', 'xhtml'].includes(extension) &&
    /<(?:p|div|table|br|span)[\s>/]/iu.test(text.slice(0, 100_000)))

/** With a notice of the encoding the bytes were in. */
function named(source: SourceDocument, encoding: string | null | undefined): SourceDocument {
  if (encoding) source.notices.unshift(words.document.converted(encoding))
  return source
}

async function readOle(bytes: Uint8Array): Promise<SourceDocument> {
  if (includesWide(bytes, 'EncryptedPackage')) throw refuse('encrypted', words.document.encrypted)
  // The streams tell which file it is. A message may carry a Word file, a Word file a sheet or slides.
  if (includesWide(bytes, '__substg1.0_')) throw unread('mail')
  if (includesWide(bytes, 'WordDocument')) {
    const { lines, headerTexts, notices } = await readDoc(bytes)
    return guarded({ door: 'doc', lines, notices }, headerTexts)
  }
  if (includesWide(bytes, 'Workbook')) throw refuse('old-excel', words.document.oldExcel)
  throw unread(includesWide(bytes, 'PowerPoint Document') ? 'slides' : 'oldOffice')
}

async function readZip(bytes: Uint8Array): Promise<SourceDocument> {
  const archive = openArchive(bytes)
  const parts = readParts(archive)
  if (!parts && archive.names.includes('xl/workbook.xml')) {
    const { lines, headerTexts, notices } = await readWorkbook(bytes)
    return guarded({ door: 'xlsx', lines, notices }, headerTexts)
  }
  if (!parts && archive.names.some((name) => name.startsWith('xl/')))
    throw refuse('old-excel', words.document.oldExcel)
  if (!parts) {
    const other = OFFICE.find(([prefix]) => archive.names.some((name) => name.startsWith(prefix)))
    throw unread(other ? other[1] : 'zip')
  }
  const { lines, headerTexts, notices, pictures } = readDocx(parts)
  if (pictures > 0 && !hasWords(lines)) throw refuse('pictures', words.document.onlyPictures)
  return guarded({ door: 'docx', lines, notices }, headerTexts)
}

const hasWords = (lines: readonly Line[]): boolean => lines.some((line) => /\p{L}/u.test(line.text))

const tooLong = (): Refusal => new Refusal('too-large', 'document.too-long', words.document.tooLong)

async function readPages(bytes: Uint8Array, progress: Progress, recognise: boolean): Promise<SourceDocument> {
  const pages = await readPdf(bytes)
  const wanted = new Set(pages.filter((page) => pageState(page) !== 'text').map((page) => page.number))
  if (wanted.size === 0) return guarded({ door: 'pdf', lines: linesOfPages(pages), notices: [] })
  if (!recognise) {
    const rest = pages.filter((page) => !wanted.has(page.number))
    return guarded({ door: 'pdf', lines: linesOfPages(rest), notices: [] })
  }
  const scanned = await scanPages(bytes, pages, wanted, progress)
  const { lines, notices } = markScanned(linesOfPages(scanned.pages), scanned)
  return guarded({ door: wanted.size * 2 > pages.length ? 'scan' : 'pdf', lines, notices })
}

const empty = (): Refusal => refuse('empty', words.document.empty)

function guarded(given: SourceDocument, givenHeaders: readonly string[] = []): SourceDocument {
  const [source, headerTexts] = inVietnamese(given, givenHeaders)
  if (!hasWords(source.lines)) throw empty()
  if (source.lines.reduce((sum, line) => sum + line.text.length, 0) > MOST_CHARACTERS) throw tooLong()
  // The frame of a web page must not push a mark out of the head.
  const own = source.lines.filter((line) => !line.aside)
  const mark = findSecrecyMark(own, headerTexts) ?? findSecrecyMark(source.lines)
  if (mark !== null) throw refuse('secret', words.document.secret(mark))
  return source
}

/** Every line leaves as one Vietnamese: words in an old encoding converted, all in one composition. */
function inVietnamese(source: SourceDocument, headerTexts: readonly string[]): [SourceDocument, string[]] {
  const given = [...source.lines.map((line) => line.text), ...headerTexts]
  const { texts, encodings } = convertLegacyTexts(given)
  const plain = texts.map((text) => normalise(text).trim())
  const lines = source.lines
    .map((line, i) => ({ ...line, text: plain[i] ?? '' }))
    .filter((line) => line.text !== '')
    .map((line, n) => ({ ...line, n }))
  const told = encodings.map(words.document.converted).filter((notice) => !source.notices.includes(notice))
  return [{ ...source, lines, notices: [...source.notices, ...told] }, plain.slice(source.lines.length)]
}

/** Refuses what is no PDF, cannot be opened or carries a secrecy mark; a scan without words passes. */
export async function refuseUnlessPdf(bytes: Uint8Array, fileName: string): Promise<void> {
  if (!begins(bytes, PDF)) throw refuse('not-pdf', words.document.notPdf)
  try {
    await readDocument(bytes, fileName, () => {}, { recognise: false })
  } catch (error) {
    // Pages that are pictures carry no words, and are a signed paper all the same.
    if (!(error instanceof Refusal) || error.code !== 'document.empty') throw error
  }
}

/**
 * Refuses a paper that carries a secrecy mark (Luật 117/2025/QH15, Điều 5); what cannot be read here passes unread.
 * For attachments, which may be of any kind and are not worth seconds of recognising each.
 */
export async function refuseSecretPaper(bytes: Uint8Array, fileName: string): Promise<void> {
  try {
    await readDocument(bytes, fileName, () => {}, { recognise: false })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'document.secret') throw error
  }
}
