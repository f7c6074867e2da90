// On the page of an item: what must be done before it and what waits for it, entered and taken away with a reason.
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import { DialogActions, Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { AddPrerequisite } from './AddPrerequisite.tsx'
import { Round } from './Circles.tsx'
import { nameOf, ThingLine } from './links.tsx'
import { refresh } from './refresh.ts'
import './waiting.css'
import { PrerequisiteChanged, Prerequisites as Told } from './waiting.ts'

const w = words.waiting
type Required = Told['requires'][number]

/** `id`: the item's. Those who may not change it see it only where there is something. */
export default function Prerequisites({ id }: { id: string }) {
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<Required | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['waiting', 'item', id],
    queryFn: () => get(`/api/items/${id}/prerequisites`, Told),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || (data.whyNot && data.requires.length + data.requiredBy.length === 0)) return null
  return (
    <Part title={w.before}>
      {data.requires.length === 0 && <Text size="sm">{w.beforeEmpty}</Text>}
      <ul className="wait-things">
        {data.requires.map((one) => (
          <li key={one.item.key}>
            <ThingLine thing={one.item} />
            <Text size="xs">
              {one.state === 'open'
                ? w.sinceDays(words.day(one.since), one.days)
                : w.requiredState[one.state]}
              {' · '}
              {w.saidBy(one.by, one.reason)}
            </Text>
            {!data.whyNot && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={w.removeOf(nameOf(one.item))}
                onClick={() => setRemoved(one)}
              >
                {w.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.circle.length > 0 && (
        <Alert color="red" variant="light" title={w.circles(1)}>
          <Round things={data.circle} />
        </Alert>
      )}
      {data.requiredBy.length > 0 && (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {w.requiredBy}
          </Text>
          <ul className="wait-things">
            {data.requiredBy.map(({ item }) => (
              <li key={item.key}>
                <ThingLine thing={item} />
              </li>
            ))}
          </ul>
        </Stack>
      )}
      <Group>
        <Button size="xs" variant="default" disabled={data.whyNot !== null} onClick={() => setAdding(true)}>
          {w.add}
        </Button>
        {data.whyNot && (
          <Text size="xs" c="gray.7">
            {data.whyNot}
          </Text>
        )}
      </Group>
      {isAdding && <AddPrerequisite itemId={id} onClose={() => setAdding(false)} />}
      {removed && (
        <RemovePrerequisite
          itemId={id}
          required={removed}
          version={data.itemVersion}
          onClose={() => setRemoved(null)}
        />
      )}
    </Part>
  )
}

function RemovePrerequisite({
  itemId,
  required,
  version,
  onClose,
}: {
  itemId: string
  required: Required
  version: number
  onClose: () => void
}) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const key = useRef(newKey())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      send(`/api/items/${itemId}/prerequisites/${required.item.id}`, {
        method: 'DELETE',
        body: { reason },
        version,
        key: key.current,
        answer: PrerequisiteChanged,
      }),
    onSuccess: async () => {
      await refresh(client)
      onClose()
    },
    onError: () => {
      key.current = newKey()
    },
  })
  return (
    <Modal opened onClose={onClose} title={w.removeTitle} size="lg">
      <Stack gap="sm">
        <Text size="sm">{nameOf(required.item)}</Text>
        <Textarea
          label={w.removeReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
        {error && <Failure error={error} />}
        <DialogActions onCancel={onClose}>
          <Button color="red.9" loading={isPending} onClick={() => mutate()}>
            {w.remove}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
