// Steps in the browser: fifteen duties of a period answered on a phone, a selection decided at once, two people at one
// assignment, and somebody acting in another's place.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPeriods } from '../../src/task/create-work.ts'
import * as words from '../../src/vocabulary/words.ts'
import { PASSWORD, testApp } from '../database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../work.ts'
import { expectAccessible, NARROW, openBrowser, openPage, WIDE } from './browser.ts'

const { task, steps } = words
const COMMUNE = 'UBND xã Suối Mơ'
let app: Awaited<ReturnType<typeof testApp>>
let url = ''
let browser: Browser
let office = ''
beforeAll(async () => {
  ;[app, browser] = await Promise.all([testApp(), openBrowser()])
  url = await app.server.listen({ host: '127.0.0.1', port: 0 })
  office = app.agencyId('Sở Nội vụ')
  // The month before: five duties reported and approved, to be carried over.
  app.clock.set('2026-10-20T02:00:00Z')
  const items = Array.from({ length: 15 }, (_, i) =>
    newItem(i + 1, {
      outcome: 'each',
      bearers: [app.agencyId(COMMUNE)],
      every: 'month',
      quote: `Việc hằng tháng số ${i + 1}`,
    }),
  )
  await planWithWork(app, items)
  const ids = await Promise.all(
    items.slice(0, 5).map((item) => assignmentOf(app, item.id, app.agencyId(COMMUNE))),
  )
  const [officer, head] = [await app.signIn('commune'), await app.signIn('commune-head')]
  const act = (by: typeof officer, version: number, form: object) =>
    by('POST', '/api/work/steps', { body: { steps: ids.map((id) => ({ id, version, form })) } })
  const figures = [{ name: 'Hợp tác xã mới', value: 2, unit: 'HTX' }]
  await act(officer, 1, { kind: 'report', text: 'Đã hướng dẫn 12 hợp tác xã.', percent: 100, figures })
  await act(head, 2, { kind: 'approve' })
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql.begin((tx) =>
    openPeriods(tx, app.tenantId, { at: app.clock.now(), today: app.clock.today() }),
  )
  // What was left of November is nobody's question here.
  await app.sql`delete from assignment where tenant_id = ${app.tenantId} and period = '2026-11' and status = 'assigned'`
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function openAs(login: string, path: string, viewport = WIDE): Promise<Page> {
  const page = await openPage(browser, url, viewport)
  const answer = await page.request.post('/api/session', { data: { login, password: PASSWORD } })
  if (!answer.ok()) throw new Error(await answer.text())
  await page.goto(path)
  return page
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Counts what a person does: every click, every field typed into. */
function counting(page: Page) {
  let n = 0
  return {
    click: async (what: ReturnType<Page['locator']>) => {
      n += 1
      await what.click()
    },
    type: async (text: string) => {
      n += 1
      await page.keyboard.insertText(text)
    },
    count: () => n,
  }
}

test('a commune answers fifteen standing duties on a phone in at most forty touches', async () => {
  const page = await openAs('commune', '/work', NARROW)
  const hand = counting(page)
  await hand.click(page.getByRole('link', { name: steps.answer.title }))
  const cards = page.getByRole('region', { name: /^Việc hằng tháng số/ })
  await cards.first().waitFor()
  expect(await cards.count()).toBe(15)
  await expectAccessible(page)
  // Five as the period before, six with what was done, the other four: nothing to report.
  for (let i = 0; i < 5; i++) await hand.click(cards.nth(i).getByRole('button', { name: steps.answer.same }))
  expect(await cards.nth(0).getByLabel(task.reportText).inputValue()).toBe('Đã hướng dẫn 12 hợp tác xã.')
  for (let i = 5; i < 11; i++) {
    await hand.click(cards.nth(i).getByRole('button', { name: steps.answer.result }))
    if (i < 10) await hand.type(`Đã làm xong việc thứ ${i + 1}.`)
  }
  // A reload loses nothing; what lacks a result does not leave.
  await page.reload()
  await cards.first().waitFor()
  await hand.click(button(page, steps.answer.restNothing(4)))
  await hand.click(button(page, steps.answer.send(15)))
  await cards.nth(10).getByText(task.textRequired.report).waitFor()
  await hand.click(cards.nth(10).getByLabel(task.reportText))
  await hand.type('Đã làm xong việc thứ 11.')
  await expectAccessible(page)
  await hand.click(button(page, steps.answer.send(15)))
  // Nothing is left of this period, and the page stays with it.
  await page.getByText(steps.answer.allAnswered).waitFor()
  await page.getByText(steps.answer.sent(15, 0)).waitFor()
  expect(hand.count()).toBeLessThanOrEqual(40)
  const rows = await app.sql<{ n: number; batches: number; nothing: number; carried: number }[]>`
    select count(*)::int as n, count(distinct batch_id)::int as batches, (count(*) filter (where nothing))::int as nothing,
           (count(*) filter (where figures <> '[]'))::int as carried
    from step join assignment on assignment.tenant_id = step.tenant_id and assignment.id = step.assignment_id
    where step.tenant_id = ${app.tenantId} and assignment.period = '2026-12' and step.kind = 'report'`
  expect(rows[0]).toEqual({ n: 15, batches: 1, nothing: 4, carried: 5 })

  const head = await openAs('commune-head', '/work/desk', NARROW)
  await head.getByText('Đã làm xong việc thứ 11.').waitFor()
  await expectAccessible(head)
  const first = head.getByRole('region', { name: /^Việc hằng tháng số/ }).first()
  await first.getByRole('button', { name: steps.opens(task.steps.return) }).click()
  await first.getByRole('button', { name: task.steps.return, exact: true }).click()
  await first.getByText(task.textRequired.return).waitFor()
  await first.getByLabel(steps.reason).fill('Bổ sung số liệu')
  await first.getByRole('button', { name: task.steps.return, exact: true }).click()
  await head.getByText(steps.desk.decided(task.steps.return, 1)).waitFor()
  await button(head, steps.desk.all(task.steps.approve, 14)).click()
  await head.getByRole('dialog').getByRole('button', { name: task.steps.approve }).click()
  await head.getByText(steps.desk.decided(task.steps.approve, 14)).waitFor()
  await head.getByText(steps.desk.empty.approve).waitFor()
})

test('a selection by keyboard: what can be taken is told first, the rest stays with its reason', async () => {
  const items = Array.from({ length: 3 }, (_, i) =>
    newItem(i + 1, { bearers: [office], due: dueBy(`2026-12-0${i + 1}`), quote: `Việc chung ${i + 1}` }),
  )
  await planWithWork(app, items)
  const page = await openAs('officer', '/work')
  const row = (i: number) => page.locator('[data-row]').nth(i)
  await row(2).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await page.getByText(steps.bulk.chosen(3)).waitFor()
  await expectAccessible(page)
  // Somebody else is faster with one of them.
  const [id = ''] = await Promise.all(items.map((item) => assignmentOf(app, item.id, office)))
  const other = await app.signIn('officer2')
  await other('POST', `/api/work/${id}/steps`, { version: 1, body: { kind: 'receive' } })
  await button(page, steps.bulk.button(task.steps.receive, 3)).click()
  await page.getByText(steps.bulk.able(3, 3)).waitFor()
  await button(page, steps.bulk.send(task.steps.receive, 3)).click()
  await page.getByText(steps.bulk.doneSome(task.steps.receive, 2, 1)).waitFor()
  await page.getByText(words.refusal.stale).waitFor()
  await page.getByText(steps.bulk.chosen(1)).waitFor()

  await page.getByLabel(steps.bulk.all(3)).click()
  await button(page, steps.bulk.button(steps.bulk.sharedReport, 3)).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(task.reportText).fill('Một báo cáo cho cả ba việc.')
  await dialog.getByLabel(task.full).check()
  await expectAccessible(page)
  await button(page, steps.bulk.send(steps.bulk.sharedReport, 3)).click()
  await page.getByText(steps.bulk.doneAll(task.steps.report, 3)).waitFor()
  await row(0).click()
  await page.getByRole('link', { name: steps.sharedReport(3) }).click()
  await row(2).waitFor()
})

test('two people report at one moment: one is heard, the other reads why and keeps the words', async () => {
  const item = newItem(1, { bearers: [office], due: dueBy('2026-12-10') })
  await planWithWork(app, [item])
  const address = `/work/${await assignmentOf(app, item.id, office)}`
  const pages = await Promise.all(['officer', 'officer2'].map((login) => openAs(login, address)))
  for (const [i, page] of pages.entries()) {
    await button(page, task.reportNow).click()
    await page.getByLabel(task.reportText).fill(`Lời của người thứ ${i + 1}`)
    await page.getByLabel(task.full).check()
  }
  await Promise.all(pages.map((page) => button(page, task.sendReport).click()))
  const heard = (page: Page) =>
    Promise.race([
      page
        .getByText(task.taken.report)
        .waitFor()
        .then(() => true),
      page
        .getByText(words.refusal.stale)
        .waitFor()
        .then(() => false),
    ])
  const told = await Promise.all(pages.map(heard))
  expect([...told].sort()).toEqual([false, true])
  const late = pages[told.indexOf(false)]
  if (!late) throw new Error('nobody was late')
  const mine = await late.getByLabel(task.reportText).inputValue()
  await late.getByText(task.draftKept).waitFor()
  await button(late, task.reload).click()
  await late.getByText(task.waitingFor.reported).waitFor()
  // Returned by the head, the late one goes on with what was written.
  const head = await openAs('head', address)
  await head.getByLabel(task.note).fill('Thiếu số liệu')
  await button(head, task.steps.return).click()
  await late.reload()
  await expect.poll(() => late.getByLabel(task.reportText).inputValue()).toBe(mine)
})

test('whoever stands in reads so in the frame and before pressing', async () => {
  const item = newItem(1, { bearers: [office], due: dueBy('2026-12-11') })
  await planWithWork(app, [item])
  const id = await assignmentOf(app, item.id, office)
  const officer2 = await app.signIn('officer2')
  const report = { kind: 'report', text: 'Đã làm', percent: 100 }
  await officer2('POST', `/api/work/${id}/steps`, { version: 1, body: report })

  const head = await openAs('head', '/people', NARROW)
  await button(head, steps.standIn.add).click()
  await head.getByRole('combobox', { name: steps.standIn.person }).click()
  await head.getByRole('combobox', { name: steps.standIn.person }).fill('dung officer')
  await head.getByRole('option', { name: /^Người dùng officer \(/ }).click()
  await head.getByLabel(steps.standIn.toDay).fill('30/11/2026')
  await head.keyboard.press('Tab')
  await head.getByLabel(steps.reason).fill('Đi học')
  await expectAccessible(head)
  await button(head, words.common.save).click()
  await head.getByText(steps.standIn.span('2026-11-21', '2026-11-30')).waitFor()
  await expectAccessible(head)

  const page = await openAs('officer', `/work/${id}`)
  await page.getByText(steps.standIn.actingFor('Người dùng head')).waitFor()
  await page.getByText(steps.youActFor('Người dùng head')).waitFor()
  await button(page, task.steps.approve).click()
  await page.getByText(task.taken.approve).waitFor()
  await page.getByText(`${task.inPlaceOf('Người dùng head')} ${task.sentence('approve', {})}`).waitFor()
})

test('more time is asked, granted with the day filled in; work is suspended behind "Thêm"', async () => {
  const item = newItem(1, { bearers: [office], due: dueBy('2026-12-12') })
  await planWithWork(app, [item])
  const address = `/work/${await assignmentOf(app, item.id, office)}`
  const officer = await openAs('officer2', address)
  await button(officer, steps.opens(task.steps['ask-extension'])).click()
  await button(officer, task.steps['ask-extension']).click()
  await officer.getByText(steps.chooseDay).waitFor()
  await officer.getByLabel(steps.newDay).fill('31/12/2026')
  await officer.keyboard.press('Tab')
  await officer.getByLabel(steps.reason).fill('Chờ số liệu của xã')
  await button(officer, task.steps['ask-extension']).click()
  await officer.getByText(task.taken['ask-extension']).waitFor()

  const focal = await openAs('focal', address)
  await focal.getByText('Chờ số liệu của xã').first().waitFor()
  expect(await focal.getByLabel(steps.newDay).inputValue()).toBe('31/12/2026')
  await expectAccessible(focal)
  await button(focal, task.steps.extend).click()
  await focal.getByText(task.taken.extend).waitFor()
  await button(focal, steps.more).click()
  await focal.getByRole('menuitem', { name: steps.opens(task.steps.suspend) }).click()
  await button(focal, task.steps.suspend).click()
  await focal.getByText(task.textRequired.suspend).waitFor()
  await focal.getByLabel(steps.reason).fill('Chờ hướng dẫn')
  await button(focal, task.steps.suspend).click()
  await focal.getByText(task.waitingFor.suspended).waitFor()
  await button(focal, task.steps.resume).click()
  await focal.getByText(task.taken.resume).waitFor()
})
