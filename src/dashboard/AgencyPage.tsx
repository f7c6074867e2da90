// Where one agency stands: what it bears, what is overdue, what is done, by plan; and whom to ask.
import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { get } from '../http/client.ts'
import { PaperMenu } from '../task/PaperMenu.tsx'
import { planName } from '../task/parts.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import { words } from '../vocabulary/words.ts'
import { Breakdown } from './breakdown.tsx'
import { UnitChoice } from './DashboardPage.tsx'
import { AgencyStanding, type Unit } from './dashboard.ts'
import { Coordinating, ScopeOfPage, UnitPart } from './figures.tsx'
import { PrintButton } from './print.tsx'
import { BlockerCards, Stuck } from './stuck.tsx'

export function AgencyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'agency', id],
    queryFn: () => get(`/api/agencies/${id}/standing`, AgencyStanding),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ScopeOfPage value={{ agency: id }}>
      <Standing data={data} />
    </ScopeOfPage>
  )
}

function Standing({ data }: { data: AgencyStanding }) {
  const [unit, setUnit] = useState<Unit>('assignment')
  const { agency, assignments, coordinating, items } = data
  const w = words.standing.agency
  const isEmpty = assignments.all === 0 && coordinating.all === 0
  return (
    <Page
      title={agency.name}
      actions={
        <>
          <Button component={Link} to="/work" search={{ agency: agency.id, state: 'open' } as never}>
            {w.list}
          </Button>
          <Button
            component={Link}
            variant="default"
            to="/calendar"
            search={{ agency: agency.id } as never}
            className="screen-only"
          >
            {w.calendar}
          </Button>
          <PaperMenu filter={{ agency: agency.id, state: 'all' }} />
          <PrintButton />
        </>
      }
    >
      <Text size="sm" c="gray.7">
        {words.dashboard.counted(words.day(data.today))}{' '}
        <span className="screen-only">{words.dashboard.clickable}</span>
      </Text>
      {isEmpty && <Empty>{w.empty}</Empty>}
      <Slot name="agency" id={agency.id} />
      {!isEmpty && (
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
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Facts agency={agency} />
        <Contacts contacts={data.contacts} />
      </SimpleGrid>
      <Slot name="agency-end" id={agency.id} />
      <Anchor component={Link} to="/agencies" size="sm" className="screen-only">
        {w.back}
      </Anchor>
    </Page>
  )
}

function Facts({ agency }: { agency: AgencyStanding['agency'] }) {
  const w = words.standing.agency
  const kinds: Record<string, string> = words.agency.kinds
  const link = ({ id, name }: { id: string; name: string }) => (
    <Anchor key={id} component={Link} to="/agencies/$id" params={{ id } as never} size="sm">
      {name}
    </Anchor>
  )
  return (
    <Part title={w.facts}>
      <Stack gap="xs">
        <Fact label={w.kind}>{kinds[agency.kind] ?? agency.kind}</Fact>
        {agency.code && <Fact label={w.code}>{agency.code}</Fact>}
        {agency.parent && <Fact label={w.parent}>{link(agency.parent)}</Fact>}
        {agency.aliases.length > 0 && <Fact label={w.aliases}>{agency.aliases.join('; ')}</Fact>}
        {agency.units.length > 0 && (
          <Fact label={w.units}>
            <Group gap="sm" component="span">
              {agency.units.map(link)}
            </Group>
          </Fact>
        )}
      </Stack>
    </Part>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Text size="sm" component="div">
    <b>{label}:</b> {children}
  </Text>
)

function Contacts({ contacts }: { contacts: AgencyStanding['contacts'] }) {
  const w = words.standing.agency
  const roles: Record<string, string> = words.identity.roles
  return (
    <Part title={w.contacts}>
      {contacts.length === 0 && <Text size="sm">{w.noContacts}</Text>}
      <Stack gap={6}>
        {contacts.map(({ name, position, role }) => (
          <Text size="sm" key={`${name} ${position}`}>
            <b>{name}</b>, {position || roles[role]}
          </Text>
        ))}
      </Stack>
    </Part>
  )
}
