// The forms of the steps on a petition; each says what is missing beside its field before anything is sent.
import { Checkbox, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { MOST_WORKING_DAYS } from '../difficulty/exchange.ts'
import { TypeChoice } from '../difficulty/StepFields.tsx'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { useSession } from '../identity/session.tsx'
import { WorkList } from '../task/work.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure } from '../ui/parts.tsx'
import { StepFrame } from '../ui/StepFrame.tsx'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import { type Petition, PetitionStepForm } from './petition.ts'
import type { PetitionStep } from './petition-rule.ts'
import { WAYS, type Way } from './warning-match.ts'

const w = words.petition
const d = words.difficulty

interface Props {
  kind: PetitionStep
  petition: Petition
  isPending: boolean
  onTake: (form: PetitionStepForm) => void
  onCancel: () => void
}

export function PetitionFields(props: Props) {
  switch (props.kind) {
    case 'send':
      return <SendFields {...props} />
    case 'answer':
      return <AnswerFields {...props} />
    case 'tell':
      return <TellFields {...props} />
    case 'to-difficulty':
      return <DifficultyFields {...props} />
    default:
      return <ReasonFields {...props} />
  }
}

/** Checks with the server's own schema, then hands the form on. */
function useForm({ onTake }: Pick<Props, 'onTake'>, form: unknown) {
  const [faults, setFaults] = useState<FieldFaults>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(PetitionStepForm, form)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) onTake(PetitionStepForm.parse(form))
  }
  return { faults, submit }
}

interface NoteProps {
  label: string
  value: string
  error?: string | undefined
  isRequired?: boolean
  onChange: (text: string) => void
}
const Note = ({ label, value, error, isRequired = false, onChange }: NoteProps) => (
  <Textarea
    label={label}
    required={isRequired}
    autosize
    minRows={2}
    maxLength={10_000}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

function Days({
  label,
  value,
  error,
  onChange,
}: {
  label: string
  value: number | ''
  error?: string | undefined
  onChange: (days: number | '') => void
}) {
  return (
    <NumberInput
      label={label}
      required
      min={1}
      max={MOST_WORKING_DAYS}
      allowDecimal={false}
      w={{ base: '100%', sm: 260 }}
      value={value}
      error={error}
      onChange={(days) => onChange(days === '' ? '' : Number(days))}
    />
  )
}

/** extend, return, reopen, withdraw: a reason, and of extend the days. */
function ReasonFields({ kind, petition, ...props }: Props) {
  const [text, setText] = useState('')
  const [days, setDays] = useState<number | ''>(petition.settingDays ?? '')
  const { faults, submit } = useForm(props, { kind, text, ...(kind === 'extend' ? { days } : {}) })
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      {kind === 'extend' && <Days label={d.extendDays} value={days} error={faults.days} onChange={setDays} />}
      <Note label={words.warning.reason} value={text} error={faults.text} isRequired onChange={setText} />
    </StepFrame>
  )
}

function SendFields({ kind, petition, ...props }: Props) {
  const { data, error } = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  const usual = petition.settingDays ?? ''
  const [addresseeId, setAddressee] = useState<string | null>(
    petition.status === 'received' ? (petition.agency?.id ?? null) : null,
  )
  const [days, setDays] = useState<number | ''>(usual)
  const [nextId, setNext] = useState<string | null>(null)
  const [nextDays, setNextDays] = useState<number | ''>(usual)
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, {
    ...{ kind, addresseeId: addresseeId ?? '', days, text },
    ...{ nextId, nextDays: nextId ? nextDays : null },
  })
  const isHere = (id: string) => petition.status === 'sent' && id === petition.agency?.id
  const agencies = (data ?? [])
    .filter(({ id, kind: of, endedOn }) => of !== 'unit' && !endedOn && !isHere(id))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      {error && <Failure error={error} />}
      <Select
        label={d.addressee}
        data={agencies}
        searchable
        required
        nothingFoundMessage={words.task.nothingFound}
        value={addresseeId}
        error={faults.addresseeId}
        onChange={setAddressee}
      />
      <Days label={d.days} value={days} error={faults.days} onChange={setDays} />
      <Select
        label={d.nextLevel}
        placeholder={d.nextLevelNone}
        data={agencies.filter(({ value }) => value !== addresseeId)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': d.nextLevelNone }}
        nothingFoundMessage={words.task.nothingFound}
        value={nextId}
        error={faults.nextId}
        onChange={setNext}
      />
      {nextId && <Days label={d.nextDays} value={nextDays} error={faults.nextDays} onChange={setNextDays} />}
      <Note label={d.sendText} value={text} error={faults.text} onChange={setText} />
    </StepFrame>
  )
}

function AnswerFields({ kind, petition: _, ...props }: Props) {
  const [text, setText] = useState('')
  const [documentNumber, setNumber] = useState('')
  const [documentOn, setOn] = useState<string | null>(null)
  const { faults, submit } = useForm(props, { kind, text, documentNumber, documentOn })
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      <Note label={w.answer} value={text} error={faults.text} isRequired onChange={setText} />
      <Group gap="sm" align="flex-start">
        <TextInput
          label={d.documentNumber}
          maxLength={100}
          value={documentNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayInput label={d.documentOn} value={documentOn} onChange={setOn} error={faults.documentOn} />
      </Group>
    </StepFrame>
  )
}

function TellFields({ kind, petition, ...props }: Props) {
  const [on, setOn] = useState<string | null>(petition.today)
  const [way, setWay] = useState<Way | null>(null)
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, { kind, on, way, text })
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      <DayInput
        label={words.warning.toldDay}
        required
        value={on}
        maxDate={petition.today}
        error={faults.on && w.toldOnForm}
        onChange={setOn}
      />
      <Select
        label={words.warning.way}
        required
        data={WAYS.map((one) => ({ value: one, label: words.warning.ways[one] }))}
        value={way}
        error={faults.way}
        allowDeselect={false}
        w={{ base: '100%', sm: 260 }}
        onChange={(one) => setWay(one as Way | null)}
      />
      <Note label={words.warning.note} value={text} onChange={setText} />
    </StepFrame>
  )
}

/** On duties of one's own agency: whoever bears a duty says what keeps it back. */
function DifficultyFields({ kind, petition: _, ...props }: Props) {
  const { agency } = useSession()
  const [assignmentIds, setChosen] = useState<readonly string[]>([])
  const [type, setType] = useState<DifficultyType | null>(null)
  const [proposal, setProposal] = useState('')
  const { data, error } = useQuery({
    queryKey: ['work', 'list', 'of-agency', agency?.id],
    queryFn: () => get(`/api/work?agency=${agency?.id}&state=open&limit=100`, WorkList),
    enabled: agency !== null,
  })
  const { faults, submit } = useForm(props, { kind, assignmentIds, type, proposal })
  const rows = data?.rows ?? []
  const toggle = (id: string) =>
    setChosen(assignmentIds.includes(id) ? assignmentIds.filter((one) => one !== id) : [...assignmentIds, id])
  return (
    <StepFrame {...props} label={w.steps[kind]} isReady={rows.length > 0} onSubmit={submit}>
      {error && <Failure error={error} />}
      <Text size="sm">{data && rows.length === 0 ? w.noDuties : w.dutiesHint}</Text>
      {rows.length > 0 && (
        <Stack gap={6} role="group" aria-label={w.duties} mah={320} style={{ overflowY: 'auto' }}>
          {rows.map(({ id, quote, plan }) => (
            <Checkbox
              key={id}
              label={`${quote.slice(0, 200)} (${plan.number ?? plan.title})`}
              checked={assignmentIds.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </Stack>
      )}
      {faults.assignmentIds && (
        <Text size="xs" c="red.9">
          {d.noAssignment}
        </Text>
      )}
      <TypeChoice label={d.type} value={type} error={faults.type && d.typeRequired} onChange={setType} />
      <Note label={d.proposal} value={proposal} error={faults.proposal} isRequired onChange={setProposal} />
    </StepFrame>
  )
}
