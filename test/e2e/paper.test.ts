// A published plan taken away in the browser, wide and narrow: the Word file in the official form, Excel, data.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkForm } from '../../src/paper/check.ts'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, openBrowser, openPage, WIDE } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const w = words.planExport
let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
let planId: string
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
  const [plan] = await sample.sql<{ id: string }[]>`
    select id from plan where status = 'published' and adds_to is null order by published_at limit 1`
  planId = plan?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

async function download(page: Page, label: string) {
  await page.getByRole('button', { name: w.menu, exact: true }).click()
  const entry = page.getByRole('menuitem', { name: label, exact: true })
  await entry.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), entry.click()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test.each([
  ['wide', WIDE],
  ['narrow', NARROW],
] as const)('the plan is taken away in its three forms: %s', { timeout: 90_000 }, async (_, viewport) => {
  const page = await openPage(browser, sample.url, viewport)
  await signInAs(page, 'sngv.daumoi')
  await page.goto(`/plans/${planId}`)
  const word = await download(page, w.forms.docx)
  expect(word.name).toMatch(/\.docx$/u)
  expect(checkForm(word.bytes)).toEqual([])
  const data = await download(page, w.forms.json)
  expect(JSON.parse(data.bytes.toString()).tasks.length).toBeGreaterThan(5)
  const excel = await download(page, w.forms.xlsx)
  expect(excel.bytes.subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('button', { name: w.menu, exact: true }).click()
  await page.getByRole('menuitem', { name: w.forms.docx, exact: true }).waitFor()
  await expectAccessible(page)
  await page.context().close()
})
