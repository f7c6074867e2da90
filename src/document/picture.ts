// Pages of a PDF as grey pictures: drawn one at a time, turned upright.
// A picture has one byte a pixel, 0 black and 255 white, row by row from the top left.

import { PDFiumLibrary } from '@hyzyla/pdfium'

export interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

/** A page drawn, with how many of its points one pixel is. */
export interface DrawnPage {
  picture: Picture
  /** Points per pixel. */
  scale: number
}

export interface Drawer {
  pages: number
  /** @param number from 1 */
  draw(number: number): Promise<DrawnPage>
  close(): void
}

/** On clean and noisy scans 300 dpi reads no better and takes a quarter longer. */
const DOTS_PER_INCH = 200
/** A3 at that density; a larger sheet is drawn coarser. */
const LONGEST_SIDE = 3400
const A4_HEIGHT = 842

/** Opens a PDF for drawing; throws what the library throws on a file that is none. */
export async function openDrawer(bytes: Uint8Array): Promise<Drawer> {
  const library = await PDFiumLibrary.init()
  const file = await library.loadDocument(bytes)
  return {
    pages: file.getPageCount(),
    async draw(number) {
      const page = file.getPage(number - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const longest = Math.max(originalWidth, originalHeight, 1)
      // Photographs put into a PDF often call a pixel a point: such a sheet is taken as A4.
      const unit = longest > 1300 || longest < 350 ? A4_HEIGHT / longest : 1
      const zoom = Math.min((DOTS_PER_INCH / 72) * unit, LONGEST_SIDE / longest)
      const drawn = await page.render({ scale: zoom, colorSpace: 'Gray', render: 'bitmap' })
      const { width, height } = drawn
      return {
        picture: { width, height, grey: drawn.data.subarray(0, width * height) },
        scale: unit / zoom,
      }
    },
    close() {
      file.destroy()
      library.destroy()
    },
  }
}

const BUCKETS = 256

/** The darkness that parts ink from paper in this picture (Otsu's threshold). */
export function inkThreshold({ grey }: Picture): number {
  const counts = new Array<number>(BUCKETS).fill(0)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  let best = 128
  let bestSpread = 0
  let below = 0
  let sumBelow = 0
  for (let value = 0; value < BUCKETS; value++) {
    below += counts[value] ?? 0
    if (below === 0 || below === grey.length) continue
    sumBelow += value * (counts[value] ?? 0)
    const difference = sumBelow / below - (sum - sumBelow) / (grey.length - below)
    const spread = below * (grey.length - below) * difference * difference
    if (spread > bestSpread) {
      bestSpread = spread
      best = value
    }
  }
  // A page that is nearly all paper has no two humps: then anything clearly darker than white is ink.
  return Math.min(Math.max(best, 90), 190)
}

/** The picture without specks: dark spots of at most three pixels square with paper all around; dots are larger. */
export function withoutSpecks(picture: Picture): Picture {
  const { width, height, grey } = picture
  const threshold = Math.min(inkThreshold(picture) + 20, 210)
  const out = Uint8Array.from(grey)
  const light = (at: number): boolean => (grey[at] ?? 255) >= threshold
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x
      if (light(at)) continue
      let clear = true
      for (let i = -2; i <= 2 && clear; i++)
        clear =
          light(at - 2 * width + i) &&
          light(at + 2 * width + i) &&
          light(at + i * width - 2) &&
          light(at + i * width + 2)
      if (!clear) continue
      for (let i = -1; i <= 1; i++) out.fill(255, at + i * width - 1, at + i * width + 2)
    }
  return { width, height, grey: out }
}

/** The grey that most of the paper has. */
export function paperOf({ grey }: Picture): number {
  const counts = new Uint32Array(BUCKETS)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  let best = 255
  for (let value = 150; value < BUCKETS; value++) if ((counts[value] ?? 0) > (counts[best] ?? 0)) best = value
  return best
}

const MOST_SKEW = 4

/** By how many degrees the lines of text fall to the right; 0 when there are too few to tell. */
export function skewOf(picture: Picture): number {
  const { width, height, grey } = picture
  const threshold = inkThreshold(picture)
  // One point in nine is enough: the sharpness of the rows decides, not their detail.
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 1; y < height - 1; y += 3)
    for (let x = 1; x < width - 1; x += 3)
      if ((grey[y * width + x] ?? 255) < threshold) {
        xs.push(x - width / 2)
        ys.push(y)
      }
  if (xs.length < 300) return 0
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const rows = new Float64Array(height + width)
    for (let i = 0; i < xs.length; i++) {
      const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope + width / 2)
      rows[row] = (rows[row] ?? 0) + 1
    }
    let sum = 0
    for (let row = 3; row < rows.length; row++) {
      const change = (rows[row] ?? 0) - (rows[row - 3] ?? 0)
      sum += change * change
    }
    return sum
  }
  let best = 0
  let step = 0.5
  let span = MOST_SKEW
  while (step >= 0.05) {
    let top = -1
    const middle = best
    for (let degrees = middle - span; degrees <= middle + span + 1e-9; degrees += step) {
      const own = sharpness(degrees)
      if (own > top) {
        top = own
        best = degrees
      }
    }
    span = step
    step /= 4
  }
  return Math.abs(best) < 0.06 ? 0 : best
}

/** The picture turned back by `degrees`, so that lines that fell to the right are level. */
export function levelled(picture: Picture, degrees: number): Picture {
  if (degrees === 0) return picture
  const { width, height, grey } = picture
  const out = new Uint8Array(width * height).fill(255)
  const sin = Math.sin((degrees * Math.PI) / 180)
  const cos = Math.cos((degrees * Math.PI) / 180)
  const middleX = width / 2
  const middleY = height / 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const right = fromX - left
      const low = fromY - top
      const upper = (grey[at] ?? 255) * (1 - right) + (grey[at + 1] ?? 255) * right
      const lower = (grey[at + width] ?? 255) * (1 - right) + (grey[at + width + 1] ?? 255) * right
      out[y * width + x] = upper * (1 - low) + lower * low
    }
  }
  return { width, height, grey: out }
}

/** The picture turned by a quarter to the right. */
export function quarterTurned({ width, height, grey }: Picture): Picture {
  const out = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = grey[y * width + x] ?? 255
  return { width: height, height: width, grey: out }
}

/** The picture upside down. */
export const halfTurned = ({ width, height, grey }: Picture): Picture => ({
  width,
  height,
  grey: Uint8Array.from(grey).reverse(),
})

/** In pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The part of a picture in a box. */
export function cropped({ width, height, grey }: Picture, box: Box): Picture {
  const left = Math.max(0, Math.floor(box.left))
  const top = Math.max(0, Math.floor(box.top))
  const right = Math.min(width, Math.ceil(box.left + box.width))
  const bottom = Math.min(height, Math.ceil(box.top + box.height))
  const out = new Uint8Array(Math.max(0, right - left) * Math.max(0, bottom - top))
  for (let y = top; y < bottom; y++)
    out.set(grey.subarray(y * width + left, y * width + right), (y - top) * (right - left))
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), grey: out }
}

/** How many pixels the strokes of letters in a box are wide on average; bold letters have wider ones. */
export function strokeOf({ width, height, grey }: Picture, box: Box, threshold: number): number {
  const right = Math.min(width, Math.ceil(box.left + box.width))
  const bottom = Math.min(height, Math.ceil(box.top + box.height))
  let dark = 0
  let runs = 0
  for (let y = Math.max(0, Math.floor(box.top)); y < bottom; y++) {
    let inside = false
    for (let x = Math.max(0, Math.floor(box.left)); x < right; x++) {
      const ink = (grey[y * width + x] ?? 255) < threshold
      if (ink) dark++
      if (ink && !inside) runs++
      inside = ink
    }
  }
  return runs === 0 ? 0 : dark / runs
}
