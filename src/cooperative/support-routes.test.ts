import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCooperative, addRow, addUpdate } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { blocksOf, type File, stagesOf } from './dissolution.ts'

let app: Awaited<ReturnType<typeof testApp>>
let commune: Awaited<ReturnType<typeof app.signIn>>
let one: string
let file: string
const read = async (url: string) => {
  const answer = await commune('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

beforeAll(async () => {
  app = await testApp()
  commune = await app.signIn('commune')
  one = await addCooperative(app, { status: 'dissolving' })
  await addUpdate(app, one, 2024)
  await addUpdate(app, one, 2025, { members: 60 })
  const policy = await addRow(app, 'support-policy', {
    ...{ code: 'CS-01', name: 'Hỗ trợ máy móc', field: 'infrastructure', level: 'province' },
    ...{
      document: '12/NQ-HĐND',
      kinds: ['cooperative'],
      conditions: ['more-members'],
      fromDay: '2024-07-01',
    },
  })
  const give = (year: number, amount: number, source: string) =>
    addRow(app, 'support', {
      ...{ cooperative: one, policy, year, receivedOn: `${year}-05-04`, amount, source, content: 'Máy sấy' },
    })
  await give(2024, 100, 'province-budget')
  await give(2025, 300, 'province-budget')
  await give(2025, 50, 'donor')
  const lend = (contract: string, dueOn: string, repaid: number, status = 'lent') =>
    addRow(app, 'fund-loan', {
      ...{ cooperative: one, contract, amount: 1000, rate: 3.5, lentOn: '2024-01-01', dueOn, repaid, status },
    })
  await lend('HĐ-1', '2026-11-11', 400)
  await lend('HĐ-2', '2027-01-01', 0)
  await lend('HĐ-3', '2025-01-01', 1000, 'repaid')
  await addRow(app, 'support-need', {
    ...{
      cooperative: one,
      field: 'infrastructure',
      content: 'Cần máy sấy',
      statedOn: '2025-01-10',
      status: 'met',
      policy,
    },
  })
  await addRow(app, 'support-need', {
    ...{ cooperative: one, field: 'credit', content: 'Cần vốn', statedOn: '2025-01-10', status: 'stated' },
  })
  file = await addRow(app, 'dissolution', {
    ...{
      cooperative: one,
      cause: 'members',
      status: 'decided',
      decidedOn: '2026-09-01',
      deadlineOn: '2026-11-01',
    },
  })
  const owe = (creditor: string, creditorKind: string, amount: number, status = 'owed') =>
    addRow(app, 'cooperative-debt', {
      ...{ cooperative: one, creditor, creditorKind, content: 'Nợ', amount, asOfOn: '2026-09-01', status },
      ...(status === 'settled' && { settledOn: '2026-10-01' }),
    })
  await owe('Ngân hàng A', 'bank', 500)
  await owe('Ngân hàng B', 'bank', 200, 'settled')
  await owe('Thuế', 'tax', 70, 'frozen')
  await addRow(app, 'cooperative-asset', {
    ...{ cooperative: one, name: 'Trạm bơm', kind: 'work', status: 'held', source: 'state', value: 900 },
  })
  const { updateRows } = await import('../register/kit/record.ts')
  const { dissolution } = await import('../register/dissolution.ts')
  await app.sql.begin((tx) =>
    updateRows(
      tx,
      { tenantId: app.tenantId, accountId: null, name: 'test' },
      dissolution,
      [{ id: file, version: 1, values: { status: 'notified' }, since: '2026-10-02' }],
      { at: app.clock.now(), today: app.clock.today(), act: 'notify', batchId: null },
    ),
  )
})
afterAll(async () => app?.close())

describe('dissolution', () => {
  test('of a cooperative: its way, what stands in it, what is owed and held', async () => {
    const found = await read(`/api/cooperatives/${one}/dissolution`)
    expect(found.files[0].stages).toEqual([
      { status: 'decided', since: '2026-09-01', days: 31 },
      { status: 'notified', since: '2026-10-02', days: 50 },
    ])
    expect(found.files[0].blocks).toEqual([
      { code: 'council', n: 0, amount: 0 },
      { code: 'decision', n: 0, amount: 0 },
      { code: 'late', n: 20, amount: 0 },
      { code: 'debts', n: 2, amount: 570 },
      { code: 'loans', n: 2, amount: 1600 },
      { code: 'works', n: 1, amount: 0 },
    ])
    expect(found.debts).toEqual([
      { kind: 'bank', open: 1, openAmount: 500, settled: 1, settledAmount: 200 },
      { kind: 'tax', open: 1, openAmount: 70, settled: 0, settledAmount: 0 },
    ])
    expect(found.assets).toMatchObject({ held: 1, heldValue: 900, worksHeld: 1 })
  })

  test('of the province: files under way with their days, the late ones, by place', async () => {
    const all = await read('/api/dissolutions')
    expect(all).toMatchObject({ late: 1, works: 1, states: { notified: 1 } })
    expect(all.rows).toEqual([expect.objectContaining({ id: file, days: 81, daysHere: 50 })])
    expect((await read('/api/dissolutions?state=ended')).rows).toEqual([])
    expect((await read(`/api/dissolutions?place=${app.agencyId('UBND xã Đồi Chè')}`)).rows).toEqual([])
    expect((await commune('GET', '/api/dissolutions?state=lost')).statusCode).toBe(422)
  })

  const FILE: File = {
    ...{ status: 'settling', decision: '01/NQ', decidedOn: '2026-01-01', councilOn: '2026-01-10' },
    ...{ deadlineOn: '2026-12-01', legalStatus: 'dissolving', debts: { open: 0, amount: 0 } },
    ...{ loans: { open: 0, amount: 0 }, assets: { held: 0, worksHeld: 0, stateHeld: 0 } },
  }
  test.each<[Partial<File>, string[]]>([
    [{}, []],
    [{ councilOn: null }, ['council']],
    [{ decision: null, deadlineOn: null }, ['decision', 'deadline']],
    [{ deadlineOn: '2026-11-20' }, ['late']],
    [{ legalStatus: 'active' }, ['status']],
    [{ assets: { held: 2, worksHeld: 1, stateHeld: 1 } }, ['works', 'state-assets']],
    [{ status: 'ended', councilOn: null }, []],
    [{ status: 'stopped', legalStatus: 'active' }, []],
  ])('%o: %o', (more, codes) => {
    expect(blocksOf({ ...FILE, ...more }, '2026-11-21').map(({ code }) => code)).toEqual(codes)
  })
  test('two forms in one state are one stage', () => {
    const forms = [
      { status: 'decided', since: '2026-01-01' },
      { status: 'decided', since: '2026-01-05' },
      { status: 'notified', since: '2026-01-11' },
    ]
    expect(stagesOf(forms, '2026-01-21').map(({ days }) => days)).toEqual([10, 10])
  })
})

describe('support', () => {
  test('of a cooperative: what it received, owes, needs and is judged by', async () => {
    const found = await read(`/api/cooperatives/${one}/support`)
    expect(
      found.updates.map(({ year, members }: { year: number; members: number }) => [year, members]),
    ).toEqual([
      [2025, 60],
      [2024, 50],
    ])
    expect(found.policies).toHaveLength(1)
    expect(found.received.map(({ amount }: { amount: number }) => amount).sort()).toEqual(
      [100, 300, 50].sort(),
    )
    expect([found.loans.length, found.needs.length, found.trained]).toEqual([3, 2, 0])
    const none = await commune('GET', '/api/cooperatives/00000000-0000-4000-8000-000000000000/support')
    expect(none.statusCode).toBe(404)
  })

  test('of the province: sums by year, source, field; the fund; needs beside what was given', async () => {
    const all = await read('/api/cooperatives/support')
    expect(all.byYear).toEqual([
      { year: 2024, key: '', n: 1, cooperatives: 1, amount: 100 },
      { year: 2025, key: '', n: 2, cooperatives: 1, amount: 350 },
    ])
    expect(all.bySource).toContainEqual({ year: 2025, key: 'donor', n: 1, cooperatives: 1, amount: 50 })
    expect(all.byField).toContainEqual({
      year: 2025,
      key: 'infrastructure',
      n: 2,
      cooperatives: 1,
      amount: 350,
    })
    expect(all.fund).toMatchObject({
      ...{ loans: 3, lent: 3000, repaid: 1400, outstanding: 1600, overdue: 1, overdueAmount: 600 },
      late: [{ contract: 'HĐ-1', daysLate: 10 }],
    })
    // What was given before the need was stated does not answer it.
    expect(all.gaps).toEqual([
      { field: 'credit', stated: 1, cooperatives: 1, open: 1, met: 0, declined: 0, served: 0, given: 0 },
      {
        field: 'infrastructure',
        stated: 1,
        cooperatives: 1,
        open: 0,
        met: 1,
        declined: 0,
        served: 1,
        given: 350,
      },
    ])
  })
})
