// How many mentions this person has not read: asked again when the window comes back, and every few minutes.
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { MentionCount } from './discussion.ts'

export const MENTIONS = ['mentions']

export function useUnread(): number {
  const { data } = useQuery({
    queryKey: [...MENTIONS, 'count'],
    queryFn: () => get('/api/mentions/count', MentionCount),
    refetchInterval: 180_000,
    staleTime: 30_000,
  })
  return data?.unread ?? 0
}
