// The head of the review: which document, how much is still open, what publishing would make.
import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import type { DocumentHead } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'
import { KeyButton } from './DecisionBar.tsx'
import type { Resolution } from './resolve.ts'
import type { ReviewAction } from './review-keys.ts'
import { isUndecided, isUnsure } from './scope.ts'

/** How many are open; once none is, how many of them only the machine proposes. */
export function progressText({ items }: Resolution): string {
  if (items.length === 0) return words.planPages.nothingYet
  const open = items.filter(isUndecided).length
  if (open) return words.planPages.leftOver(open)
  const proposed = items.filter((item) => item.isProposed).length
  return proposed
    ? `${words.planPages.allDecided} ${words.planPages.byProposal(proposed)}`
    : words.planPages.allDecided
}

export function ReviewHead({
  head,
  fileName,
  notices,
  resolution,
  canUndo,
  isSaving,
  onAct,
}: {
  head: DocumentHead
  fileName: string
  /** What the reader of the file should know; the text beside it begins with them and is soon scrolled away. */
  notices: readonly string[]
  resolution: Resolution
  canUndo: boolean
  isSaving: boolean
  onAct: (action: ReviewAction) => void
}) {
  const isReady = resolution.items.length > 0 && !resolution.items.some(isUndecided)
  const unsure = resolution.items.filter(isUnsure).length
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
          <KeyButton action="publish" onAct={onAct} variant={isReady ? 'filled' : 'light'} />
        </Group>
      </Group>
      <Group gap="md">
        <Text size="sm" fw={700} c={isReady ? 'teal.9' : '#8a4700'}>
          {progressText(resolution)}
        </Text>
        <Text size="sm" c="gray.8">
          {words.planPages.willMake(resolution.tracked, resolution.assignments)}
        </Text>
        {unsure > 0 && (
          <KeyButton action="nextUnsure" label={words.reading.unsureTasks(unsure)} onAct={onAct} />
        )}
        {notices.length > 0 && <Notices notices={notices} />}
        <Text size="xs" c="gray.7">
          {isSaving ? words.planPages.saving : words.planPages.saved}
        </Text>
      </Group>
    </>
  )
}

function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <Popover width="min(420px, 92vw)" position="bottom-start" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-sm" variant="light" color="yellow" c="#6b3800">
          {words.reading.notices(notices.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.planPages.notices} tabIndex={-1}>
        <Stack gap="xs">
          {notices.map((notice) => (
            <Text size="sm" key={notice}>
              {notice}
            </Text>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
