// Who headed which agency since when: terms recorded, and whom the accounts suggest where none is.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Term, TermForm, Terms } from './rating.ts'
import { KEY, useWrite } from './use-rating.ts'

const w = words.rating

export function HeadsDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: [...KEY, 'heads'],
    queryFn: () => get('/api/ratings/heads', Terms),
  })
  const [open, setOpen] = useState<Term | 'new' | null>(null)
  const missing = (data?.assumed ?? []).filter(({ name }) => name === null)
  return (
    <Modal opened onClose={onClose} size="lg" title={w.headsTitle}>
      <Stack gap="sm">
        <Text size="sm" c="gray.7">
          {w.headsHint}
        </Text>
        {error && <Failure error={error} />}
        {!data && !error && <Loading />}
        {data && open === null && (
          <>
            <Group>
              <Button onClick={() => setOpen('new')}>{w.headAdd}</Button>
            </Group>
            {data.terms.length === 0 && <Text size="sm">{w.headsNone}</Text>}
            {data.terms.map((term) => (
              <Group key={term.id} justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text size="sm" fw={600}>
                    {term.agency.name}
                  </Text>
                  <Text size="sm">
                    {[term.name, term.position, w.headLine(term.from, term.until)].filter(Boolean).join(', ')}
                  </Text>
                </div>
                <Button
                  size="compact-sm"
                  variant="default"
                  style={{ flexShrink: 0 }}
                  aria-label={w.headEdit(term.name)}
                  onClick={() => setOpen(term)}
                >
                  {words.common.edit}
                </Button>
              </Group>
            ))}
            {missing.length > 0 && (
              <Text size="sm">{w.headsMissing(missing.map(({ agency }) => agency.name).join(', '))}</Text>
            )}
          </>
        )}
        {data && open !== null && (
          <TermFields
            term={open === 'new' ? null : open}
            agencies={
              open === 'new'
                ? [...data.assumed, ...data.terms]
                    .map(({ agency }) => agency)
                    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
                : [open.agency]
            }
            onClose={() => setOpen(null)}
          />
        )}
      </Stack>
    </Modal>
  )
}

function TermFields({
  term,
  agencies,
  onClose,
}: {
  term: Term | null
  agencies: readonly { id: string; name: string }[]
  onClose: () => void
}) {
  const [form, setForm] = useState({
    agencyId: term?.agency.id ?? '',
    name: term?.name ?? '',
    position: term?.position ?? '',
    from: term?.from ?? null,
    until: term?.until ?? null,
  } as Omit<TermForm, 'from'> & { from: string | null })
  const [found, setFound] = useState<FieldFaults>({})
  const save = useWrite(onClose)
  const faults = { ...faultsOf(save.error), ...found }
  const set = (next: Partial<typeof form>) => setForm({ ...form, ...next })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(TermForm, form)
    setFound(wrong)
    if (Object.keys(wrong).length || save.isPending) return
    save.mutate(
      term
        ? { path: `/api/ratings/heads/${term.id}`, method: 'PUT', body: form, version: term.version }
        : { path: '/api/ratings/heads', body: form },
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={w.columns.agency}
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.agencyId || null}
          onChange={(agencyId) => set({ agencyId: agencyId ?? '' })}
          disabled={term !== null}
          searchable
          error={faults.agencyId}
        />
        <TextInput
          label={w.headName}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={faults.name}
        />
        <TextInput
          label={w.headPosition}
          value={form.position}
          onChange={(event) => set({ position: event.currentTarget.value })}
          error={faults.position}
        />
        <DayInput
          label={w.headFrom}
          value={form.from}
          onChange={(from) => set({ from })}
          error={faults.from}
        />
        <DayInput
          label={w.headUntil}
          value={form.until}
          onChange={(until) => set({ until })}
          error={faults.until}
        />
        {save.error && <Failure error={save.error} />}
        <Group justify="space-between">
          {term ? (
            <Button
              variant="default"
              c="red.9"
              onClick={() =>
                save.mutate({
                  path: `/api/ratings/heads/${term.id}`,
                  method: 'DELETE',
                  version: term.version,
                })
              }
            >
              {w.headDrop}
            </Button>
          ) : (
            <span />
          )}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Group>
      </Stack>
    </form>
  )
}
