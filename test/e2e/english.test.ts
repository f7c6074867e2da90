// English in the browser: chosen by keyboard before signing in, kept, on every page, and left through the user's menu.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGE_NAMES } from '../../src/vocabulary/language.ts'
import { LANGUAGES } from '../../src/vocabulary/languages.ts'
import { expectAccessible, NARROW, openBrowser, openPage } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

const { vi, en } = LANGUAGES
let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

const language = (page: Page) => page.evaluate(() => document.documentElement.lang)
const see = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()

test('every page speaks English once it is chosen, and Vietnamese again', { timeout: 90_000 }, async () => {
  const page = await openPage(browser, sample.url, NARROW)
  await page.goto('/')
  expect(await language(page)).toBe('vi')
  await page.getByRole('button', { name: LANGUAGE_NAMES.en }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(en.setup.realExplain).waitFor()
  expect(await language(page)).toBe('en')
  await expectAccessible(page)

  for (const [login, path, title] of [
    ['quantri', '/agencies', en.agency.title],
    ['quantri', '/accounts', en.accounts.title],
    ['stc.daumoi', '/plans', en.planPages.plans],
    ['stc.daumoi', '/work?agency=all', en.task.workTitleAll],
    ['stc.daumoi', '/work/desk', en.steps.desk.title],
    ['quantri', '/people', en.menu.people],
    ['stc.daumoi', '/dashboard', en.dashboard.title],
  ] as const) {
    await signInAs(page, login)
    await page.goto(path)
    await see(page, title)
    await expectAccessible(page)
  }

  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: LANGUAGE_NAMES.vi }).click()
  await see(page, vi.dashboard.title)
  expect(await language(page)).toBe('vi')
})
