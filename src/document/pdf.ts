// The bytes of a PDF in, its pages as drawn out: words and ruled lines with their places.

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'
import type { Page } from './page.ts'
import { type Matrix, readDrawing } from './pdf-drawing.ts'

const MOST_PAGES = 1000
const MOST_OPERATORS = 1_000_000
const MOST_WORDS = 1_000_000
const MOST_MILLISECONDS = 120_000

const refuse = (code: string, message: string): Refusal => new Refusal('invalid', `document.${code}`, message)
const tooLong = (): Refusal => new Refusal('too-large', 'document.too-long', words.document.tooLong)

/**
 * All pages of a PDF; pages that are only a picture come without words.
 * @throws Refusal when it has a password, is broken, has no page or is far larger than any plan.
 */
export async function readPdf(
  bytes: Uint8Array,
  progress: (done: number, of: number) => void = () => {},
): Promise<Page[]> {
  const started = performance.now()
  const { OPS } = await getResolvedPDFJS()
  const file = await open(bytes)
  try {
    if (file.numPages < 1) throw refuse('broken', words.document.brokenPdf)
    if (file.numPages > MOST_PAGES) throw tooLong()
    const pages: Page[] = []
    let count = 0
    for (let number = 1; number <= file.numPages; number++) {
      if (performance.now() - started > MOST_MILLISECONDS) throw tooLong()
      const page = await pageOf(file, number, OPS as unknown as Record<string, number>)
      count += page.words.length
      if (count > MOST_WORDS) throw tooLong()
      pages.push(page)
      progress(number, file.numPages)
      // Others are served between two pages.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return pages
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuse('broken', words.document.brokenPdf)
  } finally {
    await file.loadingTask.destroy().catch(() => {})
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<PdfFile> {
  try {
    // The reader takes the bytes over, so it gets its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: false,
      maxImageSize: 1,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw refuse('encrypted', words.document.encryptedPdf)
    throw refuse('broken', words.document.brokenPdf)
  }
}

async function pageOf(file: PdfFile, number: number, codes: Record<string, number>): Promise<Page> {
  const page = await file.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    // Notes, stamps and fields laid over the page are no text of the document.
    const list = await page.getOperatorList({ annotationMode: 0 })
    if (list.fnArray.length > MOST_OPERATORS) throw tooLong()
    const fontName = (id: string): string => {
      try {
        return String((page.commonObjs.get(id) as { name?: string } | null)?.name ?? '')
      } catch {
        return ''
      }
    }
    return readDrawing(
      { operators: list.fnArray, operands: list.argsArray, codes, fontName, base: transform as Matrix },
      number,
      width,
      height,
    )
  } finally {
    page.cleanup()
  }
}
