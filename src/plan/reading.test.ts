// Readings over HTTP: progress for the one who asked, joining, stopping, and ends that nobody was there to hear.
import { request as post } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, PASSWORD, testApp } from '../../test/database.ts'
import type { ReadingState } from './plan.ts'
import { Readings } from './reading.ts'
import { ReadingPool } from './reading-pool.ts'

const path = new URL('../../test/slow-reader.ts', import.meta.url)
const PLAN = 'KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Nội vụ lập danh sách thư viện trước ngày 30/6/2026.\n'

let province: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof province.signIn>>
let other: typeof focal
beforeAll(async () => {
  province = await testApp(new Readings(new ReadingPool({ path, megabytes: 64 })))
  focal = await province.signIn('focal')
  other = await province.signIn('admin')
})
afterAll(() => province.close())

const form = (command: string) =>
  multipart({ again: 'true', text: `${PLAN}${command}`, name: 'thu-vien.txt' })
const drop = (key: string, command = '') => focal('POST', '/api/plans', { ...form(command), key })
const countPlans = async () => (await province.sql`select count(*) as n from plan`)[0]?.n
const readings = async (caller = focal) =>
  (await caller('GET', '/api/plans/readings')).json().readings as ReadingState[]
const until = async (key: string, holds: (state: ReadingState) => boolean) => {
  for (;;) {
    const found = (await readings()).find((one) => one.key === key)
    if (found && holds(found)) return found
    await wait(20)
  }
}

test('progress is told to the person who asked and to nobody else', async () => {
  const made = drop('progress-key', '#pages 4 300')
  await until('progress-key', ({ done }) => done === 2)
  const state = await focal('GET', '/api/plans/readings/progress-key')
  expect(state.json()).toMatchObject({ fileName: 'thu-vien.txt', of: 4, planId: null, problem: null })
  expect((await other('GET', '/api/plans/readings/progress-key')).statusCode).not.toBe(200)
  const officer = await province.signIn('officer')
  expect((await officer('GET', '/api/plans/readings')).json().code).toBe('forbidden.plan.draft')
  expect((await made).statusCode).toBe(201)
  expect((await focal('GET', '/api/plans/readings/progress-key')).json().code).toBe('reading.missing')
})

test('another focal officer neither sees nor stops it', async () => {
  const key = 'not-yours-key'
  const made = drop(key, '#pages 3 300')
  await until(key, ({ of }) => of === 3)
  await province.sql`update account set role = 'focal' where login = 'finance-head'`
  const colleague = await province.signIn('finance-head')
  expect(await readings(colleague)).toEqual([])
  const tried = [
    await colleague('GET', `/api/plans/readings/${key}`),
    await colleague('DELETE', '/api/plans/readings', { key }),
  ]
  for (const refused of tried) {
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'reading.missing'])
  }
  expect((await made).statusCode).toBe(201)
})

test('the same request sent again joins, another document under its key is refused, one plan comes of it', async () => {
  const before = await countPlans()
  const first = drop('joining-key', '#pages 3 300')
  await until('joining-key', ({ of }) => of === 3)
  const second = drop('joining-key', '#pages 3 300')
  const wrong = await drop('joining-key', 'khác')
  expect([wrong.statusCode, wrong.json().code]).toEqual([409, 'request.key-reused'])
  const answers = await Promise.all([first, second])
  expect(answers[0].json()).toEqual(answers[1].json())
  expect((await drop('joining-key', '#pages 3 300')).json()).toEqual(answers[0].json())
  expect((await drop('joining-key', 'khác')).json().code).toBe('request.key-reused')
  expect(await countPlans()).toBe(before + 1)
})

test('a stopped reading is refused, leaves nothing, and may be asked for anew', async () => {
  const before = await countPlans()
  const made = drop('stopping-key', '#pages 90 200')
  await until('stopping-key', ({ of }) => of === 90)
  expect((await focal('DELETE', '/api/plans/readings', { key: 'stopping-key' })).statusCode).toBe(204)
  const refused = await made
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'reading.cancelled'])
  expect([await countPlans(), await readings()]).toEqual([before, []])
  expect((await drop('stopping-key')).statusCode).toBe(201)
})

test.each([
  ['#throw', 422, 'reading.crashed'],
  ['#eat', 413, 'reading.memory'],
])(
  'a worker that ends by %s is refused with a sentence; the server goes on',
  async (command, status, code) => {
    const before = await countPlans()
    const refused = await drop(`broken-key-${code}`, command)
    expect([refused.statusCode, refused.json().code]).toEqual([status, code])
    expect(refused.json().title).toContain('Không có gì được lưu lại')
    expect(await countPlans()).toBe(before)
    expect((await drop(`after-key-${code}`)).statusCode).toBe(201)
  },
)

test('an attachment whose reading breaks off passes unread, as one of a strange kind does', async () => {
  const { body, headers } = multipart({}, { name: 'la.bin', bytes: Buffer.from('#throw') })
  expect((await focal('POST', '/api/files', { body, headers })).statusCode).toBe(201)
})

test('whoever leaves while a document is read finds the draft, or why there is none', async () => {
  await province.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = province.server.server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'focal', password: PASSWORD }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const leave = async (key: string, command: string) => {
    const { body, headers } = form(command)
    const sent = post({
      port,
      path: '/api/plans',
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': key },
    })
    sent.on('error', () => {})
    sent.end(body)
    await until(key, ({ of }) => of > 0)
    sent.destroy()
  }
  await Promise.all([leave('gone-and-read', '#pages 2 600'), leave('gone-and-not', '#pages 2 600 #exit')])
  const read = await until('gone-and-read', ({ planId }) => planId !== null)
  expect((await focal('GET', `/api/plans/${read.planId}/review`)).statusCode).toBe(200)
  const not = await until('gone-and-not', ({ problem }) => problem !== null)
  expect(not.problem).toContain('Không có gì được lưu lại')
  for (const key of ['gone-and-read', 'gone-and-not'])
    expect((await focal('DELETE', '/api/plans/readings', { key })).statusCode).toBe(204)
  expect(await readings()).toEqual([])
  expect((await focal('GET', `/api/plans/${read.planId}`)).statusCode).toBe(200)
})
