// The bar under the list: how far the next decision reaches, and the decisions with their keys.
import { Button, type ButtonProps, Group, Paper, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { followUp, isFollowed } from './follow.ts'
import type { Choice, ResolvedItem } from './resolve.ts'
import { ariaKeys, type ReviewAction, shownKey } from './review-keys.ts'
import type { Scope } from './scope.ts'

export const Key = ({ children }: { children: string }) => (
  <kbd className="key" aria-hidden>
    {children}
  </kbd>
)

export function KeyButton({
  action,
  label,
  onAct,
  ...props
}: {
  action: ReviewAction
  label?: string
  onAct: (action: ReviewAction) => void
} & ButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      px={5}
      fw={500}
      rightSection={<Key>{shownKey(action)}</Key>}
      aria-keyshortcuts={ariaKeys(action)}
      onClick={() => onAct(action)}
      {...props}
    >
      {label ?? words.planPages.keys[action]}
    </Button>
  )
}

const DECISIONS = ['assign', 'each', 'orientation', 'merge', 'lead'] as const
const CHANGES = ['edit', 'split', 'delete'] as const

/** Only what means something for the item at hand; the keys of the others say why not. */
function followsOf(item: ResolvedItem | null): ReviewAction[] {
  if (!item || !isFollowed(item)) return []
  const { event } = followUp(item)
  return [
    'every',
    ...(event ? (['event'] as const) : []),
    ...(item.outcome === 'each' ? (['completion'] as const) : []),
    'people',
  ]
}

export function DecisionBar({
  scopes,
  level,
  choices,
  item,
  canAdd,
  said,
  onLevel,
  onAct,
  onChoose,
}: {
  scopes: readonly Scope[]
  level: number
  choices: readonly Choice[]
  item: ResolvedItem | null
  canAdd: boolean
  /** What the last step did. */
  said: string
  onLevel: (level: number) => void
  onAct: (action: ReviewAction) => void
  onChoose: (choice: number) => void
}) {
  return (
    <Paper withBorder px="xs" py={6} className="decision-bar">
      {scopes.length > 0 && (
        <Group gap={4} mb={4} role="group" aria-label={words.planPages.scope} className="decision-row">
          <Text size="xs" c="gray.7">
            {words.planPages.scope}
          </Text>
          {scopes.map((scope, at) => (
            <Button
              key={`${scope.label} ${scope.ids.length}`}
              size="compact-xs"
              variant={at === level ? 'filled' : 'default'}
              aria-pressed={at === level}
              title={scope.title}
              onClick={() => onLevel(at)}
            >
              {at === 0 ? scope.label : `${scope.label} (${words.number(scope.ids.length)})`}
            </Button>
          ))}
          {scopes.length > 1 && <Key>{shownKey('widen')}</Key>}
        </Group>
      )}
      {level > 0 && (
        <Text size="xs" fw={600} mb={6}>
          {words.planPages.fallsOn(scopes[level]?.ids.length ?? 0, scopes[level]?.title ?? '')}
        </Text>
      )}
      {level === 0 && choices.length > 0 && (
        <Group gap={4} mb={4} role="group" aria-label={words.planPages.choices} className="decision-row">
          {choices.map((choice, at) => (
            <Button
              key={choice.label}
              size="compact-sm"
              fw={500}
              px={5}
              variant="light"
              leftSection={<Key>{String(at + 1)}</Key>}
              maw="100%"
              onClick={() => onChoose(at + 1)}
            >
              {choice.label}
            </Button>
          ))}
        </Group>
      )}
      <Group gap={4} className="decision-row">
        {scopes.length > 0 &&
          DECISIONS.map((action) => <KeyButton key={action} action={action} onAct={onAct} />)}
        {followsOf(item).map((action) => (
          <KeyButton key={action} action={action} onAct={onAct} variant="light" px={6} />
        ))}
        {scopes.length > 0 &&
          CHANGES.map((action) => (
            <KeyButton key={action} action={action} onAct={onAct} variant="subtle" c="gray.8" px={6} />
          ))}
        {canAdd && <KeyButton action="add" onAct={onAct} variant="filled" />}
      </Group>
      <Text size="xs" c="gray.8" mt={said ? 4 : 0} role="status" aria-live="polite">
        {said}
      </Text>
    </Paper>
  )
}
