// The step that is due, with its form open for whoever may take it and the reason for everyone else; the others beside it.
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { ProblemError } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { OtherSteps } from './OtherSteps.tsx'
import { ReportForm } from './ReportForm.tsx'
import { InPlaceOf, StepPanel } from './StepPanel.tsx'
import type { PlainStep } from './step-draft.ts'
import { taskKey, useStep } from './use-step.ts'
import type { StepInput, Task } from './work.ts'

export function NextStep({ task }: { task: Task }) {
  const [taken, setTaken] = useState<StepInput['kind'] | null>(null)
  const [isReporting, setReporting] = useState(false)
  const [open, setOpen] = useState<PlainStep | null>(null)
  const step = useStep(task, ({ kind }) => {
    setTaken(kind)
    setOpen(null)
  })
  const client = useQueryClient()
  const { status } = task
  const common = { task, isPending: step.isPending, take: step.mutate }
  const reporting = task.isOutside ? 'report-outside' : 'report'
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
      {task.extensionUntil && <Extension {...common} until={task.extensionUntil} />}
      {status === 'assigned' && !isReporting && (
        <Stack gap={4}>
          <InPlaceOf accountId={task.inPlaceOf.receive} />
          <Group align="flex-start">
            <Gated why={task.whyNot.receive}>
              {(props) => (
                <Button {...props} loading={step.isPending} onClick={() => step.mutate({ kind: 'receive' })}>
                  {words.task.steps.receive}
                </Button>
              )}
            </Gated>
            {!task.whyNot[reporting] && (
              <Button variant="default" onClick={() => setReporting(true)}>
                {task.isOutside ? words.steps.opens(words.task.steps[reporting]) : words.task.reportNow}
              </Button>
            )}
          </Group>
        </Stack>
      )}
      {(status === 'reported' || status === 'approved') && (
        <Decision {...common} key={status} onward={status === 'reported' ? 'approve' : 'confirm'} />
      )}
      {status === 'suspended' && !task.whyNot.resume && <StepPanel {...common} kind="resume" />}
      {open ? (
        <StepPanel {...common} key={open} kind={open} onClose={() => setOpen(null)} />
      ) : (
        <OtherSteps
          task={task}
          shown={[
            ...(task.extensionUntil ? (['extend'] as const) : []),
            ...(status === 'suspended' ? (['resume'] as const) : []),
          ]}
          onOpen={(kind) => {
            setTaken(null)
            setOpen(kind)
          }}
        />
      )}
      {isReport && <Reporting {...common} />}
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

/** A report with its text, or of police and army the day alone. */
function Reporting({ task, isPending, take }: FormProps) {
  const kind = task.isOutside ? 'report-outside' : 'report'
  if (task.whyNot[kind])
    return (
      <Gated why={task.whyNot[kind]}>{(props) => <Button {...props}>{words.task.steps[kind]}</Button>}</Gated>
    )
  if (kind === 'report-outside') return <StepPanel {...{ task, isPending, take }} kind={kind} />
  return (
    <Stack gap="xs">
      <InPlaceOf accountId={task.inPlaceOf.report} />
      <ReportForm
        name={task.id}
        percent={task.percent}
        isPending={isPending}
        onSend={(step, clearDraft) => take(step, { onSuccess: clearDraft })}
      />
    </Stack>
  )
}

/** A wish for more time, decided with the day asked for filled in. */
function Extension({ task, isPending, take, until }: FormProps & { until: string }) {
  const [isRefusing, setRefusing] = useState(false)
  const asked = task.steps.findLast(({ kind }) => kind === 'ask-extension')
  return (
    <Alert color="orange" variant="light" c="dark.9" title={words.steps.asksUntil(until)}>
      <Stack gap="sm">
        {asked && (
          <Text size="sm">
            {words.steps.askedBy(asked.actor, words.day(asked.onDay))}
            {asked.text && `: ${asked.text}`}
          </Text>
        )}
        {task.whyNot.extend ? (
          <Text size="sm">{words.steps.waitsForOverseer}</Text>
        ) : isRefusing ? (
          <StepPanel
            {...{ task, isPending, take }}
            kind="refuse-extension"
            onClose={() => setRefusing(false)}
          />
        ) : (
          <>
            <StepPanel {...{ task, isPending, take }} kind="extend" />
            <div>
              <Button variant="default" size="xs" onClick={() => setRefusing(true)}>
                {words.steps.opens(words.task.steps['refuse-extension'])}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Alert>
  )
}

function Decision({ task, isPending, take, onward }: FormProps & { onward: 'approve' | 'confirm' }) {
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { whyNot, isOutside } = task
  const reasons = useId()
  const mayDecide = !whyNot[onward] || !whyNot.return
  const giveBack = () => {
    if (text.trim() === '' && !isOutside) setMissing(true)
    else take({ kind: 'return', text })
  }
  return (
    <Stack gap="sm">
      {mayDecide && !isOutside && (
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
      <InPlaceOf accountId={task.inPlaceOf[onward] ?? task.inPlaceOf.return} />
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
