// On the page of a plan: each printed indicator with what it is in the province's list, its value and how it stands.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { get } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { type PlanIndicator, PlanIndicators } from './indicator.ts'
import { DisagreeMark, IndicatorLink, StatusMark, TargetLine } from './parts.tsx'
import { sourceText, withUnit } from './show.ts'
import { KEY, useWrite } from './use-indicator.ts'

const LinkPicker = lazy(async () => ({ default: (await import('./LinkPicker.tsx')).LinkPicker }))

const w = words.indicatorPage

/** Rows shown before all are asked for. */
const FEW = 8

export default function OfPlan({ id }: SlotProps) {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'plan', id],
    queryFn: () => get(`/api/plans/${id}/indicators`, PlanIndicators),
  })
  const [isAll, setAll] = useState(false)
  if (error)
    return (
      <Part title={w.ofPlanTitle}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Part>
    )
  if (!data)
    return (
      <Part title={w.ofPlanTitle}>
        <Loading />
      </Part>
    )
  // A plan without a single figure to reach has nothing to say here.
  if (data.indicators.length === 0) return null
  const { counts, indicators } = data
  const shown = isAll ? indicators : indicators.slice(0, FEW)
  return (
    <Part title={w.ofPlanTitle}>
      <Text size="sm">{w.planCounts(counts.printed, counts.linked, counts.withValue)}</Text>
      {shown.map((one) => (
        <Row key={one.printedId ?? one.indicator?.id} planId={id} one={one} mayLink={data.mayLink} />
      ))}
      {indicators.length > shown.length && (
        <Group className="screen-only">
          <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
            {w.all(indicators.length)}
          </Button>
        </Group>
      )}
    </Part>
  )
}

function Row({ planId, one, mayLink }: { planId: string; one: PlanIndicator; mayLink: boolean }) {
  const { indicator, now, targets } = one
  const [isOpen, setOpen] = useState(false)
  const save = useWrite(() => setOpen(false))
  const target =
    (now && targets.find(({ toYear }) => toYear >= Number(now.day.slice(0, 4)))) ?? targets.at(-1)
  return (
    <Stack gap={2} component="article" aria-label={one.name}>
      <Group gap="xs" align="baseline">
        {indicator ? (
          <IndicatorLink id={indicator.id} name={indicator.name} />
        ) : (
          <Text size="sm" fw={600}>
            {one.name}
          </Text>
        )}
        {target && <StatusMark status={target.status} />}
        {now && <DisagreeMark known={now} />}
      </Group>
      {indicator && now ? (
        <Group gap="2px 12px">
          <Text size="sm" fw={700}>
            {withUnit(now.value, indicator)}
          </Text>
          <TargetLine target={target ?? null} value={now.value} of={indicator} />
          <Text size="xs" c="gray.7">
            {sourceText(now)}
          </Text>
        </Group>
      ) : (
        <Text size="sm">{one.isNone ? w.isNone : w.notLinked}</Text>
      )}
      <Text size="xs" c="gray.7">
        {w.printedAs([one.section, [one.name, ...one.printed].join('; ')].filter(Boolean).join(': '))}
      </Text>
      {mayLink && one.printedId && (
        <Group className="screen-only">
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={w.nth(w.choose, one.name)}
            onClick={() => setOpen(true)}
          >
            {w.choose}
          </Button>
        </Group>
      )}
      {save.error && <Failure error={save.error} />}
      {isOpen && (
        <Suspense fallback={null}>
          <LinkPicker
            name={one.name}
            unit={one.suggestions[0]?.unit ?? indicator?.unit ?? ''}
            suggestions={one.suggestions}
            onPick={(to) => {
              setOpen(false)
              save.mutate({
                path: `/api/plans/${planId}/indicator-links`,
                method: 'PUT',
                body: { printedId: one.printedId, to },
                version: one.version,
              })
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Stack>
  )
}
