// A draft of the rubric as a form: criteria, bands, causes; tried against the period before; then published.
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../http/client.ts'
import { faultsIn } from '../http/faults.ts'
import { EVERY, periodAt, periodBefore } from '../task/period.ts'
import { DialogActions, Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PublishPart } from './PublishPart.tsx'
import { type Rubrics, type RubricVersion, Trial } from './rating.ts'
import { CAUSES, type Criterion, FAULTS, OUTSIDE, RATED_KINDS, Rubric, WAYS } from './rubric.ts'
import { TrialPart } from './TrialPart.tsx'
import { useWrite } from './use-rating.ts'
import './rating.css'

const w = words.rating
const FRESH: Criterion = { name: '', fault: 'late', points: 10, way: 'share', percent: 100, cap: 100 }

interface Props {
  draft: RubricVersion
  data: Rubrics
  /** Outlives the editor, which begins anew with every version saved. */
  save: ReturnType<typeof useWrite>
}

export function RubricEditor({ draft, data, save }: Props) {
  const [body, setBody] = useState<Rubric>(draft.body)
  const [isTried, setTried] = useState(false)
  const [isDropping, setDropping] = useState(false)
  const faults = isTried ? faultsIn(Rubric, body) : {}
  const isChanged = JSON.stringify(body) !== JSON.stringify(draft.body)
  const drop = useWrite(() => {})
  // The last of each length that is over.
  const periods = EVERY.map((every) => periodBefore(every, periodAt(every, data.today)).key)
  const [period, setPeriod] = useState(periods[1] ?? '')
  const trial = useMutation({
    mutationFn: () => send('/api/rubrics/try', { body: { body, period }, answer: Trial }),
  })
  const set = (next: Partial<Rubric>) => setBody({ ...body, ...next })
  /** Runs the deed when the form has no fault; else shows them. */
  const checked = (deed: () => void) => () => {
    setTried(true)
    if (Object.keys(faultsIn(Rubric, body)).length === 0) deed()
  }
  const sum = body.criteria.reduce((all, { points }) => all + (Number(points) || 0), 0)
  return (
    <Part title={w.draft}>
      <Text size="sm" c="gray.7">
        {w.draftBy(draft.createdBy, words.moment(draft.createdAt))}
      </Text>
      <TextInput
        label={w.name}
        value={body.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={faults.title}
      />
      <Text size="sm" fw={600}>
        {w.criteriaTitle(sum)}
      </Text>
      {faults.criteria && (
        <Text size="sm" c="red.9" role="alert">
          {faults.criteria}
        </Text>
      )}
      {body.criteria.map((criterion, at) => (
        <CriterionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
          key={at}
          at={at}
          criterion={criterion}
          faults={faults}
          onChange={(next) => set({ criteria: body.criteria.map((one, i) => (i === at ? next : one)) })}
          onDrop={
            body.criteria.length > 1
              ? () => set({ criteria: body.criteria.filter((_, i) => i !== at) })
              : undefined
          }
        />
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          disabled={body.criteria.length >= 12}
          onClick={() => set({ criteria: [...body.criteria, FRESH] })}
        >
          {w.addCriterion}
        </Button>
      </Group>
      <BandFields body={body} faults={faults} set={set} />
      <Checkbox.Group
        label={w.causesTitle}
        description={w.causesHint}
        value={body.causes}
        onChange={(causes) => set({ causes: causes as Rubric['causes'] })}
      >
        <Stack gap={6} mt={6}>
          {CAUSES.map((cause) => (
            <Checkbox key={cause} value={cause} label={w.causes[cause]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group
        label={w.kinds}
        value={body.kinds}
        onChange={(kinds) => set({ kinds: kinds as Rubric['kinds'] })}
        error={faults.kinds}
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing={6} mt={6}>
          {RATED_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={words.agency.kinds[kind]} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={w.minimum}
          description={w.minimumHint}
          value={body.minimum}
          onChange={(minimum) => set({ minimum: Number(minimum) })}
          allowDecimal={false}
          min={1}
          error={faults.minimum}
        />
        <NumberInput
          label={w.topShare}
          description={w.topShareHint}
          value={body.topShare ?? ''}
          onChange={(share) => set({ topShare: share === '' ? null : Number(share) })}
          allowDecimal={false}
          min={1}
          max={100}
          error={faults.topShare}
        />
      </SimpleGrid>
      <Checkbox
        label={w.coordinating}
        checked={body.coordinating}
        onChange={(event) => set({ coordinating: event.currentTarget.checked })}
      />
      <Radio.Group
        label={w.outsideLabel}
        value={body.outside}
        onChange={(outside) => set({ outside: outside as Rubric['outside'] })}
      >
        <Group gap="md" mt={4}>
          {OUTSIDE.map((one) => (
            <Radio key={one} value={one} label={w.outsideNames[one]} />
          ))}
        </Group>
      </Radio.Group>
      {save.error && <Failure error={save.error} />}
      {save.isSuccess && !isChanged && (
        <Text size="sm" role="status">
          {w.savedDraft}
        </Text>
      )}
      <Group gap="xs">
        <Button
          loading={save.isPending}
          disabled={!isChanged}
          onClick={checked(() =>
            save.mutate({
              path: `/api/rubrics/${draft.id}`,
              method: 'PUT',
              body: { body },
              version: draft.version,
            }),
          )}
        >
          {words.common.save}
        </Button>
        <Button variant="default" c="red.9" onClick={() => setDropping(true)}>
          {w.dropDraft}
        </Button>
      </Group>
      {isDropping && (
        <Modal opened onClose={() => setDropping(false)} title={w.dropDraft}>
          <Stack gap="sm">
            <Text size="sm">{w.dropHint}</Text>
            {drop.error && <Failure error={drop.error} />}
            <DialogActions onCancel={() => setDropping(false)} isCancelFirst>
              <Button
                color="red.9"
                loading={drop.isPending}
                onClick={() =>
                  drop.mutate({ path: `/api/rubrics/${draft.id}`, method: 'DELETE', version: draft.version })
                }
              >
                {w.dropDraft}
              </Button>
            </DialogActions>
          </Stack>
        </Modal>
      )}
      <Group gap="xs" align="flex-end">
        <Select
          label={w.tryPeriod}
          data={periods.map((key) => ({ value: key, label: words.steps.period(key) }))}
          value={period}
          onChange={(key) => key && setPeriod(key)}
          allowDeselect={false}
        />
        <Button variant="default" loading={trial.isPending} onClick={checked(() => trial.mutate())}>
          {w.try}
        </Button>
      </Group>
      {trial.error && <Failure error={trial.error} />}
      {trial.data && <TrialPart trial={trial.data} />}
      <PublishPart draft={draft} whyNot={data.may.publish} isChanged={isChanged} />
    </Part>
  )
}

interface FieldsProps {
  at: number
  criterion: Criterion
  faults: Readonly<Record<string, string>>
  onChange: (next: Criterion) => void
  onDrop: (() => void) | undefined
}

function CriterionFields({ at, criterion, faults, onChange, onDrop }: FieldsProps) {
  const set = (next: Partial<Criterion>) => onChange({ ...criterion, ...next })
  const fault = (field: string) => faults[`criteria.${at}.${field}`]
  const named = (label: string) => ({ label, 'aria-label': w.nth(label, at + 1) })
  const figure = (label: string, field: 'points' | 'percent' | 'cap') => (
    <NumberInput
      {...named(label)}
      value={criterion[field]}
      onChange={(value) => set({ [field]: Number(value) })}
      allowDecimal={false}
      min={1}
      max={100}
      error={fault(field)}
    />
  )
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      <div className="rating-fields">
        <TextInput
          {...named(w.criterionName)}
          value={criterion.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={fault('name')}
        />
        {figure(w.criterionPoints, 'points')}
        <Select
          {...named(w.criterionFault)}
          data={FAULTS.map((value) => ({ value, label: w.faults[value] }))}
          value={criterion.fault}
          onChange={(value) => value && set({ fault: value as Criterion['fault'] })}
          allowDeselect={false}
        />
        <Select
          {...named(w.criterionWay)}
          data={WAYS.map((value) => ({ value, label: w.wayNames[value] }))}
          value={criterion.way}
          onChange={(value) => value && set({ way: value as Criterion['way'] })}
          allowDeselect={false}
        />
        {figure(w.criterionPercent, 'percent')}
        {criterion.way === 'each' && figure(w.criterionCap, 'cap')}
      </div>
      <Remove name={criterion.name} onDrop={onDrop} />
    </Group>
  )
}

function Remove({ name, onDrop }: { name: string; onDrop: (() => void) | undefined }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray.8"
      mt={26}
      aria-label={w.removeOf(name)}
      disabled={!onDrop}
      onClick={onDrop}
    >
      ×
    </ActionIcon>
  )
}

function BandFields({
  body,
  faults,
  set,
}: {
  body: Rubric
  faults: Readonly<Record<string, string>>
  set: (next: Partial<Rubric>) => void
}) {
  const change = (at: number, next: Partial<Rubric['bands'][number]>) =>
    set({ bands: body.bands.map((band, i) => (i === at ? { ...band, ...next } : band)) })
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {w.bandsEdit}
      </Text>
      {faults.bands && (
        <Text size="sm" c="red.9" role="alert">
          {faults.bands}
        </Text>
      )}
      {body.bands.map(({ name, from }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
        <Group key={at} align="flex-start" wrap="nowrap" gap="xs">
          <TextInput
            label={w.bandName}
            aria-label={w.nth(w.bandName, at + 1)}
            value={name}
            onChange={(event) => change(at, { name: event.currentTarget.value })}
            error={faults[`bands.${at}.name`]}
            flex={1}
          />
          <NumberInput
            label={w.bandFrom}
            aria-label={w.nth(w.bandFrom, at + 1)}
            value={from}
            onChange={(value) => change(at, { from: Number(value) })}
            allowDecimal={false}
            min={0}
            max={100}
            w={110}
            error={faults[`bands.${at}.from`]}
          />
          <Remove
            name={name}
            onDrop={
              body.bands.length > 2 ? () => set({ bands: body.bands.filter((_, i) => i !== at) }) : undefined
            }
          />
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          disabled={body.bands.length >= 8}
          onClick={() => set({ bands: [...body.bands, { name: '', from: 0 }] })}
        >
          {w.addBand}
        </Button>
      </Group>
    </Stack>
  )
}
