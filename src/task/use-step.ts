// Taking a step from the browser: once per key, against the version seen, with the answer shown at once where it is safe.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { type StepInput, StepTaken, type Task } from './work.ts'

export const taskKey = (id: string) => ['work', 'task', id]

export function useStep(task: Task, onTaken: (step: StepInput) => void) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (step: StepInput) =>
      send(`/api/work/${task.id}/steps`, {
        body: step,
        version: task.version,
        key: key.current,
        answer: StepTaken,
      }),
    // A receipt carries nothing a person has typed: show it before the server has answered, and take it back on a no.
    onMutate: (step) => {
      if (step.kind === 'receive') client.setQueryData(taskKey(task.id), { ...task, status: 'active' })
      // The hook sees the optimistic task from here on; this is what a no goes back to.
      return task
    },
    onSuccess: (_, step) => {
      key.current = newKey()
      onTaken(step)
      return client.invalidateQueries({ queryKey: ['work'] })
    },
    onError: (error, step, before) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
      if (step.kind === 'receive') client.setQueryData(taskKey(task.id), before)
    },
  })
}
