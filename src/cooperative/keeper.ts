// Who keeps a register, for the rooms that act on its rows: the agencies named, or, while none is, whoever is focal.
import type { Capacity } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import type { Role } from '../vocabulary/role.ts'

const WRITERS: readonly Role[] = ['officer', 'head', 'focal']

export async function listKeepers(sql: Sql, tenantId: number, register: string): Promise<string[]> {
  const rows = await sql<{ agencyId: string }[]>`
    select agency_id as "agencyId" from register_keeper where tenant_id = ${tenantId} and register = ${register}`
  return rows.map(({ agencyId }) => agencyId)
}

export const isKeeper = (capacities: readonly Capacity[], keepers: readonly string[]): boolean =>
  capacities.some(({ role, agencyId, unitOf }) =>
    keepers.length
      ? WRITERS.includes(role) && [agencyId, unitOf].some((id) => id !== null && keepers.includes(id))
      : role === 'focal',
  )
