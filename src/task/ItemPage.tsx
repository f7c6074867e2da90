// One item (nhiệm vụ): who bears it and how far they are, who is in charge, when it is done, what it waits for.
import { Anchor, Badge, Button, Grid, Group, Progress, Stack, Table, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { searchKey } from '../base/text.ts'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { SourceOf } from './Clause.tsx'
import { type ItemDialog, ItemDialogs } from './ItemDialogs.tsx'
import { type ItemAct, type ItemAssignment, ItemDetail } from './item-work.ts'
import { DaysLeft, planName, StatusBadge } from './parts.tsx'
import { STATUSES, type Status } from './task.ts'

const w = words.itemPage
export const itemKey = (id: string) => ['item', id]

export function ItemPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: itemKey(id),
    queryFn: () => get(`/api/items/${id}`, ItemDetail),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Item item={data} key={id} />
}

function Item({ item }: { item: ItemDetail }) {
  const [dialog, setDialog] = useState<ItemDialog | null>(null)
  const isTracked = item.outcome === 'assign' || item.outcome === 'each'
  const leading = item.assignments.filter(({ role }) => role === 'lead')
  const helping = item.assignments.filter(({ role }) => role === 'coordinating')
  return (
    <Page
      title={w.title(item.section)}
      actions={
        <Anchor component={Link} to="/plans/$id" params={{ id: item.plan.id } as never} size="sm">
          {w.back}
        </Anchor>
      }
    >
      <Stack gap={4}>
        <Text size="sm">{planName(item.plan)}</Text>
        <Group gap="sm">
          <Badge variant="outline" tt="none" color={item.state === 'done' ? 'teal.9' : 'gray.8'}>
            {item.approvedOn ? w.toConfirm : w.states[item.state]}
          </Badge>
          {item.doneOn && <Text size="sm">{w.doneOn(item.doneOn)}</Text>}
          {item.approvedOn && <Text size="sm">{w.approvedOn(item.approvedOn)}</Text>}
        </Group>
      </Stack>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <Part title={words.task.clause}>
              <SourceOf document={item.document} />
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{item.quote}</Text>
            </Part>
            {isTracked ? (
              <Part title={w.leading(doneOf(leading), askedOf(leading).length)}>
                <Bearers rows={leading} />
              </Part>
            ) : (
              <Text size="sm">{w.notTracked}</Text>
            )}
            {isTracked && (
              <Part title={w.helping(doneOf(helping), askedOf(helping).length)}>
                {helping.length === 0 ? <Text size="sm">{w.noHelping}</Text> : <Bearers rows={helping} />}
                <Act why={item.whyNot['sub-duty']} onClick={() => setDialog('sub-duty')}>
                  {w.addSubDuty}
                </Act>
              </Part>
            )}
            <Slot name="item" id={item.id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Facts item={item} onAct={setDialog} />
        </Grid.Col>
      </Grid>
      {dialog && <ItemDialogs item={item} dialog={dialog} onClose={() => setDialog(null)} />}
    </Page>
  )
}

/** A closed assignment is asked of nobody any more. */
const askedOf = (rows: readonly ItemAssignment[]) => rows.filter(({ status }) => status !== 'closed')
const doneOf = (rows: readonly ItemAssignment[]) => rows.filter(({ status }) => status === 'done').length

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="gray.7">
        {name}
      </Text>
      {children}
    </div>
  )
}

/** Shown to everyone; to those it is closed to, with the reason. */
function Act({
  why,
  onClick,
  children,
}: {
  why: string | null | undefined
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Stack gap={2}>
      <div>
        <Button size="xs" variant="default" disabled={Boolean(why)} onClick={onClick}>
          {children}
        </Button>
      </div>
      {why && (
        <Text size="xs" c="gray.7">
          {why}
        </Text>
      )}
    </Stack>
  )
}

function Facts({ item, onAct }: { item: ItemDetail; onAct: (act: ItemDialog) => void }) {
  const act = (name: ItemAct, label: string) => (
    <Act why={item.whyNot[name]} onClick={() => onAct(name)}>
      {label}
    </Act>
  )
  return (
    <Part title={w.facts}>
      <Fact name={w.lead}>
        <Text size="sm">{item.lead?.name ?? (item.outcome === 'each' ? w.each : w.nobody)}</Text>
        {item.leadPrinted.length > 0 && (
          <Text size="xs">{words.task.printedAs(item.leadPrinted.join(', '))}</Text>
        )}
      </Fact>
      {item.coordinating.length > 0 && (
        <Fact name={words.task.coordinating}>
          <Text size="sm">{item.coordinating.map(({ name }) => name).join(', ')}</Text>
        </Fact>
      )}
      {item.deliverables.length > 0 && (
        <Fact name={words.task.deliverables}>
          <Text size="sm">{item.deliverables.join('; ')}</Text>
        </Fact>
      )}
      <Fact name={w.due}>
        <Text size="sm">{item.dueOn ? words.day(item.dueOn) : w.noDue}</Text>
        {item.every && <Text size="sm">{w.every[item.every]}</Text>}
        {item.dueText && <Text size="xs">{words.task.dueWords(item.dueText)}</Text>}
      </Fact>
      {item.event && (
        <Fact name={w.eventLabel}>
          <Text size="sm">{item.event}</Text>
          <Text size="sm" mb={4}>
            {item.eventOn ? w.eventOn(item.eventOn) : w.eventOpen}
          </Text>
          {act('event', w.recordEvent)}
        </Fact>
      )}
      <Fact name={w.completionLabel}>
        <Text size="sm" mb={4}>
          {item.completion === 'share'
            ? w.completions.share(item.share ?? 100)
            : w.completions[item.completion]}
        </Text>
        {item.wordOn && item.wordBy && <Text size="sm">{w.wordSaid(item.wordBy, item.wordOn)}</Text>}
        {item.completion === 'word' && act('word', item.wordOn ? w.takeBackWord : w.sayWord)}
        {item.outcome === 'each' && act('completion', w.changeCompletion)}
      </Fact>
      <Fact name={w.leader}>
        <Text size="sm">{item.leader?.name ?? w.nobody}</Text>
      </Fact>
      <Fact name={w.follower}>
        <Text size="sm" mb={4}>
          {item.follower?.name ?? w.nobody}
        </Text>
        {act('people', w.choosePeople)}
      </Fact>
      <Fact name={words.task.overseer}>
        <Text size="sm">{item.plan.overseer?.name ?? w.nobody}</Text>
      </Fact>
    </Part>
  )
}

const BAR: Record<Status, string> = {
  done: 'teal.9',
  approved: 'indigo.8',
  reported: 'violet.8',
  active: 'lake.8',
  assigned: 'gray.5',
  suspended: 'orange.9',
  closed: 'gray.8',
}
/** So many rows are read at a glance; more are narrowed by name first. */
const FEW = 12

/** How far they are as one bar, then row by row, the latest period first. */
function Bearers({ rows }: { rows: readonly ItemAssignment[] }) {
  const [text, setText] = useState('')
  const wanted = searchKey(text)
  const shown = rows.filter(({ agency }) => searchKey(agency.name).includes(wanted))
  const shares = STATUSES.map((status) => ({ status, n: rows.filter((row) => row.status === status).length }))
  const present = shares.filter(({ n }) => n > 0)
  return (
    <Stack gap="xs">
      {rows.length > 1 && (
        <>
          <Progress.Root size={18} aria-hidden>
            {present.map(({ status, n }) => (
              <Progress.Section key={status} value={(n * 100) / rows.length} color={BAR[status]} />
            ))}
          </Progress.Root>
          <Group gap="md">
            {present.map(({ status, n }) => (
              <Text size="sm" key={status}>
                {w.statusShare(words.task.statuses[status], n, rows.length)}
              </Text>
            ))}
          </Group>
        </>
      )}
      {rows.length > FEW && (
        <TextInput
          type="search"
          size="xs"
          label={w.filter}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div style={{ maxHeight: '60dvh', overflowY: 'auto' }}>
        <Table verticalSpacing={6}>
          <Table.Tbody>
            {shown.map((row) => (
              <Bearer row={row} key={row.id} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  )
}

function Bearer({ row }: { row: ItemAssignment }) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor component={Link} to="/work/$id" params={{ id: row.id } as never} size="sm">
          {row.agency.name}
        </Anchor>
        {row.givenTo.id !== row.agency.id && <Text size="xs">{w.formerly(row.givenTo.name)}</Text>}
        {row.duty && <Text size="xs">{row.duty}</Text>}
        <Text size="xs" c="gray.7">
          {[row.period && words.steps.period(row.period), row.person?.name].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={row.status} percent={row.percent} />
      </Table.Td>
      <Table.Td>
        {row.completedOn ? (
          <Text size="sm">{w.doneOn(row.completedOn)}</Text>
        ) : (
          <>
            <Text size="sm">{row.dueOn ? words.day(row.dueOn) : w.noDue}</Text>
            <DaysLeft days={row.daysLeft} />
          </>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
