// The form in which somebody is named to act for another from day to day.
import { Button, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PersonSelect, personName } from './PersonSelect.tsx'
import { useSession } from './session.tsx'
import { daysFault, type Person, StandInForm } from './stand-in.ts'

const w = words.steps.standIn

export function StandInDialog({
  today,
  mayChooseAbsent,
  onClose,
  onDone,
}: {
  today: string
  /** Heads and administrators arrange for others too. */
  mayChooseAbsent: boolean
  onClose: () => void
  onDone: () => void
}) {
  const session = useSession()
  const self: Person = {
    ...{ id: session.accountId, name: session.name, position: session.position },
    ...{ role: session.role, agency: session.agency },
  }
  const [absent, setAbsent] = useState<Person | null>(self)
  const [standIn, setStandIn] = useState<Person | null>(null)
  const [days, setDays] = useState<{ fromDay: string | null; toDay: string | null }>({
    fromDay: today,
    toDay: null,
  })
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const [found, setFound] = useState<FieldFaults>({})
  const save = useMutation({
    mutationFn: (form: StandInForm) =>
      send('/api/stand-ins', { body: form, key, answer: z.object({ id: z.uuid() }) }),
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = { accountId: absent?.id, standInId: standIn?.id, ...days, reason }
    const wrong = faultsIn(StandInForm, form)
    const wrongDays = days.fromDay && days.toDay ? daysFault(days as StandInForm, today) : null
    const all = wrongDays ? { ...wrong, [wrongDays.at]: wrongDays.message } : wrong
    setFound(all)
    if (Object.keys(all).length === 0) save.mutate(form as StandInForm)
  }
  const faults = { ...faultsOf(save.error), ...found }
  return (
    <Modal opened onClose={onClose} title={w.add} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {mayChooseAbsent ? (
            <PersonSelect
              label={w.absent}
              of={null}
              value={absent}
              error={faults.accountId}
              onChange={(person) => {
                setAbsent(person)
                setStandIn(null)
              }}
            />
          ) : (
            <Text size="sm">{w.absentIs(personName(self))}</Text>
          )}
          <PersonSelect
            key={absent?.id}
            label={w.person}
            of={absent?.id ?? session.accountId}
            value={standIn}
            error={faults.standInId}
            onChange={setStandIn}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DayInput
              label={w.fromDay}
              required
              value={days.fromDay}
              error={faults.fromDay}
              onChange={(fromDay) => setDays((before) => ({ ...before, fromDay }))}
            />
            <DayInput
              label={w.toDay}
              required
              value={days.toDay}
              error={faults.toDay}
              onChange={(toDay) => setDays((before) => ({ ...before, toDay }))}
            />
          </SimpleGrid>
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
          <Text size="sm">{w.explain}</Text>
          {save.error && <Failure error={save.error} />}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
