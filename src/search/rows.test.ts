// Rows of registers among what a search finds: by the beginnings of words, never by personal columns or when void.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newCooperative, newRow } from '../../test/register.ts'
import { member } from '../register/member.ts'
import type { RowHit, SearchAnswer } from './search.ts'

let app: Awaited<ReturnType<typeof testApp>>
let leader: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  leader = await app.signIn('leader')
})
afterAll(() => app?.close())

async function rows(q: string, more = ''): Promise<RowHit[]> {
  const answer = await leader('GET', `/api/search?q=${encodeURIComponent(q)}${more}`)
  const { groups } = answer.json() as SearchAnswer
  return (groups.find(({ kind }) => kind === 'row')?.hits ?? []) as RowHit[]
}
const plain = ({ name }: RowHit) => name.map(({ text }) => text).join('')

test('with or without diacritics, the whole name first, then where the words stand together', async () => {
  await newCooperative(app, { name: 'HTX Chè sạch Bản Lầu', code: '0500000001' })
  await newCooperative(app, { name: 'Bản Lầu', code: '0500000002' })
  await newCooperative(app, { name: 'HTX Lầu Đá bản Mây', code: '0500000003' })
  const void_ = await newCooperative(app, { name: 'HTX Bản Lầu cũ', code: '0500000004' })
  await app.sql`update cooperative set is_void = true where id = ${void_}`
  const found = await rows('ban lau')
  expect(found.map(plain)).toEqual(['Bản Lầu', 'HTX Chè sạch Bản Lầu', 'HTX Lầu Đá bản Mây'].sort(byTier))
  expect(found[0]).toMatchObject({ register: 'cooperative', place: 'UBND xã Suối Mơ' })
  expect((await rows('0500000003')).map(plain)).toEqual(['HTX Lầu Đá bản Mây'])
  expect((await rows('chè sạ')).map(plain)).toEqual(['HTX Chè sạch Bản Lầu'])
  // The middle of a word is none.
  expect(await rows('ạch')).toEqual([])
  expect(await rows('%')).toEqual([])
  expect((await rows('bản', '&kind=row')).length).toBe(3)
})

/** Two names end with what was typed: the order of those is not the point. */
const byTier = (a: string, b: string) => Number(b.endsWith('Bản Lầu')) - Number(a.endsWith('Bản Lầu'))

test('a member is found by name, not by what is personal', async () => {
  const cooperative = await newCooperative(app)
  const person = { cooperative, number: '1', kind: 'official', role: 'member', joinedOn: '2024-01-01' }
  await newRow(app, member, { ...person, name: 'Vừ Thị Zua', phone: '0987654321', idNumber: '099099000001' })
  expect((await rows('vu zua')).map(plain)).toEqual(['Vừ Thị Zua'])
  expect(await rows('0987654321')).toEqual([])
  expect(await rows('099099000001')).toEqual([])
})
