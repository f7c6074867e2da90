// A draft of the criteria as a form: groups with their points, each criterion with its measure and thresholds, bands, who
// is not rated. What is wrong is said by the schema the server uses, before anything is sent.
import {
  Alert,
  Button,
  Card,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { newKey } from '../http/client.ts'
import { COOPERATIVE_KINDS } from '../register/cooperative.ts'
import { say } from '../register/kit/register.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { RubricVersion } from './assessment-exchange.ts'
import {
  type CooperativeRubric,
  type Criterion,
  cooperativeRubricFaults,
  GROUPS,
  type Measure,
} from './assessment-rubric.ts'
import { figureLabel } from './RubricPage.tsx'
import { useWrite } from './use-assessment.ts'

const w = words.assessment
const r = w.rubric
const KINDS = ['value', 'share', 'growth', 'yes', 'hand'] as const

interface Props {
  body: CooperativeRubric
  version: RubricVersion | null
  figures: readonly { name: string; isFlag: boolean }[]
  onClose: () => void
}

/** "10 = 8" on each line; null where a line is none. */
function readSteps(text: string): Criterion['steps'] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const steps = lines.map((line) => {
    const [, at = '', points = ''] = /^\s*(-?[\d.]+(?:,\d+)?)\s*=\s*(\d+)\s*$/.exec(line) ?? []
    return { at: Number(at.replaceAll('.', '').replace(',', '.')), points: Number(points), isRead: at !== '' }
  })
  return steps.every(({ isRead }) => isRead) ? steps.map(({ at, points }) => ({ at, points })) : null
}
const stepsText = (steps: Criterion['steps']) =>
  steps.map(({ at, points }) => `${words.number(at)} = ${points}`).join('\n')

export function RubricEditor({ body: first, version, figures, onClose }: Props) {
  const [body, setBody] = useState(first)
  const [isTried, setTried] = useState(false)
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const save = useWrite(onClose)
  const change = (next: Partial<CooperativeRubric>) => setBody({ ...body, ...next })
  const faults = cooperativeRubricFaults(body)
  const changeOne = (code: string, next: Partial<Criterion>) =>
    change({ criteria: body.criteria.map((one) => (one.code === code ? { ...one, ...next } : one)) })
  const submit = () => {
    setTried(true)
    if (faults.length || unread.size || save.isPending) return
    save.mutate(
      version
        ? {
            path: `/api/assessments/rubrics/${version.id}`,
            method: 'PUT',
            body,
            version: version.version,
          }
        : { path: '/api/assessments/rubrics', body },
    )
  }
  return (
    <Stack gap="md">
      <Part title={version ? r.edit : r.begin}>
        <TextInput
          label={r.name}
          value={body.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {GROUPS.map((group) => (
            <Whole
              key={group}
              label={r.groupPoints(w.groups[group])}
              value={body.groups[group]}
              onChange={(n) => change({ groups: { ...body.groups, [group]: n } })}
            />
          ))}
          {(['good', 'fair', 'average'] as const).map((band) => (
            <Whole
              key={band}
              label={r.bandFrom(w.bands[band])}
              value={body.bands[band]}
              onChange={(n) => change({ bands: { ...body.bands, [band]: n } })}
            />
          ))}
          <Whole
            label={r.youngMonths}
            value={body.youngMonths}
            onChange={(n) => change({ youngMonths: n })}
          />
          <Whole label={r.idleMonths} value={body.idleMonths} onChange={(n) => change({ idleMonths: n })} />
        </SimpleGrid>
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>
            <Text size="sm">{r.kinds}</Text>
          </legend>
          <Group gap="md">
            {COOPERATIVE_KINDS.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={body.kinds.includes(value)}
                  onChange={(event) =>
                    change({
                      kinds: event.currentTarget.checked
                        ? [...body.kinds, value]
                        : body.kinds.filter((one) => one !== value),
                    })
                  }
                />{' '}
                {say(label)}
              </label>
            ))}
          </Group>
        </fieldset>
      </Part>
      {body.criteria.map((one) => (
        <Card key={one.code} withBorder p="sm" component="section" aria-label={one.name}>
          <OneCriterion
            criterion={one}
            figures={figures}
            onChange={(next) => changeOne(one.code, next)}
            onUnread={(isUnread) => {
              const next = new Set(unread)
              if (isUnread) next.add(one.code)
              else next.delete(one.code)
              setUnread(next)
            }}
            onRemove={() => change({ criteria: body.criteria.filter(({ code }) => code !== one.code) })}
          />
        </Card>
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() =>
            change({
              criteria: [
                ...body.criteria,
                {
                  ...{ code: `c-${newKey().slice(0, 12)}`, group: 'finance', name: '', points: 1 },
                  ...{ measure: { kind: 'hand' }, better: 'more', steps: [] },
                },
              ],
            })
          }
        >
          {r.add}
        </Button>
      </Group>
      {isTried && (faults.length > 0 || unread.size > 0) && (
        <Alert color="red" variant="light" role="alert">
          {[...new Set(faults.map(({ message }) => message))].map((message) => (
            <Text size="sm" key={message}>
              {message}
            </Text>
          ))}
          {unread.size > 0 && <Text size="sm">{r.stepsFault}</Text>}
        </Alert>
      )}
      {save.error && <Failure error={save.error} />}
      <Group>
        <Button loading={save.isPending} onClick={submit}>
          {r.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.common.cancel}
        </Button>
      </Group>
    </Stack>
  )
}

function Whole({ label, value, onChange }: { label: string; value: number; onChange: (n: number) => void }) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={0}
      max={100}
      allowDecimal={false}
      onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
    />
  )
}

function OneCriterion({
  criterion,
  figures,
  onChange,
  onUnread,
  onRemove,
}: {
  criterion: Criterion
  figures: Props['figures']
  onChange: (next: Partial<Criterion>) => void
  onUnread: (isUnread: boolean) => void
  onRemove: () => void
}) {
  const { measure, name, group, points, better, steps } = criterion
  const [text, setText] = useState(stepsText(steps))
  const read = readSteps(text)
  const quantity = figures.find(({ isFlag }) => !isFlag)?.name ?? ''
  const flag = figures.find(({ isFlag }) => isFlag)?.name ?? ''
  const begin: Record<(typeof KINDS)[number], Measure> = {
    value: { kind: 'value', of: quantity },
    share: { kind: 'share', part: quantity, whole: quantity },
    growth: { kind: 'growth', of: quantity },
    yes: { kind: 'yes', of: flag },
    hand: { kind: 'hand' },
  }
  const options = (isFlag: boolean) =>
    figures
      .filter((one) => one.isFlag === isFlag)
      .map((one) => ({ value: one.name, label: figureLabel(one.name) }))
  const figure = (label: string, value: string, set: (next: string) => Measure, isFlag = false) => (
    <Select
      label={label}
      data={options(isFlag)}
      value={value}
      searchable
      allowDeselect={false}
      onChange={(next) => next && onChange({ measure: set(next) })}
    />
  )
  return (
    <Stack gap="xs">
      <TextInput
        label={r.criterion}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        <Select
          label={r.group}
          data={GROUPS.map((value) => ({ value, label: w.groups[value] }))}
          value={group}
          allowDeselect={false}
          onChange={(next) => onChange({ group: GROUPS.find((one) => one === next) ?? group })}
        />
        <Whole label={r.most} value={points} onChange={(n) => onChange({ points: n })} />
        <Select
          label={r.measure}
          data={KINDS.map((value) => ({ value, label: r.measures[value] }))}
          value={measure.kind}
          allowDeselect={false}
          onChange={(next) => {
            const kind = KINDS.find((one) => one === next)
            if (!kind || kind === measure.kind) return
            if (kind === 'hand') {
              setText('')
              onUnread(false)
            }
            onChange({ measure: begin[kind], ...(kind === 'hand' && { steps: [] }) })
          }}
        />
        {measure.kind === 'share' && (
          <>
            {figure(r.figure, measure.part, (part) => ({ ...measure, part }))}
            {figure(r.whole, measure.whole, (whole) => ({ ...measure, whole }))}
          </>
        )}
        {(measure.kind === 'value' || measure.kind === 'growth') &&
          figure(r.figure, measure.of, (of) => ({ ...measure, of }))}
        {measure.kind === 'yes' && figure(r.figure, measure.of, (of) => ({ ...measure, of }), true)}
        {measure.kind !== 'hand' && (
          <Select
            label={r.better}
            data={(['more', 'less'] as const).map((value) => ({ value, label: r.betters[value] }))}
            value={better}
            allowDeselect={false}
            onChange={(next) => onChange({ better: next === 'less' ? 'less' : 'more' })}
          />
        )}
      </SimpleGrid>
      {measure.kind !== 'hand' && (
        <Textarea
          label={r.steps}
          value={text}
          autosize
          minRows={2}
          error={read === null ? r.stepsFault : null}
          onChange={(event) => {
            const next = event.currentTarget.value
            setText(next)
            const found = readSteps(next)
            onUnread(found === null)
            if (found) onChange({ steps: found })
          }}
        />
      )}
      <Group>
        <Button size="xs" variant="subtle" color="red.9" aria-label={r.remove(name)} onClick={onRemove}>
          {r.remove(name)}
        </Button>
      </Group>
    </Stack>
  )
}
