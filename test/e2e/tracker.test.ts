// The scene of the tracking sheet in the browser: dropped, its columns looked at once, twelve faults shown and one settled,
// the rest brought in; the same sheet again asks nothing and brings nothing.
import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { threeHundred, trackerFile } from '../tracker.ts'
import { expectAccessible, NARROW, openBrowser, openPage, WIDE } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const { tracker } = words
let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
let sheet: Buffer
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
  const rows = threeHundred().map((row) => ({
    ...row,
    lead: row.lead === 'UBND xã Suối Mơ' ? 'UBND xã Mây Ngàn' : row.lead,
  }))
  sheet = Buffer.from(await trackerFile(rows))
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

async function openAs(login: string, path: string, viewport = WIDE): Promise<Page> {
  const page = await openPage(browser, sample.url, viewport)
  await signInAs(page, login)
  await page.goto(path)
  return page
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const drop = (page: Page, name: string) =>
  page.locator('input[type=file]').setInputFiles({
    ...{ name, buffer: sheet },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })

test('300 rows with 12 faults: looked at, one fault settled, 289 brought in; then nothing twice', {
  timeout: 120_000,
}, async () => {
  const page = await openAs('stc.daumoi', '/plans')
  await page.getByRole('link', { name: tracker.fromPlans }).click()
  await button(page, tracker.choose).waitFor()
  await expectAccessible(page)
  await drop(page, 'theo-doi.xlsx')
  await page.getByRole('heading', { name: tracker.columns }).waitFor()
  await expectAccessible(page)
  await button(page, tracker.saveColumns).click()
  await button(page, tracker.run(288)).waitFor()
  await page.getByText(words.tracker.kinds.beforeGiven).first().waitFor()
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: tracker.faultsFile }).click(),
  ])
  const rows = (await readXlsx(new Uint8Array(await readFile(await download.path())))).sheets[0]?.rows ?? []
  expect(rows.filter((row) => /^[A-Z]+\d+: /u.test(String(row.at(-1))))).toHaveLength(12)

  await page.getByRole('combobox', { name: tracker.settleWord('Xanh lá') }).click()
  await page.getByRole('option', { name: tracker.states.active, exact: true }).click()
  await button(page, tracker.saveSettled).click()
  await button(page, tracker.run(289)).click()
  await page.getByText(tracker.done(289, 289)).waitFor({ timeout: 60_000 })
  await expectAccessible(page)
  await page.getByRole('link', { name: tracker.openPlan }).click()
  await page.getByText('Xây dựng kế hoạch tập huấn cho cán bộ hợp tác xã đợt 1', { exact: true }).waitFor()

  await page.goto('/plans/import')
  await page.getByText(tracker.doneLine(289, 0, 11)).waitFor()
  await drop(page, 'theo-doi-lan-hai.xlsx')
  // Nobody is asked again what the columns hold, nor what "Xanh lá" means.
  await page.getByText(tracker.remembered).waitFor()
  await button(page, tracker.run(0)).waitFor()
  expect(await button(page, tracker.run(0)).isDisabled()).toBe(true)
  await button(page, new RegExp(`^${tracker.figures.known}`, 'u')).click()
  await page.getByText(tracker.unchanged).first().waitFor()
})

test('the same on a telephone', { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', '/plans/import', NARROW)
  await button(page, tracker.choose).waitFor()
  await expectAccessible(page)
  await drop(page, 'tren-dien-thoai.xlsx')
  await page.getByRole('heading', { name: tracker.checked }).waitFor()
  await expectAccessible(page)
  await button(page, tracker.changeColumns).click()
  await button(page, tracker.saveColumns).waitFor()
  await expectAccessible(page)
})

test('who may not import is told so', async () => {
  const page = await openAs('snv.chuyenvien', '/plans/import')
  await page.getByText(words.identity.roles.focal).first().waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
})
