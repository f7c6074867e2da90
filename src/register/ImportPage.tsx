// A file comes into a register: dropped here, its columns settled, looked at, brought in. Below, the imports so far.
import { Anchor, Badge, Button, Group, Loader, Paper, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { MOST_BYTES } from '../base/limit.ts'
import { get, newKey, send } from '../http/client.ts'
import { FileDrop, useFileChooser } from '../ui/FileDrop.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ImportScreen, ImportSteps } from './ImportScreen.tsx'
import { type Import, ImportList, MOST_REGISTER_ROWS, NewImport } from './kit/import.ts'
import { type Register, say } from './kit/register.ts'
import { KEY, useAddress, useOverview } from './use-register.ts'

const ACCEPT = '.xlsx,.csv'
const w = words.registerImport

export const importsKey = (name: string) => [...KEY, name, 'imports']

export function ImportPage() {
  const { register } = useAddress()
  const { run } = useSearch({ strict: false }) as { run?: string }
  const { data, error, refetch } = useOverview()
  if (!register) return <Failure error={new Error(w.noRegister)} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const whyNot = data.find(({ name }) => name === register.name)?.may.create
  if (whyNot)
    return (
      <Page title={w.title(say(register.label))}>
        <Empty>{whyNot}</Empty>
      </Page>
    )
  return typeof run === 'string' ? (
    <ImportScreen key={run} register={register} id={run} />
  ) : (
    <Start register={register} />
  )
}

function Start({ register }: { register: Register }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [told, setTold] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) => {
      const form = new FormData()
      form.append('file', file)
      return send(`/api/registers/${register.name}/imports`, { form, key, answer: NewImport })
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: importsKey(register.name) })
      void navigate({ to: `/registers/${register.name}/import`, search: { run: id } as never })
    },
  })
  const take = (file: File) => {
    // Said before it has been sent: on a slow line that takes minutes.
    setTold(file.size > MOST_BYTES ? words.refusal.tooLarge : null)
    if (file.size <= MOST_BYTES) upload.mutate({ file, key: newKey() })
  }
  const chooser = useFileChooser(ACCEPT, w.choose, take)
  const isFree = !upload.isPending
  return (
    <Page
      title={w.title(say(register.label))}
      actions={
        <>
          <Button
            variant="default"
            component="a"
            href={`/api/registers/${register.name}/template.xlsx`}
            download
          >
            {w.template}
          </Button>
          <ToList register={register} />
        </>
      }
    >
      <ImportSteps at="file" />
      {chooser.input}
      <FileDrop label={w.dropHere} onFile={isFree ? take : null} onOther={() => setTold(w.oneAtATime)} />
      <Text size="sm" maw={720}>
        {w.intro}
      </Text>
      <Paper p="lg" bg="gray.0" style={{ border: '1px dashed var(--mantine-color-gray-5)' }}>
        <Stack align="center" gap="xs">
          {upload.isPending ? (
            <Group role="status" gap="sm">
              <Loader size="sm" />
              <Text size="sm">{w.reading}</Text>
            </Group>
          ) : (
            <Button onClick={chooser.open}>{w.choose}</Button>
          )}
          <Text size="sm" c="gray.7" ta="center">
            {w.accepted(MOST_REGISTER_ROWS)}
          </Text>
        </Stack>
      </Paper>
      {told && <Failure error={new Error(told)} />}
      {upload.error && <Failure error={upload.error} />}
      <Earlier register={register} />
    </Page>
  )
}

const ToList = ({ register }: { register: Register }) => (
  <Button variant="default" component={Link} to={`/registers/${register.name}`}>
    {w.openList}
  </Button>
)

function Earlier({ register }: { register: Register }) {
  const path = `/api/registers/${register.name}/imports`
  const imports = useInfiniteQuery({
    queryKey: importsKey(register.name),
    queryFn: ({ pageParam }) =>
      get(`${path}${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, ImportList),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (imports.error) return <Failure error={imports.error} onRetry={() => void imports.refetch()} />
  if (imports.isPending) return <Loading />
  const found = imports.data.pages.flatMap((page) => page.imports)
  return (
    <Part title={w.earlier}>
      {found.length === 0 && <Empty>{w.noneYet}</Empty>}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {found.map((one) => (
          <ImportRow key={one.id} register={register} one={one} />
        ))}
      </Stack>
      {imports.hasNextPage && (
        <Button
          variant="default"
          loading={imports.isFetchingNextPage}
          onClick={() => void imports.fetchNextPage()}
        >
          {words.common.more}
        </Button>
      )}
    </Part>
  )
}

function ImportRow({ register: { name }, one }: { register: Register; one: Import }) {
  const client = useQueryClient()
  const isOpen = one.status === 'open'
  const drop = useMutation({
    mutationFn: () =>
      send(`/api/registers/${name}/imports/${one.id}`, {
        method: 'DELETE',
        version: one.version,
        answer: z.null(),
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: importsKey(name) }),
  })
  const { counts } = one
  const to = { to: `/registers/${name}/import`, search: { run: one.id } as never }
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
          {isOpen ? (
            <Text fw={600}>{one.fileName}</Text>
          ) : (
            <Anchor fw={600} c="lake.9" component={Link} {...to}>
              {one.fileName}
            </Anchor>
          )}
          <Text size="sm" c="gray.7">
            {w.runLine(one.createdBy, words.moment(one.doneAt ?? one.createdAt))}
          </Text>
          {counts && (
            <Text size="sm">{w.doneLine(counts.fresh, counts.changed, counts.same, counts.faulty)}</Text>
          )}
        </Stack>
        <Group gap="xs">
          <Badge variant={isOpen ? 'outline' : 'filled'} color={isOpen ? '#8a4700' : 'lake.8'} tt="none">
            {w.statuses[one.status]}
          </Badge>
          {isOpen && (
            <>
              <Button size="compact-sm" variant="light" component={Link} {...to}>
                {w.goOn}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                c="red.9"
                aria-label={w.dropOf(one.fileName)}
                loading={drop.isPending}
                onClick={() => drop.mutate()}
              >
                {words.common.delete}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {drop.error && <Failure error={drop.error} />}
    </Paper>
  )
}
