// The difficulties of the sample province: raised, joined, sent, handed upwards by the clock and answered, in order of
// time and by the functions that the routes call.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInVietnam } from '../base/config.ts'
import { RaiseForm, StepForm } from '../difficulty/exchange.ts'
import { escalateOverdue, raiseDifficulty, takeStep } from '../difficulty/queries.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { readLines } from '../working-day/day-off.ts'
import { insertDaysOff } from '../working-day/queries.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const Text = z.string().default('')

/** `task` is how the quote of a duty begins, `agency`, `to` and `next` are codes, `joins` how another one begins. */
const Difficulties = z.array(
  z.object({
    task: z.string(),
    agency: z.string(),
    by: z.string(),
    at: Moment,
    type: z.string(),
    text: z.string(),
    proposal: z.string(),
    steps: z.array(
      z.discriminatedUnion('step', [
        z.object({ step: z.literal('opine'), by: z.string(), at: Moment, text: Text }),
        z.object({ step: z.literal('join'), by: z.string(), at: Moment, joins: z.string() }),
        z.object({
          ...{
            step: z.literal('send'),
            by: z.string(),
            at: Moment,
            text: Text,
            to: z.string(),
            days: z.number(),
          },
          ...{ next: z.string().optional(), nextDays: z.number().optional() },
        }),
        z.object({
          ...{ step: z.literal('answer'), by: z.string(), at: Moment, text: Text },
          ...{ document: z.string(), documentOn: z.string() },
        }),
        z.object({ step: z.literal('close'), by: z.string(), at: Moment, text: Text }),
        z.object({ step: z.literal('escalate'), at: Moment }),
      ]),
    ),
  }),
)
type Told = z.infer<typeof Difficulties>[number]
type ToldStep = Told['steps'][number]

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
}

const nowAt = (at: Date) => ({ at, today: dayInVietnam(at) })

export async function enterDaysOff(tx: Sql, tenantId: number, folder: string): Promise<void> {
  const { days, faults } = readLines(readFileSync(join(folder, 'days-off.txt'), 'utf8'))
  if (faults.length) throw new Error(`sample days off: ${JSON.stringify(faults)}`)
  await insertDaysOff(tx, tenantId, days)
}

/** Each event finds the difficulties as those before it left them. */
export function difficultyEvents(tx: Sql, tenantId: number, folder: string, known: Known) {
  const told = Difficulties.parse(JSON.parse(readFileSync(join(folder, 'difficulties.json'), 'utf8')))
  const ids = new Map<Told, string>()
  const raise = async (one: Told) => {
    const assignmentIds = [await findAssignment(tx, tenantId, known.agencyId(one.agency), one.task)]
    const form = RaiseForm.parse({ type: one.type, text: one.text, proposal: one.proposal, assignmentIds })
    const { id } = await raiseDifficulty(tx, await known.personOf(one.by), form, nowAt(one.at))
    ids.set(one, id)
  }
  const take = async (one: Told, step: ToldStep) => {
    if (step.step === 'escalate') {
      await escalateOverdue(tx, tenantId, nowAt(step.at))
      return
    }
    // The one that is joined moves; the one it is told of stays.
    const subject = step.step === 'join' ? told.find(({ text }) => text.startsWith(step.joins)) : one
    const [id, target] = [ids.get(subject ?? one) ?? '', ids.get(one) ?? '']
    const seen = await versionOf(tx, tenantId, id)
    await takeStep(tx, await known.personOf(step.by), id, seen, formOf(step, target, known), nowAt(step.at))
  }
  return told.flatMap((one) => [
    { at: one.at, run: () => raise(one) },
    ...one.steps.map((step) => ({ at: step.at, run: () => take(one, step) })),
  ])
}

function formOf(
  step: Exclude<ToldStep, { step: 'escalate' }>,
  target: string,
  { agencyId }: Known,
): StepForm {
  const { step: kind, ...rest } = step
  if (step.step === 'join') return StepForm.parse({ kind, targetId: target })
  if (step.step === 'answer') return StepForm.parse({ kind, ...rest, documentNumber: step.document })
  if (step.step !== 'send') return StepForm.parse({ kind, ...rest })
  const next = step.next ? { nextId: agencyId(step.next), nextDays: step.nextDays } : {}
  return StepForm.parse({ kind, ...rest, addresseeId: agencyId(step.to), ...next })
}

async function versionOf(tx: Sql, tenantId: number, id: string): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select version from difficulty where tenant_id = ${tenantId} and id = ${id}`
  return row?.version ?? 0
}

export async function findAssignment(
  tx: Sql,
  tenantId: number,
  agencyId: string,
  task: string,
): Promise<string> {
  const rows = await tx<{ id: string }[]>`
    select assignment.id from assignment
    join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
    where assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agencyId} and starts_with(item.quote, ${task})
      and assignment.role = 'lead'`
  const [row] = rows
  if (!row || rows.length > 1)
    throw new Error(`difficulties: ${rows.length} assignments instead of one: ${task}`)
  return row.id
}
