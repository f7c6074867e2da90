// The accounts of a province: listing, opening, changing, stopping, and new one-time codes. Administrators only.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Account,
  AccountChange,
  AccountForm,
  AccountList,
  AccountWithCode,
  CODE_DAYS,
  Account as One,
} from './identity.ts'
import { makeCodes } from './password.ts'
import * as queries from './queries.ts'
import { allow } from './routes.ts'
import { endStandInsOf } from './stand-in-queries.ts'

const Place = z.tuple([z.string(), z.string(), z.uuid()])
const AccountId = z.object({ id: z.uuid() })
const DAY = 86_400_000

export function accountRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/accounts',
      {
        schema: {
          querystring: z.object({
            q: z.string().trim().max(100).default(''),
            after: z.string().max(1000).optional(),
            limit: z.coerce.number().int().min(1).max(200).default(50),
          }),
          response: { 200: AccountList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'account.read')
        const { q, after, limit } = request.query
        const place = after === undefined ? null : readPlace(after)
        const rows = await queries.listAccounts(sql, actor.tenantId, {
          search: q,
          after: place,
          limit: limit + 1,
        })
        const page = rows.slice(0, limit)
        const last = rows.length > limit ? page.at(-1) : undefined
        return {
          accounts: page.map((row) => asAccount(row, clock.now())),
          next: last ? writePlace({ agency: last.agencyName ?? '', name: last.name, id: last.id }) : null,
        }
      },
    )

    server.post(
      '/api/accounts',
      { config: { sends: ['key'] }, schema: { body: AccountForm, response: { 201: AccountWithCode } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'account.write')
        const key = idempotencyKey(request)
        const form = request.body
        const at = clock.now()
        const [fresh] = await makeCodes(1)
        if (!fresh) throw new Error('no code was made')
        let code: string | null = null
        const account = await once(sql, { ...actor, key, request: ['account', form], at }, async (tx) => {
          await refuseForeignAgency(tx, actor.tenantId, form.agencyId)
          const id = randomUUID()
          const isFree = await queries.insertAccount(tx, {
            tenantId: actor.tenantId,
            id,
            ...form,
            passwordHash: null,
            codeHash: fresh.hash,
            codeExpiresAt: new Date(at.getTime() + CODE_DAYS * DAY),
            at,
          })
          if (!isFree) {
            const message = words.accounts.loginTaken(form.login)
            throw new Refusal('conflict', 'account.login-taken', message, [{ at: 'login', message }])
          }
          await audit(tx, actor, at, 'account.add', ['account', id], form)
          code = fresh.code
          return getAccount(tx, actor.tenantId, id, at)
        })
        return reply.status(201).send({ account, code })
      },
    )

    server.patch(
      '/api/accounts/:id',
      {
        config: { sends: ['version'] },
        schema: { params: AccountId, body: AccountChange, response: { 200: One } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'account.write')
        const seen = versionSeen(request)
        const { id } = request.params
        const change = request.body
        const at = clock.now()
        return sql.begin(async (tx) => {
          const others = await queries.countOtherAdmins(tx, actor.tenantId, id)
          const before = await queries.findAccount(tx, actor.tenantId, id)
          if (!before) throw new Refusal('missing', 'account.missing', words.refusal.missing)
          const wasAdmin = before.role === 'admin' && before.isActive
          const staysAdmin = change.role === 'admin' && change.isActive
          if (wasAdmin && !staysAdmin && others === 0)
            throw new Refusal('conflict', 'account.last-admin', words.accounts.lastAdmin)
          // Whose agency has ended may be changed otherwise, and is moved by the reorganisation or by choosing another.
          if (change.agencyId !== before.agencyId)
            await refuseForeignAgency(tx, actor.tenantId, change.agencyId)
          if (!(await queries.updateAccount(tx, actor.tenantId, id, seen, change)))
            throw new Refusal('stale', 'account.stale', words.refusal.stale)
          if (before.isActive && !change.isActive) {
            await queries.deleteSessionsOf(tx, actor.tenantId, id)
            await endStandInsOf(tx, actor.tenantId, id, clock.today())
          }
          const detail = { before: changeable(before), after: change }
          await audit(tx, actor, at, 'account.change', ['account', id], detail)
          return getAccount(tx, actor.tenantId, id, at)
        })
      },
    )

    server.post(
      '/api/accounts/:id/reset',
      { config: { sends: ['version'] }, schema: { params: AccountId, response: { 200: AccountWithCode } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'account.write')
        const seen = versionSeen(request)
        const { id } = request.params
        const at = clock.now()
        const [fresh] = await makeCodes(1)
        if (!fresh) throw new Error('no code was made')
        return sql.begin(async (tx) => {
          const before = await queries.findAccount(tx, actor.tenantId, id)
          if (!before) throw new Refusal('missing', 'account.missing', words.refusal.missing)
          if (!before.isActive) throw new Refusal('conflict', 'account.stopped', words.accounts.resetStopped)
          const expiresAt = new Date(at.getTime() + CODE_DAYS * DAY)
          if (!(await queries.setCode(tx, actor.tenantId, id, seen, { hash: fresh.hash, expiresAt })))
            throw new Refusal('stale', 'account.stale', words.refusal.stale)
          await queries.deleteSessionsOf(tx, actor.tenantId, id)
          await audit(tx, actor, at, 'account.reset', ['account', id])
          return { account: await getAccount(tx, actor.tenantId, id, at), code: fresh.code }
        })
      },
    )
  }
}

/**
 * Ends the use of an account, with its sessions and whatever it stands in for; refuses for the last administrator.
 */
export async function stopAccount(
  tx: Sql,
  actor: Actor,
  id: string,
  { at, today }: { at: Date; today: string },
): Promise<void> {
  const others = await queries.countOtherAdmins(tx, actor.tenantId, id)
  const before = await queries.findAccount(tx, actor.tenantId, id)
  if (!before) throw new Refusal('missing', 'account.missing', words.refusal.missing)
  if (before.role === 'admin' && others === 0)
    throw new Refusal('conflict', 'account.last-admin', words.accounts.lastAdmin)
  const after = { ...changeable(before), isActive: false }
  await queries.updateAccount(tx, actor.tenantId, id, before.version, after)
  await queries.deleteSessionsOf(tx, actor.tenantId, id)
  await endStandInsOf(tx, actor.tenantId, id, today)
  await audit(tx, actor, at, 'account.change', ['account', id], { before: changeable(before), after })
}

function asAccount(row: queries.AccountRow, now: Date): Account {
  const { id, login, name, position, role, agencyId, agencyName, version } = row
  const agency = agencyId && agencyName ? { id: agencyId, name: agencyName } : null
  return { id, login, name, position, role, agency, state: stateOf(row, now), version }
}

function stateOf(row: queries.AccountRow, now: Date): Account['state'] {
  if (!row.isActive) return 'stopped'
  if (row.passwordHash !== null || row.codeHash === null) return 'active'
  return row.codeExpiresAt && row.codeExpiresAt <= now ? 'expired' : 'waiting'
}

async function getAccount(sql: Sql, tenantId: number, id: string, now: Date): Promise<Account> {
  const row = await queries.findAccount(sql, tenantId, id)
  if (!row) throw new Refusal('missing', 'account.missing', words.refusal.missing)
  return asAccount(row, now)
}

const changeable = ({ name, position, role, agencyId, isActive }: queries.AccountRow) => ({
  name,
  position,
  role,
  agencyId,
  isActive,
})

async function refuseForeignAgency(sql: Sql, tenantId: number, agencyId: string | null) {
  if (agencyId === null) return
  if (await queries.isAgency(sql, tenantId, agencyId)) return
  const message = words.accounts.agencyUnknown
  throw new Refusal('invalid', 'account.agency-unknown', message, [{ at: 'agencyId', message }])
}

const writePlace = (place: queries.AccountPlace) =>
  Buffer.from(JSON.stringify([place.agency, place.name, place.id])).toString('base64url')

function readPlace(cursor: string): queries.AccountPlace {
  try {
    const [agency, name, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { agency, name, id }
  } catch {
    throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
  }
}
