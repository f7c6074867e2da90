// Figures as bars one may look at instead of reading, every number the link to its list. Told apart by length, words and
// pattern, never by colour alone.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import './cooperative.css'

export interface Bar {
  label: string
  n: number
  /** What stands behind the bar when not the number itself: "1,2 tỷ đồng". */
  said?: string
  /** The list it opens. */
  to?: { path: string; search?: object; params?: object }
  /** Drawn hatched: what is behind, weak or still to do. */
  isWeak?: boolean
}

/** Bars of one measure under each other, the longest across the whole width. */
export function Bars({ bars, whole }: { bars: readonly Bar[]; whole?: number }) {
  const most = whole ?? Math.max(1, ...bars.map(({ n }) => n))
  return (
    <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {bars.map(({ label, n, said, to, isWeak }) => (
        <li key={label}>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
            <Text size="sm">{label}</Text>
            <Figure n={n} said={said} to={to} label={label} />
          </Group>
          <div className="share-bar" aria-hidden>
            <span
              className={isWeak ? 'is-weak' : undefined}
              style={{ width: `${Math.min(100, (100 * n) / most)}%` }}
            />
          </div>
        </li>
      ))}
    </Stack>
  )
}

/** A number that leads to its list. */
export function Figure({ n, said, to, label }: Pick<Bar, 'n' | 'said' | 'to' | 'label'>) {
  const text = said ?? words.number(n)
  if (!to)
    return (
      <Text size="sm" fw={700} style={{ whiteSpace: 'nowrap' }}>
        {text}
      </Text>
    )
  return (
    <Anchor
      component={Link}
      to={to.path}
      search={to.search as never}
      params={to.params as never}
      size="sm"
      fw={700}
      style={{ whiteSpace: 'nowrap' }}
      aria-label={`${label}: ${text}`}
    >
      {text}
    </Anchor>
  )
}

/** A part of a whole: numerator, denominator and share in words over the bar. */
export function Share({ part, whole, text }: { part: number; whole: number; text: string }) {
  return (
    <div>
      <Text size="sm">{text}</Text>
      <div className="share-bar" role="img" aria-label={text}>
        <span style={{ width: `${whole ? Math.min(100, (100 * part) / whole) : 0}%` }} />
      </div>
    </div>
  )
}
