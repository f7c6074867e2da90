// The rubric: what is in force, its versions, the draft in work, and which agency keeps the ratings.
import { Alert, Badge, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PointsBar } from './parts.tsx'
import { RubricEditor } from './RubricEditor.tsx'
import { Rubrics, type RubricVersion } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { KEY, useWrite } from './use-rating.ts'

const w = words.rating

export function RubricPage() {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'rubrics'],
    queryFn: () => get('/api/rubrics', Rubrics),
  })
  return (
    <Page
      title={w.rubricTitle}
      actions={
        <Button variant="default" component={Link} to="/ratings">
          {w.openRatings}
        </Button>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Screen data={data} />}
    </Page>
  )
}

function Screen({ data }: { data: Rubrics }) {
  const { versions, sample, current, may } = data
  const inForce = versions.find(({ id }) => id === current)
  const draft = useWrite(() => {})
  const save = useWrite(() => {})
  const drafts = versions.filter(({ state }) => state === 'draft')
  const published = versions.filter(({ state }) => state === 'published')
  return (
    <>
      <Text size="sm" c="gray.7">
        {w.rubricNote}
      </Text>
      {!inForce && (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{w.notPublished}</Text>
        </Alert>
      )}
      <Office data={data} />
      {may.draft === null && drafts.length === 0 && (
        <Stack gap={4}>
          <Group>
            <Button
              loading={draft.isPending}
              onClick={() =>
                draft.mutate({
                  path: '/api/rubrics',
                  body: {
                    body: { ...(inForce?.body ?? sample), title: inForce?.body.title ?? w.rubricTitle },
                  },
                })
              }
            >
              {w.newDraft}
            </Button>
          </Group>
          <Text size="sm" c="gray.7">
            {w.newDraftHint}
          </Text>
          {draft.error && <Failure error={draft.error} />}
        </Stack>
      )}
      {drafts.map((one) => (
        <RubricEditor key={`${one.id} ${one.version}`} draft={one} data={data} save={save} />
      ))}
      {published.map((one) => (
        <Published key={one.id} version={one} isCurrent={one.id === current} />
      ))}
      {published.length === 0 && drafts.length === 0 && (
        <Part title={w.sample.title}>
          <RubricFacts body={sample} />
        </Part>
      )}
    </>
  )
}

function Office({ data: { office, may } }: { data: Rubrics }) {
  const [agencyId, setAgency] = useState(office.agency?.id ?? null)
  const isMine = may['set-office'] === null
  const agencies = useQuery({
    queryKey: ['agencies', 'for-ratings'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
    enabled: isMine,
  })
  const save = useWrite(() => {})
  return (
    <Part title={w.office}>
      <Text size="sm" c="gray.7">
        {w.officeHint}
      </Text>
      {isMine ? (
        <Group align="flex-end" gap="xs">
          <Select
            aria-label={w.office}
            placeholder={w.officeNone}
            data={(agencies.data ?? [])
              .filter(({ kind, endedOn }) => kind !== 'unit' && !endedOn)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={agencyId}
            onChange={setAgency}
            searchable
            clearable
            flex="1 1 240px"
            maw={420}
          />
          <Button
            variant="default"
            disabled={agencyId === (office.agency?.id ?? null)}
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                path: '/api/ratings/office',
                method: 'PUT',
                body: { agencyId },
                version: office.version,
              })
            }
          >
            {words.common.save}
          </Button>
          {save.error && <Failure error={save.error} />}
        </Group>
      ) : (
        <Text size="sm" fw={600}>
          {office.agency?.name ?? w.officeNone}
        </Text>
      )}
    </Part>
  )
}

function Published({ version, isCurrent }: { version: RubricVersion; isCurrent: boolean }) {
  const { body, validFrom, documentNumber, publishedBy, publishedAt } = version
  return (
    <Part title={body.title}>
      <Group gap="xs">
        <Text size="sm">{w.version(validFrom ?? '', documentNumber)}</Text>
        {isCurrent && (
          <Badge variant="outline" color="lake.9" tt="none">
            {w.inForce}
          </Badge>
        )}
      </Group>
      <RubricFacts body={body} />
      <Text size="xs" c="gray.7">
        {w.publishedBy(publishedBy ?? '', publishedAt ? words.moment(publishedAt) : '')}
      </Text>
    </Part>
  )
}

/** A rubric to be read. */
function RubricFacts({ body }: { body: Rubric }) {
  const fact = (label: string, value: string) => (
    <Text size="sm">
      {label}: <b>{value}</b>
    </Text>
  )
  return (
    <Stack gap="xs">
      {body.criteria.map(({ name, points, fault, way, percent, cap }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: criteria have their fixed order
        <div key={at}>
          <Text size="sm" fw={600}>
            {w.criterion(name, points)}
          </Text>
          <PointsBar points={points} most={100} label={w.criterion(name, points)} />
          <Text size="sm" c="gray.8">
            {w.faults[fault]}. {way === 'share' ? w.ways.share(percent) : w.ways.each(percent, cap)}
          </Text>
        </div>
      ))}
      {fact(w.bandsEdit, body.bands.map(({ name, from }) => `${name} ≥ ${words.number(from)}`).join('; '))}
      {fact(w.causesTitle, body.causes.map((cause) => w.causes[cause]).join('; ') || words.common.none)}
      {fact(w.minimum, words.number(body.minimum))}
      {fact(w.outsideLabel, w.outsideNames[body.outside])}
      {fact(w.kinds, body.kinds.map((kind) => words.agency.kinds[kind]).join(', '))}
      {body.coordinating && <Text size="sm">{w.coordinating}</Text>}
      {body.topShare !== null && fact(w.topShare, `${words.number(body.topShare)}%`)}
    </Stack>
  )
}
