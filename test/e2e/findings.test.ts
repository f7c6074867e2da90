// What reading found wrong: errors open and first, what is only worth a look folded, each one press from its place.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, openBrowser, openPage } from './browser.ts'
import { signInAs, startSample } from './sample.ts'

let sample: Awaited<ReturnType<typeof startSample>>
let browser: Browser
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([startSample(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await sample?.close()
})

const filler = Array.from({ length: 40 }, (_, i) => `${i + 1}. Đào giếng số ${i + 1} cho thôn vùng cao.`)
const PLAN = `ỦY BAN NHÂN DÂN

TỈNH SÔNG MƠ

Số: /KH-UBND

Sông Mơ, ngày 02 tháng 3 năm 2026

KẾ HOẠCH

Phòng, chống hạn năm 2026

I. NHIỆM VỤ

${filler.join('\n\n')}

41. Đẩy mạnh chuyên đổi số trong trữ nước.

- Cơ quan chủ trì: Sở Giao thông vận tải.

II. TỔ CHỨC THỰC HIỆN

Sở Y tế theo dõi.
`

test('errors first, the rest folded, one press to the place', async () => {
  const page = await openPage(browser, sample.url)
  await signInAs(page, 'stc.daumoi')
  await page.goto('/plans')
  await page.getByRole('link', { name: '18/KH-UBND' }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('o')
  await (await chooser).setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(PLAN) })
  await page.waitForURL('**/review')
  await page.getByRole('tab', { name: words.planPages.sides.findings }).click()
  const { rules } = words.findings
  const heads = page.getByRole('tabpanel').getByRole('button', { expanded: true })
  await expect
    .poll(async () => (await heads.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ')))
    .toEqual(
      (['blank-number', 'dissolved-agency', 'spelling'] as const).map((rule) =>
        expect.stringContaining(`${words.planPages.severities.error} ${rules[rule].title} (1)`),
      ),
    )
  const panel = page.getByRole('tabpanel')
  expect(await panel.getByText(rules['dissolved-agency'].cure).isVisible()).toBe(true)

  const minor = panel.getByRole('button', { name: rules['task-without-lead'].title })
  expect(await minor.getAttribute('aria-expanded')).toBe('false')
  expect(await panel.getByText(rules['task-without-lead'].cure).isVisible()).toBe(false)
  await minor.click()
  expect(await panel.getByText(rules['task-without-lead'].cure).isVisible()).toBe(true)
  await expectAccessible(page)

  await panel.getByRole('button', { name: words.findings.shouldBe('chuyên', 'chuyển') }).click()
  await expect
    .poll(() => page.getByText('Đẩy mạnh chuyên đổi số trong trữ nước').first().isVisible())
    .toBe(true)
  const box = await page.getByText('Đẩy mạnh chuyên đổi số trong trữ nước').first().boundingBox()
  expect(box && box.y > 0 && box.y < 800).toBe(true)
})
