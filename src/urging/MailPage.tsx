// The mail server: how it stands, its settings, a test, and what was sent. Without any of it everything else works.
import {
  Alert,
  Badge,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { Pages } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { MailForm, MailList, MailSetting, SECURITIES, Tested } from './mail.ts'

const w = words.mail
const KEY = ['mail']

export function MailPage() {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'setting'],
    queryFn: () => get('/api/mail', MailSetting),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={w.title}>
      <Text size="sm">{w.explain}</Text>
      <State setting={data} />
      <Settings setting={data} />
      <Sent />
    </Page>
  )
}

function State({ setting: { host, testedAt, failingSince, failure, counts } }: { setting: MailSetting }) {
  const said = !host ? w.off : !testedAt ? w.untested : w.tested(words.moment(testedAt))
  return (
    <Part title={w.state}>
      <Text size="sm">{said}</Text>
      {failingSince && (
        <Alert color="red" variant="light" p="xs">
          <Text size="sm">{w.failing(words.moment(failingSince), failure)}</Text>
        </Alert>
      )}
      {testedAt && <Text size="sm">{w.counts(counts)}</Text>}
    </Part>
  )
}

const Version = z.object({ version: z.number().int() })

function Settings({ setting }: { setting: MailSetting }) {
  const client = useQueryClient()
  const {
    hasPassword,
    version,
    testedAt: _,
    failingSince: __,
    failure: ___,
    counts: ____,
    ...saved
  } = setting
  const [fields, setFields] = useState({ ...saved, baseUrl: saved.baseUrl || location.origin, password: '' })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [isChanged, setChanged] = useState(false)
  const save = useMutation({
    mutationFn: (body: MailForm) => send('/api/mail', { method: 'PUT', version, body, answer: Version }),
    onSuccess: () => {
      setChanged(false)
      setFields((now) => ({ ...now, password: '' }))
      return client.invalidateQueries({ queryKey: KEY })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = MailForm.safeParse({ ...fields, password: fields.password || undefined })
    setFaults(
      form.success
        ? {}
        : Object.fromEntries(form.error.issues.map(({ path, message }) => [String(path[0]), message])),
    )
    if (form.success) save.mutate(form.data)
  }
  const set = (part: Partial<typeof fields>) => {
    setChanged(true)
    setFields({ ...fields, ...part })
  }
  const field = (name: 'baseUrl' | 'morningAt' | 'quietFrom' | 'quietTo' | 'host' | 'user' | 'from') => ({
    value: fields[name],
    error: faults[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Part title={w.server}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <TextInput label={w.host} {...field('host')} />
              <NumberInput
                label={w.port}
                value={fields.port}
                min={1}
                max={65535}
                allowDecimal={false}
                hideControls
                error={faults.port}
                onChange={(value) => set({ port: Number(value) })}
              />
              <NativeSelect
                label={w.security}
                value={fields.security}
                data={SECURITIES.map((value) => ({ value, label: w.securities[value] }))}
                onChange={(event) =>
                  set({ security: MailSetting.shape.security.parse(event.currentTarget.value) })
                }
              />
              <TextInput type="email" label={w.from} {...field('from')} />
              <TextInput label={w.user} description={w.userHint} autoComplete="off" {...field('user')} />
              <PasswordInput
                label={w.password}
                description={hasPassword ? w.passwordKept : w.passwordHint}
                autoComplete="new-password"
                value={fields.password}
                onChange={(event) => set({ password: event.currentTarget.value })}
              />
              <TextInput label={w.baseUrl} description={w.baseUrlHint} {...field('baseUrl')} />
            </SimpleGrid>
          </Part>
          <Part title={w.hours}>
            <Text size="sm">{w.hoursHint}</Text>
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
              <TextInput
                placeholder="06:30"
                inputMode="numeric"
                label={w.morningAt}
                {...field('morningAt')}
              />
              <TextInput
                placeholder="06:30"
                inputMode="numeric"
                label={w.quietFrom}
                {...field('quietFrom')}
              />
              <TextInput placeholder="06:30" inputMode="numeric" label={w.quietTo} {...field('quietTo')} />
            </SimpleGrid>
          </Part>
          {save.error && <Failure error={save.error} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
            <Text size="sm" role="status">
              {save.isSuccess && !isChanged && w.saved}
            </Text>
          </Group>
        </Stack>
      </form>
      {/* While settings are on their way the version here is the old one. */}
      <Test version={version} isChanged={isChanged || save.isPending} isSet={setting.host !== ''} />
    </>
  )
}

function Test({ version, isChanged, isSet }: { version: number; isChanged: boolean; isSet: boolean }) {
  const client = useQueryClient()
  const [to, setTo] = useState('')
  const test = useMutation({
    mutationFn: () => send('/api/mail/test', { version, body: { to }, answer: Tested }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const why = !isSet ? w.noHost : isChanged ? w.saveFirst : null
  return (
    <Part title={w.test}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          test.mutate()
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            label={w.testTo}
            value={to}
            autoComplete="email"
            style={{ flexGrow: 1, maxWidth: 420 }}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={why !== null || to === ''}
            loading={test.isPending}
          >
            {w.test}
          </Button>
        </Group>
      </form>
      {why && <Text size="sm">{why}</Text>}
      {test.error && <Failure error={test.error} />}
      <Text size="sm" role="status">
        {test.isSuccess && w.testDone}
      </Text>
    </Part>
  )
}

const COLOUR = { waiting: 'orange.9', sent: 'teal.9', failed: 'red.9', dropped: 'gray.7' } as const

function Sent() {
  const after = z.string().safeParse((useSearch({ strict: false }) as { after?: unknown }).after).data
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'sent', after],
    queryFn: () => get(`/api/mail/sent${after ? `?after=${encodeURIComponent(after)}` : ''}`, MailList),
    placeholderData: keepPreviousData,
  })
  return (
    <Part title={w.sent}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.mails.length === 0 && <Empty>{w.sentEmpty}</Empty>}
      {data && data.mails.length > 0 && (
        <Table.ScrollContainer minWidth={300}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.person}</Table.Th>
                <Table.Th>{w.what}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.mails.map((mail) => (
                <Table.Tr key={mail.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {mail.person}
                    <Text size="sm" c="gray.7">
                      {mail.address}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={6}>
                      <Badge variant="outline" tt="none" color={COLOUR[mail.state]}>
                        {w.states[mail.state]}
                      </Badge>
                      <Text size="sm">
                        {w.kinds[mail.kind]}, {words.moment(mail.at)}
                        {mail.tries > 0 && `, ${w.tries(mail.tries)}`}
                      </Text>
                    </Group>
                    {mail.failure && <Text size="sm">{mail.failure}</Text>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pages to="/mail" filter={{ after }} next={data?.next} />
    </Part>
  )
}
