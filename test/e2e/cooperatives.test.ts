// The collective economy in the browser: a commune updates a cooperative on a telephone, a warning reaches its cooperatives,
// a petition goes to who answers it, a leader's figure opens its list.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { cooperative, warning, petition, difficulty } = words
const { openAs } = sampleInBrowser()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

test('a yearly update on a telephone takes a handful of touches', { timeout: 90_000 }, async () => {
  const page = await openAs('mayngan.chuyenvien', '/cooperatives', NARROW)
  await heading(page, cooperative.toDo).waitFor()
  await expectAccessible(page)
  let touches = 0
  const touch = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
    touches += 1
    await page.getByRole(role, { name }).first().click()
  }
  await touch(cooperative.updateNext, 'link')
  await heading(page, /^Chưa cập nhật năm/u).waitFor()
  const before = await page.getByRole('link', { name: /^Cập nhật /u }).count()
  await touch(/^Cập nhật /u, 'link')
  await button(page, cooperative.update.sameAll).waitFor()
  await expectAccessible(page)
  await touch(cooperative.update.sameAll)
  // One figure differs from the year before.
  touches += 1
  await page.getByRole('textbox', { name: /^Số lao động/u }).fill('41')
  await touch(words.common.save)
  await page.getByText(/^Đã có bản cập nhật năm nay/u).waitFor()
  expect(touches).toBeLessThanOrEqual(6)
  await page.goBack()
  await heading(page, /^Chưa cập nhật năm/u).waitFor()
  await page.waitForFunction((n) => document.querySelectorAll('a[href*="/update"]').length === n, before - 1)
})

test('who is still to be told of a warning, and told', { timeout: 90_000 }, async () => {
  const page = await openAs('lmhtx.chuyenvien', '/cooperatives', WIDE)
  await page.getByRole('link', { name: /chưa được báo cảnh báo/u }).click()
  await page.getByLabel(warning.chooseAll).waitFor()
  await expectAccessible(page)
  await page.getByLabel(warning.chooseAll).check()
  await button(page, /^Ghi đã báo/u).click()
  await page.getByRole('combobox', { name: warning.way }).click()
  await page.getByRole('option', { name: warning.ways.visit }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.common.save }).click()
  await page.getByText(warning.noneLeft).waitFor()
  await page
    .getByText(/\(100%\)/u)
    .first()
    .waitFor()
})

test('a petition is sent to who answers it, with its clock', { timeout: 90_000 }, async () => {
  const page = await openAs('lmhtx.chuyenvien', '/cooperatives/petitions?state=received', WIDE)
  await page.getByRole('article').first().getByRole('link').first().click()
  await button(page, petition.steps.send).click()
  await page.getByRole('combobox', { name: difficulty.addressee }).click()
  await page.getByRole('option', { name: 'Sở Tài chính' }).click()
  const form = page.getByRole('form', { name: petition.steps.send })
  // The usual number of days stands there already.
  expect(await form.getByLabel(difficulty.days).first().inputValue()).toBe('30')
  await form.getByRole('button', { name: petition.steps.send }).click()
  await heading(page, petition.clock).waitFor()
  await page.getByText(petition.at('Sở Tài chính')).first().waitFor()
  await expectAccessible(page)
})

test("a leader's figure opens its list in the register", { timeout: 90_000 }, async () => {
  const page = await openAs('chutich', '/cooperatives', WIDE)
  await heading(page, cooperative.picture.growth).waitFor()
  await expectAccessible(page)
  const figure = page.getByLabel(/^Tổ hợp tác: /u)
  const n = Number((await figure.innerText()).replace(/\D/gu, ''))
  await figure.click()
  await page.waitForURL(/\/registers\/cooperative\?.*kind=group/u)
  await page
    .getByText(new RegExp(`(^|\\D)${n}(\\D|$)`, 'u'))
    .first()
    .waitFor()
})

test('products and chains on the page of a cooperative; the chains; a course', {
  timeout: 90_000,
}, async () => {
  const page = await openAs('lmhtx.chuyenvien', '/cooperatives/chains', NARROW)
  await heading(page, cooperative.market.chainsTitle).waitFor()
  await page.locator('.chain').first().waitFor()
  await expectAccessible(page)
  await page.locator('.chain a').first().click()
  await heading(page, cooperative.market.products).waitFor()
  await heading(page, cooperative.market.chains).waitFor()
})
