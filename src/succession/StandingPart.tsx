// "Tình hình tại ngày …": where work stood on a day, by agency and plan, named as they were on it; every figure opens
// its list.
import { Anchor, Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { fullName } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { StatusBadge } from '../task/parts.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { StandingReport, StandingWork } from './standing.ts'

const w = words.succession

type Row = StandingReport['rows'][number]

/** On the page of a plan or of an agency. */
export function StandingPart({ planId, agencyId }: { planId?: string; agencyId?: string }) {
  const [day, setDay] = useState<string | null>(null)
  const [open, setOpen] = useState<Row | null>(null)
  const scope = new URLSearchParams({
    ...(planId ? { plan: planId } : {}),
    ...(agencyId ? { agency: agencyId } : {}),
  }).toString()
  const report = useQuery({
    queryKey: ['standing', scope, day],
    queryFn: () => get(`/api/standing?day=${day}&${scope}`, StandingReport),
    enabled: day !== null,
  })
  const { data } = report
  const rows = data?.rows.filter(({ leading, coordinating }) => leading.all || coordinating.all) ?? []
  const label = agencyId ? (row: Row) => row.plan.number ?? row.plan.title : (row: Row) => nameOf(row)
  return (
    <Part title={day ? w.standingOn(day) : w.standing}>
      <Group align="flex-end" gap="sm">
        <DayInput label={w.standingDay} description={w.standingHint} value={day} onChange={setDay} w={220} />
      </Group>
      {report.isFetching && <Loading />}
      {report.error && <Failure error={report.error} onRetry={() => void report.refetch()} />}
      {data && rows.length === 0 && <Text size="sm">{w.standingEmpty(data.day)}</Text>}
      {data && rows.length > 0 && (
        <>
          <Ratios report={data} />
          {planId && rows[0]?.overseer && <Text size="sm">{w.overseenThen(rows[0].overseer.name)}</Text>}
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={6} striped>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{agencyId ? w.planColumn : w.agencyThen}</Table.Th>
                  {!planId && !agencyId && <Table.Th>{w.planColumn}</Table.Th>}
                  {COLUMNS.map((name) => (
                    <Table.Th key={name} ta="right">
                      {w.columns[name]}
                    </Table.Th>
                  ))}
                  <Table.Th ta="right">{w.meanPercent}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={`${row.agency.id} ${row.plan.id}`}>
                    <Table.Td>
                      <Anchor
                        component="button"
                        type="button"
                        size="sm"
                        ta="left"
                        onClick={() => setOpen(row)}
                      >
                        {label(row)}
                      </Anchor>
                      {row.coordinating.all > 0 && (
                        <Text size="xs">{w.coordinatingToo(row.coordinating.all)}</Text>
                      )}
                    </Table.Td>
                    {!planId && !agencyId && <Table.Td>{row.plan.number ?? row.plan.title}</Table.Td>}
                    {COLUMNS.map((name) => (
                      <Table.Td key={name} ta="right">
                        {words.number(row.leading[name] ?? 0)}
                      </Table.Td>
                    ))}
                    <Table.Td ta="right">
                      {row.percent === null ? '–' : words.percent(row.percent / 100)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      {open && data && <Behind row={open} day={data.day} onClose={() => setOpen(null)} />}
    </Part>
  )
}

const COLUMNS = ['all', 'done', 'within', 'overdue'] as const

const nameOf = ({ agency }: Row): string => fullName(agency)

/** Both official ways of counting, each with its numerator and denominator. */
function Ratios({ report: { leading } }: { report: StandingReport }) {
  const { done = 0, all = 0, answerable = 0 } = leading
  return (
    <Stack gap={2}>
      <Text size="sm">{w.ofAssigned(done, all, all ? words.percent(done / all) : '–')}</Text>
      <Text size="sm">
        {w.ofAnswerable(done, answerable, answerable ? words.percent(done / answerable) : '–')}
      </Text>
      {(leading.closed ?? 0) > 0 && <Text size="sm">{w.closedBeside(leading.closed ?? 0)}</Text>}
    </Stack>
  )
}

/** The assignments behind one line, as they stood on the day. */
function Behind({ row, day, onClose }: { row: Row; day: string; onClose: () => void }) {
  const list = useInfiniteQuery({
    queryKey: ['standing', 'work', row.agency.id, row.plan.id, day],
    queryFn: ({ pageParam }) =>
      get(
        `/api/standing/work?day=${day}&plan=${row.plan.id}&agency=${row.agency.id}${pageParam ? `&after=${pageParam}` : ''}`,
        StandingWork,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Modal opened onClose={onClose} size="xl" title={`${nameOf(row)} · ${w.standingOn(day)}`}>
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      <Stack gap="sm">
        {list.data?.pages
          .flatMap(({ rows }) => rows)
          .map((one) => (
            <Stack key={one.id} gap={2}>
              <Anchor
                component={Link}
                to="/work/$id"
                params={{ id: one.id } as never}
                size="sm"
                lineClamp={3}
              >
                {one.section}. {one.quote}
              </Anchor>
              <Group gap="xs">
                <StatusBadge status={one.status} percent={one.percent} />
                <Text size="xs">
                  {one.dueOn ? w.dueBy(one.dueOn) : words.task.noDue}
                  {one.isOverdue && ` · ${w.columns.overdue}`}
                </Text>
              </Group>
            </Stack>
          ))}
        {list.hasNextPage && (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.common.more}
          </Button>
        )}
      </Stack>
    </Modal>
  )
}

/** In the place that the page of a plan keeps for it. */
export const PlanStanding = ({ id }: { id: string }) => <StandingPart planId={id} />
