// What the pages of indicators ask of the server, and how they write: creates once per key, changes against the version
// seen; then everything shown of indicators is asked anew.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { Agency, ALL_AGENCIES } from '../agency/agency.ts'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { IndicatorList, IndicatorPage, type IndicatorRow } from './indicator.ts'
import { Choices } from './picture.ts'

/** Everything shown of indicators hangs under this key. */
export const KEY = ['indicators']
export const pageKey = (id: string) => [...KEY, 'page', id]

/** What every part of the page of an indicator is given. */
export interface PartProps {
  page: IndicatorPage
  /** As the server knows it. */
  today: string
}

export const useIndicator = (id: string) =>
  useQuery({ queryKey: pageKey(id), queryFn: () => get(`/api/indicators/${id}`, IndicatorPage) })

export const useChoices = () =>
  useQuery({
    queryKey: [...KEY, 'choices-of-list'],
    queryFn: () => get('/api/indicators/choices', Choices),
    staleTime: 60_000,
  })

/** Pages of the list that are put together at most: a province has some dozens of indicators. */
const MOST_PAGES = 20

/** Every indicator there is, or every one of a plan: how they stand is known only once they are computed. */
export function useAll(asked: { plan?: string | undefined } = {}, isAsked = true) {
  return useQuery({
    queryKey: [...KEY, 'all', asked],
    queryFn: async () => {
      const rows: IndicatorRow[] = []
      let after: string | null = null
      let mayDefine = false
      for (let page = 0; page < MOST_PAGES; page++) {
        const list: z.infer<typeof IndicatorList> = await get(
          `/api/indicators?${addressOf({ ...asked, after })}`,
          IndicatorList,
        )
        rows.push(...list.indicators)
        mayDefine = list.mayDefine
        after = list.next
        if (!after) break
      }
      return { rows, mayDefine }
    },
    enabled: isAsked,
  })
}

/** The communes that stand today, for choices of an area. */
export function useAreas(isAsked = true) {
  const { data } = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
    staleTime: 300_000,
    enabled: isAsked,
  })
  return (data ?? []).filter(({ kind, endedOn }) => kind === 'commune' && !endedOn)
}

export interface Write {
  path: string
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Of what is changed; left out for a create. */
  version?: number
  /** Goes after it, to what was made or changed. */
  evidence?: { of: 'value' | 'object'; file: File } | undefined
}

const Answer = z.object({ id: z.string().optional(), version: z.number().optional() }).nullable()

export function useWrite(onDone: (id: string | undefined) => void) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: async ({ path, method = 'POST', body, version, evidence }: Write) => {
      const answer = await send(path, { method, body, version, key: key.current, answer: Answer })
      if (!evidence || !answer?.id) return answer
      const form = new FormData()
      form.set('file', evidence.file)
      const to = `/api/indicator-${evidence.of}s/${answer.id}/evidence`
      try {
        await send(to, { method: 'PUT', form, version: answer.version, answer: Answer })
      } finally {
        // What was made stands, whether its evidence came through or not.
        await client.invalidateQueries({ queryKey: KEY })
      }
      return answer
    },
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

/** "a=1&b=2" of what is set. */
export const addressOf = (query: Record<string, string | number | boolean | undefined | null>): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()

/** The router turns "2026" into a number; in these addresses every value is text. */
export const readSearch = <Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): Partial<Record<Name, string>> =>
  Object.fromEntries(
    names.flatMap((name) =>
      search[name] === undefined || search[name] === null ? [] : [[name, String(search[name])]],
    ),
  ) as Partial<Record<Name, string>>
