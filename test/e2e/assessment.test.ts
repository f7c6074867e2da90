// Assessments in the browser: what is missing is scored, a second person confirms; the page of a cooperative says what it
// may have; an extract is made, looked up by anybody, withdrawn.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, openBrowser, openPage } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { assessment: w, extract: x, support: s } = words
const sample = sampleInBrowser()
const { openAs } = sample
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
let ready = { id: '', name: '' }
let stopping = ''

beforeAll(async () => {
  const page = await openAs('stc.daumoi', '/cooperatives/ratings?year=2025&state=ready')
  const answer = await page.request.get('/api/assessments?year=2025&state=ready')
  ready = (await answer.json()).rows.find((row: { score: number | null }) => row.score !== null).cooperative
  const files = await (await page.request.get('/api/dissolutions')).json()
  stopping = files.rows[0].cooperative.id
  await page.context().close()
}, 120_000)

test('a result is changed by one office with its reason and confirmed by another', {
  timeout: 120_000,
}, async () => {
  const at = `/cooperatives/ratings/2025/${ready.id}`
  const page = await openAs('lmhtx.chuyenvien', at)
  await button(page, w.one.adjust).click()
  await page.getByLabel(w.one.adjustPoints).fill('82')
  await page.getByLabel(w.reason).fill('Được tặng bằng khen của tỉnh')
  await button(page, words.common.save).click()
  await page.getByText('82 điểm trên 100').waitFor()
  await page.getByText('Được tặng bằng khen của tỉnh').first().waitFor()
  await page.context().close()
  const second = await openAs('stc.daumoi', at)
  await button(second, w.one.confirm).click()
  await second.getByText(/Đã xác nhận lúc/).waitFor()
  await second.getByText(w.bands.good, { exact: true }).first().waitFor()
  await second.context().close()
})

test('a year: bands as a picture that filters, the page confirmed at once', {
  timeout: 120_000,
}, async () => {
  const page = await openAs('stc.lanhdao', '/cooperatives/ratings?year=2025')
  await page.getByRole('button', { name: /^Yếu: / }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('band')).toBe('weak')
  await page.getByRole('button', { name: /^Yếu: / }).click()
  await page.getByRole('link', { name: /^Chờ xác nhận/ }).click()
  await page.getByLabel(w.chooseAll).check()
  await page.getByRole('button', { name: /^Xác nhận \d+ kết quả/ }).click()
  await page.getByText(/^Đã xác nhận \d+ kết quả/).waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('on a cooperative’s page: dissolution, eligibility by what is asked; at 360 px too', {
  timeout: 120_000,
}, async () => {
  const page = await openAs('stc.daumoi', `/registers/cooperative/${stopping}`, NARROW)
  await page.getByText(s.dissolution.blocksTitle).waitFor()
  await page.getByText(s.dissolution.way).waitFor()
  await page.getByLabel(s.eligibility.sanctions.yes, { exact: true }).check()
  await page.getByText(s.eligibility.whole['not-met'], { exact: true }).waitFor()
  await expectAccessible(page)
  for (const path of [
    '/cooperatives/dissolutions',
    '/cooperatives/support',
    '/cooperatives/ratings/criteria',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
  }
  await page.context().close()
})

test('an extract: made, looked up without signing in, withdrawn', { timeout: 120_000 }, async () => {
  const page = await openAs('stc.daumoi', `/registers/cooperative/${ready.id}`)
  await button(page, x.make).click()
  await page.getByLabel(x.purpose).fill('Nộp hồ sơ vay vốn')
  await button(page, words.common.save).click()
  await page.getByText(/Nộp hồ sơ vay vốn/).waitFor()
  await page.getByRole('link', { name: x.openPrint }).click()
  await page.getByRole('img', { name: x.qr }).waitFor()
  const address = await page.getByText(/\/lookup\/1\./).innerText()
  const browser = await openBrowser()
  try {
    const visitor = await openPage(browser, sample.url, NARROW)
    await visitor.goto(new URL(address).pathname)
    await visitor.getByText(x.noCertificate).waitFor()
    await visitor.getByText(ready.name).waitFor()
    await expectAccessible(visitor)
    await visitor.getByRole('button', { name: 'English' }).click()
    await visitor.getByText(/It is no certificate of registration/).waitFor()
    await visitor.goto('/lookup/1.nothing')
    await visitor.getByText(/No extract has this address/).waitFor()
    await page.goBack()
    await button(page, x.withdraw).click()
    await page.getByLabel(x.reason).fill('Cấp nhầm')
    await button(page, words.common.save).click()
    await page.getByText(/Đã thu hồi/).waitFor()
    await visitor.goto(new URL(address).pathname)
    await visitor.getByText(/This extract was withdrawn/).waitFor()
  } finally {
    await browser.close()
  }
  await page.context().close()
})
