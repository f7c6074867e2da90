// A form in a dialog: its fields, what the server refused, and at the foot out of it, saved, or struck altogether.
import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import * as words from '../vocabulary/words.ts'
import { DialogActions, Failure } from './parts.tsx'

interface Props {
  title: string
  size?: 'lg'
  /** What the form says of itself is checked by the caller, in our words. */
  onSubmit: () => void
  onClose: () => void
  /** Of the request that saves. */
  isPending: boolean
  error: unknown
  isDisabled?: boolean
  /** Striking what the form is about, where it exists already. */
  drop?: { label: string; isPending: boolean; onDrop: () => void } | null
  children: ReactNode
}

export function FormDialog({
  title,
  size,
  onSubmit,
  onClose,
  isPending,
  error,
  isDisabled,
  drop,
  children,
}: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  const actions = (
    <DialogActions onCancel={onClose}>
      <Button type="submit" loading={isPending} disabled={isDisabled}>
        {words.common.save}
      </Button>
    </DialogActions>
  )
  return (
    <Modal opened onClose={onClose} size={size} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {children}
          {Boolean(error) && <Failure error={error} />}
          {drop ? (
            <Group justify="space-between">
              <Button variant="subtle" color="red.9" loading={drop.isPending} onClick={drop.onDrop}>
                {drop.label}
              </Button>
              {actions}
            </Group>
          ) : (
            actions
          )}
        </Stack>
      </form>
    </Modal>
  )
}
