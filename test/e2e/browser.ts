// A headless Chromium for the browser tests: the machine's own when there is one, else the one from npm.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's browser, or the one from npm unpacked; asked once before the workers, who would unpack it at once. */
export async function browserPath(): Promise<{ path: string; args: string[] }> {
  const own = process.env.CHUTRI_BROWSER === 'npm' ? undefined : INSTALLED.find(existsSync)
  if (own) return { path: own, args: FLAGS }
  const { default: packaged } = await import('@sparticuz/chromium')
  // Made for one page at a time; in one process, closing a context would end the whole browser.
  const args = packaged.args.filter((arg) => arg !== '--single-process')
  return { path: await packaged.executablePath(), args: [...new Set([...args, ...FLAGS])] }
}

export async function openBrowser(): Promise<Browser> {
  const { path, args } = await browserPath()
  return chromium.launch({ executablePath: path, args })
}

export const WIDE = { width: 1280, height: 800 }
export const NARROW = { width: 360, height: 740 }

export async function openPage(browser: Browser, baseURL: string, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    bypassCSP: true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  // Interception of file choosers is switched on by the first listener, and not before the next event: switch it on now.
  page.on('filechooser', () => {})
  return page
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Fails on serious and critical findings of axe against WCAG 2.2 AA, and when the page scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.addScriptTag({ path: AXE })
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
      }
    }
    // Where a page happens to be scrolled to, the head in its place may cover half of a control: that is not its size.
    const at = scrollY
    scrollTo(0, 0)
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    scrollTo(0, at)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html)
            .join(' | ')}`,
      )
  })
  expect(found, page.url()).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
