// The mail server and its hours, "gửi thử", what was sent; and what a person wants to be mailed.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { addJob } from '../store/jobs.ts'
import * as words from '../vocabulary/words.ts'
import { lockSetting } from './ladder-queries.ts'
import {
  ChoiceForm,
  MailChoice,
  MailForm,
  MailList,
  MailQuery,
  MailSetting,
  Tested,
  TestForm,
} from './mail.ts'
import * as queries from './mail-queries.ts'
import { sendTest } from './mail-send.ts'

const PAGE = 50
const Version = z.object({ version: z.number().int() })

const cursorOf = ({ at, id }: { at: Date; id: string }) =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

/** All that says where and as whom: with another, the test counts no more. */
const isSameServer = (form: MailForm, old: queries.SettingRow) =>
  form.password === undefined &&
  (['host', 'port', 'security', 'user', 'from'] as const).every((field) => form[field] === old[field])

export const mailRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get('/api/mail', { schema: { response: { 200: MailSetting } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'mail.set')
      const { password, testedAt, failingSince, ...setting } = await queries.readSetting(sql, actor.tenantId)
      return {
        ...setting,
        hasPassword: password !== '',
        testedAt: testedAt?.toISOString() ?? null,
        failingSince: failingSince?.toISOString() ?? null,
        counts: await queries.countMail(sql, actor.tenantId, new Date(`${clock.today()}T00:00:00+07:00`)),
      }
    })

    server.put(
      '/api/mail',
      { config: { sends: ['version'] }, schema: { body: MailForm, response: { 200: Version } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'mail.set')
        const seen = versionSeen(request)
        const form = request.body
        return sql.begin(async (tx) => {
          await lockSetting(tx, actor.tenantId)
          const old = await queries.readSetting(tx, actor.tenantId)
          if (old.version !== seen) throw new Refusal('stale', 'mail.stale', words.refusal.stale)
          const next = { version: old.version + 1, isSameServer: isSameServer(form, old) }
          await queries.writeSetting(tx, actor.tenantId, form, next)
          const { password, ...kept } = form
          await audit(tx, actor, clock.now(), 'mail.set', ['tenant', String(actor.tenantId)], {
            ...kept,
            isPasswordChanged: password !== undefined,
          })
          return { version: old.version + 1 }
        })
      },
    )

    server.post(
      '/api/mail/test',
      { config: { sends: ['version'] }, schema: { body: TestForm, response: { 200: Tested } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'mail.set')
        const seen = versionSeen(request)
        const setting = await queries.readSetting(sql, actor.tenantId)
        if (setting.host === '') throw new Refusal('invalid', 'mail.no-host', words.mail.noHost)
        if (setting.version !== seen) throw new Refusal('stale', 'mail.stale', words.refusal.stale)
        // Outside the transaction: another's server may take its time.
        await sendTest(setting, request.body.to, randomUUID())
        const at = clock.now()
        return sql.begin(async (tx) => {
          await lockSetting(tx, actor.tenantId)
          const now = await queries.readSetting(tx, actor.tenantId)
          if (now.version !== seen) throw new Refusal('stale', 'mail.stale', words.refusal.stale)
          await queries.markTested(tx, actor.tenantId, { at, version: seen + 1 })
          await addJob(tx, actor.tenantId, 'mail', 'mail')
          await audit(tx, actor, at, 'mail.test', ['tenant', String(actor.tenantId)], { host: now.host })
          return { testedAt: at.toISOString(), version: seen + 1 }
        })
      },
    )

    server.get(
      '/api/mail/sent',
      { schema: { querystring: MailQuery, response: { 200: MailList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'mail.set')
        const { state, after } = request.query
        const bounds = { state, before: readCursor(after), limit: PAGE + 1 }
        const rows = await queries.listMail(sql, actor.tenantId, bounds)
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        return {
          mails: page.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
          next: rows.length > PAGE && last ? cursorOf(last) : null,
        }
      },
    )

    server.get('/api/morning/mail', { schema: { response: { 200: MailChoice } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'urging.read')
      const [choice, setting] = await Promise.all([
        queries.findChoice(sql, actor.tenantId, actor.accountId),
        queries.readSetting(sql, actor.tenantId),
      ])
      const none = { address: '', wantsList: true, wantsMention: true, version: 0 }
      return { ...(choice ?? none), isSending: setting.testedAt !== null }
    })

    server.put(
      '/api/morning/mail',
      { config: { sends: ['version'] }, schema: { body: ChoiceForm, response: { 200: Version } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'urging.read')
        const seen = versionSeen(request)
        const { tenantId, accountId } = actor
        return sql.begin(async (tx) => {
          await tx`select id from account where tenant_id = ${tenantId} and id = ${accountId} for no key update`
          const old = await queries.findChoice(tx, tenantId, accountId)
          if ((old?.version ?? 0) !== seen) throw new Refusal('stale', 'mail.stale', words.refusal.stale)
          await queries.writeChoice(tx, tenantId, accountId, request.body, seen + 1)
          await audit(tx, actor, clock.now(), 'mail.choose', ['account', accountId], request.body)
          return { version: seen + 1 }
        })
      },
    )
  }
