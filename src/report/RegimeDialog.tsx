// A duty to report: confirmed from the document, typed, or changed.
import { NumberInput, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey, send } from '../http/client.ts'
import { EVERY, type Every } from '../task/period.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { Made, type PlanReporting, type Regime } from './exchange.ts'
import { dueOf, type Link, type Proposal, periodNamed, type RegimeForm } from './regime.ts'

const w = words.report.plan
const USUAL: RegimeForm = {
  ...{ title: '', every: 'year', dueDay: 15, dueMonth: 0, dueInclusive: false },
  ...{ afterDays: 5, beforeDays: 5, openDays: 30, quote: '', sourceKey: null, links: [] },
}

interface Props {
  data: PlanReporting
  given: Regime | Proposal | null
  onClose: () => void
  onSaved: () => void
}

const isRegime = (given: Regime | Proposal | null): given is Regime => given !== null && 'id' in given

function startOf(given: Regime | Proposal | null): RegimeForm {
  if (given === null) return { ...USUAL, title: words.report.proposedTitle('year') }
  if (isRegime(given)) return given
  return { ...USUAL, ...given.form, quote: given.quote.slice(0, 2000), sourceKey: given.key }
}

export function RegimeDialog({ data, given, onClose, onSaved }: Props) {
  const [form, setForm] = useState<RegimeForm>(() => startOf(given))
  const [isOwn, setOwn] = useState(form.links.length > 0)
  const [isActive, setActive] = useState(!isRegime(given) || given.state === 'active')
  const key = useRef(newKey())
  const put = (part: Partial<RegimeForm>) => setForm((before) => ({ ...before, ...part }))
  const save = useMutation({
    mutationFn: () => {
      const { title, every, dueDay, dueMonth, dueInclusive, afterDays, beforeDays, openDays } = form
      const body = {
        ...{ title, every, dueDay, dueMonth, dueInclusive, afterDays, beforeDays, openDays },
        links: isOwn ? form.links : [],
      }
      if (isRegime(given))
        return send(`/api/regimes/${given.id}`, {
          method: 'PATCH',
          version: given.version,
          body: { ...body, state: isActive ? 'active' : 'ended' },
          answer: Made,
        })
      const { quote, sourceKey } = form
      return send(`/api/plans/${data.plan.id}/regimes`, {
        key: key.current,
        body: { ...body, quote, sourceKey },
        answer: Made,
      })
    },
    onSuccess: onSaved,
    onError: () => {
      key.current = newKey()
    },
  })
  const count = (
    name: 'dueDay' | 'afterDays' | 'beforeDays' | 'openDays',
    label: string,
    min: number,
    max: number,
  ) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      allowDecimal={false}
      value={form[name]}
      onChange={(value) => typeof value === 'number' && put({ [name]: value })}
    />
  )
  const example = periodNamed('year', data.today.slice(0, 4))
  return (
    <FormDialog
      title={isRegime(given) ? w.edit : given ? w.confirm : w.add}
      size="lg"
      isPending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {form.quote && (
        <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
          {w.quoteOf(form.quote)}
        </Text>
      )}
      <TextInput
        label={w.name}
        required
        value={form.title}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={words.report.everyLabel}
          allowDeselect={false}
          data={EVERY.map((value) => ({ value, label: words.report.every[value] }))}
          value={form.every}
          onChange={(value) => value && put({ every: value as Every })}
        />
        {count('dueDay', w.dueDay, 1, 31)}
        <Select
          label={w.dueRule}
          allowDeselect={false}
          data={[
            { value: 'before', label: w.before },
            { value: 'until', label: w.until },
          ]}
          value={form.dueInclusive ? 'until' : 'before'}
          onChange={(value) => put({ dueInclusive: value === 'until' })}
        />
        <Select
          label={w.dueMonth}
          allowDeselect={false}
          data={[-3, -2, -1, 0, 1, 2, 3].map((shift) => ({ value: String(shift), label: w.months(shift) }))}
          value={String(form.dueMonth)}
          onChange={(value) => put({ dueMonth: Number(value) })}
        />
        {count('afterDays', w.afterDays, 0, 60)}
        {count('beforeDays', w.beforeDays, 0, 60)}
        {count('openDays', w.openDays, 1, 90)}
      </SimpleGrid>
      {example && form.every === 'year' && <Text size="sm">{w.lastDay(dueOf(form, example))}</Text>}
      {isRegime(given) && (
        <Switch
          label={isActive ? words.report.every[form.every] : w.end}
          checked={isActive}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      )}
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {w.chain}
        </Text>
        <Switch
          label={w.chainOwn}
          checked={isOwn}
          onChange={(event) => {
            setOwn(event.currentTarget.checked)
            if (event.currentTarget.checked && form.links.length === 0) put({ links: data.usual })
          }}
        />
        {isOwn ? (
          <Chain data={data} links={form.links} onChange={(links) => put({ links })} />
        ) : (
          <Text size="sm">{w.chainUsual(data.usual.length)}</Text>
        )}
      </Stack>
    </FormDialog>
  )
}

const NOBODY = 'nobody'

function Chain({
  data,
  links,
  onChange,
}: {
  data: PlanReporting
  links: readonly Link[]
  onChange: (links: Link[]) => void
}) {
  const to = new Map(links.map(({ agencyId, toAgencyId }) => [agencyId, toAgencyId]))
  const put = (agencyId: string, toAgencyId: string | null) =>
    onChange([
      ...links.filter((link) => link.agencyId !== agencyId),
      ...(toAgencyId && toAgencyId !== NOBODY ? [{ agencyId, toAgencyId }] : []),
    ])
  return (
    <Stack gap={6} mah={320} style={{ overflowY: 'auto' }}>
      {data.agencies.map(({ id, name }) => (
        <Select
          key={id}
          label={w.reportsTo(name)}
          allowDeselect={false}
          searchable
          data={[
            { value: NOBODY, label: w.nobody },
            ...data.agencies
              .filter((one) => one.id !== id)
              .map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={to.get(id) ?? NOBODY}
          onChange={(value) => put(id, value)}
        />
      ))}
    </Stack>
  )
}
