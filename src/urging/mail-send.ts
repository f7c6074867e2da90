// Mail goes out: the morning lists are put in line, mentions at once, and what a mail says is made when it leaves, so
// that after a day without a server today's list goes out and yesterday's never does.
import { Refusal } from '../base/refusal.ts'
import { plainOf, readPieces } from '../discussion/comment.ts'
import type { Database, Sql } from '../store/database.ts'
import { addJob, type JobTime } from '../store/jobs.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import { readLadders } from './ladder-queries.ts'
import {
  faultOf,
  isFinal,
  isQuiet,
  isServerFault,
  MOST_TRIES,
  pauseAfter,
  type SendFault,
  timeInVietnam,
} from './mail.ts'
import * as queries from './mail-queries.ts'
import { pathOf, textOf } from './morning.ts'
import { readMornings } from './morning-queries.ts'

/** So many mails are made at once, and so many are under way. */
const BATCH = 500
const ABREAST = 3
/** A mention older than this is left to the page. */
const MENTION_HOURS = 48

/** Puts the day's lists in line, once, on a working day from the hour set. Returns how many people get one. */
export async function queueMorning(tx: Sql, tenantId: number, { at, today }: JobTime): Promise<number> {
  const setting = await queries.readSetting(tx, tenantId)
  if (!setting.testedAt || timeInVietnam(at) < setting.morningAt) return 0
  const { isOff } = await readCalendar(tx, tenantId, today, today)
  if (isOff(today) || (await queries.hasMorning(tx, tenantId, today))) return 0
  const people = await queries.queueLists(tx, tenantId, today, at)
  await queries.keepMorning(tx, tenantId, today, people, at)
  if (people > 0) await addJob(tx, tenantId, 'mail', 'mail')
  return people
}

/**
 * Sends what waits; answers how many went out. Throws a refusal when the server cannot be reached: all waits, and the job
 * is tried again. A mail that was under way when the machine stopped goes out again, under the same message id.
 */
export async function sendMail(
  sql: Database,
  tenantId: number,
  { at, today }: JobTime,
  signal: AbortSignal,
): Promise<number> {
  const setting = await queries.readSetting(sql, tenantId)
  if (!setting.testedAt || !setting.host) return 0
  await queries.dropOldLists(sql, tenantId, today, at)
  const oldest = new Date(Math.max(setting.testedAt.getTime(), at.getTime() - MENTION_HOURS * 3_600_000))
  await queries.queueMentions(sql, tenantId, oldest, at)
  if (isQuiet(timeInVietnam(at), setting)) return 0
  const post = await openPost(setting)
  let sent = 0
  try {
    while (!signal.aborted) {
      const due = await queries.listDueMail(sql, tenantId, { at, today, limit: BATCH })
      if (due.length === 0) break
      const letters = await write(sql, tenantId, due, { today, base: setting.baseUrl })
      const idle = due.filter(({ id }) => !letters.has(id)).map(({ id }) => id)
      if (idle.length > 0) await queries.endMail(sql, tenantId, idle, { state: 'dropped', at })
      const rest = due.filter(({ id }) => letters.has(id))
      const workers = Array.from({ length: ABREAST }, async () => {
        for (let mail = rest.shift(); mail && !signal.aborted; mail = rest.shift()) {
          const letter = letters.get(mail.id)
          if (letter && (await sendOne(sql, tenantId, post, mail, letter, at))) sent += 1
        }
      })
      const faults = (await Promise.allSettled(workers)).flatMap((one) =>
        one.status === 'rejected' ? [one.reason] : [],
      )
      if (faults.length > 0) throw faults[0]
    }
    await queries.markServer(sql, tenantId, '', at)
    return sent
  } catch (error) {
    if (error instanceof Refusal) await queries.markServer(sql, tenantId, error.message, at)
    throw error
  } finally {
    post.close()
  }
}

interface Letter {
  to: string
  subject: string
  text: string
}

interface Post {
  send(letter: Letter, id: string): Promise<void>
  close(): void
  host: string
}

/** The mail server as set. It logs nothing, so that no password reaches a log. */
async function openPost(setting: queries.SettingRow): Promise<Post> {
  const { createTransport } = await import('nodemailer')
  const { host, port, security, user, password, from } = setting
  const transport = createTransport({
    ...{ pool: true, maxConnections: ABREAST, maxMessages: 100, host, port },
    ...{ secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(user ? { auth: { user, pass: password } } : {}),
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, logger: false },
  })
  const domain = from.split('@')[1] ?? host
  return {
    host,
    send: async ({ to, subject, text }, id) => {
      await transport.sendMail({
        from: { name: words.product, address: from },
        ...{ to, subject, text, messageId: `<${id}@${domain}>` },
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** Sends one now, with the settings as they stand. Refuses with what the server said, in a sentence. */
export async function sendTest(setting: queries.SettingRow, to: string, id: string): Promise<void> {
  const post = await openPost(setting)
  try {
    await post.send({ to, subject: words.mail.testSubject, text: words.mail.testText(setting.baseUrl) }, id)
  } catch (error) {
    throw new Refusal('invalid', 'mail.test', faultOf(error as SendFault, setting.host))
  } finally {
    post.close()
  }
}

/** Whether it went out. A refused address ends or puts off its own mail; a server in trouble is thrown. */
async function sendOne(
  sql: Sql,
  tenantId: number,
  post: Post,
  mail: queries.DueMail,
  letter: Letter,
  at: Date,
): Promise<boolean> {
  try {
    await post.send(letter, mail.id)
  } catch (error) {
    const fault = error as SendFault
    const failure = faultOf(fault, post.host)
    if (isServerFault(fault)) throw new Refusal('invalid', 'mail.server', failure)
    if (isFinal(fault) || mail.tries + 1 >= MOST_TRIES)
      await queries.endMail(sql, tenantId, [mail.id], { state: 'failed', address: letter.to, failure, at })
    else {
      const nextAt = new Date(at.getTime() + pauseAfter(mail.tries + 1) * 60_000)
      await queries.putOff(sql, tenantId, mail.id, nextAt, failure)
    }
    return false
  }
  await queries.endMail(sql, tenantId, [mail.id], { state: 'sent', address: letter.to, at })
  return true
}

/** What each says now; nothing for a list that became empty, a mention read meanwhile, somebody who wants none. */
async function write(
  sql: Sql,
  tenantId: number,
  due: readonly queries.DueMail[],
  { today, base }: { today: string; base: string },
): Promise<Map<string, Letter>> {
  const wanted = due.filter(({ address }) => address !== null)
  const lists = wanted.filter(({ kind }) => kind === 'morning').map(({ accountId }) => accountId)
  const comments = wanted.filter(({ kind }) => kind === 'mention').map(({ about }) => about)
  const [mornings, mentions] = await Promise.all([
    lists.length
      ? readMornings(sql, tenantId, lists, { today, ladders: await readLadders(sql, tenantId) })
      : new Map(),
    comments.length ? readMentions(sql, tenantId, comments, today) : new Map(),
  ])
  const letters = new Map<string, Letter>()
  for (const { id, accountId, kind, about, address } of wanted) {
    const to = address ?? ''
    if (kind === 'morning') {
      const list = mornings.get(accountId)
      if (!list || list.sections.length === 0) continue
      letters.set(id, { to, subject: words.mail.listSubject(words.day(today)), text: textOf(list, base) })
    } else {
      const mention = mentions.get(`${about} ${accountId}`)
      if (!mention) continue
      const text = words.mail.mentionText(mention.author, mention.text, base + pathOf(mention))
      letters.set(id, { to, subject: words.mail.mentionSubject(mention.author), text })
    }
  }
  return letters
}

async function readMentions(sql: Sql, tenantId: number, comments: readonly string[], today: string) {
  const rows = await queries.listMentionTexts(sql, tenantId, [...new Set(comments)])
  const pieces = await readPieces(
    sql,
    tenantId,
    rows.map(({ body }) => body),
    today,
  )
  return new Map(
    rows.map(({ comment, accountId, body: _, ...row }, at) => [
      `${comment} ${accountId}`,
      { ...row, text: plainOf(pieces[at] ?? []) },
    ]),
  )
}
