// The menu of saved filters of a page: those there are, saving the list as it stands, managing them.
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { MenuButton, type MenuPart } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import { searchIn, stateOf } from './saved-filter.ts'
import { useSavedFilters } from './use-saved-filters.ts'

const w = words.savedFilter
const Dialogs = lazy(() => import('./SavedFilterDialogs.tsx'))

/** `path`: the page; `filter`: its state as read from the address. For a page that has the menu among others. */
export function useSavedFilterMenu(path: string, filter: Readonly<Record<string, unknown>>) {
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const filters = (useSavedFilters().data?.filters ?? []).filter((one) => one.path === path)
  const address = stateOf(filter)
  const here = filters.find((one) => one.address === address)
  /** `heading`: above the filters, where other entries stand in the same menu. */
  const parts = (heading?: string): MenuPart[] => [
    {
      heading: filters.length === 0 ? w.none : heading,
      entries: filters.map((one) => ({
        label: one.isStart ? `${one.name} ${w.isStart}` : one.name,
        to: path,
        search: searchIn(one.address),
        isCurrent: one === here,
      })),
    },
    {
      entries: [
        { label: w.save, onClick: () => setDialog('save'), isDisabled: here !== undefined },
        ...(filters.length > 0 ? [{ label: w.manage, onClick: () => setDialog('manage') }] : []),
      ],
    },
  ]
  const dialogs = dialog && (
    <Suspense fallback={null}>
      <Dialogs {...{ dialog, path, address, filters }} onClose={() => setDialog(null)} />
    </Suspense>
  )
  const button = (
    <MenuButton
      face={
        <Button variant="default" maw={320}>
          {here ? w.here(here.name) : w.title}
        </Button>
      }
      parts={parts()}
    />
  )
  return { parts, dialogs, button }
}
