// The command line as a person types it, started by whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as words from '../src/vocabulary/words.ts'

const ROOT = join(import.meta.dirname, '..')
const dir = mkdtempSync(join(tmpdir(), 'chutri-cli-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const chutri = (...args: string[]) => {
  const done = spawnSync('node', [join(ROOT, 'bin/chutri.mjs'), ...args], { encoding: 'utf8', cwd: dir })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

test('extract --json prints the draft plan and nothing else', () => {
  const { code, out, err } = chutri('extract', join(ROOT, 'sample/plan-cooperatives.docx'), '--json')
  expect([code, err]).toEqual([0, ''])
  expect(Object.keys(JSON.parse(out))).toEqual(
    expect.arrayContaining([
      'document',
      'references',
      'outline',
      'indicators',
      'tasks',
      'reporting',
      'findings',
    ]),
  )
})

test('whoever reads only the first line of the table gets no fault for it', () => {
  const plan = join(ROOT, 'sample/plan-cooperatives.docx')
  const command = `node "${join(ROOT, 'bin/chutri.mjs')}" extract "${plan}" --json | head -n 1`
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', cwd: dir })
  expect([stdout, stderr]).toEqual(['{\n', ''])
})

test('a file far larger than any plan is refused without being read', () => {
  const large = join(dir, 'phim.pdf')
  writeFileSync(large, '')
  truncateSync(large, 3 * 1024 ** 3)
  const { code, err } = chutri('extract', large)
  expect([code, err.trim()]).toEqual([1, words.refusal.tooLarge])
})

test('extract prints a readable table, a line for each duty', () => {
  const { code, out } = chutri('extract', join(ROOT, 'sample/plan-cooperatives.docx'))
  expect(code).toBe(0)
  expect(out.split('\n').filter((line) => line.includes('Sở Tài chính')).length).toBeGreaterThan(0)
  expect(out).toMatch(/\d+ nhiệm vụ/)
  // What a person should look at twice is marked and counted.
  expect(out).toMatch(/^\? {2}\S/m)
  expect(out).toMatch(/\d+ mục cần xem kỹ/)
})

test.each([
  ['a file that is not there', () => join(dir, 'khong-co.docx')],
  [
    'a program named .docx',
    () => {
      writeFileSync(join(dir, 'tep.docx'), Buffer.from('4d5a90000300000004000000ffff0000', 'hex'))
      return join(dir, 'tep.docx')
    },
  ],
  [
    'an empty file',
    () => {
      writeFileSync(join(dir, 'trong.txt'), '')
      return join(dir, 'trong.txt')
    },
  ],
])('%s gives one Vietnamese sentence on standard error and exit code 1', (_, file) => {
  const { code, out, err } = chutri('extract', file())
  expect([code, out]).toEqual([1, ''])
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêệềếểễôộồốổỗơợờớởỡưựừứửữ]/)
})

test('--help names the commands; an unknown one is refused', () => {
  expect(chutri('--help').out).toContain('chutri extract')
  expect(chutri('bay').code).toBe(1)
})
