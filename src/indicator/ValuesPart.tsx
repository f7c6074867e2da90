// Values people entered and figures kept ("chốt số"): each with source, evidence and the second pair of eyes.
import {
  Anchor,
  Badge,
  Button,
  FileInput,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { resolveBound } from './formula.ts'
import { type IndicatorPage, SnapshotForm, type Value, ValueForm, ValueList } from './indicator.ts'
import { withUnit } from './show.ts'
import { KEY, type PartProps, useAreas, useWrite } from './use-indicator.ts'

const w = words.indicatorPage

type Open = 'enter' | 'keep' | { change: Value } | { return: Value } | null

export function ValuesPart({ page, today }: PartProps) {
  const { indicator, may } = page
  const [open, setOpen] = useState<Open>(null)
  const [after, setAfter] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'values', indicator.id, after],
    queryFn: () =>
      get(
        `/api/indicators/${indicator.id}/values${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        ValueList,
      ),
  })
  const close = () => setOpen(null)
  return (
    <Part title={w.values}>
      <Text size="sm">{w.valuesHint}</Text>
      {page.waiting > 0 && (
        <Text size="sm" fw={600}>
          {w.waiting(page.waiting)}
        </Text>
      )}
      {may.enter && (
        <Group gap="xs" className="screen-only">
          <Button variant="default" onClick={() => setOpen('enter')}>
            {w.enter}
          </Button>
          {indicator.way !== 'typed' && (
            <Button variant="default" onClick={() => setOpen('keep')}>
              {w.keep}
            </Button>
          )}
        </Group>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.values.length === 0 && <Text size="sm">{w.valuesNone}</Text>}
      {data?.values.map((value) => (
        <ValueRow key={value.id} value={value} page={page} onOpen={setOpen} />
      ))}
      {data && (after || data.next) && (
        <Group className="screen-only">
          {after && (
            <Button variant="default" size="compact-sm" onClick={() => setAfter(null)}>
              {words.common.firstPage}
            </Button>
          )}
          {data.next && (
            <Button variant="default" size="compact-sm" onClick={() => setAfter(data.next)}>
              {words.common.nextPage}
            </Button>
          )}
        </Group>
      )}
      {open === 'enter' && <EnterDialog page={page} today={today} value={null} onClose={close} />}
      {open === 'keep' && <KeepDialog page={page} today={today} onClose={close} />}
      {open && typeof open === 'object' && 'change' in open && (
        <EnterDialog page={page} today={today} value={open.change} onClose={close} />
      )}
      {open && typeof open === 'object' && 'return' in open && (
        <ReturnDialog value={open.return} onClose={close} />
      )}
    </Part>
  )
}

const STATE_MARKS = { draft: '…', approved: '✔', returned: '↩', replaced: '⇄' } as const

interface RowProps {
  value: Value
  page: IndicatorPage
  onOpen: (open: Open) => void
}

function ValueRow({ value, page: { indicator }, onOpen }: RowProps) {
  const write = useWrite(() => {})
  const who = [
    w.enteredBy(value.enteredBy, words.moment(value.enteredAt)),
    value.decidedBy &&
      value.decidedAt &&
      (value.state === 'returned' ? w.returnedBy : w.approvedBy)(
        value.decidedBy,
        words.moment(value.decidedAt),
      ),
  ]
  const of = [words.steps.period(value.period), value.area?.name].filter(Boolean).join(', ')
  return (
    <Stack gap={2} component="article" aria-label={of}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {of}: {withUnit(value.value, indicator)}
        </Text>
        <Badge
          variant="outline"
          color="gray.8"
          tt="none"
          leftSection={<span aria-hidden>{STATE_MARKS[value.state]}</span>}
        >
          {w.valueStates[value.state]}
        </Badge>
        {value.isSnapshot && (
          <Badge variant="light" c="lake.9" tt="none">
            {w.isKept}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {w.source}: {value.source}
      </Text>
      {value.file && (
        <Anchor size="sm" href={`/api/indicator-values/${value.id}/evidence`} download>
          {w.file(value.file.name)}
        </Anchor>
      )}
      {value.reason && <Text size="sm">{w.why(value.reason)}</Text>}
      <Text size="xs" c="gray.7">
        {who.filter(Boolean).join(' · ')}
      </Text>
      {write.error && <Failure error={write.error} />}
      {(value.may.decide || value.may.change) && (
        <Group gap="xs" className="screen-only">
          {value.may.decide && (
            <>
              <Button
                size="compact-sm"
                loading={write.isPending}
                aria-label={w.nth(w.approve, of)}
                onClick={() =>
                  write.mutate({
                    path: `/api/indicator-values/${value.id}/decision`,
                    body: { decision: 'approve', reason: '' },
                    version: value.version,
                  })
                }
              >
                {w.approve}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={w.nth(w.return, of)}
                onClick={() => onOpen({ return: value })}
              >
                {w.return}
              </Button>
            </>
          )}
          {value.may.change && !value.isSnapshot && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={w.nth(w.correctValue, of)}
              onClick={() => onOpen({ change: value })}
            >
              {w.correctValue}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

const ALL = 'all'

/** The latest year whose data window has ended: a figure of one that runs does not count yet. */
const lastYear = (today: string): string => String(resolveBound('@data-year', today))

/** The communes an indicator may have a value of, and the whole province. */
function AreaSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const areas = useAreas()
  return (
    <Select
      label={w.areaChoice}
      data={[
        { value: ALL, label: w.wholeProvince },
        ...areas.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ALL}
      allowDeselect={false}
      searchable
      nothingFoundMessage={words.common.none}
      onChange={(next) => onChange(next === ALL ? null : next)}
    />
  )
}

interface EnterProps extends PartProps {
  /** What was returned or still waits; null for a new one. */
  value: Value | null
  onClose: () => void
}

function EnterDialog({ page: { indicator }, today, value, onClose }: EnterProps) {
  const [period, setPeriod] = useState(value?.period ?? lastYear(today))
  const [areaId, setArea] = useState(value?.area?.id ?? null)
  const [amount, setAmount] = useState<number | null>(value?.value ?? null)
  const [source, setSource] = useState(value?.source ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [seen, setSeen] = useState<FieldFaults>({})
  const save = useWrite(onClose)
  const faults = { ...seen, ...faultsOf(save.error) }
  const submit = () => {
    const form = { period: period.trim(), areaId, value: amount, source }
    const found = faultsIn(ValueForm, form)
    setSeen(found)
    if (Object.keys(found).length || save.isPending) return
    const evidence = file ? { of: 'value' as const, file } : undefined
    save.mutate(
      value
        ? {
            path: `/api/indicator-values/${value.id}`,
            method: 'PATCH',
            body: { value: amount, source },
            version: value.version,
            evidence,
          }
        : { path: `/api/indicators/${indicator.id}/values`, body: form, evidence },
    )
  }
  return (
    <FormDialog
      title={w.enterTitle(indicator.name)}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      {!value && (
        <>
          <TextInput
            label={w.period}
            description={w.periodHint}
            value={period}
            error={faults.period}
            onChange={(event) => setPeriod(event.currentTarget.value)}
          />
          <AreaSelect value={areaId} onChange={setArea} />
        </>
      )}
      <NumberInput
        label={`${w.value} (${indicator.unit})`}
        value={amount ?? ''}
        decimalScale={indicator.decimals}
        thousandSeparator="."
        decimalSeparator=","
        hideControls
        error={faults.value && words.indicatorPage.valueMissing}
        onChange={(next) => setAmount(typeof next === 'number' ? next : null)}
        data-autofocus
      />
      <Textarea
        label={w.source}
        description={w.sourceHint}
        value={source}
        error={faults.source}
        autosize
        minRows={2}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <FileInput label={w.evidence} value={file} clearable onChange={setFile} />
    </FormDialog>
  )
}

function KeepDialog({ page: { indicator }, today, onClose }: PartProps & { onClose: () => void }) {
  const [period, setPeriod] = useState(lastYear(today))
  const [areaId, setArea] = useState<string | null>(null)
  const [seen, setSeen] = useState<FieldFaults>({})
  const save = useWrite(onClose)
  const faults = { ...seen, ...faultsOf(save.error) }
  const submit = () => {
    const form = { period: period.trim(), areaId }
    const found = faultsIn(SnapshotForm, form)
    setSeen(found)
    if (Object.keys(found).length === 0 && !save.isPending)
      save.mutate({ path: `/api/indicators/${indicator.id}/snapshots`, body: form })
  }
  return (
    <FormDialog
      title={w.keepTitle}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <Text size="sm">{w.keepHint}</Text>
      <TextInput
        label={w.period}
        description={w.periodHint}
        value={period}
        error={faults.period}
        onChange={(event) => setPeriod(event.currentTarget.value)}
        data-autofocus
      />
      <AreaSelect value={areaId} onChange={setArea} />
    </FormDialog>
  )
}

function ReturnDialog({ value, onClose }: { value: Value; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const save = useWrite(onClose)
  return (
    <FormDialog
      title={w.nth(w.return, words.steps.period(value.period))}
      onSubmit={() =>
        save.mutate({
          path: `/api/indicator-values/${value.id}/decision`,
          body: { decision: 'return', reason },
          version: value.version,
        })
      }
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <Textarea
        label={w.returnWhy}
        value={reason}
        error={faultsOf(save.error).reason}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  )
}
