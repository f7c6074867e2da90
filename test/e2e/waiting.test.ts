// Where it is stuck, in the browser: the ranked list and its facts, the picture by keyboard, a requirement entered, the
// circle it closes named, and the requirement taken away again.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { waiting } = words
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const ranked = (page: Page) => page.getByRole('heading', { name: waiting.ranked })

test('the list opens what an agency holds, and from there the fact itself', { timeout: 60_000 }, async () => {
  const page = await openAs('chutich', '/waiting')
  await ranked(page).waitFor()
  const first = page.locator('.wait-list > li').first()
  const name = await first.locator('p').first().innerText()
  await page.getByRole('link', { name: waiting.openOf(name), exact: true }).click()
  await page.getByRole('heading', { name: waiting.holdsAt(name) }).waitFor()
  expect(new URL(page.url()).searchParams.get('at')).toMatch(/^[0-9a-f-]{36}$/)
  await page.locator('.wait-list a').first().click()
  await page.waitForURL(/\/(work|items|difficulties)\/[0-9a-f-]{36}/)
  await page.goBack()
  await button(page, waiting.clear).click()
  await ranked(page).waitFor()
})

test('the picture is reached and opened by keyboard, and told in words', { timeout: 60_000 }, async () => {
  const page = await openAs('chutich', '/waiting')
  await page.getByText(waiting.asPicture, { exact: true }).click()
  const picture = page.locator('.wait-picture')
  await picture.locator('svg a').first().waitFor()
  await expectAccessible(page)
  await picture.focus()
  await page.keyboard.press('Tab')
  const focused = await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent)
  expect(focused?.length).toBeGreaterThan(3)
  const boxes = await picture.locator('svg g > a, svg g > g > rect').count()
  expect(boxes).toBeGreaterThan(2)
  await page.getByText(waiting.inWords).click()
  expect(await page.locator('details[open] li').count()).toBeGreaterThan(1)
  await picture.locator('svg a').first().focus()
  const before = page.url()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).not.toBe(before)
})

test('a requirement is entered, its circle named, and it is taken away again', {
  timeout: 90_000,
}, async () => {
  const page = await openAs('sngv.daumoi', '/work')
  const search = '/api/waiting/items?not=00000000-0000-4000-8000-000000000000'
  const { items } = (await (await page.request.get(search)).json()) as {
    items: { id: string; label: string; lead: string | null; plan: { number: string } }[]
  }
  const [one, two] = items.filter(({ lead, plan }) => lead && plan.number === items[0]?.plan.number)
  if (!one || !two) throw new Error('the sample has no two items with a lead in one plan')
  const enter = async (at: typeof one, required: typeof one) => {
    await page.goto(`/items/${at.id}`)
    await button(page, waiting.add).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(waiting.findItem).fill(required.label.slice(0, 40))
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: waiting.add }).click()
    await dialog.getByText(waiting.reasonForm).waitFor()
    await expectAccessible(page)
    await dialog.getByLabel(waiting.addReason).fill('Cần có quy chế trước')
    await dialog.getByRole('button', { name: waiting.add }).click()
  }
  await enter(one, two)
  await page.getByText('Cần có quy chế trước').waitFor()
  await enter(two, one)
  await page.getByText(waiting.closesCircle).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: words.common.close }).last().click()
  await page.goto('/waiting?agency=all')
  await page.getByText(waiting.circles(1)).waitFor()
  await expectAccessible(page)
  await page.goto(`/items/${two.id}`)
  await page.getByRole('button', { name: new RegExp(`^${waiting.remove}: `) }).click()
  await page.getByLabel(waiting.removeReason).fill('Quy chế đã ban hành')
  await page.getByRole('dialog').getByRole('button', { name: waiting.remove, exact: true }).click()
  await page.getByText(waiting.beforeEmpty).waitFor()
  await page.goto('/waiting?agency=all')
  await ranked(page).waitFor()
  expect(await page.getByText(waiting.circles(1)).count()).toBe(0)
})

test.each([WIDE, NARROW])(
  'list, own view and an officer without rights are accessible at $width',
  { timeout: 60_000 },
  async (size) => {
    const page = await openAs('sct.chuyenvien', '/waiting', size)
    await page.getByText(waiting.views.own, { exact: true }).waitFor()
    await page.getByText(waiting.views.at, { exact: true }).click()
    await page.getByRole('heading', { name: /^Đang nằm tại/ }).waitFor()
    await expectAccessible(page)
    await page.getByText(waiting.views.all, { exact: true }).click()
    await ranked(page).waitFor()
    await expectAccessible(page)
    await page.goto('/dashboard')
    await page.getByRole('heading', { name: waiting.title, exact: true }).waitFor()
    await expectAccessible(page)
  },
)
