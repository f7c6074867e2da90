// Signing in, and setting one's own password after a one-time code.
import { Button, Container, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { send } from '../http/client.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Session } from './identity.ts'
import { useSetSession } from './session.tsx'

export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Container size={440} py="xl" component="main" id="content">
      <Title order={1} size="h2" ta="center" mb={4}>
        {words.product}
      </Title>
      <Text ta="center" c="gray.7" mb="lg">
        {title}
      </Text>
      <Paper withBorder p="lg" radius="md" mb="md">
        {children}
      </Paper>
      <LanguageSwitch />
    </Container>
  )
}

export function SignInPage({ beside }: { beside?: ReactNode }) {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const setSession = useSetSession()
  const signIn = useMutation({
    mutationFn: () => send('/api/session', { body: { login, password }, answer: Session }),
    onSuccess: setSession,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <Doorway title={words.identity.signIn}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={words.identity.login}
            autoComplete="username"
            required
            autoFocus
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.identity.password}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {signIn.error && <Failure error={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            {words.identity.signIn}
          </Button>
        </Stack>
      </form>
      {beside}
    </Doorway>
  )
}

export function SetPasswordPage() {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const setSession = useSetSession()
  const save = useMutation({
    mutationFn: () => send('/api/session/password', { method: 'PUT', body: { password }, answer: Session }),
    onSuccess: setSession,
  })
  const differs = again !== '' && again !== password
  return (
    <Doorway title={words.identity.setPasswordFirst}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!differs && again) save.mutate()
        }}
      >
        <Stack>
          <PasswordInput
            label={words.identity.newPassword}
            description={words.identity.newPasswordHint}
            autoComplete="new-password"
            required
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.identity.newPasswordAgain}
            autoComplete="new-password"
            required
            value={again}
            error={differs ? words.identity.passwordsDiffer : null}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          {save.error && <Failure error={save.error} />}
          <Button type="submit" loading={save.isPending}>
            {words.identity.setPassword}
          </Button>
        </Stack>
      </form>
    </Doorway>
  )
}
