// The ratings of the sample province: a published rubric, an agency that keeps them, a quarter that was locked, and one in
// which a cause was confirmed, an objection waits and a change is proposed. By the functions that the routes call.
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import { readUnits } from '../rating/facts.ts'
import { readPeriod } from '../rating/rating.ts'
import { rateAll, readPeople } from '../rating/ratings.ts'
import * as record from '../rating/record.ts'
import { type Rubric, SAMPLE_RUBRIC } from '../rating/rubric.ts'
import type { Sql } from '../store/database.ts'

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
}

const LOCKED = '2026-Q3'
const OPEN = '2026-Q4'
const OFFICE = 'H99.03'
const RUBRIC: Rubric = { ...SAMPLE_RUBRIC, title: 'Bộ tiêu chí xếp loại của tỉnh', minimum: 1 }
const PUBLISHED = { documentNumber: '27/QĐ-UBND', documentOn: '2026-02-25', validFrom: '2026-03-01' }

const at = (iso: string) => new Date(iso)
const nowAt = (moment: Date) => ({ at: moment, today: dayInVietnam(moment) })

export function ratingEvents(tx: Sql, tenantId: number, { personOf, agencyId }: Known) {
  const event = (iso: string, by: string, run: (actor: Actor, now: record.Now) => Promise<unknown>) => ({
    at: at(iso),
    run: async () => run(await personOf(by), nowAt(at(iso))),
  })
  /** Those of the open quarter that lost points for being late, as they stood then: the worst first. */
  const lateIn = async (today: string) => {
    const period = readPeriod(OPEN)
    if (!period) throw new Error(`ratings: no period ${OPEN}`)
    const [units, people] = await Promise.all([
      readUnits(tx, tenantId, RUBRIC, period, today),
      readPeople(tx, tenantId),
    ])
    const rated = rateAll(RUBRIC, 'agency', units, people, period, today)
    return rated
      .map((one) => ({ ...one, late: one.units.find(({ fault, count }) => fault === 'late' && count > 0) }))
      .filter(({ late }) => late)
      .sort((a, b) => a.result.score - b.result.score)
  }
  return [
    event('2026-02-25T09:00:00+07:00', 'quantri', (actor, now) =>
      record.setOffice(tx, actor, 0, agencyId(OFFICE), now),
    ),
    event('2026-02-25T10:00:00+07:00', 'chutich', async (actor, now) => {
      const { id, version } = await record.draftRubric(tx, actor, RUBRIC, now)
      await record.publishRubric(tx, actor, id, version, PUBLISHED, now)
    }),
    event('2026-09-24T15:00:00+07:00', 'snv.lanhdao', (actor, now) =>
      record.lockPeriod(
        tx,
        actor,
        { period: LOCKED, reason: 'Đã thống nhất tại cuộc họp giao ban quý III' },
        now,
      ),
    ),
    event('2026-11-19T09:00:00+07:00', 'snv.lanhdao', async (actor, now) => {
      const [, second] = await lateIn(now.today)
      if (!second?.late) return
      const { assignmentId } = second.late
      const reason = 'Chờ hướng dẫn của bộ chuyên ngành, đã có văn bản xin ý kiến trước hạn'
      await record.confirmCause(tx, actor, { assignmentId, fault: 'late', reason }, now)
    }),
    event('2026-11-20T09:00:00+07:00', 'snv.lanhdao', async (actor, now) => {
      const [worst] = await lateIn(now.today)
      if (!worst) return
      const { subject, result } = worst
      const form = {
        ...{
          period: OPEN,
          by: 'agency' as const,
          id: subject.id,
          score: Math.min(10_000, result.score + 500),
        },
        reason: 'Có nhiều nhiệm vụ đột xuất được giao trong quý',
      }
      const found = { computed: result.score, score: result.score, agencyId: subject.agency.id }
      await record.proposeChange(tx, actor, form, found, now)
    }),
    event('2026-11-20T14:00:00+07:00', 'sct.chuyenvien', async (actor, now) => {
      const own = (await lateIn(now.today)).find(({ subject }) => subject.agency.id === actor.agencyId)
      if (!own?.late || !actor.agencyId) return
      const text = 'Nhiệm vụ này phải chờ kinh phí được phân bổ. Đề nghị xem xét là nguyên nhân khách quan.'
      const about = { assignmentId: own.late.assignmentId, fault: 'late' as const, text }
      await record.object(tx, actor, { period: OPEN, agencyId: actor.agencyId, ...about }, now)
    }),
  ]
}
