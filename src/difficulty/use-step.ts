// Taking a step on a difficulty from the browser: once per key, against the version seen.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { type Difficulty, type StepForm, StepTaken } from './exchange.ts'

/** Everything shown of difficulties hangs under this key. */
export const KEY = ['difficulties']
export const difficultyKey = (id: string) => [...KEY, 'one', id]

export function useStep(
  { id, version }: Pick<Difficulty, 'id' | 'version'>,
  onTaken: (kind: StepForm['kind']) => void,
) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (step: StepForm) =>
      send(`/api/difficulties/${id}/steps`, { body: step, version, key: key.current, answer: StepTaken }),
    onSuccess: (_, step) => {
      key.current = newKey()
      onTaken(step.kind)
      return client.invalidateQueries({ queryKey: KEY })
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
}
