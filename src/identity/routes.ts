// Signing in and out, and setting one's password. Accounts of others: account-routes.ts.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { type Action, Password, Session, SignIn, whyNotAllowed } from './identity.ts'
import { codeKey, hashPassword, verifyPassword } from './password.ts'
import * as queries from './queries.ts'
import { listStandings } from './stand-in-queries.ts'

const COOKIE = 'session'
const SESSION_HOURS = 12

/** Refuses when the actor's role may not do this. */
export function allow(actor: Actor, action: Action): void {
  const why = whyNotAllowed(action, actor.role)
  if (why) throw new Refusal('forbidden', `forbidden.${action}`, why)
}

/** Whoever signs in acts for the first time: there is no actor yet, only the account. */
export const ownerOf = ({ tenantId, id, name }: { tenantId: number; id: string; name: string }) => ({
  tenantId,
  accountId: id,
  name,
})

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/** The cookie is "<tenant>.<token>": the tenant leads to its rows, only the token's hash is stored. */
const readCookie = (request: FastifyRequest) =>
  /^(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(request.cookies[COOKIE] ?? '')

export const findActor =
  ({ sql, clock }: App) =>
  async (request: FastifyRequest): Promise<(Actor & { mustSetPassword: boolean }) | null> => {
    const [, tenant, token] = readCookie(request) ?? []
    return tenant && token
      ? queries.findSession(sql, Number(tenant), tokenHash(token), { now: clock.now(), today: clock.today() })
      : null
  }

/** Opens a session for the account and sets its cookie. */
export async function openSession(
  app: App,
  sql: Sql,
  reply: FastifyReply,
  account: { tenantId: number; id: string },
) {
  const token = randomBytes(32).toString('base64url')
  const at = app.clock.now()
  const expiresAt = new Date(at.getTime() + SESSION_HOURS * 3_600_000)
  await queries.insertSession(sql, {
    tenantId: account.tenantId,
    id: randomUUID(),
    tokenHash: tokenHash(token),
    accountId: account.id,
    at,
    expiresAt,
  })
  reply.setCookie(COOKIE, `${account.tenantId}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: app.config.secureCookie,
    // A span, not a moment: the clock of a clerk's machine may be a day off.
    maxAge: (expiresAt.getTime() - at.getTime()) / 1000,
  })
}

/** What the browser may know about who is signed in. */
export async function sessionOf(
  sql: Sql,
  tenantId: number,
  accountId: string,
  today: string,
): Promise<Session> {
  const [account, { capacities }, standings, [tenant]] = await Promise.all([
    queries.findAccount(sql, tenantId, accountId),
    queries.getActor(sql, tenantId, accountId, today),
    listStandings(sql, tenantId, accountId, today),
    sql<{ name: string; isSample: boolean }[]>`
      select name, is_sample as "isSample" from tenant where id = ${tenantId}`,
  ])
  const mine = standings.find((one) => one.accountId === accountId)
  if (!account || !tenant) throw new Refusal('unauthenticated', 'session.missing', words.refusal.signIn)
  return {
    accountId,
    name: account.name,
    position: account.position,
    role: account.role,
    agency:
      account.agencyId && account.agencyName ? { id: account.agencyId, name: account.agencyName } : null,
    province: tenant.name,
    isSample: tenant.isSample,
    capacities: [...capacities],
    standsInFor: standings
      .filter(({ standInId }) => standInId === accountId)
      .map(({ accountId: id, absentName: name, absentRole: role, absentAgency: agency, toDay }) => ({
        ...{ id, name, role, agency, toDay },
      })),
    standIn: mine ? { name: mine.standInName, toDay: mine.toDay } : null,
    mustSetPassword: account.passwordHash === null && account.codeHash !== null,
  }
}

export function identityRoutes(app: App) {
  const { sql, clock } = app
  return async (server: Server) => {
    server.get(
      '/api/session',
      { config: { open: true }, schema: { response: { 200: Session.nullable() } } },
      async (request) =>
        request.actor ? sessionOf(sql, request.actor.tenantId, request.actor.accountId, clock.today()) : null,
    )

    server.post(
      '/api/session',
      {
        config: { open: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: { body: SignIn, response: { 200: Session } },
      },
      async (request, reply) => {
        const account = await checkPassword(request.body.login, request.body.password)
        await sql.begin(async (tx) => {
          await openSession(app, tx, reply, account)
          await audit(tx, ownerOf(account), clock.now(), 'session.open', ['account', account.id])
        })
        return sessionOf(sql, account.tenantId, account.id, clock.today())
      },
    )

    server.delete(
      '/api/session',
      { config: { open: true }, schema: { response: { 204: z.null() } } },
      async (request, reply) => {
        const [, tenant, token] = readCookie(request) ?? []
        const { actor } = request
        await sql.begin(async (tx) => {
          if (tenant && token) await queries.deleteSession(tx, Number(tenant), tokenHash(token))
          if (actor) await audit(tx, actor, clock.now(), 'session.close', ['account', actor.accountId])
        })
        reply.clearCookie(COOKIE, { path: '/' }).status(204)
        return null
      },
    )

    server.put(
      '/api/session/password',
      {
        config: { open: true },
        schema: { body: z.object({ password: Password }), response: { 200: Session } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const hash = await hashPassword(request.body.password)
        await sql.begin(async (tx) => {
          await queries.setPassword(tx, actor.tenantId, actor.accountId, hash)
          await queries.deleteSessionsOf(tx, actor.tenantId, actor.accountId)
          await openSession(app, tx, reply, { tenantId: actor.tenantId, id: actor.accountId })
          await audit(tx, actor, clock.now(), 'account.password', ['account', actor.accountId])
        })
        return sessionOf(sql, actor.tenantId, actor.accountId, clock.today())
      },
    )
  }

  async function checkPassword(login: string, password: string): Promise<queries.AccountRow> {
    const account = await queries.findAccountByLogin(sql, login)
    const stored = account?.passwordHash ?? account?.codeHash ?? DECOY
    // Hashed in every case, so that the time taken does not tell which names exist.
    const isRight = await verifyPassword(account?.passwordHash ? password : codeKey(password), stored)
    if (!account || !isRight) throw new Refusal('unauthenticated', 'sign-in.wrong', words.identity.wrong)
    if (!account.isActive) throw new Refusal('forbidden', 'sign-in.inactive', words.identity.inactive)
    if (!account.passwordHash && account.codeExpiresAt && account.codeExpiresAt <= clock.now())
      throw new Refusal('forbidden', 'sign-in.code-expired', words.identity.codeExpired)
    return account
  }
}

/** No password has this hash: all zeros. */
const DECOY = `argon2id$19456$2$1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`
