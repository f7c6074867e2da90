// One step with its form, opened in place: filled in, said in whose place it is taken, sent or left.
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useSession } from '../identity/session.tsx'
import * as words from '../vocabulary/words.ts'
import { StepFields } from './StepFields.tsx'
import { blankDraft, type DraftFaults, draftFaults, type PlainStep, stepInput } from './step-draft.ts'
import type { StepInput, Task } from './work.ts'

/** What a step does that its name does not say. */
const explain: Partial<Record<PlainStep, string>> = words.steps.explain

/** "Đồng chí làm bước này thay …": said before pressing, wherever a step would be taken in another's place. */
export function InPlaceOf({ accountId }: { accountId: string | null | undefined }) {
  const { standsInFor } = useSession()
  const absent = standsInFor.find(({ id }) => id === accountId)
  if (!absent) return null
  return (
    <Text size="sm" c="orange.9" fw={600}>
      {words.steps.youActFor(absent.name)}
    </Text>
  )
}

export function StepPanel({
  task,
  kind,
  today,
  isPending,
  take,
  onClose,
}: {
  task: Task
  kind: PlainStep
  today?: string
  isPending: boolean
  take: (step: StepInput) => void
  /** Left out: the panel is the step that is due, and stays. */
  onClose?: () => void
}) {
  const [draft, setDraft] = useState(() => blankDraft({ extensionUntil: task.extensionUntil, today }))
  const [faults, setFaults] = useState<DraftFaults>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = draftFaults(kind, draft, task.isOutside)
    setFaults(found)
    if (Object.keys(found).length === 0) take(stepInput(kind, draft))
  }
  const form = (
    <form noValidate onSubmit={submit} aria-label={words.task.steps[kind]}>
      <Stack gap="sm">
        {onClose && <Text fw={600}>{words.task.steps[kind]}</Text>}
        {explain[kind] && <Text size="sm">{explain[kind]}</Text>}
        <StepFields
          kind={kind}
          draft={draft}
          faults={faults}
          agencyId={task.agency.id}
          isOutside={task.isOutside}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <InPlaceOf accountId={task.inPlaceOf[kind]} />
        <Group gap="sm">
          <Button type="submit" loading={isPending}>
            {words.task.steps[kind]}
          </Button>
          {onClose && (
            <Button variant="default" onClick={onClose}>
              {words.common.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
  return onClose ? (
    <Paper withBorder p="sm">
      {form}
    </Paper>
  ) : (
    form
  )
}
