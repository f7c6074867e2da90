// Recording for one agency: its plan is issued, with number, day and file or the plan in the system; it need not issue
// one; it owes one after all.
import { Anchor, Button, FileButton, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { StoredFile } from '../task/work.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { type Candidate, type OwedState, type Owing, Settled } from './sub-plan.ts'

const w = words.cascade.subPlans

export interface Settling {
  owing: Owing
  as: OwedState
  candidates: readonly Candidate[]
  childId: string | null
}

interface Props {
  planId: string
  settling: Settling
  today: string
  onClose: () => void
  onSaved: () => void
}

const dayIn = (issued: string | null | undefined): string | null =>
  issued && /^\d{4}-\d\d-\d\d$/u.test(issued) ? issued : null

export function SettleDialog({ planId, settling, today, onClose, onSaved }: Props) {
  const { owing, as, candidates } = settling
  const first = candidates.find(({ id }) => id === settling.childId)
  const [childId, setChild] = useState(settling.childId)
  const [number, setNumber] = useState(first?.number ?? owing.number ?? '')
  const [issuedOn, setIssuedOn] = useState(dayIn(first?.issued) ?? owing.issuedOn ?? null)
  const [file, setFile] = useState<StoredFile | null>(null)
  const [reason, setReason] = useState('')
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.append('file', chosen)
      return send('/api/files', { form, answer: StoredFile })
    },
    onSuccess: setFile,
  })
  const save = useMutation({
    mutationFn: () =>
      send(`/api/plans/${planId}/sub-plans/${owing.agency.id}`, {
        method: 'PUT',
        version: owing.version,
        body:
          as === 'issued'
            ? {
                ...{ state: as, number, issuedOn, childId },
                file: file && { hash: file.hash, name: file.name },
              }
            : { state: as, reason },
        answer: Settled,
      }),
    onSuccess: onSaved,
  })
  const choose = (id: string | null) => {
    setChild(id)
    const plan = candidates.find((one) => one.id === id)
    if (plan?.number) setNumber(plan.number)
    if (dayIn(plan?.issued)) setIssuedOn(dayIn(plan?.issued))
  }
  return (
    <FormDialog
      title={w.dialogs[as](owing.agency.name)}
      onSubmit={() => save.mutate()}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error ?? upload.error}
      isDisabled={upload.isPending}
    >
      {as === 'issued' ? (
        <>
          {candidates.length > 0 && (
            <Select
              label={w.child}
              description={w.childHint}
              data={candidates.map((one) => ({ value: one.id, label: planName(one) }))}
              value={childId}
              onChange={choose}
              clearable
              searchable
            />
          )}
          <TextInput
            label={w.number}
            placeholder={w.numberExample}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            required
            maxLength={60}
          />
          <DayInput label={w.issuedOn} value={issuedOn} onChange={setIssuedOn} maxDate={today} required />
          <Group gap="sm">
            <FileButton accept=".pdf,.docx" onChange={(chosen) => chosen && upload.mutate(chosen)}>
              {(props) => (
                <Button {...props} size="xs" variant="default" loading={upload.isPending}>
                  {w.file}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
              {file ? `${file.name} (${words.task.fileSize(file.size)})` : w.fileHint}
            </Text>
          </Group>
          <Text size="sm" c="gray.8">
            {w.orDrop}{' '}
            <Anchor component={Link} to="/plans" size="sm">
              {w.toPlans}
            </Anchor>
          </Text>
        </>
      ) : (
        <Textarea
          label={w.reason}
          description={w.reasonHint}
          autosize
          minRows={2}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
