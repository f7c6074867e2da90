// The register and the row of the address, and what the pages ask of them.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { Agency, ALL_AGENCIES } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { AnyValues, Overview, rowPageOf } from './kit/exchange.ts'
import type { Register } from './kit/register.ts'
import { findRegister } from './registers.ts'

/** Everything shown of registers hangs under this key. */
export const KEY = ['registers']
export const rowKey = (name: string, id: string) => [...KEY, name, 'row', id]
export const RowPageForm = rowPageOf(AnyValues)

export function useAddress(): { register: Register | null; id: string } {
  const { name = '', id = '' } = useParams({ strict: false }) as { name?: string; id?: string }
  return { register: findRegister(name), id }
}

export const useRow = (name: string, id: string, isAsked = true) =>
  useQuery({
    queryKey: rowKey(name, id),
    queryFn: () => get(`/api/registers/${name}/rows/${id}`, RowPageForm),
    enabled: isAsked,
  })

export const useOverview = () =>
  useQuery({ queryKey: [...KEY, 'overview'], queryFn: () => get('/api/registers', Overview) })

export const useAgencies = () =>
  useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
    staleTime: 60_000,
  })
