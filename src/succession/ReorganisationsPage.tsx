// Reorganisations: what waits for a decision on top, then every act, those to come first.
import { Badge, Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { AgencyTabs } from '../agency/AgencyTabs.tsx'
import { fullName } from '../agency/agency.ts'
import { get, send } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ActDialog } from './ActDialog.tsx'
import { ActPicture } from './ActPicture.tsx'
import { type Act, ActList, Pending } from './act.ts'
import { DecisionDialog } from './DecisionDialog.tsx'

const w = words.succession
const KEY = ['reorganisations']

type Open = { kind: 'act'; act: Act | null } | { kind: 'decide'; pending: Pending } | null

export function ReorganisationsPage() {
  const whyNot = useWhyNot('agency.write')
  const client = useQueryClient()
  const [open, setOpen] = useState<Open>(null)
  const list = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      get(`/api/reorganisations${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, ActList),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const pending = useQuery({
    queryKey: [...KEY, 'pending'],
    queryFn: () => get('/api/reorganisations/pending', z.array(Pending)),
  })
  const changed = () => {
    setOpen(null)
    void client.invalidateQueries({ queryKey: KEY })
    void client.invalidateQueries({ queryKey: ['agencies'] })
  }
  const acts = list.data?.pages.flatMap((page) => page.acts) ?? []
  const record = (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Button
        data-disabled={whyNot ? true : undefined}
        onClick={() => whyNot || setOpen({ kind: 'act', act: null })}
      >
        {w.record}
      </Button>
    </Tooltip>
  )
  const error = list.error ?? pending.error
  return (
    <Page title={w.tabs.reorganisations} actions={acts.length > 0 && record}>
      <AgencyTabs />
      {error && (
        <Failure error={error} onRetry={() => void Promise.all([list.refetch(), pending.refetch()])} />
      )}
      {list.isPending && <Loading />}
      {pending.data && pending.data.length > 0 && (
        <Part title={w.pending(pending.data.length)}>
          <Text size="sm">{w.pendingExplain}</Text>
          {pending.data.map((one) => (
            <PendingLine
              key={`${one.actId} ${one.agency.id}`}
              pending={one}
              whyNot={whyNot}
              onDecide={() => setOpen({ kind: 'decide', pending: one })}
            />
          ))}
        </Part>
      )}
      {list.data && acts.length === 0 && <Empty action={record}>{w.noActs}</Empty>}
      {acts.map((act) => (
        <ActCard key={act.id} act={act}>
          {act.state === 'prepared' && !whyNot && (
            <Prepared act={act} onChange={() => setOpen({ kind: 'act', act })} onUndone={changed} />
          )}
        </ActCard>
      ))}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.common.more}
        </Button>
      )}
      {open?.kind === 'act' && (
        <ActDialog act={open.act} onClose={() => setOpen(null)} onRecorded={changed} />
      )}
      {open?.kind === 'decide' && (
        <DecisionDialog pending={open.pending} onClose={() => setOpen(null)} onDecided={changed} />
      )}
    </Page>
  )
}

function PendingLine({
  pending,
  whyNot,
  onDecide,
}: {
  pending: Pending
  whyNot: string | null
  onDecide: () => void
}) {
  const { agency, holding, goesOn, effectiveOn, documentNumber } = pending
  const name = fullName(agency)
  return (
    <Group
      justify="space-between"
      gap="sm"
      py={4}
      style={{ borderTop: '1px solid var(--mantine-color-gray-3)' }}
    >
      <Stack gap={0} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm">{holdingText(holding)}</Text>
        <Text size="xs" c="gray.7">
          {goesOn ? w.goesOn(effectiveOn) : w.endedBy(effectiveOn, documentNumber)}
        </Text>
      </Stack>
      <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
        <Button
          size="xs"
          data-disabled={whyNot ? true : undefined}
          onClick={() => whyNot || onDecide()}
          aria-label={w.decideOn(name)}
        >
          {w.decide}
        </Button>
      </Tooltip>
    </Group>
  )
}

/** "12 lượt giao, theo dõi 1 kế hoạch, 3 người". */
export const holdingText = (holding: Pending['holding']): string => {
  const overseen = holding.plans.filter(({ oversees }) => oversees).length
  const { leading, coordinating, coordinated, seats, rows, people, units } = holding
  const parts = [
    leading && w.holds.leading(leading),
    coordinating && w.holds.coordinating(coordinating),
    overseen && w.holds.overseen(overseen),
    coordinated && w.holds.coordinated(coordinated),
    seats && w.holds.seats(seats),
    rows && w.holds.rows(rows),
    people.length && w.holds.people(people.length),
    units && w.holds.units(units),
  ].filter(Boolean)
  return parts.length ? parts.join(', ') : w.holds.nothing
}

/** One act: what happened, from which day, by which document, who became whom, and who decided. */
export function ActCard({ act, children }: { act: Act; children?: ReactNode }) {
  const { kind, effectiveOn, documentNumber, documentOn, state, recordedBy, recordedAt } = act
  return (
    <Part title={w.actTitle(w.kinds[kind], effectiveOn)}>
      <Group gap="xs">
        <Badge variant="outline" tt="none" color={state === 'prepared' ? 'orange.9' : 'gray.8'}>
          {w.states[state]}
        </Badge>
        <Text size="sm">{w.byDocument(documentNumber, documentOn)}</Text>
      </Group>
      <ActPicture
        label={w.actTitle(w.kinds[kind], effectiveOn)}
        old={act.old.map((agency) => ({ key: agency.id, name: fullName(agency), lines: [] }))}
        successors={[
          ...act.successors.map((agency, at) => ({
            key: `${agency.id ?? agency.name} ${at}`,
            name: fullName(agency),
            lines: agency.takes ? [w.takes(agency.takes)] : [],
            isNew: agency.id === null && kind !== 'rename',
          })),
          ...act.decisions
            .filter(({ to }) => !act.successors.some((successor) => fullName(successor) === to))
            .map(({ agency, to }) => ({ key: agency.id, name: to, lines: [w.decidedTo] })),
        ]}
      />
      {act.note && <Text size="sm">{act.note}</Text>}
      {act.decisions.map((decision) => (
        <Text size="sm" key={decision.agency.id}>
          {w.decisionLine(decision)}
        </Text>
      ))}
      <Text size="xs" c="gray.7">
        {w.recordedBy(recordedBy, words.moment(recordedAt))}
      </Text>
      {children}
    </Part>
  )
}

function Prepared({ act, onChange, onUndone }: { act: Act; onChange: () => void; onUndone: () => void }) {
  const [isSure, setSure] = useState(false)
  const undo = useMutation({
    mutationFn: () =>
      send(`/api/reorganisations/${act.id}`, {
        ...{ method: 'DELETE' as const, version: act.version, answer: z.null() },
      }),
    onSuccess: onUndone,
  })
  return (
    <Stack gap="xs">
      <Text size="sm">{w.preparedExplain(act.effectiveOn)}</Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={onChange}>
          {words.common.edit}
        </Button>
        {isSure ? (
          <Button size="xs" color="red.9" loading={undo.isPending} onClick={() => undo.mutate()}>
            {w.undoSure}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setSure(true)}>
            {w.undo}
          </Button>
        )}
      </Group>
      {undo.error && <Failure error={undo.error} />}
    </Stack>
  )
}
