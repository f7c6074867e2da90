// A difficulty in the browser: raised from a duty, sent on with a clock, answered, and the answer at the duty again; the
// days off of a year pasted in.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { difficulty, daysOff } = words
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const TEXT = 'Chưa có kinh phí in tài liệu cho 12 hợp tác xã.'
const ANSWER = 'Đồng ý bổ sung 24 triệu đồng.'

test('from the duty to the answer and back to the duty', { timeout: 90_000 }, async () => {
  const officer = await openAs('sct.chuyenvien', '/work?state=open', NARROW)
  await officer.locator('[data-row]').first().click()
  await officer.getByRole('link', { name: difficulty.raiseHere }).click()
  await button(officer, difficulty.raise).click()
  await officer.getByText(difficulty.textRequired.proposal).waitFor()
  await officer.getByRole('combobox', { name: difficulty.type }).click()
  await officer.getByRole('option', { name: difficulty.types.funding }).click()
  await officer.getByRole('textbox', { name: difficulty.text }).fill(TEXT)
  await officer.getByRole('textbox', { name: difficulty.proposal }).fill('Đề nghị bổ sung 24 triệu đồng.')
  await expectAccessible(officer)
  await officer.reload()
  await expect.poll(() => officer.getByRole('textbox', { name: difficulty.text }).inputValue()).toBe(TEXT)
  await button(officer, difficulty.raise).click()
  await officer.getByText(difficulty.waitingFor.raised).waitFor()
  await expectAccessible(officer)
  const address = new URL(officer.url()).pathname

  const overseer = await officer.getByText(difficulty.focal, { exact: true }).locator('xpath=..').innerText()
  const focal = await openAs(overseer.includes('Ngoại vụ') ? 'sngv.daumoi' : 'stc.daumoi', address)
  await button(focal, difficulty.steps.send).click()
  await focal.getByRole('form', { name: difficulty.steps.send }).waitFor()
  await focal.getByRole('combobox', { name: difficulty.addressee }).fill('so noi vu')
  await focal.getByRole('option', { name: 'Sở Nội vụ' }).click()
  await focal
    .getByRole('form', { name: difficulty.steps.send })
    .getByRole('button', { name: difficulty.steps.send })
    .click()
  await focal.getByText(difficulty.taken.send).waitFor()
  await focal.getByRole('img', { name: /Sở Nội vụ/u }).waitFor()
  await expectAccessible(focal)

  const head = await openAs('snv.lanhdao', '/difficulties')
  await button(head, difficulty.mine.at).click()
  await head.getByRole('link', { name: TEXT }).click()
  await button(head, difficulty.steps.answer).click()
  await head.getByRole('textbox', { name: difficulty.answerText }).fill(ANSWER)
  await head.getByRole('textbox', { name: difficulty.documentOn }).fill('1/2/2020')
  await head
    .getByRole('form', { name: difficulty.steps.answer })
    .getByRole('button', { name: difficulty.steps.answer })
    .click()
  await head.getByText(difficulty.taken.answer).waitFor()
  await head.getByText(difficulty.document('', '01/02/2020')).first().waitFor()

  await officer.goto('/work?state=open')
  await officer.locator('[data-row]').first().click()
  await officer.getByText(ANSWER).waitFor()
  await expectAccessible(officer)
})

test.each([WIDE, NARROW])(
  'list, table and year are accessible at $width',
  { timeout: 90_000 },
  async (size) => {
    const page = await openAs('stc.daumoi', '/difficulties?state=all', size)
    await page.locator('[data-row]').first().waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: difficulty.table }).click()
    await page.getByRole('heading', { name: difficulty.tableTitle }).waitFor()
    await page.getByText(difficulty.noDecider).waitFor()
    await expectAccessible(page)
    await page.goto('/days-off?year=2026')
    await page.getByRole('heading', { name: daysOff.list(11) }).waitFor()
    await expectAccessible(page)
  },
)

test('a pasted list is checked line by line, then entered; one day is changed and deleted', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('stc.daumoi', '/days-off?year=2027')
  await page.getByText(daysOff.empty(2027)).waitFor()
  await button(page, daysOff.paste).click()
  await page.getByLabel(daysOff.pasteLabel).fill('01/01/2027 Tết Dương lịch\n31/02/2027 Không có')
  await button(page, daysOff.check).click()
  await page.getByText(daysOff.noSuchDay).waitFor()
  await page
    .getByLabel(daysOff.pasteLabel)
    .fill('01/01/2027 Tết Dương lịch\n05/02/2027 - 06/02/2027 Tết Nguyên đán')
  await button(page, daysOff.check).click()
  await page.getByText(daysOff.wouldAdd(3, 0)).waitFor()
  await button(page, daysOff.carryOut(3)).click()
  await page.getByText(daysOff.added(3)).waitFor()
  await page.getByRole('button', { name: daysOff.editOf('06/02/2027') }).click()
  await page.getByRole('textbox', { name: daysOff.name }).fill('Mồng Một Tết')
  await button(page, words.common.save).click()
  await page.getByRole('cell', { name: 'Mồng Một Tết' }).waitFor()
  await page.getByRole('button', { name: daysOff.editOf('01/01/2027') }).click()
  await button(page, words.common.delete).click()
  await page.getByText(daysOff.deleteAsk('01/01/2027')).waitFor()
  await button(page, words.common.delete).click()
  await page.getByRole('heading', { name: daysOff.list(2) }).waitFor()
})
