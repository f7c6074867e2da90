// The form of one step: its fields, the button that takes it, the way back.
import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import * as words from '../vocabulary/words.ts'

interface Props {
  /** What the step is called: the form's name and the button's word. */
  label: string
  isPending: boolean
  isReady?: boolean
  onCancel: () => void
  onSubmit: (event: FormEvent) => void
  children: ReactNode
}

export const StepFrame = ({ label, isPending, isReady = true, onCancel, onSubmit, children }: Props) => (
  <form noValidate onSubmit={onSubmit} aria-label={label}>
    <Stack gap="sm">
      {children}
      <Group>
        <Button type="submit" loading={isPending} disabled={!isReady}>
          {label}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.common.cancel}
        </Button>
      </Group>
    </Stack>
  </form>
)
