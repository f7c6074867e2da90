// One row: what it says today, the steps that may follow, what points to it, and how it came to be as it is.
import { Alert, Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { send } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { HistoryPart } from './HistoryPart.tsx'
import { Revealed, type RowPage as Row } from './kit/exchange.ts'
import { type Register, say, type Values } from './kit/register.ts'
import { RelatedPart } from './RelatedPart.tsx'
import { StepsPart } from './StepsPart.tsx'
import { printDerived, titleOf } from './show.ts'
import { useAddress, useRow } from './use-register.ts'
import { StateBadge, Value } from './Value.tsx'
import { VoidDialog } from './VoidDialog.tsx'
import './register.css'

const w = words.registerPage

export function RowPage() {
  const { register, id } = useAddress()
  const { data, error, refetch } = useRow(register?.name ?? '', id, register !== null)
  if (!register) return <Failure error={new Error(words.refusal.missing)} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <OneRow register={register} row={data} key={id} />
}

function OneRow({ register, row }: { register: Register; row: Row }) {
  const { states, columns } = register
  const isWide = useIsWide()
  return (
    <Page title={titleOf(register, row, row.labels)} actions={<Actions register={register} row={row} />}>
      <Group gap="sm">
        <Anchor component={Link} to="/registers/$name" params={{ name: register.name } as never} size="sm">
          {say(register.label)}
        </Anchor>
        {states && columns[states.column] && (
          <StateBadge register={register} value={row.values[states.column] ?? null} />
        )}
        <Text size="sm" c="gray.7">
          {w.since(row.since)}
        </Text>
      </Group>
      {row.isVoid && (
        <Alert color="red" variant="light" title={w.voided}>
          <Text size="sm">{w.voidedBy(row.actor, words.moment(row.at), row.reason)}</Text>
        </Alert>
      )}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <Facts register={register} row={row} />
            {!isWide && <StepsPart register={register} row={row} />}
            <Slot name="register-row" id={row.id} of={register.name} />
            <RelatedPart register={register} row={row} />
            {/* On a phone what is comes first, what happened last. */}
            {!isWide && <HistoryPart register={register} row={row} />}
          </Stack>
        </Grid.Col>
        {isWide && (
          <Grid.Col span={4}>
            <Stack gap="md">
              <StepsPart register={register} row={row} />
              <HistoryPart register={register} row={row} />
            </Stack>
          </Grid.Col>
        )}
      </Grid>
    </Page>
  )
}

/** What may be done with the whole row; why not, said below the buttons rather than hidden. */
function Actions({ register, row }: { register: Register; row: Row }) {
  const [isVoiding, setVoiding] = useState(false)
  const { change, void: strike, restore } = row.may
  const why = row.isVoid ? restore : change
  return (
    <Stack gap={4} className="screen-only register-actions">
      <Group gap="xs">
        {!row.isVoid && (
          <Button
            component={Link}
            to="/registers/$name/$id/edit"
            params={{ name: register.name, id: row.id } as never}
            disabled={change !== null}
            data-disabled={change !== null || undefined}
            aria-disabled={change !== null || undefined}
            onClick={(event) => change !== null && event.preventDefault()}
          >
            {w.change}
          </Button>
        )}
        <Button
          variant="default"
          disabled={(row.isVoid ? restore : strike) !== null}
          onClick={() => setVoiding(true)}
        >
          {row.isVoid ? w.restore : w.void}
        </Button>
      </Group>
      {why && (
        <Text size="xs" c="gray.7" maw={420} ta={{ sm: 'right' }}>
          {why}
        </Text>
      )}
      {isVoiding && <VoidDialog register={register} row={row} onClose={() => setVoiding(false)} />}
    </Stack>
  )
}

const Fact = ({ label, isLong, children }: { label: string; isLong?: boolean; children: ReactNode }) => (
  <div className={isLong ? 'is-long' : undefined}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

function Facts({ register, row }: { register: Register; row: Row }) {
  const reveal = useMutation({
    mutationFn: () => send(`/api/registers/${register.name}/rows/${row.id}/reveal`, { answer: Revealed }),
  })
  const values: Values = { ...row.values, ...reveal.data?.values }
  const shown = Object.entries(register.columns).filter(
    ([name, { optional }]) => name !== register.states?.column && (!optional || values[name] !== null),
  )
  const empty = Object.entries(register.columns).filter(
    ([name, { optional }]) => optional && (values[name] ?? null) === null,
  )
  return (
    <Part title={w.facts}>
      <dl className="register-facts">
        {shown.map(([name, column]) => (
          <Fact key={name} label={say(column.label)} isLong={column.kind === 'text' && column.long === true}>
            <Value {...{ register, name, column, values }} id={row.id} labels={row.labels} />
            {row.warnings
              .filter(({ at }) => at === name)
              .map(({ message }) => (
                <Text key={message} size="xs" c="orange.9" fw={600}>
                  ⚠ {message}
                </Text>
              ))}
            {column.personal && (
              <Text size="xs" c="gray.7">
                {w.keptFor(say(column.personal))}
              </Text>
            )}
          </Fact>
        ))}
        {Object.entries(register.derived ?? {}).map(([name, derived]) => (
          <Fact key={name} label={say(derived.label)}>
            <Text size="sm">{printDerived(derived, row.derived[name]) ?? '–'}</Text>
          </Fact>
        ))}
      </dl>
      {empty.length > 0 && (
        <Text size="sm" c="gray.7">
          {w.notFilled(empty.map(([, { label }]) => say(label)).join(', '))}
        </Text>
      )}
      {row.masked.length > 0 && (
        <Group gap="xs" className="screen-only">
          {reveal.data ? (
            <Text size="sm" role="status">
              {w.revealed}
            </Text>
          ) : (
            <>
              <Button
                size="xs"
                variant="default"
                disabled={row.may.reveal !== null}
                loading={reveal.isPending}
                onClick={() => reveal.mutate()}
              >
                {w.reveal}
              </Button>
              <Text size="xs" c="gray.7" flex="1 1 240px">
                {row.may.reveal ?? w.revealHint}
              </Text>
            </>
          )}
        </Group>
      )}
      {reveal.error && <Failure error={reveal.error} />}
    </Part>
  )
}
