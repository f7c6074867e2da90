// Where it stands, in the browser: figures of both units opening their lists, an agency, the overseer's desk, the list as
// a Word file, the calendar and its secret address.
import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import * as words from '../../src/vocabulary/words.ts'
import { blocks } from '../blocks.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { standing, task } = words
const { openAs } = sampleInBrowser()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first()
const numberOf = async (page: Page, label: RegExp) =>
  Number((await page.getByLabel(label).first().innerText()).replace(/\D/gu, ''))

test('a figure of nhiệm vụ opens as many nhiệm vụ, one of them its page', { timeout: 60_000 }, async () => {
  const page = await openAs('chutich', '/dashboard')
  await heading(page, words.dashboard.blockers).waitFor()
  const label = new RegExp(`^${standing.itemStates.overdue}: [\\d.]+ ${standing.units.item}$`, 'u')
  const n = await numberOf(page, label)
  expect(n).toBeGreaterThan(0)
  await page.getByLabel(label).first().click()
  await heading(page, standing.items.title).waitFor()
  await page.locator('[data-row]').first().waitFor()
  expect(await page.locator('[data-row]').count()).toBe(n)
  const quote = await page.locator('[data-row]').first().innerText()
  await page.locator('[data-row]').first().click()
  await page.waitForURL(/\/items\/[0-9a-f-]{36}/)
  await page.getByText(quote.slice(0, 40)).first().waitFor()
})

test('from the leader to an agency, to its list, to the list in Word', { timeout: 60_000 }, async () => {
  const page = await openAs('chutich', '/dashboard')
  await heading(page, words.dashboard.byAgency).waitFor()
  await page.getByLabel(standing.agency.open('Sở Công Thương')).click()
  await heading(page, 'Sở Công Thương').waitFor()
  await page.getByText(standing.agency.contacts).waitFor()
  const label = new RegExp(`^${task.states.overdue}: [\\d.]+ ${standing.units.assignment}$`, 'u')
  const n = await numberOf(page, label)
  await page.getByLabel(label).first().click()
  await page.locator('[data-row]').first().waitFor()
  expect(await page.locator('[data-row]').count()).toBe(n)
  await page.getByRole('button', { name: standing.paper.word }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: standing.paper.by.assignment }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^danh-sach-qua-han-\d{4}-\d\d-\d\d\.docx$/)
  const { lines } = await readDocument(await readFile(await download.path()), 'bang.docx')
  const [, ...rows] = blocks(lines).tables[1] ?? []
  expect(rows).toHaveLength(n)
})

test("the overseer's desk: what is to be confirmed opens its list", { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', '/following')
  await heading(page, standing.following.titleOf('Sở Tài chính')).waitFor()
  const label = new RegExp(`^${task.states['to-confirm']}: `, 'u')
  const n = await numberOf(page, label)
  await page.getByLabel(label).first().click()
  await page.getByRole('navigation', { name: words.common.stateTabs }).waitFor()
  await expect.poll(() => page.locator('[data-row]').count()).toBe(n)
})

test('the calendar: a month on, its day opens the list; its address read, changed, dead', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('sct.chuyenvien', '/calendar?month=2026-12')
  await heading(page, standing.calendar.month(12, '2026')).waitFor()
  await page.getByRole('link', { name: standing.calendar.after }).click()
  await heading(page, standing.calendar.month(1, '2027')).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: standing.feed.makeOf('Sở Công Thương') }).click()
  const field = page.getByLabel(standing.feed.address)
  const address = await field.inputValue()
  const text = await (await fetch(address)).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.length).toBeGreaterThan(0)
  await page.getByRole('button', { name: standing.feed.renewOf('Sở Công Thương') }).click()
  await page.getByRole('dialog').getByRole('button', { name: standing.feed.renew }).click()
  await expect.poll(() => field.inputValue()).not.toBe(address)
  expect((await fetch(address)).status).toBe(404)
  expect((await fetch(await field.inputValue())).status).toBe(200)
})

test.each([WIDE, NARROW])(
  'figures, lists and calendar are accessible at $width',
  { timeout: 120_000 },
  async (size) => {
    const page = await openAs('stc.daumoi', '/dashboard?count=item', size)
    await heading(page, words.dashboard.byAgency).waitFor()
    await expectAccessible(page)
    await page.getByLabel(standing.agency.open('Sở Công Thương')).click()
    await page.getByText(standing.agency.contacts).waitFor()
    await expectAccessible(page)
    for (const [path, title] of [
      ['/items', standing.items.title],
      ['/following', standing.following.titleOf('Sở Tài chính')],
      ['/calendar?month=2026-12', standing.calendar.month(12, '2026')],
    ] as const) {
      await page.goto(path)
      await heading(page, title).waitFor()
      await page.locator('main a').first().waitFor()
      await expectAccessible(page)
    }
  },
)
