// What every list under an address has: words to search, states as tabs, limits that came with a link, pages.
import { Button, Collapse, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure, useHotkeys } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import * as words from '../vocabulary/words.ts'
import { useIsPhone } from './wide.ts'

const w = words.common

interface SearchProps {
  label: string
  value: string | undefined
  onSearch: (q: string | undefined) => void
  placeholder?: string
  hint?: ReactNode
}

/** Sends what was typed when the hand rests; "/" leads into it. */
export function SearchField({ label, value = '', onSearch, placeholder, hint }: SearchProps) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const send = useDebouncedCallback((q: string) => onSearch(q || undefined), 300)
  useHotkeys([['/', () => field.current?.focus()]])
  // The address may change under us: back, or a link to another list.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(value)
  }, [value])
  return (
    <TextInput
      ref={field}
      type="search"
      label={label}
      placeholder={placeholder}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}

interface TabsProps<State extends string> {
  /** The address of the list; the rest of the filter stays. */
  to: string
  filter: { state: State }
  states: readonly State[]
  /** These stay in sight even when nothing is in them. */
  steady: readonly State[]
  names: Record<State, string>
  counts: Record<State, number> | undefined
}

export function StateTabs<State extends string>({
  to,
  filter,
  states,
  steady,
  names,
  counts,
}: TabsProps<State>) {
  const current = useRef<HTMLAnchorElement>(null)
  const shown = states.filter(
    (state) => steady.includes(state) || state === filter.state || (counts?.[state] ?? 0) > 0,
  )
  if (!shown.includes(filter.state)) shown.push(filter.state)
  // On a phone the tabs are one line that moves under the finger; the one in use is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when another state is shown or the tabs grow
  useEffect(() => {
    const tab = current.current
    const line = tab?.parentElement
    if (tab && line) line.scrollLeft = tab.offsetLeft - line.offsetLeft - line.clientWidth / 3
  }, [filter.state, counts])
  return (
    <nav className="state-tabs" aria-label={w.stateTabs}>
      {shown.map((state) => (
        <Button
          key={state}
          ref={state === filter.state ? current : undefined}
          size="xs"
          variant={state === filter.state ? 'filled' : 'default'}
          component={Link}
          to={to}
          search={{ ...filter, after: undefined, state } as never}
          aria-current={state === filter.state ? 'page' : undefined}
        >
          {names[state]}
          {counts && ` (${words.number(counts[state])})`}
        </Button>
      ))}
    </nav>
  )
}

interface PagesProps {
  to: string
  filter: Record<string, unknown>
  next: string | null | undefined
}

/** To the first page and to the next. */
export function Pages({ to, filter, next }: PagesProps) {
  const page = (after: string | undefined, label: string) => (
    <Button variant="default" component={Link} to={to} search={{ ...filter, after } as never}>
      {label}
    </Button>
  )
  if (!filter.after && !next) return null
  return (
    <Group className="screen-only">
      {Boolean(filter.after) && page(undefined, w.firstPage)}
      {next && page(next, w.nextPage)}
    </Group>
  )
}

/** A limit that came with a link and has no field of its own: said, and taken off. */
export function Limit({ said, onClear }: { said: string; onClear: () => void }) {
  return (
    <Group gap={6}>
      <Text size="sm">{said}</Text>
      <Button
        size="compact-sm"
        variant="default"
        className="screen-only"
        onClick={onClear}
        aria-label={`${w.clearFilter}: ${said}`}
      >
        {w.clearFilter}
      </Button>
    </Group>
  )
}

interface FiltersProps {
  /** How many of the fields narrow the list now. */
  set: number
  /** What else stands in the row of the button. */
  beside?: ReactNode
  children: ReactNode
}

/** On a phone the fields fold behind one button, so that the list starts on the first screen. */
export function Filters({ set, beside, children }: FiltersProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  if (!useIsPhone()) return <div className="screen-only">{children}</div>
  return (
    <Stack gap={0} className="screen-only">
      <Group gap="xs">
        <Button variant="default" px="sm" onClick={toggle} aria-expanded={isOpen}>
          {w.filters(set)}
        </Button>
        {beside}
      </Group>
      <Collapse expanded={isOpen}>
        <div style={{ paddingTop: 'var(--mantine-spacing-sm)' }}>{children}</div>
      </Collapse>
    </Stack>
  )
}

/** How many of these say anything. */
export const countSet = (values: readonly unknown[]): number => values.filter(Boolean).length
