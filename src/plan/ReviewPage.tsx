// Review beside the source: everything the machine read, decided by a person in few strokes, then published.
import { Alert, Anchor, Button, Group, Paper, Tabs, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { get, newKey, ProblemError } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import type { Span } from '../reading/draft.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { useFullHeight } from '../ui/full-height.ts'
import { useShortcuts } from '../ui/keys.ts'
import { Empty, Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DecisionBar, KeyButton } from './DecisionBar.tsx'
import { Findings } from './Findings.tsx'
import { isFollowed } from './follow.ts'
import { ItemList } from './ItemList.tsx'
import { reveal, usePaneSync } from './pane-sync.ts'
import { ReviewData } from './plan.ts'
import { References, ReportingDuties, type Show, Unread } from './ReadLists.tsx'
import { type ReviewDialog, ReviewDialogs } from './ReviewDialogs.tsx'
import { progressText, ReviewHead } from './ReviewHead.tsx'
import { isMeantHere, ReviewIndicators } from './ReviewIndicators.tsx'
import { choicesFor, type ResolvedItem, unmatchedAddressees } from './resolve.ts'
import type { Edit } from './review.ts'
import { type ReviewAction, readStroke } from './review-keys.ts'
import { useReviewState } from './review-state.ts'
import { type SourceTarget, SourceView, selectionIn } from './SourceView.tsx'
import { findAround, isUndecided, isUnsure, scopesOf } from './scope.ts'
import { marksOf, placeAt, quoteBetween } from './source.ts'
import { useShowPlace, useStandings } from './source-places.ts'

export function ReviewPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const whyNot = useWhyNot('plan.draft')
  const data = useQuery({
    queryKey: ['review', id],
    queryFn: () => get(`/api/plans/${id}/review`, ReviewData),
    // The review lives in the screen from here on; a second look at the server would take strokes back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    enabled: !whyNot,
  })
  if (whyNot) return <Empty>{whyNot}</Empty>
  if (data.error) return <Failure error={data.error} onRetry={() => void data.refetch()} />
  if (!data.data) return <Loading />
  const { status, addsTo } = data.data.plan
  if (status === 'published')
    return <Navigate to="/plans/$id" params={{ id: addsTo?.id ?? id } as never} replace />
  return <ReviewScreen key={id} data={data.data} />
}

const SIDES = ['items', 'unread', 'findings', 'indicators', 'reporting', 'references'] as const
type Side = (typeof SIDES)[number] | 'source'

function ReviewScreen({ data }: { data: ReviewData }) {
  const { draft, lines, plan } = data
  const state = useReviewState(data)
  const { review, resolution, directory, push, settle } = state
  const { items } = resolution
  const navigate = useNavigate()
  const client = useQueryClient()
  const isNarrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const [askedId, setCurrentId] = useState(() => (items.find(isUndecided) ?? items[0])?.id ?? null)
  const [level, setLevel] = useState(0)
  const [said, setSaid] = useState('')
  const [dialog, setDialog] = useState<ReviewDialog | null>(null)
  const [side, setSide] = useState<Side>('items')
  const [isSelecting, setSelecting] = useState(false)
  const source = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const screen = useFullHeight(!isNarrow)

  // After a reload the item at hand may be gone.
  const current = items.find((item) => item.id === askedId) ?? items.find(isUndecided) ?? items[0] ?? null
  const currentId = current?.id ?? null
  const scopes = useMemo(() => (current ? scopesOf(current, items) : []), [current, items])
  const scope = scopes[Math.min(level, scopes.length - 1)] ?? null
  const reached = useMemo(() => (level > 0 && scope ? new Set(scope.ids) : null), [level, scope])
  const choices = useMemo(() => (current ? choicesFor(current, directory) : []), [current, directory])
  // Outcomes change nothing in the source: it is drawn anew only when places do.
  const places = JSON.stringify(items.map((item) => [item.id, item.spans]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `places` says all that matters of `items`
  const marks = useMemo(() => marksOf(items, draft), [places, draft])

  const hush = usePaneSync(source, list, !isNarrow && side === 'items')
  useStandings(source, items, currentId, marks, `${side} ${isNarrow}`)
  const showPlace = useShowPlace(source)
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when a tab brings a pane back
  useLayoutEffect(() => {
    if (!currentId) return
    hush()
    reveal(list.current, currentId)
    reveal(source.current, currentId)
  }, [currentId, side, isNarrow, hush])

  const select = useCallback((id: string) => {
    setCurrentId(id)
    setLevel(0)
  }, [])

  const onPick = useCallback(
    ({ kind, id }: SourceTarget) => {
      if (kind === 'task') {
        setSide('items')
        select(id)
      } else if (kind !== 'heading' && kind !== 'finding') setSide(SIDE_OF[kind])
    },
    [select],
  )
  const show: Show = useCallback(
    (target, spans) => {
      if (!isNarrow) return showPlace(target, spans)
      setSide('source')
      // The pane has a size only once its tab is open.
      requestAnimationFrame(() => requestAnimationFrame(() => showPlace(target, spans)))
    },
    [isNarrow, showPlace],
  )

  /** Folds edits in; says what they did; then the cursor goes to what is still open. */
  const decide = (edits: readonly Edit[], what: string, from: string | null = currentId) => {
    const was = items.find((item) => item.id === from)
    const after = push(edits)
    if (!after) return
    setSaid(`${what} ${progressText(after)}`)
    setLevel(0)
    if (was && !isUndecided(was) && after.items.some((item) => item.id === was.id)) return
    const gone = !after.items.some((item) => item.id === from)
    // A deleted item has no place any more: its neighbour stands in for it.
    const start = gone
      ? (after.items[Math.max(0, items.findIndex((item) => item.id === from) - 1)]?.id ?? null)
      : from
    const stays = after.items.find((item) => item.id === start && isUndecided(item))
    if (stays && !gone && edits[0]?.kind !== 'name') return
    setCurrentId(
      stays && edits[0]?.kind === 'name' ? stays.id : (findAround(after.items, start, isUndecided) ?? start),
    )
  }

  const outcome = (kind: 'assign' | 'each' | 'orientation') => {
    if (!current || !scope) return
    const reachedItems = items.filter((item) => scope.ids.includes(item.id))
    if (kind !== 'orientation' && reachedItems.every((item) => item.leads.length === 0))
      return setDialog('lead')
    if (kind === 'assign' && reachedItems.length === 1 && current.leads.length > 1 && !current.chosenLead)
      return setSaid(words.planPages.chooseOne)
    if (kind === 'assign' && current.problem === 'group-lead') return setDialog('lead')
    decide(
      [{ kind: 'outcome', ids: scope.ids, outcome: kind }],
      words.planPages.didOutcome(scope.ids.length, words.review.outcomes[kind]),
    )
  }

  const choose = (number: number) => {
    const choice = choices[number - 1]
    if (choice) decide([choice.edit], words.planPages.didChoose(choice.label))
  }

  useEffect(() => {
    const follow = () => setSelecting(selectionIn(source.current) !== null)
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [])
  const addFrom = (span: { quote: string; spans: Span[] }) => {
    const first = span.spans[0]
    if (!first) return
    const { after, section } = placeAt(first, items, draft.outline)
    const id = `hand-${newKey()}`
    if (!push([{ kind: 'add', id, after, section, ...span }])) return
    window.getSelection()?.removeAllRanges()
    setSelecting(false)
    setSide('items')
    select(id)
    setSaid(words.planPages.didAdd(section))
  }
  const addSelected = () => {
    const selected = selectionIn(source.current)
    const quote = selected && quoteBetween(lines, selected.start, selected.end)
    if (quote) addFrom(quote)
    else setSaid(words.planPages.selectFirst)
  }
  const addLine = (span: Span) => {
    const quote = quoteBetween(lines, { line: span.line, at: span.from }, { line: span.line, at: span.to })
    if (quote) addFrom(quote)
  }

  const undo = () => {
    const undone = state.undo()
    setSaid(undone ? words.planPages.didUndo : words.review.faults.nothingToUndo)
    const id = undone && ('ids' in undone ? undone.ids[0] : 'id' in undone ? undone.id : null)
    if (id && undone?.kind !== 'add' && undone?.kind !== 'indicator') select(id)
    return undone
  }

  const step = (by: 1 | -1) => {
    const id = items[items.findIndex((item) => item.id === currentId) + by]?.id
    if (id) select(id)
  }
  const jump = (by: 1 | -1, isWanted: (item: ResolvedItem) => boolean, none: string) => {
    const id = findAround(items, currentId, isWanted, by)
    if (!id) return setSaid(none)
    setSide('items')
    select(id)
  }

  const act = (action: ReviewAction, choice = 0) => {
    switch (action) {
      case 'next':
        return step(1)
      case 'previous':
        return step(-1)
      case 'nextUndecided':
        return jump(1, isUndecided, words.planPages.allDecided)
      case 'previousUndecided':
        return jump(-1, isUndecided, words.planPages.allDecided)
      case 'nextUnsure':
        return jump(1, isUnsure, words.reading.allSure)
      case 'previousUnsure':
        return jump(-1, isUnsure, words.reading.allSure)
      case 'widen':
        return setLevel((was) => Math.min(scopes.length - 1, was + 1))
      case 'widest':
        return setLevel(Math.max(0, scopes.length - 1))
      case 'narrow':
        return setLevel((was) => Math.max(0, was - 1))
      case 'assign':
      case 'each':
      case 'orientation':
        return outcome(action)
      case 'choose':
        return choose(choice)
      case 'add':
        return addSelected()
      case 'undo':
        undo()
        return
      case 'delete':
        return current && decide([{ kind: 'delete', ids: [current.id] }], words.planPages.didDelete)
      case 'names':
        return resolution.unmatchedLeads.length +
          resolution.unmatchedCoordinating.length +
          unmatchedAddressees(data.draft.reporting, state.review.names, state.directory).length
          ? setDialog('names')
          : setSaid(words.planPages.allNamesKnown)
      case 'completion':
        return current?.outcome === 'each' ? setDialog(action) : setSaid(words.follow.notCollective)
      case 'every':
      case 'event':
      case 'people':
        return current && !isFollowed(current) ? setSaid(words.follow.notFollowed) : setDialog(action)
      case 'merge':
      case 'lead':
      case 'edit':
      case 'split':
        return current && setDialog(action)
      default:
        return setDialog(action)
    }
  }
  useShortcuts((event) => {
    const stroke = readStroke(event)
    if (!stroke || (stroke.action === 'narrow' && level === 0)) return false
    // The list of indicators takes the keys that it has a meaning for.
    if (side === 'indicators' && isMeantHere(stroke.action)) return false
    act(stroke.action, stroke.choice)
    return true
  })

  const onPublished = () => {
    void client.invalidateQueries({ queryKey: ['plans'] })
    void navigate({ to: '/plans/$id', params: { id: data.target?.id ?? plan.id } as never })
  }
  const goTo = (id: string) => {
    setDialog(null)
    setSide('items')
    select(id)
  }

  const counts: Record<(typeof SIDES)[number], number> = {
    items: items.length,
    unread: draft.unread.filter((n) => lines[n]?.text.trim()).length,
    findings: draft.findings.length,
    indicators: draft.indicators.length,
    reporting: draft.reporting.length,
    references: draft.references.length,
  }
  const shownSide: Side = !isNarrow && side === 'source' ? 'items' : side
  const sourceView = (
    <SourceView
      place={source}
      lines={lines}
      marks={marks}
      unread={draft.unread}
      notices={data.notices}
      onPick={onPick}
    />
  )
  return (
    <div ref={screen} className={isNarrow ? 'review-screen is-narrow' : 'review-screen'}>
      {/* A file dropped here by mistake must not carry the browser away. */}
      <FileDrop label="" onFile={null} />
      <ReviewHead
        head={review.head}
        fileName={plan.fileName}
        notices={data.notices}
        resolution={resolution}
        canUndo={state.edits.length > 0}
        isSaving={state.isSaving}
        onAct={act}
      />
      {data.target && (
        <Text size="sm">
          {words.addition.addsTo}{' '}
          <Anchor component={Link} to="/plans/$id" params={{ id: data.target.id } as never} size="sm">
            {[data.target.number, data.target.title].filter(Boolean).join(': ')}
          </Anchor>
        </Text>
      )}
      {state.trouble && (
        <Failure
          error={state.trouble}
          onRetry={
            state.trouble instanceof ProblemError && state.trouble.status === 0
              ? () => {
                  state.setTrouble(null)
                  void settle()
                }
              : undefined
          }
        />
      )}
      <div className="review-panes" style={isNarrow ? { gridTemplateColumns: 'minmax(0, 1fr)' } : undefined}>
        {!isNarrow && sourceView}
        <Tabs
          className="review-side"
          value={shownSide}
          onChange={(value) => setSide((value as Side | null) ?? 'items')}
          keepMounted={false}
        >
          <Tabs.List>
            {isNarrow && (
              <Tabs.Tab value="source" px={7} py={6} fz="xs">
                {words.planPages.source}
              </Tabs.Tab>
            )}
            {SIDES.map((name) => (
              <Tabs.Tab key={name} value={name} px={7} py={6} fz="xs">
                {words.planPages.sides[name]} <b>{words.number(counts[name])}</b>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {resolution.unmatchedLeads.length > 0 && shownSide === 'items' && (
            <Alert color="orange" variant="light" px="xs" py={4} mt={6}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm">{words.planPages.namesWaiting(resolution.unmatchedLeads.length)}</Text>
                <KeyButton action="names" onAct={act} />
              </Group>
            </Alert>
          )}
          <Tabs.Panel value="items" className="review-panel">
            {items.length === 0 ? (
              <Empty>{words.planPages.noItems}</Empty>
            ) : (
              <ItemList
                place={list}
                items={items}
                headings={draft.outline}
                directory={directory}
                currentId={currentId}
                reached={reached}
                target={data.target}
                onSelect={select}
              />
            )}
            {(current || isSelecting || said) && (
              <DecisionBar
                scopes={scopes}
                level={Math.min(level, Math.max(0, scopes.length - 1))}
                choices={choices}
                item={current}
                canAdd={isSelecting}
                said={state.trouble ? '' : said}
                onLevel={setLevel}
                onAct={act}
                onChoose={choose}
              />
            )}
          </Tabs.Panel>
          {isNarrow && (
            <Tabs.Panel value="source" className="review-panel">
              {sourceView}
              {isSelecting && (
                <Paper withBorder p="xs" className="decision-bar">
                  <Button onClick={addSelected} fullWidth>
                    {words.planPages.keys.add}
                  </Button>
                </Paper>
              )}
            </Tabs.Panel>
          )}
          <Tabs.Panel value="unread" className="review-list">
            <Unread lines={lines} unread={draft.unread} onShow={show} onAdd={addLine} />
          </Tabs.Panel>
          <Tabs.Panel value="findings" className="review-list">
            <Findings draft={draft} onShow={show} />
          </Tabs.Panel>
          <Tabs.Panel value="indicators" className="review-list">
            <ReviewIndicators
              planId={plan.id}
              draft={draft}
              decided={review.indicators}
              followsSource={!isNarrow}
              onShow={show}
              onEdit={(edit) => push([edit])}
              onUndo={undo}
            />
          </Tabs.Panel>
          <Tabs.Panel value="reporting" className="review-list">
            <ReportingDuties draft={draft} onShow={show} />
          </Tabs.Panel>
          <Tabs.Panel value="references" className="review-list">
            <References draft={draft} onShow={show} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <ReviewDialogs
        dialog={dialog}
        data={data}
        state={state}
        current={current}
        reach={scope?.ids ?? []}
        section={level === 0 || !scope ? null : scope.label === words.planPages.wholePlan ? '' : scope.label}
        onEdits={decide}
        onSay={setSaid}
        onGoTo={goTo}
        onPublished={onPublished}
        onClose={() => setDialog(null)}
      />
    </div>
  )
}

const SIDE_OF = { indicator: 'indicators', reporting: 'reporting', reference: 'references' } as const
