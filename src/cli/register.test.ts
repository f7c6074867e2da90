// `chutri register import` and `chutri register export` as they are typed, on a store of their own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellValue, readXlsx, writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import * as words from '../vocabulary/words.ts'
import { runCommand } from './command.ts'

const said = words.registerImport
let app: Awaited<ReturnType<typeof testApp>>
const dir = mkdtempSync(join(tmpdir(), 'chutri-register-'))
const HEAD = ['Mã số', 'Tên', 'Loại hình', 'Xã, phường', 'Lĩnh vực', 'Ngày đăng ký', 'Màu cờ']
const row = (n: number, more: Record<number, CellValue> = {}): CellValue[] =>
  [
    `010000001${n}`,
    `HTX Mẫu ${n}`,
    'Hợp tác xã',
    'xã Suối Mơ',
    'Nông, lâm, ngư nghiệp',
    '04/03/2021',
    'đỏ',
  ].map((value, at) => (at in more ? (more[at] ?? null) : value))
async function fileOf(name: string, rows: CellValue[][]): Promise<string> {
  const path = join(dir, name)
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'A', rows: [HEAD, ...rows] }] }))
  return path
}
beforeAll(async () => {
  app = await testApp()
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
    address: () => 'http://127.0.0.1:8080',
    withStore: (work) => work(app.sql),
    now: () => ({ at: app.clock.now(), today: app.clock.today() }),
  })
  return { code, out, err }
}
const count = async () => (await app.sql`select 1 from cooperative where tenant_id = ${app.tenantId}`).length
const AS = ['--as', 'focal']

test('a dry run tells every row and writes nothing; a real one stops at faults unless they are left out', async () => {
  const file = await fileOf('htx.xlsx', [row(1), row(2), row(3, { 5: '31/02/2021' })])
  const dry = await chutri('register', 'import', 'cooperative', file, '--dry-run', ...AS)
  expect([dry.code, dry.err]).toEqual([0, []])
  expect(dry.out).toContain(said.cli.person('Người dùng focal'))
  expect(dry.out).toContain(said.cli.unused(['G (Màu cờ)']))
  expect(dry.out).toContain(said.cli.counts(3, 2, 0, 0, 1, 0))
  expect(dry.out.filter((line) => line.startsWith('  F4: '))).toHaveLength(1)
  expect(dry.out.at(-1)).toBe(said.cli.dry)
  const stopped = await chutri('register', 'import', 'cooperative', file, ...AS)
  expect([stopped.code, stopped.err]).toEqual([1, [said.faultsStop(1)]])
  expect(await count()).toBe(0)
  const done = await chutri('register', 'import', 'cooperative', file, '--skip-faulty', ...AS)
  expect([done.code, done.out.at(-1)]).toEqual([0, said.done(2, 0)])
  expect(await count()).toBe(2)
  const again = await chutri(
    'register',
    'import',
    'cooperative',
    await fileOf('lai.xlsx', [row(1), row(2, { 1: 'HTX Đổi Tên' })]),
    '--since',
    '1/10/2026',
    ...AS,
  )
  expect(again.out).toContain(said.cli.counts(2, 0, 1, 1, 0, 0))
  expect(again.out).toContain(said.cli.change(3, said.change('Tên', 'HTX Mẫu 2', 'HTX Đổi Tên')))
  const [changed] = await app.sql`select since from cooperative where name = 'HTX Đổi Tên'`
  expect(changed?.since).toBe('2026-10-01')
})

test('a register leaves as .xlsx and .csv in the columns of its template', async () => {
  const path = join(dir, 'ra.xlsx')
  const { code, out } = await chutri('register', 'export', 'cooperative', '--out', path)
  expect([code, out]).toEqual([0, [said.cli.exported(2, path)]])
  const [sheet] = (await readXlsx(readFileSync(path))).sheets
  expect(sheet?.rows[0]?.slice(0, 3)).toEqual(['Mã số', 'Tên', 'Loại hình'])
  expect(sheet?.rows.slice(1).map((cells) => cells[1])).toEqual(['HTX Đổi Tên', 'HTX Mẫu 1'])
  const back = await chutri('register', 'import', 'cooperative', path, ...AS)
  expect([back.code, back.out.at(-1)]).toEqual([0, said.nothing])
  expect(back.out).toContain(said.cli.counts(2, 0, 0, 2, 0, 0))
  const csv = join(dir, 'ra.csv')
  await chutri('register', 'export', 'cooperative', '--out', csv)
  expect(readFileSync(csv, 'utf8').split('\r\n')[0]).toMatch(/^\ufeffMã số;Tên;Loại hình;/u)
  const fromCsv = await chutri('register', 'import', 'cooperative', csv, ...AS)
  expect(fromCsv.out).toContain(said.cli.counts(2, 0, 0, 2, 0, 0))
})

test.each([
  [['import', 'nothing', 'a.xlsx'], 'nothing'],
  [['import', 'cooperative', 'a.xlsx'], words.cli.noFile('a.xlsx')],
  [['import', 'cooperative', 'HERE', '--since', '31/02/2026'], said.cli.badSince('31/02/2026')],
  [['import', 'cooperative', 'HERE', '--source', 'friend'], said.cli.badSource('friend')],
  [['import', 'cooperative', 'HERE', '--as', 'leader'], words.register.notYours],
  [['import', 'cooperative', 'HERE', '--bay'], said.cli.importUsage],
  [['export', 'cooperative'], said.cli.exportUsage],
])('%j is refused in one sentence', async (args, sentence) => {
  const here = await fileOf('here.xlsx', [row(5)])
  const { code, err } = await chutri('register', ...args.map((arg) => (arg === 'HERE' ? here : arg)))
  expect(code).toBe(1)
  expect(err.join(' ')).toContain(sentence)
})
