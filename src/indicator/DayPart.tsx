// The figure of a chosen day: how it is computed in words, by commune, and the very records it was made of, as they stood.
import { Anchor, Button, Group, SimpleGrid, Stack, Tabs, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { Chart } from '../ui/Chart.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Side } from './formula.ts'
import { FigureAnswer, type IndicatorPage, Records } from './indicator.ts'
import { amount, areaChart, fileName, partsText, withUnit } from './show.ts'
import { addressOf, KEY, type PartProps, readSearch, useAreas } from './use-indicator.ts'

const w = words.indicatorPage
const ALL = 'all'
const NAMES = ['day', 'area', 'side', 'atom', 'after'] as const
type Search = Partial<Record<(typeof NAMES)[number], string | undefined>>

export function DayPart({ page, today }: PartProps) {
  const { indicator } = page
  const search: Search = readSearch(useSearch({ strict: false }), NAMES)
  const navigate = useNavigate()
  const areas = useAreas(page.byArea)
  const change = (next: Search) =>
    void navigate({
      to: '/indicators/$id',
      params: { id: indicator.id } as never,
      search: { ...search, after: undefined, ...next } as never,
      replace: true,
      resetScroll: false,
    })
  const day = search.day ?? today
  const asked = { day, area: search.area }
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'figure', indicator.id, asked],
    queryFn: () =>
      get(
        `/api/indicators/${indicator.id}/figure?${addressOf({ ...asked, byArea: page.byArea && !search.area })}`,
        FigureAnswer,
      ),
    placeholderData: keepPreviousData,
  })
  return (
    <Part title={w.dayTitle}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" className="screen-only" maw={640}>
        <DayInput
          label={w.day}
          value={day}
          maxDate={today}
          clearable={false}
          onChange={(next) => change({ day: next === null || next === today ? undefined : next })}
        />
        {page.byArea && (
          <Choice
            label={w.areaChoice}
            options={[
              { value: ALL, label: w.wholeProvince },
              ...areas.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={search.area ?? ALL}
            onChange={(area) => change({ area: area === ALL ? undefined : area })}
          />
        )}
      </SimpleGrid>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <div role="status">
            <Text size="lg" fw={700}>
              {w.tried(withUnit(data.value, indicator), data.day)}
              {data.area && ` · ${data.area.name}`}
            </Text>
            {partsText(data) && (
              <Text size="sm">
                {w.parts}: {partsText(data)}
              </Text>
            )}
          </div>
          <Text size="sm">
            {w.sentence}: {data.sentence}
          </Text>
          {page.byArea && !search.area && <Areas page={page} figure={data} />}
          <RecordsPart page={page} search={search} day={day} isShare={data.part !== null} change={change} />
        </>
      )}
    </Part>
  )
}

/** Bars, and records, shown before all are asked for. */
const FEW = 10

function Areas({ page: { indicator }, figure }: { page: IndicatorPage; figure: FigureAnswer }) {
  const [isAll, setAll] = useState(false)
  const known = figure.areas.filter(({ value }) => value !== null)
  if (known.length === 0) return <Text size="sm">{w.areaNone}</Text>
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {w.area}
      </Text>
      <Chart
        chart={areaChart(indicator, known, figure.day, isAll ? known.length : FEW)}
        excel={`/api/indicators/${indicator.id}/areas.xlsx?day=${figure.day}`}
        fileName={`${fileName(indicator.name)}-${figure.day}`}
      />
      {known.length > FEW && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setAll(!isAll)}>
            {isAll ? w.areaFew : w.areaAll(known.length)}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

interface RecordsProps {
  page: IndicatorPage
  search: Search
  day: string
  isShare: boolean
  change: (next: Search) => void
}

function RecordsPart({ page: { indicator }, search, day, isShare, change }: RecordsProps) {
  const side: Side = search.side === 'whole' ? 'whole' : 'part'
  const asked = { day, area: search.area, side, atom: search.atom, after: search.after }
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'records', indicator.id, asked],
    queryFn: () => get(`/api/indicators/${indicator.id}/records?${addressOf(asked)}`, Records),
    placeholderData: keepPreviousData,
  })
  const [isAll, setAll] = useState(false)
  const shown = (data?.records ?? []).slice(0, isAll || search.after ? undefined : FEW)
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {w.records}
      </Text>
      {isShare && (
        <Tabs
          value={side}
          onChange={(next) => change({ side: next === 'whole' ? 'whole' : undefined, atom: undefined })}
        >
          <Tabs.List>
            <Tabs.Tab value="part">{w.recordsOf.part}</Tabs.Tab>
            <Tabs.Tab value="whole">{w.recordsOf.whole}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.atoms.length > 1 && (
        <Group gap="xs">
          {data.atoms.map(({ sentence, count }, at) => (
            <Button
              key={sentence}
              size="compact-sm"
              variant={at === data.atom ? 'filled' : 'default'}
              aria-pressed={at === data.atom}
              onClick={() => change({ atom: at === 0 ? undefined : String(at) })}
            >
              {sentence} ({words.number(count)})
            </Button>
          ))}
        </Group>
      )}
      {data && (
        <Text size="sm">{data.total === 0 ? w.recordsNone : w.recordsTotal(data.total, words.day(day))}</Text>
      )}
      <div className="indicator-records">
        {shown.map((record) => (
          <div key={record.id}>
            <Group gap={8} wrap="nowrap" justify="space-between" align="baseline">
              <RecordLink
                register={data?.atoms[data.atom]?.register ?? ''}
                id={record.id}
                title={record.title}
                isObject={indicator.way === 'objects'}
              />
              {record.value !== null && <Text size="sm">{amount(record.value, 2)}</Text>}
            </Group>
            <dl className="indicator-facts">
              {record.area && (
                <div>
                  <dt>{w.area}:</dt>
                  <dd>{record.area}</dd>
                </div>
              )}
              {record.facts.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}:</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      {data && data.records.length > shown.length && (
        <Group className="screen-only">
          <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
            {words.common.more}
          </Button>
        </Group>
      )}
      {data && (search.after || (data.next && shown.length === data.records.length)) && (
        <Group className="screen-only">
          {search.after && (
            <Button variant="default" size="compact-sm" onClick={() => change({ after: undefined })}>
              {words.common.firstPage}
            </Button>
          )}
          {data.next && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => data.next && change({ after: data.next })}
            >
              {words.common.nextPage}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

interface RecordProps {
  register: string
  id: string
  title: string
  isObject: boolean
}

/** To the row of its register; an object of the list stands on this very page. */
function RecordLink({ register, id, title, isObject }: RecordProps) {
  if (isObject)
    return (
      <Text size="sm" fw={600}>
        {title}
      </Text>
    )
  return (
    <Anchor
      component={Link}
      to="/registers/$name/$id"
      params={{ name: register, id } as never}
      size="sm"
      aria-label={w.openRecord(title)}
    >
      {title}
    </Anchor>
  )
}
