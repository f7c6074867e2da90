// All registers: how many rows, in which states, when something last came in.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Overview } from './kit/exchange.ts'
import { type Register, type RegisterGroup, say } from './kit/register.ts'
import { REGISTERS } from './registers.ts'
import { printValue } from './show.ts'
import { useOverview } from './use-register.ts'
import './register.css'

const w = words.registerPage
type One = Overview[number]

export function RegistersPage() {
  const { data, error, refetch } = useOverview()
  const groups = [...new Set(REGISTERS.map(({ group }) => group))]
  return (
    <Page title={w.overview}>
      <Text size="sm" maw={720}>
        {w.overviewHint}
      </Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && groups.map((group) => <OneGroup key={group} group={group} all={data} />)}
    </Page>
  )
}

function OneGroup({ group, all }: { group: RegisterGroup; all: Overview }) {
  const shown = REGISTERS.filter((register) => register.group === group).flatMap((register) => {
    const one = all.find(({ name }) => name === register.name)
    return one ? [{ register, one }] : []
  })
  if (shown.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label={w.groups[group]}>
      <Title order={2} size="h4">
        {w.groups[group]}
      </Title>
      <div className="register-cards">
        {shown.map(({ register, one }) => (
          <Card key={register.name} register={register} one={one} />
        ))}
      </div>
    </Stack>
  )
}

function Card({ register, one }: { register: Register; one: One }) {
  const label = say(register.label)
  const to = { to: '/registers/$name', params: { name: register.name } as never }
  return (
    <article className="register-card" aria-label={label}>
      <Group justify="space-between" align="baseline" wrap="nowrap" gap="xs">
        <Title order={3} size="h5">
          <Anchor component={Link} {...to} inherit c="lake.9">
            {label}
          </Anchor>
        </Title>
        <Text fw={700} size="lg" style={{ whiteSpace: 'nowrap' }}>
          {words.number(one.count)}
        </Text>
      </Group>
      {one.count === 0 || !register.states ? (
        <Text size="sm" c="gray.7" lineClamp={4}>
          {say(register.about)}
        </Text>
      ) : (
        <States register={register} one={one} />
      )}
      <Text size="xs" c="gray.7">
        {lastWord(one)}
      </Text>
      <Group gap="xs" mt="auto">
        <Button component={Link} {...to} size="xs" variant="default" aria-label={`${w.open}: ${label}`}>
          {w.open}
        </Button>
        {one.may.create === null && (
          <Button
            component={Link}
            to="/registers/$name/new"
            params={{ name: register.name } as never}
            size="xs"
            variant="subtle"
            aria-label={w.addOne(say(register.one))}
          >
            {w.add}
          </Button>
        )}
      </Group>
    </article>
  )
}

function lastWord({ lastImport, lastChange, count }: One): string | null {
  if (lastImport) return w.lastImport(words.moment(lastImport.at), lastImport.fileName)
  if (lastChange && count > 0) return w.lastChange(words.moment(lastChange.at), lastChange.actor)
  return null
}

/** The states that have rows, each with its figure and a bar of its share; the name leads to the list of them. */
function States({ register, one }: { register: Register; one: One }) {
  const { states, columns } = register
  const column = states && columns[states.column]
  if (!states || column?.kind !== 'choice') return null
  const shown = column.options.map(({ value }) => value).filter((value) => (one.states[value] ?? 0) > 0)
  return (
    <div className="register-states">
      {shown.map((value) => {
        const n = one.states[value] ?? 0
        return (
          <Fragment key={value}>
            <Anchor
              component={Link}
              to="/registers/$name"
              params={{ name: register.name } as never}
              search={{ [states.column]: value } as never}
              size="xs"
              c="dark.9"
            >
              {printValue(column, value, {})}
            </Anchor>
            <div className="register-bar" aria-hidden>
              <span style={{ width: `${(100 * n) / one.count}%` }} />
            </div>
            <Text size="xs" className="register-figure">
              {words.number(n)}
            </Text>
          </Fragment>
        )
      })}
    </div>
  )
}
