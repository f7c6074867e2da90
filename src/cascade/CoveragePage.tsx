// The plan above beside the plan below: which clause has a duty, which duty has a clause, gaps first. What the words
// suggest is accepted or rejected, by mouse or key.
import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Progress,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { type Plan, PlanList } from '../plan/plan.ts'
import { planName } from '../task/parts.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import {
  Coverage,
  type CoverageLink,
  coverageShare,
  holds,
  type Judgement,
  JudgementVersion,
  type Parent,
  type Piece,
} from './coverage.ts'
import { Marked } from './parts.tsx'
import './cascade.css'

const w = words.cascade.coverage
const Search = z.object({
  parent: z.uuid().optional().catch(undefined),
  all: z.boolean().optional().catch(undefined),
})
type State = z.infer<typeof Judgement>['state']
type Judge = (link: Pick<CoverageLink, 'childId' | 'parentId' | 'version'>, state: State) => void

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

/** What the plan carries out: here, still under review, or cited and missing. */
function Parents({ data: { child, parents, whyNot } }: { data: Coverage }) {
  const missing = parents.filter(({ plan }) => !plan?.isPublished)
  const said = parents.filter(({ how }) => how === 'said')
  const [isAdding, setAdding] = useState(false)
  const client = useQueryClient()
  const again = () =>
    Promise.all(['coverage', 'chain'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const drop = useMutation({
    mutationFn: ({ plan, version }: Parent) =>
      send(`/api/plans/${child.id}/parents/${plan?.id}`, { method: 'DELETE', version, answer: z.null() }),
    onSuccess: again,
  })
  return (
    <Stack gap="xs">
      {missing.map(({ number, day, issuer, plan }) => (
        <Alert
          key={`${number} ${plan?.id}`}
          variant="light"
          color="orange"
          p="sm"
          styles={{ message: { color: '#8a4700' } }}
        >
          <Group gap="sm" justify="space-between">
            <Text size="sm" style={{ flex: '1 1 240px' }}>
              ⚠ {plan ? w.inReview(number) : w.notHere(number)}{' '}
              {[issuer, day && /^\d{4}-\d\d-\d\d$/u.test(day) ? words.day(day) : null]
                .filter(Boolean)
                .join(', ')}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              to={plan ? '/plans/$id/review' : '/plans'}
              params={{ id: plan?.id } as never}
            >
              {plan ? w.review : w.load}
            </Button>
          </Group>
        </Alert>
      ))}
      {said.map((one) => (
        <Group key={one.plan?.id} gap="xs">
          <Text size="sm">{w.said(one.plan ? planName(one.plan) : one.number)}</Text>
          {whyNot === null && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={drop.isPending}
              onClick={() => drop.mutate(one)}
            >
              {w.unsay}
            </Button>
          )}
        </Group>
      ))}
      {drop.error && <Failure error={drop.error} />}
      {whyNot === null &&
        (isAdding ? (
          <AddParent childId={child.id} onDone={() => void again().then(() => setAdding(false))} />
        ) : (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {w.say}
            </Button>
          </div>
        ))}
    </Stack>
  )
}

function AddParent({ childId, onDone }: { childId: string; onDone: () => void }) {
  const plans = useQuery({
    queryKey: ['plans', 'published'],
    queryFn: async () => {
      const all: Plan[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: z.infer<typeof PlanList> = await get(
          `/api/plans?status=published${after ? `&after=${encodeURIComponent(after)}` : ''}`,
          PlanList,
        )
        all.push(...page.plans)
        after = page.next
      }
      return all
    },
  })
  const add = useMutation({
    mutationFn: (parentId: string) =>
      send(`/api/plans/${childId}/parents`, { body: { parentId }, answer: JudgementVersion }),
    onSuccess: onDone,
  })
  return (
    <>
      <Select
        label={w.sayLabel}
        searchable
        data={(plans.data ?? [])
          .filter(({ id }) => id !== childId)
          .map((plan) => ({ value: plan.id, label: planName(plan) }))}
        onChange={(id) => id && add.mutate(id)}
        nothingFoundMessage={words.task.nothingFound}
        disabled={add.isPending}
      />
      {add.error && <Failure error={add.error} />}
    </>
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

interface CardProps {
  piece: Piece
  /** The pieces of the other plan. */
  others: readonly Piece[]
  links: readonly CoverageLink[]
  otherOf: (link: CoverageLink) => Piece | undefined
  gap: string
  current: CoverageLink | undefined
  mayJudge: boolean
  onJudge: Judge
  onJoin: (otherId: string) => void
}

function PieceCard({ piece, others, links, otherOf, gap, current, mayJudge, onJudge, onJoin }: CardProps) {
  const [isJoining, setJoining] = useState(false)
  const held = links.filter(holds)
  const open = links.filter(({ kind }) => kind === 'suggested')
  const rejected = links.filter(({ kind }) => kind === 'rejected')
  return (
    <Part
      title={[piece.section && words.task.section(piece.section), held.length ? '✓' : '○']
        .filter(Boolean)
        .join(' ')}
    >
      <Text component={Link} to="/items/$id" params={{ id: piece.id } as never} size="sm" c="gray.9">
        <Marked text={piece.quote} marks={open[0]?.shared ?? held[0]?.shared ?? []} />
      </Text>
      {held.length === 0 && (
        <Badge variant="outline" tt="none" color="orange.9" style={{ alignSelf: 'flex-start' }}>
          {gap}
        </Badge>
      )}
      {[...held, ...open, ...(isJoining ? rejected : [])].map((link) => (
        <Pair
          key={`${link.childId} ${link.parentId}`}
          link={link}
          other={otherOf(link)}
          isCurrent={current === link}
          mayJudge={mayJudge}
          onJudge={onJudge}
        />
      ))}
      {mayJudge && !isJoining && (
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => setJoining(true)}>
            {rejected.length ? w.joinOrSee(rejected.length) : w.join}
          </Button>
        </div>
      )}
      {isJoining && (
        <Select
          label={w.joinLabel}
          searchable
          limit={50}
          data={others
            .filter(({ id }) => !held.some(({ childId, parentId }) => childId === id || parentId === id))
            .map(({ id, section, quote }) => ({
              value: id,
              label: [section, quote.slice(0, 140)].filter(Boolean).join(' · '),
            }))}
          onChange={(id) => {
            if (id) onJoin(id)
            setJoining(false)
          }}
          nothingFoundMessage={words.task.nothingFound}
        />
      )}
    </Part>
  )
}

interface PairProps {
  link: CoverageLink
  other: Piece | undefined
  isCurrent: boolean
  mayJudge: boolean
  onJudge: Judge
}

function Pair({ link, other, isCurrent, mayJudge, onJudge }: PairProps) {
  const { kind, shared, citation, by, score } = link
  if (!other) return null
  return (
    <div className="pair" data-kind={kind} aria-current={isCurrent || undefined}>
      <Text size="xs" fw={700} c="gray.7">
        {w.kinds[kind]}
        {citation && `: ${citation}`}
        {by && ` · ${by}`}
        {kind === 'suggested' && ` · ${w.alike(words.percent(score))}`}
        {other.section && ` · ${words.task.section(other.section)}`}
      </Text>
      <Marked text={other.quote} marks={shared} />
      {shared.length > 0 && kind === 'suggested' && (
        <Text size="xs" c="gray.8">
          {w.sharedWords(shared.join(', '))}
        </Text>
      )}
      {mayJudge && (
        <Group gap={6} mt={4}>
          {kind === 'suggested' && (
            <>
              <Button size="compact-xs" onClick={() => onJudge(link, 'accepted')}>
                {w.accept}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onJudge(link, 'rejected')}>
                {w.reject}
              </Button>
            </>
          )}
          {kind === 'cited' && (
            <Button size="compact-xs" variant="subtle" onClick={() => onJudge(link, 'rejected')}>
              {w.notSo}
            </Button>
          )}
          {(kind === 'accepted' || kind === 'rejected') && (
            <Button size="compact-xs" variant="subtle" onClick={() => onJudge(link, 'open')}>
              {w.undo}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
