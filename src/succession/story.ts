// Acts as they are shown: ids of agencies and groups turned into the names they bore on the act's day.
import { type Agency, agencyKey, directoryOf, fullName, groupName } from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import type { Sql } from '../store/database.ts'
import { SUCCESSIONS } from '../vocabulary/succession.ts'
import { type Act, isEmptyHolding, nameBefore, type Pending } from './act.ts'
import * as queries from './queries.ts'

/** Acts with their agencies, successors and decisions by name. */
export async function describeActs(
  sql: Sql,
  tenantId: number,
  acts: readonly queries.ActRow[],
): Promise<Act[]> {
  const ids = acts.map(({ id }) => id)
  const [parts, decisions, agencies, groups] = await Promise.all([
    queries.listParts(sql, tenantId, ids),
    queries.listDecisions(sql, tenantId, ids),
    listAgencies(sql, tenantId),
    listGroups(sql, tenantId),
  ])
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  return acts.map((act) =>
    describe(
      act,
      parts.filter(({ actId }) => actId === act.id),
      decisions.filter(({ actId }) => actId === act.id),
      byId,
      groups,
    ),
  )
}

function describe(
  act: queries.ActRow,
  parts: readonly queries.PartRow[],
  decisions: readonly queries.DecisionRow[],
  byId: ReadonlyMap<string, Agency>,
  groups: readonly AgencyGroup[],
): Act {
  const { id, kind, effectiveOn, documentNumber, documentOn, note, state, version } = act
  const nameOf = (agencyId: string) => {
    const agency = byId.get(agencyId)
    return agency ? fullName(agency) : ''
  }
  return {
    ...{ id, kind, effectiveOn, documentNumber, documentOn, note, state, version },
    recordedBy: act.recordedName,
    recordedAt: act.recordedAt.toISOString(),
    old: parts.flatMap(({ side, agencyId }) => {
      const agency = side === 'old' ? byId.get(agencyId ?? '') : undefined
      return agency
        ? [{ id: agency.id, name: nameBefore(agency, effectiveOn), province: agency.province }]
        : []
    }),
    successors: parts
      .filter(({ side }) => side === 'new')
      .map(({ agencyId, founded, takes }) => {
        const agency = byId.get(agencyId ?? '')
        const name = founded?.name ?? agency?.name ?? ''
        return { id: agencyId, name, takes, province: agency?.province ?? null }
      }),
    decisions: decisions.map((decision) => ({
      agency: { id: decision.agencyId, name: nameOf(decision.agencyId) },
      to: decision.toAgencyId ? nameOf(decision.toAgencyId) : groupName(decision.toGroup ?? '', groups),
      why: decision.why,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt.toISOString(),
      exceptions: decision.exceptions,
    })),
  }
}

/** Old agencies that still hold something and of which nobody has decided where it goes, with who may follow. */
export async function listPending(sql: Sql, tenantId: number, today: string): Promise<Pending[]> {
  const undecided = await queries.listUndecided(sql, tenantId)
  if (undecided.length === 0) return []
  const holdings = await queries.listHoldings(
    sql,
    tenantId,
    undecided.map(({ agencyId }) => agencyId),
  )
  const open = undecided.filter((_, at) => {
    const holding = holdings[at]
    return holding !== undefined && !isEmptyHolding(holding)
  })
  const parts = await queries.listParts(
    sql,
    tenantId,
    open.map(({ actId }) => actId),
  )
  const agencies = await listAgencies(sql, tenantId)
  const directory = directoryOf(agencies, today)
  return open.flatMap((row) => {
    const agency = directory.byId.get(row.agencyId)
    const holding = holdings.find(({ agencyId }) => agencyId === row.agencyId)
    if (!agency || !holding) return []
    const { actId, kind, effectiveOn, documentNumber } = row
    const recorded = parts.flatMap((part) =>
      part.actId === actId && part.side === 'new' && part.agencyId
        ? [{ id: part.agencyId, takes: part.takes }]
        : [],
    )
    // Where the act names nobody, those that the vocabulary knows to have followed on an agency of this name.
    const successors = recorded.length ? recorded : known(agency, directory.byKey)
    return [
      {
        ...{ actId, kind, effectiveOn, documentNumber, holding },
        agency: { id: agency.id, name: agency.name, province: agency.province },
        goesOn: row.endedOn !== effectiveOn,
        successors: successors.flatMap(({ id, takes }) => {
          const successor = directory.byId.get(id)
          return successor ? [{ id, name: successor.name, takes }] : []
        }),
      },
    ]
  })
}

function known({ name }: Agency, byKey: ReadonlyMap<string, Agency>): { id: string; takes: string }[] {
  const key = agencyKey(name)
  const row = SUCCESSIONS.find(({ old, aliases }) =>
    [old, ...aliases].some((other) => agencyKey(other) === key),
  )
  return (row?.successors ?? []).flatMap(({ name: successor, takes }) => {
    const agency = byKey.get(agencyKey(successor))
    return agency ? [{ id: agency.id, takes: takes ?? '' }] : []
  })
}

/** Everything by which an agency came to be, was renamed or ended, the latest first. */
export const describeStory = async (sql: Sql, tenantId: number, agencyId: string): Promise<Act[]> =>
  describeActs(sql, tenantId, await queries.listActs(sql, tenantId, { after: null, limit: 100, agencyId }))
