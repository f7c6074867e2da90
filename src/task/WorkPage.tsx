// The worklist: what is to be done, the nearest day first. The address is its whole state.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Notices } from '../notice/NoticePanel.tsx'
import { Pages } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { BulkBar } from './BulkBar.tsx'
import { ALL } from './parts.tsx'
import { useSelection } from './use-selection.ts'
import { Ways } from './Ways.tsx'
import { WorkFilters } from './WorkFilters.tsx'
import { Rows } from './WorkRows.tsx'
import { addressOf, readFilter, WorkCounts, type WorkFilter, WorkList, type WorkRow } from './work.ts'
import type { WorkState } from './work-state.ts'

const NO_ROWS: WorkRow[] = []

export function WorkPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const { state: _, after: __, ...scope } = filter
  const counts = useQuery({
    queryKey: ['work', 'counts', scope],
    queryFn: () => get(`/api/work/counts?${addressOf(scope)}`, WorkCounts),
    placeholderData: keepPreviousData,
  })
  const list = useQuery({
    queryKey: ['work', 'list', filter],
    queryFn: () => get(`/api/work?${addressOf(filter)}`, WorkList),
    placeholderData: keepPreviousData,
  })
  const selection = useSelection(list.data?.rows ?? NO_ROWS)
  const change = (next: Partial<WorkFilter>, replace = false) =>
    void navigate({ to: '/work', search: { ...filter, after: undefined, ...next } as never, replace })
  const chosen = filter.agency ?? counts.data?.agency?.id ?? ALL
  const name = counts.data?.agency?.name
  const title =
    chosen === ALL ? words.task.workTitleAll : name ? words.task.workTitleOf(name) : words.task.workTitle
  const ways = (
    <Ways filter={filter} paper={{ ...filter, agency: chosen as WorkFilter['agency'] }} isPhone={isPhone} />
  )
  return (
    <Page title={title} actions={!isPhone && ways}>
      <Notices />
      <WorkFilters
        filter={filter}
        counts={counts.data}
        agency={chosen}
        today={list.data?.today ?? null}
        beside={isPhone && ways}
        onChange={change}
      />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && <Nothing filter={filter} isStart={counts.data?.counts.all === 0} />}
      {list.data && list.data.rows.length > 0 && (
        <Rows rows={list.data.rows} withAgency={chosen === ALL} selection={selection} />
      )}
      <Pages to="/work" filter={filter} next={list.data?.next} />
      <BulkBar selection={selection} />
    </Page>
  )
}

function Nothing({ filter, isStart }: { filter: WorkFilter; isStart: boolean }) {
  const isNarrow = [
    filter.q,
    filter.item,
    filter.batch,
    filter.role,
    filter.person,
    filter.period,
    filter.extension,
    filter.due,
    filter.overseer,
  ]
  if (isNarrow.some(Boolean) || (filter.plan && isStart)) return <Empty>{words.task.emptySearch}</Empty>
  if (isStart) return <Empty>{words.task.emptyStart}</Empty>
  const byState: Partial<Record<WorkState, string>> = words.task.emptyState
  return <Empty>{byState[filter.state] ?? words.task.emptyState.other}</Empty>
}
