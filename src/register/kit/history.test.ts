// Random lives of a row: what counted on a day is what a naive fold of all its forms says, and the history tells each.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/database.ts'
import { newCooperative } from '../../../test/register.ts'
import { addDays } from '../../base/calendar.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Actor } from '../../http/actor.ts'
import { cooperative } from '../cooperative.ts'
import { rowsAsOf } from './as-of.ts'
import type { History } from './exchange.ts'
import { changeRow, restoreRow, stepRow, updateRows, voidRow } from './record.ts'
import { tellFact } from './story.ts'

let app: Awaited<ReturnType<typeof testApp>>
let actor: Actor
beforeAll(async () => {
  app = await testApp()
  const own = {
    forAccountId: null,
    role: 'focal' as const,
    agencyId: app.agencyId('Sở Tài chính'),
    unitOf: null,
  }
  actor = {
    ...{ tenantId: 1, accountId: app.accountId('focal'), name: 'Người dùng focal', role: 'focal' },
    ...{ agencyId: own.agencyId, capacities: [own] },
  }
})
afterAll(() => app?.close())

const FIRST = '2026-01-10'
type Move =
  | { is: 'change'; members: number; since: number | null }
  | { is: 'register'; on: number }
  | { is: 'step'; since: number | null }
  | { is: 'import'; members: number }
  | { is: 'void' | 'restore' }
const days = fc.integer({ min: 0, max: 20 })
const move: fc.Arbitrary<Move & { wait: number }> = fc.oneof(
  fc.record({
    is: fc.constant('change' as const),
    members: fc.integer({ min: 0, max: 9 }),
    since: fc.option(days, { nil: null }),
    wait: days,
  }),
  fc.record({ is: fc.constant('register' as const), on: days, wait: days }),
  fc.record({ is: fc.constant('step' as const), since: fc.option(days, { nil: null }), wait: days }),
  fc.record({ is: fc.constant('import' as const), members: fc.integer({ min: 0, max: 9 }), wait: days }),
  fc.record({ is: fc.constantFrom('void' as const, 'restore' as const), wait: days }),
)

interface Form {
  since: string
  isVoid: boolean
  members: number | null
  status: string
  registeredOn: string
}

/** The last form whose day has come, unless the row is void now. A form that was voided or corrected in its day counts not. */
function naive(forms: readonly Form[], day: string): Form | null {
  if (forms.at(-1)?.isVoid) return null
  // A corrected first day takes the forms before it along.
  const counting = forms.filter((form, i) => {
    const next = forms[i + 1]
    return (
      !form.isVoid && !(next && next.registeredOn !== form.registeredOn && form.since === form.registeredOn)
    )
  })
  return counting.findLast(({ since }) => since <= day) ?? null
}

test('what counted on a day is the naive fold of all forms; each form is a fact of the history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
      const id = await newCooperative(app, { registeredOn: FIRST })
      const read = async () => {
        const [row] = await app.sql<(Form & { version: number })[]>`
          select version, since, is_void as "isVoid", members, status, registered_on as "registeredOn"
          from cooperative where id = ${id}`
        if (!row) throw new Error('the row is gone')
        return row
      }
      const forms: Form[] = [await read()]
      let today = FIRST
      for (const one of moves) {
        today = addDays(today, one.wait)
        const now = { at: app.clock.now(), today }
        const { version, status } = await read()
        const since = 'since' in one && one.since !== null ? { since: addDays(FIRST, one.since) } : {}
        try {
          await app.sql.begin(async (tx) => {
            if (one.is === 'change')
              await changeRow(
                tx,
                actor,
                cooperative,
                id,
                version,
                { values: { members: one.members }, ...since },
                now,
              )
            if (one.is === 'register')
              await changeRow(
                tx,
                actor,
                cooperative,
                id,
                version,
                { values: { registeredOn: addDays(FIRST, -one.on) } },
                now,
              )
            if (one.is === 'step')
              await stepRow(
                tx,
                actor,
                cooperative,
                id,
                version,
                { step: status === 'active' ? 'suspend' : 'resume', ...since },
                now,
              )
            if (one.is === 'import')
              await updateRows(tx, actor, cooperative, [{ id, version, values: { members: one.members } }], {
                ...{ ...now, act: 'import', batchId: null },
              })
            if (one.is === 'void') await voidRow(tx, actor, cooperative, id, version, { reason: 'thử' }, now)
            if (one.is === 'restore')
              await restoreRow(tx, actor, cooperative, id, version, { reason: 'thử' }, now)
          })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        const after = await read()
        if (after.version !== version) forms.push(after)
        else expect(after).toEqual({ ...forms.at(-1), version })
      }
      for (let n = -25; n < 90; n += 3) {
        const day = addDays(FIRST, n)
        const rows = await app.sql<{ members: number; status: string }[]>`
          select members, status from ${rowsAsOf(app.sql, cooperative, 1, day)} r where id = ${id}`
        const expected = naive(forms, day)
        expect(rows).toEqual(expected ? [{ members: expected.members, status: expected.status }] : [])
      }
      const past = await app.sql`select 1 from register_past where row_id = ${id}`
      expect(past).toHaveLength(forms.length - 1)
    }),
    { numRuns: 60 },
  )
})

test('the history tells who did what, from when, and what it changed', async () => {
  const focal = await app.signIn('focal')
  const id = await newCooperative(app, { phone: '0912345678' })
  const at = `/api/registers/cooperative/rows/${id}`
  const values = {
    members: 15,
    womanDirector: true,
    charterCapital: 1_500_000_000,
    place: app.agencyId('UBND xã Đồi Chè'),
  }
  await focal('PATCH', at, {
    version: 1,
    body: { values, since: '2025-03-10', reason: 'Đại hội thành viên' },
  })
  await focal('POST', `${at}/steps`, { version: 2, body: { step: 'suspend' } })
  await focal('POST', `${at}/void`, { version: 3, body: { reason: 'Nhập nhầm' } })
  const { facts, labels } = (await focal('GET', `${at}/history`)).json() as History
  const told = facts.map((fact) => tellFact(cooperative, fact, labels))
  expect(told.map(({ sentence }) => sentence)).toEqual([
    'Người dùng focal hủy vì ghi nhầm; bản ghi không được tính vào ngày nào.',
    'Người dùng focal thực hiện "Tạm ngừng kinh doanh", tính từ ngày 21/11/2026.',
    'Người dùng focal thay đổi, tính từ ngày 10/03/2025.',
    'Người nhập thử ghi mới, tính từ ngày 01/05/2020.',
  ])
  expect(told[2]).toMatchObject({
    reason: 'Đại hội thành viên',
    changes: [
      { label: 'Xã, phường', before: 'UBND xã Suối Mơ', after: 'UBND xã Đồi Chè' },
      { label: 'Vốn điều lệ', before: 'trống', after: '1.500.000.000 đồng' },
      { label: 'Số thành viên chính thức', before: '12 thành viên', after: '15 thành viên' },
      { label: 'Nữ lãnh đạo', before: 'trống', after: 'Có' },
    ],
  })
  expect(told[1]?.changes).toEqual([
    { label: 'Tình trạng pháp lý', before: 'Đang hoạt động', after: 'Tạm ngừng kinh doanh' },
  ])
  expect(facts.map(({ since, until }) => [since, until])).toEqual([
    ['2026-11-21', null],
    ['2026-11-21', '2026-11-21'],
    ['2025-03-10', '2026-11-21'],
    ['2020-05-01', '2025-03-10'],
  ])
  expect(
    (await focal('GET', '/api/registers/cooperative/rows/8b2f0b86-0000-4000-8000-000000000000/history'))
      .statusCode,
  ).toBe(404)
})
