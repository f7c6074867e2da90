// The accounts of the province: find, add, change, stop, and new one-time codes.
import { Badge, Button, Group, Menu, Table, Text, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { get, send } from '../http/client.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { AccountDialog } from './AccountDialog.tsx'
import {
  type Account,
  type AccountChange,
  AccountList,
  Account as One,
  type PrintedCode,
} from './identity.ts'
import { CodesDialog } from './PrintedCodes.tsx'
import { ResetDialog } from './ResetDialog.tsx'
import { useWhyNot } from './session.tsx'

const KEY = ['accounts']
const STATE_COLOR = { active: 'teal.9', waiting: 'blue.9', expired: 'orange.9', stopped: 'gray.8' } as const

type Open = { kind: 'add' } | { kind: 'edit' | 'reset'; account: Account } | null

export function AccountsPage() {
  const whyNotRead = useWhyNot('account.read')
  const whyNot = useWhyNot('account.write')
  const [open, setOpen] = useState<Open>(null)
  const [codes, setCodes] = useState<PrintedCode[]>([])
  const client = useQueryClient()
  if (whyNotRead) return <Empty>{whyNotRead}</Empty>
  const close = () => setOpen(null)
  const done = (account: Account, code: string | null) => {
    close()
    const { name, login, agency } = account
    if (code) setCodes([{ name, login, agency: agency?.name ?? '', code }])
    void client.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Page
      title={words.accounts.title}
      actions={
        <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
          <Button
            data-disabled={whyNot ? true : undefined}
            onClick={() => whyNot || setOpen({ kind: 'add' })}
          >
            {words.accounts.add}
          </Button>
        </Tooltip>
      }
    >
      <List onOpen={setOpen} />
      {open?.kind === 'add' && <AccountDialog account={null} onClose={close} onDone={done} />}
      {open?.kind === 'edit' && <AccountDialog account={open.account} onClose={close} onDone={done} />}
      {open?.kind === 'reset' && <ResetDialog account={open.account} onClose={close} onDone={done} />}
      <CodesDialog codes={codes} onClose={() => setCodes([])} />
    </Page>
  )
}

function List({ onOpen }: { onOpen: (open: Open) => void }) {
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const navigate = useNavigate()
  const [typed, setTyped] = useState(String(q))
  const [search] = useDebouncedValue(typed.trim(), 250)
  // The address keeps the search, so that a reload or a shared link shows the same people.
  useEffect(() => {
    if (search !== q) void navigate({ to: '.', search: search ? { q: search } : {}, replace: true })
  }, [search, q, navigate])
  const list = useInfiniteQuery({
    queryKey: [...KEY, search],
    queryFn: ({ pageParam }) =>
      get(
        `/api/accounts?${new URLSearchParams({ q: search, ...(pageParam && { after: pageParam }) })}`,
        AccountList,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: (account: Account) =>
      send(`/api/accounts/${account.id}`, {
        method: 'PATCH',
        version: account.version,
        body: { ...fieldsOf(account), isActive: account.state === 'stopped' },
        answer: One,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const accounts = list.data?.pages.flatMap((page) => page.accounts) ?? []
  return (
    <>
      <TextInput
        type="search"
        aria-label={words.accounts.search}
        placeholder={words.accounts.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={420}
      />
      {stop.error && <Failure error={stop.error} />}
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && accounts.length === 0 && (
        <Empty>{search ? words.accounts.notFound(search) : words.accounts.empty}</Empty>
      )}
      {accounts.length > 0 && (
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.accounts.person}</Table.Th>
              <Table.Th visibleFrom="sm">{words.accounts.agency}</Table.Th>
              <Table.Th visibleFrom="sm">{words.accounts.role}</Table.Th>
              <Table.Th visibleFrom="sm">{words.accounts.state}</Table.Th>
              <Table.Th w={90}>{words.accounts.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((account) => (
              <Row key={account.id} account={account} onOpen={onOpen} onStop={stop.mutate} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {list.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.common.more}
          </Button>
        </Group>
      )}
    </>
  )
}

interface RowProps {
  account: Account
  onOpen: (open: Open) => void
  onStop: (account: Account) => void
}

function Row(props: RowProps) {
  const { name, login, position, role, agency, state } = props.account
  const place = agency?.name ?? words.accounts.noAgency
  const badge = (
    <Badge variant="light" c={STATE_COLOR[state]} color={state === 'expired' ? 'orange' : 'gray'} tt="none">
      {words.accounts.states[state]}
    </Badge>
  )
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600} c={state === 'stopped' ? 'gray.7' : undefined}>
          {name}
        </Text>
        <Text size="xs" c="gray.7">
          {[login, position].filter(Boolean).join(' · ')}
        </Text>
        <Text size="xs" c="gray.7" hiddenFrom="sm">
          {words.identity.roles[role]}, {place}
        </Text>
        <Text component="div" hiddenFrom="sm" mt={4}>
          {badge}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{place}</Table.Td>
      <Table.Td visibleFrom="sm">{words.identity.roles[role]}</Table.Td>
      <Table.Td visibleFrom="sm">{badge}</Table.Td>
      <Table.Td>
        <Actions {...props} />
      </Table.Td>
    </Table.Tr>
  )
}

function Actions({ account, onOpen, onStop }: RowProps) {
  const whyNot = useWhyNot('account.write')
  const isStopped = account.state === 'stopped'
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={words.accounts.actionsFor(account.name)}>
          ⋯
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {whyNot && <Menu.Label maw={260}>{whyNot}</Menu.Label>}
        <Menu.Item disabled={!!whyNot} onClick={() => onOpen({ kind: 'edit', account })}>
          {words.common.edit}
        </Menu.Item>
        <Menu.Item disabled={!!whyNot || isStopped} onClick={() => onOpen({ kind: 'reset', account })}>
          {words.accounts.reset}
        </Menu.Item>
        <Menu.Item disabled={!!whyNot} onClick={() => onStop(account)}>
          {isStopped ? words.accounts.resume : words.accounts.stop}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const fieldsOf = ({ name, position, role, agency, state }: Account): AccountChange => ({
  name,
  position,
  role,
  agencyId: agency?.id ?? null,
  isActive: state !== 'stopped',
})
