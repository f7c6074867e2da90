import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ANSWER, COMMUNE, difficultyApp, FORM, OFFICE } from '../../test/difficulty.ts'
import { readDocument } from '../document/read-document.ts'
import * as words from '../vocabulary/words.ts'
import {
  type ConsolidatedTable,
  type DifficultyCounts,
  type DifficultyList,
  STATE_NAMES,
} from './exchange.ts'
import { listOpenDifficultyWaits } from './listing.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
let { as, json, work, raised, step, send } = {} as typeof app
beforeAll(async () => {
  app = await difficultyApp()
  ;({ as, json, work, raised, step, send } = app)
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-20T02:00:00Z'))

describe('the list', () => {
  let planId = ''
  let ids: string[] = []
  beforeAll(async () => {
    app.clock.set('2026-11-20T02:00:00Z')
    const made = await work([OFFICE, COMMUNE], 'Kế hoạch của danh sách')
    planId = made.planId
    ids = []
    for (let i = 0; i < 9; i++) {
      const login = i % 2 ? 'commune' : 'officer'
      const type = i % 3 ? 'land' : 'funding'
      ids.push(
        await raised(login, [made.of(i % 2 ? COMMUNE : OFFICE)], {
          type,
          text: `Vướng mắc thứ ${i}, diện tích 100%`,
        }),
      )
    }
    const [a = '', b = '', c = '', d = '', e = ''] = ids
    await step('focal', a, send(COMMUNE, { days: 1 }))
    await step('focal', b, send('UBND tỉnh', { days: 3 }))
    await step('focal', c, { kind: 'join', targetId: a })
    await step('focal', d, send(COMMUNE))
    await step('commune-head', d, ANSWER)
    await step('officer', e, { kind: 'withdraw' })
  })

  const list = (query: string) =>
    json<DifficultyList>(as('focal')('GET', `/api/difficulties?plan=${planId}&${query}`))
  async function walk(query: string) {
    const rows: DifficultyList['rows'] = []
    let after: string | null = ''
    while (after !== null) {
      const page: DifficultyList = await list(`${query}&limit=2${after ? `&after=${after}` : ''}`)
      rows.push(...page.rows)
      after = page.next
    }
    return rows
  }

  test('page after page, every one once, the nearest last day first', async () => {
    const rows = await walk('state=all')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(9)
    const key = ({ dueOn, raisedOn, id }: (typeof rows)[number]) => `${dueOn ?? '9999'} ${raisedOn} ${id}`
    expect(rows.map(key)).toEqual(rows.map(key).sort())
  })

  test.each(STATE_NAMES)('the tab "%s" has as many rows as it says', async (state) => {
    app.clock.set('2026-11-24T02:00:00Z')
    const scopes = [
      '',
      'type=funding',
      `agency=${app.agencyId(COMMUNE)}`,
      `at=${app.agencyId('Sở Tài chính')}`,
      'q=vuong mac thu',
    ]
    for (const scope of scopes) {
      const { counts } = await json<DifficultyCounts>(
        as('focal')('GET', `/api/difficulties/counts?plan=${planId}&${scope}`),
      )
      expect(await walk(`state=${state}&${scope}`), `${state} ${scope}`).toHaveLength(counts[state])
    }
  })

  test('finds by place, by words without diacritics, by who raised it, also what was joined', async () => {
    const found = async (query: string) => (await walk(query)).map(({ id }) => ids.indexOf(id)).sort()
    expect(await found(`at=${app.agencyId(COMMUNE)}`)).toEqual([0])
    expect(await found(`at=${app.agencyId('UBND tỉnh')}`)).toEqual([1])
    expect(await found('q=vuong mac thu 2')).toEqual([0])
    expect(await found('state=joined')).toEqual([2])
    expect(await found(`state=all&q=${encodeURIComponent('dien tich 100%')}`)).toHaveLength(9)
    expect(await found(`state=all&q=${encodeURIComponent('100_')}`)).toEqual([])
    expect(await found(`state=open&agency=${app.agencyId(COMMUNE)}`)).toEqual([1, 3, 5, 7])
    expect((await walk('state=sent'))[0]).toMatchObject({ joined: 1, assignments: 1, workingDaysLeft: 1 })
  })

  test('names what one may choose among', async () => {
    const counts = await json<DifficultyCounts>(as('focal')('GET', '/api/difficulties/counts'))
    expect(counts.agencies.map(({ name }) => name)).toEqual([OFFICE, COMMUNE])
    expect(counts.at.map(({ name }) => name)).toContain('UBND tỉnh')
    expect(counts.plans.map(({ title }) => title)).toContain('Kế hoạch của danh sách')
  })

  test('refuses a cursor it did not make and a state it does not know', async () => {
    expect((await as('focal')('GET', '/api/difficulties?after=abc')).statusCode).toBe(422)
    expect((await as('focal')('GET', '/api/difficulties?state=lost')).statusCode).toBe(422)
    expect((await as('focal')('GET', `/api/difficulties/${randomUUID()}`)).statusCode).toBe(404)
    expect((await as('focal')('GET', `/api/difficulties/of-assignment/${randomUUID()}`)).statusCode).toBe(404)
  })

  test('the consolidated table groups by who must decide, with everybody who raised it', async () => {
    const table = await json<ConsolidatedTable>(as('leader')('GET', `/api/difficulties/table?plan=${planId}`))
    expect(table).toMatchObject({ total: 7, joined: 1, today: '2026-11-20' })
    const byName = new Map(table.groups.map(({ decider, rows }) => [decider?.name ?? null, rows]))
    expect(table.groups.at(-1)?.decider).toBeNull()
    expect(byName.get('UBND tỉnh')).toMatchObject([{ id: ids[1], workingDaysLeft: 3 }])
    const main = byName.get(COMMUNE)?.find(({ id }) => id === ids[0])
    expect(main).toMatchObject({
      raisers: [{ agency: OFFICE }, { agency: OFFICE, text: 'Vướng mắc thứ 2, diện tích 100%' }],
      items: [{ quote: 'Tổ chức tuyên truyền', section: 'III.1', plan: '147/KH-UBND' }],
      ...{ status: 'sent', opinions: [], answer: null },
    })
    expect(byName.get(COMMUNE)?.find(({ id }) => id === ids[3])).toMatchObject({
      status: 'answered',
      answer: ANSWER.text,
    })
    expect(byName.get(null)).toHaveLength(4)
  })

  test('leaves the house as Excel and as Word, under the name of whoever asks', async () => {
    app.clock.set('2026-11-26T02:00:00Z')
    const file = async (form: 'xlsx' | 'docx') => {
      const answer = await as('focal')('GET', `/api/difficulties/table.${form}?plan=${planId}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-disposition']).toContain(`2026-11-26.${form}`)
      return answer.rawPayload
    }
    const { sheets } = await readXlsx(await file('xlsx'))
    const cells = (sheets[0]?.rows ?? []).map((row) => row.map(String))
    const head = cells.findIndex((row) => row.includes(words.difficulty.tableColumns.proposal))
    expect(cells.slice(0, head).flat()).toEqual(
      expect.arrayContaining(['SỞ TÀI CHÍNH', words.difficulty.tableTitle]),
    )
    const column = (name: keyof typeof words.difficulty.tableColumns) =>
      cells[head]?.indexOf(words.difficulty.tableColumns[name]) ?? -1
    const body = cells.slice(head + 1).filter((row) => /^\d+$/u.test(row[0] ?? ''))
    expect(body).toHaveLength(7)
    const overdue = body.find((row) => row[column('text')]?.startsWith('Vướng mắc thứ 1'))
    expect(overdue?.[column('decider')]).toBe('UBND tỉnh')
    expect(overdue?.[column('state')]).toBe('Chờ giải quyết.\nQuá hạn 1 ngày làm việc.')
    expect(cells.flat()).toContain(words.difficulty.totalLate(2, 2))
    const { lines } = await readDocument(await file('docx'), 'bang.docx')
    const text = lines.map((line) => line.text).join('\n')
    for (const said of [words.difficulty.tableTitle, 'UBND tỉnh', ANSWER.text, FORM.proposal])
      expect(text).toContain(said)
  })

  test('stands beside the work on the table of the worklist while nobody has answered', async () => {
    const answer = await as('focal')('GET', `/api/papers/work.xlsx?agency=all&state=all&plan=${planId}`)
    const { sheets } = await readXlsx(answer.rawPayload)
    const text = (sheets[0]?.rows ?? []).flat().join('\n')
    expect(text).toContain(words.difficulty.onPaper('Vướng mắc thứ 1, diện tích 100%', FORM.proposal))
    // What was answered keeps nothing back.
    expect(text).not.toContain('Vướng mắc thứ 3')
  })

  test('gives the waiting graph what waits, where and since when, and nothing that is answered', async () => {
    const all = await listOpenDifficultyWaits(app.sql, app.tenantId)
    const waits = all.filter((wait) => wait.planId === planId)
    const of = (index: number) => waits.find(({ id }) => id === ids[index])
    expect(new Set(waits.map(({ id }) => id)).size).toBe(6)
    expect(of(0)).toMatchObject({
      ...{ stage: 'addressee', agencyId: app.agencyId(COMMUNE), withLeaders: false },
      ...{ raisedOn: '2026-11-20', atSince: '2026-11-20', dueOn: '2026-11-23' },
    })
    expect(of(5)).toMatchObject({ stage: 'focal', agencyId: app.agencyId('Sở Tài chính'), dueOn: null })
    expect([of(2), of(3), of(4)]).toEqual([undefined, undefined, undefined])
    const assignmentId = of(0)?.assignmentId ?? ''
    const some = await listOpenDifficultyWaits(app.sql, app.tenantId, [assignmentId])
    expect(some).toEqual(all.filter((wait) => wait.assignmentId === assignmentId))
  })
})
