// The form of the next step: whoever may take it finds it open, everyone else finds the reason.
import { Alert, Button, Group, NumberInput, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { ProblemError } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Failure } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { EvidenceDrop } from './Evidence.tsx'
import { taskKey, useStep } from './use-step.ts'
import type { StepInput, StoredFile, Task } from './work.ts'

export function NextStep({ task }: { task: Task }) {
  const [taken, setTaken] = useState<StepInput['kind'] | null>(null)
  const [isReporting, setReporting] = useState(false)
  const step = useStep(task, ({ kind }) => setTaken(kind))
  const client = useQueryClient()
  const { status, whyNot } = task
  const common = { task, isPending: step.isPending, take: step.mutate }
  const isReport = status === 'active' || (status === 'assigned' && isReporting)
  return (
    <Stack gap="sm">
      {taken && (
        <Alert color="green" variant="light" role="status" c="dark.9">
          {words.task.taken[taken]}
        </Alert>
      )}
      {status !== 'done' && <Text size="sm">{words.task.waitingFor[status]}</Text>}
      {status === 'done' && !taken && <Text size="sm">{words.task.allDone}</Text>}
      {status === 'assigned' && !isReporting && (
        <Group align="flex-start">
          <Gated why={whyNot.receive}>
            {(props) => (
              <Button {...props} loading={step.isPending} onClick={() => step.mutate({ kind: 'receive' })}>
                {words.task.steps.receive}
              </Button>
            )}
          </Gated>
          {!whyNot.report && (
            <Button variant="default" onClick={() => setReporting(true)}>
              {words.task.reportNow}
            </Button>
          )}
        </Group>
      )}
      {isReport && <ReportForm {...common} />}
      {(status === 'reported' || status === 'approved') && (
        <Decision {...common} key={status} onward={status === 'reported' ? 'approve' : 'confirm'} />
      )}
      {step.error && (
        <>
          <Failure error={step.error} />
          {step.error instanceof ProblemError && [409, 412].includes(step.error.status) && (
            <Group>
              <Button
                variant="default"
                onClick={() => {
                  step.reset()
                  void client.invalidateQueries({ queryKey: taskKey(task.id) })
                }}
              >
                {words.task.reload}
              </Button>
              {isReport && <Text size="sm">{words.task.draftKept}</Text>}
            </Group>
          )}
        </>
      )}
    </Stack>
  )
}

interface FormProps {
  task: Task
  isPending: boolean
  take: ReturnType<typeof useStep>['mutate']
}

/** A button that is shown to everyone; to those it is closed to, with the reason beside it. */
function Gated({
  why,
  children,
}: {
  why: string | null | undefined
  children: (props: { disabled: boolean; 'aria-describedby'?: string }) => ReactNode
}) {
  const id = useId()
  return (
    <Stack gap={4}>
      <div>{children(why ? { disabled: true, 'aria-describedby': id } : { disabled: false })}</div>
      {why && (
        <Text size="sm" c="gray.7" id={id}>
          {why}
        </Text>
      )}
    </Stack>
  )
}

interface Draft {
  text: string
  isFull: boolean | null
  percent: number
  files: StoredFile[]
}

function ReportForm({ task, isPending, take }: FormProps) {
  const blank: Draft = { text: '', isFull: null, percent: task.percent, files: [] }
  const { accountId } = useSession()
  const [isUploading, setUploading] = useState(false)
  const [draft, setDraft, clearDraft] = useLocalStorage<Draft>({
    // Several people may work at one machine: a draft belongs to its writer.
    key: `report ${accountId} ${task.id}`,
    defaultValue: blank,
    getInitialValueInEffect: false,
  })
  const [isTried, setTried] = useState(false)
  const textMissing = isTried && draft.text.trim() === ''
  const progressMissing = isTried && draft.isFull === null
  if (task.whyNot.report)
    return (
      <Gated why={task.whyNot.report}>
        {(props) => <Button {...props}>{words.task.steps.report}</Button>}
      </Gated>
    )
  const submit = () => {
    setTried(true)
    const { text, isFull, percent, files } = draft
    if (text.trim() === '' || isFull === null) return
    take(
      {
        kind: 'report',
        text,
        percent: isFull ? 100 : percent,
        files: files.map(({ hash, name }) => ({ hash, name })),
      },
      { onSuccess: clearDraft },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={words.task.reportText}
          description={words.task.reportTextHint}
          styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
          required
          autosize
          minRows={4}
          maxLength={10_000}
          value={draft.text}
          error={textMissing ? words.task.textRequired.report : null}
          onChange={(event) => {
            const text = event.currentTarget.value
            setDraft((before) => ({ ...before, text }))
          }}
        />
        <Radio.Group
          label={words.task.progress}
          required
          value={draft.isFull === null ? '' : draft.isFull ? 'full' : 'part'}
          error={progressMissing ? words.task.progressRequired : null}
          onChange={(value) => setDraft((before) => ({ ...before, isFull: value === 'full' }))}
        >
          <Group mt={6}>
            <Radio value="full" label={words.task.full} />
            <Radio value="part" label={words.task.part} />
          </Group>
        </Radio.Group>
        {draft.isFull === false && (
          <NumberInput
            label={words.task.percentLabel}
            min={0}
            max={99}
            allowDecimal={false}
            w={220}
            value={draft.percent}
            onChange={(value) => setDraft((before) => ({ ...before, percent: Number(value) || 0 }))}
          />
        )}
        <EvidenceDrop
          files={draft.files}
          onBusy={setUploading}
          onChange={(update) => setDraft((before) => ({ ...before, files: update(before.files) }))}
        />
        <Group>
          <Button type="submit" loading={isPending} disabled={isUploading}>
            {words.task.sendReport}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Decision({ task, isPending, take, onward }: FormProps & { onward: 'approve' | 'confirm' }) {
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { whyNot } = task
  const reasons = useId()
  const mayDecide = !whyNot[onward] || !whyNot.return
  const giveBack = () => {
    if (text.trim() === '') setMissing(true)
    else take({ kind: 'return', text })
  }
  return (
    <Stack gap="sm">
      {mayDecide && (
        <Textarea
          label={words.task.note}
          autosize
          minRows={2}
          maxLength={10_000}
          value={text}
          error={isMissing && text.trim() === '' ? words.task.textRequired.return : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Group gap="sm">
        <Button
          disabled={Boolean(whyNot[onward])}
          aria-describedby={whyNot[onward] ? reasons : undefined}
          loading={isPending}
          onClick={() => take({ kind: onward, text })}
        >
          {words.task.steps[onward]}
        </Button>
        <Button
          disabled={Boolean(whyNot.return)}
          aria-describedby={whyNot.return ? reasons : undefined}
          loading={isPending}
          variant="default"
          onClick={giveBack}
        >
          {words.task.steps.return}
        </Button>
      </Group>
      <div id={reasons}>
        {[...new Set([whyNot[onward], whyNot.return])].filter(Boolean).map((why) => (
          <Text key={why} size="sm" c="gray.7">
            {why}
          </Text>
        ))}
      </div>
    </Stack>
  )
}
