// `chutri indicator compute` as it is typed, over the sample province.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../test/database.ts'
import { loadSample } from '../setup/sample.ts'
import * as words from '../vocabulary/words.ts'
import { runCommand } from './command.ts'

let app: Awaited<ReturnType<typeof emptyApp>>
beforeAll(async () => {
  app = await emptyApp()
  await app.sql.begin((tx) => loadSample(tx, app.clock.now()))
})
afterAll(async () => app?.close())

async function chutri(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
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

test('every indicator has a line with what is known of it on the day', async () => {
  const { code, out, err } = await chutri('indicator', 'compute', '--on', '2026-11-21')
  expect([code, err]).toEqual([0, []])
  const line = (name: string) => out.find((text) => text.startsWith(`  ${name}: `)) ?? ''
  expect(line('Số hợp tác xã')).toMatch(
    /\d+ hợp tác xã · tính từ sổ · khác số nhập tay \d+ · đích năm 2026: /u,
  )
  expect(line('Tỷ lệ nữ giám đốc hợp tác xã, liên hiệp hợp tác xã')).toMatch(
    / % · \d+\/\d+ · tính từ sổ · đích năm 2030/u,
  )
  expect(line('Số hợp tác xã sử dụng phần mềm kế toán')).toContain('21 hợp tác xã · nhập tay')
  expect(line(words.indicator.cli.unknown)).toBe('')
})

test('of one plan, and of an earlier day', async () => {
  const [plan] = await app.sql<{ id: string }[]>`select id from plan where number = '18/KH-UBND'`
  const now = await chutri('indicator', 'compute', '--on', '21/11/2026', '--plan', plan?.id ?? '')
  const then = await chutri('indicator', 'compute', '--on', '2024-06-30', '--plan', plan?.id ?? '')
  expect([now.code, now.out.length]).toEqual([0, then.out.length])
  expect(now.out[1]).not.toBe(then.out[1])
})

test.each([
  [['--on', '31/02/2026'], words.indicator.cli.dayMissing],
  [['--on', '2027-01-01'], words.indicator.dayToCome],
  [['--on', '2026-01-01', '--plan', 'x'], words.indicator.cli.planOdd],
  [['--on', '2026-01-01', '--plan', '00000000-0000-4000-8000-000000000000'], words.indicator.cli.planNone],
  [['--off', '2026-01-01'], words.indicator.cli.usage],
])('%j is refused with a sentence', async (args, message) => {
  const { code, err } = await chutri('indicator', 'compute', ...args)
  expect([code, err]).toEqual([1, [message]])
})
