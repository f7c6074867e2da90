// What the server does by itself, as server and browser exchange it.
import { z } from 'zod'

/** In the order in which the page tells them. */
export const JOB_NAMES = [
  'reorganisations',
  'periods',
  'difficulties',
  'petitions',
  'opinions',
  'report-succession',
  'report-rounds',
  'rungs',
  'morning',
  'mail',
  'tidy',
] as const
export type JobName = (typeof JOB_NAMES)[number]

const OUTCOMES = ['done', 'nothing', 'failed'] as const
const Count = z.number().int()

export const JobRun = z.object({
  id: z.uuid(),
  job: z.enum(JOB_NAMES),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** How many runs of that day went alike. */
  runs: Count,
  outcome: z.enum(OUTCOMES),
  /** How many things they did. */
  done: Count,
  /** Of a failed run: why, in a sentence. */
  message: z.string(),
})
export type JobRun = z.infer<typeof JobRun>

export const JobState = z.object({
  name: z.enum(JOB_NAMES),
  last: JobRun.nullable(),
  isRunning: z.boolean(),
  /** Asked for and waiting: when it runs, and how often it was tried in vain. */
  waiting: z.object({ at: z.iso.datetime(), tries: Count }).nullable(),
})
export type JobState = z.infer<typeof JobState>

export const JobList = z.object({ jobs: z.array(JobState) })

export const RunQuery = z.object({ job: z.enum(JOB_NAMES).optional(), after: z.string().max(200).optional() })
export const RunList = z.object({ runs: z.array(JobRun), next: z.string().nullable() })

/** The fields of a page's address; what is not understood is left out. */
export const readRunQuery = (search: Record<string, unknown>): z.infer<typeof RunQuery> => ({
  job: RunQuery.shape.job.safeParse(search.job).data,
  after: RunQuery.shape.after.safeParse(search.after).data,
})

/** Days for which the history is kept, and with it mail that was sent. */
export const KEPT_DAYS = 90
