// The directory over HTTP: each write allowed, forbidden, repeated, stale; import with its faults.
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { CHOSEN_KINDS } from '../vocabulary/agency-kind.ts'
import { LANGUAGES } from '../vocabulary/languages.ts'
import * as words from '../vocabulary/words.ts'
import type { Agency } from './agency.ts'
import { COLUMNS, type ImportResult } from './columns.ts'

let app: Awaited<ReturnType<typeof testApp>>
let admin: Awaited<ReturnType<typeof app.signIn>>
let focal: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  admin = await app.signIn('admin')
  focal = await app.signIn('focal')
})
afterAll(() => app.close())

const agency = (name: string, more: object = {}) => ({
  name,
  code: null,
  kind: 'department',
  parentId: null,
  aliases: [],
  ...more,
})
const list = async () => (await admin('GET', '/api/agencies')).json<Agency[]>()

test('several agencies are added in one go, once', async () => {
  const body = { agencies: [agency('Sở Y tế', { code: 'h99.10' }), agency('Sở Xây dựng')] }
  const first = await focal('POST', '/api/agencies', { body, key: 'agencies-1' })
  expect(first.statusCode).toBe(201)
  expect(first.json()).toMatchObject([
    { name: 'Sở Y tế', code: 'H99.10', version: 1 },
    { name: 'Sở Xây dựng' },
  ])
  const again = await focal('POST', '/api/agencies', { body, key: 'agencies-1' })
  expect(again.json()).toEqual(first.json())
  expect((await list()).filter((one) => one.name === 'Sở Y tế')).toHaveLength(1)
})

test('one name that is taken stops all of them', async () => {
  const body = { agencies: [agency('Sở Tư pháp'), agency('Sở Tài chính tỉnh')] }
  expect((await focal('POST', '/api/agencies', { body })).json()).toMatchObject({
    status: 409,
    code: 'agency.taken',
  })
  expect((await list()).some((one) => one.name === 'Sở Tư pháp')).toBe(false)
})

test('a parent of nowhere is refused', async () => {
  const body = { agencies: [agency('Phòng Lạc', { parentId: '00000000-0000-4000-8000-000000000000' })] }
  expect((await focal('POST', '/api/agencies', { body })).json()).toMatchObject({
    status: 422,
    code: 'agency.no-parent',
  })
})

test.each(['leader', 'head', 'officer'])('%s reads the directory and changes nothing', async (login) => {
  const other = await app.signIn(login)
  const [one] = await list()
  expect((await other('GET', '/api/agencies')).statusCode).toBe(200)
  const answers = await Promise.all([
    other('POST', '/api/agencies', { body: { agencies: [agency('Sở Mới')] } }),
    other('PATCH', `/api/agencies/${one?.id}`, { version: 1, body: agency('Sở Khác') }),
    other('POST', '/api/agencies/import?dryRun=true', {
      body: Buffer.from('x'),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
  ])
  expect(answers.map((answer) => answer.statusCode)).toEqual([403, 403, 403])
})

test('a change needs the version that is current, a free name, and a parent that is not below', async () => {
  const [parent, child] = (
    await focal('POST', '/api/agencies', { body: { agencies: [agency('Sở Cha'), agency('Sở Con')] } })
  ).json<Agency[]>()
  if (!parent || !child) throw new Error('not added')
  const url = `/api/agencies/${child.id}`
  const moved = await focal('PATCH', url, {
    version: 1,
    body: agency('Phòng Con', { kind: 'unit', parentId: parent.id, aliases: ['P. Con'] }),
  })
  expect(moved.json()).toMatchObject({ name: 'Phòng Con', parentId: parent.id, version: 2 })
  expect((await focal('PATCH', url, { version: 1, body: agency('Phòng Con') })).statusCode).toBe(412)
  const circle = await focal('PATCH', `/api/agencies/${parent.id}`, {
    version: 1,
    body: agency('Sở Cha', { parentId: child.id }),
  })
  expect(circle.json()).toMatchObject({ status: 422, code: 'agency.circle' })
  const taken = await focal('PATCH', `/api/agencies/${parent.id}`, {
    version: 1,
    body: agency('Sở Tài chính'),
  })
  expect(taken.json()).toMatchObject({ status: 409, code: 'agency.taken' })
})

const HEADINGS = Object.values(words.agency.columns)
const HEAD = HEADINGS.map((heading) => `"${heading}"`).join(',')
const upload = (
  text: string,
  isDry: boolean,
  { as = admin, key = String(crypto.randomUUID()), name = 'danh-muc.csv' } = {},
) =>
  as('POST', `/api/agencies/import?dryRun=${isDry}`, {
    key,
    ...multipart({}, { name, bytes: Buffer.from(text) }),
  })

const FAULTS: [kind: string, row: string, column: string][] = [
  ['no name', ',H99.80,,,,,,,', 'name'],
  ['a name too short', 'X,,,,,,,,', 'name'],
  ['a code of the wrong form', 'Sở A,h-99,,,,,,,', 'code'],
  ['another code than the directory', 'Sở Y tế,H99.11,,,,,,,', 'code'],
  ['the code of another agency', 'Sở Lạ,H99.10,,,,,,,', 'code'],
  ['a code for an agency without one', 'Sở Nội vụ,H99.03,,,,,,,', 'code'],
  ['another kind than the directory', 'Sở Nội vụ,,Báo chí,,,,,,', 'kind'],
  ['another parent than the directory', 'Sở Nội vụ,,,UBND tỉnh,,,,,', 'parent'],
  ['aliases the directory lacks', 'Sở Nội vụ,,,,Sở NV,,,,', 'aliases'],
  ['an unknown kind', 'Sở B,,Tổng cục,,,,,,', 'kind'],
  ['an unknown parent', 'Phòng C,,,Sở Không Có,,,,,', 'parent'],
  ['a repeated row', 'Sở Trước,,,,,,,,', 'name'],
  ['an alias too long', `Sở D,,,,${'dài '.repeat(60)},,,,`, 'aliases'],
  ['an unknown role', 'Sở Nội vụ,,,,,Trần Văn Bình,,,Thủ quỹ', 'role'],
  ['a sign-in name without a person', 'Sở Nội vụ,,,,,,,binh,', 'person'],
  ['a person without a full name', 'Sở Nội vụ,,,,,B,,,', 'person'],
  ['a sign-in name of the wrong form', 'Sở Nội vụ,,,,,Trần Văn Bình,,Bình Trần,', 'login'],
  ['a taken sign-in name', 'Sở Nội vụ,,,,,Trần Văn Bình,,focal,', 'login'],
  ['an officer of no agency', ',,,,,Trần Văn Bình,,,Chuyên viên', 'name'],
  ['the same person twice', 'Sở Nội vụ,,,,,Lê Thị Trước,,,', 'person'],
]

test('every kind of fault is told by row and column, and nothing is written', async () => {
  const before = await list()
  const good = ['Sở Trước,,,,,,,,', 'Sở Nội vụ,,,,,Lê Thị Trước,,,']
  const text = [HEAD, ...good, ...FAULTS.map(([, row]) => row)].join('\n')
  const dry = (await upload(text, true)).json<ImportResult>()
  expect(dry.faults.map(({ row, column }) => [row, column])).toEqual(
    FAULTS.map(([, , column], index) => [index + 4, column]),
  )
  const real = await upload(text, false)
  expect(real.json()).toMatchObject({ status: 422, code: 'import.faults' })
  expect(real.json().faults[0]).toMatchObject({ at: 'Dòng 4, cột "Tên cơ quan, đơn vị"' })
  expect(await list()).toEqual(before)
})

const SHEET = [
  HEAD,
  'Sở Giáo dục và Đào tạo,H99.20,"Sở, ban, ngành",,Sở GDĐT; Sở GD&ĐT,Nguyễn Văn An,Giám đốc,,Thủ trưởng đơn vị',
  'Phòng Tổng hợp,,Đơn vị nội bộ,H99.20,,Trần Thị Bé,Chuyên viên,,',
  'Phòng Tổng hợp,,Đơn vị nội bộ,Sở Nội vụ,,,,,',
  'Sở Nội vụ,,,,,Nguyễn Văn An,Chuyên viên,,',
  ',,,,,Hà Thị Lãnh Đạo,Phó Chủ tịch,pct,Lãnh đạo tỉnh',
].join('\r\n')

test('a dry run tells what would come and writes nothing', async () => {
  const before = await list()
  expect((await upload(SHEET, true)).json()).toEqual({
    agencies: 3,
    people: 4,
    known: 1,
    faults: [],
    codes: [],
  })
  expect(await list()).toEqual(before)
})

test('the real run writes it once and gives each person a code once', async () => {
  const first = await upload(SHEET, false, { key: 'import-the-sheet' })
  const { codes, ...counts } = first.json<ImportResult>()
  expect(counts).toEqual({ agencies: 3, people: 4, known: 1, faults: [] })
  expect(codes.map(({ login, agency: of }) => [login, of])).toEqual([
    ['annv', 'Sở Giáo dục và Đào tạo'],
    ['bett', 'Phòng Tổng hợp'],
    ['annv2', 'Sở Nội vụ'],
    ['pct', ''],
  ])
  const again = await upload(SHEET, false, { key: 'import-the-sheet' })
  expect(again.json()).toEqual({ ...counts, codes: [] })
  const opened = await app.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: 'annv2', password: codes[2]?.code },
  })
  expect(opened.json()).toMatchObject({ mustSetPassword: true, agency: { name: 'Sở Nội vụ' } })
  const [kept] =
    await app.sql`select string_agg(response::text, '') as all from idempotency where tenant_id = 1`
  for (const { code } of codes) expect(kept?.all).not.toContain(code)
})

test('the focal officer imports agencies, but no people', async () => {
  const refused = await upload(SHEET, true, { as: focal })
  expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden.account.write' })
  const fine = await upload(`${HEAD}\nSở Dân tộc và Tôn giáo,,,,,,,,`, false, { as: focal })
  expect(fine.json()).toMatchObject({ agencies: 1, people: 0, codes: [] })
})

test('the template is read back, empty, and filled', async () => {
  const template = await focal('GET', '/api/agencies/template.xlsx')
  expect(template.headers['content-disposition']).toContain('mau-danh-muc-co-quan.xlsx')
  const empty = await focal('POST', '/api/agencies/import?dryRun=true', {
    ...multipart({}, { name: 'mau.xlsx', bytes: template.rawPayload }),
  })
  expect(empty.json()).toMatchObject({ status: 422, code: 'import.empty' })
  const bytes = await writeXlsx({
    sheets: [{ name: 'Danh mục', rows: [HEADINGS, [], ['Sở Ngoại vụ', 99]] }],
  })
  const filled = await focal('POST', '/api/agencies/import?dryRun=true', {
    ...multipart({}, { name: 'danh-muc.xlsx', bytes }),
  })
  expect(filled.json()).toMatchObject({ agencies: 1, faults: [] })
})

test.each(['vi', 'en'] as const)(
  'the template in %s offers each kind and role whole, and is read back',
  async (code) => {
    const spoken = LANGUAGES[code]
    const answer = await focal('GET', `/api/agencies/template.xlsx?language=${code}`)
    expect(answer.headers['content-disposition']).toContain(spoken.agencyPages.templateName)
    const { sheets } = await readXlsx(answer.rawPayload)
    const [kinds, roles] = [0, 1].map((column) => sheets[2]?.rows.map((row) => row[column]).filter(Boolean))
    expect(kinds).toEqual(CHOSEN_KINDS.map((kind) => spoken.agency.kinds[kind]))
    expect(roles).toEqual(Object.values(spoken.identity.roles))
    expect(sheets[0]?.dataValidations).toMatchObject([
      { formula1: `'${spoken.agency.choicesSheet}'!$A$1:$A$${kinds?.length}` },
      { formula1: `'${spoken.agency.choicesSheet}'!$B$1:$B$${roles?.length}` },
    ])

    // Every kind and role of the lists, under the headings of the same language.
    const rows = CHOSEN_KINDS.map((name, i) => {
      const kind = spoken.agency.kinds[name]
      const role = Object.values(spoken.identity.roles)[i]
      const person = role ? `Hà Văn ${'ABCDE'[i]}` : ''
      return [`Cơ quan thử ${code} ${i}`, '', kind, '', '', person, '', '', role ?? '']
    })
    const bytes = await writeXlsx({
      sheets: [{ name: 'x', rows: [COLUMNS.map((column) => spoken.agency.columns[column]), ...rows] }],
    })
    const read = await admin(
      'POST',
      '/api/agencies/import?dryRun=true',
      multipart({}, { name: 'a.xlsx', bytes }),
    )
    expect(read.json()).toMatchObject({ agencies: CHOSEN_KINDS.length, people: 5, faults: [] })
  },
)

test.each([
  ['import.no-heading', 'danh-muc.csv', Buffer.from('Số,Tên\n1,Sở A')],
  ['import.unreadable', 'danh-muc.xlsx', Buffer.from('không phải Excel')],
  ['import.unreadable', 'danh-muc.csv', Buffer.from([0x53, 0xf4, 0xff, 0xfe])],
])('refuses as %s a file that is none', async (code, name, bytes) => {
  const answer = await focal('POST', '/api/agencies/import?dryRun=true', multipart({}, { name, bytes }))
  expect(answer.json()).toMatchObject({ status: 422, code })
})

test('a CSV as Excel saves it here, with semicolons and a mark in front, is read', async () => {
  const text = `\ufeff${HEADINGS.join(';')}\r\nThanh tra tỉnh;;;;;;;;\r\n`
  expect((await upload(text, true, { as: focal })).json()).toMatchObject({ agencies: 1, faults: [] })
})

test('every change left an audit entry', async () => {
  const rows = await app.sql`
    select distinct action from audit_event where tenant_id = 1 and action like 'agency.%' order by action`
  expect(rows.map((row) => row.action)).toEqual(['agency.add', 'agency.change', 'agency.import'])
})
