// The worklist's saved filters: go to one, save the list as it stands, rename, delete, choose which opens first.
import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { send } from '../http/client.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { type FilterChange, filterIn, SavedFilter, stateOf } from './saved-filter.ts'
import { SAVED_FILTERS, useSavedFilters } from './use-saved-filters.ts'
import type { WorkFilter } from './work.ts'

const w = words.savedFilter
export function SavedFilters({ filter }: { filter: WorkFilter }) {
  const { data } = useSavedFilters()
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const filters = data?.filters ?? []
  const address = stateOf(filter)
  const here = filters.find((one) => one.address === address)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" maw={320}>
            {here ? w.here(here.name) : w.title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={360} mah="70dvh" style={{ overflowY: 'auto' }}>
          {filters.length === 0 && <Menu.Label>{w.none}</Menu.Label>}
          {filters.map((one) => (
            <Menu.Item
              key={one.id}
              component={Link}
              to="/work"
              search={filterIn(one.address) as never}
              aria-current={one === here ? 'page' : undefined}
              fw={one === here ? 700 : undefined}
            >
              {one.name}
              {one.isStart && ` ${w.isStart}`}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')} disabled={here !== undefined}>
            {w.save}
          </Menu.Item>
          {filters.length > 0 && <Menu.Item onClick={() => setDialog('manage')}>{w.manage}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && <SaveDialog address={address} onClose={() => setDialog(null)} />}
      {dialog === 'manage' && <ManageDialog filters={filters} onClose={() => setDialog(null)} />}
    </>
  )
}

function SaveDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const [name, setName] = useState('')
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => send('/api/work/filters', { body: { name, address }, answer: SavedFilter }),
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
      send(`/api/work/filters/${id}`, { method: 'PATCH', body, version, answer: SavedFilter }),
    onSettled: changed,
  })
  const remove = useMutation({
    mutationFn: () => send(`/api/work/filters/${id}`, { method: 'DELETE', version, answer: z.null() }),
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
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={w.delete(filter.name)}
          title={w.delete(filter.name)}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          ✕
        </ActionIcon>
      </Group>
      <Checkbox
        label={w.start}
        checked={filter.isStart}
        onChange={(event) => change.mutate({ isStart: event.currentTarget.checked })}
      />
      {error && <Failure error={error} />}
    </Stack>
  )
}
