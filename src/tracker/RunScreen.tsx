// One import: what its columns hold, where it goes, what the check says, and the button that brings it in.
import { Alert, Anchor, Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { AgencyGroup } from '../agency/group.ts'
import { get, newKey, send } from '../http/client.ts'
import { Failure, Page, Part } from '../ui/parts.tsx'
import { Running } from '../ui/sheet-parts.tsx'
import * as words from '../vocabulary/words.ts'
import { CheckResult, CheckRows, type Show } from './CheckResult.tsx'
import { MappingForm } from './MappingForm.tsx'
import { SettleForm } from './SettleForm.tsx'
import { type ChosenTarget, chosenTarget, TargetForm } from './TargetForm.tsx'
import { Imported, Progress as ProgressForm, RunDetail, type Settings } from './tracker.ts'

const w = words.tracker

export function RunScreen({ id }: { id: string }) {
  const detail = useQuery({ queryKey: ['tracker', id], queryFn: () => get(`/api/trackers/${id}`, RunDetail) })
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  const groups = useQuery({
    queryKey: ['agency-groups'],
    queryFn: () => get('/api/agencies/groups', z.array(AgencyGroup)),
  })
  const error = detail.error ?? agencies.error ?? groups.error
  const retry = () => void Promise.all([detail.refetch(), agencies.refetch(), groups.refetch()])
  if (error)
    return (
      <Page title={w.title} actions={<Another />}>
        <Failure error={error} onRetry={retry} />
      </Page>
    )
  if (!detail.data || !agencies.data || !groups.data)
    return (
      <Page title={w.title}>
        <Group role="status" gap="sm">
          <Loader size="sm" />
          <Text size="sm">{w.checking}</Text>
        </Group>
      </Page>
    )
  const { run } = detail.data
  return (
    <Page title={run.fileName} actions={<Another />}>
      {run.status === 'done' ? (
        <Done detail={detail.data} />
      ) : (
        <Open
          detail={detail.data}
          agencies={agencies.data.filter(({ endedOn }) => endedOn === null)}
          groups={groups.data}
        />
      )}
    </Page>
  )
}

const Another = () => (
  <Button variant="default" component={Link} to="/plans/import" search={{} as never}>
    {w.another}
  </Button>
)

function Done({ detail: { run } }: { detail: RunDetail }) {
  return (
    <Alert
      color="teal"
      variant="light"
      role="status"
      title={w.done(run.fresh, run.assignments)}
      styles={{ title: { color: '#06435e' } }}
    >
      <Stack gap="xs">
        <Text size="sm">{w.doneLine(run.fresh, run.known, run.faulty)}</Text>
        {run.faulty > 0 && (
          <Anchor size="sm" c="lake.9" href={`/api/trackers/${run.id}/faults.xlsx`} download>
            {w.faultsFile}
          </Anchor>
        )}
        {run.plan && (
          <Group gap="xs">
            <Button size="sm" component={Link} to="/plans/$id" params={{ id: run.plan.id } as never}>
              {w.openPlan}
            </Button>
            <Button
              size="sm"
              variant="default"
              component={Link}
              to="/work"
              search={{ plan: run.plan.id, agency: 'all', state: 'all' } as never}
            >
              {w.openWork}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}

function Open({
  detail,
  agencies,
  groups,
}: {
  detail: RunDetail
  agencies: readonly Agency[]
  groups: readonly AgencyGroup[]
}) {
  const { run, settings, summary } = detail
  const client = useQueryClient()
  const key = ['tracker', run.id]
  const [isMapping, setMapping] = useState(!detail.isRemembered || detail.missing.length > 0)
  const save = useMutation({
    mutationFn: (wanted: Settings) =>
      send(`/api/trackers/${run.id}`, {
        method: 'PATCH',
        version: run.version,
        body: wanted,
        answer: RunDetail,
      }),
    onSuccess: (fresh) => client.setQueryData(key, fresh),
  })
  const change = (more: Partial<Settings>) => save.mutateAsync({ ...settings, ...more })
  const [target, setTarget] = useState<ChosenTarget>(() => chosenTarget(detail))
  const [chosen, setShow] = useState<Show | null>(null)
  const show = chosen ?? (summary && summary.faulty > 0 ? 'faulty' : 'fresh')
  const hiddenRows = detail.sheets[settings.sheet]?.hiddenRows ?? 0
  return (
    <Stack gap="md">
      {detail.notices.map((notice) => (
        <Alert key={notice} color="blue" variant="light" p="xs">
          {notice}
        </Alert>
      ))}
      <Part title={w.columns}>
        {isMapping ? (
          <MappingForm
            key={`${settings.sheet} ${settings.headRow} ${settings.headRows}`}
            detail={detail}
            agencies={agencies}
            isSaving={save.isPending}
            onChange={(more) => void change(more).catch(() => {})}
            onSave={(more) =>
              void change(more)
                .then(({ missing }) => setMapping(missing.length > 0))
                .catch(() => {})
            }
          />
        ) : (
          <Group justify="space-between" gap="xs">
            <Text size="sm">{w.remembered}</Text>
            <Button variant="default" size="xs" onClick={() => setMapping(true)}>
              {w.changeColumns}
            </Button>
          </Group>
        )}
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
              onChange={(event) =>
                void change({ includeHidden: event.currentTarget.checked }).catch(() => {})
              }
            />
          </Stack>
        </Alert>
      )}
      {save.error && (
        <Failure error={save.error} onRetry={() => void client.invalidateQueries({ queryKey: key })} />
      )}
      {summary && !isMapping && (
        <>
          <Part title={w.checked}>
            <CheckResult summary={summary} show={show} isChecking={save.isPending} onShow={setShow} />
          </Part>
          {(summary.names.length > 0 || summary.words.length > 0) && (
            <SettleForm
              key={run.version}
              settings={settings}
              summary={summary}
              agencies={agencies}
              groups={groups}
              isSaving={save.isPending}
              onSave={(more) => void change(more).catch(() => {})}
            />
          )}
          <Part title={w.target}>
            <TargetForm
              chosen={target}
              agencies={agencies}
              onChange={(next) => {
                setTarget(next)
                // The check depends on the plan: what is there already differs from plan to plan.
                const planId = next.kind === 'plan' ? next.planId : null
                const before = settings.target?.kind === 'plan' ? settings.target.planId : null
                if (planId !== before)
                  void change({ target: planId ? { kind: 'plan', planId } : null }).catch(() => {})
              }}
            />
            <BringIn
              detail={detail}
              target={target}
              isBusy={save.isPending}
              onTarget={(to) => change({ target: to })}
            />
          </Part>
          <CheckRows detail={detail} summary={summary} show={show} />
        </>
      )}
    </Stack>
  )
}

function BringIn({
  detail,
  target,
  isBusy,
  onTarget,
}: {
  detail: RunDetail
  target: ChosenTarget
  isBusy: boolean
  onTarget: (target: Settings['target']) => Promise<RunDetail>
}) {
  const client = useQueryClient()
  const { run, summary } = detail
  const [key, setKey] = useState(newKey)
  const wanted = wantedOf(target)
  const bring = useMutation({
    mutationFn: async () => {
      const ready =
        JSON.stringify(wanted) === JSON.stringify(detail.settings.target) ? detail : await onTarget(wanted)
      // Another plan, another check: it is looked at before anything is written.
      if (ready.summary?.fresh !== summary?.fresh || ready.summary?.faulty !== summary?.faulty) return null
      const body = { fresh: ready.summary?.fresh ?? 0, faulty: ready.summary?.faulty ?? 0 }
      return send(`/api/trackers/${run.id}/import`, {
        version: ready.run.version,
        key,
        body,
        answer: Imported,
      })
    },
    onSuccess: (imported) => {
      if (!imported) return
      void client.invalidateQueries({ queryKey: ['tracker', run.id] })
      for (const room of ['trackers', 'plans', 'work', 'work-counts', 'dashboard'])
        void client.invalidateQueries({ queryKey: [room] })
    },
    // The check has moved: it is asked again, and so is the key.
    onError: () => {
      setKey(newKey())
      void client.invalidateQueries({ queryKey: ['tracker', run.id] })
    },
  })
  if (!summary) return null
  return (
    <Stack gap="xs">
      <Text size="sm">{summary.fresh === 0 ? w.nothingNew : w.runExplain(summary.faulty)}</Text>
      <Group>
        <Button
          disabled={summary.fresh === 0 || !wanted || isBusy}
          loading={bring.isPending}
          onClick={() => bring.mutate()}
        >
          {w.run(summary.fresh)}
        </Button>
      </Group>
      {bring.isPending && <Bringing id={run.id} />}
      {bring.error && <Failure error={bring.error} />}
    </Stack>
  )
}

function wantedOf(target: ChosenTarget): Settings['target'] {
  if (target.kind === 'plan') return target.planId ? { kind: 'plan', planId: target.planId } : null
  const { title, number, overseerId } = target
  if (title.trim().length < 5 || !overseerId) return null
  return { kind: 'new', title: title.trim(), number: number.trim() || null, overseerId }
}

/** How far the writing is; asked while it lasts. */
function Bringing({ id }: { id: string }) {
  const progress = useQuery({
    queryKey: ['tracker-progress', id],
    queryFn: () => get(`/api/trackers/${id}/progress`, ProgressForm),
    refetchInterval: 700,
  })
  const { done = 0, of = 0 } = progress.data ?? {}
  return <Running label={w.running} done={done} of={of} />
}
