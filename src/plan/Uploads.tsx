// Documents on their way to a draft: how far each is, a way to stop it, and what became of it while nobody looked.
import { Alert, Button, Group, Loader, Paper, Progress, Stack, Text } from '@mantine/core'
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { NewPlan, ReadingList, type ReadingState } from './plan.ts'

interface Upload {
  form: FormData
  key: string
  name: string
  controller: AbortController
}

export const ACCEPT = '.docx,.docm,.doc,.pdf,.xlsx,.html,.htm,.txt,.md'

const UPLOAD = ['plan-upload']
const READINGS = ['readings']
const POLL = 1000

/** What goes to be read: the files in their order, and what stands beside them. */
export function uploadForm(files: readonly File[], fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file)
  return form
}

/** The very same file was loaded before: the plan it became. */
function sameOf(error: unknown): { id: string; name: string } | null {
  if (!(error instanceof ProblemError) || error.code !== 'plan.same-document') return null
  const [there] = error.faults
  return there ? { id: there.at, name: there.message } : null
}

/** The connection or a machine in between gave up, not the server: the same request may be sent again and joins. */
const isLost = (error: unknown) => error instanceof ProblemError && [0, 502, 503, 504].includes(error.status)
const isRunning = ({ planId, problem }: ReadingState) => planId === null && problem === null

/**
 * Sends documents and follows their reading. The last upload outlives the page: whoever comes back sees how it stands.
 * `onRead` is called only while the page is still open.
 */
export function useUploads(canDraft: boolean, onRead: (planId: string) => void) {
  const client = useQueryClient()
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<{ error: unknown; title?: string } | null>(null)
  const { mutate } = useMutation<NewPlan, Error, Upload>({
    mutationKey: UPLOAD,
    gcTime: 60 * 60_000,
    mutationFn: ({ form, key, controller }) =>
      send('/api/plans', { form, key, signal: controller.signal, answer: NewPlan }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['plans'] })
      void client.invalidateQueries({ queryKey: READINGS })
    },
  })
  const latest = useMutationState({ filters: { mutationKey: UPLOAD }, select: ({ state }) => state }).at(-1)
  const own = latest?.variables as Upload | undefined
  const isPending = latest?.status === 'pending'
  const error = latest?.error ?? null

  const list = useQuery({
    queryKey: READINGS,
    queryFn: () => get('/api/plans/readings', ReadingList),
    enabled: canDraft,
    refetchInterval: ({ state }) => (isPending || state.data?.readings.some(isRunning) ? POLL : false),
  })
  const readings = list.data?.readings ?? []
  const running = readings.filter(isRunning).length
  const before = useRef(running)
  useEffect(() => {
    if (running < before.current) void client.invalidateQueries({ queryKey: ['plans'] })
    before.current = running
  }, [running, client])

  const ownState = readings.find(({ key }) => key === own?.key) ?? null
  const isOnItsWay = isPending && !ownState
  useEffect(() => {
    if (!isOnItsWay) return
    // Until the file has arrived whole, leaving loses it; from then on the server goes on alone.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isOnItsWay])

  const forget = () => {
    const cache = client.getMutationCache()
    for (const mutation of cache.findAll({ mutationKey: UPLOAD })) cache.remove(mutation)
  }
  const clear = () => {
    forget()
    setSaid('')
    setTrouble(null)
  }
  const carryOut = (upload: Upload) => {
    // The server has the one before and goes on with it; with nobody to answer, it keeps how that ends for the list.
    if (isPending) own?.controller.abort()
    clear()
    mutate(upload, { onSuccess: ({ id }) => onRead(id) })
  }
  const remove = async (key: string, after: string) => {
    try {
      await send('/api/plans/readings', { method: 'DELETE', key, answer: z.null() })
      setSaid(after)
    } catch (problem) {
      // Not there yet, or no longer: the one ends with its connection, the other is among the plans.
      if (problem instanceof ProblemError && problem.status === 404) setSaid(words.reading.missing)
      else return setTrouble({ error: problem })
    }
    if (key === own?.key) {
      forget()
      own.controller.abort()
    }
    void client.invalidateQueries({ queryKey: ['plans'] })
    void client.invalidateQueries({ queryKey: READINGS })
  }

  return {
    upload: (form: FormData, name: string) =>
      carryOut({ form, key: newKey(), name, controller: new AbortController() }),
    /** Only a lost connection is worth another try: the same file would be refused again. */
    again: own && isLost(error) ? () => carryOut(own) : undefined,
    same: sameOf(error),
    /** A second copy of what is here already, since somebody really wants it. */
    anyway: () => {
      if (!own) return
      own.form.set('again', 'true')
      carryOut({ ...own, key: newKey(), controller: new AbortController() })
    },
    forget: clear,
    /** A file is being sent: until it has arrived whole, there is no room for another. */
    isOnItsWay,
    /** Refuses a file without sending it. */
    refuse: (name: string, why: string) => {
      clear()
      setTrouble({ error: new Error(why), title: words.reading.refused(name) })
    },
    tell: setSaid,
    error,
    /** The file that was refused; after a lost connection the server may still be reading it. */
    refused: own && !isLost(error) ? own.name : null,
    said,
    trouble,
    own: isPending && own ? { key: own.key, fileName: own.name, state: ownState } : null,
    // What was answered here needs no second telling.
    others: readings.filter(({ key }) => key !== own?.key || isLost(error)),
    stop: (key: string, name: string) => remove(key, words.reading.didStop(name)),
    dismiss: (key: string) => remove(key, ''),
  }
}

export function Uploads({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
  const { own, others, error, refused, again, same, said, trouble, stop, dismiss } = uploads
  return (
    <>
      <Stack gap="xs" role="status">
        {own && (
          <Row fileName={own.fileName} state={own.state} onStop={() => void stop(own.key, own.fileName)} />
        )}
        {others.map((state) => (
          <Other key={state.key} state={state} stop={stop} dismiss={dismiss} />
        ))}
        {said && <Text size="sm">{said}</Text>}
      </Stack>
      {error && same && (
        <Alert
          color="yellow"
          variant="light"
          title={words.addition.sameTitle}
          role="alert"
          styles={{ title: { color: '#8a4700' } }}
        >
          <Text size="sm">{error.message}</Text>
          <Group gap="xs" mt="xs">
            <Button
              size="xs"
              component={Link}
              to="/plans/$id"
              params={{ id: same.id } as never}
              onClick={uploads.forget}
            >
              {words.addition.openSame}
            </Button>
            <Button size="xs" variant="default" onClick={uploads.anyway}>
              {words.addition.loadAnyway}
            </Button>
          </Group>
        </Alert>
      )}
      {error && !same && (
        <Failure
          error={error}
          title={refused === null ? undefined : words.reading.refused(refused)}
          onRetry={again}
        />
      )}
      {trouble && <Failure {...trouble} />}
    </>
  )
}

type Deeds = Pick<ReturnType<typeof useUploads>, 'stop' | 'dismiss'>

function Other({ state, stop, dismiss }: { state: ReadingState } & Deeds) {
  const { key, fileName, planId, problem } = state
  if (planId === null && problem === null)
    return <Row fileName={fileName} state={state} onStop={() => void stop(key, fileName)} />
  const isRead = planId !== null
  return (
    <Alert
      color={isRead ? 'lake' : 'red'}
      variant="light"
      title={isRead ? words.reading.ended(fileName) : words.reading.refused(fileName)}
      styles={{ title: { color: 'var(--mantine-color-gray-9)' } }}
    >
      {problem && <Text size="sm">{problem}</Text>}
      <Group gap="xs" mt="xs">
        {isRead && (
          <Button
            size="xs"
            component={Link}
            to="/plans/$id/review"
            params={{ id: planId } as never}
            onClick={() => void dismiss(key)}
          >
            {words.reading.open}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void dismiss(key)}>
          {words.reading.dismiss}
        </Button>
      </Group>
    </Alert>
  )
}

function Row({
  fileName,
  state,
  onStop,
}: {
  fileName: string
  /** Null until the server has the whole file. */
  state: ReadingState | null
  onStop: () => void
}) {
  const { isWaiting = false, done = 0, of = 0 } = state ?? {}
  const page = words.reading.atPage(Math.min(done + 1, of), of)
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" flex="1 1 220px" miw={0} wrap="nowrap">
          {of === 0 && <Loader size="sm" flex="none" />}
          <Text style={{ minWidth: 0 }}>{words.planPages.reading(fileName)}</Text>
        </Group>
        <Button variant="default" size="xs" aria-label={words.reading.stopOf(fileName)} onClick={onStop}>
          {words.reading.stop}
        </Button>
      </Group>
      {of > 0 && (
        // A count that moves every second would drown out everything else that is read aloud.
        <div aria-live="off">
          <Text size="sm" mt="xs">
            {page}
          </Text>
          <Progress.Root size="lg" mt={4}>
            <Progress.Section
              value={(100 * done) / of}
              // Pages mean more than the share that would be said by default.
              withAria={false}
              role="progressbar"
              aria-label={words.reading.ofFile(fileName)}
              aria-valuemin={0}
              aria-valuemax={of}
              aria-valuenow={done}
              aria-valuetext={page}
            />
          </Progress.Root>
        </div>
      )}
      {isWaiting && (
        <Text size="sm" mt="xs">
          {words.reading.inQueue}
        </Text>
      )}
      {(of > 0 || isWaiting) && (
        <Text size="sm" c="gray.7" mt="xs">
          {words.reading.mayLeave}
        </Text>
      )}
    </Paper>
  )
}
