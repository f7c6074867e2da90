// What happened in the sample province: its plans dropped, reviewed and published, then step after step, by the
// functions that the routes call. A story that no longer fits the rules throws: a test tells it on every run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Directory, directoryOf } from '../agency/agency.ts'
import { listAgencies } from '../agency/queries.ts'
import { dayInVietnam } from '../base/config.ts'
import { readDocument } from '../document/read-document.ts'
import type { Actor } from '../http/actor.ts'
import { SAMPLE_LOGIN } from '../identity/identity.ts'
import { findAccountByLogin, getActor } from '../identity/queries.ts'
import { Publication } from '../plan/plan.ts'
import { addEdit, createDraft, publishPlan } from '../plan/publish.ts'
import { getSource } from '../plan/queries.ts'
import { inSection, type ResolvedItem, reachOfOutcome, resolve } from '../plan/resolve.ts'
import { applyEdit, type Edit, foldReview, type Review } from '../plan/review.ts'
import { readPlan } from '../reading/read-plan.ts'
import type { Sql } from '../store/database.ts'
import { storeFile } from '../store/files.ts'
import { takeStep } from '../task/steps.ts'
import { STEP_KINDS } from '../task/task.ts'
import { StepForm } from '../task/work.ts'
import { assessmentEvents } from './assessment-story.ts'
import { cascadeEvents } from './cascade-story.ts'
import { difficultyEvents, enterDaysOff } from './difficulties.ts'
import { indicatorEvents } from './indicator-story.ts'
import { marketEvents } from './market-story.ts'
import { listPlanWork } from './queries.ts'
import { ratingEvents } from './rating-story.ts'
import { tellRegisters } from './register-story.ts'
import { reportEvents } from './report-story.ts'
import { signingEvents } from './signing-story.ts'
import { talkEvents } from './talk.ts'
import { urgingEvents } from './urging-story.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))

/** `task` is how the quote of a duty begins, `lead` and `agency` are codes of the directory. */
const Story = z.object({
  today: z.iso.date(),
  plans: z.array(
    z.object({
      file: z.string(),
      focal: z.string(),
      publishedAt: Moment,
      review: z.array(
        z.union([
          z.object({ section: z.string(), outcome: z.enum(['assign', 'each', 'orientation']) }),
          z.object({
            task: z.string(),
            outcome: z.enum(['assign', 'each', 'orientation']),
            lead: z.string().optional(),
          }),
        ]),
      ),
      steps: z.array(
        z.object({
          task: z.string(),
          agency: z.string(),
          step: z.enum(STEP_KINDS),
          by: z.string(),
          at: Moment,
          text: z.string().optional(),
          percent: z.number().optional(),
          files: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})
type PlanStory = z.infer<typeof Story>['plans'][number]
type Decision = PlanStory['review'][number]

export async function tellStory(tx: Sql, tenantId: number, folder: string): Promise<void> {
  const story = Story.parse(JSON.parse(readFileSync(join(folder, 'story.json'), 'utf8')))
  const directory = directoryOf(await listAgencies(tx, tenantId), story.today)
  const people = new Map<string, Actor>()
  const personOf = async (name: string): Promise<Actor> => {
    const actor = people.get(name) ?? (await findActor(tx, tenantId, name, story.today))
    people.set(name, actor)
    return actor
  }
  const events: StoryEvent[] = []
  const planIds = new Map<string, string>()
  for (const plan of story.plans) {
    const planId = await publish(tx, await personOf(plan.focal), plan, directory, folder)
    planIds.set(plan.file, planId)
    events.push(...(await stepEvents(tx, planId, plan, folder, personOf)))
  }
  const agencyId = (code: string) =>
    theOne(
      directory.agencies.filter((agency) => agency.code === code),
      code,
    ).id
  await enterDaysOff(tx, tenantId, folder)
  await tellRegisters(tx, tenantId, folder, { personOf, agencyId })
  events.push(...difficultyEvents(tx, tenantId, folder, { personOf, agencyId }))
  events.push(...signingEvents(tx, tenantId, folder, { personOf, agencyId }))
  events.push(...marketEvents(tx, tenantId, { personOf }))
  events.push(...assessmentEvents(tx, tenantId, { personOf }))
  events.push(...urgingEvents(tx, tenantId, { personOf, agencyId }))
  const planId = (file: string) => planIds.get(file) ?? ''
  events.push(...talkEvents(tx, tenantId, folder, { personOf, agencyId, planId }))
  events.push(...cascadeEvents(tx, tenantId, folder, { personOf, agencyId, planId }))
  events.push(...ratingEvents(tx, tenantId, { personOf, agencyId }))
  events.push(...indicatorEvents(tx, tenantId, { personOf, planId }))
  events.push(...reportEvents(tx, tenantId, folder, { personOf, agencyId, planId }))
  for (const { run } of events.sort((a, b) => a.at.getTime() - b.at.getTime())) await run()
}

/** What happened when: steps and difficulties come in the order of time. */
export interface StoryEvent {
  at: Date
  run: () => Promise<unknown>
}

async function findActor(tx: Sql, tenantId: number, name: string, today: string): Promise<Actor> {
  const account = await findAccountByLogin(tx, `${SAMPLE_LOGIN}${name}`)
  if (account?.tenantId !== tenantId) throw new Error(`story: nobody signs in as ${name}`)
  return getActor(tx, tenantId, account.id, today)
}

async function publish(tx: Sql, focal: Actor, plan: PlanStory, directory: Directory, folder: string) {
  const at = plan.publishedAt
  const bytes = readFileSync(join(folder, plan.file))
  const document = await readDocument(bytes, plan.file)
  const files = [{ name: plan.file, bytes }]
  const dropped = { fileName: plan.file, files, document, draft: readPlan(document) }
  const id = await createDraft(tx, focal, dropped, at)
  const { draft } = await getSource(tx, focal.tenantId, id)
  let review = foldReview(draft, [])
  let version = 1
  const decide = async (edits: Edit[]) => {
    for (const edit of edits) {
      version = await addEdit(tx, focal, id, version, edit, at)
      review = applyEdit(review, edit)
    }
  }
  for (const decision of plan.review) await decide(editsFor(decision, review, directory))
  // What nobody decided and nobody leads is kept without being tracked, as the focal officer would.
  const open = resolve(review, directory).items.filter(({ problem }) => problem === 'no-lead')
  await decide(outcomeOf(open, 'orientation'))
  if (!focal.agencyId) throw new Error(`story: ${focal.name} belongs to no agency`)
  const now = { at, today: dayInVietnam(at) }
  await publishPlan(tx, focal, id, version, Publication.parse({ overseerId: focal.agencyId }), now)
  return id
}

const outcomeOf = (items: readonly ResolvedItem[], outcome: Decision['outcome']): Edit[] =>
  items.length ? [{ kind: 'outcome', ids: items.map(({ id }) => id), outcome }] : []

/** Nothing for a line that reading no longer takes for a duty. */
function editsFor(decision: Decision, review: Review, directory: Directory): Edit[] {
  const { items } = resolve(review, directory)
  if ('section' in decision) {
    const reach = reachOfOutcome(inSection(items, decision.section))
    return outcomeOf(
      items.filter(({ id }) => reach.includes(id)),
      decision.outcome,
    )
  }
  const item = items.find(({ quote }) => quote.startsWith(decision.task))
  if (item && decision.lead) return leadEdits(item, decision.lead, directory)
  return outcomeOf(item ? [item] : [], decision.outcome)
}

/** The lead as printed, where the line prints it; else written in. */
function leadEdits(item: ResolvedItem, code: string, directory: Directory): Edit[] {
  const agency = theOne(
    directory.agencies.filter((one) => one.code === code),
    code,
  )
  const printed = item.leads.find(({ match }) => match && 'agency' in match && match.agency === agency.id)
  if (printed) return [{ kind: 'lead', id: item.id, lead: printed.printed }]
  return [
    { kind: 'change', ids: [item.id], lead: [agency.name] },
    { kind: 'outcome', ids: [item.id], outcome: 'assign' },
  ]
}

async function stepEvents(
  tx: Sql,
  planId: string,
  plan: PlanStory,
  folder: string,
  personOf: (name: string) => Promise<Actor>,
): Promise<StoryEvent[]> {
  const { tenantId } = await personOf(plan.focal)
  const work = [...(await listPlanWork(tx, tenantId, planId))]
  return plan.steps.map(({ task, agency, step, by, at, text, percent, files }) => ({
    at,
    run: async () => {
      const assignment = theOne(
        work.filter((one) => one.agency === agency && one.quote.startsWith(task)),
        `${agency}: ${task}`,
      )
      const evidence = []
      for (const name of files)
        evidence.push({ name, hash: await storeFile(tx, tenantId, readFileSync(join(folder, name)), at) })
      const form = StepForm.parse({ kind: step, text, percent, files: evidence })
      const now = { at, today: dayInVietnam(at) }
      const taken = await takeStep(tx, await personOf(by), assignment.id, assignment.version, form, now)
      assignment.version = taken.version
    },
  }))
}

function theOne<T>(found: readonly T[], what: string): T {
  const [one] = found
  if (!one || found.length > 1) throw new Error(`story: ${found.length} instead of one: ${what}`)
  return one
}
