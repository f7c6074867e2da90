// Ratings of cooperatives in the sample province: two years confirmed by a second person, the first of them locked, and for
// the running year a rubric with criteria that a person has to score. By the functions that the routes call.

import { confirmMany, draftRubric, lockYear, publishRubric } from '../cooperative/assessment-record.ts'
import { CooperativeRubric, SAMPLE_COOPERATIVE_RUBRIC } from '../cooperative/assessment-rubric.ts'
import { rateYear } from '../cooperative/assessments.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import type { StoryEvent } from './story.ts'

const OFFICER = 'stc.daumoi'
const HEAD = 'stc.lanhdao'
const LEADER = 'phochutich'

/** In place of what a person has to score, more points for what the registers say; nobody's decision, as all of it. */
const POINTS: Record<string, readonly number[]> = {
  profit: [10, 7, 4],
  'revenue-growth': [7, 5, 3],
  debt: [7, 5, 3],
  'fund-growth': [6, 3],
  trained: [12, 8, 3],
  women: [8, 4],
  technology: [4],
  chain: [6],
  'member-growth': [11, 6],
  'member-revenue': [12, 9, 6],
  income: [9, 6],
  workers: [8, 6, 3],
}

/** The rubric of the years before: figures only. */
const computed = (): CooperativeRubric =>
  CooperativeRubric.parse({
    ...SAMPLE_COOPERATIVE_RUBRIC,
    title: 'Bộ tiêu chí đánh giá hợp tác xã theo số liệu (ví dụ hư cấu)',
    criteria: SAMPLE_COOPERATIVE_RUBRIC.criteria.flatMap((criterion) => {
      const points = POINTS[criterion.code]
      return points
        ? [
            {
              ...criterion,
              points: points[0],
              steps: criterion.steps.map(({ at }, i) => ({ at, points: points[i] ?? 0 })),
            },
          ]
        : []
    }),
  })

interface Known {
  personOf(name: string): Promise<Actor>
}

export function assessmentEvents(tx: Sql, tenantId: number, { personOf }: Known): StoryEvent[] {
  const event = (
    day: string,
    time: string,
    by: string,
    run: (actor: Actor, now: { at: Date; today: string }) => Promise<unknown>,
  ) => {
    const at = new Date(`${day}T${time}:00+07:00`)
    return { at, run: async () => run(await personOf(by), { at, today: day }) }
  }
  const publish = (day: string, body: () => CooperativeRubric, fromYear: number, documentNumber: string) =>
    event(day, '08:30', LEADER, async (leader, now) => {
      const { id, version } = await draftRubric(tx, await personOf(OFFICER), body(), now)
      return publishRubric(tx, leader, id, version, { documentNumber, documentOn: day, fromYear }, now)
    })
  const confirm = (day: string, time: string, year: number) =>
    event(day, time, HEAD, async (head, now) => {
      const rated = await rateYear(tx, tenantId, computed(), { year, today: now.today })
      const ready = rated.filter(({ state }) => state === 'ready')
      const chosen = ready.map(({ found }) => ({
        cooperativeId: found.id,
        version: found.kept?.version ?? 0,
      }))
      return confirmMany(tx, head, year, chosen, now)
    })
  return [
    publish('2026-01-26', computed, 2024, '31/QĐ-UBND'),
    confirm('2026-01-29', '09:00', 2024),
    confirm('2026-01-30', '09:00', 2025),
    event('2026-02-03', '10:00', HEAD, (head, now) =>
      lockYear(tx, head, { year: 2024, reason: 'Đã báo cáo kết quả xếp loại năm 2024' }, now),
    ),
    publish('2026-03-10', () => SAMPLE_COOPERATIVE_RUBRIC, 2026, '118/QĐ-UBND'),
  ]
}
