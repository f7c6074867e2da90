// One indicator: what it stands at now, its years with targets and forecast, the figure of any day down to its records,
// values people entered, targets of plans, how its definition came about. The address holds day, place and side.
import { Button, Group, Stack, Text } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Chart } from '../ui/Chart.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DayPart } from './DayPart.tsx'
import type { IndicatorPage as PageForm, SeriesPoint, Target, Way } from './indicator.ts'
import { DisagreeMark, StatusMark, TargetLine } from './parts.tsx'
import { amount, fileName, type Of, partsText, sourceText, trendChart, withUnit } from './show.ts'
import { TargetsPart } from './TargetsPart.tsx'
import { type PartProps, useChoices, useIndicator } from './use-indicator.ts'
import { ValuesPart } from './ValuesPart.tsx'

const ObjectsPart = lazy(async () => ({ default: (await import('./ObjectsPart.tsx')).ObjectsPart }))

const w = words.indicatorPage

export function IndicatorPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useIndicator(id)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen key={id} page={data} />
}

function Screen({ page }: { page: PageForm }) {
  const { indicator, may } = page
  // What was typed long ago is of its own day: today is asked for.
  const today = useChoices().data?.day ?? page.now.day
  return (
    <Page
      title={indicator.name}
      actions={
        <>
          {may.define && (
            <Button
              variant="default"
              component={Link}
              to="/indicators/$id/edit"
              params={{ id: indicator.id } as never}
            >
              {w.edit}
            </Button>
          )}
          <Button variant="default" visibleFrom="sm" onClick={() => window.print()}>
            {w.print}
          </Button>
        </>
      }
    >
      <NowPart page={page} today={today} />
      <Part title={w.years}>
        <Chart
          chart={trendChart(page)}
          excel={`/api/indicators/${indicator.id}/chart.xlsx`}
          fileName={fileName(indicator.name)}
        />
        <Moved series={page.series} of={indicator} />
      </Part>
      {indicator.way !== 'typed' && <DayPart page={page} today={today} />}
      {indicator.way === 'objects' && (
        <Suspense fallback={<Loading />}>
          <ObjectsPart page={page} today={today} />
        </Suspense>
      )}
      <ValuesPart page={page} today={today} />
      <TargetsPart page={page} today={today} />
      <History page={page} />
    </Page>
  )
}

/** The target that counts next: the first whose time is not over, otherwise the last one. */
const nextTarget = (targets: readonly Target[], day: string): Target | null => {
  const own = targets.filter(({ area }) => area === null)
  return own.find(({ toYear }) => toYear >= Number(day.slice(0, 4))) ?? own.at(-1) ?? null
}

function NowPart({ page, today }: PartProps) {
  const { indicator, now, targets, sentence } = page
  const target = nextTarget(targets, today)
  const shown = now.source === 'typed' ? null : now.computed
  const parts = shown && partsText(shown)
  return (
    <Part title={w.now}>
      <Group gap="xl" align="flex-start">
        <Stack gap={2}>
          <Text fw={700} fz={30} lh={1.2}>
            {withUnit(now.value, indicator)}
          </Text>
          {parts && (
            <Text size="sm">
              {w.parts}: {parts}
            </Text>
          )}
          <Text size="sm" c="gray.7">
            {sourceText(now)}
          </Text>
        </Stack>
        <Stack gap={4} flex="1 1 260px">
          {target && (
            <Group gap="xs">
              <StatusMark status={target.status} />
              <DisagreeMark known={now} />
            </Group>
          )}
          <TargetLine target={target} value={now.value} of={indicator} />
          {target?.why && <Text size="sm">{target.why}</Text>}
        </Stack>
      </Group>
      <Disagreements series={page.series} of={indicator} way={indicator.way} />
      {now.disagrees && <Text size="sm">{w.disagreeHint}</Text>}
      {indicator.description && <Text size="sm">{indicator.description}</Text>}
      <Text size="sm" c="gray.7">
        {[
          w.ways[indicator.way],
          sentence,
          indicator.agency && w.keptBy(indicator.agency.name),
          indicator.isRetired && w.list.retired,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Part>
  )
}

interface DisagreementsProps {
  series: readonly SeriesPoint[]
  of: Of
  way: Way
}

/** Both figures of a year side by side, and how far apart they are. */
function Disagreements({ series, of, way }: DisagreementsProps) {
  return series
    .filter(({ disagrees }) => disagrees)
    .map(({ year, day, computed, typed }) => (
      <Group key={year} gap="sm" align="stretch" role="group" aria-label={words.steps.period(String(year))}>
        <Beside label={w.ofYear(year, day)}>
          <span aria-hidden>⚠</span>
        </Beside>
        <Beside label={way === 'objects' ? w.countedValue : w.computedValue}>
          {withUnit(computed?.value ?? null, of)}
        </Beside>
        <Beside label={w.typedValue}>{withUnit(typed, of)}</Beside>
        <Beside label={w.difference}>
          {amount(Math.abs((computed?.value ?? 0) - (typed ?? 0)), of.decimals)}
        </Beside>
      </Group>
    ))
}

const Beside = ({ label, children }: { label: string; children: ReactNode }) => (
  <Stack gap={0} px="sm" py={6} style={{ border: '1px solid var(--mantine-color-gray-5)', borderRadius: 6 }}>
    <Text size="xs">{label}</Text>
    <Text fw={700}>{children}</Text>
  </Stack>
)

/** Years whose kept figure the registers do not give any more. */
function Moved({ series, of }: { series: readonly SeriesPoint[]; of: Of }) {
  const moved = series.filter(({ snapshotMoved }) => snapshotMoved)
  return moved.map(({ year, snapshot, value }) => (
    <Text key={year} size="sm">
      <span aria-hidden>≠ </span>
      {w.snapshotMoved(year, withUnit(snapshot, of), withUnit(value, of))}
    </Text>
  ))
}

/** Entries shown before the rest is asked for. */
const SHOWN = 5

function History({ page: { history } }: { page: PageForm }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? history : history.slice(0, SHOWN)
  return (
    <Part title={w.history}>
      {history.length === 0 && <Text size="sm">{w.historyNone}</Text>}
      {shown.map(({ at, actor, text, reason }) => (
        <div key={`${at} ${text}`}>
          <Text size="sm">{text}</Text>
          <Text size="xs" c="gray.7">
            {[actor, words.moment(at), reason && w.why(reason)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
      {history.length > shown.length && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
            {words.common.more}
          </Button>
        </Group>
      )}
    </Part>
  )
}
