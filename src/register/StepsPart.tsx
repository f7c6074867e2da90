// The steps that lead on from the state of a row: a button for each, closed with its reason to whoever may not take it.
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure, Part } from '../ui/parts.tsx'
import { StepFrame } from '../ui/StepFrame.tsx'
import * as words from '../vocabulary/words.ts'
import { BELOW, Field } from './Field.tsx'
import { type RowPage, Saved } from './kit/exchange.ts'
import { type Register, say, type Values } from './kit/register.ts'
import { KEY } from './use-register.ts'

const w = words.registerPage

export function StepsPart({ register, row }: { register: Register; row: RowPage }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const reasons = useId()
  const steps = register.states?.steps ?? {}
  const possible = row.may.steps.filter(({ step }) => steps[step])
  if (row.isVoid || !register.states) return null
  const choose = (step: string) => {
    setTaken(null)
    setChosen(step === chosen ? null : step)
  }
  return (
    <Part title={w.steps}>
      {taken && (
        <Alert color="green" variant="light" role="status" c="dark.9">
          {w.stepTaken(taken)}
        </Alert>
      )}
      {possible.length === 0 && <Text size="sm">{w.noSteps}</Text>}
      <Group gap="xs">
        {possible.map(({ step, why }) => (
          <Button
            key={step}
            size="xs"
            variant={step === chosen ? 'filled' : 'default'}
            aria-expanded={step === chosen}
            disabled={why !== null}
            aria-describedby={why ? reasons : undefined}
            onClick={() => choose(step)}
            className="long-label"
          >
            {say(steps[step]?.label ?? { vi: step, en: step })}
          </Button>
        ))}
      </Group>
      <div id={reasons}>
        {[...new Set(possible.map(({ why }) => why))].filter(Boolean).map((why) => (
          <Text key={why} size="sm" c="gray.7">
            {why}
          </Text>
        ))}
      </div>
      {chosen && (
        <StepForm
          key={chosen}
          register={register}
          row={row}
          step={chosen}
          onCancel={() => setChosen(null)}
          onTaken={(label) => {
            setChosen(null)
            setTaken(label)
          }}
        />
      )}
    </Part>
  )
}

interface FormProps {
  register: Register
  row: RowPage
  step: string
  onCancel: () => void
  onTaken: (label: string) => void
}

function StepForm({ register, row, step, onCancel, onTaken }: FormProps) {
  const transition = register.states?.steps[step]
  // A column that must be filled in by then and is not yet is asked for here.
  const needed = (transition?.needs ?? []).filter((name) => (row.values[name] ?? null) === null)
  const [values, setValues] = useState<Values>({})
  const [since, setSince] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const [isUploading, setUploading] = useState(false)
  const key = useRef(newKey())
  const client = useQueryClient()
  const label = say(transition?.label ?? { vi: step, en: step })
  const save = useMutation({
    mutationFn: () =>
      send(`/api/registers/${register.name}/rows/${row.id}/steps`, {
        body: { step, reason, ...(since && { since }), ...(needed.length > 0 && { values }) },
        version: row.version,
        key: key.current,
        answer: Saved,
      }),
    onSuccess: async () => {
      onTaken(label)
      await client.invalidateQueries({ queryKey: KEY })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const faults = faultsOf(save.error)
  const missing = needed.filter((name) => (values[name] ?? null) === null)
  const isStale = save.error instanceof ProblemError && [409, 412].includes(save.error.status)
  return (
    <StepFrame
      label={label}
      isPending={save.isPending}
      isReady={!isUploading}
      onCancel={onCancel}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (missing.length === 0) save.mutate()
      }}
    >
      {needed.map((name) => {
        const column = register.columns[name]
        return (
          column && (
            <Field
              key={name}
              {...{ register, name, column, values }}
              labels={row.labels}
              isRequired
              error={faults[name] ?? (isSent && missing.includes(name) ? w.required : undefined)}
              onChange={(next) => setValues((before) => ({ ...before, ...next }))}
              onBusy={setUploading}
            />
          )
        )
      })}
      <DayInput
        label={w.sinceLabel}
        description={w.sinceHint}
        {...BELOW}
        value={since}
        error={faults.since}
        onChange={setSince}
      />
      <Textarea
        label={w.stepReason}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        error={faults.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {save.error && <Failure error={save.error} />}
      {isStale && (
        <Stack gap={0} align="flex-start">
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              save.reset()
              void client.invalidateQueries({ queryKey: KEY })
            }}
          >
            {w.reload}
          </Button>
        </Stack>
      )}
    </StepFrame>
  )
}
