// A published plan with work in it, written the way publishing writes it.
import { randomUUID } from 'node:crypto'
import type { Due } from '../src/reading/draft.ts'
import { asJson } from '../src/store/database.ts'
import { createWork } from '../src/task/create-work.ts'
import type { NewItem } from '../src/task/task.ts'
import type { testApp } from './database.ts'

type TestApp = Awaited<ReturnType<typeof testApp>>

export const dueBy = (to: string): Due => ({ text: `trước ngày ${to}`, kind: 'date', from: null, to })
export const UNDATED: Due = { text: 'Thường xuyên', kind: 'ongoing', from: null, to: '2026-12-31' }

export const newItem = (ordinal: number, item: Partial<NewItem> = {}): NewItem => ({
  id: randomUUID(),
  ordinal,
  section: 'III.1',
  origin: 'body',
  outcome: 'assign',
  quote: `Nhiệm vụ số ${ordinal}`,
  spans: [{ line: 3, from: 2, to: 10 }],
  leadPrinted: [],
  coordinatingPrinted: [],
  deliverables: [],
  due: UNDATED,
  mergedInto: null,
  bearers: [],
  coordinators: [],
  ...item,
})

const LINES = [
  'KẾ HOẠCH',
  'III. NHIỆM VỤ',
  '1. Tuyên truyền',
  '- Nhiệm vụ số 1',
  'Dòng sau',
  'Dòng sau nữa',
  'Cuối',
]

/** Without sub-duties, periodic reports due on the last day of their window. */
export const GIVING = { reportDays: 0, subDutyDays: null }

/** A plan overseen by Sở Tài chính; returns its id and the number of assignments. */
export async function planWithWork(
  { sql, tenantId, agencyId, accountId, clock }: TestApp,
  items: NewItem[],
  { number = '147/KH-UBND', title = 'Kế hoạch phát triển kinh tế tập thể' } = {},
) {
  const planId = randomUUID()
  const at = clock.now()
  const lines = LINES.map((text, n) => ({ n, text }))
  const draft = { outline: [{ label: '1.', title: 'Tuyên truyền', level: 2, section: 'III.1', spans: [] }] }
  const assignments = await sql.begin(async (tx) => {
    await tx`
      insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, overseer_id, created_by,
                        created_at, published_at)
      values (${tenantId}, ${planId}, 'published', 'ke-hoach.docx', ${number}, 'KH', ${title}, 'UBND tỉnh',
              ${agencyId('Sở Tài chính')}, ${accountId('focal')}, ${at}, ${at})`
    await tx`
      insert into plan_source (tenant_id, plan_id, door, lines, notices, draft)
      values (${tenantId}, ${planId}, 'text', ${tx.json(asJson(lines))}, '[]', ${tx.json(asJson(draft))})`
    return createWork(tx, tenantId, planId, items, { ...GIVING, at, today: clock.today(), on: clock.today() })
  })
  return { planId, assignments }
}

/** The assignment of an item on an agency. */
export async function assignmentOf(
  { sql, tenantId }: TestApp,
  itemId: string,
  agencyId: string,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from assignment where tenant_id = ${tenantId} and item_id = ${itemId} and agency_id = ${agencyId}`
  if (!row) throw new Error('no such assignment')
  return row.id
}
