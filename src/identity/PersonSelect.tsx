// A person chosen by typing part of the name, position or agency; the server finds without diacritics.
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../http/client.ts'
import * as words from '../vocabulary/words.ts'
import { People, type Person } from './stand-in.ts'

const w = words.steps.standIn

/** "Nguyễn Văn An, Phó Giám đốc (Sở Nội vụ)". */
export const personName = ({
  name,
  position,
  agency,
}: Pick<Person, 'name' | 'position' | 'agency'>): string =>
  `${position ? `${name}, ${position}` : name}${agency ? ` (${agency.name})` : ''}`

export function PersonSelect({
  label,
  of,
  value,
  error,
  onChange,
}: {
  label: string
  /** Whose place is to be taken; null: the people one may arrange for. */
  of: string | null
  value: Person | null
  error: string | undefined
  onChange: (person: Person | null) => void
}) {
  const [typed, setTyped] = useState('')
  // Once chosen, the field shows the whole name: that is no search.
  const isChosen = value !== null && typed === personName(value)
  const [search] = useDebouncedValue(isChosen ? '' : typed.trim(), 250)
  const { data } = useQuery({
    queryKey: ['stand-ins', 'people', of, search],
    queryFn: () =>
      get(`/api/stand-ins/people?${new URLSearchParams({ q: search, ...(of && { for: of }) })}`, People),
    placeholderData: keepPreviousData,
  })
  const people = [
    ...(value && !data?.people.some(({ id }) => id === value.id) ? [value] : []),
    ...(data?.people ?? []),
  ]
  return (
    <Select
      label={label}
      description={data?.hasMore ? w.typeMore : null}
      styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
      placeholder={w.typeName}
      required
      searchable
      nothingFoundMessage={words.common.none}
      data={people.map((person) => ({ value: person.id, label: personName(person) }))}
      // The server has filtered already, by words that need not stand in the label.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.id ?? null}
      error={error}
      onChange={(id) => onChange(people.find((person) => person.id === id) ?? null)}
    />
  )
}
