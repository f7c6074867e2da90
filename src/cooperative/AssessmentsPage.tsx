// The assessments of a year: how many stand in which band, each with its points and what is missing, confirmed by the page.
import { Alert, Anchor, Button, Card, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { get } from '../http/client.ts'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import {
  type AssessmentRow,
  Assessments,
  Confirmed,
  type ListQuery,
  STATES,
  type State,
} from './assessment-exchange.ts'
import { stateText } from './assessment-paper.ts'
import { BAND_NAMES, BandBadge, BandStrip } from './assessment-parts.tsx'
import { LockPart } from './LockPart.tsx'
import { KEY, useWrite } from './use-assessment.ts'

const w = words.assessment
const TO = '/cooperatives/ratings'
const ALL = 'all'

type Search = Partial<Record<'year' | 'state' | 'band' | 'place' | 'q' | 'after', string>>

/** The router turns "2026" into a number; here every value is text. */
const readSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    (['year', 'state', 'band', 'place', 'q', 'after'] satisfies (keyof ListQuery)[]).flatMap((name) =>
      search[name] === undefined ? [] : [[name, String(search[name])]],
    ),
  )

export function AssessmentsPage() {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: Search, replace = false) =>
    void navigate({ to: TO, search: { ...search, after: undefined, ...next } as never, replace })
  const asked = new URLSearchParams(Object.entries(search))
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'list', search],
    queryFn: () => get(`/api/assessments?${asked}`, Assessments),
    placeholderData: keepPreviousData,
  })
  const file = (form: string) => `/api/assessments/paper.${form}?${asked}`
  return (
    <Page
      title={w.title}
      actions={
        <>
          <Button variant="default" component={Link} to={`${TO}/criteria`}>
            {w.openRubric}
          </Button>
          {data && data.rows.length > 0 && (
            <>
              <Button variant="default" component="a" href={file('docx')} download>
                {w.word}
              </Button>
              <Button variant="default" component="a" href={file('xlsx')} download>
                {w.excel}
              </Button>
            </>
          )}
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Screen key={data.year} data={data} search={search} change={change} />}
    </Page>
  )
}

interface ScreenProps {
  data: Assessments
  search: Search
  change: (next: Search, replace?: boolean) => void
}

function Screen({ data, search, change }: ScreenProps) {
  const { rubric, bands, year, standsOn, today, before, counts } = data
  const state = (STATES as readonly string[]).includes(search.state ?? '') ? (search.state as State) : 'all'
  return (
    <>
      <Group align="flex-end" gap="md">
        <div style={{ width: 150 }} className="screen-only">
          <Choice
            label={w.yearLabel}
            options={data.years.map((one) => ({ value: String(one), label: String(one) }))}
            value={String(year)}
            onChange={(next) => change({ year: next })}
          />
        </div>
        <Text size="sm" c="gray.7" style={{ flex: '1 1 260px' }}>
          {w.about(`${year - 1}-12-15`, standsOn)}
        </Text>
      </Group>
      {rubric.id === null ? (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{w.notPublished}</Text>
        </Alert>
      ) : (
        <Text size="sm">{w.ruledBy(rubric.title, rubric.documentNumber, rubric.fromYear ?? year)}</Text>
      )}
      {today < standsOn && <Text size="sm">{w.running(standsOn)}</Text>}
      <LockPart data={data} />
      {counts.all === 0 ? (
        <Empty>{w.empty}</Empty>
      ) : (
        <>
          <section aria-label={w.bandsTitle}>
            <Text size="sm" mb={4}>
              {w.bandsTitle}
            </Text>
            <BandStrip bands={bands} chosen={search.band} onChoose={(band) => change({ band })} />
          </section>
          {before.length > 0 && <Before data={data} />}
          <StateTabs
            to={TO}
            filter={{ ...search, state }}
            states={STATES}
            steady={['all', 'open', 'ready', 'confirmed']}
            names={w.states}
            counts={counts}
          />
          <Filters set={countSet([search.q, search.band, search.place])}>
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
              <SearchField label={w.search} value={search.q} onSearch={(q) => change({ q }, true)} />
              <Choice
                label={w.bandFilter}
                options={[
                  { value: ALL, label: w.allBands },
                  ...BAND_NAMES.map((value) => ({ value, label: w.bands[value] })),
                ]}
                value={search.band ?? ALL}
                onChange={(band) => change({ band: band === ALL ? undefined : band })}
              />
              <Choice
                label={w.placeFilter}
                options={[
                  { value: ALL, label: w.allPlaces },
                  ...data.places.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={search.place ?? ALL}
                onChange={(place) => change({ place: place === ALL ? undefined : place })}
              />
            </SimpleGrid>
          </Filters>
          <Rows data={data} />
          <Pages to={TO} filter={search} next={data.next} />
        </>
      )}
    </>
  )
}

/** Confirmed results of each year: how many of how many are good or fair, and the columns of bands. */
function Before({ data: { before } }: { data: Assessments }) {
  return (
    <Part title={w.confirmedOnly}>
      <Group align="flex-start" gap="lg">
        <div className="year-columns" aria-hidden>
          {before.map((one) => (
            <div key={one.year}>
              <div className="column">
                {BAND_NAMES.filter((name) => one[name] > 0).map((name) => (
                  <span key={name} data-band={name} style={{ '--n': one[name] } as CSSProperties}>
                    {words.number(one[name])}
                  </span>
                ))}
              </div>
              <Text size="xs">{one.year}</Text>
            </div>
          ))}
        </div>
        <Stack gap={4} component="ul" className="plain-list" style={{ flex: '1 1 260px' }}>
          {before.map((one) => {
            const rated = one.good + one.fair + one.average + one.weak
            return (
              <li key={one.year}>
                <Text size="sm" fw={600}>
                  {w.effective(one.good + one.fair, rated, one.year)}
                </Text>
                <Text size="sm" c="gray.7">
                  {BAND_NAMES.filter((name) => one[name] > 0)
                    .map((name) => `${w.bands[name]}: ${words.number(one[name])}`)
                    .join(' · ')}
                </Text>
              </li>
            )
          })}
        </Stack>
      </Group>
    </Part>
  )
}

function Rows({ data }: { data: Assessments }) {
  const isWide = useIsWide()
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map())
  const [answer, setAnswer] = useState<Confirmed | null>(null)
  const confirm = useWrite<Confirmed>((done) => {
    setAnswer(done)
    setChosen(new Map())
  }, Confirmed)
  const { rows, may, year, lock, today, standsOn, rubric } = data
  const mayChoose = may.confirm === null && !lock && today >= standsOn && rubric.id !== null
  const ready = rows.filter(({ state }) => state === 'ready')
  const choose = (some: readonly AssessmentRow[], isChosen: boolean) => {
    const next = new Map(chosen)
    for (const { cooperative, version } of some)
      if (isChosen) next.set(cooperative.id, version)
      else next.delete(cooperative.id)
    setChosen(next)
  }
  const box = (row: AssessmentRow) =>
    mayChoose && row.state === 'ready' ? (
      <Checkbox
        aria-label={w.choose(row.cooperative.name)}
        checked={chosen.has(row.cooperative.id)}
        onChange={(event) => choose([row], event.currentTarget.checked)}
      />
    ) : null
  if (rows.length === 0) return <Empty>{w.nothingFits}</Empty>
  return (
    <Stack gap="sm">
      {mayChoose && ready.length > 0 && (
        <Group className="screen-only">
          <Checkbox
            label={w.chooseAll}
            checked={ready.every(({ cooperative }) => chosen.has(cooperative.id))}
            onChange={(event) => choose(ready, event.currentTarget.checked)}
          />
          <Button
            disabled={chosen.size === 0}
            loading={confirm.isPending}
            onClick={() =>
              confirm.mutate({
                path: `/api/assessments/${year}/confirm`,
                body: {
                  chosen: [...chosen].map(([cooperativeId, version]) => ({ cooperativeId, version })),
                },
              })
            }
          >
            {w.confirmChosen(chosen.size)}
          </Button>
        </Group>
      )}
      {confirm.error && <Failure error={confirm.error} />}
      {answer && <Answer answer={answer} />}
      {isWide ? (
        <ListTable
          rows={rows.map((row) => ({ ...row, id: row.cooperative.id }))}
          isChosen={({ id }) => chosen.has(id)}
          columns={[
            ...(mayChoose ? [{ head: w.columns.confirm, width: 64, cell: box }] : []),
            { head: w.columns.cooperative, cell: (row) => <Who row={row} year={year} /> },
            { head: w.columns.place, width: 170, cell: (row) => row.cooperative.place.name },
            { head: w.columns.points, width: 90, cell: (row) => scoreText(row) },
            { head: w.columns.band, width: 160, cell: (row) => <BandBadge band={row.band} /> },
            { head: w.columns.state, width: 270, cell: (row) => <State row={row} /> },
          ]}
        />
      ) : (
        rows.map((row) => (
          <Card
            key={row.cooperative.id}
            withBorder
            padding="sm"
            component="article"
            aria-label={row.cooperative.name}
          >
            <Stack gap={6}>
              <Group gap="xs" wrap="nowrap" align="flex-start">
                {box(row)}
                <Who row={row} year={year} />
              </Group>
              <Group gap="xs">
                <BandBadge band={row.band} />
                <Text size="sm" fw={700}>
                  {row.score === null ? '' : w.scoreOf(row.score)}
                </Text>
              </Group>
              <State row={row} />
            </Stack>
          </Card>
        ))
      )}
    </Stack>
  )
}

const scoreText = ({ score }: AssessmentRow) => (score === null ? '' : words.number(score))

function Who({ row: { cooperative }, year }: { row: AssessmentRow; year: number }) {
  return (
    <div>
      <Anchor
        component={Link}
        to={'/cooperatives/ratings/$year/$id' as never}
        params={{ year: String(year), id: cooperative.id } as never}
        size="sm"
        fw={600}
        aria-label={w.open(cooperative.name)}
      >
        {cooperative.name}
      </Anchor>
      <Text size="xs" c="gray.7">
        {cooperative.code}
      </Text>
    </div>
  )
}

function State({ row }: { row: AssessmentRow }) {
  return (
    <div>
      <Text size="sm">{stateText(row)}</Text>
      {row.isAdjusted && (
        <Text size="xs" fw={600}>
          {w.adjustedMark}
        </Text>
      )}
    </div>
  )
}

function Answer({ answer: { confirmed, refused } }: { answer: Confirmed }) {
  return (
    <Alert color={refused.length ? 'yellow' : 'teal'} variant="light" role="status">
      <Text size="sm">{w.confirmedNow(confirmed)}</Text>
      {refused.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {w.refusedTitle(refused.length)}
          </Text>
          {refused.map(({ cooperativeId, name, why }) => (
            <Text size="sm" key={cooperativeId}>
              {name}: {why}
            </Text>
          ))}
        </>
      )}
    </Alert>
  )
}
