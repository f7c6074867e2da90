// What may happen next to a difficulty: one button for each step of its status, closed with its reason to whoever may
// not take it; the form of the step chosen below.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ProblemError } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { STEPS, type Status, type StepKind } from './difficulty.ts'
import type { Difficulty, StepForm } from './exchange.ts'
import { StepFields } from './StepFields.tsx'
import { difficultyKey, useStep } from './use-step.ts'

const w = words.difficulty

/** In the order in which people want them; the first that is open to a person is theirs to take. */
const ORDER: readonly StepKind[] = [
  'answer',
  'send',
  'close',
  'opine',
  'join',
  'unjoin',
  'extend',
  'return',
  'reopen',
  'withdraw',
]

/** What is another agency's to do is not shown, but for the one step that everybody waits for. */
const NOT_MINE: readonly string[] = Object.values(w.notRelated)

function shownSteps(status: Status, whyNot: Difficulty['whyNot']): StepKind[] {
  const possible = ORDER.filter((kind) => STEPS[kind][status] !== undefined)
  const own = possible.filter((kind) => !NOT_MINE.includes(whyNot[kind] ?? ''))
  return own.length > 0 ? own : possible.slice(0, 1)
}

export function NextSteps({ difficulty }: { difficulty: Difficulty }) {
  const { id, status, whyNot } = difficulty
  const [chosen, setChosen] = useState<StepKind | null>(null)
  const [taken, setTaken] = useState<StepForm['kind'] | null>(null)
  const client = useQueryClient()
  const reasons = useId()
  const step = useStep(difficulty, (kind) => {
    setTaken(kind)
    setChosen(null)
  })
  const possible = shownSteps(status, whyNot)
  const first = possible.find((kind) => whyNot[kind] === null)
  const choose = (kind: StepKind) => {
    setTaken(null)
    step.reset()
    setChosen(kind === chosen ? null : kind)
  }
  const isStale = step.error instanceof ProblemError && [409, 412].includes(step.error.status)
  return (
    <Stack gap="sm">
      {taken && (
        <Alert color="green" variant="light" role="status" c="dark.9">
          {w.taken[taken]}
        </Alert>
      )}
      <Text size="sm">{w.waitingFor[status]}</Text>
      <Group gap="xs">
        {possible.map((kind) => (
          <Button
            key={kind}
            variant={kind === (chosen ?? first) ? 'filled' : 'default'}
            aria-expanded={kind === chosen}
            disabled={Boolean(whyNot[kind])}
            aria-describedby={whyNot[kind] ? reasons : undefined}
            onClick={() => choose(kind)}
          >
            {kind === 'join' ? w.joinOther : w.steps[kind]}
          </Button>
        ))}
      </Group>
      <div id={reasons}>
        {[...new Set(possible.map((kind) => whyNot[kind]))].filter(Boolean).map((why) => (
          <Text key={why} size="sm" c="gray.7">
            {why}
          </Text>
        ))}
      </div>
      {chosen && !whyNot[chosen] && (
        <StepFields
          key={chosen}
          kind={chosen}
          difficulty={difficulty}
          isPending={step.isPending}
          onTake={step.mutate}
          onCancel={() => setChosen(null)}
        />
      )}
      {step.error && <Failure error={step.error} />}
      {isStale && (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              step.reset()
              void client.invalidateQueries({ queryKey: difficultyKey(id) })
            }}
          >
            {words.task.reload}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
