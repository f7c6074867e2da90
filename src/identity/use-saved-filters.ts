// The saved filters of whoever is signed in.
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { SavedFilterList } from './saved-filter.ts'

export const SAVED_FILTERS = ['filters']

export const useSavedFilters = () =>
  useQuery({
    queryKey: SAVED_FILTERS,
    queryFn: () => get('/api/filters', SavedFilterList),
    staleTime: 60_000,
  })
