// Random histories: agencies merge, split, are renamed and abolished while they work, some of it recorded late or
// beforehand. Whatever happens, a report of a day stays what it was, open work has one living agency, figures are right.
// Many histories share a province (their agencies never meet), so that a thousand fit into a minute.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { runs, TIME } from '../../test/nightly.ts'
import { dueBy, GIVING, newItem, UNDATED } from '../../test/work.ts'
import { addDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { asJson, type Database } from '../store/database.ts'
import { createWork } from '../task/create-work.ts'
import { rebuildWork } from '../task/rebuild.ts'
import { takeSteps } from '../task/steps.ts'
import type { StepForm } from '../task/work.ts'
import type { ActForm, DecisionForm } from './act.ts'
import { applyDue, decide, recordAct } from './reorganise.ts'
import type { StandingCell } from './standing.ts'
import { countStanding } from './standing-queries.ts'

const WORLDS = 10
const PROVINCES = runs(100)
const START = '2026-01-05'
const TICKS = 5

type App = Awaited<ReturnType<typeof testApp>>
let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test(`${WORLDS * PROVINCES} histories`, { timeout: 4 * TIME.timeout }, async () => {
  const seen = { acts: 0, refused: 0, late: 0, prepared: 0, decided: 0, steps: 0, snapshots: 0, compared: 0 }
  const queue = Array.from({ length: PROVINCES }, (_, i) => i + 1)
  const work = async () => {
    for (let seed = queue.shift(); seed; seed = queue.shift()) await history(app.sql, 1000 + seed, seed, seen)
  }
  await Promise.all(Array.from({ length: 8 }, work))
  // The walk reached what it is for.
  for (const [name, n] of Object.entries(seen)) expect(n, name).toBeGreaterThan(PROVINCES)
})

/** A small generator of random numbers (mulberry32): the same seed tells the same history. */
function randomOf(seed: number) {
  let state = seed * 0x9e3779b9
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return { next, below, pick, chance: (p: number) => next() < p }
}
type Random = ReturnType<typeof randomOf>

interface Snapshot {
  day: string
  cells: StandingCell[]
  /** How much was recorded of each world before it was taken. */
  acts: number[]
}

async function history(
  sql: Database,
  tenantId: number,
  seed: number,
  seen: Record<
    'acts' | 'refused' | 'late' | 'prepared' | 'decided' | 'steps' | 'snapshots' | 'compared',
    number
  >,
) {
  const random = randomOf(seed)
  let today = START
  const now = () => ({ at: new Date(`${today}T03:00:00Z`), today })
  const { people, planId, worldOf } = await found(sql, tenantId, random, now())
  const [person] = people
  if (!person) throw new Error('nobody there')
  /** From which days what was recorded in each world counts (acts and decisions), in the order of recording. */
  const recorded: string[][] = Array.from({ length: WORLDS }, () => [])
  const snapshots: Snapshot[] = []
  const snapshot = async (day: string) => {
    const cells = await sql.begin((tx) => countStanding(tx, tenantId, { day, planId: null, agencyId: null }))
    snapshots.push({ day, cells, acts: recorded.map((acts) => acts.length) })
    seen.snapshots++
  }

  for (let tick = 0; tick < TICKS; tick++) {
    seen.steps += await walk(sql, tenantId, random, people, now())
    // As the server does every ten minutes: what was opened again passes on at once.
    await sql.begin((tx) => applyDue(tx, tenantId, now()))
    await snapshot(random.chance(0.5) ? today : addDays(START, random.below(daysBetween(START, today) + 1)))
    const living = await sql<Living[]>`
      select id, name from agency where tenant_id = ${tenantId} and ended_on is null order by name, id`
    // Worlds do not meet, and a refusal comes before anything is written: one transaction is like many.
    await sql.begin(async (tx) => {
      for (let world = 0; world < WORLDS; world++) {
        if (!random.chance(0.55)) continue
        const form = inventAct(random, world, living, worldOf, today)
        if (!form) continue
        try {
          const { state } = await recordAct(tx, person, form, now())
          seen.acts++
          if (state === 'prepared') seen.prepared++
          if (form.effectiveOn < today) seen.late++
          recorded[world]?.push(form.effectiveOn)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          seen.refused++
        }
      }
    })
    await adoptAll(sql, tenantId, worldOf)
    seen.decided += await decideSome(sql, tenantId, random, person, worldOf, recorded, now(), 0.6)
    today = addDays(today, 1 + random.below(40))
    await sql.begin((tx) => applyDue(tx, tenantId, now()))
    await adoptAll(sql, tenantId, worldOf)
  }
  // Everything that was prepared takes effect, and everything left open is decided.
  today = addDays(today, 400)
  await sql.begin((tx) => applyDue(tx, tenantId, now()))
  await adoptAll(sql, tenantId, worldOf)
  seen.decided += await decideSome(sql, tenantId, random, person, worldOf, recorded, now(), 1)

  const why = `province ${tenantId}, seed ${seed}`
  for (const { day, cells, acts } of snapshots) {
    const again = await sql.begin((tx) => countStanding(tx, tenantId, { day, planId: null, agencyId: null }))
    for (let world = 0; world < WORLDS; world++) {
      const later = recorded[world]?.slice(acts[world]) ?? []
      if (later.some((effectiveOn) => effectiveOn <= day)) continue
      const own = (all: readonly StandingCell[]) =>
        all
          .filter(({ agencyId }) => worldOf.get(agencyId) === world)
          .map((cell) => JSON.stringify(sorted(cell)))
          .sort()
      expect(own(again), `${why}, world ${world}, ${day}`).toEqual(own(cells))
      if (later.length) seen.compared++
    }
  }
  const homeless = await sql`
    select assignment.id from assignment
    join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
    where assignment.tenant_id = ${tenantId} and assignment.status not in ('done', 'closed')
      and agency.ended_on is not null`
  expect(homeless.length, why).toBe(0)
  const stray = await sql`
    select plan.id from plan join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${planId} and agency.ended_on is not null`
  expect(stray.length, why).toBe(0)
  const { differences } = await rebuildWork(sql, tenantId, { isMending: false })
  expect(differences, why).toEqual([])
  await countersAgree(sql, tenantId, today, why)
}

const sorted = (cell: StandingCell) => Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1))
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** What the facts say of today and what the counters say is the same. */
async function countersAgree(sql: Database, tenantId: number, today: string, why: string) {
  const cells = await sql.begin((tx) =>
    countStanding(tx, tenantId, { day: today, planId: null, agencyId: null }),
  )
  const sums = new Map<string, number>()
  for (const { planId, agencyId, role, state, n } of cells) {
    const key = [planId, agencyId, role, state].join(' ')
    sums.set(key, (sums.get(key) ?? 0) + n)
  }
  const kept = await sql<{ key: string; n: number }[]>`
    select concat_ws(' ', plan_id, agency_id, role, state) as key, sum(n)::int as n from assignment_count
    where tenant_id = ${tenantId} group by 1 having sum(n) <> 0`
  expect(Object.fromEntries(kept.map(({ key, n }) => [key, n])), why).toEqual(Object.fromEntries(sums))
}

/** A province with WORLDS little administrations of four agencies, three people who may do everything, one plan. */
async function found(sql: Database, tenantId: number, random: Random, now: { at: Date; today: string }) {
  const worldOf = new Map<string, number>()
  const agencies = Array.from({ length: WORLDS }, (_, world) =>
    Array.from({ length: 4 }, (_, n) => {
      const id = randomUUID()
      worldOf.set(id, world)
      return { id, name: `Cơ quan ${world}.${n}`, world }
    }),
  )
  const all = agencies.flat()
  const people: Actor[] = Array.from({ length: 3 }, (_, n) => ({
    ...{ tenantId, accountId: randomUUID(), name: `Người ${n}`, role: 'admin', agencyId: null },
    capacities: [],
  }))
  const planId = randomUUID()
  await sql.begin(async (tx) => {
    await tx`insert into tenant (id, name, province_code, created_at) values (${tenantId}, 'tỉnh Ngẫu Nhiên', '98', ${now.at})`
    await tx`
      insert into agency (tenant_id, id, name, name_key, kind, created_at)
      select ${tenantId}::int, id, name, lower(name), 'department', ${now.at}::timestamptz
      from jsonb_to_recordset(${tx.json(asJson(all))}) as new (id uuid, name text)`
    await tx`
      insert into account (tenant_id, id, login, name, role, created_at)
      select ${tenantId}::int, "accountId", concat('nguoi', ${tenantId}::int, name), name, 'admin', ${now.at}::timestamptz
      from jsonb_to_recordset(${tx.json(asJson(people))}) as new ("accountId" uuid, name text)`
    await tx`
      insert into plan (tenant_id, id, status, file_name, type, title, issuer, overseer_id, created_by, created_at)
      values (${tenantId}, ${planId}, 'published', 'k.docx', 'KH', 'Kế hoạch ngẫu nhiên', 'UBND tỉnh', ${all[0]?.id ?? ''},
              ${people[0]?.accountId ?? ''}, ${now.at})`
    const items = agencies.flatMap((own, world) => {
      const ids = own.map(({ id }) => id)
      const due = () => (random.chance(0.7) ? dueBy(addDays(START, random.below(200))) : UNDATED)
      return [
        newItem(world * 3 + 1, { bearers: [random.pick(ids)], coordinators: ids.slice(2), due: due() }),
        newItem(world * 3 + 2, { bearers: ids.slice(0, 3), outcome: 'each', due: due() }),
        newItem(world * 3 + 3, { bearers: [random.pick(ids)], due: due() }),
      ]
    })
    await createWork(tx, tenantId, planId, items, { ...GIVING, subDutyDays: 5, ...now, on: now.today })
    // A group of each world, to which a decision may send the work.
    await tx`
      insert into agency_group (tenant_id, id, name, rule, created_at)
      select ${tenantId}::int, id, name, rule, ${now.at}::timestamptz
      from jsonb_to_recordset(${tx.json(
        asJson(
          agencies.map((own, world) => ({
            ...{ id: randomUUID(), name: `Nhóm ${world}` },
            rule: {
              ...{ kinds: [], under: null, committee: null, minus: [] },
              plus: own.slice(0, 2).map(({ id }) => id),
            },
          })),
        ),
      )}) as new (id uuid, name text, rule jsonb)`
  })
  return { people, planId, worldOf }
}

const FORMS = (random: Random, today: string): StepForm =>
  random.pick<StepForm>([
    { kind: 'receive' },
    {
      kind: 'report',
      text: 'Xong',
      percent: random.pick([40, 100, 100]),
      nothing: false,
      figures: [],
      files: [],
    },
    { kind: 'report', text: 'Xong', percent: 100, nothing: false, figures: [], files: [] },
    { kind: 'approve', text: '' },
    { kind: 'approve', text: '' },
    { kind: 'confirm', text: '' },
    { kind: 'confirm', text: '' },
    { kind: 'return', text: 'Thiếu' },
    { kind: 'extend', until: addDays(today, 30 + random.below(200)), text: 'Thêm' },
    { kind: 'suspend', text: 'Dừng' },
    { kind: 'resume', until: null, text: '' },
    { kind: 'close', text: 'Đóng' },
    { kind: 'reopen', text: 'Mở lại' },
  ])

/** Three bulk acts of somebody who may do everything: what the table of steps allows happens. */
async function walk(
  sql: Database,
  tenantId: number,
  random: Random,
  people: readonly Actor[],
  now: { at: Date; today: string },
): Promise<number> {
  const agencies = await sql<{ id: string }[]>`select id from agency where tenant_id = ${tenantId}`
  const capacities = agencies.flatMap(({ id }) =>
    (['head', 'focal'] as const).map((role) => ({ forAccountId: null, role, agencyId: id, unitOf: null })),
  )
  let taken = 0
  for (const person of people) {
    const rows = await sql<{ id: string; version: number }[]>`
      select assignment.id, assignment.version from assignment
      join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
      join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.given_to
      where assignment.tenant_id = ${tenantId} order by item.ordinal, agency.name, assignment.role`
    const steps = rows
      .filter(() => random.chance(0.35))
      .map(({ id, version }) => ({ id, version, form: FORMS(random, now.today) }))
    const { results } = await sql.begin((tx) => takeSteps(tx, { ...person, capacities }, steps, now))
    taken += results.filter((one) => one.taken).length
  }
  return taken
}

interface Living {
  id: string
  name: string
}

/** An act of one world, mostly a possible one: its day today, late, or to come. */
function inventAct(
  random: Random,
  world: number,
  living: readonly Living[],
  worldOf: ReadonlyMap<string, number>,
  today: string,
): ActForm | null {
  const own = living.filter(({ id }) => worldOf.get(id) === world)
  // One always stays, so that there is somebody to decide for.
  const mortal = own.filter(({ name }) => name !== `Cơ quan ${world}.3`)
  if (mortal.length === 0) return null
  const first = random.pick(mortal)
  const second = random.pick(own.filter(({ id }) => id !== first.id))
  const shift = random.pick([0, 0, 0, -random.below(60), -random.below(10), 1 + random.below(60)])
  const effectiveOn = addDays(today, shift)
  const named = () => ({
    ...{ agencyId: null, takes: '' },
    founded: {
      name: `Cơ quan ${world} ${String(random.below(1e9)).padStart(9, '0')}`,
      ...{ code: null, kind: 'department' as const, parentId: null },
    },
  })
  const there = (id: string) => ({ agencyId: id, founded: null, takes: '' })
  const act = { effectiveOn, documentNumber: '1/QĐ', documentOn: null, note: '', decisions: [] }
  switch (random.pick(['merge', 'merge', 'new', 'split', 'spin', 'rename', 'abolish'] as const)) {
    case 'merge':
      return { ...act, kind: 'merge', old: [first.id], successors: [there(second.id)] }
    case 'new':
      if (!mortal.includes(second)) return null
      return { ...act, kind: 'merge', old: [first.id, second.id], successors: [named()] }
    case 'split':
      return { ...act, kind: 'split', old: [first.id], successors: [named(), there(second.id)] }
    case 'spin':
      return { ...act, kind: 'split', old: [first.id], successors: [there(first.id), named()] }
    case 'rename':
      return { ...act, kind: 'rename', old: [first.id], successors: [named()] }
    case 'abolish':
      return { ...act, kind: 'abolish', old: [first.id], successors: [] }
  }
}

/** Agencies founded by an act belong to its world. */
async function adoptAll(sql: Database, tenantId: number, worldOf: Map<string, number>) {
  const rows = await sql<{ actId: string; id: string }[]>`
    select act_id as "actId", agency_id as id from reorganisation_part
    where tenant_id = ${tenantId} and agency_id is not null`
  for (const { actId, id } of rows) {
    if (worldOf.has(id)) continue
    const kin = rows.find((row) => row.actId === actId && worldOf.has(row.id))
    if (kin) worldOf.set(id, worldOf.get(kin.id) ?? -1)
  }
}

/** Decides with this chance on each old agency that nobody has decided on: one agency, exceptions, or a group. */
async function decideSome(
  sql: Database,
  tenantId: number,
  random: Random,
  person: Actor,
  worldOf: ReadonlyMap<string, number>,
  recorded: readonly string[][],
  now: { at: Date; today: string },
  chance: number,
): Promise<number> {
  const open = await sql<{ actId: string; agencyId: string; effectiveOn: string; kind: string }[]>`
    select part.act_id as "actId", part.agency_id as "agencyId", reorganisation.effective_on as "effectiveOn",
           reorganisation.kind
    from reorganisation_part part
    join reorganisation on reorganisation.tenant_id = part.tenant_id and reorganisation.id = part.act_id
    join agency on agency.tenant_id = part.tenant_id and agency.id = part.agency_id
    left join succession on succession.tenant_id = part.tenant_id and succession.act_id = part.act_id
      and succession.agency_id = part.agency_id
    where part.tenant_id = ${tenantId} and part.side = 'old' and reorganisation.state = 'done'
      and reorganisation.kind in ('split', 'abolish') and succession.act_id is null
    order by reorganisation.effective_on, agency.name`
  const groups = await sql<{ id: string; name: string }[]>`
    select id, name from agency_group where tenant_id = ${tenantId}`
  let decided = 0
  for (const { actId, agencyId, effectiveOn, kind } of open) {
    if (!random.chance(chance)) continue
    const world = worldOf.get(agencyId)
    const agencies = await sql<{ id: string }[]>`
      select id from agency where tenant_id = ${tenantId} and (valid_from is null or valid_from <= ${effectiveOn})
        and (ended_on is null or ended_on > ${effectiveOn}) order by name`
    recorded[world ?? -1]?.push(effectiveOn)
    const receivers = agencies.filter(({ id }) => worldOf.get(id) === world && id !== agencyId)
    // Whoever would follow has gone since: the decision names one that exists then.
    if (receivers.length === 0) continue
    const to = () => ({ agency: random.pick(receivers).id })
    const group = groups.find(({ name }) => name === `Nhóm ${world}`)?.id ?? ''
    const held = await sql<{ id: string }[]>`
      select assignment.id from assignment
      join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
      join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.given_to
      where assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agencyId}
        and assignment.status not in ('done', 'closed') order by item.ordinal, agency.name, assignment.role`
    const form: DecisionForm = {
      agencyId,
      to: kind === 'abolish' && random.chance(0.25) ? { group } : to(),
      why: 'Theo lĩnh vực',
      exceptions: held
        .filter(() => random.chance(0.3))
        .map(({ id }) => ({ planId: null, assignmentId: id, to: to() })),
      accounts: [],
    }
    try {
      await sql.begin((tx) => decide(tx, person, actId, form, now))
      decided++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql.begin((tx) => decide(tx, person, actId, { ...form, to: to() }, now))
      decided++
    }
  }
  return decided
}
