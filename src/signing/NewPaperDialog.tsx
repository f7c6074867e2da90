// A blank paper: which kind, of which type, about what, who issues it.
import { Radio, Select, Stack, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { get, newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { useSession } from '../identity/session.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import * as words from '../vocabulary/words.ts'
import { BlankForm, DutyPaperForm, Opened } from './exchange.ts'
import { KEY } from './use-dossier.ts'

const w = words.signing
/** Types an office writes itself; laws and decrees come from above. */
const NOT_OURS = ['công văn', 'nghị định', 'thông tư liên tịch', 'thông tư', 'pháp lệnh', 'luật']
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const TYPE_OPTIONS = DOCUMENT_TYPES.filter(([name]) => !NOT_OURS.includes(name)).map(([name]) => ({
  value: name.toUpperCase(),
  label: capital(name),
}))
export const LETTER = 'CÔNG VĂN'
const KIND_OF: Record<string, 'plan' | 'report' | 'letter'> = {
  'KẾ HOẠCH': 'plan',
  'CHƯƠNG TRÌNH': 'plan',
  'CHƯƠNG TRÌNH HÀNH ĐỘNG': 'plan',
  'BÁO CÁO': 'report',
}

interface Props {
  onClose: () => void
  /** The paper of a duty: where it is opened, and what is proposed for it. */
  duty?: { assignmentId: string; type: string | null; subject: string }
}

export function NewPaperDialog({ onClose, duty }: Props) {
  const { agency } = useSession()
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  const committee = agencies.data?.find(({ kind, endedOn }) => kind === 'province-committee' && !endedOn)
  const [type, setType] = useState(duty?.type ?? LETTER)
  const [subject, setSubject] = useState(duty?.subject ?? '')
  const [issuer, setIssuer] = useState<'own' | 'province'>('own')
  const [faults, setFaults] = useState<FieldFaults>({})
  const key = useRef(newKey())
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = {
    ...(duty ? {} : { kind: KIND_OF[type] ?? 'letter' }),
    ...{ type: type === LETTER ? null : type, subject },
    agencyId: issuer === 'province' ? (committee?.id ?? null) : null,
  }
  const open = useMutation({
    mutationFn: () =>
      send(duty ? `/api/dossiers/of-assignment/${duty.assignmentId}` : '/api/dossiers', {
        ...{ body: form, key: key.current, answer: Opened },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: KEY })
      await navigate({ to: '/papers/$id', params: { id } as never })
    },
    onError: () => {
      key.current = newKey()
    },
  })
  const submit = () => {
    const wrong = faultsIn(duty ? DutyPaperForm : BlankForm, form)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) open.mutate()
  }
  return (
    <FormDialog
      title={duty ? w.dutyPaper : w.newPaper}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
      isPending={open.isPending}
      error={open.error}
    >
      <Select
        label={w.type}
        data={[{ value: LETTER, label: w.letter }, ...TYPE_OPTIONS]}
        value={type}
        onChange={(next) => next && setType(next)}
        allowDeselect={false}
        searchable
        nothingFoundMessage={words.common.none}
      />
      <Textarea
        label={w.subject}
        description={w.subjectHint}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={subject}
        error={faults.subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        data-autofocus
      />
      <Radio.Group
        label={w.issuer}
        value={issuer}
        onChange={(next) => setIssuer(next === 'province' ? 'province' : 'own')}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="own" label={duty ? w.bearerIssues : (agency?.name ?? w.ownAgency)} />
          {committee && committee.id !== agency?.id && (
            <Radio value="province" label={w.writtenFor(committee.name)} />
          )}
        </Stack>
      </Radio.Group>
    </FormDialog>
  )
}
