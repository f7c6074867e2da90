// The accounts of the province: find, add, change, stop, and new one-time codes.
import { Box, Button, Group, Table, Text, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { get } from '../http/client.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { type Account, AccountList, type PrintedCode } from './identity.ts'
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
      {open?.kind === 'edit' && (
        <AccountDialog
          account={open.account}
          onClose={close}
          onDone={done}
          onReset={() => setOpen({ kind: 'reset', account: open.account })}
        />
      )}
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
              <Table.Th w={64} aria-label={words.accounts.actions} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((account) => (
              <Row key={account.id} account={account} onEdit={() => onOpen({ kind: 'edit', account })} />
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

function Row({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const { name, login, position, role, agency, state } = account
  const place = agency?.name ?? words.accounts.noAgency
  const standing = (
    <Text size="sm" c={STATE_COLOR[state]}>
      {words.accounts.states[state]}
    </Text>
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
        <Box hiddenFrom="sm">{standing}</Box>
      </Table.Td>
      <Table.Td visibleFrom="sm">{place}</Table.Td>
      <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        {words.identity.roles[role]}
      </Table.Td>
      <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        {standing}
      </Table.Td>
      <Table.Td ta="right">
        <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={words.accounts.editOf(name)}>
          {words.common.edit}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
