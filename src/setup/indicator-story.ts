// The indicators of the sample province: what its plans print is linked, a few more are followed, values were entered and
// approved, one of them says something else than the registers. By the functions that the routes call, in order of time.
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import { computeOn } from '../indicator/compile.ts'
import type { LinkTo } from '../indicator/indicator.ts'
import { linkLater } from '../indicator/linking.ts'
import * as queries from '../indicator/queries.ts'
import { findReady } from '../indicator/ready.ts'
import * as record from '../indicator/record.ts'
import type { Sql } from '../store/database.ts'
import type { StoryEvent } from './story.ts'

interface Known {
  personOf(name: string): Promise<Actor>
  planId(file: string): string
}

const COOPERATIVES = 'plan-cooperatives.docx'
const INTEGRATION = 'plan-integration.docx'
/** Followed beside what the plans print. */
const MORE = [
  ...['cooperative-members', 'unions', 'groups', 'credit-funds', 'high-tech', 'women-directors-share'],
  ...['trained-managers-share', 'in-chains-share', 'average-income', 'ocop-products', 'top-100'],
]
/** Typed by the Cooperative Alliance, approved by the Department of Finance; `printed` is how the plan names it. */
const SOFTWARE = {
  printed: 'hợp tác xã sử dụng phần mềm kế toán',
  make: { name: 'Số hợp tác xã sử dụng phần mềm kế toán', unit: 'hợp tác xã' },
  values: [
    ['2023', 8],
    ['2024', 13],
    ['2025', 21],
  ] as const,
}
const VISITORS = {
  printed: 'Khách du lịch quốc tế',
  make: { name: 'Số lượt khách du lịch quốc tế', unit: 'lượt' },
  values: [
    ['2023', 41_300],
    ['2024', 49_800],
    ['2025', 57_100],
  ] as const,
}
const BEST: readonly (readonly [name: string, fromDay: string, toDay: string | null])[] = [
  ['Hợp tác xã Chè Mây Ngàn', '2024-04-11', '2025-04-10'],
  ['Hợp tác xã Dược liệu Khe Nhạc', '2025-04-11', null],
]

const at = (iso: string) => new Date(`${iso}:00+07:00`)
const nowAt = (iso: string) => ({ at: at(iso), today: dayInVietnam(at(iso)) })

export function indicatorEvents(tx: Sql, tenantId: number, { personOf, planId }: Known): StoryEvent[] {
  const event = (iso: string, by: string, run: (actor: Actor, now: record.Now) => Promise<unknown>) => ({
    at: at(iso),
    run: async () => run(await personOf(by), nowAt(iso)),
  })
  const idOf = async (name: string) => {
    const one = (await queries.listKnown(tx, tenantId)).find((known) => known.name === name)
    if (!one) throw new Error(`indicators: nobody follows "${name}"`)
    return one.id
  }
  const ready = (key: string) => idOf(findReady(key)?.name ?? key)
  const link = async (actor: Actor, now: record.Now, file: string, printed: string, to: LinkTo) => {
    const { indicators } = await queries.getPlan(tx, tenantId, planId(file))
    const found = indicators.find(({ name }) => name === printed)
    if (!found) throw new Error(`indicators: ${file} does not print "${printed}"`)
    await linkLater(tx, actor, planId(file), { printedId: found.id, to, seen: 0 }, now)
  }
  /** Entered by one, approved by another. */
  const enter = async (
    id: string,
    form: { period: string; value: number; source: string },
    now: record.Now,
  ) => {
    const value = await record.enterValue(
      tx,
      await personOf('lmhtx.daumoi'),
      id,
      { ...form, areaId: null },
      now,
    )
    await approve(value, now)
  }
  const approve = async (id: string, now: record.Now) =>
    record.decide(tx, await personOf('stc.daumoi'), id, 1, { decision: 'approve', reason: '' }, now)

  return [
    event('2026-01-23T08:30', 'stc.daumoi', async (actor, now) => {
      await link(actor, now, COOPERATIVES, SOFTWARE.printed, { make: SOFTWARE.make })
      await link(actor, now, COOPERATIVES, 'xử lý dứt điểm', { none: true })
      for (const key of MORE) await record.defineReady(tx, actor, key, now)
    }),
    event('2026-01-26T09:00', 'lmhtx.daumoi', async (actor, now) => {
      const id = await ready('cooperatives')
      const formula = findReady('cooperatives')?.formula
      if (!formula) throw new Error('indicators: no formula')
      const day = '2025-12-14'
      const { total } = await computeOn(tx, tenantId, formula, { day })
      // The yearly report still counted six that had ended by then.
      const value = (total.value ?? 0) + 6
      await enter(id, { period: '2025', value, source: 'Báo cáo 09/BC-LMHTX năm 2025, biểu 1' }, now)
      await approve(await record.takeSnapshot(tx, actor, id, { period: '2025', areaId: null }, now), now)
      const software = await idOf(SOFTWARE.make.name)
      for (const [period, value] of SOFTWARE.values)
        await enter(software, { period, value, source: `Báo cáo tổng kết năm ${period} của Liên minh` }, now)
      for (const [name, fromDay, toDay] of BEST) {
        const source = 'Thông báo kết quả bình chọn hằng năm'
        await record.addObject(
          tx,
          actor,
          await ready('top-100'),
          { name, areaId: null, fromDay, toDay, source },
          now,
        )
      }
    }),
    event('2026-02-03T14:00', 'stc.daumoi', async (actor, now) => {
      const target = { fromYear: 2030, toYear: 2030, isYearly: false, planId: null, areaId: null, max: null }
      const text = 'Định hướng của tỉnh đến năm 2030'
      for (const [key, op, min] of [
        ['women-directors-share', '>=', 30],
        ['high-tech', '~', 60],
        ['top-100', '>=', 2],
      ] as const)
        await record.addTarget(tx, actor, await ready(key), { ...target, op, min, text }, now)
    }),
    event('2026-05-20T09:00', 'sngv.daumoi', async (actor, now) => {
      await link(actor, now, INTEGRATION, VISITORS.printed, { make: VISITORS.make })
      const visitors = await idOf(VISITORS.make.name)
      for (const [period, value] of VISITORS.values)
        await enter(visitors, { period, value, source: `Báo cáo du lịch năm ${period}` }, now)
    }),
    // Waits for approval.
    event('2026-11-18T15:20', 'lmhtx.daumoi', async (actor, now) => {
      const form = { period: '2026', areaId: null, value: 27, source: 'Tổng hợp nhanh đến ngày 15/11/2026' }
      await record.enterValue(tx, actor, await idOf(SOFTWARE.make.name), form, now)
    }),
  ]
}
