// One petition: who asks what, where it lies and how long still, the next step, the answer, and its story.
import { Alert, Anchor, Button, Group, Stack, Text, Timeline } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ClockPicture } from '../difficulty/ClockPicture.tsx'
import { documentOf } from '../difficulty/sentence.ts'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PetitionFields } from './PetitionFields.tsx'
import { PETITION_KEY } from './PetitionsPage.tsx'
import { PetitionBadge } from './parts.tsx'
import { Petition, type PetitionStepForm, type PetitionStory, PetitionTaken } from './petition.ts'
import { type PetitionStep, STEPS } from './petition-rule.ts'

const w = words.petition

export function PetitionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: [...PETITION_KEY, 'one', id],
    queryFn: () => get(`/api/petitions/${id}`, Petition),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <One petition={data} key={id} />
}

function One({ petition }: { petition: Petition }) {
  const { cooperative, event, answer, clock, agency, difficulty, steps } = petition
  return (
    <Page
      title={`${w.one} ${petition.code}`}
      actions={
        <Anchor
          component={Link}
          to={'/registers/petition/$id' as never}
          params={{ id: petition.id } as never}
          size="sm"
        >
          {w.toRegister}
        </Anchor>
      }
    >
      <Group gap="sm">
        <PetitionBadge status={petition.status} withLeaders={petition.withLeaders} />
        {petition.status === 'sent' && agency && <Text fw={600}>{w.at(agency.name)}</Text>}
      </Group>
      <Part title={w.content}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {petition.content}
        </Text>
        <Text size="sm" c="gray.8">
          {w.raisedBy}:{' '}
          {cooperative ? (
            <Anchor
              component={Link}
              to={'/registers/cooperative/$id' as never}
              params={{ id: cooperative.id } as never}
              size="sm"
            >
              {cooperative.name}, {cooperative.place.name}
            </Anchor>
          ) : (
            w.noCooperative
          )}
        </Text>
        {event && (
          <Text size="sm" c="gray.8">
            {w.raisedAt}:{' '}
            <Anchor
              component={Link}
              to="/cooperatives/events/$id"
              params={{ id: event.id } as never}
              size="sm"
            >
              {event.name}
            </Anchor>
          </Text>
        )}
        <Text size="xs" c="gray.7">
          {w.receivedOn(petition.receivedOn)}
        </Text>
      </Part>
      {answer && (
        <Part title={w.answer}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {answer}
          </Text>
          {petition.answeredOn && (
            <Text size="xs" c="gray.7">
              {w.answeredOn(petition.answeredOn)}
            </Text>
          )}
        </Part>
      )}
      {difficulty && (
        <Part title={w.difficulty}>
          <Text size="sm">
            {w.difficultyState(
              words.difficulty.statuses[difficulty.status as keyof typeof words.difficulty.statuses],
              difficulty.waitingAt,
            )}
          </Text>
          <Anchor component={Link} to="/difficulties/$id" params={{ id: difficulty.id } as never} size="sm">
            {w.openDifficulty}
          </Anchor>
        </Part>
      )}
      {clock && agency && (
        <Part title={w.clock}>
          <ClockPicture clock={clock} addressee={agency.name} />
        </Part>
      )}
      <Part title={w.nextStep}>
        <NextSteps petition={petition} />
      </Part>
      {steps.length > 0 && (
        <Part title={w.story}>
          <Story steps={steps} />
        </Part>
      )}
    </Page>
  )
}

/** The first that is open to a person is theirs to take. */
const ORDER: readonly PetitionStep[] = [
  'answer',
  'tell',
  'send',
  'to-difficulty',
  'extend',
  'return',
  'reopen',
  'withdraw',
]
/** What is another one's to do is not shown, but for the one step that everybody waits for. */
const NOT_MINE: readonly string[] = Object.values(w.notRelated)

function NextSteps({ petition }: { petition: Petition }) {
  const { id, status, whyNot, version, difficulty } = petition
  const [chosen, setChosen] = useState<PetitionStep | null>(null)
  const client = useQueryClient()
  const key = useRef(newKey())
  const step = useMutation({
    mutationFn: (body: PetitionStepForm) =>
      send(`/api/petitions/${id}/steps`, { body, version, key: key.current, answer: PetitionTaken }),
    onSuccess: () => {
      key.current = newKey()
      setChosen(null)
      return client.invalidateQueries({ queryKey: PETITION_KEY })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const possible = ORDER.filter((kind) => STEPS[kind][status] !== undefined)
  const own = possible.filter((kind) => !NOT_MINE.includes(whyNot[kind] ?? ''))
  const shown = own.length ? own : possible.slice(0, 1)
  const first = shown.find((kind) => whyNot[kind] === null)
  const isStale = step.error instanceof ProblemError && [409, 412].includes(step.error.status)
  return (
    <Stack gap="sm">
      <Text size="sm">{difficulty && status === 'sent' ? w.goesWithDifficulty : w.waiting[status]}</Text>
      <Group gap="xs">
        {shown.map((kind) => (
          <Button
            key={kind}
            className="long-label"
            variant={kind === (chosen ?? first) ? 'filled' : 'default'}
            aria-expanded={kind === chosen}
            disabled={Boolean(whyNot[kind])}
            onClick={() => {
              step.reset()
              setChosen(kind === chosen ? null : kind)
            }}
          >
            {kind === 'send' && status === 'sent' ? w.sendElsewhere : w.steps[kind]}
          </Button>
        ))}
      </Group>
      {[...new Set(shown.map((kind) => whyNot[kind]))]
        .filter((why) => why && !(difficulty && why === w.goesWithDifficulty))
        .map((why) => (
          <Text key={why} size="sm" c="gray.7">
            {why}
          </Text>
        ))}
      {chosen && !whyNot[chosen] && (
        <PetitionFields
          key={chosen}
          kind={chosen}
          petition={petition}
          isPending={step.isPending}
          onTake={step.mutate}
          onCancel={() => setChosen(null)}
        />
      )}
      {step.error && <Failure error={step.error} />}
      {isStale && (
        <Alert color="gray" variant="light" c="dark.9">
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              step.reset()
              void client.invalidateQueries({ queryKey: PETITION_KEY })
            }}
          >
            {words.task.reload}
          </Button>
        </Alert>
      )}
    </Stack>
  )
}

/** "chuyển Sở Công Thương trả lời trong 10 ngày làm việc, hạn ngày 27/11/2026". */
function sentenceOf(step: PetitionStory): string {
  const { kind, addressee, days, dueOn, next, nextDays, toldWay } = step
  const due = dueOn ? words.day(dueOn) : ''
  switch (kind) {
    case 'send': {
      if (days === null) return w.said.sentBefore(addressee ?? '')
      const sent = w.said.send(addressee ?? '', days, due)
      return next ? `${sent}; ${w.said.next(next, nextDays ?? 0)}` : sent
    }
    case 'extend':
      return w.said.extend(days ?? 0, due)
    case 'escalate':
      return addressee ? w.said.escalate(addressee, days ?? 0, due) : w.said.escalateLeaders
    case 'tell':
      return toldWay ? w.said.tell(words.warning.ways[toldWay]) : w.said.toldBefore
    case 'to-difficulty':
      return w.said.difficulty
    default:
      return w.said[kind]
  }
}

function Story({ steps }: { steps: readonly PetitionStory[] }) {
  return (
    <Timeline bulletSize={12} lineWidth={2} active={steps.length}>
      {steps.map((step) => (
        <Timeline.Item key={step.id}>
          <Text size="sm">
            <b>{step.actor}</b>
            {step.agency && ` (${step.agency})`} {sentenceOf(step)}
          </Text>
          {documentOf(step) && <Text size="sm">{documentOf(step)}</Text>}
          {step.text && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {step.text}
            </Text>
          )}
          <Text size="xs" c="gray.7">
            {words.day(step.onDay)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
