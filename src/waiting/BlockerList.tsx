// The ranked list: who or what holds most up, what waits for it, how long, and the one way to open it.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { daysBetween } from '../base/calendar.ts'
import { language } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'
import { Chain } from './Chain.tsx'
import { addressOf, nameOf, Open } from './links.tsx'
import './waiting.css'
import type { Blocker, Hold, WaitingFilter } from './waiting.ts'

const w = words.waiting

/** "23 lượt giao của 19 nhiệm vụ": what is counted is always said. */
export const waitersText = ({ assignments, items }: Blocker['waiters']): string =>
  assignments > 0 ? w.waiters(assignments, items) : w.waitingItems(items)

export const blockerName = ({ agency, plan }: Blocker): string =>
  agency?.name ?? (plan ? w.noOverseer(plan.number ?? plan.title) : w.nobody)

const scopeOf = ({ agency, plan, item }: WaitingFilter) => ({ agency: agency ?? 'all', plan, item })

/** What an agency holds, in the page's scope. */
function opened({ agency, plan }: Blocker, scope: WaitingFilter) {
  if (agency) return { to: '/waiting', search: { ...scopeOf(scope), at: agency.id } }
  return plan ? { to: '/plans/$id', params: { id: plan.id } } : null
}

export function BlockerList({
  blockers,
  scope,
  today,
  isShort = false,
}: {
  blockers: readonly Blocker[]
  scope: WaitingFilter
  today: string
  /** Without the things and their chains. */
  isShort?: boolean
}) {
  return (
    <ol className="wait-list">
      {blockers.map((blocker) => (
        <li key={blocker.agency?.id ?? blocker.plan?.id ?? ''}>
          <BlockerRow {...{ blocker, scope, today, isShort }} />
        </li>
      ))}
    </ol>
  )
}

function BlockerRow({
  blocker,
  scope,
  today,
  isShort,
}: {
  blocker: Blocker
  scope: WaitingFilter
  today: string
  isShort: boolean
}) {
  const to = opened(blocker, scope)
  const name = blockerName(blocker)
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={700}>{name}</Text>
          <Text size="sm">
            {waitersText(blocker.waiters)}
            {' · '}
            <b>{w.longest(blocker.days)}</b>
          </Text>
          <Text size="xs" c="gray.7">
            {blocker.reasons.map(({ reason, n }) => w.reasonCount(w.reasons[reason], n)).join(' · ')}
            {blocker.late > 0 && (
              <Text span size="xs" c="red.9" fw={700}>
                {' '}
                ⚠ {w.late(blocker.late)}
              </Text>
            )}
          </Text>
        </div>
        {to && (
          <Button
            component={Link}
            {...(to as { to: string })}
            size="xs"
            variant="default"
            aria-label={w.openOf(name)}
            style={{ flexShrink: 0 }}
          >
            {w.open}
          </Button>
        )}
      </Group>
      {!isShort && (
        <ul className="wait-things">
          {blocker.holds.map((hold) => (
            <li key={`${hold.thing.key} ${hold.reason}`}>
              <HoldLine hold={hold} today={today} />
            </li>
          ))}
        </ul>
      )}
      {!isShort && to && blocker.holdCount > blocker.holds.length && (
        <Anchor component={Link} {...(to as { to: string })} size="sm" underline="always">
          {w.allHolds(blocker.holdCount)}
        </Anchor>
      )}
    </Stack>
  )
}

/** One thing to be moved, and the longest line behind it. */
export function HoldLine({
  hold,
  today,
  withAgency = false,
}: {
  hold: Hold
  today: string
  withAgency?: boolean
}) {
  const { thing, chain, chainMore } = hold
  const said = w.holdFor(w.reasons[hold.reason], hold.days, hold.workingDays, words.day(hold.since))
  return (
    <Stack gap={2}>
      <Open to={addressOf(thing)}>{nameOf(thing)}</Open>
      <Text size="xs">
        {withAgency && hold.agency && <b>{hold.agency.name}: </b>}
        {said}
        {(hold.reason === 'do' || hold.reason === 'answer') &&
          thing.dueOn &&
          ` · ${dueText(thing.dueOn, today)}`}
        {' · '}
        {waitersText(hold.waiters)}
      </Text>
      {chain.length > 1 && (
        <details>
          <summary>
            <Text size="xs" span>
              {w.chain(chain.length + chainMore)}
            </Text>
          </summary>
          <Chain links={chain} more={chainMore} end={endOf(hold)} />
        </details>
      )}
    </Stack>
  )
}

const dueText = (dueOn: string, today: string): string =>
  dueOn < today ? w.overdue(words.day(dueOn), daysBetween(dueOn, today)) : w.due(words.day(dueOn))

const endOf = ({ agency, reason }: Hold): string | undefined =>
  agency ? w.lies(agency.name, w.reasons[reason].toLocaleLowerCase(language)) : undefined

/** Things with whichever agency they lie, the most waited for first. */
export function HoldList({ holds, today }: { holds: readonly Hold[]; today: string }) {
  return (
    <ol className="wait-list">
      {holds.map((hold) => (
        <li key={`${hold.thing.key} ${hold.agency?.id} ${hold.reason}`}>
          <HoldLine hold={hold} today={today} withAgency />
        </li>
      ))}
    </ol>
  )
}
