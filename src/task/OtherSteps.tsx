// Steps beside the one that is due: laying it on somebody, asking for time, and behind "Thêm" what overseers decide.
import { Button, Group } from '@mantine/core'
import { MenuButton } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import type { PlainStep } from './step-draft.ts'
import type { Task } from './work.ts'

const BESIDE: readonly PlainStep[] = ['assign', 'ask-extension']
const BEHIND: readonly PlainStep[] = ['extend', 'suspend', 'resume', 'close', 'reopen']

export function OtherSteps({
  task,
  shown,
  onOpen,
}: {
  task: Task
  /** Steps whose form stands on the page already. */
  shown: readonly PlainStep[]
  onOpen: (kind: PlainStep) => void
}) {
  // Without a day there is nothing to extend to; the table of steps cannot see that.
  const isOpenTo = (kind: PlainStep) =>
    task.whyNot[kind] === null && !shown.includes(kind) && (kind !== 'ask-extension' || task.dueOn !== null)
  const beside = BESIDE.filter(isOpenTo)
  const behind = BEHIND.filter(isOpenTo)
  if (beside.length + behind.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label={words.steps.otherSteps}>
      {beside.map((kind) => (
        <Button key={kind} size="xs" variant="default" onClick={() => onOpen(kind)}>
          {words.steps.opens(words.task.steps[kind])}
        </Button>
      ))}
      {behind.length > 0 && (
        <MenuButton
          position="bottom-start"
          face={
            <Button size="xs" variant="default">
              {words.steps.more}
            </Button>
          }
          parts={[
            {
              entries: behind.map((kind) => ({
                label: words.steps.opens(words.task.steps[kind]),
                onClick: () => onOpen(kind),
              })),
            },
          ]}
        />
      )}
    </Group>
  )
}
