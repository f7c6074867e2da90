// The words of the screens in the language in use. One file per language; all of them have the keys of vi.ts.
import { vi } from './vi.ts'

export type Words = typeof vi
export const words: Words = vi
