// Saving the list as it stands under a name; renaming, deleting, choosing which opens first. Loaded when asked for.
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { send } from '../http/client.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type FilterChange, SavedFilter } from './saved-filter.ts'
import { SAVED_FILTERS } from './use-saved-filters.ts'

const w = words.savedFilter

export default function SavedFilterDialogs({
  dialog,
  path,
  address,
  filters,
  onClose,
}: {
  dialog: 'save' | 'manage'
  /** The page, and what stands behind "?" on it. */
  path: string
  address: string
  /** Those of the page. */
  filters: SavedFilter[]
  onClose: () => void
}) {
  if (dialog === 'save') return <SaveDialog path={path} address={address} onClose={onClose} />
  return <ManageDialog filters={filters} onClose={onClose} />
}

function SaveDialog({ path, address, onClose }: { path: string; address: string; onClose: () => void }) {
  const [name, setName] = useState('')
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => send('/api/filters', { body: { path, name, address }, answer: SavedFilter }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: SAVED_FILTERS })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={w.saveTitle}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            data-autofocus
            label={w.name}
            description={w.nameHint}
            maxLength={80}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {save.error && <Failure error={save.error} />}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

function ManageDialog({ filters, onClose }: { filters: SavedFilter[]; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={w.manageTitle} size="lg">
      <Stack gap="md">
        {filters.map((filter) => (
          <OneFilter key={`${filter.id} ${filter.version}`} filter={filter} />
        ))}
        {filters.length === 0 && <Text size="sm">{w.none}</Text>}
        <Text size="sm" c="gray.7">
          {w.startHint}
        </Text>
      </Stack>
    </Modal>
  )
}

function OneFilter({ filter }: { filter: SavedFilter }) {
  const { id, version } = filter
  const [name, setName] = useState(filter.name)
  const client = useQueryClient()
  const changed = () => client.invalidateQueries({ queryKey: SAVED_FILTERS })
  const change = useMutation({
    mutationFn: (body: FilterChange) =>
      send(`/api/filters/${id}`, { method: 'PATCH', body, version, answer: SavedFilter }),
    onSettled: changed,
  })
  const remove = useMutation({
    mutationFn: () => send(`/api/filters/${id}`, { method: 'DELETE', version, answer: z.null() }),
    onSettled: changed,
  })
  const error = change.error ?? remove.error
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={w.name}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!name.trim() || name.trim() === filter.name}
          loading={change.isPending}
          onClick={() => change.mutate({ name })}
        >
          {w.rename}
        </Button>
        <Button
          variant="default"
          aria-label={w.delete(filter.name)}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {words.common.delete}
        </Button>
      </Group>
      <Checkbox
        label={w.start}
        // Shown at once; a refusal brings the old state back.
        checked={change.isPending ? (change.variables.isStart ?? filter.isStart) : filter.isStart}
        onChange={(event) => change.mutate({ isStart: event.currentTarget.checked })}
      />
      {error && <Failure error={error} />}
    </Stack>
  )
}
