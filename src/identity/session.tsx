// Who is signed in, for every page; and what this person may not do, worded for the greyed-out button.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { type Action, Session, whyNotAllowed } from './identity.ts'

const KEY = ['session']

export const useSessionQuery = () =>
  useQuery({ queryKey: KEY, queryFn: () => get('/api/session', Session.nullable()), staleTime: 60_000 })

/** Inside the signed-in frame there always is a session. */
export function useSession(): Session {
  const { data } = useSessionQuery()
  if (!data) throw new Error('useSession outside the signed-in frame')
  return data
}

/** null when allowed; else the reason for the tooltip of the disabled button. */
export const useWhyNot = (action: Action): string | null => whyNotAllowed(action, useSession().role)

/** After signing in or out: what the person before saw is forgotten, what is on screen is asked again. */
export function useSetSession() {
  const client = useQueryClient()
  return (session: Session | null) => {
    client.setQueryData(KEY, session)
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  }
}

export const signOut = () => send('/api/session', { method: 'DELETE', answer: z.null() })
