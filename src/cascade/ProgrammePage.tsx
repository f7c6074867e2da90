// The year's work of an agency over all plans, by quarter and month; printed, as Word in the official form, as Excel.
import { Anchor, Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import {
  figuresOf,
  Programme,
  type ProgrammePart,
  type ProgrammeRow,
  partsOf,
  planOf,
  standingOf,
} from './programme.ts'
import './cascade.css'

const w = words.cascade.programme
const ROLES = ['all', 'lead', 'coordinating'] as const
const Search = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  role: z.enum(ROLES).default('all').catch('all'),
})
type Search = z.infer<typeof Search>

export function ProgrammePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const search = Search.parse(useSearch({ strict: false }))
  const { data, error, refetch } = useQuery({
    queryKey: ['programme', id, search.year],
    queryFn: () =>
      get(`/api/agencies/${id}/programme${search.year ? `?year=${search.year}` : ''}`, Programme),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen data={data} search={search} />
}

function Screen({ data, search }: { data: Programme; search: Search }) {
  const { agency, year, years } = data
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const change = (next: Partial<Search>) =>
    void navigate({
      to: '/agencies/$id/programme',
      params: { id: agency.id } as never,
      search: { year, role: search.role, ...next } as never,
      replace: true,
    })
  const rows = data.rows.filter(({ role }) => search.role === 'all' || role === search.role)
  const figures = figuresOf(rows)
  const papers = (['docx', 'xlsx'] as const).map((form) => ({
    label: w.forms[form],
    download: `/api/papers/agencies/${agency.id}/programme.${form}?year=${year}`,
  }))
  return (
    <Page
      title={w.title(agency.name, year)}
      actions={
        <>
          <Button variant="default" onClick={() => window.print()}>
            {w.print}
          </Button>
          <MenuButton face={<Button variant="default">{w.export}</Button>} parts={[{ entries: papers }]} />
        </>
      }
    >
      <Group gap="sm" align="flex-end" className="screen-only">
        <Select
          label={w.year}
          data={[...new Set([...years, year])].sort().map(String)}
          value={String(year)}
          onChange={(value) => value && change({ year: Number(value) })}
          allowDeselect={false}
          maw={120}
        />
        <Select
          label={w.role}
          data={ROLES.map((value) => ({ value, label: value === 'all' ? w.anyRole : w.roles[value] }))}
          value={search.role}
          onChange={(value) => value && change({ role: value as Search['role'] })}
          allowDeselect={false}
          maw={200}
        />
        <Anchor component={Link} to="/agencies/$id" params={{ id: agency.id } as never} size="sm">
          {w.toAgency}
        </Anchor>
      </Group>
      {rows.length === 0 ? (
        <Empty>{w.empty(year)}</Empty>
      ) : (
        <Text size="sm" fw={600}>
          {w.paper.sum(figures.rows, figures.items, figures.plans, figures.lead, figures.coordinating)}{' '}
          {w.doneOf(figures.done, figures.rows)}
        </Text>
      )}
      {partsOf(rows, year).map(({ name, months, rows: n }) => (
        <div key={name} className="programme-part">
          <Part title={w.partOf(w.parts[name], n)}>
            {isPhone ? (
              months.map(({ month, rows: held }) => (
                <Stack gap={4} key={month ?? name}>
                  {month && <Month month={month} rows={held.length} />}
                  <Cards rows={held} />
                </Stack>
              ))
            ) : (
              <Rows months={months} />
            )}
          </Part>
        </div>
      ))}
    </Page>
  )
}

/** The duty, with the way to its work. */
const Duty = ({ row }: { row: ProgrammeRow }) => (
  <Anchor
    component={Link}
    to={row.assignmentId ? '/work/$id' : '/items/$id'}
    params={{ id: row.assignmentId ?? row.itemId } as never}
    size="sm"
    c="gray.9"
    style={{ overflowWrap: 'anywhere' }}
  >
    {row.quote}
  </Anchor>
)
const dueOf = ({ dueOn, dueText }: ProgrammeRow) => (dueOn ? words.day(dueOn) : dueText)
const keyOf = ({ itemId, assignmentId, period, role }: ProgrammeRow) =>
  `${itemId} ${assignmentId} ${period} ${role}`

const Month = ({ month, rows }: { month: string; rows: number }) => (
  <Text size="sm" fw={700} c="lake.9" component="h3" m={0}>
    {w.paper.month(Number(month.slice(5)))} ({words.number(rows)})
  </Text>
)

/** One table for a part, a line for each of its months. */
function Rows({ months }: Pick<ProgrammePart, 'months'>) {
  const { columns } = w.paper
  return (
    <Table.ScrollContainer minWidth={760} type="native">
      <Table verticalSpacing={6} layout="fixed" className="programme-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{columns.content}</Table.Th>
            <Table.Th w="16%">{columns.plan}</Table.Th>
            <Table.Th w={90}>{columns.role}</Table.Th>
            <Table.Th>{columns.deliverable}</Table.Th>
            <Table.Th w={110}>{columns.due}</Table.Th>
            <Table.Th>{columns.who}</Table.Th>
            <Table.Th>{columns.standing}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map(({ month, rows }) => (
            <Fragment key={month}>
              {month && (
                <Table.Tr>
                  <Table.Td colSpan={7}>
                    <Month month={month} rows={rows.length} />
                  </Table.Td>
                </Table.Tr>
              )}
              {rows.map((row) => (
                <Table.Tr key={keyOf(row)}>
                  <Table.Td>
                    <Duty row={row} />
                  </Table.Td>
                  <Table.Td>{planOf(row)}</Table.Td>
                  <Table.Td>{w.roles[row.role]}</Table.Td>
                  <Table.Td>{row.deliverables.join('; ')}</Table.Td>
                  <Table.Td>{dueOf(row)}</Table.Td>
                  <Table.Td>{row.who}</Table.Td>
                  <Table.Td>{standingOf(row)}</Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const Cards = ({ rows }: { rows: readonly ProgrammeRow[] }) => (
  <Stack gap="sm">
    {rows.map((row) => (
      <div key={keyOf(row)} className="pair">
        <Duty row={row} />
        <Text size="xs" c="gray.7">
          {[w.roles[row.role], dueOf(row), planOf(row), row.who, standingOf(row)].filter(Boolean).join(' · ')}
        </Text>
      </div>
    ))}
  </Stack>
)
