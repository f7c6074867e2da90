// A directory with its people from Excel: template, file, dry run, and only then the real run with its codes.
import { Alert, Button, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey, send } from '../http/client.ts'
import { PrintedCodes } from '../identity/PrintedCodes.tsx'
import { useWhyNot } from '../identity/session.tsx'
import { FileDrop, useFileChooser } from '../ui/FileDrop.tsx'
import { Failure } from '../ui/parts.tsx'
import { language } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'
import { ImportResult } from './columns.ts'

const upload = (file: File, isDry: boolean, key: string) => {
  const form = new FormData()
  form.append('file', file)
  return send(`/api/agencies/import?dryRun=${isDry}`, { form, key, answer: ImportResult })
}

export function ImportPanel({ onClose, onImported }: { onClose: () => void; onImported: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState(newKey)
  const check = useMutation({ mutationFn: (chosen: File) => upload(chosen, true, newKey()) })
  const carryOut = useMutation({
    mutationFn: (chosen: File) => upload(chosen, false, key),
    onSuccess: onImported,
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    setKey(newKey())
    carryOut.reset()
    check.mutate(chosen)
  }
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-label={words.agencyPages.import}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {words.agencyPages.import}
        </Title>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {carryOut.data?.codes.length ? words.accounts.codesDone : words.common.close}
        </Button>
      </Group>
      {carryOut.data ? (
        <Imported result={carryOut.data} />
      ) : (
        <Stack gap="sm">
          <Steps />
          <FilePlace name={file?.name ?? null} isBusy={check.isPending} onChoose={choose} />
          {check.error && <Failure error={check.error} />}
          {check.data && file && (
            <Checked
              result={check.data}
              isBusy={carryOut.isPending}
              onCarryOut={() => carryOut.mutate(file)}
            />
          )}
          {carryOut.error && <Failure error={carryOut.error} />}
        </Stack>
      )}
    </Paper>
  )
}

function Steps() {
  const whyNoPeople = useWhyNot('account.write')
  return (
    <List type="ordered" size="sm" spacing={4}>
      <List.Item>
        <a href={`/api/agencies/template.xlsx?language=${language}`} download>
          {words.agencyPages.template}
        </a>
        {words.agencyPages.templateHint}
      </List.Item>
      <List.Item>{whyNoPeople ? words.agencyPages.fillNoPeople : words.agencyPages.fill}</List.Item>
      <List.Item>{words.agencyPages.dropHint}</List.Item>
    </List>
  )
}

function FilePlace({
  name,
  isBusy,
  onChoose,
}: {
  name: string | null
  isBusy: boolean
  onChoose: (file: File) => void
}) {
  const { open, input } = useFileChooser('.xlsx,.csv', words.agencyPages.choose, onChoose)
  return (
    <Paper p="md" radius="md" bg="gray.0" style={{ border: '1px dashed var(--mantine-color-gray-5)' }}>
      <FileDrop label={words.agencyPages.drop} onFile={isBusy ? null : onChoose} />
      <Group justify="center" gap="sm">
        {input}
        <Button onClick={open} variant="light" loading={isBusy}>
          {words.agencyPages.choose}
        </Button>
        <Text size="sm" c="gray.8" style={{ overflowWrap: 'anywhere' }}>
          {name ?? words.agencyPages.orDrop}
        </Text>
      </Group>
    </Paper>
  )
}

function Checked({
  result,
  isBusy,
  onCarryOut,
}: {
  result: ImportResult
  isBusy: boolean
  onCarryOut: () => void
}) {
  const { agencies, people, known, faults } = result
  const isNothing = agencies + people === 0
  return (
    <Stack gap="sm" role="status">
      {faults.length === 0 && <Text size="sm">{words.agencyPages.wouldAdd(agencies, people, known)}</Text>}
      {faults.length > 0 && <Faults faults={faults} />}
      {faults.length === 0 && isNothing && <Alert color="gray">{words.agencyPages.nothingNew}</Alert>}
      {faults.length === 0 && !isNothing && (
        <Group>
          <Button onClick={onCarryOut} loading={isBusy}>
            {words.agencyPages.carryOut}
          </Button>
          {people > 0 && (
            <Text size="sm" c="gray.7">
              {words.agencyPages.codesFollow(people)}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}

function Faults({ faults }: { faults: ImportResult['faults'] }) {
  return (
    <>
      <Alert color="red" variant="light" p="xs">
        {words.agencyPages.importFaults(faults.length)}
      </Alert>
      <Table.ScrollContainer
        minWidth={280}
        maxHeight={320}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table withTableBorder stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={60}>{words.agencyPages.row}</Table.Th>
              <Table.Th>{words.agencyPages.column}</Table.Th>
              <Table.Th>{words.agencyPages.fault}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map(({ row, column, message }) => (
              <Table.Tr key={`${row} ${column} ${message}`}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{words.agency.columns[column]}</Table.Td>
                <Table.Td>{message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function Imported({ result: { agencies, people, codes } }: { result: ImportResult }) {
  return (
    <Stack gap="sm">
      <Alert color="teal" variant="light" p="xs" role="status">
        {words.agencyPages.added(agencies, people)}
      </Alert>
      {people > 0 && codes.length === 0 && <Alert color="orange">{words.agencyPages.codesLost}</Alert>}
      {codes.length > 0 && <PrintedCodes codes={codes} />}
    </Stack>
  )
}
