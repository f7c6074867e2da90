// Where a row stands, as the steps that would have led there: a report with its approval, the overseer's confirmation,
// each with the words that say it came from a sheet. Police and army duties keep the day alone.
import type { PastFact } from '../task/acts.ts'
import * as words from '../vocabulary/words.ts'
import type { TrackedRow } from './duty-row.ts'

/** The state of `row` as facts; none for a row that nobody has begun. */
export function factsOf(
  row: TrackedRow,
  { fileName, isOutside }: { fileName: string; isOutside: boolean },
): PastFact[] {
  const from = words.tracker.fromSheet(fileName, row.n)
  const fact = (kind: PastFact['kind'], more: Partial<PastFact> = {}): PastFact => ({
    ...{ kind, text: from, percent: null, happenedOn: null },
    ...more,
  })
  const paper = [row.documentNumber, row.documentDay && words.day(row.documentDay)].filter(Boolean).join(', ')
  const received = fact('receive', { text: paper ? `${from}. ${words.tracker.givenBy(paper)}` : from })
  const said = [from, row.result].filter(Boolean).join('\n')
  const happenedOn = row.completedOn
  switch (row.state) {
    case 'pending':
      return []
    case 'done':
    case 'done-late': {
      const approved = row.isDayTaken ? `${from}. ${words.tracker.dayTaken}` : from
      if (isOutside)
        return [fact('report-outside', { text: approved, happenedOn }), fact('confirm', { happenedOn })]
      return [
        received,
        fact('report', { text: said, percent: 100, happenedOn }),
        fact('approve', { text: approved, happenedOn }),
        fact('confirm', { happenedOn }),
      ]
    }
    case 'suspended':
      return [...progress(), fact('suspend')]
    case 'closed':
      return [...progress(), fact('close', { text: isOutside ? from : said })]
    default:
      return progress()
  }

  /** A percentage or a report so far is a report that was approved. */
  function progress(): PastFact[] {
    const hasReport = (row.percent ?? 0) > 0 || row.result !== ''
    if (!hasReport || isOutside) return [received]
    const percent = Math.min(99, row.percent ?? 0)
    return [received, fact('report', { text: said, percent }), fact('approve')]
  }
}
