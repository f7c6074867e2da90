import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, testApp } from '../../test/database.ts'
import { runs } from '../../test/nightly.ts'
import { statementsOf } from '../../test/queries.ts'
import { dueBy, newItem, planWithWork } from '../../test/work.ts'
import { searchKey } from '../base/text.ts'
import { insertLines } from '../plan/queries.ts'
import type { AgencyHit, DifficultyHit, Hit, HitKind, ItemHit, PlanHit, SearchAnswer } from './search.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let officer: Caller
let focal: Caller
const plans = new Map<string, string>()

const TEXTS = {
  '147/KH-UBND': [
    'Mở rộng chợ phiên vùng cao, mỗi xã một điểm bán hàng.',
    'Thống kê mã số vùng trồng chè của các hộ.',
    'Hợp tác với các xã lân cận để giữ rừng đầu nguồn.',
  ],
  '05/KH-UBND': ['Vận động hộ trồng chè lập tổ hợp tác; hợp tác xã kiểu mới.', 'Nuôi má phanh cho xe khách.'],
} as const

beforeAll(async () => {
  app = await testApp()
  ;[officer, focal] = [await app.signIn('officer'), await app.signIn('focal')]
  const bearers = [app.agencyId('Sở Nội vụ')]
  for (const [number, texts] of Object.entries(TEXTS)) {
    const items = texts.map((quote, n) =>
      newItem(n + 1, {
        quote,
        bearers,
        due: dueBy('2026-12-01'),
        deliverables: [`Báo cáo số ${n}`],
        leadPrinted: ['Sở Nội vụ'],
      }),
    )
    const title = `Kế hoạch giữ rừng, trồng chè của ${number}`
    const { planId } = await planWithWork(app, items, { number, title })
    plans.set(number, planId)
    await insertLines(
      app.sql,
      app.tenantId,
      planId,
      texts.map((text, n) => ({ n, text })),
    )
  }
  const draftId = randomUUID()
  await app.sql`
    insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, created_by, created_at)
    values (${app.tenantId}, ${draftId}, 'draft', 'du-thao.docx', '9/DT', 'KH', 'Dự thảo bí ẩn', 'UBND tỉnh',
            ${app.accountId('focal')}, ${app.clock.now()})`
})
afterAll(() => app.close())

async function search(
  q: string,
  { as = officer, kind, after }: { as?: Caller; kind?: HitKind; after?: number } = {},
) {
  const query = new URLSearchParams({ q, ...(kind && { kind }), ...(after && { after: String(after) }) })
  const answer = await as('GET', `/api/search?${query}`)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json() as SearchAnswer
}
async function hits<H extends Hit>(q: string, kind: H['kind'], options: { as?: Caller } = {}): Promise<H[]> {
  const { groups } = await search(q, { kind, ...options })
  return groups.flatMap(({ hits }) => hits) as H[]
}
const said = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('')
const marked = (pieces: { text: string; isHit: boolean }[]) =>
  pieces.filter(({ isHit }) => isHit).map(({ text }) => text)

describe('what is found', () => {
  test.each(['147/KH-UBND', '147 /KH-UBND', '147 KH UBND', '147/kh-ubnd', '147'])(
    'the plan of a number, first: %s',
    async (typed) => {
      const [first] = await hits<PlanHit>(typed, 'plan')
      expect(first).toMatchObject({ id: plans.get('147/KH-UBND'), isDraft: false })
      expect(marked(first?.name ?? []).length).toBeGreaterThan(0)
    },
  )

  test('a number with or without its zero', async () => {
    for (const typed of ['5/KH-UBND', '05/KH-UBND'])
      expect((await hits<PlanHit>(typed, 'plan'))[0]?.id).toBe(plans.get('05/KH-UBND'))
  })

  test('lines of the text, with what was found marked and where it stands', async () => {
    const [plan] = await hits<PlanHit>('rung dau nguon', 'plan')
    expect(plan).toMatchObject({ id: plans.get('147/KH-UBND'), further: 0 })
    expect(plan?.lines.map(({ n, text }) => [n, marked(text)])).toEqual([[2, ['rừng đầu nguồn']]])
  })

  test('items by their words, deliverables and printed agencies', async () => {
    const found = await hits<ItemHit>('bao cao so 1', 'item')
    expect(found.map(({ quote }) => said(quote)).sort()).toEqual([
      TEXTS['05/KH-UBND'][1],
      TEXTS['147/KH-UBND'][1],
    ])
    expect(marked(found[0]?.beside ?? [])).toEqual(['Báo cáo số 1'])
    expect(found[0]).toMatchObject({ assignments: 1, assignmentId: expect.any(String), section: 'III.1' })
  })

  test('difficulties by what they say and propose, the newest first', async () => {
    const [bearing] = await app.sql<{ id: string }[]>`
      select id from assignment where tenant_id = ${app.tenantId} and plan_id = ${plans.get('147/KH-UBND') ?? ''} limit 1`
    const raise = (day: string, text: string) => {
      app.clock.set(`${day}T02:00:00Z`)
      const body = {
        assignmentIds: [bearing?.id],
        type: 'funding',
        text,
        proposal: 'Đề nghị cấp kinh phí mua xuồng',
      }
      return officer('POST', '/api/difficulties', { body })
    }
    await raise('2026-11-21', 'Thiếu xuồng máy đi tuần rừng')
    await app.sql`update session set expires_at = '2100-01-01' where tenant_id = ${app.tenantId}`
    await raise('2026-11-24', 'Xuồng cũ đã hỏng')
    app.clock.set('2026-11-21T02:00:00Z')
    const found = await hits<DifficultyHit>('xuong', 'difficulty')
    expect(found.map(({ text }) => said(text))).toEqual(['Xuồng cũ đã hỏng', 'Thiếu xuồng máy đi tuần rừng'])
    expect(found[0]).toMatchObject({ agency: 'Sở Nội vụ', status: 'raised', raisedOn: '2026-11-24' })
    expect(marked(found[0]?.proposal ?? [])).toEqual(['xuồng'])
    expect((await hits<DifficultyHit>('tuần rừng', 'difficulty'))[0]?.proposal).toEqual([])
  })

  test('agencies by name, by the beginning of a word, and by alias', async () => {
    expect((await hits<AgencyHit>('so noi v', 'agency')).map(({ name }) => said(name))).toEqual(['Sở Nội vụ'])
    await app.sql`
      update agency set aliases = '{Sở NV}', code = 'H99.05'
      where tenant_id = ${app.tenantId} and id = ${app.agencyId('Sở Nội vụ')}`
    const [byAlias] = await hits<AgencyHit>('sở nv', 'agency')
    expect(marked(byAlias?.aliases ?? [])).toEqual(['Sở NV'])
    expect((await hits<AgencyHit>('H99.05', 'agency'))[0]?.id).toBe(app.agencyId('Sở Nội vụ'))
  })

  test('agencies by a name of former days, and those that ended behind those that exist', async () => {
    await app.sql`
      insert into agency_name (tenant_id, agency_id, until, name)
      values (${app.tenantId}, ${app.agencyId('Sở Công Thương')}, '2008-04-01', 'Sở Thương mại Du lịch')`
    const [byOld] = await hits<AgencyHit>('thuong mai du lich', 'agency')
    expect([said(byOld?.name ?? []), marked(byOld?.formerNames ?? [])]).toEqual([
      'Sở Công Thương',
      ['Thương mại Du lịch'],
    ])
    await app.sql`
      update agency set ended_on = '2026-03-01' where tenant_id = ${app.tenantId} and id = ${app.agencyId('UBND xã Đồi Chè')}`
    const communes = await hits<AgencyHit>('ubnd xa', 'agency')
    expect(communes.map(({ name, endedOn }) => [said(name), endedOn])).toEqual([
      ['UBND xã Suối Mơ', null],
      ['UBND xã Đồi Chè', '2026-03-01'],
    ])
  })

  test('drafts only by those who work on them', async () => {
    expect(await hits('bi an', 'plan')).toEqual([])
    expect(await hits<PlanHit>('bi an', 'plan', { as: focal })).toMatchObject([{ isDraft: true }])
  })

  test('nothing of another province', async () => {
    await app.sql`insert into tenant (id, name, province_code, created_at) values (2, 'khác', '98', ${app.clock.now()})`
    await app.sql`
      insert into agency (tenant_id, id, name, name_key, kind, created_at)
      values (2, ${randomUUID()}, 'Sở Nội vụ', 'so noi vu', 'department', ${app.clock.now()})`
    expect(await hits('noi vu', 'agency')).toHaveLength(1)
  })
})

describe('in what order', () => {
  test('with the marks that were typed before others', async () => {
    const first = async (typed: string) => said((await hits<ItemHit>(typed, 'item'))[0]?.quote ?? [])
    expect(await first('mã')).toBe(TEXTS['147/KH-UBND'][1])
    expect(await first('má')).toBe(TEXTS['05/KH-UBND'][1])
    expect(await hits('ma', 'item')).toHaveLength(2)
  })

  test('the phrase before its words, and the words before nothing', async () => {
    const found = await hits<ItemHit>('hợp tác xã', 'item')
    expect(found.map(({ quote }) => said(quote))).toEqual([TEXTS['05/KH-UBND'][0], TEXTS['147/KH-UBND'][2]])
  })

  test('the newest document first', async () => {
    await app.sql`update plan set issued = '2026-01-05' where tenant_id = ${app.tenantId} and number = '147/KH-UBND'`
    await app.sql`update plan set issued = '2026-03-05' where tenant_id = ${app.tenantId} and number = '05/KH-UBND'`
    expect((await hits<ItemHit>('chè', 'item'))[0]?.plan.number).toBe('05/KH-UBND')
    await app.sql`update plan set issued = '2025-03' where tenant_id = ${app.tenantId} and number = '05/KH-UBND'`
    expect((await hits<ItemHit>('chè', 'item'))[0]?.plan.number).toBe('147/KH-UBND')
  })

  test('a search costs a fixed number of questions', async () => {
    const { statements } = await statementsOf(app, () => search('giữ rừng'))
    // Session, words, newest plans; for lines, items, difficulties phrase and words; heads, agencies; days and texts.
    expect(statements.length).toBeLessThanOrEqual(18)
  })

  test('groups with their counts', async () => {
    const { groups, isNear } = await search('che')
    expect(groups.map(({ kind, count, isMore }) => [kind, count, isMore])).toEqual([
      ['plan', 2, false],
      ['item', 2, false],
      ['agency', 1, false],
    ])
    expect(isNear).toBe(false)
  })
})

describe('what comes near, when nothing is found', () => {
  test.each([
    ['two letters in the wrong order', 'vung cao dime ban', 'item'],
    ['a word too many', 'chợ phiên vùng cao quốc tế'.replace('quốc tế', 'nào'), 'item'],
    ['one word, one slip', 'thonge', 'item'],
    ['a name', 'so noi vuj', 'agency'],
  ] as const)('%s', async (_, typed, kind) => {
    const answer = await search(typed)
    expect(answer.isNear).toBe(true)
    expect(answer.groups.map((group) => group.kind)).toContain(kind)
  })

  test('nothing at all is an empty answer', async () => {
    expect(await search('qqqq zzzz')).toEqual({ groups: [], isNear: false })
  })
})

describe('words that stand in more texts than are ranked', () => {
  const COMMON = 'trồng rừng gỗ lớn'
  beforeAll(async () => {
    for (let p = 0; p < 45; p++) {
      const id = randomUUID()
      await app.sql`
        insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, issued, created_by, created_at)
        values (${app.tenantId}, ${id}, 'published', 'k.docx', ${`${p + 200}/KH-LN`}, 'KH', 'Lâm nghiệp', 'UBND tỉnh',
                ${`20${p < 10 ? `0${p}` : p}-01-01`}, ${app.accountId('focal')}, ${app.clock.now()})`
      const lines = Array.from({ length: 60 }, (_, n) => ({
        n,
        text: `${n}. Việc ${COMMON} trên đồi số ${n}.`,
      }))
      await insertLines(app.sql, app.tenantId, id, lines)
    }
  })

  const plansFor = async (typed: string, after = 0) => {
    const { groups } = await search(typed, { kind: 'plan', after })
    const [group] = groups
    if (!group) throw new Error('no plans')
    return { ...group, numbers: (group.hits as PlanHit[]).map(({ number }) => number) }
  }

  test('the newest plans, and that there are more', async () => {
    const first = await plansFor(COMMON)
    // Of the newest thirty, two are about something else.
    expect(first).toMatchObject({ count: 28, isMore: true, next: 20 })
    expect(first.numbers.slice(0, 2)).toEqual(['244/KH-LN', '243/KH-LN'])
    expect((await plansFor(COMMON, 20)).numbers.slice(0, 2)).toEqual(['224/KH-LN', '223/KH-LN'])
  })

  test('without marks, and its words in another order', async () => {
    for (const typed of [searchKey(COMMON), 'lớn gỗ rừng trồng']) {
      const found = await plansFor(typed)
      expect([found.isMore, found.numbers[0]]).toEqual([true, '244/KH-LN'])
    }
  })

  test('the rare text with the marks that were typed is found among them', async () => {
    await insertLines(app.sql, app.tenantId, plans.get('147/KH-UBND') ?? '', [
      { n: 90, text: 'Trống rụng gõ lởn, một câu khác dấu.' },
    ])
    const [first] = await hits<PlanHit>('trống rụng gõ lởn', 'plan')
    expect(first?.id).toBe(plans.get('147/KH-UBND'))
  })
})

describe('whatever is typed', () => {
  test.each([
    ['nothing', ''],
    ['signs', '!!! %_\\ \'"` --'],
    ['operators', "a' & !b | (c <-> d:*"],
    ['a wildcard', '100%'],
    ['zero bytes', 'a\0b'],
    ['half a character', '\ud800'],
    ['ten thousand letters', 'ế'.repeat(10_000)],
    ['ten thousand words', 'xã '.repeat(10_000)],
    ['emoji', '🙂👍🏽'],
    ['right to left', '\u202eabc'],
  ])('%s', async (_, typed) => {
    await search(typed)
  })

  test('never an error', { timeout: 120_000 }, async () => {
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            'xã',
            '%',
            "'",
            '\\',
            '&',
            '|',
            '!',
            '<->',
            ':*',
            '(',
            ')',
            '\0',
            '$1',
            '05',
            '½',
            'ẞ',
          ),
        )
        .map((parts) => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(strings, async (typed) => {
        await search(typed)
      }),
      { numRuns: runs(100) },
    )
  })

  test("any text's own words find it, without their marks and in any case", {
    timeout: 120_000,
  }, async () => {
    const all = Object.values(TEXTS).flat()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        async (text, start, length, isUpper) => {
          const parts = text.split(' ')
          const from = start % parts.length
          const plain = searchKey(parts.slice(from, from + length).join(' '))
          const typed = isUpper ? plain.toUpperCase() : plain
          const items = await hits<ItemHit>(typed, 'item')
          expect(
            items.map(({ quote }) => said(quote)),
            typed,
          ).toContain(text)
          const { groups } = await search(typed, { kind: 'plan' })
          expect(groups[0]?.count, typed).toBeGreaterThan(0)
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('a question of ten thousand letters comes through the wire as well', async () => {
    const url = await app.server.listen({ host: '127.0.0.1', port: 0 })
    const { cookies } = await app.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'head', password: PASSWORD },
    })
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const query = new URLSearchParams({ q: 'ế'.repeat(10_000) })
    const answer = await fetch(`${url}/api/search?${query}`, { headers: { cookie } })
    expect([answer.status, await answer.json()]).toEqual([200, { groups: [], isNear: false }])
  })

  test('a wrong kind or place is refused, somebody not signed in as well', async () => {
    expect((await officer('GET', '/api/search?q=a&kind=person')).statusCode).toBe(422)
    expect((await officer('GET', '/api/search?q=a&after=-1')).statusCode).toBe(422)
    expect((await app.server.inject('/api/search?q=a')).statusCode).toBe(401)
  })
})
