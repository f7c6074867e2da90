// What OpenAPI says of a route beyond its schemas: who may call, what it sends besides its body, how it refuses.
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** version: If-Match · key: Idempotency-Key · file: a multipart body with the file in field "file" · text: or pasted text. */
export type Sends = 'version' | 'key' | 'file' | 'text'

const HEADERS = {
  version: {
    name: 'if-match',
    description: 'The version seen, in quotes: "3". 412 when it is no longer the current one.',
  },
  key: {
    name: 'idempotency-key',
    description: 'Of 8 to 100 characters: under one key the create is carried out once.',
  },
}

const PROBLEM = {
  description: 'RFC 9457: a stable code for programs, a sentence for the reader.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          faults: {
            type: 'array',
            items: { type: 'object', properties: { at: { type: 'string' }, message: { type: 'string' } } },
          },
          id: { type: 'string' },
        },
      },
    },
  },
}

const binary = { type: 'string', format: 'binary' }

/** The JSON schemas of a route with the rest of its contract; for @fastify/swagger's `transform`. */
export const describeRoute: typeof jsonSchemaTransform = (data) => {
  const { schema, url } = jsonSchemaTransform(data)
  if (schema?.hide) return { schema, url }
  const { config, method } = data.route
  const sends = config?.sends ?? []
  const headers = sends.flatMap((what) => (what === 'version' || what === 'key' ? [HEADERS[what]] : []))
  const hasFile = sends.includes('file')
  const described = {
    ...schema,
    operationId: `${String(method).toLowerCase()}${url.replace(/^\/api/, '').replace(/[^a-zA-Z0-9]+(.)?/g, (_, next = '') => next.toUpperCase())}`,
    ...(config?.open ? {} : { security: [{ session: [] }] }),
    ...(headers.length && {
      headers: {
        type: 'object',
        required: headers.map(({ name }) => name),
        properties: Object.fromEntries(
          headers.map(({ name, description }) => [name, { type: 'string', description }]),
        ),
      },
    }),
    ...(hasFile && {
      consumes: ['multipart/form-data'],
      body: {
        type: 'object',
        properties: {
          file: binary,
          ...(sends.includes('text') && { text: { type: 'string' }, name: { type: 'string' } }),
          ...Object.fromEntries((config?.fields ?? []).map((name) => [name, { type: 'string' }])),
        },
        ...(!sends.includes('text') && { required: ['file'] }),
      },
    }),
    response: {
      ...(config?.answers
        ? { 200: { description: config.answers, content: { [config.answers]: { schema: binary } } } }
        : (schema?.response ?? {})),
      default: PROBLEM,
    },
  }
  return { schema: described as typeof schema, url }
}
