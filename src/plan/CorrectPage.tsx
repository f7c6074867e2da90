// A correction beside the source, as in the review: what was misread is put right, with the reason; the document and
// everything done stay as they were.
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import type { Span } from '../reading/draft.ts'
import { Picker } from '../ui/Picker.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  Corrected,
  type CorrectionInput,
  changedFields,
  type ItemReading,
  ItemToCorrect,
  type ReadingField,
} from './correction.ts'
import { type DutyDraft, DutyFields, linesOf } from './DutyFields.tsx'
import { PlanDetail, PlanSource } from './plan.ts'
import { OUTCOMES } from './review.ts'
import { SourceView, selectionIn } from './SourceView.tsx'
import { marksOf, quoteBetween } from './source.ts'
import { useShowPlace } from './source-places.ts'

const w = words.correction

export function CorrectPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['item', id, 'reading'],
    queryFn: () => get(`/api/items/${id}/reading`, ItemToCorrect),
    // What is being typed must not be taken back by a second look.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Correcting key={`${id} ${data.version}`} item={data} onStale={() => void refetch()} />
}

function draftOf({ bearers, coordinators, deliverables, event, ...reading }: ItemReading): DutyDraft {
  const ids = (agencies: readonly { id: string }[]) => agencies.map(({ id }) => id)
  return {
    ...reading,
    bearers: ids(bearers),
    coordinators: ids(coordinators),
    deliverables: deliverables.join('\n'),
    event: event ?? '',
  }
}

function Correcting({ item, onStale }: { item: ItemToCorrect; onStale: () => void }) {
  const { reading, bearing, plan } = item
  const navigate = useNavigate()
  const client = useQueryClient()
  const [duty, setDuty] = useState(() => draftOf(reading))
  const [spans, setSpans] = useState(reading.spans)
  const [into, setInto] = useState(reading.mergedInto)
  const [reason, setReason] = useState('')
  const [isPicking, setPicking] = useState(false)
  const [key] = useState(newKey)

  const after = useMemo((): ItemReading => {
    const names = new Map(bearing.agencies.map((agency) => [agency.id, agency.name]))
    const known = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }))
    const isTracked = duty.outcome === 'assign' || duty.outcome === 'each'
    return {
      ...duty,
      spans,
      quote: duty.quote.trim(),
      section: duty.section.trim(),
      bearers: isTracked ? known(duty.bearers) : [],
      coordinators: known(duty.coordinators),
      deliverables: linesOf(duty.deliverables),
      event: duty.event.trim() || null,
      mergedInto: duty.outcome === 'merged' ? into : null,
    }
  }, [duty, spans, into, bearing])
  const fields = changedFields(reading, after)
  const correct = useMutation({
    mutationFn: () =>
      send(`/api/items/${item.id}/corrections`, {
        body: formOf(after, fields, reason),
        version: item.version,
        key,
        answer: Corrected,
      }),
    onSuccess: async () => {
      for (const room of ['item', 'corrections', 'plan', 'plans', 'work'])
        await client.invalidateQueries({ queryKey: [room] })
      void navigate({ to: '/items/$id', params: { id: item.id } as never })
    },
  })
  if (item.whyNot) return <Empty>{item.whyNot}</Empty>
  const canSend = fields.length > 0 && reason.trim() !== ''
  const isStale = correct.error !== null && 'status' in correct.error && correct.error.status === 412
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSend) correct.mutate()
  }
  return (
    <Page
      title={w.pageTitle(reading.section)}
      actions={
        <Anchor component={Link} to="/items/$id" params={{ id: item.id } as never} size="sm">
          {w.back}
        </Anchor>
      }
    >
      <Text size="sm">{[plan.number, plan.title].filter(Boolean).join(': ')}</Text>
      <div className="correct-panes">
        <form onSubmit={submit}>
          <Paper withBorder p="md">
            <Stack gap="sm">
              <Text size="sm">{w.explain}</Text>
              <DutyFields
                duty={duty}
                bearing={bearing}
                outcomes={OUTCOMES}
                hasPrinted
                onChange={(changed) => setDuty((was) => ({ ...was, ...changed }))}
              />
              {duty.outcome === 'merged' && (
                <Group gap="xs">
                  <Text size="sm" flex={1} lineClamp={2}>
                    {into ? `${words.task.section(into.section)}: ${into.quote}` : w.noTarget}
                  </Text>
                  <Button size="xs" variant="default" onClick={() => setPicking(true)}>
                    {w.pickTarget}
                  </Button>
                </Group>
              )}
              <Textarea
                label={w.reason}
                description={w.reasonHint}
                required
                autosize
                minRows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Alert color="lake" variant="light" p="xs" role="status">
                <Text size="sm">
                  {fields.length
                    ? w.willCorrect(fields.map((field) => w.fields[field]).join(', '))
                    : w.unchanged}
                </Text>
              </Alert>
              {correct.error && (
                <Failure error={correct.error} title={w.failed} onRetry={isStale ? onStale : undefined} />
              )}
              <Group justify="flex-end">
                <Button variant="default" component={Link} to="/items/$id" params={{ id: item.id } as never}>
                  {words.common.cancel}
                </Button>
                <Button type="submit" loading={correct.isPending} disabled={!canSend}>
                  {w.send}
                </Button>
              </Group>
            </Stack>
          </Paper>
        </form>
        <SourceBeside
          documentId={item.documentId}
          itemId={item.id}
          spans={spans}
          onQuote={(quote, places) => {
            setDuty((was) => ({ ...was, quote }))
            setSpans(places)
          }}
        />
      </div>
      {isPicking && (
        <TargetPicker
          planId={plan.id}
          itemId={item.id}
          onPick={(target) => {
            setInto(target)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  )
}

/** Only what differs is sent. */
function formOf(after: ItemReading, fields: readonly ReadingField[], reason: string): CorrectionInput {
  const changed = Object.fromEntries(fields.map((field) => [field, after[field]]))
  const ids = (agencies: readonly { id: string }[]) => agencies.map(({ id }) => id)
  return {
    ...changed,
    reason,
    ...(fields.includes('bearers') ? { bearers: ids(after.bearers) } : {}),
    ...(fields.includes('coordinators') ? { coordinators: ids(after.coordinators) } : {}),
    ...(fields.includes('mergedInto') ? { mergedInto: after.mergedInto?.id ?? null } : {}),
  }
}

/** The document with the place of the duty marked; other words may be selected and taken over. */
export function SourceBeside({
  documentId,
  itemId,
  spans,
  onQuote,
}: {
  documentId: string
  itemId: string
  spans: readonly Span[]
  onQuote: (quote: string, spans: Span[]) => void
}) {
  const pane = useRef<HTMLElement>(null)
  const [isSelecting, setSelecting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', documentId, 'source'],
    queryFn: () => get(`/api/plans/${documentId}/source`, PlanSource),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const marks = useMemo(
    () =>
      data
        ? marksOf([{ id: itemId, spans }], { ...data.draft, indicators: [], reporting: [], references: [] })
        : new Map(),
    [data, itemId, spans],
  )
  const showPlace = useShowPlace(pane)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again once the lines are there
  useEffect(() => {
    showPlace({ kind: 'task', id: itemId }, spans)
  }, [data, itemId, spans, showPlace])
  useEffect(() => {
    const follow = () => setSelecting(selectionIn(pane.current) !== null)
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [])
  // A duty that was typed has no document here.
  if (error && 'status' in error && error.status === 404) return <Empty>{w.noSource}</Empty>
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const take = () => {
    const selected = selectionIn(pane.current)
    const quote = selected && quoteBetween(data.lines, selected.start, selected.end)
    if (!quote) return
    onQuote(quote.quote, quote.spans)
    window.getSelection()?.removeAllRanges()
  }
  return (
    <div className="correct-source">
      <Group justify="space-between" gap="xs" mb="xs">
        <Text size="sm">{w.selectHint}</Text>
        <Button size="xs" disabled={!isSelecting} onClick={take}>
          {w.take}
        </Button>
      </Group>
      <SourceView place={pane} lines={data.lines} marks={marks} unread={[]} notices={[]} onPick={() => {}} />
    </div>
  )
}

function TargetPicker({
  planId,
  itemId,
  onPick,
  onClose,
}: {
  planId: string
  itemId: string
  onPick: (target: { id: string; section: string; quote: string }) => void
  onClose: () => void
}) {
  const { data, error } = useQuery({
    queryKey: ['plan', planId],
    queryFn: () => get(`/api/plans/${planId}`, PlanDetail),
  })
  if (error) return <Failure error={error} />
  if (!data) return null
  const items = data.items.filter(({ id, outcome }) => id !== itemId && outcome !== 'merged')
  return (
    <Picker
      title={w.pickTarget}
      options={items.map(({ id, section, quote, leadPrinted }) => ({
        value: id,
        label: [section, leadPrinted.join('; ')].filter(Boolean).join(' · '),
        detail: quote,
      }))}
      empty={words.planPages.noItemFound}
      onPick={(id) => {
        const target = items.find((item) => item.id === id)
        if (target) onPick({ id, section: target.section, quote: target.quote })
      }}
      onClose={onClose}
    />
  )
}
