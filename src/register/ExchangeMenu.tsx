// Excel both ways, for the list of a register: the way to the import, its template, the list as it is filtered.
import { Button } from '@mantine/core'
import { MenuButton, type MenuPart } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import type { ListPage } from './kit/exchange.ts'
import type { Register } from './kit/register.ts'
import type { ListState } from './list-state.ts'

const w = words.registerImport

interface Props {
  register: Register
  /** The list as its address says it. */
  state: ListState
  /** What one may enter; undefined while the list is on its way. */
  may: ListPage['may'] | undefined
}

/** The entries alone, for a menu that holds others too. */
export function exchangeParts({ register, state, may }: Props): MenuPart[] {
  const address = (ending: 'xlsx' | 'csv', more: Record<string, string> = {}) => {
    // Columns, cursor and the length of a page say nothing about a file.
    const { after: _, columns: __, ...filters } = state
    const kept = Object.entries({ ...filters, ...more }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    )
    const query = new URLSearchParams(kept).toString()
    return `/api/registers/${register.name}/export.${ending}${query ? `?${query}` : ''}`
  }
  // Whoever may enter rows of every place keeps the register.
  const mayReveal = may?.create === null && may.places === null
  const hasPersonal = Object.values(register.columns).some(({ personal }) => personal)
  return [
    ...(may?.create === null
      ? [{ entries: [{ label: w.menuImport, to: `/registers/${register.name}/import` }] }]
      : []),
    {
      heading: w.menuFiles,
      entries: [
        { label: w.menuTemplate, download: `/api/registers/${register.name}/template.xlsx` },
        { label: w.menuExport, download: address('xlsx') },
        { label: w.menuExportCsv, download: address('csv') },
        ...(hasPersonal && mayReveal
          ? [{ label: w.menuExportFull, download: address('xlsx', { personal: 'true' }) }]
          : []),
      ],
    },
  ]
}

export const ExchangeMenu = (props: Props) => (
  <MenuButton face={<Button variant="default">{w.menu}</Button>} parts={exchangeParts(props)} />
)
