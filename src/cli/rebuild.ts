// `rebuild [--verify]`: derives everything that is only cached again, and compares; without --verify it also mends.
import { rebuildDifficulties } from '../difficulty/rebuild.ts'
import { rebuildDossiers } from '../signing/rebuild.ts'
import { rebuildWork } from '../task/rebuild.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

/** So many differences are printed in full. */
const SHOWN = 20

/** 1 when something is left that is not in line; 0 when all is, or was mended. */
export const rebuild = ({ flags }: Given, io: Surroundings): Promise<number> =>
  io.withStore(async (sql) => {
    const isMending = flags.verify !== true
    const provinces = await sql<{ id: number; name: string }[]>`select id, name from tenant order by id`
    let left = 0
    let differences = 0
    for (const { id, name } of provinces) {
      const began = performance.now()
      const found = await rebuildWork(sql, id, { isMending })
      for (const also of [
        await rebuildDifficulties(sql, id, { isMending }),
        await rebuildDossiers(sql, id, { isMending }),
      ]) {
        found.facts += also.facts
        found.differences.push(...also.differences)
        found.broken += also.broken
      }
      const seconds = (performance.now() - began) / 1000
      io.out(words.cli.rebuilt(name, found.facts, found.assignments, found.items, seconds))
      for (const line of found.differences.slice(0, SHOWN)) io.out(`  ${line}`)
      if (found.differences.length > 0)
        io.out(words.cli.differences(found.differences.length - (isMending ? found.broken : 0), isMending))
      differences += found.differences.length
      left += isMending ? found.broken : found.differences.length
      if (found.broken > 0) io.err(words.cli.brokenStories(found.broken))
    }
    if (differences === 0) io.out(words.cli.allInLine)
    return left > 0 ? 1 : 0
  })
