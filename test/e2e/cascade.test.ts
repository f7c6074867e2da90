// Plans below plans, in the browser, wide and narrow: who has issued and who is missing, a plan drafted and put on its way
// to be signed, a plan dropped below a programme and compared with it by keyboard, the programme of the year.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser, signInAs } from './sample.ts'

const { subPlans, coverage, draft, programme } = words.cascade
const BELOW = `SỞ CÔNG THƯƠNG
Số: 55/KH-SCT
Sông Mơ, ngày 10 tháng 6 năm 2026

KẾ HOẠCH
Thực hiện Chương trình số 167/CTr-UBND ngày 15/5/2026 của Ủy ban nhân dân tỉnh

Thực hiện Chương trình số 167/CTr-UBND ngày 15/5/2026 của Ủy ban nhân dân tỉnh, Sở Công Thương ban hành Kế hoạch như sau:

I. NHIỆM VỤ
1. Phòng Quản lý thương mại thuộc Sở Công Thương xây dựng Danh mục sản phẩm xuất khẩu chủ lực của tỉnh trước ngày 30/10/2026.
2. Sở Công Thương tổ chức hội nghị phổ biến quy tắc xuất xứ cho doanh nghiệp (mục II.2 Phụ lục kèm theo Chương trình số 167/CTr-UBND), hoàn thành trước ngày 15/11/2026.
3. Sở Công Thương sửa chữa nhà kho của cơ quan, hoàn thành trước ngày 20/12/2026.

Nơi nhận:
- Ủy ban nhân dân tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Người Hư Cấu
`

const sample = sampleInBrowser()
const { openAs } = sample

const keepPicture = async (page: Page, name: string) => {
  const folder = process.env.CHUTRI_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/cascade-${name}.png`, fullPage: true })
}

async function planId(number: string): Promise<string> {
  const [row] = await sample.sql<{ id: string }[]>`select id from plan where number = ${number}`
  return row?.id ?? ''
}
const agencyId = async (name: string): Promise<string> => {
  const [row] = await sample.sql<{ id: string }[]>`select id from agency where name = ${name}`
  return row?.id ?? ''
}

for (const [name, viewport] of [
  ['wide', WIDE],
  ['narrow', NARROW],
] as const)
  test(`who has issued, who is missing, ${name}`, { timeout: 90_000 }, async () => {
    const page = await openAs('sngv.daumoi', `/plans/${await planId('167/CTr-UBND')}`, viewport)
    await page.getByRole('link', { name: subPlans.open }).click()
    await page.getByRole('heading', { name: subPlans.title }).waitFor()
    await page.getByText(/^4\/\d+ cơ quan đã ban hành/u).waitFor()
    await keepPicture(page, `sub-plans-${name}`)
    await expectAccessible(page)
    const agency = name === 'wide' ? 'Sở Công Thương' : 'Sở Tư pháp'
    await page.getByRole('button', { name: subPlans.recordOf(agency) }).click()
    await page.getByLabel(subPlans.number).fill('99/KH-THU')
    await page.getByRole('textbox', { name: subPlans.issuedOn }).fill('12/10/2026')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: words.common.save }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: new RegExp(`^${subPlans.filters.issued}`, 'u') }).click()
    await page.getByText('số 99/KH-THU').first().waitFor()
    await sample.sql`
      update sub_plan_owed set state = 'owed', number = null, issued_on = null where agency_id = ${await agencyId(agency)}`
    await page.context().close()
  })

test('the list of the missing as Word', { timeout: 60_000 }, async () => {
  const page = await openAs('sngv.daumoi', `/plans/${await planId('167/CTr-UBND')}/sub-plans`)
  await page.getByRole('button', { name: subPlans.export }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: subPlans.forms.docx }).first().click(),
  ])
  const { lines } = await readDocument(await readFile(await download.path()), 'bang.docx')
  const text = lines.map((line) => line.text).join('\n')
  expect(text).toContain('Sở Công Thương')
  expect(text).not.toContain('41/KH-SNgV')
  await page.context().close()
})

test('a plan is drafted from the programme and put on its way', { timeout: 90_000 }, async () => {
  const id = await planId('167/CTr-UBND')
  const agency = await agencyId('Sở Tư pháp')
  const page = await openAs('sngv.daumoi', `/plans/${id}/sub-plans/draft?agency=${agency}`)
  await page.getByRole('heading', { name: draft.title('Sở Tư pháp') }).waitFor()
  await page.getByRole('button', { name: draft.add }).click()
  await page.getByRole('textbox', { name: draft.text }).fill('Lập danh mục điều ước cần rà soát')
  await keepPicture(page, 'draft-wide')
  await expectAccessible(page)
  await page.setViewportSize(NARROW)
  await keepPicture(page, 'draft-narrow')
  await expectAccessible(page)
  await page.getByRole('button', { name: draft.openDossier }).click()
  await page.waitForURL(/\/papers\/[0-9a-f-]{36}/u)
  await page
    .getByText(/Lập danh mục điều ước cần rà soát/u)
    .first()
    .waitFor()
  await page.goto(`/plans/${id}/sub-plans/draft?agency=${agency}`)
  await page.getByText(draft.underWay).waitFor()
  await page.context().close()
})

test('a plan dropped below the programme is compared with it, by keyboard', {
  timeout: 120_000,
}, async () => {
  const page = await openAs('sct.chuyenvien', '/')
  await signInAs(page, 'stc.daumoi')
  const key = () => ({ 'idempotency-key': crypto.randomUUID() })
  const dropped = await page.request.post('/api/plans', { multipart: { text: BELOW }, headers: key() })
  expect(dropped.ok(), await dropped.text()).toBe(true)
  const made = await dropped.json()
  const published = await page.request.post(`/api/plans/${made.id}/publish`, {
    data: { overseerId: await agencyId('Sở Công Thương') },
    headers: { ...key(), 'if-match': `"${made.version}"` },
  })
  expect(published.ok(), await published.text()).toBe(true)
  await signInAs(page, 'sngv.daumoi')
  const parent = await planId('167/CTr-UBND')
  await page.goto(`/plans/${made.id}/coverage?parent=${parent}`)
  await page.getByRole('heading', { name: coverage.title }).waitFor()
  await page.getByText(coverage.kinds.cited).first().waitFor()
  await page
    .getByText(/^Từ chung: .*Danh mục sản phẩm xuất khẩu chủ lực/u)
    .first()
    .waitFor()
  await keepPicture(page, 'coverage-wide')
  await expectAccessible(page)
  const before = await page.getByText(/điều khoản cấp trên đã có nhiệm vụ cấp dưới/u).innerText()
  await page.keyboard.press('a')
  await expect
    .poll(() => page.getByText(/điều khoản cấp trên đã có nhiệm vụ cấp dưới/u).innerText())
    .not.toBe(before)
  await page.setViewportSize(NARROW)
  await page.getByText(coverage.belowShort, { exact: true }).click()
  await page.getByText(coverage.noClause).first().waitFor()
  await keepPicture(page, 'coverage-narrow')
  await expectAccessible(page)
  // The programme itself cites what is not here.
  await page.goto(`/plans/${parent}/coverage`)
  await page.getByText(coverage.notHere('26-CTr/TU')).waitFor()
  await keepPicture(page, 'coverage-missing')
  await page.context().close()
})

test('the programme of the year, wide and narrow', { timeout: 60_000 }, async () => {
  const agency = await agencyId('Sở Công Thương')
  const page = await openAs('chutich', `/agencies/${agency}`)
  await page.getByRole('link', { name: words.cascade.agency.programme }).click()
  await page.getByRole('heading', { name: programme.title('Sở Công Thương', 2026) }).waitFor()
  await keepPicture(page, 'programme-wide')
  await expectAccessible(page)
  await page.setViewportSize(NARROW)
  await keepPicture(page, 'programme-narrow')
  await expectAccessible(page)
  await page.getByRole('button', { name: programme.export }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: programme.forms.docx }).click(),
  ])
  const { lines } = await readDocument(await readFile(await download.path()), 'c.docx')
  expect(lines.map((line) => line.text).join('\n')).toContain('SỞ CÔNG THƯƠNG')
  await page.context().close()
})
