// The morning in the browser: what has to be done today, the same as text, an address for mail; the focal officer urges;
// the administrator sees what the server does by itself and sets the mail server.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { urging, mail, job, common } = words
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

test.each([
  ['1280', WIDE],
  ['360', NARROW],
])('at %s px: the list of today, its text with links, an address for mail', async (width, viewport) => {
  const page = await openAs('snnmt.lanhdao', '/morning', viewport)
  const overdue = page.getByRole('region', { name: new RegExp(`^${urging.sections.overdue}`) })
  await overdue.getByRole('link').first().waitFor()
  const text = await page.getByRole('textbox', { name: urging.text }).inputValue()
  expect(text).toContain(urging.sections.overdue)
  expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/work\/[0-9a-f-]{36}/)
  await expectAccessible(page)

  const address = page.getByLabel(mail.address)
  await address.fill('không phải địa chỉ')
  await button(page, common.save).click()
  await page.getByText(mail.addressForm).waitFor()
  await address.fill(`ten${width}@songmo.example`)
  await button(page, common.save).click()
  await page.getByText(mail.saved).waitFor()
  await page.reload()
  await expect.poll(() => address.inputValue()).toBe(`ten${width}@songmo.example`)

  await overdue.getByRole('link').first().click()
  await page.waitForURL(/\/work\/[0-9a-f-]{36}/)
})

test.each([
  ['1280', 'sngv.daumoi', WIDE],
  ['360', 'stc.daumoi', NARROW],
])(
  'at %s px: a letter to every agency with something overdue; the duty remembers it',
  async (_, login, viewport) => {
    const page = await openAs(login, '/urging', viewport)
    await page.getByLabel(urging.letter.chooseAll).check()
    const count = await page.getByRole('checkbox').count()
    await expectAccessible(page)
    await button(page, urging.letter.write(count - 1)).click()
    // Written now, or being written already: the way to each is there.
    const letters = page.getByRole('status').getByRole('link')
    await expect.poll(() => letters.count()).toBe(count - 1)
    await letters.first().click()
    await page
      .getByText(/còn .* lượt quá hạn chưa hoàn thành/)
      .first()
      .waitFor()
    await page.goBack()
    await page.getByText(urging.list).first().waitFor()

    await page.getByText(urging.list).first().click()
    await page.waitForURL(/overseer=/)
    await page.locator('[data-row]').first().click()
    await page.getByRole('region', { name: urging.urged }).getByRole('link').first().waitFor()
    await expectAccessible(page)
  },
)

test('the reminders of the province and of a plan are changed', async () => {
  const page = await openAs('stc.daumoi', '/urging')
  await button(page, urging.ladder.edit).click()
  const before = page.getByLabel(urging.ladder.before)
  await before.fill('10, mười')
  await page.getByText(urging.ladder.form).waitFor()
  await before.fill('10, 5')
  await button(page, common.save).click()
  await page.getByText(urging.ladder.beforeSaid('10, 5')).waitFor()
  await page.goto('/plans')
  await page.locator('a[href^="/plans/"]:not([href$="/import"])').first().click()
  await page
    .getByRole('region', { name: urging.ladder.title })
    .getByText(urging.ladder.followsProvince)
    .waitFor()
})

test.each([
  ['1280', WIDE],
  ['360', NARROW],
])(
  'at %s px: what the server does by itself, asked again; a mail server that cannot be reached',
  async (_, viewport) => {
    const page = await openAs('quantri', '/jobs', viewport)
    const rungs = page.getByRole('region', { name: job.names.rungs })
    await rungs.getByRole('button', { name: job.again }).click()
    await rungs.getByText(job.asked).waitFor()
    await expectAccessible(page)

    await page.goto('/mail')
    await page.getByLabel(mail.host, { exact: true }).fill('127.0.0.1')
    await page.getByLabel(mail.port).fill('1')
    await page.getByLabel(mail.from).fill('kehoach@songmo.example')
    await page.getByLabel(mail.security).selectOption('none')
    await expectAccessible(page)
    await button(page, common.save).click()
    await page.getByText(mail.untested).waitFor()
    await page.getByLabel(mail.testTo).fill('thu@songmo.example')
    await button(page, mail.test).click()
    await page.getByText(mail.faults.unreachable('127.0.0.1')).waitFor()
  },
)
