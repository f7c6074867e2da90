// The search field in the header of every page: Ctrl+K, or "/" where the page has no field of its own for it.
import { ActionIcon, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../ui/keys.ts'
import * as words from '../vocabulary/words.ts'
import { MOST_TYPED } from './search.ts'

const w = words.searchPage

export function SearchBox() {
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const asked = useRouterState({
    select: ({ location }) =>
      location.pathname === '/search' ? String((location.search as { q?: unknown }).q ?? '') : '',
  })
  const [typed, setTyped] = useState(asked)
  useEffect(() => setTyped(asked), [asked])
  const focus = () => {
    field.current?.focus()
    field.current?.select()
    // Too narrow for the field: the page of search has one.
    if (field.current?.offsetParent === null) void navigate({ to: '/search', search: {} as never })
  }
  // In fields as well: whoever writes may want to look something up.
  useHotkeys([['mod+K', focus]], [])
  useShortcuts((event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return false
    focus()
    return true
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = typed.trim()
    if (q) void navigate({ to: '/search', search: { q } as never })
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser in use */}
      <form role="search" onSubmit={submit} style={{ flex: '0 1 360px' }} className="wide-only">
        <TextInput
          ref={field}
          type="search"
          size="sm"
          aria-label={w.box}
          aria-keyshortcuts="Control+K /"
          placeholder={w.boxHint}
          maxLength={MOST_TYPED}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <ActionIcon
        hiddenFrom="sm"
        variant="default"
        size="lg"
        component={Link}
        to="/search"
        aria-label={w.title}
        title={w.title}
      >
        <svg
          viewBox="0 0 16 16"
          width={16}
          height={16}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          aria-hidden
        >
          <circle cx="7" cy="7" r="5" />
          <path d="m11 11 4 4" />
        </svg>
      </ActionIcon>
    </>
  )
}
