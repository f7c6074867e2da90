// The signed paper brought back: number, date, signer and the PDF.
import { Button, FileInput, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import * as words from '../vocabulary/words.ts'
import { type Dossier, IssueForm } from './exchange.ts'

const w = words.signing

interface Props {
  dossier: Dossier
  isPending: boolean
  /** What the server said of its fields. */
  said: FieldFaults
  onIssue: (form: FormData) => void
  onCancel: () => void
}

export function IssueFields({ dossier, isPending, said, onIssue, onCancel }: Props) {
  const { nextNumber, paper, today, agency } = dossier
  const [number, setNumber] = useState<number | ''>(nextNumber ?? '')
  const [symbol, setSymbol] = useState(paper.symbol)
  const [signedOn, setSignedOn] = useState<string | null>(today)
  const [signer, setSigner] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [own, setFaults] = useState<FieldFaults>({})
  const faults = { ...said, ...own }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fields = { number: number === '' ? Number.NaN : number, symbol, signedOn: signedOn ?? '', signer }
    const wrong = { ...faultsIn(IssueForm, fields), ...(file ? {} : { file: w.signedFileMissing }) }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0 || !file) return
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
    form.append('file', file)
    onIssue(form)
  }
  return (
    <form noValidate onSubmit={submit} aria-label={w.steps.issue}>
      <Stack gap="sm">
        <Text size="sm" c="gray.8">
          {w.issueHint(agency.name)}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <NumberInput
            label={w.number}
            description={nextNumber ? w.nextNumber(words.number(nextNumber)) : undefined}
            required
            min={1}
            max={99_999}
            allowDecimal={false}
            value={number}
            error={faults.number}
            onChange={(next) => setNumber(next === '' ? '' : Number(next))}
          />
          <TextInput
            label={w.symbol}
            description={w.symbolHint}
            required
            maxLength={60}
            value={symbol}
            error={faults.symbol}
            onChange={(event) => setSymbol(event.currentTarget.value)}
          />
          <DayInput
            label={w.signedOn}
            required
            maxDate={today}
            value={signedOn}
            error={faults.signedOn}
            onChange={setSignedOn}
          />
          <TextInput
            label={w.signer}
            required
            maxLength={100}
            value={signer}
            error={faults.signer}
            onChange={(event) => setSigner(event.currentTarget.value)}
          />
        </SimpleGrid>
        <FileInput
          label={w.signedPdf}
          description={w.signedPdfHint}
          required
          accept=".pdf,application/pdf"
          placeholder={w.choosePdf}
          value={file}
          error={faults.file}
          onChange={setFile}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {w.steps.issue}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
