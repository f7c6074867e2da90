// What each printed indicator of the plan is in the province's list: suggested by name and unit, decided with the keys of
// this screen, linked when the plan is published.
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { get } from '../http/client.ts'
import { type LinkTo, type Suggestion, Suggestions } from '../indicator/indicator.ts'
import { KEY, useAll } from '../indicator/use-indicator.ts'
import type { DraftPlan, Indicator } from '../reading/draft.ts'
import { useShortcuts } from '../ui/keys.ts'
import { Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Key } from './DecisionBar.tsx'
import { Reliance, UnsureCount } from './Doubts.tsx'
import { Nothing, type Show, targetText } from './ReadLists.tsx'
import type { Edit } from './review.ts'
import { ariaKeys, type ReviewAction, readStroke, shownKey } from './review-keys.ts'
import { idOf } from './source.ts'

const LinkPicker = lazy(async () => ({ default: (await import('../indicator/LinkPicker.tsx')).LinkPicker }))

const w = words.indicatorPage.review

interface Props {
  planId: string
  draft: DraftPlan
  /** What people said so far. */
  decided: ReadonlyMap<string, LinkTo>
  /** The source stands beside the list and goes to the place of the one at hand. */
  followsSource: boolean
  onShow: Show
  onEdit: (edit: Edit) => void
  /** What was taken back. */
  onUndo: () => Edit | null
}

/** Keys of the screen that mean something here, and what. */
const MEANT = {
  next: null,
  previous: null,
  choose: null,
  undo: null,
  assign: w.accept,
  lead: w.other,
  add: w.make,
  orientation: w.decideNone,
} as const satisfies Partial<Record<ReviewAction, string | null>>
export const isMeantHere = (action: ReviewAction): action is keyof typeof MEANT => action in MEANT

export const ReviewIndicators = (props: Props) =>
  props.draft.indicators.length ? <List {...props} /> : <Nothing>{words.planPages.noIndicators}</Nothing>

function List({ planId, draft, decided, followsSource, onShow, onEdit, onUndo }: Props) {
  const { indicators } = draft
  const [at, setAt] = useState(0)
  const [isPicking, setPicking] = useState(false)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'suggestions', planId],
    queryFn: () => get(`/api/plans/${planId}/indicator-suggestions`, Suggestions),
  })
  const all = useAll()
  const current = indicators[at] as Indicator // never empty, and `at` stays within
  const of = (id: string) => data?.printed.find(({ printedId }) => printedId === id)
  const suggestions = of(current.id)?.suggestions ?? []
  const showAt = (i: number) => {
    const one = indicators[i]
    if (one?.spans.length) onShow({ kind: 'indicator', id: idOf('indicator', i) }, one.spans)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one is at hand
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
    if (followsSource) showAt(at)
  }, [at, followsSource])

  const nameOf = (to: LinkTo): string => {
    if ('none' in to) return w.none
    if ('make' in to) return `${w.willMake}: ${to.make.name} (${to.make.unit})`
    const known = 'indicator' in to ? all.data?.rows.find(({ id }) => id === to.indicator) : undefined
    const suggested = data?.printed
      .flatMap((one) => one.suggestions)
      .find((one) => JSON.stringify(one.to) === JSON.stringify(to))
    return known?.name ?? suggested?.name ?? w.accepted
  }
  const decide = (to: LinkTo) => {
    onEdit({ kind: 'indicator', id: current.id, to })
    setSaid(w.did(current.name, nameOf(to)))
    setPicking(false)
    // On to the next one that nobody has decided.
    const open = indicators.findIndex((one, i) => i > at && !decided.has(one.id) && !of(one.id)?.sure)
    if (open >= 0) setAt(open)
  }
  const make = (): LinkTo => ({
    make: { name: current.name.slice(0, 300), unit: (current.targets[0]?.unit || '-').slice(0, 60) },
  })
  const undo = () => {
    const undone = onUndo()
    setSaid(undone ? words.planPages.didUndo : words.review.faults.nothingToUndo)
    const was = undone?.kind === 'indicator' ? indicators.findIndex(({ id }) => id === undone.id) : -1
    if (was >= 0) setAt(was)
  }
  const act = (action: keyof typeof MEANT, choice = 0) => {
    const suggestion = suggestions[action === 'choose' ? choice - 1 : 0]
    if (action === 'next') setAt(Math.min(indicators.length - 1, at + 1))
    else if (action === 'previous') setAt(Math.max(0, at - 1))
    else if (action === 'undo') undo()
    else if (action === 'lead') setPicking(true)
    else if (action === 'add') decide(make())
    else if (action === 'orientation') decide({ none: true })
    else if (suggestion) decide(suggestion.to)
  }
  useShortcuts((event) => {
    const stroke = readStroke(event)
    if (!stroke || !isMeantHere(stroke.action)) return false
    act(stroke.action, stroke.choice)
    return true
  })
  const settled = indicators.filter(({ id }) => decided.has(id) || of(id)?.sure).length
  return (
    <>
      <UnsureCount read={indicators} />
      <Text size="sm" fw={600} px="xs">
        {w.count(settled, indicators.length)}
      </Text>
      <Text size="xs" c="gray.7" px="xs">
        {w.keys}
      </Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <div ref={list}>
        {indicators.map((one, i) => (
          <Printed
            key={one.id}
            one={one}
            isCurrent={i === at}
            decision={decided.get(one.id) ?? null}
            sure={of(one.id)?.sure ? (of(one.id)?.suggestions[0] ?? null) : null}
            nameOf={nameOf}
            onSelect={() => {
              setAt(i)
              showAt(i)
            }}
          >
            {i === at && <Ways suggestions={suggestions} hasDecided={decided.has(one.id)} onAct={act} />}
          </Printed>
        ))}
      </div>
      <Paper withBorder px="xs" py={6} className="decision-bar" role="status">
        <Text size="sm">{said || w.count(settled, indicators.length)}</Text>
      </Paper>
      {isPicking && (
        <Suspense fallback={null}>
          <LinkPicker
            name={current.name}
            unit={current.targets[0]?.unit || '-'}
            suggestions={suggestions}
            onPick={decide}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </>
  )
}

interface PrintedProps {
  one: Indicator
  isCurrent: boolean
  decision: LinkTo | null
  /** What publishing links unless somebody decides otherwise. */
  sure: Suggestion | null
  nameOf: (to: LinkTo) => string
  onSelect: () => void
  children: React.ReactNode
}

function Printed({ one, isCurrent, decision, sure, nameOf, onSelect, children }: PrintedProps) {
  const isOpen = !decision && !sure
  const state = decision ? nameOf(decision) : sure ? `${w.willLink}: ${sure.name}` : w.undecided
  return (
    <div
      className={['review-card', isOpen ? 'is-open' : 'is-orientation', isCurrent ? 'is-current' : ''].join(
        ' ',
      )}
    >
      <button
        type="button"
        className="review-indicator"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onSelect}
      >
        <Text span display="block" size="sm" fw={600}>
          {one.name}
        </Text>
        <Group gap={4} my={2} component="span">
          {one.targets.map((target) => (
            <Badge key={targetText(target)} variant="light" tt="none" size="md" c="lake.9">
              {targetText(target)}
            </Badge>
          ))}
        </Group>
        <Text span display="block" size="xs" c="gray.7" lineClamp={3}>
          {one.section && `${one.section}: `}
          {one.quote}
        </Text>
        <Reliance confidence={one.confidence} />
        <Text span display="block" size="sm" mt={4}>
          <span aria-hidden>{decision ? '✔ ' : sure ? '○ ' : '? '}</span>
          {state}
        </Text>
      </button>
      {children}
    </div>
  )
}

interface WaysProps {
  suggestions: readonly Suggestion[]
  hasDecided: boolean
  onAct: (action: keyof typeof MEANT, choice?: number) => void
}

/** What can be decided about the one at hand, with the keys. */
function Ways({ suggestions, hasDecided, onAct }: WaysProps) {
  return (
    <Stack gap={4} mt={6}>
      {suggestions.slice(0, 9).map(({ name, unit, score }, i) => (
        <Button
          key={`${name} ${unit}`}
          size="compact-sm"
          variant="default"
          justify="flex-start"
          className="long-label"
          leftSection={<Key>{String(i + 1)}</Key>}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => onAct('choose', i + 1)}
        >
          {`${name} (${unit}), ${w.likeness(words.percent(score))}`}
        </Button>
      ))}
      <Group gap={4}>
        {(['assign', 'lead', 'add', 'orientation'] as const)
          .filter((action) => action !== 'assign' || (suggestions.length > 0 && !hasDecided))
          .map((action) => (
            <Button
              key={action}
              size="compact-sm"
              variant="default"
              px={5}
              fw={500}
              rightSection={<Key>{shownKey(action)}</Key>}
              aria-keyshortcuts={ariaKeys(action)}
              onClick={() => onAct(action)}
            >
              {MEANT[action]}
            </Button>
          ))}
      </Group>
    </Stack>
  )
}
