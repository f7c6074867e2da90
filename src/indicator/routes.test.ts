// Indicators over HTTP: every write allowed, forbidden, repeated, stale, and with bad input; figures with their rows.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { columnName } from '../register/kit/register.ts'
import type { Formula } from './formula.ts'
import type { IndicatorForm } from './indicator.ts'

type TestApp = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<TestApp['signIn']>>
let app: TestApp
let focal: Caller
let officer: Caller
let head: Caller
let commune: Caller
beforeAll(async () => {
  app = await testApp()
  ;[focal, officer, head, commune] = (await Promise.all(
    ['focal', 'officer', 'head', 'commune'].map((login) => app.signIn(login)),
  )) as [Caller, Caller, Caller, Caller]
})
afterAll(async () => app?.close())
beforeEach(async () => {
  await app.sql`truncate indicator_value, indicator_target, indicator_object, indicator_link, indicator_change, indicator_rule,
    indicator, register_past, cooperative cascade`
})

async function cooperative(code: string, values: Record<string, unknown> = {}) {
  const { sql, tenantId } = app
  const row = {
    ...{
      tenant_id: tenantId,
      id: randomUUID(),
      version: 1,
      since: '2024-01-01',
      act: 'create',
      at: app.clock.now(),
    },
    ...{
      account_id: null,
      actor: 'Thử',
      reason: '',
      batch_id: null,
      is_void: false,
      code,
      name: `HTX ${code}`,
    },
    ...{
      kind: 'cooperative',
      status: 'active',
      place: app.agencyId('UBND xã Suối Mơ'),
      sector: 'agriculture',
    },
    registered_on: '2024-01-01',
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [columnName(key), value])),
  }
  await sql`insert into cooperative ${sql(row)}`
  return row
}

const COUNT: Formula = {
  kind: 'count',
  register: 'cooperative',
  where: [{ test: 'is', column: 'kind', values: ['cooperative'] }],
}
const WOMEN: Formula = {
  kind: 'share',
  part: {
    kind: 'count',
    register: 'cooperative',
    where: [{ test: 'flag', column: 'womanDirector', flag: true }],
  },
  whole: { kind: 'count', register: 'cooperative', where: [] },
}
const form = (more: Partial<IndicatorForm> = {}): IndicatorForm => ({
  ...{ code: '', name: 'Số hợp tác xã', unit: 'hợp tác xã', direction: 'up', decimals: 0, description: '' },
  ...{ way: 'formula', formula: COUNT, agencyId: null },
  ...more,
})
const TYPED: Partial<IndicatorForm> = { way: 'typed', formula: null }

async function make(more: Partial<IndicatorForm> = {}): Promise<string> {
  const made = await focal('POST', '/api/indicators', { body: form(more) })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}

describe('a definition', () => {
  test('is made by the focal agency, once for one key; by others not', async () => {
    const key = randomUUID()
    const first = await focal('POST', '/api/indicators', { body: form(), key })
    const again = await focal('POST', '/api/indicators', { body: form(), key })
    expect([first.statusCode, again.json().id]).toEqual([201, first.json().id])
    expect((await focal('GET', '/api/indicators')).json().total).toBe(1)
    const refused = await officer('POST', '/api/indicators', { body: form() })
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden.indicator.define'])
  })

  test('whose formula does not fit the registers is refused, each fault with its place', async () => {
    const bad: Formula = {
      kind: 'share',
      part: {
        kind: 'sum',
        register: 'cooperative',
        column: 'name',
        where: [{ test: 'is', column: 'kind', values: ['ship'] }],
      },
      whole: { kind: 'count', register: 'nothing', where: [] },
    }
    const refused = await focal('POST', '/api/indicators', { body: form({ formula: bad }) })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'indicator.formula'])
    expect(refused.json().faults.map(({ at }: { at: string }) => at)).toEqual([
      'formula.part.column',
      'formula.part.where.0',
      'formula.whole.register',
    ])
    expect(refused.json().faults[1].message).toBe(
      'Tử số, Điều kiện 1: “ship” không phải là một lựa chọn của cột “Loại hình”.',
    )
    const odd = await focal('POST', '/api/indicators', {
      body: { ...form(), formula: { sql: 'drop table' } },
    })
    expect(odd.statusCode).toBe(422)
    const personal = form({ formula: { ...COUNT, where: [{ test: 'known', column: 'phone', known: true }] } })
    expect((await focal('POST', '/api/indicators', { body: personal })).statusCode).toBe(422)
    const both = await focal('POST', '/api/indicators', { body: form({ way: 'typed' }) })
    expect(both.statusCode).toBe(422)
  })

  test('is changed with a reason against its version; the history says what', async () => {
    const id = await make({ code: 'KT-01' })
    const change = {
      ...form({ code: 'KT-01', name: 'Tổng số hợp tác xã' }),
      reason: 'Đổi tên theo kế hoạch',
      isRetired: false,
    }
    expect((await officer('PATCH', `/api/indicators/${id}`, { body: change, version: 1 })).statusCode).toBe(
      403,
    )
    const changed = await focal('PATCH', `/api/indicators/${id}`, { body: change, version: 1 })
    expect([changed.statusCode, changed.json().version]).toEqual([200, 2])
    expect((await focal('PATCH', `/api/indicators/${id}`, { body: change, version: 1 })).statusCode).toBe(412)
    expect(
      (await focal('PATCH', `/api/indicators/${id}`, { body: { ...change, reason: '' }, version: 2 }))
        .statusCode,
    ).toBe(422)
    const { history } = (await focal('GET', `/api/indicators/${id}`)).json()
    expect(history.map(({ text, reason }: { text: string; reason: string }) => [text, reason])).toEqual([
      ['Sửa tên', 'Đổi tên theo kế hoạch'],
      ['Lập chỉ tiêu', ''],
    ])
    const taken = await focal('POST', '/api/indicators', { body: form({ code: 'KT-01' }) })
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'indicator.code-taken'])
    const retired = await focal('PATCH', `/api/indicators/${id}`, {
      body: { ...change, isRetired: true },
      version: 2,
    })
    expect(retired.statusCode).toBe(200)
    expect((await focal('GET', '/api/indicators')).json().total).toBe(0)
  })
})

describe('a figure', () => {
  test('of a day, by commune, with the very rows behind both sides', async () => {
    await cooperative('01', { womanDirector: true })
    await cooperative('02', { place: app.agencyId('UBND xã Đồi Chè') })
    await cooperative('03', { since: '2026-06-01' })
    await cooperative('04', { isVoid: true })
    const id = await make({ name: 'Tỷ lệ nữ', unit: '%', decimals: 1, formula: WOMEN })
    const at = async (day: string) =>
      (await commune('GET', `/api/indicators/${id}/figure?day=${day}&byArea=true`)).json()
    const now = await at('2026-11-21')
    expect([now.part, now.whole, now.value.toFixed(2)]).toEqual([1, 3, '33.33'])
    expect(
      now.areas.map(({ area, part, whole }: { area: string; part: number; whole: number }) => [
        area,
        part,
        whole,
      ]),
    ).toEqual([
      ['UBND xã Đồi Chè', 0, 1],
      ['UBND xã Suối Mơ', 1, 2],
    ])
    expect(await at('2025-01-01')).toMatchObject({ part: 1, whole: 2, value: 50 })
    expect(await at('2023-01-01')).toMatchObject({ part: 0, whole: 0, value: null })
    expect((await commune('GET', `/api/indicators/${id}/figure?day=2027-01-01`)).json().code).toBe(
      'indicator.day-to-come',
    )
    const rows = async (query: string) =>
      (await commune('GET', `/api/indicators/${id}/records?${query}`)).json()
    const women = await rows('side=part')
    expect([women.total, women.records.map(({ title }: { title: string }) => title)]).toEqual([1, ['HTX 01']])
    expect(women.records[0].facts).toEqual([{ label: 'Nữ lãnh đạo', text: 'Có' }])
    expect(women.records[0].area).toBe('UBND xã Suối Mơ')
    expect((await rows('side=whole')).total).toBe(3)
    expect((await rows('side=whole&day=2025-01-01')).total).toBe(2)
    const here = await rows(`side=whole&area=${app.agencyId('UBND xã Đồi Chè')}`)
    expect(here.records.map(({ title }: { title: string }) => title)).toEqual(['HTX 02'])
    expect((await commune('GET', `/api/indicators/${id}/records?atom=7`)).statusCode).toBe(404)
    expect((await commune('GET', `/api/indicators/${id}/records?after=x`)).statusCode).toBe(422)
  })

  test('has its rows a page at a time, none twice and none left out', async () => {
    for (let n = 0; n < 60; n++)
      await cooperative(String(n).padStart(4, '0'), { name: n % 2 ? 'HTX Sông Mơ' : 'HTX Đồi Cao' })
    const id = await make()
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = (await focal('GET', `/api/indicators/${id}/records?after=${after}`)).json()
      seen.push(...page.records.map(({ id }: { id: string }) => id))
      if (!page.next) break
      after = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60])
  })

  test('is tried before it is kept, by those who define', async () => {
    await cooperative('01')
    const body = { formula: COUNT, day: '2026-11-21' }
    expect((await focal('POST', '/api/indicators/try', { body })).json()).toMatchObject({
      value: 1,
      sentence: 'Số hợp tác xã (Loại hình: Hợp tác xã)',
    })
    expect((await officer('POST', '/api/indicators/try', { body })).statusCode).toBe(403)
  })

  test('of a register nobody has begun is unknown, not nought; once it is begun it counts', async () => {
    const unions: Formula = {
      kind: 'count',
      register: 'cooperative',
      where: [{ test: 'is', column: 'kind', values: ['union'] }],
    }
    await app.sql`delete from cooperative where tenant_id = ${app.tenantId}`
    const id = await make({ formula: unions })
    const now = async () => (await focal('GET', `/api/indicators/${id}`)).json().now.value
    expect(await now()).toBe(null)
    await cooperative('0300000009')
    expect(await now()).toBe(0)
  })

  test('of a typed indicator is not computed', async () => {
    const id = await make(TYPED)
    expect((await focal('GET', `/api/indicators/${id}/figure`)).json().code).toBe('indicator.not-computed')
  })
})

describe('a typed value', () => {
  const value = { period: '2025', areaId: null, value: 384, source: 'Báo cáo 12/BC-LM' }
  test('is entered by the agency, approved by another person; beside the computed one it is a disagreement', async () => {
    await cooperative('01')
    const id = await make({ agencyId: app.agencyId('Sở Nội vụ') })
    expect((await commune('POST', `/api/indicators/${id}/values`, { body: value })).statusCode).toBe(403)
    const key = randomUUID()
    const made = await officer('POST', `/api/indicators/${id}/values`, { body: value, key })
    expect([made.statusCode, made.json().state, made.json().day]).toEqual([201, 'draft', '2025-12-14'])
    const again = await officer('POST', `/api/indicators/${id}/values`, { body: value, key })
    expect(again.json().id).toBe(made.json().id)
    const second = await officer('POST', `/api/indicators/${id}/values`, { body: value })
    expect([second.statusCode, second.json().code]).toEqual([409, 'indicator.value-open'])

    const url = `/api/indicator-values/${made.json().id}`
    const approve = { decision: 'approve', reason: '' }
    expect((await officer('POST', `${url}/decision`, { body: approve, version: 1 })).statusCode).toBe(403)
    expect((await focal('POST', `${url}/decision`, { body: approve, version: 1 })).statusCode).toBe(403)
    const unsaid = { decision: 'return', reason: '' }
    expect((await head('POST', `${url}/decision`, { body: unsaid, version: 1 })).statusCode).toBe(422)
    const returned = await head('POST', `${url}/decision`, {
      body: { decision: 'return', reason: 'Chưa trừ đơn vị đã giải thể' },
      version: 1,
    })
    expect([returned.statusCode, returned.json().state]).toEqual([200, 'returned'])
    expect(
      (await officer('PATCH', url, { body: { value: 380, source: value.source }, version: 1 })).statusCode,
    ).toBe(412)
    const mended = await officer('PATCH', url, { body: { value: 380, source: value.source }, version: 2 })
    expect([mended.json().state, mended.json().value]).toEqual(['draft', 380])
    expect((await head('POST', `${url}/decision`, { body: approve, version: 2 })).statusCode).toBe(412)
    const approved = await head('POST', `${url}/decision`, { body: approve, version: 3 })
    expect(approved.json().state).toBe('approved')
    const late = await officer('PATCH', url, { body: { value: 1, source: value.source }, version: 4 })
    expect([late.statusCode, late.json().code]).toEqual([409, 'indicator.decided'])

    const page = (await focal('GET', `/api/indicators/${id}`)).json()
    expect(page.now).toMatchObject({ value: 1, source: 'computed', typed: 380, disagrees: true })
    const point = page.series.find(({ year }: { year: number }) => year === 2025)
    expect(point).toMatchObject({ value: 1, typed: 380, disagrees: true, day: '2025-12-14' })
  })

  test('approved anew takes the place of the one before, which stays to be read', async () => {
    const id = await make({ ...TYPED, agencyId: app.agencyId('Sở Nội vụ') })
    for (const amount of [384, 390]) {
      const made = await officer('POST', `/api/indicators/${id}/values`, {
        body: { ...value, value: amount },
      })
      const done = await head('POST', `/api/indicator-values/${made.json().id}/decision`, {
        body: { decision: 'approve', reason: '' },
        version: 1,
      })
      expect(done.statusCode, done.body).toBe(200)
    }
    const { values } = (await officer('GET', `/api/indicators/${id}/values`)).json()
    expect(
      values.map(({ state, value }: { state: string; value: number }) => `${value} ${state}`).sort(),
    ).toEqual(['384 replaced', '390 approved'])
    expect((await focal('GET', `/api/indicators/${id}`)).json().now).toMatchObject({
      value: 390,
      source: 'typed',
      disagrees: false,
    })
  })

  test('of a commune is entered by the commune; of no commune, of no period and of one to come it is refused', async () => {
    const id = await make(TYPED)
    const own = { ...value, areaId: app.agencyId('UBND xã Suối Mơ') }
    expect((await commune('POST', `/api/indicators/${id}/values`, { body: own })).statusCode).toBe(201)
    for (const [bad, status] of [
      [{ ...value, areaId: app.agencyId('Sở Tài chính') }, 422],
      [{ ...value, period: '2026-13' }, 422],
      [{ ...value, period: '2031' }, 422],
      [{ ...value, value: 'nhiều' }, 422],
      [{ ...value, source: '' }, 422],
    ] as const)
      expect((await focal('POST', `/api/indicators/${id}/values`, { body: bad })).statusCode).toBe(status)
  })

  test('bears its evidence, which is given back as it came', async () => {
    const id = await make(TYPED)
    const made = (await focal('POST', `/api/indicators/${id}/values`, { body: value })).json()
    const url = `/api/indicator-values/${made.id}/evidence`
    const { body, headers } = multipart({}, { name: 'Báo cáo.pdf', bytes: Buffer.from('%PDF-1.4 thử') })
    expect((await commune('PUT', url, { body, headers, version: 1 })).statusCode).toBe(403)
    expect((await focal('PUT', url, { body, headers, version: 1 })).statusCode).toBe(200)
    expect((await focal('PUT', url, { body, headers, version: 1 })).statusCode).toBe(412)
    expect((await commune('GET', url)).body).toBe('%PDF-1.4 thử')
    const { values } = (await focal('GET', `/api/indicators/${id}/values`)).json()
    expect(values[0].file.name).toBe('Báo cáo.pdf')
  })
})

describe('chốt số', () => {
  test('keeps what the registers said; approved only while they still say it', async () => {
    const kept = await cooperative('01')
    const id = await make({ agencyId: app.agencyId('Sở Nội vụ') })
    const made = await officer('POST', `/api/indicators/${id}/snapshots`, {
      body: { period: '2025', areaId: null },
    })
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json()).toMatchObject({ isSnapshot: true, value: 1, day: '2025-12-14', state: 'draft' })
    await cooperative('02')
    const url = `/api/indicator-values/${made.json().id}`
    const approve = { decision: 'approve', reason: '' }
    const moved = await head('POST', `${url}/decision`, { body: approve, version: 1 })
    expect([moved.statusCode, moved.json().code]).toEqual([409, 'indicator.moved'])
    const again = await officer('PATCH', url, { body: { value: 999, source: 'gõ tay' }, version: 1 })
    expect(again.json()).toMatchObject({ value: 2, isSnapshot: true, state: 'draft' })
    expect((await head('POST', `${url}/decision`, { body: approve, version: 2 })).json().state).toBe(
      'approved',
    )
    const point = async () =>
      (await focal('GET', `/api/indicators/${id}`))
        .json()
        .series.find(({ year }: { year: number }) => year === 2025)
    expect(await point()).toMatchObject({ snapshot: 2, snapshotMoved: false })
    await app.sql`update cooperative set is_void = true where id = ${kept.id}`
    expect(await point()).toMatchObject({ snapshot: 2, snapshotMoved: true, value: 1 })
    const typed = await make(TYPED)
    const none = await focal('POST', `/api/indicators/${typed}/snapshots`, {
      body: { period: '2025', areaId: null },
    })
    expect([none.statusCode, none.json().code]).toEqual([422, 'indicator.not-computed'])
  })
})

describe('a list of named objects', () => {
  const object = {
    name: 'Làng chè Suối Mơ',
    areaId: null,
    fromDay: '2025-03-01',
    toDay: null,
    source: 'QĐ 15/QĐ-UBND',
  }
  test('is counted on any day; objects are entered, changed and removed with a reason', async () => {
    const id = await make({ way: 'objects', formula: null, name: 'Số làng nghề', unit: 'làng nghề' })
    const url = `/api/indicators/${id}/objects`
    expect((await commune('POST', url, { body: object })).statusCode).toBe(403)
    const key = randomUUID()
    const made = await focal('POST', url, { body: object, key })
    expect((await focal('POST', url, { body: object, key })).json().id).toBe(made.json().id)
    await focal('POST', url, {
      body: { ...object, name: 'Làng gốm', areaId: app.agencyId('UBND xã Đồi Chè'), toDay: '2025-12-31' },
    })
    const on = async (day: string) =>
      (await focal('GET', `/api/indicators/${id}/figure?day=${day}&byArea=true`)).json()
    expect(await on('2025-06-01')).toMatchObject({ value: 2, areas: [{ area: 'UBND xã Đồi Chè', value: 1 }] })
    expect(await on('2026-11-21')).toMatchObject({ value: 1 })
    expect(await on('2025-01-01')).toMatchObject({ value: 0 })
    const { records } = (await focal('GET', `/api/indicators/${id}/records?day=2026-11-21`)).json()
    expect(records.map(({ title }: { title: string }) => title)).toEqual(['Làng chè Suối Mơ'])
    const change = { ...object, reason: 'Nhập nhầm danh mục', isVoid: true }
    const one = `/api/indicator-objects/${made.json().id}`
    expect((await commune('PATCH', one, { body: change, version: 1 })).statusCode).toBe(403)
    expect(
      (await focal('PATCH', one, { body: { ...change, toDay: '2020-01-01' }, version: 1 })).statusCode,
    ).toBe(422)
    expect((await focal('PATCH', one, { body: change, version: 1 })).statusCode).toBe(200)
    expect((await focal('PATCH', one, { body: change, version: 1 })).statusCode).toBe(412)
    expect(await on('2026-11-21')).toMatchObject({ value: 0 })
    expect((await focal('GET', url)).json().objects).toHaveLength(1)
  })

  test('belongs to indicators counted that way only', async () => {
    const id = await make()
    expect((await focal('POST', `/api/indicators/${id}/objects`, { body: object })).json().code).toBe(
      'indicator.no-objects',
    )
  })
})

describe('a target', () => {
  const target = {
    ...{
      fromYear: 2026,
      toYear: 2026,
      isYearly: false,
      op: '=',
      min: 4,
      max: null,
      text: '4 hợp tác xã',
      planId: null,
    },
    areaId: null,
  }
  test('stands by the published rule, whose thresholds the province sets', async () => {
    for (const code of ['01', '02', '03'])
      await cooperative(code, { since: '2026-03-01', registeredOn: '2026-03-01' })
    const id = await make()
    const url = `/api/indicators/${id}/targets`
    expect((await officer('POST', url, { body: target })).statusCode).toBe(403)
    const key = randomUUID()
    const made = await focal('POST', url, { body: target, key })
    expect((await focal('POST', url, { body: target, key })).json()).toEqual(made.json())
    for (const bad of [
      { ...target, min: null },
      { ...target, toYear: 2020 },
      { ...target, op: 'range', max: 1 },
    ])
      expect((await focal('POST', url, { body: bad })).statusCode).toBe(422)
    const first = async () => (await focal('GET', '/api/indicators')).json().indicators[0].target
    // 3 of 4 in 324 of 364 days: 75 % of the way in 89 % of the time.
    expect(await first()).toMatchObject({ status: 'slow', min: 4 })
    const rule = { onTrack: 84, slow: 60, early: 10 }
    expect((await officer('PUT', '/api/indicator-rule', { body: rule, version: 0 })).statusCode).toBe(403)
    expect(
      (await focal('PUT', '/api/indicator-rule', { body: { ...rule, slow: 90 }, version: 0 })).statusCode,
    ).toBe(422)
    expect((await focal('PUT', '/api/indicator-rule', { body: rule, version: 0 })).json().version).toBe(1)
    expect((await focal('PUT', '/api/indicator-rule', { body: rule, version: 0 })).statusCode).toBe(412)
    expect(await first()).toMatchObject({ status: 'on-track' })
    const change = { ...target, min: 3, reason: 'Điều chỉnh theo nghị quyết', isVoid: false }
    const one = `/api/indicator-targets/${made.json().id}`
    expect((await officer('PATCH', one, { body: change, version: 1 })).statusCode).toBe(403)
    expect((await focal('PATCH', one, { body: change, version: 1 })).statusCode).toBe(200)
    expect((await focal('PATCH', one, { body: change, version: 1 })).statusCode).toBe(412)
    expect(await first()).toMatchObject({ status: 'reached', version: 2 })
    await focal('PATCH', one, { body: { ...change, isVoid: true }, version: 2 })
    expect(await first()).toBeNull()
  })
})

test('the list is searched without diacritics and paged by name', async () => {
  for (let n = 0; n < 55; n++) await make({ ...TYPED, name: `Chỉ tiêu thử số ${String(n).padStart(2, '0')}` })
  const first = (await officer('GET', '/api/indicators')).json()
  const rest = (await officer('GET', `/api/indicators?after=${first.next}`)).json()
  expect([first.total, first.indicators.length, rest.indicators.length, rest.next]).toEqual([55, 50, 5, null])
  expect(
    (await officer('GET', `/api/indicators?search=${encodeURIComponent('chi tieu thu so 07')}`)).json().total,
  ).toBe(1)
  expect((await officer('GET', '/api/indicators?search=%25')).json().total).toBe(0)
})
