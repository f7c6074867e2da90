// A sheet brought into a register over HTTP: allowed, forbidden, repeated, stale; every kind of bad input; what comes out.
import { randomUUID } from 'node:crypto'
import { type CellValue, readXlsx, writeXlsx } from 'hucre'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { multipart, testApp } from '../../../test/database.ts'
import { newCooperative } from '../../../test/register.ts'
import type { CellFault, ImportDetail, ImportRow, ImportSettings, Show, Summary } from './import.ts'

const AT = '/api/registers/cooperative'
let app: Awaited<ReturnType<typeof testApp>>
const people = new Map<string, Awaited<ReturnType<typeof app.signIn>>>()
const as = (login: string) => people.get(login) as NonNullable<ReturnType<typeof people.get>>

beforeAll(async () => {
  app = await testApp()
  for (const login of ['leader', 'focal', 'officer', 'commune']) people.set(login, await app.signIn(login))
})
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql`delete from register_past where tenant_id = ${app.tenantId}`
  await app.sql`delete from cooperative where tenant_id = ${app.tenantId}`
  await app.sql`delete from register_mapping where tenant_id = ${app.tenantId}`
})
afterAll(() => app?.close())

const HEAD = [
  'Mã số',
  'Tên',
  'Loại hình',
  'Xã, phường',
  'Lĩnh vực',
  'Ngày đăng ký',
  'Vốn điều lệ',
  'Số thành viên chính thức',
  'Nữ lãnh đạo',
  'Điện thoại',
]
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const good = (n: number, more: Record<number, CellValue> = {}): CellValue[] =>
  (
    [
      `01000000${10 + n}`,
      `HTX Mẫu ${n}`,
      'Hợp tác xã',
      'xã Suối Mơ',
      'Nông, lâm, ngư nghiệp',
      day('2021-03-04'),
      500_000_000,
      12 + n,
      'x',
      '0900111222',
    ] as CellValue[]
  ).map((value, at) => (at in more ? (more[at] ?? null) : value))
const book = (rows: CellValue[][], head: CellValue[] = HEAD) =>
  writeXlsx({
    sheets: [
      {
        name: 'HTX',
        rows: [head, ...rows],
        columns: HEAD.map((_, at) => (at === 5 ? { numFmt: 'dd/mm/yyyy' } : {})),
      },
    ],
  })

async function open(login: string, bytes: Uint8Array, name = 'htx.xlsx', key = randomUUID(), at = AT) {
  const { body, headers } = multipart({}, { name, bytes })
  return as(login)('POST', `${at}/imports`, { body, headers, key })
}
const detailOf = async (id: string, login = 'focal'): Promise<ImportDetail> =>
  (await as(login)('GET', `${AT}/imports/${id}`)).json()
const summaryOf = async (id: string, login = 'focal'): Promise<Summary> => {
  const answer = await as(login)('GET', `${AT}/imports/${id}/check`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const rowsOf = async (id: string, show: Show, login = 'focal'): Promise<ImportRow[]> =>
  (await as(login)('GET', `${AT}/imports/${id}/rows?show=${show}`)).json().rows
async function settle(id: string, more: Partial<ImportSettings>, login = 'focal') {
  const { settings, import: one } = await detailOf(id, login)
  return as(login)('PATCH', `${AT}/imports/${id}`, { version: one.version, body: { ...settings, ...more } })
}
async function run(
  id: string,
  { skipFaulty = false, login = 'focal', key = randomUUID(), digest = '' } = {},
) {
  const { import: one } = await detailOf(id, login)
  const seen = digest || (await summaryOf(id, login)).digest
  return as(login)('POST', `${AT}/imports/${id}/run`, {
    version: one.version,
    key,
    body: { digest: seen, skipFaulty },
  })
}
async function brought(
  rows: CellValue[][],
  head = HEAD,
  more: Partial<ImportSettings> = {},
): Promise<string> {
  const answer = await open('focal', await book(rows, head))
  expect(answer.statusCode, answer.body).toBe(201)
  const { id } = answer.json()
  if (Object.keys(more).length > 0) expect((await settle(id, more)).statusCode).toBe(200)
  return id
}
const kindsOf = (rows: ImportRow[]) =>
  rows.map(({ n, faults }) => [n, ...faults.map(({ kind, letter }) => `${letter} ${kind}`)])
const ours = () => app.sql<
  { code: string; name: string; status: string; members: number; since: string; version: number }[]
>`
  select code, name, status, members, since, version from cooperative where tenant_id = ${app.tenantId} order by code`

test('new rows come in with their values; the same file again changes nothing; a changed one only what differs', async () => {
  const id = await brought([good(1), good(2), good(3)])
  const detail = await detailOf(id)
  expect(detail.missing).toEqual([])
  expect(detail.settings).toMatchObject({ source: 'template', blanks: 'clear', since: '2026-11-21' })
  expect(await summaryOf(id)).toMatchObject({ rows: 3, fresh: 3, changed: 0, same: 0, faulty: 0, missing: 0 })
  const done = await run(id)
  expect(done.statusCode, done.body).toBe(200)
  expect(await ours()).toMatchObject([
    { code: '0100000011', name: 'HTX Mẫu 1', status: 'active', members: 13, since: '2021-03-04', version: 1 },
    {},
    {},
  ])
  const again = await brought([good(1), good(2), good(3)])
  expect(await summaryOf(again)).toMatchObject({ fresh: 0, changed: 0, same: 3, faulty: 0, missing: 0 })
  expect((await run(again)).json().code).toBe('register-import.nothing')

  const third = await brought([good(1, { 7: 40, 9: null }), good(4)], HEAD, { since: '2026-10-01' })
  expect(await summaryOf(third)).toMatchObject({ fresh: 1, changed: 1, same: 0, missing: 2 })
  const [changed] = await rowsOf(third, 'changed')
  expect(changed?.changes).toEqual([
    { column: 'members', before: '13', after: '40' },
    { column: 'phone', before: '•••222', after: '' },
  ])
  expect((await rowsOf(third, 'missing')).map(({ key }) => key)).toEqual(['0100000012', '0100000013'])
  expect((await run(third)).json()).toMatchObject({ fresh: 1, changed: 1, missing: 2 })
  expect((await ours())[0]).toMatchObject({ members: 40, since: '2026-10-01', version: 2 })
  expect(await ours()).toHaveLength(4)
  const [batch] =
    await app.sql`select * from register_batch where tenant_id = ${app.tenantId} order by at desc, id limit 1`
  expect(batch).toMatchObject({ register: 'cooperative', file_name: 'htx.xlsx', source: 'template' })
})

test('who keeps no row may not import; a commune brings in rows of its own place only', async () => {
  const file = await book([good(1), good(2, { 3: 'UBND xã Đồi Chè' })])
  expect((await open('leader', file)).statusCode).toBe(403)
  const others = (await open('officer', file)).json()
  expect(await summaryOf(others.id, 'officer')).toMatchObject({ fresh: 0, faulty: 2 })
  const { id } = (await open('commune', file)).json()
  expect(await summaryOf(id, 'commune')).toMatchObject({ fresh: 1, faulty: 1 })
  expect(kindsOf(await rowsOf(id, 'faulty', 'commune'))).toEqual([[3, 'D notYours']])
  expect((await settle(id, { source: 'national' }, 'commune')).statusCode).toBe(403)
  expect((await run(id, { login: 'commune' })).json().code).toBe('register-import.faulty')
  expect(await ours()).toHaveLength(0)
  expect((await run(id, { login: 'commune', skipFaulty: true })).json()).toMatchObject({
    fresh: 1,
    faulty: 1,
  })
  expect((await ours()).map(({ code }) => code)).toEqual(['0100000011'])
})

test('a repeated request is answered as before, a finished import is not run again', async () => {
  const file = await book([good(1)])
  const key = randomUUID()
  const first = (await open('focal', file, 'htx.xlsx', key)).json()
  expect((await open('focal', file, 'htx.xlsx', key)).json()).toEqual(first)
  const { digest } = await summaryOf(first.id)
  const order = { version: 1, key: randomUUID(), body: { digest, skipFaulty: false } }
  const url = `${AT}/imports/${first.id}/run`
  const done = await as('focal')('POST', url, order)
  expect(done.statusCode, done.body).toBe(200)
  expect((await as('focal')('POST', url, order)).json()).toEqual(done.json())
  expect((await as('focal')('POST', url, { ...order, key: randomUUID() })).json().code).toBe(
    'register-import.done',
  )
  expect(await ours()).toHaveLength(1)
})

test('a row changed between dry run and import stops it; so do settings changed by another', async () => {
  const rowId = await newCooperative(app, { code: '0100000011', name: 'HTX Mẫu 1', members: 5 })
  const id = await brought([good(1), good(2)])
  const { digest } = await summaryOf(id)
  await as('focal')('PATCH', `${AT}/rows/${rowId}`, { version: 1, body: { values: { members: 6 } } })
  const stale = await run(id, { digest })
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'register-import.meanwhile'])
  expect(await ours()).toHaveLength(1)
  const { settings } = await detailOf(id)
  expect((await as('focal')('PATCH', `${AT}/imports/${id}`, { version: 9, body: settings })).statusCode).toBe(
    412,
  )
  expect((await run(id)).json()).toMatchObject({ fresh: 1, changed: 1 })
})

test('each kind of bad input is told by its cell, and nothing of the file is written', async () => {
  const rows = [
    good(1, { 5: '31/02/2024' }),
    good(2, { 7: '1,430' }),
    good(3, { 7: 'nhiều' }),
    good(4, { 2: 'Công ty' }),
    good(5, { 3: 'xã Không Có' }),
    good(6, { 8: 'có lẽ' }),
    good(7, { 0: null }),
    good(8),
    good(8, { 1: 'HTX trùng mã' }),
    good(10, { 1: null }),
    good(11, { 7: 12.5 }),
    good(12, { 6: '2,5 tỷ đồng', 7: '1.430', 5: '04/03/2021', 8: 'KHÔNG', 3: 'UBND phường Cầu Mây' }),
    good(13, { 5: '2021' }),
    good(14, { 9: '•••222' }),
  ]
  const id = await brought(rows)
  expect(kindsOf(await rowsOf(id, 'faulty'))).toEqual([
    [2, 'F impossibleDate'],
    [3, 'H ambiguousNumber'],
    [4, 'H notNumber'],
    [5, 'C unknownChoice'],
    [6, 'D unknownPlace'],
    [7, 'I notFlag'],
    [8, 'A keyMissing'],
    [9, 'A twice'],
    [10, 'A twice'],
    [11, 'B value'],
    [12, 'H decimals'],
    [14, 'F unreadDate'],
    [15, 'J masked'],
  ])
  const refused = await run(id)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'register-import.faulty'])
  expect(await ours()).toHaveLength(0)
  expect((await run(id, { skipFaulty: true })).json()).toMatchObject({ fresh: 1, faulty: 13 })
  const [row] = await app.sql`select * from cooperative where tenant_id = ${app.tenantId}`
  expect(row).toMatchObject({
    members: 1430,
    charter_capital: 2_500_000_000,
    woman_director: false,
    place: app.agencyId('UBND phường Cầu Mây'),
    registered_on: '2021-03-04',
  })
})

test('the rows at fault come back as our template with comments, and put right they go in', async () => {
  const id = await brought([good(1), good(2, { 5: '31/02/2024' }), good(3, { 7: 'x' })])
  const answer = await as('focal')('GET', `${AT}/imports/${id}/faults.xlsx`)
  expect(answer.statusCode).toBe(200)
  const workbook = await readXlsx(answer.rawPayload, { readStyles: true })
  const [sheet] = workbook.sheets
  const head = sheet?.rows[0] ?? []
  expect(head.at(-1)).toBe('Lỗi')
  expect(sheet?.rows).toHaveLength(3)
  const at = (name: string) => head.indexOf(name)
  const cell = sheet?.cells?.get(`1,${at('Ngày đăng ký')}`)
  expect(cell?.comment?.text).toContain('không phải là một ngày có thật')
  expect(String(sheet?.rows[2]?.at(-1))).toContain('Số thành viên chính thức: "x" không phải là số')
  const mended = (sheet?.rows ?? []).map((row, n) =>
    row.map((value, column) =>
      n === 1 && column === at('Ngày đăng ký')
        ? '28/02/2024'
        : n === 2 && column === at('Số thành viên chính thức')
          ? 9
          : (value ?? null),
    ),
  )
  const again = await open('focal', await writeXlsx({ sheets: [{ name: 'A', rows: mended }] }))
  expect(await summaryOf(again.json().id)).toMatchObject({ fresh: 2, faulty: 0 })
})

test('a state comes from the national system alone, and only those who keep the register bring it', async () => {
  await newCooperative(app, { code: '0100000011', name: 'HTX Mẫu 1', status: 'active' })
  const head = [...HEAD, 'Trạng thái']
  const rows = [
    [...good(1), 'Tạm ngừng kinh doanh'],
    [...good(2), 'Đã giải thể, phá sản, chấm dứt tồn tại'],
  ]
  const id = await brought(rows, head)
  expect(await summaryOf(id)).toMatchObject({
    fresh: 1,
    changed: 1,
    remarks: [
      { kind: 'stateLeft', rows: 2 },
      { kind: 'value', rows: 2 },
    ],
  })
  expect((await settle(id, { source: 'national' })).statusCode).toBe(200)
  expect((await run(id)).statusCode).toBe(200)
  expect((await ours()).map(({ status }) => status)).toEqual(['suspended', 'ended'])
})

test('a renamed column is asked about once, an unknown one is listed; what was said is remembered', async () => {
  const head = HEAD.with(1, 'Tên gọi đầy đủ').with(9, 'Màu cờ')
  const id = await brought([good(1)], head)
  const detail = await detailOf(id)
  expect(detail.settings.columns.slice(0, 3)).toEqual(['code', '?', 'kind'])
  expect(detail.settings.columns[9]).toBe('?')
  expect(detail.missing[0]).toContain('Tên gọi đầy đủ; Màu cờ')
  expect((await as('focal')('GET', `${AT}/imports/${id}/check`)).statusCode).toBe(422)
  const columns = detail.settings.columns.with(1, 'name').with(9, '-')
  expect((await settle(id, { columns })).json().missing).toEqual([])
  expect((await settle(id, { columns: columns.with(9, 'name') })).statusCode).toBe(422)
  const next = await detailOf(await brought([good(2)], head.with(8, 'Do phụ nữ lãnh đạo').with(9, 'Màu cờ')))
  expect(next.settings.columns.slice(0, 2)).toEqual(['code', 'name'])
  expect([next.settings.columns[8], next.settings.columns[9], next.isRemembered]).toEqual(['?', '-', false])
})

test.each([
  [
    'a macro workbook',
    'register-import.macros',
    async () => withPart(await book([good(1)]), 'xl/vbaProject.bin'),
  ],
  ['an empty file', 'register-import.empty', async () => new Uint8Array()],
  ['a film', 'register-import.type', async () => Buffer.from('4d5a9000030000', 'hex')],
])('%s is refused', async (_, code, make) => {
  const answer = await open('focal', await make())
  expect([answer.statusCode, answer.json().code]).toEqual([422, code])
})

/** The workbook with one file more in it. */
async function withPart(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate')
  return zipSync({ ...unzipSync(bytes), [name]: new Uint8Array([1]) })
}

test('merged cells, formulas without result, hidden sheets, and a foot are seen for what they are', async () => {
  const rows = [
    ['SỞ TÀI CHÍNH'],
    ['DANH SÁCH HỢP TÁC XÃ NĂM 2026'],
    ['STT', ...HEAD],
    [1, ...good(1)],
    [2, ...good(2)],
    [3, ...good(3)],
    ['Tổng cộng', 3],
    [null, 'NGƯỜI LẬP BIỂU'],
  ] as CellValue[][]
  const cells = new Map([
    ['5,8', { value: null, formula: 'SUM(A1:A2)' }],
    ['3,6', { value: day('2021-03-04'), style: { numFmt: 'dd/mm/yyyy' } }],
    ['4,6', { value: day('2021-03-04'), style: { numFmt: 'dd/mm/yyyy' } }],
    ['5,6', { value: day('2021-03-04'), style: { numFmt: 'dd/mm/yyyy' } }],
  ])
  rows[4] = (rows[4] ?? []).with(4, null)
  const merges = [{ startRow: 3, endRow: 4, startCol: 4, endCol: 4 }]
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Ẩn', hidden: true, rows: [HEAD, good(9)] },
      { name: 'Danh sách', rows, cells, merges },
    ],
  })
  const { id } = (await open('focal', bytes)).json()
  expect((await detailOf(id)).settings).toMatchObject({ sheet: 1, headRow: 3 })
  expect(await summaryOf(id)).toMatchObject({
    rows: 3,
    fresh: 2,
    faulty: 1,
    foot: ['Tổng cộng 3', 'NGƯỜI LẬP BIỂU'],
  })
  expect(kindsOf(await rowsOf(id, 'faulty'))).toEqual([[6, 'I formula']])
})

test('a file dropped is forgotten with its bytes; another register does not know it', async () => {
  const id = await brought([good(77)])
  expect((await as('focal')('GET', `/api/registers/enterprise/imports/${id}`)).statusCode).toBe(404)
  expect((await as('focal')('GET', '/api/registers/nothing/imports')).statusCode).toBe(404)
  const files = async () => (await app.sql`select 1 from file where tenant_id = ${app.tenantId}`).length
  const before = await files()
  expect((await as('focal')('DELETE', `${AT}/imports/${id}`, { version: 1 })).statusCode).toBe(204)
  expect(await files()).toBe(before - 1)
})

const faultOf = (rows: ImportRow[]): CellFault | undefined => rows[0]?.faults[0]

test('rows of one file may point to each other; a circle is told', async () => {
  const head = [...HEAD, 'Thuộc liên hiệp']
  const union = [...good(2, { 2: 'Liên hiệp hợp tác xã', 1: 'Liên hiệp Mẫu' }), null]
  const id = await brought([[...good(1), 'Liên hiệp Mẫu'], union, [...good(3), '0100000099']], head)
  expect(kindsOf(await rowsOf(id, 'faulty'))).toEqual([[4, 'K unknownRef']])
  expect((await run(id, { skipFaulty: true })).json()).toMatchObject({ fresh: 2 })
  const rows = await app.sql`
    select member.code, above.code as above from cooperative member
    left join cooperative above on above.tenant_id = member.tenant_id and above.id = member.parent_union
    where member.tenant_id = ${app.tenantId} order by member.code`
  expect([...rows]).toEqual([
    { code: '0100000011', above: '0100000012' },
    { code: '0100000012', above: null },
  ])
  const circle = await brought(
    [
      [...good(5), '0100000016'],
      [...good(6), '0100000015'],
    ],
    head,
  )
  expect(faultOf(await rowsOf(circle, 'faulty'))).toMatchObject({ kind: 'circle', letter: 'K' })
})
