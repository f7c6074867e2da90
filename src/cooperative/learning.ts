// Training, fairs and dialogues as server and browser exchange them: one event with who came and what was asked there,
// pasted lists of participants, the share of managers trained.
import { z } from 'zod'
import { searchKey } from '../base/text.ts'
import * as words from '../vocabulary/words.ts'
import { PetitionRow } from './petition.ts'

const Day = z.iso.date()
const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })

export const EventPage = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['training', 'fair', 'dialogue']),
  heldOn: Day,
  endedOn: Day.nullable(),
  agency: Named,
  place: Named.nullable(),
  venue: z.string().nullable(),
  /** As the register says; the names entered may be fewer. */
  said: Count.nullable(),
  budget: z.number().nullable(),
  participants: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      name: z.string(),
      cooperative: Named.nullable(),
      isManager: z.boolean(),
      position: z.string().nullable(),
      certificate: z.boolean().nullable(),
    }),
  ),
  /** All of them; the list above is the first so many. */
  count: Count,
  managers: Count,
  cooperatives: Count,
  petitions: z.array(PetitionRow),
  today: Day,
  whyNotAdd: z.string().nullable(),
})
export type EventPage = z.infer<typeof EventPage>

export const MOST_LINES = 500
export const PasteForm = z.object({
  text: z.string().max(200_000, { error: () => words.cooperative.learning.tooLong(MOST_LINES) }),
  /** Only says what would be entered. */
  isDry: z.boolean(),
})
const LineFault = z.object({ line: Count, message: z.string() })
export const Pasted = z.object({
  rows: z.array(
    z.object({
      line: Count,
      name: z.string(),
      cooperative: Named.nullable(),
      isManager: z.boolean(),
      position: z.string(),
    }),
  ),
  /** There already, under the same name and cooperative: left as they are. */
  known: Count,
  faults: z.array(LineFault),
})
export type Pasted = z.infer<typeof Pasted>

export interface PastedLine {
  line: number
  name: string
  /** Number or name of the cooperative, as written; '' for none. */
  cooperative: string
  position: string
  phone: string
  isManager: boolean
}

/** Titles of those who manage a cooperative (Luật 17/2023/QH15, Chương IV): whoever bears one counts as a manager. */
const MANAGER =
  /giam doc|hdqt|hoi dong quan tri|kiem soat|ke toan truong|chu tich|to truong|(?<!\p{L})quan ly/u

/**
 * Lines pasted from a sheet or typed, one person each: name, cooperative (number or name), position, telephone; between them
 * a tab, ";" or "|". A number in front is dropped.
 */
export function readParticipants(text: string): { lines: PastedLine[]; faults: z.infer<typeof LineFault>[] } {
  const lines: PastedLine[] = []
  const faults: z.infer<typeof LineFault>[] = []
  for (const [index, printed] of text.normalize('NFC').split(/\r?\n/u).entries()) {
    if (!printed.trim()) continue
    const line = index + 1
    const parts = printed.split(/\t|;|\|/u).map((part) => part.trim())
    if (/^\d{1,4}[.)]?$/u.test(parts[0] ?? '')) parts.shift()
    const [first = '', cooperative = '', position = '', phone = ''] = parts
    const name = first.replace(/^\s*(\d{1,4}[.)]|[-•*+])\s*/u, '').replace(/\s+/gu, ' ')
    if (name.length < 2 || name.length > 100 || /\d/u.test(name)) {
      faults.push({ line, message: words.cooperative.learning.nameForm })
      continue
    }
    lines.push({ line, name, cooperative, position, phone, isManager: MANAGER.test(searchKey(position)) })
  }
  return { lines, faults }
}

/** Managers trained by the yearly updates: sums over the cooperatives that entered both figures. */
export const TrainedShare = z.object({
  years: z.array(
    z.object({
      year: Count,
      trained: Count,
      managers: Count,
      /** Cooperatives counted. */
      cooperatives: Count,
      /** Managers of cooperatives named in the lists of training held in that year, each counted once. */
      attended: Count,
      events: Count,
    }),
  ),
})
export type TrainedShare = z.infer<typeof TrainedShare>
