// The living slice, as people click it, wide and narrow: a real province is set up, a plan is dropped and published,
// an agency reports with a paper, a second person approves, the overseer confirms, the leader's figures follow.
import { writeXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, openBrowser, openPage, WIDE } from './browser.ts'
import { startEmpty } from './sample.ts'

const { columns, kinds } = words.agency
const { roles } = words.identity
const PEOPLE = [
  [
    columns.name,
    columns.code,
    columns.kind,
    columns.parent,
    columns.aliases,
    columns.person,
    columns.position,
    columns.login,
    columns.role,
  ],
  ['UBND tỉnh', 'H12', kinds['province-committee'], '', '', 'Lò Hư Cấu', 'Chủ tịch', 'chutich', roles.leader],
  [
    'Sở Tài chính',
    'H12.01',
    kinds.department,
    '',
    'Sở TC',
    'Vàng Giả Định',
    'Chuyên viên',
    'daumoi',
    roles.focal,
  ],
  ['Sở Nội vụ', 'H12.02', kinds.department, '', '', 'Giàng Ví Dụ', 'Giám đốc', 'giamdoc', roles.head],
  ['Sở Nội vụ', 'H12.02', '', '', '', 'Sùng Minh Họa', 'Chuyên viên', 'chuyenvien', roles.officer],
]
const PLAN = `Số: 21/KH-UBND
Lai Châu, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức ngày hội đọc sách năm 2026

I. NHIỆM VỤ
1. Sở Nội vụ vận động cán bộ, công chức góp sách, hoàn thành trước ngày 30/11/2026.
2. Tiếp tục nuôi dưỡng thói quen đọc sách trong gia đình.

II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch này.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Hư Cấu
`

let server: Awaited<ReturnType<typeof startEmpty>>
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startEmpty(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const PASSWORD = 'một câu riêng dễ nhớ'
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

async function signIn(page: Page, login: string, code?: string) {
  await page.goto('/')
  await page.getByLabel(words.identity.login).fill(login)
  await page.getByLabel(words.identity.password).fill(code ?? PASSWORD)
  await page.getByRole('button', { name: words.identity.signIn }).click()
  if (!code)
    return page
      .getByRole('navigation')
      .or(page.getByRole('button', { name: words.common.menu }))
      .first()
      .waitFor()
  await page.getByLabel(words.identity.newPassword).first().fill(PASSWORD)
  await page.getByLabel(words.identity.newPasswordAgain).fill(PASSWORD)
  await expectAccessible(page)
  await page.getByRole('button', { name: words.identity.setPassword }).click()
  await page.getByRole('button', { name: words.identity.setPassword }).waitFor({ state: 'detached' })
}

test('from the first visit to the leader’s figures', async () => {
  const page = await openPage(browser, server.url)
  await page.goto('/')
  await expectAccessible(page)
  await page.getByRole('combobox', { name: words.setup.province }).click()
  await page.getByRole('option', { name: 'Lai Châu' }).click()
  await page.getByLabel(words.setup.adminName).fill('Quản Trị Thử')
  await page.getByLabel(words.identity.login).fill('quantri')
  await page.getByRole('textbox', { name: words.setup.password }).fill(PASSWORD)
  await page.getByRole('button', { name: words.setup.setUp }).click()
  await page.waitForURL('**/agencies')
  await expectAccessible(page)

  // The directory and its people come from the sheet; the codes are shown once.
  const sheet = Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh mục', rows: PEOPLE }] }))
  await page.getByRole('button', { name: words.agencyPages.import }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: words.agencyPages.choose }).click()
  await (await chooser).setFiles({
    name: 'danh-muc.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: sheet,
  })
  await page.getByRole('button', { name: words.agencyPages.carryOut, exact: true }).click()
  const codes: Record<string, string> = {}
  for (const login of ['daumoi', 'chuyenvien', 'giamdoc', 'chutich']) {
    const row = page.getByRole('row').filter({ has: page.getByText(login, { exact: true }) })
    codes[login] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await row.first().innerText())?.[0] ?? ''
  }
  await expectAccessible(page)

  // The focal officer pastes the plan, keeps one item as orientation, publishes.
  const focal = await openPage(browser, server.url)
  await signIn(focal, 'daumoi', codes.daumoi)
  await focal.waitForURL('**/following')
  await focal.getByRole('main').getByRole('link', { name: words.menu.plans }).click()
  await focal.waitForURL('**/plans')
  await expectAccessible(focal)
  await focal.getByRole('button', { name: words.planPages.paste }).click()
  await focal.getByLabel(words.planPages.pasteText).fill(PLAN)
  await expectAccessible(focal)
  await focal.getByRole('button', { name: words.planPages.readText }).click()
  await focal.waitForURL('**/review')
  await see(focal, words.planPages.leftOver(1))
  await expectAccessible(focal)
  await focal.keyboard.press('d')
  await see(focal, words.planPages.allDecided)
  await focal.keyboard.press('p')
  await focal.getByRole('dialog').getByRole('button', { name: words.planPages.publishNow }).click()
  await focal.waitForURL(/\/plans\/[0-9a-f-]+$/)
  await expectAccessible(focal)

  // On a phone: the officer finds the duty and reports with a paper; approving it is not offered.
  const officer = await openPage(browser, server.url, NARROW)
  await signIn(officer, 'chuyenvien', codes.chuyenvien)
  await officer.waitForURL('**/work**')
  await see(officer, 'vận động cán bộ, công chức góp sách')
  await expectAccessible(officer)
  await officer.getByText('vận động cán bộ, công chức góp sách').first().click()
  await officer.waitForURL(/\/work\/[0-9a-f-]+$/)
  const place = officer.url()
  await see(officer, words.task.clause)
  await officer.getByRole('button', { name: words.task.reportNow }).click()
  await officer.getByLabel(words.task.reportText).fill('Đã tiếp nhận 1.430 cuốn sách, lập biên bản bàn giao.')
  await officer.getByText(words.task.full).click()
  const paper = officer.waitForEvent('filechooser')
  await officer.getByRole('button', { name: words.task.chooseFiles }).click()
  await (await paper).setFiles({
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 biên bản'),
  })
  await officer.getByRole('button', { name: words.task.removeFile('bien-ban.pdf') }).waitFor()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: words.task.sendReport }).click()
  await see(officer, words.task.statuses.reported)
  expect(
    await officer
      .getByRole('button', { name: words.task.steps.approve })
      .isEnabled()
      .catch(() => false),
  ).toBe(false)

  const head = await openPage(browser, server.url)
  await signIn(head, 'giamdoc', codes.giamdoc)
  await head.goto(place)
  await see(head, 'Đã tiếp nhận 1.430 cuốn sách')
  await expectAccessible(head)
  await head.getByRole('button', { name: words.task.steps.approve }).click()
  await see(head, words.task.statuses.approved)

  // The leader sees one waiting, then one done of two.
  const leader = await openPage(browser, server.url, WIDE)
  await signIn(leader, 'chutich', codes.chutich)
  await leader.waitForURL('**/dashboard**')
  await see(leader, '0 / 2')
  await expectAccessible(leader)

  await focal.goto(place)
  await focal.getByRole('button', { name: words.task.steps.confirm }).click()
  await see(focal, words.task.statuses.done)
  await leader.reload()
  await see(leader, '1 / 2')
  await leader.setViewportSize(NARROW)
  await expectAccessible(leader)
})
