// A published plan: how far it is, its duties where they stand in the text, what was read beside them, the source.
import { Anchor, Badge, Button, Group, Paper, Progress, Stack, Tabs, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { get } from '../http/client.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import { words } from '../vocabulary/words.ts'
import { Fact } from './Doubts.tsx'
import { Findings } from './Findings.tsx'
import { PlanDetail, PlanSource, type PublishedItem } from './plan.ts'
import { Indicators, References, ReportingDuties, type Show } from './ReadLists.tsx'
import { type SourceTarget, SourceView } from './SourceView.tsx'
import { sectionsOf } from './scope.ts'
import { marksOf } from './source.ts'
import { useShowPlace } from './source-places.ts'

type Tab = 'items' | 'indicators' | 'reporting' | 'references' | 'findings' | 'source'

export function PlanPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const detail = useQuery({ queryKey: ['plan', id], queryFn: () => get(`/api/plans/${id}`, PlanDetail) })
  if (detail.error) return <Failure error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <Loading />
  return <PlanScreen detail={detail.data} />
}

function PlanScreen({ detail }: { detail: PlanDetail }) {
  const { plan, items, headings, draft } = detail
  // A link to a line of the text opens the source there.
  const line = Number((useSearch({ strict: false }) as { line?: unknown }).line ?? Number.NaN)
  const [tab, setTab] = useState<Tab>(Number.isInteger(line) ? 'source' : 'items')
  const [asked, setAsked] = useState<Parameters<Show> | null>(
    Number.isInteger(line) ? [null, [{ line, from: 0, to: 0 }]] : null,
  )
  const [from, setFrom] = useState<string | null>(null)
  const show: Show = useCallback((...place) => {
    setAsked(place)
    setTab('source')
  }, [])
  if (plan.status === 'draft')
    return (
      <Page title={plan.title || plan.fileName}>
        <Empty
          action={
            <Button component={Link} to="/plans/$id/review" params={{ id: plan.id } as never}>
              {words.planPages.openReview}
            </Button>
          }
        >
          {words.planPages.stillDraft}
        </Empty>
      </Page>
    )
  const tabs: [Tab, number | null][] = [
    ['items', items.length],
    ['indicators', draft.indicators.length],
    ['reporting', draft.reporting.length],
    ['references', draft.references.length],
    ['findings', draft.findings.length],
    ['source', null],
  ]
  return (
    <Page title={plan.title || plan.fileName}>
      <PlanHead detail={detail} />
      <Tabs value={tab} onChange={(value) => setTab((value as Tab | null) ?? 'items')} keepMounted={false}>
        <Tabs.List mb="xs">
          {tabs.map(([name, count]) => (
            <Tabs.Tab key={name} value={name} px={8}>
              {words.planPages.sides[name]}
              {count !== null && ` (${words.number(count)})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="items">
          <Items plan={detail} headings={headings} onShow={show} from={from} />
        </Tabs.Panel>
        <Tabs.Panel value="indicators">
          <Indicators draft={draft} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="reporting">
          <ReportingDuties draft={draft} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="references">
          <References draft={draft} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <Findings draft={draft} onShow={show} />
        </Tabs.Panel>
        <Tabs.Panel value="source">
          <Source
            detail={detail}
            asked={asked}
            onItem={(id) => {
              setFrom(id)
              setTab('items')
            }}
          />
        </Tabs.Panel>
      </Tabs>
      <Slot name="plan" id={plan.id} />
    </Page>
  )
}

function PlanHead({ detail: { plan, items } }: { detail: PlanDetail }) {
  const done = items.reduce((sum, item) => sum + item.done, 0)
  const facts = [plan.number, plan.issuer, plan.issued && words.day(plan.issued)].filter(Boolean)
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text size="sm">{facts.join(' · ')}</Text>
        {plan.overseer && <Fact label={words.planPages.overseer}>{plan.overseer.name}</Fact>}
        <Text size="sm">{words.planPages.tracks(plan.tracked, plan.assignments)}</Text>
        <Group gap="sm" wrap="nowrap">
          <Progress
            value={plan.assignments ? (100 * done) / plan.assignments : 0}
            aria-label={words.planPages.progress}
            flex={1}
            size="lg"
          />
          <Text size="sm" fw={600}>
            {words.planPages.doneOf(done, plan.assignments)}
          </Text>
        </Group>
      </Stack>
    </Paper>
  )
}

function Items({
  plan: { plan, items },
  headings,
  onShow,
  from,
}: {
  plan: PlanDetail
  headings: PlanDetail['headings']
  onShow: Show
  from: string | null
}) {
  const sections = useMemo(() => sectionsOf(items, headings), [items, headings])
  const numbers = new Map(items.map((item, at) => [item.id, at + 1]))
  useEffect(() => {
    if (from) document.getElementById(`item-${from}`)?.scrollIntoView({ block: 'center' })
  }, [from])
  return sections.map((section) => (
    <section key={section.key}>
      {section.part && (
        <Text size="xs" fw={700} tt="uppercase" c="gray.7" mt="sm">
          {section.part.section}. {section.part.title}
        </Text>
      )}
      <Text component="h2" size="sm" fw={700} my={6}>
        {section.heading ? `${section.section}. ${section.heading.title}` : section.section}
      </Text>
      <Stack gap="xs">
        {section.items.map((item) => (
          <Item
            key={item.id}
            planId={plan.id}
            item={item}
            number={numbers.get(item.id) ?? 0}
            into={item.mergedInto ? (numbers.get(item.mergedInto) ?? null) : null}
            isMarked={item.id === from}
            onShow={onShow}
          />
        ))}
      </Stack>
    </section>
  ))
}

interface ItemProps {
  planId: string
  item: PublishedItem
  number: number
  into: number | null
  isMarked: boolean
  onShow: Show
}

function Item({ planId, item, number, into, isMarked, onShow }: ItemProps) {
  const isTracked = item.outcome === 'assign' || item.outcome === 'each'
  const due = [item.dueText, item.dueTo && words.planPages.until(words.day(item.dueTo))].filter(Boolean)
  return (
    <Paper
      withBorder
      p="sm"
      id={`item-${item.id}`}
      style={isMarked ? { outline: '3px solid var(--mantine-color-lake-7)' } : undefined}
    >
      <Group gap={6} mb={4}>
        <Text span size="xs" fw={700} c="gray.7">
          {number}
        </Text>
        <Badge
          size="sm"
          tt="none"
          variant={isTracked ? 'filled' : 'outline'}
          color={isTracked ? 'lake.8' : 'gray.8'}
        >
          {words.review.outcomes[item.outcome]}
        </Badge>
        <Text span size="xs" c="gray.7">
          {item.section}
        </Text>
      </Group>
      <Text size="sm">{item.quote}</Text>
      <Fact label={words.planPages.lead}>{item.leadName ?? item.leadPrinted.join('; ')}</Fact>
      <Fact label={words.planPages.coordinating}>{item.coordinatingPrinted.join('; ')}</Fact>
      <Fact label={words.planPages.due}>{due.join(' · ')}</Fact>
      <Fact label={words.planPages.deliverables}>{item.deliverables.join('; ')}</Fact>
      {into !== null && <Fact label={words.planPages.mergedInto}>{words.planPages.numbered(into)}</Fact>}
      <Group gap="md" mt={6}>
        {item.assignmentId && (
          <Anchor component={Link} to="/work/$id" params={{ id: item.assignmentId } as never} size="sm">
            {words.planPages.openWork(item.done > 0)}
          </Anchor>
        )}
        {!item.assignmentId && item.assignments > 0 && (
          <Anchor component={Link} to="/work" search={{ plan: planId, item: item.id } as never} size="sm">
            {words.planPages.doneOf(item.done, item.assignments)}
          </Anchor>
        )}
        {item.spans.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            px={4}
            ml={-4}
            aria-label={words.planPages.seeSourceOf(number)}
            onClick={() => onShow({ kind: 'task', id: item.id }, item.spans)}
          >
            {words.planPages.seeSource}
          </Button>
        )}
      </Group>
    </Paper>
  )
}

function Source({
  detail: { plan, items, draft },
  asked,
  onItem,
}: {
  detail: PlanDetail
  asked: Parameters<Show> | null
  onItem: (id: string) => void
}) {
  const place = useRef<HTMLElement>(null)
  const source = useQuery({
    queryKey: ['plan', plan.id, 'source'],
    queryFn: () => get(`/api/plans/${plan.id}/source`, PlanSource),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const marks = useMemo(() => marksOf(items, draft), [items, draft])
  const showPlace = useShowPlace(place)
  const latest = useRef(onItem)
  useEffect(() => {
    latest.current = onItem
  })
  const onPick = useCallback((target: SourceTarget) => {
    if (target.kind === 'task') latest.current(target.id)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: again once the lines are there
  useEffect(() => {
    if (asked) showPlace(...asked)
  }, [asked, showPlace, source.data])
  if (source.error) return <Failure error={source.error} onRetry={() => void source.refetch()} />
  if (!source.data) return <Loading />
  return (
    <div className="plan-source">
      <SourceView
        place={place}
        lines={source.data.lines}
        marks={marks}
        unread={draft.unread}
        notices={source.data.notices}
        onPick={onPick}
      />
    </div>
  )
}
