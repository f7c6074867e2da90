// Small screen parts without domain: page frame, empty page, failure, state of loading.
import { Alert, Button, Center, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import * as words from '../vocabulary/words.ts'

export function Page({
  title,
  actions,
  children,
}: {
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={1} size="h3">
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}

/** Every empty page says what comes here and how. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Center mih={160} p="lg" style={{ border: '1px dashed var(--mantine-color-gray-4)', borderRadius: 8 }}>
      <Stack align="center" gap="sm" maw={560}>
        <Text ta="center" c="gray.7">
          {children}
        </Text>
        {action}
      </Stack>
    </Center>
  )
}

export function Loading() {
  return (
    <Center mih={160} role="status" aria-label={words.common.loading}>
      <Loader />
    </Center>
  )
}

interface Fault {
  at: string
  message: string
}

/** A refusal of the server carries its faults field by field; any other error has none. */
const faultsOf = (error: unknown): Fault[] =>
  error instanceof Error && 'faults' in error && Array.isArray(error.faults) ? error.faults : []

/** What was refused for a reason is refused again; a lost connection, a fault or an old version may pass next time. */
const isWorthRetrying = (error: unknown) =>
  !(error instanceof Error && 'status' in error) ||
  ![401, 403, 404, 409, 413, 422].includes(Number(error.status))

const isSignedOut = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'session.missing'

/** A refusal as the server worded it, with what is wrong field by field. */
export function Failure({
  error,
  title = words.common.failed,
  onRetry,
}: {
  error: unknown
  title?: string
  onRetry?: () => void
}) {
  const faults = faultsOf(error)
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <Text size="sm">{error instanceof Error ? error.message : String(error)}</Text>
      {faults.map((fault) => (
        <Text size="sm" key={`${fault.at} ${fault.message}`}>
          {fault.at && <b>{fault.at}: </b>}
          {fault.message}
        </Text>
      ))}
      {onRetry && isWorthRetrying(error) && (
        <Button size="xs" variant="white" mt="xs" mr="xs" onClick={onRetry}>
          {words.common.retry}
        </Button>
      )}
      {isSignedOut(error) && (
        // Beside this page, so that what was typed here is still there afterwards.
        <Button size="xs" variant="white" mt="xs" component="a" href="/" target="_blank">
          {words.identity.signIn}
        </Button>
      )}
    </Alert>
  )
}

/** The foot of a dialog: out of it, and the one thing it does. */
export function DialogActions({
  onCancel,
  isCancelFirst = false,
  isFoot = false,
  children,
}: {
  onCancel: () => void
  /** Where the deed cannot be undone, Enter means no. */
  isCancelFirst?: boolean
  /** Stays in view under a long list. */
  isFoot?: boolean
  children: ReactNode
}) {
  return (
    <Group justify="flex-end" className={isFoot ? 'dialog-foot' : undefined}>
      <Button variant="default" onClick={onCancel} data-autofocus={isCancelFirst || undefined}>
        {words.common.cancel}
      </Button>
      {children}
    </Group>
  )
}

/** A titled part of a page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  )
}
