// Rows of registers to work with, written the way imports write them.
import { randomUUID } from 'node:crypto'
import { type Cooperative, cooperative } from '../src/register/cooperative.ts'
import { insertRows } from '../src/register/kit/record.ts'
import type { Register, Values } from '../src/register/kit/register.ts'
import type { testApp } from './database.ts'

type TestApp = Pick<Awaited<ReturnType<typeof testApp>>, 'sql' | 'tenantId' | 'agencyId' | 'clock'>

/** Codes of test cooperatives: "0100000001", …; none has a check digit that means anything. */
let codes = 100_000_000

/** A row of any register; every required column must be given. Answers its id. */
export async function newRow(
  { sql, tenantId, clock }: TestApp,
  register: Register,
  values: Values,
  since?: string,
): Promise<string> {
  const id = randomUUID()
  const by = { tenantId, accountId: null, name: 'Người nhập thử' }
  const batch = { at: clock.now(), today: clock.today(), act: 'create', batchId: null }
  const empty = Object.fromEntries(Object.keys(register.columns).map((name) => [name, null]))
  const row = { id, values: { ...empty, ...values }, ...(since ? { since } : {}) }
  await sql.begin((tx) => insertRows(tx, by, register, [row], batch))
  return id
}

/** A cooperative of UBND xã Suối Mơ registered on 01/5/2020, unless said otherwise. */
export const newCooperative = (app: TestApp, values: Partial<Cooperative> = {}, since?: string) =>
  newRow(
    app,
    cooperative,
    {
      code: `0${++codes}`,
      name: 'Hợp tác xã Suối Mơ',
      kind: 'cooperative',
      status: 'active',
      place: app.agencyId('UBND xã Suối Mơ'),
      sector: 'agriculture',
      registeredOn: '2020-05-01',
      members: 12,
      ...values,
    },
    since,
  )
