// The head of the review: which document, how much is still open, what publishing would make.
import { Group, Text } from '@mantine/core'
import type { DocumentHead } from '../reading/draft.ts'
import { words } from '../vocabulary/words.ts'
import { KeyButton } from './DecisionBar.tsx'
import type { Resolution } from './resolve.ts'
import type { ReviewAction } from './review-keys.ts'
import { isUndecided } from './scope.ts'

export function progressText(resolution: Resolution): string {
  const open = resolution.items.filter(isUndecided).length
  return open ? words.planPages.leftOver(open) : words.planPages.allDecided
}

export function ReviewHead({
  head,
  fileName,
  resolution,
  canUndo,
  isSaving,
  onAct,
}: {
  head: DocumentHead
  fileName: string
  resolution: Resolution
  canUndo: boolean
  isSaving: boolean
  onAct: (action: ReviewAction) => void
}) {
  const undecided = resolution.items.filter(isUndecided).length
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Text component="h1" size="md" fw={700} m={0} lineClamp={2}>
            {[head.number, head.title || fileName].filter(Boolean).join(' · ')}
          </Text>
          <Text size="xs" c="gray.7">
            {[head.issuer, head.date && words.day(head.date)].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap={6}>
          <KeyButton action="head" onAct={onAct} />
          <KeyButton action="undo" onAct={onAct} disabled={!canUndo} />
          <KeyButton action="help" onAct={onAct} />
          <KeyButton action="publish" onAct={onAct} variant={undecided ? 'light' : 'filled'} />
        </Group>
      </Group>
      <Group gap="md">
        <Text size="sm" fw={700} c={undecided ? '#8a4700' : 'teal.9'}>
          {progressText(resolution)}
        </Text>
        <Text size="sm" c="gray.8">
          {words.planPages.willMake(resolution.tracked, resolution.assignments)}
        </Text>
        <Text size="xs" c="gray.7">
          {isSaving ? words.planPages.saving : words.planPages.saved}
        </Text>
      </Group>
    </>
  )
}
