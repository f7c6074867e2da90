// Striking a row that was entered by mistake, and taking that back: each with its reason.
import { Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { type RowPage, Saved } from './kit/exchange.ts'
import type { Register } from './kit/register.ts'
import { titleOf } from './show.ts'
import { KEY } from './use-register.ts'

const w = words.registerPage

export function VoidDialog({
  register,
  row,
  onClose,
}: {
  register: Register
  row: RowPage
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const client = useQueryClient()
  const title = titleOf(register, row, row.labels)
  const act = row.isVoid ? 'restore' : 'void'
  const save = useMutation({
    mutationFn: () =>
      send(`/api/registers/${register.name}/rows/${row.id}/${act}`, {
        body: { reason },
        version: row.version,
        answer: Saved,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY })
      onClose()
    },
  })
  return (
    <FormDialog
      title={row.isVoid ? w.restoreTitle(title) : w.voidTitle(title)}
      onSubmit={() => {
        setSent(true)
        if (reason.trim()) save.mutate()
      }}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <Text size="sm">{row.isVoid ? w.restoreHint : w.voidHint}</Text>
      <Textarea
        data-autofocus
        label={w.reason}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        error={isSent && !reason.trim() && w.reasonRequired}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
