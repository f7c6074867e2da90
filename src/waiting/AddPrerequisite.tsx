// Which item must be done first, found by its words with or without diacritics, and why.
import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { DialogActions, Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Round } from './Circles.tsx'
import { refresh } from './refresh.ts'
import { PrerequisiteChanged, RequirableItems, type Thing, waitingAddress } from './waiting.ts'

const w = words.waiting

export function AddPrerequisite({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const client = useQueryClient()
  const [q, setQ] = useState('')
  const [asked] = useDebouncedValue(q, 250)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [circle, setCircle] = useState<readonly Thing[]>([])
  const key = useRef(newKey())
  const found = useQuery({
    queryKey: ['waiting', 'requirable', itemId, asked],
    queryFn: () => get(`/api/waiting/items?${waitingAddress({ q: asked, not: itemId })}`, RequirableItems),
    placeholderData: keepPreviousData,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      send(`/api/items/${itemId}/prerequisites`, {
        body: { requiresItemId: chosen, reason },
        key: key.current,
        answer: PrerequisiteChanged,
      }),
    onSuccess: async (changed) => {
      await refresh(client)
      if (changed.circle.length === 0) onClose()
      else setCircle(changed.circle)
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was written: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  if (circle.length > 0)
    return (
      <Modal opened onClose={onClose} title={w.addTitle} size="lg">
        <Stack gap="sm">
          <Alert color="red" variant="light" title={w.closesCircle}>
            <Round things={circle} />
          </Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{words.common.close}</Button>
          </Group>
        </Stack>
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title={w.addTitle} size="lg">
      <Stack gap="sm">
        <TextInput
          label={w.findItem}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          data-autofocus
        />
        {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.error && <Loading />}
        {found.data && (
          <Radio.Group value={chosen} onChange={setChosen} label={w.chooseItem}>
            <Stack gap="xs" mah="40dvh" py={4} style={{ overflowY: 'auto' }}>
              {found.data.items.map((item) => (
                <Radio
                  key={item.id}
                  value={item.id}
                  label={item.label}
                  description={[item.lead, words.task.section(item.section), planName(item.plan)]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
              {found.data.items.length === 0 && <Text size="sm">{w.foundNothing}</Text>}
            </Stack>
          </Radio.Group>
        )}
        <Textarea
          label={w.addReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        {error && <Failure error={error} />}
        <DialogActions onCancel={onClose}>
          <Button loading={isPending} disabled={!chosen} onClick={() => mutate()}>
            {w.add}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
