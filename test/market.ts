// Who keeps a register in tests of the rooms above it.
import type { testApp } from './database.ts'

type TestApp = Awaited<ReturnType<typeof testApp>>
export type Caller = Awaited<ReturnType<TestApp['signIn']>>

export const nameKeeper = ({ sql, tenantId, agencyId }: TestApp, register: string, agency: string) => sql`
  insert into register_keeper (tenant_id, register, agency_id)
  values (${tenantId}, ${register}, ${agencyId(agency)}) on conflict do nothing`
