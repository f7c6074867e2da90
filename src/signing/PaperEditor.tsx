// The text of a draft, part by part: what a clerk changes of a paper. Tables stay as the room that made them filled them.
import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { AUTHORITIES } from '../paper/official.ts'
import { authorityLines } from '../paper/official-text.ts'
import { Failure } from '../ui/parts.tsx'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { BlockList } from './BlockList.tsx'
import { signatureFor } from './blank.ts'
import { type Dossier, PaperEdit } from './exchange.ts'
import { LETTER, TYPE_OPTIONS } from './NewPaperDialog.tsx'
import { dossierKey, useEdit } from './use-dossier.ts'

const w = words.signing

export const editOf = ({ paper }: Pick<Dossier, 'paper'>): PaperEdit => ({
  ...{ type: paper.type, subject: paper.subject, symbol: paper.symbol, place: paper.place },
  ...{ addressees: paper.addressees, basis: paper.basis, recipients: paper.recipients },
  body: paper.body.map((block) => (block.kind === 'table' ? { kind: 'table', at: block.at } : block)),
  signature: {
    ...{ authority: paper.signature.authority, for: paper.signature.for, title: paper.signature.title },
  },
})

const linesOf = (text: string) =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean)

interface Props {
  dossier: Dossier
  /** Told whether something is not saved yet, so that nothing goes out without it. */
  onDirty: (isDirty: boolean) => void
}

export function PaperEditor({ dossier, onDirty }: Props) {
  const [edit, setEdit] = useState(() => editOf(dossier))
  const [isDirty, setDirty] = useState(false)
  const [faults, setFaults] = useState<FieldFaults>({})
  const save = useEdit(dossier)
  const client = useQueryClient()
  const change = (next: Partial<PaperEdit>) => {
    setEdit((before) => ({ ...before, ...next }))
    setDirty(true)
  }
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
  const submit = () => {
    const wrong = faultsIn(PaperEdit, edit)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) save.mutate(edit, { onSuccess: () => setDirty(false) })
  }
  const reload = async () => {
    await client.invalidateQueries({ queryKey: dossierKey(dossier.id) })
    setDirty(false)
  }
  const isOld = save.error instanceof Error && 'status' in save.error && save.error.status === 412
  return (
    <form
      noValidate
      aria-label={w.text}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <Select
            label={w.type}
            data={[{ value: LETTER, label: w.letter }, ...TYPE_OPTIONS, ...unknownType(edit.type)]}
            value={edit.type ?? LETTER}
            onChange={(type) => type && change({ type: type === LETTER ? null : type })}
            allowDeselect={false}
            searchable
          />
          <TextInput
            label={w.symbol}
            description={w.symbolHint}
            maxLength={60}
            value={edit.symbol}
            onChange={(event) => change({ symbol: event.currentTarget.value })}
          />
          <TextInput
            label={w.place}
            maxLength={100}
            value={edit.place}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Textarea
          label={w.subject}
          required
          autosize
          minRows={1}
          maxLength={1000}
          value={edit.subject}
          error={faults.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <Lines
          label={w.addressees}
          value={edit.addressees}
          onChange={(addressees) => change({ addressees })}
        />
        <Lines
          label={w.basis}
          hint={w.basisHint}
          value={edit.basis}
          onChange={(basis) => change({ basis })}
        />
        <BlockList body={edit.body} paper={dossier.paper} onChange={(body) => change({ body })} />
        <Lines
          label={w.recipients}
          value={edit.recipients}
          onChange={(recipients) => change({ recipients })}
        />
        <SignatureFields
          kind={dossier.agency.kind as AgencyKind}
          profile={dossier.paper.profile}
          value={edit.signature}
          onChange={(signature) => change({ signature })}
        />
        {save.error && <Failure error={save.error} />}
        {isOld && (
          <Group>
            <Button variant="default" onClick={() => void reload()}>
              {words.task.reload}
            </Button>
          </Group>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!isDirty}>
            {w.saveText}
          </Button>
          <Text size="sm" c="gray.7" role="status">
            {isDirty ? w.unsaved : save.isSuccess ? w.saved : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  )
}

/** A type that the list does not name stays what it is. */
const unknownType = (type: string | null) =>
  type && !TYPE_OPTIONS.some(({ value }) => value === type) ? [{ value: type, label: type }] : []

interface LinesProps {
  label: string
  hint?: string
  value: readonly string[]
  onChange: (lines: string[]) => void
}

/** One entry a line: typed, or pasted as a whole. */
function Lines({ label, hint = w.onePerLine, value, onChange }: LinesProps) {
  const [text, setText] = useState(value.join('\n'))
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={1}
      maxRows={12}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(linesOf(event.currentTarget.value))
      }}
    />
  )
}

interface SignatureProps {
  kind: AgencyKind
  profile: Dossier['paper']['profile']
  value: PaperEdit['signature']
  onChange: (signature: PaperEdit['signature']) => void
}

/** Who signs, as usual for this kind of agency, and the words of it. */
function SignatureFields({ kind, profile, value, onChange }: SignatureProps) {
  const said = (signature: PaperEdit['signature']) =>
    authorityLines(profile, { ...signature, name: '' }).join(' / ')
  const usual = new Map(
    [null, ...AUTHORITIES].map((one) => signatureFor(kind, one)).map((one) => [said(one), one]),
  )
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <Select
        label={w.signature}
        data={[...new Set([...usual.keys(), said(value)])].filter(Boolean)}
        value={said(value)}
        onChange={(chosen) => {
          const signature = usual.get(chosen ?? '')
          if (signature) onChange(signature)
        }}
        allowDeselect={false}
      />
      <Textarea
        label={w.signsFor}
        autosize
        minRows={1}
        value={value.for}
        onChange={(event) => onChange({ ...value, for: event.currentTarget.value })}
      />
      <TextInput
        label={w.signerTitle}
        value={value.title}
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
