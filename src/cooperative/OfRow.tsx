// What this room adds to the page of a register's row, put there by main.tsx: of a cooperative its products, chains and
// warnings; of a warning, petition or event the way to its own page.
import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { say } from '../register/kit/register.ts'
import { MARK_KINDS, PRODUCT_CATEGORIES } from '../register/product.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { ChainPicture } from './ChainPicture.tsx'
import { ChainHead } from './ChainsPage.tsx'
import { MarketOf } from './market.ts'
import { WARNING_KEY, WarningBadge } from './WarningsPage.tsx'
import { OfCooperative } from './warning.ts'

const w = words.cooperative.market

const PAGES: Record<string, [path: string, label: string]> = {
  'trade-warning': ['/cooperatives/warnings/$id', words.warning.recipients],
  petition: ['/cooperatives/petitions/$id', words.petition.nextStep],
  'learning-event': ['/cooperatives/events/$id', words.cooperative.learning.participants],
}

export default function OfRow({ id, of }: SlotProps) {
  if (of === 'cooperative') return <Cooperative id={id} />
  const [path, label] = PAGES[of ?? ''] ?? []
  if (!path || !label) return null
  return (
    <Part title={label}>
      <Group>
        <Button component={Link} to={path as never} params={{ id } as never}>
          {w.open}
        </Button>
      </Group>
    </Part>
  )
}

function Cooperative({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['cooperatives', 'market', id],
    queryFn: () => get(`/api/cooperatives/${id}/market`, MarketOf),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Group>
        <Button variant="default" component={Link} to="/cooperatives/$id/update" params={{ id } as never}>
          {words.cooperative.owed.update}
        </Button>
      </Group>
      <Part title={w.products}>
        {data.products.length === 0 && <Text size="sm">{w.noProducts}</Text>}
        {data.products.map((product) => (
          <ProductLine key={product.id} product={product} />
        ))}
      </Part>
      {data.chains.length > 0 && (
        <Part title={w.chains}>
          {data.chains.map((chain) => (
            <Stack key={chain.id} gap="xs">
              <Text size="sm" fw={600}>
                {chain.name}
              </Text>
              <ChainHead chain={chain} />
              <ChainPicture chain={chain} today={data.today} own={id} />
            </Stack>
          ))}
        </Part>
      )}
      <Warnings id={id} />
    </>
  )
}

type Product = (typeof MarketOf)['_output']['products'][number]

function ProductLine({ product }: { product: Product }) {
  const category = PRODUCT_CATEGORIES.find(({ value }) => value === product.category)
  const mark = MARK_KINDS.find(({ value }) => value === product.markKind)
  return (
    <div>
      <Group gap="xs">
        <Anchor
          component={Link}
          to={'/registers/product/$id' as never}
          params={{ id: product.id } as never}
          size="sm"
          fw={600}
        >
          {product.name}
        </Anchor>
        {product.ocopStars !== null && (
          <Badge variant="outline" color="gray.9" tt="none" aria-label={w.stars(product.ocopStars)}>
            {'★'.repeat(product.ocopStars)}
            {'☆'.repeat(Math.max(0, 5 - product.ocopStars))} OCOP {product.ocopYear ?? ''}
          </Badge>
        )}
        {mark && (
          <Badge variant="outline" color="gray.9" tt="none">
            {w.mark(say(mark.label), product.markNumber)}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="gray.7">
        {[
          category && say(category.label),
          product.brand,
          product.hsCode && w.hs(product.hsCode),
          product.markets.length > 0 && w.markets(product.markets.join(', ')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  )
}

function Warnings({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: [...WARNING_KEY, 'of', id],
    queryFn: () => get(`/api/warnings/of-cooperative/${id}`, OfCooperative),
  })
  if (!data || data.warnings.length === 0) return null
  return (
    <Part title={words.warning.ofCooperative}>
      {data.warnings.map((one) => (
        <Group key={one.id} gap="xs">
          <Anchor component={Link} to="/cooperatives/warnings/$id" params={{ id: one.id } as never} size="sm">
            {one.title}
          </Anchor>
          <WarningBadge state={one.state} />
          <Text size="xs" c="gray.8">
            {one.toldOn ? words.warning.toldShort(one.toldOn) : words.warning.notToldShort}
          </Text>
        </Group>
      ))}
    </Part>
  )
}
