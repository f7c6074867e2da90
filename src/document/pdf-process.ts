// The process in which a PDF is taken apart: its bytes come as a message, what becomes of them goes back as messages.

import type { Page } from './page.ts'
import { type PdfFault, pagesOfPdf, UnreadPdf } from './pdf-pages.ts'

export type PdfMessage = { done: number; of: number } | { pages: Page[] } | { fault: PdfFault }

const answer = (message: PdfMessage): void => {
  process.send?.(message)
}

process.once('message', (bytes: Uint8Array) => {
  pagesOfPdf(bytes, (done, of) => answer({ done, of })).then(
    (pages) => answer({ pages }),
    (error) => answer({ fault: error instanceof UnreadPdf ? error.fault : 'broken' }),
  )
})
