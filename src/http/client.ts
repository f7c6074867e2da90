// The browser's way to the server: one small fetch wrapper over the shared zod schemas.
import type { z } from 'zod'
import * as words from '../vocabulary/words.ts'

/** A refusal or fault as the server worded it. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly faults: { at: string; message: string }[]

  constructor(status: number, code: string, message: string, faults: { at: string; message: string }[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.faults = faults
  }
}

export interface Sending<T> {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  form?: FormData
  /** The version seen: sent as If-Match. */
  version?: number
  /** The same key makes the same create happen once; by default a new one. */
  key?: string
  /** Gives the request up. */
  signal?: AbortSignal
  answer: z.ZodType<T>
}

/** Not randomUUID: browsers withhold it from pages that came over plain http from another machine. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** GET `path` and check the answer against `schema`. Throws ProblemError with the server's sentence. */
export async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return read(await reach(path, {}), schema)
}

/** POST (or another method) JSON or a form; creates carry an idempotency key. */
export async function send<T>(
  path: string,
  { method = 'POST', body, form, version, key, signal, answer }: Sending<T>,
): Promise<T> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  if (key || method === 'POST') headers['idempotency-key'] = key ?? newKey()
  return read(
    await reach(path, {
      method,
      headers,
      signal,
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    }),
    answer,
  )
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init })
  } catch {
    throw new ProblemError(0, 'offline', words.common.offline)
  }
}

async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  const value: unknown = text && isJson ? JSON.parse(text) : null
  if (response.ok) return schema.parse(value)
  const problem = (value ?? {}) as {
    title?: string
    code?: string
    faults?: { at: string; message: string }[]
  }
  throw new ProblemError(
    response.status,
    problem.code ?? 'unknown',
    problem.title ?? words.common.failed,
    problem.faults,
  )
}
