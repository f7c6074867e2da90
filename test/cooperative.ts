// Rows of registers for tests, written the way the sample and imports write them.
import { randomUUID } from 'node:crypto'
import { insertRows } from '../src/register/kit/record.ts'
import type { Register, Values } from '../src/register/kit/register.ts'
import { findRegister } from '../src/register/registers.ts'
import type { testApp } from './database.ts'

type TestApp = Pick<Awaited<ReturnType<typeof testApp>>, 'sql' | 'tenantId' | 'clock' | 'agencyId'>

/** Every column of a register, empty but for what is given. */
const whole = (register: Register, values: Values): Values => ({
  ...Object.fromEntries(Object.keys(register.columns).map((name) => [name, null])),
  ...values,
})

/** Writes one row as `by` (nobody: the machine) and returns its id. */
export async function addRow(
  { sql, tenantId, clock }: TestApp,
  name: string,
  values: Values,
  { since, by = null }: { since?: string; by?: string | null } = {},
): Promise<string> {
  const register = findRegister(name)
  if (!register) throw new Error(`no register ${name}`)
  const id = randomUUID()
  await sql.begin((tx) =>
    insertRows(
      tx,
      { tenantId, accountId: by, name: 'test' },
      register,
      [{ id, values: whole(register, values), ...(since && { since }) }],
      { at: clock.now(), today: clock.today(), act: 'create', batchId: null },
    ),
  )
  return id
}

let made = 0
/** A cooperative of xã Suối Mơ, active since 2020. */
export const addCooperative = (app: TestApp, values: Values = {}) => {
  made += 1
  return addRow(app, 'cooperative', {
    code: `49000000${String(made).padStart(2, '0')}`,
    name: `Hợp tác xã số ${made}`,
    ...{ kind: 'cooperative', status: 'active', sector: 'agriculture', registeredOn: '2020-05-04' },
    ...{ place: app.agencyId('UBND xã Suối Mơ'), highTech: true, valueChain: false },
    ...values,
  })
}

/** A yearly update with every figure the proposed rubric asks for. */
export const addUpdate = (
  app: TestApp,
  cooperative: string,
  year: number,
  values: Values = {},
  by: string | null = null,
) =>
  addRow(
    app,
    'yearly-update',
    {
      ...{ cooperative, year, standsOn: `${year}-12-14`, members: 50, workers: 25, revenue: 1000 },
      ...{ memberRevenue: 700, profit: 120, incomePerWorker: 60, totalCapital: 1000, debt: 100 },
      ...{ indivisibleFund: 100, managers: 5, trainedManagers: 4, womenManagers: 2 },
      ...values,
    },
    { by },
  )
