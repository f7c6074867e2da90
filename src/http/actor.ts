// Who is asking: what the session knows, handed to every route.
import type { Role } from '../vocabulary/role.ts'

export interface Actor {
  tenantId: number
  accountId: string
  name: string
  role: Role
  agencyId: string | null
}
