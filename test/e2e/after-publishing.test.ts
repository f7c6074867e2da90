// What comes after publishing, as people click it, wide and narrow: a later document joins the plan, a duty is typed by
// keyboard, a misreading is corrected beside the source, the agency reads of it; all of it without findings of axe.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, openBrowser, openPage } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const CONCLUSION = `Số: 25/TB-UBND
Sông Mơ, ngày 10 tháng 10 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp về kinh tế tập thể

1. Sở Nội vụ bố trí cán bộ theo dõi hợp tác xã, hoàn thành trước ngày 15/12/2026.
2. Ủy ban nhân dân các xã, phường bố trí điểm giới thiệu sản phẩm hằng năm.
3. Tiếp tục lan tỏa tinh thần hợp tác trong nhân dân.
`

let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
let focal: Page
let planId: string
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
  focal = await openPage(browser, sample.url)
  await signInAs(focal, 'stc.daumoi')
  const [row] = await sample.sql<{ id: string }[]>`select id from plan where number = '18/KH-UBND'`
  planId = row?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const file = () => ({ name: 'ket-luan.txt', mimeType: 'text/plain', buffer: Buffer.from(CONCLUSION) })
async function load(page: Page) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.addition.load }).click()
  await (await chooser).setFiles(file())
}

test('a later document is dropped on the plan, reviewed by section and joins it; the same file again is told', async () => {
  await focal.goto(`/plans/${planId}?tab=documents`)
  await see(focal, words.addition.explain)
  await expectAccessible(focal)
  await load(focal)
  await focal.waitForURL('**/review')
  await see(focal, words.planPages.leftOver(1))
  await see(focal, words.addition.addsTo)
  // What nobody leads comes back as the plan reports, then it is kept as orientation after all.
  await focal.keyboard.press('r')
  await focal.getByRole('dialog').waitFor()
  await expectAccessible(focal)
  await focal.keyboard.press('Enter')
  await see(focal, words.follow.did.every(1))
  await focal.keyboard.press('d')
  await see(focal, words.planPages.allDecided)
  await focal.keyboard.press('k')
  await focal.keyboard.press('w')
  await focal.getByRole('dialog').waitFor()
  await focal.keyboard.press('Escape')
  await focal.keyboard.press('p')
  const publish = focal.getByRole('dialog').getByRole('button', { name: words.addition.publishNow })
  await expect.poll(() => publish.evaluate((button) => button === document.activeElement)).toBe(true)
  await expectAccessible(focal)
  await focal.keyboard.press('Enter')
  await focal.waitForURL(new RegExp(`/plans/${planId}$`))
  await see(focal, '25/TB-UBND ngày 10/10/2026')
  await expectAccessible(focal)

  await focal.goto(`/plans/${planId}?tab=documents`)
  await load(focal)
  await see(focal, words.addition.sameTitle)
  await expectAccessible(focal)
  await focal.getByRole('link', { name: words.addition.openSame }).click()
  // The document is shown where it belongs: in the plan, its text open.
  await focal.waitForURL((url) => url.pathname === `/plans/${planId}` && url.search.includes('document='))
  await see(focal, 'Kết luận tại cuộc họp')
  await expectAccessible(focal)
})

test('a duty is typed with its source by keyboard, in few strokes', async () => {
  await focal.goto(`/plans/${planId}?tab=documents`)
  await focal.getByRole('button', { name: words.addition.type }).focus()
  let strokes = 0
  const press = async (key: string) => {
    strokes++
    await focal.keyboard.press(key)
  }
  // A field filled in is one.
  const type = async (text: string) => {
    strokes++
    await focal.keyboard.type(text)
  }
  await press('Enter')
  const dialog = focal.getByRole('dialog')
  await dialog.getByLabel(words.planPages.quote).waitFor()
  await type('77/UBND-TH')
  await press('Tab')
  await type('02/11/2026')
  for (let n = 0; n < 3; n++) await press('Tab')
  await type('Rà soát danh mục hợp tác xã ngừng hoạt động, báo cáo kết quả')
  for (let n = 0; n < 3; n++) await press('Tab')
  const lead = dialog.getByRole('combobox', { name: words.correction.fields.bearers })
  await expect.poll(() => lead.evaluate((field) => field === document.activeElement)).toBe(true)
  await type('noi vu')
  await press('Enter')
  await expectAccessible(focal)
  await press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await see(focal, 'Rà soát danh mục hợp tác xã ngừng hoạt động')
  console.log(`a typed duty: ${strokes} strokes and fields`)
  expect(strokes).toBeLessThanOrEqual(16)
  const [row] = await sample.sql<{ number: string; issued: string; lead: string }[]>`
    select document.number, document.issued, agency.name as lead
    from item join plan document on document.id = item.document_id join agency on agency.id = item.lead_id
    where item.quote like 'Rà soát danh mục hợp tác xã ngừng%'`
  expect(row).toEqual({ number: '77/UBND-TH', issued: '2026-11-02', lead: 'Sở Nội vụ' })
})

test('a misreading is corrected beside the source; the agency reads what changed, once', async () => {
  const [item] = await sample.sql<{ id: string; quote: string; agency: string }[]>`
    select item.id, item.quote, agency.code as agency from item
    join assignment on assignment.item_id = item.id and assignment.role = 'lead'
    join agency on agency.id = assignment.agency_id
    where item.plan_id = ${planId} and item.outcome = 'assign' and agency.code = 'H99.07' limit 1`
  if (!item) throw new Error('no such item in the sample')
  await focal.goto(`/items/${item.id}/correct`)
  await focal.locator('.source mark.mark-task').first().waitFor()
  await expectAccessible(focal)
  await focal.getByLabel(words.planPages.quote).fill(`${item.quote} Hoàn thành trong năm.`)
  const send = focal.getByRole('button', { name: words.correction.send })
  expect(await send.isDisabled()).toBe(true)
  await focal.getByRole('textbox', { name: words.correction.reason }).fill('Đọc sót câu cuối của mục')
  await see(focal, words.correction.willCorrect(words.correction.fields.quote))
  await send.click()
  await focal.waitForURL(new RegExp(`/items/${item.id}$`))
  await focal.locator('ins', { hasText: 'Hoàn thành trong năm.' }).waitFor()
  await expectAccessible(focal)
  await focal.goto(`/plans/${planId}?tab=corrections`)
  await see(focal, words.correction.because('Đọc sót câu cuối của mục'))
  await expectAccessible(focal)

  const officer = await openPage(browser, sample.url, NARROW)
  await signInAs(officer, 'svhttdl.chuyenvien')
  await officer.goto('/work')
  await see(officer, words.notice.fresh(1))
  await see(officer, 'Đọc sót câu cuối của mục')
  await expectAccessible(officer)
  await officer.getByRole('button', { name: words.notice.seen, exact: true }).click()
  await officer.getByText(words.notice.fresh(1)).waitFor({ state: 'detached' })
  await officer.getByRole('button', { name: words.notice.older }).click()
  await see(officer, 'Đọc sót câu cuối của mục')
  // On a phone the form and the source stand one below the other; those who may not are told why.
  await officer.goto(`/items/${item.id}/correct`)
  await see(officer, /Đầu mối theo dõi/)
  await focal.setViewportSize(NARROW)
  for (const path of [`/items/${item.id}/correct`, `/plans/${planId}`, `/plans/${planId}?tab=documents`]) {
    await focal.goto(path)
    await focal.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(focal)
  }
})
