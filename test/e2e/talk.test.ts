// People talking about a duty and finding things again: "@" by keyboard, the mention read, a comment struck; search from
// any page; a filter that opens first; a session recorded for a plan.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { discussion, searchPage, savedFilter, dissemination, task } = words
const sample = sampleInBrowser()
const { openAs } = sample
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('an agency and a person are named by keyboard; they see it; the author strikes it', {
  timeout: 60_000,
}, async () => {
  const author = await openAs('sct.chuyenvien', '/work')
  await author.locator('[data-row]').first().click()
  const field = author.getByLabel(discussion.write)
  await field.focus()
  await author.keyboard.type('Nhờ @so tai chinh')
  await author.getByRole('option', { name: /Sở Tài chính/ }).waitFor()
  await author.keyboard.press('Enter')
  await author.keyboard.type('và @ta quang vinh')
  await author.getByRole('option', { name: /Tạ Quang Vĩnh Sơn/ }).waitFor()
  await author.keyboard.press('Tab')
  await author.keyboard.type('góp giúp mẫu biểu')
  expect(await field.inputValue()).toBe('Nhờ @Sở Tài chính và @Tạ Quang Vĩnh Sơn góp giúp mẫu biểu')
  await author.keyboard.press('Control+Enter')
  const said = author.getByRole('article').filter({ hasText: 'góp giúp mẫu biểu' })
  await said.getByText(/Sở Tài chính \(0\/3/).waitFor()
  await expect.poll(() => field.inputValue()).toBe('')

  const leader = await openAs('chutich', '/mentions')
  const mention = leader.getByRole('article').filter({ hasText: 'góp giúp mẫu biểu' })
  await mention.getByText(discussion.mentions.isUnread).waitFor()
  await expectAccessible(leader)
  await mention.getByRole('link', { name: discussion.mentions.open.assignment }).click()
  await leader.getByRole('article').filter({ hasText: 'góp giúp mẫu biểu' }).waitFor()
  await leader.goto('/mentions')
  await leader.getByText(discussion.mentions.title).first().waitFor()
  await expect.poll(() => leader.getByText('góp giúp mẫu biểu').count()).toBe(0)

  await author.reload()
  await said.getByText(/Tạ Quang Vĩnh Sơn \(đã xem\)/).waitFor()
  await said.getByRole('button', { name: discussion.withdraw }).click()
  await said.getByRole('button', { name: discussion.withdraw }).last().click()
  await said.locator('s').waitFor()
  await expectAccessible(author)
})

test('search opens from every page and leads to the duty', { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', '/dashboard')
  await page.getByLabel(searchPage.box).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ket noi tieu thu san pham')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  const duties = page.getByRole('region', { name: new RegExp(`^${searchPage.kinds.item}`) })
  await duties.locator('mark', { hasText: 'kết nối tiêu thụ sản phẩm' }).first().waitFor()
  await expectAccessible(page)
  await page.locator('a[href*="line="]').first().click()
  await page
    .locator('.source .is-shown', { hasText: /kết nối tiêu thụ sản phẩm/i })
    .first()
    .waitFor()
  await page.goBack()
  await duties
    .getByRole('link', { name: /kết nối tiêu thụ sản phẩm/ })
    .first()
    .click()
  await page.waitForURL(/\/items\//)
  await page.keyboard.press('/')
  await page.keyboard.type('khong he co cau nay o dau')
  await page.keyboard.press('Enter')
  await page.getByText(searchPage.nothing('khong he co cau nay o dau')).waitFor()
})

test('a filter is saved, opens first, and is put away again', { timeout: 60_000 }, async () => {
  const page = await openAs('sct.lanhdao', '/work?state=overdue')
  await button(page, savedFilter.title).click()
  await page.getByRole('menuitem', { name: savedFilter.save }).click()
  await page.getByLabel(savedFilter.name).fill('Quá hạn của sở')
  await button(page, words.common.save).click()
  await button(page, savedFilter.here('Quá hạn của sở')).click()
  await page.getByRole('menuitem', { name: savedFilter.manage }).click()
  await page.getByLabel(savedFilter.start).check()
  await expectAccessible(page)
  await expect
    .poll(async () => {
      await page.goto('/')
      await page.locator('[data-row]').first().waitFor()
      return new URL(page.url()).search
    })
    .toBe('?state=overdue')
  await button(page, savedFilter.here('Quá hạn của sở')).click()
  await page.getByRole('menuitem', { name: savedFilter.manage }).click()
  await button(page, savedFilter.delete('Quá hạn của sở')).click()
  await page.getByText(savedFilter.none).waitFor()
})

test('a session is recorded for a plan, put right with the reason, and counted', {
  timeout: 60_000,
}, async () => {
  const [plan] = await sample.sql<
    { id: string }[]
  >`select id from plan where file_name = 'plan-cooperatives.docx'`
  const page = await openAs('sct.chuyenvien', `/plans/${plan?.id}/dissemination`)
  await page.getByText(dissemination.held(4, 39)).waitFor()
  await button(page, dissemination.recordFor('Sở Công Thương')).click()
  await page.getByLabel(dissemination.target).fill('50')
  await page.getByLabel(dissemination.reachedLabel).fill('60')
  await page.getByText(dissemination.moreThanTarget).waitFor()
  await page.getByLabel(dissemination.reachedLabel).fill('45')
  await page.getByLabel(dissemination.content).fill('Phổ biến cho các hợp tác xã thương mại')
  await expectAccessible(page)
  await button(page, words.common.save).click()
  const mine = page.getByRole('article', { name: /^Sở Công Thương/ })
  await mine.getByText(dissemination.reachedOf(45, 50, '90%')).waitFor()
  await page.getByText(dissemination.held(5, 39)).waitFor()
  await mine.getByRole('button', { name: dissemination.correct }).click()
  await page.getByLabel(dissemination.reachedLabel).fill('48')
  await page.getByLabel(dissemination.reason).fill('Bổ sung người ký muộn')
  await button(page, words.common.save).click()
  await mine.getByText(/Bổ sung người ký muộn/).waitFor()
})

test.each([WIDE, NARROW])('pages are accessible at $width', { timeout: 60_000 }, async (size) => {
  const [plan] = await sample.sql<
    { id: string }[]
  >`select id from plan where file_name = 'plan-cooperatives.docx'`
  const page = await openAs('stc.daumoi', '/search?q=hợp tác xã', size)
  await page.locator('mark').first().waitFor()
  await expectAccessible(page)
  await page.goto('/search?q=hop%20tacs%20xa')
  await page.getByText(searchPage.near('hop tacs xa')).waitFor()
  await page.goto('/mentions?all=1')
  await page.getByRole('article').first().waitFor()
  await expectAccessible(page)
  await page.goto(`/plans/${plan?.id}/dissemination`)
  await page.getByRole('article').first().waitFor()
  await expectAccessible(page)
  await page.goto('/work')
  await page.locator('[data-row]').first().waitFor()
  await button(page, size === WIDE ? savedFilter.title : words.steps.otherWays).click()
  await page.getByText(savedFilter.none).waitFor()
  await expectAccessible(page)
  expect(await page.getByText(task.searchLabel).count()).toBe(1)
})
