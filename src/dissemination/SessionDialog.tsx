// Recording a session, and putting one right with the reason.
import { Alert, Button, Modal, NumberInput, Select, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { EvidenceDrop } from '../task/Evidence.tsx'
import type { StoredFile } from '../task/work.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { FORMS, type Form, type Session, SessionVersion } from './dissemination.ts'

const w = words.dissemination

export interface Choice {
  id: string
  name: string
}

/** `session` null: a new one, of one of the `agencies` this person may record for. */
export function SessionDialog({
  planId,
  agencies,
  agencyId,
  session,
  today,
  onClose,
  onSaved,
}: {
  planId: string
  agencies: readonly Choice[]
  agencyId: string | null
  session: Session | null
  today: string
  onClose: () => void
  onSaved: () => void
}) {
  const [agency, setAgency] = useState(session?.agency.id ?? agencyId ?? agencies[0]?.id ?? null)
  const [heldOn, setHeldOn] = useState<string | null>(session?.heldOn ?? today)
  const [form, setForm] = useState<Form>(session?.form ?? 'meeting')
  const [content, setContent] = useState(session?.content ?? '')
  const [target, setTarget] = useState<number | null>(session?.target ?? null)
  const [reached, setReached] = useState<number | null>(session?.reached ?? null)
  const [note, setNote] = useState(session?.note ?? '')
  const [files, setFiles] = useState<StoredFile[]>(session?.files ?? [])
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const key = useRef(newKey())
  const facts = {
    heldOn,
    form,
    content,
    target,
    reached,
    note,
    files: files.map(({ hash, name }) => ({ hash, name })),
  }
  const save = useMutation({
    mutationFn: () =>
      session
        ? send(`/api/dissemination/${session.id}`, {
            method: 'PATCH',
            version: session.version,
            body: { ...facts, reason },
            answer: SessionVersion,
          })
        : send(`/api/plans/${planId}/dissemination/sessions`, {
            key: key.current,
            body: { ...facts, agencyId: agency },
            answer: SessionVersion,
          }),
    onSuccess: onSaved,
    onError: (error) => {
      // Without an answer nobody knows whether it was recorded: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) save.mutate()
  }
  const people = (label: string, value: number | null, set: (n: number | null) => void, least: number) => (
    <NumberInput
      label={label}
      value={value ?? ''}
      onChange={(next) => set(typeof next === 'number' ? next : null)}
      min={least}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator="."
      decimalSeparator=","
      required
    />
  )
  return (
    <Modal opened onClose={onClose} title={session ? w.correctTitle : w.recordTitle} size="lg">
      <form onSubmit={submit}>
        <Stack>
          {session ? null : (
            <Select
              label={w.agency}
              data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
              value={agency}
              onChange={setAgency}
              allowDeselect={false}
              searchable
              required
              nothingFoundMessage={words.task.nothingFound}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput label={w.heldOn} value={heldOn} onChange={setHeldOn} maxDate={today} required />
            <Select
              label={w.form}
              data={FORMS.map((value) => ({ value, label: w.forms[value] }))}
              value={form}
              onChange={(value) => value && setForm(value as Form)}
              allowDeselect={false}
            />
            {people(w.target, target, setTarget, 1)}
            {people(w.reachedLabel, reached, setReached, 0)}
          </SimpleGrid>
          {target !== null && reached !== null && reached > target && (
            <Alert color="yellow" variant="light" styles={{ message: { color: '#8a4700' } }}>
              {w.moreThanTarget}
            </Alert>
          )}
          <Textarea
            label={w.content}
            description={w.contentHint}
            autosize
            minRows={2}
            required
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
          <Textarea
            label={w.note}
            autosize
            minRows={1}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <EvidenceDrop files={files} onChange={setFiles} onBusy={setBusy} />
          {session && (
            <Textarea
              label={w.reason}
              description={w.reasonHint}
              autosize
              minRows={1}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {save.error && <Failure error={save.error} />}
          <DialogActions onCancel={onClose} isFoot>
            <Button type="submit" loading={save.isPending} disabled={isBusy}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

export function CancelDialog({
  session,
  onClose,
  onSaved,
}: {
  session: Session
  onClose: () => void
  onSaved: () => void
}) {
  const [reason, setReason] = useState('')
  const cancel = useMutation({
    mutationFn: () =>
      send(`/api/dissemination/${session.id}/cancel`, {
        version: session.version,
        body: { reason },
        answer: SessionVersion,
      }),
    onSuccess: onSaved,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancel.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={w.cancelTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            data-autofocus
            label={w.reason}
            description={w.cancelHint}
            autosize
            minRows={2}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {cancel.error && <Failure error={cancel.error} />}
          <DialogActions onCancel={onClose}>
            <Button type="submit" color="red.9" loading={cancel.isPending} disabled={!reason.trim()}>
              {w.cancel}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
