// The form of a row, new or changed. What was typed survives a reload; what is wrong stands at its field.
import { Alert, Button, Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { faultsOf } from '../http/faults.ts'
import { useSession } from '../identity/session.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { BELOW, Field } from './Field.tsx'
import { Revealed, type RowPage, Saved } from './kit/exchange.ts'
import { enteredColumns, type Register, say, type Values } from './kit/register.ts'
import { warningsOf } from './kit/values.ts'
import {
  blankDraft,
  blankValues,
  changedValues,
  filledValues,
  missingColumns,
  type RowDraft,
} from './row-draft.ts'
import { type Labels, titleOf } from './show.ts'
import { KEY, useAddress, useOverview, useRow } from './use-register.ts'

const w = words.registerPage

export function NewRowPage() {
  const { register } = useAddress()
  const given = useSearch({ strict: false }) as Record<string, unknown>
  const { data, error, refetch } = useOverview()
  if (!register) return <Failure error={new Error(words.refusal.missing)} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const may = data.find(({ name }) => name === register.name)?.may
  const before = blankValues(register, given)
  // Whoever enters rows of one place only need not choose it.
  const { place } = register
  if (place && before[place] === null && may?.places?.length === 1) before[place] = may.places[0] ?? null
  return (
    <Page title={w.addOne(say(register.one))}>
      {may?.create ? (
        <Empty>{may.create}</Empty>
      ) : (
        <Form
          register={register}
          row={null}
          before={before}
          labels={{}}
          places={may?.places ?? null}
          draftOf={`new ${new URLSearchParams(given as Record<string, string>)}`}
        />
      )}
    </Page>
  )
}

export function ChangeRowPage() {
  const { register, id } = useAddress()
  const row = useRow(register?.name ?? '', id, register !== null)
  const overview = useOverview()
  if (!register) return <Failure error={new Error(words.refusal.missing)} />
  const error = row.error ?? overview.error
  if (error)
    return <Failure error={error} onRetry={() => void row.refetch().then(() => overview.refetch())} />
  if (!row.data || !overview.data) return <Loading />
  return <Change register={register} row={row.data} places={placesIn(overview.data, register)} key={id} />
}

const placesIn = (
  overview: readonly { name: string; may: { places: string[] | null } }[],
  register: Register,
): readonly string[] | null => overview.find(({ name }) => name === register.name)?.may.places ?? null

function Change({
  register,
  row,
  places,
}: {
  register: Register
  row: RowPage
  places: readonly string[] | null
}) {
  const reveal = useMutation({
    mutationFn: () => send(`/api/registers/${register.name}/rows/${row.id}/reveal`, { answer: Revealed }),
  })
  const before: Values = { ...row.values, ...reveal.data?.values }
  const hidden = reveal.data ? [] : row.masked
  return (
    <Page title={w.changeOf(titleOf(register, row, row.labels))}>
      {row.may.change !== null ? (
        <Empty>{row.may.change}</Empty>
      ) : (
        <>
          {hidden.length > 0 && (
            <Group gap="xs">
              <Button size="xs" variant="default" loading={reveal.isPending} onClick={() => reveal.mutate()}>
                {w.revealToChange}
              </Button>
              <Text size="xs" c="gray.7" flex="1 1 240px">
                {w.revealHint}
              </Text>
            </Group>
          )}
          {reveal.error && <Failure error={reveal.error} />}
          <Form
            register={register}
            row={row}
            before={before}
            hidden={hidden}
            labels={row.labels}
            places={places}
            draftOf={row.id}
          />
        </>
      )}
    </Page>
  )
}

interface FormProps {
  register: Register
  row: RowPage | null
  before: Values
  /** Personal columns whose value is not shown here: left as they are. */
  hidden?: readonly string[]
  labels: Labels
  places: readonly string[] | null
  /** What the draft is kept under. */
  draftOf: string
}

function Form({ register, row, before, hidden = [], labels, places, draftOf }: FormProps) {
  const { accountId } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const key = useRef(newKey())
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft, clearDraft] = useSessionStorage<RowDraft>({
    // Several people may work at one machine: a draft belongs to its writer.
    key: `register ${accountId} ${register.name} ${draftOf}`,
    defaultValue: blankDraft(row?.version ?? 0),
    getInitialValueInEffect: false,
  })
  const [isUploading, setUploading] = useState(false)
  const [missing, setMissing] = useState<readonly string[]>([])
  const values: Values = { ...before, ...draft.touched }
  const columns = enteredColumns(register).filter(([name]) => !hidden.includes(name))
  const changes = row ? changedValues(draft.touched, before) : filledValues(values)
  const isTouched = Object.keys(draft.touched).length > 0
  const save = useMutation({
    mutationFn: () => {
      const body = { values: changes, reason: draft.reason, ...(draft.since && { since: draft.since }) }
      const rows = `/api/registers/${register.name}/rows`
      return row
        ? send(`${rows}/${row.id}`, { method: 'PATCH', body, version: row.version, answer: Saved })
        : send(rows, { body, key: key.current, answer: Saved })
    },
    onSuccess: async ({ id }) => {
      clearDraft()
      await client.invalidateQueries({ queryKey: KEY })
      await navigate({ to: '/registers/$name/$id', params: { name: register.name, id } as never })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty = missingColumns(register, values).filter((name) => !hidden.includes(name))
    setMissing(empty)
    if (empty.length === 0) save.mutate()
  }
  // Whoever sent it with a fault is led to the first one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever faults came
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [missing, save.error])
  const faults = faultsOf(save.error)
  const faultAt = (name: string) =>
    faults[name] ??
    faults[`values.${name}`] ??
    (missing.includes(name) && (values[name] ?? null) === null ? w.required : undefined)
  const warnings = warningsOf(register, values)
  const isStale = save.error instanceof ProblemError && [409, 412].includes(save.error.status)
  const reload = () => {
    save.reset()
    void client.invalidateQueries({ queryKey: KEY })
  }
  return (
    <form noValidate onSubmit={submit} ref={form} aria-label={row ? w.change : w.addOne(say(register.one))}>
      <Stack gap="md" maw={960}>
        {row && isTouched && draft.version !== row.version && (
          <Alert color="orange" variant="light" title={w.draftOfOld}>
            <Text size="sm">{w.draftOfOldHint}</Text>
            <Button size="xs" variant="white" mt="xs" onClick={() => setDraft(blankDraft(row.version))}>
              {w.dropDraft}
            </Button>
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
          {columns.map(([name, column]) => (
            <div
              key={name}
              style={column.kind === 'text' && column.long ? { gridColumn: '1 / -1' } : undefined}
            >
              <Field
                {...{ register, name, column, values, labels, places }}
                isRequired={!column.optional}
                error={faultAt(name)}
                warning={warnings.find(({ at }) => at === name)?.message}
                onBusy={setUploading}
                onChange={(next) => setDraft((was) => ({ ...was, touched: { ...was.touched, ...next } }))}
              />
            </div>
          ))}
          {(row || !register.since) && (
            <DayInput
              label={w.sinceLabel}
              description={w.sinceHint}
              {...BELOW}
              value={draft.since}
              error={faults.since}
              onChange={(since) => setDraft((was) => ({ ...was, since }))}
            />
          )}
        </SimpleGrid>
        {hidden.length > 0 && (
          <Text size="sm" c="gray.7">
            {w.hiddenStay(hidden.map((name) => labelIn(register, name)).join(', '))}
          </Text>
        )}
        {row && (
          <Textarea
            label={w.changeReason}
            description={w.changeReasonHint}
            {...BELOW}
            autosize
            minRows={2}
            maxLength={1000}
            value={draft.reason}
            error={faults.reason}
            onChange={(event) => {
              const reason = event.currentTarget.value
              setDraft((was) => ({ ...was, reason }))
            }}
          />
        )}
        {missing.length > 0 && missing.some((name) => faultAt(name)) && (
          <Text size="sm" c="red.9" role="alert">
            {w.missing(missing.map((name) => labelIn(register, name)).join(', '))}
          </Text>
        )}
        {save.error && <Failure error={named(save.error, register)} />}
        <Group>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={isUploading || (row !== null && Object.keys(changes).length === 0)}
          >
            {words.common.save}
          </Button>
          <Button variant="default" onClick={() => leave()}>
            {words.common.cancel}
          </Button>
          {isStale && row && (
            <Button variant="default" onClick={reload}>
              {w.reload}
            </Button>
          )}
          {row && Object.keys(changes).length === 0 && (
            <Text size="sm" c="gray.7">
              {w.nothingChanged}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  )

  /** Out of the form, without what was typed. */
  function leave() {
    clearDraft()
    if (row)
      void navigate({ to: '/registers/$name/$id', params: { name: register.name, id: row.id } as never })
    else void navigate({ to: '/registers/$name', params: { name: register.name } as never })
  }
}

const labelIn = (register: Register, name: string): string => {
  const column = register.columns[name]
  return column ? say(column.label) : name
}

/** The faults under the names people know the columns by. */
function named(error: Error, register: Register): Error {
  if (!(error instanceof ProblemError)) return error
  const { status, code, message, faults } = error
  return new ProblemError(
    status,
    code,
    message,
    faults.map(({ at, message: said }) => ({
      at: labelIn(register, at.replace(/^values\./, '')),
      message: said,
    })),
  )
}
