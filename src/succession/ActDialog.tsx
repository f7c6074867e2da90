// The form of a reorganisation: what happens, to whom, who follows, from which day, by which document; with what it
// would move as a picture, before anything is recorded.
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { z } from 'zod'
import { Agency, ALL_AGENCIES, directoryOf, fullName, LATEST } from '../agency/agency.ts'
import { get, newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure, Loading } from '../ui/parts.tsx'
import { type AgencyKind, CHOSEN_KINDS, kindByName } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { ActPicture } from './ActPicture.tsx'
import {
  type Act,
  type ActForm,
  ActForm as ActFormSchema,
  endedBy,
  Holding,
  onlySuccessor,
  REORGANISATIONS,
  type ReorganisationKind,
  type SuccessorForm,
} from './act.ts'
import { holdingText } from './ReorganisationsPage.tsx'

const w = words.succession
const Recorded = z.object({ id: z.uuid(), state: z.string() })
const Detail = z.object({ form: ActFormSchema, version: z.number().int() })
/** In the list of successors: an agency that the act founds. */
const FOUND = 'found'

const EMPTY: ActForm = {
  ...{ kind: 'merge', effectiveOn: '', documentNumber: '', documentOn: null, note: '' },
  ...{ old: [], successors: [], decisions: [] },
}
const nobody: SuccessorForm = { agencyId: null, founded: null, takes: '' }
const founding = (name: string, kind: AgencyKind, parentId: string | null): SuccessorForm => ({
  ...{ agencyId: null, takes: '' },
  founded: { name, code: null, kind, parentId },
})

export function ActDialog({
  act,
  onClose,
  onRecorded,
}: {
  act: Act | null
  onClose: () => void
  onRecorded: () => void
}) {
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
  })
  const before = useQuery({
    queryKey: ['reorganisations', act?.id],
    queryFn: () => get(`/api/reorganisations/${act?.id}`, Detail),
    enabled: act !== null,
  })
  return (
    <Modal opened onClose={onClose} size="xl" title={act ? w.changeAct : w.record}>
      {agencies.error && <Failure error={agencies.error} />}
      {before.error && <Failure error={before.error} />}
      {agencies.data && (!act || before.data) ? (
        <Form
          start={before.data ?? null}
          act={act}
          agencies={agencies.data}
          onClose={onClose}
          onRecorded={onRecorded}
        />
      ) : (
        !agencies.error && <Loading />
      )}
    </Modal>
  )
}

/** How many successors each kind of act begins with. */
const START: Record<ReorganisationKind, readonly SuccessorForm[]> = {
  merge: [nobody],
  split: [nobody, nobody],
  rename: [founding('', 'department', null)],
  abolish: [],
}

function Form({
  start,
  act,
  agencies,
  onClose,
  onRecorded,
}: {
  start: z.infer<typeof Detail> | null
  act: Act | null
  agencies: readonly Agency[]
  onClose: () => void
  onRecorded: () => void
}) {
  const [form, setForm] = useState<ActForm>(() => start?.form ?? { ...EMPTY, successors: [...START.merge] })
  // People of the old agencies come along unless somebody says otherwise.
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set())
  const [key] = useState(newKey)
  const living = useMemo(() => directoryOf(agencies, LATEST).agencies, [agencies])
  const choices = living.map((agency) => ({ value: agency.id, label: fullName(agency) }))
  const ended = endedBy(form)
  const holdings = useQuery({
    queryKey: ['reorganisations', 'holdings', form.old],
    queryFn: () => get(`/api/reorganisations/holdings?agencies=${form.old.join(',')}`, z.array(Holding)),
    enabled: form.old.length > 0,
  })
  const held = form.old.length ? (holdings.data ?? []) : []
  const hasOne = onlySuccessor(form) === 0
  const decisions = hasOne
    ? ended.map((agencyId) => ({
        ...{ agencyId, to: { successor: 0 }, why: '', exceptions: [] },
        accounts: (held.find((one) => one.agencyId === agencyId)?.people ?? [])
          .filter(({ id }) => !staying.has(id))
          .map(({ id }) => ({ accountId: id, to: { successor: 0 } })),
      }))
    : []
  const body = { ...form, decisions }
  const save = useMutation({
    mutationFn: () =>
      act && start
        ? send(`/api/reorganisations/${act.id}`, {
            ...{ method: 'PUT' as const, body, version: start.version, answer: Recorded },
          })
        : send('/api/reorganisations', { body, key, answer: Recorded }),
    onSuccess: onRecorded,
  })
  const [found, setFound] = useState<FieldFaults>({})
  const faults = { ...faultsOf(save.error), ...found }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(ActFormSchema, body)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const change = (more: Partial<ActForm>) => setForm({ ...form, ...more })
  const changeSuccessor = (at: number, successor: SuccessorForm) =>
    change({ successors: form.successors.map((one, i) => (i === at ? successor : one)) })
  const nameOf = (id: string) => living.find((agency) => agency.id === id)?.name ?? ''
  const isOneOld = form.kind === 'rename' || form.kind === 'split'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={w.whatHappens}
          data={REORGANISATIONS.map((value) => ({ value, label: w.kinds[value] }))}
          value={form.kind}
          allowDeselect={false}
          onChange={(kind) =>
            kind &&
            change({ kind: kind as ReorganisationKind, successors: [...START[kind as ReorganisationKind]] })
          }
          data-autofocus
        />
        <Text size="sm" c="gray.8">
          {w.kindExplain[form.kind]}
        </Text>
        <MultiSelect
          label={w.oldAgencies[form.kind]}
          data={choices}
          searchable
          selectFirstOptionOnChange
          limit={60}
          maxValues={isOneOld ? 1 : undefined}
          nothingFoundMessage={words.common.none}
          value={form.old}
          onChange={(old) => change({ old })}
          error={faults.old}
        />
        {form.kind === 'rename' ? (
          <Group grow align="flex-start">
            <TextInput
              label={w.newName}
              value={form.successors[0]?.founded?.name ?? ''}
              onChange={(event) => {
                const name = event.currentTarget.value
                changeSuccessor(0, founding(name, kindByName(name), null))
              }}
              error={faults['successors.0'] ?? faults['successors.0.founded.name'] ?? faults.successors}
            />
          </Group>
        ) : (
          <>
            {form.successors.map((successor, at) => (
              <Successor
                // Rows have no identity but their place.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={at}
                number={form.successors.length > 1 ? at + 1 : null}
                successor={successor}
                choices={choices}
                hasTakes={form.kind !== 'merge'}
                error={
                  faults[`successors.${at}`] ??
                  faults[`successors.${at}.founded.name`] ??
                  faults[`successors.${at}.founded.code`]
                }
                onChange={(one) => changeSuccessor(at, one)}
                onRemove={
                  form.successors.length > START[form.kind].length
                    ? () => change({ successors: form.successors.toSpliced(at, 1) })
                    : null
                }
              />
            ))}
            {form.kind !== 'merge' && (
              <div>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => change({ successors: [...form.successors, nobody] })}
                >
                  {w.addSuccessor}
                </Button>
              </div>
            )}
            {faults.successors && (
              <Text size="sm" c="red.9">
                {faults.successors}
              </Text>
            )}
          </>
        )}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <DayInput
            label={w.effectiveOn}
            description={w.effectiveHint}
            required
            value={form.effectiveOn || null}
            onChange={(day) => change({ effectiveOn: day ?? '' })}
            error={faults.effectiveOn}
          />
          <TextInput
            label={w.documentNumber}
            description={w.documentHint}
            required
            placeholder="15/NQ-HĐND"
            value={form.documentNumber}
            onChange={(event) => change({ documentNumber: event.currentTarget.value })}
            error={faults.documentNumber}
          />
          <DayInput
            label={w.documentOn}
            description={w.documentOnHint}
            value={form.documentOn}
            onChange={(documentOn) => change({ documentOn })}
            error={faults.documentOn}
          />
        </Group>
        <TextInput
          label={w.note}
          value={form.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          error={faults.note}
        />
        {form.old.length > 0 && (
          <Fieldset legend={w.consequences}>
            <Stack gap="sm">
              <ActPicture
                label={w.consequences}
                old={form.old.map((id) => {
                  const holding = held.find(({ agencyId }) => agencyId === id)
                  const moves = ended.includes(id) ? w.movesOpen : w.staysHere
                  return {
                    key: id,
                    name: nameOf(id),
                    lines: holding ? [holdingText(holding), form.kind === 'rename' ? w.keepsAll : moves] : [],
                  }
                })}
                successors={form.successors
                  .filter(({ agencyId, founded }) => agencyId || founded?.name)
                  .map(({ agencyId, founded, takes }, at) => ({
                    key: String(at),
                    name: founded?.name ?? nameOf(agencyId ?? ''),
                    lines: [
                      ...(takes ? [w.takes(takes)] : []),
                      ...(hasOne && held.length ? [w.receives(sumOf(held, ended))] : []),
                    ],
                    isNew: founded !== null && form.kind !== 'rename',
                  }))}
              />
              {!hasOne && form.kind !== 'rename' && <Text size="sm">{w.decideAfter}</Text>}
              {hasOne && (
                <People
                  held={held.filter(({ agencyId }) => ended.includes(agencyId))}
                  staying={staying}
                  onStay={setStaying}
                />
              )}
            </Stack>
          </Fieldset>
        )}
        {save.error && Object.keys(found).length === 0 && <Failure error={save.error} />}
        <DialogActions onCancel={onClose} isFoot>
          <Button type="submit" loading={save.isPending}>
            {w.confirmAct}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}

const sumOf = (held: readonly Holding[], ended: readonly string[]): number =>
  held
    .filter(({ agencyId }) => ended.includes(agencyId))
    .reduce((sum, { leading, coordinating }) => sum + leading + coordinating, 0)

function Successor({
  number,
  successor,
  choices,
  hasTakes,
  error,
  onChange,
  onRemove,
}: {
  number: number | null
  successor: SuccessorForm
  choices: { value: string; label: string }[]
  hasTakes: boolean
  error: string | undefined
  onChange: (successor: SuccessorForm) => void
  onRemove: (() => void) | null
}) {
  const { founded, agencyId } = successor
  return (
    <Fieldset legend={number ? w.successorNumber(number) : w.successor}>
      <Stack gap="xs">
        <Select
          aria-label={number ? w.successorNumber(number) : w.successor}
          data={[{ value: FOUND, label: w.found }, ...choices]}
          searchable
          limit={200}
          placeholder={w.chooseSuccessor}
          value={founded ? FOUND : agencyId}
          onChange={(value) =>
            onChange(
              value === FOUND
                ? { ...founding('', 'department', null), takes: successor.takes }
                : { ...successor, founded: null, agencyId: value },
            )
          }
          error={error}
        />
        {founded && (
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={words.agency.columns.name}
              value={founded.name}
              onChange={(event) => {
                const name = event.currentTarget.value
                onChange({ ...successor, founded: { ...founded, name, kind: kindByName(name) } })
              }}
            />
            <Select
              label={words.agency.columns.kind}
              data={CHOSEN_KINDS.map((value) => ({ value, label: words.agency.kinds[value] }))}
              allowDeselect={false}
              value={founded.kind}
              onChange={(kind) =>
                kind && onChange({ ...successor, founded: { ...founded, kind: kind as AgencyKind } })
              }
            />
            <TextInput
              label={words.agency.columns.code}
              value={founded.code ?? ''}
              onChange={(event) =>
                onChange({
                  ...successor,
                  founded: { ...founded, code: event.currentTarget.value.trim() || null },
                })
              }
            />
          </Group>
        )}
        {hasTakes && (
          <TextInput
            label={w.takesLabel}
            value={successor.takes}
            onChange={(event) => onChange({ ...successor, takes: event.currentTarget.value })}
          />
        )}
        {onRemove && (
          <div>
            <Button size="compact-sm" variant="subtle" onClick={onRemove}>
              {w.removeSuccessor}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  )
}

function People({
  held,
  staying,
  onStay,
}: {
  held: readonly Holding[]
  staying: ReadonlySet<string>
  onStay: (staying: ReadonlySet<string>) => void
}) {
  const people = held.flatMap((holding) => holding.people)
  if (people.length === 0) return null
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.peopleMove(people.filter(({ id }) => !staying.has(id)).length, people.length)}
      </Text>
      {people.map(({ id, name, position, agency }) => (
        <Checkbox
          key={id}
          size="sm"
          label={[name, position, agency].filter(Boolean).join(', ')}
          checked={!staying.has(id)}
          onChange={(event) => {
            const next = new Set(staying)
            if (event.currentTarget.checked) next.delete(id)
            else next.add(id)
            onStay(next)
          }}
        />
      ))}
    </Stack>
  )
}
