// Excel both ways, for the list of a register: its template, the list as it is filtered, the way to the import.
import { Button } from '@mantine/core'
import { MenuButton } from '../../ui/MenuButton.tsx'
import * as words from '../../vocabulary/words.ts'
import type { Register } from './register.ts'

const w = words.registerImport

export function ExchangeMenu({
  register,
  search,
  mayImport,
  mayReveal,
}: {
  register: Register
  /** The list as its address says it; columns and cursor do not matter here. */
  search: Readonly<Record<string, string | undefined>>
  /** Whether one may enter rows at all (`may.create` of the list is null). */
  mayImport: boolean
  /** Keeps the register: may have personal columns in full (what is asked for is logged). */
  mayReveal: boolean
}) {
  const address = (ending: 'xlsx' | 'csv', more: Record<string, string> = {}) => {
    const { after: _, limit: __, columns: ___, ...filters } = search
    const kept = Object.entries({ ...filters, ...more }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    )
    const query = new URLSearchParams(kept).toString()
    return `/api/registers/${register.name}/export.${ending}${query ? `?${query}` : ''}`
  }
  const hasPersonal = Object.values(register.columns).some(({ personal }) => personal)
  return (
    <MenuButton
      face={<Button variant="default">{w.menu}</Button>}
      parts={[
        ...(mayImport
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
      ]}
    />
  )
}
