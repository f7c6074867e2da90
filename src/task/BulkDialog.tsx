// A step on a selection, before it is sent: on how many rows it can be taken, on which not and why, and its form once.
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ReportFields } from './ReportFields.tsx'
import { useReportCheck, useReportDraft } from './ReportForm.tsx'
import { blankReport, reportInput } from './report-draft.ts'
import { StepFields } from './StepFields.tsx'
import { InPlaceOf } from './StepPanel.tsx'
import { type Split, standing } from './selection.ts'
import { blankDraft, type DraftFaults, draftFaults, type PlainStep, stepInput } from './step-draft.ts'
import { permit, type StepKind } from './task.ts'
import { type StepInput, StepsTaken, type WorkRow } from './work.ts'

const w = words.steps.bulk
/** Rows named for one reason; the rest is a number. */
const NAMED = 3

interface Props {
  kind: StepKind
  split: Split
  onClose: () => void
  onDone: (taken: StepsTaken, unable: ReadonlyMap<string, string>) => void
}

export function BulkDialog({ kind, split, onClose, onDone }: Props) {
  const client = useQueryClient()
  const key = useRef(newKey())
  const sending = useMutation({
    mutationFn: ({ formOf }: Sending) =>
      send('/api/work/steps', {
        key: key.current,
        body: { steps: split.able.map((row) => ({ id: row.id, version: row.version, form: formOf(row) })) },
        answer: StepsTaken,
      }),
    onSuccess: async (taken, { clear }) => {
      clear?.()
      const unable = split.unable.flatMap(({ why, rows }) => rows.map(({ id }) => [id, why] as const))
      onDone(taken, new Map(unable))
      await client.invalidateQueries({ queryKey: ['work'] })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const form = { kind, rows: split.able, isPending: sending.isPending, onClose, onSend: sending.mutate }
  return (
    <Modal opened onClose={onClose} title={w.dialogTitle(words.task.steps[kind])} size="lg">
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {w.able(
            split.able.length,
            split.able.length + split.unable.reduce((sum, { rows }) => sum + rows.length, 0),
          )}
        </Text>
        {split.unable.map(({ why, rows }) => (
          <Unable key={why} why={why} rows={rows} />
        ))}
        {kind === 'report' ? <SharedReport {...form} /> : <Plain {...form} kind={kind} />}
        {sending.error && <Failure error={sending.error} />}
      </Stack>
    </Modal>
  )
}

function Unable({ why, rows }: { why: string; rows: readonly WorkRow[] }) {
  return (
    <div>
      <Text size="sm">{w.unable(rows.length, why)}</Text>
      {rows.slice(0, NAMED).map((row) => (
        <Text key={row.id} size="xs" c="gray.7" lineClamp={1}>
          {row.quote}
        </Text>
      ))}
      {rows.length > NAMED && (
        <Text size="xs" c="gray.7">
          {w.andMore(rows.length - NAMED)}
        </Text>
      )}
    </div>
  )
}

interface Sending {
  formOf: (row: WorkRow) => StepInput
  /** Forgets the draft once it has arrived. */
  clear?: () => void
}

interface FormProps {
  rows: readonly WorkRow[]
  isPending: boolean
  onClose: () => void
  onSend: (sending: Sending) => void
}

/** In whose place the steps would be taken, where that is so for any of the rows. */
function Place({ kind, rows }: { kind: StepKind; rows: readonly WorkRow[] }) {
  const doer = useSession()
  const places = rows.map((row) => permit(kind, standing(row), doer))
  const [absent] = places.flatMap((may) => ('why' in may || !may.forAccountId ? [] : [may.forAccountId]))
  return <InPlaceOf accountId={absent} />
}

function Plain({ kind, rows, isPending, onClose, onSend }: FormProps & { kind: PlainStep }) {
  // The day asked for is filled in only where all ask for the same.
  const asked = new Set(rows.map(({ extensionUntil }) => extensionUntil))
  const [draft, setDraft] = useState(() =>
    blankDraft({ extensionUntil: asked.size === 1 ? [...asked][0] : null }),
  )
  const [faults, setFaults] = useState<DraftFaults>({})
  // The duties of police and army among them go without the words.
  const isOutside = rows.every((row) => row.isOutside)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = draftFaults(kind, draft, isOutside)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    onSend({ formOf: (row) => stepInput(kind, row.isOutside ? { ...draft, text: '' } : draft) })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <StepFields
          kind={kind}
          draft={draft}
          faults={faults}
          agencyId={rows[0]?.agency.id ?? null}
          isOutside={isOutside}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <Place kind={kind} rows={rows} />
        <DialogActions onCancel={onClose}>
          <Button type="submit" loading={isPending} data-autofocus>
            {w.send(words.task.steps[kind], rows.length)}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}

/** One report that answers all of them, with the same words, figures and evidence. */
function SharedReport({ rows, isPending, onClose, onSend }: FormProps) {
  const { draft, setDraft, clearDraft } = useReportDraft('shared')
  const { faults, check } = useReportCheck(draft)
  const [isUploading, setUploading] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = reportInput(draft)
    if (check()) onSend({ formOf: () => form, clear: clearDraft })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{w.sharedExplain(rows.length, new Set(rows.map(({ plan }) => plan.id)).size)}</Text>
        <ReportFields
          draft={draft}
          faults={faults}
          onBusy={setUploading}
          onChange={(update) => setDraft((before) => update({ ...blankReport(), ...before }))}
        />
        <Place kind="report" rows={rows} />
        <DialogActions onCancel={onClose}>
          <Button type="submit" loading={isPending} disabled={isUploading}>
            {w.send(w.sharedReport, rows.length)}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
