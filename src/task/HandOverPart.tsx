// Who holds how much, and the hand-over of everything one person answers for to another.
import { Button, Checkbox, Modal, Stack, Table, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { PersonSelect } from '../identity/PersonSelect.tsx'
import { useSession } from '../identity/session.tsx'
import type { Person } from '../identity/stand-in.ts'
import { DialogActions, Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { HandedOver, HandOverForm, type Holder, Holders, type Holding, holdingSum } from './hand-over.ts'

const w = words.steps.handOver
const KEY = ['hand-over']

export function HandOverPart() {
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 250)
  const [open, setOpen] = useState<Holder | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const list = useQuery({
    queryKey: [...KEY, search],
    queryFn: () => get(`/api/hand-over/people?${new URLSearchParams({ q: search })}`, Holders),
    placeholderData: keepPreviousData,
  })
  const people = list.data?.people ?? []
  return (
    <Part title={w.title}>
      <Text size="sm">{w.intro}</Text>
      {said && (
        <Text size="sm" fw={600} role="status">
          {said}
        </Text>
      )}
      <TextInput
        type="search"
        label={w.search}
        maw={420}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && people.length === 0 && <Text size="sm">{words.common.none}</Text>}
      {people.length > 0 && <People people={people} onOpen={setOpen} />}
      {list.data?.hasMore && <Text size="sm">{words.steps.standIn.typeMore}</Text>}
      {open && (
        <HandOverDialog
          from={open}
          onClose={() => setOpen(null)}
          onStale={() => {
            setOpen(null)
            void client.invalidateQueries({ queryKey: KEY })
          }}
          onDone={(to) => {
            setOpen(null)
            setSaid(w.done(open.name, to))
            void client.invalidateQueries({ queryKey: KEY })
            void client.invalidateQueries({ queryKey: ['work'] })
          }}
        />
      )}
    </Part>
  )
}

/** Of somebody who holds nothing only the account can end, which is for administrators. */
function People({ people, onOpen }: { people: readonly Holder[]; onOpen: (person: Holder) => void }) {
  const { role } = useSession()
  return (
    <Table verticalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.accounts.person}</Table.Th>
          <Table.Th>{w.holds}</Table.Th>
          <Table.Th w={120} aria-label={words.accounts.actions} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {person.name}
              </Text>
              <Text size="xs" c="gray.7">
                {[person.position, person.agency?.name].filter(Boolean).join(', ')}
              </Text>
              {!person.isActive && <Text size="xs">{words.accounts.states.stopped}</Text>}
            </Table.Td>
            <Table.Td>
              <Held holding={person.holding} />
            </Table.Td>
            <Table.Td ta="right">
              {(holdingSum(person.holding) > 0 || (role === 'admin' && person.isActive)) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onOpen(person)}
                  aria-label={w.openOf(person.name)}
                >
                  {w.open}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Held({ holding }: { holding: Holding }) {
  if (holdingSum(holding) === 0) return <Text size="sm">{w.holdsNothing}</Text>
  const lines = (Object.keys(holding) as (keyof Holding)[]).filter((part) => holding[part] > 0)
  return (
    <>
      {lines.map((part) => (
        <Text size="sm" key={part}>
          {w.parts[part](holding[part])}
        </Text>
      ))}
    </>
  )
}

function HandOverDialog({
  from,
  onClose,
  onStale,
  onDone,
}: {
  from: Holder
  onClose: () => void
  onStale: () => void
  onDone: (to: string) => void
}) {
  const { role } = useSession()
  const [to, setTo] = useState<Person | null>(null)
  const [reason, setReason] = useState('')
  const [stopAccount, setStop] = useState(false)
  const [key] = useState(newKey)
  const [found, setFound] = useState<FieldFaults>({})
  const save = useMutation({
    mutationFn: (form: HandOverForm) => send('/api/hand-over', { body: form, key, answer: HandedOver }),
    onSuccess: () => onDone(to?.name ?? ''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = { fromId: from.id, toId: to?.id, reason, stopAccount, seen: from.holding }
    const wrong = faultsIn(HandOverForm, form)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate(form as HandOverForm)
  }
  const faults = { ...faultsOf(save.error), ...found }
  const isStale = save.error instanceof Error && 'status' in save.error && save.error.status === 412
  return (
    <Modal opened onClose={onClose} title={w.openOf(from.name)} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" fw={600}>
            {w.preview}
          </Text>
          <Held holding={from.holding} />
          <PersonSelect label={w.to} of={from.id} value={to} error={faults.toId} onChange={setTo} />
          <Textarea
            label={words.steps.reason}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={faults.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={w.stop}
            description={role === 'admin' ? null : w.stopForAdminHint}
            styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
            disabled={role !== 'admin' || !from.isActive}
            checked={stopAccount}
            onChange={(event) => setStop(event.currentTarget.checked)}
          />
          {save.error && <Failure error={save.error} />}
          {isStale && (
            <div>
              <Button variant="default" size="xs" onClick={onStale}>
                {words.task.reload}
              </Button>
            </div>
          )}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {w.open}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
