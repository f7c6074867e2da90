// A deed with a few words, in its place on the page: a button that opens its form.
import { Button, Card, Group, Stack, Text, Textarea, Tooltip } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { useWrite, type Write } from './use-rating.ts'

interface Props {
  label: string
  /** Says more than the label to those who hear it. */
  said?: string
  hint?: string
  textLabel: string
  /** Why not, as a tooltip on the greyed-out button. */
  whyNot?: string | null
  /** Without words nothing is sent, and this is said. */
  missing: string
  variant?: 'filled' | 'default' | 'subtle'
  isSmall?: boolean
  /** Further fields, and what is wrong with them in words. */
  children?: ReactNode
  fault?: string | null
  write: (text: string) => Write
}

export function SmallForm({
  label,
  said,
  hint,
  textLabel,
  whyNot = null,
  missing,
  variant = 'default',
  isSmall,
  children,
  fault,
  write,
}: Props) {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const close = () => {
    setOpen(false)
    setText('')
    setTried(false)
  }
  const save = useWrite(close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() && !fault && !save.isPending) save.mutate(write(text))
  }
  if (!isOpen)
    return (
      <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
        <Button
          variant={variant}
          size={isSmall ? 'compact-sm' : 'sm'}
          className="long-label"
          aria-label={said}
          data-disabled={whyNot ? true : undefined}
          aria-disabled={whyNot ? true : undefined}
          onClick={() => whyNot || setOpen(true)}
        >
          {label}
        </Button>
      </Tooltip>
    )
  return (
    <Card withBorder p="sm" component="form" onSubmit={submit} noValidate w="100%">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {said ?? label}
        </Text>
        {hint && (
          <Text size="sm" c="gray.7">
            {hint}
          </Text>
        )}
        {children}
        {isTried && fault && (
          <Text size="sm" c="red.9" role="alert">
            {fault}
          </Text>
        )}
        <Textarea
          label={textLabel}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isTried && !text.trim() ? missing : null}
          autosize
          minRows={2}
          maxRows={8}
          data-autofocus
        />
        {save.error && <Failure error={save.error} />}
        <Group gap="xs">
          <Button type="submit" size="sm" loading={save.isPending}>
            {words.common.save}
          </Button>
          <Button variant="subtle" size="sm" onClick={close}>
            {words.common.cancel}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
