// Named groups and committees over HTTP.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { once } from '../store/once.ts'
import { Committee, CommitteeForm, MemberForm } from './committee.ts'
import { AgencyGroup, GroupForm } from './group.ts'
import * as queries from './group-queries.ts'

const Id = z.object({ id: z.uuid() })
const Member = z.object({ id: z.uuid(), member: z.uuid() })
const Conclusion = z.object({ id: z.uuid(), plan: z.uuid() })

export function groupRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/agencies/groups',
      { schema: { response: { 200: z.array(AgencyGroup) } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        return queries.listGroups(sql, actor.tenantId)
      },
    )

    server.post(
      '/api/agencies/groups',
      { config: { sends: ['key'] }, schema: { body: GroupForm, response: { 201: Id } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const at = clock.now()
        const made = await once(sql, { ...actor, key, request: ['group', request.body], at }, async (tx) => {
          const id = randomUUID()
          await queries.insertGroup(tx, actor.tenantId, id, request.body, at)
          await audit(tx, actor, at, 'group.add', ['group', id], request.body)
          return { id }
        })
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/agencies/groups/:id',
      { config: { sends: ['version'] }, schema: { params: Id, body: GroupForm, response: { 200: Id } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id } = request.params
        await sql.begin(async (tx) => {
          await queries.updateGroup(tx, actor.tenantId, id, seen, request.body)
          await audit(tx, actor, clock.now(), 'group.change', ['group', id], request.body)
        })
        return { id }
      },
    )

    server.delete(
      '/api/agencies/groups/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id } = request.params
        await sql.begin(async (tx) => {
          await queries.deleteGroup(tx, actor.tenantId, id, seen)
          await audit(tx, actor, clock.now(), 'group.delete', ['group', id])
        })
        return reply.status(204).send(null)
      },
    )

    server.get(
      '/api/agencies/:id/committee',
      { schema: { params: Id, response: { 200: Committee } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        return queries.getCommittee(sql, actor.tenantId, request.params.id)
      },
    )

    server.put(
      '/api/agencies/:id/committee',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: CommitteeForm, response: { 200: Committee } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin(async (tx) => {
          await queries.saveCommittee(tx, actor.tenantId, id, seen, request.body)
          await audit(tx, actor, clock.now(), 'committee.change', ['agency', id], request.body)
          return queries.getCommittee(tx, actor.tenantId, id)
        })
      },
    )

    server.post(
      '/api/agencies/:id/committee/members',
      { config: { sends: ['key'] }, schema: { params: Id, body: MemberForm, response: { 201: Id } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const committeeId = request.params.id
        const at = clock.now()
        const asked = ['member', committeeId, request.body]
        const made = await once(sql, { ...actor, key, request: asked, at }, async (tx) => {
          const id = randomUUID()
          await queries.insertMember(tx, actor.tenantId, committeeId, id, request.body)
          await audit(tx, actor, at, 'member.add', ['agency', committeeId], { member: id, ...request.body })
          return { id }
        })
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/agencies/:id/committee/members/:member',
      { config: { sends: ['version'] }, schema: { params: Member, body: MemberForm, response: { 200: Id } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id, member } = request.params
        await sql.begin(async (tx) => {
          await queries.updateMember(tx, actor.tenantId, id, member, seen, request.body)
          await audit(tx, actor, clock.now(), 'member.change', ['agency', id], { member, ...request.body })
        })
        return { id: member }
      },
    )

    server.delete(
      '/api/agencies/:id/committee/members/:member',
      { config: { sends: ['version'] }, schema: { params: Member, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        const { id, member } = request.params
        await sql.begin(async (tx) => {
          await queries.deleteMember(tx, actor.tenantId, id, member, seen)
          await audit(tx, actor, clock.now(), 'member.delete', ['agency', id], { member })
        })
        return reply.status(204).send(null)
      },
    )

    server.put(
      '/api/agencies/:id/committee/conclusions/:plan',
      { config: { sends: ['key'] }, schema: { params: Conclusion, response: { 200: Committee } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const { id, plan } = request.params
        const at = clock.now()
        const asked = ['conclusion.link', id, plan]
        return once(sql, { ...actor, key: idempotencyKey(request), request: asked, at }, async (tx) => {
          await queries.linkConclusion(tx, actor.tenantId, id, plan, { accountId: actor.accountId, at })
          await audit(tx, actor, at, 'conclusion.link', ['agency', id], { plan })
          return queries.getCommittee(tx, actor.tenantId, id)
        })
      },
    )

    server.delete(
      '/api/agencies/:id/committee/conclusions/:plan',
      { config: { sends: ['key'] }, schema: { params: Conclusion, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const { id, plan } = request.params
        const at = clock.now()
        const asked = ['conclusion.unlink', id, plan]
        await once(sql, { ...actor, key: idempotencyKey(request), request: asked, at }, async (tx) => {
          await queries.unlinkConclusion(tx, actor.tenantId, id, plan)
          await audit(tx, actor, at, 'conclusion.unlink', ['agency', id], { plan })
        })
        return reply.status(204).send(null)
      },
    )
  }
}
