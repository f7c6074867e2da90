// An act that needs nothing but its reason.
import { Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { newKey, ProblemError, send } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'

interface Props<T> {
  title: string
  hint: string
  path: string
  version?: number
  answer: z.ZodType<T>
  /** What is shown of it is asked for anew. */
  refresh: readonly string[]
  onClose: () => void
}

export function ReasonDialog<T>({ title, hint, path, version, answer, refresh, onClose }: Props<T>) {
  const [reason, setReason] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const client = useQueryClient()
  const key = useRef(newKey())
  const act = useMutation({
    mutationFn: () =>
      send(path, {
        body: { reason },
        key: key.current,
        answer,
        ...(version === undefined ? {} : { version }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [...refresh] })
      onClose()
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  return (
    <FormDialog
      title={title}
      onSubmit={() => {
        setEmpty(!reason.trim())
        if (reason.trim()) act.mutate()
      }}
      onClose={onClose}
      isPending={act.isPending}
      error={act.error}
    >
      <Text size="sm">{hint}</Text>
      <Textarea
        label={words.warning.reason}
        required
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={reason}
        error={isEmpty && words.warning.reasonMissing}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
