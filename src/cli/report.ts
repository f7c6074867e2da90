// `report consolidate PLAN PERIOD --out FILE.docx`: the consolidated report of a round as it stands, beside a running
// server. Nothing is recorded: it is joined anew, written to the file and forgotten.
import { writeFileSync } from 'node:fs'
import { Refusal } from '../base/refusal.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { joinedPaper } from '../report/joined-paper.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

const w = words.report.cli

export const reportConsolidate = (
  { words: [plan = '', period = ''], flags }: Given,
  io: Surroundings,
): Promise<number> => {
  const out = flags.out
  if (typeof out !== 'string' || out === '') throw new Refusal('invalid', 'report.out', w.outMissing)
  return io.withStore(async (sql) => {
    const began = performance.now()
    const found = await joinedPaper(sql, plan, period, io.now())
    writeFileSync(out, await writeOfficial(found.paper))
    io.out(w.written(out, found.sent, found.asked, Math.round(performance.now() - began)))
    if (found.missing.length > 0) io.out(w.missing(found.missing.join(', ')))
    return 0
  })
}
