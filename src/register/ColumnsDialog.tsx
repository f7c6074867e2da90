// Which columns the list shows; what is chosen stands in the address at once.
import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { listedColumns } from './kit/filter.ts'
import { type Register, say } from './kit/register.ts'

const w = words.registerPage

export default function ColumnsDialog({
  register,
  shown,
  onChange,
  onClose,
}: {
  register: Register
  shown: readonly string[]
  /** "name,members", or undefined: the columns of the register. */
  onChange: (columns: string | undefined) => void
  onClose: () => void
}) {
  const all = [...Object.entries(register.columns), ...Object.entries(register.derived ?? {})]
  const usual = listedColumns(register)
  const choose = (name: string, isOn: boolean) => {
    // In the order of the definition, so that the same choice is the same address.
    const next = all.map(([one]) => one).filter((one) => (one === name ? isOn : shown.includes(one)))
    const isUsual = next.length === usual.length && next.every((one) => usual.includes(one))
    onChange(isUsual ? undefined : next.join(','))
  }
  return (
    <Modal opened onClose={onClose} title={w.columns} size="lg">
      <Stack>
        <Text size="sm">{w.columnsHint}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {all.map(([name, { label }]) => (
            <Checkbox
              key={name}
              label={say(label)}
              checked={shown.includes(name)}
              disabled={shown.length === 1 && shown.includes(name)}
              onChange={(event) => choose(name, event.currentTarget.checked)}
            />
          ))}
        </SimpleGrid>
        <Group justify="space-between">
          <Button variant="default" onClick={() => onChange(undefined)}>
            {w.usualColumns}
          </Button>
          <Button onClick={onClose}>{words.common.close}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
