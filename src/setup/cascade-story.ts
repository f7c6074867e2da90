// The plans below the sample province's programme: which duty asks for them, who has issued, who was excused.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInVietnam } from '../base/config.ts'
import { listItems, listOwed } from '../cascade/queries.ts'
import { decideCall, settle } from '../cascade/record.ts'
import { SettleForm } from '../cascade/sub-plan.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))

/** `task` is how the quote of the duty begins, `agency` a code of the directory. */
const Told = z.object({
  plan: z.string(),
  task: z.string(),
  by: z.string(),
  at: Moment,
  dueOn: z.iso.date(),
  settled: z.array(z.object({ agency: z.string(), at: Moment }).and(SettleForm)),
})

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
  planId: (file: string) => string
}

export function cascadeEvents(tx: Sql, tenantId: number, folder: string, known: Known) {
  const told = Told.parse(JSON.parse(readFileSync(join(folder, 'sub-plans.json'), 'utf8')))
  const planId = known.planId(told.plan)
  const now = (at: Date) => ({ at, today: dayInVietnam(at) })
  const decide = async () => {
    const items = await listItems(tx, tenantId, planId)
    const item = items.find(({ quote }) => quote.startsWith(told.task))
    if (!item) throw new Error(`story: no duty asks for plans: ${told.task}`)
    const form = { decision: 'owed', dueOn: told.dueOn, to: 'bearers' } as const
    await decideCall(tx, await known.personOf(told.by), planId, item.itemId, form, now(told.at))
  }
  return [
    { at: told.at, run: decide },
    ...told.settled.map(({ agency, at, ...form }) => ({
      at,
      run: async () => {
        const agencyId = known.agencyId(agency)
        const owed = (await listOwed(tx, tenantId, planId)).find((one) => one.agencyId === agencyId)
        if (!owed) throw new Error(`story: ${agency} owes no plan`)
        const actor = await known.personOf(told.by)
        await settle(tx, actor, planId, agencyId, owed.version, SettleForm.parse(form), now(at))
      },
    })),
  ]
}
