// Indicators: from the list to one, to the figure of another day, to the records behind it and the row of a register; a
// formula put together with a fault in it; a figure entered by one and approved by another; charts as picture and table; the
// printed indicators of a plan decided with the keys.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const w = words.indicatorPage
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label, exact: true }).first().click()
  await page.getByRole('option', { name: option, exact: true }).first().click()
}
const COUNTED = 'Số hợp tác xã'

test('from the list to one, another day, its records and the row behind', { timeout: 120_000 }, async () => {
  const page = await openAs('stc.chuyenvien', '/indicators')
  await link(page, COUNTED).waitFor()
  // Small lines of the list come after it, with their words.
  await page.getByRole('img', { name: /^Từ / }).first().waitFor()
  await expectAccessible(page)
  await page.getByLabel(w.list.search).fill('thanh vien')
  await link(page, COUNTED).waitFor({ state: 'detached' })
  await page.getByLabel(w.list.search).fill('')
  await link(page, COUNTED).click()
  const day = region(page, w.dayTitle)
  await day
    .getByRole('status')
    .getByText(/\d+ hợp tác xã/)
    .waitFor()
  const today = await day.getByRole('status').first().textContent()
  await day.getByLabel(w.day).fill('31/12/2024')
  await day.getByLabel(w.day).press('Enter')
  await day.getByLabel(w.day).press('Escape')
  await day.getByRole('status').getByText('31/12/2024').waitFor()
  expect(await day.getByRole('status').first().textContent()).not.toBe(today)
  expect(page.url()).toContain('day=2024-12-31')
  await day.getByText(/bản ghi, đúng như trong sổ ngày 31\/12\/2024/).waitFor()
  await expectAccessible(page)
  // The address is the whole state: it opens the same day again.
  await page.reload()
  await day.getByRole('status').getByText('31/12/2024').waitFor()
  const record = day.getByRole('link', { name: /^Mở bản ghi/ }).first()
  const title = await record.textContent()
  await record.click()
  await page.waitForURL(/\/registers\/cooperative\//)
  await page
    .getByRole('heading', { level: 1 })
    .getByText(title ?? '')
    .waitFor()
})

test('a chart is told in words and keys, saved as picture and as table', { timeout: 120_000 }, async () => {
  const page = await openAs('stc.daumoi', '/indicators')
  await link(page, COUNTED).click()
  const years = region(page, w.years)
  const chart = years.getByRole('img', { name: /^Biểu đồ đường/ })
  await chart.locator('svg').waitFor()
  await chart.focus()
  await page.keyboard.press('End')
  await years
    .getByRole('status')
    .getByText(/^\d{4} \(hợp tác xã\)/)
    .waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  // The table has every figure of the picture.
  await years.getByRole('columnheader', { name: w.chart.measured }).waitFor()
  for (const [name, ending] of [
    [words.chart.svg, '.svg'],
    [words.chart.png, '.png'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await years.getByRole('button', { name, exact: true }).click()
    const download = await saved
    expect(download.suggestedFilename()).toBe(`so-hop-tac-xa${ending}`)
    const bytes = readFileSync(await download.path())
    if (ending === '.svg') expect(bytes.toString('utf8')).toContain(w.chart.measured)
    else expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  }
  const sheet = page.waitForEvent('download')
  await years.getByRole('link', { name: words.chart.excel }).click()
  expect((await sheet).suggestedFilename()).toBe('so-hop-tac-xa.xlsx')
})

test('a formula with a fault is marked where it is wrong, tried, then kept', {
  timeout: 120_000,
}, async () => {
  const page = await openAs('stc.daumoi', '/indicators/new')
  await page.getByLabel(w.fields.name).fill('Tỷ lệ hợp tác xã có nữ lãnh đạo (thử)')
  await page.getByLabel(w.fields.unit).fill('%')
  await page.getByLabel(w.build.shapes.share).check()
  const part = page.getByRole('group', { name: w.build.part })
  await part.getByRole('button', { name: w.build.addCondition }).click()
  await button(page, words.common.save).click()
  await page.getByText(w.faulty).waitFor()
  await part.getByText(w.build.chooseColumn).waitFor()
  await expectAccessible(page)
  await choose(page, w.build.conditionColumn(1), 'Nữ lãnh đạo')
  await page.getByText(w.faulty).waitFor({ state: 'detached' })
  await page.getByText(/^Tỷ lệ % của số hợp tác xã \(Nữ lãnh đạo: có\)/).waitFor()
  await button(page, w.try).click()
  await page.getByText(/^Tử số \d+, mẫu số \d+/).waitFor()
  await button(page, words.common.save).click()
  await page.waitForURL(/\/indicators\/[0-9a-f-]{36}$/)
  await region(page, w.now).getByText(/ %$/).waitFor()
  await region(page, w.history).getByText(/./).first().waitFor()
})

test('a figure is entered by one and approved by another', { timeout: 120_000 }, async () => {
  const page = await openAs('stc.daumoi', '/indicators/new')
  await page.getByLabel(w.fields.name).fill('Số mô hình điểm (thử)')
  await page.getByLabel(w.fields.unit).fill('mô hình')
  await page.getByLabel(w.ways.typed).check()
  await choose(page, w.fields.agency, 'Sở Tài chính')
  await button(page, words.common.save).click()
  await page.waitForURL(/\/indicators\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  const officer = await openAs('stc.chuyenvien', path)
  await button(officer, w.enter).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(w.source).fill('x')
  await button(officer, words.common.save).click()
  await dialog.getByText(w.valueMissing).waitFor()
  await dialog.getByText(words.indicator.form.source).waitFor()
  await dialog.getByRole('textbox', { name: `${w.value} (mô hình)` }).fill('12')
  await dialog.getByLabel(w.source).fill('Báo cáo số 15/BC-STC ngày 20/11/2026')
  await expectAccessible(officer)
  await button(officer, words.common.save).click()
  await dialog.waitFor({ state: 'detached' })
  const values = region(officer, w.values)
  await values.getByText(w.valueStates.draft, { exact: true }).waitFor()
  // Whoever entered it does not approve it, and until then it does not count.
  expect(await values.getByRole('button', { name: new RegExp(`^${w.approve}:`) }).count()).toBe(0)
  await region(officer, w.now).getByText(w.noValue, { exact: true }).waitFor()
  const head = await openAs('stc.lanhdao', path)
  await region(head, w.values)
    .getByRole('button', { name: new RegExp(`^${w.approve}:`) })
    .click()
  await region(head, w.values).getByText(w.valueStates.approved, { exact: true }).waitFor()
  await region(head, w.now).getByText('12 mô hình').waitFor()
})

test('printed indicators of a plan are decided with the keys', { timeout: 120_000 }, async () => {
  const page = await openAs('stc.daumoi', '/plans')
  const source = join(import.meta.dirname, '../corpus/programme-41/source.txt')
  await page.locator('input[type=file]').first().setInputFiles(source)
  await page.waitForURL(/\/review$/, { timeout: 60_000 })
  await page.getByRole('tab', { name: new RegExp(words.planPages.sides.indicators) }).click()
  await page.getByText(w.review.undecided).first().waitFor()
  await expectAccessible(page)
  await page.keyboard.press('d')
  await page.getByText(`✔ ${w.review.none}`).waitFor()
  await page.keyboard.press('a')
  await page.getByText(new RegExp(`^✔ ${w.review.willMake}`)).waitFor()
  await page.keyboard.press('l')
  await page.getByRole('dialog').getByText(COUNTED, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await page.getByText(new RegExp(`^✔ ${w.review.willMake}`)).waitFor({ state: 'detached' })
})

test.each([WIDE, NARROW])('pages are accessible at $width', { timeout: 120_000 }, async (size) => {
  const page = await openAs('stc.daumoi', '/indicators', size)
  await link(page, COUNTED).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: w.rule.title }).click()
  const dialog = page.getByRole('dialog')
  const slow = dialog.getByLabel(w.rule.fields.slow)
  await slow.fill('100')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await dialog.getByText(words.indicator.form.thresholds).waitFor()
  await expectAccessible(page)
  await slow.fill(size === WIDE ? '70' : '75')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await link(page, COUNTED).click()
  await region(page, w.dayTitle).locator('figure svg').first().waitFor()
  await region(page, w.years).locator('.chart-picture svg').waitFor()
  await expectAccessible(page)
  await link(page, w.edit).click()
  await page.getByText(w.build.sentence).waitFor()
  await expectAccessible(page)
  await page.goto('/plans')
  await page
    .getByRole('link', { name: /Phát triển kinh tế tập thể/ })
    .first()
    .click()
  await region(page, w.ofPlanTitle).waitFor()
  await expectAccessible(page)
  const leader = await openAs('chutich', '/dashboard', size)
  await region(leader, w.leader.title).waitFor()
  await expectAccessible(leader)
})
