// Registers in the browser: from the list to a row, a step and its history; a form with faults; who may change what; what
// is personal.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { cooperative } from '../../src/register/cooperative.ts'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { registerPage: w, savedFilter } = words
const sample = sampleInBrowser()
const { openAs } = sample
const { suspend } = cooperative.states.steps
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const PHONE = '0912345678'
/** Ours among whatever the sample has. */
const ROWS = [
  { code: '0100000011', name: 'HTX Nghiệm Thu Suối Lụa', place: 'UBND xã Suối Lụa', members: 1430 },
  { code: '0100000022', name: 'HTX Nghiệm Thu Khe Nhạc', place: 'UBND xã Khe Nhạc', members: 12 },
] as const
const [own, other] = ROWS
const ids = new Map<string, string>()

beforeAll(async () => {
  const page = await openAs('stc.daumoi', '/registers')
  for (const { place, ...row } of ROWS) {
    const [agency] = await sample.sql<{ id: string }[]>`select id from agency where name = ${place}`
    const answer = await page.request.post('/api/registers/cooperative/rows', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: {
        values: {
          ...{ ...row, place: agency?.id, kind: 'cooperative', sector: 'agriculture' },
          ...{ registeredOn: '2021-03-15', phone: PHONE, charterCapital: 2_500_000_000 },
        },
      },
    })
    if (!answer.ok()) throw new Error(await answer.text())
    ids.set(row.name, ((await answer.json()) as { id: string }).id)
  }
  await page.context().close()
}, 120_000)

const rowOf = ({ name }: { name: string }) => `/registers/cooperative/${ids.get(name)}`
const search = (page: Page) => new URL(page.url()).searchParams

test('from the overview to a row, a step, and what the history says of it', { timeout: 90_000 }, async () => {
  const page = await openAs('stc.daumoi', '/registers')
  await page.getByRole('link', { name: cooperative.label.vi, exact: true }).click()
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('nghiem thu')
  await page.getByText(w.count(2, cooperative.one.vi), { exact: true }).waitFor()
  await expect.poll(() => search(page).get('q')).toBe('nghiem thu')
  await page.getByRole('cell', { name: '1.430', exact: true }).waitFor()
  await page.getByRole('button', { name: cooperative.columns.members.label.vi }).click()
  await expect.poll(() => search(page).get('order')).toBe('members')
  await page
    .getByRole('columnheader', { name: /Số thành viên/ })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor()
  await expect.poll(() => page.locator('[data-row]').first().innerText()).toBe(other.name)
  await page.getByLabel(w.search).blur()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: own.name }).waitFor()
  await page.getByText('2.500.000.000 đồng').waitFor()
  await page.getByText('15/03/2021').first().waitFor()

  await button(page, suspend.label.vi).click()
  const form = page.getByRole('form', { name: suspend.label.vi })
  await form.getByLabel(w.stepReason).fill('Văn bản số 12 của hợp tác xã')
  await form.getByRole('button', { name: suspend.label.vi }).click()
  await page.getByText(w.stepTaken(suspend.label.vi)).waitFor()
  await page.getByText(`thực hiện "${suspend.label.vi}"`).waitFor()
  await page.getByText(w.reasonGiven('Văn bản số 12 của hợp tác xã')).waitFor()
  await expectAccessible(page)

  await page.goBack()
  await page.getByRole('combobox', { name: cooperative.columns.status.label.vi }).click()
  await page.getByRole('option', { name: 'Tạm ngừng kinh doanh' }).click()
  await expect.poll(() => search(page).get('status')).toBe('suspended')
  await page.getByText(w.count(1, cooperative.one.vi), { exact: true }).waitFor()
})

test('columns, a ready-made list and a saved one stand in the address', { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', '/registers/cooperative?q=nghiem%20thu')
  await page.locator('[data-row]').first().waitFor()
  await page.getByRole('link', { name: cooperative.views[0].label.vi }).click()
  await expect.poll(() => search(page).get('status')).toBe('active')
  await button(page, w.columns).click()
  await page.getByRole('checkbox', { name: cooperative.columns.charterCapital.label.vi }).check()
  await page.getByRole('dialog').getByRole('button', { name: words.common.close }).last().click()
  await page.getByRole('columnheader', { name: /Vốn điều lệ/ }).waitFor()
  const address = new URL(page.url()).search
  await button(page, savedFilter.title).click()
  await page.getByRole('menuitem', { name: savedFilter.save }).click()
  await page.getByLabel(savedFilter.name).fill('Vốn của các đơn vị')
  await button(page, words.common.save).click()
  await button(page, savedFilter.here('Vốn của các đơn vị')).waitFor()
  await page.goto('/registers/cooperative')
  await button(page, savedFilter.title).click()
  await page.getByRole('menuitem', { name: 'Vốn của các đơn vị' }).click()
  await page.getByRole('columnheader', { name: /Vốn điều lệ/ }).waitFor()
  expect([...new URLSearchParams(address)].sort()).toEqual([...search(page)].sort())
  // The worklist has filters of its own.
  await page.goto('/work')
  await button(page, savedFilter.title).click()
  await page.getByText(savedFilter.none).waitFor()
})

test('a new row: what is missing stands at its field, a doubtful number is kept, a reload loses nothing', {
  timeout: 90_000,
}, async () => {
  const page = await openAs('suoilua.chuyenvien', '/registers/cooperative/new', NARROW)
  const { columns } = cooperative
  const field = (label: string) => page.getByLabel(label, { exact: false }).first()
  await field(columns.code.label.vi).fill('0100000033')
  await page.getByText(words.register.codes.taxDigit).waitFor()
  await button(page, words.common.save).click()
  await page.getByText(w.required).first().waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
    .toBe('true')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: columns.name.label.vi }).fill('HTX Nghiệm Thu Mới')
  await page.reload()
  await expect
    .poll(() => page.getByRole('textbox', { name: columns.name.label.vi }).inputValue())
    .toBe('HTX Nghiệm Thu Mới')
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose(columns.kind.label.vi, 'Tổ hợp tác')
  await choose(columns.sector.label.vi, 'Thương mại, dịch vụ')
  await page.getByRole('textbox', { name: columns.registeredOn.label.vi }).fill('1/2/2024')
  await page.getByRole('textbox', { name: columns.members.label.vi }).fill('1200')
  // Whoever enters rows of one place only has it chosen already.
  await expect
    .poll(() => page.getByRole('combobox', { name: columns.place.label.vi }).inputValue())
    .toBe('UBND xã Suối Lụa')
  await button(page, words.common.save).click()
  await page.getByRole('heading', { name: 'HTX Nghiệm Thu Mới' }).waitFor()
  await page.getByText('1.200 thành viên').waitFor()
  await page.getByText(words.register.codes.taxDigit).waitFor()
  await page.getByText(/ghi mới, tính từ/).waitFor()
  await expectAccessible(page)
})

test('a code that is taken is told at its field', { timeout: 60_000 }, async () => {
  const page = await openAs('stc.daumoi', `${rowOf(other)}/edit`)
  const code = page.getByRole('textbox', { name: cooperative.columns.code.label.vi })
  await code.fill(own.code)
  await button(page, words.common.save).click()
  await expect.poll(() => code.getAttribute('aria-invalid')).toBe('true')
})

test('an officer of a commune changes the rows of its own place and no other', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('suoilua.chuyenvien', rowOf(other))
  await page.getByRole('heading', { name: other.name }).waitFor()
  await page.getByText(words.register.notYours).first().waitFor()
  expect(await button(page, w.reveal).isDisabled()).toBe(true)
  await page.goto(`${rowOf(other)}/edit`)
  await page.getByText(words.register.notYours).waitFor()

  await page.goto(rowOf(own))
  await page.getByRole('link', { name: w.change, exact: true }).click()
  await page.getByRole('textbox', { name: cooperative.columns.director.label.vi }).fill('Hà Thị Tơ Lụa')
  await page.getByLabel(w.changeReason).fill('Đại hội bầu mới')
  await button(page, words.common.save).click()
  await page.getByText(`${cooperative.columns.director.label.vi}: ${words.register.story.nothing}`).waitFor()
  await page.getByText(w.reasonGiven('Đại hội bầu mới')).waitFor()
})

test('personal data is masked; seeing it in full is recorded', { timeout: 60_000 }, async () => {
  const page = await openAs('suoilua.chuyenvien', rowOf(own))
  await page.getByText('•••678').first().waitFor()
  expect(await page.getByText(PHONE).count()).toBe(0)
  const logged = async () => {
    const [row] = await sample.sql<{ n: number }[]>`
      select count(*)::int as n from audit_event where action = 'personal.read' and subject_id = ${ids.get(own.name) ?? ''}`
    return row?.n
  }
  expect(await logged()).toBe(0)
  await button(page, w.reveal).click()
  await page.getByText(PHONE).waitFor()
  await page.getByText(w.revealed).waitFor()
  expect(await logged()).toBe(1)
  await page.goto('/registers/cooperative?q=nghiem%20thu&columns=name,phone')
  await page.getByText('•••678').first().waitFor()
  expect(await page.getByText(PHONE).count()).toBe(0)
})

test('a row entered by mistake is struck with its reason, found among the struck ones, and restored', {
  timeout: 60_000,
}, async () => {
  const page = await openAs('stc.daumoi', rowOf(other))
  await button(page, w.void).click()
  await button(page, words.common.save).click()
  await page.getByText(w.reasonRequired).waitFor()
  await page.getByRole('textbox', { name: w.reason }).fill('Nhập hai lần')
  await button(page, words.common.save).click()
  await page.getByText(w.voided, { exact: true }).first().waitFor()
  await page.goto('/registers/cooperative?q=nghiem%20thu&void=true')
  await page.getByRole('link', { name: other.name }).click()
  await button(page, w.restore).click()
  await page.getByRole('textbox', { name: w.reason }).fill('Vẫn hoạt động')
  await button(page, words.common.save).click()
  await button(page, w.void).waitFor()
})

test('the administrator names who keeps a register', { timeout: 60_000 }, async () => {
  const page = await openAs('quantri', '/registers/support-policy')
  await button(page, w.keepers).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(w.keepersHint).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('combobox', { name: w.keepers }).fill('hoi nong dan')
  await page.getByRole('option', { name: 'Hội Nông dân tỉnh' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: words.common.save }).click()
  await dialog.waitFor({ state: 'detached' })
  const focal = await openAs('stc.daumoi', '/registers/support-policy')
  await focal.getByRole('heading', { name: 'Chính sách' }).first().waitFor()
  await button(focal, w.keepers).click()
  await focal.getByRole('dialog').getByText('Hội Nông dân tỉnh').waitFor()
})

test.each([WIDE, NARROW])('pages are accessible at $width', { timeout: 90_000 }, async (size) => {
  const page = await openAs('stc.daumoi', '/registers', size)
  await page.getByRole('article', { name: cooperative.label.vi, exact: true }).waitFor()
  await expectAccessible(page)
  await page.goto('/registers/cooperative')
  await page.locator('[data-row]').first().waitFor()
  const fold = size === WIDE ? words.steps.moreFilters(0) : words.common.filters(0)
  await button(page, fold).click()
  await page.getByLabel(w.onDay).first().waitFor()
  await expectAccessible(page)
  await page.goto(rowOf(own))
  await page
    .getByText(/ghi mới, tính từ/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await page.goto(`${rowOf(own)}/edit`)
  await page.getByLabel(w.changeReason).waitFor()
  await expectAccessible(page)
})
