// Extracts over HTTP: made and withdrawn by those who may change the cooperative's row, as a Word file, and the public
// look-up behind the printed address, which needs no session.
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { dayInVietnam } from '../base/config.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import { cooperative } from '../register/cooperative.ts'
import { rightsOf, whyNotWrite } from '../register/kit/access.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { attachment, mediaOf } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import { getProvince, keeperIds } from './assessment-queries.ts'
import {
  ExtractForm,
  ExtractPage,
  Extracts,
  factLines,
  Lookup,
  Made,
  type PublicFacts,
  PublicFacts as PublicFactsForm,
  readToken,
  WithdrawForm,
} from './extract.ts'
import * as queries from './extract-queries.ts'

const w = words.extract
const Id = z.object({ id: z.uuid() })
const DOCX = mediaOf('extract.docx')
const missing = () => new Refusal('missing', 'extract.missing', w.refusal.missing)

/** Why this person may not make or withdraw extracts of a cooperative of this place; null when they may. */
async function whyNotMake(sql: Sql, actor: Actor, placeId: string): Promise<string | null> {
  const keepers = await keeperIds(sql, actor.tenantId, cooperative.name)
  const rights = rightsOf(cooperative, actor.capacities, keepers)
  return whyNotWrite(cooperative, rights, placeId) === null ? null : w.notYours
}

async function permit(sql: Sql, actor: Actor, cooperativeId: string) {
  const facts = await queries.findPublicFacts(sql, actor.tenantId, cooperativeId)
  if (!facts) throw missing()
  const why = await whyNotMake(sql, actor, facts.placeId)
  if (why) throw new Refusal('forbidden', 'extract.make', why)
}

export async function makeExtract(
  tx: Sql,
  actor: Actor,
  cooperativeId: string,
  { purpose }: ExtractForm,
  at: Date,
): Promise<z.infer<typeof Made>> {
  await permit(tx, actor, cooperativeId)
  const id = randomUUID()
  const { tenantId, accountId, name } = actor
  const token = randomBytes(32).toString('base64url')
  await queries.insertExtract(tx, tenantId, { id, token, cooperativeId, purpose, accountId, name, at })
  await audit(tx, actor, at, 'extract.make', ['register-extract', id], { cooperativeId, purpose })
  return { id, version: 1 }
}

export const extractRoutes =
  ({ sql, clock, config }: App) =>
  async (server: Server) => {
    server.get(
      '/api/cooperatives/:id/extracts',
      { schema: { params: Id, response: { 200: Extracts } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { id } = request.params
        const facts = await queries.findPublicFacts(sql, actor.tenantId, id)
        if (!facts) throw missing()
        const [extracts, make] = await Promise.all([
          queries.listExtracts(sql, actor.tenantId, id),
          whyNotMake(sql, actor, facts.placeId),
        ])
        return { extracts: [...extracts], may: { make } }
      },
    )

    server.post(
      '/api/cooperatives/:id/extracts',
      { config: { sends: ['key'] }, schema: { params: Id, body: ExtractForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { id } = request.params
        const at = clock.now()
        const key = { ...actor, key: idempotencyKey(request), request: ['extract', id, request.body], at }
        return reply
          .status(201)
          .send(await once(sql, key, (tx) => makeExtract(tx, actor, id, request.body, at)))
      },
    )

    async function readExtract(actor: Actor, id: string): Promise<ExtractPage> {
      const extract = await queries.findExtract(sql, actor.tenantId, id)
      if (!extract) throw missing()
      const [facts, province] = await Promise.all([
        queries.findPublicFacts(sql, actor.tenantId, extract.cooperativeId),
        getProvince(sql, actor.tenantId),
      ])
      if (!facts) throw missing()
      return { extract, province, facts: publicOnly(facts), today: clock.today() }
    }

    server.get(
      '/api/extracts/:id',
      { schema: { params: Id, response: { 200: ExtractPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return readExtract(actor, request.params.id)
      },
    )

    server.get(
      '/api/extracts/:id/paper.docx',
      { config: { answers: DOCX }, schema: { params: Id } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const page = await readExtract(actor, request.params.id)
        if (page.extract.withdrawn)
          throw new Refusal('conflict', 'extract.withdrawn', w.refusal.withdrawnPaper)
        const issuer = await findIssuer(sql, actor.tenantId, actor.agencyId)
        const origin = `${config.secureCookie ? 'https' : request.protocol}://${request.host}`
        const { today, facts, extract, province } = page
        const bytes = await writeDocx({
          ...issuerOf(province, issuer),
          day: today,
          title: w.paper.title,
          subtitle: [facts.name, w.asOf(today)],
          columns: [
            { label: w.paper.what, kind: 'text', width: 30 },
            { label: w.paper.said, kind: 'text', width: 70 },
          ],
          rows: factLines(facts).map(({ label, value }) => [label, value]),
          totals: [w.noCertificate, w.paper.address(`${origin}/lookup/${extract.token}`)],
          sheet: w.paper.title,
        })
        return reply
          .header('content-type', DOCX)
          .header('content-disposition', attachment(`${w.paper.file}-${facts.code}.docx`))
          .send(Buffer.from(bytes))
      },
    )

    server.post(
      '/api/extracts/:id/withdraw',
      { config: { sends: ['version'] }, schema: { params: Id, body: WithdrawForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const seen = versionSeen(request)
        const { id } = request.params
        const { reason: why } = request.body
        const at = clock.now()
        return sql.begin(async (tx) => {
          const row = await queries.lockExtract(tx, actor.tenantId, id)
          if (!row) throw missing()
          await permit(tx, actor, row.cooperativeId)
          if (row.version !== seen) throw new Refusal('stale', 'extract.stale', words.refusal.stale)
          if (row.isWithdrawn) throw new Refusal('conflict', 'extract.withdrawn', w.refusal.withdrawnAlready)
          await queries.withdrawExtract(tx, actor.tenantId, id, { why, name: actor.name, at })
          await audit(tx, actor, at, 'extract.withdraw', ['register-extract', id], { why })
          return { id, version: seen + 1 }
        })
      },
    )

    server.get(
      '/api/lookup/:token',
      {
        config: { open: true, rateLimit: { max: 30, timeWindow: '1 minute' } },
        schema: { params: z.object({ token: z.string().max(80) }), response: { 200: Lookup } },
      },
      async (request) => {
        const read = readToken(request.params.token)
        const extract = read && (await queries.findByToken(sql, read.tenantId, read.token))
        if (!read || !extract) throw new Refusal('missing', 'lookup.missing', w.refusal.noSuchAddress)
        if (extract.withdrawn) throw new Refusal('missing', 'lookup.withdrawn', w.refusal.withdrawn)
        const { tenantId } = read
        const [facts, province] = await Promise.all([
          queries.findPublicFacts(sql, tenantId, extract.cooperativeId),
          getProvince(sql, tenantId),
        ])
        if (!facts) throw new Refusal('missing', 'lookup.gone', w.refusal.gone)
        const today = clock.today()
        await queries.countView(sql, tenantId, extract.id, today, clock.now())
        return {
          ...{ province, today, facts: publicOnly(facts) },
          madeOn: dayInVietnam(new Date(extract.at)),
        }
      },
    )
  }

/** Nothing but what the schema names leaves the house. */
const publicOnly = (facts: PublicFacts): PublicFacts => PublicFactsForm.parse(facts)
