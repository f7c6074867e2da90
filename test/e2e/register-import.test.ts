// A file brought into a register in the browser: columns asked about once, the dry run, faults left out by a person's word.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellValue, writeXlsx } from 'hucre'
import { afterAll, expect, test } from 'vitest'
import { cooperative } from '../../src/register/cooperative.ts'
import * as words from '../../src/vocabulary/words.ts'
import { expectAccessible, NARROW, WIDE } from './browser.ts'
import { sampleInBrowser } from './sample.ts'

const w = words.registerImport
const sample = sampleInBrowser()
const dir = mkdtempSync(join(tmpdir(), 'chutri-import-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const HEAD = [
  'STT',
  'Mã số HTX',
  'Tên gọi đầy đủ',
  'Loại hình',
  'Phường/xã',
  'Ngành',
  'Ngày thành lập',
  'Số thành viên',
]
const row = (n: number, members: CellValue, day = '05/01/2020'): CellValue[] => [
  ...[n, `010000010${n}`, `HTX Nhập Thử ${n}`, 'HTX', 'Suối Lụa', 'Nông, lâm, ngư nghiệp', day, members],
]
async function fileOf(name: string, rows: CellValue[][]): Promise<string> {
  const path = join(dir, name)
  const title = [['DANH SÁCH HỢP TÁC XÃ']]
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'HTX', rows: [...title, HEAD, ...rows] }] }))
  return path
}

test('a list somebody keeps comes in, and comes again with one figure changed', {
  timeout: 120_000,
}, async () => {
  const page = await sample.openAs('stc.daumoi', '/registers/cooperative')
  await page.getByRole('button', { name: w.menu, exact: true }).click()
  await page.getByRole('menuitem', { name: w.menuImport }).click()
  await page.getByRole('heading', { name: w.title(cooperative.label.vi) }).waitFor()
  await expectAccessible(page)
  const first = await fileOf('lan-1.xlsx', [row(1, 20), row(2, '1,430'), row(3, 30, '31/02/2020')])
  await page.getByLabel(w.choose).setInputFiles(first)
  await page.getByText(w.missingDecision(['Tên gọi đầy đủ'])).waitFor()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: w.meaningOf('C', 'Tên gọi đầy đủ') }).click()
  await page.getByRole('option', { name: cooperative.columns.name.label.vi, exact: true }).click()
  await page.getByRole('button', { name: w.saveColumns }).click()
  const bring = page.getByRole('button', { name: w.run(1, 0) })
  await bring.waitFor()
  expect(await bring.isDisabled()).toBe(true)
  await page.getByText(w.faults.impossibleDate('31/02/2020', [])).waitFor()
  await page.getByText(w.faults.ambiguousNumber('1,430', ['1.430', '1,430'])).waitFor()
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: w.faultsFile }).click(),
  ])
  expect(download.suggestedFilename()).toBe(w.faultFile('lan-1'))
  await page.getByLabel(w.skipFaulty(2)).check()
  await bring.click()
  await page.getByText(w.done(1, 0)).waitFor()

  // The same heading is not asked about again; only what differs comes in.
  await page.getByRole('link', { name: w.another }).click()
  await page.getByLabel(w.choose).setInputFiles(await fileOf('lan-2.xlsx', [row(1, 21), row(2, 1430)]))
  await page.getByRole('button', { name: w.run(1, 1) }).waitFor()
  await page.getByText(w.change(cooperative.columns.members.label.vi, '20', '21')).waitFor()
  await page.setViewportSize(NARROW)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
  await expectAccessible(page)
  await page.setViewportSize(WIDE)
  await page.getByRole('button', { name: w.run(1, 1) }).click()
  await page.getByText(w.done(1, 1)).waitFor()
  await page.getByRole('link', { name: w.openList }).click()
  await page.getByLabel(words.registerPage.search).fill('nhap thu')
  await page.getByText(words.registerPage.count(2, cooperative.one.vi), { exact: true }).waitFor()
})
