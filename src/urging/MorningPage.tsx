// What this person has to do today: what burns first, then what waits for their decision; the same as text for Zalo.
import { Anchor, Button, Group, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ChoiceForm, MailChoice } from './mail.ts'
import { farOf, Morning, type MorningRow, type MorningSection, pathOf, type Section } from './morning.ts'
import './urging.css'

const w = words.urging

/** Where all of a section stand. */
const WHOLE: Record<Section, { to: string; search: object }> = {
  overdue: { to: '/work', search: { state: 'overdue' } },
  today: { to: '/work', search: { state: 'soon' } },
  soon: { to: '/work', search: { state: 'soon' } },
  returned: { to: '/work', search: { state: 'open' } },
  approve: { to: '/work/desk', search: { kind: 'approve' } },
  confirm: { to: '/work/desk', search: { kind: 'confirm' } },
  extension: { to: '/work/desk', search: { kind: 'extension' } },
  report: { to: '/reports', search: {} },
  opinion: { to: '/papers', search: {} },
  mention: { to: '/mentions', search: {} },
  led: { to: '/items', search: { state: 'overdue' } },
}

export function MorningPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'morning'],
    queryFn: () => get('/api/morning', Morning),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={w.morningTitle(words.day(data.day))}>
      {data.sections.length === 0 && <Empty>{w.nothing}</Empty>}
      {data.sections.map((section) => (
        <Rows key={section.name} section={section} />
      ))}
      <Copy text={data.text} />
      <ByMail />
    </Page>
  )
}

function Rows({ section: { name, n, rows } }: { section: MorningSection }) {
  const { to, search } = WHOLE[name]
  return (
    <Part title={`${w.sections[name]} (${words.number(n)})`}>
      <ol className="morning-rows">
        {rows.map((row) => (
          <li key={`${row.id} ${row.text}`}>
            <Anchor component={Link} to={pathOf(row)} lineClamp={3}>
              {row.text}
            </Anchor>
            <Said row={row} />
          </li>
        ))}
      </ol>
      {n > rows.length && (
        <Anchor component={Link} to={to} search={search as never} size="sm">
          {w.all(n)}
        </Anchor>
      )}
    </Part>
  )
}

function Said({ row }: { row: MorningRow }) {
  const isLate = row.daysLeft !== null && row.daysLeft < 0
  const facts = [
    row.agency,
    row.isCoordinating && w.coordinating,
    row.plan,
    row.standsInFor && w.inPlaceOf(row.standsInFor),
  ].filter(Boolean)
  return (
    <Text size="sm" c="gray.7" component="div">
      {row.dueOn && (
        <Text span size="sm" fw={600} c={isLate ? 'red.9' : 'dark.9'}>
          {farOf(row)}
          {facts.length > 0 && '. '}
        </Text>
      )}
      {facts.join('; ')}
    </Text>
  )
}

function Copy({ text }: { text: string }) {
  const [state, setState] = useState<'copied' | 'failed' | null>(null)
  // Only over https do browsers hand out the clipboard; the text below can be selected anywhere.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <Part title={w.text}>
      <Group>
        <Button onClick={() => void copy()}>{w.copy}</Button>
        <Text size="sm" role="status">
          {state === 'copied' && w.copied}
          {state === 'failed' && w.copyFailed}
        </Text>
      </Group>
      <Textarea aria-label={w.text} value={text} readOnly autosize minRows={4} maxRows={12} />
    </Part>
  )
}

const KEY = ['morning', 'mail']

function ByMail() {
  const [isSaved, setSaved] = useState(false)
  const choice = useQuery({ queryKey: KEY, queryFn: () => get('/api/morning/mail', MailChoice) })
  return (
    <Part title={words.mail.choice}>
      {choice.error && <Failure error={choice.error} onRetry={() => void choice.refetch()} />}
      {choice.data && (
        <ChoiceFields
          key={choice.data.version}
          choice={choice.data}
          isSaved={isSaved}
          onSaved={() => setSaved(true)}
        />
      )}
    </Part>
  )
}

function ChoiceFields({
  choice,
  isSaved,
  onSaved,
}: {
  choice: MailChoice
  isSaved: boolean
  onSaved: () => void
}) {
  const m = words.mail
  const client = useQueryClient()
  const [address, setAddress] = useState(choice.address)
  const [wantsList, setList] = useState(choice.wantsList)
  const [wantsMention, setMention] = useState(choice.wantsMention)
  const [fault, setFault] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: (body: ChoiceForm) =>
      send('/api/morning/mail', {
        ...{ method: 'PUT', version: choice.version, body },
        answer: z.object({ version: z.number() }),
      }),
    onSuccess: () => {
      onSaved()
      return client.invalidateQueries({ queryKey: KEY })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = ChoiceForm.safeParse({ address, wantsList, wantsMention })
    setFault(form.success ? null : m.addressForm)
    if (form.success) save.mutate(form.data)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {!choice.isSending && <Text size="sm">{m.choiceOff}</Text>}
        <TextInput
          type="email"
          label={m.address}
          value={address}
          error={fault}
          autoComplete="email"
          maw={420}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Switch
          label={m.wantsList}
          checked={wantsList}
          onChange={(event) => setList(event.currentTarget.checked)}
        />
        <Switch
          label={m.wantsMention}
          checked={wantsMention}
          onChange={(event) => setMention(event.currentTarget.checked)}
        />
        {save.error && <Failure error={save.error} />}
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            {words.common.save}
          </Button>
          <Text size="sm" role="status">
            {isSaved && m.saved}
          </Text>
        </Group>
      </Stack>
    </form>
  )
}
