// Whether the province is set up, and what stands open before it is.
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { SetupState } from './setup.ts'

export const useSetupQuery = () =>
  useQuery({ queryKey: ['setup'], queryFn: () => get('/api/setup', SetupState), staleTime: 60_000 })
