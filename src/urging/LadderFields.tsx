// A ladder as it reads, and the form that changes it.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { type Ladder, readDays } from './ladder.ts'

const w = words.urging.ladder
const printed = (days: readonly number[]) => days.join(', ')

export function LadderSaid({ ladder: { before, after } }: { ladder: Ladder }) {
  return (
    <Stack gap={2}>
      <Text size="sm">{w.beforeSaid(before.length ? printed(before) : w.none)}</Text>
      <Text size="sm">{w.afterSaid(after.length ? printed(after) : w.none)}</Text>
    </Stack>
  )
}

/** `path` takes the new ladder with the version seen. */
export function LadderEdit({
  path,
  ladder,
  whyNot,
}: {
  path: string
  ladder: Ladder & { version: number }
  whyNot: string | null
}) {
  const [isOpen, setOpen] = useState(false)
  if (whyNot)
    return (
      <Text size="sm" c="gray.7">
        {whyNot}
      </Text>
    )
  return (
    <Group>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {w.edit}
      </Button>
      {isOpen && <LadderDialog path={path} ladder={ladder} onClose={() => setOpen(false)} />}
    </Group>
  )
}

function LadderDialog({
  path,
  ladder,
  onClose,
}: {
  path: string
  ladder: Ladder & { version: number }
  onClose: () => void
}) {
  const client = useQueryClient()
  const [before, setBefore] = useState(printed(ladder.before))
  const [after, setAfter] = useState(printed(ladder.after))
  const read = { before: readDays(before), after: readDays(after) }
  const save = useMutation({
    mutationFn: () =>
      send(path, {
        ...{ method: 'PUT', version: ladder.version, body: read },
        answer: z.object({ version: z.number() }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['urging'] })
      await client.invalidateQueries({ queryKey: ['work', 'morning'] })
      onClose()
    },
  })
  return (
    <FormDialog
      title={w.edit}
      onSubmit={() => save.mutate()}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!read.before || !read.after}
    >
      <TextInput
        label={w.before}
        description={w.hint}
        value={before}
        error={read.before ? null : w.form}
        onChange={(event) => setBefore(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={w.after}
        description={w.hint}
        value={after}
        error={read.after ? null : w.form}
        onChange={(event) => setAfter(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
