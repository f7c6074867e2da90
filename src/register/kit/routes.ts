// Registers over HTTP: the overview, and for each register its rows, one row, its changes, its history, what points to
// it, its keepers. Every register's routes are its own, so that OpenAPI has its columns.
import { z } from 'zod'
import { Refusal } from '../../base/refusal.ts'
import type { Actor } from '../../http/actor.ts'
import type { App } from '../../http/app.ts'
import { attachment, mediaOf } from '../../http/attachment.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../../http/server.ts'
import { whyNotAllowed } from '../../identity/identity.ts'
import { allow } from '../../identity/routes.ts'
import { audit } from '../../store/audit.ts'
import type { Sql } from '../../store/database.ts'
import { storeFile } from '../../store/files.ts'
import { once } from '../../store/once.ts'
import * as words from '../../vocabulary/words.ts'
import { REGISTERS } from '../registers.ts'
import { type Rights, rightsOf, whyNotCreate, whyNotReveal, whyNotStep, whyNotWrite } from './access.ts'
import {
  Choices,
  changeFormOf,
  createFormOf,
  History,
  Keepers,
  KeepersForm,
  type ListPage,
  ListWords,
  listPageOf,
  Overview,
  Related,
  Revealed,
  type RowPage,
  rowPageOf,
  Saved,
  Stored,
  stepFormOf,
  VoidForm,
} from './exchange.ts'
import { placePath } from './filter.ts'
import { readHistory } from './history.ts'
import { readOverview, setKeepers } from './overview.ts'
import {
  type Asked,
  countPointers,
  getRow,
  listAllKeepers,
  listChoices,
  listKeepers,
  listRows,
  type OneRow,
  pointersTo,
  readLabels,
  type StoredRow,
} from './queries.ts'
import { changeRow, createRow, restoreRow, rightsIn, stepRow, voidRow } from './record.ts'
import { type Register, say, type Values } from './register.ts'
import { answerValues, derive, fileName, formValues, masked, warningsOf } from './values.ts'

const Id = z.object({ id: z.uuid() })
const MOST_RELATED = 5
const MOST_CHOICES = 20

/** Filters of a list: a text for each column that anybody may ask by; filter.ts says what may stand in it. */
function listQuery(register: Register) {
  const { columns, derived = {} } = register
  const filter = (label: string) => z.string().max(2000).optional().describe(label)
  const open = Object.entries(columns).filter(([, { personal }]) => !personal)
  return z.looseObject({
    ...ListWords.shape,
    ...Object.fromEntries(
      [...open, ...Object.entries(derived)].map(([name, { label }]) => [name, filter(say(label))]),
    ),
    ...(placePath(register) ? { place: filter(words.register.place) } : {}),
  })
}

/** `refuseSecretPaper` refuses a file that carries a secrecy mark, before a byte of it is stored. */
export function registerRoutes(
  app: App,
  refuseSecretPaper: (bytes: Uint8Array, name: string) => Promise<void>,
) {
  const { sql, clock } = app
  return async (server: Server) => {
    server.get('/api/registers', { schema: { response: { 200: Overview } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      return readOverview(sql, actor, REGISTERS)
    })
    for (const register of REGISTERS) {
      readingRoutes(app, server, register)
      writingRoutes(app, server, register)
      keeperRoutes(app, server, register)
      if (Object.values(register.columns).some(({ kind }) => kind === 'file'))
        fileRoutes(app, server, register, refuseSecretPaper)
    }
  }

  function fileRoutes(_: App, server: Server, register: Register, refuse: typeof refuseSecretPaper) {
    server.post(
      `/api/registers/${register.name}/files`,
      { config: { sends: ['file'] }, schema: { response: { 201: Stored } } },
      async (request, reply) => {
        const actor = actorOf(request)
        const why = whyNotCreate(register, await rightsIn(sql, actor, register))
        if (why) throw new Refusal('forbidden', 'forbidden.register.write', why)
        const { file } = await readUpload(request)
        if (!file) throw new Refusal('invalid', 'register.no-file', words.register.noFile)
        await refuse(file.bytes, file.name)
        const name = file.name.slice(-300)
        const at = clock.now()
        const hash = await sql.begin(async (tx) => {
          const stored = await storeFile(tx, actor.tenantId, file.bytes, at)
          await audit(tx, actor, at, 'file.store', [register.name, stored], { name })
          return stored
        })
        return reply.status(201).send({ hash, name, size: file.bytes.length })
      },
    )

    server.get(
      `/api/registers/${register.name}/rows/:id/files/:column`,
      {
        config: { answers: 'application/octet-stream' },
        schema: { params: Id.extend({ column: z.string().max(60) }) },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'register.read')
        const { id, column } = request.params
        const { values } = await getRow(sql, actor.tenantId, register, id)
        const [file] =
          register.columns[column]?.kind === 'file' && !register.columns[column].personal
            ? await sql<{ bytes: Uint8Array }[]>`
                select bytes from file where tenant_id = ${actor.tenantId} and hash = ${String(values[column])}`
            : []
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        const name = String(values[fileName(column)])
        return reply
          .header('content-type', mediaOf(name))
          .header('content-disposition', attachment(name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )
  }
}

function readingRoutes({ sql, clock }: App, server: Server, register: Register) {
  const at = `/api/registers/${register.name}`
  const answer = answerValues(register)
  server.get(
    `${at}/rows`,
    { schema: { querystring: listQuery(register), response: { 200: listPageOf(answer) } } },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      const { after, limit, ...asked } = request.query
      return readPage(sql, actor, register, asked as Asked, { after, limit, today: clock.today() })
    },
  )

  server.get(
    `${at}/rows/:id`,
    { schema: { params: Id, response: { 200: rowPageOf(answer) } } },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      return readRow(sql, actor, register, request.params.id)
    },
  )

  server.get(
    `${at}/rows/:id/history`,
    { schema: { params: Id, response: { 200: History } } },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      const { facts, named } = await readHistory(sql, actor.tenantId, register, request.params.id)
      if (facts.length === 0) throw new Refusal('missing', 'register.missing', words.refusal.missing)
      const labels = await readLabels(sql, actor.tenantId, [{ register, values: named }])
      return { facts, labels }
    },
  )

  server.get(
    `${at}/rows/:id/related`,
    { schema: { params: Id, response: { 200: Related } } },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      return readRelated(sql, actor, register, request.params.id, clock.today())
    },
  )

  server.get(
    `${at}/choices`,
    {
      schema: {
        querystring: z.object({ q: z.string().trim().max(200).default('') }),
        response: { 200: Choices },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      return listChoices(sql, actor.tenantId, register, request.query.q, MOST_CHOICES)
    },
  )

  if (!Object.values(register.columns).some(({ personal }) => personal)) return
  server.post(
    `${at}/rows/:id/reveal`,
    { schema: { params: Id, response: { 200: Revealed } } },
    async (request) => {
      const actor = actorOf(request)
      allow(actor, 'register.read')
      const { id } = request.params
      const row = await getRow(sql, actor.tenantId, register, id)
      const why = whyNotReveal(await rightsIn(sql, actor, register), row.place)
      if (why) throw new Refusal('forbidden', 'forbidden.register.reveal', why)
      const values = Object.fromEntries(
        Object.entries(register.columns).flatMap(([name, { personal }]) =>
          personal ? [[name, row.values[name] ?? null]] : [],
        ),
      )
      await sql.begin((tx) =>
        audit(tx, actor, clock.now(), 'personal.read', [register.name, id], { columns: Object.keys(values) }),
      )
      return { values }
    },
  )
}

function writingRoutes({ sql, clock }: App, server: Server, register: Register) {
  const at = `/api/registers/${register.name}/rows`
  const when = () => ({ at: clock.now(), today: clock.today() })
  server.post(
    at,
    {
      config: { sends: ['key'] },
      schema: { body: createFormOf(formValues(register)), response: { 201: Saved } },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const key = idempotencyKey(request)
      const now = when()
      const asked = { ...actor, key, request: [`register.create ${register.name}`, request.body], at: now.at }
      const saved = await once(sql, asked, (tx) => createRow(tx, actor, register, request.body, now))
      return reply.status(201).send(saved)
    },
  )

  server.patch(
    `${at}/:id`,
    {
      config: { sends: ['version'] },
      schema: { params: Id, body: changeFormOf(formValues(register, true)), response: { 200: Saved } },
    },
    async (request) => {
      const actor = actorOf(request)
      const seen = versionSeen(request)
      return sql.begin((tx) => changeRow(tx, actor, register, request.params.id, seen, request.body, when()))
    },
  )

  if (register.states)
    server.post(
      `${at}/:id/steps`,
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: stepFormOf(formValues(register, true)), response: { 201: Saved } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const seen = versionSeen(request)
        const key = idempotencyKey(request)
        const { id } = request.params
        const now = when()
        const asked = {
          ...actor,
          key,
          request: [`register.step ${register.name}`, id, seen, request.body],
          at: now.at,
        }
        const saved = await once(sql, asked, (tx) =>
          stepRow(tx, actor, register, id, seen, request.body, now),
        )
        return reply.status(201).send(saved)
      },
    )

  for (const [name, write] of [
    ['void', voidRow],
    ['restore', restoreRow],
  ] as const)
    server.post(
      `${at}/:id/${name}`,
      { config: { sends: ['version'] }, schema: { params: Id, body: VoidForm, response: { 200: Saved } } },
      async (request) => {
        const actor = actorOf(request)
        const seen = versionSeen(request)
        return sql.begin((tx) => write(tx, actor, register, request.params.id, seen, request.body, when()))
      },
    )
}

function keeperRoutes({ sql, clock }: App, server: Server, register: Register) {
  const at = `/api/registers/${register.name}/keepers`
  const read = async ({ tenantId, role }: Actor) => ({
    agencies: await listKeepers(sql, tenantId, register.name),
    whyNotKeep: whyNotAllowed('register.keep', role),
  })
  server.get(at, { schema: { response: { 200: Keepers } } }, async (request) => {
    const actor = actorOf(request)
    allow(actor, 'register.read')
    return read(actor)
  })

  server.put(at, { schema: { body: KeepersForm, response: { 200: Keepers } } }, async (request) => {
    const actor = actorOf(request)
    allow(actor, 'register.keep')
    await sql.begin((tx) => setKeepers(tx, actor, register, request.body, clock.now()))
    return read(actor)
  })
}

/** A row as a list shows it: the chosen columns, personal ones masked, derived ones worked out. */
function shown(register: Register, { values, ...row }: StoredRow, columns: readonly string[]) {
  const { derived = {} } = register
  const all = masked(register, values)
  const names = columns.flatMap((name) =>
    register.columns[name]?.kind === 'file' ? [name, fileName(name)] : name in register.columns ? [name] : [],
  )
  const whole = derive(register, values)
  const { id, version, since, isVoid, title } = row
  return {
    ...{ id, version, since, isVoid, title },
    values: Object.fromEntries(names.map((name) => [name, all[name] ?? null])) as Values,
    derived: Object.fromEntries(
      columns.filter((name) => name in derived).map((name) => [name, whole[name] ?? null]),
    ),
  }
}

const mayCreate = (register: Register, rights: Rights) => ({
  create: whyNotCreate(register, rights),
  places: rights.keeps ? null : [...rights.places],
})

async function readPage(
  sql: Sql,
  actor: Actor,
  register: Register,
  asked: Asked,
  page: { after?: string | undefined; limit: number; today: string },
  known?: Rights,
): Promise<ListPage> {
  const { tenantId } = actor
  const [found, rights] = await Promise.all([
    listRows(sql, tenantId, register, asked, page),
    known ?? rightsIn(sql, actor, register),
  ])
  const { next, count, isMore, wanted } = found
  const rows = found.rows.map((row) => shown(register, row, wanted.columns))
  const values = rows.map((row) => row.values)
  const labels = await readLabels(sql, tenantId, [
    { register, values: [...values, ...namedIn(register, asked)] },
  ])
  return { rows, next, count, isMore, labels, may: mayCreate(register, rights) }
}

/** Agencies and rows by which the list is filtered: the page says what they are called. */
function namedIn(register: Register, asked: Asked): Values[] {
  const column = (name: string) => register.columns[name]?.kind
  return Object.entries(asked).flatMap(([name, text = '']) =>
    ['place', 'agency', 'ref'].includes(column(name) ?? '') && text !== '-'
      ? text.split(',').map((id) => ({ [name]: id }))
      : [],
  )
}

async function readRow(sql: Sql, actor: Actor, register: Register, id: string): Promise<RowPage> {
  const row = await getRow(sql, actor.tenantId, register, id)
  const [rights, labels] = await Promise.all([
    rightsIn(sql, actor, register),
    readLabels(sql, actor.tenantId, [{ register, values: [row.values] }]),
  ])
  const all = [...Object.keys(register.columns), ...Object.keys(register.derived ?? {})]
  const { act, at, actor: by, reason } = row
  return {
    ...shown(register, row, all),
    ...{ labels, act, at: at.toISOString(), actor: by, reason },
    masked: Object.entries(register.columns).flatMap(([name, { personal }]) =>
      personal && row.values[name] != null ? [name] : [],
    ),
    warnings: warningsOf(register, row.values),
    may: mayOf(register, rights, row),
  }
}

function mayOf(register: Register, rights: Rights, row: OneRow): RowPage['may'] {
  const { states } = register
  const write = whyNotWrite(register, rights, row.place)
  const state = states ? row.values[states.column] : null
  return {
    change: row.isVoid ? words.register.isVoid : write,
    void: row.isVoid ? words.register.isVoid : write,
    restore: row.isVoid ? write : words.register.notVoid,
    reveal: whyNotReveal(rights, row.place),
    steps: Object.entries(states?.steps ?? {})
      .filter(([, { from }]) => !row.isVoid && typeof state === 'string' && from.includes(state))
      .map(([step]) => ({ step, why: whyNotStep(register, step, rights, { place: row.place, state }) })),
  }
}

/** What points to a row: how many of each register, and the first of them. */
async function readRelated(
  sql: Sql,
  actor: Actor,
  register: Register,
  id: string,
  today: string,
): Promise<Related> {
  await getRow(sql, actor.tenantId, register, id)
  const pointers = pointersTo(REGISTERS, register.name)
  const [counts, keepers] = await Promise.all([
    countPointers(sql, actor.tenantId, pointers, id),
    listAllKeepers(sql, actor.tenantId),
  ])
  return Promise.all(
    pointers.map(async ({ register: other, column }) => {
      const n = counts.find((one) => one.register === other.name && one.column === column)?.n ?? 0
      const named = keepers.flatMap((one) => (one.register === other.name ? [one.agencyId] : []))
      const rights = rightsOf(other, actor.capacities, named)
      const empty = { register: other.name, column, count: n, rows: [], labels: {} }
      if (n === 0) return { ...empty, may: mayCreate(other, rights) }
      const page = await readPage(sql, actor, other, { [column]: id }, { limit: MOST_RELATED, today }, rights)
      return { ...empty, rows: page.rows, labels: page.labels, may: page.may }
    }),
  )
}
