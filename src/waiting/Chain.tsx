// Who waits for whom as steps down to what is in the way: told in words, so that it needs neither picture nor colour.
import { Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { addressOf, nameOf, Open } from './links.tsx'
import './waiting.css'
import type { Thing } from './waiting.ts'

/** The last link is what everything before it waits for; `end` stands under it: with whom it lies and since when. */
export function Chain({ links, more, end }: { links: readonly Thing[]; more: number; end?: string }) {
  const w = words.waiting
  return (
    <ol className="wait-chain">
      {more > 0 && (
        <li>
          <Text size="sm">{w.chainMore(more)}</Text>
        </li>
      )}
      {links.map((thing, i) => (
        <li key={thing.key}>
          <span aria-hidden>{i > 0 || more > 0 ? '↳ ' : ''}</span>
          {(i > 0 || more > 0) && <span className="only-read-aloud">{w.waitsFor} </span>}
          <span>
            <Open to={addressOf(thing)} lines={1}>
              {nameOf(thing)}
            </Open>
            {thing.agency && thing.kind !== 'agency' && (
              <Text size="xs" c="gray.7" span>
                {thing.agency.name}
              </Text>
            )}
          </span>
        </li>
      ))}
      {end && (
        <li>
          <span aria-hidden>↳ </span>
          <Text size="sm" fw={600} span>
            {end}
          </Text>
        </li>
      )}
    </ol>
  )
}
