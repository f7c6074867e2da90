// The duties of the draft under their headings, each with what is decided, proposed or still open.
import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import { memo, type RefObject, useMemo } from 'react'
import type { Directory } from '../agency/agency.ts'
import type { Due } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'
import { Doubts, Fact, UnsureBadge } from './Doubts.tsx'
import { usePeople } from './FollowDialog.tsx'
import { followUp } from './follow.ts'
import type { ReviewData } from './plan.ts'
import { labelsOf, type ResolvedItem, type ResolvedLead } from './resolve.ts'
import { type HeadingLine, sectionsOf } from './scope.ts'

/** How an item stands: the class of its card and of its marks in the source. */
export const standingOf = (item: ResolvedItem): string => (item.problem ? 'open' : (item.outcome ?? 'open'))

export const dueText = (due: Due): string => {
  const day = due.to ? words.planPages.until(words.day(due.to)) : ''
  return [due.text, day].filter(Boolean).join(' · ')
}

interface Props {
  place: RefObject<HTMLDivElement | null>
  items: readonly ResolvedItem[]
  headings: readonly HeadingLine[]
  directory: Directory
  currentId: string | null
  /** Items the next decision falls on, when that is more than the one at hand. */
  reached: ReadonlySet<string> | null
  /** The plan that the document adds to. */
  target: ReviewData['target']
  onSelect: (id: string) => void
}

export const ItemList = memo(function ItemList({
  place,
  items,
  headings,
  directory,
  currentId,
  reached,
  target,
  onSelect,
}: Props) {
  const { data } = usePeople(
    items.some(({ leaderId, followerId }) => leaderId !== null || followerId !== null),
  )
  const people = useMemo(() => new Map(data?.people.map(({ id, name }) => [id, name])), [data])
  const inPlan = useMemo(() => new Map(target?.items.map((item) => [item.id, item])), [target])
  const sections = useMemo(() => sectionsOf(items, headings), [items, headings])
  const numbers = useMemo(() => new Map(items.map((item, at) => [item.id, at + 1])), [items])
  const names = useMemo(() => labelsOf(directory), [directory])
  return (
    <div ref={place} className="review-list">
      {sections.map((section) => (
        <section key={section.key}>
          {section.part && (
            <Text size="xs" fw={700} tt="uppercase" c="gray.7" mt="sm">
              {section.part.section}. {section.part.title}
            </Text>
          )}
          <div className="review-section">
            <Text component="h2" size="sm" fw={700} m={0} lineClamp={2}>
              {section.heading ? `${section.section}. ${section.heading.title}` : section.section}
            </Text>
          </div>
          {section.items.map((item) => (
            <ItemCard
              key={item.id}
              item={item}
              number={numbers.get(item.id) ?? 0}
              into={item.mergedInto ? (numbers.get(item.mergedInto) ?? null) : null}
              joins={item.joins.map((id) => numbers.get(id)).join(', ')}
              names={names}
              already={inPlan.get(item.already ?? '')?.quote ?? null}
              leader={people.get(item.leaderId ?? '') ?? null}
              follower={people.get(item.followerId ?? '') ?? null}
              isCurrent={item.id === currentId}
              isReached={reached?.has(item.id) ?? false}
              onSelect={onSelect}
            />
          ))}
        </section>
      ))}
    </div>
  )
})

interface CardProps {
  item: ResolvedItem
  number: number
  into: number | null
  joins: string
  names: ReadonlyMap<string, string>
  /** What the plan added to says already. */
  already: string | null
  leader: string | null
  follower: string | null
  isCurrent: boolean
  isReached: boolean
  onSelect: (id: string) => void
}

const ItemCard = memo(function ItemCard(props: CardProps) {
  const { item, number, into, joins, names, already, leader, follower, isCurrent, isReached, onSelect } =
    props
  const standing = standingOf(item)
  const state = [`is-${standing}`, isCurrent ? 'is-current' : '', isReached ? 'is-reached' : '']
  return (
    <UnstyledButton
      className={`review-card ${state.filter(Boolean).join(' ')}`}
      data-id={item.id}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => onSelect(item.id)}
    >
      <Group gap={6} mb={4} component="span">
        <Text span size="xs" fw={700} c="gray.7">
          {number}
        </Text>
        <Standing item={item} />
        <UnsureBadge doubts={item.doubts} />
        {item.byHand && (
          <Badge size="sm" variant="outline" color="gray.8" tt="none">
            {words.planPages.byHand}
          </Badge>
        )}
        <Text span size="xs" c="gray.7">
          {item.section}
        </Text>
      </Group>
      <Text span display="block" size="sm" lineClamp={isCurrent ? undefined : 4}>
        {item.quote}
      </Text>
      <Doubts doubts={item.doubts} isFull={isCurrent} />
      <Fact label={words.planPages.lead}>
        {item.leads.length > 0 && (
          <Leads
            leads={item.leads}
            chosen={item.outcome === 'assign' ? item.chosenLead : null}
            names={names}
          />
        )}
      </Fact>
      <Fact label={words.planPages.coordinating}>{item.coordinating.join('; ')}</Fact>
      <Fact label={words.planPages.due}>{item.due.kind !== 'none' && dueText(item.due)}</Fact>
      <Fact label={words.planPages.deliverables}>{item.deliverables.join('; ')}</Fact>
      <FollowFacts item={item} />
      <Fact label={words.itemPage.leader}>{leader}</Fact>
      <Fact label={words.itemPage.follower}>{follower}</Fact>
      <Fact label={words.addition.inPlan}>{already}</Fact>
      {into !== null && <Fact label={words.planPages.mergedInto}>{words.planPages.numbered(into)}</Fact>}
      {joins && <Fact label={words.planPages.joins}>{joins}</Fact>}
      {isCurrent && item.rule && <Fact label={words.reading.readBy}>{words.reading.rules[item.rule]}</Fact>}
    </UnstyledButton>
  )
})

/** In periods, after an event, done when: what is only proposed says so. */
function FollowFacts({ item }: { item: ResolvedItem }) {
  if (item.outcome !== 'assign' && item.outcome !== 'each') return null
  const { every, isEveryProposed, event, isEventProposed, completion } = followUp(item)
  const marked = (text: string, isProposed: boolean) =>
    isProposed ? `${text} (${words.review.proposed})` : text
  return (
    <>
      <Fact label={words.follow.everyFact}>
        {every && marked(words.follow.everyChoices[every], isEveryProposed)}
      </Fact>
      <Fact label={words.itemPage.eventLabel}>{event && marked(event, isEventProposed)}</Fact>
      <Fact label={words.itemPage.completionLabel}>
        {completion.rule === 'share'
          ? words.itemPage.completions.share(completion.share ?? 100)
          : completion.rule === 'word' && words.itemPage.completions.word}
      </Fact>
    </>
  )
}

/** What is decided, what the machine proposes, or what is missing: in words, not by colour alone. */
function Standing({ item }: { item: ResolvedItem }) {
  if (item.problem)
    return (
      <Badge size="sm" variant="filled" color="#8a4700" tt="none">
        {words.review.problemShort[item.problem]}
      </Badge>
    )
  if (!item.outcome) return null
  const label = words.review.outcomes[item.outcome]
  const quiet = item.outcome === 'orientation' || item.outcome === 'merged'
  return (
    <>
      <Badge
        size="sm"
        variant={item.isProposed ? 'outline' : 'filled'}
        color={quiet ? 'gray.7' : 'lake.8'}
        tt="none"
      >
        {item.outcome === 'each' ? `${label} (${words.number(item.bearers.length)})` : label}
      </Badge>
      {item.isProposed && (
        <Text span size="xs" c="gray.7" fs="italic">
          {words.review.proposed}
        </Text>
      )}
    </>
  )
}

function Leads({
  leads,
  chosen,
  names,
}: {
  leads: readonly ResolvedLead[]
  chosen: string | null
  names: ReadonlyMap<string, string>
}) {
  return leads.map(({ printed, match }, at) => {
    const name = match
      ? (names.get('agency' in match ? match.agency : match.group) ?? '')
      : words.planPages.notInDirectory
    const isSame = match !== null && name === printed
    return (
      <Text span key={printed} size="sm">
        {at > 0 && '; '}
        <Text span fw={printed === chosen || leads.length === 1 ? 600 : 400}>
          {printed}
        </Text>
        {!isSame && (
          <Text span size="xs" c={match ? 'gray.7' : '#8a4700'}>
            {match ? ` → ${name}` : ` (${name})`}
          </Text>
        )}
      </Text>
    )
  })
}
