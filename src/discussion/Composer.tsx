// Writing a comment: "@" opens the list of agencies and people, arrows move in it, Enter takes.
import { Box, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  CommentWritten,
  MOST_LETTERS,
  type Named,
  NameList,
  type NameOption,
  namedIn,
  type Subject,
} from './discussion.ts'
import { bodyOf, type Chosen, choose, type Looking, lookingFor } from './mention-text.ts'

const w = words.discussion
const EMPTY: Chosen = { text: '', caret: 0, picks: new Map() }

/** The text being written, held by the page: an answer puts a name into it from outside. */
export function useDraft() {
  const [draft, setDraft] = useState<Chosen>(EMPTY)
  const field = useRef<HTMLTextAreaElement>(null)
  const wantedCaret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = null
  })
  return {
    draft,
    field,
    clear: () => setDraft(EMPTY),
    follow: () => {
      const { value, selectionStart } = field.current ?? { value: '', selectionStart: 0 }
      setDraft((was) => ({ ...was, text: value, caret: selectionStart }))
    },
    /** A name where it was looked for, or at the end. */
    put: (name: Named & { name: string; detail: string }, looking: Looking | null) => {
      const text = looking ? draft.text : `${draft.text}${/\S$/u.test(draft.text) ? ' ' : ''}@`
      const chosen = choose(text, looking ?? { at: text.length - 1, query: '' }, draft.picks, name)
      wantedCaret.current = chosen.caret
      setDraft(chosen)
    },
  }
}

export function Composer({
  subject,
  writing: { draft, field, clear, follow, put },
  onWritten,
}: {
  subject: Subject
  writing: ReturnType<typeof useDraft>
  onWritten: () => void
}) {
  const [at, setAt] = useState(0)
  const [isDismissed, setDismissed] = useState(false)
  const key = useRef(newKey())
  const list = useId()
  const looking = isDismissed ? null : lookingFor(draft.text, draft.caret, draft.picks)
  const options = useNames(looking?.query ?? null)
  const current = options[at] ?? options[0]
  const body = bodyOf(draft.text, draft.picks)
  const write = useMutation({
    mutationFn: () =>
      send('/api/comments', { body: { subject, body }, key: key.current, answer: CommentWritten }),
    onSuccess: () => {
      key.current = newKey()
      clear()
      onWritten()
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was written: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const pick = (option: NameOption) => {
    if (looking) put(option, looking)
    setAt(0)
  }
  const submit = () => {
    if (body.trim() && !write.isPending) write.mutate()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return submit()
    }
    if (!looking || !current) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) setAt((was) => (was + step + options.length) % options.length)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(current)
    else if (event.key === 'Escape') setDismissed(true)
    else return
    event.preventDefault()
  }
  return (
    <Stack gap="xs">
      <Textarea
        ref={field}
        label={w.write}
        description={w.writeHint}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={MOST_LETTERS}
        value={draft.text}
        aria-autocomplete="list"
        aria-controls={looking ? list : undefined}
        aria-activedescendant={looking && current ? `${list}-${current.id}` : undefined}
        onChange={() => {
          setDismissed(false)
          setAt(0)
          follow()
        }}
        onSelect={follow}
        onKeyDown={onKeyDown}
      />
      {looking && (
        <Names id={list} options={options} current={current} isAsked={looking.query !== ''} onPick={pick} />
      )}
      {write.error && <Failure error={write.error} />}
      {write.data && write.data.unreached.length > 0 && (
        <Text size="sm" role="status">
          {w.unreached(write.data.unreached.join(', '))}
        </Text>
      )}
      <Group>
        <Button onClick={submit} loading={write.isPending} disabled={!body.trim()}>
          {w.send}
        </Button>
        {namedIn(body).length > 0 && (
          <Text size="sm" c="gray.7">
            {w.willReach(namedIn(body).length)}
          </Text>
        )}
      </Group>
    </Stack>
  )
}

function useNames(query: string | null): NameOption[] {
  const [asked] = useDebouncedValue(query, 120)
  const { data } = useQuery({
    queryKey: ['comments', 'names', asked],
    queryFn: () => get(`/api/comments/names?${new URLSearchParams({ q: asked ?? '' })}`, NameList),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return query === null ? [] : (data?.names ?? [])
}

function Names({
  id,
  options,
  current,
  isAsked,
  onPick,
}: {
  id: string
  options: NameOption[]
  current: NameOption | undefined
  isAsked: boolean
  onPick: (option: NameOption) => void
}) {
  return (
    <Paper withBorder shadow="sm" p={4}>
      <Box id={id} role="listbox" aria-label={w.names} mah="40dvh" style={{ overflowY: 'auto' }}>
        {options.map((option) => (
          // The field keeps the focus and carries the keyboard; a row answers to the pointer.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            aria-selected={option === current}
            ref={option === current ? scrollIntoView : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
            className="picker-row"
          >
            <Text size="sm" fw={600}>
              {option.name}
            </Text>
            <Text size="xs" c="gray.7" lineClamp={1}>
              {option.detail}
            </Text>
          </div>
        ))}
      </Box>
      <Text size="xs" c="gray.7" px={10} py={2} role="status">
        {options.length > 0 ? w.namesFound(options.length) : isAsked ? w.namesNone : ''}
      </Text>
    </Paper>
  )
}

const scrollIntoView = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' })
