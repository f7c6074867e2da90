// Asking for a report outside the calendar: extraordinary, mid-term, final.
import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addDays } from '../base/calendar.ts'
import { newKey, send } from '../http/client.ts'
import { periodAt } from '../task/period.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { Made, ROUND_KINDS, type RoundKind } from './exchange.ts'

const w = words.report.plan
const ASKED = ROUND_KINDS.filter((kind) => kind !== 'periodic')
type Asked = Exclude<RoundKind, 'periodic'>

export function RoundDialog({
  planId,
  today,
  onClose,
  onSaved,
}: {
  planId: string
  today: string
  onClose: () => void
  onSaved: () => void
}) {
  const year = periodAt('year', today)
  const [kind, setKind] = useState<Asked>('adhoc')
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState<string | null>(year.from)
  const [to, setTo] = useState<string | null>(today)
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, 7))
  const [note, setNote] = useState('')
  const key = useRef(newKey())
  const save = useMutation({
    mutationFn: () =>
      send(`/api/plans/${planId}/rounds`, {
        key: key.current,
        body: { kind, title, from, to, dueOn, note },
        answer: Made,
      }),
    onSuccess: onSaved,
    onError: () => {
      key.current = newKey()
    },
  })
  return (
    <FormDialog
      title={w.request}
      size="lg"
      isPending={save.isPending}
      error={save.error}
      isDisabled={!title.trim() || !from || !to || !dueOn}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Select
        label={w.kind}
        allowDeselect={false}
        data={ASKED.map((value) => ({ value, label: words.report.kinds[value] }))}
        value={kind}
        onChange={(value) => value && setKind(value as Asked)}
      />
      <TextInput
        label={w.name}
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <DayInput label={w.from} value={from} onChange={setFrom} required />
        <DayInput label={w.to} value={to} onChange={setTo} required />
        <DayInput label={w.dueOn} value={dueOn} onChange={setDueOn} minDate={today} required />
      </SimpleGrid>
      <Textarea
        label={w.note}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
