import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart } from '../../test/database.ts'
import { ANSWER, COMMUNE, difficultyApp, FORM, OFFICE } from '../../test/difficulty.ts'
import { getActor } from '../identity/queries.ts'
import { readStamp } from '../store/stamp.ts'
import * as words from '../vocabulary/words.ts'
import type { DifficultyList, OfAssignment } from './exchange.ts'
import { escalateOverdue, passDifficulties } from './queries.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
let { as, json, show, work, raise, raised, step, send } = {} as typeof app
beforeAll(async () => {
  app = await difficultyApp()
  ;({ as, json, show, work, raise, raised, step, send } = app)
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-20T02:00:00Z')
  await app.forget()
})

describe('raising', () => {
  test('by the bearer, with everything said, once per key, in the books', async () => {
    const { of } = await work()
    const stamp = await readStamp(app.sql, app.tenantId)
    const first = await raise('officer', [of(OFFICE)], {}, 'raise-once-only')
    const again = await raise('officer', [of(OFFICE)], {}, 'raise-once-only')
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.body).toBe(first.body)
    const shown = await show('commune', first.json().id)
    expect(shown).toMatchObject({
      ...{
        status: 'raised',
        type: 'funding',
        version: 1,
        raisedOn: '2026-11-20',
        waitingSince: '2026-11-20',
      },
      ...{ agency: { name: OFFICE }, focal: { name: 'Sở Tài chính' }, waitingAt: { name: 'Sở Tài chính' } },
      ...{ clock: null, answer: null, likely: [] },
    })
    expect(shown.raisers).toMatchObject([
      {
        agency: { name: OFFICE },
        actor: 'Người dùng officer',
        assignments: [{ quote: 'Tổ chức tuyên truyền', section: 'III.1' }],
      },
    ])
    expect(shown.steps).toMatchObject([{ kind: 'raise', actor: 'Người dùng officer', agency: OFFICE }])
    const entries = await app.sql`
      select action, actor, detail from audit_event where tenant_id = ${app.tenantId} and subject_id = ${shown.id}`
    expect(entries).toMatchObject([{ action: 'difficulty.raise', detail: { assignments: [of(OFFICE)] } }])
    expect(await readStamp(app.sql, app.tenantId)).toBeGreaterThan(stamp)
  })

  test('not by others, not for several bearers, not on what is not there, and the same key for one thing only', async () => {
    const { of } = await work()
    expect((await raise('commune', [of(OFFICE)])).json()).toMatchObject({
      code: 'difficulty.raise',
      title: words.difficulty.notRelated.raiser,
    })
    expect((await raise('leader', [of(OFFICE)])).json()).toMatchObject({ code: 'forbidden.difficulty.raise' })
    expect((await raise('officer', [of(OFFICE), of(COMMUNE)])).statusCode).toBe(409)
    expect((await raise('officer', [randomUUID()])).statusCode).toBe(404)
    await raise('officer', [of(OFFICE)], {}, 'used-already')
    expect((await raise('officer', [of(OFFICE)], { type: 'land' }, 'used-already')).statusCode).toBe(409)
  })

  test('not on work that is over, nor on duties of the police', async () => {
    const { of } = await work()
    await app.sql`update assignment set status = 'done' where tenant_id = ${app.tenantId} and id = ${of(OFFICE)}`
    expect((await raise('officer', [of(OFFICE)])).json()).toMatchObject({
      title: words.difficulty.assignmentOver,
    })
    await app.sql`update assignment set status = 'active' where tenant_id = ${app.tenantId} and id = ${of(OFFICE)}`
    await app.sql`update agency set kind = 'police' where tenant_id = ${app.tenantId} and id = ${app.agencyId(OFFICE)}`
    const refused = await raise('officer', [of(OFFICE)])
    await app.sql`update agency set kind = 'department' where tenant_id = ${app.tenantId} and id = ${app.agencyId(OFFICE)}`
    expect(refused.json()).toMatchObject({ status: 409, title: words.difficulty.outside })
  })

  test.each([
    [{ proposal: ' ' }],
    [{ text: '' }],
    [{ type: 'weather' }],
    [{ assignmentIds: [] }],
    [{ files: [{ hash: 'a'.repeat(64), name: 'x.pdf' }] }],
    [{ text: 'x'.repeat(10_001) }],
  ])('refuses %j and keeps nothing of it', async (form) => {
    const { of } = await work()
    expect((await raise('officer', [of(OFFICE)], form)).statusCode).toBe(422)
    expect(
      (await json<OfAssignment>(as('officer')('GET', `/api/difficulties/of-assignment/${of(OFFICE)}`)))
        .difficulties,
    ).toEqual([])
  })

  test('papers go up with it and come down as attachments', async () => {
    const { of } = await work()
    const bytes = Buffer.from('dự toán chi tiết')
    const { body, headers } = multipart({}, { name: 'Dự toán.xlsx', bytes })
    const file = await json<{ hash: string; name: string }>(
      as('officer')('POST', '/api/files', { body, headers }),
      201,
    )
    const id = await raised('officer', [of(OFFICE)], { files: [{ hash: file.hash, name: file.name }] })
    const [raiser] = (await show('leader', id)).raisers
    expect(raiser?.files).toMatchObject([{ name: 'Dự toán.xlsx', size: bytes.length }])
    const down = await as('commune')('GET', `/api/difficulties/files/${file.hash}?step=${raiser?.stepId}`)
    expect(down.rawPayload.equals(bytes)).toBe(true)
    expect(down.headers['content-disposition']).toContain('attachment')
    expect(
      (await as('commune')('GET', `/api/difficulties/files/${file.hash}?step=${randomUUID()}`)).statusCode,
    ).toBe(404)
  })
})

describe('the way of a difficulty', () => {
  test('raised, opinion, sent with a clock, answered, closed: each by whoever it belongs to', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    expect(await step('officer', id, { kind: 'opine', text: 'x' })).toBe(403)
    expect(await step('focal', id, { kind: 'opine', text: 'Đề nghị xem xét.', type: 'policy' })).toBe(201)
    expect(await step('head', id, ANSWER)).toBe(409)
    expect(await step('officer', id, send(COMMUNE))).toBe(403)
    expect(await step('focal', id, send(COMMUNE, { nextId: app.agencyId('UBND tỉnh'), nextDays: 3 }))).toBe(
      201,
    )
    expect(await show('officer', id)).toMatchObject({
      // Friday 20/11: five working days end on Friday 27/11.
      ...{ status: 'sent', type: 'policy', addressee: { name: COMMUNE }, waitingAt: { name: COMMUNE } },
      ...{ next: { name: 'UBND tỉnh', days: 3 }, waitingSince: '2026-11-20' },
      clock: {
        from: '2026-11-20',
        dueOn: '2026-11-27',
        today: '2026-11-20',
        daysOff: [],
        missingYears: [2026],
      },
    })
    expect(await step('commune', id, ANSWER)).toBe(403)
    expect(await step('head', id, ANSWER)).toBe(403)
    expect(await step('commune-head', id, { kind: 'answer', text: ' ' })).toBe(422)
    expect(
      await step('commune-head', id, { ...ANSWER, documentNumber: '12/UBND', documentOn: '2026-11-21' }),
    ).toBe(422)
    expect(
      await step('commune-head', id, { ...ANSWER, documentNumber: '12/UBND', documentOn: '2026-11-19' }),
    ).toBe(201)
    expect(await step('leader', id, ANSWER)).toBe(409)
    expect(await step('officer', id, { kind: 'close' })).toBe(403)
    expect(await step('focal', id, { kind: 'close' })).toBe(201)
    const done = await show('officer', id)
    expect(done).toMatchObject({
      ...{ status: 'closed', version: 5, waitingAt: null, waitingSince: null, clock: null },
      answer: { text: ANSWER.text, documentNumber: '12/UBND', documentOn: '2026-11-19', agency: COMMUNE },
    })
    expect(done.steps.map(({ kind, actor }) => `${kind} ${actor.replace('Người dùng ', '')}`)).toEqual([
      'raise officer',
      'opine focal',
      'send focal',
      'answer commune-head',
      'close focal',
    ])
    const entries = await app.sql`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${id} order by at, action`
    expect(entries).toHaveLength(5)
  })

  test('not solved: a raiser says so with the reason, and it goes round again', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    await step('leader', id, ANSWER)
    expect(await step('commune', id, { kind: 'reopen', text: 'Chưa cấp' })).toBe(403)
    expect(await step('officer', id, { kind: 'reopen', text: '' })).toBe(422)
    await step('focal', id, { kind: 'close' })
    expect(await step('officer', id, { kind: 'reopen', text: 'Kinh phí vẫn chưa được cấp.' })).toBe(201)
    expect(await show('officer', id)).toMatchObject({ status: 'raised', addressee: null, answer: null })
    expect(await step('finance-head', id, send('UBND tỉnh'))).toBe(201)
  })

  test('given back by the addressee, sent elsewhere, extended with a reason', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    expect(await step('commune-head', id, { kind: 'return', text: 'Không thuộc thẩm quyền của xã.' })).toBe(
      201,
    )
    expect(await show('focal', id)).toMatchObject({ status: 'raised', addressee: null, next: null })
    expect(await step('focal', id, send(COMMUNE))).toBe(201)
    expect(await step('focal', id, send(COMMUNE))).toBe(409)
    expect(await step('focal', id, send(OFFICE, { days: 2 }))).toBe(201)
    expect(await step('focal', id, { kind: 'extend', days: 3, text: '' })).toBe(422)
    expect(await step('officer', id, { kind: 'extend', days: 3, text: 'Chờ số liệu' })).toBe(403)
    expect(await step('focal', id, { kind: 'extend', days: 3, text: 'Chờ số liệu' })).toBe(201)
    expect(await show('focal', id)).toMatchObject({ clock: { dueOn: '2026-11-27' } })
  })

  test('the days off entered are not counted, and one entered later changes no day that was set', async () => {
    await app.sql`insert into day_off (tenant_id, day, kind, name) values (${app.tenantId}, '2026-11-23', 'off', 'Nghỉ')`
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    await app.sql`insert into day_off (tenant_id, day, kind, name) values (${app.tenantId}, '2026-11-25', 'off', 'Nghỉ thêm')`
    const { clock } = await show('focal', id)
    expect(clock).toMatchObject({
      dueOn: '2026-11-30',
      missingYears: [],
      daysOff: [{ name: 'Nghỉ' }, { name: 'Nghỉ thêm' }],
    })
    const { rows } = await json<DifficultyList>(
      as('focal')('GET', `/api/difficulties?plan=${(await show('focal', id)).plan.id}`),
    )
    // The clock that runs is asked freshly: Tuesday, Thursday, Friday, Saturday and Sunday off, Monday.
    expect(rows).toMatchObject([{ dueOn: '2026-11-30', workingDaysLeft: 4 }])
    await app.sql`delete from day_off where tenant_id = ${app.tenantId}`
  })

  test('withdrawn by its own agency before it is sent, and by nobody afterwards', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    expect(await step('focal', id, { kind: 'withdraw' })).toBe(403)
    expect(await step('head', id, { kind: 'withdraw', text: 'Đã tự giải quyết' })).toBe(201)
    expect(await step('focal', id, send(COMMUNE))).toBe(409)
    const sent = await raised('officer', [of(OFFICE)])
    await step('focal', sent, send(COMMUNE))
    expect(await step('officer', sent, { kind: 'withdraw' })).toBe(409)
  })

  test('whoever saw an old version is told so; the same step twice is one; two at once: one is stale', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    const opine = (version: number, key = randomUUID()) =>
      as('focal')('POST', `/api/difficulties/${id}/steps`, {
        version,
        key,
        body: { kind: 'opine', text: 'Ý kiến' },
      })
    const key = randomUUID()
    const [first, second] = [await opine(1, key), await opine(1, key)]
    expect([first.statusCode, second.body]).toEqual([201, first.body])
    expect((await opine(1)).statusCode).toBe(412)
    expect(
      (await as('focal')('POST', `/api/difficulties/${id}/steps`, { body: { kind: 'close' } })).statusCode,
    ).toBe(422)
    const both = await Promise.all([opine(2), opine(2)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412])
    expect(
      (
        await as('focal')('POST', `/api/difficulties/${randomUUID()}/steps`, {
          version: 1,
          body: { kind: 'close' },
        })
      ).statusCode,
    ).toBe(404)
    expect((await show('focal', id)).steps).toHaveLength(3)
  })

  test.each([
    [{ kind: 'send', days: 5 }],
    [{ kind: 'send', addresseeId: randomUUID(), days: 5 }],
    [{ kind: 'send', addresseeId: 'COMMUNE', days: 0 }],
    [{ kind: 'send', addresseeId: 'COMMUNE', days: 61 }],
    [{ kind: 'send', addresseeId: 'COMMUNE', days: 5, nextId: 'COMMUNE', nextDays: 3 }],
    [{ kind: 'send', addresseeId: 'COMMUNE', days: 5, nextId: 'OFFICE' }],
    [{ kind: 'send', addresseeId: 'COMMUNE', days: 5, nextDays: 3 }],
    [{ kind: 'approve' }],
  ])('refuses %j', async (body) => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    const named = JSON.parse(
      JSON.stringify(body)
        .replaceAll('COMMUNE', app.agencyId(COMMUNE))
        .replaceAll('OFFICE', app.agencyId(OFFICE)),
    )
    expect(await step('focal', id, named)).toBe(422)
    expect(await show('focal', id)).toMatchObject({ status: 'raised', version: 1 })
  })
})

describe('joining', () => {
  const TOLD_AGAIN = {
    text: 'Chưa được cấp kinh phí để tổ chức các hội nghị tuyên truyền tại xã.',
    proposal: 'Đề nghị Sở Tài chính bổ sung kinh phí.',
  }

  test('the focal officer is shown what is alike, joins it, and the answer reaches all who raised it', async () => {
    const { of } = await work()
    const main = await raised('officer', [of(OFFICE)])
    const other = await raised('commune', [of(COMMUNE)], TOLD_AGAIN)
    await raised('commune', [of(COMMUNE)], {
      text: 'Thiếu cán bộ phụ trách',
      proposal: 'Tăng 01 biên chế',
      type: 'staffing',
    })
    const { likely } = await show('focal', other)
    expect(likely[0]).toMatchObject({ id: main, agency: { name: OFFICE } })
    expect(likely.map(({ id }) => id)).not.toContain(other)
    expect((await show('officer', other)).likely).toEqual([])
    expect(await step('commune', other, { kind: 'join', targetId: main })).toBe(403)
    expect(await step('focal', other, { kind: 'join', targetId: main })).toBe(201)
    expect(await show('commune', other)).toMatchObject({
      ...{ status: 'joined', waitingAt: null },
      joinedInto: { id: main, agency: { name: OFFICE }, status: 'raised' },
      whyNot: { send: words.difficulty.notNow('send', 'joined') },
    })
    const joined = await show('focal', main)
    expect(joined.raisers.map(({ agency, text }) => [agency.name, text])).toEqual([
      [OFFICE, FORM.text],
      [COMMUNE, TOLD_AGAIN.text],
    ])
    expect(joined.steps.at(-1)).toMatchObject({
      kind: 'join',
      isOfOther: true,
      other: { id: other, agency: COMMUNE },
    })
    await step('focal', main, send('UBND tỉnh'))
    await step('leader', main, ANSWER)
    for (const [login, name] of [
      ['officer', OFFICE],
      ['commune', COMMUNE],
    ] as const) {
      const { difficulties } = await json<OfAssignment>(
        as(login)('GET', `/api/difficulties/of-assignment/${of(name)}`),
      )
      expect(difficulties.find(({ type }) => type === 'funding')).toMatchObject({
        standing: 'answered',
        answer: { text: ANSWER.text },
      })
    }
    expect((await show('commune', other)).answer).toMatchObject({ text: ANSWER.text })
    // And each of them may say that it is not solved.
    expect(await step('commune', main, { kind: 'reopen', text: 'Xã vẫn chưa nhận được.' })).toBe(201)
  })

  test('is undone: it lies with the focal agency again, without the answer of the other', async () => {
    const { of } = await work()
    const [main, other] = [await raised('officer', [of(OFFICE)]), await raised('commune', [of(COMMUNE)])]
    await step('focal', other, { kind: 'join', targetId: main })
    expect(await step('officer', main, { kind: 'withdraw' })).toBe(409)
    expect(await step('officer', other, { kind: 'unjoin' })).toBe(403)
    expect(await step('focal', other, { kind: 'unjoin', text: 'Nội dung khác nhau' })).toBe(201)
    expect(await show('focal', other)).toMatchObject({ status: 'raised', joinedInto: null, answer: null })
    expect((await show('focal', main)).steps.map(({ kind }) => kind)).toEqual(['raise', 'join', 'unjoin'])
    expect(await step('officer', main, { kind: 'withdraw' })).toBe(201)
  })

  test('never into itself, in a chain, into what is over, or across focal agencies', async () => {
    const { of } = await work()
    const [a, b, c] = [
      await raised('officer', [of(OFFICE)]),
      await raised('commune', [of(COMMUNE)]),
      await raised('commune', [of(COMMUNE)]),
    ]
    const refusal = async (id: string, targetId: string) => {
      const { version } = await show('focal', id)
      const answer = await as('focal')('POST', `/api/difficulties/${id}/steps`, {
        version,
        body: { kind: 'join', targetId },
      })
      return answer.statusCode === 201 ? null : answer.json().code
    }
    expect(await refusal(a, a)).toBe('difficulty.join-self')
    expect(await refusal(a, randomUUID())).toBe('difficulty.missing')
    expect(await refusal(b, a)).toBeNull()
    expect(await refusal(a, c)).toBe('difficulty.join-chain')
    expect(await refusal(c, b)).toBe('difficulty.join-status')
    const elsewhere = await work([COMMUNE])
    await app.sql`update plan set overseer_id = ${app.agencyId(OFFICE)} where tenant_id = ${app.tenantId} and id = ${elsewhere.planId}`
    const d = await raised('commune', [elsewhere.of(COMMUNE)])
    expect(await refusal(c, d)).toBe('difficulty.join-focal')
    expect((await raise('commune', [of(COMMUNE), elsewhere.of(COMMUNE)])).json()).toMatchObject({
      title: words.difficulty.severalOverseers,
    })
  })

  test('two joined into each other at once: one goes in, the other is refused', async () => {
    const { of } = await work()
    const [a, b] = [await raised('officer', [of(OFFICE)]), await raised('commune', [of(COMMUNE)])]
    const both = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map(([id, targetId]) =>
        as('focal')('POST', `/api/difficulties/${id}/steps`, {
          version: 1,
          body: { kind: 'join', targetId },
        }),
      ),
    )
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })
})

describe('the clock', () => {
  const tick = () =>
    app.sql.begin((tx) =>
      escalateOverdue(tx, app.tenantId, { at: app.clock.now(), today: app.clock.today() }),
    ) as Promise<number>

  test('hands on what is overdue, once each, first to the level named, then to the leaders; it answers nothing', async () => {
    const { of, planId } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE, { nextId: app.agencyId('Sở Công Thương'), nextDays: 2 }))
    app.clock.set('2026-11-27T02:00:00Z')
    await tick()
    expect(await show('focal', id)).toMatchObject({ addressee: { name: COMMUNE }, version: 2 })
    app.clock.set('2026-11-30T02:00:00Z')
    expect(await tick()).toBe(1)
    expect(await tick()).toBe(0)
    expect(await show('focal', id)).toMatchObject({
      ...{
        status: 'sent',
        version: 3,
        addressee: { name: 'Sở Công Thương' },
        next: null,
        waitingSince: '2026-11-30',
      },
      clock: { dueOn: '2026-12-02' },
    })
    // Whoever let the time run out decides no more.
    expect(await step('commune-head', id, ANSWER)).toBe(403)
    app.clock.set('2026-12-10T02:00:00Z')
    expect(await tick()).toBe(1)
    expect(await tick()).toBe(0)
    const shown = await show('leader', id)
    expect(shown).toMatchObject({
      status: 'sent',
      withLeaders: true,
      answer: null,
      clock: { dueOn: '2026-12-02' },
    })
    expect(shown.steps.slice(-2)).toMatchObject([
      {
        kind: 'escalate',
        actor: words.difficulty.clockActor,
        agency: null,
        addressee: 'Sở Công Thương',
        days: 2,
      },
      { kind: 'escalate', actor: words.difficulty.clockActor, addressee: null },
    ])
    expect(await step('focal', id, { kind: 'extend', days: 5, text: 'Thêm thời gian' })).toBe(409)
    const { rows } = await json<DifficultyList>(
      as('leader')('GET', `/api/difficulties?state=leaders&plan=${planId}`),
    )
    expect(rows).toMatchObject([{ id, withLeaders: true, workingDaysLeft: -6 }])
    const entries = await app.sql`
      select account_id, actor from audit_event
      where tenant_id = ${app.tenantId} and subject_id = ${id} and action = 'difficulty.escalate'`
    expect(entries).toEqual([
      { account_id: null, actor: words.difficulty.clockActor },
      { account_id: null, actor: words.difficulty.clockActor },
    ])
    expect(await step('leader', id, ANSWER)).toBe(201)
  })

  test('two clocks at once hand it on once', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    app.clock.set('2026-12-15T02:00:00Z')
    const sums = await Promise.all([tick(), tick(), tick()])
    expect(sums.reduce((a, b) => a + b)).toBe(1)
    expect((await show('focal', id)).steps.filter(({ kind }) => kind === 'escalate')).toHaveLength(1)
  })

  test('set back, it does nothing; asked by a focal officer, it runs at once and for nobody else', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    app.clock.set('2026-11-10T02:00:00Z')
    expect(await tick()).toBe(0)
    app.clock.set('2026-12-15T02:00:00Z')
    expect((await as('officer')('POST', '/api/difficulties/escalate')).statusCode).toBe(403)
    const key = 'escalate-just-once'
    for (const _ of [1, 2])
      expect((await as('focal')('POST', '/api/difficulties/escalate', { key })).json()).toEqual({
        escalated: 1,
      })
    expect((await as('focal')('POST', '/api/difficulties/escalate')).json()).toEqual({ escalated: 0 })
  })

  test('a reorganisation passes what lies with the old agency, and its clock runs on', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    const [from, to] = [app.agencyId('Sở Công Thương'), app.agencyId('Liên minh Hợp tác xã tỉnh')]
    await step('focal', id, send('Sở Công Thương', { nextId: to, nextDays: 4 }))
    const now = { at: app.clock.now(), today: app.clock.today() }
    const admin = await getActor(app.sql, app.tenantId, app.accountId('admin'), now.today)
    const pass = (receiver: string) =>
      app.sql.begin((tx) =>
        passDifficulties(tx, admin, { from, ways: [{ id, to: receiver }], why: 'Theo 10/NQ-HĐND' }, now),
      )
    expect(await pass(from)).toBe(0)
    expect(await pass(to)).toBe(1)
    expect(await pass(to)).toBe(0)
    expect(await show('focal', id)).toMatchObject({
      ...{ status: 'sent', addressee: { id: to }, next: null, version: 3 },
      clock: { dueOn: '2026-11-27' },
    })
    expect((await show('focal', id)).steps.at(-1)).toMatchObject({
      kind: 'transfer',
      addressee: 'Liên minh Hợp tác xã tỉnh',
    })
  })
})

describe('stand-ins', () => {
  test('answer in the place of the head, which the story says', async () => {
    const { of } = await work()
    const id = await raised('officer', [of(OFFICE)])
    await step('focal', id, send(COMMUNE))
    await app.sql`
      insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
      values (${app.tenantId}, ${randomUUID()}, ${app.accountId('commune-head')}, ${app.accountId('commune')}, '2026-11-20',
              '2026-11-20', 'Đi công tác', ${app.accountId('admin')}, ${app.clock.now()})`
    expect(await step('commune', id, ANSWER)).toBe(201)
    expect((await show('focal', id)).steps.at(-1)).toMatchObject({
      actor: 'Người dùng commune',
      inPlaceOf: 'Người dùng commune-head',
    })
  })
})
