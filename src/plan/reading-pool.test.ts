import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { Refusal } from '../base/refusal.ts'
import { ReadingPool } from './reading-pool.ts'

const path = new URL('../../test/slow-reader.ts', import.meta.url)
const PLAN = 'KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Nội vụ lập danh sách thư viện trước ngày 30/6/2026.\n'
const pools: ReadingPool[] = []
const poolOf = (limits: ConstructorParameters<typeof ReadingPool>[0] = {}) => {
  const pool = new ReadingPool({ path, ...limits })
  pools.push(pool)
  return pool
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))

const read = (pool: ReadingPool, command = '') => pool.read({ task: 'text', text: `${PLAN}${command}` })
const scan = (pool: ReadingPool, command: string) =>
  pool.read({
    task: 'files',
    files: [{ fileName: 'quet.pdf', bytes: Buffer.from(`%PDF\n${PLAN}${command}`) }],
  })
const refusalOf = async (result: Promise<unknown>) => {
  const error = await result.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}
const until = async (holds: () => boolean) => {
  while (!holds()) await wait(5)
}

test('the real worker reads a document, and its refusal arrives with kind, code and sentence', async () => {
  const pool = new ReadingPool()
  pools.push(pool)
  const made = await read(pool).result
  expect(made?.draft.tasks.map((task) => task.lead)).toEqual([['Sở Nội vụ']])
  const secret = await refusalOf(pool.read({ task: 'text', text: `TỐI MẬT\n\n${PLAN}` }).result)
  expect([secret.kind, secret.code]).toEqual(['invalid', 'document.secret'])
  expect(secret.message).toContain('TỐI MẬT')
  const paper = { task: 'paper', fileName: 'x.txt', bytes: Buffer.from(`TỐI MẬT\n\n${PLAN}`) } as const
  expect((await refusalOf(pool.read(paper).result)).code).toBe('document.secret')
})

test.each([
  ['#throw', 'reading.crashed'],
  ['#exit', 'reading.crashed'],
  ['#eat', 'reading.memory'],
  ['#hang', 'reading.too-long'],
])('%s ends in a refusal, and the next document is read all the same', async (command, code) => {
  const pool = poolOf({ silence: command === '#hang' ? 5000 : 60_000, megabytes: 64, atOnce: 1 })
  await read(pool).result
  const next = read(pool, command)
  const after = read(pool)
  const refused = await refusalOf(next.result)
  expect(refused.code).toBe(code)
  expect(refused.message.length).toBeGreaterThan(40)
  expect((await after.result)?.draft.tasks).toHaveLength(1)
})

test('pages keep a reading alive until the whole has taken too long', async () => {
  const pool = poolOf({ silence: 1500, total: 3000 })
  await read(pool).result
  expect(await read(pool, '#pages 5 400').result).not.toBeNull()
  expect((await refusalOf(read(pool, '#pages 50 400').result)).code).toBe('reading.too-long')
})

test('two at once, one of them a scan; the others wait in their order and are told so', async () => {
  const pool = poolOf()
  const scans = [scan(pool, '#pages 3 1 #hang'), scan(pool, '')] as const
  const texts = [read(pool), read(pool)] as const
  expect([...scans, ...texts].map((one) => one.state().isWaiting)).toEqual([false, true, false, true])
  await until(() => scans[0].state().of === 3)
  await Promise.all(texts.map((one) => one.result))
  expect(scans[1].state().isWaiting).toBe(true)
  scans[0].stop(new Refusal('conflict', 'reading.cancelled', 'Đã dừng.'))
  await refusalOf(scans[0].result)
  expect(await scans[1].result).not.toBeNull()
})

test('what is stopped ends at once, running or waiting, and makes room', async () => {
  const pool = poolOf({ atOnce: 1 })
  const [running, waiting, last] = [read(pool, '#hang'), read(pool, '#hang'), read(pool)]
  for (const one of [waiting, running]) {
    one.stop(new Refusal('conflict', 'reading.cancelled', 'Đã dừng.'))
    expect((await refusalOf(one.result)).code).toBe('reading.cancelled')
  }
  expect((await last.result)?.draft.tasks).toHaveLength(1)
})

test('more than the memory for waiting files is refused at once, and closing ends all', async () => {
  const pool = poolOf({ heldBytes: 600 })
  const running = read(pool, '#hang')
  const ended = refusalOf(running.result)
  read(pool, '#hang').result.catch(() => {})
  expect(() => read(pool, '#hang'.padEnd(500))).toThrow(expect.objectContaining({ code: 'reading.busy' }))
  await pool.close()
  expect((await ended).code).toBe('reading.stopped')
})
