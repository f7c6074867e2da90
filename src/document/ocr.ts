// Pages of a PDF in, the words a recogniser reads in their pictures out, with their places. Works without a network:
// program and Vietnamese data come with the package, and nothing is written beside them.

import type { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import {
  createWorker,
  OEM,
  type Line as ReadLine,
  type RecognizeOptions,
  type Worker,
  type WorkerParams,
} from 'tesseract.js'
import type { Page, Word } from './page.ts'
import {
  type Box,
  cropped,
  type Drawer,
  type DrawnPage,
  halfTurned,
  inkThreshold,
  levelled,
  openDrawer,
  type Picture,
  quarterTurned,
  skewOf,
  strokeOf,
  withoutSpecks,
} from './picture.ts'
import { inkBefore, type Region, regionsOf, withoutCells } from './region.ts'
import { gridRules, ruledLines, withoutRules } from './ruling.ts'

/** A word as recognised; `certainty` from 0 to 100. */
export interface RecognisedWord extends Word {
  certainty: number
  /** Width of its strokes in pixels. */
  stroke: number
}

export interface RecognisedPage extends Page {
  words: RecognisedWord[]
}

export interface Recognition {
  pages: RecognisedPage[]
  /** Numbers of pages that gave no words because reading them failed or took too long. */
  failed: number[]
}

/** Stands where ink was seen that could not be read. */
export const UNREAD = '?'

const DATA = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
)
const MOST_WORKERS = 2
/** A page of text takes two seconds; a photograph of leaves may take minutes. */
const PAGE_MILLISECONDS = 120_000
/** Paper around each piece, in pixels: letters at the very edge are misread. */
const MARGIN = 14
/** Below this a page is tried in its other directions, too. */
const UPRIGHT_CERTAINTY = 65
/** A mark that is no letter counts only when it is fairly certain; a letter may be doubtful. */
const LEAST_SIGN = 55
const LEAST_WORD = 12
/** Marks that never stand alone. */
const DUST = /^[\s.:;,'’‘`´"“”|\\]*$/u
/** … nor begin a word. */
const clean = (text: string): string => text.normalize('NFC').replace(/^[.:;,'’‘`´|\\]+(?=[\p{L}\p{N}])/u, '')
/** What a dash at the front of a line is taken for. */
const ODD_DASH = /^[~·_«»¬=]$/u
/** Where the base line stands in the height of a row. */
const ABOVE_BASE = 0.78

/** The settings of the recogniser: a column of text of several sizes; one block, as in a cell. */
const COLUMN = { tessedit_pageseg_mode: '4' } as Partial<RecognizeOptions>
const BLOCK = { tessedit_pageseg_mode: '6' } as Partial<RecognizeOptions>

/** Bold strokes are 1.4 times as wide as others, capitals 1.1 times. */
const BOLD = 1.22

/** A recogniser in a thread of its own, started when first needed; a job that fails or lasts too long ends it. */
class Reader {
  #starting: Promise<Worker> | null = null
  #ended: (() => void) | null = null

  async #start(): Promise<Worker> {
    const worker = await createWorker('vie', OEM.LSTM_ONLY, {
      langPath: DATA,
      cacheMethod: 'none',
      // Without it a picture that cannot be read would end the whole process.
      errorHandler: () => {},
    })
    // So would a thread that dies.
    const { worker: thread } = worker as unknown as { worker: EventEmitter }
    thread.on('error', () => this.#ended?.())
    await worker.setParameters({ user_defined_dpi: '200', debug_file: '/dev/null' } as Partial<WorkerParams>)
    return worker
  }

  /** The lines of text in one picture. */
  async read(
    picture: Picture,
    settings: Partial<RecognizeOptions>,
    signal: AbortSignal,
  ): Promise<ReadLine[]> {
    this.#starting ??= this.#start()
    const starting = this.#starting
    const job = async (): Promise<ReadLine[]> => {
      const worker = await starting
      const { data } = await worker.recognize(pictureFile(picture), settings, { text: false, blocks: true })
      return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((each) => each.lines))
    }
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error('recogniser lost'))
      this.#ended = lost
      if (signal.aborted) return lost()
      signal.addEventListener('abort', lost, { once: true })
      job()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', lost))
    })
  }

  /** Ends the thread, also one that is only starting or stuck. */
  end(): void {
    this.#starting?.then((worker) => worker.terminate()).catch(() => {})
    this.#starting = null
  }
}

/** A grey picture as a file the recogniser opens (PGM), with a margin of paper around it. */
function pictureFile({ width, height, grey }: Picture): Buffer {
  const wide = width + 2 * MARGIN
  const high = height + 2 * MARGIN
  const head = Buffer.from(`P5\n${wide} ${high}\n255\n`)
  const file = Buffer.alloc(head.length + wide * high, 255)
  head.copy(file)
  for (let y = 0; y < height; y++)
    file.set(grey.subarray(y * width, (y + 1) * width), head.length + (y + MARGIN) * wide + MARGIN)
  return file
}

/** In pixels of the page. */
function wordsOf({ baseline, rowAttributes, words }: ReadLine, region: Region): RecognisedWord[] {
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0)
  const size = rowAttributes.rowHeight
  const found: RecognisedWord[] = []
  for (const { text, bbox, confidence } of words) {
    const base = baseline.y0 + ((bbox.x0 + bbox.x1) / 2 - baseline.x0) * slope
    if (confidence < (/[\p{L}\p{N}]/u.test(text) ? LEAST_WORD : LEAST_SIGN) || DUST.test(text)) continue
    const last = found.at(-1)
    found.push({
      text: found.length === 0 && ODD_DASH.test(text) ? '-' : clean(text),
      // A box is now and then far too wide; words of a line stand in their order all the same.
      x: Math.max(region.left + bbox.x0 - MARGIN, (last?.x ?? 0) + 1),
      y: region.top + base - MARGIN - size * ABOVE_BASE,
      width: bbox.x1 - bbox.x0,
      height: size,
      certainty: confidence,
      stroke: 0,
    })
  }
  return found
}

const boxOf = ({ x, y, width, height }: Word): Box => ({ left: x, top: y, width, height })

/** Words with strokes far wider than is usual in the document are bold. */
function withWeight(pages: readonly RecognisedPage[]): RecognisedPage[] {
  const strokes = pages.flatMap((page) => page.words.filter(isWord).map((word) => word.stroke))
  const usual = strokes.sort((a, b) => a - b)[Math.floor(strokes.length / 2)] ?? 0
  const bold = (word: RecognisedWord): boolean => isWord(word) && word.stroke > usual * BOLD
  return pages.map((page) => ({
    ...page,
    words: page.words.map((word) => (bold(word) ? { ...word, bold: true } : word)),
  }))
}

const isWord = (word: Word): boolean => /\p{L}{2}/u.test(word.text)

interface Read {
  picture: Picture
  words: RecognisedWord[]
  rules: Page['rules']
}

async function readPicture(reader: Reader, picture: Picture, signal: AbortSignal): Promise<Read> {
  const level = levelled(withoutSpecks(picture), skewOf(picture))
  const rules = ruledLines(level)
  const bare = withoutRules(level, gridRules(rules))
  const threshold = inkThreshold(bare)
  const words: RecognisedWord[] = []
  const regions = regionsOf(bare, rules)
  const around = withoutCells(bare, regions)
  for (const region of regions) {
    const lines = await reader.read(
      cropped(region.cell ? bare : around, region),
      region.cell ? BLOCK : COLUMN,
      signal,
    )
    const found = lines.map((line) => wordsOf(line, region)).filter((line) => line.length > 0)
    for (const line of found) {
      const [first] = line
      const label = first && !region.cell && inkBefore(around, region, first)
      // A label that was passed over: its place is kept, for order and indentation to tell what it is.
      if (label)
        line.unshift({
          ...first,
          text: label.dash ? '-' : UNREAD,
          x: label.left,
          width: label.width,
          certainty: 0,
          stroke: 0,
        })
    }
    if (found.length === 0 && region.cell)
      found.push([
        {
          text: UNREAD,
          x: region.left + 4,
          y: region.top + region.height / 2 - 12,
          width: 12,
          height: 24,
          certainty: 0,
          stroke: 0,
        },
      ])
    for (const word of found.flat()) words.push({ ...word, stroke: strokeOf(bare, boxOf(word), threshold) })
  }
  return { picture, words, rules }
}

const meanCertainty = ({ words }: Read): number =>
  words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.certainty, 0) / words.length

async function readPage(
  reader: Reader,
  drawn: DrawnPage,
  number: number,
  signal: AbortSignal,
): Promise<RecognisedPage> {
  let read = await readPicture(reader, drawn.picture, signal)
  // A sheet that lay askew in the scanner reads as rubbish: then the direction that reads best is right.
  if (read.words.length > 4 && meanCertainty(read) < UPRIGHT_CERTAINTY) {
    const right = quarterTurned(drawn.picture)
    for (const turned of [right, halfTurned(right), halfTurned(drawn.picture)]) {
      const other = await readPicture(reader, turned, signal)
      if (meanCertainty(other) > meanCertainty(read) + 5) read = other
      if (meanCertainty(read) > 85) break
    }
  }
  // What reads as rubbish in every direction is a photograph or a drawing.
  const words = meanCertainty(read) < 40 ? [] : read.words
  const points = (value: number): number => value * drawn.scale
  return {
    number,
    width: points(read.picture.width),
    height: points(read.picture.height),
    words: words.map((word) => ({
      ...word,
      x: points(word.x),
      y: points(word.y),
      width: points(word.width),
      height: points(word.height),
    })),
    rules: read.rules.map(({ x1, y1, x2, y2 }) => ({
      x1: points(x1),
      y1: points(y1),
      x2: points(x2),
      y2: points(y2),
    })),
  }
}

async function recognise(
  drawer: Drawer,
  numbers: readonly number[],
  progress: (done: number, of: number) => void,
): Promise<Recognition> {
  const read = new Map<number, RecognisedPage>()
  const failed: number[] = []

  let done = 0
  progress(done, numbers.length)
  const lane = async (own: readonly number[]): Promise<void> => {
    const reader = new Reader()
    try {
      for (const number of own) {
        try {
          const page = await readPage(
            reader,
            await drawer.draw(number),
            number,
            AbortSignal.timeout(PAGE_MILLISECONDS),
          )
          read.set(number, page)
        } catch {
          // One page that cannot be read does not take the others with it; its thread may be stuck.
          failed.push(number)
          reader.end()
        }
        progress(++done, numbers.length)
      }
    } finally {
      reader.end()
    }
  }
  const lanes = Math.max(1, Math.min(MOST_WORKERS, availableParallelism(), numbers.length))
  // Which recogniser reads which page is settled beforehand: what it read before has a slight bearing on what it reads.
  await Promise.all(
    Array.from({ length: lanes }, (_, i) => lane(numbers.filter((_number, at) => at % lanes === i))),
  )
  const pages = numbers.flatMap((number) => read.get(number) ?? [])
  return { pages: withWeight(pages), failed: failed.sort((a, b) => a - b) }
}

/** Recognising takes both cores, so one document waits for the other. */
let before: Promise<unknown> = Promise.resolve()

/**
 * The words of these pages (from 1), read from their pictures. Pages come one at a time, so that memory does not
 * grow with their number; `progress` is called at the start and after each.
 * @throws what the library throws on a file that is no PDF.
 */
export async function recognisePages(
  bytes: Uint8Array,
  numbers: readonly number[],
  progress: (done: number, of: number) => void = () => {},
): Promise<Recognition> {
  const own = before.then(async () => {
    const drawer = await openDrawer(bytes)
    try {
      return await recognise(drawer, numbers, progress)
    } finally {
      drawer.close()
    }
  })
  before = own.catch(() => {})
  return own
}
