// The bytes of a PDF in, its pages as drawn out: words and ruled lines with their places. Called in the process
// of pdf-process.ts, as a file may be made to take all memory or to go on for ever.

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Page } from './page.ts'
import { type Matrix, readDrawing } from './pdf-drawing.ts'

const MOST_PAGES = 1000
const MOST_OPERATORS = 1_000_000
const MOST_WORDS = 1_000_000
/** A page of the smallest print has 3,000. */
const MOST_WORDS_ON_PAGE = 20_000
const MOST_MILLISECONDS = 120_000

export type PdfFault = 'encrypted' | 'broken' | 'too-long'

/** Why a PDF gives no pages; worded for the reader where it is caught. */
export class UnreadPdf extends Error {
  readonly fault: PdfFault

  constructor(fault: PdfFault) {
    super(fault)
    this.fault = fault
  }
}

/**
 * All pages of a PDF; pages that are only a picture come without words.
 * @throws UnreadPdf when it has a password, is broken, has no page or is far larger than any plan.
 */
export async function pagesOfPdf(
  bytes: Uint8Array,
  progress: (done: number, of: number) => void = () => {},
): Promise<Page[]> {
  const started = performance.now()
  const { OPS } = await getResolvedPDFJS()
  const file = await open(bytes)
  try {
    if (file.numPages < 1) throw new UnreadPdf('broken')
    if (file.numPages > MOST_PAGES) throw new UnreadPdf('too-long')
    const pages: Page[] = []
    let count = 0
    for (let number = 1; number <= file.numPages; number++) {
      if (performance.now() - started > MOST_MILLISECONDS) throw new UnreadPdf('too-long')
      const page = await pageOf(file, number, OPS as unknown as Record<string, number>)
      count += page.words.length
      if (count > MOST_WORDS || page.words.length > MOST_WORDS_ON_PAGE) throw new UnreadPdf('too-long')
      pages.push(page)
      progress(number, file.numPages)
    }
    return pages
  } catch (error) {
    if (error instanceof UnreadPdf) throw error
    throw new UnreadPdf('broken')
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
    if (error instanceof Error && error.name === 'PasswordException') throw new UnreadPdf('encrypted')
    throw new UnreadPdf('broken')
  }
}

async function pageOf(file: PdfFile, number: number, codes: Record<string, number>): Promise<Page> {
  const page = await file.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    // Notes, stamps and fields laid over the page are no text of the document.
    const list = await page.getOperatorList({ annotationMode: 0 })
    if (list.fnArray.length > MOST_OPERATORS) throw new UnreadPdf('too-long')
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
