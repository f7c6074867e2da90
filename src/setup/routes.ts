// The first minutes: setting up the real province, trying the sample one, removing it again. All routes are open;
// what changes something asks for this machine, the code the server printed, or the right administrator.
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import type { Server } from '../http/server.ts'
import { Session } from '../identity/identity.ts'
import { codeKey, hashPassword, makeCode } from '../identity/password.ts'
import { findAccountByLogin, insertAccount } from '../identity/queries.ts'
import { openSession, ownerOf, sessionOf } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { PROVINCES, provinceName } from '../vocabulary/province.ts'
import * as words from '../vocabulary/words.ts'
import * as queries from './queries.ts'
import { loadSample } from './sample.ts'
import { SampleForm, SamplePerson, SetupForm, SetupState } from './setup.ts'

/** Printed when the server starts; lets somebody at another machine set up. */
export const makeSetupCode = makeCode

export function setupRoutes(app: App, setupCode: string) {
  const { sql, clock } = app
  const limited = { open: true, rateLimit: { max: 10, timeWindow: '1 minute' } }

  const stateFor = async (request: FastifyRequest): Promise<SetupState> => {
    const { real, sampleId } = await queries.countTenants(sql)
    const provinces = PROVINCES.map(({ code, name, kind }) => ({ code, name, kind }))
    return { isOpen: real === 0, isLocal: isLocal(request), provinces, sample: sampleId !== null }
  }

  return async (server: Server) => {
    server.get(
      '/api/setup',
      { config: { open: true }, schema: { response: { 200: SetupState } } },
      (request) => stateFor(request),
    )

    server.post(
      '/api/setup',
      { config: limited, schema: { body: SetupForm, response: { 201: Session } } },
      async (request, reply) => {
        const { provinceCode, admin, code } = request.body
        const province = PROVINCES.find((one) => one.code === provinceCode)
        if ((await queries.countTenants(sql)).real > 0)
          throw new Refusal('conflict', 'setup.done', words.setup.done)
        refuseStranger(request, code)
        if (!province)
          throw new Refusal('invalid', 'setup.province', words.setup.provinceUnknown, [
            { at: 'provinceCode', message: words.setup.provinceUnknown },
          ])
        const passwordHash = await hashPassword(admin.password)
        const at = clock.now()
        const account = await sql.begin(async (tx) => {
          await queries.lockTenants(tx)
          if ((await queries.countTenants(tx)).real > 0)
            throw new Refusal('conflict', 'setup.done', words.setup.done)
          const name = provinceName(province)
          const tenantId = await queries.insertTenant(tx, { name, provinceCode, isSample: false, at })
          const id = randomUUID()
          const isFree = await insertAccount(tx, {
            ...{ tenantId, id, login: admin.login, name: admin.name, position: '', role: 'admin' },
            ...{ agencyId: null, passwordHash, codeHash: null, codeExpiresAt: null, at },
          })
          if (!isFree)
            throw new Refusal('conflict', 'account.login-taken', words.accounts.loginTaken(admin.login))
          const detail = { province: name, login: admin.login, fromHere: isLocal(request) }
          const by = ownerOf({ tenantId, id, name: admin.name })
          await audit(tx, by, at, 'setup', ['tenant', String(tenantId)], detail)
          await openSession(app, tx, reply, { tenantId, id })
          return { tenantId, id }
        })
        return reply.status(201).send(await sessionOf(sql, account.tenantId, account.id, clock.today()))
      },
    )

    server.post(
      '/api/setup/sample',
      { config: limited, schema: { body: SampleForm, response: { 201: SetupState } } },
      async (request, reply) => {
        const { real } = await queries.countTenants(sql)
        if (real === 0) refuseStranger(request, request.body.code)
        else if (request.actor?.role !== 'admin')
          throw new Refusal('forbidden', 'sample.admin-only', words.setup.sampleAdminOnly)
        await sql.begin(async (tx) => {
          await queries.lockTenants(tx)
          if ((await queries.countTenants(tx)).sampleId !== null)
            throw new Refusal('conflict', 'sample.exists', words.setup.sampleExists)
          await loadSample(tx, clock.now())
        })
        return reply.status(201).send(await stateFor(request))
      },
    )

    server.delete(
      '/api/setup/sample',
      { config: { open: true }, schema: { response: { 204: z.null() } } },
      async (request, reply) => {
        await sql.begin(async (tx) => {
          await queries.lockTenants(tx)
          const { sampleId } = await queries.countTenants(tx)
          if (sampleId === null) throw new Refusal('missing', 'sample.missing', words.setup.sampleMissing)
          const { actor } = request
          const isItsAdmin = actor?.role === 'admin' && actor.tenantId === sampleId
          if (!isItsAdmin && !isLocal(request))
            throw new Refusal('forbidden', 'sample.remove', words.setup.removeForbidden)
          // Its audit goes with it: nothing of a made-up province is worth keeping.
          await queries.deleteTenant(tx, sampleId)
        })
        return reply.status(204).send(null)
      },
    )

    server.get(
      '/api/setup/people',
      { config: { open: true }, schema: { response: { 200: z.array(SamplePerson) } } },
      async () => {
        const { sampleId } = await queries.countTenants(sql)
        return sampleId === null ? [] : [...(await queries.listPeople(sql, sampleId))]
      },
    )

    server.post(
      '/api/setup/sign-in',
      {
        config: { open: true, rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: { body: z.object({ login: z.string().max(40) }), response: { 200: Session } },
      },
      async (request, reply) => {
        const { sampleId } = await queries.countTenants(sql)
        const account = await findAccountByLogin(sql, request.body.login)
        // Without a password only into the sample, whatever name is sent.
        if (sampleId === null || account?.tenantId !== sampleId || !account.isActive)
          throw new Refusal('forbidden', 'sample.nobody', words.setup.notOfSample)
        await sql.begin(async (tx) => {
          await openSession(app, tx, reply, account)
          await audit(tx, ownerOf(account), clock.now(), 'session.open', ['account', account.id])
        })
        return sessionOf(sql, sampleId, account.id, clock.today())
      },
    )
  }

  function refuseStranger(request: FastifyRequest, code: string | undefined) {
    if (isLocal(request)) return
    if (!code) throw new Refusal('forbidden', 'setup.code-missing', words.setup.codeMissing)
    if (!sameCode(code, setupCode)) throw new Refusal('forbidden', 'setup.code-wrong', words.setup.codeWrong)
  }
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/**
 * Sent by a browser or program on this machine, and not by a proxy on it: those add a header, keep the public host
 * name, or (nginx as it comes) still speak HTTP/1.0. The host also stops pages whose name was pointed at this machine.
 */
function isLocal(request: FastifyRequest): boolean {
  const host = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined)
  const isOld = request.raw.httpVersion === '1.0'
  return host && !isForwarded && !isOld && LOOPBACK.test(request.socket.remoteAddress ?? '')
}

/** Both are hashed to one length first, so that the comparison takes the same time for every guess. */
function sameCode(given: string, expected: string): boolean {
  const digest = (code: string) => createHash('sha256').update(codeKey(code)).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
