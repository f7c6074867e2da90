// What was read of one document of a plan beside its duties, and the document itself with everything marked in it.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { get } from '../http/client.ts'
import type { DraftPlan, Span } from '../reading/draft.ts'
import { Empty, Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Findings } from './Findings.tsx'
import { type PlanDetail, type PlanDocument, PlanSource } from './plan.ts'
import type { PlanTab } from './plan-filter.ts'
import { Indicators, References, ReportingDuties, type Show } from './ReadLists.tsx'
import { type SourceTarget, SourceView, selectionIn } from './SourceView.tsx'
import { marksOf, placeAt, quoteBetween } from './source.ts'
import { useShowPlace } from './source-places.ts'

/** Words selected in a document, to become a duty that reading overlooked. */
export interface Selected {
  documentId: string
  quote: string
  spans: Span[]
  section: string
}

interface Props {
  tab: PlanTab
  detail: PlanDetail
  document: PlanDocument
  asked: Parameters<Show> | null
  onShow: Show
  onItem: (id: string) => void
  /** null for those who may not add. */
  onAdd: ((selected: Selected) => void) | null
}

export function PlanReading({ tab, detail, document, asked, onShow, onItem, onAdd }: Props) {
  const source = useQuery({
    queryKey: ['plan', document.id, 'source'],
    queryFn: () => get(`/api/plans/${document.id}/source`, PlanSource),
    staleTime: Number.POSITIVE_INFINITY,
    // The lines are many: they are fetched only where they are shown, what was read of the plan itself is here.
    enabled: document.hasLines && (tab === 'source' || document.id !== detail.plan.id),
  })
  if (!document.hasLines) return <Empty>{words.correction.noSource}</Empty>
  if (source.error) return <Failure error={source.error} onRetry={() => void source.refetch()} />
  const draft = document.id === detail.plan.id ? detail.draft : source.data?.draft
  if (!draft || (tab === 'source' && !source.data)) return <Loading />
  switch (tab) {
    case 'indicators':
      return <Indicators draft={draft} onShow={onShow} />
    case 'reporting':
      return <ReportingDuties draft={draft} onShow={onShow} />
    case 'references':
      return <References draft={draft} onShow={onShow} />
    case 'findings':
      return <Findings draft={draft} onShow={onShow} />
    default:
      return source.data ? (
        <Source {...{ detail, document, asked, onItem, onAdd, draft }} source={source.data} />
      ) : null
  }
}

function Source({
  detail,
  document: { id: documentId },
  draft,
  source: { lines, notices },
  asked,
  onItem,
  onAdd,
}: Omit<Props, 'tab' | 'onShow'> & { draft: DraftPlan; source: PlanSource }) {
  const place = useRef<HTMLElement>(null)
  const [isSelecting, setSelecting] = useState(false)
  const items = useMemo(
    () =>
      detail.items
        .map((item, at) => ({ ...item, number: at + 1 }))
        .filter((item) => item.documentId === documentId),
    [detail.items, documentId],
  )
  const marks = useMemo(() => marksOf(items, draft), [items, draft])
  const showPlace = useShowPlace(place)
  const latest = useRef(onItem)
  useEffect(() => {
    latest.current = onItem
  })
  const onPick = useCallback((target: SourceTarget) => {
    if (target.kind === 'task') latest.current(target.id)
  }, [])
  useEffect(() => {
    if (asked) showPlace(...asked)
  }, [asked, showPlace])
  useEffect(() => {
    const follow = () => setSelecting(selectionIn(place.current) !== null)
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [])
  const add = () => {
    const selected = selectionIn(place.current)
    const quote = selected && quoteBetween(lines, selected.start, selected.end)
    const first = quote?.spans[0]
    if (!quote || !first || !onAdd) return
    onAdd({ documentId, ...quote, section: placeAt(first, items, draft.outline).section })
  }
  return (
    <div className="plan-source">
      {onAdd && (
        <Group justify="space-between" gap="xs" mb="xs">
          <Text size="sm">{words.addition.selectHint}</Text>
          <Button size="xs" disabled={!isSelecting} onClick={add}>
            {words.addition.addSelected}
          </Button>
        </Group>
      )}
      <SourceView
        place={place}
        lines={lines}
        marks={marks}
        unread={draft.unread}
        notices={notices}
        onPick={onPick}
      />
    </div>
  )
}
