// Who is asking: what the session knows, handed to every route.
import type { Role } from '../vocabulary/role.ts'

/** One way in which a person may act: for themselves, or for somebody they stand in for today. */
export interface Capacity {
  /** Whose place it is; null for one's own. */
  forAccountId: string | null
  role: Role
  agencyId: string | null
  /** The agency whose internal unit `agencyId` is. */
  unitOf: string | null
}

export interface Actor {
  tenantId: number
  accountId: string
  name: string
  role: Role
  agencyId: string | null
  /** The own capacity first. */
  capacities: readonly Capacity[]
}
