// A paper in the browser: written, asked about, answered on a phone, replied to, submitted, brought back with its number
// and signed file; and the paper of a duty, which closes it.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as words from '../../src/vocabulary/words.ts'
import { tinyPdf } from '../pdf.ts'
import { expectAccessible, NARROW } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const { signing: w } = words
const { openAs } = sampleInBrowser()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const form = (page: Page, name: string) => page.getByRole('form', { name, exact: true })
const submitIn = (page: Page, name: string) =>
  form(page, name).getByRole('button', { name, exact: true }).click()
const SUBJECT = 'mời họp rà soát hợp tác xã ngừng hoạt động'

test('from the blank sheet to the signed copy', { timeout: 120_000 }, async () => {
  const officer = await openAs('stc.chuyenvien', '/papers')
  await button(officer, w.newPaper).click()
  await officer.getByRole('textbox', { name: w.subject }).fill(SUBJECT)
  await expectAccessible(officer)
  await button(officer, words.common.save).click()
  await officer.getByRole('textbox', { name: w.addressees }).fill('Sở Nội vụ\nLiên minh Hợp tác xã tỉnh')
  await button(officer, w.paste).click()
  await officer
    .getByRole('textbox', { name: w.paste })
    .fill('I. NỘI DUNG\nRà soát hợp tác xã ngừng hoạt động.')
  await button(officer, w.pasteAdd).click()
  // What is not saved does not go out.
  await button(officer, w.steps.ask).click()
  await officer.getByText(w.saveFirst).waitFor()
  await expectAccessible(officer)
  await button(officer, w.saveText).click()
  await officer.getByText(w.saved).waitFor()
  await button(officer, w.views.sheet).click()
  const sheet = officer.getByRole('article', { name: w.preview })
  await sheet.getByText(`V/v ${SUBJECT}`).waitFor()
  await sheet.getByText('Rà soát hợp tác xã ngừng hoạt động./.').waitFor()
  await officer.getByRole('combobox', { name: w.askWhom }).fill('so noi vu')
  await officer.getByRole('option', { name: 'Sở Nội vụ' }).click()
  await officer.keyboard.press('Escape')
  await submitIn(officer, w.steps.ask)
  await officer.getByText(w.taken.ask).waitFor()
  await expectAccessible(officer)

  const head = await openAs('snv.lanhdao', '/papers', NARROW)
  await head.getByText(`▸ ${w.turns.answer}`).first().waitFor()
  await expectAccessible(head)
  await head.getByRole('link', { name: `Công văn ${SUBJECT}` }).click()
  await button(head, w.steps.answer).first().click()
  await head.getByRole('radio', { name: w.stances['agree-changes'] }).check()
  await submitIn(head, w.steps.answer)
  await head.getByText(w.textRequired.answer).first().waitFor()
  await head.getByRole('textbox', { name: w.answerText }).fill('Bổ sung thành phần dự họp.')
  await submitIn(head, w.steps.answer)
  await head.getByText(w.taken.answer).waitFor()
  await expectAccessible(head)

  await officer.reload()
  await button(officer, w.steps.reply).first().click()
  await officer.getByRole('radio', { name: w.replies.accept, exact: true }).check()
  await officer.getByRole('textbox', { name: w.replyText }).fill('Đã bổ sung.')
  await submitIn(officer, w.steps.reply)
  await officer.getByText(w.taken.reply).waitFor()
  await button(officer, w.steps.submit).click()
  await submitIn(officer, w.steps.submit)
  await officer.getByText(w.taken.submit).waitFor()

  await button(officer, w.steps.issue).click()
  const fields = form(officer, w.steps.issue)
  // The letter of the sample has 214.
  await expect.poll(() => fields.getByRole('textbox', { name: w.number }).inputValue()).toBe('215')
  await fields.getByRole('textbox', { name: w.number }).fill('214')
  await fields.getByRole('textbox', { name: w.signer }).fill('Khổng Văn Trường Khê')
  const choose = async (bytes: Uint8Array) => {
    const [chooser] = await Promise.all([
      officer.waitForEvent('filechooser'),
      fields.getByRole('button', { name: new RegExp(w.signedPdf) }).click(),
    ])
    await chooser.setFiles({ name: 'da-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  }
  await choose(Buffer.from('không phải PDF'))
  await submitIn(officer, w.steps.issue)
  await officer.getByText(words.document.notPdf).first().waitFor()
  await choose(tinyPdf('Công văn đã ký'))
  await submitIn(officer, w.steps.issue)
  await officer
    .getByText(/Số tiếp theo còn trống là 215/u)
    .first()
    .waitFor()
  await fields.getByRole('textbox', { name: w.number }).fill('215')
  await submitIn(officer, w.steps.issue)
  await officer.getByText(w.taken.issue).waitFor()
  await officer.getByRole('link', { name: w.signedFile }).waitFor()
  await expectAccessible(officer)
})

test('the paper of a duty, on a phone', { timeout: 60_000 }, async () => {
  const officer = await openAs('stc.chuyenvien', '/work?state=active', NARROW)
  await officer.locator('[data-row]').first().click()
  await button(officer, w.dutyPaper).click()
  await officer.getByRole('textbox', { name: w.subject }).waitFor()
  await button(officer, words.common.save).click()
  await officer.getByRole('link', { name: w.openDuty }).click()
  await officer.getByRole('region', { name: w.ofAssignment }).getByText(w.states.draft).waitFor()
  await expectAccessible(officer)
})
