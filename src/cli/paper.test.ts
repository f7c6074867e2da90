// `chutri paper check` as it is typed: what it prints, and its exit codes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { LETTER, REPORT } from '../../test/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import * as words from '../vocabulary/words.ts'
import { runCommand } from './command.ts'

const dir = mkdtempSync(join(tmpdir(), 'chutri-paper-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function check(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(['paper', 'check', ...args], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    serve: async () => {},
    resetCode: async () => '',
    withStore: async () => Promise.reject(new Error('no store is needed')),
    now: () => ({ at: new Date('2026-11-21T02:00:00Z'), today: '2026-11-21' }),
    address: () => '',
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
function written(name: string, bytes: Uint8Array): string {
  const file = join(dir, name)
  writeFileSync(file, bytes)
  return file
}

test('a document in the form: one sentence, code 0', async () => {
  const { code, out } = await check(written('tot.docx', await writeOfficial(REPORT)))
  expect(code).toBe(0)
  expect(out).toContain('Không thấy chỗ nào khác với quy định')
})

test('a document that departs: what, where, how it should be and on what it rests, code 1', async () => {
  const bytes = await writeOfficial({ ...LETTER, recipients: ['Như trên'], type: null, place: '' })
  const { code, out } = await check(written('thieu.docx', bytes))
  expect(code).toBe(1)
  expect(out).toMatch(/^\d+ chỗ khác với quy định/u)
  expect(out).toContain('Danh sách nơi nhận: "- Như trên."; quy định: dòng cuối cùng ghi "Lưu: VT, …"')
  expect(out).toMatch(/đoạn \d+ "- Như trên\." \[Phụ lục I, NĐ 30\/2020\/NĐ-CP, II\.9\.d\]/u)
})

test.each([
  ['no such file', () => join(dir, 'khong-co.docx'), 'Không mở được tệp'],
  ['a folder', () => dir, 'Không mở được tệp'],
  ['no Word file', () => written('a.pdf', Buffer.from('%PDF-1.7')), words.form.notWord],
  ['a cut file', () => written('b.docx', Buffer.from('PK\u0003\u0004cut')), ''],
])('%s: a sentence, code 2', async (_, file, said) => {
  const { code, out, err } = await check(file())
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(said)
  expect(err.length).toBeGreaterThan(20)
})

test('used wrongly it says how it is used', async () => {
  expect((await check()).err).toBe(words.form.cli.usage)
  expect((await check('a.docx', 'b.docx')).code).toBe(1)
})
