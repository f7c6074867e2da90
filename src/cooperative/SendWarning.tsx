// Before a warning goes out: whom it matches and why, who is left out or added with which reason.
import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { WARNING_KEY } from './WarningsPage.tsx'
import { Candidates, type CooperativeRef, Matches, type SendForm, Sent, type Warning } from './warning.ts'
import type { Why } from './warning-match.ts'

const w = words.warning

/** "Chè Shan: mã HS thuộc nhóm 0902, cùng thị trường EU". */
export function whyText({ by, product, said, markets, isMarketOpen }: Why): string {
  const where = isMarketOpen
    ? w.marketOpen
    : markets.length
      ? w.commonMarkets(markets.join(', '))
      : w.everyMarket
  return `${w.because[by](product, said)}, ${where}`
}

interface Added {
  ref: CooperativeRef
  reason: string
}

export function SendWarning({
  warning,
  onClose,
  onSent,
}: {
  warning: Warning
  onClose: () => void
  onSent: (sent: { recipients: number; places: number }) => void
}) {
  const { data, error } = useQuery({
    queryKey: [...WARNING_KEY, 'matches', warning.id],
    queryFn: () => get(`/api/warnings/${warning.id}/matches`, Matches),
  })
  const [out, setOut] = useState<ReadonlyMap<string, string>>(new Map())
  const [added, setAdded] = useState<readonly Added[]>([])
  const [isTried, setTried] = useState(false)
  const client = useQueryClient()
  const key = useRef(newKey())
  const matches = data?.matches ?? []
  const body: SendForm = {
    rowVersion: warning.rowVersion,
    added: added.map(({ ref, reason }) => ({ cooperativeId: ref.id, reason: reason.trim() })),
    leftOut: [...out].map(([cooperativeId, reason]) => ({ cooperativeId, reason: reason.trim() })),
  }
  const save = useMutation({
    mutationFn: () =>
      send(`/api/warnings/${warning.id}/send`, {
        body,
        version: warning.version,
        key: key.current,
        answer: Sent,
      }),
    onSuccess: async (done) => {
      await client.invalidateQueries({ queryKey: WARNING_KEY })
      onSent(done)
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const n = matches.length - out.size + added.length
  const isReady = [...body.added, ...body.leftOut].every(({ reason }) => reason)
  const submit = () => {
    setTried(true)
    if (isReady) save.mutate()
  }
  const missing = (reason: string) => (isTried && !reason.trim() ? w.reasonMissing : undefined)
  if (error) return <Failure error={error} />
  if (!data) return <Loading />
  return (
    <Part title={w.sendTitle(n)}>
      <Text size="sm">{matches.length ? w.sendHint : w.noMatch}</Text>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {matches.map(({ cooperative, why }) => {
          const reason = out.get(cooperative.id)
          const isOut = reason !== undefined
          const change = (next: string | null) => {
            const copy = new Map(out)
            if (next === null) copy.delete(cooperative.id)
            else copy.set(cooperative.id, next)
            setOut(copy)
          }
          return (
            <li key={cooperative.id}>
              <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
                <div style={{ minWidth: 0 }}>
                  <Name cooperative={cooperative} isOut={isOut} />
                  {why.map((one) => (
                    <Text size="xs" c="gray.8" key={one.productId}>
                      {whyText(one)}
                    </Text>
                  ))}
                </div>
                <Button
                  size="compact-sm"
                  variant="default"
                  style={{ flexShrink: 0 }}
                  aria-label={isOut ? undefined : w.leaveOutOf(cooperative.name)}
                  onClick={() => change(isOut ? null : '')}
                >
                  {isOut ? w.takeBack : w.leaveOut}
                </Button>
              </Group>
              {isOut && (
                <TextInput
                  label={w.leftOutWhy}
                  required
                  size="sm"
                  maxLength={2000}
                  value={reason}
                  error={missing(reason)}
                  onChange={(event) => change(event.currentTarget.value)}
                />
              )}
            </li>
          )
        })}
        {added.map(({ ref, reason }) => (
          <li key={ref.id}>
            <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
              <Name cooperative={ref} isOut={false} />
              <Button
                size="compact-sm"
                variant="default"
                style={{ flexShrink: 0 }}
                aria-label={w.leaveOutOf(ref.name)}
                onClick={() => setAdded(added.filter((one) => one.ref.id !== ref.id))}
              >
                {w.leaveOut}
              </Button>
            </Group>
            <TextInput
              label={w.addedWhy(ref.name)}
              required
              size="sm"
              maxLength={2000}
              value={reason}
              error={missing(reason)}
              onChange={(event) => {
                const next = event.currentTarget.value
                setAdded(added.map((one) => (one.ref.id === ref.id ? { ...one, reason: next } : one)))
              }}
            />
          </li>
        ))}
      </Stack>
      <AddOne
        taken={[...matches.map(({ cooperative }) => cooperative.id), ...added.map(({ ref }) => ref.id)]}
        onAdd={(ref) => setAdded([...added, { ref, reason: '' }])}
      />
      {save.error && <Failure error={save.error} />}
      <Group>
        <Button onClick={submit} loading={save.isPending} disabled={n === 0}>
          {w.confirmSend(n)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
      </Group>
    </Part>
  )
}

const Name = ({ cooperative, isOut }: { cooperative: CooperativeRef; isOut: boolean }) => (
  <Text size="sm" td={isOut ? 'line-through' : undefined}>
    <Anchor
      component={Link}
      to={'/registers/cooperative/$id' as never}
      params={{ id: cooperative.id } as never}
      size="sm"
      fw={600}
    >
      {cooperative.name}
    </Anchor>{' '}
    ({cooperative.code}), {cooperative.place.name}
  </Text>
)

function AddOne({ taken, onAdd }: { taken: readonly string[]; onAdd: (ref: CooperativeRef) => void }) {
  const [q, setQ] = useState('')
  const [asked] = useDebouncedValue(q.trim(), 250)
  const { data } = useQuery({
    queryKey: [...WARNING_KEY, 'candidates', asked],
    queryFn: () => get(`/api/warnings/candidates?q=${encodeURIComponent(asked)}`, Candidates),
    enabled: asked.length >= 2,
  })
  const found = (data?.cooperatives ?? []).filter(({ id }) => !taken.includes(id))
  return (
    <Select
      label={w.add}
      placeholder={w.addHint}
      data={found.map(({ id, name, code, place }) => ({
        value: id,
        label: `${name} (${code}), ${place.name}`,
      }))}
      // What was found was found by the server, also without diacritics.
      filter={({ options }) => options}
      searchable
      searchValue={q}
      onSearchChange={setQ}
      value={null}
      nothingFoundMessage={words.task.nothingFound}
      onChange={(id) => {
        const ref = found.find((one) => one.id === id)
        if (ref) onAdd(ref)
        setQ('')
      }}
    />
  )
}
