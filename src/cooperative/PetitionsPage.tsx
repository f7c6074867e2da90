// The list of petitions: where each lies, how much time is left. The address is its whole state.
import { Alert, Anchor, Button, Card, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { MissingYears, TimeLeft } from '../difficulty/parts.tsx'
import { get, send } from '../http/client.ts'
import { type FieldFaults, faultsIn } from '../http/faults.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Limit, Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PetitionBadge } from './parts.tsx'
import {
  PetitionFilter,
  PetitionList,
  type PetitionRow,
  type PetitionTab,
  SettingForm,
  TAB_NAMES,
} from './petition.ts'

const w = words.petition
export const PETITION_KEY = ['petitions']
const TO = '/cooperatives/petitions'
const STEADY: readonly PetitionTab[] = ['open', 'overdue', 'all']

function readFilter(search: Record<string, unknown>): PetitionFilter {
  const known = Object.entries(PetitionFilter.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return PetitionFilter.parse(Object.fromEntries(known))
}

export function PetitionsPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const address = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...PETITION_KEY, 'list', filter],
    queryFn: () => get(`/api/petitions?${address}`, PetitionList),
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<PetitionFilter>) =>
    void navigate({ to: TO, search: { ...filter, after: undefined, ...next } as never, replace: true })
  const { state: _, after: __, ...scope } = filter
  const isNarrowed = Object.values(scope).some((value) => value !== undefined)
  const isStart = data?.counts.all === 0 && !isNarrowed
  const [row] = data?.rows ?? []
  return (
    <Page
      title={w.title}
      actions={
        <Button variant="default" component={Link} to={'/registers/petition' as never}>
          {w.register}
        </Button>
      }
    >
      {data && <Setting list={data} />}
      {!isStart && <SearchField label={w.search} value={filter.q} onSearch={(q) => change({ q })} />}
      {filter.place && (
        <Limit said={row?.cooperative?.place.name ?? w.one} onClear={() => change({ place: undefined })} />
      )}
      {filter.event && (
        <Limit said={row?.event?.name ?? w.one} onClear={() => change({ event: undefined })} />
      )}
      {filter.agency && (
        <Limit
          said={row?.agency ? w.at(row.agency.name) : w.one}
          onClear={() => change({ agency: undefined })}
        />
      )}
      {!isStart && (
        <StateTabs
          to={TO}
          filter={filter}
          states={TAB_NAMES}
          steady={STEADY}
          names={w.states}
          counts={data?.counts}
        />
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.rows.length === 0 && <Empty>{isStart ? w.empty : w.nothing}</Empty>}
      {data && <MissingYears years={data.missingYears} />}
      <Stack gap="sm">
        {data?.rows.map((one) => (
          <PetitionCard key={one.id} row={one} today={data.today} />
        ))}
      </Stack>
      <Pages to={TO} filter={filter} next={data?.next} />
    </Page>
  )
}

export function PetitionCard({ row, today }: { row: PetitionRow; today: string }) {
  return (
    <Card withBorder p="sm" component="article">
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <Anchor
          component={Link}
          to="/cooperatives/petitions/$id"
          params={{ id: row.id } as never}
          size="sm"
          fw={600}
          lineClamp={3}
          style={{ overflowWrap: 'anywhere' }}
        >
          {row.content}
        </Anchor>
        <PetitionBadge status={row.status} withLeaders={row.withLeaders} />
      </Group>
      <Text size="xs" c="gray.7">
        {[
          row.code,
          row.cooperative ? `${row.cooperative.name}, ${row.cooperative.place.name}` : w.noCooperative,
          row.event?.name,
          w.receivedOn(row.receivedOn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Group gap="xs">
        {row.status === 'sent' && row.agency && <Text size="xs">{w.at(row.agency.name)}</Text>}
        <TimeLeft days={row.workingDaysLeft} dueOn={row.dueOn} today={today} />
        {row.difficultyId && (
          <Anchor
            component={Link}
            to="/difficulties/$id"
            params={{ id: row.difficultyId } as never}
            size="xs"
          >
            {w.difficulty}
          </Anchor>
        )}
      </Group>
    </Card>
  )
}

const Saved = z.object({ days: z.number(), basis: z.string(), version: z.number() })

/** In how many working days one answers here: entered by the province, with its document. */
function Setting({ list: { setting, whyNotSet } }: { list: PetitionList }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Group gap="xs">
      <Text size="sm" c="gray.8">
        {setting ? w.settingHint(setting.days, setting.basis) : w.settingNone}
      </Text>
      {whyNotSet === null && (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {w.set}
        </Button>
      )}
      {isOpen && <SettingDialog setting={setting} onClose={() => setOpen(false)} />}
    </Group>
  )
}

function SettingDialog({ setting, onClose }: { setting: PetitionList['setting']; onClose: () => void }) {
  const [days, setDays] = useState<number | ''>(setting?.days ?? '')
  const [basis, setBasis] = useState(setting?.basis ?? '')
  const [faults, setFaults] = useState<FieldFaults>({})
  const client = useQueryClient()
  const body = { days, basis }
  const save = useMutation({
    mutationFn: () =>
      send('/api/petitions/setting', { method: 'PUT', body, version: setting?.version ?? 0, answer: Saved }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: PETITION_KEY })
      onClose()
    },
  })
  return (
    <FormDialog
      title={w.setTitle}
      onSubmit={() => {
        const wrong = faultsIn(SettingForm, body)
        setFaults(wrong)
        if (Object.keys(wrong).length === 0) save.mutate()
      }}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <NumberInput
        label={w.days}
        required
        min={1}
        allowDecimal={false}
        value={days}
        error={faults.days}
        onChange={(value) => setDays(value === '' ? '' : Number(value))}
      />
      <TextInput
        label={w.basis}
        description={w.basisHint}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        required
        maxLength={300}
        value={basis}
        error={faults.basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** On the leader's page, put there by main.tsx: petitions whose time has run out and that nobody has answered. */
export function PetitionsBeforeLeaders() {
  const { data } = useQuery({
    queryKey: [...PETITION_KEY, 'leaders'],
    queryFn: () => get('/api/petitions?state=leaders', PetitionList),
  })
  if (!data || data.rows.length === 0) return null
  return (
    <Alert color="red" variant="light" title={w.beforeLeaders} c="dark.9">
      <Stack gap="xs">
        {data.rows.slice(0, 5).map((row) => (
          <PetitionCard key={row.id} row={row} today={data.today} />
        ))}
      </Stack>
    </Alert>
  )
}
