// Papers on a real database: opened, edited, asked about, appraised, submitted, issued with number and file; each write
// allowed, forbidden, repeated, stale; what is wrong in it told.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { tinyPdf } from '../../test/pdf.ts'
import { assignmentOf, newItem, planWithWork } from '../../test/work.ts'
import { getActor } from '../identity/queries.ts'
import * as words from '../vocabulary/words.ts'
import type { Dossier, OfAssignment, PaperList, StepInput } from './exchange.ts'
import { findDossierOf } from './queries.ts'
import { rebuildDossiers } from './rebuild.ts'
import { lapseOpinions, openDossier, passDossiers } from './record.ts'

const LOGINS = ['officer', 'head', 'focal', 'finance-head', 'commune', 'commune-head', 'leader', 'admin']
const OFFICE = 'Sở Nội vụ'
const FINANCE = 'Sở Tài chính'
const COMMUNE = 'UBND xã Suối Mơ'
const FRONT = 'Liên minh Hợp tác xã tỉnh'

let app: Awaited<ReturnType<typeof testApp>>
let callers: Map<string, Awaited<ReturnType<typeof app.signIn>>>
beforeAll(async () => {
  app = await testApp()
  callers = new Map(await Promise.all(LOGINS.map(async (login) => [login, await app.signIn(login)] as const)))
  await app.sql`update session set expires_at = '2100-01-01' where tenant_id = ${app.tenantId}`
  await app.sql`update agency set kind = 'front' where tenant_id = ${app.tenantId} and name = ${FRONT}`
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-20T02:00:00Z'))

const as = (login: string) => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
const BLANK = { kind: 'letter', type: null, subject: 'đôn đốc thực hiện kế hoạch' }
async function opened(login = 'officer', body: object = BLANK): Promise<string> {
  const answer = await as(login)('POST', '/api/dossiers', { body })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().id
}
async function show(id: string, login = 'leader'): Promise<Dossier> {
  const answer = await as(login)('GET', `/api/dossiers/${id}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
async function step(login: string, id: string, body: StepInput | object, key: string = randomUUID()) {
  const { version } = await show(id)
  return as(login)('POST', `/api/dossiers/${id}/steps`, { version, body, key })
}
const ISSUE = { number: '5', symbol: 'SNV-TH', signedOn: '2026-11-19', signer: 'Đàm Thị Lũng' }
async function issue(
  login: string,
  id: string,
  fields: object = {},
  { bytes = tinyPdf('CONG VAN da ky'), name = 'da ky.pdf', key = randomUUID() as string } = {},
) {
  const { version } = await show(id)
  const { body, headers } = multipart({ ...ISSUE, ...fields }, { name, bytes })
  return as(login)('POST', `/api/dossiers/${id}/issue`, { version, body, headers, key })
}
/** Enough words that the page counts as one of text. */
const LONG = Array.from({ length: 8 }, () => 'Thực hiện kế hoạch phát triển kinh tế tập thể của tỉnh')
const SUBMIT = {
  kind: 'submit',
  skipOpinions: 'Công văn đôn đốc nội bộ.',
  skipAppraisal: 'Không thuộc diện thẩm định.',
}
const ask = (...names: string[]) => ({ kind: 'ask', agencyIds: names.map(app.agencyId), days: 5 })
const editOf = ({ paper }: Dossier) => ({
  ...{ type: paper.type, subject: paper.subject, symbol: paper.symbol, place: paper.place },
  ...{ addressees: paper.addressees, basis: paper.basis, recipients: paper.recipients },
  body: paper.body.map((block) => (block.kind === 'table' ? { kind: 'table', at: block.at } : block)),
  signature: { authority: paper.signature.authority, for: paper.signature.for, title: paper.signature.title },
})

describe('opening', () => {
  test('a blank letter of one’s own agency, once per key, with its head', async () => {
    const key = randomUUID()
    const first = await as('officer')('POST', '/api/dossiers', { body: BLANK, key })
    const again = await as('officer')('POST', '/api/dossiers', { body: BLANK, key })
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body])
    expect(await show(first.json().id)).toMatchObject({
      ...{ state: 'draft', kind: 'letter', version: 1, number: null, nextNumber: null },
      ...{ agency: { name: OFFICE }, drafter: { name: OFFICE } },
      paper: { number: null, date: null, type: null, issuer: { name: OFFICE } },
      steps: [{ kind: 'open', actor: 'Người dùng officer' }],
    })
    const [entry] = await app.sql`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${first.json().id}`
    expect(entry).toEqual({ action: 'dossier.open' })
  })

  test('for the provincial committee, not for another agency, not by leaders', async () => {
    const body = {
      kind: 'plan',
      type: 'Kế hoạch',
      subject: 'phát triển',
      agencyId: app.agencyId('UBND tỉnh'),
    }
    const id = await opened('officer', body)
    expect(await show(id)).toMatchObject({
      ...{ agency: { name: 'UBND tỉnh' }, drafter: { name: OFFICE } },
      paper: { type: 'KẾ HOẠCH', symbol: 'KH-UBND', signature: { authority: 'TM.', title: 'CHỦ TỊCH' } },
    })
    const other = { ...BLANK, agencyId: app.agencyId(FINANCE) }
    expect((await as('officer')('POST', '/api/dossiers', { body: other })).json().code).toBe('dossier.issuer')
    expect((await as('leader')('POST', '/api/dossiers', { body: BLANK })).statusCode).toBe(403)
    expect(
      (await as('officer')('POST', '/api/dossiers', { body: { ...BLANK, subject: ' ' } })).statusCode,
    ).toBe(422)
  })

  test('two people write one text of one subject; found by what it belongs to', async () => {
    const subjectId = randomUUID()
    const actor = await getActor(app.sql, app.tenantId, app.accountId('officer'), '2026-11-20')
    const { paper } = await show(await opened())
    const made = {
      kind: 'report',
      subjectId,
      agencyId: app.agencyId(OFFICE),
      planId: null,
      assignmentId: null,
    }
    const now = { at: app.clock.now(), today: '2026-11-20' }
    const open = () => app.sql.begin((tx) => openDossier(tx, actor, { ...made, paper } as never, now))
    const [first, second] = await Promise.allSettled([open(), open()])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await findDossierOf(app.sql, app.tenantId, 'report', subjectId)).toMatchObject({
      ...{ state: 'draft', number: null, symbol: null, signedOn: null, fileHash: null },
    })
    expect(await findDossierOf(app.sql, app.tenantId, 'report', randomUUID())).toBeNull()
  })

  test('a draft is seen by those it concerns', async () => {
    const id = await opened()
    expect((await as('commune')('GET', `/api/dossiers/${id}`)).statusCode).toBe(404)
    expect((await as('commune')('GET', `/api/dossiers/${id}/paper.docx`)).statusCode).toBe(404)
    expect((await as('head')('GET', `/api/dossiers/${id}`)).statusCode).toBe(200)
    await step('officer', id, ask(COMMUNE))
    expect((await as('commune')('GET', `/api/dossiers/${id}`)).statusCode).toBe(200)
    const mine = (await as('commune')('GET', '/api/dossiers?state=mine')).json<PaperList>()
    expect(mine.rows.find((row) => row.id === id)).toMatchObject({
      turn: 'answer',
      asked: 1,
      dueOn: '2026-11-27',
    })
  })
})

describe('the text', () => {
  test('is changed while it is a draft, against the version seen, tables untouched', async () => {
    const id = await opened()
    const table = { kind: 'table', columns: [], rows: [['một', 2]] }
    await app.sql`
      update dossier set paper = jsonb_set(paper, '{body}', ${app.sql.json([table])})
      where tenant_id = ${app.tenantId} and id = ${id}`
    const shown = await show(id)
    const body = {
      ...editOf(shown),
      subject: 'báo cáo lại',
      body: [
        { kind: 'heading', level: 1, label: 'I.', text: 'Mở đầu' },
        { kind: 'table', at: 0 },
      ],
    }
    const put = (login: string, version: number, sent: object = body) =>
      as(login)('PUT', `/api/dossiers/${id}/paper`, { version, body: sent })
    expect((await put('commune', 1)).statusCode).toBe(403)
    expect((await put('officer', 1)).json()).toMatchObject({ version: 2 })
    expect((await put('head', 1)).statusCode).toBe(412)
    expect((await put('head', 2, { ...body, body: [{ kind: 'table', at: 0 }] })).json().code).toBe(
      'dossier.table',
    )
    expect((await put('head', 2, { ...body, subject: '' })).statusCode).toBe(422)
    expect(await show(id)).toMatchObject({
      title: 'Công văn báo cáo lại',
      paper: { body: [{ kind: 'heading' }, { kind: 'table', total: 1, rows: [['một', 2]] }] },
    })
    await step('officer', id, ask(COMMUNE))
    expect((await put('officer', 3)).json().title).toBe(words.signing.notEditable('opinions'))
  })

  test('leaves as Word, the same bytes twice, and what went out stays readable', async () => {
    const id = await opened()
    await step('officer', id, ask(COMMUNE))
    await step('officer', id, { kind: 'recall', text: 'Sửa lại trích yếu.' })
    const shown = await show(id)
    const body = { ...editOf(shown), subject: 'nội dung mới' }
    await as('officer')('PUT', `/api/dossiers/${id}/paper`, { version: shown.version, body })
    const word = await as('officer')('GET', `/api/dossiers/${id}/paper.docx`)
    const again = await as('officer')('GET', `/api/dossiers/${id}/paper.docx`)
    expect(word.statusCode).toBe(200)
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(word.rawPayload.equals(again.rawPayload)).toBe(true)
    const texts = (await as('officer')('GET', `/api/dossiers/${id}/texts?from=1&to=0`)).json()
    expect(texts.from).toContain('đôn đốc thực hiện kế hoạch')
    expect(texts.to).toContain('nội dung mới')
    expect((await as('officer')('GET', `/api/dossiers/${id}/texts?from=7&to=0`)).statusCode).toBe(404)
    expect((await show(id)).rounds).toEqual([{ round: 1, kind: 'ask', onDay: '2026-11-20' }])
  })
})

describe('opinions', () => {
  test('asked once per key, answered by the agency asked, once', async () => {
    const id = await opened()
    expect((await step('commune', id, ask(COMMUNE))).statusCode).toBe(403)
    const key = randomUUID()
    const { version } = await show(id)
    const send = () =>
      as('officer')('POST', `/api/dossiers/${id}/steps`, { version, body: ask(COMMUNE, FINANCE), key })
    const first = await send()
    expect([first.statusCode, (await send()).body]).toEqual([201, first.body])
    const stale = await as('officer')('POST', `/api/dossiers/${id}/steps`, { version, body: ask(FRONT) })
    expect(stale.statusCode).toBe(412)
    const { opinions } = await show(id)
    const of = (name: string) => opinions.find(({ agency }) => agency.name === name)?.id ?? ''
    const answer = (name: string, more: object = {}) => ({
      ...{ kind: 'answer', opinionId: of(name), stance: 'agree' },
      ...more,
    })
    expect((await step('focal', id, answer(COMMUNE))).statusCode).toBe(403)
    expect((await step('commune', id, answer(COMMUNE, { stance: 'agree-changes' }))).statusCode).toBe(422)
    expect((await step('commune', id, answer(COMMUNE, { stance: 'maybe' }))).statusCode).toBe(422)
    expect(
      (await step('commune', id, answer(COMMUNE, { stance: 'agree-changes', text: 'Sửa mục I.' })))
        .statusCode,
    ).toBe(201)
    expect((await step('commune', id, answer(COMMUNE))).json().code).toBe('dossier.answered')
    expect((await step('officer', id, answer(FINANCE))).json().code).toBe('dossier.answer-document')
    expect(
      (await step('officer', id, answer(FINANCE, { document: '12/STC-NS ngày 19/11/2026' }))).json(),
    ).toMatchObject({ state: 'draft' })
    expect((await show(id)).opinions.map(({ stance, isLate }) => [stance, isLate])).toEqual([
      ['agree', false],
      ['agree-changes', false],
    ])
  })

  test('the clock records silence, never consent; what comes later is late', async () => {
    const id = await opened()
    await step('officer', id, ask(COMMUNE))
    const tick = (today: string) =>
      app.sql.begin((tx) => lapseOpinions(tx, app.tenantId, { at: app.clock.now(), today }))
    await tick('2026-11-27')
    expect((await show(id)).state).toBe('opinions')
    app.clock.set('2026-11-28T02:00:00Z')
    await tick('2026-11-28')
    await tick('2026-11-28')
    const silent = await show(id)
    expect(silent).toMatchObject({ state: 'draft', opinions: [{ stance: null, lapsedOn: '2026-11-28' }] })
    expect(silent.steps.filter(({ kind }) => kind === 'lapse')).toMatchObject([
      { actor: words.signing.clockActor },
    ])
    const [opinion] = silent.opinions
    const reply = { kind: 'reply', opinionId: opinion?.id, reply: 'accept', text: 'x' }
    expect((await step('officer', id, reply)).json().code).toBe('dossier.reply-to-nothing')
    const late = { kind: 'answer', opinionId: opinion?.id, stance: 'disagree', text: 'Chưa có nguồn.' }
    expect((await step('commune-head', id, late)).statusCode).toBe(201)
    expect((await show(id)).opinions).toMatchObject([{ stance: 'disagree', isLate: true }])
  })

  test('nobody, oneself, an agency that is gone and one asked already are refused', async () => {
    const id = await opened()
    expect((await step('officer', id, { ...ask(), agencyIds: [] })).statusCode).toBe(422)
    expect((await step('officer', id, { ...ask(COMMUNE), days: 0 })).statusCode).toBe(422)
    expect((await step('officer', id, ask(OFFICE))).json().code).toBe('dossier.ask-self')
    expect((await step('officer', id, { ...ask(), agencyIds: [randomUUID()] })).json().code).toBe(
      'dossier.agency-gone',
    )
    await step('officer', id, ask(COMMUNE))
    expect((await step('officer', id, ask(COMMUNE))).json().code).toBe('dossier.asked-already')
    expect((await step('officer', id, ask(FINANCE))).statusCode).toBe(201)
  })

  test('the Front is replied to before the paper goes to be signed', async () => {
    const id = await opened()
    await step('officer', id, ask(FRONT))
    const [opinion] = (await show(id)).opinions
    const paper = { kind: 'answer', opinionId: opinion?.id, stance: 'agree', document: '7/MTTQ' }
    await step('officer', id, paper)
    const submit = { kind: 'submit', skipAppraisal: 'Không thuộc diện.' }
    expect((await step('officer', id, submit)).json()).toMatchObject({
      ...{ code: 'dossier.front', title: words.signing.frontFirst(1) },
    })
    const reply = { kind: 'reply', opinionId: opinion?.id, reply: 'accept', text: 'Tiếp thu toàn bộ.' }
    expect((await step('commune', id, reply)).statusCode).toBe(403)
    expect((await step('officer', id, { ...reply, text: ' ' })).statusCode).toBe(422)
    expect((await step('officer', id, reply)).statusCode).toBe(201)
    expect((await step('officer', id, submit)).json()).toMatchObject({ state: 'submitted' })
  })

  test('an agency that is merged passes its question on', async () => {
    const id = await opened()
    await step('officer', id, ask(COMMUNE))
    const admin = await getActor(app.sql, app.tenantId, app.accountId('admin'), '2026-11-20')
    const pass = () =>
      app.sql.begin((tx) =>
        passDossiers(
          tx,
          admin,
          { from: app.agencyId(COMMUNE), to: app.agencyId(FINANCE), why: 'Theo 10/NQ-HĐND' },
          { at: app.clock.now(), today: '2026-11-20' },
        ),
      )
    expect(await pass()).toBeGreaterThan(0)
    expect(await pass()).toBe(0)
    const { opinions } = await show(id)
    expect(opinions).toMatchObject([{ agency: { name: FINANCE }, askedOf: COMMUNE }])
    const answer = { kind: 'answer', opinionId: opinions[0]?.id, stance: 'agree' }
    expect((await step('finance-head', id, answer)).statusCode).toBe(201)
  })
})

describe('appraisal and submission', () => {
  test('a letter goes straight to whoever signs, unless the province demands otherwise', async () => {
    const id = await opened()
    expect((await step('officer', id, { kind: 'submit' })).json()).toMatchObject({ state: 'submitted' })
    const rule = { maySkipOpinions: false, maySkipAppraisal: true, opinionDays: 5 }
    const seen = (await as('admin')('GET', '/api/dossiers/rules')).json() as { rules?: unknown } | unknown[]
    const rules = (Array.isArray(seen) ? seen : (seen as { rules: unknown[] }).rules) as {
      kind: string
      version: number
    }[]
    const version = rules.find(({ kind }) => kind === 'letter')?.version ?? 0
    expect((await as('admin')('PUT', '/api/dossiers/rules/letter', { version, body: rule })).statusCode).toBe(
      200,
    )
    const other = await opened()
    expect((await step('officer', other, SUBMIT)).json().code).toBe('dossier.opinions-needed')
    const back = { ...rule, maySkipOpinions: true }
    expect(
      (await as('admin')('PUT', '/api/dossiers/rules/letter', { version: version + 1, body: back }))
        .statusCode,
    ).toBe(200)
  })

  test('appraised by the agency chosen; unfit goes no further; leaving out needs a reason', async () => {
    const id = await opened('officer', { ...BLANK, kind: 'plan' })
    const send = { kind: 'send', toAgencyId: app.agencyId(FINANCE), days: 3 }
    expect((await step('officer', id, send)).json().code).toBe('dossier.skip-opinions')
    expect((await step('officer', id, { ...send, skipOpinions: 'Việc nội bộ.' })).statusCode).toBe(201)
    expect((await step('officer', id, SUBMIT)).statusCode).toBe(409)
    const appraise = { kind: 'appraise', result: 'unfit', text: 'Thiếu căn cứ.' }
    expect((await step('officer', id, appraise)).statusCode).toBe(403)
    expect((await step('focal', id, { ...appraise, text: '' })).statusCode).toBe(422)
    expect((await step('focal', id, appraise)).json()).toMatchObject({ state: 'draft' })
    expect((await step('officer', id, SUBMIT)).json().code).toBe('dossier.appraised-unfit')
    await step('officer', id, { ...send, skipOpinions: 'Việc nội bộ.' })
    await step('focal', id, { ...appraise, result: 'fit', text: 'Đủ điều kiện.' })
    expect((await step('officer', id, { kind: 'submit', skipOpinions: 'Nội bộ.' })).json()).toMatchObject({
      state: 'submitted',
    })
    expect((await step('officer', id, { kind: 'return', text: 'x' })).statusCode).toBe(403)
    expect((await step('head', id, { kind: 'return', text: '' })).statusCode).toBe(422)
    expect((await step('head', id, { kind: 'return', text: 'Sửa trích yếu.' })).json()).toMatchObject({
      state: 'draft',
    })
    expect((await step('head', id, { kind: 'withdraw', text: 'Không ban hành nữa.' })).json()).toMatchObject({
      state: 'withdrawn',
    })
    expect((await step('officer', id, { kind: 'reopen', text: 'Nhầm.' })).json()).toMatchObject({
      state: 'draft',
    })
  })

  test('the province says which kinds may leave out what', async () => {
    const rule = { maySkipOpinions: false, maySkipAppraisal: false, opinionDays: 10 }
    const put = (login: string, version: number) =>
      as(login)('PUT', '/api/dossiers/rules/plan', { version, body: rule })
    expect((await put('officer', 0)).statusCode).toBe(403)
    expect((await put('admin', 0)).json()).toMatchObject({ version: 1, opinionDays: 10 })
    expect((await put('admin', 0)).statusCode).toBe(412)
    const id = await opened('officer', { kind: 'plan', type: 'KẾ HOẠCH', subject: 'công tác năm' })
    expect((await step('officer', id, SUBMIT)).json().code).toBe('dossier.opinions-needed')
    await step('officer', id, ask(COMMUNE))
    await step('officer', id, { kind: 'recall', text: 'Đủ rồi.' })
    expect((await step('officer', id, SUBMIT)).json().code).toBe('dossier.appraisal-needed')
  })
})

test('what is cached is what the steps say; what is not in line is told and mended', async () => {
  const id = await opened()
  await step('officer', id, ask(COMMUNE, FINANCE))
  const rebuilt = (isMending: boolean) => rebuildDossiers(app.sql, app.tenantId, { isMending })
  expect((await rebuilt(false)).differences).toEqual([])
  await app.sql`update dossier set state = 'draft', round = 7 where tenant_id = ${app.tenantId} and id = ${id}`
  await app.sql`
    update dossier_opinion set stance = 'agree' where tenant_id = ${app.tenantId} and dossier_id = ${id}
      and agency_id = ${app.agencyId(COMMUNE)}`
  const { differences } = await rebuilt(true)
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatch(/state draft -> opinions, round 7 -> 1.*stance agree -> null/)
  expect((await rebuilt(false)).differences).toEqual([])
  expect(await show(id)).toMatchObject({ state: 'opinions', round: 1 })
})

describe('issue', () => {
  const ready = async (body: object = BLANK) => {
    const id = await opened('officer', body)
    await step('officer', id, SUBMIT)
    return id
  }

  test('number, date, signer and the signed PDF; the paper is closed with them', async () => {
    const id = await ready()
    expect((await show(id, 'officer')).nextNumber).toBe(1)
    expect((await issue('commune', id)).statusCode).toBe(403)
    const key = randomUUID()
    const { version } = await show(id)
    const { body, headers } = multipart({ ...ISSUE }, { name: 'Đã ký.pdf', bytes: tinyPdf('SO 05') })
    const send = () => as('officer')('POST', `/api/dossiers/${id}/issue`, { version, body, headers, key })
    const first = await send()
    expect([first.statusCode, (await send()).body]).toEqual([201, first.body])
    expect(await show(id, 'commune')).toMatchObject({
      ...{ state: 'issued', number: '05/SNV-TH', signedOn: '2026-11-19', signer: 'Đàm Thị Lũng' },
      paper: { number: '05', date: '2026-11-19', signature: { name: 'Đàm Thị Lũng' } },
    })
    const signed = await as('commune')('GET', `/api/dossiers/${id}/signed.pdf`)
    expect(signed.rawPayload.equals(Buffer.from(tinyPdf('SO 05')))).toBe(true)
    expect((await step('officer', id, { kind: 'withdraw', text: 'x' })).statusCode).toBe(409)
    const [{ subjectId } = { subjectId: '' }] = await app.sql<{ subjectId: string }[]>`
      select subject_id as "subjectId" from dossier where tenant_id = ${app.tenantId} and id = ${id}`
    expect(await findDossierOf(app.sql, app.tenantId, 'letter', subjectId)).toMatchObject({
      ...{ state: 'issued', number: '05', symbol: 'SNV-TH', signedOn: '2026-11-19' },
    })
  })

  test('a used number is refused, naming who has it and which is free; next year it is free again', async () => {
    const id = await ready({ ...BLANK, subject: 'lần hai' })
    const used = await issue('officer', id)
    expect(used.statusCode).toBe(409)
    expect(used.json()).toMatchObject({ code: 'dossier.number-used' })
    expect(used.json().title).toContain('Công văn đôn đốc thực hiện kế hoạch')
    expect(used.json().title).toContain('06')
    expect((await show(id)).state).toBe('submitted')
    app.clock.set('2027-01-05T02:00:00Z')
    expect((await issue('officer', id, { signedOn: '2027-01-04' })).statusCode).toBe(201)
  })

  test('two at once: one gets the number', async () => {
    const ids = [await ready(), await ready()]
    const answers = await Promise.all(ids.map((id) => issue('officer', id, { number: '50' })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  test('not in another series, nor by another agency', async () => {
    const report = await ready({ kind: 'report', type: 'BÁO CÁO', subject: 'kết quả' })
    expect((await issue('officer', report, { symbol: 'BC-SNV' })).statusCode).toBe(201)
  })

  test('the number of a plan that was loaded is used, too', async () => {
    await planWithWork(app, [], { number: '88/KH-UBND', title: 'Kế hoạch cũ' })
    await app.sql`update plan set issued = '2026-03-02' where tenant_id = ${app.tenantId} and number = '88/KH-UBND'`
    const body = { kind: 'report', type: 'KẾ HOẠCH', subject: 'mới', agencyId: app.agencyId('UBND tỉnh') }
    const id = await ready(body)
    const used = await issue('officer', id, { number: '88', symbol: 'KH-UBND' })
    expect(used.json()).toMatchObject({ code: 'dossier.number-used' })
    expect(used.json().title).toContain('Kế hoạch cũ')
  })

  test.each([
    [{ number: '0' }, 'number'],
    [{ number: 'năm' }, 'number'],
    [{ symbol: ' ' }, 'symbol'],
    [{ signedOn: '19/11/2026' }, 'signedOn'],
    [{ signedOn: '2026-11-21' }, 'signedOn'],
    [{ signer: '' }, 'signer'],
  ])('refuses %j and says which field', async (fields, at) => {
    const id = await ready()
    const answer = await issue('officer', id, { number: '70', ...fields })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().faults.map((one: { at: string }) => one.at)).toContain(at)
  })

  test('a signed PDF that is no PDF, is broken, or is secret', async () => {
    const id = await ready()
    const send = (bytes: Uint8Array) => issue('officer', id, { number: '71' }, { bytes })
    expect((await send(Buffer.from('không phải'))).json()).toMatchObject({
      ...{ status: 422, code: 'document.not-pdf', title: words.document.notPdf },
    })
    expect((await send(Buffer.from('%PDF-1.4\nhỏng'))).statusCode).toBe(422)
    expect((await send(tinyPdf('UBND TỈNH THỬ NGHIỆM', 'TUYỆT MẬT', ...LONG))).json().code).toBe(
      'document.secret',
    )
    expect((await send(new Uint8Array())).json().code).toBe('dossier.signed-missing')
    expect((await show(id)).state).toBe('submitted')
  })
})

describe('the paper of a duty', () => {
  const BODY = { agencyId: null, type: 'KẾ HOẠCH', subject: 'thực hiện nhiệm vụ' }
  async function duty() {
    const item = newItem(1, { bearers: [app.agencyId(OFFICE)], deliverables: ['Kế hoạch của Sở'] })
    await planWithWork(app, [item], { number: `${Math.floor(Math.random() * 1e6)}/KH-UBND` })
    return assignmentOf(app, item.id, app.agencyId(OFFICE))
  }
  const open = (login: string, id: string, key: string = randomUUID()) =>
    as(login)('POST', `/api/dossiers/of-assignment/${id}`, { body: BODY, key })

  test('opened by whoever may report, closes the duty with number, day and file', async () => {
    const id = await duty()
    expect((await open('commune', id)).statusCode).toBe(403)
    const of = async () =>
      (await as('officer')('GET', `/api/dossiers/of-assignment/${id}`)).json<OfAssignment>()
    expect(await of()).toMatchObject({ whyNotOpen: null, proposal: { type: 'KẾ HOẠCH' }, papers: [] })
    const made = await open('officer', id)
    expect(made.statusCode).toBe(201)
    expect((await open('officer', id)).json().code).toBe('dossier.under-way')
    expect(await of()).toMatchObject({ whyNotOpen: words.signing.underWay, papers: [{ state: 'draft' }] })
    await step('officer', made.json().id, SUBMIT)
    const issued = await issue('officer', made.json().id, { number: '90', symbol: 'KH-SNV' })
    expect(issued.json()).toMatchObject({ state: 'issued', consequence: null })
    const task = (await as('head')('GET', `/api/work/${id}`)).json()
    expect(task).toMatchObject({ status: 'reported' })
    expect(task.steps.at(-1)).toMatchObject({
      ...{ kind: 'report', percent: 100, files: [{ name: 'da ky.pdf' }] },
      text: expect.stringContaining('Số 90/KH-SNV, ngày 19/11/2026'),
    })
  })

  test('a report that cannot be written does not hold the paper up: the reason is kept', async () => {
    const id = await duty()
    const made = (await open('officer', id)).json()
    await step('officer', made.id, SUBMIT)
    const { version } = (await as('officer')('GET', `/api/work/${id}`)).json()
    const report = { kind: 'report', text: 'Đã xong.', percent: 100 }
    await as('officer')('POST', `/api/work/${id}/steps`, { version, body: report })
    const issued = await issue('officer', made.id, { number: '91', symbol: 'KH-SNV' })
    expect(issued.statusCode).toBe(201)
    expect(issued.json().consequence).toBe(words.task.notNow('report', 'reported'))
    expect((await open('officer', id)).statusCode).toBe(409)
  })
})
