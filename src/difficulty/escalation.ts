// The clock of all provinces: at the start and every hour what is overdue goes one level up.
import type { App } from '../http/app.ts'
import { escalateOverdue } from './queries.ts'

const HOUR = 3_600_000

/** Hands on what is overdue in every province; returns how many. One province's fault keeps no other waiting. */
export async function escalateAll({ sql, clock }: App, onError: (error: unknown) => void): Promise<number> {
  let escalated = 0
  for (const { id } of await sql<{ id: number }[]>`select id from tenant order by id`) {
    const now = { at: clock.now(), today: clock.today() }
    try {
      escalated += await sql.begin((tx) => escalateOverdue(tx, id, now))
    } catch (error) {
      onError(error)
    }
  }
  return escalated
}

/** Begins at once; the function returned ends it, when a round under way is over. */
export function escalateEveryHour(
  app: App,
  onError: (error: unknown) => void,
  every = HOUR,
): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve()
  const go = () => {
    // One round after the other, however slow the database.
    round = round.then(() => escalateAll(app, onError)).catch(onError)
  }
  go()
  const timer = setInterval(go, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}
