// A server over a fresh database with the sample province in it, for the browser tests.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Readings } from '../../src/plan/reading.ts'
import { emptyApp } from '../database.ts'
import { openBrowser, openPage, WIDE } from './browser.ts'

export async function startEmpty(readings?: Readings) {
  const app = await emptyApp(readings)
  const url = await app.server.listen({ host: '127.0.0.1', port: 0 })
  return { ...app, url }
}

export async function startSample(readings?: Readings) {
  const app = await startEmpty(readings)
  const answer = await fetch(`${app.url}/api/setup/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'load-the-sample' },
    body: '{}',
  })
  if (!answer.ok) throw new Error(await answer.text())
  return app
}

/** One-click sign-in as somebody of the sample province; the session's cookie lands in the page's context. */
export async function signInAs(page: Page, login: string) {
  await page.context().clearCookies()
  const answer = await page.request.post('/api/setup/sign-in', {
    data: { login: `mau.${login}` },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  if (!answer.ok()) throw new Error(await answer.text())
}

/** The sample province and a browser before it, for all tests of the file that calls this. */
export function sampleInBrowser() {
  let sample: Awaited<ReturnType<typeof startSample>>
  let browser: Browser
  beforeAll(async () => {
    ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await sample?.close()
  })
  return {
    get sql() {
      return sample.sql
    },
    get url() {
      return sample.url
    },
    /** A page of its own, signed in as `login`. */
    openAs: async (login: string, path: string, viewport = WIDE): Promise<Page> => {
      const page = await openPage(browser, sample.url, viewport)
      await signInAs(page, login)
      await page.goto(path)
      return page
    },
  }
}
