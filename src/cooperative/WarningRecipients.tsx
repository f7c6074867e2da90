// Whom a warning was sent to: who is still to be told, who was told when and how, who was left out and why.
import { Anchor, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Empty, Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { whyText } from './SendWarning.tsx'
import { WARNING_KEY } from './WarningsPage.tsx'
import { type Recipient, type RecipientQuery, Recipients, TellForm, Told, type Warning } from './warning.ts'
import { WAYS, type Way } from './warning-match.ts'

const w = words.warning
const TABS = ['no', 'yes', 'out'] as const
const EMPTY = { no: w.noneLeft, yes: w.noneTold, out: w.noneOut }

export function WarningRecipients({
  warning,
  place,
  onPlace,
  isOver,
}: {
  warning: Warning
  place: string | null
  onPlace: (place: string | null) => void
  isOver: boolean
}) {
  const [told, setTab] = useState<RecipientQuery['told']>('no')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isTelling, setTelling] = useState(false)
  const [undo, setUndo] = useState<Recipient | null>(null)
  const address = new URLSearchParams({ told, ...(place ? { place } : {}) })
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: [...WARNING_KEY, 'recipients', warning.id, told, place],
      queryFn: ({ pageParam }) =>
        get(
          `/api/warnings/${warning.id}/recipients?${address}${pageParam ? `&after=${pageParam}` : ''}`,
          Recipients,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    })
  const rows = (data?.pages ?? []).flatMap((page) => page.recipients)
  const mine = told === 'no' && !isOver ? rows.filter(({ whyNotTell }) => whyNotTell === null) : []
  const counts = { no: warning.recipients - warning.told, yes: warning.told, out: warning.leftOut }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const isAll = mine.length > 0 && mine.every(({ cooperative }) => chosen.has(cooperative.id))
  return (
    <Part title={w.recipients}>
      <Group gap="xs" align="flex-end">
        {TABS.map((tab) => (
          <Button
            key={tab}
            size="xs"
            variant={tab === told ? 'filled' : 'default'}
            aria-pressed={tab === told}
            onClick={() => {
              setTab(tab)
              setChosen(new Set())
            }}
          >
            {w.tabs[tab]} ({words.number(counts[tab])})
          </Button>
        ))}
        {warning.places.length > 1 && (
          <Select
            label={w.place}
            size="xs"
            data={warning.places.map((one) => ({ value: one.place.id, label: one.place.name }))}
            placeholder={w.allPlaces}
            clearable
            clearButtonProps={{ 'aria-label': w.allPlaces }}
            searchable
            nothingFoundMessage={words.task.nothingFound}
            value={place}
            onChange={onPlace}
          />
        )}
      </Group>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && rows.length === 0 && <Empty>{EMPTY[told]}</Empty>}
      {mine.length > 0 && (
        <Group>
          <Checkbox
            label={w.chooseAll}
            checked={isAll}
            indeterminate={chosen.size > 0 && !isAll}
            onChange={() => setChosen(isAll ? new Set() : new Set(mine.map((one) => one.cooperative.id)))}
          />
          <Button size="sm" disabled={chosen.size === 0} onClick={() => setTelling(true)}>
            {w.tell(chosen.size)}
          </Button>
        </Group>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <Row
            key={row.cooperative.id}
            row={row}
            isChosen={chosen.has(row.cooperative.id)}
            onChoose={mine.includes(row) ? () => toggle(row.cooperative.id) : null}
            onUndo={row.told && row.whyNotTell === null && !isOver ? () => setUndo(row) : null}
          />
        ))}
      </Stack>
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.common.more}
          </Button>
        </Group>
      )}
      {isTelling && (
        <TellDialog
          warning={warning}
          cooperativeIds={[...chosen]}
          onClose={() => setTelling(false)}
          onTold={() => {
            setTelling(false)
            setChosen(new Set())
          }}
        />
      )}
      {undo && (
        <ReasonDialog
          title={w.undoTitle}
          hint={w.undoHint}
          path={`/api/warnings/${warning.id}/told/${undo.cooperative.id}/undo`}
          answer={Told}
          refresh={WARNING_KEY}
          onClose={() => setUndo(null)}
        />
      )}
    </Part>
  )
}

function Row({
  row: { cooperative, kind, why, reason, told },
  isChosen,
  onChoose,
  onUndo,
}: {
  row: Recipient
  isChosen: boolean
  onChoose: (() => void) | null
  onUndo: (() => void) | null
}) {
  return (
    <li>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        {onChoose && (
          <Checkbox checked={isChosen} onChange={onChoose} aria-label={w.choose(cooperative.name)} mt={2} />
        )}
        <div style={{ minWidth: 0 }}>
          <Text size="sm">
            <Anchor
              component={Link}
              to={'/registers/cooperative/$id' as never}
              params={{ id: cooperative.id } as never}
              size="sm"
              fw={600}
            >
              {cooperative.name}
            </Anchor>
            , {cooperative.place.name}
          </Text>
          {why.map((one) => (
            <Text size="xs" c="gray.8" key={one.productId}>
              {whyText(one)}
            </Text>
          ))}
          {kind !== 'matched' && (
            <Text size="xs" c="gray.8">
              {kind === 'added' ? `${w.added}: ${reason}` : reason}
            </Text>
          )}
          {told && (
            <Text size="xs" fw={600}>
              {w.toldLine(told.on, w.ways[told.way], [told.by, told.agency].filter(Boolean).join(', '))}
              {told.note && ` · ${told.note}`}
            </Text>
          )}
          {onUndo && (
            <Button size="compact-xs" variant="subtle" onClick={onUndo}>
              {w.undo}
            </Button>
          )}
        </div>
      </Group>
    </li>
  )
}

function TellDialog({
  warning,
  cooperativeIds,
  onClose,
  onTold,
}: {
  warning: Warning
  cooperativeIds: string[]
  onClose: () => void
  onTold: () => void
}) {
  const [on, setOn] = useState<string | null>(warning.today)
  const [way, setWay] = useState<Way | null>(null)
  const [note, setNote] = useState('')
  const [faults, setFaults] = useState<FieldFaults>({})
  const client = useQueryClient()
  const key = useRef(newKey())
  const body = { cooperativeIds, on, way, note }
  const save = useMutation({
    mutationFn: () => send(`/api/warnings/${warning.id}/told`, { body, key: key.current, answer: Told }),
    onSuccess: async () => {
      onTold()
      await client.invalidateQueries({ queryKey: WARNING_KEY })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(TellForm, body)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={w.tellTitle}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{w.tellHint}</Text>
          <DayInput
            label={w.toldDay}
            required
            value={on}
            maxDate={warning.today}
            error={faults.on && w.toldOnForm}
            onChange={setOn}
          />
          <Select
            label={w.way}
            required
            data={WAYS.map((one) => ({ value: one, label: w.ways[one] }))}
            value={way}
            error={faults.way}
            allowDeselect={false}
            onChange={(one) => setWay(one as Way | null)}
          />
          <TextInput
            label={w.note}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {save.error && <Failure error={save.error} />}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
