// An indicator defined or changed: name, unit, what is good, and where its figures come from. A formula is put together
// from choices and tried on a day before it is kept; what is wrong is said where it is wrong.
import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Agency, ALL_AGENCIES } from '../agency/agency.ts'
import { get, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { useWhyNot } from '../identity/session.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { buildingFaults, firstAtom } from './building.ts'
import { FormulaBuilder } from './FormulaBuilder.tsx'
import type { Formula } from './formula.ts'
import {
  DIRECTIONS,
  type Direction,
  FigureAnswer,
  IndicatorForm as Form,
  type Indicator,
  IndicatorChange,
  WAYS,
  type Way,
} from './indicator.ts'
import { partsText, withUnit } from './show.ts'
import { useChoices, useIndicator, useWrite } from './use-indicator.ts'

const w = words.indicatorPage
const f = w.fields

export function NewIndicatorPage() {
  const whyNot = useWhyNot('indicator.define')
  if (whyNot) return <Empty>{whyNot}</Empty>
  return <Fields indicator={null} />
}

export function EditIndicatorPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const whyNot = useWhyNot('indicator.define')
  const { data, error, refetch } = useIndicator(id)
  if (whyNot) return <Empty>{whyNot}</Empty>
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Fields key={id} indicator={data.indicator} />
}

const BLANK = {
  code: '',
  name: '',
  unit: '',
  direction: 'up' as Direction,
  decimals: 0,
  description: '',
  way: 'formula' as Way,
  agencyId: null as string | null,
}

function Fields({ indicator }: { indicator: Indicator | null }) {
  const navigate = useNavigate()
  const [form, setForm] = useState(() =>
    indicator ? { ...indicator, agencyId: indicator.agency?.id ?? null } : BLANK,
  )
  // Kept while another way is looked at.
  const [formula, setFormula] = useState<Formula>(() => indicator?.formula ?? firstAtom())
  const [reason, setReason] = useState('')
  const [isRetired, setRetired] = useState(indicator?.isRetired ?? false)
  const [seen, setSeen] = useState<FieldFaults>({})
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const save = useWrite((id) =>
    navigate({ to: '/indicators/$id', params: { id: id ?? indicator?.id ?? '' } as never }),
  )
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
    staleTime: 300_000,
  })
  const faults = { ...seen, ...faultsOf(save.error) }
  const put = (next: Partial<typeof form>) => setForm({ ...form, ...next })
  const change = (next: Formula) => {
    setFormula(next)
    // Once told what is wrong, one sees at once when it is put right.
    if (Object.keys(wrong).length) setWrong(buildingFaults(next))
  }
  /** Whether the formula can be sent; what is wrong is shown from now on. */
  const isRight = () => {
    const found = buildingFaults(formula)
    setWrong(found)
    return Object.keys(found).length === 0
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { code, name, unit, direction, decimals, description, way, agencyId } = form
    const isFormula = way === 'formula'
    const body = {
      ...{ code, name, unit, direction, decimals, description, way, agencyId },
      formula: isFormula ? formula : null,
      ...(indicator && { reason, isRetired }),
    }
    const found = faultsIn(indicator ? IndicatorChange : Form, body)
    const fits = !isFormula || isRight()
    setSeen(found)
    if (!fits || Object.keys(found).some((at) => !at.startsWith('formula')) || save.isPending) return
    save.mutate(
      indicator
        ? { path: `/api/indicators/${indicator.id}`, method: 'PATCH', body, version: indicator.version }
        : { path: '/api/indicators', body },
    )
  }
  const text = (key: 'name' | 'code' | 'unit', hint?: string) => (
    <TextInput
      label={f[key]}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={form[key]}
      error={faults[key]}
      onChange={(event) => put({ [key]: event.currentTarget.value })}
    />
  )
  return (
    <Page title={indicator ? w.editTitle(indicator.name) : w.newTitle}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            {text('name')}
            {text('unit', f.unitHint)}
            <Select
              label={f.direction}
              data={DIRECTIONS.map((value) => ({ value, label: f.directions[value] }))}
              value={form.direction}
              allowDeselect={false}
              onChange={(direction) => direction && put({ direction: direction as Direction })}
            />
            <NumberInput
              label={f.decimals}
              value={form.decimals}
              min={0}
              max={4}
              allowDecimal={false}
              onChange={(decimals) => typeof decimals === 'number' && put({ decimals })}
            />
            {text('code')}
            <Select
              label={f.agency}
              data={(agencies.data ?? [])
                .filter(({ endedOn }) => !endedOn)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={form.agencyId}
              placeholder={f.noAgency}
              clearable
              clearButtonProps={{ 'aria-label': words.common.delete }}
              searchable
              nothingFoundMessage={words.common.none}
              error={faults.agencyId}
              onChange={(agencyId) => put({ agencyId })}
            />
          </SimpleGrid>
          <Textarea
            label={f.description}
            value={form.description}
            error={faults.description}
            autosize
            onChange={(event) => put({ description: event.currentTarget.value })}
          />
          <Radio.Group label={f.way} value={form.way} onChange={(way) => put({ way: way as Way })}>
            <Stack gap={6} mt={4}>
              {WAYS.map((way) => (
                <Radio key={way} value={way} label={w.ways[way]} description={f.wayHints[way]} />
              ))}
            </Stack>
          </Radio.Group>
          {form.way === 'formula' && (
            <Part title={w.formula}>
              {Object.keys(wrong).length > 0 && (
                <Text size="sm" c="red.9" role="alert">
                  {w.faulty}
                </Text>
              )}
              <FormulaBuilder formula={formula} faults={wrong} onChange={change} />
              <Try formula={formula} of={form} isRight={isRight} />
            </Part>
          )}
          {indicator && (
            <>
              <Textarea
                label={w.reason}
                description={f.reasonHint}
                value={reason}
                error={faults.reason}
                autosize
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Checkbox
                label={f.isRetired}
                checked={isRetired}
                onChange={(event) => setRetired(event.currentTarget.checked)}
              />
            </>
          )}
          {save.error && <Failure error={save.error} />}
          <Group gap="xs">
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
            {indicator ? (
              <Button
                variant="default"
                component={Link}
                to="/indicators/$id"
                params={{ id: indicator.id } as never}
              >
                {words.common.cancel}
              </Button>
            ) : (
              <Button variant="default" component={Link} to="/indicators">
                {words.common.cancel}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

interface TryProps {
  formula: Formula
  of: { unit: string; decimals: number }
  isRight: () => boolean
}

/** What the formula gives on a day, before anything is kept. */
function Try({ formula, of, isRight }: TryProps) {
  const { data } = useChoices()
  const [chosen, setDay] = useState<string | null>(null)
  const day = chosen ?? data?.day ?? null
  const trial = useMutation({
    mutationFn: () => send('/api/indicators/try', { body: { formula, day }, answer: FigureAnswer }),
  })
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <DayInput label={w.tryDay} value={day} onChange={setDay} w={180} />
        <Button
          variant="default"
          loading={trial.isPending}
          disabled={day === null}
          onClick={() => isRight() && trial.mutate()}
        >
          {w.try}
        </Button>
      </Group>
      {trial.error && <Failure error={trial.error} />}
      {trial.data && (
        <div role="status">
          <Text fw={700}>{w.tried(withUnit(trial.data.value, of), trial.data.day)}</Text>
          {partsText(trial.data) && (
            <Text size="sm">
              {w.triedParts(words.number(trial.data.part ?? 0), words.number(trial.data.whole ?? 0))}
            </Text>
          )}
        </div>
      )}
    </Stack>
  )
}
