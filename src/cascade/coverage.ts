// Which clause of the plan above has a duty in the plan below, and the other way round. A citation is sure; likeness is
// only suggested, with the words both have; a person accepts or rejects, and what was rejected does not come back. Pure.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { citationsIn, isIn, means } from './citation.ts'
import { likeness, sharedWords, weightsOf, wordsOf } from './likeness.ts'

const Count = z.number().int()
const PlanName = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })

/** cited: it says so itself · accepted, rejected: a person said so · suggested: the words are alike. */
export const LINK_KINDS = ['cited', 'accepted', 'suggested', 'rejected'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const CoverageLink = z.object({
  childId: z.uuid(),
  parentId: z.uuid(),
  kind: z.enum(LINK_KINDS),
  /** 0 to 1, of the words both have. */
  score: z.number(),
  shared: z.array(z.string()),
  /** As the duty prints it. */
  citation: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  /** 0: nobody has judged it. */
  version: Count,
})
export type CoverageLink = z.infer<typeof CoverageLink>

/** A clause of the plan above or a duty of the plan below. */
export const Piece = z.object({ id: z.uuid(), section: z.string(), quote: z.string() })
export type Piece = z.infer<typeof Piece>

/** A document that a plan carries out. */
export const Parent = z.object({
  /** null: cited, and not in the system. */
  plan: PlanName.extend({ isPublished: z.boolean() }).nullable(),
  number: z.string(),
  day: z.string().nullable(),
  issuer: z.string().nullable(),
  /** cited: the plan names it · said: a person said so. */
  how: z.enum(['cited', 'said']),
  version: Count,
})
export type Parent = z.infer<typeof Parent>

/** What a plan carries out and what carries it out. */
export const Chain = z.object({
  child: PlanName,
  parents: z.array(Parent),
  /** The plans below that carry this one out. */
  children: z.array(PlanName),
  /** Why this person may judge nothing and name no parent. */
  whyNot: z.string().nullable(),
})
export type Chain = z.infer<typeof Chain>

export const Coverage = Chain.extend({
  /** The parent that is compared; null: none is here. */
  parent: PlanName.nullable(),
  clauses: z.array(Piece.extend({ isOwn: z.boolean() })),
  duties: z.array(Piece),
  links: z.array(CoverageLink),
  /** Whose plan the one below is, where clauses of the plan above are laid on it. */
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export type Coverage = z.infer<typeof Coverage>

export const Judgement = z.object({ state: z.enum(['accepted', 'rejected', 'open']) })
export const JudgementVersion = z.object({ version: Count })
export const ParentForm = z.object({ parentId: z.uuid() })

/** From here on likeness is worth a person's look. */
export const ENOUGH = 0.35
/** Suggestions for one duty, the likest first. */
const MOST = 3

export interface Judged {
  childId: string
  parentId: string
  state: 'accepted' | 'rejected' | 'open'
  by: string
  at: string
  version: number
}

/** A duty of the plan below with everything printed around it: a citation may stand in another column of its row. */
export interface Duty extends Piece {
  around: string
}

/** Every link there is or may be between the clauses of one plan and the duties of another. */
export function linksBetween(
  parent: { number: string | null; type: string },
  clauses: readonly Piece[],
  duties: readonly Duty[],
  judged: readonly Judged[],
): CoverageLink[] {
  const above = new Map(clauses.map((one) => [one.id, wordsOf(one.quote)]))
  const below = new Map(duties.map((one) => [one.id, wordsOf(one.quote)]))
  const weightOf = weightsOf([...above.values(), ...below.values()])
  const said = new Map(judged.map((one) => [`${one.childId} ${one.parentId}`, one]))
  const links: CoverageLink[] = []
  for (const duty of duties) {
    const a = below.get(duty.id)
    if (!a) continue
    const pairs = clauses.map((clause) => {
      const b = above.get(clause.id) ?? a
      return { clause, b, score: likeness(a, b, weightOf) }
    })
    const cited = citedBy(duty, parent, pairs)
    const open: CoverageLink[] = []
    for (const { clause, b, score } of pairs) {
      const word = said.get(`${duty.id} ${clause.id}`)
      const citation = cited.get(clause.id) ?? null
      if (!citation && score < ENOUGH && (!word || word.state === 'open')) continue
      const kind =
        word && word.state !== 'open' ? word.state : citation ? ('cited' as const) : ('suggested' as const)
      const link: CoverageLink = {
        ...{ childId: duty.id, parentId: clause.id, kind, score, citation },
        shared: sharedWords(a, b),
        by: word?.by ?? null,
        at: word?.at ?? null,
        version: word?.version ?? 0,
      }
      ;(kind === 'suggested' ? open : links).push(link)
    }
    links.push(...open.sort((one, other) => other.score - one.score).slice(0, MOST))
  }
  return links
}

/**
 * The clauses a duty cites, with its words. A section of several clauses means those that are like the duty, or all of
 * them where none is.
 */
function citedBy(
  duty: Duty,
  parent: { number: string | null; type: string },
  pairs: readonly { clause: Piece; score: number }[],
): Map<string, string> {
  const cited = new Map<string, string>()
  for (const citation of citationsIn(duty.around)) {
    if (!means(citation, parent)) continue
    const there = pairs.filter(({ clause }) => isIn(clause.section, citation.section))
    const exact = there.filter(({ clause }) => clause.section === citation.section)
    const found = exact.length ? exact : there
    const alike = found.filter(({ score }) => score >= ENOUGH)
    for (const { clause } of alike.length ? alike : found) cited.set(clause.id, citation.printed)
  }
  return cited
}

const HOLDS: readonly LinkKind[] = ['cited', 'accepted']
export const holds = ({ kind }: Pick<CoverageLink, 'kind'>): boolean => HOLDS.includes(kind)

export interface CoverageShare {
  covered: number
  clauses: number
  grounded: number
  duties: number
  suggested: number
}

/** Clauses with a duty below, duties with a clause above; a suggestion is neither. */
export function coverageShare(
  clauses: readonly { id: string }[],
  duties: readonly { id: string }[],
  links: readonly Pick<CoverageLink, 'childId' | 'parentId' | 'kind'>[],
): CoverageShare {
  const [above, below] = [new Set(clauses.map(({ id }) => id)), new Set(duties.map(({ id }) => id))]
  const held = links.filter(holds)
  return {
    covered: new Set(held.map(({ parentId }) => parentId).filter((id) => above.has(id))).size,
    clauses: above.size,
    grounded: new Set(held.map(({ childId }) => childId).filter((id) => below.has(id))).size,
    duties: below.size,
    suggested: links.filter(({ kind, parentId }) => kind === 'suggested' && above.has(parentId)).length,
  }
}

const JUDGES: readonly Role[] = ['officer', 'head', 'focal', 'admin']

/** Why this person may not judge links; null: people of an agency that oversees either plan, or whose plan it is. */
export function whyNotJudge(
  { capacities }: { capacities: readonly Capacity[] },
  agencyIds: readonly (string | null)[],
): string | null {
  const may = capacities.some(
    ({ role, agencyId, unitOf }) =>
      JUDGES.includes(role) &&
      (agencyId === null
        ? role === 'admin'
        : agencyIds.includes(agencyId) || (unitOf !== null && agencyIds.includes(unitOf))),
  )
  return may ? null : words.cascade.coverage.notYours
}
