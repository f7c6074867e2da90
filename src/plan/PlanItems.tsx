// The items of a published plan where they stand, document by document: how each is, who bears it, what became of it.
import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { Empty } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Fact } from './Doubts.tsx'
import { documentName } from './PlanDocuments.tsx'
import type { PlanDetail, PublishedItem } from './plan.ts'
import { filterItems, ITEM_FILTERS, type ItemFilter, type PlanSearch } from './plan-filter.ts'
import type { Show } from './ReadLists.tsx'
import { sectionsOf } from './scope.ts'

const w = words.planDetail
/** These stay in sight even when nothing is in them. */
const STEADY: readonly ItemFilter[] = ['all', 'open', 'overdue', 'done']

interface Props {
  detail: PlanDetail
  search: PlanSearch
  onSearch: (changed: Partial<PlanSearch>) => void
  /** Shows a place in one of the documents. */
  onShow: (documentId: string, ...place: Parameters<Show>) => void
  /** The item that was come back to from the source. */
  from: string | null
}

export function PlanItems({ detail, search, onSearch, onShow, from }: Props) {
  const { items, documents, plan } = detail
  const { shown, counts } = useMemo(() => filterItems(items, search), [items, search])
  const numbers = useMemo(() => new Map(items.map((item, at) => [item.id, at + 1])), [items])
  useEffect(() => {
    if (from) document.getElementById(`item-${from}`)?.scrollIntoView({ block: 'center' })
  }, [from])
  const { show = 'all' } = search
  return (
    <Stack gap="sm">
      <Group gap={6} role="group" aria-label={w.filter}>
        {ITEM_FILTERS.filter((name) => counts[name] > 0 || STEADY.includes(name)).map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant={name === show ? 'filled' : 'default'}
            aria-pressed={name === show}
            onClick={() => onSearch({ show: name === 'all' ? undefined : name })}
          >
            {w.filters[name]} ({words.number(counts[name])})
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Sections detail={detail} search={search} onSearch={onSearch} />
        <TextInput
          type="search"
          size="sm"
          label={w.search}
          maxLength={200}
          value={search.q ?? ''}
          onChange={(event) => onSearch({ q: event.currentTarget.value || undefined })}
        />
      </SimpleGrid>
      {shown.length === 0 && <Empty>{items.length ? w.nothingFound : w.nothing}</Empty>}
      {documents.map((one, at) => {
        const own = shown.filter((item) => item.documentId === one.id)
        if (own.length === 0) return null
        return (
          <section key={one.id} aria-label={documentName(one)}>
            {documents.length > 1 && (
              <Text component="h2" size="sm" fw={700} c="lake.9" mb={4} mt={at ? 'md' : 0}>
                {documentName(one)}
              </Text>
            )}
            {sectionsOf(own, one.headings).map((section) => (
              <section key={section.key}>
                {section.part && (
                  <Text size="xs" fw={700} tt="uppercase" c="gray.7" mt="sm">
                    {section.part.section}. {section.part.title}
                  </Text>
                )}
                {section.section && (
                  <Text component={documents.length > 1 ? 'h3' : 'h2'} size="sm" fw={700} my={6}>
                    {section.heading ? `${section.section}. ${section.heading.title}` : section.section}
                  </Text>
                )}
                <Stack gap="xs">
                  {section.items.map((item) => (
                    <Item
                      key={item.id}
                      planId={plan.id}
                      item={item}
                      number={numbers.get(item.id) ?? 0}
                      into={item.mergedInto ? (numbers.get(item.mergedInto) ?? null) : null}
                      isMarked={item.id === from}
                      canCorrect={detail.whyNotCorrect === null}
                      onShow={(...place) => onShow(one.id, ...place)}
                    />
                  ))}
                </Stack>
              </section>
            ))}
          </section>
        )
      })}
    </Stack>
  )
}

/** The upper headings of all documents, by which long plans are read. */
function Sections({ detail, search, onSearch }: Pick<Props, 'detail' | 'search' | 'onSearch'>) {
  const options = useMemo(() => {
    const found = new Map<string, string>()
    for (const { headings } of detail.documents)
      for (const { section, title, level } of headings)
        if (level <= 2 && !found.has(section) && filterItems(detail.items, { section }).counts.all)
          found.set(section, `${section}. ${title}`)
    return [...found].map(([value, label]) => ({ value, label }))
  }, [detail])
  return (
    <Select
      label={w.section}
      size="sm"
      data={[{ value: '', label: w.allSections }, ...options]}
      allowDeselect={false}
      openOnFocus={false}
      value={search.section ?? ''}
      onChange={(section) => onSearch({ section: section || undefined })}
    />
  )
}

interface ItemProps {
  planId: string
  item: PublishedItem
  number: number
  into: number | null
  isMarked: boolean
  canCorrect: boolean
  onShow: Show
}

function Item({ planId, item, number, into, isMarked, canCorrect, onShow }: ItemProps) {
  const isTracked = item.outcome === 'assign' || item.outcome === 'each'
  const due = [item.dueText, item.dueOn && words.planPages.until(words.day(item.dueOn))].filter(Boolean)
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
        {isTracked && <State item={item} />}
        <Text span size="xs" c="gray.7">
          {item.section}
        </Text>
      </Group>
      <Text
        component={Link}
        to="/items/$id"
        params={{ id: item.id } as never}
        size="sm"
        c="gray.9"
        display="block"
      >
        {item.quote}
      </Text>
      <Fact label={words.planPages.lead}>{item.leadName ?? item.leadPrinted.join('; ')}</Fact>
      <Fact label={words.planPages.coordinating}>{item.coordinatingPrinted.join('; ')}</Fact>
      <Fact label={words.planPages.due}>{due.join(' · ')}</Fact>
      <Fact label={words.follow.everyFact}>{item.every && words.follow.everyChoices[item.every]}</Fact>
      <Fact label={words.itemPage.eventLabel}>
        {item.event &&
          [item.event, item.eventOn && words.itemPage.eventOn(item.eventOn)].filter(Boolean).join(' · ')}
      </Fact>
      <Fact label={words.planPages.deliverables}>{item.deliverables.join('; ')}</Fact>
      <Fact label={words.itemPage.leader}>{item.leader?.name}</Fact>
      <Fact label={words.itemPage.follower}>{item.follower?.name}</Fact>
      {into !== null && <Fact label={words.planPages.mergedInto}>{words.planPages.numbered(into)}</Fact>}
      <Group gap="md" mt={6}>
        {item.assignmentId && (
          <Anchor component={Link} to="/work/$id" params={{ id: item.assignmentId } as never} size="sm">
            {words.planPages.openWork(item.done > 0)}
          </Anchor>
        )}
        {!item.assignmentId && item.assignments > 0 && (
          <Anchor
            component={Link}
            to="/work"
            search={{ plan: planId, item: item.id, agency: 'all', state: 'all' } as never}
            size="sm"
          >
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
        {item.corrections > 0 && (
          <Anchor component={Link} to="/items/$id" params={{ id: item.id } as never} size="sm">
            {w.corrected(item.corrections)}
          </Anchor>
        )}
        {canCorrect && (
          <Anchor
            component={Link}
            to="/items/$id/correct"
            params={{ id: item.id } as never}
            size="sm"
            aria-label={w.correctOf(number)}
          >
            {words.correction.correct}
          </Anchor>
        )}
      </Group>
    </Paper>
  )
}

/** Where the item stands, in words and a sign: never by colour alone. */
function State({ item }: { item: PublishedItem }) {
  if (item.state !== 'open')
    return (
      <Badge size="sm" tt="none" variant="outline" color={item.state === 'done' ? 'teal.9' : 'gray.8'}>
        {item.state === 'done' && '✓ '}
        {words.itemPage.states[item.state]}
        {item.doneOn && ` ${words.day(item.doneOn)}`}
      </Badge>
    )
  if (item.overdue > 0)
    return (
      <Badge size="sm" tt="none" variant="outline" color="red.9">
        ⚠ {w.overdue(item.overdue, item.assignments)}
      </Badge>
    )
  return (
    <Badge size="sm" tt="none" variant="outline" color="gray.8">
      {item.approvedOn ? words.itemPage.toConfirm : words.itemPage.states.open}
    </Badge>
  )
}
