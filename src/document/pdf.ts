// The bytes of a PDF in, its pages as drawn out, or a refusal. The file is taken apart in a process of its own, since a
// file may be made to take all memory or to go on for ever: the process is ended then, and this one serves on.

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import type { Page } from './page.ts'
import type { PdfFault } from './pdf-pages.ts'
import type { PdfMessage } from './pdf-process.ts'

/** A page of a plan takes some hundredths of a second. */
const MOST_SECONDS_A_PAGE = 30
const MOST_MEGABYTES = 1024

const refuse = (code: string, message: string): Refusal => new Refusal('invalid', `document.${code}`, message)
const heavy = (): Refusal => refuse('bomb', words.document.heavyPdf)
const FAULTS: Record<PdfFault, () => Refusal> = {
  encrypted: () => refuse('encrypted', words.document.encryptedPdf),
  broken: () => refuse('broken', words.document.brokenPdf),
  'too-long': () => new Refusal('too-large', 'document.too-long', words.document.heavyPdf),
}

/**
 * All pages of a PDF; pages that are only a picture come without words.
 * @throws Refusal when it has a password, is broken, has no page or is far heavier than any plan.
 */
export function readPdf(
  bytes: Uint8Array,
  progress: (done: number, of: number) => void = () => {},
  secondsAPage = MOST_SECONDS_A_PAGE,
): Promise<Page[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./pdf-process.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`, '--disable-warning=ExperimentalWarning'],
      // What a stranger's file may reach knows nothing of this server.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = (settle: () => void): void => {
      clearTimeout(watch)
      child.kill('SIGKILL')
      settle()
    }
    const giveUp = (): void => end(() => reject(heavy()))
    let watch = setTimeout(giveUp, secondsAPage * 1000)
    child.on('message', (message: PdfMessage) => {
      if ('done' in message) {
        clearTimeout(watch)
        watch = setTimeout(giveUp, secondsAPage * 1000)
        progress(message.done, message.of)
      } else if ('pages' in message) end(() => resolve(message.pages))
      else end(() => reject(FAULTS[message.fault]()))
    })
    // Out of memory it dies without a word.
    child.on('exit', giveUp)
    child.on('error', (error) => end(() => reject(error)))
    child.send(bytes, (error) => {
      if (error) giveUp()
    })
  })
}
