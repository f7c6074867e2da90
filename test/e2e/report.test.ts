// The yearly report: a commune answers on a phone, its head sends it, the focal officer joins what came and goes on to the
// paper; two who write at once; a text that is too long.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const w = words.report
const sample = sampleInBrowser()
const { openAs } = sample
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('a commune answers on a phone, its head sends it', { timeout: 90_000 }, async () => {
  const page = await openAs('honguyet.chuyenvien', '/reports', NARROW)
  await page.getByRole('link', { name: w.page.openReport }).click()
  const field = page.getByLabel(w.texts.proposals)
  await field.fill('Đề nghị mở thêm một lớp kế toán hợp tác xã.')
  await page.getByText(/lưu lúc/).waitFor()
  await expectAccessible(page)
  const result = page.getByLabel(w.page.result).first()
  await result.fill('x'.repeat(25_000))
  await page.getByText(w.textTooLong(25_000, 20_000)).waitFor()
  expect((await result.inputValue()).length).toBe(25_000)
  await result.fill('Đã phân loại xong 5 hợp tác xã, hợp nhất hai hợp tác xã thủy sản.')
  await page.getByText(w.page.written).first().waitFor()
  await button(page, w.steps.submit).click()
  await page.getByText(w.states.submitted).first().waitFor()
  await page.reload()
  await page.getByText('Đề nghị mở thêm một lớp kế toán hợp tác xã.').waitFor()

  const head = await openAs('honguyet.lanhdao', '/reports')
  await head.getByRole('link', { name: w.page.openReport }).click()
  await button(head, w.steps.approve).click()
  await head.getByText(w.states.approved).first().waitFor()
  await expectAccessible(head)
})

test('the focal officer accepts, joins again and keeps what was written', { timeout: 90_000 }, async () => {
  const page = await openAs('stc.daumoi', '/reports?tab=receive')
  await page.getByRole('link', { name: w.page.openRound }).click()
  await page.getByText(w.page.byState).waitFor()
  await expectAccessible(page)
  await page.getByLabel(/Chọn tất cả/).check()
  await page.getByRole('button', { name: new RegExp(w.steps.accept) }).click()
  await page.getByText(/Xong \d+ báo cáo/).waitFor()
  await page.getByRole('link', { name: w.page.myReport }).click()
  await page.getByText(/Đã thay đổi từ lần tổng hợp trước/).waitFor()
  const part = page.getByRole('article').filter({ hasText: 'Rà soát, phân loại' }).first()
  await button(page, w.page.openPart).first().click()
  const text = part.getByLabel(w.page.text)
  await text.fill('Các xã đã rà soát, phân loại xong.')
  await page.getByText(/lưu lúc/).waitFor()
  await button(page, w.page.again).click()
  await expect.poll(() => page.getByText(/Đã thay đổi từ lần tổng hợp trước/).count()).toBe(0)
  await part.getByText(w.page.stale).waitFor()
  expect(await text.inputValue()).toBe('Các xã đã rà soát, phân loại xong.')
  await part.getByText(w.page.whoSaid).click()
  await part.getByRole('link', { name: 'UBND xã Hồ Nguyệt' }).first().waitFor()
  await expectAccessible(page)
  const phone = await openAs('stc.daumoi', page.url().replace(sample.url, ''), NARROW)
  await phone.getByText(w.page.figures).first().waitFor()
  await expectAccessible(phone)
})

test('two write at once: the second keeps its words and saves them over the newest', {
  timeout: 60_000,
}, async () => {
  const first = await openAs('sct.chuyenvien', '/reports')
  await first.getByRole('link', { name: w.page.openReport }).click()
  await first.getByLabel(w.texts.causes).waitFor()
  const second = await openAs('sct.lanhdao', first.url().replace(sample.url, ''))
  await second.getByLabel(w.texts.next).waitFor()
  await first.getByLabel(w.texts.causes).fill('Thiếu nhân lực')
  await first.getByText(/lưu lúc/).waitFor()
  await second.getByLabel(w.texts.next).fill('Mở hai phiên kết nối')
  await second.getByText(w.stale).waitFor()
  await button(second, w.page.reload).click()
  await second.getByText(/lưu lúc/).waitFor()
  await expect.poll(() => second.getByLabel(w.texts.causes).inputValue()).toBe('Thiếu nhân lực')
  expect(await second.getByLabel(w.texts.next).inputValue()).toBe('Mở hai phiên kết nối')
})

test('a duty to report is confirmed from the document on the page of the plan', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('stc.daumoi', '/reports?tab=all')
  await page.getByRole('link', { name: w.page.openRound }).click()
  await page.getByRole('link', { name: /18\/KH-UBND/ }).click()
  const part = page.getByRole('region', { name: w.plan.title })
  await part.getByText(w.plan.found).waitFor()
  await part.getByRole('button', { name: w.plan.confirm }).first().click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: words.common.save }).click()
  await expect.poll(() => dialog.count()).toBe(0)
  await button(page, w.plan.request).click()
  await dialog.getByLabel(w.plan.name).fill('Báo cáo nhanh tình hình hợp tác xã sau bão')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await part.getByText('Báo cáo nhanh tình hình hợp tác xã sau bão').waitFor()
  await expectAccessible(page)
})
