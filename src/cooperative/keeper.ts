// Who keeps a register, for the pages that act on its rows: the agencies named, or, while none is, whoever is focal.
import type { Capacity } from '../http/actor.ts'
import { cooperative } from '../register/cooperative.ts'
import { rightsOf } from '../register/kit/access.ts'
import * as kit from '../register/kit/queries.ts'
import type { Sql } from '../store/database.ts'

export async function listKeepers(sql: Sql, tenantId: number, register: string): Promise<string[]> {
  const keepers = await kit.listKeepers(sql, tenantId, register)
  return keepers.map(({ id }) => id)
}

/** The rule is the same for every register. */
export const isKeeper = (capacities: readonly Capacity[], keepers: readonly string[]): boolean =>
  rightsOf(cooperative, capacities, keepers).keeps
