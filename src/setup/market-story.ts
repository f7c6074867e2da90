// In the sample province: the warning of its register sent to whom it touches, half of them told; the time in which
// petitions are answered; a petition that nobody answered in time. By the functions that the routes call.
import { escalatePetitions, saveSetting } from '../cooperative/petition-record.ts'
import { getWarning, listKnown } from '../cooperative/warning-queries.ts'
import { newMatches, recordTold, sendWarning } from '../cooperative/warning-record.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import type { StoryEvent } from './story.ts'

const WARNING = 'CB-2026-01'
const BASIS = 'Quy chế tiếp nhận, trả lời kiến nghị của tỉnh Sông Mơ (ví dụ hư cấu)'

interface Known {
  personOf(name: string): Promise<Actor>
}

export function marketEvents(tx: Sql, tenantId: number, { personOf }: Known): StoryEvent[] {
  const event = (day: string, time: string, run: (now: { at: Date; today: string }) => Promise<unknown>) => {
    const at = new Date(`${day}T${time}:00+07:00`)
    return { at, run: () => run({ at, today: day }) }
  }
  const idOf = async () => {
    const [row] = await tx<{ id: string }[]>`
      select id from trade_warning where tenant_id = ${tenantId} and code = ${WARNING}`
    if (!row) throw new Error(`story: no warning ${WARNING}`)
    return row.id
  }
  return [
    event('2026-10-21', '09:00', async (now) =>
      saveSetting(tx, await personOf('stc.daumoi'), 0, { days: 30, basis: BASIS }, now),
    ),
    event('2026-11-09', '14:20', async (now) => {
      const id = await idOf()
      const warning = await getWarning(tx, tenantId, id)
      const matches = await newMatches(tx, tenantId, warning)
      // Where no market is entered, the office asked: this one sells at home.
      const [atHome] = [...matches].find(([, why]) => why.every(({ isMarketOpen }) => isMarketOpen)) ?? []
      const leftOut = atHome
        ? [{ cooperativeId: atHome, reason: 'Chỉ bán tại chợ trong tỉnh, không xuất khẩu' }]
        : []
      const form = { rowVersion: warning.rowVersion, added: [], leftOut }
      return sendWarning(tx, await personOf('sct.chuyenvien'), id, 0, form, now)
    }),
    event('2026-11-12', '16:00', async (now) => {
      const id = await idOf()
      const sent = (await listKnown(tx, tenantId, id)).filter(({ kind }) => kind !== 'left-out')
      const cooperativeIds = sent.slice(0, Math.ceil(sent.length / 2)).map((one) => one.cooperativeId)
      const form = { cooperativeIds, on: now.today, way: 'phone', note: 'Đã hướng dẫn giữ chứng từ' } as const
      return recordTold(tx, await personOf('lmhtx.chuyenvien'), id, form, now)
    }),
    event('2026-11-18', '06:40', (now) => escalatePetitions(tx, tenantId, now)),
  ]
}
