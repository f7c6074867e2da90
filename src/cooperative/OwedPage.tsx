// Who has not updated for the year, commune by commune, each with the way into the short form.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Pages } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { OwedList, OwedQuery } from './desk.ts'

const w = words.cooperative.owed

export function OwedPage() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const filter = OwedQuery.safeParse(search).data ?? {}
  const address = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['cooperatives', 'owed', filter],
    queryFn: () => get(`/api/cooperatives/owed?${address}`, OwedList),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (isPending || !data) return <Loading />
  const { year, rows, mayUpdate } = data
  return (
    <Page
      title={w.title(year)}
      actions={
        <Anchor component={Link} to="/cooperatives" size="sm">
          {w.back}
        </Anchor>
      }
    >
      {rows.length === 0 && <Empty>{w.empty(year)}</Empty>}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map(({ id, name, code, place, hasLast }) => (
          <li key={id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <div style={{ minWidth: 0 }}>
                <Anchor
                  component={Link}
                  to={'/registers/cooperative/$id' as never}
                  params={{ id } as never}
                  size="sm"
                  fw={600}
                >
                  {name}
                </Anchor>
                <Text size="xs" c="gray.7">
                  {[code, place.name, hasLast ? null : w.noLast].filter(Boolean).join(' · ')}
                </Text>
              </div>
              {(mayUpdate === null || mayUpdate.includes(place.id)) && (
                <Button
                  size="sm"
                  variant="default"
                  component={Link}
                  to="/cooperatives/$id/update"
                  params={{ id } as never}
                  search={{ year } as never}
                  aria-label={w.updateOf(name)}
                  style={{ flexShrink: 0 }}
                >
                  {w.update}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </Stack>
      <Pages to="/cooperatives/owed" filter={filter} next={data.next} />
    </Page>
  )
}
