// `chutri tracker import` as it is typed, on a store of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { threeHundred, trackerFile } from '../../test/tracker.ts'
import * as words from '../vocabulary/words.ts'
import { runCommand } from './command.ts'

let app: Awaited<ReturnType<typeof testApp>>
const dir = mkdtempSync(join(tmpdir(), 'chutri-tracker-'))
const file = join(dir, 'theo-doi.xlsx')
beforeAll(async () => {
  app = await testApp()
  writeFileSync(file, await trackerFile(threeHundred()))
})
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true })
  await app.close()
})

async function chutri(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    serve: async () => {},
    resetCode: async () => '',
    withStore: (work) => work(app.sql),
    now: () => ({ at: app.clock.now(), today: app.clock.today() }),
  })
  return { code, out, err }
}
const countItems = async () => (await app.sql`select 1 from item where tenant_id = ${app.tenantId}`).length

test('a dry run counts, names each fault with its cell, and writes nothing', async () => {
  const { code, out, err } = await chutri('tracker', 'import', file, '--dry-run')
  expect([code, err]).toEqual([0, []])
  expect(out).toContain('300 dòng nhiệm vụ: 288 nhập được, 0 đã có, 12 có lỗi.')
  expect(out.filter((line) => /^ {2}[A-Z]+\d+: /u.test(line))).toHaveLength(12)
  expect(out.at(-1)).toBe(words.tracker.cli.dry)
  expect(await countItems()).toBe(0)
})

test('a column of which nothing is taken is named', async () => {
  const rows = [
    ['STT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Màu bìa hồ sơ'],
    [1, 'Rà soát danh mục dự án', 'Sở Nội vụ', 'xanh'],
  ]
  const odd = join(dir, 'cot-la.xlsx')
  writeFileSync(odd, await writeXlsx({ sheets: [{ name: 'A', rows }] }))
  const { out } = await chutri('tracker', 'import', odd, '--dry-run')
  expect(out.find((line) => line.startsWith('Các cột chưa dùng'))).toContain('D (Màu bìa hồ sơ)')
})

test('rows at fault stop a real run, unless they are to be left out', async () => {
  const target = ['--title', 'Theo dõi năm 2026', '--overseer', 'Sở Tài chính']
  const stopped = await chutri('tracker', 'import', file, ...target)
  expect([stopped.code, stopped.err]).toEqual([1, [words.tracker.cli.faultsStop(12)]])
  expect(await countItems()).toBe(0)
  const { code, out, err } = await chutri(
    'tracker',
    'import',
    file,
    ...target,
    '--skip-faulty',
    '--as',
    'focal',
  )
  expect([code, err]).toEqual([0, []])
  expect(out[0]).toBe(words.tracker.cli.person('Người dùng focal'))
  expect(out.at(-1)).toMatch(/^Đã nhập 288 dòng, thành 288 lượt giao, vào kế hoạch [0-9a-f-]{36}\.$/u)
  expect(await countItems()).toBe(288)
  // Again: nothing new, whatever plan is named.
  const again = await chutri('tracker', 'import', file, ...target, '--skip-faulty')
  expect(again.out).toContain('300 dòng nhiệm vụ: 0 nhập được, 288 đã có, 12 có lỗi.')
  expect(await countItems()).toBe(288)
})

test.each([
  [
    ['--title', 'Theo dõi năm 2026', '--overseer', 'H99.99', '--skip-faulty'],
    words.tracker.cli.noAgency('H99.99'),
  ],
  [['--plan', 'khong-co'], words.tracker.cli.noPlan('khong-co')],
  [['--as', 'nobody'], words.cli.noAccount('nobody')],
  [['--bay'], words.tracker.cli.usage],
])('%j is refused in one sentence', async (args, sentence) => {
  const { code, err } = await chutri('tracker', 'import', file, ...args)
  expect([code, err]).toEqual([1, [sentence]])
})

test('a file that is not there, and one that is no sheet', async () => {
  const nowhere = join(dir, 'khong-co.xlsx')
  expect((await chutri('tracker', 'import', nowhere)).err).toEqual([words.cli.noFile(nowhere)])
  writeFileSync(join(dir, 'tep.xlsx'), Buffer.from('4d5a9000030000', 'hex'))
  expect((await chutri('tracker', 'import', join(dir, 'tep.xlsx'))).err).toEqual([words.tracker.refused.type])
})
