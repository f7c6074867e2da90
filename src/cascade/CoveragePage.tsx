// The plan above beside the plan below: which clause has a duty, which duty has a clause, gaps first. What the words
// suggest is accepted or rejected, by mouse or key.
import { Anchor, Group, Progress, SegmentedControl, Select, Stack, Switch, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { type Judge, PieceCard, type State } from './CoverageCard.tsx'
import { Parents } from './CoverageParents.tsx'
import {
  Coverage,
  type CoverageLink,
  coverageShare,
  holds,
  JudgementVersion,
  type Piece,
} from './coverage.ts'
import './cascade.css'

const w = words.cascade.coverage
const Search = z.object({
  parent: z.uuid().optional().catch(undefined),
  all: z.boolean().optional().catch(undefined),
})
export function CoveragePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { parent } = Search.parse(useSearch({ strict: false }))
  const { data, error, refetch } = useQuery({
    queryKey: ['coverage', id, parent],
    queryFn: () => get(`/api/plans/${id}/coverage${parent ? `?parent=${parent}` : ''}`, Coverage),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen data={data} key={`${id} ${parent}`} />
}

function Screen({ data }: { data: Coverage }) {
  const { child, parent, parents } = data
  const navigate = useNavigate()
  const here = parents.flatMap(({ plan }) => (plan?.isPublished ? [plan] : []))
  return (
    <Page title={w.title}>
      <Anchor component={Link} to="/plans/$id" params={{ id: child.id } as never} size="sm">
        {planName(child)}
      </Anchor>
      <Parents data={data} />
      {here.length > 1 && parent && (
        <Select
          label={w.choose}
          data={here.map((plan) => ({ value: plan.id, label: planName(plan) }))}
          value={parent.id}
          allowDeselect={false}
          onChange={(id) =>
            id &&
            void navigate({
              to: '/plans/$id/coverage',
              params: { id: child.id } as never,
              search: { parent: id } as never,
            })
          }
        />
      )}
      {parent ? <Compared data={data} /> : <Empty>{w.empty}</Empty>}
    </Page>
  )
}

function Compared({ data }: { data: Coverage }) {
  const { child, parent, agency, whyNot, duties } = data
  const client = useQueryClient()
  const isPhone = useIsPhone()
  const [side, setSide] = useState<'above' | 'below'>('above')
  const [onlyOwn, setOnlyOwn] = useState(agency !== null)
  const [at, setAt] = useState(0)
  const clauses = useMemo(
    () => data.clauses.filter(({ isOwn }) => !onlyOwn || isOwn),
    [data.clauses, onlyOwn],
  )
  const share = coverageShare(clauses, duties, data.links)
  const judge = useMutation({
    mutationFn: ({ link, state }: { link: Parameters<Judge>[0]; state: State }) =>
      send(`/api/plans/${child.id}/coverage/${link.childId}/${link.parentId}`, {
        ...{ method: 'PUT', version: link.version, body: { state }, answer: JudgementVersion },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['coverage', child.id] }),
  })
  const onJudge: Judge = (link, state) => judge.mutate({ link, state })
  const order = useMemo(() => gapsFirst(clauses, data.links), [clauses, data.links])
  const open = useMemo(
    () =>
      order.flatMap((clause) =>
        data.links.filter(({ kind, parentId }) => kind === 'suggested' && parentId === clause.id),
      ),
    [order, data.links],
  )
  const current = open[Math.min(at, open.length - 1)]
  useEffect(() => {
    document.querySelector('.pair[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  useShortcuts((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || whyNot !== null) return false
    if (event.key === 'j' || event.key === 'ArrowDown') setAt(Math.min(at + 1, open.length - 1))
    else if (event.key === 'k' || event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if ((event.key === 'a' || event.key === 'x') && current && !judge.isPending)
      onJudge(current, event.key === 'a' ? 'accepted' : 'rejected')
    else return false
    return true
  })
  const above = (
    <Side title={w.above(parent ? planName(parent) : '')} key="above">
      {order.length === 0 && <Text size="sm">{w.noClauses}</Text>}
      {order.map((clause) => (
        <PieceCard
          key={clause.id}
          piece={clause}
          others={duties}
          links={data.links.filter(({ parentId }) => parentId === clause.id)}
          otherOf={(link) => duties.find(({ id }) => id === link.childId)}
          gap={w.noDuty}
          current={current}
          mayJudge={whyNot === null}
          onJudge={onJudge}
          onJoin={(dutyId) => onJudge(pairOf(data.links, dutyId, clause.id), 'accepted')}
        />
      ))}
    </Side>
  )
  const below = (
    <Side title={w.below(planName(child))} key="below">
      {gapsFirst(duties, data.links).map((duty) => (
        <PieceCard
          key={duty.id}
          piece={duty}
          others={data.clauses}
          links={data.links.filter(({ childId, kind }) => childId === duty.id && kind !== 'suggested')}
          otherOf={(link) => data.clauses.find(({ id }) => id === link.parentId)}
          gap={w.noClause}
          current={undefined}
          mayJudge={whyNot === null}
          onJudge={onJudge}
          onJoin={(clauseId) => onJudge(pairOf(data.links, duty.id, clauseId), 'accepted')}
        />
      ))}
    </Side>
  )
  return (
    <>
      <Stack gap={6}>
        <Bar n={share.covered} of={share.clauses} text={w.covered(share.covered, share.clauses)} />
        <Bar n={share.grounded} of={share.duties} text={w.grounded(share.grounded, share.duties)} />
        {share.suggested > 0 && <Text size="sm">{w.suggested(share.suggested)}</Text>}
        {agency && (
          <Switch
            label={w.onlyOwn(agency.name)}
            checked={onlyOwn}
            onChange={(event) => setOnlyOwn(event.currentTarget.checked)}
          />
        )}
        {whyNot === null && open.length > 0 && (
          <Text size="sm" c="gray.7" className="screen-only">
            {w.keys}
          </Text>
        )}
        {whyNot !== null && (
          <Text size="sm" c="gray.7">
            {whyNot}
          </Text>
        )}
      </Stack>
      {judge.error && <Failure error={judge.error} />}
      {isPhone ? (
        <>
          <SegmentedControl
            fullWidth
            value={side}
            onChange={(value) => setSide(value as typeof side)}
            data={[
              { value: 'above', label: w.aboveShort },
              { value: 'below', label: w.belowShort },
            ]}
          />
          {side === 'above' ? above : below}
        </>
      ) : (
        <div className="columns-two">
          {above}
          {below}
        </div>
      )}
    </>
  )
}

/** The link there is between two, or one that nobody has judged. */
const pairOf = (links: readonly CoverageLink[], childId: string, parentId: string) =>
  links.find((one) => one.childId === childId && one.parentId === parentId) ?? {
    childId,
    parentId,
    version: 0,
  }

/** What nothing holds stands first, with something suggested before without; each in the order of its plan. */
function gapsFirst<P extends Piece>(pieces: readonly P[], links: readonly CoverageLink[]): P[] {
  const rank = ({ id }: Piece) => {
    const own = links.filter(({ childId, parentId }) => childId === id || parentId === id)
    if (own.some(holds)) return 2
    return own.some(({ kind }) => kind === 'suggested') ? 0 : 1
  }
  return pieces.toSorted((a, b) => rank(a) - rank(b))
}

const Bar = ({ n, of, text }: { n: number; of: number; text: string }) => (
  <Group gap="sm" wrap="wrap">
    <Progress value={of ? (100 * n) / of : 0} size="lg" flex="1 1 160px" maw={320} aria-label={text} />
    <Text size="sm" fw={600}>
      {text}
    </Text>
  </Group>
)

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </section>
  )
}
