// The worklist: what is to be done, the nearest day first. The address is its whole state.
import { Button, Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Notices } from '../notice/NoticePanel.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { BulkBar } from './BulkBar.tsx'
import { PaperMenu } from './PaperMenu.tsx'
import { ALL } from './parts.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { OVERSEER_ROLES } from './task.ts'
import { useSelection } from './use-selection.ts'
import { WorkFilters } from './WorkFilters.tsx'
import { Rows } from './WorkRows.tsx'
import { addressOf, readFilter, WorkCounts, type WorkFilter, WorkList, type WorkRow } from './work.ts'
import type { WorkState } from './work-state.ts'

const NO_ROWS: WorkRow[] = []

export function WorkPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
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
  return (
    <Page
      title={title}
      actions={
        <>
          <Ways />
          <SavedFilters filter={filter} />
          <PaperMenu filter={{ ...filter, agency: chosen as WorkFilter['agency'] }} />
        </>
      }
    >
      <Notices />
      <WorkFilters
        filter={filter}
        counts={counts.data}
        agency={chosen}
        today={list.data?.today ?? null}
        onChange={change}
      />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && <Nothing filter={filter} isStart={counts.data?.counts.all === 0} />}
      {list.data && list.data.rows.length > 0 && (
        <Rows rows={list.data.rows} withAgency={chosen === ALL} selection={selection} />
      )}
      <Group>
        {filter.after && (
          <Button
            variant="default"
            component={Link}
            to="/work"
            search={{ ...filter, after: undefined } as never}
          >
            {words.task.firstPage}
          </Button>
        )}
        {list.data?.next && (
          <Button
            variant="default"
            component={Link}
            to="/work"
            search={{ ...filter, after: list.data.next } as never}
          >
            {words.task.nextPage}
          </Button>
        )}
      </Group>
      <BulkBar selection={selection} />
    </Page>
  )
}

/** Beside the list: answering a period at once, and for whoever decides what waits for them. */
function Ways() {
  const { capacities } = useSession()
  const decides = capacities.some(({ role }) => OVERSEER_ROLES.includes(role))
  return (
    <>
      {decides && (
        <Button variant="default" component={Link} to="/work/desk">
          {words.steps.desk.title}
        </Button>
      )}
      {capacities.some(({ agencyId }) => agencyId !== null) && (
        <Button variant="default" component={Link} to="/work/answer">
          {words.steps.answer.title}
        </Button>
      )}
    </>
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
  ]
  if (isNarrow.some(Boolean) || (filter.plan && isStart)) return <Empty>{words.task.emptySearch}</Empty>
  if (isStart) return <Empty>{words.task.emptyStart}</Empty>
  const byState: Partial<Record<WorkState, string>> = words.task.emptyState
  return <Empty>{byState[filter.state] ?? words.task.emptyState.other}</Empty>
}
