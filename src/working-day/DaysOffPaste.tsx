// A list of days pasted in: checked line by line first, entered as a whole afterwards.
import { Alert, Button, Group, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey, send } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DaysOffImport } from './day-off.ts'

const w = words.daysOff
const ask = (text: string, isDry: boolean, key: string) =>
  send(`/api/days-off/import?dryRun=${isDry}`, { body: { text }, key, answer: DaysOffImport })

export function DaysOffPaste({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const check = useMutation({ mutationFn: () => ask(text, true, newKey()) })
  const carryOut = useMutation({ mutationFn: () => ask(text, false, key), onSuccess: onDone })
  const change = (next: string) => {
    setText(next)
    setKey(newKey())
    check.reset()
    carryOut.reset()
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={w.paste}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {w.paste}
          </Title>
          <Button variant="default" size="compact-sm" onClick={onClose}>
            {words.common.close}
          </Button>
        </Group>
        <Textarea
          label={w.pasteLabel}
          description={w.pasteHint}
          styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
          autosize
          minRows={5}
          maxRows={16}
          data-autofocus
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        {check.error && <Failure error={check.error} />}
        {carryOut.error && <Failure error={carryOut.error} />}
        {carryOut.data ? (
          <Alert color="teal" variant="light" role="status" c="dark.9">
            {w.added(carryOut.data.days.length)}
          </Alert>
        ) : check.data ? (
          <Checked result={check.data} isBusy={carryOut.isPending} onCarryOut={() => carryOut.mutate()} />
        ) : (
          <Group>
            <Button onClick={() => check.mutate()} loading={check.isPending} disabled={text.trim() === ''}>
              {w.check}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  )
}

interface CheckedProps {
  result: DaysOffImport
  isBusy: boolean
  onCarryOut: () => void
}

function Checked({ result: { days, known, faults }, isBusy, onCarryOut }: CheckedProps) {
  if (faults.length > 0)
    return (
      <Stack gap="xs" role="status">
        <Alert color="red" variant="light" p="xs">
          {w.importFaults(faults.length)}
        </Alert>
        <Table withTableBorder>
          <Table.Tbody>
            {faults.map(({ line, message }) => (
              <Table.Tr key={`${line} ${message}`}>
                <Table.Th w={90}>{w.line(line)}</Table.Th>
                <Table.Td>{message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    )
  if (days.length === 0) return <Alert color="gray">{w.nothingNew}</Alert>
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{w.wouldAdd(days.length, known)}</Text>
      <Table withTableBorder verticalSpacing={4}>
        <Table.Tbody>
          {days.map(({ day, kind, name }) => (
            <Table.Tr key={day}>
              <Table.Td w={110}>{words.day(day)}</Table.Td>
              <Table.Td w={130}>{w.kinds[kind]}</Table.Td>
              <Table.Td>{name}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button onClick={onCarryOut} loading={isBusy}>
          {w.carryOut(days.length)}
        </Button>
      </Group>
    </Stack>
  )
}
