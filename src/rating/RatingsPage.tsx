// The ranking of a period: who, how many points of which criterion, which band; every row opens what it was found from.
import {
  Alert,
  Anchor,
  Button,
  Card,
  Group,
  Modal,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type CSSProperties, lazy, Suspense, useState } from 'react'
import { searchKey } from '../base/text.ts'
import { get } from '../http/client.ts'
import { EVERY, type Every, periodAt } from '../task/period.ts'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, SearchField } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { LockPart } from './LockPart.tsx'
import { BandBadge, bandIn, Criteria, nameOf, PointsBar, SubjectLines, scoreIn } from './parts.tsx'
import { pointsText, type RatingRow, Ratings, SUBJECTS, type Subject } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { KEY } from './use-rating.ts'

const Explain = lazy(async () => ({ default: (await import('./Explain.tsx')).Explain }))
const HeadsDialog = lazy(async () => ({ default: (await import('./HeadsDialog.tsx')).HeadsDialog }))

const w = words.rating
const ALL = 'all'

interface Search {
  period?: string | undefined
  by?: Subject | undefined
  q?: string | undefined
  kind?: string | undefined
  /** Place of a band, or "none". */
  band?: string | undefined
  /** The subject that is opened up. */
  open?: string | undefined
}

/** The router turns "2026" into a number; here every value is text. */
const readSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    ['period', 'by', 'q', 'kind', 'band', 'open'].flatMap((name) =>
      search[name] === undefined ? [] : [[name, String(search[name])]],
    ),
  )

export function RatingsPage() {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [isHeads, setHeads] = useState(false)
  const change = (next: Search, replace = false) =>
    void navigate({ to: '/ratings', search: { ...search, ...next } as never, replace })
  const asked = new URLSearchParams(
    Object.entries({ period: search.period, by: search.by }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  )
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'list', search.period, search.by],
    queryFn: () => get(`/api/ratings?${asked}`, Ratings),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={w.title}
      actions={
        <>
          <Button variant="default" component={Link} to="/ratings/rubric">
            {w.openRubric}
          </Button>
          {data?.may.heads === null && (
            <Button variant="default" onClick={() => setHeads(true)}>
              {w.heads}
            </Button>
          )}
          {data && data.rows.length > 0 && (
            <>
              <Button variant="default" component="a" href={`/api/ratings/paper.docx?${asked}`} download>
                {w.word}
              </Button>
              <Button variant="default" component="a" href={`/api/ratings/paper.xlsx?${asked}`} download>
                {w.excel}
              </Button>
            </>
          )}
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Screen data={data} search={search} change={change} />}
      {data && search.open && (
        <Modal
          opened
          onClose={() => change({ open: undefined })}
          size="xl"
          title={<Text fw={700}>{w.explainTitle(openedName(data, search.open))}</Text>}
        >
          <Suspense fallback={<Loading />}>
            <Explain period={data.period.key} by={data.by} id={search.open} />
          </Suspense>
        </Modal>
      )}
      {isHeads && (
        <Suspense fallback={null}>
          <HeadsDialog onClose={() => setHeads(false)} />
        </Suspense>
      )}
    </Page>
  )
}

const openedName = ({ rows }: Ratings, id: string): string => {
  const row = rows.find(({ subject }) => subject.id === id)
  return row ? nameOf(row.subject) : ''
}

function Screen({
  data,
  search,
  change,
}: {
  data: Ratings
  search: Search
  change: (next: Search, replace?: boolean) => void
}) {
  const rows = data.rows.filter((row) => isWanted(row, search))
  const names = new Set(data.rows.map(({ subject }) => subject.kind))
  return (
    <>
      <PeriodBar data={data} change={change} />
      <Heading data={data} />
      {data.rows.length === 0 ? (
        <Empty>{data.may.all ? w.empty : w.emptyOwn}</Empty>
      ) : (
        <>
          {data.may.all && <Bands data={data} band={search.band} change={change} />}
          {data.may.all && (
            <Filters set={countSet([search.q, search.kind, search.band])}>
              <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
                <SearchField label={w.search} value={search.q} onSearch={(q) => change({ q }, true)} />
                <Choice
                  label={w.kindFilter}
                  options={[
                    { value: ALL, label: w.allKinds },
                    ...[...names].map((kind) => ({ value: kind, label: words.agency.kinds[kind] })),
                  ]}
                  value={search.kind ?? ALL}
                  onChange={(kind) => change({ kind: kind === ALL ? undefined : kind })}
                />
                <Choice
                  label={w.bandFilter}
                  options={[
                    { value: ALL, label: w.allBands },
                    ...data.body.bands.map(({ name }, band) => ({ value: String(band), label: name })),
                    { value: 'none', label: w.tooLittle },
                  ]}
                  value={search.band ?? ALL}
                  onChange={(band) => change({ band: band === ALL ? undefined : band })}
                />
              </SimpleGrid>
            </Filters>
          )}
          {rows.length === 0 ? (
            <Empty>{w.nothingFits}</Empty>
          ) : (
            <Rows rows={rows} body={data.body} onOpen={(open) => change({ open })} />
          )}
          {data.outside.length > 0 && (
            <Text size="sm" c="gray.7">
              {w.outside(data.outside.map(({ name }) => name).join(', '))}
            </Text>
          )}
        </>
      )}
    </>
  )
}

function isWanted(row: RatingRow, { q, kind, band }: Search): boolean {
  const { subject } = row
  const text = searchKey([subject.agency.name, subject.head?.name].filter(Boolean).join(' '))
  if (
    q &&
    !searchKey(q)
      .split(' ')
      .every((word) => text.includes(word))
  )
    return false
  if (kind && subject.kind !== kind) return false
  return !band || String(bandIn(row) ?? 'none') === band
}

function PeriodBar({ data, change }: { data: Ratings; change: (next: Search) => void }) {
  const { period, by } = data
  /** The period of another length in which this one ends. */
  const ofLength = (every: Every) => periodAt(every, period.to).key
  const go = (next: string) => change({ period: next, open: undefined })
  return (
    <Stack gap="xs">
      <Group gap="sm" className="screen-only">
        <SegmentedControl
          aria-label={w.everyLabel}
          data={EVERY.map((value) => ({ value, label: w.every[value] }))}
          value={period.every}
          onChange={(every) => go(ofLength(every as Every))}
        />
        <SegmentedControl
          aria-label={w.byLabel}
          data={SUBJECTS.map((value) => ({ value, label: w.by[value] }))}
          value={by}
          onChange={(next) => change({ by: next as Subject, open: undefined })}
        />
      </Group>
      <Group gap="xs">
        <Button
          className="screen-only"
          variant="default"
          size="compact-md"
          aria-label={w.previous}
          onClick={() => go(data.before)}
        >
          ‹
        </Button>
        <Text fw={700} role="status">
          {words.steps.period(period.key)}
        </Text>
        <Button
          className="screen-only"
          variant="default"
          size="compact-md"
          aria-label={w.next}
          onClick={() => go(data.after)}
        >
          ›
        </Button>
        <Text size="sm" c="gray.7">
          {words.steps.window(period.from, period.to)}
        </Text>
      </Group>
    </Stack>
  )
}

/** By which rubric, how far the period is, and who locked it. */
function Heading({ data }: { data: Ratings }) {
  const { rubric, period, today, tooManyTop, body } = data
  return (
    <Stack gap="xs">
      {rubric.id === null ? (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{w.notPublished}</Text>
        </Alert>
      ) : (
        <Text size="sm">{w.ruledBy(rubric.title, rubric.documentNumber, rubric.validFrom ?? '')}</Text>
      )}
      {!period.isOver && <Text size="sm">{w.running(today)}</Text>}
      {tooManyTop !== null && (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{w.tooManyTop(body.bands[0]?.name ?? '', tooManyTop)}</Text>
        </Alert>
      )}
      <LockPart data={data} />
    </Stack>
  )
}

/** How many stand in each band: the wider, the more; each part is the filter of its band. */
function Bands({
  data,
  band,
  change,
}: {
  data: Ratings
  band: string | undefined
  change: (next: Search) => void
}) {
  const { rows, body } = data
  const parts = [
    ...body.bands.map(({ name }, at) => ({ key: String(at), name })),
    { key: 'none', name: w.tooLittle },
  ]
    .map((part) => ({ ...part, n: rows.filter((row) => String(bandIn(row) ?? 'none') === part.key).length }))
    .filter(({ n }) => n > 0)
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0 }}>
        <Text size="sm">{w.bandsTitle}</Text>
      </legend>
      <div className="rating-bands">
        {parts.map(({ key, name, n }) => (
          <button
            key={key}
            type="button"
            aria-pressed={band === key}
            aria-label={w.bandLine(name, n, rows.length)}
            style={{ '--n': n, '--share': `${(100 * n) / rows.length}%` } as CSSProperties}
            onClick={() => change({ band: band === key ? undefined : key })}
          >
            {name} {w.bandCount(n, rows.length)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

interface RowsProps {
  rows: RatingRow[]
  body: Rubric
  onOpen: (id: string) => void
}

function Rows({ rows, body, onOpen }: RowsProps) {
  const isWide = useIsWide()
  if (!isWide)
    return (
      <Stack gap="sm">
        {rows.map((row) => (
          <Card
            key={row.subject.id}
            withBorder
            padding="sm"
            component="article"
            aria-label={nameOf(row.subject)}
          >
            <Stack gap={8}>
              <Group justify="space-between" align="flex-start" wrap="nowrap">
                <Who row={row} onOpen={onOpen} />
                {row.rank !== null && (
                  <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                    {w.columns.rank} <b>{words.number(row.rank)}</b>
                  </Text>
                )}
              </Group>
              <Score row={row} body={body} />
              <Criteria row={row} body={body} />
            </Stack>
          </Card>
        ))}
      </Stack>
    )
  return (
    <ListTable
      rows={rows.map((row) => ({ ...row, id: row.subject.id }))}
      columns={[
        { head: w.columns.rank, width: 64, cell: ({ rank }) => (rank === null ? '' : words.number(rank)) },
        { head: w.columns.agency, width: 190, cell: (row) => <Who row={row} onOpen={onOpen} /> },
        { head: w.columns.score, width: 240, cell: (row) => <Score row={row} body={body} /> },
        { head: w.columns.criteria, cell: (row) => <Criteria row={row} body={body} /> },
      ]}
    />
  )
}

function Who({ row, onOpen }: { row: RatingRow; onOpen: (id: string) => void }) {
  const { subject, objections } = row
  const name = nameOf(subject)
  return (
    <Stack gap={2}>
      <Anchor
        component="button"
        type="button"
        ta="left"
        size="sm"
        fw={600}
        aria-label={w.open(name)}
        onClick={() => onOpen(subject.id)}
      >
        {name}
      </Anchor>
      <SubjectLines subject={subject} />
      {objections > 0 && (
        <Text size="xs" fw={600}>
          {w.objectionsMark(objections)}
        </Text>
      )}
    </Stack>
  )
}

function Score({ row, body }: { row: RatingRow; body: Rubric }) {
  const score = scoreIn(row)
  const band = bandIn(row)
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={700}>{pointsText(score)}</Text>
        <BandBadge band={band} body={body} />
      </Group>
      <PointsBar points={score} most={10_000} label={w.scoreOf(score)} />
      <Text size="xs" c="gray.7">
        {band === null
          ? w.tooLittleWhy(row.duties + row.reports, body.minimum)
          : w.computedFrom(row.duties, row.reports)}
      </Text>
      {row.changed && <Text size="xs">{w.changedMark(row.score)}</Text>}
      {row.proposed && <Text size="xs">{w.proposedMark(row.proposed.score)}</Text>}
      {row.now && <Text size="xs">{row.now.score === null ? w.nowGone : w.nowMark(row.now.score)}</Text>}
    </Stack>
  )
}
