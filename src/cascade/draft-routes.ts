// Drafting a plan below a plan over HTTP: what it inherits, what people changed, its paper, and the way to be signed.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { blankPaper } from '../signing/blank.ts'
import type { IssuedDossier } from '../signing/issue.ts'
import { findDossierOf } from '../signing/queries.ts'
import { openDossier } from '../signing/record.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import {
  DraftContent,
  DraftVersion,
  draftSubPlan,
  NOTHING_SAID,
  OpenedDossier,
  SubPlanDraft,
} from './draft.ts'
import * as queries from './draft-queries.ts'
import { findProvince } from './queries.ts'
import { getPublished, settleByDossier } from './record.ts'
import { FORMS } from './routes.ts'
import { whyNotRecord } from './sub-plan.ts'

const OfAgency = z.object({ id: z.uuid(), agencyId: z.uuid() })
const w = words.cascade.draft
const PATH = '/api/plans/:id/sub-plan-drafts/:agencyId'

/** What signing tells when a plan drafted here is issued: the debt is settled by its number, day and file. */
export async function subPlanIssued(tx: Sql, actor: Actor, dossier: IssuedDossier, now: Now): Promise<void> {
  const of = await queries.getDraftSubject(tx, actor.tenantId, dossier.subjectId)
  // A plan for signing that was begun blank belongs to no plan above.
  if (!of) return
  const { number, symbol, signedOn, fileHash, fileName } = dossier
  await settleByDossier(
    tx,
    actor,
    { ...of, dossierId: dossier.id },
    { number: `${number}/${symbol}`, issuedOn: signedOn, file: { hash: fileHash, name: fileName } },
    now,
  )
}

export const draftRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get(PATH, { schema: { params: OfAgency, response: { 200: SubPlanDraft } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'cascade.read')
      const { tenantId } = actor
      const { id, agencyId } = request.params
      const plan = await getPublished(sql, tenantId, id)
      const [agency, inherited, draft, bearers] = await Promise.all([
        queries.getDrafter(sql, tenantId, agencyId),
        queries.listInherited(sql, tenantId, id, agencyId),
        queries.findDraft(sql, tenantId, id, agencyId),
        queries.listBearers(sql, tenantId, id),
      ])
      const dossier = draft ? await findDossierOf(sql, tenantId, 'sub-plan', draft.id) : null
      const mayFor = (one: string) => whyNotRecord(actor, { agencyId: one, overseerId: plan.overseerId })
      return {
        plan: { id, number: plan.number, title: plan.title },
        agency: { id: agency.id, name: agency.name },
        agencies: bearers.filter((one) => mayFor(one.id) === null),
        inherited,
        content: draft?.content ?? NOTHING_SAID,
        version: draft?.version ?? 0,
        changedBy: draft?.actor ?? null,
        dossier: dossier && {
          id: dossier.id,
          state: dossier.state,
          number: dossier.number && `${dossier.number}/${dossier.symbol}`,
        },
        whyNot: mayFor(agencyId),
      }
    })

    server.put(
      PATH,
      {
        config: { sends: ['version'] },
        schema: { params: OfAgency, body: DraftContent, response: { 200: DraftVersion } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'sub-plan.record')
        const { id, agencyId } = request.params
        const seen = versionSeen(request)
        const { at } = now()
        return sql.begin(async (tx) => {
          await mayDraft(tx, actor, id, agencyId)
          await refuseLater(tx, actor.tenantId, id, agencyId, request.body)
          const kept = {
            id: randomUUID(),
            planId: id,
            agencyId,
            content: request.body,
            actor: actor.name,
            at,
          }
          const version = await queries.keepDraft(tx, actor.tenantId, kept, seen)
          if (version === null) throw new Refusal('stale', 'sub-plan-draft.stale', words.refusal.stale)
          await audit(tx, actor, at, 'sub-plan.draft', ['plan', id], { agencyId, ...request.body })
          return { version }
        })
      },
    )

    server.get(
      `${PATH}/paper.docx`,
      { config: { answers: FORMS.docx.media }, schema: { params: OfAgency } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        const { id, agencyId } = request.params
        const paper = await readPaper(sql, actor.tenantId, id, agencyId)
        return reply
          .header('content-type', FORMS.docx.media)
          .header('content-disposition', attachment(`${w.fileName}.docx`))
          .send(Buffer.from(await writeOfficial(paper)))
      },
    )

    server.post(
      `${PATH}/dossier`,
      {
        config: { sends: ['key'] },
        schema: { params: OfAgency, body: z.object({}), response: { 201: OpenedDossier } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'sub-plan.record')
        const { tenantId } = actor
        const { id, agencyId } = request.params
        const when = now()
        const opened = await once(
          sql,
          {
            ...actor,
            key: idempotencyKey(request),
            request: ['sub-plan-dossier', id, agencyId],
            at: when.at,
          },
          async (tx) => {
            await mayDraft(tx, actor, id, agencyId)
            const paper = await readPaper(tx, tenantId, id, agencyId)
            const draft = await queries.findDraft(tx, tenantId, id, agencyId)
            if (!draft) throw new Refusal('conflict', 'sub-plan-draft.unsaved', w.notSaved)
            const made = { kind: 'sub-plan' as const, subjectId: draft.id, agencyId, drafterId: agencyId }
            const dossier = await openDossier(
              tx,
              actor,
              { ...made, planId: id, assignmentId: null, paper },
              when,
            )
            return { dossierId: dossier.id }
          },
        )
        return reply.status(201).send(opened)
      },
    )

    async function mayDraft(tx: Sql, actor: Actor, planId: string, agencyId: string) {
      const plan = await getPublished(tx, actor.tenantId, planId)
      await queries.getDrafter(tx, actor.tenantId, agencyId)
      const why = whyNotRecord(actor, { agencyId, overseerId: plan.overseerId })
      if (why) throw new Refusal('forbidden', 'sub-plan.record', why)
    }

    /** An agency may be earlier than the plan above, never later. */
    async function refuseLater(
      tx: Sql,
      tenantId: number,
      planId: string,
      agencyId: string,
      { done }: DraftContent,
    ) {
      const inherited = await queries.listInherited(tx, tenantId, planId, agencyId)
      const faults = done.flatMap(({ itemId, dueOn }, at) => {
        const above = inherited.find((one) => one.itemId === itemId)
        if (!dueOn || !above?.dueOn || dueOn <= above.dueOn) return []
        return [{ at: `done.${at}.dueOn`, message: w.late(above.section, words.day(above.dueOn)) }]
      })
      const [first] = faults
      if (first) throw new Refusal('invalid', 'sub-plan-draft.late', first.message, faults)
    }

    async function readPaper(
      on: Sql,
      tenantId: number,
      planId: string,
      agencyId: string,
    ): Promise<OfficialPaper> {
      const plan = await getPublished(on, tenantId, planId)
      const agency = await queries.getDrafter(on, tenantId, agencyId)
      const inherited = await queries.listInherited(on, tenantId, planId, agencyId)
      const content = (await queries.findDraft(on, tenantId, planId, agencyId))?.content ?? NOTHING_SAID
      if (inherited.every(({ itemId }) => content.left.includes(itemId)) && content.added.length === 0)
        throw new Refusal('conflict', 'sub-plan-draft.empty', w.nothing)
      const province = await findProvince(on, tenantId)
      const blank = blankPaper({ province, agency, type: w.type, subject: '', today: clock.today() })
      return draftSubPlan(blank, plan, agency.name, inherited, content)
    }
  }
