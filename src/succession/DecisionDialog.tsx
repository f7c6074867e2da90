// One decision for one old agency: where its open work goes, what goes elsewhere (a whole plan, or single duties), who
// of its people goes where, and why.
import { Anchor, Button, Modal, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Agency, ALL_AGENCIES, fullName, groupName } from '../agency/agency.ts'
import { AgencyGroup } from '../agency/group.ts'
import { get, newKey, send } from '../http/client.ts'
import { DialogActions, Failure, Loading } from '../ui/parts.tsx'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { type Holding, Passed, type Pending, type Target } from './act.ts'
import { holdingText } from './ReorganisationsPage.tsx'

const w = words.succession
const Held = z.object({
  rows: z.array(z.object({ id: z.uuid(), role: z.string(), section: z.string(), quote: z.string() })),
  next: z.uuid().nullable(),
})
const AS_DECIDED = 'as-decided'
const STAYS = 'stays'

interface Choice {
  value: string
  label: string
}

const targetOf = (value: string): Target => {
  const [kind, id = ''] = value.split(' ')
  return kind === 'group' ? { group: id } : { agency: id }
}

export function DecisionDialog({
  pending,
  onClose,
  onDecided,
}: {
  pending: Pending
  onClose: () => void
  onDecided: () => void
}) {
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
  })
  const groups = useQuery({
    queryKey: ['agency-groups'],
    queryFn: () => get('/api/agencies/groups', z.array(AgencyGroup)),
  })
  const { agency } = pending
  const name = fullName(agency)
  return (
    <Modal opened onClose={onClose} size="xl" title={w.decideOn(name)}>
      {agencies.data && groups.data ? (
        <Form
          pending={pending}
          agencies={agencies.data}
          groups={groups.data}
          onClose={onClose}
          onDecided={onDecided}
        />
      ) : agencies.error || groups.error ? (
        <Failure error={agencies.error ?? groups.error} />
      ) : (
        <Loading />
      )}
    </Modal>
  )
}

function Form({
  pending,
  agencies,
  groups,
  onClose,
  onDecided,
}: {
  pending: Pending
  agencies: readonly Agency[]
  groups: readonly AgencyGroup[]
  onClose: () => void
  onDecided: () => void
}) {
  const { agency, holding, goesOn, successors } = pending
  const [to, setTo] = useState<string | null>(goesOn ? `agency ${agency.id}` : null)
  const [why, setWhy] = useState('')
  /** plan id, or assignment id -> where it goes instead. */
  const [plans, setPlans] = useState<ReadonlyMap<string, string>>(new Map())
  const [duties, setDuties] = useState<ReadonlyMap<string, string>>(new Map())
  const [people, setPeople] = useState<ReadonlyMap<string, string>>(new Map())
  const [key] = useState(newKey)
  const named = new Set(successors.map(({ id }) => id))
  const others: Choice[] = agencies
    .filter(({ id, endedOn, province }) => endedOn === null && province === null && !named.has(id))
    .map((one) => ({ value: `agency ${one.id}`, label: fullName(one) }))
  const likely: Choice[] = [
    ...(goesOn ? [{ value: `agency ${agency.id}`, label: w.keepHere(agency.name) }] : []),
    ...successors
      .filter(({ id }) => id !== agency.id)
      .map(({ id, name, takes }) => ({ value: `agency ${id}`, label: takes ? `${name} (${takes})` : name })),
  ]
  const own = others.filter(({ value }) => value !== `agency ${agency.id}`)
  const receivers = [...likely, ...own]
  const collective: Choice[] = [
    ...GROUPS.filter((group) => group !== 'districts'),
    ...groups.map(({ id }) => id),
  ].map((group) => ({ value: `group ${group}`, label: w.eachOf(groupName(group, groups)) }))
  const exceptions = [
    ...[...plans].map(([planId, value]) => ({ planId, assignmentId: null, to: targetOf(value) })),
    ...[...duties].map(([assignmentId, value]) => ({ planId: null, assignmentId, to: targetOf(value) })),
  ]
  const save = useMutation({
    mutationFn: () =>
      send('/api/reorganisations/decisions', {
        ...{ key, answer: Passed },
        body: {
          ...{ actId: pending.actId, agencyId: agency.id, to: targetOf(to ?? ''), why, exceptions },
          accounts: [...people].map(([accountId, value]) => ({ accountId, to: targetOf(value) })),
        },
      }),
    onSuccess: onDecided,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to) save.mutate()
  }
  const isToGroup = to?.startsWith('group') ?? false
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{holdingText(holding)}</Text>
        <Select
          label={w.goesTo}
          description={w.goesToHint}
          required
          data={[
            ...(likely.length ? [{ group: w.likely, items: likely }] : []),
            { group: w.otherAgencies, items: own },
            ...(goesOn ? [] : [{ group: w.everyMember, items: collective }]),
          ]}
          searchable
          limit={200}
          value={to}
          onChange={setTo}
          data-autofocus
        />
        <Textarea
          label={w.why}
          autosize
          minRows={1}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {holding.plans.length > 0 && (
          <Exceptions
            holding={holding}
            receivers={receivers}
            plans={plans}
            duties={duties}
            isToGroup={isToGroup}
            onPlans={setPlans}
            onDuties={setDuties}
          />
        )}
        {holding.people.length > 0 && (
          <People holding={holding} receivers={receivers} people={people} onPeople={setPeople} to={to} />
        )}
        {save.error && <Failure error={save.error} />}
        <DialogActions onCancel={onClose} isFoot>
          <Button type="submit" loading={save.isPending} disabled={!to}>
            {w.confirmDecision}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}

const put = (map: ReadonlyMap<string, string>, key: string, value: string | null, nothing: string) => {
  const next = new Map(map)
  if (value === null || value === nothing) next.delete(key)
  else next.set(key, value)
  return next
}

function Exceptions({
  holding,
  receivers,
  plans,
  duties,
  isToGroup,
  onPlans,
  onDuties,
}: {
  holding: Holding
  receivers: readonly Choice[]
  plans: ReadonlyMap<string, string>
  duties: ReadonlyMap<string, string>
  isToGroup: boolean
  onPlans: (plans: ReadonlyMap<string, string>) => void
  onDuties: (duties: ReadonlyMap<string, string>) => void
}) {
  const [open, setOpen] = useState<string | null>(null)
  const data = [{ value: AS_DECIDED, label: w.asDecided }, ...receivers]
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.exceptions}
      </Text>
      <Text size="sm">{w.exceptionsHint}</Text>
      <Stack gap="sm">
        {holding.plans.map(({ id, number, title, n, oversees }) => {
          const name = [number, title].filter(Boolean).join(' · ')
          return (
            <SimpleGrid key={id} cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing={4}>
              <div>
                <Text size="sm" lineClamp={3}>
                  {name}
                </Text>
                <Text size="xs">
                  {[n > 0 && w.holds.assignments(n), oversees && w.oversees].filter(Boolean).join(', ')}
                  {oversees && isToGroup && !plans.has(id) && ` · ${w.overseerFor}`}
                </Text>
                {n > 0 && (
                  <Anchor
                    component="button"
                    type="button"
                    size="xs"
                    aria-expanded={open === id}
                    onClick={() => setOpen(open === id ? null : id)}
                  >
                    {open === id ? w.hideDuties : w.showDuties}
                  </Anchor>
                )}
                {open === id && (
                  <Duties
                    agencyId={holding.agencyId}
                    planId={id}
                    data={data}
                    duties={duties}
                    onDuties={onDuties}
                  />
                )}
              </div>
              <div>
                <Select
                  size="xs"
                  aria-label={w.goesToOf(name)}
                  data={data}
                  searchable
                  limit={200}
                  allowDeselect={false}
                  value={plans.get(id) ?? AS_DECIDED}
                  onChange={(value) => onPlans(put(plans, id, value, AS_DECIDED))}
                />
              </div>
            </SimpleGrid>
          )
        })}
      </Stack>
    </Stack>
  )
}

function Duties({
  agencyId,
  planId,
  data,
  duties,
  onDuties,
}: {
  agencyId: string
  planId: string
  data: Choice[]
  duties: ReadonlyMap<string, string>
  onDuties: (duties: ReadonlyMap<string, string>) => void
}) {
  const list = useInfiniteQuery({
    queryKey: ['reorganisations', 'held', agencyId, planId],
    queryFn: ({ pageParam }) =>
      get(
        `/api/reorganisations/held?agency=${agencyId}&plan=${planId}${pageParam ? `&after=${pageParam}` : ''}`,
        Held,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (list.error) return <Failure error={list.error} />
  if (!list.data) return <Loading />
  return (
    <Stack gap={6} mt={4}>
      {list.data.pages
        .flatMap(({ rows }) => rows)
        .map(({ id, section, quote }) => (
          <Select
            key={id}
            size="xs"
            label={
              <Text span size="xs" lineClamp={2}>
                {section}. {quote}
              </Text>
            }
            data={data}
            searchable
            limit={200}
            allowDeselect={false}
            value={duties.get(id) ?? AS_DECIDED}
            onChange={(value) => onDuties(put(duties, id, value, AS_DECIDED))}
          />
        ))}
      {list.hasNextPage && (
        <Button size="compact-xs" variant="default" onClick={() => void list.fetchNextPage()}>
          {words.common.more}
        </Button>
      )}
    </Stack>
  )
}

function People({
  holding,
  receivers,
  people,
  to,
  onPeople,
}: {
  holding: Holding
  receivers: readonly Choice[]
  people: ReadonlyMap<string, string>
  to: string | null
  onPeople: (people: ReadonlyMap<string, string>) => void
}) {
  const data = [{ value: STAYS, label: w.accountStays }, ...receivers]
  const isAgency = to?.startsWith('agency') ?? false
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.people(holding.people.length)}
      </Text>
      {isAgency && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onPeople(new Map(holding.people.map(({ id }) => [id, to ?? ''])))}
          >
            {w.allFollow}
          </Button>
        </div>
      )}
      {holding.people.map(({ id, name, position, agency }) => (
        <Select
          key={id}
          size="xs"
          label={[name, position, agency].filter(Boolean).join(', ')}
          data={data}
          searchable
          limit={200}
          allowDeselect={false}
          value={people.get(id) ?? STAYS}
          onChange={(value) => onPeople(put(people, id, value, STAYS))}
        />
      ))}
    </Stack>
  )
}
