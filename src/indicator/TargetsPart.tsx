// What has to be reached, of which plan and where it is printed; entered, corrected, struck with a reason.
import {
  Anchor,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { OPERATORS, type Target, TargetChange, TargetForm } from './indicator.ts'
import { StatusMark, TargetLine } from './parts.tsx'
import { type PartProps, useWrite } from './use-indicator.ts'

const w = words.indicatorPage

export function TargetsPart({ page, today }: PartProps) {
  const { indicator, targets, now, may } = page
  const [open, setOpen] = useState<Target | 'new' | null>(null)
  return (
    <Part title={w.targets}>
      {targets.length === 0 && <Text size="sm">{w.targetsNone}</Text>}
      {targets.map((target) => (
        <Stack key={target.id} gap={2}>
          <Group gap="xs">
            <StatusMark status={target.status} />
            <TargetLine target={target} value={target.area ? null : now.value} of={indicator} />
            {target.area && <Text size="sm">{target.area.name}</Text>}
            {may.define && (
              <Button
                size="compact-xs"
                variant="subtle"
                className="screen-only"
                aria-label={`${w.editTarget}: ${target.toYear}`}
                onClick={() => setOpen(target)}
              >
                {words.common.edit}
              </Button>
            )}
          </Group>
          {target.why && <Text size="sm">{target.why}</Text>}
          {target.plan && (
            <Text size="sm">
              {w.ofPlan(target.plan.label)}{' '}
              <Anchor
                component={Link}
                to="/plans/$id"
                params={{ id: target.plan.id } as never}
                search={{ tab: 'indicators' } as never}
                size="sm"
                underline="always"
              >
                {w.clause}
              </Anchor>
            </Text>
          )}
          {target.text && (
            <Text size="xs" c="gray.7">
              {target.text}
            </Text>
          )}
        </Stack>
      ))}
      {may.define && (
        <Group className="screen-only">
          <Button variant="default" onClick={() => setOpen('new')}>
            {w.addTarget}
          </Button>
        </Group>
      )}
      {open && (
        <TargetDialog
          page={page}
          today={today}
          target={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Part>
  )
}

interface DialogProps extends PartProps {
  /** null: a new one. */
  target: Target | null
  onClose: () => void
}

const blank = (year: number) => ({
  fromYear: year as number | null,
  toYear: year as number | null,
  isYearly: false,
  op: '>=' as (typeof OPERATORS)[number],
  min: null as number | null,
  max: null as number | null,
  text: '',
  planId: null as string | null,
  areaId: null as string | null,
})

function TargetDialog({ page: { indicator, plans }, today, target, onClose }: DialogProps) {
  const [form, setForm] = useState(() =>
    target
      ? { ...target, planId: target.plan?.id ?? null, areaId: target.area?.id ?? null }
      : blank(Number(today.slice(0, 4))),
  )
  const [reason, setReason] = useState('')
  const [isVoid, setVoid] = useState(false)
  const [seen, setSeen] = useState<FieldFaults>({})
  const save = useWrite(onClose)
  const faults = { ...seen, ...faultsOf(save.error) }
  const put = (next: Partial<typeof form>) => setForm({ ...form, ...next })
  const submit = () => {
    const { fromYear, toYear, isYearly, op, text, planId, areaId } = form
    const [min, max] = [op === '<=' ? null : form.min, op === '<=' || op === 'range' ? form.max : null]
    const body = { fromYear, toYear, isYearly, op, min, max, text, planId, areaId }
    const whole = target ? { ...body, reason, isVoid } : body
    const found = faultsIn(target ? TargetChange : TargetForm, whole)
    setSeen(found)
    if (Object.keys(found).length || save.isPending) return
    save.mutate(
      target
        ? {
            path: `/api/indicator-targets/${target.id}`,
            method: 'PATCH',
            body: whole,
            version: target.version,
          }
        : { path: `/api/indicators/${indicator.id}/targets`, body: whole },
    )
  }
  const number = (key: 'min' | 'max', label: string) => (
    <NumberInput
      label={`${label} (${indicator.unit})`}
      value={form[key] ?? ''}
      thousandSeparator="."
      decimalSeparator=","
      hideControls
      error={faults[key]}
      onChange={(next) => put({ [key]: typeof next === 'number' ? next : null })}
    />
  )
  const year = (key: 'fromYear' | 'toYear', label: string) => (
    <NumberInput
      label={label}
      value={form[key] ?? ''}
      hideControls
      allowDecimal={false}
      error={faults[key]}
      onChange={(next) => put({ [key]: typeof next === 'number' ? next : null })}
    />
  )
  return (
    <FormDialog
      title={target ? w.editTarget : w.addTarget}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <SimpleGrid cols={2} spacing="sm">
        {year('fromYear', w.fromYear)}
        {year('toYear', w.toYear)}
      </SimpleGrid>
      <Checkbox
        label={w.isYearly}
        checked={form.isYearly}
        onChange={(event) => put({ isYearly: event.currentTarget.checked })}
      />
      <Select
        label={w.op}
        data={OPERATORS.map((value) => ({ value, label: w.ops[value] }))}
        value={form.op}
        allowDeselect={false}
        onChange={(op) => op && put({ op: op as typeof form.op })}
      />
      <SimpleGrid cols={2} spacing="sm">
        {form.op !== '<=' && number('min', form.op === 'range' ? w.least : w.value)}
        {(form.op === '<=' || form.op === 'range') && number('max', w.most)}
      </SimpleGrid>
      <Textarea
        label={w.targetText}
        description={w.targetTextHint}
        value={form.text}
        error={faults.text}
        autosize
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      {plans.length > 0 && (
        <Select
          label={w.list.plan}
          data={plans.map(({ id, label }) => ({ value: id, label }))}
          value={form.planId}
          clearable
          clearButtonProps={{ 'aria-label': words.common.delete }}
          onChange={(planId) => put({ planId })}
        />
      )}
      {target && (
        <>
          <Checkbox
            label={w.voidTarget}
            checked={isVoid}
            onChange={(event) => setVoid(event.currentTarget.checked)}
          />
          <Textarea
            label={w.reason}
            value={reason}
            error={faults.reason}
            autosize
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
