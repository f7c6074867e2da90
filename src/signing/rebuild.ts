// What a paper on its way caches derived again from its steps and compared, for `chutri rebuild`.
import type { Database, Sql } from '../store/database.ts'
import { type Folded, foldSteps, type Opinion } from './dossier.ts'
import { keepFold, listPastSteps } from './record.ts'

export interface RebuiltDossiers {
  /** Steps folded. */
  facts: number
  /** One line for each paper that was not in line: as cached, as derived. */
  differences: string[]
  /** Of these, stories whose steps cannot follow each other: a person has to look. */
  broken: number
}

type CachedOpinion = Omit<Opinion, 'agencyKind'>

async function listCached(tx: Sql, tenantId: number) {
  const dossiers = await tx<(Omit<Folded, 'opinions'> & { id: string })[]>`
    select id, state, round, has_asked as "hasAsked", appraiser_id as "appraiserId", appraise_by as "appraiseBy",
           appraisal, waiting_since as "waitingSince"
    from dossier where tenant_id = ${tenantId} order by id`
  const opinions = await tx<(CachedOpinion & { dossierId: string })[]>`
    select dossier_id as "dossierId", id, agency_id as "agencyId", round, asked_on as "askedOn", due_on as "dueOn", stance,
           answered_on as "answeredOn", is_late as "isLate", lapsed_on as "lapsedOn", recalled, reply
    from dossier_opinion where tenant_id = ${tenantId} order by id`
  return { dossiers, opinions: Map.groupBy(opinions, ({ dossierId }) => dossierId) }
}

/** Beside a running server: looks at one moment of the data; to mend it holds writers of papers back. */
export const rebuildDossiers = (
  sql: Database,
  tenantId: number,
  { isMending }: { isMending: boolean },
): Promise<RebuiltDossiers> =>
  sql.begin(isMending ? 'read write' : 'isolation level repeatable read read only', async (tx) => {
    if (isMending) await tx`lock table dossier in share row exclusive mode`
    const { dossiers, opinions } = await listCached(tx, tenantId)
    const found: RebuiltDossiers = { facts: 0, differences: [], broken: 0 }
    for (const { id, ...cached } of dossiers) {
      const past = await listPastSteps(tx, tenantId, id)
      found.facts += past.length
      const derived = derive(past)
      const asked = (opinions.get(id) ?? []).map(({ dossierId: _, ...opinion }) => opinion)
      const line =
        derived === null ? 'steps do not follow' : differenceOf({ ...cached, opinions: asked }, derived)
      if (line === null) continue
      found.differences.push(`dossier ${id}: ${line}`)
      if (derived === null) found.broken += 1
      else if (isMending) await keepFold(tx, tenantId, id, derived)
    }
    return found
  })

function derive(steps: Parameters<typeof foldSteps>[0]): Folded | null {
  try {
    return foldSteps(steps)
  } catch {
    return null
  }
}

type Cached = Omit<Folded, 'opinions'> & { opinions: CachedOpinion[] }

/** Value by value, the opinions one after the other by their ids. */
function differenceOf(cached: Cached, derived: Folded): string | null {
  const flat = ({ opinions, ...rest }: Cached): [string, unknown][] => [
    ...Object.entries(rest),
    ...[...opinions]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, ...one }) =>
        Object.entries(one).map(([name, value]) => [`${id}.${name}`, value] as const),
      )
      .map(([name, value]): [string, unknown] => [name, value]),
  ]
  const was = new Map(flat(cached))
  const parts = flat({
    ...derived,
    opinions: derived.opinions.map(({ agencyKind: _, ...one }) => one),
  })
    .filter(([name, value]) => was.get(name) !== value)
    .map(([name, value]) => `${name} ${was.get(name)} -> ${value}`)
  return parts.length === 0 ? null : parts.join(', ')
}
