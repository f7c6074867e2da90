import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { readDocument } from '../document/read-document.ts'
import { checkForm } from '../paper/check.ts'
import { OfficialPaper } from '../paper/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { readPlan } from '../reading/read-plan.ts'
import { type ExportItem, type ExportPlan, exportedPlan } from './export.ts'
import { exportedPaper } from './export-paper.ts'
import type { ReviewData } from './plan.ts'

type Said = Pick<
  ExportItem,
  'quote' | 'origin' | 'section' | 'lead' | 'coordinating' | 'deliverables' | 'due'
>
const squeeze = (text: string) => text.replaceAll('*', '').replace(/\s+/gu, ' ').trim()
/** What a duty says, without the last sign of its sentence: that of the last one is "./." on paper. */
const saidOf = ({ quote, origin, section, lead, coordinating, deliverables, due }: Said) => ({
  ...{ origin, section, lead, coordinating, deliverables, due: due.text },
  quote: squeeze(quote).replace(/[.;:/\s]+$/u, ''),
})

const asPublished = (draft: DraftPlan, source: Pick<ExportPlan, 'lines' | 'door'>): ExportPlan => ({
  id: 'plan',
  head: draft.document,
  draft,
  ...source,
  items: draft.tasks.map(({ id, confidence, repeats, ...task }) => ({
    ...task,
    ...{ id, documentId: 'plan', outcome: 'assign' },
  })),
  additions: [],
})
const AT = {
  issuer: { superior: null, name: 'Ủy ban nhân dân tỉnh Sông Mơ' },
  place: 'Sông Mơ',
  day: '2026-11-21',
}

describe('our own documents, and those of the corpus where it is at hand', () => {
  const root = join(import.meta.dirname, '../..')
  const files = globSync(['test/corpus/*/source.*', 'test/corpus/fresh/*/source.*'], { cwd: root })
    .map((file) => join(root, file))
    .concat(globSync(`${process.env.CHUTRI_CORPUS ?? '/nowhere'}/gold/*.{txt,docx}`))
  test.each(files.sort())('%s: the exported document reads to the same duties', async (file) => {
    const source = await readDocument(readFileSync(file), basename(file))
    const draft = readPlan(source)
    const plan = asPublished(draft, source)
    const paper = exportedPaper(plan, AT)
    expect(() => OfficialPaper.parse(paper)).not.toThrow()
    const bytes = await writeOfficial(paper)
    const again = readPlan(await readDocument(bytes, 'ke-hoach.docx'))
    expect(again.tasks.map(saidOf)).toEqual(draft.tasks.map(saidOf))
    expect(again.indicators.length).toBe(draft.indicators.length)
    expect(again.document.signer).toEqual(draft.document.signer)
    expect(again.document.recipients).toEqual(draft.document.recipients)
    // Of the form only what the plan itself lacks or words otherwise is left.
    const left = new Set(checkForm(bytes).map(({ rule }) => rule))
    expect([...left].filter((rule) => !['subject', 'authority', 'type', 'date'].includes(rule))).toEqual([])
    const exported = exportedPlan(plan)
    expect(exported.tasks.map(saidOf)).toEqual(draft.tasks.map(saidOf))
    expect(exported).toMatchObject({
      document: draft.document,
      tasks: draft.tasks.map(({ due }) => ({ due })),
    })
  })
})

// The scorer of the corpus, where it is at hand: what is exported is what was published.
const corpus = process.env.CHUTRI_CORPUS ?? ''
test.skipIf(!existsSync(`${corpus}/score.mjs`))(
  'exported data score 1.0 against what was published',
  async () => {
    const { score, merge, figures } = (await import(pathToFileURL(`${corpus}/score.mjs`).href)) as {
      score(read: unknown, published: DraftPlan): { metrics: object }
      merge(list: object[]): object
      figures(metrics: object): Record<string, { f1: number }>
    }
    const metrics: object[] = []
    for (const file of globSync(`${corpus}/gold/*.txt`)) {
      const source = await readDocument(readFileSync(file), basename(file))
      const draft = readPlan(source)
      metrics.push(score(exportedPlan(asPublished(draft, source)), draft).metrics)
    }
    for (const [measure, { f1 }] of Object.entries(figures(merge(metrics))))
      expect([measure, f1]).toEqual([measure, 1])
  },
)

const PLAN = `<p>ỦY BAN NHÂN DÂN<br>TỈNH THỬ NGHIỆM</p>
<p>Số: 12/KH-UBND</p><p><i>Thử Nghiệm, ngày 05 tháng 3 năm 2026</i></p>
<p><b>KẾ HOẠCH</b></p><p><b>Phát triển thư viện cộng đồng năm 2026</b></p>
<p>Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển thư viện cộng đồng như sau:</p>
<p>I. MỤC ĐÍCH</p><p>Đưa sách đến với người dân vùng xa.</p>
<p>II. NHIỆM VỤ</p>
<p>1. Sở Tài chính bố trí kinh phí mua sách cho các điểm đọc trước ngày 30/6/2026.</p>
<p>2. Sở Nội vụ vận động doanh nghiệp đóng góp sách trong năm 2026.</p>
<p>III. TỔ CHỨC THỰC HIỆN</p>
<p>1. Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch này.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>Lê Hư Cấu</p>
<p>Nơi nhận:</p><p>- Các sở, ban, ngành;</p><p>- Lưu: VT.</p>
<p>PHỤ LỤC</p><p>DANH MỤC NHIỆM VỤ</p>
<table><tr><th>STT</th><th>Nội dung công việc</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th><th>Thời gian hoàn thành</th><th>Kinh phí</th></tr>
<tr><td>1</td><td>Lập danh mục sách cho điểm đọc</td><td>Sở Nội vụ</td><td>Sở Tài chính</td><td>Quý II năm 2026</td><td>120 triệu đồng</td></tr>
<tr><td>2</td><td>Tập huấn người trông coi điểm đọc</td><td>Sở Công Thương</td><td>Sở Nội vụ</td><td>Quý III năm 2026</td><td>80 triệu đồng</td></tr></table>`
const CONCLUSION = `Số: 25/TB-UBND
Thử Nghiệm, ngày 10 tháng 10 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp về thư viện cộng đồng

1. Sở Công Thương bố trí giá sách cho các điểm đọc, hoàn thành trước ngày 15/12/2026.
`

describe('over HTTP', () => {
  let app: Awaited<ReturnType<typeof testApp>>
  let focal: Awaited<ReturnType<typeof app.signIn>>
  let officer: typeof focal
  let planId: string
  beforeAll(async () => {
    app = await testApp()
    focal = await app.signIn('focal')
    officer = await app.signIn('officer')
    planId = await published(multipart({}, { name: 'ke-hoach.html', bytes: Buffer.from(PLAN) }))
    await published(multipart({ text: CONCLUSION, addsTo: planId }))
  })
  afterAll(() => app.close())

  const drop = async (upload: ReturnType<typeof multipart>) => {
    const dropped = await focal('POST', '/api/plans', upload)
    expect(dropped.statusCode, dropped.body).toBe(201)
    return dropped.json().id as string
  }
  async function published(upload: ReturnType<typeof multipart>) {
    const id = await drop(upload)
    const body = { overseerId: app.agencyId('Sở Tài chính'), subDutyDays: 3 }
    const answer = await focal('POST', `/api/plans/${id}/publish`, { body, version: 1 })
    expect(answer.statusCode, answer.body).toBe(200)
    return id
  }
  const exported = async () => (await officer('GET', `/api/plans/${planId}/export.json`)).json()
  const leadsOf = async () =>
    ((await exported()).tasks as Said[]).map(({ section, lead, due }) => [section, lead.join('; '), due.text])

  test('data: every duty as published, those of later documents with the document they came with', async () => {
    const answer = await officer('GET', `/api/plans/${planId}/export.json`)
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.headers['content-disposition']).toContain('12-KH-UBND.json')
    const { document, tasks } = answer.json()
    expect(document).toMatchObject({ number: '12/KH-UBND', type: 'KH', date: '2026-03-05' })
    const { items } = (await officer('GET', `/api/plans/${planId}`)).json()
    expect(tasks.map(({ quote }: Said) => quote)).toEqual(items.map(({ quote }: Said) => quote))
    expect(tasks.at(-1)).toMatchObject({ document: '25/TB-UBND', lead: ['Sở Công Thương'] })
    expect(tasks[0]).not.toHaveProperty('document')
  })

  test('corrected once, corrected everywhere; the Word file dropped again reads to the same duties', async () => {
    const { items } = (await officer('GET', `/api/plans/${planId}`)).json()
    const correct = async (item: { id: string }, form: object) => {
      const { version } = (await focal('GET', `/api/items/${item.id}/reading`)).json()
      const body = { reason: 'Đọc nhầm', ...form }
      const answer = await focal('POST', `/api/items/${item.id}/corrections`, { body, version })
      expect(answer.statusCode, answer.body).toBe(201)
    }
    await correct(items[1], {
      quote: 'Sở Nội vụ vận động doanh nghiệp góp sách trong năm 2026.',
      coordinatingPrinted: ['Sở Công Thương'],
    })
    await correct(items[4], {
      leadPrinted: ['Sở Nội vụ'],
      bearers: [app.agencyId('Sở Nội vụ')],
      deliverables: ['Báo cáo'],
    })
    const before = (await exported()).tasks as Said[]
    expect(before[1]?.quote).toContain('góp sách')
    expect(before[4]?.lead).toEqual(['Sở Nội vụ'])

    const answer = await officer('GET', `/api/plans/${planId}/export.docx`)
    expect(answer.statusCode).toBe(200)
    expect(checkForm(answer.rawPayload)).toEqual([])
    const id = await drop(multipart({}, { name: 'ke-hoach.docx', bytes: answer.rawPayload }))
    const { draft }: ReviewData = (await focal('GET', `/api/plans/${id}/review`)).json()
    expect(draft.document).toMatchObject({
      number: '12/KH-UBND',
      title: 'Phát triển thư viện cộng đồng năm 2026',
    })
    // The duty that came later stands behind the text; the annex follows it.
    const own = before.filter((task) => !('document' in task))
    const again = draft.tasks.map(saidOf)
    const quotes = new Map(again.map((task) => [task.quote, task]))
    for (const task of own.map(saidOf)) {
      const { deliverables, ...rest } = task
      expect(quotes.get(task.quote)).toMatchObject(rest)
      // The annex has no column for products.
      if (task.origin !== 'appendix') expect(quotes.get(task.quote)?.deliverables).toEqual(deliverables)
    }
    expect(
      quotes.get('Sở Công Thương bố trí giá sách cho các điểm đọc, hoàn thành trước ngày 15/12/2026'),
    ).toMatchObject({
      lead: ['Sở Công Thương'],
    })
    expect(again).toHaveLength(before.length)
    const same = await officer('GET', `/api/plans/${planId}/export.docx`)
    expect(Buffer.compare(same.rawPayload, answer.rawPayload)).toBe(0)
  })

  test("Excel: the columns of the plan's own annex, with what it alone says", async () => {
    const answer = await officer('GET', `/api/plans/${planId}/export.xlsx`)
    const rows = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
    const head = rows.findIndex((row) => row[0] === 'STT')
    expect(rows[head]).toEqual([
      'STT',
      'Nội dung công việc',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời gian hoàn thành',
      'Kinh phí',
    ])
    const row = rows.find((each) => each[1] === 'Lập danh mục sách cho điểm đọc')
    expect(row?.slice(2)).toEqual(['Sở Nội vụ', 'Sở Tài chính', 'Quý II năm 2026', '120 triệu đồng'])
    expect(rows.slice(head + 1).filter((each) => /^\d+$/u.test(String(each[0])))).toHaveLength(
      (await leadsOf()).length,
    )
  })

  test('a draft is refused with a sentence, an unknown plan and a stranger are, too', async () => {
    const id = await drop(multipart({ text: CONCLUSION, again: 'true' }))
    for (const form of ['docx', 'xlsx', 'json']) {
      const refused = await focal('GET', `/api/plans/${id}/export.${form}`)
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'plan.not-published'])
      const missing = await focal('GET', `/api/plans/00000000-0000-4000-8000-000000000000/export.${form}`)
      expect(missing.statusCode).toBe(404)
      expect((await app.server.inject(`/api/plans/${planId}/export.${form}`)).statusCode).toBe(401)
      expect((await focal('GET', `/api/plans/khong/export.${form}`)).statusCode).toBe(422)
    }
  })
})
