// The sample province: data files in sample/, carried in by the same code that a clerk's Excel and plan go through.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import type { SheetRow } from '../agency/columns.ts'
import { carryOutImport, planImport } from '../agency/import.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { insertTenant } from './queries.ts'
import { tellStory } from './story.ts'

const FOLDER = join(import.meta.dirname, '../../sample')

/** Under `lockTenants`. Returns the number of the new province. */
export async function loadSample(tx: Sql, at: Date, folder = FOLDER): Promise<number> {
  const name = words.setup.sampleProvince
  const tenantId = await insertTenant(tx, { name, provinceCode: '99', isSample: true, at })
  await loadDirectory(tx, tenantId, folder, at)
  await tellStory(tx, tenantId, folder)
  return tenantId
}

async function loadDirectory(tx: Sql, tenantId: number, folder: string, at: Date) {
  const agencies = readRows(folder, 'agencies.csv')
  const people = readRows(folder, 'accounts.csv')
  const names = new Map(agencies.map((row) => [row.code, row.name]))
  const rows: SheetRow[] = [
    ...agencies.map((row) => sheetRow(row)),
    ...people.map(({ login, name, agency = '', role, position }) =>
      sheetRow({
        ...(agency ? { name: names.get(agency), code: agency } : {}),
        ...{ person: name, login, role, position },
      }),
    ),
  ]
  const plan = planImport(rows, { agencies: [], logins: new Set() })
  if (plan.faults.length) throw new Error(`sample directory: ${JSON.stringify(plan.faults)}`)
  await carryOutImport(tx, tenantId, plan, [], at, { withCodes: false })
}

const sheetRow = (values: Partial<Record<keyof SheetRow, string | undefined>>): SheetRow => ({
  name: values.name ?? '',
  code: values.code ?? '',
  kind: values.kind ?? '',
  parent: values.parent ?? '',
  aliases: values.aliases ?? '',
  person: values.person ?? '',
  position: values.position ?? '',
  login: values.login ?? '',
  role: values.role ?? '',
})

/** The rows of a .csv by heading. */
function readRows(folder: string, file: string): Record<string, string>[] {
  const [head = [], ...rows] = parseCsv(readFileSync(join(folder, file), 'utf8'))
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), String(row[i] ?? '')])))
}
