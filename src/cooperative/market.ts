// Products, marks, OCOP stars and value chains as pages of cooperatives show them.
import { z } from 'zod'

const Day = z.iso.date()
const Named = z.object({ id: z.uuid(), name: z.string() })

export const Product = z.object({
  id: z.uuid(),
  name: z.string(),
  category: z.string(),
  hsCode: z.string().nullable(),
  markets: z.array(z.string()),
  brand: z.string().nullable(),
  markKind: z.string().nullable(),
  markNumber: z.string().nullable(),
  ocopStars: z.number().int().nullable(),
  ocopYear: z.number().int().nullable(),
})

const Partner = z.object({ cooperative: Named, role: z.string(), signedOn: Day, endedOn: Day.nullable() })
export type Partner = z.infer<typeof Partner>

export const Chain = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  product: z.string(),
  enterprise: Named.nullable(),
  startedOn: Day,
  endedOn: Day.nullable(),
  output: z.string().nullable(),
  partners: z.array(Partner),
})
export type Chain = z.infer<typeof Chain>

/** Those that end is past are told apart, not left out. */
export const ChainList = z.object({ chains: z.array(Chain), next: z.string().nullable(), today: Day })
export const MarketOf = z.object({ products: z.array(Product), chains: z.array(Chain), today: Day })

/** How goods go through a chain, from left to right in its picture. */
export const CHAIN_ORDER = ['supply', 'grow', 'process', 'sell', 'service'] as const
export type ChainRole = (typeof CHAIN_ORDER)[number]

export interface Station {
  /** null: the enterprise that leads the chain. */
  role: ChainRole | null
  partners: Partner[]
}

/** The columns of the picture: each role that somebody has, and where the leading enterprise stands. */
export function stationsOf(
  { partners, enterprise }: Pick<Chain, 'partners' | 'enterprise'>,
  today: string,
): Station[] {
  const now = partners.filter(({ endedOn }) => endedOn === null || endedOn >= today)
  const stations = CHAIN_ORDER.map(
    (role): Station => ({ role, partners: now.filter((one) => one.role === role) }),
  ).filter((station) => station.partners.length > 0)
  if (!enterprise) return stations
  // The enterprise buys from those who grow and process: it stands before those who sell and serve.
  const at = stations.findIndex(({ role }) => role === 'sell' || role === 'service')
  stations.splice(at === -1 ? stations.length : at, 0, { role: null, partners: [] })
  return stations
}
