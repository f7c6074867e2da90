// Rating: the ranking with its points; one rating opened down to the duty; an objective cause confirmed; a change proposed
// and approved; an objection answered; a rubric drafted, tried and published; a period locked.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const w = words.rating
const OPEN = '2026-Q4'
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const opened = async (page: Page, name: string) => {
  await button(page, w.open(name)).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(w.objectionTitle).waitFor()
  return dialog
}

test('a rating is opened down to the duty; a cause confirmed moves the points', {
  timeout: 90_000,
}, async () => {
  const page = await openAs('snv.lanhdao', `/ratings?period=${OPEN}`)
  await row(page, 'Sở Công Thương').getByText(w.sample.bands.failed).waitFor()
  await expectAccessible(page)
  const dialog = await opened(page, 'Sở Công Thương')
  await dialog.getByText(w.sum(7000, 3000)).waitFor()
  await expectAccessible(page)
  const fault = dialog.getByRole('listitem').filter({ hasText: '18/KH-UBND' }).first()
  await fault.getByText(w.lost(2000)).waitFor()
  await fault.getByRole('button', { name: w.confirm }).click()
  await fault.getByRole('button', { name: words.common.save }).click()
  await fault.getByText(w.form.reason).waitFor()
  await fault.getByLabel(w.reason).fill('Kinh phí phân bổ chậm')
  await fault.getByRole('button', { name: words.common.save }).click()
  await dialog.getByText(w.sum(5000, 5000)).waitFor()
  await fault.getByText(w.excused('Kinh phí phân bổ chậm')).waitFor()
  // The words of the duty lead to what happened to it.
  await fault.getByRole('link').first().click()
  await page.waitForURL(/\/work\//)
})

test('a leader approves a change and answers an objection; the computed points stay beside', {
  timeout: 90_000,
}, async () => {
  const page = await openAs('chutich', `/ratings?period=${OPEN}`)
  const dialog = await opened(page, 'Sở Công Thương')
  await dialog.getByRole('button', { name: w.approve, exact: true }).click()
  await dialog.getByText(w.changeStates.approved).first().waitFor()
  await dialog.getByRole('button', { name: w.answer, exact: true }).click()
  await dialog.getByLabel(w.accepted, { exact: true }).check()
  await dialog.getByLabel(w.answerText).fill('Đã xác nhận nguyên nhân khách quan')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await dialog.getByText('Đã xác nhận nguyên nhân khách quan').waitFor()
  await page.keyboard.press('Escape')
  await row(page, 'Sở Công Thương')
    .getByText(/Đã điều chỉnh/)
    .waitFor()
})

test('an agency sees its own and objects; on a phone too', { timeout: 90_000 }, async () => {
  const page = await openAs('sngv.chuyenvien', `/ratings?period=${OPEN}`, NARROW)
  await page.getByRole('article', { name: 'Sở Ngoại vụ' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await expectAccessible(page)
  const dialog = await opened(page, 'Sở Ngoại vụ')
  await dialog.getByRole('button', { name: w.object, exact: true }).click()
  await dialog.getByLabel(w.objectionText).fill('Đối tác lùi lịch làm việc')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await dialog.getByText('Đối tác lùi lịch làm việc').waitFor()
  await expectAccessible(page)
})

test('a rubric is drafted, tried, published; a locked period says by whom', { timeout: 90_000 }, async () => {
  const page = await openAs('chutich', '/ratings/rubric')
  await page.getByText(w.inForce, { exact: true }).waitFor()
  await button(page, w.newDraft).click()
  const points = page.getByRole('textbox', { name: w.nth(w.criterionPoints, 1) })
  await points.fill('30')
  await button(page, words.common.save).click()
  await page.getByText(w.form.sum(90)).waitFor()
  await points.fill('40')
  await page.getByRole('textbox', { name: w.nth(w.bandFrom, 1) }).fill('95')
  await button(page, words.common.save).click()
  await page.getByText(w.savedDraft).waitFor()
  await button(page, w.try).click()
  await page.getByRole('region', { name: w.trialTitle(words.steps.period('2026-Q3')) }).waitFor()
  await expectAccessible(page)
  await page.getByLabel(w.documentNumber).fill('99/QĐ-UBND')
  await page.getByLabel(w.documentOn).fill('20/11/2026')
  await page.getByLabel(w.validFrom).fill('01/01/2027')
  await page.keyboard.press('Escape')
  await button(page, w.publish).click()
  await page.getByText(w.version('2027-01-01', '99/QĐ-UBND')).waitFor()
  await page.goto('/ratings?period=2026-Q3')
  await page.getByText(/^Đã khóa lúc/).waitFor()
  await button(page, w.unlock).waitFor()
})

test.each([WIDE, NARROW])('pages are accessible at $width', { timeout: 90_000 }, async (size) => {
  const page = await openAs('quantri', `/ratings?period=${OPEN}&by=head`, size)
  await page.getByText(w.assumed).first().waitFor()
  await expectAccessible(page)
  await button(page, w.heads).click()
  await page.getByText(w.headsHint).waitFor()
  await button(page, w.headAdd).click()
  await page.getByLabel(w.headName).waitFor()
  await expectAccessible(page)
  await page.goto('/ratings/rubric')
  await page.getByText(w.inForce, { exact: true }).waitFor()
  if ((await button(page, w.newDraft).count()) > 0) await button(page, w.newDraft).click()
  await page.getByText(w.bandsEdit, { exact: true }).first().waitFor()
  await expectAccessible(page)
})
