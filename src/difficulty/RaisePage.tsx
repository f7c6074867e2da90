// Raising a difficulty, from the page of an assignment: which duties are held up, by what, and what would help.
import { Button, CloseButton, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { useSession } from '../identity/session.tsx'
import { EvidenceDrop } from '../task/Evidence.tsx'
import { type StoredFile, Task, WorkList } from '../task/work.ts'
import { Picker } from '../ui/Picker.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import { OfAssignment, Raised, RaiseForm } from './exchange.ts'
import { TypeChoice } from './StepFields.tsx'
import { KEY } from './use-step.ts'

const w = words.difficulty

export function RaisePage() {
  const { assignment } = useSearch({ strict: false }) as { assignment?: string }
  if (!assignment) return <Start />
  return <Raise assignmentId={assignment} key={assignment} />
}

/** Without a duty there is nothing to raise a difficulty about. */
const Start = () => (
  <Page title={w.raiseTitle}>
    <Empty
      action={
        <Button component={Link} to="/work" variant="default">
          {w.openWork}
        </Button>
      }
    >
      {w.raiseFrom}
    </Empty>
  </Page>
)

function Raise({ assignmentId }: { assignmentId: string }) {
  const task = useQuery({
    queryKey: ['work', 'task', assignmentId],
    queryFn: () => get(`/api/work/${assignmentId}`, Task),
  })
  const of = useQuery({
    queryKey: [...KEY, 'of', assignmentId],
    queryFn: () => get(`/api/difficulties/of-assignment/${assignmentId}`, OfAssignment),
  })
  const error = task.error ?? of.error
  if (error) return <Failure error={error} onRetry={() => void task.refetch().then(() => of.refetch())} />
  if (!task.data || !of.data) return <Loading />
  return (
    <Page title={w.raiseTitle}>
      {of.data.whyNotRaise ? <Empty>{of.data.whyNotRaise}</Empty> : <Form task={task.data} />}
    </Page>
  )
}

interface Duty {
  id: string
  quote: string
  place: string
}

interface Draft {
  type: DifficultyType | null
  text: string
  proposal: string
  files: StoredFile[]
  others: Duty[]
}
const BLANK: Draft = { type: null, text: '', proposal: '', files: [], others: [] }

function Form({ task }: { task: Task }) {
  const { accountId } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const key = useRef(newKey())
  const [draft, setDraft, clearDraft] = useLocalStorage<Draft>({
    // Several people may work at one machine: a draft belongs to its writer.
    key: `difficulty ${accountId} ${task.id}`,
    defaultValue: BLANK,
    getInitialValueInEffect: false,
  })
  const [isUploading, setUploading] = useState(false)
  const [found, setFound] = useState<FieldFaults>({})
  const patch = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const own = { id: task.id, quote: task.item.quote, place: placeOf(task.plan, task.item.section) }
  const duties = [own, ...draft.others]
  const body = {
    ...{ type: draft.type, text: draft.text, proposal: draft.proposal },
    assignmentIds: duties.map(({ id }) => id),
    files: draft.files.map(({ hash, name }) => ({ hash, name })),
  }
  const save = useMutation({
    mutationFn: () => send('/api/difficulties', { body, key: key.current, answer: Raised }),
    onSuccess: async ({ id }) => {
      clearDraft()
      await client.invalidateQueries({ queryKey: KEY })
      await navigate({ to: '/difficulties/$id', params: { id } as never })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(RaiseForm, body)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const faults = { ...faultsOf(save.error), ...found }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md" maw={760}>
        <Duties task={task} duties={duties} onChange={(others) => patch({ others })} />
        <TypeChoice
          label={w.type}
          value={draft.type}
          error={faults.type && w.typeRequired}
          onChange={(type) => patch({ type })}
        />
        <Telling
          label={w.text}
          hint={w.textHint}
          value={draft.text}
          error={faults.text}
          onChange={(text) => patch({ text })}
        />
        <Telling
          label={w.proposal}
          hint={w.proposalHint}
          value={draft.proposal}
          error={faults.proposal}
          onChange={(proposal) => patch({ proposal })}
        />
        <EvidenceDrop
          files={draft.files}
          onBusy={setUploading}
          onChange={(update) => setDraft((before) => ({ ...before, files: update(before.files) }))}
        />
        {save.error && <Failure error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={isUploading}>
            {w.raise}
          </Button>
          <Button variant="default" component={Link} to="/work/$id" params={{ id: task.id } as never}>
            {words.common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const placeOf = (plan: { number: string | null; title: string }, section: string) =>
  `${plan.number ?? plan.title} · ${words.task.section(section)}`

function Telling({
  label,
  hint,
  value,
  error,
  onChange,
}: {
  label: string
  hint: string
  value: string
  error: string | undefined
  onChange: (text: string) => void
}) {
  return (
    <Textarea
      label={label}
      description={hint}
      styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
      required
      autosize
      minRows={3}
      maxLength={10_000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function Duties({
  task,
  duties,
  onChange,
}: {
  task: Task
  duties: readonly Duty[]
  onChange: (others: Duty[]) => void
}) {
  const [isAdding, setAdding] = useState(false)
  const others = duties.slice(1)
  return (
    <Paper withBorder p="sm" component="section" aria-label={w.about(duties.length)}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {w.about(duties.length)}
        </Text>
        {duties.map((duty, index) => (
          <Group key={duty.id} wrap="nowrap" align="flex-start" justify="space-between" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text size="sm">{duty.quote}</Text>
              <Text size="xs" c="gray.7">
                {duty.place}
              </Text>
            </div>
            {index > 0 && (
              <CloseButton
                size="sm"
                aria-label={w.removeWork(duty.quote.slice(0, 80))}
                onClick={() => onChange(others.filter(({ id }) => id !== duty.id))}
              />
            )}
          </Group>
        ))}
        <Group>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {w.addWork}
          </Button>
        </Group>
      </Stack>
      {isAdding && (
        <MoreWork
          task={task}
          taken={duties}
          onPick={(duty) => {
            setAdding(false)
            onChange([...others, duty])
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Paper>
  )
}

function MoreWork({
  task,
  taken,
  onPick,
  onClose,
}: {
  task: Task
  taken: readonly Duty[]
  onPick: (duty: Duty) => void
  onClose: () => void
}) {
  const { data, error } = useQuery({
    queryKey: ['work', 'list', 'of-agency', task.agency.id],
    queryFn: () => get(`/api/work?agency=${task.agency.id}&state=open&limit=100`, WorkList),
  })
  if (error) return <Failure error={error} />
  const rows = (data?.rows ?? [])
    .filter(({ id }) => !taken.some((duty) => duty.id === id))
    .map(({ id, quote, plan, section }) => ({ id, quote, place: placeOf(plan, section) }))
  return (
    <Picker
      title={w.addWork}
      hint={w.addWorkHint}
      options={rows.map(({ id, quote, place }) => ({ value: id, label: quote, detail: place }))}
      empty={w.noMoreWork}
      onPick={(id) => {
        const duty = rows.find((row) => row.id === id)
        if (duty) onPick(duty)
      }}
      onClose={onClose}
    />
  )
}
