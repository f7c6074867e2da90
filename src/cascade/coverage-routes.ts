// The chain of plans and its coverage over HTTP: what is carried out, what is missing here, which clause has a duty below.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Line } from '../document/line.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import type { Span } from '../reading/draft.ts'
import { audit } from '../store/audit.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { means } from './citation.ts'
import {
  Chain,
  Coverage,
  Judgement,
  JudgementVersion,
  linksBetween,
  type Parent,
  ParentForm,
  whyNotJudge,
} from './coverage.ts'
import * as queries from './coverage-queries.ts'
import { sharedWords, wordsOf } from './likeness.ts'
import { listCiting } from './queries.ts'
import { getPublished } from './record.ts'

const Id = z.object({ id: z.uuid() })
const w = words.cascade.coverage

export const coverageRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/plans/:id/coverage',
      {
        schema: {
          params: Id,
          querystring: z.object({ parent: z.uuid().optional() }),
          response: { 200: Coverage },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        return readCoverage(actor, request.params.id, request.query.parent ?? null)
      },
    )

    server.get(
      '/api/plans/:id/chain',
      { schema: { params: Id, response: { 200: Chain } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        const { chain } = await readChain(actor, request.params.id)
        return chain
      },
    )

    server.put(
      '/api/plans/:id/coverage/:childId/:parentId',
      {
        config: { sends: ['version'] },
        schema: {
          params: Id.extend({ childId: z.uuid(), parentId: z.uuid() }),
          body: Judgement,
          response: { 200: JudgementVersion },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'coverage.judge')
        const { tenantId, accountId, name } = actor
        const { id, childId, parentId } = request.params
        const { state } = request.body
        const seen = versionSeen(request)
        const at = clock.now()
        const version = await sql.begin(async (tx) => {
          const pair = await queries.findPair(tx, tenantId, childId, parentId)
          if (pair?.childPlanId !== id) throw new Refusal('missing', 'coverage.pair', words.refusal.missing)
          const [child, parent] = [
            await getPublished(tx, tenantId, id),
            await getPublished(tx, tenantId, pair.parentPlanId),
          ]
          const agency = await queries.findAgencyOf(tx, tenantId, id)
          const why = whyNotJudge(actor, [child.overseerId, parent.overseerId, agency?.id ?? null])
          if (why) throw new Refusal('forbidden', 'coverage.judge', why)
          const shared = sharedWords(wordsOf(pair.childQuote), wordsOf(pair.parentQuote))
          const said = { state, shared, actor: name, accountId, at }
          const now = await queries.judge(tx, tenantId, { childId, parentId, ...pair }, said, seen)
          if (now === null) throw new Refusal('stale', 'coverage.stale', words.refusal.stale)
          await audit(tx, actor, at, 'coverage.judge', ['item', childId], { parentId, state })
          return now
        })
        return { version }
      },
    )

    server.post(
      '/api/plans/:id/parents',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: ParentForm, response: { 201: JudgementVersion } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'coverage.judge')
        const { id } = request.params
        const { parentId } = request.body
        const at = clock.now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['plan-parent', id, parentId], at },
          async (tx) => {
            if (parentId === id) throw new Refusal('invalid', 'parent.itself', w.parentItself)
            await mayJudge(actor, id, parentId)
            const back = await queries.listSaid(tx, actor.tenantId, id)
            if (back.some((one) => one.id === parentId && one.childId === parentId))
              throw new Refusal('conflict', 'parent.circle', w.parentBelow)
            const said = { childId: id, parentId, actor: actor.name, accountId: actor.accountId, at }
            await queries.insertSaid(tx, actor.tenantId, said)
            await audit(tx, actor, at, 'coverage.parent', ['plan', id], { parentId })
            return { version: 1 }
          },
        )
        return reply.status(201).send(made)
      },
    )

    server.delete(
      '/api/plans/:id/parents/:parentId',
      {
        config: { sends: ['version'] },
        schema: { params: Id.extend({ parentId: z.uuid() }), response: { 204: z.null() } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'coverage.judge')
        const { id, parentId } = request.params
        const seen = versionSeen(request)
        await sql.begin(async (tx) => {
          await mayJudge(actor, id, parentId)
          const gone = await queries.deleteSaid(tx, actor.tenantId, id, parentId, seen)
          if (gone.length === 0) throw new Refusal('stale', 'parent.stale', words.refusal.stale)
          await audit(tx, actor, clock.now(), 'coverage.parent', ['plan', id], { parentId, withdrawn: true })
        })
        return reply.status(204).send(null)
      },
    )

    async function mayJudge(actor: Actor, childId: string, parentId: string) {
      const { tenantId } = actor
      const child = await getPublished(sql, tenantId, childId)
      const parent = await getPublished(sql, tenantId, parentId)
      const agency = await queries.findAgencyOf(sql, tenantId, childId)
      const why = whyNotJudge(actor, [child.overseerId, parent.overseerId, agency?.id ?? null])
      if (why) throw new Refusal('forbidden', 'coverage.judge', why)
    }

    async function readChain(actor: Actor, id: string) {
      const { tenantId } = actor
      const child = await getPublished(sql, tenantId, id)
      const [parents, citing, said, agency] = await Promise.all([
        readParents(tenantId, id),
        listCiting(sql, tenantId, id),
        queries.listSaid(sql, tenantId, id),
        queries.findAgencyOf(sql, tenantId, id),
      ])
      const below = [
        ...citing.filter(
          (one) => one.relation === 'implements' && means({ number: one.cites, type: '' }, child),
        ),
        ...said.filter(({ childId }) => childId !== id),
      ].filter(({ status }) => status === 'published')
      const chain: Chain = {
        child: nameOf(child),
        parents,
        children: [...new Map(below.map((one) => [one.id, nameOf(one)])).values()],
        whyNot: whyNotJudge(actor, [child.overseerId, agency?.id ?? null]),
      }
      return { chain, child, agency }
    }

    async function readCoverage(actor: Actor, id: string, wanted: string | null): Promise<Coverage> {
      const { tenantId } = actor
      const { chain, child, agency } = await readChain(actor, id)
      const chosen = wanted
        ? chain.parents.find(({ plan }) => plan?.id === wanted)?.plan
        : chain.parents.find(({ plan }) => plan?.isPublished)?.plan
      if (wanted && !chosen) throw new Refusal('missing', 'coverage.parent', w.noParent)
      if (!chosen?.isPublished)
        return { ...chain, parent: null, clauses: [], duties: [], links: [], agency: null }
      const parent = await getPublished(sql, tenantId, chosen.id)
      const [above, calls, pieces, sources, judged, own] = await Promise.all([
        queries.listPieces(sql, tenantId, parent.id),
        queries.listCalls(sql, tenantId, parent.id),
        queries.listPieces(sql, tenantId, id),
        queries.listLines(sql, tenantId, id),
        queries.listJudged(sql, tenantId, id, parent.id),
        agency ? queries.listOwnItems(sql, tenantId, parent.id, agency.id) : [],
      ])
      const called = new Set(calls.map((one) => one.id))
      const clauses = above.filter((clause) => !called.has(clause.id))
      const lines = new Map(sources.map((source) => [source.documentId, source.lines]))
      const duties = pieces.map(({ documentId, spans, ...piece }) => ({
        ...piece,
        around: `${piece.quote}\n${textAround(lines.get(documentId) ?? [], spans)}`,
      }))
      const ownIds = new Set(own.map((one) => one.id))
      return {
        ...chain,
        parent: nameOf(parent),
        clauses: clauses.map(({ id: clauseId, section, quote }) => ({
          ...{ id: clauseId, section, quote },
          isOwn: ownIds.has(clauseId),
        })),
        duties: duties.map(({ id: dutyId, section, quote }) => ({ id: dutyId, section, quote })),
        links: linksBetween(parent, clauses, duties, judged),
        agency: ownIds.size > 0 ? agency : null,
        whyNot: whyNotJudge(actor, [child.overseerId, parent.overseerId, agency?.id ?? null]),
      }
    }

    /** What a plan carries out: as it cites it, and as people said; of what is cited, whether it is here. */
    async function readParents(tenantId: number, id: string): Promise<Parent[]> {
      const [cited, plans, said] = await Promise.all([
        queries.listCited(sql, tenantId, id),
        queries.listNumbered(sql, tenantId),
        queries.listSaid(sql, tenantId, id),
      ])
      const seen = new Set<string>()
      const parents: Parent[] = []
      for (const { number, day, issuer } of cited) {
        const there = plans
          .filter((plan) => plan.id !== id && means({ number, type: '' }, plan))
          .sort((a, b) => Number(b.status === 'published') - Number(a.status === 'published'))[0]
        if (there) seen.add(there.id)
        parents.push({ plan: there ? shown(there) : null, number, day, issuer, how: 'cited', version: 0 })
      }
      for (const { childId, version, ...plan } of said) {
        if (childId !== id || seen.has(plan.id)) continue
        const number = plan.number ?? ''
        parents.push({ plan: shown(plan), number, day: null, issuer: null, how: 'said', version })
      }
      return parents
    }
  }

const nameOf = ({ id, number, title }: { id: string; number: string | null; title: string }) => ({
  ...{ id, number, title },
})
const shown = (plan: queries.NumberedPlan) => ({ ...nameOf(plan), isPublished: plan.status === 'published' })

/** The lines a duty stands on, and those of the same row of a table. */
function textAround(lines: readonly Line[], spans: readonly Span[]): string {
  const here = spans.flatMap(({ line }) => lines[line] ?? [])
  const rows = new Set(here.flatMap(({ cell }) => (cell ? `${cell.table} ${cell.row}` : [])))
  const inRow = rows.size ? lines.filter(({ cell }) => cell && rows.has(`${cell.table} ${cell.row}`)) : []
  return [...new Set([...here, ...inRow])].map(({ text }) => text).join('\n')
}
