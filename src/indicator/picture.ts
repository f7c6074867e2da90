// What the pages of indicators ask for beside the answers of indicator.ts: choices for filters, the small lines of a list.
import { z } from 'zod'

/** Today as the server knows it, and the plans that set targets. */
export const Choices = z.object({
  day: z.iso.date(),
  plans: z.array(z.object({ id: z.uuid(), label: z.string() })),
})
export type Choices = z.infer<typeof Choices>

/** At most this many at once: a page of the list. */
export const MOST_TRENDS = 100

/** The yearly values of some indicators; an indicator that is not there is left out. */
export const Trends = z.object({
  trends: z.array(
    z.object({ id: z.uuid(), points: z.array(z.object({ year: z.int(), value: z.number().nullable() })) }),
  ),
})
export type Trends = z.infer<typeof Trends>
