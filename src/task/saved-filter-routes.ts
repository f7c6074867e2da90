// Saved filters over HTTP: each person's own.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { FilterChange, FilterForm, SavedFilter, SavedFilterList } from './saved-filter.ts'
import { changeFilter, deleteFilter, listFilters, saveFilter } from './saved-filter-queries.ts'

const Id = z.object({ id: z.uuid() })

export const savedFilterRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    // At most fifty: always wanted whole.
    server.get('/api/work/filters', { schema: { response: { 200: SavedFilterList } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'work.read')
      return { filters: [...(await listFilters(sql, actor))] }
    })

    server.post(
      '/api/work/filters',
      { config: { sends: ['key'] }, schema: { body: FilterForm, response: { 201: SavedFilter } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const at = clock.now()
        const saved = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['filter', request.body], at },
          (tx) => saveFilter(tx, actor, request.body, at),
        )
        return reply.status(201).send(saved)
      },
    )

    server.patch(
      '/api/work/filters/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: FilterChange, response: { 200: SavedFilter } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const seen = versionSeen(request)
        return sql.begin((tx) => changeFilter(tx, actor, request.params.id, seen, request.body, clock.now()))
      },
    )

    server.delete(
      '/api/work/filters/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const seen = versionSeen(request)
        await sql.begin((tx) => deleteFilter(tx, actor, request.params.id, seen, clock.now()))
        reply.status(204)
        return null
      },
    )
  }
