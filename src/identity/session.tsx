// Who is signed in, for every page; and what this person may not do, worded for the greyed-out button.
import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
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

/** After signing in or out: what the person before saw is forgotten, what the next one sees is asked anew. */
export function useSetSession() {
  const client = useQueryClient()
  return (session: Session | null) => {
    client.setQueryData(KEY, session)
    const isPersonal = ({ queryKey: [room] }: Query) => room !== KEY[0] && room !== 'setup'
    // Without a session asking again would only be refused; the pages that asked are leaving the screen.
    if (session) void client.resetQueries({ predicate: isPersonal })
    else client.removeQueries({ predicate: isPersonal })
    void client.resetQueries({ queryKey: ['setup'] })
  }
}

export const signOut = () => send('/api/session', { method: 'DELETE', answer: z.null() })
