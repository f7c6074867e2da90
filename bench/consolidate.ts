// One consolidation in a process of its own, so that its memory is told apart from that of making the data: joined, written
// as Word and Excel. In: a message that says where; out: a message with milliseconds, bytes and the most memory held.
import type { Actor } from '../src/http/actor.ts'
import { writeOfficial } from '../src/paper/official-docx.ts'
import { writeXlsx } from '../src/paper/xlsx.ts'
import { reportPaper, reportTable } from '../src/report/paper.ts'
import { readPaperSource } from '../src/report/paper-source.ts'
import { getReport } from '../src/report/queries.ts'
import { consolidateReport } from '../src/report/record.ts'
import { connectEngine } from '../src/store/database.ts'
import { timed } from './measure.ts'

export interface Asked {
  socketDir: string
  user: string
  reportId: string
  focal: Actor
  at: string
  today: string
}
export interface Done {
  ms: number[]
  bytes: number
  mb: number
}

const TURNS = 3

process.once('message', async ({ socketDir, user, reportId, focal, at, today }: Asked) => {
  const sql = connectEngine({ socketDir, user, wasRunning: true, stop: async () => {} })
  const { tenantId } = focal
  const ms: number[] = []
  let bytes = 0
  for (let turn = 0; turn < TURNS; turn++)
    ms.push(
      await timed(async () => {
        const { version } = await getReport(sql, tenantId, reportId)
        const now = { at: new Date(at), today }
        await sql.begin((tx) => consolidateReport(tx, focal, reportId, version, now))
        const source = await readPaperSource(sql, tenantId, await getReport(sql, tenantId, reportId), today)
        const word = await writeOfficial(reportPaper(source))
        const excel = await writeXlsx(reportTable(source, 'duties'))
        bytes = word.length + excel.length
      }),
    )
  await sql.end()
  const done: Done = { ms, bytes, mb: process.resourceUsage().maxRSS / 1024 }
  process.send?.(done, () => process.disconnect())
})
