// Things that wait for each other, told one after the other: nobody outside can set them free, so they come first.
import { Alert, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { waitersText } from './BlockerList.tsx'
import { ThingLine } from './links.tsx'
import './waiting.css'
import type { Circle, Thing } from './waiting.ts'

const w = words.waiting

export function Circles({ circles, count }: { circles: readonly Circle[]; count: number }) {
  return (
    <Alert color="red" variant="light" title={w.circles(count)} role="region" aria-label={w.circles(count)}>
      <Stack gap="md">
        <Text size="sm">{w.circlesExplain}</Text>
        {circles.map((circle) => (
          <OneCircle key={circle.way[0]?.thing.key} circle={circle} />
        ))}
      </Stack>
    </Alert>
  )
}

/** A circle without its reasons: each waits for the next, the last for the first. */
export function Round({ things }: { things: readonly Thing[] }) {
  return (
    <>
      <ol className="wait-round-list">
        {things.map((thing) => (
          <li key={thing.key}>
            <ThingLine thing={thing} lines={1} />
          </li>
        ))}
      </ol>
      <Text size="sm">{w.backToFirst}</Text>
    </>
  )
}

function OneCircle({ circle }: { circle: Circle }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {w.circleSince(words.day(circle.since), circle.days)} · {waitersText(circle.waiters)}
      </Text>
      <ol className="wait-round-list">
        {circle.way.map(({ thing, reason }) => (
          <li key={thing.key}>
            <ThingLine thing={thing} lines={1} />
            <Text size="xs">↓ {w.reasons[reason]}</Text>
          </li>
        ))}
      </ol>
      {circle.wayMore > 0 && <Text size="sm">{w.wayMore(circle.wayMore)}</Text>}
      <Text size="sm">{w.backToFirst}</Text>
      {circle.memberCount > circle.way.length + circle.wayMore && (
        <Text size="sm">{w.members(circle.memberCount)}</Text>
      )}
    </div>
  )
}
