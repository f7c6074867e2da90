// Who was asked, who answered what, in time or late, who kept silent, and what became of each opinion.
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { Stance } from './dossier.ts'
import type { Dossier, ShownOpinion } from './exchange.ts'
import type { Chosen } from './NextSteps.tsx'
import { Files, TimeLeft, Told } from './parts.tsx'

const w = words.signing
const LOOK: Record<Stance, { sign: string; colour: string }> = {
  agree: { sign: '✓', colour: 'teal.9' },
  'agree-changes': { sign: '≈', colour: 'orange.9' },
  disagree: { sign: '✗', colour: 'red.9' },
}

interface Props {
  dossier: Dossier
  onChoose: (chosen: Chosen) => void
}

export function OpinionList({ dossier, onChoose }: Props) {
  const { opinions } = dossier
  const count = (is: (one: ShownOpinion) => boolean) => opinions.filter(is).length
  const figures = [
    [w.stances.agree, count(({ stance }) => stance === 'agree')],
    [w.stances['agree-changes'], count(({ stance }) => stance === 'agree-changes')],
    [w.stances.disagree, count(({ stance }) => stance === 'disagree')],
    [w.silent, count(({ stance, lapsedOn }) => !stance && lapsedOn !== null)],
    [w.waiting, count(({ workingDaysLeft }) => workingDaysLeft !== null)],
  ] as const
  return (
    <Stack gap="sm">
      <Group gap="md">
        {figures.map(([label, n]) => (
          <Text key={label} size="sm">
            <b>{words.number(n)}</b> {label.toLowerCase()}
          </Text>
        ))}
      </Group>
      <Text size="xs" c="gray.7">
        {w.silenceHint}
      </Text>
      {opinions.map((opinion) => (
        <Opinion key={opinion.id} opinion={opinion} dossier={dossier} onChoose={onChoose} />
      ))}
    </Stack>
  )
}

function Opinion({ opinion, dossier, onChoose }: Props & { opinion: ShownOpinion }) {
  const { agency, askedOf, isFront, stance, reply } = opinion
  const mayReply = stance !== null && dossier.whyNot.reply === null
  return (
    <Paper withBorder p="sm" component="article" aria-label={agency.name}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600}>
            {agency.name}
            {isFront && ` · ${w.front}`}
          </Text>
          <Group gap={6}>
            <Standing opinion={opinion} />
          </Group>
        </Group>
        {askedOf && (
          <Text size="xs" c="gray.7">
            {w.askedOf(askedOf)}
          </Text>
        )}
        <Text size="xs" c="gray.7">
          {w.askedOn(words.day(opinion.askedOn), words.day(opinion.dueOn))}{' '}
          <TimeLeft days={opinion.workingDaysLeft} />
        </Text>
        {opinion.answerText && <Told>{opinion.answerText}</Told>}
        {stance && (
          <Text size="xs" c="gray.7">
            {[
              opinion.answerBy,
              opinion.answeredOn && words.day(opinion.answeredOn),
              opinion.document && w.byPaper(opinion.document),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
        {opinion.stepId && <Files dossierId={dossier.id} stepId={opinion.stepId} files={opinion.files} />}
        {reply && (
          <div style={{ borderLeft: '3px solid var(--mantine-color-lake-7)', paddingLeft: 10 }}>
            <Text size="sm" fw={600}>
              {w.replies[reply]}
            </Text>
            <Told>{opinion.replyText}</Told>
          </div>
        )}
        {stance && !reply && (
          <Text size="sm" c={isFront ? 'red.9' : 'gray.8'} fw={isFront ? 700 : 400}>
            {isFront ? w.frontUnanswered : w.unanswered}
          </Text>
        )}
        <Group gap="xs">
          {opinion.whyNotAnswer === null && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChoose({ kind: 'answer', opinionId: opinion.id })}
            >
              {opinion.isMine ? w.steps.answer : w.recordPaper}
            </Button>
          )}
          {mayReply && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChoose({ kind: 'reply', opinionId: opinion.id })}
            >
              {reply ? w.replyAgain : w.steps.reply}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}

/** What the agency says; what kept silent has not agreed. */
function Standing({ opinion: { stance, isLate, lapsedOn, recalled } }: { opinion: ShownOpinion }) {
  const badge = (label: string, colour: string) => (
    <Badge color={colour} variant="outline" tt="none">
      {label}
    </Badge>
  )
  if (stance)
    return (
      <>
        {badge(`${LOOK[stance].sign} ${w.stances[stance]}`, LOOK[stance].colour)}
        {isLate && badge(w.lateAnswer, 'orange.9')}
      </>
    )
  if (lapsedOn) return badge(`○ ${w.silent}`, 'gray.7')
  return badge(recalled ? w.recalled : `… ${w.waiting}`, recalled ? 'gray.7' : 'lake.8')
}
