// What was found, in groups: documents with the lines that hold the words, items, agencies. The address is the question.
import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { get } from '../http/client.ts'
import { say } from '../register/kit/register.ts'
import { findRegister } from '../register/registers.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import {
  type AgencyHit,
  type DifficultyHit,
  HIT_KINDS,
  type Hit,
  type HitKind,
  type ItemHit,
  MOST_TYPED,
  type Pieces,
  type PlanHit,
  type RowHit,
  SearchAnswer,
  type SearchGroup,
} from './search.ts'

const w = words.searchPage

/** "147" in an address is a number to the router, and text to us. */
function readAsked(search: Record<string, unknown>): { q: string; kind: HitKind | undefined } {
  const q = search.q === undefined ? '' : String(search.q)
  return { q: q.slice(0, MOST_TYPED), kind: HIT_KINDS.find((kind) => kind === search.kind) }
}

export function SearchPage() {
  const { q, kind } = readAsked(useSearch({ strict: false }))
  const isAsked = q.trim() !== ''
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ['search', q, kind],
      queryFn: ({ pageParam }) =>
        get(
          `/api/search?${new URLSearchParams({ q: q.toWellFormed(), ...(kind && { kind, after: String(pageParam) }) })}`,
          SearchAnswer,
        ),
      initialPageParam: 0,
      getNextPageParam: ({ groups: [group] }) => (kind ? (group?.next ?? null) : null),
      enabled: isAsked,
      placeholderData: keepPreviousData,
    })
  const [first] = data?.pages ?? []
  const groups = kind ? joined(data?.pages ?? []) : (first?.groups ?? [])
  return (
    <Page title={w.title}>
      <Field q={q} />
      {!isAsked && <Empty>{w.start}</Empty>}
      {isAsked && isFetching && !data && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isAsked && first && (
        <div aria-live="polite">
          <Summary q={q} groups={groups} isNear={first.isNear} kind={kind} />
        </div>
      )}
      {isAsked &&
        groups.map((group) => <Found key={group.kind} q={q} group={group} isAlone={kind !== undefined} />)}
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.common.more}
          </Button>
        </Group>
      )}
    </Page>
  )
}

/** The pages of one kind as one group. */
function joined(pages: readonly SearchAnswer[]): SearchGroup[] {
  const [first] = pages.flatMap(({ groups }) => groups)
  return first ? [{ ...first, hits: pages.flatMap(({ groups: [group] }) => group?.hits ?? []) }] : []
}

function Field({ q }: { q: string }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/search', search: { q: typed.trim() || undefined } as never })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser in use
    <form role="search" onSubmit={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          maw={640}
          type="search"
          label={w.field}
          autoFocus={q === ''}
          maxLength={MOST_TYPED}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{words.common.search}</Button>
      </Group>
    </form>
  )
}

function Summary({
  q,
  groups,
  isNear,
  kind,
}: {
  q: string
  groups: readonly SearchGroup[]
  isNear: boolean
  kind: HitKind | undefined
}) {
  if (groups.length === 0) return <Empty>{w.nothing(q)}</Empty>
  return (
    <Stack gap={4}>
      {isNear && <Text size="sm">{w.near(q)}</Text>}
      <Group gap={6} component="nav" aria-label={w.groups}>
        {kind && (
          <Button size="xs" variant="default" component={Link} to="/search" search={{ q } as never}>
            {w.allKinds}
          </Button>
        )}
        {groups.map((group) => (
          <Button
            key={group.kind}
            size="xs"
            variant={kind ? 'filled' : 'default'}
            component={Link}
            to="/search"
            search={{ q, kind: group.kind } as never}
            aria-current={kind ? 'page' : undefined}
          >
            {titleOf(group)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}

const titleOf = ({ kind, count, isMore }: SearchGroup) => w.count(w.kinds[kind], count, isMore)

function Found({ q, group, isAlone }: { q: string; group: SearchGroup; isAlone: boolean }) {
  return (
    <Part title={titleOf(group)}>
      <Stack gap="md" component="ol" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {group.hits.map((hit) => (
          <li key={hit.id}>
            <HitRow hit={hit} />
          </li>
        ))}
      </Stack>
      {!isAlone && group.next !== null && (
        <Anchor component={Link} to="/search" search={{ q, kind: group.kind } as never} size="sm">
          {w.seeAll(w.kinds[group.kind])}
        </Anchor>
      )}
      {isAlone && group.isMore && group.hits.length >= group.count && <Text size="sm">{w.narrow}</Text>}
    </Part>
  )
}

function HitRow({ hit }: { hit: Hit }) {
  switch (hit.kind) {
    case 'plan':
      return <PlanRow hit={hit} />
    case 'item':
      return <ItemRow hit={hit} />
    case 'difficulty':
      return <DifficultyRow hit={hit} />
    case 'agency':
      return <AgencyRow hit={hit} />
    case 'row':
      return <RegisterRow hit={hit} />
  }
}

const Meta = ({ children }: { children: ReactNode }) => (
  <Text size="xs" c="gray.7">
    {children}
  </Text>
)
const dotted = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

function PlanRow({ hit }: { hit: PlanHit }) {
  const params = { id: hit.id } as never
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Anchor
          component={Link}
          to={hit.isDraft ? '/plans/$id/review' : '/plans/$id'}
          params={params}
          fw={600}
          size="sm"
        >
          <Marked pieces={hit.name} />
        </Anchor>
        {hit.isDraft && (
          <Badge variant="outline" color="gray.8" tt="none">
            {w.draft}
          </Badge>
        )}
      </Group>
      <Meta>{dotted([hit.issuer, hit.issued && words.day(hit.issued)])}</Meta>
      {hit.lines.map(({ n, text }) => (
        <Text key={n} size="sm" pl="sm" style={{ borderLeft: '3px solid var(--mantine-color-gray-4)' }}>
          {hit.isDraft ? (
            <Marked pieces={text} />
          ) : (
            <Anchor component={Link} to="/plans/$id" params={params} search={{ line: n } as never} c="gray.9">
              <Marked pieces={text} />
            </Anchor>
          )}
        </Text>
      ))}
      {hit.further > 0 && <Meta>{w.furtherLines(hit.further)}</Meta>}
    </Stack>
  )
}

function ItemRow({ hit }: { hit: ItemHit }) {
  return (
    <Stack gap={2}>
      <Anchor component={Link} to="/items/$id" params={{ id: hit.id } as never} size="sm">
        <Marked pieces={hit.quote} />
      </Anchor>
      {hit.beside.length > 0 && (
        <Text size="sm">
          <Marked pieces={hit.beside} />
        </Text>
      )}
      <Meta>
        {dotted([
          hit.plan.number ? `${hit.plan.number}: ${hit.plan.title}` : hit.plan.title,
          words.task.section(hit.section),
        ])}
      </Meta>
      <Assignments hit={hit} />
    </Stack>
  )
}

function Assignments({ hit: { id, assignments, assignmentId } }: { hit: ItemHit }) {
  if (assignmentId)
    return (
      <Anchor component={Link} to="/work/$id" params={{ id: assignmentId } as never} size="xs">
        {w.openWork}
      </Anchor>
    )
  if (assignments === 0) return <Meta>{w.notTracked}</Meta>
  return (
    <Anchor component={Link} to="/work" search={{ item: id, agency: 'all', state: 'all' } as never} size="xs">
      {w.assignments(assignments)}
    </Anchor>
  )
}

function RegisterRow({ hit }: { hit: RowHit }) {
  const register = findRegister(hit.register)
  return (
    <Stack gap={2}>
      <Anchor
        component={Link}
        to="/registers/$name/$id"
        params={{ name: hit.register, id: hit.id } as never}
        size="sm"
      >
        <Marked pieces={hit.name} />
      </Anchor>
      <Meta>
        {register && `${say(register.label)} · `}
        <Marked pieces={hit.code} />
        {hit.code.length > 0 && hit.place && ' · '}
        {hit.place}
      </Meta>
    </Stack>
  )
}

function DifficultyRow({ hit }: { hit: DifficultyHit }) {
  return (
    <Stack gap={2}>
      <Anchor component={Link} to="/difficulties/$id" params={{ id: hit.id } as never} size="sm">
        <Marked pieces={hit.text} />
      </Anchor>
      {hit.proposal.length > 0 && (
        <Text size="sm">
          {w.proposal} <Marked pieces={hit.proposal} />
        </Text>
      )}
      <Meta>
        {dotted([
          hit.agency,
          words.day(hit.raisedOn),
          words.difficulty.statuses[hit.status],
          hit.plan.number,
        ])}
      </Meta>
    </Stack>
  )
}

function AgencyRow({ hit }: { hit: AgencyHit }) {
  return (
    <Stack gap={2}>
      <Anchor component={Link} to="/agencies/$id" params={{ id: hit.id } as never} size="sm" fw={600}>
        <Marked pieces={hit.name} />
      </Anchor>
      <Meta>
        {dotted([
          hit.code,
          words.agency.kinds[hit.agencyKind as AgencyKind],
          hit.parent,
          hit.province,
          hit.endedOn && w.ended(hit.endedOn),
        ])}
      </Meta>
      {hit.formerNames.length > 0 && (
        <Text size="xs">
          {w.formerNames} <Marked pieces={hit.formerNames} />
        </Text>
      )}
      {hit.aliases.length > 0 && (
        <Text size="xs">
          {w.aliases} <Marked pieces={hit.aliases} />
        </Text>
      )}
    </Stack>
  )
}

/** What was found stands on a colour and is heavier: readable without the colour, too. */
const Marked = ({ pieces }: { pieces: Pieces }) =>
  pieces.map(({ text, isHit }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change their order
    if (!isHit) return <span key={at}>{text}</span>
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <mark key={at} className="found">
        {text}
      </mark>
    )
  })
