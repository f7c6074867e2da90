// What is being written in a report: kept apart from what the server has, saved by itself when the hand rests, never lost
// when somebody else was faster or a text is too long.
import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemError, send } from '../http/client.ts'
import { Made, MOST_TEXT, type Report, type TextKey } from './exchange.ts'
import type { Written } from './facts.ts'

export interface Draft {
  texts: Partial<Record<TextKey, string | null>>
  entries: Record<string, Written | null>
  parts: Record<string, string | null>
}
const NOTHING: Draft = { texts: {}, entries: {}, parts: {} }

const isLong = (text: unknown) => typeof text === 'string' && text.length > MOST_TEXT

/** What may be sent: a text that is too long stays in its field until it is shortened. */
export function sendable(draft: Draft): Draft {
  const fits = (written: Written | null) => written === null || !Object.values(written).some(isLong)
  const keep = <T>(of: Record<string, T>, may: (value: T) => boolean) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => may(value)))
  return {
    texts: keep(draft.texts as Record<string, string | null>, (text) => !isLong(text)) as Draft['texts'],
    entries: keep(draft.entries, fits),
    parts: keep(draft.parts, (text) => !isLong(text)),
  }
}

const sizeOf = ({ texts, entries, parts }: Draft) =>
  Object.keys(texts).length + Object.keys(entries).length + Object.keys(parts).length

/** What was written since `sent` went out. */
function rest(draft: Draft, sent: Draft): Draft {
  const left = <T>(now: Record<string, T>, then: Record<string, T>) =>
    Object.fromEntries(Object.entries(now).filter(([key, value]) => then[key] !== value))
  return {
    texts: left(
      draft.texts as Record<string, string | null>,
      sent.texts as Record<string, string | null>,
    ) as Draft['texts'],
    entries: left(draft.entries, sent.entries),
    parts: left(draft.parts, sent.parts),
  }
}

const REST_MS = 1200

export function useDraft(report: Report) {
  const [draft, setDraft] = useState<Draft>(NOTHING)
  const client = useQueryClient()
  const latest = useRef(draft)
  latest.current = draft
  const version = useRef(report.version)
  version.current = Math.max(version.current, report.version)
  const save = useMutation({
    mutationFn: async () => {
      const sent = sendable(latest.current)
      if (sizeOf(sent) === 0) return
      const { version: now } = await send(`/api/reports/${report.id}/draft`, {
        method: 'PUT',
        version: version.current,
        body: {
          texts: sent.texts,
          entries: Object.entries(sent.entries).map(([assignmentId, written]) => ({ assignmentId, written })),
          parts: Object.entries(sent.parts).map(([itemId, written]) => ({ itemId, written })),
        },
        answer: Made,
      })
      version.current = now
      await client.invalidateQueries({ queryKey: ['reports', 'report', report.id] })
      setDraft((before) => rest(before, sent))
    },
    scope: { id: `report ${report.id}` },
  })
  const later = useDebouncedCallback(() => save.mutate(), REST_MS)
  const isStale = save.error instanceof ProblemError && save.error.status === 412
  const put = (change: (before: Draft) => Draft) => {
    setDraft(change)
    // After a refusal for an old version a person decides first.
    if (!isStale) later()
  }
  const hasUnsaved = sizeOf(draft) > 0
  useEffect(() => {
    if (!hasUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasUnsaved])
  return {
    draft,
    hasUnsaved,
    isSaving: save.isPending,
    error: save.error,
    isStale,
    version: () => version.current,
    text: (key: TextKey, text: string | null) =>
      put((before) => ({ ...before, texts: { ...before.texts, [key]: text } })),
    entry: (id: string, written: Written | null) =>
      put((before) => ({ ...before, entries: { ...before.entries, [id]: written } })),
    part: (id: string, written: string | null) =>
      put((before) => ({ ...before, parts: { ...before.parts, [id]: written } })),
    /** Saves at once; the step that follows carries the version that came back. */
    flush: () => save.mutateAsync(),
    /** The newest version is fetched, and what was being written is saved over it. */
    reload: async () => {
      await client.refetchQueries({ queryKey: ['reports', 'report', report.id] })
      const fresh = client.getQueryData<Report>(['reports', 'report', report.id])
      if (fresh) version.current = fresh.version
      save.reset()
      save.mutate()
    },
  }
}
export type DraftHold = ReturnType<typeof useDraft>
