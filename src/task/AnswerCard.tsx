// One duty of the period with its quick answers: nothing happened, as the period before, what was done.
import { Anchor, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import * as words from '../vocabulary/words.ts'
import { type Answer, carriedOver, NOTHING, type PreviousReport } from './answer.ts'
import { EvidenceDrop } from './Evidence.tsx'
import { FigureFields, FigureLines } from './Figures.tsx'
import { DaysLeft } from './parts.tsx'
import { figuresOf } from './report-draft.ts'
import type { AnswerUpdate } from './use-answers.ts'
import type { WorkRow } from './work.ts'

const w = words.steps.answer

interface Props {
  row: WorkRow
  answer: Answer | undefined
  previous: PreviousReport | undefined
  today: string
  /** Why this person may not answer; null when they may. */
  closed: string | null
  /** Why it was refused when it was last sent. */
  why: string | undefined
  isLacking: boolean
  onAnswer: (id: string, answer: AnswerUpdate) => void
  onBusy: (isBusy: boolean) => void
}

/** Drawn anew only when its own answer changes: a letter typed on a phone must not redraw a whole page of duties. */
export const AnswerCard = memo(function AnswerCard(props: Props) {
  const { row, answer, previous, closed, why } = props
  return (
    <Card withBorder padding="sm" component="section" aria-label={row.quote.slice(0, 80)}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="gray.7">
            {row.plan.number ?? row.plan.title} · {words.task.section(row.section)}
          </Text>
          <DaysLeft days={row.daysLeft} />
        </Group>
        <Anchor
          component={Link}
          to="/work/$id"
          params={{ id: row.id } as never}
          size="sm"
          fw={600}
          c="dark.9"
          lineClamp={3}
        >
          {row.quote}
        </Anchor>
        {previous && answer?.kind !== 'same' && <Before previous={previous} />}
        {closed ? <Text size="sm">{closed}</Text> : <Choices {...props} />}
        {answer && !closed && <Content {...props} answer={answer} />}
        {why && (
          <Text size="sm" c="red.9" role="alert">
            {why}
          </Text>
        )}
      </Stack>
    </Card>
  )
})

/** What was said last time, in two lines. */
function Before({ previous: { period, nothing, text, figures } }: { previous: PreviousReport }) {
  return (
    <div>
      <Text size="xs" c="gray.7" lineClamp={2}>
        {w.before(words.steps.period(period), nothing ? words.steps.nothing : text)}
      </Text>
      <FigureLines figures={figures} />
    </div>
  )
}

function Choices({ row, answer, previous, today, onAnswer }: Props) {
  const choose = (kind: Answer['kind'], chosen: Answer) =>
    onAnswer(row.id, answer?.kind === kind ? null : chosen)
  const button = (kind: Answer['kind'], label: string, chosen: Answer) => (
    <Button
      size="xs"
      px="sm"
      variant={answer?.kind === kind ? 'filled' : 'default'}
      aria-pressed={answer?.kind === kind}
      onClick={() => choose(kind, chosen)}
    >
      {label}
    </Button>
  )
  if (row.isOutside)
    return <Group>{button('outside', w.outside, { ...NOTHING, kind: 'outside', happenedOn: today })}</Group>
  return (
    <Group gap={6} role="group" aria-label={w.choose}>
      {button('nothing', words.steps.nothing, NOTHING)}
      {previous && !previous.nothing && button('same', w.same, carriedOver(previous))}
      {button('result', w.result, { ...NOTHING, kind: 'result' })}
    </Group>
  )
}

/** What goes with the chosen answer, to be looked over before it is sent. */
function Content({ row, answer, isLacking, onAnswer, onBusy }: Props & { answer: Answer }) {
  const [isMore, setMore] = useState(answer.files.length > 0)
  // Half-typed rows stay here; the answer holds the whole ones.
  const [figures, setFigures] = useState(() =>
    answer.figures.map((figure) => ({ ...figure, value: figure.value as number | null })),
  )
  if (answer.kind === 'nothing') return null
  if (answer.kind === 'outside')
    return (
      <DayInput
        label={words.steps.outsideDay}
        size="xs"
        value={answer.happenedOn}
        error={isLacking ? words.steps.chooseDay : null}
        onChange={(happenedOn) => onAnswer(row.id, { ...answer, happenedOn })}
      />
    )
  return (
    <Stack gap={6}>
      <Textarea
        aria-label={words.task.reportText}
        placeholder={w.placeholder}
        autosize
        minRows={2}
        maxLength={10_000}
        // Chosen just now, the answer is written next; loaded again from this machine, nothing jumps.
        autoFocus={answer.kind === 'result' && answer.text === ''}
        value={answer.text}
        error={isLacking ? words.task.textRequired.report : null}
        onChange={(event) => onAnswer(row.id, { ...answer, text: event.currentTarget.value })}
      />
      {(figures.length > 0 || isMore) && (
        <FigureFields
          figures={figures}
          error={null}
          onChange={(next) => {
            setFigures(next)
            onAnswer(row.id, { ...answer, figures: figuresOf(next) })
          }}
        />
      )}
      {isMore ? (
        <EvidenceDrop
          files={answer.files}
          onBusy={onBusy}
          onChange={(update) => onAnswer(row.id, (before) => ({ ...before, files: update(before.files) }))}
        />
      ) : (
        <div>
          <Button size="compact-sm" variant="subtle" px={0} onClick={() => setMore(true)}>
            {w.more}
          </Button>
        </div>
      )}
    </Stack>
  )
}
