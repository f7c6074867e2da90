// Writing about ratings from the browser: creates once per key, changes against the version seen; then everything shown of
// ratings is asked anew.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { newKey, ProblemError, send } from '../http/client.ts'

export const KEY = ['ratings']

export interface Write {
  path: string
  method?: 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Of what is changed; left out for a create. */
  version?: number
}

const Answer = z.object({ id: z.uuid().optional(), version: z.number().optional() }).nullable()

export function useWrite(onDone: (id: string | undefined) => void) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: ({ path, method = 'POST', body, version }: Write) =>
      send(path, { method, body, version, key: key.current, answer: Answer }),
    onSuccess: async (answer) => {
      key.current = newKey()
      await client.invalidateQueries({ queryKey: KEY })
      onDone(answer?.id)
    },
    onError: (error) => {
      // Without an answer nobody knows whether it was done: the same key must go again. A refusal is an answer.
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
}
