// The review in the browser: edits are folded in at once and sent one after another with the version seen.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Agency } from '../agency/agency.ts'
import { get, ProblemError, send } from '../http/client.ts'
import * as words from '../vocabulary/words.ts'
import { type ReviewData, ReviewData as ReviewForm, Version } from './plan.ts'
import { directoryFor, type Resolution, type ResolvedItem, resolve } from './resolve.ts'
import { type Edit, foldReview } from './review.ts'

type Change = { edit: Edit } | 'undo'

export function useReviewState(data: ReviewData) {
  const { id } = data.plan
  const { draft } = data
  const [edits, setEdits] = useState(data.edits)
  const [agencies, setAgencies] = useState(data.agencies)
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [waiting, setWaiting] = useState(0)
  // What is on the screen, at hand between two renderings: strokes come faster than React renders.
  const now = useRef({ edits, agencies })
  const version = useRef(data.plan.version)
  const queue = useRef<Change[]>([])
  const running = useRef<Promise<void> | null>(null)

  const review = useMemo(() => foldReview(draft, edits), [draft, edits])
  const { date, issuer } = review.head
  const directory = useMemo(
    () => directoryFor({ date, issuer }, { ...data, agencies }),
    [data, agencies, date, issuer],
  )
  const keep = useRef(new Map<string, { form: string; item: ResolvedItem }>())
  const resolution = useMemo(() => {
    const fresh = resolve(review, directory)
    return { ...fresh, items: fresh.items.map((item) => steady(keep.current, item)) }
  }, [review, directory])

  const show = useCallback((next: Edit[]) => {
    now.current.edits = next
    setEdits(next)
  }, [])

  const reload = useCallback(async () => {
    const fresh = await get(`/api/plans/${id}/review`, ReviewForm)
    version.current = fresh.plan.version
    now.current.agencies = fresh.agencies
    setAgencies(fresh.agencies)
    show(fresh.edits)
  }, [id, show])

  const run = useCallback(async () => {
    for (let change = queue.current[0]; change; change = queue.current[0]) {
      try {
        const answer =
          change === 'undo'
            ? await send(`/api/plans/${id}/edits/last`, {
                method: 'DELETE',
                version: version.current,
                answer: Version,
              })
            : await send(`/api/plans/${id}/edits`, {
                body: change,
                version: version.current,
                answer: Version,
              })
        version.current = answer.version
        queue.current.shift()
        setWaiting(queue.current.length)
      } catch (error) {
        const problem = error instanceof Error ? error : new Error(String(error))
        setTrouble(problem)
        // Without a connection nothing is lost: the same changes are sent again when asked to.
        if (problem instanceof ProblemError && problem.status === 0) return
        queue.current = []
        setWaiting(0)
        if (problem instanceof ProblemError && problem.status === 412)
          setTrouble(new ProblemError(412, problem.code, words.planPages.reloaded))
        await reload().catch(setTrouble)
        return
      }
    }
  }, [id, reload])

  /** Resolves when everything is on the server; false when something was refused or could not be sent. */
  const settle = useCallback(async (): Promise<boolean> => {
    running.current ??= run().finally(() => {
      running.current = null
    })
    await running.current
    return queue.current.length === 0
  }, [run])

  /** Folds the edits in and sends them. Answers the resolution that follows, or null when one does not fit. */
  const push = useCallback(
    (added: readonly Edit[]): Resolution | null => {
      const next = [...now.current.edits, ...added]
      let after: Resolution
      try {
        const folded = foldReview(draft, next)
        after = resolve(folded, directoryFor(folded.head, { ...data, agencies: now.current.agencies }))
      } catch (error) {
        setTrouble(error instanceof Error ? error : new Error(String(error)))
        return null
      }
      setTrouble(null)
      show(next)
      queue.current.push(...added.map((edit) => ({ edit })))
      setWaiting(queue.current.length)
      void settle()
      return after
    },
    [data, draft, settle, show],
  )

  /** Takes the last edit back; answers it, or null when there is none. */
  const undo = useCallback((): Edit | null => {
    const last = now.current.edits.at(-1)
    if (!last) return null
    setTrouble(null)
    show(now.current.edits.slice(0, -1))
    queue.current.push('undo')
    setWaiting(queue.current.length)
    void settle()
    return last
  }, [settle, show])

  const addAgencies = useCallback((added: readonly Agency[]) => {
    const ids = new Set(added.map(({ id }) => id))
    now.current.agencies = [...now.current.agencies.filter(({ id }) => !ids.has(id)), ...added]
    setAgencies(now.current.agencies)
  }, [])

  useEffect(() => {
    if (!waiting) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [waiting])

  return {
    review,
    resolution,
    directory,
    agencies,
    edits,
    trouble,
    setTrouble,
    isSaving: waiting > 0,
    push,
    undo,
    addAgencies,
    settle,
    version,
  }
}

/** The same object as before while it says the same, so that only changed items are drawn again. */
function steady(kept: Map<string, { form: string; item: ResolvedItem }>, item: ResolvedItem): ResolvedItem {
  const form = JSON.stringify(item)
  const before = kept.get(item.id)
  if (before?.form === form) return before.item
  kept.set(item.id, { form, item })
  return item
}
