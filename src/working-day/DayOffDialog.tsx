// One entry of the calendar: a new day or span of days, or one that is there, changed or deleted.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DAY_KINDS, DayOff, DayOffForm, MOST_DAYS, spanOf } from './day-off.ts'

const w = words.daysOff

/** An entry that is there, or the day for a new one. */
export type Picked = DayOff | { day: string | null }

interface Props {
  picked: Picked
  /** Where the calendar of a new entry opens. */
  year: number
  onClose: () => void
  onDone: () => void
}

export function DayOffDialog(props: Props) {
  const { picked, onClose } = props
  return (
    <Modal opened onClose={onClose} title={'version' in picked ? w.edit : w.add}>
      {'version' in picked ? <Change {...props} entry={picked} /> : <Add {...props} />}
    </Modal>
  )
}

function Fields({
  form,
  faults,
  onChange,
}: {
  form: Pick<DayOffForm, 'kind' | 'name'>
  faults: FieldFaults
  onChange: (form: Pick<DayOffForm, 'kind' | 'name'>) => void
}) {
  return (
    <>
      <Select
        label={w.kind}
        data={DAY_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
        value={form.kind}
        error={faults.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onChange({ ...form, kind: kind as DayOffForm['kind'] })}
      />
      <TextInput
        label={w.name}
        placeholder={w.namePlaceholder}
        required
        maxLength={100}
        value={form.name}
        error={faults.name}
        onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
      />
    </>
  )
}

function Add({ picked, year, onClose, onDone }: Props) {
  const [from, setFrom] = useState(picked.day)
  const [to, setTo] = useState<string | null>(null)
  const [form, setForm] = useState<Pick<DayOffForm, 'kind' | 'name'>>({ kind: 'off', name: '' })
  const [found, setFound] = useState<FieldFaults>({})
  const [key] = useState(newKey)
  const save = useMutation({
    mutationFn: (days: DayOffForm[]) =>
      send('/api/days-off', { body: { days }, key, answer: z.array(DayOff) }),
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const days = from === null ? null : spanOf(from, to ?? from)
    if (!days) return setFound(from === null ? { day: w.dayForm } : { to: w.spanForm(MOST_DAYS) })
    const forms = days.map((day) => ({ day, ...form }))
    const wrong = forms.map((one) => faultsIn(DayOffForm, one)).find((one) => Object.keys(one).length > 0)
    setFound(wrong ?? {})
    if (!wrong) save.mutate(forms)
  }
  const shown = `${year}-01-01`
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DayInput
          label={w.day}
          required
          data-autofocus
          value={from}
          onChange={setFrom}
          error={found.day}
          defaultDate={shown}
        />
        <DayInput
          label={w.lastDay}
          value={to}
          onChange={setTo}
          error={found.to}
          defaultDate={from ?? shown}
        />
        <Fields form={form} faults={found} onChange={setForm} />
        {save.error && <Failure error={save.error} />}
        <DialogActions onCancel={onClose}>
          <Button type="submit" loading={save.isPending}>
            {words.common.save}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}

function Change({ entry, onClose, onDone }: Props & { entry: DayOff }) {
  const { day, version } = entry
  const [form, setForm] = useState<Pick<DayOffForm, 'kind' | 'name'>>(entry)
  const [found, setFound] = useState<FieldFaults>({})
  const [isAsking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      send(`/api/days-off/${day}`, {
        ...{ method: 'PATCH', version, answer: DayOff },
        body: { kind: form.kind, name: form.name },
      }),
    onSuccess: onDone,
  })
  const drop = useMutation({
    mutationFn: () => send(`/api/days-off/${day}`, { method: 'DELETE', version, answer: z.null() }),
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(DayOffForm, { day, ...form })
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const error = save.error ?? drop.error
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text fw={600}>{words.day(day)}</Text>
        <Fields form={form} faults={{ ...faultsOf(save.error), ...found }} onChange={setForm} />
        {error && <Failure error={error} />}
        {isAsking ? (
          <Group justify="space-between">
            <Text size="sm">{w.deleteAsk(words.day(day))}</Text>
            <DialogActions onCancel={() => setAsking(false)} isCancelFirst>
              <Button color="red.9" loading={drop.isPending} onClick={() => drop.mutate()}>
                {words.common.delete}
              </Button>
            </DialogActions>
          </Group>
        ) : (
          <DialogActions onCancel={onClose}>
            <Button variant="default" onClick={() => setAsking(true)}>
              {words.common.delete}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </DialogActions>
        )}
      </Stack>
    </form>
  )
}
