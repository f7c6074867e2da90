// A row of another register, found by typing part of its name or code; the server searches.
import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../http/client.ts'
import * as words from '../vocabulary/words.ts'
import { Choices } from './kit/exchange.ts'
import { KEY, useRow } from './use-register.ts'

const w = words.registerPage

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'label'> {
  label: string
  /** The register it is a row of. */
  of: string
  isClearable: boolean
  value: string | null
  /** What the chosen row is called, where the caller knows. */
  known: string | undefined
  onChange: (id: string | null) => void
}

export function RefField({ of, isClearable, value, known, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<{ id: string; title: string } | null>(null)
  const isPicked = picked !== null && picked.id === value
  // Came with the address of the form: its name is asked for.
  const { data: held } = useRow(of, value ?? '', value !== null && known === undefined && !isPicked)
  const title = isPicked ? picked.title : (known ?? held?.title)
  // Once chosen, the field shows the whole name: that is no search.
  const [search] = useDebouncedValue(typed === title ? '' : typed.trim(), 250)
  const { data } = useQuery({
    queryKey: [...KEY, of, 'choices', search],
    queryFn: () => get(`/api/registers/${of}/choices?${new URLSearchParams({ q: search })}`, Choices),
    placeholderData: keepPreviousData,
  })
  const found = (data ?? []).filter(({ id }) => id !== value)
  const options = [
    ...(value ? [{ value, label: title ?? words.common.loading }] : []),
    ...found.map(({ id, title: label, code }) => ({
      value: id,
      label: code && code !== label ? `${label} (${code})` : label,
    })),
  ]
  return (
    <Select
      {...rest}
      placeholder={w.typeName}
      data={options}
      // The server has filtered already, by words that need not stand in the label.
      filter={({ options: all }) => all}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': w.clear(rest.label) }}
      nothingFoundMessage={words.common.none}
      value={value}
      onChange={(id, option) => {
        setPicked(id ? { id, title: option?.label ?? '' } : null)
        onChange(id)
      }}
    />
  )
}
