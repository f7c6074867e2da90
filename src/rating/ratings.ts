// The ratings of a period as they are shown: computed from the facts, or as they were locked, with what people decided on
// top. The computed score always stays beside what a person made of it.
import type { Database, Sql } from '../store/database.ts'
import { type Period, periodAfter, periodBefore } from '../task/period.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import { readUnits, unitsKept } from './facts.ts'
import type { Snapshot } from './queries.ts'
import * as queries from './queries.ts'
import { rate, type Unit } from './rate.ts'
import { type RatingRow, readPeriod, type Subject, type SubjectForm } from './rating.ts'
import { bandOf, type Rubric, SAMPLE_RUBRIC } from './rubric.ts'
import { judgedOn } from './units.ts'

type Units = ReadonlyMap<string, readonly Unit[]>

/** Whom there is to rate, known once for many rubrics. */
export interface People {
  agencies: readonly queries.RatedAgency[]
  terms: readonly queries.TermRow[]
  accounts: readonly { id: string; agencyId: string; name: string; position: string }[]
}

export async function readPeople(sql: Sql, tenantId: number): Promise<People> {
  const [agencies, terms, accounts] = await Promise.all([
    queries.listRated(sql, tenantId),
    queries.listTerms(sql, tenantId),
    queries.listHeadAccounts(sql, tenantId),
  ])
  return { agencies, terms, accounts }
}

const isRated = ({ kinds, outside }: Rubric, kind: queries.RatedAgency['kind']): boolean =>
  (kinds as readonly string[]).includes(kind) && !(outside === 'exclude' && REPORTS_OUTSIDE.includes(kind))

/** Of police and army only days are known: what came back for being wrong is not told here. */
const judgeable = (kind: string, units: readonly Unit[]): Unit[] =>
  units.filter(({ fault }) => fault !== 'returned' || !REPORTS_OUTSIDE.includes(kind))

/** Everybody with anything to judge by, rated; agencies by name, heads by agency and day. */
export function rateAll(
  rubric: Rubric,
  by: Subject,
  units: Units,
  people: People,
  period: Period,
  today: string,
): Snapshot[] {
  const rated = people.agencies.filter(({ id, kind }) => units.has(id) && isRated(rubric, kind))
  return rated.flatMap((agency) => {
    const own = judgeable(agency.kind, units.get(agency.id) ?? [])
    if (own.length === 0) return []
    const { id, name, kind } = agency
    const subject: SubjectForm = { by: 'agency', id, agency: { id, name }, kind, head: null }
    if (by === 'agency') return [{ subject, units: own, result: rate(rubric, own) }]
    return headsOf(agency.id, people, period, today).flatMap(({ id, head }) => {
      const theirs = own.filter((unit) => isTheirs(unit, head, period))
      if (theirs.length === 0) return []
      return [{ subject: { ...subject, by, id, head }, units: theirs, result: rate(rubric, theirs) }]
    })
  })
}

/** What was decided before the window opened is there on its first day. */
const isTheirs = ({ day }: Unit, head: { from: string; to: string }, { from }: Period): boolean => {
  const on = day < from ? from : day
  return on >= head.from && on <= head.to
}

/**
 * Who headed the agency in the period, each with the days that are theirs. Without a recorded term the one account that
 * heads it is taken for all of them; two would be a guess.
 */
function headsOf(agencyId: string, { terms, accounts }: People, period: Period, today: string) {
  const { asOf } = judgedOn(period, today)
  const own = terms.filter((term) => term.agencyId === agencyId)
  if (own.length === 0) {
    const [account, another] = accounts.filter((one) => one.agencyId === agencyId)
    if (!account || another) return []
    const { id, name, position } = account
    return [{ id, head: { name, position, from: period.from, to: asOf, isAssumed: true } }]
  }
  return own
    .map(({ id, name, position, from, until }) => ({
      id,
      head: {
        ...{ name, position, isAssumed: false },
        from: from > period.from ? from : period.from,
        to: until !== null && until < asOf ? until : asOf,
      },
    }))
    .filter(({ head }) => head.from <= head.to)
    .sort((a, b) => (a.head.from < b.head.from ? -1 : 1))
}

export interface RatedPeriod {
  period: Period & { every: 'month' | 'quarter' | 'half' | 'year' }
  isOver: boolean
  /** In force on the last day of the window; of a locked period the one it was locked with. */
  rubric: Rubric
  published: Awaited<ReturnType<typeof queries.findRubricOn>>
  lock: queries.LockRow | null
  opened: queries.LockRow[]
  found: Snapshot[]
  /** Of a locked period: computed anew. */
  now: Snapshot[] | null
  outside: { id: string; name: string }[]
}

/** Refuses nothing: `key` was read by the form. */
export async function ratePeriod(
  sql: Database,
  tenantId: number,
  { key, by, today }: { key: string; by: Subject; today: string },
): Promise<RatedPeriod> {
  const period = readPeriod(key)
  if (!period) throw new Error(`no period ${key}`)
  const [published, locks, people] = await Promise.all([
    queries.findRubricOn(sql, tenantId, period.to),
    queries.listLocks(sql, tenantId, key),
    readPeople(sql, tenantId),
  ])
  const lock = locks.find(({ openedAt }) => openedAt === null) ?? null
  const rubric = lock?.rubric ?? published?.body ?? SAMPLE_RUBRIC
  const units = await unitsKept(sql, tenantId, rubric, period, today)
  const computed = rateAll(rubric, by, units, people, period, today)
  const stored = lock && (await queries.listSnapshots(sql, tenantId, lock.id, by)).map(({ body }) => body)
  const outside = people.agencies
    .filter(({ id, kind }) => REPORTS_OUTSIDE.includes(kind) && units.has(id) && !isRated(rubric, kind))
    .map(({ id, name }) => ({ id, name }))
  return {
    ...{ period, rubric, published, lock, outside },
    isOver: today > period.to,
    opened: locks.filter(({ openedAt }) => openedAt !== null),
    found: stored ?? computed,
    now: stored ? computed : null,
  }
}

/** Both kinds of subject of a period, from facts read in the transaction that locks it. */
export async function snapshotsFor(
  tx: Sql,
  tenantId: number,
  rubric: Rubric,
  period: Period,
  today: string,
): Promise<Snapshot[]> {
  const units = await readUnits(tx, tenantId, rubric, period, today)
  const people = await readPeople(tx, tenantId)
  return (['agency', 'head'] as const).flatMap((by) => rateAll(rubric, by, units, people, period, today))
}

/** Rows in their order: the best first, those with too little to judge by last. */
export function rowsOf(
  { rubric, found, now }: Pick<RatedPeriod, 'rubric' | 'found' | 'now'>,
  changes: readonly queries.ChangeRow[],
  objections: readonly queries.ObjectionRow[],
  order: (a: string, b: string) => number,
): RatingRow[] {
  const nowOf = new Map(now?.map((one) => [one.subject.id, one.result]))
  const rows = found.map(({ subject, result }) => {
    const own = changes.filter((change) => change.subjectId === subject.id && change.subject === subject.by)
    const approved = own.find(({ state }) => state === 'approved')
    const proposed = own.find(({ state }) => state === 'proposed')
    const anew = nowOf.get(subject.id)
    return {
      ...{ subject, rank: null, score: result.score, band: result.band },
      ...{ duties: result.duties, reports: result.reports },
      criteria: result.criteria.map(({ deductions: _, ...criterion }) => criterion),
      changed: approved ? { score: approved.score, band: bandOf(rubric, approved.score) } : null,
      proposed: proposed ? { score: proposed.score } : null,
      objections:
        subject.by === 'agency'
          ? objections.filter(({ agencyId, answer }) => agencyId === subject.agency.id && answer === null)
              .length
          : 0,
      now: now && anew?.score !== result.score ? { score: anew?.score ?? null } : null,
    }
  })
  const scoreOf = (row: RatingRow) => row.changed?.score ?? row.score
  const bandIn = (row: RatingRow) => row.changed?.band ?? row.band
  const sorted = (rows as RatingRow[]).sort(
    (a, b) =>
      Number(bandIn(a) === null) - Number(bandIn(b) === null) ||
      scoreOf(b) - scoreOf(a) ||
      order(a.subject.agency.name, b.subject.agency.name) ||
      (a.subject.head?.from ?? '').localeCompare(b.subject.head?.from ?? ''),
  )
  // Equal scores share a place.
  let place = 0
  return sorted.map((row, at) => {
    const previous = sorted[at - 1]
    if (!previous || scoreOf(previous) !== scoreOf(row)) place = at + 1
    return bandIn(row) === null ? row : { ...row, rank: place }
  })
}

/** How many may stand in the first band where more do; null: within what the rubric foresees. */
export function tooManyTop({ topShare }: Rubric, rows: readonly RatingRow[]): number | null {
  if (topShare === null) return null
  const inBand = (band: number) => rows.filter((row) => (row.changed?.band ?? row.band) === band).length
  const most = Math.floor((inBand(1) * topShare) / 100)
  return inBand(0) > most ? most : null
}

export const neighbours = (period: RatedPeriod['period']) => ({
  before: periodBefore(period.every, period).key,
  after: periodAfter(period.every, period).key,
})
