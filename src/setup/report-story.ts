// The yearly report in the sample province: the duty to report, its round, some answers, and the consolidation begun.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import { DraftForm, RoundForm, StepForm } from '../report/exchange.ts'
import { listReadDuties, listReports } from '../report/queries.ts'
import { consolidateReport, saveDraft, takeReportStep } from '../report/record.ts'
import { proposalOf, RegimeForm } from '../report/regime.ts'
import { createRegime, openRound } from '../report/rounds.ts'
import type { Sql } from '../store/database.ts'
import type { StoryEvent } from './story.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const Reports = z.object({
  plan: z.string(),
  focal: z.string(),
  regime: z.object({ at: Moment, title: z.string(), period: z.string(), note: z.string() }),
  answers: z.array(
    z.object({
      agency: z.string(),
      by: z.string(),
      at: Moment,
      approvedBy: z.string().optional(),
      approvedAt: Moment.optional(),
      acceptedAt: Moment.optional(),
      texts: z.record(z.string(), z.string()),
    }),
  ),
  consolidatedAt: Moment,
})

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
  planId: (file: string) => string
}

const nowAt = (at: Date) => ({ at, today: dayInVietnam(at) })

export function reportEvents(tx: Sql, tenantId: number, folder: string, known: Known): StoryEvent[] {
  const story = Reports.parse(JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8')))
  let roundId = ''
  const reportOf = async (agencyId: string) => {
    const found = (await listReports(tx, tenantId, roundId)).find((one) => one.agencyId === agencyId)
    if (!found) throw new Error(`story: no report of agency ${agencyId}`)
    return found
  }
  const step = async (by: string, agency: string, kind: 'submit' | 'approve' | 'accept', at: Date) => {
    const { id, version } = await reportOf(known.agencyId(agency))
    await takeReportStep(tx, await known.personOf(by), id, version, StepForm.parse({ kind }), nowAt(at))
  }
  const open = async () => {
    const { at, title, period, note } = story.regime
    const focal = await known.personOf(story.focal)
    const planId = known.planId(story.plan)
    const days = { afterDays: 5, beforeDays: 5, openDays: 45 }
    const due = { dueDay: 15, dueMonth: 0, dueInclusive: false }
    // As the plan itself says it, where reading found it.
    const read = (await listReadDuties(tx, tenantId, planId)).flatMap((duty) => proposalOf(duty) ?? [])
    const found = read.find(({ form }) => form.dueDay === due.dueDay)
    const source = found ? { sourceKey: found.key, quote: found.quote } : {}
    const regime = RegimeForm.parse({ title, every: 'year', ...due, ...days, ...source })
    const { id: regimeId } = await createRegime(tx, focal, planId, regime, nowAt(at))
    const form = RoundForm.parse({ kind: 'periodic', regimeId, period, note })
    roundId = (await openRound(tx, focal, planId, form, nowAt(at))).id
  }
  const write = async ({ by, agency, at, texts }: (typeof story.answers)[number]) => {
    const { id, version } = await reportOf(known.agencyId(agency))
    await saveDraft(tx, await known.personOf(by), id, version, DraftForm.parse({ texts }), nowAt(at))
    await step(by, agency, 'submit', at)
  }
  const consolidate = async () => {
    const focal = await known.personOf(story.focal)
    const { id, version } = await reportOf(focal.agencyId ?? '')
    await consolidateReport(tx, focal, id, version, nowAt(story.consolidatedAt))
  }
  return [
    { at: story.regime.at, run: open },
    ...story.answers.flatMap((answer) => {
      const { agency, at, approvedBy, approvedAt, acceptedAt } = answer
      const events: StoryEvent[] = [{ at, run: () => write(answer) }]
      if (approvedBy && approvedAt)
        events.push({ at: approvedAt, run: () => step(approvedBy, agency, 'approve', approvedAt) })
      if (acceptedAt)
        events.push({ at: acceptedAt, run: () => step(story.focal, agency, 'accept', acceptedAt) })
      return events
    }),
    { at: story.consolidatedAt, run: consolidate },
  ]
}
