// A duty in the browser: found by keyboard, received, reported with evidence, approved, confirmed; and the dashboard's
// numbers, each opening its list.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { task, dashboard } = words
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('from the worklist to the confirmed result', { timeout: 60_000 }, async () => {
  const officer = await openAs('sct.chuyenvien', '/work?state=to-receive')
  await officer.locator('[data-row]').first().waitFor()
  await officer.keyboard.press('j')
  await officer.keyboard.press('Enter')
  await button(officer, task.steps.receive).waitFor()
  const address = new URL(officer.url()).pathname

  const colleague = await openAs('sct.chuyenvien', address)
  await button(colleague, task.steps.receive).waitFor()
  await button(officer, task.steps.receive).click()
  await officer.getByText(task.taken.receive).waitFor()
  await button(colleague, task.steps.receive).click()
  await colleague.getByText(words.refusal.stale).waitFor()
  await button(colleague, task.reload).click()
  await colleague.getByLabel(task.reportText).waitFor()

  await button(officer, task.sendReport).click()
  await officer.getByText(task.textRequired.report).waitFor()
  await officer.getByLabel(task.reportText).fill('Đã ban hành Kế hoạch số 12/KH-SCT.')
  await officer.getByLabel(task.full).check()
  const evidence = { name: 'Kế hoạch 12.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
  await officer.locator('input[type=file]').setInputFiles(evidence)
  // Its name already stands there while it is sent; it can be taken away again once it has arrived.
  await button(officer, task.removeFile(evidence.name)).waitFor()
  await officer.reload()
  await expect.poll(() => officer.getByLabel(task.reportText).inputValue()).toContain('12/KH-SCT')
  await button(officer, task.sendReport).click()
  await officer.getByText(task.taken.report).waitFor()
  expect(await button(officer, task.steps.approve).isDisabled()).toBe(true)
  const link = officer.getByRole('link', { name: evidence.name })
  const down = await officer.request.get((await link.getAttribute('href')) ?? '')
  expect(await down.body()).toEqual(evidence.buffer)
  expect(down.headers()['content-disposition']).toContain(encodeURIComponent(evidence.name))

  const head = await openAs('sct.lanhdao', address)
  await button(head, task.steps.return).click()
  await head.getByText(task.textRequired.return).waitFor()
  await button(head, task.steps.approve).click()
  await head.getByText(task.taken.approve).waitFor()

  const overseer = await head.getByText(task.overseer).locator('xpath=..').innerText()
  const focal = overseer.includes('Ngoại vụ') ? 'sngv.daumoi' : 'stc.daumoi'
  const confirmer = await openAs(focal, address)
  await button(confirmer, task.steps.confirm).click()
  await confirmer.getByText(task.taken.confirm).waitFor()
})

test('every number of the dashboard opens a list of that many rows', { timeout: 60_000 }, async () => {
  const page = await openAs('chutich', '/dashboard')
  await page.getByRole('heading', { name: dashboard.blockers }).waitFor()
  for (const state of ['overdue', 'to-approve', 'done-on-time', 'answerable'] as const) {
    const link = page.getByLabel(new RegExp(`^${task.states[state]}: \\d`)).first()
    const n = Number((await link.innerText()).replace(/\D/gu, ''))
    await link.click()
    await page.getByRole('navigation', { name: words.common.stateTabs }).waitFor()
    await page.locator('[data-row]').first().waitFor()
    expect(await page.locator('[data-row]').count(), state).toBe(n)
    await page.goBack()
    await page.getByRole('heading', { name: dashboard.blockers }).waitFor()
  }
})

test('search keeps the address, finds without diacritics, and says when there is nothing', async () => {
  const page = await openAs('stc.daumoi', '/work')
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('hop tac xa')
  await page.waitForURL(/q=hop/)
  await page
    .locator('[data-row]', { hasText: /hợp tác xã/iu })
    .first()
    .waitFor()
  await page.getByLabel(task.searchLabel).fill('khong co viec nay')
  await page.getByText(task.emptySearch).waitFor()
})

test.each([WIDE, NARROW])(
  'lists, duty and dashboard are accessible at $width',
  { timeout: 60_000 },
  async (size) => {
    const page = await openAs('stc.daumoi', '/work', size)
    await page.locator('[data-row]').first().waitFor()
    await expectAccessible(page)
    await page.locator('[data-row]').first().click()
    await page.getByRole('heading', { name: task.nextTitle }).waitFor()
    await expectAccessible(page)
    await page.goto('/dashboard')
    await page.getByRole('heading', { name: dashboard.blockers }).waitFor()
    await expectAccessible(page)
  },
)

test('over a slow line a menu opens when it comes, and a field keeps the focus', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('sct.lanhdao', '/plans')
  await page.route(/\/(MenuList|ChoiceSelect)-/, async (route) => {
    await new Promise((come) => setTimeout(come, 1500))
    await route.continue()
  })
  await page.goto('/work')
  await page.locator('[data-row]').first().waitFor()
  const saved = button(page, words.savedFilter.title)
  await saved.click()
  expect(await page.getByRole('menu').count()).toBe(0)
  await page.getByRole('menuitem', { name: words.savedFilter.save }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => saved.evaluate((face) => face === document.activeElement)).toBe(true)

  await page.reload()
  await page.locator('[data-row]').first().waitFor()
  const plan = page.getByRole('combobox', { name: task.plan })
  await plan.focus()
  await expect.poll(() => plan.getAttribute('readonly')).toBe(null)
  expect(await plan.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('hop tac xa')
  await page.keyboard.press('Enter')
  await page.waitForURL(/plan=/)
})

test('a day that came with a link is said and taken off', { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', '/work?due=2001-01-02', NARROW)
  await page.getByText(task.emptySearch).waitFor()
  await page
    .getByRole('button', { name: `${words.common.clearFilter}: ${words.steps.dueThatDay('2001-01-02')}` })
    .click()
  await page.locator('[data-row]').first().waitFor()
  expect(new URL(page.url()).search).not.toContain('due')
})
