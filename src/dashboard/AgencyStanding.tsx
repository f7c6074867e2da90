// On the page of an agency: what it bears, what is overdue and done, by plan; and whom to ask.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { PaperMenu } from '../task/PaperMenu.tsx'
import { planName } from '../task/parts.tsx'
import { Empty, Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Breakdown } from './breakdown.tsx'
import { UnitChoice } from './DashboardPage.tsx'
import { AgencyStanding, type Unit } from './dashboard.ts'
import { Coordinating, ScopeOfPage, UnitPart } from './figures.tsx'
import { PrintButton } from './print.tsx'
import { BlockerCards, Stuck } from './stuck.tsx'

/** In the place that the page of an agency keeps for it. */
export default function Standing({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'agency', id],
    queryFn: () => get(`/api/agencies/${id}/standing`, AgencyStanding),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ScopeOfPage value={{ agency: id }}>
      <Group gap="xs" className="screen-only">
        <Button component={Link} to="/work" search={{ agency: id, state: 'open' } as never}>
          {words.standing.agency.list}
        </Button>
        <Button component={Link} variant="default" to="/calendar" search={{ agency: id } as never}>
          {words.standing.agency.calendar}
        </Button>
        <PaperMenu filter={{ agency: id, state: 'all' }} />
        <PrintButton />
      </Group>
      <Text size="sm" c="gray.7">
        {words.dashboard.counted(words.day(data.today))}{' '}
        <span className="screen-only">{words.dashboard.clickable}</span>
      </Text>
      {data.assignments.all === 0 && data.coordinating.all === 0 ? (
        <Empty>{words.standing.agency.empty}</Empty>
      ) : (
        <Work data={data} />
      )}
      <Contacts contacts={data.contacts} />
    </ScopeOfPage>
  )
}

function Work({ data }: { data: AgencyStanding }) {
  const [unit, setUnit] = useState<Unit>('assignment')
  const { assignments, coordinating, items } = data
  const w = words.standing.agency
  return (
    <>
      <Part title={w.bears}>
        <BlockerCards
          counts={assignments}
          states={['open', 'overdue', 'soon', 'to-receive', 'to-approve', 'to-confirm']}
        />
        <Stuck
          title={w.mostOverdue}
          state="overdue"
          nothing={words.dashboard.nothingOverdue}
          counts={assignments}
          withAgency={false}
        />
      </Part>
      <div className="side-by-side">
        <UnitPart unit="assignment" counts={assignments}>
          <Coordinating counts={coordinating} />
        </UnitPart>
        <UnitPart unit="item" counts={items} />
      </div>
      <UnitChoice value={unit} onChange={setUnit} />
      <Part title={words.dashboard.byPlan}>
        <Breakdown
          head={words.task.plan}
          unit={unit}
          rows={data.byPlan.map((plan) => ({
            ...plan,
            name: planName(plan),
            scope: { plan: plan.id },
            to: {
              path: '/dashboard',
              search: { plan: plan.id },
              label: words.dashboard.onlyThis(planName(plan)),
            },
          }))}
        />
      </Part>
    </>
  )
}

function Contacts({ contacts }: { contacts: AgencyStanding['contacts'] }) {
  const w = words.standing.agency
  const roles: Record<string, string> = words.identity.roles
  return (
    <Part title={w.contacts}>
      {contacts.length === 0 && <Text size="sm">{w.noContacts}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6}>
        {contacts.map(({ name, position, role }) => (
          <Stack gap={0} key={`${name} ${position}`}>
            <Text size="sm">
              <b>{name}</b>, {position || roles[role]}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
    </Part>
  )
}
