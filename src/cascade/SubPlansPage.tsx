// Plans of the agencies below a plan: which duties ask for them, who has issued, who is missing and how late.
import { Alert, Anchor, Button, Group, Paper, Select, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { searchKey } from '../base/text.ts'
import { get } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { SearchField } from '../ui/list.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ClauseCard } from './ClauseCard.tsx'
import { OwingBadge, ShareOfPlans } from './parts.tsx'
import { SettleDialog, type Settling } from './SettleDialog.tsx'
import { type Owing, SubPlans } from './sub-plan.ts'

const w = words.cascade.subPlans
const subPlansKey = (planId: string) => ['sub-plans', planId]

const SHOWN = ['missing', 'late', 'issued', 'excused', 'all'] as const
type Shown = (typeof SHOWN)[number]
const Search = z.object({
  show: z.enum(SHOWN).default('missing').catch('missing'),
  q: z.string().optional().catch(undefined),
})

const isShown: Record<Shown, (one: Owing) => boolean> = {
  missing: ({ state }) => state === 'owed',
  late: ({ state, daysLate }) => state === 'owed' && daysLate !== null,
  issued: ({ state }) => state === 'issued',
  excused: ({ state }) => state === 'excused',
  all: () => true,
}

export function SubPlansPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: subPlansKey(id),
    queryFn: () => get(`/api/plans/${id}/sub-plans`, SubPlans),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen data={data} key={id} />
}

function Screen({ data }: { data: SubPlans }) {
  const { plan, owing } = data
  const [settling, setSettling] = useState<Settling | null>(null)
  const client = useQueryClient()
  const changed = () => {
    setSettling(null)
    void client.invalidateQueries({ queryKey: ['sub-plans'] })
  }
  const papers = (['missing', 'all'] as const).map((show) => ({
    heading: w.papers[show],
    entries: (['docx', 'xlsx'] as const).map((form) => ({
      label: w.forms[form],
      download: `/api/papers/plans/${plan.id}/sub-plans.${form}?show=${show}`,
    })),
  }))
  return (
    <Page
      title={w.title}
      actions={
        owing.length > 0 && <MenuButton face={<Button variant="default">{w.export}</Button>} parts={papers} />
      }
    >
      <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
        {planName(plan)}
      </Anchor>
      {owing.length > 0 && <ShareOfPlans owing={owing} />}
      <Clauses data={data} onChanged={changed} />
      {owing.length === 0 ? <Empty>{w.empty}</Empty> : <Agencies data={data} onSettle={setSettling} />}
      {settling && (
        <SettleDialog
          planId={plan.id}
          settling={settling}
          today={data.today}
          onClose={() => setSettling(null)}
          onSaved={changed}
        />
      )}
    </Page>
  )
}

/** Duties that ask for plans; those nobody has decided on first. */
function Clauses({ data, onChanged }: { data: SubPlans; onChanged: () => void }) {
  const { clauses, others, whyNotDecide, plan, bearers } = data
  const [byHand, setByHand] = useState<string | null>(null)
  const added = others.find(({ itemId }) => itemId === byHand)
  const open = clauses.filter(({ decision }) => decision === null)
  const decided = clauses.filter(({ decision }) => decision !== null)
  const card = (clause: (typeof clauses)[number]) => (
    <ClauseCard
      key={`${clause.itemId} ${clause.version}`}
      planId={plan.id}
      clause={clause}
      allBearers={bearers}
      whyNot={whyNotDecide}
      onChanged={() => {
        setByHand(null)
        onChanged()
      }}
    />
  )
  return (
    <Part title={w.clauses}>
      {clauses.length === 0 && <Text size="sm">{w.noClauses}</Text>}
      {open.length > 0 && (
        <Text size="sm" fw={600}>
          {w.toDecide(open.length)}
        </Text>
      )}
      {[...open, ...decided].map(card)}
      {added &&
        card({
          ...added,
          ...{ asked: null, decision: null, dueOn: null, bearers: 0, decidedBy: null, version: 0 },
        })}
      {whyNotDecide === null && others.length > 0 && (
        <Select
          label={w.other}
          description={w.otherHint}
          searchable
          clearable
          data={others.map(({ itemId, section, quote }) => ({
            value: itemId,
            label: [section, quote.slice(0, 140)].filter(Boolean).join(' · '),
          }))}
          limit={50}
          value={byHand}
          onChange={setByHand}
          nothingFoundMessage={words.task.nothingFound}
        />
      )}
    </Part>
  )
}

function Agencies({ data, onSettle }: { data: SubPlans; onSettle: (settling: Settling) => void }) {
  const { owing, plan, candidates, whyNotDecide } = data
  const { show, q } = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: { show?: Shown; q?: string | undefined }) =>
    void navigate({
      to: '/plans/$id/sub-plans',
      params: { id: plan.id } as never,
      search: { show, q, ...next } as never,
      replace: true,
    })
  const wanted = searchKey(q ?? '')
  const found = owing.filter(({ agency }) => searchKey(agency.name).includes(wanted))
  const rows = found
    .filter(isShown[show])
    // The own agency first, then the latest: who has to be urged.
    .toSorted(
      (a, b) =>
        Number(a.whyNot !== null) - Number(b.whyNot !== null) || (b.daysLate ?? 0) - (a.daysLate ?? 0),
    )
  return (
    <Part title={w.agencies}>
      <Group gap={6} role="group" aria-label={w.filter}>
        {SHOWN.map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant={name === show ? 'filled' : 'default'}
            aria-pressed={name === show}
            onClick={() => change({ show: name })}
          >
            {w.filters[name]} ({words.number(found.filter(isShown[name]).length)})
          </Button>
        ))}
      </Group>
      <SearchField label={w.search} value={q} onSearch={(text) => change({ q: text })} />
      {rows.length === 0 && <Text size="sm">{w.nothing[show]}</Text>}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((one) => (
          <AgencyRow
            key={one.agency.id}
            owing={one}
            planId={plan.id}
            candidate={candidates.find(({ agencyId }) => agencyId === one.agency.id) ?? null}
            mayExcuse={whyNotDecide === null}
            onSettle={(as, childId) => onSettle({ owing: one, as, candidates, childId: childId ?? null })}
          />
        ))}
      </Stack>
    </Part>
  )
}

interface RowProps {
  owing: Owing
  planId: string
  candidate: SubPlans['candidates'][number] | null
  mayExcuse: boolean
  onSettle: (as: Settling['as'], childId?: string) => void
}

function AgencyRow({ owing, planId, candidate, mayExcuse, onSettle }: RowProps) {
  const { agency, state, dueOn, number, issuedOn, fileName, child, dossierId, reason, from, whyNot } = owing
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <Group gap="xs">
            <Anchor
              component={Link}
              to="/agencies/$id"
              params={{ id: agency.id } as never}
              size="sm"
              fw={600}
            >
              {agency.name}
            </Anchor>
            <OwingBadge owing={owing} />
          </Group>
          <Text size="sm" c="gray.8">
            {[
              dueOn && w.dueOn(words.day(dueOn)),
              number && w.numberOf(number, issuedOn ? words.day(issuedOn) : null),
              from.length > 0 && w.follows(from.join(', ')),
              owing.settledBy && w.recordedBy(owing.settledBy),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {reason && <Text size="sm">{w.reasonOf(reason)}</Text>}
          {owing.isEnded && (
            <Text size="sm" c="orange.9">
              {w.ended}
            </Text>
          )}
          <Group gap="md">
            {fileName && (
              <Anchor
                size="sm"
                href={`/api/plans/${planId}/sub-plans/${agency.id}/file`}
                style={{ overflowWrap: 'anywhere' }}
              >
                {fileName}
              </Anchor>
            )}
            {child && (
              <>
                <Anchor component={Link} to="/plans/$id" params={{ id: child.id } as never} size="sm">
                  {planName(child)}
                </Anchor>
                <Anchor
                  component={Link}
                  to="/plans/$id/coverage"
                  params={{ id: child.id } as never}
                  search={{ parent: planId } as never}
                  size="sm"
                >
                  {words.cascade.coverage.open}
                </Anchor>
              </>
            )}
            {dossierId && (
              <Anchor component={Link} to="/papers/$id" params={{ id: dossierId } as never} size="sm">
                {w.dossier}
              </Anchor>
            )}
          </Group>
        </div>
        {state === 'owed' && (
          <Group gap={6}>
            {whyNot === null && (
              <Button
                size="compact-sm"
                aria-label={w.recordOf(agency.name)}
                onClick={() => onSettle('issued')}
              >
                {w.record}
              </Button>
            )}
            {whyNot === null && (
              <Button
                size="compact-sm"
                variant="default"
                component={Link}
                to="/plans/$id/sub-plans/draft"
                params={{ id: planId } as never}
                search={{ agency: agency.id } as never}
                aria-label={w.draftOf(agency.name)}
              >
                {w.draftShort}
              </Button>
            )}
            {mayExcuse && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={w.excuseOf(agency.name)}
                onClick={() => onSettle('excused')}
              >
                {w.excuse}
              </Button>
            )}
          </Group>
        )}
        {state !== 'owed' && mayExcuse && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={w.againOf(agency.name)}
            onClick={() => onSettle('owed')}
          >
            {w.again}
          </Button>
        )}
      </Group>
      {state === 'owed' && candidate && (
        <Alert variant="light" color="lake" p="xs" mt={6}>
          <Group gap="xs">
            <Text size="sm">{w.candidate(planName(candidate))}</Text>
            {whyNot === null && (
              <Button size="compact-sm" variant="default" onClick={() => onSettle('issued', candidate.id)}>
                {w.useCandidate}
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </Paper>
  )
}
