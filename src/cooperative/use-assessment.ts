// Writing about assessments and extracts from the browser: creates once per key, changes against the version seen; then
// everything shown of the room is asked anew.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { newKey, ProblemError, send } from '../http/client.ts'

export const KEY = ['assessments']

export interface Write {
  path: string
  method?: 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Of what is changed; left out for a create. */
  version?: number
}

const Anything = z.unknown()

export function useWrite<T = unknown>(
  onDone: (answer: T) => void,
  answer: z.ZodType<T> = Anything as z.ZodType<T>,
) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: ({ path, method = 'POST', body, version }: Write) =>
      send(path, {
        ...{ method, body, answer, key: key.current },
        ...(version === undefined ? {} : { version }),
      }),
    onSuccess: async (done) => {
      key.current = newKey()
      await client.invalidateQueries({ queryKey: KEY })
      onDone(done)
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
}
