// The list of a register: searched, filtered, sorted, in the columns one wants. The address is its whole state.
import { Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { get } from '../http/client.ts'
import { useSavedFilterMenu } from '../identity/SavedFilters.tsx'
import { stateOf } from '../identity/saved-filter.ts'
import { Pages } from '../ui/list.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { ExchangeMenu, exchangeParts } from './ExchangeMenu.tsx'
import { AnyValues, type ListPage, listPageOf } from './kit/exchange.ts'
import { EMPTY } from './kit/filter.ts'
import { type Register, say } from './kit/register.ts'
import { ListFilters } from './ListFilters.tsx'
import { type ListState, readState, sortOf, viewOf } from './list-state.ts'
import { RowsView } from './RowsView.tsx'
import { shownColumns } from './show.ts'
import { KEY, useAddress } from './use-register.ts'
import './register.css'

const w = words.registerPage
const ColumnsDialog = lazy(() => import('./ColumnsDialog.tsx'))
const KeepersDialog = lazy(() => import('./KeepersDialog.tsx'))
const ListPageForm = listPageOf(AnyValues)

export function RegisterPage() {
  const { register } = useAddress()
  if (!register) return <Failure error={new Error(words.refusal.missing)} />
  return <List register={register} key={register.name} />
}

function List({ register }: { register: Register }) {
  const state = readState(register, useSearch({ strict: false }))
  const navigate = useNavigate()
  const path = `/registers/${register.name}`
  const shown = shownColumns(register, state.columns)
  const asked = stateOf({ ...state, columns: shown.join(',') })
  const list = useQuery({
    queryKey: [...KEY, register.name, 'list', asked, state.after],
    queryFn: () =>
      get(
        `/api${path}/rows?${asked}${state.after ? `&${new URLSearchParams({ after: state.after })}` : ''}`,
        ListPageForm,
      ),
    placeholderData: keepPreviousData,
  })
  const change = (next: ListState, replace = false) =>
    void navigate({ to: path, search: { ...state, after: undefined, ...next } as never, replace })
  const { data } = list
  const isStart = data?.count === 0 && viewOf(state) === ''
  return (
    <Page
      title={say(register.label)}
      actions={<Actions register={register} state={state} page={data} onChange={change} />}
    >
      {!isStart && (
        <>
          <Views register={register} state={state} />
          <ListFilters
            register={register}
            state={state}
            labels={data?.labels ?? {}}
            count={data && <Count register={register} page={data} />}
            onChange={change}
          />
        </>
      )}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {isStart && <Empty>{say(register.about)}</Empty>}
      {data && data.rows.length > 0 && (
        <RowsView
          register={register}
          rows={data.rows}
          labels={data.labels}
          columns={shown}
          sort={(name) => sortOf(register, state, name)}
          onSort={(order) => change({ order })}
        />
      )}
      {data?.rows.length === 0 && !isStart && <Empty>{w.emptySearch}</Empty>}
      <Pages to={path} filter={state} next={data?.next} />
    </Page>
  )
}

const Count = ({ register, page: { count, isMore } }: { register: Register; page: ListPage }) => (
  <Text size="sm" role="status">
    {isMore ? w.countOver(count, say(register.one)) : w.count(count, say(register.one))}
  </Text>
)

/** The lists the register brings with it. */
function Views({ register, state }: { register: Register; state: ListState }) {
  const { views = [], name } = register
  if (views.length === 0) return null
  const { columns, order } = state
  const here = viewOf(state)
  const all = [{ label: null, address: '' }, ...views]
  return (
    <nav className="state-tabs" aria-label={w.views}>
      {all.map(({ label, address }) => {
        const search = Object.fromEntries(new URLSearchParams(address))
        const isHere = here === stateOf(search)
        return (
          <Button
            key={address}
            size="xs"
            variant={isHere ? 'filled' : 'default'}
            component={Link}
            to="/registers/$name"
            params={{ name } as never}
            search={{ ...search, columns, order } as never}
            aria-current={isHere ? 'page' : undefined}
          >
            {label ? say(label) : w.allRows}
          </Button>
        )
      })}
    </nav>
  )
}

interface ActionsProps {
  register: Register
  state: ListState
  page: ListPage | undefined
  onChange: (next: ListState, replace?: boolean) => void
}

/** In a list of one cooperative's members a new one is a member of it. */
const ownersIn = (register: Register, state: ListState): Record<string, string> =>
  Object.fromEntries(
    Object.entries(register.columns).flatMap(([name, { kind }]) => {
      const id = state[name]
      return (kind === 'ref' || kind === 'place') && id && id !== EMPTY && !id.includes(',')
        ? [[name, id]]
        : []
    }),
  )

/** Adding, saved lists, columns, keepers: buttons where there is room, on a phone the first and one menu. */
function Actions({ register, state, page, onChange }: ActionsProps) {
  const isPhone = useIsPhone()
  const [dialog, setDialog] = useState<'columns' | 'keepers' | null>(null)
  const saved = useSavedFilterMenu(`/registers/${register.name}`, state)
  const ways = [
    { label: w.columns, onClick: () => setDialog('columns') },
    { label: w.keepers, onClick: () => setDialog('keepers') },
  ]
  const close = () => setDialog(null)
  const exchange = { register, state, may: page?.may }
  return (
    <>
      {page?.may.create === null && (
        <Button
          component={Link}
          to="/registers/$name/new"
          params={{ name: register.name } as never}
          search={ownersIn(register, state) as never}
        >
          {w.addOne(say(register.one))}
        </Button>
      )}
      {isPhone ? (
        <MenuButton
          face={
            <Button variant="default" px="sm">
              {words.steps.otherWays}
            </Button>
          }
          parts={[{ entries: ways }, ...exchangeParts(exchange), ...saved.parts(words.savedFilter.title)]}
        />
      ) : (
        <Group gap="xs" className="screen-only">
          <ExchangeMenu {...exchange} />
          {saved.button}
          {ways.map(({ label, onClick }) => (
            <Button key={label} variant="default" onClick={onClick}>
              {label}
            </Button>
          ))}
        </Group>
      )}
      {saved.dialogs}
      <Suspense fallback={null}>
        {dialog === 'columns' && (
          <ColumnsDialog
            register={register}
            shown={shownColumns(register, state.columns)}
            onChange={(columns) => onChange({ columns, after: state.after }, true)}
            onClose={close}
          />
        )}
        {dialog === 'keepers' && <KeepersDialog register={register} onClose={close} />}
      </Suspense>
    </>
  )
}
