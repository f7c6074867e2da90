// On the page of a plan: its duties to report, those read and not confirmed yet, its rounds, the way to ask for more.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Made, type Regime, PlanReporting as Reporting } from './exchange.ts'
import { RegimeDialog } from './RegimeDialog.tsx'
import { RoundCard } from './ReportsPage.tsx'
import { RoundDialog } from './RoundDialog.tsx'
import type { Proposal } from './regime.ts'

const w = words.report.plan

type Open = { regime: Regime | Proposal | null } | 'round' | null

export default function PlanReporting({ id }: SlotProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'plan', id],
    queryFn: () => get(`/api/plans/${id}/reporting`, Reporting),
  })
  return (
    <Part title={w.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Screen data={data} />}
    </Part>
  )
}

function Screen({ data }: { data: Reporting }) {
  const [open, setOpen] = useState<Open>(null)
  const client = useQueryClient()
  const may = data.whyNot === null
  const close = () => setOpen(null)
  const saved = () => {
    close()
    void client.invalidateQueries({ queryKey: ['reports'] })
  }
  return (
    <>
      {data.regimes.length === 0 && <Text size="sm">{w.none}</Text>}
      {data.regimes.map((regime) => (
        <RegimeRow
          key={regime.id}
          regime={regime}
          planId={data.plan.id}
          isOpened={data.rounds.some(
            (round) => round.period === regime.nextPeriod && round.title.startsWith(regime.title),
          )}
          onEdit={may ? () => setOpen({ regime }) : null}
          onOpened={saved}
        />
      ))}
      {may && data.proposals.length > 0 && (
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {w.found}
          </Text>
          {data.proposals.map((proposal) => (
            <Group key={proposal.key} gap="xs" align="flex-start" wrap="nowrap" justify="space-between">
              <Stack gap={0} style={{ minWidth: 0 }}>
                <Text size="sm">
                  {w.frequency(proposal.form.every)}: {w.duty(proposal.from, proposal.to)}
                </Text>
                <Text size="xs" c="gray.7" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
                  {w.quoteOf(proposal.quote)}
                </Text>
              </Stack>
              <Button
                size="xs"
                variant="default"
                style={{ flexShrink: 0 }}
                onClick={() => setOpen({ regime: proposal })}
              >
                {w.confirm}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      {may && (
        <Group gap="xs">
          <Button size="xs" onClick={() => setOpen('round')}>
            {w.request}
          </Button>
          <Button size="xs" variant="default" onClick={() => setOpen({ regime: null })}>
            {w.add}
          </Button>
        </Group>
      )}
      {data.rounds.length > 0 && (
        <Text size="sm" fw={600}>
          {w.rounds}
        </Text>
      )}
      {data.rounds.map((round) => (
        <RoundCard key={round.id} round={round} today={data.today} />
      ))}
      {open === 'round' && (
        <RoundDialog planId={data.plan.id} today={data.today} onClose={close} onSaved={saved} />
      )}
      {open !== null && open !== 'round' && (
        <RegimeDialog data={data} given={open.regime} onClose={close} onSaved={saved} />
      )}
    </>
  )
}

function RegimeRow({
  regime,
  planId,
  isOpened,
  onEdit,
  onOpened,
}: {
  regime: Regime
  planId: string
  isOpened: boolean
  onEdit: (() => void) | null
  onOpened: () => void
}) {
  const open = useMutation({
    mutationFn: () =>
      send(`/api/plans/${planId}/rounds`, {
        body: { kind: 'periodic', regimeId: regime.id, period: regime.nextPeriod },
        answer: Made,
      }),
    onSuccess: onOpened,
  })
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <Stack gap={0} style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {regime.title}
          </Text>
          <Text size="sm">
            {w.frequency(regime.every)} ·{' '}
            {regime.state === 'ended' ? w.ended : w.nextDue(regime.nextPeriod, regime.nextDue)}
          </Text>
        </Stack>
        {onEdit && (
          <Group gap="xs">
            {regime.state === 'active' && !isOpened && (
              <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
                {w.openNow(regime.nextPeriod)}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={onEdit} aria-label={`${w.edit}: ${regime.title}`}>
              {w.edit}
            </Button>
          </Group>
        )}
      </Group>
      {open.error && <Failure error={open.error} />}
    </Stack>
  )
}
