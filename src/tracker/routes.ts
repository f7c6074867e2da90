// Imports of tracking sheets over HTTP: drop a file, say what its columns hold, look at the check, bring the rows in.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import { SheetDesk } from '../document/sheet-desk.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { once, recall } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import type { Checked } from './check.ts'
import type { Answers, Order } from './desk.ts'
import { type Ask, missingToCheck } from './import.ts'
import * as queries from './queries.ts'
import {
  Checks,
  changeSettings,
  cleanName,
  importRun,
  likeliestSheet,
  proposeSettings,
  startRun,
} from './run.ts'
import {
  Imported,
  ImportOrder,
  NewRun,
  Progress,
  RowsPage,
  RowsQuery,
  type Run,
  RunDetail,
  RunList,
  Settings,
} from './tracker.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Id = z.object({ id: z.uuid() })
const PAGE = 20

const cursorOf = (run: Run) => Buffer.from(`${run.createdAt} ${run.id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

const PROGRAM = new URL('./desk-process.ts', import.meta.url)

export function trackerRoutes({ sql, clock }: App, desk = new SheetDesk<Order, Answers>(PROGRAM, 'tracker')) {
  const checks = new Checks()
  /** How far the imports are that run now. */
  const running = new Map<string, { done: number; of: number }>()

  const asked = (tenantId: number, { fileHash }: { fileHash: string }): Ask => {
    const file = { hash: fileHash, bytes: () => queries.getBytes(sql, tenantId, fileHash) }
    return (order) => desk.ask(file, order)
  }

  return async (server: Server) => {
    server.addHook('onClose', desk.close)

    server.get(
      '/api/trackers',
      {
        schema: {
          querystring: z.object({ after: z.string().max(200).optional() }),
          response: { 200: RunList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const before = readCursor(request.query.after)
        const found = await queries.listRuns(sql, actor.tenantId, { before, limit: PAGE + 1 })
        const runs = found.slice(0, PAGE)
        const last = runs.at(-1)
        return { runs, next: found.length > PAGE && last ? cursorOf(last) : null }
      },
    )

    server.post(
      '/api/trackers',
      { config: { sends: ['key', 'file'] }, schema: { response: { 201: NewRun } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const key = idempotencyKey(request)
        const { file } = await readUpload(request)
        if (!file) throw new Refusal('invalid', 'tracker.no-file', words.tracker.noFile)
        const fileName = cleanName(file.name)
        const at = clock.now()
        const today = clock.today()
        const hash = createHash('sha256').update(file.bytes).digest('hex')
        const wish = { ...actor, key, request: ['tracker', hash, fileName] }
        const before = await recall<z.infer<typeof NewRun>>(sql, wish)
        if (before) return reply.status(201).send(before)
        const bytes = async () => file.bytes
        const { sheets } = await desk.ask<'offer'>({ hash, bytes }, { is: 'offer' })
        const sheet = likeliestSheet(sheets)
        const offer = sheets[sheet]
        if (!offer) throw new Refusal('invalid', 'tracker.empty', words.tracker.refused.empty)
        const ask: Ask = (order) => desk.ask({ hash, bytes }, order)
        const settings = await proposeSettings(sql, actor, offer, sheet, ask, today)
        const run = { fileName, bytes: file.bytes, settings }
        const made = await once(sql, { ...wish, at }, async (tx) => ({
          id: await startRun(tx, actor, run, { at, today }),
          version: 1,
        }))
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/trackers/:id',
      { schema: { params: Id, response: { 200: RunDetail } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        return readRun(actor, request.params.id)
      },
    )

    server.patch(
      '/api/trackers/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: Settings, response: { 200: RunDetail } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const seen = versionSeen(request)
        const { id } = request.params
        const run = await queries.getRunFile(sql, actor.tenantId, id)
        const ask = asked(actor.tenantId, run)
        const settings = await settle(actor, run, request.body, ask)
        const { signature, columns } = await ask<'view'>({ is: 'view', settings })
        const names = columns.map(({ heading }) => heading)
        const now = { at: clock.now(), today: clock.today() }
        await sql.begin((tx) => changeSettings(tx, actor, id, seen, settings, { signature, names }, now))
        return readRun(actor, id)
      },
    )

    server.get(
      '/api/trackers/:id/rows',
      { schema: { params: Id, querystring: RowsQuery, response: { 200: RowsPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const checked = await checkedOf(actor, request.params.id)
        return pageOf(checked, request.query, await namesOf(actor, checked, request.query))
      },
    )

    server.get(
      '/api/trackers/:id/faults.xlsx',
      {
        config: { answers: XLSX },
        schema: { params: Id, querystring: z.object({ rows: z.enum(['faulty', 'all']).default('faulty') }) },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const run = await queries.getRunFile(sql, actor.tenantId, request.params.id)
        const checked = await checkedOf(actor, run.id)
        const faults = checked.faulty.flatMap((row) => row.faults)
        const onlyFaulty = request.query.rows === 'faulty'
        const { settings } = run
        const bytes = await asked(
          actor.tenantId,
          run,
        )<'faults'>({ is: 'faults', settings, faults, onlyFaulty })
        const name = words.tracker.faultFile(run.fileName.replace(/\.[^.]*$/u, ''))
        return reply.type(XLSX).header('content-disposition', attachment(name)).send(Buffer.from(bytes))
      },
    )

    server.post(
      '/api/trackers/:id/import',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: ImportOrder, response: { 200: Imported } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const key = idempotencyKey(request)
        const seen = versionSeen(request)
        const { id } = request.params
        const at = clock.now()
        const run = await queries.getRunFile(sql, actor.tenantId, id)
        const ask = asked(actor.tenantId, run)
        const place = `${actor.tenantId} ${id}`
        const tell = (done: number, of: number) => void running.set(place, { done, of })
        try {
          return await once(sql, { ...actor, key, request: ['import', id, seen, request.body], at }, (tx) =>
            importRun(tx, actor, id, seen, request.body, ask, { at, today: clock.today() }, tell),
          )
        } finally {
          running.delete(place)
        }
      },
    )

    server.get(
      '/api/trackers/:id/progress',
      { schema: { params: Id, response: { 200: Progress } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        return running.get(`${actor.tenantId} ${request.params.id}`) ?? { done: 0, of: 0 }
      },
    )

    server.delete(
      '/api/trackers/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'tracker.import')
        const seen = versionSeen(request)
        await sql.begin(async (tx) => {
          const run = await queries.lockRun(tx, actor.tenantId, request.params.id, seen)
          await queries.deleteRun(tx, actor.tenantId, run)
          await audit(tx, actor, clock.now(), 'tracker.drop', ['tracker', run.id], { fileName: run.fileName })
        })
        return reply.status(204).send(null)
      },
    )
  }

  /** Another sheet, or another place of the heading, means other columns: they are proposed anew. */
  async function settle(actor: Actor, run: queries.RunFile, wanted: Settings, ask: Ask): Promise<Settings> {
    const { settings } = run
    if (wanted.sheet !== settings.sheet) {
      const { sheets } = await ask<'offer'>({ is: 'offer' })
      const offer = sheets[wanted.sheet]
      if (!offer) throw new Refusal('invalid', 'tracker.no-sheet', words.tracker.noSheet)
      const proposed = await proposeSettings(sql, actor, offer, wanted.sheet, ask, clock.today())
      return { ...proposed, target: proposed.target ?? wanted.target }
    }
    if (wanted.headRow !== settings.headRow || wanted.headRows !== settings.headRows) {
      const { fields } = await ask<'view'>({ is: 'view', settings: wanted })
      return { ...wanted, fields }
    }
    return wanted
  }

  async function checkedOf(actor: Actor, id: string): Promise<Checked> {
    const run = await queries.getRunFile(sql, actor.tenantId, id)
    const missing = missingToCheck(run.settings)
    if (missing.length)
      throw new Refusal(
        'invalid',
        'tracker.incomplete',
        words.tracker.incomplete,
        missing.map((message) => ({ at: '', message })),
      )
    return checks.of(sql, actor.tenantId, run, asked(actor.tenantId, run), clock.today())
  }

  async function readRun(actor: Actor, id: string): Promise<RunDetail> {
    const { tenantId } = actor
    const run = await queries.getRun(sql, tenantId, id)
    const file = await queries.getRunFile(sql, tenantId, id)
    const { settings } = file
    const ask = asked(tenantId, file)
    const [{ sheets, notices }, view] = await Promise.all([
      ask<'offer'>({ is: 'offer' }),
      ask<'view'>({ is: 'view', settings }),
    ])
    const missing = missingToCheck(settings)
    const isOpen = run.status === 'open'
    const checked = isOpen && missing.length === 0 ? await checkedOf(actor, id) : null
    return {
      run,
      settings,
      sheets: sheets.map(({ name, isHidden, rows, hiddenRows }) => ({ name, isHidden, rows, hiddenRows })),
      columns: view.columns,
      top: view.top,
      isRemembered: (await queries.findMapping(sql, tenantId, view.signature)) !== null,
      isHeadFound: sheets[settings.sheet]?.isHeadFound ?? false,
      title: sheets[settings.sheet]?.title ?? '',
      ownAgencyId: actor.agencyId,
      missing,
      notices,
      summary: checked?.summary ?? null,
    }
  }

  /** Of the agencies on this page only. */
  async function namesOf(actor: Actor, checked: Checked, { show }: RowsQuery) {
    if (show !== 'fresh' || checked.rows.length === 0) return new Map<string, string>()
    const rows = await queries.listAgencyNames(sql, actor.tenantId)
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
}

function pageOf(checked: Checked, asked: RowsQuery, nameOf: ReadonlyMap<string, string>): RowsPage {
  const { show, kind, after, limit } = asked
  const cut = <T extends { n: number }>(rows: readonly T[], is: boolean): T[] =>
    is ? rows.filter(({ n }) => n > after).slice(0, limit + 1) : []
  const faulty = cut(
    kind
      ? checked.faulty.filter(({ faults }) => faults.some((fault) => fault.kind === kind))
      : checked.faulty,
    show === 'faulty',
  )
  const fresh = cut(checked.rows, show === 'fresh')
  const known = cut(checked.known, show === 'known')
  const all = [...faulty, ...fresh, ...known]
  return {
    faulty: faulty.slice(0, limit),
    fresh: fresh.slice(0, limit).map((row) => ({
      ...{ n: row.n, number: row.number, duty: row.duty, state: row.state, percent: row.percent },
      leads: row.bearers.slice(0, 3).map((id) => nameOf.get(id) ?? ''),
      assignments: row.joins.length || row.bearers.length,
      isJoined: row.joins.length > 0,
      dueText: row.due.text,
      dueOn: row.dueOn,
      completedOn: row.completedOn,
      result: row.result,
    })),
    known: known.slice(0, limit),
    next: all.length > limit ? (all[limit - 1]?.n ?? null) : null,
  }
}
