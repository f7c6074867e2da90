// Imports into registers over HTTP: drop a file, say what its columns are, look at the dry run, bring the rows in.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../base/refusal.ts'
import { SheetDesk } from '../../document/sheet-desk.ts'
import type { Actor } from '../../http/actor.ts'
import type { App } from '../../http/app.ts'
import { attachment } from '../../http/attachment.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../../http/server.ts'
import { allow } from '../../identity/routes.ts'
import { audit } from '../../store/audit.ts'
import { once, recall } from '../../store/once.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import { whyNotCreate } from './access.ts'
import { callersOf, listNames } from './export.ts'
import {
  ImportDetail,
  Imported,
  ImportList,
  ImportOrder,
  type ImportRow,
  ImportSettings,
  NewImport,
  Progress,
  RowsPage,
  RowsQuery,
  Summary,
} from './import.ts'
import type { Checked, CheckedRow } from './import-check.ts'
import type { Answers, Ask, Order } from './import-desk.ts'
import * as queries from './import-queries.ts'
import {
  Checks,
  changeSettings,
  cleanName,
  likeliestSheet,
  missingToCheck,
  proposeSettings,
  runImport,
  startImport,
  viewOf,
} from './import-run.ts'
import { rightsIn } from './record.ts'
import type { Register, Value } from './register.ts'
import { cellOf, textOf } from './sheet-out.ts'
import { mask } from './values.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PROGRAM = new URL('./import-process.ts', import.meta.url)
const Of = z.object({ register: z.string().max(60) })
const One = Of.extend({ id: z.uuid() })
const PAGE = 20

const cursorOf = ({ createdAt, id }: { createdAt: string; id: string }) =>
  Buffer.from(`${createdAt} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export function registerNamed(name: string): Register {
  const register = findRegister(name)
  if (!register) throw new Refusal('missing', 'register.unknown', words.registerImport.noRegister)
  return register
}

export function registerImportRoutes(
  { sql, clock }: App,
  desk = new SheetDesk<Order, Answers>(PROGRAM, 'register-import'),
) {
  const checks = new Checks()
  /** How far the dry runs and imports are that run now. */
  const running = new Map<string, Progress>()

  const asked = (tenantId: number, { fileHash }: { fileHash: string }): Ask => {
    const file = { hash: fileHash, bytes: () => queries.getBytes(sql, tenantId, fileHash) }
    return (order) => desk.ask(file, order)
  }
  const teller = (tenantId: number, id: string) => {
    const place = `${tenantId} ${id}`
    running.set(place, { phase: 'idle', done: 0, of: 0 })
    return {
      tell: (phase: Progress['phase'], done: number, of: number) =>
        void running.set(place, { phase, done, of }),
      end: () => void running.delete(place),
    }
  }

  /** Refuses whoever may enter no row of this register at all. */
  async function opened(actor: Actor, name: string) {
    allow(actor, 'register.read')
    const register = registerNamed(name)
    const rights = await rightsIn(sql, actor, register)
    const why = whyNotCreate(register, rights)
    if (why) throw new Refusal('forbidden', 'forbidden.register.write', why)
    return { register, rights }
  }

  return async (server: Server) => {
    server.addHook('onClose', desk.close)

    server.get(
      '/api/registers/:register/imports',
      {
        schema: {
          params: Of,
          querystring: z.object({ after: z.string().max(200).optional() }),
          response: { 200: ImportList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const before = readCursor(request.query.after)
        const order = { before, limit: PAGE + 1 }
        const found = await queries.listImports(sql, actor.tenantId, register.name, order)
        const imports = found.slice(0, PAGE)
        const last = imports.at(-1)
        return { imports, next: found.length > PAGE && last ? cursorOf(last) : null }
      },
    )

    server.post(
      '/api/registers/:register/imports',
      { config: { sends: ['key', 'file'] }, schema: { params: Of, response: { 201: NewImport } } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const key = idempotencyKey(request)
        const { file } = await readUpload(request)
        if (!file) throw new Refusal('invalid', 'register-import.no-file', words.registerImport.noFile)
        const fileName = cleanName(file.name)
        const now = { at: clock.now(), today: clock.today() }
        const hash = createHash('sha256').update(file.bytes).digest('hex')
        const wish = { ...actor, key, request: ['register-import', register.name, hash, fileName] }
        const before = await recall<z.infer<typeof NewImport>>(sql, wish)
        if (before) return reply.status(201).send(before)
        const ask: Ask = (order) => desk.ask({ hash, bytes: async () => file.bytes }, order)
        const { sheets } = await ask<'offer'>({ is: 'offer', register: register.name })
        const sheet = likeliestSheet(sheets)
        const offer = sheets[sheet]
        if (!offer) throw new Refusal('invalid', 'register-import.empty', words.registerImport.refused.empty)
        const settings = await proposeSettings(sql, actor.tenantId, register, offer, sheet, ask, now.today)
        const one = { fileName, bytes: file.bytes, settings }
        const made = await once(sql, { ...wish, at: now.at }, async (tx) => ({
          id: await startImport(tx, actor, register, one, now),
          version: 1,
        }))
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/registers/:register/imports/:id',
      { schema: { params: One, response: { 200: ImportDetail } } },
      async (request) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        return readImport(actor, register, request.params.id)
      },
    )

    server.patch(
      '/api/registers/:register/imports/:id',
      {
        config: { sends: ['version'] },
        schema: { params: One, body: ImportSettings, response: { 200: ImportDetail } },
      },
      async (request) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const seen = versionSeen(request)
        const { id } = request.params
        const { tenantId } = actor
        const one = await queries.getImportFile(sql, tenantId, register.name, id)
        const ask = asked(tenantId, one)
        const settings = await settle(actor, register, one, request.body, ask)
        const { signature, columns } = await viewOf(sql, tenantId, register, settings, ask)
        const names = columns.map(({ heading }) => heading)
        const now = { at: clock.now(), today: clock.today() }
        await sql.begin((tx) =>
          changeSettings(tx, actor, register, id, seen, settings, { signature, names }, now),
        )
        return readImport(actor, register, id)
      },
    )

    server.get(
      '/api/registers/:register/imports/:id/check',
      { schema: { params: One, response: { 200: Summary } } },
      async (request) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        return (await checkedOf(actor, register, request.params.id)).summary
      },
    )

    server.get(
      '/api/registers/:register/imports/:id/rows',
      { schema: { params: One, querystring: RowsQuery, response: { 200: RowsPage } } },
      async (request) => {
        const actor = actorOf(request)
        const { register, rights } = await opened(actor, request.params.register)
        const checked = await checkedOf(actor, register, request.params.id)
        const { show, after, limit } = request.query
        if (show !== 'missing') return pageOf(actor.tenantId, register, checked, request.query)
        const places = rights.keeps ? null : rights.places
        const order = { after, limit: limit + 1 }
        const found = await queries.listUnnamed(sql, actor.tenantId, register, checked.named, places, order)
        const rows = found.slice(0, limit).map(
          ({ id, title, key }): ImportRow => ({
            ...{ n: null, id, key, title, kind: 'missing', changes: [], faults: [], remarks: [] },
          }),
        )
        return { rows, next: found.length > limit ? after + limit : null }
      },
    )

    server.get(
      '/api/registers/:register/imports/:id/faults.xlsx',
      { config: { answers: XLSX }, schema: { params: One } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const { tenantId } = actor
        const one = await queries.getImportFile(sql, tenantId, register.name, request.params.id)
        const checked = await checkedOf(actor, register, one.id)
        const faults = checked.rows.flatMap(({ n, kind, faults }) =>
          kind === 'faulty' ? [{ n, faults }] : [],
        )
        const names = await listNames(sql, tenantId)
        const order = { settings: one.settings, register: register.name, today: clock.today() }
        const bytes = await asked(tenantId, one)<'faults'>({ is: 'faults', faults, names, ...order })
        const name = words.registerImport.faultFile(one.fileName.replace(/\.[^.]*$/u, ''))
        return reply.type(XLSX).header('content-disposition', attachment(name)).send(Buffer.from(bytes))
      },
    )

    server.post(
      '/api/registers/:register/imports/:id/run',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: One, body: ImportOrder, response: { 200: Imported } },
      },
      async (request) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const key = idempotencyKey(request)
        const seen = versionSeen(request)
        const { id } = request.params
        const { body } = request
        const now = { at: clock.now(), today: clock.today() }
        const one = await queries.getImportFile(sql, actor.tenantId, register.name, id)
        const ask = asked(actor.tenantId, one)
        const { tell, end } = teller(actor.tenantId, id)
        // It is made again under the lock; two of fifty thousand rows need not be held.
        checks.forget(actor.tenantId, id)
        try {
          const wish = { ...actor, key, request: ['register-import.run', id, seen, body], at: now.at }
          return await once(sql, wish, (tx) => runImport(tx, actor, register, id, seen, body, ask, now, tell))
        } finally {
          end()
        }
      },
    )

    server.get(
      '/api/registers/:register/imports/:id/progress',
      { schema: { params: One, response: { 200: Progress } } },
      async (request): Promise<Progress> => {
        const actor = actorOf(request)
        await opened(actor, request.params.register)
        return running.get(`${actor.tenantId} ${request.params.id}`) ?? { phase: 'idle', done: 0, of: 0 }
      },
    )

    server.delete(
      '/api/registers/:register/imports/:id',
      { config: { sends: ['version'] }, schema: { params: One, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { register } = await opened(actor, request.params.register)
        const seen = versionSeen(request)
        await sql.begin(async (tx) => {
          const one = await queries.lockImport(tx, actor.tenantId, register.name, request.params.id, seen)
          await queries.deleteImport(tx, actor.tenantId, one)
          await audit(tx, actor, clock.now(), 'register-import.drop', ['register-import', one.id], {
            ...{ register: register.name, fileName: one.fileName },
          })
        })
        checks.forget(actor.tenantId, request.params.id)
        return reply.status(204).send(null)
      },
    )
  }

  /** Another sheet, or another place of the heading, means other columns: they are proposed anew. */
  async function settle(
    actor: Actor,
    register: Register,
    { settings }: queries.ImportFile,
    wanted: ImportSettings,
    ask: Ask,
  ): Promise<ImportSettings> {
    if (wanted.sheet !== settings.sheet) {
      const { sheets } = await ask<'offer'>({ is: 'offer', register: register.name })
      const offer = sheets[wanted.sheet]
      if (!offer) throw new Refusal('invalid', 'register-import.no-sheet', words.registerImport.noSheet)
      return proposeSettings(sql, actor.tenantId, register, offer, wanted.sheet, ask, clock.today())
    }
    if (wanted.headRow !== settings.headRow || wanted.headRows !== settings.headRows) {
      const { proposed } = await viewOf(sql, actor.tenantId, register, wanted, ask)
      return { ...wanted, columns: proposed }
    }
    return wanted
  }

  async function checkedOf(actor: Actor, register: Register, id: string): Promise<Checked> {
    const one = await queries.getImportFile(sql, actor.tenantId, register.name, id)
    const { tell, end } = teller(actor.tenantId, id)
    try {
      const order = { today: clock.today(), tell }
      return await checks.of(sql, actor, register, one, asked(actor.tenantId, one), order)
    } finally {
      end()
    }
  }

  async function readImport(actor: Actor, register: Register, id: string): Promise<ImportDetail> {
    const { tenantId } = actor
    const [one, file, rights] = await Promise.all([
      queries.getImport(sql, tenantId, register.name, id),
      queries.getImportFile(sql, tenantId, register.name, id),
      rightsIn(sql, actor, register),
    ])
    const { settings } = file
    const ask = asked(tenantId, file)
    const { sheets, notices } = await ask<'offer'>({ is: 'offer', register: register.name })
    const view = await viewOf(sql, tenantId, register, settings, ask)
    const names = view.columns.map(({ heading }) => heading)
    return {
      import: one,
      settings,
      sheets: sheets.map(({ name, isHidden, rows, hiddenRows }) => ({ name, isHidden, rows, hiddenRows })),
      columns: view.columns.map((column, at) => ({ ...column, scale: view.scales[at] ?? 1 })),
      top: view.top,
      isHeadFound: sheets[settings.sheet]?.isHeadFound ?? false,
      isRemembered: (await queries.findMapping(sql, tenantId, register.name, view.signature)).exact !== null,
      missing: missingToCheck(register, settings, names),
      notices,
      keeps: rights.keeps,
    }
  }

  async function pageOf(
    tenantId: number,
    register: Register,
    checked: Checked,
    { show, kind, after, limit }: RowsQuery,
  ): Promise<RowsPage> {
    const isShown = (row: CheckedRow) =>
      show === 'remarked'
        ? row.remarks.length > 0
        : row.kind === show && (!kind || row.faults.some((fault) => fault.kind === kind))
    const found: CheckedRow[] = []
    for (const row of checked.rows) {
      if (row.n > after && isShown(row)) found.push(row)
      if (found.length > limit) break
    }
    const rows = found.slice(0, limit)
    const values = rows.flatMap(({ changes }) =>
      changes.flatMap(({ column, before, after }) => [{ [column]: before }, { [column]: after }]),
    )
    const called = await callersOf(sql, tenantId, register, values)
    const said = (name: string, value: Value): string => {
      const column = register.columns[name]
      if (!column) return ''
      return textOf(column.personal ? cellOf(column, mask(value), called) : cellOf(column, value, called))
    }
    return {
      rows: rows.map(({ n, id, version, key, title, kind, changes, faults, remarks }) => ({
        ...{ n, id: version > 0 ? id : null, key, title, kind, faults, remarks },
        changes: changes.map(({ column, before, after }) => ({
          ...{ column, before: said(column, before), after: said(column, after) },
        })),
      })),
      next: found.length > limit ? (rows.at(-1)?.n ?? null) : null,
    }
  }
}
