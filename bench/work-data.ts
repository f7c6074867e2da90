// A made-up province of work: agencies, items, assignments and their steps, written straight into the tables and then
// derived by the same rebuild that `chutri rebuild` runs. Every figure follows from the sizes; nothing is random.
import { createHash, randomUUID } from 'node:crypto'
import { addDays } from '../src/base/calendar.ts'
import type { Database } from '../src/store/database.ts'
import { asJson } from '../src/store/database.ts'
import { rebuildWork } from '../src/task/rebuild.ts'

export interface Size {
  items: number
  agencies: number
  facts: number
}

export const TENANT = 1
export const TODAY_BASE = '2026-01-05'
const VERBS = ['Xây dựng', 'Rà soát', 'Tổ chức', 'Hỗ trợ', 'Kiểm tra', 'Tổng hợp', 'Ban hành', 'Tuyên truyền']
const THINGS = [
  'phương án củng cố hợp tác xã yếu kém',
  'kế hoạch đào tạo cán bộ quản lý',
  'danh mục sản phẩm đặc trưng của địa phương',
  'cơ sở dữ liệu về thành viên liên kết',
  'quy chế phối hợp giữa các cơ quan',
  'chuỗi liên kết tiêu thụ nông sản',
  'chương trình xúc tiến thương mại trong nước',
  'mô hình chuyển đổi số trong quản lý',
]

export interface Made {
  agencies: string[]
  /** Assignments in progress, to report on. */
  active: { id: string; agency: number }[]
  /** For each agency the cookie of an officer of it. */
  cookies: string[]
  leader: string
  planId: string
  /** Facts folded a second while everything was derived. */
  rebuild: { facts: number; seconds: number }
}

export async function makeWork(sql: Database, size: Size, now: Date, today: string): Promise<Made> {
  await sql`insert into tenant (id, name, province_code, created_at) values (${TENANT}, 'tỉnh Đo Đạc', '99', ${now})`
  const agencies = Array.from({ length: size.agencies }, () => randomUUID())
  await sql`
    insert into agency (tenant_id, id, name, name_key, kind, created_at)
    select ${TENANT}, id, 'Cơ quan số ' || n, 'cơ quan số ' || n, case when n <= 20 then 'department' else 'commune' end, ${now}
    from unnest(${agencies}::uuid[]) with ordinality as new (id, n)`
  const { cookies, people, leader } = await makePeople(sql, agencies, now)
  const overseer = agencies[0] ?? ''
  const plans = Array.from({ length: Math.max(1, Math.round(size.items / 500)) }, () => randomUUID())
  await sql`
    insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, overseer_id, created_by, created_at, published_at)
    select ${TENANT}, id, 'published', 'ke-hoach.docx', n || '/KH-UBND', 'KH', 'Kế hoạch phát triển số ' || n, 'UBND tỉnh',
           ${overseer}, ${people[0] ?? ''}, ${now}, ${now}
    from unnest(${plans}::uuid[]) with ordinality as new (id, n)`
  await sql`
    insert into plan_source (tenant_id, plan_id, door, lines, notices, draft)
    select ${TENANT}, id, 'text', '[]', '[]', '{"outline":[]}' from unnest(${plans}::uuid[]) as new (id)`
  const active: Made['active'] = []
  const perItem = Math.max(1, Math.round(size.facts / size.items))
  for (let from = 0; from < size.items; from += 5000) {
    const rows = Array.from({ length: Math.min(5000, size.items - from) }, (_, i) =>
      rowOf(from + i, { agencies, plans, people, perItem, today }),
    )
    await insertRows(sql, rows, now)
    for (const { assignmentId, n, isActive } of rows)
      if (isActive) active.push({ id: assignmentId, agency: n % agencies.length })
  }
  await sql`analyze`
  const began = performance.now()
  const { facts, broken } = await rebuildWork(sql, TENANT, { isMending: true })
  if (broken > 0) throw new Error(`${broken} of the made-up stories cannot be`)
  const seconds = (performance.now() - began) / 1000
  // Versions count the steps, as if each had been taken.
  await sql`
    update assignment set version = 1 + (select count(*) from step where step.tenant_id = ${TENANT} and step.assignment_id = assignment.id)
    where tenant_id = ${TENANT}`
  await sql`analyze`
  return { agencies, active, cookies, leader, planId: plans[0] ?? '', rebuild: { facts, seconds } }
}

async function makePeople(sql: Database, agencies: readonly string[], now: Date) {
  const roles = [...agencies.map(() => 'officer'), 'leader']
  const people = roles.map(() => randomUUID())
  const tokens = roles.map((_, i) => createHash('sha256').update(`token ${i}`).digest('base64url'))
  await sql`
    insert into account (tenant_id, id, login, name, role, agency_id, password_hash, created_at)
    select ${TENANT}, id, 'nguoi' || n, 'Người số ' || n, role, nullif(agency, '')::uuid, 'x', ${now}
    from unnest(${people}::uuid[], ${roles}::text[], ${[...agencies, '']}::text[]) with ordinality as new (id, role, agency, n)`
  await sql`
    insert into session (tenant_id, id, token_hash, account_id, created_at, expires_at)
    select ${TENANT}, gen_random_uuid(), hash, id, ${now}, ${new Date(now.getTime() + 86_400_000)}
    from unnest(${people}::uuid[], ${tokens.map((token) => createHash('sha256').update(token).digest('hex'))}::text[]) as new (id, hash)`
  const cookies = tokens.map((token) => `session=${TENANT}.${token}`)
  return { people, cookies: cookies.slice(0, -1), leader: cookies.at(-1) ?? '' }
}

interface Row {
  n: number
  itemId: string
  assignmentId: string
  planId: string
  agencyId: string
  quote: string
  dueOn: string | null
  steps: { kind: string; percent: number | null; onDay: string; accountId: string; text: string }[]
  isActive: boolean
}

/** Deadlines fall on ends of months and quarters, as in real plans; one in six duties has none. */
const dueOf = (n: number, today: string): string | null => {
  if (n % 6 === 0) return null
  const [year = 0, month = 0] = addDays(today, -300 + ((n * 37) % 900))
    .split('-')
    .map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function rowOf(
  n: number,
  given: { agencies: string[]; plans: string[]; people: string[]; perItem: number; today: string },
): Row {
  const { agencies, plans, people, perItem } = given
  const agency = n % agencies.length
  const steps: Row['steps'] = []
  const take = (kind: string, percent: number | null = null) =>
    steps.push({
      kind,
      percent,
      onDay: addDays(TODAY_BASE, steps.length * 3),
      accountId: people[agency] ?? '',
      text: kind === 'report' ? `Đã thực hiện phần việc số ${steps.length} của nhiệm vụ ${n}` : '',
    })
  // A third is done, a tenth waits for somebody, the others are under way or not yet received.
  const fate = n % 30
  const isDone = fate < 10
  const isWaiting = fate >= 10 && fate < 13
  const isNew = fate >= 28
  if (!isNew) {
    take('receive')
    const rounds = Math.max(0, Math.floor((perItem - (isDone ? 4 : isWaiting ? 2 : 1)) / 2))
    for (let i = 0; i < rounds; i++) {
      take('report', Math.min(95, 10 + i * 15))
      take('approve')
    }
    if (isDone || isWaiting) take('report', 100)
    if (isDone) {
      take('approve')
      take('confirm')
    }
  }
  const quote = `${VERBS[n % 8]} ${THINGS[(n >> 3) % 8]} tại địa bàn số ${n}, gắn với ${THINGS[(n >> 6) % 8]}`
  return {
    ...{ n, itemId: randomUUID(), assignmentId: randomUUID(), planId: plans[n % plans.length] ?? '' },
    ...{ agencyId: agencies[agency] ?? '', quote, dueOn: dueOf(n, given.today), steps },
    isActive: !isDone && !isWaiting && !isNew,
  }
}

async function insertRows(sql: Database, rows: readonly Row[], now: Date) {
  const items = rows.map(({ steps: _, ...row }) => row)
  await sql`
    insert into item (tenant_id, id, plan_id, ordinal, section, origin, outcome, quote, spans, lead_printed,
                      coordinating_printed, deliverables, due_text, due_kind, due_to, lead_id, due_on)
    select ${TENANT}, "itemId", "planId", n, 'III.' || n % 20, 'body', 'assign', quote, '[]', '{}', '{}', '{}', '', 'date',
           "dueOn", "agencyId", "dueOn"
    from jsonb_to_recordset(${sql.json(asJson(items))}) as new
      ("itemId" uuid, "planId" uuid, n int, quote text, "dueOn" date, "agencyId" uuid)`
  await sql`
    insert into assignment (tenant_id, id, plan_id, item_id, agency_id, given_to, ordinal, due_on, given_due, given_on,
                            status, created_at)
    select ${TENANT}, "assignmentId", "planId", "itemId", "agencyId", "agencyId", n, "dueOn", "dueOn", ${TODAY_BASE},
           'assigned', ${now}
    from jsonb_to_recordset(${sql.json(asJson(items))}) as new
      ("assignmentId" uuid, "planId" uuid, "itemId" uuid, "agencyId" uuid, n int, "dueOn" date)`
  const steps = rows.flatMap(({ assignmentId, agencyId, steps }) =>
    steps.map((step, i) => ({ ...step, id: randomUUID(), assignmentId, agencyId, seq: i + 1 })),
  )
  await sql`
    insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, agency_id, at, on_day, text, percent)
    select ${TENANT}, id, "assignmentId", seq, kind, "accountId", 'Người đo', "agencyId", ${now}, "onDay", text, percent
    from jsonb_to_recordset(${sql.json(asJson(steps))}) as new
      (id uuid, "assignmentId" uuid, seq int, kind text, "accountId" uuid, "agencyId" uuid, "onDay" date, text text, percent int)`
}
