// The server kit: sessions, problem+json, OpenAPI, uploads. It knows no domain word; main.ts hands it the rest.
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal, type RefusalKind } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import type { Actor } from './actor.ts'
import { describeRoute, type Sends } from './openapi.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** Routes anyone may call; all others need a session. */
    open?: boolean
    /** What the route asks for besides its schemas; reading something not named here is a bug. */
    sends?: readonly Sends[]
    /** Fields that may stand beside an uploaded file. */
    fields?: readonly string[]
    /** Media type of an answer that is no JSON. */
    answers?: string
  }
}

/** Of the address and what stands beside it: ten thousand Vietnamese letters in a question are ninety thousand bytes there. */
const MOST_HEAD = 128 * 1024

/** Of a text pasted into a form. */
const MOST_TEXT = 10 * 1024 * 1024

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
}

export interface ServerOptions {
  version: string
  /** `mustSetPassword`: signed in with a one-time code; only open routes answer. */
  findActor: (request: FastifyRequest) => Promise<(Actor & { mustSetPassword: boolean }) | null>
  log?: boolean
}

export async function createServer({ version, findActor, log = false }: ServerOptions) {
  const server = Fastify({
    logger: log ? { level: 'warn' } : false,
    bodyLimit: 2 * 1024 * 1024,
    http: { maxHeaderSize: MOST_HEAD },
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)

  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  })
  await server.register(cookie)
  await server.register(rateLimit, { global: false })
  await server.register(multipart, {
    limits: { fileSize: MOST_BYTES, fieldSize: MOST_TEXT, files: 10, fields: 20 },
  })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Chủ Trì', version, description: words.api.description },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  })
  server.get('/api/openapi.json', { config: { open: true }, schema: { hide: true } }, () => server.swagger())

  server.decorateRequest('actor', null)
  server.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return
    refuseForeignOrigin(request)
    const actor = await findActor(request)
    request.actor = actor
    if (request.routeOptions.config.open) return
    if (!actor) throw new Refusal('unauthenticated', 'session.missing', words.refusal.signIn)
    if (actor.mustSetPassword)
      throw new Refusal('forbidden', 'session.set-password', words.identity.mustSetPassword)
  })
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
  server.setErrorHandler(answerError)
  return server
}

export type Server = Awaited<ReturnType<typeof createServer>>

/** A browser on another site may not write here with our cookie. Programs send no Origin and pass. */
function refuseForeignOrigin(request: FastifyRequest) {
  const { origin, host } = request.headers
  if (request.method === 'GET' || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw new Refusal('forbidden', 'request.foreign-origin', words.refusal.foreignOrigin)
}

/** The form of every refusal, RFC 9457. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  faults?: { at: string; message: string }[]
  /** Names the entry in the server's log when the fault is ours. */
  id?: string
}

/** What PostgreSQL says to a text it cannot hold: one with U+0000, or with half a surrogate pair. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22021', '22P05', '22P02'])

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, request)
  if (problem.status >= 500)
    process.stderr.write(`${request.id} ${request.method} ${request.url}\n${error.stack}\n`)
  reply.status(problem.status).type('application/problem+json; charset=utf-8')
  return reply.send(JSON.stringify(problem))
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  const about = (status: number, code: string, title: string): Problem => ({
    type: `urn:chutri:${code}`,
    title,
    status,
    code,
  })
  if (error instanceof Refusal) {
    const problem = about(STATUS[error.kind], error.code, error.message)
    return error.faults.length ? { ...problem, faults: [...error.faults] } : problem
  }
  if (error.validation)
    return {
      ...about(422, 'request.invalid', words.refusal.invalid),
      faults: error.validation.map((fault) => ({
        at: fault.instancePath.replaceAll('/', '.').replace(/^\./, '') || (error.validationContext ?? ''),
        message: fault.message ?? '',
      })),
    }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
    return about(413, 'request.too-large', words.refusal.tooLarge)
  if (error.statusCode === 429) return about(429, 'request.too-many', words.refusal.tooMany)
  if (UNSTORABLE.has(error.code)) return about(422, 'request.unreadable', words.refusal.unreadable)
  if (error.statusCode && error.statusCode < 500)
    return about(error.statusCode, 'request.unreadable', words.refusal.unreadable)
  return { ...about(500, 'fault', words.refusal.fault(request.id)), id: request.id }
}

/** The signed-in person. Routes without `open` always have one. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Refusal('unauthenticated', 'session.missing', words.refusal.signIn)
  return request.actor
}

/** What a route reads it must have announced: the description of the API is made from `sends`. */
function announced(request: FastifyRequest, what: Sends) {
  if (!request.routeOptions.config.sends?.includes(what))
    throw new Error(`${request.routeOptions.url} reads "${what}" and does not say so`)
}

/** The version the reader saw, from If-Match: "3". A change without it is refused, so that nobody overwrites unseen. */
export function versionSeen(request: FastifyRequest): number {
  announced(request, 'version')
  const version = Number(/^"?(\d+)"?$/.exec(String(request.headers['if-match'] ?? ''))?.[1] ?? Number.NaN)
  if (!Number.isInteger(version))
    throw new Refusal('invalid', 'request.version-missing', words.refusal.versionMissing)
  return version
}

/** The key under which a create is carried out once, however often it is sent. */
export function idempotencyKey(request: FastifyRequest): string {
  announced(request, 'key')
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100)
    throw new Refusal('invalid', 'request.key-missing', words.refusal.keyMissing)
  return key
}

export interface Upload {
  name: string
  media: string
  bytes: Uint8Array
}

/**
 * The uploaded files in their order (`file` is the first) and the fields beside them; nothing is kept before the whole
 * body has arrived.
 */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ file: Upload | null; files: Upload[]; fields: Record<string, string> }> {
  announced(request, 'file')
  const files: Upload[] = []
  const fields: Record<string, string> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file')
      files.push({ name: part.filename, media: part.mimetype, bytes: await part.toBuffer() })
    else if (part.valueTruncated) throw new Refusal('too-large', 'request.too-large', words.refusal.tooLarge)
    else fields[part.fieldname] = String(part.value)
  }
  return { file: files[0] ?? null, files, fields }
}
