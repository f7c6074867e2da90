// The list of a Choice: it floats, so it is heavy, and comes after the page. How words are found stands in theme.ts.
import { Select } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { ChoiceProps } from './Choice.tsx'

export function ChoiceSelect({
  label,
  options,
  value,
  onChange,
  limit,
  onOpen,
  hadFocus,
}: ChoiceProps & { hadFocus: boolean }) {
  return (
    <Select
      label={label}
      data={options}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      onDropdownOpen={onOpen}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      limit={limit}
      nothingFoundMessage={words.common.none}
      maxDropdownHeight={320}
      // What is typed takes the place of what was chosen.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      // Whoever stood in the field before it came stands in it still
      autoFocus={hadFocus}
    />
  )
}
