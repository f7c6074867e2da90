// Many reports joined into one: of each duty who said what, equal words once, who brought nothing new, who is missing. Pure.
import { z } from 'zod'

const Source = z.object({
  reportId: z.uuid(),
  agencyId: z.uuid(),
  agency: z.string(),
  percent: z.number().int(),
})
export type Source = z.infer<typeof Source>

export const Said = z.object({ text: z.string(), by: z.array(Source) })
export type Said = z.infer<typeof Said>

export const Joined = z.object({
  said: z.array(Said),
  difficulties: z.array(Said),
  next: z.array(Said),
  /** Those with "không phát sinh". */
  nothing: z.array(Source),
  /** Lượt giao told, how many done, and overdue. */
  all: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  percent: z.number().int().nullable(),
  /** Whose last day had gone by, sub-duties among them; `overdue` counts lượt giao alone. */
  overdueBy: z.array(Source.extend({ dueOn: z.iso.date(), lateDays: z.number().int() })),
  /** Each figure summed over those who gave it. */
  figures: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      sum: z.number(),
      by: z.array(Source.extend({ value: z.number() })),
    }),
  ),
})
export type Joined = z.infer<typeof Joined>

/** One agency's word on one duty. */
export interface Voice extends Source {
  itemId: string
  text: string
  difficulty: string
  next: string
  nothing: boolean
  figures: readonly { name: string; value: number; unit: string }[]
  isDone: boolean
  isOverdue: boolean
  dueOn: string | null
  lateDays: number
  /** Closed duties are told, not counted. */
  isCounted: boolean
}

/** Texts that differ only in blanks, case and a last full stop are one. */
export const sameWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,\s]+$/u, '')

/** What most say stands first; among equals in the order in which they came. */
export function joinTexts(voices: readonly { text: string; source: Source }[]): Said[] {
  const groups = new Map<string, Said>()
  for (const { text, source } of voices) {
    const key = sameWords(text)
    if (key === '') continue
    const group = groups.get(key)
    if (!group) groups.set(key, { text: text.trim(), by: [source] })
    else if (
      !group.by.some(({ reportId, agencyId }) => reportId === source.reportId && agencyId === source.agencyId)
    )
      group.by.push(source)
  }
  return [...groups.values()].sort((a, b) => b.by.length - a.by.length)
}

/** The words of one duty, joined. */
export function joinDuty(voices: readonly Voice[]): Joined {
  const told = (name: 'text' | 'difficulty' | 'next') =>
    joinTexts(
      voices
        .filter((voice) => name !== 'text' || !voice.nothing)
        .map((voice) => ({ text: voice[name], source: sourceOf(voice) })),
    )
  const counted = voices.filter(({ isCounted }) => isCounted)
  const figures = new Map<string, Joined['figures'][number]>()
  for (const voice of voices)
    for (const { name, value, unit } of voice.figures) {
      const key = `${sameWords(name)} ${sameWords(unit)}`
      const figure = figures.get(key) ?? { name, unit, sum: 0, by: [] }
      figure.sum = Math.round((figure.sum + value) * 1e6) / 1e6
      figure.by.push({ ...sourceOf(voice), value })
      figures.set(key, figure)
    }
  return {
    said: told('text'),
    difficulties: told('difficulty'),
    next: told('next'),
    nothing: voices.filter(({ nothing }) => nothing).map(sourceOf),
    all: counted.length,
    done: counted.filter(({ isDone }) => isDone).length,
    overdue: counted.filter(({ isOverdue }) => isOverdue).length,
    overdueBy: voices.flatMap((voice) => {
      const { isOverdue, dueOn, lateDays } = voice
      return isOverdue && dueOn !== null ? [{ ...sourceOf(voice), dueOn, lateDays }] : []
    }),
    percent: counted.length
      ? Math.round(counted.reduce((sum, { percent }) => sum + percent, 0) / counted.length)
      : null,
    figures: [...figures.values()],
  }
}

export const sourceOf = ({ reportId, agencyId, agency, percent }: Source): Source => ({
  ...{ reportId, agencyId, agency, percent },
})

/** Duty -> its joined words, in the order of the first voice of each. */
export function joinAll(voices: readonly Voice[]): Map<string, Joined> {
  const byItem = new Map<string, Voice[]>()
  for (const voice of voices) {
    const own = byItem.get(voice.itemId)
    if (own) own.push(voice)
    else byItem.set(voice.itemId, [voice])
  }
  return new Map([...byItem].map(([itemId, own]) => [itemId, joinDuty(own)]))
}
