// Which agencies keep a register; named by the administrator, open to everybody to read.
import { List, Modal, MultiSelect, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { useAgencyOptions } from './AgencyField.tsx'
import { Keepers } from './kit/exchange.ts'
import { type Register, say } from './kit/register.ts'
import { KEY } from './use-register.ts'

const w = words.registerPage

export default function KeepersDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const title = w.keepersOf(say(register.label))
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, register.name, 'keepers'],
    queryFn: () => get(`/api/registers/${register.name}/keepers`, Keepers),
    // Seen before it is changed.
    staleTime: 0,
  })
  if (data && data.whyNotKeep === null)
    return <Naming register={register} title={title} keepers={data} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <List size="sm">
            {data.agencies.map(({ id, name }) => (
              <List.Item key={id}>{name}</List.Item>
            ))}
          </List>
          <Text size="sm">{data.agencies.length === 0 ? w.keepersNone : w.keepersHint}</Text>
          <Text size="sm" c="gray.7" mt="sm">
            {data.whyNotKeep}
          </Text>
        </>
      )}
    </Modal>
  )
}

function Naming({
  register,
  title,
  keepers,
  onClose,
}: {
  register: Register
  title: string
  keepers: Keepers
  onClose: () => void
}) {
  const [seen] = useState(keepers.agencies.map(({ id }) => id))
  const [chosen, setChosen] = useState(seen)
  const client = useQueryClient()
  const options = useAgencyOptions(false, null, seen)
  const save = useMutation({
    mutationFn: () =>
      send(`/api/registers/${register.name}/keepers`, {
        method: 'PUT',
        body: { agencyIds: chosen, seen },
        answer: Keepers,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY })
      onClose()
    },
  })
  return (
    <FormDialog
      title={title}
      onSubmit={() => save.mutate()}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <Text size="sm">{w.keepersHint}</Text>
      <MultiSelect
        label={w.keepers}
        description={chosen.length === 0 ? w.keepersNone : undefined}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        data={options}
        searchable
        limit={200}
        clearButtonProps={{ 'aria-label': w.clear(w.keepers) }}
        nothingFoundMessage={words.common.none}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
