// Where it is stuck: circles, then who and what holds most up, then the picture. The address holds the filter.
import { Anchor, Button, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { AgencyChoice, ALL, PlanChoice } from '../task/parts.tsx'
import { WorkCounts } from '../task/work.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { BlockerList, HoldList, waitersText } from './BlockerList.tsx'
import { Circles } from './Circles.tsx'
import { DrawingInWords } from './DrawingInWords.tsx'
import './waiting.css'
import { BLOCKERS, readWaitingFilter, Waiting, type WaitingFilter, waitingAddress } from './waiting.ts'

const Picture = lazy(() => import('./Picture.tsx'))

const w = words.waiting

export function WaitingPage() {
  const filter = readWaitingFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: WaitingFilter) =>
    void navigate({ to: '/waiting', search: { ...filter, ...next } as never })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['waiting', 'page', filter],
    queryFn: ({ pageParam }) =>
      get(
        `/api/waiting?${waitingAddress({ ...filter, after: pageParam || undefined, brief: pageParam ? true : undefined })}`,
        Waiting,
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.length * BLOCKERS
      const all = filter.at ? (last.blockers[0]?.holdCount ?? 0) : last.blockerCount
      return shown < all ? shown : undefined
    },
    placeholderData: keepPreviousData,
  })
  const choices = useQuery({
    queryKey: ['work', 'counts', { agency: ALL }],
    queryFn: () => get(`/api/work/counts?agency=${ALL}`, WorkCounts),
  })
  const [page] = data?.pages ?? []
  const chosen = (value: string) => (value === ALL ? undefined : value)
  return (
    <Page title={w.title}>
      <Text size="sm" c="gray.7">
        {w.explain}
      </Text>
      <OwnView filter={filter} onChange={change} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <AgencyChoice
          counts={choices.data}
          value={page?.agency?.id ?? filter.agency}
          onChange={(agency) => change({ agency })}
        />
        <PlanChoice
          counts={choices.data}
          value={filter.plan}
          onChange={(plan) => change({ plan: chosen(plan) })}
        />
      </SimpleGrid>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {page && (
        <Told
          {...{ page, filter }}
          pages={data?.pages ?? []}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
          isLoadingMore={isFetchingNextPage}
          onChange={change}
        />
      )}
    </Page>
  )
}

/** What my agency waits for, and what waits for it: the two questions of everybody who has an agency. */
function OwnView({ filter, onChange }: { filter: WaitingFilter; onChange: (next: WaitingFilter) => void }) {
  const { agency, role } = useSession()
  const isWide = useMediaQuery('(min-width: 36em)', undefined, { getInitialValueInEffect: false })
  if (!agency) return null
  const isOwnByDefault = filter.agency === undefined && (role === 'officer' || role === 'head')
  const view =
    filter.at === agency.id
      ? 'at'
      : filter.at === undefined && (filter.agency === agency.id || isOwnByDefault)
        ? 'own'
        : filter.at === undefined && (filter.agency === ALL || filter.agency === undefined)
          ? 'all'
          : ''
  return (
    <Group>
      <SegmentedControl
        aria-label={w.view}
        value={view}
        onChange={(next) =>
          onChange({
            agency: next === 'own' ? agency.id : ALL,
            at: next === 'at' ? agency.id : undefined,
          })
        }
        data={[
          { value: 'all', label: w.views.all },
          { value: 'own', label: w.views.own },
          { value: 'at', label: w.views.at },
        ]}
        size="xs"
        orientation={isWide ? 'horizontal' : 'vertical'}
      />
    </Group>
  )
}

interface ToldProps {
  page: Waiting
  pages: readonly Waiting[]
  filter: WaitingFilter
  onMore: (() => void) | null
  isLoadingMore: boolean
  onChange: (next: WaitingFilter) => void
}

function Told({ page, pages, filter, onMore, isLoadingMore, onChange }: ToldProps) {
  const { at } = page
  const [chosen, setBy] = useState<'agency' | 'thing' | 'picture'>('agency')
  // Of one agency there is nothing to rank agencies by.
  const by = at && chosen === 'agency' ? 'thing' : chosen
  const blockers = pages.flatMap((one) => one.blockers)
  const nothing = page.waiting.assignments + page.waiting.items === 0
  const isFiltered = page.agency || page.plan || page.item
  if (nothing) return <Empty>{isFiltered ? w.emptyFilter : w.empty}</Empty>
  return (
    <>
      <Stack gap={4}>
        <Text size="sm">{w.counted(waitersText(page.waiting), words.day(page.today))}</Text>
        {page.item && (
          <Only text={w.onlyItem(page.item.label)} onClear={() => onChange({ item: undefined })} />
        )}
        {at && <Only text={w.onlyAt(at.name)} onClear={() => onChange({ at: undefined })} />}
        {!page.isWhole && (
          <Text size="sm" fw={700}>
            {w.notWhole}
          </Text>
        )}
      </Stack>
      {page.circles.length > 0 && <Circles circles={page.circles} count={page.circleCount} />}
      <Part title={at ? w.holdsAt(at.name) : w.ranked}>
        <Group>
          <SegmentedControl
            aria-label={w.rankedBy}
            value={by}
            onChange={(next) => setBy(next as typeof by)}
            data={[
              ...(at ? [] : [{ value: 'agency', label: w.byAgency }]),
              { value: 'thing', label: w.byThing },
              { value: 'picture', label: w.asPicture },
            ]}
            size="xs"
          />
        </Group>
        {by === 'picture' && page.drawing && <Drawn drawing={page.drawing} />}
        {by !== 'picture' && at && blockers.length === 0 && <Text size="sm">{w.nothingAt(at.name)}</Text>}
        {by !== 'picture' && at && blockers[0] && (
          <>
            <Text size="sm">
              {waitersText(blockers[0].waiters)} · <b>{w.longest(blockers[0].days)}</b>
            </Text>
            <HoldList holds={blockers.flatMap(({ holds }) => holds)} today={page.today} />
            <More onMore={onMore} isLoading={isLoadingMore} />
          </>
        )}
        {by === 'thing' && !at && <HoldList holds={page.things} today={page.today} />}
        {by === 'agency' && !at && (
          <>
            {blockers.length === 0 && <Text size="sm">{w.onlyCircles}</Text>}
            <BlockerList blockers={blockers} scope={filter} today={page.today} />
            <More onMore={onMore} isLoading={isLoadingMore} />
          </>
        )}
      </Part>
    </>
  )
}

function Only({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {text}
      </Text>
      <Anchor component="button" type="button" size="sm" underline="always" onClick={onClear}>
        {w.clear}
      </Anchor>
    </Group>
  )
}

function More({ onMore, isLoading }: { onMore: (() => void) | null; isLoading: boolean }) {
  if (!onMore) return null
  return (
    <Group>
      <Button variant="default" size="xs" onClick={onMore} loading={isLoading}>
        {words.common.more}
      </Button>
    </Group>
  )
}

/** Too wide for a phone: there the words of the picture say the same. */
function Drawn({ drawing }: { drawing: NonNullable<Waiting['drawing']> }) {
  const isWide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false })
  return (
    <>
      {isWide && (
        <Suspense fallback={<Loading />}>
          <Picture drawing={drawing} />
        </Suspense>
      )}
      <DrawingInWords drawing={drawing} isOpen={!isWide} />
    </>
  )
}
