// A published plan: how far it is, its duties where they stand in its documents, what was corrected, what was read
// beside the duties, the sources. The address is its whole state.
import { Button, Group, Paper, Progress, Select, Stack, Tabs, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { get, send } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { AddDuty } from './AddDuty.tsx'
import { OfPlan as CorrectionsOfPlan } from './Corrections.tsx'
import { Fact } from './Doubts.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { PersonSelect } from './FollowDialog.tsx'
import { documentName, PlanDocuments } from './PlanDocuments.tsx'
import { PlanItems } from './PlanItems.tsx'
import { PlanReading, type Selected } from './PlanReading.tsx'
import { PlanDetail, Version } from './plan.ts'
import { figuresOf, PlanSearch, type PlanTab } from './plan-filter.ts'
import type { Show } from './ReadLists.tsx'

const w = words.planDetail

export function PlanPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const search = PlanSearch.parse(useSearch({ strict: false }))
  const detail = useQuery({ queryKey: ['plan', id], queryFn: () => get(`/api/plans/${id}`, PlanDetail) })
  if (detail.error) return <Failure error={detail.error} onRetry={() => void detail.refetch()} />
  if (!detail.data) return <Loading />
  const { plan } = detail.data
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
  // A document that has joined a plan is shown there.
  if (plan.addsTo)
    return (
      <Navigate
        to="/plans/$id"
        params={{ id: plan.addsTo.id } as never}
        search={{ tab: 'source', ...search, document: id } as never}
        replace
      />
    )
  return <PlanScreen key={id} detail={detail.data} search={search} />
}

function PlanScreen({ detail, search }: { detail: PlanDetail; search: PlanSearch }) {
  const { plan, documents } = detail
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Parameters<Show> | null>(() =>
    search.line === undefined ? null : [null, [{ line: search.line, from: 0, to: 0 }]],
  )
  const [from, setFrom] = useState<string | null>(null)
  const [adding, setAdding] = useState<{ from: Selected | null } | null>(null)
  const change = useCallback(
    (changed: Partial<PlanSearch>) =>
      void navigate({
        to: '/plans/$id',
        params: { id: plan.id } as never,
        search: { ...search, line: undefined, ...changed } as never,
        replace: true,
      }),
    [navigate, plan.id, search],
  )
  const tab: PlanTab = search.tab ?? (search.line === undefined ? 'items' : 'source')
  const open = (next: PlanTab, documentId?: string) =>
    change({ tab: next === 'items' ? undefined : next, ...(documentId ? { document: documentId } : {}) })
  const show = (documentId: string, ...place: Parameters<Show>) => {
    setAsked(place)
    open('source', documentId)
  }
  const document = documents.find(({ id }) => id === search.document) ?? documents[0]
  const counts: Partial<Record<PlanTab, number>> = {
    items: detail.items.length,
    documents: documents.length,
    corrections: detail.items.reduce((sum, item) => sum + item.corrections, 0),
  }
  const tabs: readonly PlanTab[] = [
    ...(['items', 'documents', 'corrections'] as const),
    ...(['indicators', 'reporting', 'references', 'findings', 'source'] as const),
  ]
  const isReading = !['items', 'documents', 'corrections'].includes(tab)
  const readable = documents.filter(({ hasLines }) => hasLines)
  return (
    <Page title={plan.title || plan.fileName}>
      <PlanHead detail={detail} />
      <Tabs value={tab} onChange={(value) => open((value as PlanTab | null) ?? 'items')} keepMounted={false}>
        <Tabs.List mb="xs">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} px={8}>
              {w.tabs[name]}
              {counts[name] !== undefined && ` (${words.number(counts[name])})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="items">
          <PlanItems detail={detail} search={search} onSearch={change} onShow={show} from={from} />
        </Tabs.Panel>
        <Tabs.Panel value="documents">
          <PlanDocuments
            detail={detail}
            onSource={(id) => open('source', id)}
            onType={() => setAdding({ from: null })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="corrections">
          <CorrectionsOfPlan id={plan.id} />
        </Tabs.Panel>
        {isReading && document && (
          <Stack gap="sm">
            {readable.length > 1 && (
              <Select
                label={w.document}
                data={readable.map((one) => ({ value: one.id, label: documentName(one) }))}
                allowDeselect={false}
                openOnFocus={false}
                value={document.id}
                onChange={(id) => id && change({ document: id })}
              />
            )}
            <PlanReading
              key={document.id}
              tab={tab}
              detail={detail}
              document={document}
              asked={asked}
              onShow={(...place) => show(document.id, ...place)}
              onItem={(id) => {
                setFrom(id)
                open('items')
              }}
              onAdd={detail.whyNotCorrect === null ? (selected) => setAdding({ from: selected }) : null}
            />
          </Stack>
        )}
      </Tabs>
      <Slot name="plan" id={plan.id} />
      {adding && (
        <AddDuty
          planId={plan.id}
          documents={documents}
          from={adding.from}
          onAdded={(id) => {
            setAdding(null)
            setFrom(id)
            open('items')
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </Page>
  )
}

/** What it is, who is in charge, and how far it is: items and assignments apart, numerator and denominator. */
function PlanHead({ detail }: { detail: PlanDetail }) {
  const { plan, items, leader, follower, whyNotPeople } = detail
  const [isChoosing, setChoosing] = useState(false)
  const figures = figuresOf(items)
  const facts = [plan.number, plan.issuer, plan.issued && words.day(plan.issued)].filter(Boolean)
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text size="sm">{facts.join(' · ')}</Text>
        {plan.overseer && <Fact label={words.planPages.overseer}>{plan.overseer.name}</Fact>}
        <Fact label={words.itemPage.leader}>{leader?.name}</Fact>
        <Fact label={words.itemPage.follower}>{follower?.name}</Fact>
        <Group gap="xs">
          {whyNotPeople === null && (
            <Button size="compact-xs" variant="default" onClick={() => setChoosing(true)}>
              {words.itemPage.choosePeople}
            </Button>
          )}
          <ExportMenu planId={plan.id} />
        </Group>
        <Ratio
          label={w.itemsDone(figures.itemsDone, figures.items)}
          n={figures.itemsDone}
          of={figures.items}
        />
        <Ratio
          label={words.planPages.doneOf(figures.done, figures.assignments)}
          n={figures.done}
          of={figures.assignments}
        />
        {figures.overdue > 0 && (
          <Text size="sm" fw={600} c="red.9">
            ⚠ {w.overdue(figures.overdue, figures.assignments)}
          </Text>
        )}
      </Stack>
      {isChoosing && <PeopleDialog detail={detail} onClose={() => setChoosing(false)} />}
    </Paper>
  )
}

const Ratio = ({ label, n, of }: { label: string; n: number; of: number }) => (
  <Group gap="sm">
    <Progress value={of ? (100 * n) / of : 0} aria-label={label} flex="1 1 160px" size="lg" />
    <Text size="sm" fw={600} flex="0 1 260px">
      {label}
    </Text>
  </Group>
)

function PeopleDialog({ detail, onClose }: { detail: PlanDetail; onClose: () => void }) {
  const { plan } = detail
  const client = useQueryClient()
  const [leaderId, setLeader] = useState(detail.leader?.id ?? null)
  const [followerId, setFollower] = useState(detail.follower?.id ?? null)
  const change = useMutation({
    mutationFn: () =>
      send(`/api/plans/${plan.id}/people`, {
        method: 'PATCH',
        body: { leaderId, followerId },
        version: plan.version,
        answer: Version,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan', plan.id] })
      onClose()
    },
  })
  return (
    <FormDialog
      title={words.itemPage.choosePeople}
      onSubmit={() => change.mutate()}
      onClose={onClose}
      isPending={change.isPending}
      error={change.error}
    >
      <Text size="sm">{w.peopleHint}</Text>
      <PersonSelect label={words.itemPage.leader} value={leaderId} onChange={setLeader} />
      <PersonSelect label={words.itemPage.follower} value={followerId} onChange={setFollower} />
    </FormDialog>
  )
}
