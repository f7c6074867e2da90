// The worklist's saved filters: go to one, save the list as it stands, or put them in order.
import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import * as words from '../vocabulary/words.ts'
import { filterIn, stateOf } from './saved-filter.ts'
import { useSavedFilters } from './use-saved-filters.ts'
import type { WorkFilter } from './work.ts'

const w = words.savedFilter
const Dialogs = lazy(() => import('./SavedFilterDialogs.tsx'))
export function SavedFilters({ filter }: { filter: WorkFilter }) {
  const { data } = useSavedFilters()
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const filters = data?.filters ?? []
  const address = stateOf(filter)
  const here = filters.find((one) => one.address === address)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" maw={320}>
            {here ? w.here(here.name) : w.title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={360} mah="70dvh" style={{ overflowY: 'auto' }}>
          {filters.length === 0 && <Menu.Label>{w.none}</Menu.Label>}
          {filters.map((one) => (
            <Menu.Item
              key={one.id}
              component={Link}
              to="/work"
              search={filterIn(one.address) as never}
              aria-current={one === here ? 'page' : undefined}
              fw={one === here ? 700 : undefined}
            >
              {one.name}
              {one.isStart && ` ${w.isStart}`}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('save')} disabled={here !== undefined}>
            {w.save}
          </Menu.Item>
          {filters.length > 0 && <Menu.Item onClick={() => setDialog('manage')}>{w.manage}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs dialog={dialog} address={address} filters={filters} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  )
}
