// The answers of one agency and period while they are chosen: kept on this machine until they have arrived.
import { useLocalStorage } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { type Answer, type Answers, isComplete, stepOf } from './answer.ts'
import { StepsTaken, type WorkRow } from './work.ts'

/** A choice, none, or a change of the one there is: a file that arrives later must not undo what was typed meanwhile. */
export type AnswerUpdate = Answer | null | ((before: Answer) => Answer)

/** `owed`: the rows that still want an answer which this person may give. */
export function useAnswers(agencyId: string, period: string, owed: readonly WorkRow[]) {
  const { accountId } = useSession()
  const client = useQueryClient()
  const [answers, setAnswers] = useLocalStorage<Answers>({
    key: `answers ${accountId} ${agencyId} ${period}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const [whys, setWhys] = useState<ReadonlyMap<string, string>>(new Map())
  const [isTried, setTried] = useState(false)
  const [sent, setSent] = useState(0)
  const key = useRef(newKey())
  // What was answered elsewhere meanwhile is no longer sent from here.
  const given = owed.flatMap((row) => {
    const answer = answers[row.id]
    return answer ? [{ row, answer }] : []
  })
  const lacking = given.filter(({ answer }) => !isComplete(answer))
  const sending = useMutation({
    mutationFn: () =>
      send('/api/work/steps', {
        key: key.current,
        body: {
          steps: given.map(({ row, answer }) => ({ id: row.id, version: row.version, form: stepOf(answer) })),
        },
        answer: StepsTaken,
      }),
    onSuccess: async ({ results }) => {
      key.current = newKey()
      setTried(false)
      const taken = new Set(results.filter((row) => row.taken).map(({ id }) => id))
      setSent(taken.size)
      setAnswers((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !taken.has(id))))
      setWhys(new Map(results.flatMap(({ id, why }) => (why ? [[id, why] as const] : []))))
      await client.invalidateQueries({ queryKey: ['work'] })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const answer = useCallback(
    (id: string, given: AnswerUpdate) => {
      setSent(0)
      setAnswers((before) => {
        const { [id]: now, ...rest } = before
        const chosen = typeof given === 'function' ? now && given(now) : given
        return chosen ? { ...rest, [id]: chosen } : rest
      })
    },
    [setAnswers],
  )
  return {
    answers,
    whys,
    given: given.length,
    sent,
    isTried,
    lacking: new Set(lacking.map(({ row }) => row.id)),
    isPending: sending.isPending,
    error: sending.error,
    answer,
    /** The same answer for all that have none. */
    answerRest: (answer: Answer, mayTake: (row: WorkRow) => boolean) => {
      setSent(0)
      const rest = owed.filter((row) => mayTake(row) && !answers[row.id])
      setAnswers((before) => ({ ...before, ...Object.fromEntries(rest.map(({ id }) => [id, answer])) }))
    },
    /** Sends what is complete as one act; with anything lacking nothing leaves, and the rows say what. */
    sendAll: () => {
      setTried(true)
      if (given.length > 0 && lacking.length === 0) sending.mutate()
    },
  }
}
