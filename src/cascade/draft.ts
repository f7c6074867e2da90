// A plan of an agency drafted from the plan above: what it inherits with its clause, what it adds, in the official form.
// Pure; a person corrects the text in the paper that is opened for signing.
import { z } from 'zod'
import type { Appendix, Block, OfficialPaper } from '../paper/official.ts'
import * as words from '../vocabulary/words.ts'

const Count = z.number().int()
const Day = z.iso.date()
const Text = (most: number) => z.string().normalize('NFC').trim().max(most)

/** A duty of the plan above that the agency leads or helps with. */
export const Inherited = z.object({
  itemId: z.uuid(),
  section: z.string(),
  /** Titles of the sections above it, from the top. */
  titles: z.array(z.string()),
  quote: z.string(),
  role: z.enum(['lead', 'coordinating']),
  lead: z.string(),
  coordinating: z.array(z.string()),
  deliverables: z.array(z.string()),
  dueOn: Day.nullable(),
  dueText: z.string(),
})
export type Inherited = z.infer<typeof Inherited>

/** A duty the agency adds. */
export const Added = z.object({
  text: Text(3000).min(1, { error: () => words.cascade.draft.textMissing }),
  lead: Text(300),
  coordinating: Text(1000),
  deliverable: Text(1000),
  dueOn: Day.nullable(),
})
export type Added = z.infer<typeof Added>

/** What people decided about the draft; the rest follows from the plan above. */
export const DraftContent = z.object({
  /** Inherited duties that the plan leaves out. */
  left: z.array(z.uuid()).max(5000),
  /** Who in the agency does an inherited duty, and by when, where that differs from the plan above. */
  done: z.array(z.object({ itemId: z.uuid(), by: Text(300), dueOn: Day.nullable() })).max(5000),
  added: z.array(Added).max(500),
})
export type DraftContent = z.infer<typeof DraftContent>
export const NOTHING_SAID: DraftContent = { left: [], done: [], added: [] }

export const SubPlanDraft = z.object({
  plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }),
  agency: z.object({ id: z.uuid(), name: z.string() }),
  /** Agencies that bear duties of the plan and that this person may draft for. */
  agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  inherited: z.array(Inherited),
  content: DraftContent,
  /** 0: nothing is kept yet. */
  version: Count,
  changedBy: z.string().nullable(),
  /** The paper on its way to be signed, if it was opened. */
  dossier: z.object({ id: z.uuid(), state: z.string(), number: z.string().nullable() }).nullable(),
  whyNot: z.string().nullable(),
})
export type SubPlanDraft = z.infer<typeof SubPlanDraft>
export const DraftVersion = z.object({ version: Count })
export const OpenedDossier = z.object({ dossierId: z.uuid() })

/** The plan above, as the plan below names it. */
export interface ParentOf {
  number: string | null
  /** "KH" */
  type: string
  title: string
  issuer: string
  /** "yyyy-mm-dd" where a whole day is printed. */
  issued: string | null
}

const w = words.cascade.draft.paper

/** "Kế hoạch số 147/KH-UBND ngày 04/5/2026 của UBND tỉnh" */
export function nameOfParent(parent: ParentOf): string {
  const day = parent.issued && /^\d{4}-\d\d-\d\d$/u.test(parent.issued) ? words.day(parent.issued) : null
  return w.parent(
    w.types[parent.type as keyof typeof w.types] ?? w.types.KH,
    parent.number,
    day,
    parent.issuer,
  )
}

/** "mục III.2 Kế hoạch số 147/KH-UBND", "mục II.2 Phụ lục kèm theo …": the form that citation.ts reads back. */
export function citationOf({ section }: Pick<Inherited, 'section'>, parent: ParentOf): string {
  const [, appendix, label] = /^PL([^.]*)(?:\.(.+))?$/u.exec(section) ?? []
  const type = w.types[parent.type as keyof typeof w.types] ?? w.types.KH
  return w.citation(appendix === undefined ? section : (label ?? ''), appendix ?? null, type, parent.number)
}

/** Labels of points: "a)", "b)", … in the order of the decree (no f, j, w, z); after them numbers in brackets. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy']
const pointLabel = (at: number): string => (LETTERS[at] ? `${LETTERS[at]})` : `(${at + 1})`)

const plain = (text: string): string => text.trim().replace(/[\s.;:,]+$/u, '')

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/**
 * What is to be done, without who does it, where the sentence begins with the agencies by name: "Sở A chủ trì, phối hợp
 * với Sở B rà soát …" -> "Rà soát …". They stand in columns of their own.
 */
export function deedOf(quote: string, lead: string, coordinating: readonly string[]): string {
  if (!lead) return quote
  const names = coordinating.map(literal).join('|')
  const helpers = names
    ? `(?:\\s*,?\\s*phối hợp(?: cùng)? với\\s+(?:(?:${names})(?:\\s*,\\s*|\\s+và\\s+|\\s+))+)?`
    : ''
  const found = new RegExp(`^${literal(lead)}\\s+chủ trì\\s*,?\\s*${helpers}`, 'iu').exec(quote)
  const rest = found ? quote.slice(found[0].length).trim() : quote
  // Helpers the directory calls otherwise: then the sentence stays whole.
  if (!found || rest.length < 10 || /^phối hợp/iu.test(rest)) return quote
  return rest.slice(0, 1).toUpperCase() + rest.slice(1)
}

interface Duty {
  text: string
  citation: string | null
  lead: string
  coordinating: string
  deliverable: string
  dueOn: string | null
  dueText: string
  /** The words of the duty say its day already. */
  isDueSaid: boolean
}

/** Duties under the titles of the plan above, in its order; the agency's own at the end. */
export function groupsOf(
  parent: ParentOf,
  agency: string,
  inherited: readonly Inherited[],
  { left, done, added }: DraftContent,
): { title: string; duties: Duty[] }[] {
  const groups = new Map<string, Duty[]>()
  const put = (title: string, duty: Duty) => groups.set(title, [...(groups.get(title) ?? []), duty])
  const saidOf = new Map(done.map((one) => [one.itemId, one]))
  for (const one of inherited) {
    if (left.includes(one.itemId)) continue
    const said = saidOf.get(one.itemId)
    const isLead = one.role === 'lead'
    const deed = plain(deedOf(one.quote, one.lead, one.coordinating))
    put(one.titles.map(plain).filter(Boolean).join(' - ') || w.inherited, {
      text: isLead ? deed : w.helps(one.lead, deed),
      citation: citationOf(one, parent),
      lead: said?.by || (isLead ? agency : one.lead),
      coordinating: isLead ? one.coordinating.join('; ') : agency,
      deliverable: one.deliverables.join('; '),
      dueOn: said?.dueOn ?? one.dueOn,
      dueText: one.dueText,
      isDueSaid: !said?.dueOn && one.dueText !== '' && one.quote.includes(one.dueText),
    })
  }
  for (const { text, lead, dueOn, ...rest } of added)
    put(w.own(agency), {
      ...rest,
      text: plain(text),
      citation: null,
      lead: lead || agency,
      dueOn,
      dueText: '',
      isDueSaid: false,
    })
  return [...groups].map(([title, duties]) => ({ title, duties }))
}

const dueWords = ({ dueOn, dueText }: Duty): string => (dueOn ? w.until(words.day(dueOn)) : dueText)

/** The plan of the agency for signing. `blank` is its paper: head, symbol, signature. */
export function draftSubPlan(
  blank: OfficialPaper,
  parent: ParentOf,
  agency: string,
  inherited: readonly Inherited[],
  content: DraftContent,
): OfficialPaper {
  const groups = groupsOf(parent, agency, inherited, content)
  const name = nameOfParent(parent)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const heading = (level: number, label: string, text: string): Block => ({
    kind: 'heading',
    level,
    label,
    text,
  })
  return {
    ...blank,
    subject: w.subject(name, plain(parent.title)),
    body: [
      paragraph(w.opening(name, plain(parent.title), agency)),
      heading(1, 'I.', w.purpose),
      heading(2, '1.', w.aim),
      ...w.aims(name).map((text) => paragraph(`- ${text}`)),
      heading(2, '2.', w.demand),
      ...w.demands.map((text) => paragraph(`- ${text}`)),
      heading(1, 'II.', w.duties),
      ...groups.flatMap(({ title, duties }, at) => [
        heading(2, `${at + 1}.`, title),
        ...duties.map((duty, n) => paragraph(`${pointLabel(n)} ${sentenceOf(duty)}`)),
      ]),
      paragraph(w.see),
      heading(1, 'III.', w.organisation),
      ...w.steps(agency, parent.issuer).map((text, at) => paragraph(`${at + 1}. ${text}`)),
    ],
    recipients: [...new Set([parent.issuer || w.above, ...w.recipients, ...blank.recipients])],
    appendices: [annexOf(groups)],
  }
}

const sentenceOf = (duty: Duty): string => {
  const due = duty.isDueSaid ? '' : dueWords(duty)
  const facts = [duty.deliverable && w.product(plain(duty.deliverable)), due && w.due(plain(due))]
  const said = [duty.text, ...facts.filter(Boolean)].join('. ')
  return `${said}${duty.citation ? ` (${duty.citation})` : ''}.`
}

function annexOf(groups: readonly { title: string; duties: readonly Duty[] }[]): Appendix {
  let ordinal = 0
  return {
    title: w.annex,
    columns: [
      { label: w.columns.ordinal, kind: 'mark', width: 12 },
      { label: w.columns.duty, kind: 'text', width: 34 },
      { label: w.columns.lead, kind: 'text', width: 16 },
      { label: w.columns.coordinating, kind: 'text', width: 18 },
      { label: w.columns.product, kind: 'text', width: 16 },
      { label: w.columns.due, kind: 'day', width: 28 },
      { label: w.columns.source, kind: 'text', width: 16 },
    ],
    rows: groups.flatMap(({ duties }) =>
      duties.map((duty) => [
        String(++ordinal),
        duty.text,
        duty.lead,
        duty.coordinating,
        duty.deliverable,
        duty.dueOn ? { day: duty.dueOn } : duty.dueText,
        duty.citation,
      ]),
    ),
    notes: [],
  }
}
