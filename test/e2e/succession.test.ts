// A reorganisation in the browser, from the form to the decision, wide and narrow; groups, a committee, a day in the past.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { succession: w, common, agency, agencyPages } = words
const sample = sampleInBrowser()
const { openAs } = sample
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
const choose = async (page: Page, label: string, typed: string) => {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(typed)
  await page.getByRole('option', { name: typed }).first().click()
}
const typeDay = async (page: Page, label: string, day: string) => {
  const field = page.getByRole('textbox', { name: label }).first()
  await field.fill(day)
  await field.blur()
}

test('a merger shows what would move, moves it, and stands in the list', { timeout: 90_000 }, async () => {
  const page = await openAs('stc.daumoi', '/agencies/reorganisations')
  await page.getByText(w.noActs).waitFor()
  await expectAccessible(page)
  await button(page, w.record).click()
  await choose(page, w.oldAgencies.merge, 'Sở Ngoại vụ')
  await page.keyboard.press('Escape')
  await choose(page, w.successor, 'Sở Công Thương')
  await typeDay(page, w.effectiveOn, '01/11/2026')
  await page.getByLabel(w.documentNumber).fill('15/NQ-HĐND')
  const picture = page.getByRole('figure', { name: w.consequences })
  await picture.getByText('Sở Ngoại vụ').waitFor()
  await picture
    .getByText(/lượt giao đang mở/u)
    .first()
    .waitFor()
  await expectAccessible(page)
  await button(page, w.confirmAct).click()
  await page.getByRole('heading', { name: w.actTitle(w.kinds.merge, '2026-11-01') }).waitFor()
  const left = await sample.sql`
    select 1 from assignment join agency on agency.id = assignment.agency_id
    where agency.name = 'Sở Ngoại vụ' and assignment.status not in ('done', 'closed')`
  expect(left.length).toBe(0)
})

test('an abolished agency waits on top until somebody decides, on a phone', { timeout: 90_000 }, async () => {
  const page = await openAs('stc.daumoi', '/agencies/reorganisations', NARROW)
  await button(page, w.record).click()
  await page.getByRole('combobox', { name: w.whatHappens }).click()
  await page.getByRole('option', { name: w.kinds.abolish }).click()
  await choose(page, w.oldAgencies.abolish, 'Sở Tư pháp')
  await page.keyboard.press('Escape')
  await typeDay(page, w.effectiveOn, '15/11/2026')
  await page.getByLabel(w.documentNumber).fill('16/NQ-HĐND')
  await button(page, w.confirmAct).click()
  await page.getByRole('heading', { name: w.pending(1) }).waitFor()
  await expectAccessible(page)
  await button(page, w.decideOn('Sở Tư pháp')).click()
  await choose(page, w.goesTo, 'Sở Nội vụ')
  await page.getByLabel(w.why).fill('Cùng lĩnh vực')
  await expectAccessible(page)
  await button(page, w.confirmDecision).click()
  await page.getByRole('heading', { name: w.pending(1) }).waitFor({ state: 'detached' })
  await page.getByText(/Cùng lĩnh vực/u).waitFor()
  await page.goto('/agencies')
  // With their internal units.
  await page
    .getByText(new RegExp(w.ended(2).split(' (')[0] ?? '', 'u'))
    .first()
    .click()
  await page.getByRole('link', { name: 'Sở Tư pháp' }).waitFor()
  await expectAccessible(page)
})

test('a group, a committee, and where it stood on a day', { timeout: 90_000 }, async () => {
  const page = await openAs('stc.daumoi', '/agencies/groups')
  await button(page, w.addGroup).click()
  await page.getByLabel(w.groupName).fill('Các sở khối kinh tế')
  await choose(page, w.groupPlus, 'Sở Công Thương')
  await page.keyboard.press('Escape')
  await button(page, common.save).click()
  await page.getByRole('heading', { name: 'Các sở khối kinh tế' }).waitFor()
  await expectAccessible(page)

  await page.goto('/agencies')
  await button(page, agencyPages.add).click()
  await page.getByLabel(agency.columns.name).fill('Ban Chỉ đạo kinh tế tập thể')
  await button(page, common.save).click()
  await page.getByRole('link', { name: 'Ban Chỉ đạo kinh tế tập thể' }).click()
  await button(page, w.addMember).click()
  await page.getByLabel(w.person).fill('Bà Lê Thị Hư Cấu')
  await page.getByLabel(w.position).fill('Trưởng ban')
  await button(page, common.save).click()
  await page.getByText('Bà Lê Thị Hư Cấu').waitFor()
  await expectAccessible(page)

  await page.goto('/plans')
  await page
    .getByRole('link', { name: /KH-UBND|Kế hoạch/u })
    .nth(1)
    .click()
  await typeDay(page, w.standingDay, '20/11/2026')
  await page.getByRole('heading', { name: w.standingOn('2026-11-20') }).waitFor()
  await page
    .getByText(/lượt giao \(/u)
    .first()
    .waitFor()
  await expectAccessible(page)
})
