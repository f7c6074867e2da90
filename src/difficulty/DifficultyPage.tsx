// One difficulty: what keeps whom back, the solution proposed, the clock, the next step, the answer, and its story.
import { Anchor, Button, Grid, Group, Stack, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { get } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { ClockPicture } from './ClockPicture.tsx'
import { Difficulty, type Raiser, type StoryStep } from './exchange.ts'
import { NextSteps } from './NextSteps.tsx'
import { Answer, DifficultyBadge, Papers } from './parts.tsx'
import { documentOf, sentenceOf } from './sentence.ts'
import { difficultyKey, useStep } from './use-step.ts'

const w = words.difficulty

export function DifficultyPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: difficultyKey(id),
    queryFn: () => get(`/api/difficulties/${id}`, Difficulty),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <OneDifficulty difficulty={data} key={id} />
}

function OneDifficulty({ difficulty }: { difficulty: Difficulty }) {
  const { raisers, answer, clock, addressee, joinedInto, likely, steps } = difficulty
  return (
    <Page
      title={`${w.title}: ${w.types[difficulty.type]}`}
      actions={
        <Anchor component={Link} to="/difficulties" size="sm">
          {w.backToList}
        </Anchor>
      }
    >
      <Group gap="sm">
        <Text fw={600}>{difficulty.agency.name}</Text>
        <DifficultyBadge {...difficulty} />
      </Group>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            {joinedInto && <Joined into={joinedInto} />}
            {answer && (
              <Part title={w.answer}>
                <Answer answer={answer} />
              </Part>
            )}
            <Part title={w.raisers(raisers.length)}>
              {raisers.map((raiser) => (
                <Raised key={raiser.id} raiser={raiser} isLinked={raiser.id !== difficulty.id} />
              ))}
            </Part>
            {clock && addressee && (
              <Part title={w.clock}>
                <ClockPicture clock={clock} addressee={addressee.name} />
              </Part>
            )}
            <Part title={w.nextTitle}>
              <NextSteps difficulty={difficulty} />
            </Part>
            {likely.length > 0 && (
              <Part title={w.likely}>
                <Likely difficulty={difficulty} />
              </Part>
            )}
            <Part title={w.story}>
              <Story steps={steps} />
            </Part>
            <Slot name="difficulty" id={difficulty.id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Part title={w.facts}>
            <Facts difficulty={difficulty} />
          </Part>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

function Joined({ into }: { into: NonNullable<Difficulty['joinedInto']> }) {
  return (
    <Part title={w.statuses.joined}>
      <Text size="sm">{w.joinedInto(into.agency.name)}</Text>
      <Group gap="sm">
        <Button
          component={Link}
          to="/difficulties/$id"
          params={{ id: into.id } as never}
          size="xs"
          variant="default"
        >
          {w.openMain}
        </Button>
        <DifficultyBadge status={into.status} />
      </Group>
    </Part>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="gray.7">
        {label}
      </Text>
      {children}
    </div>
  )
}

const Told = ({ children }: { children: string }) => (
  <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {children}
  </Text>
)

function Raised({ raiser, isLinked }: { raiser: Raiser; isLinked: boolean }) {
  const said = `${raiser.actor}, ${w.raisedOn(words.day(raiser.raisedOn))}`
  return (
    <Stack gap="xs" component="article" aria-label={raiser.agency.name}>
      <Text size="sm">
        {isLinked ? (
          <Anchor
            component={Link}
            to="/difficulties/$id"
            params={{ id: raiser.id } as never}
            fw={600}
            size="sm"
          >
            {raiser.agency.name}
          </Anchor>
        ) : (
          <b>{raiser.agency.name}</b>
        )}{' '}
        ({said})
      </Text>
      <Labelled label={w.text}>
        <Told>{raiser.text}</Told>
      </Labelled>
      <Labelled label={w.proposal}>
        <Told>{raiser.proposal}</Told>
      </Labelled>
      <Labelled label={w.about(raiser.assignments.length)}>
        {raiser.assignments.map(({ id, quote, section, plan, agency }) => (
          <div key={id}>
            <Anchor component={Link} to="/work/$id" params={{ id } as never} size="sm" lineClamp={3}>
              {quote}
            </Anchor>
            <Text size="xs" c="gray.7">
              {plan.number ?? plan.title} · {words.task.section(section)}
              {agency.id !== raiser.agency.id && ` · ${agency.name}`}
            </Text>
          </div>
        ))}
      </Labelled>
      <Papers stepId={raiser.stepId} files={raiser.files} />
    </Stack>
  )
}

function Likely({ difficulty }: { difficulty: Difficulty }) {
  const step = useStep(difficulty, () => {})
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7">
        {w.likelyHint}
      </Text>
      {difficulty.likely.map(({ id, agency, text, status, likeness }) => (
        <Group key={id} justify="space-between" align="flex-start" gap="sm">
          <div style={{ flex: '1 1 260px', minWidth: 0 }}>
            <Anchor component={Link} to="/difficulties/$id" params={{ id } as never} size="sm" lineClamp={2}>
              {text}
            </Anchor>
            <Text size="xs" c="gray.7">
              {agency.name} · {w.statuses[status]} · {w.likeness(words.percent(likeness))}
            </Text>
          </div>
          <Button
            size="xs"
            variant="default"
            loading={step.isPending}
            aria-label={`${w.joinInto}: ${text.slice(0, 60)}`}
            onClick={() => step.mutate({ kind: 'join', targetId: id })}
          >
            {w.joinInto}
          </Button>
        </Group>
      ))}
      {step.error && <Failure error={step.error} />}
    </Stack>
  )
}

function Story({ steps }: { steps: readonly StoryStep[] }) {
  return (
    <Timeline bulletSize={14} lineWidth={2} active={steps.length}>
      {steps.map((step) => (
        <Timeline.Item key={step.id}>
          <Text size="sm">
            <b>{step.actor}</b>
            {step.inPlaceOf && ` ${w.inPlaceOf(step.inPlaceOf)}`}
            {step.agency && ` (${step.agency})`} {sentenceOf(step)}
          </Text>
          <Text size="xs" c="gray.7">
            {words.moment(step.at)}
          </Text>
          {step.text && <Told>{step.text}</Told>}
          {documentOf(step) && <Text size="sm">{documentOf(step)}</Text>}
          {step.kind !== 'raise' && <Papers stepId={step.id} files={step.files} />}
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

function Facts({ difficulty }: { difficulty: Difficulty }) {
  const { plan, focal, waitingAt, waitingSince, addressee, next } = difficulty
  return (
    <Stack gap="sm">
      <Labelled label={words.task.plan}>
        <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
          {planName(plan)}
        </Anchor>
      </Labelled>
      <Labelled label={w.focal}>
        <Text size="sm">{focal?.name ?? words.common.none}</Text>
      </Labelled>
      <Labelled label={w.waitingAt}>
        <Text size="sm">
          {waitingAt?.name ?? w.nobody}
          {waitingSince && `, ${w.since(words.day(waitingSince))}`}
        </Text>
      </Labelled>
      {addressee && (
        <Labelled label={w.addressee}>
          <Text size="sm">{addressee.name}</Text>
        </Labelled>
      )}
      {addressee && difficulty.status === 'sent' && (
        <Labelled label={w.next}>
          <Text size="sm">{next ? `${next.name}, ${w.workingDays(next.days)}` : w.nextLevelNone}</Text>
        </Labelled>
      )}
    </Stack>
  )
}
