// The forms of the steps. Each says what is missing beside its field before anything is sent.
import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { EvidenceDrop } from '../task/Evidence.tsx'
import type { StoredFile } from '../task/work.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Picker } from '../ui/Picker.tsx'
import { Failure } from '../ui/parts.tsx'
import { StepFrame } from '../ui/StepFrame.tsx'
import { DIFFICULTY_TYPES, type DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import type { StepKind } from './difficulty.ts'
import { addressOf, type Difficulty, DifficultyList, MOST_WORKING_DAYS, StepForm } from './exchange.ts'
import { KEY } from './use-step.ts'

const w = words.difficulty

interface Props {
  kind: StepKind
  difficulty: Difficulty
  isPending: boolean
  onTake: (form: StepForm) => void
  onCancel: () => void
}

export function StepFields(props: Props) {
  const { kind } = props
  if (kind === 'join') return <JoinFields {...props} />
  if (kind === 'send') return <SendFields {...props} />
  if (kind === 'answer') return <AnswerFields {...props} />
  return <TextFields {...props} kind={kind} />
}

/** Checks with the server's own schema, then hands the form on. */
function useForm({ onTake }: Pick<Props, 'onTake'>, form: unknown) {
  const [faults, setFaults] = useState<FieldFaults>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(StepForm, form)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) onTake(StepForm.parse(form))
  }
  return { faults, submit }
}

interface TextProps {
  label: string
  value: string
  error?: string | undefined
  isRequired?: boolean
  onChange: (text: string) => void
}

const Note = ({ label, value, error, isRequired = false, onChange }: TextProps) => (
  <Textarea
    label={label}
    required={isRequired}
    autosize
    minRows={3}
    maxLength={10_000}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

const Days = ({
  label,
  value,
  error,
  onChange,
}: {
  label: string
  value: number | ''
  error?: string | undefined
  onChange: (days: number | '') => void
}) => (
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

/** The steps that are a text, some with one thing more. */
function TextFields({
  kind,
  difficulty,
  ...props
}: Props & { kind: Exclude<StepKind, 'join' | 'send' | 'answer'> }) {
  const [text, setText] = useState('')
  const [days, setDays] = useState<number | ''>(5)
  const [type, setType] = useState<DifficultyType>(difficulty.type)
  const form = {
    ...{ kind, text },
    ...(kind === 'extend' ? { days } : {}),
    ...(kind === 'opine' && type !== difficulty.type ? { type } : {}),
  }
  const { faults, submit } = useForm(props, form)
  const label = kind === 'opine' ? w.opinion : LABELLED_NOTE.includes(kind) ? w.note : w.reason
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      {kind === 'extend' && <Days label={w.extendDays} value={days} error={faults.days} onChange={setDays} />}
      <Note
        label={label}
        value={text}
        error={faults.text}
        isRequired={!LABELLED_NOTE.includes(kind)}
        onChange={setText}
      />
      {kind === 'opine' && (
        <TypeChoice label={w.retype} value={type} onChange={(one) => one && setType(one)} />
      )}
    </StepFrame>
  )
}

/** Where the text may stay empty. */
const LABELLED_NOTE: readonly StepKind[] = ['unjoin', 'close', 'withdraw']

export function TypeChoice({
  label,
  value,
  error,
  onChange,
}: {
  label: string
  value: DifficultyType | null
  error?: string | undefined
  onChange: (type: DifficultyType | null) => void
}) {
  return (
    <Select
      label={label}
      required
      data={DIFFICULTY_TYPES.map((one) => ({ value: one, label: w.types[one] }))}
      value={value}
      error={error}
      allowDeselect={false}
      w={{ base: '100%', sm: 360 }}
      onChange={(one) => onChange(one as DifficultyType | null)}
    />
  )
}

/** Usual between agencies; the focal officer says how many it really is. */
const USUAL_DAYS = 5

function SendFields({ kind, difficulty, ...props }: Props) {
  const { data, error } = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  const [addresseeId, setAddressee] = useState<string | null>(null)
  const [days, setDays] = useState<number | ''>(USUAL_DAYS)
  const [nextId, setNext] = useState<string | null>(null)
  const [nextDays, setNextDays] = useState<number | ''>(USUAL_DAYS)
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, {
    ...{ kind: 'send', addresseeId: addresseeId ?? '', days, text },
    ...{ nextId, nextDays: nextId ? nextDays : null },
  })
  const agencies = (data ?? [])
    .filter(({ id, kind: of, endedOn }) => of !== 'unit' && !endedOn && id !== difficulty.addressee?.id)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      {error && <Failure error={error} />}
      <Select
        label={w.addressee}
        data={agencies}
        searchable
        required
        nothingFoundMessage={words.task.nothingFound}
        value={addresseeId}
        error={faults.addresseeId}
        onChange={setAddressee}
      />
      <Days label={w.days} value={days} error={faults.days} onChange={setDays} />
      <Select
        label={w.nextLevel}
        placeholder={w.nextLevelNone}
        data={agencies.filter(({ value }) => value !== addresseeId)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': w.nextLevelNone }}
        nothingFoundMessage={words.task.nothingFound}
        value={nextId}
        error={faults.nextId}
        onChange={setNext}
      />
      {nextId && <Days label={w.nextDays} value={nextDays} error={faults.nextDays} onChange={setNextDays} />}
      <Note label={w.sendText} value={text} error={faults.text} onChange={setText} />
    </StepFrame>
  )
}

function AnswerFields({ kind, ...props }: Props) {
  const [text, setText] = useState('')
  const [documentNumber, setNumber] = useState('')
  const [documentOn, setOn] = useState<string | null>(null)
  const [files, setFiles] = useState<StoredFile[]>([])
  const [isUploading, setUploading] = useState(false)
  const { faults, submit } = useForm(props, {
    ...{ kind: 'answer', text, documentNumber, documentOn },
    files: files.map(({ hash, name }) => ({ hash, name })),
  })
  return (
    <StepFrame {...props} label={w.steps[kind]} isReady={!isUploading} onSubmit={submit}>
      <Note label={w.answerText} value={text} error={faults.text} isRequired onChange={setText} />
      <Group gap="sm" align="flex-start">
        <TextInput
          label={w.documentNumber}
          maxLength={100}
          value={documentNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayInput label={w.documentOn} value={documentOn} onChange={setOn} error={faults.documentOn} />
      </Group>
      <EvidenceDrop files={files} onBusy={setUploading} onChange={setFiles} />
    </StepFrame>
  )
}

/** Into one of those still on their way; what is alike stands on the page itself. */
function JoinFields({ difficulty, onTake, onCancel }: Props) {
  const filter = addressOf({ state: 'open' })
  const { data, error } = useQuery({
    queryKey: [...KEY, 'to-join'],
    queryFn: () => get(`/api/difficulties?${filter}&limit=100`, DifficultyList),
  })
  if (error) return <Failure error={error} />
  const options = (data?.rows ?? [])
    .filter(({ id }) => id !== difficulty.id)
    .map(({ id, text, agency, type }) => ({
      value: id,
      label: text,
      detail: `${agency.name} · ${w.types[type]}`,
    }))
  return (
    <Picker
      title={w.joinOther}
      hint={w.joinOtherHint}
      options={options}
      empty={w.emptySearch}
      onPick={(targetId) => onTake({ kind: 'join', targetId })}
      onClose={onCancel}
    />
  )
}
