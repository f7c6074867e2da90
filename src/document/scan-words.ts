import type { RecognisedPage } from './ocr.ts'

/** What was recognised and what it surely is. */
export interface Repair {
  from: string
  to: string
}

export function repairWords(pages: readonly RecognisedPage[]): {
  pages: RecognisedPage[]
  repairs: Repair[]
} {
  return { pages: [...pages], repairs: [] }
}
