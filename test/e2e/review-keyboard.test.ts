// From the dropped file to the published plan by keyboard alone, counted: one key or chord is one interaction,
// choosing the file is one. The driver reads only what the screen shows, as a clerk does.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { openBrowser, openPage } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const CORPUS = join(import.meta.dirname, '../corpus')
let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

/** What a clerk presses at this item, and how often at most before something must have changed. */
async function decide(page: Page, press: (key: string) => Promise<void>) {
  const card = page.locator('.review-card[aria-current="true"]')
  const said = await card.innerText()
  const { problemShort } = words.review
  const hasChoices = await page.getByRole('group', { name: words.planPages.choices }).isVisible()
  if (said.includes(problemShort['no-lead'])) {
    // Duties without a bearer are guidance for all: the whole part at once, but not the whole plan.
    const scopes = await page
      .getByRole('group', { name: words.planPages.scope })
      .getByRole('button')
      .allInnerTexts()
    const steps = scopes.filter((label) => !label.startsWith(words.planPages.wholePlan)).length - 1
    for (let n = 0; n < steps; n++) await press('s')
    await press('d')
  } else if (said.includes(problemShort['several-leads'])) await press('1')
  else if (said.includes(problemShort['unmatched-lead'])) {
    if (hasChoices) await press('1')
    else {
      await press('Shift+A')
      await press('Enter')
    }
  } else if (said.includes(problemShort['group-lead'])) await press('t')
  else throw new Error(`nothing to decide at: ${said}`)
}

const OWN: [string, number, string][] = [
  ['programme-41', 15, join(CORPUS, 'programme-41/source.txt')],
  ['labelled-18', 25, join(CORPUS, 'labelled-18/source.txt')],
  ['annex-83', 60, join(CORPUS, 'annex-83/source.txt')],
]
// The real plans whose shapes these are, where somebody has them at hand.
const gold = process.env.CHUTRI_CORPUS ? join(process.env.CHUTRI_CORPUS, 'gold') : null
const REAL: [string, number, string][] = gold
  ? [
      ['tuyenquang-175', 15, join(gold, 'tuyenquang-175.txt')],
      ['laocai-2026', 25, join(gold, 'laocai-2026.txt')],
      ['khanhhoa-1627', 60, join(gold, 'khanhhoa-1627.txt')],
    ]
  : []

test.each([...OWN, ...REAL])('%s is published within %i interactions', async (name, most, file) => {
  const page = await openPage(browser, sample.url)
  await signInAs(page, 'stc.daumoi')
  await page.goto('/plans')
  await page.getByRole('link', { name: '18/KH-UBND' }).waitFor()
  let interactions = 0
  const press = async (key: string) => {
    interactions++
    await page.keyboard.press(key)
  }

  const chooser = page.waitForEvent('filechooser')
  await press('o')
  interactions++
  await (await chooser).setFiles(file)
  await page.waitForURL('**/review')
  const done = page.getByText(words.planPages.allDecided)
  await page.locator('.review-card[aria-current="true"]').waitFor()
  while (!(await done.first().isVisible())) {
    expect(interactions).toBeLessThan(most)
    const before = await page.locator('main').innerText()
    await decide(page, press)
    await expect.poll(() => page.locator('main').innerText()).not.toBe(before)
  }
  await press('p')
  const publish = page.getByRole('dialog').getByRole('button', { name: words.planPages.publishNow })
  await expect.poll(() => publish.evaluate((button) => button === document.activeElement)).toBe(true)
  await press('Enter')
  await page.waitForURL(/\/plans\/[0-9a-f-]+$/)

  console.log(
    `${name}: ${interactions} interactions from the dropped file to the published plan (at most ${most})`,
  )
  expect(interactions).toBeLessThanOrEqual(most)
  const id = page.url().split('/').at(-1)
  const [row] = await sample.sql<{ tracked: number }[]>`
    select count(*) as tracked from item where plan_id = ${id ?? ''} and outcome in ('assign', 'each')`
  expect(row?.tracked).toBeGreaterThan(0)
  // An annex that repeats the body is joined with it.
  expect(row?.tracked).toBeLessThanOrEqual(60)
  await page.context().close()
})
