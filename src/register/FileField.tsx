// A file of a row: chosen, sent up at once, named by the form. Papers with a secrecy mark are refused on the way.
import { Button, CloseButton, FileButton, Group, Input, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { send } from '../http/client.ts'
import * as words from '../vocabulary/words.ts'
import { Stored } from './kit/exchange.ts'
import type { Register } from './kit/register.ts'

const w = words.registerPage

interface Props {
  register: Register
  label: string
  description?: string | undefined
  required: boolean
  error: ReactNode
  hash: string | null
  name: string | null
  onChange: (file: { hash: string; name: string } | null) => void
  onBusy: (isBusy: boolean) => void
}

export function FileField({
  register,
  label,
  description,
  required,
  error,
  hash,
  name,
  onChange,
  onBusy,
}: Props) {
  const [sending, setSending] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File | null) => {
    if (!file) return
    const form = new FormData()
    form.append('file', file)
    setProblem(null)
    setSending(file.name)
    onBusy(true)
    try {
      onChange(await send(`/api/registers/${register.name}/files`, { form, answer: Stored }))
    } catch (refused) {
      setProblem(refused instanceof Error ? refused.message : words.common.failed)
    }
    setSending(null)
    onBusy(false)
  }
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      withAsterisk={required}
      error={problem ?? error}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <Group gap="xs" mt={4}>
        <FileButton onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" aria-label={`${w.chooseFile}: ${label}`}>
              {w.chooseFile}
            </Button>
          )}
        </FileButton>
        {sending && (
          <Text size="sm" role="status">
            {w.uploading(sending)}
          </Text>
        )}
        {hash && !sending && (
          <Group gap={4} wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name ?? w.openFile}
            </Text>
            <CloseButton size="sm" aria-label={w.clear(label)} onClick={() => onChange(null)} />
          </Group>
        )}
      </Group>
    </Input.Wrapper>
  )
}
