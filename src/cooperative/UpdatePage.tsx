// The short form of one cooperative's yearly update, made for a phone: last year's figures beside each field, taken over with
// one touch, all of them or one by one; saved, it leads to the next cooperative of the commune.
import { Alert, Anchor, Button, Group, NumberInput, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { say } from '../register/kit/register.ts'
import { yearlyUpdate } from '../register/yearly-update.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { SHORT, SHORT_NAMES, type ShortValues, UpdatePage as Shown, Updated } from './desk.ts'

const w = words.cooperative.update
const MILLION = 1_000_000

export function UpdatePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { year } = useSearch({ strict: false }) as { year?: string | number }
  const address = `/api/cooperatives/${id}/update${year ? `?year=${year}` : ''}`
  const { data, error, refetch } = useQuery({
    queryKey: ['cooperatives', 'update', id, year ?? null],
    queryFn: () => get(address, Shown),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  // A saved update begins anew from what stands now.
  return <Form shown={data} key={`${id} ${data.now?.version ?? 0}`} />
}

const BLANK = Object.fromEntries(SHORT_NAMES.map((name) => [name, null])) as ShortValues

function Form({ shown }: { shown: Shown }) {
  const { cooperative, year, last, now, whyNot, next, left } = shown
  const [values, setValues] = useState<ShortValues>(now?.values ?? BLANK)
  const [standsOn, setStandsOn] = useState<string | null>(now?.standsOn ?? shown.standsOn)
  const [isTried, setTried] = useState(false)
  const client = useQueryClient()
  const key = useRef(newKey())
  const save = useMutation({
    mutationFn: () =>
      send(`/api/cooperatives/${cooperative.id}/update`, {
        method: 'PUT',
        body: { year, standsOn, values },
        version: now?.version ?? 0,
        key: key.current,
        answer: Updated,
      }),
    onSuccess: () => {
      key.current = newKey()
      return client.invalidateQueries({ queryKey: ['cooperatives'] })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const set = (change: Partial<ShortValues>) =>
    setValues((before) => ({ ...before, ...change }) as ShortValues)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.members !== null && standsOn) save.mutate()
  }
  return (
    <Page title={cooperative.name}>
      <Text size="sm" c="gray.8">
        {w.title(year)} · {cooperative.place.name} ·{' '}
        {words.cooperative.windowOf(shown.window.from, shown.window.to)}
      </Text>
      {now && (
        <Alert color="lake" variant="light" c="dark.9" role="status">
          {w.there(now.standsOn)}
          {next && (
            <Group mt="xs" gap="sm">
              <Button
                component={Link}
                to="/cooperatives/$id/update"
                params={{ id: next.id } as never}
                search={{ year } as never}
              >
                {w.next(next.name)}
              </Button>
            </Group>
          )}
          {left > 0 && (
            <Text size="sm" mt="xs">
              {w.left(left)}
            </Text>
          )}
        </Alert>
      )}
      {whyNot ? (
        <Text size="sm">{whyNot}</Text>
      ) : (
        <form noValidate onSubmit={submit} className="short-form" style={{ maxWidth: 560 }}>
          {last ? (
            <Group>
              <Button variant="light" onClick={() => set(last)}>
                {w.sameAll}
              </Button>
            </Group>
          ) : (
            <Text size="sm">{w.noLast}</Text>
          )}
          {SHORT.map(({ name, isMoney }) => (
            <Field
              key={name}
              label={say(yearlyUpdate.columns[name].label)}
              isMoney={isMoney}
              value={values[name] ?? null}
              last={last ? (last[name] ?? null) : undefined}
              isRequired={name === 'members'}
              error={isTried && name === 'members' && values.members === null ? w.membersMissing : undefined}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <DayInput
            label={w.standsOn}
            required
            value={standsOn}
            maxDate={shown.today}
            error={isTried && !standsOn && words.daysOff.dayForm}
            onChange={setStandsOn}
          />
          {save.error && <Failure error={save.error} />}
          {save.isSuccess && (
            <Text size="sm" role="status">
              {w.saved}
            </Text>
          )}
          <Group>
            <Button type="submit" size="md" loading={save.isPending}>
              {words.common.save}
            </Button>
            <Anchor
              component={Link}
              to={(now ? '/registers/yearly-update/$id' : '/registers/yearly-update') as never}
              params={(now ? { id: now.id } : {}) as never}
              size="sm"
            >
              {w.full}
            </Anchor>
          </Group>
        </form>
      )}
    </Page>
  )
}

/** Money is typed in million đồng and kept in đồng. */
function Field({
  label,
  isMoney,
  value,
  last,
  isRequired,
  error,
  onChange,
}: {
  label: string
  isMoney: boolean
  value: number | null
  /** Of the year before; undefined when that was not updated. */
  last: number | null | undefined
  isRequired: boolean
  error: string | undefined
  onChange: (value: number | null) => void
}) {
  const shown = value === null ? '' : isMoney ? value / MILLION : value
  const said = (of: number | null) =>
    of === null ? w.empty : isMoney ? `${words.number(of / MILLION)} ${w.inMillions}` : words.number(of)
  const isSame = last !== undefined && last === value
  return (
    <div className="row">
      <NumberInput
        label={isMoney ? `${label} (${w.inMillions})` : label}
        description={last === undefined ? undefined : w.last(said(last))}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        required={isRequired}
        allowDecimal={isMoney}
        decimalScale={6}
        decimalSeparator=","
        thousandSeparator="."
        inputMode={isMoney ? 'decimal' : 'numeric'}
        hideControls
        size="md"
        value={shown}
        error={error}
        onChange={(next) =>
          onChange(next === '' ? null : isMoney ? Math.round(Number(next) * MILLION) : Number(next))
        }
      />
      {last !== undefined && last !== null && (
        <Button
          variant={isSame ? 'light' : 'default'}
          size="md"
          px="xs"
          aria-pressed={isSame}
          aria-label={w.sameOf(label, said(last))}
          onClick={() => onChange(last)}
        >
          {isSame ? '✓' : '='} {w.same}
        </Button>
      )}
    </div>
  )
}
