// The directory over HTTP: read, add, change, and a whole directory with its people from Excel.
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { whyNotAllowed } from '../identity/identity.ts'
import { listTakenLogins } from '../identity/queries.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { LANGUAGE_CODES } from '../vocabulary/language.ts'
import { LANGUAGES } from '../vocabulary/languages.ts'
import * as words from '../vocabulary/words.ts'
import { Agency, AgencyForm, NEW_AGENCY } from './agency.ts'
import { ImportResult, type SheetRow } from './columns.ts'
import { carryOutImport, type ImportPlan, loginsToCheck, planImport } from './import.ts'
import * as queries from './queries.ts'
import { readSheet, writeTemplate } from './sheet.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LanguageQuery = z.object({ language: z.enum(LANGUAGE_CODES).default('vi') })
const DryRun = z.object({ dryRun: z.enum(['true', 'false']) })

export function agencyRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    // Those that exist, for choosing among; with the ended ones where former days are shown.
    server.get(
      '/api/agencies',
      {
        schema: {
          querystring: z.object({ ended: z.enum(['true', 'false']).default('false') }),
          response: { 200: z.array(Agency) },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        const agencies = await queries.listAgencies(sql, actor.tenantId)
        return agencies.filter(({ endedOn }) => request.query.ended === 'true' || endedOn === null)
      },
    )

    server.post(
      '/api/agencies',
      {
        config: { sends: ['key'] },
        schema: {
          body: z.object({ agencies: z.array(AgencyForm).min(1).max(300) }),
          response: { 201: z.array(Agency) },
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const forms = request.body.agencies
        const at = clock.now()
        const made = await once(sql, { ...actor, key, request: ['agencies', forms], at }, async (tx) => {
          const agencies: Agency[] = forms.map((form) => ({
            ...{ ...NEW_AGENCY, id: randomUUID(), ...form },
            version: 1,
          }))
          for (const agency of agencies) {
            await queries.insertAgency(tx, actor.tenantId, agency.id, agency, at)
            await audit(tx, actor, at, 'agency.add', ['agency', agency.id], agency)
          }
          return agencies
        })
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/agencies/:id',
      {
        config: { sends: ['version'] },
        schema: { params: z.object({ id: z.uuid() }), body: AgencyForm, response: { 200: Agency } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id } = request.params
        const at = clock.now()
        return sql.begin(async (tx) => {
          const before = await queries.getAgency(tx, actor.tenantId, id)
          await queries.updateAgency(tx, actor.tenantId, id, seen, request.body)
          await audit(tx, actor, at, 'agency.change', ['agency', id], { before, after: request.body })
          return queries.getAgency(tx, actor.tenantId, id)
        })
      },
    )

    server.get(
      '/api/agencies/template.xlsx',
      { config: { answers: XLSX }, schema: { querystring: LanguageQuery } },
      async (request, reply) => {
        allow(actorOf(request), 'agency.read')
        const words = LANGUAGES[request.query.language]
        return reply
          .type(XLSX)
          .header('content-disposition', `attachment; filename="${words.agencyPages.templateName}"`)
          .send(Buffer.from(await writeTemplate(words)))
      },
    )

    server.post(
      '/api/agencies/import',
      {
        config: { sends: ['key', 'file'] },
        schema: {
          querystring: DryRun,
          response: { 200: ImportResult },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const { file } = await readUpload(request)
        if (!file) throw new Refusal('invalid', 'import.no-file', words.agencyPages.noFile)
        const rows = await readSheet(file.bytes, file.name)
        if (request.query.dryRun === 'true') return summary(await prepare(sql, actor, rows))
        return run(actor, idempotencyKey(request), file, rows)
      },
    )
  }

  /** The real run. A repeated request is answered with the counts, the codes having been given the first time. */
  async function run(
    actor: Actor,
    key: string,
    file: { name: string; bytes: Uint8Array },
    rows: SheetRow[],
  ): Promise<ImportResult> {
    const at = clock.now()
    const asked = ['import', createHash('sha256').update(file.bytes).digest('hex')]
    let codes: ImportResult['codes'] = []
    const kept = await once(sql, { ...actor, key, request: asked, at }, async (tx) => {
      const plan = await prepare(tx, actor, rows)
      refuseFaults(plan)
      const existing = await queries.listAgencies(tx, actor.tenantId)
      const printed = await carryOutImport(tx, actor.tenantId, plan, existing, at)
      const { faults: _, codes: __, ...counts } = summary(plan)
      await audit(tx, actor, at, 'agency.import', ['file', asked[1] ?? ''], {
        file: file.name,
        ...counts,
        added: plan.agencies.map(({ name }) => name),
        logins: printed.map(({ login }) => login),
      })
      codes = printed
      return summary(plan)
    })
    return { ...kept, codes }
  }
}

async function prepare(sql: Sql, actor: Actor, rows: SheetRow[]): Promise<ImportPlan> {
  const plan = planImport(rows, {
    agencies: await queries.listAgencies(sql, actor.tenantId),
    logins: await listTakenLogins(sql, loginsToCheck(rows)),
  })
  const why = whyNotAllowed('account.write', actor.role)
  if (why && rows.some((row) => row.person))
    throw new Refusal('forbidden', 'forbidden.account.write', words.agencyPages.peopleForbidden)
  return plan
}

const summary = (plan: ImportPlan): ImportResult => ({
  agencies: plan.agencies.length,
  people: plan.people.length,
  known: plan.known,
  faults: plan.faults,
  codes: [],
})

function refuseFaults(plan: ImportPlan) {
  if (plan.faults.length === 0) return
  throw new Refusal(
    'invalid',
    'import.faults',
    words.agencyPages.importFaults(plan.faults.length),
    plan.faults.map(({ row, column, message }) => ({
      at: words.agencyPages.place(row, words.agency.columns[column]),
      message,
    })),
  )
}
