// A long reading as the officer sees it: pages counted, stopped, left and found again; then what is unsure is looked at
// by keyboard alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Readings } from '../../src/plan/reading.ts'
import { ReadingPool } from '../../src/plan/reading-pool.ts'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, openBrowser, openPage, WIDE } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const { planPages, reading } = words
const PLAN = `KẾ HOẠCH
Tổ chức ngày hội đọc sách

I. CHỈ TIÊU
- Có ít nhất 70% số xã có điểm đọc sách.

II. NHIỆM VỤ
1. Sở Nội vụ lập danh sách thư viện trước ngày 30/6/2026.
2. Sở Tài chính bố trí kinh phí năm 2026 và năm 2027, trình Ủy ban nhân dân tỉnh trước ngày 30/11/2026.
3. Sở Công Thương vận động doanh nghiệp tặng sách; quyết toán trong tháng 3 năm 2026, báo cáo trong tháng 4 năm 2026.
`

let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
beforeAll(async () => {
  const path = new URL('../slow-reader.ts', import.meta.url)
  const readings = new Readings(new ReadingPool({ path, megabytes: 128 }))
  ;[sample, browser] = await Promise.all([startSample(readings), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

async function openPlans(size = WIDE): Promise<Page> {
  const page = await openPage(browser, sample.url, size)
  await signInAs(page, 'stc.daumoi')
  await page.goto('/plans')
  await page.getByText(reading.accepted).waitFor()
  return page
}

/** Each file has bytes of its own: the same again would be asked about first. */
let files = 0

async function load(page: Page, name: string, command: string) {
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('o')
  await (await chooser).setFiles({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${PLAN}${command}${'\n'.repeat(++files)}`),
  })
}

test.each([WIDE, NARROW])('pages are counted and the reading can be stopped at $width', async (size) => {
  const page = await openPlans(size)
  await load(page, 'quyet-dinh.txt', '#pages 12 1500')
  await page.getByText(reading.atPage(3, 12)).waitFor()
  expect(await page.getByRole('progressbar').getAttribute('aria-valuetext')).toMatch(/\d+\/12/)
  await expectAccessible(page)
  await picture(page, `progress-${size.width}`)
  await page.getByRole('button', { name: reading.stopOf('quyet-dinh.txt') }).press('Enter')
  await page.getByText(reading.didStop('quyet-dinh.txt')).waitFor()
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test('whoever closes the tab finds the reading under way, then the draft; a refusal is told once', async () => {
  const page = await openPlans()
  await load(page, 'roi-di.txt', '#pages 4 1500')
  await page.getByText(reading.atPage(1, 4)).waitFor()
  await page.reload()
  await page
    .getByText(/2\/4|3\/4|4\/4/)
    .first()
    .waitFor()
  await page.getByText(reading.ended('roi-di.txt')).waitFor()
  await expectAccessible(page)
  await picture(page, 'ended')
  await page.getByRole('link', { name: reading.open }).press('Enter')
  await page.waitForURL('**/review')
  await page.goto('/plans')
  await page.getByText(reading.accepted).waitFor()
  await load(page, 'hong.txt', '#pages 2 1500 #exit')
  await page.getByText(reading.atPage(1, 2)).waitFor()
  await page.reload()
  await page.getByText(reading.crashed).waitFor()
  await page.getByRole('button', { name: reading.dismiss }).press('Enter')
  await expect.poll(() => page.getByText(reading.crashed).count()).toBe(0)
  await page.context().close()
})

test('while one file is read another may be loaded, and the end of each is told', async () => {
  const page = await openPlans()
  await load(page, 'dai.txt', '#pages 6 1500')
  await page.getByText(reading.atPage(1, 6)).waitFor()
  await load(page, 'ngan.txt', '')
  await page.waitForURL('**/review')
  await page.goto('/plans')
  await page
    .getByText(/[2-6]\/6/)
    .first()
    .waitFor()
  await page.getByText(reading.ended('dai.txt')).waitFor()
  expect(await page.getByRole('link', { name: 'ngày hội đọc sách' }).count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: reading.dismiss }).click()
  await page.context().close()
})

test('what cannot be taken is said by its name, and before it is sent when it is too large', async () => {
  const page = await openPlans()
  await load(page, 'hong.txt', '#exit')
  await page.getByText(reading.refused('hong.txt')).waitFor()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.method()))
  const drop = (sizes: number[]) =>
    page.evaluate((each) => {
      const dataTransfer = new DataTransfer()
      for (const size of each) dataTransfer.items.add(new File([new Uint8Array(size)], 'lon.pdf'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    }, sizes)
  await drop([51 * 1024 * 1024])
  await page.getByText(reading.refused('lon.pdf')).waitFor()
  await page.getByText(words.refusal.tooLarge).waitFor()
  expect(await page.getByRole('alert').count()).toBe(1)
  await drop([5, 5])
  // Several files are one document when a person says so.
  const asked = page.getByRole('dialog', { name: words.addition.filesTitle })
  await asked.waitFor()
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
  expect(sent).not.toContain('POST')
  await page.context().close()
})

test.each([WIDE, NARROW])('remarks on reading are one press away at $width', async (size) => {
  const page = await openPlans(size)
  await load(
    page,
    'bang-ma-cu.txt',
    'Së C«ng Th­¬ng lËp danh môc lµng nghÒ, b¸o c¸o kÕt qu¶ tr­íc ngµy 30/6/2026.',
  )
  await page.waitForURL('**/review')
  await page.getByRole('button', { name: reading.notices(1) }).press('Enter')
  const remarks = page.getByRole('dialog', { name: planPages.notices })
  await remarks.getByText(words.document.converted('TCVN3')).waitFor()
  await expectAccessible(page)
  await picture(page, `remarks-${size.width}`)
  await page.keyboard.press('Escape')
  await expect.poll(() => remarks.count()).toBe(0)
  await page.context().close()
})

test('in the app the reading goes on while the officer works elsewhere, and nobody is carried away', async () => {
  const page = await openPlans()
  await load(page, 'lam-viec-khac.txt', '#pages 2 1500')
  await page.getByText(reading.atPage(1, 2)).waitFor()
  await page.getByRole('link', { name: words.menu.work }).first().click()
  await page.waitForURL('**/work**')
  await new Promise((done) => setTimeout(done, 4000))
  expect(page.url()).toContain('/work')
  await page.getByRole('link', { name: words.menu.plans }).first().click()
  await page.getByRole('link', { name: 'ngày hội đọc sách' }).first().waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test.each([WIDE, NARROW])(
  'what is unsure is marked, jumped to and settled by keyboard at $width',
  async (size) => {
    const page = await openPlans(size)
    await load(page, 'can-xem-ky.txt', '')
    await page.waitForURL('**/review')
    const button = page.getByRole('button', { name: /^Mục cần xem kỹ \(\d+\)/ })
    await button.waitFor()
    const count = async () => Number(/\d+/.exec(await button.innerText())?.[0])
    const unsure = await count()
    expect(unsure).toBeGreaterThan(0)
    await page.keyboard.press('c')
    const card = page.locator('.review-card[aria-current="true"]')
    await expect.poll(() => card.innerText()).toContain(reading.unsure)
    expect(await card.innerText()).toContain(reading.doubts.time)
    expect(await card.innerText()).toContain(reading.readBy)
    await expectAccessible(page)
    await picture(page, `unsure-${size.width}`)
    await page.keyboard.press('g')
    await expect.poll(() => card.innerText()).not.toContain(reading.unsure)
    if (unsure > 1) await expect.poll(count).toBe(unsure - 1)
    await page.keyboard.press('u')
    await expect.poll(count).toBe(unsure)
    for (let n = 0; n < unsure; n++) {
      await page.keyboard.press('c')
      await page.keyboard.press('g')
    }
    await expect.poll(() => button.count()).toBe(0)
    await page.keyboard.press('c')
    await page.getByText(reading.allSure).waitFor()
    await page.getByRole('tab', { name: new RegExp(planPages.sides.indicators) }).click()
    await page.getByText(reading.doubts.period).first().waitFor()
    await expectAccessible(page)
    await picture(page, `indicators-${size.width}`)
    await page.context().close()
  },
)

test.each([WIDE, NARROW])('what came from a picture says so, page by page, at $width', async (size) => {
  const page = await openPlans(size)
  await load(page, 'ban-quet.txt', '#scanned')
  await page.waitForURL('**/review')
  const card = page.locator('.review-card[aria-current="true"]')
  await expect.poll(() => card.innerText()).toContain(reading.fromPicture)
  expect(await card.innerText()).toContain(reading.doubts.scanned)
  await picture(page, `scanned-${size.width}`)
  if (size === NARROW) await page.getByRole('tab', { name: planPages.source, exact: true }).click()
  const places = page.locator('[data-picture]')
  await places.first().waitFor()
  const said = await places.evaluateAll((found) => found.map((one) => one.getAttribute('data-picture')))
  expect(said).toEqual([reading.pageFromPicture(1), reading.pageFromPicture(2)])
  await expectAccessible(page)
  await picture(page, `scanned-source-${size.width}`)
  await page.context().close()
})

/** Kept where somebody wants to look at them. */
async function picture(page: Page, name: string) {
  const folder = process.env.CHUTRI_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
