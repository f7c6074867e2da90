import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCooperative } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { readToken } from './extract.ts'

let app: Awaited<ReturnType<typeof testApp>>
type Call = Awaited<ReturnType<typeof app.signIn>>
let focal: Call
let commune: Call
let officer: Call
let cooperative: string

beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  commune = await app.signIn('commune')
  officer = await app.signIn('officer')
  cooperative = await addCooperative(app, {
    ...{ name: 'Hợp tác xã Chè xanh', director: 'Nguyễn Thị Kín', phone: '0900000001' },
    charterCapital: 1_430_000_000,
  })
})
afterAll(async () => app?.close())

const make = (call: Call, key?: string, purpose = 'Vay vốn ngân hàng') =>
  call('POST', `/api/cooperatives/${cooperative}/extracts`, { body: { purpose }, ...(key && { key }) })
const lookUp = (token: string, remoteAddress = '10.0.0.1') =>
  app.server.inject({ method: 'GET', url: `/api/lookup/${token}`, remoteAddress })

test('made by the place itself or the keepers, once per key; by nobody else; what for is asked', async () => {
  expect((await make(officer)).statusCode).toBe(403)
  expect((await make(focal, undefined, ' ')).statusCode).toBe(422)
  const made = await make(commune, 'extract-key-1')
  expect(made.statusCode).toBe(201)
  expect((await make(commune, 'extract-key-1')).json()).toEqual(made.json())
  const list = (await officer('GET', `/api/cooperatives/${cooperative}/extracts`)).json()
  expect(list.extracts).toHaveLength(1)
  expect(list.may.make).toContain('xã, phường')
  const none = await focal('GET', '/api/cooperatives/00000000-0000-4000-8000-000000000000/extracts')
  expect(none.statusCode).toBe(404)
})

test('anybody reads what the register says today, nothing personal; each look is counted', async () => {
  const [{ id, token }] = (await focal('GET', `/api/cooperatives/${cooperative}/extracts`)).json().extracts
  expect(readToken(token)).not.toBeNull()
  const answer = await lookUp(token)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    today: '2026-11-21',
    facts: { name: 'Hợp tác xã Chè xanh', status: 'active', place: 'UBND xã Suối Mơ' },
  })
  expect(answer.body).not.toMatch(/Kín|0900|Người dùng|Vay vốn/)
  await app.sql`update cooperative set status = 'suspended' where tenant_id = ${app.tenantId} and id = ${cooperative}`
  expect((await lookUp(token)).json().facts.status).toBe('suspended')
  expect((await focal('GET', `/api/extracts/${id}`)).json().extract).toMatchObject({ views: 2 })
})

test('as Word: the facts, the address, plainly no certificate', async () => {
  const [{ id, token }] = (await focal('GET', `/api/cooperatives/${cooperative}/extracts`)).json().extracts
  const answer = await commune('GET', `/api/extracts/${id}/paper.docx`)
  expect(answer.statusCode).toBe(200)
  const xml = Buffer.from(unzipSync(answer.rawPayload)['word/document.xml'] ?? []).toString('utf8')
  const text = xml.replace(/<[^>]+>/g, '')
  expect(text).toContain('không phải giấy chứng nhận')
  expect(text).toContain(`/lookup/${token}`)
  expect(text).toContain('1.430.000.000 đồng')
  expect(text).not.toContain('Kín')
})

test('withdrawn with a reason: forbidden, stale, repeated; the address then says so politely', async () => {
  const [{ id, token }] = (await focal('GET', `/api/cooperatives/${cooperative}/extracts`)).json().extracts
  const withdraw = (call: Call, version: number, reason = 'Cấp nhầm mục đích') =>
    call('POST', `/api/extracts/${id}/withdraw`, { body: { reason }, version })
  expect((await withdraw(officer, 1)).statusCode).toBe(403)
  expect((await withdraw(commune, 1, '')).statusCode).toBe(422)
  expect((await withdraw(commune, 7)).statusCode).toBe(412)
  expect((await withdraw(commune, 1)).statusCode).toBe(200)
  expect((await withdraw(commune, 2)).json().code).toBe('extract.withdrawn')
  expect((await lookUp(token)).json()).toMatchObject({ status: 404, code: 'lookup.withdrawn' })
  expect((await focal('GET', `/api/extracts/${id}/paper.docx`)).statusCode).toBe(409)
})

test('no such address: said politely, whatever was typed; too many from one place are asked to wait', async () => {
  for (const token of ['x', `1.${'a'.repeat(43)}`, `999.${'b'.repeat(43)}`, "1.';drop table tenant"]) {
    const answer = await lookUp(encodeURIComponent(token))
    expect(answer.json()).toMatchObject({ status: 404, code: 'lookup.missing' })
  }
  expect((await lookUp('c'.repeat(81))).statusCode).toBe(422)
  const codes: number[] = []
  for (let n = 0; n < 31; n++) codes.push((await lookUp('x', '10.9.9.9')).statusCode)
  expect(codes.filter((code) => code === 429)).toHaveLength(1)
})
