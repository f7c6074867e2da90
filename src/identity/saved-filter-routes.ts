// Saved filters over HTTP: each person's own.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { once } from '../store/once.ts'
import { allow } from './routes.ts'
import { FilterChange, FilterForm, SavedFilter, SavedFilterList } from './saved-filter.ts'
import { changeFilter, deleteFilter, listFilters, saveFilter } from './saved-filter-queries.ts'

const Id = z.object({ id: z.uuid() })

export const savedFilterRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    // At most fifty a page: always wanted whole.
    server.get('/api/filters', { schema: { response: { 200: SavedFilterList } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'filter.own')
      return { filters: [...(await listFilters(sql, actor))] }
    })

    server.post(
      '/api/filters',
      { config: { sends: ['key'] }, schema: { body: FilterForm, response: { 201: SavedFilter } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'filter.own')
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
      '/api/filters/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: FilterChange, response: { 200: SavedFilter } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'filter.own')
        const seen = versionSeen(request)
        return sql.begin((tx) => changeFilter(tx, actor, request.params.id, seen, request.body, clock.now()))
      },
    )

    server.delete(
      '/api/filters/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'filter.own')
        const seen = versionSeen(request)
        await sql.begin((tx) => deleteFilter(tx, actor, request.params.id, seen, clock.now()))
        reply.status(204)
        return null
      },
    )
  }
