// What one person has to do today, as server and browser exchange it, and the same as plain text for Zalo and mail.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'

/** In the order in which they are told: what burns first, then what waits for this person's own decision. */
export const SECTIONS = [
  'overdue',
  'today',
  'soon',
  'returned',
  'approve',
  'confirm',
  'extension',
  'report',
  'opinion',
  'mention',
  'led',
] as const
export type Section = (typeof SECTIONS)[number]

export const MorningRow = z.object({
  /** Of the assignment; of a mention what the comment is about. */
  id: z.uuid(),
  kind: z.enum(['assignment', 'item', 'plan', 'difficulty', 'paper', 'report']),
  text: z.string(),
  /** Number or title; empty where none is told. */
  plan: z.string(),
  /** Whose duty it is; of a mention who wrote it, of an opinion who asks. */
  agency: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Calendar days to the last day, negative when it is past; null where its agency has done it. */
  daysLeft: z.number().int().nullable(),
  /** A part of another agency's duty. */
  isCoordinating: z.boolean(),
  /** In whose place; null for oneself. */
  standsInFor: z.string().nullable(),
})
export type MorningRow = z.infer<typeof MorningRow>

export const MorningSection = z.object({
  name: z.enum(SECTIONS),
  /** All of them, of which `rows` are the first. */
  n: z.number().int(),
  rows: z.array(MorningRow),
})
export type MorningSection = z.infer<typeof MorningSection>

export const Morning = z.object({
  day: z.iso.date(),
  person: z.string(),
  sections: z.array(MorningSection),
  /** The same as text, with the address this server is reached under. */
  text: z.string(),
})
export type Morning = z.infer<typeof Morning>

/** So many rows of a section are shown; the number says how many there are. */
export const MOST_ROWS = 30
/** A text for a message is shorter. */
const MOST_LINES = 10
const LONGEST = 120

const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…` : line
}

const PATH: Record<MorningRow['kind'], string> = {
  assignment: '/work/',
  item: '/items/',
  plan: '/plans/',
  difficulty: '/difficulties/',
  paper: '/papers/',
  report: '/reports/',
}
/** The page of what a row is about. */
export const pathOf = ({ kind, id }: Pick<MorningRow, 'kind' | 'id'>): string => PATH[kind] + id

/** How far the last day is, in words. */
export function farOf({ dueOn, daysLeft }: Pick<MorningRow, 'dueOn' | 'daysLeft'>): string {
  if (dueOn === null) return ''
  return daysLeft === null
    ? words.urging.dueOn(words.day(dueOn))
    : words.urging.due(words.day(dueOn), daysLeft)
}

/** One line each with its link; nothing that only colour or layout would say. `base`: "https://…" without end slash. */
export function textOf({ day, person, sections }: Omit<Morning, 'text'>, base: string): string {
  const w = words.urging
  const blocks = sections.map(({ name, n, rows }) => {
    const lines = rows.slice(0, MOST_LINES).map((row, at) => {
      const facts = [
        row.agency,
        row.isCoordinating && w.coordinating,
        row.plan,
        farOf(row),
        row.standsInFor && w.inPlaceOf(row.standsInFor),
      ]
      const said = facts.filter(Boolean).join('; ')
      return `${at + 1}. ${shortened(row.text)}${said && ` (${said})`}\n   ${base}${pathOf(row)}`
    })
    const more = n - lines.length
    return [`${w.sections[name]} (${words.number(n)})`, ...lines, ...(more > 0 ? [w.more(more)] : [])].join(
      '\n',
    )
  })
  const head = w.textHead(words.day(day), person)
  const body = blocks.length ? blocks.join('\n\n') : w.nothing
  return `${head}\n\n${body}\n\n${w.textFoot(`${base}/morning`)}\n`
}
