// The form of one step, checked with the server's own schema before it goes.
import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Radio,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { EvidenceDrop } from '../task/Evidence.tsx'
import type { StoredFile } from '../task/work.ts'
import { Failure } from '../ui/parts.tsx'
import { StepFrame } from '../ui/StepFrame.tsx'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { IS_CONSULTED, REPLIES, RESULTS, STANCES, type StepKind } from './dossier.ts'
import { type Dossier, MOST_WORKING_DAYS, StepForm, type StepInput } from './exchange.ts'

const w = words.signing

interface Props {
  kind: StepKind
  /** Of answer and reply: whose opinion, when it was chosen in the list. */
  opinionId: string | null
  dossier: Dossier
  isPending: boolean
  /** What the server said of its fields. */
  said: FieldFaults
  onTake: (form: StepInput) => void
  onCancel: () => void
}

export function StepFields(props: Props) {
  switch (props.kind) {
    case 'ask':
      return <AskFields {...props} />
    case 'answer':
      return <AnswerFields {...props} />
    case 'reply':
      return <ReplyFields {...props} />
    case 'send':
      return <SendFields {...props} />
    case 'appraise':
      return <AppraiseFields {...props} />
    case 'submit':
      return <SubmitFields {...props} />
    default:
      return <ReasonFields {...props} />
  }
}

/** Checks with the server's own schema, then hands the form on. */
function useForm({ onTake, said }: Pick<Props, 'onTake' | 'said'>, form: unknown) {
  const [own, setFaults] = useState<FieldFaults>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(StepForm, form)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) onTake(form as StepInput)
  }
  return { faults: { ...said, ...own }, submit }
}

interface NoteProps {
  label: string
  description?: string
  value: string
  error?: string | undefined
  isRequired?: boolean
  onChange: (text: string) => void
}

const Note = ({ isRequired = false, onChange, ...rest }: NoteProps) => (
  <Textarea
    {...rest}
    required={isRequired}
    autosize
    minRows={2}
    maxRows={16}
    maxLength={20_000}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

interface DaysProps {
  value: number | ''
  error: string | undefined
  onChange: (days: number | '') => void
}

const Days = ({ value, error, onChange }: DaysProps) => (
  <NumberInput
    label={w.days}
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

const useAgencies = () => {
  const { data, error } = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  return { agencies: (data ?? []).filter(({ kind, endedOn }) => kind !== 'unit' && !endedOn), error }
}

/** Whole groups of agencies that drafts usually go to. */
const GROUPS: readonly { name: keyof typeof w.groups; kinds: readonly AgencyKind[] }[] = [
  { name: 'departments', kinds: ['department'] },
  { name: 'communes', kinds: ['commune'] },
  { name: 'fronts', kinds: ['front'] },
]

function AskFields({ dossier, ...props }: Props) {
  const { agencies, error } = useAgencies()
  const [agencyIds, setIds] = useState<string[]>([])
  const [days, setDays] = useState<number | ''>(dossier.rule.opinionDays)
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, { kind: 'ask', agencyIds, days, text })
  const asked = dossier.opinions.filter(({ workingDaysLeft }) => workingDaysLeft !== null)
  const open = agencies.filter(
    ({ id }) => id !== dossier.drafter.id && !asked.some(({ agency }) => agency.id === id),
  )
  return (
    <StepFrame {...props} label={w.steps[props.kind]} onSubmit={submit}>
      {error && <Failure error={error} />}
      <MultiSelect
        label={w.askWhom}
        required
        searchable
        data={open.map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={words.task.nothingFound}
        value={agencyIds}
        error={faults.agencyIds}
        onChange={setIds}
      />
      <Group gap="xs" role="group" aria-label={w.groups.label}>
        {GROUPS.map(({ name, kinds }) => {
          const ids = open.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
          if (ids.length === 0) return null
          return (
            <Button
              key={name}
              size="compact-sm"
              variant="default"
              onClick={() => setIds((before) => [...new Set([...before, ...ids])])}
            >
              + {w.groups[name]} ({words.number(ids.length)})
            </Button>
          )
        })}
      </Group>
      <Days value={days} error={faults.days} onChange={setDays} />
      <Note label={w.askText} value={text} error={faults.text} onChange={setText} />
    </StepFrame>
  )
}

/** Which of the opinions that are this person's to answer, or to reply to. */
function useOpinion({ dossier, opinionId, kind }: Props) {
  const open = dossier.opinions.filter((one) =>
    kind === 'answer' ? one.whyNotAnswer === null : one.stance !== null,
  )
  const [id, setId] = useState(opinionId ?? open.find(({ reply }) => !reply)?.id ?? open[0]?.id ?? '')
  const choice = (
    <Select
      label={w.opinionOf}
      data={open.map(({ id: value, agency }) => ({ value, label: agency.name }))}
      value={id}
      allowDeselect={false}
      searchable
      onChange={(next) => next && setId(next)}
    />
  )
  return {
    id,
    choice:
      open.length > 1 ? (
        choice
      ) : (
        <Text size="sm" fw={600}>
          {open[0]?.agency.name}
        </Text>
      ),
  }
}

function AnswerFields(props: Props) {
  const opinion = useOpinion(props)
  const [stance, setStance] = useState('')
  const [text, setText] = useState('')
  const [document, setDocument] = useState('')
  const [files, setFiles] = useState<StoredFile[]>([])
  const [isUploading, setUploading] = useState(false)
  const { faults, submit } = useForm(props, {
    ...{ kind: 'answer', opinionId: opinion.id, stance, text, document },
    files: files.map(({ hash, name }) => ({ hash, name })),
  })
  return (
    <StepFrame {...props} label={w.steps[props.kind]} isReady={!isUploading} onSubmit={submit}>
      {opinion.choice}
      <Choices
        label={w.stance}
        options={STANCES}
        names={w.stances}
        value={stance}
        error={faults.stance}
        onChange={setStance}
      />
      <Note
        label={w.answerText}
        value={text}
        error={faults.text}
        isRequired={stance !== 'agree' && stance !== ''}
        onChange={setText}
      />
      <DocumentField value={document} error={faults.document} onChange={setDocument} />
      <EvidenceDrop files={files} onBusy={setUploading} onChange={setFiles} />
    </StepFrame>
  )
}

interface ChoicesProps<Name extends string> {
  label: string
  options: readonly Name[]
  names: Record<Name, string>
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const Choices = <Name extends string>({ options, names, ...group }: ChoicesProps<Name>) => (
  <Radio.Group {...group} required>
    <Stack gap={6} mt={4}>
      {options.map((value) => (
        <Radio key={value} value={value} label={names[value]} />
      ))}
    </Stack>
  </Radio.Group>
)

interface DocumentProps {
  value: string
  error?: string | undefined
  onChange: (text: string) => void
}

const DocumentField = ({ value, error, onChange }: DocumentProps) => (
  <TextInput
    label={w.document}
    description={w.documentHint}
    maxLength={200}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

function ReplyFields(props: Props) {
  const opinion = useOpinion(props)
  const said = props.dossier.opinions.find(({ id }) => id === opinion.id)
  const [reply, setReply] = useState('')
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, { kind: 'reply', opinionId: opinion.id, reply, text })
  return (
    <StepFrame {...props} label={w.steps[props.kind]} onSubmit={submit}>
      {opinion.choice}
      {said?.stance && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {[w.stances[said.stance], said.answerText].filter(Boolean).join(': ')}
        </Text>
      )}
      <Choices
        label={w.reply}
        options={REPLIES}
        names={w.replies}
        value={reply}
        error={faults.reply}
        onChange={setReply}
      />
      <Note label={w.replyText} value={text} error={faults.text} isRequired onChange={setText} />
    </StepFrame>
  )
}

function SendFields({ dossier, ...props }: Props) {
  const { agencies, error } = useAgencies()
  const [toAgencyId, setAgency] = useState<string | null>(null)
  const [days, setDays] = useState<number | ''>(dossier.rule.opinionDays)
  const [text, setText] = useState('')
  const [skipOpinions, setSkip] = useState('')
  const form = { kind: 'send', toAgencyId: toAgencyId ?? '', days, text, skipOpinions }
  const { faults, submit } = useForm(props, form)
  return (
    <StepFrame {...props} label={w.steps[props.kind]} onSubmit={submit}>
      {error && <Failure error={error} />}
      <Select
        label={w.appraiser}
        required
        searchable
        data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={words.task.nothingFound}
        value={toAgencyId}
        error={faults.toAgencyId}
        onChange={setAgency}
      />
      <Days value={days} error={faults.days} onChange={setDays} />
      {!dossier.hasAsked && wantsReason(dossier, dossier.rule.maySkipOpinions) && (
        <Note
          label={w.skipOpinions}
          description={dossier.rule.maySkipOpinions ? undefined : w.opinionsNeeded}
          value={skipOpinions}
          error={faults.skipOpinions}
          isRequired
          onChange={setSkip}
        />
      )}
      <Note label={w.note} value={text} error={faults.text} onChange={setText} />
    </StepFrame>
  )
}

function AppraiseFields(props: Props) {
  const [result, setResult] = useState('')
  const [text, setText] = useState('')
  const [document, setDocument] = useState('')
  const [files, setFiles] = useState<StoredFile[]>([])
  const [isUploading, setUploading] = useState(false)
  const { faults, submit } = useForm(props, {
    ...{ kind: 'appraise', result, text, document },
    files: files.map(({ hash, name }) => ({ hash, name })),
  })
  return (
    <StepFrame {...props} label={w.steps[props.kind]} isReady={!isUploading} onSubmit={submit}>
      <Choices
        label={w.result}
        options={RESULTS}
        names={w.results}
        value={result}
        error={faults.result}
        onChange={setResult}
      />
      <Note label={w.appraisalText} value={text} error={faults.text} isRequired onChange={setText} />
      <DocumentField value={document} onChange={setDocument} />
      <EvidenceDrop files={files} onBusy={setUploading} onChange={setFiles} />
    </StepFrame>
  )
}

/** Where the way is usual its leaving out is explained; where the province demands it, it is told. */
const wantsReason = ({ kind }: Props['dossier'], maySkip: boolean): boolean => IS_CONSULTED[kind] || !maySkip

function SubmitFields({ dossier, ...props }: Props) {
  const { hasAsked, appraisal, rule } = dossier
  const [skipOpinions, setSkipOpinions] = useState('')
  const [skipAppraisal, setSkipAppraisal] = useState('')
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, { kind: 'submit', text, skipOpinions, skipAppraisal })
  const unanswered = dossier.opinions.filter(({ stance, reply }) => stance && !reply).length
  return (
    <StepFrame {...props} label={w.steps[props.kind]} onSubmit={submit}>
      {unanswered > 0 && <Text size="sm">⚠ {w.stillUnanswered(unanswered)}</Text>}
      {!hasAsked && wantsReason(dossier, rule.maySkipOpinions) && (
        <Note
          label={w.skipOpinions}
          description={rule.maySkipOpinions ? undefined : w.opinionsNeeded}
          value={skipOpinions}
          error={faults.skipOpinions}
          isRequired
          onChange={setSkipOpinions}
        />
      )}
      {!appraisal && wantsReason(dossier, rule.maySkipAppraisal) && (
        <Note
          label={w.skipAppraisal}
          description={rule.maySkipAppraisal ? undefined : w.appraisalNeeded}
          value={skipAppraisal}
          error={faults.skipAppraisal}
          isRequired
          onChange={setSkipAppraisal}
        />
      )}
      <Note label={w.note} value={text} error={faults.text} onChange={setText} />
    </StepFrame>
  )
}

/** return, recall, withdraw, reopen: a reason. */
function ReasonFields({ kind, ...props }: Props) {
  const [text, setText] = useState('')
  const { faults, submit } = useForm(props, { kind, text })
  return (
    <StepFrame {...props} label={w.steps[kind]} onSubmit={submit}>
      <Note label={w.reason} value={text} error={faults.text} isRequired onChange={setText} />
    </StepFrame>
  )
}
