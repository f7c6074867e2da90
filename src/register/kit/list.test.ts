// Lists: every kind of condition and order against a naive reading of the same rows, page by page, as of a day; and what
// a request costs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/database.ts'
import { statementsOf } from '../../../test/queries.ts'
import { newCooperative, newRow } from '../../../test/register.ts'
import { searchKey } from '../../base/text.ts'
import { cooperative } from '../cooperative.ts'
import { fundLoan } from '../fund-loan.ts'
import { member } from '../member.ts'
import { product } from '../product.ts'
import type { ListPage } from './exchange.ts'
import { eachRow, type StoredRow } from './queries.ts'
import type { Register, Value, Values } from './register.ts'
import { derive } from './values.ts'

let app: Awaited<ReturnType<typeof testApp>>
let leader: Awaited<ReturnType<typeof app.signIn>>
const ids: string[] = []
const places: string[] = []

beforeAll(async () => {
  app = await testApp()
  leader = await app.signIn('leader')
  places.push(
    ...['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map((name) => app.agencyId(name)),
  )
  const names = [
    'Suối Mơ',
    'Đồi Chè',
    'Ánh Dương',
    'ấm no',
    'Bản Mây',
    'Đồng Tâm',
    'Đồng Tâm',
    'Zơ Rá',
    'Ă Lưới',
  ]
  for (const [i, name] of names.entries())
    ids.push(
      await newCooperative(app, {
        name: `HTX ${name}`,
        place: places[i % 3] ?? '',
        sector: (['agriculture', 'services', 'industry'] as const)[i % 3] ?? 'services',
        status: i % 4 === 0 ? 'suspended' : 'active',
        members: i % 5 === 4 ? null : i * 10,
        womanDirector: i % 3 === 0 ? true : i % 3 === 1 ? false : null,
        registeredOn: `20${10 + i}-0${1 + (i % 9)}-15`,
        charterCapital: i % 2 ? 1_500_000_000 * i : null,
        parentUnion: i > 6 ? (ids[0] ?? null) : null,
      }),
    )
  for (const [i, id] of ids.entries()) {
    const person = { kind: 'official', role: 'member', joinedOn: '2024-01-01', number: '1' }
    await newRow(app, member, { ...person, cooperative: id, name: `Người ${i}` })
    await newRow(app, fundLoan, {
      ...{ cooperative: id, contract: `HĐ-${i}`, amount: 900, repaid: i * 100, rate: 4.25 },
      ...{ lentOn: '2024-02-01', dueOn: '2027-02-01', status: 'lent' },
    })
    await newRow(app, product, {
      ...{ code: `SP${i}`, name: `Chè ${i}`, category: 'drink', cooperative: id },
      markets: i % 2 ? ['Nhật Bản', 'Hàn Quốc'] : [],
    })
  }
  await app.sql`analyze`
})
afterAll(() => app?.close())

async function whole(register: Register): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for await (const piece of eachRow(app.sql, 1, register, {}, { today: '2026-11-21', size: 4 }))
    rows.push(...piece)
  return rows
}
const list = async (register: Register, asked: Record<string, string>): Promise<ListPage> => {
  const answer = await leader('GET', `/api/registers/${register.name}/rows?${new URLSearchParams(asked)}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

type Case = [register: Register, asked: () => Record<string, string>, holds: (values: Values) => boolean]
const text = (value: Value | undefined) => searchKey(String(value ?? ''))
const n = (value: Value | undefined) => (typeof value === 'number' ? value : null)
const CASES: Case[] = [
  [cooperative, () => ({ sector: 'agriculture,industry' }), ({ sector }) => sector !== 'services'],
  [
    cooperative,
    () => ({ status: 'suspended', members: '10..' }),
    (v) => v.status === 'suspended' && (n(v.members) ?? 0) >= 10,
  ],
  [cooperative, () => ({ members: '..30' }), (v) => n(v.members) !== null && (n(v.members) ?? 0) <= 30],
  [cooperative, () => ({ members: '30' }), ({ members }) => members === 30],
  [cooperative, () => ({ members: '-' }), ({ members }) => members === null],
  [
    cooperative,
    () => ({ charterCapital: '3000000000..8000000000' }),
    (v) => (n(v.charterCapital) ?? 0) >= 3e9 && (n(v.charterCapital) ?? 0) <= 8e9,
  ],
  [
    cooperative,
    () => ({ registeredOn: '2012-01-01..2014-12-31' }),
    (v) => /^201[234]/.test(String(v.registeredOn)),
  ],
  [cooperative, () => ({ womanDirector: 'true' }), ({ womanDirector }) => womanDirector === true],
  [cooperative, () => ({ womanDirector: 'false' }), ({ womanDirector }) => womanDirector === false],
  [cooperative, () => ({ place: `${places[0]},${places[2]}` }), ({ place }) => place !== places[1]],
  [cooperative, () => ({ parentUnion: ids[0] ?? '' }), ({ parentUnion }) => parentUnion === ids[0]],
  [cooperative, () => ({ parentUnion: '-' }), ({ parentUnion }) => parentUnion === null],
  [cooperative, () => ({ name: 'dong tam' }), ({ name }) => text(name).includes('dong tam')],
  [cooperative, () => ({ name: '100%_' }), () => false],
  [cooperative, () => ({ q: 'ĐỒI  che' }), ({ name }) => text(name).includes('doi che')],
  [cooperative, () => ({ q: 'mo htx suoi' }), ({ name }) => text(name).includes('suoi mo')],
  [
    cooperative,
    () => ({ q: 'dong', sector: 'industry' }),
    (v) => text(v.name).includes('dong') && v.sector === 'industry',
  ],
  [member, () => ({ place: places[1] ?? '' }), ({ cooperative: id }) => ids.indexOf(String(id)) % 3 === 1],
  [
    member,
    () => ({ cooperative: `${ids[1]},${ids[2]}` }),
    ({ cooperative: id }) => id === ids[1] || id === ids[2],
  ],
  [product, () => ({ markets: 'nhat ban' }), ({ markets }) => Array.isArray(markets) && markets.length > 0],
  [product, () => ({ markets: '-' }), ({ markets }) => !Array.isArray(markets) || markets.length === 0],
  [
    fundLoan,
    () => ({ outstanding: '300..600' }),
    (v) =>
      (n(derive(fundLoan, v).outstanding ?? null) ?? -1) >= 300 &&
      (n(derive(fundLoan, v).outstanding ?? null) ?? -1) <= 600,
  ],
  [fundLoan, () => ({ repaidShare: '33.33' }), (v) => derive(fundLoan, v).repaidShare === 33.33],
  [fundLoan, () => ({ rate: '4.2..4.3' }), () => true],
]

test.each(CASES.map((one, i) => [i, one] as const))('condition %i', async (_, [register, asked, holds]) => {
  const expected = (await whole(register)).filter(({ values }) => holds(values)).map(({ id }) => id)
  const page = await list(register, asked())
  expect(page.rows.map(({ id }) => id).sort()).toEqual(expected.sort())
  expect([page.count, page.isMore]).toEqual([expected.length, false])
})

const collator = new Intl.Collator('vi')
const compare = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

test.each([
  ['name'],
  ['-name'],
  ['members'],
  ['-members'],
  ['registeredOn'],
  ['-registeredOn'],
  ['womanDirector'],
  ['-charterCapital'],
])('ordered by %s, page by page, each row once, the empty ones last', async (order) => {
  const rows: Value[] = []
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: ListPage = await list(cooperative, {
      ...{ order, limit: '2', columns: order.replace('-', '') },
      ...(after ? { after } : {}),
    })
    rows.push(...page.rows.map(({ values }) => values[order.replace('-', '')] ?? null))
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  expect(seen.sort()).toEqual([...ids].sort())
  const filled = rows.filter((value) => value !== null)
  expect(rows).toEqual([...filled, ...rows.slice(filled.length).map(() => null)])
  for (const [i, value] of filled.slice(1).entries()) {
    const way = compare(filled[i] ?? null, value)
    expect(order.startsWith('-') ? -way : way).toBeLessThanOrEqual(0)
  }
})

test.each(['place', 'sector', 'parentUnion', '-place'])('ordered by %s, by what is read', async (order) => {
  const name = order.replace('-', '')
  const pages: ListPage[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: ListPage = await list(cooperative, {
      order,
      limit: '4',
      columns: name,
      ...(after ? { after } : {}),
    })
    pages.push(page)
    after = page.next
  }
  const sectors = ['agriculture', 'industry', 'services']
  const read = pages.flatMap(({ rows, labels }) =>
    rows.map(({ values }) => {
      const value = String(values[name] ?? '')
      return name === 'sector' ? String(sectors.indexOf(value)) : (labels[value] ?? 'zzz')
    }),
  )
  expect(read).toHaveLength(ids.length)
  const sorted = [...read].sort(collator.compare)
  expect(read).toEqual(order.startsWith('-') ? sorted.reverse() : sorted)
})

test('a list shows its listed columns or the chosen ones, with derived ones, and what things are called', async () => {
  const page = await list(fundLoan, { contract: 'HĐ-5', columns: 'cooperative,rate,outstanding,repaidShare' })
  expect(page.rows[0]).toMatchObject({
    values: { cooperative: ids[5], rate: 4.25 },
    derived: { outstanding: 400, repaidShare: 55.56 },
  })
  expect(Object.keys(page.rows[0]?.values ?? {})).toEqual(['cooperative', 'rate'])
  expect(page.labels).toEqual({ [ids[5] ?? '']: 'HTX Đồng Tâm' })
  // What the list is filtered by has its name, even when nothing is found.
  const none = await list(member, { cooperative: ids[4] ?? '', name: 'không ai' })
  expect([none.rows, none.labels]).toEqual([[], { [ids[4] ?? '']: 'HTX Bản Mây' }])
})

test.each([
  ['sector', 'order=colour'],
  ['columns', 'columns=name,colour'],
  ['members', 'members=ba'],
  ['registeredOn', 'registeredOn=2024-02'],
  ['an impossible day', 'registeredOn=2024-02-31..'],
  ['place', 'place=x'],
  ['womanDirector', 'womanDirector=maybe'],
  ['a column that is none', 'colour=red'],
  ['after', 'after=abc'],
  ['limit', 'limit=100000'],
  ['on', 'on=2024-02-31'],
])('what is not understood is refused: %s', async (_, asked) => {
  const answer = await leader('GET', `/api/registers/cooperative/rows?${asked}`)
  expect(answer.statusCode).toBe(422)
})

test('a list as of an earlier day', async () => {
  const before = await list(cooperative, { on: '2013-12-31' })
  expect(before.rows.map(({ title }) => title)).toEqual([
    'HTX Ánh Dương',
    'HTX ấm no',
    'HTX Đồi Chè',
    'HTX Suối Mơ',
  ])
  const searched = await list(cooperative, { on: '2013-12-31', q: 'che', sector: 'services' })
  expect(searched.rows.map(({ title }) => title)).toEqual(['HTX Đồi Chè'])
  expect((await list(cooperative, { on: '2030-01-01' })).count).toBe(ids.length)
})

test('however many rows, the same number of statements', async () => {
  const ask = (path: string) => statementsOf(app, () => leader('GET', `/api/registers/${path}`))
  const short = await ask('cooperative/rows?limit=1')
  const long = await ask('cooperative/rows?limit=9')
  // Who asks, who keeps the register, the rows, their number, what things are called.
  expect([short.statements.length, long.statements.length]).toEqual([5, 5])
  expect((await ask(`cooperative/rows/${ids[0]}`)).statements).toHaveLength(4)
  expect((await ask(`cooperative/rows/${ids[0]}/history`)).statements).toHaveLength(3)
  expect((await statementsOf(app, () => leader('GET', '/api/registers'))).statements).toHaveLength(5)
})

test('choices of a reference: by words, with or without diacritics', async () => {
  const choices = async (q: string) =>
    (await leader('GET', `/api/registers/cooperative/choices?q=${encodeURIComponent(q)}`)).json()
  expect((await choices('suoi')).map(({ title }: { title: string }) => title)).toEqual(['HTX Suối Mơ'])
  expect(await choices('')).toHaveLength(ids.length)
  const loans = await leader('GET', '/api/registers/fund-loan/choices?q=H%C4%90-4')
  expect(loans.json()).toHaveLength(1)
})

test('what points to a row: how many, and the first', async () => {
  const answer = await leader('GET', `/api/registers/cooperative/rows/${ids[0]}/related`)
  const related = answer.json() as {
    register: string
    column: string
    count: number
    rows: { title: string }[]
  }[]
  const of = (register: string) => related.find((one) => one.register === register)
  expect(of('member')).toMatchObject({ column: 'cooperative', count: 1, rows: [{ title: 'Người 0' }] })
  expect(of('cooperative')).toMatchObject({ column: 'parentUnion', count: 2 })
  expect(of('support')).toMatchObject({ count: 0, rows: [] })
})
