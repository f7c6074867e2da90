import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { MOST_FILTERS, type SavedFilter, searchIn, stateOf } from './saved-filter.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let officer: Caller
let head: Caller
beforeAll(async () => {
  app = await testApp()
  ;[officer, head] = [await app.signIn('officer'), await app.signIn('head')]
})
afterAll(() => app.close())

const save = (
  name: string,
  address = 'state=overdue',
  { as = officer, key = randomUUID(), path = '/work' } = {},
) => as('POST', '/api/filters', { body: { path, name, address }, key })
const change = ({ id, version }: SavedFilter, body: object, as = officer) =>
  as('PATCH', `/api/filters/${id}`, { body, version })
const remove = ({ id, version }: SavedFilter, as = officer) => as('DELETE', `/api/filters/${id}`, { version })
const list = async (as = officer) => (await as('GET', '/api/filters')).json().filters as SavedFilter[]

test('the same state is the same text, whatever its order and page', () => {
  expect(stateOf(searchIn('state=overdue&q=chè&plan=1&after=abc&z='))).toBe('plan=1&q=ch%C3%A8&state=overdue')
  expect(stateOf({ state: 'open', after: undefined })).toBe('state=open')
  expect(stateOf({ womanDirector: true, 'members.from': 10 })).toBe('members.from=10&womanDirector=true')
  expect(searchIn(stateOf(searchIn('q=a%26b&agency=all')))).toEqual({ agency: 'all', q: 'a&b' })
})

describe('saved filters', () => {
  test('are saved under a name of their own, once, for this person alone', async () => {
    const key = randomUUID()
    const first = await save('Việc quá hạn', 'state=overdue&after=x', { key })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toMatchObject({
      name: 'Việc quá hạn',
      address: 'state=overdue',
      isStart: false,
      version: 1,
    })
    expect((await save('Việc quá hạn', 'state=overdue&after=x', { key })).json()).toEqual(first.json())
    expect((await save('VIỆC QUÁ HẠN')).json()).toMatchObject({ code: 'filter.taken' })
    expect((await save('Việc quá hạn', 'state=done', { as: head })).statusCode).toBe(201)
    expect((await list()).map(({ name }) => name)).toEqual(['Việc quá hạn'])
    expect((await save(' ')).statusCode).toBe(422)
    for (const path of ['', 'work', '//elsewhere', '/work?x=1'])
      expect((await save('a', '', { path })).statusCode).toBe(422)
    expect((await save('a', 'x'.repeat(3000))).statusCode).toBe(422)
    expect((await app.server.inject('/api/filters')).statusCode).toBe(401)
  })

  test('are renamed and marked as the one that opens first, by their owner, against the version seen', async () => {
    const [one, two] = [(await save('Một')).json(), (await save('Hai')).json()] as [SavedFilter, SavedFilter]
    expect((await change(one, { isStart: true })).json()).toMatchObject({ isStart: true, version: 2 })
    expect((await change(two, { isStart: true, name: 'Hai mới' })).json()).toMatchObject({ name: 'Hai mới' })
    const starts = (await list()).filter(({ isStart }) => isStart)
    expect(starts.map(({ name }) => name)).toEqual(['Hai mới'])
    expect((await change(one, { name: 'Khác' })).statusCode).toBe(412)
    expect((await change({ ...one, version: 2 }, { name: 'hai MỚI' })).statusCode).toBe(409)
    expect((await change({ ...one, version: 2 }, { name: 'Khác' }, head)).statusCode).toBe(404)
    expect((await officer('PATCH', `/api/filters/${one.id}`, { body: {} })).statusCode).toBe(422)
    expect((await change({ ...two, version: 2 }, { isStart: false })).json()).toMatchObject({
      isStart: false,
    })
  })

  test('of different pages may share a name, and only one of all opens first', async () => {
    const path = '/registers/cooperative'
    const [here, there] = [(await save('Hay xem')).json(), (await save('Hay xem', '', { path })).json()]
    expect(there).toMatchObject({ path, name: 'Hay xem', address: '' })
    expect((await save('hay XEM', '', { path })).statusCode).toBe(409)
    await change(here, { isStart: true })
    expect((await change(there, { isStart: true })).json()).toMatchObject({ path, isStart: true })
    expect((await list()).filter(({ isStart }) => isStart).map(({ id }) => id)).toEqual([there.id])
    for (const one of await list())
      if (one.name === 'Hay xem') expect((await remove(one)).statusCode).toBe(204)
  })

  test('are deleted by their owner', async () => {
    const one = (await save('Bỏ đi')).json() as SavedFilter
    expect((await remove(one, head)).statusCode).toBe(404)
    expect((await remove({ ...one, version: 9 })).statusCode).toBe(412)
    expect((await remove(one)).statusCode).toBe(204)
    expect((await remove(one)).statusCode).toBe(404)
    const entries = await app.sql<{ action: string }[]>`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${one.id} order by action`
    expect(entries.map(({ action }) => action)).toEqual(['filter.delete', 'filter.save'])
  })

  test('are at most fifty, even when two windows save at once', async () => {
    const there = (await list()).length
    for (let n = there; n < MOST_FILTERS - 1; n++) await save(`Bộ lọc ${n}`)
    const last = await Promise.all([save('Cuối'), save('Quá')])
    expect(last.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(await list()).toHaveLength(MOST_FILTERS)
  })
})
