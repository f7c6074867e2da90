// A chart as a file of its own: SVG for print, PNG for what takes no SVG. Made in the browser from the same data.

import type { Chart } from './chart.ts'
import { pictureOf } from './chart-draw.ts'

/** Sharp on a printed page. */
const SCALE = 2

export const svgOf = (chart: Chart): Blob => new Blob([pictureOf(chart)], { type: 'image/svg+xml' })

export async function pngOf(chart: Chart): Promise<Blob> {
  const svg = pictureOf(chart)
  const image = new Image()
  // A data address: the page may load pictures from nowhere else but its own server.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the canvas gave no picture'))), 'image/png'),
  )
}

/** Hands a file to the person. */
export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
