// Due days as an iCalendar feed (RFC 5545): one all-day event for each assignment. Pure: no clock, the same rows give the
// same text. Of what the police and the army bear,
// whose reports stay outside, plan number and section only.
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { REPORTS_OUTSIDE, type Status } from '../task/task.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'

export interface FeedEntry {
  /** The assignment; with it the event keeps its identity whatever becomes of it. */
  id: string
  version: number
  dueOn: string
  status: Status
  percent: number
  quote: string
  section: string
  planNumber: string | null
  planTitle: string
  agencyName: string
  agencyKind: AgencyKind
  /** When the last of its facts was recorded. */
  changedAt: Date
}

export interface Feed {
  name: string
  entries: readonly FeedEntry[]
  /** "https://chutri.example": events link to their page. */
  origin: string
}

const MOST_SUMMARY = 120
const short = (text: string): string =>
  text.length > MOST_SUMMARY ? `${text.slice(0, MOST_SUMMARY - 1).trimEnd()}…` : text

const utcDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** Closed without a result: cancelled; suspended: not certain; else it stands, done or not. */
const statusOf = (status: Status): ICalEventStatus => {
  if (status === 'closed') return ICalEventStatus.CANCELLED
  return status === 'suspended' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

function textsOf(entry: FeedEntry): { summary: string; description: string } {
  const w = words.standing.feed
  const source = [entry.planNumber ?? entry.planTitle, entry.section && words.task.section(entry.section)]
    .filter(Boolean)
    .join(', ')
  const marked = (text: string) => (entry.status === 'done' ? w.done(text) : text)
  if (REPORTS_OUTSIDE.includes(entry.agencyKind)) return { summary: marked(source), description: source }
  return {
    summary: marked(short(entry.quote.replace(/\s+/gu, ' '))),
    description: [
      entry.quote,
      `${words.task.lead}: ${entry.agencyName}`,
      source,
      w.standing(words.task.statuses[entry.status], entry.status === 'active' ? entry.percent : 0),
    ].join('\n'),
  }
}

/** The feed as text/calendar. */
export function writeFeed({ name, entries, origin }: Feed): string {
  const calendar = ical({
    name,
    prodId: { company: 'chutri', product: 'chutri', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const entry of entries) {
    const day = utcDay(entry.dueOn)
    const event = calendar.createEvent({
      id: `${entry.id}@chutri`,
      sequence: entry.version,
      start: day,
      end: new Date(day.getTime() + 86_400_000),
      allDay: true,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      status: statusOf(entry.status),
      // A due day takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
      url: `${origin}/work/${entry.id}`,
      ...textsOf(entry),
    })
    if (entry.planNumber) event.createCategory({ name: entry.planNumber })
  }
  // Every line ends, the last one, too (RFC 5545, 3.1).
  return calendar.toString().replace(/(?:\r\n)?$/u, '\r\n')
}
