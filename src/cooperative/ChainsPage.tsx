// All value chains, each with its picture.
import { Anchor, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Pages, SearchField } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ChainPicture } from './ChainPicture.tsx'
import { type Chain, ChainList } from './market.ts'

const w = words.cooperative.market
const TO = '/cooperatives/chains'

export function ChainsPage() {
  const { q, after } = useSearch({ strict: false }) as { q?: string; after?: string }
  const navigate = useNavigate()
  const address = new URLSearchParams({ ...(q ? { q: String(q) } : {}), ...(after ? { after } : {}) })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['chains', String(address)],
    queryFn: () => get(`/api/value-chains?${address}`, ChainList),
    placeholderData: keepPreviousData,
  })
  const isStart = data?.chains.length === 0 && !q && !after
  return (
    <Page title={w.chainsTitle}>
      {!isStart && (
        <SearchField
          label={w.search}
          value={q === undefined ? undefined : String(q)}
          onSearch={(next) => void navigate({ to: TO, search: { q: next } as never, replace: true })}
        />
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.chains.length === 0 && <Empty>{isStart ? w.noChains : w.nothing}</Empty>}
      {data?.chains.map((chain) => (
        <Part key={chain.id} title={chain.name}>
          <ChainHead chain={chain} />
          <ChainPicture chain={chain} today={data.today} />
        </Part>
      ))}
      <Pages to={TO} filter={{ q, after }} next={data?.next} />
    </Page>
  )
}

export function ChainHead({ chain }: { chain: Chain }) {
  return (
    <Group gap="sm">
      <Text size="sm" c="gray.8">
        {[chain.product, w.since(chain.startedOn), chain.endedOn && w.ended(chain.endedOn), chain.output]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Anchor
        component={Link}
        to={'/registers/value-chain/$id' as never}
        params={{ id: chain.id } as never}
        size="sm"
      >
        {words.cooperative.learning.toRegister}
      </Anchor>
    </Group>
  )
}
