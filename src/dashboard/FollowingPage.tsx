// The overseer's desk: what waits for a decision, what has to be chased, and Monday's table of each plan.
import { Anchor, Button, Card, Group, SimpleGrid, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { PaperMenu } from '../task/PaperMenu.tsx'
import { planName } from '../task/parts.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Breakdown } from './breakdown.tsx'
import { UnitChoice } from './DashboardPage.tsx'
import { Following, type Unit } from './dashboard.ts'
import { Coordinating, ScopeOfPage, UnitPart } from './figures.tsx'
import { PrintButton } from './print.tsx'
import { BlockerCard, BlockerCards, Stuck } from './stuck.tsx'

export function FollowingPage() {
  const wanted = z.uuid().safeParse((useSearch({ strict: false }) as { overseer?: unknown }).overseer).data
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'following', wanted],
    queryFn: () => get(`/api/following${wanted ? `?overseer=${wanted}` : ''}`, Following),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ScopeOfPage value={{ overseer: data.overseer?.id }}>
      <Desk data={data} />
    </ScopeOfPage>
  )
}

function Desk({ data }: { data: Following }) {
  const [unit, setUnit] = useState<Unit>('assignment')
  const w = words.standing.following
  const { assignments, overseer } = data
  const filter = { agency: 'all', overseer: overseer?.id } as const
  return (
    <Page
      title={overseer ? w.titleOf(overseer.name) : w.title}
      actions={
        <>
          <Button component={Link} to="/urging" variant="default">
            {words.menu.urging}
          </Button>
          <PaperMenu filter={{ ...filter, state: 'all', role: 'lead' }} />
          <PrintButton />
        </>
      }
    >
      {data.byPlan.length === 0 && (
        <Empty
          action={
            <Button component={Link} to="/plans" variant="default">
              {words.menu.plans}
            </Button>
          }
        >
          {w.empty}
        </Empty>
      )}
      {data.byPlan.length > 0 && (
        <>
          <Text size="sm" c="gray.7">
            {words.dashboard.counted(words.day(data.today))}{' '}
            <span className="screen-only">{words.dashboard.clickable}</span>
          </Text>
          <Part title={w.toDecide}>
            <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
              <BlockerCard counts={assignments} state="to-confirm" />
              <Figure
                label={w.extensions}
                n={data.extensions}
                to="/work"
                search={{ ...filter, state: 'open', extension: 'asked' }}
              />
              <Figure
                label={w.events}
                n={data.events}
                to="/items"
                search={{ overseer: overseer?.id, state: 'open', event: 'waiting' }}
              />
            </SimpleGrid>
            <Stuck
              title={words.dashboard.waitingConfirm}
              state="to-confirm"
              nothing={words.dashboard.nothingWaiting}
              counts={assignments}
            />
          </Part>
          <Part title={w.toChase}>
            <BlockerCards counts={assignments} states={['overdue', 'soon', 'to-receive', 'to-approve']} />
            <Stuck
              title={words.dashboard.mostOverdue}
              state="overdue"
              nothing={words.dashboard.nothingOverdue}
              counts={assignments}
            />
          </Part>
          <UnitChoice value={unit} onChange={setUnit} />
          <Part title={w.plans}>
            <Breakdown
              head={words.task.plan}
              unit={unit}
              rows={data.byPlan.map((plan) => ({
                ...plan,
                name: planName(plan),
                scope: { plan: plan.id, overseer: undefined },
                to: {
                  path: '/dashboard',
                  search: { plan: plan.id },
                  label: words.dashboard.onlyThis(planName(plan)),
                },
                actions: (
                  <Group gap={6} wrap="nowrap">
                    <PaperMenu
                      filter={{ agency: 'all', plan: plan.id, state: 'all', role: 'lead' }}
                      of={planName(plan)}
                      isSmall
                    />
                  </Group>
                ),
              }))}
            />
          </Part>
          <Part title={w.agencies}>
            <Breakdown
              head={words.task.agency}
              unit={unit}
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
                { id: 'many', name: words.standing.shared, items: data.shared, scope: { agency: 'many' } },
              ]}
            />
          </Part>
          <div className="side-by-side">
            <UnitPart unit="assignment" counts={assignments}>
              <Coordinating counts={data.coordinating} />
            </UnitPart>
            <UnitPart unit="item" counts={data.items} />
          </div>
        </>
      )}
    </Page>
  )
}

function Figure({ label, n, to, search }: { label: string; n: number; to: string; search: object }) {
  return (
    <Card withBorder padding="sm">
      <Text size="sm">{label}</Text>
      <Anchor
        component={Link}
        to={to}
        search={search as never}
        size="1.75rem"
        fw={700}
        underline="hover"
        c="lake.8"
        aria-label={`${label}: ${words.number(n)}`}
      >
        {words.number(n)}
      </Anchor>
    </Card>
  )
}
