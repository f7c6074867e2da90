// A server over a fresh database with the sample province in it, for the browser tests.
import type { Page } from 'playwright-core'
import type { Readings } from '../../src/plan/reading.ts'
import { emptyApp } from '../database.ts'

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
