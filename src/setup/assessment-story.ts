// The assessments of the sample province: criteria published by its chairman, the years 2024 and 2025 scored by one office
// and confirmed by another, 2024 locked; a few of 2025 wait, and some lack their update. By the functions the routes call.
import { randomUUID } from 'node:crypto'
import { dayInVietnam } from '../base/config.ts'
import * as queries from '../cooperative/assessment-queries.ts'
import * as record from '../cooperative/assessment-record.ts'
import { SAMPLE_COOPERATIVE_RUBRIC } from '../cooperative/assessment-rubric.ts'
import { type Rated, rateYear, rubricOf } from '../cooperative/assessments.ts'
import { makeExtract } from '../cooperative/extract-routes.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'

interface Known {
  personOf: (name: string) => Promise<Actor>
}

const RUBRIC = { ...SAMPLE_COOPERATIVE_RUBRIC, title: 'Bộ tiêu chí đánh giá hợp tác xã của tỉnh' }
const PUBLISHED = { documentNumber: '18/QĐ-UBND', documentOn: '2026-01-23', fromYear: 2024 }
const REASON = 'Theo biên bản làm việc của tổ rà soát'
/** So many complete ones of 2025 still wait to be confirmed. */
const WAITING = 12

export function assessmentEvents(tx: Sql, tenantId: number, { personOf }: Known) {
  const event = (iso: string, by: string, run: (actor: Actor, now: record.Now) => Promise<unknown>) => {
    const at = new Date(iso)
    return { at, run: async () => run(await personOf(by), { at, today: dayInVietnam(at) }) }
  }
  const rated = async (year: number, today: string) => {
    const { body } = await rubricOf(tx, tenantId, year)
    return rateYear(tx, tenantId, body, { year, today })
  }
  const scored = (iso: string, year: number) =>
    event(iso, 'lmhtx.chuyenvien', async (actor, now) =>
      scoreAll(tx, actor, year, await rated(year, now.today), now.at),
    )
  const confirmed = (iso: string, year: number, waiting: number) =>
    event(iso, 'stc.daumoi', async (actor, now) => {
      const ready = (await rated(year, now.today)).filter(({ state }) => state === 'ready')
      const chosen = ready
        .slice(0, ready.length - waiting)
        .map(({ found }) => ({ cooperativeId: found.id, version: found.kept?.version ?? 0 }))
      const { refused } = await record.confirmMany(tx, actor, year, chosen, now)
      if (refused[0]) throw new Error(`sample: ${refused[0].name}: ${refused[0].why}`)
    })
  return [
    event('2026-01-23T09:00:00+07:00', 'stc.daumoi', async (actor, now) => {
      const { id, version } = await record.draftRubric(tx, actor, RUBRIC, now)
      await record.publishRubric(tx, await personOf('chutich'), id, version, PUBLISHED, now)
    }),
    scored('2026-01-27T09:00:00+07:00', 2024),
    confirmed('2026-01-28T09:00:00+07:00', 2024, 0),
    event('2026-02-02T09:00:00+07:00', 'chutich', (actor, now) =>
      record.lockYear(tx, actor, { year: 2024, reason: 'Đã báo cáo kết quả năm 2024' }, now),
    ),
    scored('2026-02-03T09:00:00+07:00', 2025),
    confirmed('2026-02-06T09:00:00+07:00', 2025, WAITING),
    event('2026-11-18T09:00:00+07:00', 'lmhtx.daumoi', async (actor, now) => {
      const [first] = await rated(2025, now.today)
      if (first) await makeExtract(tx, actor, first.found.id, { purpose: 'Hồ sơ vay vốn ngân hàng' }, now.at)
    }),
  ]
}

/** What no register says, scored like the rest of each cooperative; those without an update are left open. */
async function scoreAll(tx: Sql, actor: Actor, year: number, rated: readonly Rated[], at: Date): Promise<void> {
  const { tenantId, accountId, name } = actor
  const names = new Map(RUBRIC.criteria.map((one) => [one.code, one.name]))
  const rows = rated
    .filter(({ found, result }) => found.update !== null && result.unrated === null)
    .map(({ found, result }) => {
      const known = result.criteria.filter(({ points }) => points !== null)
      const most = known.reduce((sum, one) => sum + one.most, 0)
      const share = most === 0 ? 0.5 : known.reduce((sum, { points }) => sum + (points ?? 0), 0) / most
      const hand = Object.fromEntries(
        result.criteria
          .filter(({ points }) => points === null)
          .map(({ code, most: all }) => [
            code,
            { points: Math.round(all * share), reason: REASON, accountId, by: name, at: at.toISOString() },
          ]),
      )
      return { id: randomUUID(), cooperativeId: found.id, hand }
    })
  await queries.insertAssessments(tx, tenantId, year, rows)
  await queries.fillHands(tx, tenantId, rows)
  await queries.insertSteps(
    tx,
    tenantId,
    rows.flatMap(({ id, hand }) =>
      Object.entries(hand).map(([code, { points }]) => ({
        ...{ id: randomUUID(), assessmentId: id, kind: 'score' as const, reason: REASON },
        detail: { criterion: names.get(code) ?? code, points },
      })),
    ),
    { accountId, name, at },
  )
  await audit(tx, actor, at, 'assessment.score', ['assessment-year', String(year)], { scored: rows.length })
}
