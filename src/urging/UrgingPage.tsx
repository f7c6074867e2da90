// Whom there is to urge: agencies by what is overdue of theirs, letters to one or to many, and the ladder of reminders.
import { Anchor, Button, Checkbox, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { LadderEdit, LadderSaid } from './LadderFields.tsx'
import { Made, useLetters } from './Letters.tsx'
import { ProvinceLadder, type UrgedAgency, UrgedList } from './urging.ts'
import './urging.css'

const w = words.urging

export function UrgingPage() {
  const plan = z.uuid().safeParse((useSearch({ strict: false }) as { plan?: unknown }).plan).data
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'urging', plan],
    queryFn: () => get(`/api/urging/agencies${plan ? `?plan=${plan}` : ''}`, UrgedList),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={data.overseer ? `${w.title}: ${data.overseer.name}` : w.title}>
      {data.plans.length === 0 ? (
        <Empty>{w.empty}</Empty>
      ) : (
        <>
          <Text size="sm">{data.overseer ? w.explain : w.explainAll}</Text>
          <NativeSelect
            label={w.plan}
            value={plan ?? ''}
            maw={560}
            data={[
              { value: '', label: w.allPlans },
              ...data.plans.map(({ id, name }) => ({ value: id, label: name.slice(0, 120) })),
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value || undefined
              void navigate({ to: '/urging', search: { plan: chosen } as never })
            }}
          />
          <Agencies key={plan ?? ''} list={data} plan={plan} />
        </>
      )}
      <Ladders />
    </Page>
  )
}

function Agencies({ list, plan }: { list: UrgedList; plan: string | undefined }) {
  const whyNot = useWhyNot('urging.letter')
  const late = list.agencies.filter(({ overdue }) => overdue > 0)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const letters = useLetters(() => setChosen([]))
  const isAll = late.length > 0 && chosen.length === late.length
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      {late.length === 0 && <Empty>{w.noneOverdue}</Empty>}
      {late.length > 0 && (
        <Part title={w.agency}>
          <Group justify="space-between">
            <Checkbox
              label={w.letter.chooseAll}
              checked={isAll}
              indeterminate={chosen.length > 0 && !isAll}
              disabled={whyNot !== null}
              onChange={() => setChosen(isAll ? [] : late.map(({ agency }) => agency.id))}
            />
            <Button
              disabled={chosen.length === 0 || whyNot !== null}
              loading={letters.isPending}
              onClick={() => letters.mutate({ agencies: chosen, plan })}
            >
              {w.letter.write(chosen.length)}
            </Button>
          </Group>
          {whyNot && <Text size="sm">{whyNot}</Text>}
          {letters.error && <Failure error={letters.error} />}
          {letters.data && <Made made={letters.data} />}
          <Stack gap="xs">
            {late.map((row) => (
              <Row
                key={row.agency.id}
                row={row}
                plan={plan}
                overseer={list.overseer?.id}
                isChosen={chosen.includes(row.agency.id)}
                isClosed={whyNot !== null}
                onToggle={() => toggle(row.agency.id)}
              />
            ))}
          </Stack>
        </Part>
      )}
      <Text size="sm" c="gray.7">
        {w.inTime(list.agencies.length - late.length)}
      </Text>
    </>
  )
}

interface RowProps {
  row: UrgedAgency
  plan: string | undefined
  overseer: string | undefined
  isChosen: boolean
  isClosed: boolean
  onToggle: () => void
}

function Row({
  row: { agency, overdue, whole, daysLate, letter },
  plan,
  overseer,
  isChosen,
  isClosed,
  onToggle,
}: RowProps) {
  return (
    <Paper withBorder p="xs">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Checkbox
          aria-label={w.letter.choose(agency.name)}
          checked={isChosen}
          disabled={isClosed}
          onChange={onToggle}
          mt={2}
        />
        <Stack gap={4} style={{ flexGrow: 1, minWidth: 0 }}>
          <Anchor component={Link} to="/agencies/$id" params={{ id: agency.id } as never} fw={600}>
            {agency.name}
          </Anchor>
          <div className="urged-bar" aria-hidden>
            <span style={{ width: `${(100 * overdue) / whole}%` }} />
          </div>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {w.overdueOf(overdue, whole)}
            </Text>
            {daysLate !== null && <Text size="sm">{w.oldest(daysLate)}</Text>}
            <Anchor
              component={Link}
              to="/work"
              search={{ agency: agency.id, state: 'overdue', role: 'lead', plan, overseer } as never}
              size="sm"
              aria-label={w.listOf(agency.name)}
            >
              {w.list}
            </Anchor>
            {letter && (
              <Anchor component={Link} to={`/papers/${letter.dossierId}`} size="sm">
                {w.letter.last(words.day(letter.onDay), letter.overdue)}
              </Anchor>
            )}
          </Group>
        </Stack>
      </Group>
    </Paper>
  )
}

function Ladders() {
  const path = '/api/urging/ladder'
  const whyNot = useWhyNot('urging.set')
  const { data, error, refetch } = useQuery({
    queryKey: ['urging', 'ladder'],
    queryFn: () => get(path, ProvinceLadder),
  })
  return (
    <Part title={w.ladder.title}>
      <Text size="sm">{w.ladder.explain}</Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Text fw={600} size="sm">
            {w.ladder.ofProvince}
          </Text>
          <LadderSaid ladder={data} />
          <LadderEdit path={path} ladder={data} whyNot={whyNot} />
          {data.plans.length > 0 && (
            <Text fw={600} size="sm">
              {w.ladder.ofPlans}
            </Text>
          )}
          {data.plans.map((plan) => (
            <div key={plan.id}>
              <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
                {plan.name}
              </Anchor>
              <LadderSaid ladder={plan} />
            </div>
          ))}
        </>
      )}
    </Part>
  )
}
