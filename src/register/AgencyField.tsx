// An agency of the directory, or a place: the commune, ward or special zone that governs. Found without diacritics.
import { Select, type SelectProps } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { useAgencies } from './use-register.ts'

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'label'> {
  label: string
  isPlace: boolean
  isClearable: boolean
  /** Only these; null: all. */
  among: readonly string[] | null
  value: string | null
  onChange: (id: string | null) => void
}

/** Those that exist, and whatever is chosen already. */
export function useAgencyOptions(isPlace: boolean, among: readonly string[] | null, held: readonly string[]) {
  const { data } = useAgencies()
  return (data ?? [])
    .filter(({ id, kind, endedOn, province }) =>
      held.includes(id)
        ? true
        : endedOn === null &&
          province === null &&
          (!isPlace || kind === 'commune') &&
          kind !== 'unit' &&
          (among === null || among.includes(id)),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
}

export function AgencyField({ isPlace, isClearable, among, value, onChange, ...rest }: Props) {
  const options = useAgencyOptions(isPlace, among, value ? [value] : [])
  return (
    <Select
      {...rest}
      data={options}
      searchable
      selectFirstOptionOnChange
      limit={200}
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': words.registerPage.clear(rest.label) }}
      nothingFoundMessage={words.common.none}
      value={value}
      onChange={onChange}
    />
  )
}
