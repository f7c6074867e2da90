// Products and value chains over HTTP: those of one cooperative, and all chains with who is in them.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import type { Sql } from '../store/database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type Chain, ChainList, MarketOf, type Product } from './market.ts'

const CHAIN_PAGE = 30

const CHAINS = (sql: Sql, tenantId: number) => sql`
  select chain.id, chain.code, chain.name, chain.product, chain.started_on as "startedOn", chain.ended_on as "endedOn",
         chain.output,
         case when enterprise.id is null then null
              else jsonb_build_object('id', enterprise.id, 'name', enterprise.name) end as enterprise,
         coalesce((select jsonb_agg(jsonb_build_object(
                     'cooperative', jsonb_build_object('id', cooperative.id, 'name', cooperative.name),
                     'role', link.role, 'signedOn', link.signed_on, 'endedOn', link.ended_on)
                     order by cooperative.name collate "vi-x-icu", link.role)
                   from chain_link link
                   join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = link.cooperative
                   where link.tenant_id = ${tenantId} and link.chain = chain.id and not link.is_void), '[]') as partners
  from value_chain chain
  left join enterprise on enterprise.tenant_id = ${tenantId} and enterprise.id = chain.enterprise
  where chain.tenant_id = ${tenantId} and not chain.is_void`

const listChains = (
  sql: Sql,
  tenantId: number,
  q: string | undefined,
  after: { name: string; id: string } | null,
) => sql<Chain[]>`
  ${CHAINS(sql, tenantId)}
    ${q ? sql`and chain.search like '%' || fold(${q}) || '%'` : sql``}
    ${after ? sql`and (chain.name collate "vi-x-icu", chain.id) > (${after.name}, ${after.id}::uuid)` : sql``}
  order by chain.name collate "vi-x-icu", chain.id limit ${CHAIN_PAGE + 1}`

const listChainsOf = (sql: Sql, tenantId: number, cooperativeId: string) => sql<Chain[]>`
  ${CHAINS(sql, tenantId)}
    and exists (select 1 from chain_link own where own.tenant_id = ${tenantId} and own.chain = chain.id
                and own.cooperative = ${cooperativeId} and not own.is_void)
  order by chain.name collate "vi-x-icu", chain.id`

/** OCOP stars first. */
const listProductsOf = (sql: Sql, tenantId: number, cooperativeId: string) => sql<z.infer<typeof Product>[]>`
  select id, name, category, hs_code as "hsCode", coalesce(markets, '{}') as markets, brand, mark_kind as "markKind",
         mark_number as "markNumber", ocop_stars::int as "ocopStars", ocop_year as "ocopYear"
  from product
  where tenant_id = ${tenantId} and cooperative = ${cooperativeId} and not is_void
  order by ocop_stars desc nulls last, name collate "vi-x-icu", id`

export function marketRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/value-chains',
      {
        schema: {
          querystring: z.object({
            q: z.string().trim().max(200).optional(),
            after: z.string().max(400).optional(),
          }),
          response: { 200: ChainList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { q, after } = request.query
        // A name and an id.
        const from = after ? readCursor(after, 3) : null
        const rows = await listChains(
          sql,
          actor.tenantId,
          q,
          from && { name: from[1] ?? '', id: from[2] ?? '' },
        )
        const chains = rows.slice(0, CHAIN_PAGE)
        const last = chains.at(-1)
        return {
          chains,
          next: rows.length > CHAIN_PAGE && last ? writeCursor(['', last.name, last.id]) : null,
          today: clock.today(),
        }
      },
    )

    server.get(
      '/api/cooperatives/:id/market',
      { schema: { params: z.object({ id: z.uuid() }), response: { 200: MarketOf } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { id } = request.params
        const [products, chains] = await Promise.all([
          listProductsOf(sql, actor.tenantId, id),
          listChainsOf(sql, actor.tenantId, id),
        ])
        return { products: [...products], chains: [...chains], today: clock.today() }
      },
    )
  }
}
