// Changing a paper on its way from the browser: once per key, against the version seen.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey, ProblemError, send } from '../http/client.ts'
import { type Dossier, Issued, Opened, type PaperEdit, type StepInput, StepTaken } from './exchange.ts'

/** Everything shown of papers hangs under this key. */
export const KEY = ['dossiers']
export const dossierKey = (id: string) => [...KEY, 'one', id]

type Seen = Pick<Dossier, 'id' | 'version'>

/** A key that stays until there was an answer: without one nobody knows whether it was done. */
function useOnceKey() {
  const key = useRef(newKey())
  return {
    key,
    renew: () => {
      key.current = newKey()
    },
    afterError: (error: unknown) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  }
}

export function useStep({ id, version }: Seen, onTaken: (kind: StepInput['kind']) => void) {
  const client = useQueryClient()
  const { key, renew, afterError } = useOnceKey()
  return useMutation({
    mutationFn: (step: StepInput) =>
      send(`/api/dossiers/${id}/steps`, { body: step, version, key: key.current, answer: StepTaken }),
    onSuccess: (_, step) => {
      renew()
      onTaken(step.kind)
      return client.invalidateQueries({ queryKey: KEY })
    },
    onError: afterError,
  })
}

export function useIssue({ id, version }: Seen, onIssued: () => void) {
  const client = useQueryClient()
  const { key, renew, afterError } = useOnceKey()
  return useMutation({
    mutationFn: (form: FormData) =>
      send(`/api/dossiers/${id}/issue`, { form, version, key: key.current, answer: Issued }),
    onSuccess: () => {
      renew()
      onIssued()
      // A duty may have got its report.
      void client.invalidateQueries({ queryKey: ['work'] })
      return client.invalidateQueries({ queryKey: KEY })
    },
    onError: afterError,
  })
}

export function useEdit({ id, version }: Seen) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (edit: PaperEdit) =>
      send(`/api/dossiers/${id}/paper`, { method: 'PUT', body: edit, version, answer: Opened }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
