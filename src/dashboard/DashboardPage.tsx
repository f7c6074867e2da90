// The leader's page: what is stuck first, then the figures; every number opens its list. The address holds the filter.
import { SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { ForLeaders } from '../indicator/ForLeaders.tsx'
import { AgencyChoice, ALL, PlanChoice, planName } from '../task/parts.tsx'
import { addressOf, WorkCounts } from '../task/work.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Blockers as WhoHoldsUp } from '../waiting/Blockers.tsx'
import { Breakdown } from './breakdown.tsx'
import { type Counts, Dashboard, readScope, UNITS, type Unit } from './dashboard.ts'
import { Coordinating, ScopeOfPage, UnitPart } from './figures.tsx'
import { PrintButton } from './print.tsx'
import { BlockerCards, Stuck } from './stuck.tsx'

export function DashboardPage() {
  const { count, ...scope } = readScope(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'dashboard', scope],
    queryFn: () => get(`/api/dashboard?${addressOf(scope)}`, Dashboard),
    placeholderData: keepPreviousData,
  })
  const choices = useQuery({
    queryKey: ['work', 'counts', { agency: ALL, role: 'lead' }],
    queryFn: () => get(`/api/work/counts?agency=${ALL}&role=lead`, WorkCounts),
  })
  const change = (next: { agency?: string; plan?: string; count?: Unit }) =>
    void navigate({ to: '/dashboard', search: { ...scope, count, ...next } as never, replace: true })
  const chosen = (value: string) => (value === ALL ? undefined : value) as never
  const w = words.dashboard
  return (
    <Page title={w.title} actions={<PrintButton />}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" className="screen-only">
        <AgencyChoice
          counts={choices.data}
          value={scope.agency}
          onChange={(agency) => change({ agency: chosen(agency) })}
        />
        <PlanChoice
          counts={choices.data}
          value={scope.plan}
          onChange={(plan) => change({ plan: chosen(plan) })}
        />
      </SimpleGrid>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && isEmpty(data) && <Empty>{scope.plan || scope.agency ? w.emptyFilter : w.empty}</Empty>}
      {data && !isEmpty(data) && (
        <ScopeOfPage value={scope}>
          <Text size="sm" c="gray.7">
            {[data.filter.agency?.name, data.filter.plan && planName(data.filter.plan)]
              .filter(Boolean)
              .map((name) => `${name} · `)
              .join('')}
            {w.counted(words.day(data.today))} <span className="screen-only">{w.clickable}</span>
          </Text>
          <WhoHoldsUp agency={scope.agency} plan={scope.plan} />
          <Slot name="leader" id={scope.plan ?? ''} />
          <Blockers counts={data.assignments} />
          {!scope.agency && <ForLeaders plan={scope.plan} />}
          <div className="side-by-side">
            <UnitPart unit="assignment" counts={data.assignments}>
              <Coordinating counts={data.coordinating} />
            </UnitPart>
            <UnitPart unit="item" counts={data.items} />
          </div>
          <UnitChoice value={count} onChange={(count) => change({ count })} />
          <Part title={w.byAgency}>
            <Breakdown
              head={count === 'item' ? words.standing.items.lead : words.task.agency}
              unit={count}
              rows={[
                ...data.byAgency.map((row) => ({
                  ...row,
                  scope: { agency: row.id },
                  to: {
                    path: '/agencies/$id',
                    params: { id: row.id },
                    label: words.standing.agency.open(row.name),
                  },
                })),
                {
                  id: 'many',
                  name: words.standing.shared,
                  items: data.shared,
                  scope: { agency: 'many' },
                },
              ]}
            />
          </Part>
          <Part title={w.byPlan}>
            <Breakdown
              head={words.task.plan}
              unit={count}
              rows={data.byPlan.map((plan) => ({
                ...plan,
                name: planName(plan),
                scope: { plan: plan.id },
                to: {
                  path: '/dashboard',
                  search: { ...scope, count, plan: plan.id },
                  label: w.onlyThis(planName(plan)),
                },
              }))}
            />
          </Part>
        </ScopeOfPage>
      )}
    </Page>
  )
}

const isEmpty = ({ assignments, items }: Dashboard) => assignments.all === 0 && items.all === 0

/** Where it is stuck, before any percentage. */
function Blockers({ counts }: { counts: Counts }) {
  const w = words.dashboard
  return (
    <Part title={w.blockers}>
      <BlockerCards counts={counts} states={['overdue', 'soon', 'to-approve', 'to-confirm']} />
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <Stuck title={w.mostOverdue} state="overdue" nothing={w.nothingOverdue} counts={counts} />
        <Stuck title={w.waitingApprove} state="to-approve" nothing={w.nothingWaiting} counts={counts} />
        <Stuck title={w.waitingConfirm} state="to-confirm" nothing={w.nothingWaiting} counts={counts} />
      </SimpleGrid>
    </Part>
  )
}

/** What the tables below count. */
export function UnitChoice({ value, onChange }: { value: Unit; onChange: (unit: Unit) => void }) {
  return (
    <SegmentedControl
      className="screen-only"
      aria-label={words.standing.countBy}
      value={value}
      onChange={(unit) => onChange(unit as Unit)}
      data={UNITS.map((unit) => ({
        value: unit,
        label: `${words.standing.countBy} ${words.standing.units[unit]}`,
      }))}
      style={{ alignSelf: 'flex-start' }}
    />
  )
}
