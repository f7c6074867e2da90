// The criteria by which cooperatives are rated: the versions, what each one says, a draft and its publication.
import { Alert, Button, Card, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { get } from '../http/client.ts'
import { say } from '../register/kit/register.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Rubrics, type RubricVersion } from './assessment-exchange.ts'
import { type CooperativeRubric, type Criterion, findFigure, GROUPS } from './assessment-rubric.ts'
import { KEY, useWrite } from './use-assessment.ts'
import './assessment.css'

const RubricEditor = lazy(async () => ({ default: (await import('./RubricEditor.tsx')).RubricEditor }))
const w = words.assessment
const r = w.rubric
/** What is edited: a new draft begun with a body, or one that is there. */
interface Editing {
  body: CooperativeRubric
  version?: RubricVersion
}

export function RubricPage() {
  const [editing, setEditing] = useState<Editing | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'rubrics'],
    queryFn: () => get('/api/assessments/rubrics', Rubrics),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const mayDraft = data.may.draft === null
  return (
    <Page
      title={r.title}
      actions={
        <>
          <Button variant="default" component={Link} to={'/cooperatives/ratings' as never}>
            {w.openList}
          </Button>
          {mayDraft && !editing && (
            <Button onClick={() => setEditing({ body: data.rubrics[0]?.body ?? data.sample })}>
              {r.begin}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm" c="gray.7">
        {r.about}
      </Text>
      {editing ? (
        <Suspense fallback={<Loading />}>
          <RubricEditor
            body={editing.body}
            version={editing.version ?? null}
            figures={data.figures}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      ) : (
        <Stack gap="md">
          {data.rubrics.map((version) => (
            <Version
              key={version.id}
              version={version}
              may={data.may}
              onEdit={() => setEditing({ body: version.body, version })}
            />
          ))}
          {data.rubrics.every(({ state }) => state === 'draft') && (
            <Part title={r.proposal}>
              <Alert color="yellow" variant="light" p="xs">
                <Text size="sm">{w.notPublished}</Text>
              </Alert>
              <Body body={data.sample} />
            </Part>
          )}
        </Stack>
      )}
    </Page>
  )
}

function Version({
  version,
  may,
  onEdit,
}: {
  version: RubricVersion
  may: { draft: string | null; publish: string | null }
  onEdit: () => void
}) {
  const [isPublishing, setPublishing] = useState(false)
  const drop = useWrite(() => {})
  const { id, state, body, fromYear, documentNumber, createdBy, createdAt } = version
  const isDraft = state === 'draft'
  return (
    <Part title={isDraft ? `${r.draft}: ${body.title}` : body.title}>
      <Text size="sm">
        {isDraft
          ? r.createdBy(createdBy, words.moment(createdAt))
          : r.published(fromYear ?? 0, documentNumber)}
      </Text>
      {isDraft && (
        <Group gap="xs" className="screen-only">
          {may.draft === null && (
            <Button size="sm" variant="default" onClick={onEdit}>
              {r.edit}
            </Button>
          )}
          {may.publish === null && (
            <Button size="sm" onClick={() => setPublishing(true)}>
              {r.publish}
            </Button>
          )}
          {may.draft === null && (
            <Button
              size="sm"
              variant="subtle"
              color="red.9"
              loading={drop.isPending}
              onClick={() =>
                drop.mutate({
                  path: `/api/assessments/rubrics/${id}`,
                  method: 'DELETE',
                  version: version.version,
                })
              }
            >
              {r.drop}
            </Button>
          )}
        </Group>
      )}
      {isDraft && may.publish !== null && (
        <Text size="xs" c="gray.7">
          {may.publish}
        </Text>
      )}
      {drop.error && <Failure error={drop.error} />}
      <Body body={body} />
      {isPublishing && <PublishDialog version={version} onClose={() => setPublishing(false)} />}
    </Part>
  )
}

/** What a rubric says, group by group. */
function Body({ body }: { body: CooperativeRubric }) {
  const { bands } = body
  return (
    <Stack gap="xs">
      {GROUPS.map((group) => (
        <Card key={group} withBorder p="sm">
          <Text size="sm" fw={700}>
            {w.groups[group]} ({words.number(body.groups[group])})
          </Text>
          <ul className="plain-list">
            {body.criteria
              .filter((one) => one.group === group)
              .map((one) => (
                <li key={one.code} className="criterion">
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <Text size="sm">{one.name}</Text>
                    <Text size="sm" fw={700}>
                      {words.number(one.points)}
                    </Text>
                  </Group>
                  <Text size="xs" c="gray.7">
                    {measureText(one)}
                  </Text>
                </li>
              ))}
          </ul>
        </Card>
      ))}
      <Text size="sm">{r.bandsLine(bands.good, bands.fair, bands.average)}</Text>
      <Text size="sm">{r.unratedLine(body.youngMonths, body.idleMonths)}</Text>
    </Stack>
  )
}

export const figureLabel = (name: string): string => {
  const figure = findFigure(name)
  return figure ? say(figure.of.label) : name
}

/** "Share, %: Profit / Revenue. from 10: 8; from 5: 6" */
function measureText({ measure, steps, better }: Criterion): string {
  const of =
    measure.kind === 'hand'
      ? ''
      : measure.kind === 'share'
        ? `: ${figureLabel(measure.part)} / ${figureLabel(measure.whole)}`
        : `: ${figureLabel(measure.of)}`
  const rungs = steps.map(({ at, points }) => w.one.rungs[better](words.number(at), points)).join('; ')
  return [`${r.measures[measure.kind]}${of}`, rungs].filter(Boolean).join('. ')
}

function PublishDialog({ version, onClose }: { version: RubricVersion; onClose: () => void }) {
  const [documentNumber, setNumber] = useState('')
  const [documentOn, setOn] = useState<string | null>(null)
  const [fromYear, setYear] = useState<number | ''>('')
  const publish = useWrite(onClose)
  const isReady = documentNumber.trim() !== '' && documentOn !== null && fromYear !== ''
  return (
    <FormDialog
      title={r.publishTitle}
      isPending={publish.isPending}
      isDisabled={!isReady}
      error={publish.error}
      onClose={onClose}
      onSubmit={() =>
        publish.mutate({
          path: `/api/assessments/rubrics/${version.id}/publish`,
          body: { documentNumber, documentOn, fromYear },
          version: version.version,
        })
      }
    >
      <TextInput
        label={r.documentNumber}
        value={documentNumber}
        onChange={(event) => setNumber(event.currentTarget.value)}
        data-autofocus
      />
      <DayInput label={r.documentOn} value={documentOn} onChange={setOn} />
      <NumberInput
        label={r.fromYear}
        min={2000}
        max={2100}
        thousandSeparator=""
        value={fromYear}
        onChange={(value) => setYear(typeof value === 'number' ? value : '')}
      />
    </FormDialog>
  )
}
