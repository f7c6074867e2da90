// The directory of the province: find, add, change, and bring in a whole one from Excel.
import {
  Anchor,
  Badge,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { AgencyDialog } from './AgencyDialog.tsx'
import { AgencyTabs } from './AgencyTabs.tsx'
import { Agency, ALL_AGENCIES, fullName } from './agency.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { type Leaf, treeOf } from './tree.ts'

const KEY = ['agencies']

type Open = 'import' | 'add' | Agency | null

export function AgenciesPage() {
  const whyNot = useWhyNot('agency.write')
  const [open, setOpen] = useState<Open>(null)
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
  })
  const close = () => setOpen(null)
  const changed = () => void client.invalidateQueries({ queryKey: KEY })
  const button = (what: 'import' | 'add', variant: 'filled' | 'default') => (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Button
        variant={variant}
        data-disabled={whyNot ? true : undefined}
        aria-disabled={whyNot ? true : undefined}
        onClick={() => whyNot || setOpen(what)}
      >
        {what === 'import' ? words.agencyPages.import : words.agencyPages.add}
      </Button>
    </Tooltip>
  )
  const actions = (
    <>
      {button('import', data?.length ? 'default' : 'filled')}
      {button('add', data?.length ? 'filled' : 'default')}
    </>
  )
  return (
    <Page title={words.agency.title} actions={data?.length ? actions : null}>
      <AgencyTabs />
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {open === 'import' && <ImportPanel onClose={close} onImported={changed} />}
      {data?.length === 0 && open !== 'import' && <FirstSteps actions={actions} />}
      {data && data.length > 0 && <Directory agencies={data} onOpen={whyNot ? null : setOpen} />}
      {(open === 'add' || (typeof open === 'object' && open)) && (
        <AgencyDialog
          agency={open === 'add' ? null : open}
          agencies={data ?? []}
          onClose={close}
          onSaved={() => {
            close()
            changed()
          }}
        />
      )}
    </Page>
  )
}

function FirstSteps({ actions }: { actions: ReactNode }) {
  return (
    <Empty action={<Group justify="center">{actions}</Group>}>
      {words.agencyPages.empty.map((line) => (
        <Text key={line} component="span" display="block" mb="xs">
          {line}
        </Text>
      ))}
    </Empty>
  )
}

function Directory({
  agencies,
  onOpen,
}: {
  agencies: readonly Agency[]
  onOpen: ((agency: Agency) => void) | null
}) {
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<'living' | 'ended'>('living')
  const living = useMemo(() => agencies.filter(({ endedOn }) => endedOn === null), [agencies])
  const ended = useMemo(() => agencies.filter(({ endedOn }) => endedOn !== null), [agencies])
  const byId = useMemo(() => new Map(agencies.map((agency) => [agency.id, agency])), [agencies])
  const branches = treeOf(shown === 'living' ? living : ended, search)
  return (
    <Stack gap="lg">
      <Group gap="md" align="center">
        {ended.length > 0 && (
          <SegmentedControl
            aria-label={words.succession.which}
            value={shown}
            onChange={setShown}
            data={[
              { value: 'living', label: words.succession.living(living.length) },
              { value: 'ended', label: words.succession.ended(ended.length) },
            ]}
          />
        )}
        <TextInput
          type="search"
          aria-label={words.agencyPages.search}
          placeholder={words.agencyPages.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={{ base: '100%', sm: 420 }}
        />
        <Text size="sm" c="gray.7">
          {words.agencyPages.count(shown === 'living' ? living.length : ended.length)}
        </Text>
      </Group>
      {branches.length === 0 && <Empty>{words.agencyPages.notFound(search)}</Empty>}
      {branches.map(({ kind, leaves }) => (
        <section key={kind}>
          <Group gap="xs" mb={4}>
            <Title order={2} size="h5">
              {words.agency.kinds[kind]}
            </Title>
            <Badge variant="light" color="gray" c="gray.8">
              {words.number(leaves.filter(({ agency }) => agency.kind === kind).length)}
            </Badge>
          </Group>
          {leaves.map((leaf) => (
            <Line key={leaf.agency.id} leaf={leaf} byId={byId} onOpen={onOpen} />
          ))}
        </section>
      ))}
    </Stack>
  )
}

function Line({
  leaf: { agency, depth },
  byId,
  onOpen,
}: {
  leaf: Leaf
  byId: ReadonlyMap<string, Agency>
  onOpen: ((agency: Agency) => void) | null
}) {
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      gap="sm"
      py={6}
      pl={depth * 24}
      style={{ borderBottom: '1px solid var(--mantine-color-gray-2)' }}
    >
      <div style={{ minWidth: 0 }}>
        <Anchor
          component={Link}
          to="/agencies/$id"
          params={{ id: agency.id } as never}
          size="sm"
          fw={depth === 0 ? 600 : 400}
        >
          {fullName(agency)}
        </Anchor>
        <Text size="xs" c="gray.7">
          {[agency.code, ...agency.aliases, validity(agency, byId)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {onOpen && (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          onClick={() => onOpen(agency)}
          aria-label={words.agencyPages.editOf(agency.name)}
        >
          {words.common.edit}
        </Button>
      )}
    </Group>
  )
}

/** Since when, until when, and who has its work now. */
function validity(agency: Agency, byId: ReadonlyMap<string, Agency>): string {
  const { validFrom, endedOn, successor, formerNames } = agency
  const now = successor && 'agency' in successor ? byId.get(successor.agency)?.name : undefined
  return [
    ...formerNames.map(({ name, until }) => words.succession.formerName(name, until)),
    validFrom && words.succession.since(validFrom),
    endedOn && words.succession.endedOn(endedOn),
    now && words.succession.nowOf(now),
  ]
    .filter(Boolean)
    .join(' · ')
}
