// One import: what its columns are, what the comparison with the register says, and the button that brings it in.
import { Alert, Box, Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import { Failure, Page, Part } from '../ui/parts.tsx'
import { Running } from '../ui/sheet-parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportResult, ImportRows } from './ImportResult.tsx'
import {
  IGNORED,
  ImportDetail,
  Imported,
  type ImportSettings,
  Progress,
  type Show,
  Summary,
  sheetColumns,
  UNDECIDED,
} from './kit/import.ts'
import { type Register, say } from './kit/register.ts'
import { KEY } from './use-register.ts'

const w = words.registerImport
const STEPS = ['file', 'columns', 'check', 'done'] as const

/** Where one is; the present step is bold and framed. */
export function ImportSteps({ at }: { at: (typeof STEPS)[number] }) {
  return (
    <Group component="ol" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
      {STEPS.map((step, i) => (
        <Box
          key={step}
          component="li"
          aria-current={step === at ? 'step' : undefined}
          px={10}
          py={3}
          fz="sm"
          fw={step === at ? 700 : 400}
          c={step === at ? 'lake.9' : 'gray.7'}
          style={{
            borderRadius: 999,
            border: `${step === at ? 2 : 1}px solid var(--mantine-color-${step === at ? 'lake-7' : 'gray-4'})`,
          }}
        >
          {`${i + 1}. ${w.steps[step]}`}
        </Box>
      ))}
    </Group>
  )
}

const pathOf = (register: Register, id: string) => `/api/registers/${register.name}/imports/${id}`

export function ImportScreen({ register, id }: { register: Register; id: string }) {
  const detail = useQuery({
    queryKey: [...KEY, register.name, 'import', id],
    queryFn: () => get(pathOf(register, id), ImportDetail),
  })
  const another = (
    <Button variant="default" component={Link} to={`/registers/${register.name}/import`} search={{} as never}>
      {w.another}
    </Button>
  )
  const title = detail.data?.import.fileName ?? w.title(say(register.label))
  return (
    <Page title={title} actions={another}>
      <Text size="sm" c="gray.7">
        {w.title(say(register.label))}
      </Text>
      {detail.error && <Failure error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.isPending && (
        <Group role="status" gap="sm">
          <Loader size="sm" />
          <Text size="sm">{w.reading}</Text>
        </Group>
      )}
      {detail.data &&
        (detail.data.import.status === 'done' ? (
          <Done register={register} detail={detail.data} />
        ) : (
          <Open register={register} detail={detail.data} />
        ))}
    </Page>
  )
}

function Done({ register, detail }: { register: Register; detail: ImportDetail }) {
  const { counts } = detail.import
  return (
    <>
      <ImportSteps at="done" />
      <Alert
        color="teal"
        variant="light"
        role="status"
        title={w.done(counts?.fresh ?? 0, counts?.changed ?? 0)}
        styles={{ title: { color: '#06435e' } }}
      >
        <Stack gap="xs" align="flex-start">
          {counts && (
            <Text size="sm">{w.doneLine(counts.fresh, counts.changed, counts.same, counts.faulty)}</Text>
          )}
          <Button size="sm" component={Link} to={`/registers/${register.name}`}>
            {w.openList}
          </Button>
        </Stack>
      </Alert>
    </>
  )
}

function Open({ register, detail }: { register: Register; detail: ImportDetail }) {
  const { import: one, settings } = detail
  const client = useQueryClient()
  const key = [...KEY, register.name, 'import', one.id]
  const [isMapping, setMapping] = useState(detail.missing.length > 0 || !detail.isRemembered)
  const save = useMutation({
    mutationFn: (wanted: ImportSettings) =>
      send(pathOf(register, one.id), {
        method: 'PATCH',
        version: one.version,
        body: wanted,
        answer: ImportDetail,
      }),
    onSuccess: (fresh) => client.setQueryData(key, fresh),
  })
  const change = (more: Partial<ImportSettings>, isDone = false) =>
    save.mutate(
      { ...settings, ...more },
      { onSuccess: ({ missing }) => isDone && setMapping(missing.length > 0) },
    )
  const isReady = detail.missing.length === 0 && !isMapping
  const hiddenRows = detail.sheets[settings.sheet]?.hiddenRows ?? 0
  return (
    <Stack gap="md">
      <ImportSteps at={isReady ? 'check' : 'columns'} />
      {detail.notices.map((notice) => (
        <Alert key={notice} color="blue" variant="light" p="xs">
          {notice}
        </Alert>
      ))}
      <Part title={w.columns}>
        {isMapping ? (
          <ImportColumns
            key={`${settings.sheet} ${settings.headRow} ${settings.headRows}`}
            register={register}
            detail={detail}
            isSaving={save.isPending}
            onPlace={(more) => change(more)}
            onSave={(more) => change(more, true)}
          />
        ) : (
          <Group justify="space-between" gap="xs">
            <Text size="sm">{w.remembered}</Text>
            <Button variant="default" size="xs" onClick={() => setMapping(true)}>
              {w.changeColumns}
            </Button>
          </Group>
        )}
        <LeftOut register={register} detail={detail} />
      </Part>
      {detail.missing.map((sentence) => (
        <Alert key={sentence} color="orange" variant="light" p="xs">
          {sentence}
        </Alert>
      ))}
      {hiddenRows > 0 && (
        <Alert color="orange" variant="light" p="xs">
          <Stack gap={6}>
            <Text size="sm">{w.hiddenRows(hiddenRows)}</Text>
            <Checkbox
              label={w.includeHidden}
              checked={settings.includeHidden}
              disabled={save.isPending}
              onChange={(event) => change({ includeHidden: event.currentTarget.checked })}
            />
          </Stack>
        </Alert>
      )}
      {save.error && (
        <Failure error={save.error} onRetry={() => void client.invalidateQueries({ queryKey: key })} />
      )}
      {isReady && <Check key={one.version} register={register} detail={detail} />}
    </Stack>
  )
}

/** What is not taken is said: columns of the file nobody reads, and ours that the file has not. */
function LeftOut({ register, detail: { settings, columns } }: { register: Register; detail: ImportDetail }) {
  const ignored = columns.flatMap(({ letter, heading, samples }, at) =>
    settings.columns[at] === IGNORED && samples.length > 0 ? [`${letter} ${heading}`.trim()] : [],
  )
  const absent = sheetColumns(register).flatMap(([name, { label }]) =>
    settings.columns.includes(name) ? [] : [say(label)],
  )
  return (
    <Stack gap={2} mt="xs">
      {ignored.length > 0 && <Text size="sm">{w.ignoredColumns(ignored)}</Text>}
      {absent.length > 0 && !settings.columns.includes(UNDECIDED) && (
        <Text size="sm" c="gray.7">
          {w.notInFile(absent)}
        </Text>
      )}
    </Stack>
  )
}

function Check({ register, detail }: { register: Register; detail: ImportDetail }) {
  const { id, version } = detail.import
  const path = pathOf(register, id)
  const check = useQuery({
    queryKey: [...KEY, register.name, 'import', id, 'check', version],
    queryFn: () => get(`${path}/check`, Summary),
  })
  const [chosen, setShow] = useState<Show | null>(null)
  const { data: summary } = check
  const show = chosen ?? (summary ? firstOf(summary) : 'fresh')
  return (
    <>
      <Part title={w.checked}>
        {check.error && <Failure error={check.error} onRetry={() => void check.refetch()} />}
        {check.isPending && <UnderWay path={path} />}
        {summary && (
          <>
            <ImportResult register={register} summary={summary} show={show} onShow={setShow} />
            <BringIn register={register} detail={detail} summary={summary} />
          </>
        )}
      </Part>
      {summary && (
        <ImportRows
          register={register}
          path={path}
          summary={summary}
          show={show}
          faultsFile={`${path}/faults.xlsx`}
        />
      )}
    </>
  )
}

/** What one wants to see first: what is wrong, what changes, what is new. */
const firstOf = ({ faulty, changed, fresh }: Summary): Show =>
  faulty > 0 ? 'faulty' : changed > 0 ? 'changed' : fresh > 0 ? 'fresh' : 'same'

/** How far the comparison or the writing is; asked while it lasts. */
function UnderWay({ path }: { path: string }) {
  const { data } = useQuery({
    queryKey: [...KEY, path, 'progress'],
    queryFn: () => get(`${path}/progress`, Progress),
    refetchInterval: 700,
  })
  const { phase = 'idle', done = 0, of = 0 } = data ?? {}
  return <Running label={w.phases[phase]} done={done} of={of} />
}

function BringIn({
  register,
  detail: { import: one },
  summary,
}: {
  register: Register
  detail: ImportDetail
  summary: Summary
}) {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  const [skips, setSkips] = useState(false)
  const { fresh, changed, faulty, digest } = summary
  const path = pathOf(register, one.id)
  const bring = useMutation({
    mutationFn: () =>
      send(`${path}/run`, {
        version: one.version,
        key,
        body: { digest, skipFaulty: skips },
        answer: Imported,
      }),
    onSuccess: () => void client.invalidateQueries({ queryKey: KEY }),
    // The outcome has moved: it is asked again, and so is the key.
    onError: () => {
      setKey(newKey())
      void client.invalidateQueries({ queryKey: [...KEY, register.name, 'import', one.id] })
    },
  })
  const isNothing = fresh + changed === 0
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      {faulty > 0 && !isNothing && (
        <Checkbox
          label={w.skipFaulty(faulty)}
          checked={skips}
          onChange={(event) => setSkips(event.currentTarget.checked)}
        />
      )}
      {isNothing && <Text size="sm">{w.nothing}</Text>}
      <Button
        disabled={isNothing || (faulty > 0 && !skips)}
        loading={bring.isPending}
        onClick={() => bring.mutate()}
      >
        {w.run(fresh, changed)}
      </Button>
      {faulty > 0 && !isNothing && !skips && (
        <Text size="sm" c="gray.7">
          {w.faultsStop(faulty)}
        </Text>
      )}
      {bring.isPending && <UnderWay path={path} />}
      {bring.error && <Failure error={bring.error} />}
    </Stack>
  )
}
